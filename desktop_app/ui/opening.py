"""Opens the record, off the window's thread: the first thing that imports the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from db.engine import Store
    from desktop_app.services.session_data import SessionRow
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

    store: "Store"
    sessions: "tuple[SessionRow, ...]"
    centre: "Bilingual"


def default_database() -> Path:
    """Where the record of this user is kept unless another file is named."""
    from platformdirs import user_data_path

    return user_data_path("Mahdar", appauthor=False) / "mahdar.db"


def is_server(database: str) -> bool:
    """Whether a database is named by a URL rather than by a file."""
    return "://" in database


def open_record(database: str) -> Opened | None:
    """Open a record for writing.

    Returns:
        None when there is no such file yet.

    Raises:
        UserError: it cannot be opened.
    """
    if not is_server(database) and not Path(database).exists():
        return None
    from db.engine import open_store

    return _read(open_store(database))


def make_record(database: str, *, sample: bool) -> Opened:
    """Make a record, empty or with the sample centre, and open it.

    Raises:
        UserError: it cannot be made; nothing is left half made.
    """
    from db.engine import create_store
    from desktop_app.services import sample as sample_centre

    if not is_server(database):
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    store = create_store(database)
    if sample:
        with store.write("sample.fill") as work:
            sample_centre.fill(work)
    return _read(store)


def _read(store: "Store") -> Opened:
    try:
        return Opened(store, read_sessions(store), read_centre(store))
    except BaseException:
        store.close()
        raise


def read_sessions(store: "Store") -> "tuple[SessionRow, ...]":
    """List the sessions on file."""
    from desktop_app.services.sessions import list_sessions

    with store.read() as reading:
        return list_sessions(reading)


def read_centre(store: "Store") -> "Bilingual":
    """Read the name of the centre whose record it is."""
    from datetime import date

    from desktop_app.services.institution import get_institution

    with store.read() as reading:
        return get_institution(reading, date.today()).name
