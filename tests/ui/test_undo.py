"""What was done in this window is undone and done again, whatever screen is in front by then."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.services import outcomes, people
from desktop_app.services.settings import change
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.outcomes import OutcomesTab
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.db.samples import tables
from tests.ui.conftest import Open, session_of
from tests.ui.tour import session_id, settle

Tables = dict[str, dict[str, dict[str, Any]]]


def kept(window: MainWindow) -> Tables:
    """Give what is recorded, beside the history of outcomes, which goes on."""
    assert window.desk.store is not None
    held = tables(window.desk.store.engine)
    return {name: held[name] for name in held if name != "outcome_changes"}


def press(window: MainWindow, key: str) -> None:
    assert window.obey(key), key
    settle(window)


def change_a_setting(window: MainWindow) -> None:
    """Type a phone number in the settings, in two goes."""
    window.go(Address("settings", None, "centre"))
    settle(window)
    page = window.page
    assert isinstance(page, SettingsPage)
    line = next(
        one
        for one in page.findChildren(LineEdit)
        if one.isVisible() and one.text() == "" and one.layoutDirection().name == "LeftToRight"
    )
    line.setFocus()
    for digits in ("05", "23"):
        QTest.keyClicks(line, digits)
        line.commit()
        settle(window)


def remove_an_outcome(window: MainWindow) -> None:
    window.go(Address("session", session_id(window), "outcomes"))
    settle(window)
    part = session_of(window).part
    assert isinstance(part, OutcomesTab)
    part.table.setFocus()
    press(window, "Del")


def change_a_person(window: MainWindow) -> None:
    window.desk.write("people.set_email", lambda work: people.set_email(work, 1, "new@example.ma"))
    settle(window)


def test_three_screens_are_undone_from_a_fourth_and_done_again(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    states = [kept(window)]
    for do in (change_a_setting, remove_an_outcome, change_a_person):
        do(window)
        states.append(kept(window))
    assert all(one != other for one, other in pairwise(states))
    window.go(Address("people"))
    settle(window)
    for state in reversed(states[:-1]):
        press(window, "Ctrl+Z")
        assert kept(window) == state
    assert not window.desk.writer.undo.isEnabled()
    for state in states[1:]:
        press(window, "Ctrl+Y")
        assert kept(window) == state
    assert not window.desk.writer.redo.isEnabled()


def test_what_is_done_anew_cannot_be_redone_over(open_window: Open, record: Path) -> None:
    window = open_window(record)
    change_a_person(window)
    press(window, "Ctrl+Z")
    window.desk.write("people.set_phone", lambda work: people.set_phone(work, 1, "0523000000"))
    settle(window)
    assert not window.desk.writer.redo.isEnabled()


def test_what_was_changed_since_is_said_and_stays(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    change_a_person(window)
    store = window.desk.store
    assert store is not None
    with store.write("elsewhere") as work:
        people.set_email(work, 1, "later@example.ma")
    before = kept(window)
    window.desk.writer.undo.trigger()
    settle(window)
    assert window.message_bar.isVisible()
    assert kept(window) == before


def press_toast(window: MainWindow) -> None:
    window.toast.findChild(QAbstractButton).click()  # type: ignore[union-attr]  # it is there
    settle(window)


def test_the_notice_undoes_what_it_tells_of_whatever_was_done_since(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    before = kept(window)
    window.desk.write(
        "people.set_email", lambda work: people.set_email(work, 1, "new@example.ma"), told="new"
    )
    settle(window)
    window.desk.write("people.set_phone", lambda work: people.set_phone(work, 2, "0523000000"))
    settle(window)
    press_toast(window)
    after = kept(window)
    assert after["people"] != before["people"]
    assert "new@example.ma" not in str(after["people"])
    press(window, "Ctrl+Z")
    assert kept(window) == before
    assert not window.desk.writer.undo.isEnabled()


def test_a_notice_of_what_was_changed_since_is_refused_until_that_is_undone(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "en")
    before = kept(window)
    for email, told in (("one@example.ma", "one"), ("two@example.ma", "")):
        window.desk.write(
            "people.set_email",
            lambda work, email=email: people.set_email(work, 1, email),  # type: ignore[misc]  # bound here
            told=told,
        )
        settle(window)
    changed = kept(window)
    press_toast(window)
    assert window.message_bar.text.startswith("This was not undone")
    assert kept(window) == changed
    for _ in range(2):
        window.desk.writer.undo.trigger()
        settle(window)
    assert kept(window) == before


def test_a_field_undoes_its_own_typing_first(open_window: Open, record: Path) -> None:
    window = open_window(record)
    change_a_person(window)
    changed = kept(window)
    window.go(Address("session", session_id(window), "outcomes"))
    settle(window)
    part = session_of(window).part
    assert isinstance(part, OutcomesTab)
    edit = part.line.edit
    edit.setFocus()
    for letter in "كلام":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(edit, event)
    assert not window.obey("Ctrl+Z")
    edit.undo()
    assert edit.text() == ""
    assert not window.obey("Ctrl+Y")
    edit.setText("")
    assert kept(window) == changed
    press(window, "Ctrl+Z")
    assert kept(window) != changed


@pytest.mark.parametrize("times", [1, 3])
def test_units_that_go_on_with_each_other_are_undone_as_one(
    open_window: Open, record: Path, times: int
) -> None:
    window = open_window(record)
    store, writer = window.desk.store, window.desk.writer
    assert store is not None
    before, last = kept(window), ""
    for n in range(times):
        with store.write("settings.change") as work:
            change(work, ("institution", "phone"), f"05230{n}")
        assert writer.remember(work.uid, last) is (n > 0)
        last = work.uid
    with store.write("outcomes.edit") as work:
        outcomes.edit(work, 1, {("text", "fr"): "Autre"})
    assert not writer.remember(work.uid, "another")
    settle(window)
    writer.undo.trigger()
    settle(window)
    writer.undo.trigger()
    settle(window)
    assert kept(window) == before
