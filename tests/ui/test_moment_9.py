"""Moment 9 of the working day: an attestation from a person's card, in four keys and the name."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind, OutputMeans
from db.journal import entries
from desktop_app.i18n import Language
from desktop_app.services.papers import list_issued
from desktop_app.ui.addresses import Address
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.person.attest import AttestDialog
from desktop_app.ui.person.page import PersonPage
from tests.ui.conftest import WAIT_MS, Counted, Open
from tests.ui.tour import person_id, settle

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("language", "typed"), [("ar", "ايطو بوعزه"), ("fr", "itto bouazza"), ("en", "Itto B")]
)
def test_an_attestation_is_given_in_four_keys_and_the_name(
    language: Language,
    typed: str,
    open_window: Open,
    record: Path,
    tmp_path: Path,
    qtbot: QtBot,
    counted: Counted,
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    asked_for = person_id(window, "Itto Bouazza")
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(window.windowHandle(), key, modifier)

    press(Qt.Key.Key_K, CONTROL)
    settle(window)
    palette = window.dialog
    assert isinstance(palette, Palette)
    for letter in typed:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(window.focusWidget(), event)

    name = "Itto Bouazza" if language == "fr" else "إيطو بوعزة"
    qtbot.waitUntil(
        lambda: palette.current is not None and name in palette.current.title, timeout=WAIT_MS
    )
    press(Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, PersonPage)
    assert window.address == Address("person", asked_for)
    qtbot.waitUntil(page.attest_act.isEnabled, timeout=WAIT_MS)
    press(Qt.Key.Key_F9)
    dialog = window.dialog
    assert isinstance(dialog, AttestDialog)
    assert dialog.table.hasFocus()
    press(Qt.Key.Key_Return)
    system = page.findChild(QPrintDialog)
    assert system is not None
    counted(9, pressed, 4, "and the name")

    printer = system.printer()
    assert isinstance(printer, QPrinter)
    paper = tmp_path / "paper.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    assert page.shown
    (latest, *_) = page.shown.attended
    system.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(page.shown and page.shown.attestations), timeout=WAIT_MS)
    settle(window)

    with store.read() as reading:
        (issued,) = list_issued(reading)
        units = {entry.use_case for entry in entries(reading)}
    assert (issued.kind, issued.person_id) == (DocumentKind.ATTESTATION, asked_for)
    assert (issued.session_id, issued.reference) == (latest.id, "1/26")
    assert issued.language == ("fr" if language == "fr" else "ar")
    assert [(one.means, one.target) for one in issued.outputs] == [
        (OutputMeans.PRINTER, printer.printerName() or paper.name)
    ]
    assert {"attestations.give", "papers.print"} <= units
    with pypdfium2.PdfDocument(paper) as printed:
        assert len(printed) == 1
