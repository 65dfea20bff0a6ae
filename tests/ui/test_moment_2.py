"""Moment 2 of the working day: invitations and sheet printed before the meeting, in four keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind, OutputMeans
from db.engine import open_store
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import preparing, session_edits
from desktop_app.services.papers import issued_pdf, list_issued
from desktop_app.ui.addresses import Address
from tests.ui.conftest import WAIT_MS, Counted, Open, session_of
from tests.ui.papers.doing import text_of
from tests.ui.tour import settle

WORKSHOP = 4
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SAID = {
    DocumentKind.INVITATION: {
        "ar": ("المملكة المغربية", "السيدات والسادة", "تحت إشراف"),
        "fr": ("Royaume du Maroc", "Mesdames", "Sous couvert"),
    },
    DocumentKind.ATTENDANCE_SHEET: {
        "ar": ("المملكة المغربية", "السيدة نعيمة الورياشي", "السيد إبراهيم واعزيز"),
        "fr": ("Royaume du Maroc", "Mme Naïma El Ouariachi", "M. Brahim Ouaaziz"),
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_invitations_and_sheet_are_printed_with_the_date_left_blank(
    language: Language,
    open_window: Open,
    record: Path,
    tmp_path: Path,
    qtbot: QtBot,
    counted: Counted,
) -> None:
    with open_store(record) as store, store.write("x") as work:
        key = preparing.begin_again(work, WORKSHOP, None)
        session_edits.edit_fields(
            work,
            key,
            {
                ("invitation", "under", "ar"): "السادة المديرين الإقليميين",
                ("invitation", "under", "fr"): "les directeurs provinciaux",
            },
        )
    window = open_window(record, language)
    window.go(Address("session", key, "prepare"))
    settle(window)
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(window.windowHandle(), key, modifier)

    def print_it(name: str) -> None:
        press(Qt.Key.Key_P, CONTROL)
        qtbot.waitUntil(lambda: dialog_of() is not None, timeout=WAIT_MS)
        system = dialog_of()
        assert system
        printer = system.printer()
        assert isinstance(printer, QPrinter)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / name))
        system.done(QDialog.DialogCode.Accepted)
        settle(window)

    def dialog_of() -> QPrintDialog | None:
        found = session_of(window).findChildren(QPrintDialog)
        return next((one for one in found if one.isVisible()), None)

    press(Qt.Key.Key_F9)
    settle(window)  # the paper is seen before it is printed
    print_it("invitations.pdf")
    press(Qt.Key.Key_F10)
    settle(window)
    print_it("sheet.pdf")
    counted(2, pressed, 4)

    assert window.desk.store
    with window.desk.store.read() as reading:
        issued = {paper.kind: paper for paper in list_issued(reading, key)}
        texts = {kind: text_of(issued_pdf(reading, paper.id)) for kind, paper in issued.items()}
    assert issued.keys() == SAID.keys()
    paper_language = "fr" if language == "fr" else "ar"
    for kind, paper in issued.items():
        assert [one.means for one in paper.outputs] == [OutputMeans.PRINTER]
        for words in SAID[kind][paper_language]:
            assert words in texts[kind], (kind, words, texts[kind])
        assert not any(day in texts[kind] for day in ("22 أبريل 2026", "22 avril 2026"))
    for name in ("invitations.pdf", "sheet.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
