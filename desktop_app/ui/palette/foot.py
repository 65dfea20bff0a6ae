"""The foot of the palette: its keys."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.palette.lines import COMMANDS_ONLY, PEOPLE_ONLY
from desktop_app.ui.theme import font, scaled
from desktop_app.ui.widgets.painting import draw_key_cap, draw_line, key_cap_width, text_width

_HEIGHT: Final = 36
_CAP: Final = 18
_EDGE: Final = 16
_GAP: Final = 18
_SPACE: Final = 6
_MOVING: Final = ("↑ ↓", N_("Move"))
_OPENING: Final = ("Enter", N_("Open"))
_PRINTING: Final = ("Ctrl Enter", N_("Open and print"))
_LEAVING: Final = ("Esc", N_("Close"))
_NARROWING: Final = ((COMMANDS_ONLY, N_("Commands")), (PEOPLE_ONLY, N_("People")))


class Foot(QFrame):
    """Key caps with what they do; those that find no room are left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "dialog-foot")
        self._desk = desk
        self._printing = False

    def set_printing(self, printing: bool) -> None:
        """Name the key that prints, or not."""
        self._printing = printing
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(0, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the keys from the start side, the signs that narrow the search at the end side."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left: float = _EDGE
        room = self.width() - _EDGE - sum(map(self._width, _NARROWING)) - _GAP
        keys = [_OPENING, _LEAVING, *([_PRINTING] if self._printing else []), _MOVING]
        for key in keys:
            if left + self._width(key) < room:
                self._paint(painter, left, key)
                left += self._width(key)
        right: float = self.width() - _EDGE + _GAP
        for key in reversed(_NARROWING):
            right -= self._width(key)
            self._paint(painter, right, key)

    def _width(self, key: tuple[str, str]) -> float:
        words = text_width(self._desk.say(key[1]), font(12))
        return key_cap_width(key[0]) + _SPACE + words + 1 + _GAP

    def _paint(self, painter: QPainter, start: float, key: tuple[str, str]) -> None:
        """Paint a key and its words, so far from the start side."""
        tokens, direction = self._desk.tokens, self.layoutDirection()
        cap, words = key_cap_width(key[0]), text_width(self._desk.say(key[1]), font(12)) + 1
        height = scaled(_CAP)
        box = self._box(start, cap, height)
        draw_key_cap(painter, box, key[0], QColor(tokens.text2), QColor(tokens.line))
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        after = self._box(start + cap + _SPACE, words, self.height())
        draw_line(painter, after, self._desk.say(key[1]), direction)

    def _box(self, start: float, width: float, height: float) -> QRectF:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = self.width() - start - width if rtl else start
        return QRectF(at, (self.height() - height) / 2, width, height)
