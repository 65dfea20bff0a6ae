"""The rows of a table as Qt's views read them: frozen records in groups, ordered and folded."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from typing import Any, Final, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.columns import Column, Group, Row

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Head rows and rows, as many as are not folded.

    Args:
        columns: from the start side.
        key: gives what a row is known by when rows are read again.
        foldable: whether a group can be folded under its head.

    Attributes:
        sorted_by: code of the column that orders the rows of each group; empty for their own.
        descending: whether the greatest comes first.
    """

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        foldable: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.columns = tuple(columns)
        self.foldable = foldable
        self.sorted_by = ""
        self.descending = False
        self._key = key
        self._groups: Sequence[Group[Row]] = ()
        self._folded: set[str] = set()
        self._lines: list[Row | Group[Row]] = []

    @property
    def shown(self) -> int:
        """How many rows there are, folded ones too."""
        return sum(len(group.rows) for group in self._groups)

    @property
    def heads(self) -> list[int]:
        """Where the head rows stand."""
        return [at for at, line in enumerate(self._lines) if isinstance(line, Group)]

    def set_groups(self, groups: Sequence[Group[Row]]) -> None:
        """Take rows."""
        self._groups = groups
        self._arrange()

    def change_rows(self, rows: Sequence[Row]) -> None:
        """Take rows in the places of those of their keys, where these stand."""
        changed = {self._key(row): row for row in rows}
        self._groups = [
            replace(group, rows=[changed.get(self._key(one), one) for one in group.rows])
            for group in self._groups
        ]
        for at, line in enumerate(self._lines):
            row = None if isinstance(line, Group) else changed.get(self._key(line))
            if row is not None:
                self._lines[at] = row
                for column in range(len(self.columns)):  # of several at once Qt paints all again
                    self.dataChanged.emit(self.index(at, column), self.index(at, column))

    def sort_column(self, code: str, *, descending: bool = False) -> None:
        """Order the rows of each group by a column, or as they came when it is empty."""
        self.sorted_by, self.descending = code, descending
        self._arrange()

    def fold(self, code: str, *, folded: bool) -> None:
        """Hide the rows of a group, or show them again."""
        (self._folded.add if folded else self._folded.discard)(code)
        self._arrange()

    def is_folded(self, group: Group[Row]) -> bool:
        """Whether the rows of a group are hidden."""
        return group.code in self._folded

    def refresh_heads(self) -> None:
        """Tell the views that the words of the columns changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def line(self, at: int) -> Row | Group[Row]:
        """What stands in a line."""
        return self._lines[at]

    def row(self, at: int) -> Row | None:
        """The row of a line; None for a head and outside."""
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        return None if isinstance(line, Group) else line

    def rows_in(self, lines: range) -> list[Row]:
        """The rows that stand in some lines, as far as there are any."""
        return [row for row in map(self.row, lines) if row is not None]

    def line_of(self, key: Hashable) -> int | None:
        """Where the row of a key stands, if it is shown."""
        for at, line in enumerate(self._lines):
            if not isinstance(line, Group) and self._key(line) == key:
                return at
        return None

    def lines_of(self, keys: Collection[Hashable]) -> list[int]:
        """Where the rows of some keys stand, as far as they are shown."""
        return [at for at in map(self.line_of, keys) if at is not None]

    def keys_in(self, lines: range) -> Sequence[Hashable]:
        """What the rows of some lines are known by."""
        return [self._key(row) for row in self.rows_in(lines)]

    def line_of_group(self, code: str) -> int:
        """Where the head of a group stands."""
        return next(
            at
            for at, line in enumerate(self._lines)
            if isinstance(line, Group) and line.code == code
        )

    def key_at(self, at: int) -> Hashable | None:
        """What the row of a line is known by; None for a head and outside."""
        row = self.row(at)
        return None if row is None else self._key(row)

    def key_of(self, row: Row) -> Hashable:
        """What a row is known by."""
        return self._key(row)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Head rows and rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Always the same columns; the table hides some in a narrow window."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            message = self.columns[section].message
            return self._desk.say(message) if message else ""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell, for screen readers; the delegate paints from the row itself."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self.line(index.row())
        if isinstance(line, Group):
            return (
                f"{line.title} {len(line.rows)} {line.aside}".strip() if not index.column() else ""
            )
        return self.columns[index.column()].words(line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head row can be come to only where it can be folded."""
        if isinstance(self.line(index.row()), Group) and not self.foldable:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _arrange(self) -> None:
        self.beginResetModel()
        self._lines = []
        for group in self._groups:
            if group.title:
                self._lines.append(group)
            if not self.is_folded(group):
                self._lines += self._ordered(group.rows)
        self.endResetModel()

    def _ordered(self, rows: Sequence[Row]) -> Sequence[Row]:
        column = next((one for one in self.columns if one.code == self.sorted_by), None)
        if column is None or column.sort_by is None:
            return rows
        by: Callable[[Row], Any] = column.sort_by
        known = [row for row in rows if by(row) is not None]
        unknown = [row for row in rows if by(row) is None]
        return [*sorted(known, key=by, reverse=self.descending), *unknown]
