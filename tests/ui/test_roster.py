"""The roster of the open record, kept by the desk."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.services import people
from desktop_app.services.drafts import Label, PersonDraft
from desktop_app.services.naming import record as record_person
from desktop_app.ui.addresses import Address
from desktop_app.ui.naming.name_field import PersonField
from desktop_app.ui.widgets.line_edit import LineEdit
from tests.ui.conftest import Open
from tests.ui.naming.conftest import type_in

DAY = date(2026, 11, 25)


def test_it_is_read_when_it_is_needed_and_again_after_news(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    desk = open_window(record).desk
    assert desk.store is not None
    assert "roster" not in vars(desk)
    with desk.store.write("people.add") as work:
        record_person(work, "سلمى أوبها", DAY)
    qtbot.wait(50)
    assert desk.roster.now.find("سلمى") == ()
    with qtbot.waitSignal(desk.roster.changed):
        desk.roster.need()
    assert [one.name.ar for one in desk.roster.now.find("سلمى")] == ["سلمى أوبها"]
    before = desk.roster.now
    desk.roster.need()
    qtbot.waitUntil(lambda: desk.runner.idle)
    assert desk.roster.now is before
    with qtbot.waitSignal(desk.roster.changed), desk.store.write("people.add") as work:
        people.find_or_create(work, PersonDraft(name=Label("كمال أوبها")))
    assert len(desk.roster.now.find("أوبها")) == 2


def test_a_record_that_cannot_be_read_is_told_and_tried_again(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    desk = open_window(record).desk
    rename(record, "people", "gone")
    with qtbot.waitSignal(desk.failed):
        desk.roster.need()
    assert desk.roster.now.find("") == ()
    rename(record, "gone", "people")
    with qtbot.waitSignal(desk.roster.changed):
        desk.roster.need()
    assert desk.roster.now.find("") != ()


def rename(record: Path, table: str, name: str) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {name}")


def test_keys_of_the_list_go_to_it_before_the_window(open_window: Open, record: Path) -> None:
    window = open_window(record)
    window.go(Address("people"))
    page = window.page
    field, other = PersonField(window.desk), LineEdit(window.desk)
    for number, one in enumerate((field, other)):
        one.setParent(window)
        one.setGeometry(100, 100 + 40 * number, 300, 32)
        one.show()
    field.setFocus()
    type_in(field, "سلمى ظ")
    assert not window.obey("Esc")  # the list closes, nobody goes back
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.suggestions.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert window.page is page
    assert window.obey("Esc")
    assert window.page is not page
