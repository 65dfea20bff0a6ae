"""Printed to a file, and measured there: paper is as true as the printer."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from db.errors import UserError
from desktop_app.ui.papers.printing import make_printer, print_pages
from desktop_app.ui.tasks import TaskRunner
from tests.ui.test_tasks import unwanted

A4 = (595.276, 841.89)
MM = 72 / 25.4
READ_DPI = 300


def _rulers(pages: int = 1, *, turned: int = 0) -> bytes:
    """Pages with a bar of 100 mm by 20 mm whose corner is 50 mm from the left and the top.

    The last `turned` pages lie across, and their bar is 150 mm from the left.
    """
    out = BytesIO()
    canvas = Canvas(out, A4)
    for page in range(pages):
        across = page >= pages - turned
        width, height, left = (A4[1], A4[0], 150) if across else (*A4, 50)
        canvas.setPageSize((width, height))
        canvas.rect(left * MM, height - 70 * MM, 100 * MM, 20 * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _box(pdf: Path, page: int, size: tuple[float, float] = A4) -> tuple[float, float, float, float]:
    """Measure what is black: left, top, width and height in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[page].get_size() == pytest.approx(size, abs=1)
        drawn = document[page].render(scale=READ_DPI / 72, grayscale=True)
        width, height, stride = drawn.width, drawn.height, drawn.stride
        rows = bytes(drawn.buffer)
        drawn.close()
    lines = [rows[y * stride : y * stride + width] for y in range(height)]
    dark = [y for y, line in enumerate(lines) if min(line) < 128]
    middle = lines[(dark[0] + dark[-1]) // 2]
    columns = [x for x, value in enumerate(middle) if value < 128]
    mm = 25.4 / READ_DPI
    return (
        columns[0] * mm,
        dark[0] * mm,
        (columns[-1] - columns[0] + 1) * mm,
        (dark[-1] - dark[0] + 1) * mm,
    )


def _print(printer: QPrinter, data: bytes, qtbot: QtBot, qapp: QApplication) -> list[Exception]:
    runner = TaskRunner(qapp)
    failures: list[Exception] = []
    runner.run(lambda task: print_pages(printer, data, task), lambda _: None, failures.append)
    qtbot.waitUntil(lambda: runner.idle, timeout=60_000)
    runner.stop()
    return failures


@pytest.mark.parametrize("resolution", [600, 300])
def test_a_ruler_of_100_mm_measures_100_mm(
    resolution: int, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    target = tmp_path / "ruler.pdf"
    printer = make_printer("ruler")
    printer.setOutputFileName(str(target))
    printer.setResolution(resolution)
    assert _print(printer, _rulers(2), qtbot, qapp) == []
    for page in (0, 1):
        left, top, width, height = _box(target, page)
        assert width == pytest.approx(100, abs=0.3)
        assert height == pytest.approx(20, abs=0.3)
        assert left == pytest.approx(50, abs=0.3)
        assert top == pytest.approx(50, abs=0.3)


@pytest.mark.parametrize("turned", [1, 2])
def test_a_page_that_lies_across_is_printed_across(
    turned: int, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    target = tmp_path / "across.pdf"
    printer = make_printer("across")
    printer.setOutputFileName(str(target))
    assert _print(printer, _rulers(2, turned=turned), qtbot, qapp) == []
    left, top, width, height = _box(target, 1, A4[::-1])
    assert (left, top) == pytest.approx((150, 50), abs=0.3)
    assert (width, height) == pytest.approx((100, 20), abs=0.3)
    _box(target, 0, A4[::-1] if turned == 2 else A4)


def test_only_the_pages_that_were_chosen_are_printed(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    target = tmp_path / "two.pdf"
    printer = make_printer("two")
    printer.setOutputFileName(str(target))
    printer.setFromTo(2, 3)
    assert _print(printer, _rulers(4), qtbot, qapp) == []
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == 2


@pytest.mark.usefixtures("qapp")
def test_the_page_is_a4_without_margins() -> None:
    printer = make_printer("name")
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.pageLayout().mode() is QPageLayout.Mode.FullPageMode
    assert printer.docName() == "name"


def test_a_printer_that_takes_nothing_is_named(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    printer = make_printer("lost")
    printer.setOutputFileName(str(tmp_path / "no such folder" / "lost.pdf"))
    (failure,) = _print(printer, _rulers(), qtbot, qapp)
    assert isinstance(failure, UserError)
    assert "lost.pdf" in str(failure)


def test_printing_can_be_given_up(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    printer = make_printer("long")
    printer.setOutputFileName(str(tmp_path / "long.pdf"))
    runner = TaskRunner(qapp)
    data = _rulers(60)
    task = runner.run(
        lambda task: print_pages(printer, data, task), unwanted, unwanted, title="Printing"
    )
    qtbot.waitUntil(lambda: task.steps[0] >= 1, timeout=30_000)
    task.cancel()
    qtbot.waitUntil(lambda: runner.idle, timeout=30_000)
    assert task.steps[0] < 60
    runner.stop()
