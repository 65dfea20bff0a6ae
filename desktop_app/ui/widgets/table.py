"""The one table of the window."""

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import (
    ICON,
    LOW_HEIGHT,
    NARROW_WIDTH,
    ROW_HEIGHT,
    font,
    scaled,
)
from desktop_app.ui.widgets.columns import CELL_PADDING, Canvas, Column, Group, Row, fitted
from desktop_app.ui.widgets.heads import Heads
from desktop_app.ui.widgets.painting import draw_line, draw_two_lines, fill, text_width
from desktop_app.ui.widgets.rows import paint_row_ground, paint_row_ring, start_of, without_start
from desktop_app.ui.widgets.rows_model import Index, RowsModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QItemSelectionRange

_SMALL_ROW: Final = 32
_TALL_ROW: Final = 48
_GROUP_ROW: Final = 30
_MEASURED_ROWS: Final = 60
_QUIET: Final = frozenset({"quiet", "ltr"})


class RowDelegate(QStyledItemDelegate):
    """Paints hairlines, hover, selection with its bar at the start edge, cells and head rows.

    It asks what is selected: `option.state` would load all the names of `QStyle`.

    Attributes:
        hovered: line under the pointer, or -1.
        focused: line that has the focus of the keyboard, or -1.
        first, last: the columns at the ends of the line.
        tall: whether rows have room for two lines of what may be cut.
        inset: whether its card ends with the last row, and one is lit while it has the focus alone.
        cut: what was cut that never may be: by code of its column, the width that it needs.
    """

    def __init__(
        self,
        desk: Desk,
        model: RowsModel[Any],
        selection: QItemSelectionModel,
        *,
        tall: bool,
        inset: bool,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._model = model
        self._selection = selection
        self.tall, self.inset = tall, inset
        self.hovered = -1
        self.focused = -1
        self.first = self.last = 0
        self.cut: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Width of a cell's words; the table sets the height of rows."""
        row = self._model.row(index.row())
        rows = [] if row is None else [row]
        return QSize(self._model.columns[index.column()].width(rows), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        tokens = self._desk.tokens
        rect = QRectF(option.rect)
        at, column = index.row(), index.column()
        line = self._model.line(at)
        selected = self._selection.isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected and self.inset and self.focused < 0:
            selected = False
            fill(painter, rect, QColor(tokens.surface))  # over what Qt painted
        if isinstance(line, Group):
            fill(painter, rect, QColor(tokens.bg))
        paint_row_ground(
            painter,
            rect,
            tokens,
            option.direction,
            selected=selected,
            hovered=at == self.hovered and not isinstance(line, Group),
            first=column == self.first or isinstance(line, Group),
            line=not self.inset or at + 1 < self._model.rowCount(),
        )
        if at == self.focused:
            last = column == self.last or isinstance(line, Group)
            paint_row_ring(painter, rect, tokens, option.direction, last=last)
        if isinstance(line, Group):
            self._paint_group(painter, rect, line, option.direction)
        else:
            self._paint_cell(painter, option, line, self._model.columns[column], selected=selected)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRectF, group: Group[Any], layout: Qt.LayoutDirection
    ) -> None:
        tokens = self._desk.tokens
        inner = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if self._model.foldable:
            ahead = "caret-left" if layout is Qt.LayoutDirection.RightToLeft else "caret-right"
            caret = ahead if self._model.is_folded(group) else "caret-down"
            place = start_of(inner, ICON, layout)
            self._desk.icons.paint(painter, caret, tokens.text2, place)
            inner = without_start(inner, ICON + 6, layout)
        painter.setFont(font(12, QFont.Weight.DemiBold))
        for words, colour in (
            (group.title, tokens.text1),
            (str(len(group.rows)) if group.counts else "", tokens.text2),
            (group.aside, tokens.text2),
        ):
            painter.setPen(QColor(colour))
            draw_line(painter, inner, words, layout)
            inner = without_start(inner, text_width(words, painter.font()) + 8, layout)
            if colour == tokens.text2:
                painter.setFont(font(12))

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: object,
        column: Column[Any],
        *,
        selected: bool,
    ) -> None:
        tokens, layout = self._desk.tokens, option.direction
        box = QRectF(option.rect).adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        cell = column.written(row)
        if isinstance(cell, str):
            painter.setFont(column.face())
            painter.setPen(QColor(tokens.text2 if column.kind in _QUIET else tokens.text1))
            if self.tall and column.may_be_cut:
                cut = draw_two_lines(painter, box, cell, layout)
            else:
                cut = draw_line(painter, box, cell, layout, end=column.kind == "number")
        else:
            canvas = Canvas(painter, tokens, self._desk.icons, layout, selected)
            cut = cell.paint(canvas, box)
        if cut and not column.may_be_cut:
            self.cut[column.code] = max(self.cut.get(column.code, 0), column.width([row]))


class Table(QTableView, Generic[Row]):
    """Rows of frozen records; columns leave a narrow window, words are not cut.

    Args:
        message: English catalogue message that names the table.
        columns: from the start side.
        key: gives what a row is known by when rows are read again; its `id` unless said.
        many: whether several rows can be chosen.
        foldable: whether groups can be folded under their heads.
        tall: whether rows have room for two lines of what may be cut.
        inset: whether it is a short list among other things: its card ends with the last row, and
            a row is lit only while the list has the focus.

    Attributes:
        rows: the model; keeps_rows: its class.
        room: width for the columns. Asking for `viewport()` would do, as it would for painting
            again, but makes Qt for Python load every class of widget there is, to see which one
            that is.
        moved: emitted when another row, or none, is the current one.
        opened: emitted with the row that was double-clicked.
        painted: emitted whenever the table was painted.
        ordered: emitted when rows were ordered by another column.
    """

    moved = Signal()
    opened = Signal(object)
    painted = Signal()
    ordered = Signal()
    keeps_rows: type[RowsModel[Any]] = RowsModel

    def __init__(
        self,
        desk: Desk,
        message: str,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable] = attrgetter("id"),
        many: bool = False,
        foldable: bool = False,
        tall: bool = False,
        inset: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._dense = False
        self._message = message
        self.room = 0
        self._wanted = {column.code: 0 for column in columns}
        self._firm: dict[str, int] = {}
        self.rows: RowsModel[Row] = self.keeps_rows(desk, columns, key, foldable=foldable)
        self._heads = Heads(desk, self.rows)
        self.setHorizontalHeader(self._heads)
        self.setModel(self.rows)
        self._delegate = RowDelegate(desk, self.rows, self.selectionModel(), tall=tall, inset=inset)
        self.setItemDelegate(self._delegate)
        self._set_up(many=many)
        self._heads.wanted.connect(
            lambda code, descending: self.sort_column(code, descending=descending)
        )
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._fold_clicked)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def cut(self) -> set[str]:
        """Codes of the columns that never may be cut and were."""
        return set(self._delegate.cut)

    @property
    def current(self) -> Row | None:
        """The row that is the current one."""
        return self.rows.row(self.currentIndex().row())

    @property
    def chosen(self) -> list[Row]:
        """The rows that are chosen, from the top."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [row for row in map(self.rows.row, lines) if row is not None]

    @property
    def chosen_keys(self) -> list[Hashable]:
        """What the rows that are chosen are known by, from the top."""
        chosen = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        ranges = sorted((one.top(), one.bottom() + 1) for one in chosen)
        return list(dict.fromkeys(key for one in ranges for key in self.rows.keys_in(range(*one))))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows without heads; the one chosen before stays chosen."""
        self.show_groups([Group("", "", rows)])

    def show_groups(self, groups: Sequence[Group[Row]]) -> None:
        """Show rows under heads; the one chosen before stays chosen."""
        self._rearrange(lambda: self.rows.set_groups(groups))

    def sort_column(self, code: str, *, descending: bool = False) -> None:
        """Order the rows of each group by a column, or as they came when it is empty."""
        self._rearrange(lambda: self.rows.sort_column(code, descending=descending))
        self.ordered.emit()

    def choose(self, key: Hashable) -> bool:
        """Make the row of a key the current one, and tell whether it is shown."""
        at = self.rows.line_of(key)
        if at is not None:
            self.setCurrentIndex(self.rows.index(at, 0))
        return at is not None

    def move_by(self, step: int) -> None:
        """Go some rows down or up, over heads, from wherever the focus is."""
        at = self.currentIndex().row() + step
        while 0 <= at < self.rows.rowCount() and self.rows.row(at) is None:
            at += step
        if 0 <= at < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at, 0))

    def set_dense(self) -> None:
        """Keep rows as low as they are in a small window."""
        self._dense = True
        self._fit()

    def dress(self) -> None:
        """Take words and sizes anew."""
        self.setAccessibleName(self._desk.say(self._message))
        self._heads.dress()
        self._rearrange(self.rows.refresh_heads)

    def _set_up(self, *, many: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_GROUP_ROW)

    # --- what Qt calls ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the table can be seen; widen what was found too narrow further down."""
        super().paintEvent(event)
        self.painted.emit()
        wider = {
            code: width for code, width in self._delegate.cut.items() if width > self._wanted[code]
        }
        if wider:
            self._wanted |= wider
            QTimer.singleShot(0, self, self._fit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer now."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.room = event.size().width()
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is the current one."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._show_focus()
            self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row has the focus."""
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No row has the focus now."""
        super().focusOutEvent(event)
        self._show_focus()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go over head rows that cannot be folded."""
        index = super().moveCursor(action, modifiers)
        at = index.row()
        if at < 0 or self.rows.foldable or self.rows.row(at) is not None:
            return index
        up = action is QAbstractItemView.CursorAction.MoveUp and at > 0
        return self.rows.index(at - 1 if up else at + 1, index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold the head that the focus is on; ← and → follow the eye."""
        at = self.currentIndex().row()
        if at >= 0 and isinstance(group := self.rows.line(at), Group):
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            close, open_ = Qt.Key.Key_Left, Qt.Key.Key_Right
            folds = {close: not rtl, open_: rtl, Qt.Key.Key_Space: not self.rows.is_folded(group)}
            if (folded := folds.get(Qt.Key(event.key()))) is not None:
                self._fold(group, folded=folded)
                return
        super().keyPressEvent(event)

    # --- inside ---

    def _hover(self, at: int) -> None:
        if at != self._delegate.hovered:
            self._delegate.hovered = at
            self._paint_again()

    def _show_focus(self) -> None:
        self._delegate.focused = self.currentIndex().row() if self.hasFocus() else -1
        self._paint_again()

    def _paint_again(self) -> None:
        self.setDirtyRegion(QRegion(self.rect()))

    def _open(self, index: QModelIndex) -> None:
        if (row := self.rows.row(index.row())) is not None:
            self.opened.emit(row)

    def _fold_clicked(self, index: QModelIndex) -> None:
        if self.rows.foldable and isinstance(group := self.rows.line(index.row()), Group):
            self._fold(group, folded=not self.rows.is_folded(group))

    def _fold(self, group: Group[Row], *, folded: bool) -> None:
        self._rearrange(lambda: self.rows.fold(group.code, folded=folded))
        self.setCurrentIndex(self.rows.index(self.rows.line_of_group(group.code), 0))

    def _rearrange(self, arrange: Callable[[], object]) -> None:
        keys = self.chosen_keys
        current = self.rows.key_at(self.currentIndex().row())
        arrange()
        self._span_heads()
        if current is None or not self.choose(current):
            self.move_by(1)
        if keys not in ([], [current]):
            self._choose_all(keys)
        self._measure()
        self._fit()
        self._show_focus()
        self.moved.emit()

    def _choose_all(self, keys: Sequence[Hashable]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        lines = sorted(self.rows.lines_of(keys))
        for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
            ats = [at for _, at in run]
            chosen.select(self.rows.index(ats[0], 0), self.rows.index(ats[-1], 0))
        self.selectionModel().select(chosen, flags.Select | flags.Rows)

    def _span_heads(self) -> None:
        self.clearSpans()
        for at in self.rows.heads:
            self.setSpan(at, 0, 1, len(self.rows.columns))
            self.setRowHeight(at, scaled(_GROUP_ROW))

    def _measure(self) -> None:
        here = max(self.currentIndex().row(), 0)
        near = range(here - _MEASURED_ROWS // 2, here + _MEASURED_ROWS // 2)
        rows = self.rows.rows_in(range(_MEASURED_ROWS)) + self.rows.rows_in(near)
        self._wanted = {
            column.code: max(self._heads.wanted_width(at), column.width(rows))
            for at, column in enumerate(self.rows.columns)
        }
        self._firm = {
            column.code: column.firm_width(rows)
            for column in self.rows.columns
            if column.may_be_cut
        }

    def _fit(self) -> None:
        """Give up columns rather than words in a small window."""
        self._delegate.cut.clear()
        window = self.window()
        small = self._dense or window.width() < NARROW_WIDTH or window.height() < LOW_HEIGHT
        low = _SMALL_ROW if small else ROW_HEIGHT
        self.verticalHeader().setDefaultSectionSize(
            scaled(_TALL_ROW if self._delegate.tall else low)
        )
        widths = fitted(self.rows.columns, self._wanted, self.room, self._firm)
        for at, column in enumerate(self.rows.columns):
            self.setColumnHidden(at, column.code not in widths)
            if column.code in widths:
                self.setColumnWidth(at, widths[column.code])
        shown = [at for at, column in enumerate(self.rows.columns) if column.code in widths]
        self._delegate.first, self._delegate.last = shown[0], shown[-1]
