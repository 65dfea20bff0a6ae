"""A short notice that leaves by itself."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import RADIUS_CONTROL

_SHOWN_MS: Final = 6000
_ABOVE_FOOT: Final = 24


class Toast(QWidget):
    """Stands at the bottom centre of the window, over everything."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setProperty("kind", "toast")
        self._action = QPushButton()
        self._action.setProperty("kind", "toast")
        self._act: Act | None = None
        self._action.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._action)
        self._leave = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._leave.timeout.connect(self.hide)
        desk.dressed.connect(self.hide)
        self.hide()

    def show_notice(self, words: str, act: Act | None = None) -> None:
        """Show what was done.

        Args:
            words: in the window's language.
            act: offered beside them.
        """
        colour = self._desk.tokens.surface
        self._icon.setPixmap(self._desk.icons.pixmap("check-circle", colour))
        self._text.setText(words)
        self._act = act
        self._action.setVisible(act is not None)
        self._action.setText(act.text() if act else "")
        self.place()
        self.show()
        self.raise_()
        self._leave.start()

    def place(self) -> None:
        """Stand in the middle of the window's foot."""
        self.adjustSize()
        left = (self._window.width() - self.width()) // 2
        self.move(left, self._window.height() - self.height() - _ABOVE_FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint the dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._desk.tokens.text1))
        painter.setBrush(QColor(self._desk.tokens.text1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act.trigger()
