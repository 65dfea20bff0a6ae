"""Pages of a PDF as pictures, by pdfium: one call at a time, on any thread."""

import math
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from types import TracebackType
from typing import Final, Self

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from desktop_app.exchange.pdfium import ONE_AT_A_TIME
from desktop_app.ui.tasks import CancelledError

POINTS_PER_INCH: Final = 72


class PdfPages:
    """The pages of a PDF held in memory.

    The document is open from the first drawing until it is let go: one that is made and never
    shown leaves nothing behind that pdfium's binding would close on whatever thread, whenever.

    Attributes:
        sizes: of the pages, in points.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._closed = False
        self._document: pypdfium2.PdfDocument | None = None
        with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(data)) as document:
            self.sizes = tuple(
                QSizeF(*document.get_page_size(page)) for page in range(len(document))
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def draw(self, page: int, scale: float) -> QImage:
        """Draw a page whole, in colour.

        Args:
            page: from 0.
            scale: pixels a point.
        """
        return self._render(page, scale, (0, 0, 0, 0))

    def draw_band(self, page: int, scale: float, top: int, bottom: int) -> QImage:
        """Draw what stands between two heights of a page.

        Args:
            page: from 0.
            scale: pixels a point.
            top: in pixels from the top of the page, which is `height` of them high.
            bottom: likewise, and not within the band.
        """
        below = self.height(page, scale) - bottom
        return self._render(page, scale, (0, _cut(below, scale), 0, _cut(top, scale)))

    def height(self, page: int, scale: float) -> int:
        """How many pixels high a page is at a scale."""
        return math.ceil(self.sizes[page].height() * scale)

    def words(self, page: int) -> str:
        """Give the words of a page, for screen readers."""
        with (
            ONE_AT_A_TIME,
            closing(self._open()[page]) as own,
            closing(own.get_textpage()) as text,
        ):
            return str(text.get_text_range())

    def close(self) -> None:
        """Let go of the document."""
        with ONE_AT_A_TIME:
            self._closed = True
            if self._document is not None:
                self._document.close()

    def _open(self) -> pypdfium2.PdfDocument:
        """Give the document, or give up what is asked of one that was let go meanwhile."""
        if self._closed:
            raise CancelledError
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self.data)
        return self._document

    def _render(self, page: int, scale: float, crop: tuple[float, float, float, float]) -> QImage:
        with ONE_AT_A_TIME, closing(self._open()[page]) as own:
            drawn = own.render(scale=scale, crop=crop, rev_byteorder=True, prefer_bgrx=True)
            picture = QImage(
                bytes(drawn.buffer),
                drawn.width,
                drawn.height,
                drawn.stride,
                QImage.Format.Format_RGBX8888,
            ).copy()
            drawn.close()
        return picture


def joined(files: Sequence[bytes]) -> bytes:
    """Join the pages of several PDF files, to print them as one job; one alone stays as it is."""
    if len(files) == 1:
        return files[0]
    whole = BytesIO()
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument.new()
        for data in files:
            part = pypdfium2.PdfDocument(data)
            document.import_pages(part)
            part.close()
        document.save(whole)
        document.close()
    return whole.getvalue()


def _cut(pixels: int, scale: float) -> float:
    """Points that pdfium's binding, which rounds up, takes for so many pixels."""
    return (pixels - 0.5) / scale if pixels else 0
