"""Files dropped in the window that cannot be kept: each says why, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.check import check
from desktop_app.documents.rendering import issue, render
from desktop_app.documents.scope import Scope
from desktop_app.services import papers
from desktop_app.ui.scans.dialog import ScansDialog
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.papers.doing import store_of
from tests.ui.test_moment_6 import drop, scan_of
from tests.ui.tour import settle

SAID = ("n’appartient à aucune réunion", "50 Mo", "ni un fichier PDF", "qu’il existe")


def huge(file: Path) -> object:
    with file.open("wb") as stream:
        return stream.truncate(400 * 1024 * 1024)


MAKERS: dict[str, Callable[[Path], object]] = {
    "huge.tiff": huge,
    "words.jpg": lambda file: file.write_text("no picture"),
    "gone.pdf": Path.exists,
}


def test_what_cannot_be_kept_is_told_in_a_sentence_and_nothing_is_lost(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "fr")
    store = store_of(window)
    with store.write("x") as work:
        table = issue(work, render(work, "follow-ups", Scope(), ("ar",)))
    with store.read() as reading:
        before = papers.list_issued(reading)
        signed = scan_of(papers.issued_pdf(reading, table), tmp_path / "table.jpg")
    files = [signed, *(tmp_path / name for name in MAKERS)]
    for file, make in zip(files[1:], MAKERS.values(), strict=True):
        make(file)
    drop(window, files)
    qtbot.waitUntil(lambda: isinstance(window.dialog, ScansDialog), timeout=WAIT_MS)
    dialog = window.dialog
    assert isinstance(dialog, ScansDialog)
    assert not any(line.choice for line in dialog.lines)
    for line, expected in zip(dialog.lines, SAID, strict=True):
        told = [words.text() for words in line.findChildren(QLabel)]
        assert any(expected in one for one in told), told
        assert any(one.rstrip("\u2069").endswith(".") for one in told)
    assert not dialog.acts[0].isEnabled()
    assert window.obey("Esc")
    settle(window)
    with store.read() as reading:
        assert papers.list_issued(reading) == before
    assert signed.exists()
    assert window.close()
    assert check(record) == ()
