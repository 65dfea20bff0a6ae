"""The one way to write: a unit of work that checks, journals and commits whole or not at all."""

import getpass
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, Select

from db.errors import UserError
from db.failures import explained
from db.statements import read_only

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.journal import JournalEntry

    Listener = Callable[[tuple[JournalEntry, ...]], None]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """What is recorded, as it stood when reading began; nothing can be written through it.

    Attributes:
        connection: for a list of bare columns, which needs no mapped class.
    """

    connection: Connection

    @cached_property
    def db(self) -> "Session":
        """The records; SQLAlchemy's mapper is loaded at the first use, not with the window."""
        from sqlalchemy.orm import Session  # as said

        return Session(self.connection, autoflush=False)

    def plain_rows(self, query: Select[*tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
        """Give very many rows as the driver does: whole numbers and plain text, nothing else."""
        with closing(self.connection.execute(query)) as result:
            return result.cursor.fetchall()

    def close(self) -> None:
        """Let go of the records read."""
        if "db" in self.__dict__:
            self.db.close()


@dataclass(frozen=True)
class UnitOfWork(Reading):
    """One use case at work: what it adds to, changes in or deletes from `db` is kept as a whole.

    Attributes:
        use_case: its name, as in ``sessions.record``.
        who: does it.
        at: when it began, in UTC.
        uid: of its entries in the journal.
    """

    use_case: str
    who: str
    at: datetime
    uid: str

    @cached_property
    def db(self) -> "Session":
        """The records, to be changed."""
        from sqlalchemy.orm import Session  # as above

        return Session(self.connection, join_transaction_mode="rollback_only")


class Store:
    """An open record; several threads may read it while one writes.

    Attributes:
        name: of the file or server, for the user.
        engine: below everything; what writes through it is journaled by nobody.
        file: that holds it; None on a server.
    """

    def __init__(
        self,
        engine: Engine,
        name: str,
        *,
        writing: bool,
        file: Path | None = None,
        lock: sqlite3.Connection | None = None,
    ) -> None:
        self.name = name
        self.engine = engine
        self.file = file
        self._identity = _identity(file) if file is not None else None
        self._readers = engine.execution_options(postgresql_readonly=True)
        self._writers = engine.execution_options(mahdar_writes=True)
        self._writing = writing
        self._lock = lock
        self._one_at_a_time = threading.Lock()
        self._writer: int | None = None
        self._listeners: list[Listener] = []

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Read one unchanging state of the record.

        Raises:
            UserError: the file cannot be read any more.
            RuntimeError: something was to be written.
        """
        with (
            explained(self.name),
            self._readers.connect() as connection,
            connection.begin(),
            closing(Reading(connection)) as reading,
        ):
            read_only(connection)
            yield reading

    @contextmanager
    def write(
        self, use_case: str, who: str | None = None, *, typing: bool = False
    ) -> Iterator[UnitOfWork]:
        """Do one use case: all of it is kept at the end, or none of it if anything fails.

        Args:
            use_case: its name in the journal, as in ``sessions.record``.
            who: does it; the system's user when not given.
            typing: whether it keeps what is being typed and is soon followed by its like: within
                a minute the journal tells of them as of one.

        Raises:
            UserError: the store was opened for reading, or the file cannot be written or is no
                longer in its place.
            RuntimeError: it began within another, or wrote around the journal, or changed what
                never changes.
        """
        if not self._writing:
            raise UserError(
                "Nothing was saved, because {file} is open for reading only; close it and open it"
                " again for writing; what is recorded is safe.",
                file=self.name,
            )
        if self._writer == threading.get_ident():
            raise RuntimeError(f"{use_case} began within another unit of work")
        from db.journal import entries  # the models, when they are written
        from db.models.base import new_uid  # as above
        from db.recorder import Recorder  # as above

        told: tuple[JournalEntry, ...] = ()
        with self._one_at_a_time:
            self._writer = threading.get_ident()
            try:
                self._stay_in_place()
                with (
                    explained(self.name),
                    self._writers.connect() as connection,
                    connection.begin(),
                    closing(
                        UnitOfWork(
                            connection, use_case, who or _user(), datetime.now(UTC), new_uid()
                        )
                    ) as work,
                ):
                    recorder = Recorder(work.db, connection)
                    yield work
                    joined = recorder.finish(
                        unit=work.uid, at=work.at, who=work.who, use_case=use_case, typing=typing
                    )
                    self._stay_in_place()
                    if self._listeners:
                        told = entries(work, unit=work.uid) + entries(work, ids=joined)
            finally:
                self._writer = None
        if told:
            self._tell(told)

    def subscribe(self, listener: "Listener") -> Callable[[], None]:
        """Have a function called with the entries of each unit of work, once it is kept.

        It is called in the thread that wrote; a unit that changed nothing is not told.

        Returns:
            A function that ends the subscription.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Let go of the file; another window may then write it."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _stay_in_place(self) -> None:
        """Refuse to write into a file that was taken away: the system lets it be written unseen.

        Raises:
            UserError: it is gone, or another one stands in its place.
        """
        if self.file is None:
            return
        here = _identity(self.file)
        if here is None:
            raise UserError(
                "Nothing was saved, because {file} is no longer in {folder}: the folder was moved,"
                " deleted or disconnected; put it back and try again; what was recorded before is"
                " safe in it.",
                file=self.file.name,
                folder=str(self.file.parent),
            )
        if here != self._identity:
            raise UserError(
                "Nothing was saved, because another {file} has taken the place of the one that is"
                " open in {folder}; put that one back and try again, or close this window and open"
                " it anew; what was recorded before is safe.",
                file=self.file.name,
                folder=str(self.file.parent),
            )

    def _tell(self, told: "tuple[JournalEntry, ...]") -> None:
        for listener in tuple(self._listeners):
            try:
                listener(told)
            except Exception:  # noqa: BLE001 - what was written is kept, whatever a screen does
                _log.exception("a listener failed; what was written is kept")


def _identity(file: Path) -> tuple[int, int] | None:
    """Tell a file from every other, whatever its name; None when there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # each is what some Python says for "no name"
        return ""
