"""The list of sessions: found, chosen, opened."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calendar import school_year
from desktop_app.i18n import N_, ltr
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.delegate import RowDelegate
from desktop_app.ui.sessions.model import Column, SessionsModel
from desktop_app.ui.text import hours, long_day
from desktop_app.ui.theme import (
    CARD_PADDING,
    GAP,
    NARROW_WIDTH,
    PAGE_MARGIN,
    ROW_HEIGHT,
    TABLE_HEADER_HEIGHT,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.labels import LineLabel, card, label
from desktop_app.ui.widgets.page_header import PageHeader

_SMALL_ROW: Final = 32
_GROUP_ROW: Final = 30
_PLACE_AT_LEAST: Final = 110
_LEAVING: Final = (
    Column.OUTCOMES,
    Column.PRESENT,
    Column.INVITED,
    Column.PLACE,
    Column.TYPE,
)
_THEME_AT_LEAST: Final = 300


class _Table(QTableView):
    """Tells when it was resized and painted.

    Attributes:
        room: width for the columns. Asking for `viewport()` would do, but makes Qt for Python
            load every class of widget there is, to see which one that is.
    """

    resized = Signal()
    painted = Signal()

    def __init__(self, delegate: RowDelegate) -> None:
        super().__init__()
        self.room = 0
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_GROUP_ROW)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setFixedHeight(TABLE_HEADER_HEIGHT)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the list can be seen."""
        super().paintEvent(event)
        self.painted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the page, which shares the width out among the columns."""
        super().resizeEvent(event)
        self.room = event.size().width()
        self.resized.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer now."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()


class SessionsPage(QWidget):
    """All sessions on file, the coming ones first.

    Attributes:
        header: the window puts it above the messages.
        opened: emitted with the id of the session whose papers are wanted.
    """

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._model = SessionsModel(desk)
        self._delegate = RowDelegate(desk, self._model)
        self.header = PageHeader(desk)
        self._filter = FilterField(desk, N_("Filter: subject, place, number"))
        self._filter.setMaximumWidth(320)
        self._count = label("hint")
        self._wanted = dict.fromkeys(Column, 0)
        self.table = _Table(self._delegate)
        self.table.setModel(self._model)
        self._none = EmptyState(desk, "calendar-blank", N_("No sessions yet"), "")
        self._theme = LineLabel("strong")
        self._about = LineLabel("context")
        self._open = Button(desk, N_("Papers"), icon="file-text", kind="filled", key="Enter")
        self._lay_out()
        self._typed = QTimer(self, singleShot=True, interval=120)
        self._typed.timeout.connect(self._search)
        self._filter.textEdited.connect(lambda _: self._typed.start())
        self._filter.installEventFilter(self)
        self._open.clicked.connect(lambda _: self._open_current())
        self.table.resized.connect(self._fit)
        self.table.doubleClicked.connect(lambda _: self._open_current())
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        desk.dressed.connect(self.dress)
        self.dress()

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show the sessions on file; the one chosen before stays chosen."""
        chosen = self.current
        self._model.set_rows(rows)
        self._rearrange(chosen.id if chosen else None)

    @property
    def current(self) -> SessionRow | None:
        """The session chosen in the list."""
        index = self.table.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else None
        return line if isinstance(line, SessionRow) else None

    def obey(self, chord: str) -> bool:
        """Do what a key means on this page."""
        if chord == "Ctrl+F":
            self._filter.setFocus()
            self._filter.selectAll()
        elif chord == "Esc" and self._filter.text():
            self._filter.clear()
            self._search()
            self.table.setFocus()
        elif chord == "Enter" and not isinstance(self.window().focusWidget(), QAbstractButton):
            return self._open_current()
        else:
            return False
        return True

    def dress(self) -> None:
        """Take the words anew."""
        chosen = self.current
        self.header.title.setText(self._desk.say("Sessions"))
        year = school_year(date.today())  # noqa: DTZ011 - the user's own day
        self.header.context.setText(self._desk.say("School year {year}", year=year))
        self.table.setAccessibleName(self._desk.say("Sessions"))
        self._model.refresh()
        self._rearrange(chosen.id if chosen else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types in the filter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if step := steps.get(Qt.Key(event.key()), 0):
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self._stack = QStackedLayout()
        self._stack.addWidget(frame)
        self._stack.addWidget(self._none)
        filters = QHBoxLayout()
        filters.addWidget(self._filter, 1)
        filters.addStretch(1)
        filters.addWidget(self._count)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addLayout(filters)
        body.addLayout(self._stack, 1)
        self._foot = self._make_foot()
        body.addWidget(self._foot)

    def _make_foot(self) -> QFrame:
        frame, column = card()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._theme)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        column.addLayout(row)
        return frame

    def _search(self) -> None:
        chosen = self.current
        self._model.set_query(self._filter.text())
        self._rearrange(chosen.id if chosen else None)

    def _rearrange(self, chosen: int | None) -> None:
        self.table.clearSpans()
        for row in self._model.group_rows:
            self.table.setSpan(row, 0, 1, len(Column))
            self.table.setRowHeight(row, _GROUP_ROW)
        row_to_show = self._model.row_of(chosen) if chosen is not None else None
        if row_to_show is None and self._model.rowCount():
            row_to_show = 1
        if row_to_show is not None:
            self.table.setCurrentIndex(self._model.index(row_to_show, 0))
        say, shown, total = self._desk.say, self._model.shown, self._model.total
        if shown == total:
            self._count.setText(say.plural("{n} session", "{n} sessions", total))
        else:
            self._count.setText(say("{done} of {total}", done=shown, total=total))
        empty = self._model.rowCount() == 0
        self._stack.setCurrentIndex(1 if empty else 0)
        title = N_("No sessions yet") if total == 0 else N_("No session holds these words")
        self._none.set_messages("calendar-blank", title, "")
        self._foot.setVisible(not empty)
        self._measure()
        self._fit()
        self._show_current()

    def _fit(self) -> None:
        """Give up columns rather than words in a small window."""
        window = self.window()
        small = window.width() < NARROW_WIDTH
        self.table.verticalHeader().setDefaultSectionSize(_SMALL_ROW if small else ROW_HEIGHT)
        widths = dict(self._wanted)
        room = self.table.room
        spare = room - sum(widths.values()) + widths[Column.PLACE]
        widths[Column.PLACE] = min(widths[Column.PLACE], max(spare, _PLACE_AT_LEAST))
        others = sum(widths.values()) - widths[Column.THEME]
        for column in _LEAVING:
            leaves = room - others < _THEME_AT_LEAST
            self.table.setColumnHidden(column, leaves)
            others -= widths[column] if leaves else 0
        widths[Column.THEME] = max(room - others, 0)
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)

    def _measure(self) -> None:
        heads = self.table.horizontalHeader()
        self._wanted = {
            column: max(
                heads.sectionSizeFromContents(column).width(), self._delegate.column_width(column)
            )
            for column in Column
        }

    def _show_current(self) -> None:
        row = self.current
        self._open.setEnabled(row is not None)
        if row is None:
            return
        self._theme.setText(self._model.text_in(row.theme))
        day = long_day(row.first_day, self._desk.language) if row.first_day else ""
        place = self._model.cell(row, Column.PLACE)
        parts = [self._model.cell(row, Column.TYPE), day, hours(row.start, None), place]
        reference = ltr(row.reference) if row.reference else ""
        self._about.setText(" · ".join(part for part in [*parts, reference] if part))

    def _move(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        while 0 <= row < self._model.rowCount() and row in self._model.group_rows:
            row += step
        if 0 <= row < self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(row, 0))

    def _open_current(self) -> bool:
        if (row := self.current) is not None:
            self.opened.emit(row.id)
        return row is not None
