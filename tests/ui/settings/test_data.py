"""Where the record is, and whether it is whole."""

import shutil
import sqlite3
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.settings.data import Data
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.programs import Taken
from tests.ui.settings.driving import WAIT_MS, show


def data_of(window: MainWindow, qtbot: QtBot) -> Data:
    return show(window, qtbot, "data").form.findChildren(Data)[0]


def told(data: Data) -> str:
    return "\n".join(one.text() for one in data.findChildren(QLabel) if one.isVisible())


def check(window: MainWindow, qtbot: QtBot) -> None:
    assert window.obey("F5")
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)


def test_the_file_is_named_and_its_folder_opened(
    open_window: Open, record: Path, qtbot: QtBot, cache: Path, program: Taken
) -> None:
    cache.mkdir()
    window = open_window(Path(shutil.move(record, cache / "centre.mahdar")), "en")
    data = data_of(window, qtbot)
    assert str(cache / "centre.mahdar") in told(data).replace("\u200b", "")
    assert " MB" in told(data)
    data.open_act.trigger()
    assert program.paths == [cache]


def test_a_folder_that_nothing_shows_is_named(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    data = data_of(window, qtbot)
    record.parent.rename(record.parent.with_name("away"))
    data.open_act.trigger()
    assert "was not opened" in window.message_bar.text
    record.parent.with_name("away").rename(record.parent)


def test_a_record_that_is_whole_is_said_to_be(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    data = data_of(window, qtbot)
    check(window, qtbot)
    qtbot.waitUntil(lambda: "All of it is in order." in told(data), timeout=WAIT_MS)
    window.desk.set_language("fr")
    qtbot.waitUntil(lambda: "Tout est en ordre." in told(data), timeout=WAIT_MS)


def test_what_was_changed_behind_its_back_is_found(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    data = data_of(window, qtbot)
    other = sqlite3.connect(record)
    other.execute("UPDATE people SET phone = '06' WHERE id = 1")
    other.commit()
    other.close()
    check(window, qtbot)
    qtbot.waitUntil(lambda: "people were changed by something else" in told(data), timeout=WAIT_MS)
    assert "All of it is in order." not in told(data)
