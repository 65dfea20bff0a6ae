"""The papers of a session: seen, saved, kept up to date."""

import errno
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from desktop_app.documents.rendering import render
from desktop_app.services.papers import replace_wording
from desktop_app.ui.papers.kinds import LANGUAGES, OFFERS
from desktop_app.ui.papers.page import PapersPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open, open_papers, sessions_of, wait_for_paper


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def _choose_language(page: PapersPage, language: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.shown, timeout=WAIT_MS):
        page.languages.choose(language)
        page.languages.chosen.emit(language)
    wait_for_paper(page, qtbot)


def _ink(page: PapersPage) -> int:
    """Count dark pixels among those sampled in the middle of the view."""
    picture = page.view.viewport().grab().toImage()
    xs = range(60, picture.width() - 60, 3)
    ys = range(40, picture.height() - 20, 3)
    return sum(picture.pixelColor(x, y).lightness() < 110 for x in xs for y in ys)


def test_a_paper_is_seen_in_each_language(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    page = open_papers(window, qtbot)
    assert page.languages.value == "ar"
    arabic = _text(page.pdf)
    assert "المملكة المغربية" in arabic
    assert "المملكة المغربية" in page.view.accessibleDescription()
    assert _ink(page) > 200
    _choose_language(page, "fr", qtbot)
    french = _text(page.pdf)
    assert "rocès-verbal" in french
    assert "محضر" not in french
    assert _ink(page) > 200
    _choose_language(page, "both", qtbot)
    both = _text(page.pdf)
    assert "rocès-verbal" in both
    assert "محضر" in both


def test_the_paper_keeps_its_language_when_the_window_changes(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "ar")
    page = open_papers(window, qtbot)
    before = page.pdf
    window.desk.set_language("fr")
    wait_for_paper(page, qtbot)
    assert page.pdf == before
    assert page.languages.value == "ar"
    assert page.header.title.text().startswith("Atelier")


@pytest.mark.parametrize("row", range(len(OFFERS)))
def test_every_paper_of_the_list_can_be_seen(
    row: int, open_window: Open, record: Path, qtbot: QtBot
) -> None:
    page = open_papers(open_window(record, "fr"), qtbot)
    if page.papers.currentRow() != row:
        with qtbot.waitSignal(page.shown, timeout=WAIT_MS):
            page.papers.setCurrentRow(row)
    wait_for_paper(page, qtbot)
    assert page.view.count >= 1
    assert page.window().findChild(MainWindow) is None
    assert page.file_name.endswith(".pdf")


def test_what_cannot_be_made_is_said(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "en")
    page = sessions_of(window)
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    assert page.obey("Enter")
    papers = window.papers
    assert papers is not None
    wait_for_paper(papers, qtbot)
    papers.papers.setCurrentRow(len(OFFERS) - 1)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    assert window.message_bar.text.startswith("No attestation was made")
    assert papers.pdf == b""
    assert not papers.save_button.isEnabled()


def test_f3_turns_the_language_of_the_paper(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    page = open_papers(window, qtbot)
    for language in ("fr", "both", "ar"):
        with qtbot.waitSignal(page.shown, timeout=WAIT_MS):
            assert window.obey("F3")
        assert page.languages.value == language


def test_the_saved_file_is_the_paper_itself(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    page = open_papers(window, qtbot)
    assert window.obey("Ctrl+Shift+P")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == page.file_name
    target = tmp_path / "محضر رقم 2.pdf"
    with qtbot.waitSignal(page.saved, timeout=WAIT_MS):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes() == page.pdf
    assert window.toast.isVisible()
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        session_id = page.session_id
        assert session_id is not None
        again = render(reading, "minutes", session_id, LANGUAGES["ar"])
    assert target.read_bytes() == again.pdf


def test_a_folder_that_takes_nothing_is_named(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        """As a folder does that may not be written, also to the administrator who runs this."""
        if path.suffix == ".part":
            raise PermissionError(errno.EACCES, "denied", str(path))
        return really_open(path, mode)

    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    target = tmp_path / "PV.pdf"
    monkeypatch.setattr(Path, "open", refuse)
    page.save_as(target)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    assert "PV.pdf" in window.message_bar.text
    assert not target.exists()
    monkeypatch.undo()
    again = next(b for b in window.message_bar.findChildren(Button) if b.text() == "Réessayer")
    with qtbot.waitSignal(page.saved, timeout=WAIT_MS):
        again.click()
    assert target.read_bytes() == page.pdf
    assert window.message_bar.text == ""
    page.save_as(tmp_path / "no such folder" / "PV.pdf")
    qtbot.waitUntil(lambda: "n’existe pas" in window.message_bar.text, timeout=WAIT_MS)
    assert list(tmp_path.glob("*.part")) == []


def test_new_words_in_the_record_come_to_the_page(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = open_papers(window, qtbot)
    store, session_id = window.desk.store, page.session_id
    assert store is not None
    assert session_id is not None
    with store.write("papers.replace_wording") as work:
        replace_wording(
            work, session_id, DocumentKind.MINUTES, "opening", "ar", "عبارة كُتبت باليد في الاختبار"
        )
    qtbot.waitUntil(lambda: "كُتبت باليد" in _text(page.pdf), timeout=WAIT_MS)


def test_pages_are_turned_and_resized(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "en")
    page = open_papers(window, qtbot)
    view = page.view
    assert view.count > 1
    assert view.page == 0
    assert window.obey("Ctrl+PgDn")
    assert view.page == 1
    assert window.obey("Ctrl+PgUp")
    assert view.page == 0
    assert view.fits_width
    wide = view.verticalScrollBar().maximum()
    view.zoom(-1)
    assert view.verticalScrollBar().maximum() < wide
    assert not view.fits_width
    view.zoom(1)
    view.zoom(1)
    assert view.verticalScrollBar().maximum() > wide
    assert view.horizontalScrollBar().maximum() > 0
    view.zoom(0)
    assert view.verticalScrollBar().maximum() == wide
    qtbot.waitUntil(lambda: view.drawn, timeout=WAIT_MS)


def test_the_page_shown_stays_until_the_next_is_there(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    page = open_papers(open_window(record), qtbot)
    blank = []
    page.shown.connect(lambda: blank.append(_ink(page) == 0))
    with qtbot.waitSignal(page.shown, timeout=WAIT_MS):
        page.papers.setCurrentRow(0)
    assert blank == [False]


def test_the_print_dialog_opens_on_this_paper(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    assert window.obey("Ctrl+P")
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.maxPage() == page.view.count
    printer = dialog.printer()
    assert isinstance(printer, QPrinter)
    assert printer.docName() == Path(page.file_name).stem
    dialog.reject()


def test_nothing_can_be_saved_before_there_is_a_paper(open_window: Open, record: Path) -> None:
    window = open_window(record)
    page = PapersPage(window.desk)
    for chord in ("Ctrl+P", "Ctrl+Shift+P"):
        assert page.obey(chord)
    assert page.findChild(QFileDialog) is None
    assert page.findChild(QPrintDialog) is None
    assert not any(b.isEnabled() for b in (page.save_button, page.print_button))
    assert isinstance(page.save_button, Button)
    page.deleteLater()
