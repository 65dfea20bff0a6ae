"""Icons: the shipped SVG files, tinted by the theme."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from desktop_app.ui.theme import ICON
from resources import resource


class Icons:
    """Draws icons once for each colour and size, and keeps them."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str | QColor, size: int = ICON) -> QPixmap:
        """Draw an icon.

        Args:
            name: of the file in ``icons/`` (``printer``, ``calendar-fill``).
            colour: of the theme.
            size: in logical pixels.
        """
        tone = QColor(colour).name()
        ratio = _device_pixel_ratio()
        key = (name, tone, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, tone, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str | QColor, size: int = ICON) -> QIcon:
        """Draw an icon for a stock widget or a menu."""
        return QIcon(self.pixmap(name, colour, size))

    def paint(self, painter: QPainter, name: str, colour: str | QColor, at: QRectF) -> None:
        """Draw an icon in the middle of a rectangle."""
        size = min(ICON, round(at.width()), round(at.height()))
        corner = at.center() - QPointF(size / 2, size / 2)
        painter.drawPixmap(QRectF(corner, QSize(size, size)).toRect(), self.pixmap(name, colour))


def _device_pixel_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _draw(name: str, tone: str, size: int, ratio: float) -> QPixmap:
    svg = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", tone.encode())
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def mirrored(pixmap: QPixmap) -> QPixmap:
    """Turn an arrow or a chevron over for the other reading direction."""
    turned = pixmap.transformed(QTransform.fromScale(-1, 1))
    turned.setDevicePixelRatio(pixmap.devicePixelRatio())
    return turned
