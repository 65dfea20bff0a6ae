"""The one place where the window says what did not happen."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button

_LEAD: Final = re.compile(r":(?= )|,(?= because )")
"""Where the words about what did not happen end."""


@dataclass(frozen=True, slots=True)
class Action:
    """A way out that the bar offers; `message` is an English catalogue message."""

    message: str
    icon: str
    do: Callable[[], object]


class MessageBar(QWidget):
    """What did not happen, why, what to do, what is safe; with up to two ways out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words: Callable[[], str] = str
        self._actions: list[Button] = []
        frame = QFrame()
        frame.setProperty("kind", "bar-error")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 0)
        outer.addWidget(frame)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = Button(desk, N_("Close"), icon="x", kind="bare", icon_only=True)
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(14, 7, 8, 7)
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

    def show_message(self, words: Callable[[], str], *actions: Action) -> None:
        """Show a sentence.

        Args:
            words: gives it in the window's language of the moment; its beginning, what did
                not happen, stands out.
            actions: ways out, at most two; each closes the bar.
        """
        self._drop_actions()
        self._words = words
        for action in actions:
            button = Button(self._desk, action.message, icon=action.icon)
            button.clicked.connect(lambda _=False, do=action.do: self._leave_by(do))
            self._row.insertWidget(self._row.count() - 1, button)
            self._actions.append(button)
        self.dress()
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # as below

        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)

    def clear(self) -> None:
        """Take the sentence away."""
        self._drop_actions()
        self.hide()

    def dress(self) -> None:
        """Take words and colours anew."""
        from html import escape  # when something failed

        colour = self._desk.tokens.red
        self._icon.setPixmap(self._desk.icons.pixmap("warning-circle", colour, 18))
        words = self._words()
        end = _LEAD.search(words)
        lead, rest = (words[: end.end()], words[end.end() :]) if end else ("", words)
        self._text.setText(f'<span style="font-weight: 600">{escape(lead)}</span>{escape(rest)}')
        self.setAccessibleName(words)

    def _leave_by(self, do: Callable[[], object]) -> None:
        self.clear()
        do()

    def _drop_actions(self) -> None:
        for button in self._actions:
            self._row.removeWidget(button)
            button.deleteLater()
        self._actions = []
