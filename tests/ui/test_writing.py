"""What screens write: in their order, kept when the window closes, and undone from anywhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.engine import open_store
from db.unit_of_work import UnitOfWork
from desktop_app.services import people
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import settle


def phone(number: str, work: UnitOfWork) -> None:
    people.set_phone(work, 1, number)


def write(window: MainWindow, number: str, told: str = "") -> None:
    window.desk.write("people.set_phone", partial(phone, number), told=told)


def kept(record: Path) -> str:
    with open_store(record, writing=False) as store, store.read() as reading:
        rows = reading.connection.exec_driver_sql("SELECT phone FROM people WHERE id = 1")
        return str(rows.scalar_one())


def test_writes_are_kept_in_the_order_in_which_they_were_asked(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    done: list[int] = []

    def note(n: int, _: None) -> None:
        done.append(n)

    for n in range(30):
        window.desk.write("people.set_phone", partial(phone, str(n)), partial(note, n))
    settle(window)
    assert done == list(range(30))
    assert kept(record) == "29"


def test_what_waits_is_kept_when_the_window_closes(open_window: Open, record: Path) -> None:
    window = open_window(record)
    for n in range(30):
        write(window, str(n))
    window.close()
    assert kept(record) == "29"


def test_keys_undo_and_redo_the_last_writes(open_window: Open, record: Path) -> None:
    window = open_window(record)
    first = kept(record)
    for number in ("0611", "0622", "0622"):  # the last one changes nothing
        write(window, number, told="تم")
    settle(window)
    for key, expected in (
        (Qt.Key.Key_Z, "0611"),
        (Qt.Key.Key_Z, first),
        (Qt.Key.Key_Z, first),
        (Qt.Key.Key_Y, "0611"),
        (Qt.Key.Key_Y, "0622"),
        (Qt.Key.Key_Y, "0622"),
        (Qt.Key.Key_Z, "0611"),
    ):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        assert kept(record) == expected
    write(window, "0633")
    settle(window)
    assert not window.desk.writer.redo.isEnabled()


def test_what_cannot_be_kept_is_told_and_tried_again(open_window: Open, record: Path) -> None:
    window = open_window(record)
    refused = [False, True]

    def change(work: UnitOfWork) -> None:
        if refused.pop():
            people.set_phone(work, 1, "0" * 100)
        phone("0644", work)

    window.desk.write("people.set_phone", change)
    settle(window)
    assert window.message_bar.isVisible()
    assert kept(record) != "0644"
    words = window.desk.say("Try again")
    next(one for one in window.message_bar.findChildren(Button) if words in one.text()).click()
    settle(window)
    assert kept(record) == "0644"


def test_a_window_stays_once_when_something_was_not_kept(open_window: Open, record: Path) -> None:
    window = open_window(record)
    write(window, "0" * 100)
    assert not window.close()
    QApplication.processEvents()
    assert window.message_bar.isVisible()
    assert window.close()


def test_what_changed_since_is_not_undone(open_window: Open, record: Path) -> None:
    window = open_window(record)
    write(window, "0655")
    settle(window)
    store = window.desk.store
    assert store is not None
    with store.write("people.set_phone") as work:
        phone("0666", work)
    window.desk.writer.undo.trigger()
    settle(window)
    assert window.message_bar.isVisible()
    assert kept(record) == "0666"
