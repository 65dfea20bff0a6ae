"""The window in a bad world: what fails is said in one sentence, and the window goes on."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from db.engine import create_store
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import sample
from desktop_app.services.recording import record_session
from desktop_app.ui.papers.kinds import OFFERS
from desktop_app.ui.papers.printing import make_printer
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.services.drafts import draft
from tests.ui.conftest import WAIT_MS, Open, home_of, open_papers, wait_for_paper
from tests.ui.papers.doing import as_given, text_of

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="open files stay there")


def _statement(sql: str) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        with connection:
            connection.execute(sql)
        connection.close()

    return change


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BROKEN: dict[str, Callable[[Path], object]] = {
    "a table missing": _statement("DROP TABLE sessions"),
    "a column missing": _statement("ALTER TABLE sessions RENAME COLUMN theme_ar TO title"),
    "another program's": _statement("DROP TABLE journal"),
    "newer": _statement("UPDATE alembic_version SET version_num = '9999'"),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:20_000]),
    "empty": lambda path: path.write_bytes(b""),
    "a folder": _folder,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_record_that_cannot_be_opened_is_told_and_another_can_be(
    broken: Callable[[Path], object],
    language: Language,
    open_window: Open,
    record: Path,
    sample_file: Path,
    qtbot: QtBot,
) -> None:
    broken(record)
    window = open_window(record, language)
    said = window.message_bar.text
    assert said.endswith(".")
    assert "centre.mahdar" in said
    assert "Error" not in said  # no failure of the program's own
    assert any("\u0600" <= letter <= "\u06ff" for letter in said) == (language == "ar")
    assert window.start.isVisible()
    if record.is_dir():
        record.rmdir()
    shutil.copy(sample_file, record)
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        window.start.retry_wanted.emit()
    assert window.message_bar.text == ""
    home_of(window)


@not_on_windows
def test_a_record_that_is_spoilt_while_open_is_told(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    assert window.desk.store is not None
    window.desk.store.engine.dispose()
    whole = record.read_bytes()
    record.write_bytes(b"spoilt" * 10_000)
    page.papers.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    assert "endommagé" in window.message_bar.text
    window.desk.store.engine.dispose()
    record.write_bytes(whole)
    page.papers.setCurrentRow(2)
    wait_for_paper(page, qtbot)
    assert page.save_act.isEnabled()


@not_on_windows
def test_a_record_that_vanishes_while_open_is_told(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    assert window.desk.store is not None
    window.desk.store.engine.dispose()
    elsewhere = record.rename(record.with_name("elsewhere"))
    page.papers.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    assert "centre.mahdar" in window.message_bar.text
    qtbot.waitUntil(lambda: not page.save_act.isEnabled(), timeout=WAIT_MS)
    elsewhere.rename(record)
    page.papers.setCurrentRow(2)
    wait_for_paper(page, qtbot)


@not_on_windows
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_is_told_and_the_paper_can_be_saved_elsewhere(
    language: Language, open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, language)
    page = open_papers(window, qtbot)
    assert page.rendered is not None
    page.outputs.save_as(Path("/dev/full"), page.rendered)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    beginning = {"ar": "لم يُحفظ شيء", "fr": "Rien n’a été enregistré", "en": "Nothing was saved"}
    assert window.message_bar.text.startswith(beginning[language])
    assert any(button.isVisible() for button in window.message_bar.findChildren(Button))
    page.outputs.save_as(tmp_path / "m.pdf", page.rendered)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    assert (tmp_path / "m.pdf").read_bytes() == as_given(window, page.rendered)


@not_on_windows
@pytest.mark.parametrize("target", [".", "/dev/full"])
def test_a_printer_that_is_gone_is_told_and_another_takes_the_paper(
    target: str, open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    gone = make_printer("m")
    gone.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    gone.setOutputFileName(str(tmp_path / target))
    assert page.rendered is not None
    page.outputs.print_on(gone, page.rendered)
    qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    said = "Rien n’a été enregistré" if target == "/dev/full" else "Document non imprimé"
    assert window.message_bar.text.startswith(said)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    assert not window.progress.isVisible()
    there = make_printer("m")
    there.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    there.setOutputFileName(str(tmp_path / "there.pdf"))
    page.outputs.print_on(there, page.rendered)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    assert (tmp_path / "there.pdf").stat().st_size > 1000


@not_on_windows
def test_what_a_full_disk_cut_short_is_not_left(
    open_window: Open,
    record: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    import resource  # not on every system
    import signal

    window = open_window(record, "en")
    page = open_papers(window, qtbot)
    printer = make_printer("m")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "m.pdf"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    assert page.rendered is not None
    try:
        page.outputs.print_on(printer, page.rendered)
        qtbot.waitUntil(lambda: window.message_bar.text != "", timeout=WAIT_MS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert "m.pdf is full" in window.message_bar.text
    assert not (tmp_path / "m.pdf").exists()


def _hurry(window: MainWindow, page: PapersTab) -> None:
    for turn in range(50):
        page.papers.setCurrentRow(turn % len(OFFERS))
        assert window.obey("F3")


def test_papers_changed_in_a_hurry_end_at_the_last(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = open_papers(window, qtbot)
    _hurry(window, page)
    page.papers.setCurrentRow(2)
    page.preview.languages.choose("fr")
    page.preview.languages.chosen.emit("fr")
    qtbot.waitUntil(lambda: window.desk.runner.idle and page.view.drawn, timeout=WAIT_MS)
    assert window.message_bar.text == ""
    assert page.rendered is not None
    assert "Procès-verbal" in text_of(page.rendered.pdf)
    assert "محضر" not in text_of(page.rendered.pdf)


def test_it_closes_while_papers_are_being_made(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = open_papers(window, qtbot)
    runner = window.desk.runner
    _hurry(window, page)
    assert not runner.idle
    assert window.close()
    assert window.message_bar.text == ""
    with create_store(record.with_name("other.mahdar")):
        pass
    connection = sqlite3.connect(record)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_attestations_of_two_hundred_are_made_and_can_be_left(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    people = [{"key": f"p{n}", "name": {"fr": f"Participant {n}"}} for n in range(200)]
    lines = [{"person": f"p{n}", "state": "present"} for n in range(200)]
    with create_store(tmp_path / "many.mahdar") as store:
        with store.write("sample.fill") as work:
            sample.fill(work)
        with store.write("sessions.record") as work:
            record_session(
                work, draft(people=people, attendance=lines, state="held", reference="200/26")
            )
    window = open_window(tmp_path / "many.mahdar", "fr")
    page = open_papers(window, qtbot, "200/26")
    attestations = next(n for n, offer in enumerate(OFFERS) if offer.kind == "attestation")
    page.papers.setCurrentRow(attestations)
    page.papers.setCurrentRow(0)  # left before they are made
    qtbot.waitUntil(lambda: window.desk.runner.idle and page.view.drawn, timeout=WAIT_MS)
    assert page.view.count == 1
    with qtbot.waitSignal(page.shown, timeout=WAIT_MS):
        page.papers.setCurrentRow(attestations)
    assert page.view.count == 200
    assert window.message_bar.text == ""
