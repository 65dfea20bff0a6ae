"""Where drafts lie while a program has them open: the user's own cache, swept after a day."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from db.failures import explained_file

_A_DAY: Final = 24 * 3600


def drafts_folder() -> Path:
    """Give the folder of this user's drafts."""
    from platformdirs import user_cache_path  # not at the start

    return user_cache_path("Mahdar", appauthor=False) / "drafts"


def put(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write the files of one mail into a folder of their own that only the user may read.

    What older mails left is taken away first: their programs have let go of it in a day.

    Returns:
        The new folder.

    Raises:
        UserError: the files cannot be written.
    """
    with explained_file(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        own = Path(mkdtemp(prefix="mail-", dir=folder))
        for name, data in files.items():
            (own / name).write_bytes(data)
    return own


def sweep(folder: Path, now: float | None = None) -> None:
    """Take away what lies there longer than a day."""
    oldest = (time.time() if now is None else now) - _A_DAY
    for own in folder.glob("mail-*"):
        if own.stat().st_mtime < oldest:
            forget(own)


def forget(own: Path) -> None:
    """Take the files of one mail away; what a program holds open goes with a later sweep."""
    shutil.rmtree(own, ignore_errors=True)
