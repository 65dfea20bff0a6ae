"""The codes on scanned papers: pictures and pages of PDF files looked at for QR codes."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from desktop_app.exchange.pdfium import ONE_AT_A_TIME
from desktop_app.exchange.signed_copy import Scan

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS: Final = 300
"""An inch, at which a page is looked at."""
_POINTS_AN_INCH: Final = 72
_LONGEST_SIDE: Final = 5000  # dots; a sheet of A4 at 400 an inch is shorter
_MOST_PAGES: Final = 60


def read_codes(scan: Scan, step: Callable[[], object] = lambda: None) -> tuple[str, ...]:
    """Give the text of each QR code of a scan, in reading order, each once.

    Args:
        scan: a PDF or a picture.
        step: called before each page; may raise to end the work.
    """
    codes: dict[str, None] = {}
    for page in _pages(scan):
        step()
        codes.update(dict.fromkeys(page))
    return tuple(codes)


def _pages(scan: Scan) -> Iterator[list[str]]:
    if scan.media_type != "application/pdf":
        yield from _picture_pages(scan.data)
    else:
        yield from _pdf_pages(scan.data)


def _picture_pages(data: bytes) -> Iterator[list[str]]:
    """Look at a picture, or at each of those that a TIFF holds, as long as they are whole."""
    from PIL import Image, ImageSequence  # when a scan comes in

    with suppress(OSError, ValueError, SyntaxError), Image.open(BytesIO(data)) as picture:
        for page in islice(ImageSequence.Iterator(picture), _MOST_PAGES):
            yield _codes(page)


def _pdf_pages(data: bytes) -> Iterator[list[str]]:
    import pypdfium2  # when a scan comes in

    try:
        with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(data)) as document:
            count = len(document)
    except pypdfium2.PdfiumError:
        return  # damaged or locked: kept as it is, its paper is chosen by hand
    for page in range(min(count, _MOST_PAGES)):
        yield _codes(_drawn(data, page))


def _drawn(data: bytes, number: int) -> "Image":
    """Draw one page; the lock is let go between pages, so that papers on screen go on."""
    import pypdfium2  # as above

    with (
        ONE_AT_A_TIME,
        closing(pypdfium2.PdfDocument(data)) as document,
        closing(document[number]) as page,
    ):
        scale = min(_DOTS / _POINTS_AN_INCH, _LONGEST_SIDE / max(*page.get_size(), 1))
        with closing(page.render(scale=scale, grayscale=True)) as bitmap:
            picture: Image = bitmap.to_pil().copy()
    return picture


def _codes(picture: "Image") -> list[str]:
    """Look at a picture as it is, and once more without its specks where nothing is read."""
    import zxingcpp  # when a scan comes in
    from PIL import ImageFilter

    grey = picture.convert("L")
    if max(grey.size) > _LONGEST_SIDE:
        grey.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    wanted = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(grey, formats=wanted)
    if not found:
        clean = grey.filter(ImageFilter.BoxBlur(1))
        found = zxingcpp.read_barcodes(clean, formats=wanted)
    return [code.text for code in found]
