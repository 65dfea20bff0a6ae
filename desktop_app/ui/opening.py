"""Opens the record, off the window's thread: the first thing that imports the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.engine import create_store, open_store
from db.failures import explained_file
from db.unit_of_work import Store
from desktop_app.services.session_list import centre_name, list_sessions
from desktop_app.services.session_row import SessionRow
from desktop_app.wording.bilingual import Bilingual

SHOWN_IN_LIST: Final = (
    "sessions",
    "session_days",
    "session_types",
    "attendance",
    "outcomes",
    "bodies",
    "body_names",
)
"""Kinds of record that the list of sessions shows something of."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open record, and what the first page shows of it."""

    store: Store
    sessions: tuple[SessionRow, ...]
    centre: Bilingual


def default_database() -> Path:
    """Where the record of this user is kept unless another file is named."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not when a file is named

    return user_data_path("Mahdar", appauthor=False) / "mahdar.db"


def open_record(database: str) -> Opened | None:
    """Open a record for writing.

    Returns:
        None when there is no such file yet.

    Raises:
        UserError: it cannot be opened.
    """
    if not _is_server(database) and not Path(database).exists():
        return None
    return _read(open_store(database))


def make_record(database: str, *, sample: bool) -> Opened:
    """Make a record, empty or with the sample centre, and open it.

    Raises:
        UserError: it cannot be made; nothing is left half made.
    """
    if not _is_server(database):
        folder = Path(database).parent
        with explained_file(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)
    store = create_store(database)
    try:
        if sample:
            fill_with_sample(store)
        return _read(store)
    except BaseException:
        store.close()
        for beside in () if _is_server(database) else ("", "-wal", "-shm", ".lock"):
            Path(database + beside).unlink(missing_ok=True)
        raise


def fill_with_sample(store: Store) -> None:
    """Put the sample centre into an empty record."""
    from desktop_app.services import sample  # noqa: PLC0415 - at the very first start only

    with store.write("sample.fill") as work:
        sample.fill(work)


def read_sessions(store: Store) -> tuple[SessionRow, ...]:
    """List the sessions on file."""
    with store.read() as reading:
        return list_sessions(reading)


def _is_server(database: str) -> bool:
    return "://" in database


def _read(store: Store) -> Opened:
    try:
        with store.read() as reading:
            return Opened(store, list_sessions(reading), centre_name(reading))
    except BaseException:
        store.close()
        raise
