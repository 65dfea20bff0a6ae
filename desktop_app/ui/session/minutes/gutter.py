"""The column of times at the start side of the page."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import CARD_PADDING, font, scaled
from desktop_app.ui.widgets.painting import draw_line, fill

if TYPE_CHECKING:
    from desktop_app.ui.session.minutes.editor_view import PageView

_TIME: Final = 36


class Gutter(QWidget):
    """Paints the time at which each line was begun; says nothing that the page does not say."""

    def __init__(self, editor: "PageView") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Room for a time."""
        return QSize(CARD_PADDING + scaled(_TIME), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the times of the lines in view."""
        editor = self._editor
        tokens, layout = editor.desk.tokens, editor.layoutDirection()
        painter = QPainter(self)
        painter.setFont(font(12))
        rtl = layout is Qt.LayoutDirection.RightToLeft
        for seen in editor.seen_lines():
            if seen.bottom < event.rect().top() or seen.top > event.rect().bottom():
                continue
            if seen.current:
                band = QRectF(0, seen.top, self.width(), seen.bottom - seen.top)
                fill(painter, band, QColor(tokens.hover))
            if seen.marks.at is None:
                continue
            painter.setPen(QColor(tokens.text2))
            box = QRectF(0, seen.text_top, self.width(), seen.line_height)
            box.adjust(*((0, 0, -CARD_PADDING, 0) if rtl else (CARD_PADDING, 0, 0, 0)))
            draw_line(painter, box, f"{seen.marks.at:%H:%M}", layout)
