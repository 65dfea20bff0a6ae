"""Opens the record, off the window's thread: the first thing that imports the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.engine import create_store, delete_store, file_of, is_there, open_store
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
    if not is_there(database):
        return None
    return _read(open_store(database))


def make_record(database: str, *, sample: bool) -> Opened:
    """Make a record, empty or with the sample centre, and open it.

    Raises:
        UserError: it cannot be made; nothing is left half made.
    """
    make_folder(database)
    store = create_store(database)
    try:
        if sample:
            fill_with_sample(store)
        return _read(store)
    except BaseException:
        store.close()
        delete_store(database)
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


def make_folder(database: str) -> None:
    """Make the folder that a record is to lie in, unless it is there.

    Raises:
        UserError: it cannot be made.
    """
    file = file_of(database)
    if file is not None:
        with explained_file(str(file.parent)):
            file.parent.mkdir(parents=True, exist_ok=True)


def _read(store: Store) -> Opened:
    try:
        with store.read() as reading:
            return Opened(store, list_sessions(reading), centre_name(reading))
    except BaseException:
        store.close()
        raise
