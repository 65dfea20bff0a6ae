"""Moment 10 of the working day: the director has his page, its figures filled in."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind, OutputMeans
from desktop_app.documents.blocks import Figures, Items
from desktop_app.i18n import Language
from desktop_app.services.papers import list_issued
from desktop_app.services.statistics import get_statistics
from desktop_app.services.statistics_data import Span, period_of
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.reports.page import ReportsPage
from tests.ui.conftest import WAIT_MS, Counted, Open
from tests.ui.tour import settle

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_director_has_his_page_in_a_few_keys(
    language: Language,
    open_window: Open,
    record: Path,
    tmp_path: Path,
    qtbot: QtBot,
    counted: Counted,
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(window.windowHandle(), key, modifier)

    press(Qt.Key.Key_5, CONTROL)
    page = window.page
    assert isinstance(page, ReportsPage)
    press(Qt.Key.Key_Right if language == "ar" else Qt.Key.Key_Left)  # from the year to its term
    period = period_of(Span.TERM, date.today())  # noqa: DTZ011 - as the page does
    assert page.period == period
    press(Qt.Key.Key_Return)
    dialog = window.dialog
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(
        lambda: dialog.preview.rendered is not None and not dialog.preview.busy, timeout=WAIT_MS
    )
    rendered = dialog.preview.rendered
    assert rendered is not None
    press(Qt.Key.Key_Return)
    counted(10, pressed, 4, "from any page to the printer")

    assert rendered.kind is DocumentKind.DIRECTOR_PAGE
    assert rendered.language == ("fr" if language == "fr" else "ar")
    assert rendered.pages == 1
    with store.read() as reading:
        told = get_statistics(reading, period, date.today())  # noqa: DTZ011 - the same
    figures = next(one for one in rendered.paper.blocks if isinstance(one, Figures))
    assert [one[0].best("fr") for one in figures.figures][::3] == [
        str(told.now.sessions),
        str(told.now.late),
    ]
    assert any(isinstance(one, Items) and one.name == "asked" for one in rendered.paper.blocks)

    qtbot.waitUntil(lambda: page.window().findChild(QPrintDialog) is not None, timeout=WAIT_MS)
    system = window.findChild(QPrintDialog)
    assert system is not None
    printer = system.printer()
    assert isinstance(printer, QPrinter)
    paper = tmp_path / "page.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    system.done(QDialog.DialogCode.Accepted)

    def issued() -> bool:
        with store.read() as reading:
            return bool(list_issued(reading))

    qtbot.waitUntil(issued, timeout=WAIT_MS)
    settle(window)
    with store.read() as reading:
        (kept,) = list_issued(reading)
    assert (kept.kind, kept.session_id) == (DocumentKind.DIRECTOR_PAGE, None)
    assert [one.means for one in kept.outputs] == [OutputMeans.PRINTER]
    with pypdfium2.PdfDocument(paper) as printed:
        assert len(printed) == 1
