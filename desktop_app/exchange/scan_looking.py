"""Files held against the papers that were issued."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.exchange.scans import read_codes
from desktop_app.exchange.signed_copy import Scan, read_scan
from desktop_app.services.paper_codes import read_code
from desktop_app.services.scans import Match, PaperFound, Recognised, recognise, waiting


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what it is, or why it was not taken.

    Attributes:
        known: the papers that it is of; one line for each.
    """

    file: Path
    scan: Scan | None = None
    known: tuple[Recognised, ...] = ()
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All files that were looked at, and the papers that wait for a signature."""

    files: tuple[Looked, ...]
    waiting: tuple[PaperFound, ...]


def look(store: Store, files: Sequence[Path], step: Callable[[int, int], object]) -> Found:
    """Look at files one after the other.

    Args:
        store: the record.
        files: scans, or papers.
        step: told how many were looked at, and of how many; may raise to end the work.
    """
    looked: list[Looked] = []
    for number, file in enumerate(files):
        step(number, len(files))
        looked.append(_looked(store, file, partial(step, number, len(files))))
    with store.read() as reading:
        return Found(tuple(looked), waiting(reading))


def look_at(
    store: Store, file: Path, step: Callable[[], object] = lambda: None
) -> tuple[Scan, tuple[Recognised, ...]]:
    """Give a file, and the papers that it is of.

    Args:
        store: the record.
        file: a scan, or a paper.
        step: called before each page; may raise to end the work.

    Raises:
        UserError: it cannot be read, is too large, or is no PDF file or picture.
    """
    scan = read_scan(file)
    with store.read() as reading:
        known = recognise(reading, scan.data, ())
    if known[0].match is Match.NO_CODE:
        codes = [code for text in read_codes(scan, step) if (code := read_code(text)) is not None]
        with store.read() as reading:
            known = recognise(reading, scan.data, codes)
    return scan, known


def _looked(store: Store, file: Path, step: Callable[[], object]) -> Looked:
    try:
        return Looked(file, *look_at(store, file, step))
    except UserError as error:
        return Looked(file, error=error)
