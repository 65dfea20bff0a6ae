"""The one place where the window says what did not happen."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.restyle import restyle

_LEAD: Final = re.compile(r":(?= )|,(?= because )")
"""Where the words about what did not happen end."""
_LONG: Final = re.compile(r"\S{40}")
"""Part of a word, such as the name of a file, that would make the window wider than the screen."""


Kind = Literal["error", "warning"]
_KINDS: Final = {"error": ("warning-circle", "red"), "warning": ("warning", "amber")}


class MessageBar(QWidget):
    """What did not happen, why, what to do, what is safe; with up to two ways out.

    In amber, it says what deserves a thought and hinders nothing.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words: Callable[[], str] = str
        self._buttons: list[Button] = []
        self._kind: Kind = "error"
        frame = self._frame = QFrame()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 0)
        outer.addWidget(frame)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_act = Act(desk, N_("Close"), self.clear, icon="x", key="Esc")
        self._close = Button(desk, self.close_act, kind="bare", icon_only=True, small=True)
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(13, 3, 5, 3)
        self._row.setSpacing(8)
        self._row.addWidget(self._icon)
        self._row.addSpacing(4)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        desk.dressed.connect(self.dress)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence now shown, or nothing."""
        return "" if self.isHidden() else self._words()

    def show_message(self, words: Callable[[], str], *acts: Act, kind: Kind = "error") -> None:
        """Show a sentence.

        Args:
            words: gives it in the window's language of the moment; its beginning, what did
                not happen, stands out.
            acts: ways out, at most two; each closes the bar.
            kind: how grave it is.
        """
        self._drop_buttons()
        self._kind = kind
        self._words = words
        for act in acts:
            button = Button(self._desk, act, small=True)
            button.clicked.connect(self.clear)
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        for one, following in pairwise([*self._buttons, self._close]):
            QWidget.setTabOrder(one, following)
        self.dress()
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # as below

        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)

    def clear(self) -> None:
        """Take the sentence away."""
        self._drop_buttons()
        self.hide()

    def dress(self) -> None:
        """Take words and colours anew."""
        from html import escape  # when something failed

        icon, tone = _KINDS[self._kind]
        self._icon.setPixmap(self._desk.icons.pixmap(icon, self._desk.tokens.ink(tone), 18))
        restyle(self._frame, f"bar-{self._kind}")
        words = self._words()
        self.setAccessibleName(words)
        words = _LONG.sub("\\g<0>\u200b", words)
        end = _LEAD.search(words)
        lead, rest = (words[: end.end()], words[end.end() :]) if end else ("", words)
        way = "rtl" if self._desk.say.right_to_left else "ltr"  # whatever its first word is
        self._text.setText(
            f'<div dir="{way}"><span style="font-weight: 600">{escape(lead)}</span>'
            f"{escape(rest)}</div>"
        )

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
