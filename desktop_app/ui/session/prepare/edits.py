"""What is typed about a record: kept field by field, soon after the last key."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import UserError
from desktop_app.services.validation import FieldError

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.ui.desk import Desk

Path = tuple[str, ...]
"""Of a field in `SessionBasics` or `AgendaDraft`: ``("place", "room", "ar")``."""
Changes = Mapping[Path, object]
Change = Callable[["UnitOfWork", int, Changes], object]


class Edits(QObject):
    """Writes fields of one record, and holds what was refused until it is mended.

    Args:
        use_case: its name in the journal.
        change: writes some fields of the record of an id; called off the window's thread.

    Attributes:
        settled: emitted when something was kept or refused; fields then show what is so.
        saving: emitted when something is being kept.
        refused: emitted when something is not kept.
    """

    settled = Signal()
    saving = Signal()
    refused = Signal()

    def __init__(self, desk: "Desk", use_case: str, change: Change) -> None:
        super().__init__()
        self._desk = desk
        self._use_case = use_case
        self._change = change
        self._key: int | None = None
        self._problems: dict[Path, UserError] = {}
        self._waiting: dict[Path, object] = {}
        self._at_work: Counter[Path] = Counter()
        self._unread: set[Path] = set()

    @property
    def at_work(self) -> bool:
        """Whether something is being kept."""
        return bool(+self._at_work)

    def turn_to(self, key: int) -> None:
        """Write fields of the record of an id, which was just read, from now on."""
        if key != self._key:
            self._key = key
            self._problems.clear()
            self._waiting.clear()
            self._at_work.clear()
        self._unread.clear()

    def problem(self, paths: Sequence[Path]) -> UserError | None:
        """Give what is wrong in some fields, or in a part of one."""
        found = (
            problem
            for path, problem in self._problems.items()
            if any(path[: len(one)] == one for one in paths)
        )
        return next(found, None)

    def may_show(self, path: Path) -> bool:
        """Tell whether a field may show what was read: nothing of it waits or was refused.

        What was just kept is newer than what was read before.
        """
        touched = (*self._problems, *(+self._at_work), *self._unread)
        return not any(one[: len(path)] == path for one in touched)

    def mark(self, path: Path, problem: UserError | None) -> None:
        """Note what is wrong with a field before it can be kept, or that it is mended."""
        if problem is self._problems.get(path):
            return
        if problem is None:
            del self._problems[path]
        else:
            self._problems[path] = problem
        self.settled.emit()

    def keep(self, changes: Changes) -> None:
        """Keep some fields, all or none; with them, what was refused beside them before."""
        key, change = self._key, self._change
        if key is None:
            return
        heads = {path[0] for path in changes}
        beside = {path: value for path, value in self._waiting.items() if path[0] in heads}
        whole = {**beside, **changes}
        self._at_work.update(whole.keys())
        self.saving.emit()

        def done(_: object) -> None:
            if self._key != key:
                return
            self._at_work.subtract(whole.keys())
            self._unread.update(whole)
            for path in whole:
                self._problems.pop(path, None)
                self._waiting.pop(path, None)
            self.settled.emit()

        def failed(error: Exception) -> None:
            self.refused.emit()
            if not isinstance(error, FieldError):
                self._desk.show_error(error)
            if self._key != key:
                return
            self._at_work.subtract(whole.keys())
            if isinstance(error, FieldError):
                at_fault = [path for path in whole if path == error.path] or list(whole)
                self._problems.update(dict.fromkeys(at_fault, error.problem))
            self._waiting.update(whole)
            self.settled.emit()

        self._desk.write(self._use_case, lambda work: change(work, key, whole), done, failed)
