"""Somebody whom nobody invited, in one line."""

from pathlib import Path

import pytest

from db.codes import AttendanceState
from desktop_app.services.people import list_people
from desktop_app.services.people_data import Person
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.session.attendance.taking import TODAY, Hand, opened, prepare, recorded
from tests.ui.tour import settle


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record)


@pytest.fixture
def session_id(window: MainWindow) -> int:
    assert window.desk.store
    return prepare(window.desk.store, 12)


@pytest.fixture
def tab(window: MainWindow, session_id: int) -> AttendanceTab:
    return opened(window, session_id)


@pytest.fixture
def hand(window: MainWindow, tab: AttendanceTab) -> Hand:
    hand = Hand(window)
    hand.press("Insert")
    assert tab.walk_in.field.hasFocus()
    return hand


def everybody(window: MainWindow) -> tuple[Person, ...]:
    assert window.desk.store
    with window.desk.store.read() as reading:
        return tuple(list_people(reading, TODAY))


def guest(window: MainWindow, tab: AttendanceTab) -> Person:
    """Give somebody on file who is not on the sheet."""
    there = {row.line.person.id for row in tab.table.rows_shown}
    return next(one for one in everybody(window) if one.id not in there)


def hints(tab: AttendanceTab) -> set[str]:
    return {hint.accessibleName() for hint in tab.walk_in._hints.values() if hint.isVisible()}


def test_a_new_person_is_recorded_present_at_the_end(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.type("السيدة زينب المكناسية، مستشارة في التوجيه، خنيفرة")
    assert not tab.walk_in.alike
    before = len(everybody(window))
    hand.press("Enter")
    line = recorded(window, session_id).attendance[-1]
    assert len(everybody(window)) == before + 1
    assert (line.person.name.ar, line.invited) == ("زينب المكناسية", False)
    assert line.state is AttendanceState.PRESENT
    assert line.person.body is not None
    assert tab.table.rows_shown[-1].line.id == line.id
    assert tab.walk_in.field.text() == ""
    assert tab.walk_in.field.hasFocus()  # for the next one
    hand.press("Esc")
    assert tab.table.hasFocus()


def test_look_alikes_stand_there_before_anybody_is_created(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    known = guest(window, tab)
    hand.type(known.name.ar.replace("ة", "ه").replace("أ", "ا").replace("إ", "ا"))
    assert [one.id for one in tab.walk_in.alike] == [known.id]
    assert len(hints(tab)) == 2
    before = len(everybody(window))
    hand.press("Down", "Down", "Enter")
    assert len(everybody(window)) == before
    assert recorded(window, session_id).attendance[-1].person.id == known.id
    assert tab.walk_in.field.text() == ""


def test_enter_alone_records_a_new_one_beside_who_looks_alike(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    known = guest(window, tab)
    hand.type(f"{known.name.ar}ي، زائر")
    before = len(everybody(window))
    hand.press("Down", "Up", "Enter")
    assert recorded(window, session_id).attendance[-1].person.id != known.id
    assert len(everybody(window)) == before + 1


def test_who_is_on_the_sheet_is_pointed_to(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    there = tab.table.rows_shown[7]
    hand.type(there.line.person.name.ar)
    assert str(there.number) in tab.walk_in.field.accessibleDescription()
    hand.press("Enter")
    assert len(recorded(window, session_id).attendance) == 12
    assert tab.table.hasFocus()
    assert tab.table.current
    assert tab.table.current.id == there.id


def test_who_is_left_out_by_a_filter_is_pointed_to_all_the_same(
    tab: AttendanceTab, hand: Hand
) -> None:
    there = tab.table.rows_shown[7]
    tab.figures.chips[AttendanceState.ABSENT].click()
    assert not tab.table.rows_shown
    hand.press("Insert")
    hand.type(there.line.person.name.fr)
    hand.press("Enter")
    assert tab.table.current
    assert tab.table.current.id == there.id


@pytest.mark.parametrize("typed", ["123", "؟", "a" * 600])
def test_what_is_no_name_is_told_and_stays(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand, typed: str
) -> None:
    tab.walk_in.field.setText(typed)
    hand.press("Enter")
    settle(window)
    assert len(recorded(window, session_id).attendance) == 12
    assert tab.walk_in.problem is not None
    assert window.desk.say.error(tab.walk_in.problem) in tab.walk_in.field.accessibleDescription()
    assert tab.walk_in.field.text() == typed


def test_signs_of_direction_are_no_part_of_a_name(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    tab.walk_in.field.setText("زينب\u202e المكناسية\u2066")
    hand.press("Enter")
    assert recorded(window, session_id).attendance[-1].person.name.ar == "زينب المكناسية"


def test_nothing_typed_is_nobody(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("Enter")
    assert len(recorded(window, session_id).attendance) == 12
    assert tab.walk_in.field.hasFocus()


def test_a_walk_in_is_taken_off_and_comes_back(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.type("زينب المكناسية")
    hand.press("Enter")
    settle(window)
    hand.press("Esc", "Home", "Del")
    assert len(recorded(window, session_id).attendance) == 13
    hand.press("End", "Del")
    assert len(tab.table.rows_shown) == 12
    assert len(recorded(window, session_id).attendance) == 12
    assert window.obey("Ctrl+Z")
    assert len(recorded(window, session_id).attendance) == 13
    settle(window)
    assert len(tab.table.rows_shown) == 13
