"""A PDF on paper, at its true size."""

import errno
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from db.errors import UserError
from db.failures import explained_file
from desktop_app.ui.papers.pdf import POINTS_PER_INCH, PdfPages
from desktop_app.ui.tasks import Task

DOTS_PER_INCH: Final = 600
_BAND_DOTS: Final = 900
_PDF_END: Final = 1024  # where readers look for the end of a PDF (ISO 32000-1, annex H.3, 18)


def make_printer(name: str) -> QPrinter:
    """Make a printer that takes A4 without margins of its own and scales nothing.

    Args:
        name: of the job, as the print queue shows it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setDocName(name)
    return printer


def print_pages(printer: QPrinter, data: bytes, task: Task[None]) -> None:
    """Print a PDF in bands, so that memory stays small.

    Args:
        printer: as `make_printer` made it and the user chose; its page range is respected.
        data: the PDF.
        task: told of each page; giving it up ends the job after the current band.

    Raises:
        UserError: when the printer takes nothing, or the file that stands in for one is not whole.
        CancelledError: when the user gave it up.
    """
    _look_for(printer)
    with PdfPages(data) as pages:
        chosen = _chosen(printer, len(pages.sizes))
        painter = QPainter()
        _turn(printer, pages, chosen[0])
        if not painter.begin(printer):
            raise UserError(
                "The paper was not printed: the printer “{printer}” does not answer. Check that it"
                " is on and try again; nothing is lost.",
                printer=printer.printerName() or printer.outputFileName(),
            )
        try:
            for done, page in enumerate(chosen):
                task.step(done, len(chosen))
                if done:
                    _turn(printer, pages, page)
                    printer.newPage()
                _print_page(painter, printer, pages, page, task)
            task.step(len(chosen), len(chosen))
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
    if name := printer.outputFileName():
        _look_at(Path(name))


def _look_for(printer: QPrinter) -> None:
    """Make sure that the printer is still there: it may be gone since it was chosen."""
    name = printer.printerName()
    if printer.outputFileName() or (name and not QPrinterInfo.printerInfo(name).isNull()):
        return
    if not name:
        raise UserError(
            "The paper was not printed: no printer is set up on this computer. Connect one and"
            " try again, or save the paper as PDF; nothing is lost."
        )
    raise UserError(
        "The paper was not printed: the printer “{printer}” is gone. Choose another one, or save"
        " the paper as PDF; nothing is lost.",
        printer=name,
    )


def _turn(printer: QPrinter, pages: PdfPages, page: int) -> None:
    """Lay the sheet as the page lies; it counts from the next sheet on."""
    size = pages.sizes[page]
    across = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(across if size.width() > size.height() else upright)


def _look_at(file: Path) -> None:
    """Make sure that what was printed into a file is whole: Qt does not tell of a full disk."""
    with explained_file(file.name):
        with file.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(size - _PDF_END, 0))
            whole = b"%%EOF" in stream.read(_PDF_END)
        if not whole:
            if file.is_file():
                file.unlink()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _print_page(
    painter: QPainter, printer: QPrinter, pages: PdfPages, page: int, task: Task[None]
) -> None:
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    dots_a_pixel = printer.resolution() / DOTS_PER_INCH
    height = pages.height(page, scale)
    for top in range(0, height, _BAND_DOTS):
        task.step(*task.steps)
        band = pages.draw_band(page, scale, top, min(top + _BAND_DOTS, height))
        size = QSizeF(band.width(), band.height()) * dots_a_pixel
        painter.drawImage(QRectF(QPointF(0, top * dots_a_pixel), size), band)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """Give the pages that were asked for, within those there are: one at least."""
    first = min(max(printer.fromPage(), 1), count)
    last = min(printer.toPage() or count, count)
    return list(range(first - 1, max(first, last)))
