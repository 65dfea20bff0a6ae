"""The window as a whole: opened, turned, filled, refused."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db.errors import UserError
from desktop_app.i18n import LANGUAGES, Language, catalogue
from desktop_app.services import sample
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.session_edits import create_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.start.page import StartPage
from desktop_app.ui.tasks import Task
from desktop_app.ui.theme import DARK
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.side_bar import SideBar
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open, home_of, open_papers, sessions_of
from tests.ui.test_tasks import unwanted


def _button(window: MainWindow, words: str) -> Button:
    return next(
        b for b in window.findChildren(Button) if b.text() == words and b.isVisibleTo(window)
    )


def _words(window: MainWindow) -> list[str]:
    model = sessions_of(window).table.model()
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_record_it_offers_the_sample_centre(
    language: Language, open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    database = tmp_path / "new folder" / "mahdar.db"
    window = open_window(database, language)
    assert window.pages.currentWidget() is window.start
    assert not database.exists()
    say = catalogue(language)
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        _button(window, say("Open the sample centre")).click()
    assert window.message_bar.text == ""
    assert home_of(window).late.isVisible()
    assert len([words for words in _words(window) if words]) >= 6
    assert database.exists()


def test_it_begins_with_an_empty_desk_too(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(tmp_path / "mahdar.db", "fr")
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        for _ in range(5):  # with the name of the centre that is filled in
            assert window.obey("Enter")
    assert not home_of(window).late.isVisible()
    assert window.obey("Enter")
    assert window.address == Address("settings")
    page = sessions_of(window)
    assert page.isVisible()
    assert page.table.model().rowCount() == 0
    assert not page.table.isVisible()
    assert page.current is None


def test_a_sample_that_fails_leaves_nothing_half_made(
    open_window: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise UserError("a session needs a theme.")

    database = tmp_path / "new" / "mahdar.db"
    window = open_window(database, "en")
    monkeypatch.setattr(sample, "fill", fail)
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        _button(window, "Open the sample centre").click()
    assert window.message_bar.text == "a session needs a theme."
    assert list(database.parent.iterdir()) == []


def test_it_lists_the_sessions_on_file(open_window: Open, record: Path) -> None:
    window = open_window(record)
    words = _words(window)
    assert any("مسار" in theme for theme in words)
    assert window.windowTitle().endswith("محضر")
    assert sessions_of(window).current is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "ليس قاعدة معطيات لبرنامج محضر"),
        ("fr", "ce n’est pas une base de données de Mahdar"),
        ("en", "it is not a Mahdar database"),
    ],
)
def test_a_file_that_is_no_record_is_refused_in_a_sentence(
    language: Language, sentence: str, open_window: Open, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database at all" * 100)
    before = broken.read_bytes()
    window = open_window(broken, language)
    assert sentence in window.message_bar.text
    assert window.start.isVisible()
    assert broken.read_bytes() == before
    other: Language = "fr" if language != "fr" else "en"
    said = window.message_bar.text
    window.desk.set_language(other)
    assert window.message_bar.text != said


def test_a_refused_file_can_be_tried_again(
    open_window: Open, tmp_path: Path, sample_file: Path, qtbot: QtBot
) -> None:
    database = tmp_path / "centre.mahdar"
    database.write_bytes(b"broken" * 1000)
    window = open_window(database, "en")
    database.write_bytes(sample_file.read_bytes())
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        _button(window, "Try again").click()
    assert window.message_bar.text == ""
    home_of(window)


def test_another_file_can_be_chosen(
    open_window: Open, tmp_path: Path, record: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "none.db", "en")
    _button(window, "Open another file").click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(record))
    with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
        dialog.fileSelected.emit(str(record))
    dialog.close()
    home_of(window)


def test_the_language_turns_the_whole_window_at_once(
    open_window: Open, record: Path, qapp: QApplication
) -> None:
    window = open_window(record, "ar")
    page = sessions_of(window)
    bar = window.findChild(SideBar)
    assert bar is not None
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert bar.mapTo(window, QPoint(0, 0)).x() > window.width() // 2
    assert page.header.title.text() == "الجلسات"
    themes = _words(window)

    window.desk.set_language("fr")
    QApplication.processEvents()
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert bar.mapTo(window, QPoint(0, 0)).x() == 0
    assert page.header.title.text() == "Séances"
    heads = page.table.model()
    assert heads.headerData(3, Qt.Orientation.Horizontal) == "Objet"
    assert _words(window) != themes

    window.desk.set_language("en")
    assert page.header.title.text() == "Sessions"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_qts_own_dialogs_speak_the_language(
    open_window: Open, record: Path, qapp: QApplication
) -> None:
    window = open_window(record, "ar")
    assert qapp.translate("QPlatformTheme", "Cancel") != "Cancel"
    window.desk.set_language("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_it_can_be_dark(open_window: Open, record: Path, qapp: QApplication) -> None:
    window = open_window(record, "en")
    window.desk.set_appearance("dark")
    assert qapp.palette().window().color().name() == DARK.bg.lower()
    window.desk.set_appearance("light")
    assert qapp.palette().window().color().name() != DARK.bg.lower()


def test_a_session_written_elsewhere_appears_by_itself(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    sessions_of(window)
    assert window.desk.store is not None
    draft = SessionBasics(type="workshop", theme=Label("جلسة كُتبت للتو"), days=(date(2027, 1, 5),))
    with window.desk.store.write("sessions.create") as work:
        create_session(work, draft)
    qtbot.waitUntil(lambda: "جلسة كُتبت للتو" in _words(window), timeout=WAIT_MS)


def test_words_filter_the_list_whatever_their_hamza(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = sessions_of(window)
    everything = len(_words(window))
    assert window.obey("Ctrl+F")
    field = window.focusWidget()
    assert field is not None
    for letter in "الاحصاء":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
    qtbot.waitUntil(lambda: 0 < len([w for w in _words(window) if w]) < 3)
    assert "الإحصاء" in "".join(_words(window))
    assert window.obey("Esc")
    assert len(_words(window)) == everything
    assert window.focusWidget() is page.table


def test_arrows_move_in_the_list_from_the_filter(open_window: Open, record: Path) -> None:
    window = open_window(record)
    page = sessions_of(window)
    window.obey("Ctrl+F")
    field = window.focusWidget()
    assert field is not None
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
        rows.append(page.table.currentIndex().row())
    assert rows[0] == rows[2] < rows[1]
    assert all(page.table.model().index(row, 0).flags().value for row in rows)


def test_keys_reach_the_window_from_the_system(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    sessions_of(window)
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(handle, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.address != Address("sessions"), timeout=WAIT_MS)
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert window.address == Address("sessions")


def test_a_fault_of_the_program_is_told_without_a_box(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    window.desk.runner.failed.emit(ZeroDivisionError("inside"))
    assert "erreur interne" in window.message_bar.text
    assert "ZeroDivisionError" in window.message_bar.text
    assert window.obey("Esc")
    assert window.message_bar.text == ""


def test_progress_appears_when_work_lasts_and_esc_gives_it_up(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")

    def work(task: Task[None]) -> None:
        while True:
            task.step(12, 20)
            QTest.qSleep(5)

    window.desk.runner.run(work, unwanted, unwanted, title="Printing")
    qtbot.waitUntil(window.progress.isVisible)
    assert "12 sur 20" in [label.text() for label in window.progress.findChildren(QLabel)]
    assert window.obey("Esc")
    qtbot.waitUntil(lambda: window.desk.runner.idle)
    assert not window.progress.isVisible()


def test_one_goes_back_from_the_papers(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    open_papers(window, qtbot)
    assert window.obey("Esc")
    assert sessions_of(window).isVisible()
    assert window.focusWidget() is sessions_of(window).table


def test_the_start_page_says_what_it_waits_for(open_window: Open, tmp_path: Path) -> None:
    window = open_window(tmp_path / "none.db", "en")
    assert isinstance(window.start, StartPage)
    window.start.show_opening()
    assert not any(button.isVisibleTo(window) for button in window.start.findChildren(Button))


def test_a_record_that_lost_a_table_is_told(open_window: Open, record: Path) -> None:
    connection = sqlite3.connect(record)
    connection.execute("DROP TABLE outcomes")
    connection.close()
    window = open_window(record, "ar")
    assert "لم" in window.message_bar.text
    assert window.start.isVisible()
