"""The scan of a signed paper as it comes in: a PDF or a picture, looked at before it is kept."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from db.errors import UserError
from desktop_app.exchange.reading import read_at_most

SUFFIXES: Final = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""How the names of files end that may be scans."""
MOST_MEGABYTES: Final = 50
_MOST_BYTES: Final = MOST_MEGABYTES * 1024 * 1024
_PDF_START: Final = 1024  # where readers look for its mark (ISO 32000-1, annex H.3, 13)


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan, and what it is: ``application/pdf``, ``image/png``, ``image/jpeg`` or ``tiff``."""

    data: bytes
    media_type: str


def read_scan(file: Path) -> Scan:
    """Read the scan of a signed paper.

    Raises:
        UserError: it cannot be read, is too large, or is no PDF, PNG, JPEG or TIFF file.
    """
    if _size(file) > _MOST_BYTES or len(data := read_at_most(file, _MOST_BYTES)) > _MOST_BYTES:
        raise UserError(
            "“{file}” was not kept: it is larger than {limit} MB. Scan the paper again with fewer"
            " dots an inch; nothing was changed.",
            file=file.name,
            limit=MOST_MEGABYTES,
        )
    if not data:
        raise UserError(
            "“{file}” was not kept: it is empty. Scan the paper again; nothing was changed.",
            file=file.name,
        )
    media_type = _media_type(data)
    if not media_type:
        raise UserError(
            "“{file}” was not kept: it is no PDF file and no PNG, JPEG or TIFF picture that can be"
            " read. Choose the scan of the signed paper; nothing was changed.",
            file=file.name,
        )
    return Scan(data, media_type)


def _size(file: Path) -> int:
    """Give its size as the system tells it; 0 for what cannot be asked, which reading tells."""
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def _media_type(data: bytes) -> str:
    if b"%PDF-" in data[:_PDF_START]:
        return "application/pdf" if b"%%EOF" in data[-_PDF_START:] else ""
    from PIL import Image  # loaded when a picture comes in, not before

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as picture:
            picture.verify()
            return f"image/{str(picture.format).lower()}"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
