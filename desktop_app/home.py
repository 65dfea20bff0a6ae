"""Where a user's own record lies."""

from pathlib import Path

from db.engine import file_of
from db.failures import explained_file


def default_database() -> Path:
    """Where the record of this user is kept unless another file is named."""
    from platformdirs import user_data_path  # not when a file is named

    return user_data_path("Mahdar", appauthor=False) / "mahdar.db"


def make_folder(database: str) -> None:
    """Make the folder that a record is to lie in, unless it is there.

    Raises:
        UserError: it cannot be made.
    """
    file = file_of(database)
    if file is not None:
        with explained_file(str(file.parent)):
            file.parent.mkdir(parents=True, exist_ok=True)
