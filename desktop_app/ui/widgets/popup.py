"""What opens in the window at a field, and never takes the focus from it.

Whoever has the focus passes keys on and keeps those that the window would take otherwise
(`keeps_key`).
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.desk import Desk

_EDGE: Final = 8
"""What is left free between the popup and the edge of the window."""
_AWAY: Final = 2


class Popup(QFrame):
    """A child of the window while it is open; it closes when its host goes, moves or loses focus.

    It goes with its owner, whether it ever opened or not.
    """

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        owner.destroyed.connect(self.deleteLater)
        self._desk = desk
        self._host: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def keeps_key(self, key: str) -> bool:
        """Tell whether a key is for the popup: those which the window takes otherwise."""
        return self.isVisible() and key in {"Enter", "Esc"}

    def close_popup(self) -> None:
        """Close; nothing was chosen."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched, self._host = [], None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the host goes, moves or loses the focus."""
        kind = event.type()
        left = kind is QEvent.Type.FocusOut and watched is self._host
        if left or kind in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide}:
            self.close_popup()
        return False

    def _open_at(self, host: QWidget, place: QRect | None, wanted: QSize, least: int) -> None:
        """Stand under a place, or over it where there is more room.

        Args:
            host: has the focus, and keeps it.
            place: in the host's coordinates; the host itself when None.
            wanted: size.
            least: height that it can do with.
        """
        window = host.window()
        if self._host is not host or self.parentWidget() is not window:
            self.close_popup()
            self._watch(host)
            self.setParent(window)
        place = host.rect() if place is None else place
        at = QRect(host.mapTo(window, place.topLeft()), place.size())
        within = window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        below, above = within.bottom() - at.bottom() - _AWAY, at.top() - within.top() - _AWAY
        under = wanted.height() <= below or below >= above
        height = min(wanted.height(), max(below if under else above, least))
        width = min(wanted.width(), within.width())
        left = at.right() + 1 - width if self._desk.say.right_to_left else at.left()
        left = max(min(left, within.right() + 1 - width), within.left())
        top = at.bottom() + 1 + _AWAY if under else at.top() - _AWAY - height
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
        self.show()
        self.raise_()

    def _watch(self, host: QWidget) -> None:
        self._host = host
        widget: QWidget | None = host
        while widget is not None:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = None if widget.isWindow() else widget.parentWidget()
