"""Pictures for the head of the papers, as a user chooses them among files."""

from contextlib import suppress
from pathlib import Path

from desktop_app.exchange.reading import read_at_most
from desktop_app.services.institution import MOST_BYTES, too_large


def read_picture(file: Path) -> bytes:
    """Read a picture that is not too large; whether it is one is asked where it is kept.

    Raises:
        UserError: it is larger than a head needs, which is seen before it is read, or it cannot
            be read.
    """
    with suppress(OSError, ValueError):  # what is wrong is said when it is read
        if file.stat().st_size > MOST_BYTES:
            raise too_large()
    return read_at_most(file, MOST_BYTES)
