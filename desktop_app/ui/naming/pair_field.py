"""A text in Arabic and in French, in the window's language first."""

from functools import partial
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.text import cleaned
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys import chord
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.bilingual import Bilingual

_Language = Literal["ar", "fr"]
_OTHER: Final[dict[_Language, _Language]] = {"ar": "fr", "fr": "ar"}
IN_LANGUAGE: Final[dict[_Language, str]] = {
    "ar": N_("{setting} – in Arabic"),
    "fr": N_("{setting} – in French"),
}
"""Names an editor of one language by the text that it is part of."""
_SWITCH_KEY: Final = "Ctrl+L"
_SWITCHES: Final = {"ar": N_("In Arabic"), "fr": N_("In French")}


class PairField(QWidget):
    """Two editors that stand for one text; Ctrl+L goes from one language to the other.

    Args:
        message: English catalogue message that names the text.
        prose: whether it may have several paragraphs.
        lines: how many are seen of each language, of a prose.
        one: whether one language is in sight at a time, where there is no room for two; else the
            other stands below once it holds something or was asked for.
        both: whether both are always in sight.

    Attributes:
        committed: emitted with the `Bilingual`, cleaned, when it was changed: at Enter, when the
            focus leaves and soon after the last key.
        typed: emitted when a key changed it.
    """

    committed = Signal(object)
    typed = Signal()

    def __init__(
        self,
        desk: Desk,
        message: str,
        *,
        prose: bool = False,
        lines: int = 1,
        one: bool = False,
        both: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._prose = prose
        self._one = one
        self._both = both
        self._kept = Bilingual()
        self._asked: _Language | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._editors: dict[_Language, LineEdit | TextArea] = {}
        self._switches: dict[_Language, Button] = {}
        self._rows = {language: self._row(language, lines) for language in _OTHER}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def value(self) -> Bilingual:
        """The text as it stands here, cleaned."""
        return Bilingual(*(cleaned(self._text(one), one_line=not self._prose) for one in _OTHER))

    def editor(self, language: _Language) -> LineEdit | TextArea:
        """Give the editor of a language."""
        return self._editors[language]

    def show_pair(self, text: Bilingual) -> None:
        """Show what is on file, unless one is typing here."""
        if self.value == self._kept:
            self._kept = text
        for language, editor in self._editors.items():
            if cleaned(self._text(language), one_line=not self._prose) != text.get(language):
                editor.show_text(text.get(language))
        self._arrange()

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        if self.value != self._kept:
            self._kept = self.value
            self.committed.emit(self._kept)

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        for editor in self._editors.values():
            restyle(editor, alarm, "alarm")
            editor.setAccessibleDescription(sentence)

    def dress(self) -> None:
        """Take words and order anew."""
        said = self._desk.say(self._message)
        for language, editor in self._editors.items():
            editor.setAccessibleName(self._desk.say(IN_LANGUAGE[language], setting=said))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of the other language, for which no editor has a use."""
        if chord(event) != _SWITCH_KEY:
            super().keyPressEvent(event)
            return
        in_french = self._rows["fr"].isAncestorOf(self.focusWidget())
        self._ask("ar" if in_french else "fr")

    def _row(self, language: _Language, lines: int) -> QWidget:
        desk, other = self._desk, _OTHER[language]
        editor = (
            TextArea(desk, lines=lines) if self._prose else LineEdit(desk, latin=language == "fr")
        )
        editor.committed.connect(lambda _: self.commit())
        editor.edited.connect(self.typed)
        ask = partial(self._ask, other)
        act = Act(desk, _SWITCHES[other], ask, icon="translate", key=_SWITCH_KEY)
        switch = Button(desk, act, kind="bare", icon_only=True, small=True)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(editor, 1)
        line.addWidget(
            switch, 0, Qt.AlignmentFlag.AlignTop if self._prose else Qt.AlignmentFlag.AlignVCenter
        )
        self._editors[language], self._switches[language] = editor, switch
        return row

    def _text(self, language: _Language) -> str:
        editor = self._editors[language]
        return editor.toPlainText() if isinstance(editor, TextArea) else editor.text()

    def _ask(self, language: _Language) -> None:
        """Bring the other language into sight."""
        self._asked = language
        self._arrange()
        self._editors[language].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Put the window's language first, and the other where it has its place."""
        first: _Language = "fr" if self._desk.language == "fr" else "ar"
        other = _OTHER[first]
        asked = self._asked == other
        if self._one:
            shown = {other if asked else first}
            if self._asked is None and not self._text(first) and self._text(other):
                shown = {other}
        else:
            second = self._both or asked or bool(self._text(other))
            shown = {first, other} if second else {first}
        for language in (first, other):
            self._column.removeWidget(self._rows[language])
            self._column.addWidget(self._rows[language])
            self._rows[language].setVisible(language in shown)
            self._switches[language].setVisible(len(shown) == 1)
        self.setFocusProxy(self._editors[first if first in shown else other])
