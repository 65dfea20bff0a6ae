"""Opens the record, off the window's thread: the first thing that imports the database."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from db.engine import create_store, delete_store, is_there, open_store
from db.unit_of_work import Store
from desktop_app.home import default_database, make_folder
from desktop_app.services.session_list import centre_name
from desktop_app.services.standing import get_standing
from desktop_app.services.standing_data import Standing
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.presets_data import SetUp

CENTRE_NAMED_IN: Final = ("settings",)
"""Kinds of record that name the centre."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open record, and what the first page shows of it."""

    store: Store
    standing: Standing
    centre: Bilingual


def open_record(database: str | None) -> Opened | None:
    """Open a record for writing.

    Args:
        database: file or URL; the user's own when None.

    Returns:
        None when there is no such file yet.

    Raises:
        UserError: it cannot be opened.
    """
    database = database or str(default_database())
    if not is_there(database):
        return None
    return _read(open_store(database))


def make_record(database: str | None, centre: "SetUp | None" = None) -> Opened:
    """Make a record of the user's own centre and open it.

    Args:
        database: file or URL; the user's own when None.
        centre: what it is set up with; the sample centre when None.

    Raises:
        UserError: it cannot be made; nothing is left half made.
    """
    database = database or str(default_database())
    make_folder(database)
    store = create_store(database)
    try:
        fill(store, centre)
        return _read(store)
    except BaseException:
        store.close()
        delete_store(database)
        raise


def fill(store: Store, centre: "SetUp | None" = None) -> None:
    """Put a centre into an empty record, in one unit of work; the sample centre when None."""
    if centre is None:
        from desktop_app.documents import sample  # at the very first start only

        with store.write("sample.fill") as work:
            sample.fill(work)
    else:
        from desktop_app.services import presets  # as above

        with store.write("presets.set_up") as work:
            presets.set_up(work, centre)


def read_centre(store: Store) -> Bilingual:
    """Give the name of the centre that the record belongs to."""
    with store.read() as reading:
        return centre_name(reading)


def _read(store: Store) -> Opened:
    try:
        with store.read() as reading:
            today = date.today()  # noqa: DTZ011 - the user's own day
            return Opened(store, get_standing(reading, today), centre_name(reading))
    except BaseException:
        store.close()
        raise
