"""The foot of the page: the keys of the moment, and that what was typed is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.direction import ltr
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING, font
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label

_PADDING: Final = 5
_SIGNS: Final = {
    "kept": ("check-circle", "green"),
    "typing": ("circle-dashed", "text2"),
    "failed": ("warning-circle", "red"),
}


class Foot(QFrame):
    """Buttons that show their keys; at the end the hour of the last write."""

    def __init__(self, desk: Desk, acts: Sequence[Act]) -> None:
        super().__init__()
        self.setProperty("kind", "page-foot")
        self._desk = desk
        self._state = ""
        self._at = ""
        self._icon = QLabel()
        self._words = label("context")
        keys = QWidget()
        flow = Flow(5)
        keys.setLayout(flow)
        for act in acts:
            flow.addWidget(_KeyButton(desk, act))
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING - 2, 8, CARD_PADDING - 2, 8)
        row.setSpacing(4)
        row.addWidget(keys, 1)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_kept(self, at: datetime) -> None:
        """Say when it was kept."""
        self._show("kept", f"{at:%H:%M}")

    def show_typing(self) -> None:
        """Say that something is about to be kept."""
        self._show("typing", self._at)

    def show_rest(self) -> None:
        """Say that nothing waits any more, whether anything was kept or not."""
        if self._state == "typing":
            self._show("kept" if self._at else "", self._at)

    def show_failed(self) -> None:
        """Say that what was typed is not kept; the message bar says why."""
        self._show("failed", self._at)

    def clear(self) -> None:
        """Say nothing: nothing was typed here yet."""
        self._show("", "")

    def dress(self) -> None:
        """Take words and colours anew."""
        say = self._desk.say
        words = {
            "kept": say("Saved {time}", time=ltr(self._at)),
            "typing": say("Saving…"),
            "failed": say("Not saved"),
        }.get(self._state, "")
        self._words.setText(words)
        self._icon.setVisible(bool(words))
        if self._state:
            icon, tone = _SIGNS[self._state]
            ink = getattr(self._desk.tokens, tone)
            self._icon.setPixmap(self._desk.icons.pixmap(icon, ink))

    def _show(self, state: str, at: str) -> None:
        if (state, at) != (self._state, self._at):
            self._state, self._at = state, at
            self.dress()


class _KeyButton(Button):
    """Closer than others: six of them and an hour stand in one line."""

    def __init__(self, desk: Desk, act: Act) -> None:
        super().__init__(desk, act, small=True)
        self._padding = _PADDING
        self.updateGeometry()

    def _face(self) -> QFont:
        return font(12, QFont.Weight.Medium)
