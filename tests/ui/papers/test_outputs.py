"""Papers printed and saved: the very bytes, each time in the journal."""

import errno
import hashlib
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from db.codes import DocumentKind, DocumentState, OutputMeans
from db.journal import entries
from desktop_app.services import outputs as kept_outputs
from desktop_app.services.papers import issued_pdf
from desktop_app.ui.papers.printing import make_printer
from desktop_app.ui.widgets.buttons import Button
from tests.ui.conftest import WAIT_MS, Open, open_papers
from tests.ui.papers.doing import (
    as_given,
    choose,
    issued,
    settle,
    shown_text,
    store_of,
    text_of,
    type_text,
)
from tests.ui.papers.test_editing import click, field_of

ATTESTATION = DocumentKind.ATTESTATION


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of the user's."""
    made = tmp_path / "الشهادات"
    made.mkdir()
    return made


def test_the_saved_file_is_the_paper_itself_and_the_journal_says_so(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    assert tab.rendered is not None
    assert window.obey("Ctrl+Shift+P")
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == tab.rendered.file_name
    target = tmp_path / "محضر رقم 2.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    settle(window, tab, qtbot)
    assert target.read_bytes() == as_given(window, tab.rendered)
    assert window.toast.isVisible()
    (paper,) = issued(window)
    assert paper.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert paper.state is DocumentState.TO_SIGN
    assert [(one.means, one.target) for one in paper.outputs] == [(OutputMeans.FILE, target.name)]
    with store_of(window).read() as reading:
        assert issued_pdf(reading, paper.id) == target.read_bytes()
        (entry,) = entries(reading, subject="outputs")
    assert entry.use_case == "papers.save"
    assert entry.who


def test_saved_twice_it_is_one_paper_put_out_twice(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    assert tab.rendered is not None
    for name in ("a.pdf", "b.pdf"):
        tab.outputs.save_as(tmp_path / name, tab.rendered)
        settle(window, tab, qtbot)
    (paper,) = issued(window)
    assert [one.target for one in paper.outputs] == ["a.pdf", "b.pdf"]


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
    tab = open_papers(window, qtbot)
    assert tab.rendered is not None
    target = tmp_path / "PV.pdf"
    monkeypatch.setattr(Path, "open", refuse)
    tab.outputs.save_as(target, tab.rendered)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    assert "PV.pdf" in window.message_bar.text
    assert not target.exists()
    assert issued(window) == ()
    monkeypatch.undo()
    again = next(b for b in window.message_bar.findChildren(Button) if b.text() == "Réessayer")
    again.click()
    settle(window, tab, qtbot)
    assert target.read_bytes() == as_given(window, tab.rendered)
    assert window.message_bar.text == ""
    tab.outputs.save_as(tmp_path / "no such folder" / "PV.pdf", tab.rendered)
    qtbot.waitUntil(lambda: "n’existe pas" in window.message_bar.text, timeout=WAIT_MS)
    assert list(tmp_path.glob("*.part")) == []


def test_the_print_dialog_opens_on_this_paper(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    assert window.obey("Ctrl+P")
    dialog = tab.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.maxPage() == tab.view.count
    printer = dialog.printer()
    assert isinstance(printer, QPrinter)
    assert tab.rendered is not None
    assert printer.docName() == Path(tab.rendered.file_name).stem
    dialog.reject()


@pytest.mark.parametrize(("key", "kind"), [("Ctrl+P", QPrintDialog), ("Ctrl+Shift+P", QFileDialog)])
def test_a_key_held_down_while_a_paper_is_made_opens_one_dialog(
    open_window: Open, record: Path, qtbot: QtBot, key: str, kind: type[QDialog]
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    tab.preview.reload()
    for _ in range(3):
        assert window.obey(key)
    settle(window, tab, qtbot)
    (dialog,) = tab.findChildren(kind)
    dialog.reject()


def test_what_was_printed_is_kept_with_the_printer_and_the_copies(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    printer = make_printer("m")
    printer.setOutputFileName(str(tmp_path / "Kyocera.pdf"))
    assert tab.rendered is not None
    tab.outputs.print_on(printer, tab.rendered)
    settle(window, tab, qtbot)
    assert window.toast.isVisible()
    (paper,) = issued(window)
    (output,) = paper.outputs
    assert (output.means, output.target) == (OutputMeans.PRINTER, "Kyocera.pdf")
    assert output.copies == 1
    assert paper.sha256 == hashlib.sha256(as_given(window, tab.rendered)).hexdigest()


def test_words_still_being_typed_are_saved_with_the_paper(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    click(tab, "opening", qtbot)
    type_text(field_of(tab), "آخر كلمة قبل الحفظ")
    assert window.obey("Ctrl+Shift+P")
    qtbot.waitUntil(lambda: tab.findChild(QFileDialog) is not None, timeout=WAIT_MS)
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "m.pdf"))
    dialog.close()
    settle(window, tab, qtbot)
    assert "آخر كلمة قبل الحفظ" in text_of((tmp_path / "m.pdf").read_bytes())


@pytest.mark.parametrize("kind", [ATTESTATION, DocumentKind.INVITATION])
def test_each_person_gets_a_file_of_his_own(
    kind: DocumentKind, open_window: Open, record: Path, qtbot: QtBot, folder: Path
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, kind, qtbot)
    if kind is DocumentKind.INVITATION:
        assert not window.obey("F9")
        tab.details.variants.setCurrentIndex(1)
        tab.details.variants.activated.emit(1)
        settle(window, tab, qtbot)
    people = tab.view.count
    assert window.obey("F9")
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    settle(window, tab, qtbot)
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == people
    assert window.message_bar.text == ""
    papers = issued(window)
    assert {paper.sha256 for paper in papers} == {
        hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
    assert len({paper.person_id for paper in papers}) == people
    assert {one.target for paper in papers for one in paper.outputs} == {f.name for f in files}
    if kind is ATTESTATION:
        assert len({paper.reference for paper in papers}) == people
    wanted = tab._wanted()
    assert wanted is not None
    assert tab.rendered is not None
    tab.outputs.save_each(folder, wanted, tab.rendered)
    settle(window, tab, qtbot)
    assert sorted(folder.glob("*.pdf")) == files
    assert len(issued(window)) == people


def test_a_batch_that_is_given_up_says_how_far_it_came(
    open_window: Open, record: Path, qtbot: QtBot, folder: Path
) -> None:
    window = open_window(record, "en")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    assert tab.rendered is not None
    wanted = tab._wanted()
    assert wanted is not None
    task = tab.outputs.save_each(folder, wanted, tab.rendered)
    assert task is not None
    qtbot.waitUntil(lambda: task.steps[0] >= 2, timeout=WAIT_MS)
    task.cancel()
    settle(window, tab, qtbot)
    files = list(folder.glob("*.pdf"))
    assert 2 <= len(files) < tab.view.count
    assert len(issued(window)) == len(files)
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert f"Only {len(files)} of" in window.toast.accessibleName()


def test_a_batch_that_fails_half_way_keeps_what_is_whole(
    open_window: Open, record: Path, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(record, "en")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    really_open, opened = Path.open, 0

    def fill_up(path: Path, mode: str = "r") -> object:
        """As a disk does that is full after three files."""
        nonlocal opened
        if path.suffix == ".part":
            opened += 1
            if opened > 3:
                raise OSError(errno.ENOSPC, "full", str(path))
        return really_open(path, mode)

    monkeypatch.setattr(Path, "open", fill_up)
    wanted = tab._wanted()
    assert wanted is not None
    assert tab.rendered is not None
    tab.outputs.save_each(folder, wanted, tab.rendered)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    monkeypatch.undo()
    assert "full" in window.message_bar.text
    files = list(folder.iterdir())
    assert len(files) == len(issued(window)) == 3
    assert all(file.suffix == ".pdf" for file in files)


def test_a_file_of_the_same_name_is_never_written_over(
    open_window: Open, record: Path, qtbot: QtBot, folder: Path
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    wanted = tab._wanted()
    assert wanted is not None
    assert tab.rendered is not None
    tab.outputs.save_each(folder, wanted, tab.rendered)
    settle(window, tab, qtbot)
    first = min(folder.glob("*.pdf"))
    first.write_bytes(b"something else")
    tab.outputs.save_each(folder, wanted, tab.rendered)
    settle(window, tab, qtbot)
    assert first.read_bytes() == b"something else"
    assert first.with_name(f"{first.stem}-2.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_the_journal_cannot_name_is_not_left(
    open_window: Open, record: Path, qtbot: QtBot, folder: Path
) -> None:
    window = open_window(record, "en")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)

    def refuse(_connection: object) -> None:
        raise OSError(errno.EIO, "failed")

    event.listen(store_of(window).engine, "commit", refuse)
    wanted = tab._wanted()
    assert wanted is not None
    assert tab.rendered is not None
    tab.outputs.save_each(folder, wanted, tab.rendered)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    event.remove(store_of(window).engine, "commit", refuse)
    assert list(folder.iterdir()) == []
    assert issued(window) == ()


def test_the_bytes_of_a_signed_copy_are_kept(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    assert tab.rendered is not None
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(tab.rendered.pdf)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    tab.take_scan(scan)
    settle(window, tab, qtbot)
    (paper,) = issued(window)
    (copy,) = paper.signed_copies
    with store_of(window).read() as reading:
        assert kept_outputs.signed_copy(reading, copy.id) == scan.read_bytes()
    assert "Procès" in shown_text(tab) or "محضر" in shown_text(tab)
