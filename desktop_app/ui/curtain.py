"""The window before anything is in it: seen at once, while the rest is still being loaded."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.kept import Kept
from desktop_app.ui.theme import (
    DARK,
    LIGHT,
    NARROW_WIDTH,
    PAGE_HEADER_HEIGHT,
    SIDE_BAR_NARROW,
    SIDE_BAR_WIDTH,
    SMALLEST,
)

if TYPE_CHECKING:
    from desktop_app.ui.window import MainWindow


class Curtain(QWidget):
    """Paints the grounds of the window to come, then holds that window.

    Only what the first paint needs is imported here: every class of Qt that is touched costs time.

    Args:
        kept: how it looks, and where it stood and how large it was the last time.
        right_to_left: at which side the side bar stands.

    Attributes:
        painted: emitted once, when it was painted for the first time.
    """

    painted = Signal()

    def __init__(self, kept: Kept, *, right_to_left: bool) -> None:
        super().__init__()
        self._kept = kept
        self._right_to_left = right_to_left
        dark = kept.looked_dark
        if dark is None:  # asking the system takes a tenth of the time until the first paint
            dark = kept.is_dark(QGuiApplication.styleHints().colorScheme())
        self._tokens = DARK if dark else LIGHT
        self._window: MainWindow | None = None
        self._was_painted = False
        self.setMinimumSize(*SMALLEST)
        if not self.restoreGeometry(kept.geometry):
            self.resize(1366, 768)
        self.setWindowTitle("Mahdar")

    def hold(self, window: "MainWindow") -> None:
        """Show a window in the place of the grounds."""
        self._window = window
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(window.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(window)

    def paintEvent(self, event: QPaintEvent) -> None:  # three rectangles
        """Paint page, page header and side bar."""
        if self._window is None:
            width, height = self.width(), self.height()
            side = SIDE_BAR_NARROW if width < NARROW_WIDTH else SIDE_BAR_WIDTH
            at = width - side if self._right_to_left else 0
            painter = QPainter(self)
            _fill(painter, (0, 0, width, height), self._tokens.bg)
            _fill(painter, (0, 0, width, PAGE_HEADER_HEIGHT), self._tokens.surface)
            _fill(painter, (at, 0, side, height), self._tokens.sunken)
            painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window finish what it does."""
        if self._window is not None:
            self._window.close()
            self._kept.looked_dark = self._window.desk.dark
        self._kept.geometry = self.saveGeometry()
        super().closeEvent(event)


def _fill(painter: QPainter, box: tuple[int, int, int, int], colour: str) -> None:
    """Fill a box by stretching one pixel: `fillRect` would first load the whole `Qt` namespace."""
    pixel = QPixmap(1, 1)
    pixel.fill(QColor(colour))
    painter.drawPixmap(*box, pixel)
