"""Buttons: filled, outlined or bare, with an icon and the key that does the same."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.icons import mirrored
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, font
from desktop_app.ui.widgets.painting import (
    draw_focus_ring,
    draw_key_cap,
    draw_line,
    key_cap_width,
    text_width,
)
from desktop_app.ui.widgets.rows import start_of, without_start

Kind = Literal["filled", "outlined", "bare"]
_PADDING: Final = 12
_SPACE: Final = 8


class Button(QPushButton):
    """A button whose words follow the language and whose colours follow the theme.

    Args:
        message: English catalogue message, marked with `N_` where it is written.
        icon: file name in ``icons/``, or empty.
        key: written on the button; pressing it is the business of `keys`.
        mirror: turn the icon over in a right-to-left window.
        icon_only: show the icon alone; the words become tool tip and accessible name.
    """

    def __init__(
        self,
        desk: Desk,
        message: str,
        *,
        icon: str = "",
        kind: Kind = "outlined",
        key: str = "",
        mirror: bool = False,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._message = message
        self._icon = icon
        self._kind: Kind = kind
        self._key = key
        self._mirror = mirror
        self._icon_only = icon_only
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take words and colours anew."""
        self.setText(self._desk.say(self._message))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text() if self._icon_only else "")
        self.updateGeometry()
        self.update()

    def set_message(self, message: str, icon: str = "") -> None:
        """Give the button other words, and another icon if one is named."""
        self._message = message
        self._icon = icon or self._icon
        self.dress()

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon alone, or the words too."""
        self._icon_only = icon_only
        self.dress()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        if self._icon_only:
            return QSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        width = text_width(self.text(), self._face()) + 2 * _PADDING
        width += ICON + _SPACE if self._icon else 0
        width += key_cap_width(self._key) + _SPACE if self._key else 0
        return QSize(round(width + 0.5), CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint ground, icon, words and key from the start side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ink = self._paint_ground(painter, box)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._icon_only:
            self._paint_icon(painter, box, ink, rtl=rtl)
            return
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        if self._icon:
            place = start_of(inner, ICON, self.layoutDirection())
            self._paint_icon(painter, place, ink, rtl=rtl)
            inner = without_start(inner, ICON + _SPACE, self.layoutDirection())
        if self._key:
            width = key_cap_width(self._key)
            at = inner.left() if rtl else inner.right() - width
            cap = QRectF(at, (box.height() - 18) / 2, width, 18)
            edge = QColor(ink)
            edge.setAlphaF(0.45 if self._kind == "outlined" else 0.8)
            draw_key_cap(painter, cap, self._key, ink, edge)
            taken = width + _SPACE
            inner = inner.adjusted(taken, 0, 0, 0) if rtl else inner.adjusted(0, 0, -taken, 0)
        painter.setFont(self._face())
        painter.setPen(ink)
        draw_line(painter, inner, self.text(), self.layoutDirection())

    def _face(self) -> QFont:
        return font(13, QFont.Weight.Medium)

    def _paint_ground(self, painter: QPainter, box: QRectF) -> QColor:
        tokens = self._desk.tokens
        active = self.isEnabled() and (self.underMouse() or self.isDown())
        ground, edge, ink = {
            "filled": (tokens.accent, tokens.accent, tokens.on_accent),
            "outlined": (tokens.hover if active else tokens.surface, tokens.line2, tokens.text1),
            "bare": (tokens.hover if active else "", "", tokens.accent),
        }[self._kind]
        if self._kind == "bare" and self._icon_only:
            ink = tokens.text2
        if not self.isEnabled():
            edge = "" if self._kind == "bare" else tokens.line
            ground, ink = "", tokens.line2 if self._icon_only else tokens.text3
        painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus():
            painter.drawRoundedRect(
                box.adjusted(3, 3, -3, -3), RADIUS_CONTROL - 2, RADIUS_CONTROL - 2
            )
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)
        else:
            painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        return QColor(ink)

    def _paint_icon(self, painter: QPainter, box: QRectF, ink: QColor, *, rtl: bool) -> None:
        drawn = self._desk.icons.pixmap(self._icon, ink)
        turned = mirrored(drawn) if self._mirror and rtl else drawn
        corner = box.center().toPoint()
        painter.drawPixmap(corner.x() - ICON // 2, corner.y() - ICON // 2 + 1, turned)
