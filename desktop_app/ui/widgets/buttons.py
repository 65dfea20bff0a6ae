"""Buttons: filled, outlined or bare, with an icon and the key that does the same."""

import re
from typing import Final, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.direction import ltr
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.icons import mirrored
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import (
    draw_focus_ring,
    draw_key_cap,
    draw_line,
    key_cap_width,
    text_width,
)
from desktop_app.ui.widgets.rows import start_of, without_start

Kind = Literal["filled", "outlined", "bare", "danger"]
_PADDING: Final = 12
_SMALL: Final = 26
_SMALL_PADDING: Final = 9
_SPACE: Final = 8
_KEY_CAP: Final = 18
_ARROWS: Final = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_cap(key: str) -> str:
    """Write a chord as it stands on a key cap (``Ctrl P``, ``Ctrl ↑``)."""
    *held, last = re.split(r"\+(?=.)", key)
    return " ".join((*held, _ARROWS.get(last, last)))


class Button(QPushButton):
    """Shows an act; its words follow the language and its colours the theme.

    Args:
        act: what pressing it does.
        icon_only: show the icon alone; the words become tool tip and accessible name.
        show_key: write the act's key on the button; else it stands in the tool tip.
        small: lower and closer, inside a line of text or a row.
    """

    def __init__(
        self,
        desk: Desk,
        act: Act,
        *,
        kind: Kind = "outlined",
        icon_only: bool = False,
        show_key: bool = True,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.act = act
        self._kind: Kind = kind
        self._icon_only = icon_only
        self._show_key = show_key
        self._count: int | None = None
        self._height = _SMALL if small else CONTROL_HEIGHT
        self._padding = _SMALL_PADDING if small else _PADDING
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.clicked.connect(act.trigger)
        act.changed.connect(self.dress)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take words and colours anew."""
        words = self._desk.say(self.act.message)
        if self._count is not None:
            words = f"{words} {ltr(f'({self._count})')}"
        self.setText(words)
        self.setEnabled(self.act.isEnabled())
        self.setAccessibleName(words)
        tip = [words] if self._icon_only else []
        if self.act.reason:
            tip.append(self._desk.say(self.act.reason))
        hidden_key = self.act.key and not self._key
        self.setToolTip("\n".join([*tip, ltr(key_cap(self.act.key))] if hidden_key else tip))
        self.updateGeometry()
        self.update()

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon alone, or the words too."""
        if icon_only is not self._icon_only:
            self._icon_only = icon_only
            self.dress()

    def set_count(self, count: int) -> None:
        """Say after the words how many it is about."""
        self._count = count
        self.dress()

    def set_kind(self, kind: Kind) -> None:
        """Make it stand out more, or less."""
        self._kind = kind
        self.update()

    @property
    def _key(self) -> str:
        return key_cap(self.act.key) if self._show_key and not self._icon_only else ""

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        height = scaled(self._height)
        if self._icon_only:
            return QSize(height, height)
        width = text_width(self.text(), self._face()) + 2 * self._padding
        width += ICON + _SPACE if self.act.icon_name else 0
        width += key_cap_width(self._key) + _SPACE if self._key else 0
        return QSize(round(width + 0.5), height)

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
        """Paint ground, icon, words and key from the start side, in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ink = self._paint_ground(painter, box)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._icon_only:
            self._paint_icon(painter, box, ink, rtl=rtl)
            return
        around = max(self._padding, (box.width() - self.sizeHint().width()) / 2 + self._padding)
        inner = box.adjusted(around, 0, -around, 0)
        if self.act.icon_name:
            place = start_of(inner, ICON, self.layoutDirection())
            self._paint_icon(painter, place, ink, rtl=rtl)
            inner = without_start(inner, ICON + _SPACE, self.layoutDirection())
        if self._key:
            width = key_cap_width(self._key)
            at = inner.left() if rtl else inner.right() - width
            height = scaled(_KEY_CAP)
            cap = QRectF(at, (box.height() - height) / 2, width, height)
            edge = QColor(ink)
            edge.setAlphaF(0.8 if self._kind == "filled" else 0.45)
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
            "danger": (tokens.red_tint if active else tokens.surface, tokens.red, tokens.red),
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
        drawn = self._desk.icons.pixmap(self.act.icon_name, ink)
        turned = mirrored(drawn) if self.act.mirror and rtl else drawn
        corner = box.center().toPoint()
        painter.drawPixmap(corner.x() - ICON // 2, corner.y() - ICON // 2 + 1, turned)
