"""Moment 6 of the working day: the signed copy comes back."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind, DocumentState, SessionState
from desktop_app.documents.finalising import finalise
from desktop_app.documents.rendering import issue, render
from desktop_app.exchange.pdfium import ONE_AT_A_TIME
from desktop_app.i18n import Language
from desktop_app.services import final_minutes, papers, session_edits
from desktop_app.services.people import list_people
from desktop_app.services.sessions import get_session
from desktop_app.ui.scans.dialog import ScansDialog, VerdictDialog
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Counted, Open
from tests.ui.papers.doing import store_of

SESSION = 6
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def scan_of(pdf: bytes, file: Path) -> Path:
    """Scan the first page of a printed paper, a little askew."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        page = document[0]
        picture = page.render(scale=200 / 72, grayscale=True).to_pil().copy()
        page.close()
        document.close()
    out = BytesIO()
    picture.rotate(1, Image.Resampling.BILINEAR, expand=True, fillcolor=255).save(out, "JPEG")
    file.write_bytes(out.getvalue())
    return file


def drop(window: MainWindow, files: list[Path]) -> None:
    """Drop files in the middle of the window, as the system sends them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at = QPointF(window.rect().center())
    copy, handle = Qt.DropAction.CopyAction, window.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(at.toPoint(), copy, data, LEFT, NONE))
    kind = QEvent.Type.Drop
    QApplication.sendEvent(handle, QDropEvent(at, copy, data, LEFT, NONE, kind))


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_scans_dropped_anywhere_find_their_papers(
    open_window: Open,
    record: Path,
    qtbot: QtBot,
    tmp_path: Path,
    language: Language,
    counted: Counted,
) -> None:
    window = open_window(record, language)
    store = store_of(window)
    with store.write("x") as work:
        signer = list_people(work, get_session(work, SESSION).days[-1])[0].id
        session_edits.edit_fields(
            work, SESSION, {("signatories",): [signer], ("chair",): signer, ("rapporteur",): signer}
        )
        minutes = finalise(work, SESSION, ("ar",))
        sheet = issue(work, render(work, DocumentKind.ATTENDANCE_SHEET, SESSION, ("ar",)))
    with store.read() as reading:
        sheet_pdf = papers.issued_pdf(reading, sheet)
    signed = scan_of(minutes.rendered.pdf, tmp_path / "scan0001.jpg")
    blank, broken = tmp_path / "scan0002.png", tmp_path / "scan0003.pdf"
    Image.new("L", (200, 280), 255).save(blank)
    broken.write_bytes(b"no picture")
    files = [signed, blank, broken, tmp_path / "gone.pdf"]

    drop(window, files)
    qtbot.waitUntil(lambda: isinstance(window.dialog, ScansDialog), timeout=WAIT_MS)
    dialog = window.dialog
    assert isinstance(dialog, ScansDialog)
    chosen = [line.choice.value if line.choice else None for line in dialog.lines]
    assert chosen == [minutes.document_id, 0, None, None]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    counted(6, 2, 2, "one drop, one Enter")

    with store.read() as reading:
        (paper,) = papers.list_issued(reading, SESSION, DocumentKind.MINUTES)
        assert final_minutes.state_of(reading, SESSION).state is DocumentState.SIGNED
        assert get_session(reading, SESSION).state is SessionState.SIGNED
    assert paper.state is DocumentState.SIGNED
    stem = paper.file_name.removesuffix(".pdf")
    assert [copy.file_name for copy in paper.signed_copies] == [f"{stem}-موقع.jpeg"]
    assert window.toast.isVisible()

    choose_for_the_unread(window, qtbot, [signed, blank], sheet)
    with store.read() as reading:
        (kept,) = papers.list_issued(reading, SESSION, DocumentKind.ATTENDANCE_SHEET)
    assert len(kept.signed_copies) == 1

    original = tmp_path / "feuille.pdf"
    original.write_bytes(sheet_pdf)
    window.scans.check([original])
    qtbot.waitUntil(lambda: isinstance(window.dialog, VerdictDialog), timeout=WAIT_MS)
    verdict = window.dialog
    assert isinstance(verdict, VerdictDialog)
    said = window.desk.say("It is the original: the very file that was issued, unchanged.")
    assert said in [words.text() for words in verdict.lines[0].findChildren(QLabel)]


def choose_for_the_unread(
    window: MainWindow, qtbot: QtBot, files: list[Path], document_id: int
) -> None:
    """Of two scans one is kept already; the other has no code, and the user chooses."""
    drop(window, files)
    qtbot.waitUntil(lambda: isinstance(window.dialog, ScansDialog), timeout=WAIT_MS)
    again = window.dialog
    assert isinstance(again, ScansDialog)
    assert again.lines[0].choice is None
    unread = again.lines[1].choice
    assert unread is not None
    assert unread.hasFocus()
    unread.choose(document_id)
    unread.chosen.emit(document_id)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
