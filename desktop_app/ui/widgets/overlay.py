"""What stands over the window: a card on a veil, which keeps keys and focus to itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.acts import Act, of_key
from desktop_app.ui.desk import Desk
from desktop_app.ui.tab_order import move_focus, stops

_VEIL: Final = 110  # of 255: the window stays readable behind it
EDGE: Final = 20
"""What is left free between the card and the window's edge."""


class Overlay(QWidget):
    """Dims the window under one card; a subclass fills the card and places it.

    Args:
        close: English catalogue message of the act that leaves without doing anything.
        acts: what can be done here; the first is also done by Ctrl+Enter.

    Attributes:
        card: what is in front.
        close_act: leaves without doing anything.
        acts: all that can be done here, leaving too.
        closed: emitted when it has gone, whichever way.
    """

    closed = Signal()

    def __init__(self, desk: Desk, close: str, acts: Sequence[Act] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._before: QWidget | None = None
        self._over: QWidget | None = None
        self.close_act = Act(desk, close, self.leave, key="Esc")
        self.acts: Sequence[Act] = (*acts, self.close_act)
        self.card = QFrame(self)
        self.card.setProperty("kind", "dialog")
        self.card.installEventFilter(self)
        desk.dressed.connect(self.dress)

    def dress(self) -> None:
        """Take the words anew."""
        self.place()

    def place(self) -> None:
        """Give the card its size and place in the window."""

    def act_of(self, key: str) -> Act | None:
        """Give the act of a key: nothing behind the card hears it."""
        first = self.acts[0]
        if key == "Ctrl+Enter" and first is not self.close_act and first.isEnabled():
            return first
        return of_key(self.acts, key)

    def show_over(self, window: QWidget) -> None:
        """Cover a window; `desk.ask` does this."""
        before = _in_focus(window)
        self._before = before if before is not None and before.isVisible() else None
        self._over = window
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.place()
        if (first := next(stops(self), None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go, and give the focus back."""
        if self._over is None:
            return
        self._over.removeEventFilter(self)
        self._over = None
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; stand where its middle is."""
        if event.type() is QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
            self.place()
        elif event.type() is QEvent.Type.LayoutRequest and watched is self.card:
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # the veil alone
        """Dim what lies behind."""
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks on the veil from what lies behind."""
        event.accept()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go round inside."""
        move_focus(self, forwards=forwards)
        return True


def _in_focus(window: QWidget) -> QWidget | None:
    return window.window().focusWidget()
