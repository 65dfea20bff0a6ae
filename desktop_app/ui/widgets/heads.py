"""The heads of a table's columns: clicked, or come to by Tab and ←→, they order its rows."""

from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import RADIUS_CONTROL, TABLE_HEADER_HEIGHT, font, scaled
from desktop_app.ui.widgets.columns import CELL_PADDING
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, fill, text_width
from desktop_app.ui.widgets.rows import start_of, without_start
from desktop_app.ui.widgets.rows_model import RowsModel

_CARET: Final = 12
_SPACE: Final = 4


class Heads(QHeaderView):
    """Words at the side where their column begins, and a caret at the one that orders.

    Attributes:
        wanted: emitted with the code of the column to order by, and whether the greatest comes
            first; the code is empty when rows are to stand as they came.
    """

    wanted = Signal(str, bool)

    def __init__(self, desk: Desk, rows: RowsModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._rows = rows
        self._at = 0
        sortable = any(column.sort_by for column in rows.columns)
        self.setSectionsClickable(sortable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if sortable else Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(30)
        self.sectionClicked.connect(self._order)

    def dress(self) -> None:
        """Take words and height anew."""
        self.setFixedHeight(scaled(TABLE_HEADER_HEIGHT))
        self._name()

    def wanted_width(self, section: int) -> int:
        """The width that the words of a head ask for."""
        words = text_width(self._words(section), font(12))
        caret = _CARET + _SPACE if self._sorted(section) else 0
        return round(words + caret + 0.5) + 2 * CELL_PADDING

    def sectionSizeFromContents(self, section: int) -> QSize:
        """As much as its words ask for."""
        return QSize(self.wanted_width(section), scaled(TABLE_HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Words, caret, hairline."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect)
        fill(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        inner = box.adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        words = self._words(section)
        at_end = self._rows.columns[section].kind == "number"
        painter.setFont(font(12))
        ordered = self._sorted(section)
        painter.setPen(QColor(tokens.text1 if ordered else tokens.text2))
        if ordered:
            width = text_width(words, painter.font())
            taken = inner.width() - _CARET if at_end else width + _SPACE
            caret = start_of(without_start(inner, taken, layout), _CARET, layout)
            name = "caret-down" if self._rows.descending else "caret-up"
            pixmap = self._desk.icons.pixmap(name, tokens.text1, _CARET)
            middle = caret.center().toPoint()
            painter.drawPixmap(middle.x() - _CARET // 2, middle.y() - _CARET // 2 + 1, pixmap)
            if at_end:
                inner = start_of(inner, inner.width() - _CARET - _SPACE, layout)
        draw_line(painter, inner, words, layout, end=at_end)
        if self.hasFocus() and section == self._at:
            draw_focus_ring(painter, box.adjusted(1, 1, -1, -2), tokens, RADIUS_CONTROL)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → go from head to head, as the eye does; Space orders by it."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Left: 1 if rtl else -1, Qt.Key.Key_Right: -1 if rtl else 1}
        if step := steps.get(Qt.Key(event.key())):
            self._move(step)
        elif event.key() == Qt.Key.Key_Space:
            self._order(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a head that orders."""
        super().focusInEvent(event)
        if not self._orders(self._at):
            self._move(1)
        self._name()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _words(self, section: int) -> str:
        return str(self._rows.headerData(section, Qt.Orientation.Horizontal))

    def _sorted(self, section: int) -> bool:
        return bool(self._rows.sorted_by) and (
            self._rows.columns[section].code == self._rows.sorted_by
        )

    def _orders(self, section: int) -> bool:
        return self._rows.columns[section].sort_by is not None and not self.isSectionHidden(section)

    def _move(self, step: int) -> None:
        at = self._at + step
        while 0 <= at < self.count() and not self._orders(at):
            at += step
        if 0 <= at < self.count():
            self._at = at
            self._name()
            self.viewport().update()

    def _order(self, section: int) -> None:
        column = self._rows.columns[section]
        if column.sort_by is None:
            return
        self._at = section
        again, down = self._sorted(section), self._rows.descending
        code = "" if again and down else column.code
        self.wanted.emit(code, again and not down)
        self._name()

    def _name(self) -> None:
        """Say to a screen reader which head has the focus, and how it orders."""
        say, words = self._desk.say, self._words(self._at)
        if self._sorted(self._at):
            if self._rows.descending:
                words = say("{column}, greatest first", column=words)
            else:
                words = say("{column}, smallest first", column=words)
        self.setAccessibleName(say("Order by: {column}", column=words))
