"""The list of sessions as Qt's views read it."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from db.codes import SessionState
from desktop_app.i18n import N_, ltr
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.rows import Group, Line, grouped, matching
from desktop_app.ui.text import capitalised, long_day, short_day, text_for
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.bilingual import Bilingual

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
NOTHING: Final = "–"


class Column(IntEnum):
    """The columns, from the start side."""

    REFERENCE = 0
    DAY = 1
    TYPE = 2
    THEME = 3
    PLACE = 4
    INVITED = 5
    PRESENT = 6
    OUTCOMES = 7
    STATE = 8


_HEADS: Final = {
    Column.REFERENCE: N_("Number"),
    Column.DAY: N_("Date"),
    Column.TYPE: N_("Type"),
    Column.THEME: N_("Subject"),
    Column.PLACE: N_("Place"),
    Column.INVITED: N_("Invited"),
    Column.PRESENT: N_("Present"),
    Column.OUTCOMES: N_("Outcomes"),
    Column.STATE: N_("State"),
}
_CHIPS: Final = {
    SessionState.PLANNED: (N_("Planned"), "calendar-blank", "neutral"),
    SessionState.INVITED: (N_("Invitations sent"), "paper-plane-tilt", "accent"),
    SessionState.HELD: (N_("Session held"), "check", "accent"),
    SessionState.DRAFTING: (N_("Minutes in progress"), "note-pencil", "amber"),
    SessionState.SIGNED: (N_("Minutes signed"), "seal-check", "green"),
    SessionState.SENT: (N_("Minutes sent"), "check-circle", "green"),
    SessionState.POSTPONED: (N_("Session postponed"), "calendar-x", "neutral"),
    SessionState.CANCELLED: (N_("Session cancelled"), "prohibit", "neutral"),
}


class SessionsModel(QAbstractTableModel):
    """Sessions in two groups, filtered by words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: Sequence[SessionRow] = ()
        self._query = ""
        self._lines: list[Line] = []

    @property
    def shown(self) -> int:
        """How many sessions the filter leaves."""
        return sum(isinstance(line, SessionRow) for line in self._lines)

    @property
    def total(self) -> int:
        """How many sessions there are."""
        return len(self._rows)

    @property
    def group_rows(self) -> list[int]:
        """Where the head rows stand."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Group)]

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Take the sessions on file."""
        self._rows = rows
        self._arrange()

    def set_query(self, query: str) -> None:
        """Keep only the sessions that hold every word."""
        self._query = query
        self._arrange()

    def refresh(self) -> None:
        """Tell the views that words changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._arrange()

    def line(self, row: int) -> Line:
        """What stands in a row."""
        return self._lines[row]

    def row_of(self, session_id: int) -> int | None:
        """Where a session stands, if the filter leaves it."""
        for row, line in enumerate(self._lines):
            if isinstance(line, SessionRow) and line.id == session_id:
                return row
        return None

    def text_in(self, text: Bilingual) -> str:
        """Give a text in the window's language, or in the language it has."""
        return text_for(text, self._desk.language)

    def chip(self, line: SessionRow) -> Chip:
        """The state of a session."""
        message, icon, tone = _CHIPS[line.state]
        return Chip(self._desk.say(message), icon, tone)

    def cell(self, line: SessionRow, column: int) -> str:
        """Write one cell."""
        if column == Column.STATE:
            return self.chip(line).label
        if column == Column.DAY:
            return self._day(line)
        if column == Column.REFERENCE:
            return ltr(line.reference) if line.reference else NOTHING
        if column in {Column.INVITED, Column.PRESENT, Column.OUTCOMES}:
            numbers = {
                Column.INVITED: line.invited,
                Column.PRESENT: line.present,
                Column.OUTCOMES: line.outcomes,
            }
            return str(numbers[Column(column)] or NOTHING)
        texts = {
            Column.TYPE: line.type_label,
            Column.THEME: line.theme,
            Column.PLACE: line.place,
        }
        return capitalised(self.text_in(texts[Column(column)]))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Head rows and sessions."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Always the same columns; the page hides some in a small window."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.say(_HEADS[Column(section)])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell, for the delegate and for screen readers."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return f"{self._desk.say(line.message)} {line.count}" if index.column() == 0 else ""
        return self.cell(line, index.column())

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Head rows cannot be chosen."""
        if isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _day(self, line: SessionRow) -> str:
        if line.first_day is None:
            return NOTHING
        if line.state in {SessionState.PLANNED, SessionState.INVITED}:
            return long_day(line.first_day, self._desk.language)
        return short_day(line.first_day, self._desk.language)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._lines = grouped(matching(self._rows, self._query))
        self.endResetModel()
