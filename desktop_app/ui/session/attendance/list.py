"""The sheet on the screen: rows with all states in sight, and a place to type under one of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from db.codes import AttendanceState
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.attendance.rows import (
    AttendanceRow,
    Shape,
    StatesCell,
    attendance_columns,
    has_two_lines,
    jump_to,
)
from desktop_app.ui.session.attendance.states import MARKS, segment_widths
from desktop_app.ui.theme import LOW_HEIGHT, NARROW_WIDTH, ROW_HEIGHT, scaled
from desktop_app.ui.widgets.columns import CELL_PADDING, Group
from desktop_app.ui.widgets.table import Table

_TWO_LINES: Final = 44
_SMALL_ROW: Final = 32
_TYPED_TOGETHER_MS: Final = 1000
_BELOW: Final = "below"


class AttendanceTable(Table[AttendanceRow]):
    """Rows of the sheet; a click on a state, or ← and →, choose it.

    Attributes:
        shape: whether states are shown by digits alone.
        picked: emitted with a row and the state that was clicked.
        stepped: emitted with 1 or -1 for the state that follows or goes before.
        reshaped: emitted when states came to be shown otherwise.
    """

    picked = Signal(object, object)
    stepped = Signal(int)
    reshaped = Signal()

    def __init__(self, desk: Desk) -> None:
        self.shape = Shape()
        self._all: Sequence[AttendanceRow] = ()
        self._below: tuple[int, str, QWidget] | None = None
        self._letters = ""
        self._since = QElapsedTimer()
        super().__init__(desk, N_("Attendance"), attendance_columns(desk, self.shape))

    @property
    def rows_shown(self) -> Sequence[AttendanceRow]:
        """The rows, from the top."""
        return self._all

    def show_sheet(self, rows: Sequence[AttendanceRow]) -> None:
        """Show rows; where only some changed in place, those alone are painted again."""
        before = {row.id: row for row in self._all}
        same = list(before) == [row.id for row in rows]
        self._all = rows
        if same and self._below is None:
            changed = [row for row in rows if row != before[row.id]]
            self.rows.change_rows(changed)
            self._set_height(*changed)
        else:
            self._arrange_groups()

    def open_below(self, row: AttendanceRow, title: str, widget: QWidget) -> None:
        """Open a place under a row."""
        self._below = (row.id, title, widget)
        self._arrange_groups()
        at = self.rows.line_of_group(_BELOW)
        self.setIndexWidget(self.rows.index(at, 0), widget)
        self._set_heights()
        self.scrollTo(self.rows.index(at, 0))

    def close_below(self) -> None:
        """Close it; the focus comes back to the rows."""
        if self._below is not None:
            self._below = None
            self._arrange_groups()
            self.setFocus()

    def keyboardSearch(self, search: str) -> None:
        """Jump to a name by its letters, typed one soon after the other."""
        together = self._since.isValid() and self._since.elapsed() < _TYPED_TOGETHER_MS
        self._letters = self._letters + search if together else search
        self._since.start()
        row = self.current
        if row is None:
            return
        at = self._all.index(row)
        found = jump_to(self._all, self._letters, at if together else at + 1)
        if found is not None:
            self.choose(self._all[found].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → follow the eye."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(-step if self._is_rtl() else step)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first row and the last."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.rows.rowCount() - 1,
        }
        if action in ends:
            return self.rows.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the state that was clicked."""
        super().mousePressEvent(event)
        hit = self._hit(event.position().x(), event.position().y())
        if hit is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(*hit)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name a state that is shown by its digit alone."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._hit(event.pos().x(), event.pos().y()) if self.shape.short else None
            words = self._cell(hit[0]).words[MARKS.index(hit[1])] if hit else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    # --- inside ---

    def _show_focus(self) -> None:
        """Paint the two rows alone between which the focus moves, for each key moves it."""
        before = self._delegate.focused
        now = self.currentIndex().row() if self.hasFocus() else -1
        self._delegate.focused = now
        for at in {before, now} - {-1}:
            for column in range(len(self.rows.columns)):
                self.update(self.rows.index(at, column))

    def _arrange_groups(self) -> None:
        if self._below is None:
            self.show_rows(self._all)
            return
        row_id, title, _ = self._below
        split = next(at for at, row in enumerate(self._all, 1) if row.id == row_id)
        above, under = self._all[:split], self._all[split:]
        self.show_groups([Group("", "", above), Group(_BELOW, title, under)])

    def _fit(self) -> None:
        self._shorten()
        super()._fit()
        self._set_heights()

    def _shorten(self) -> None:
        """Show states by digits alone where their words and the names have no room together."""
        name, number = self._wanted["name"], self._wanted["number"]
        words = sum(segment_widths(self._desk.language, short=False)) + 2 * CELL_PADDING + 2
        short = bool(self.room) and name + number + words > self.room
        if short is not self.shape.short:
            self.shape.short = short
            self._measure()
            self.reshaped.emit()

    def _set_heights(self) -> None:
        self._set_height(*self._all)
        if self._below is not None:
            at = self.rows.line_of_group(_BELOW)
            self.setRowHeight(at, self._below[2].sizeHint().height())

    def _set_height(self, *rows: AttendanceRow) -> None:
        """Give rows the height of their lines."""
        window = self.window()
        small = window.width() < NARROW_WIDTH or window.height() < LOW_HEIGHT
        one, two = scaled(_SMALL_ROW if small else ROW_HEIGHT), scaled(_TWO_LINES)
        asked = {row.id for row in rows}
        for at in range(self.rows.rowCount()):
            row = self.rows.row(at)
            if row is not None and row.id in asked:
                height = two if has_two_lines(row) else one
                if self.rowHeight(at) != height:
                    self.setRowHeight(at, height)

    def _hit(self, x: float, y: float) -> tuple[AttendanceRow, AttendanceState] | None:
        index = self.indexAt(QRectF(x, y, 1, 1).toRect().topLeft())
        row = self.rows.row(index.row())
        if row is None or self.rows.columns[index.column()].code != "state":
            return None
        box = QRectF(self.visualRect(index)).adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        cell, layout = self._cell(row), self.layoutDirection()
        segments = cell.segments(cell.frame(box, layout), layout)
        hit = (mark for mark, one in zip(MARKS, segments, strict=True) if one.contains(x, y))
        state = next(hit, None)
        return None if state is None else (row, state)

    def _cell(self, row: AttendanceRow) -> StatesCell:
        cell = self.rows.columns[-1].written(row)
        assert isinstance(cell, StatesCell)  # noqa: S101 - its column makes no other
        return cell

    def _is_rtl(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
