"""Files that come in, read no further than they may be long."""

from pathlib import Path

from db.errors import UserError


def read_at_most(file: Path, most: int) -> bytes:
    """Read a file of at most so many bytes; of a longer one, one byte more than that.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise UserError(
            "The file “{file}” cannot be read: check that it exists and that you may open it; "
            "nothing was changed.",
            file=str(file),
        ) from error
