"""The lines of the register, read as they come into sight: however many there are, few are held."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Sequence
from itertools import accumulate
from typing import Final, overload

from PySide6.QtCore import QModelIndex, Qt

from db.codes import FollowUpState, OutcomeKind, Priority
from desktop_app.services.follow_up_data import Line
from desktop_app.ui.widgets.columns import Group
from desktop_app.ui.widgets.rows_model import Index, RowsModel
from desktop_app.wording.bilingual import Bilingual

_WINDOW: Final = 64
_ROOT: Final = QModelIndex()
_COME_TO: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
Read = Callable[[Sequence[int]], Sequence[Line]]
GONE: Final = Line(
    id=0,
    uid="",
    session_id=0,
    reference="",
    theme=Bilingual(),
    day=None,
    position=0,
    item_position=0,
    item=Bilingual(),
    kind=OutcomeKind.ACTION,
    text=Bilingual(),
    person_id=None,
    person=Bilingual(),
    body_ids=(),
    bodies=(),
    owner_text=Bilingual(),
    due=None,
    ongoing=False,
    priority=Priority.NORMAL,
    state=FollowUpState.CANCELLED,
    percent=0,
    late=0,
)
"""Stands, until the list is read again, for what was removed since it was."""


class Lines(Sequence[Line]):
    """The lines of some outcomes.

    Args:
        ids: of the outcomes, in their order.
        count: how many there are in truth, where not all are named yet.
        read: gives lines by their ids.
        held: the lines read before, by id; shared by all sections.
    """

    def __init__(
        self, ids: Sequence[int], count: int, read: Read, held: dict[int, Line | None]
    ) -> None:
        self.ids = ids
        self._count = count
        self._read = read
        self._held = held

    def __len__(self) -> int:
        """Say how many there are."""
        return self._count

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        """Give a line, read with those around it; `GONE` when it is no more."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self.ids)))]
        key = self.ids[at]
        if key not in self._held:
            first = max(at - _WINDOW // 2, 0)
            around = [one for one in self.ids[first : first + _WINDOW] if one not in self._held]
            self._held |= {line.id: line for line in self._read(around)}
            self._held |= {one: None for one in around if one not in self._held}
        return self._held[key] or GONE


class _All(Sequence[Line | Group[Line]]):
    """Heads and lines, as many as are named and not folded."""

    def __init__(self, parts: Sequence[tuple[Group[Line], Sequence[int]]]) -> None:
        self.parts = parts
        self.starts = [0, *accumulate(1 + len(ids) for _, ids in parts)]

    def __len__(self) -> int:
        return self.starts[-1]

    @overload
    def __getitem__(self, at: int) -> Line | Group[Line]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line | Group[Line]]: ...
    def __getitem__(self, at: int | slice) -> Line | Group[Line] | Sequence[Line | Group[Line]]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        part = bisect_right(self.starts, at) - 1
        group, _ = self.parts[part]
        within = at - self.starts[part] - 1
        return group if within < 0 else group.rows[within]

    def key(self, at: int) -> int | None:
        """Give the id of the outcome in a line; None for a head and outside."""
        if not 0 <= at < len(self):
            return None
        part = bisect_right(self.starts, at) - 1
        within = at - self.starts[part] - 1
        return None if within < 0 else self.parts[part][1][within]


class RegisterRows(RowsModel[Line]):
    """Heads and lines of the register; what is not asked for is not read."""

    _all = _All(())

    @property
    def heads(self) -> list[int]:
        """Where the heads stand."""
        return self._all.starts[:-1]

    def line(self, at: int) -> Line | Group[Line]:
        """What stands in a line."""
        return self._all[at]

    def row(self, at: int) -> Line | None:
        """The outcome in a line; None for a head and outside."""
        if self._all.key(at) is None:
            return None
        line = self._all[at]
        return None if isinstance(line, Group) else line

    def key_at(self, at: int) -> Hashable | None:
        """Give the id of the outcome in a line."""
        return self._all.key(at)

    def line_of(self, key: Hashable) -> int | None:
        """Where the outcome of an id stands, if it is shown."""
        for start, (_, ids) in zip(self._all.starts, self._all.parts, strict=False):
            if key in ids:
                return start + 1 + ids.index(key)
        return None

    def lines_of(self, keys: Collection[Hashable]) -> list[int]:
        """Where the outcomes of some ids stand, as far as they are shown."""
        wanted = set(keys)
        return [
            start + 1 + within
            for start, (_, ids) in zip(self._all.starts, self._all.parts, strict=False)
            for within, one in enumerate(ids)
            if one in wanted
        ]

    def keys_in(self, lines: range) -> Sequence[Hashable]:
        """Give the ids of the outcomes in some lines."""
        return [
            key
            for start, (_, ids) in zip(self._all.starts, self._all.parts, strict=False)
            if start < lines.stop and start + 1 + len(ids) > lines.start
            for key in ids[max(lines.start - start - 1, 0) : max(lines.stop - start - 1, 0)]
        ]

    def line_of_group(self, code: str) -> int:
        """Where the head of a section stands."""
        codes = [group.code for group, _ in self._all.parts]
        return self._all.starts[codes.index(code)]

    def flags(self, index: Index) -> Qt.ItemFlag:  # asked so often that it has to be quick
        """Heads can be come to, because they can be folded."""
        return _COME_TO

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Heads and lines."""
        return 0 if parent.isValid() else len(self._all)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._all = _All(
            [
                (group, () if self.is_folded(group) else group.rows.ids)
                for group in self._groups
                if isinstance(group.rows, Lines)
            ]
        )
        self.endResetModel()
