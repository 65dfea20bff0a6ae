"""Moment 3 of the working day: the attendance of twenty people, in thirty keys."""

from pathlib import Path

import pytest

from db.codes import AttendanceState, SessionState
from desktop_app.i18n import Language
from tests.ui.conftest import Counted, Open
from tests.ui.session.attendance.taking import Hand, opened, prepare, recorded, states
from tests.ui.tour import settle

NEW = {
    "ar": ("مليكة الشرقاوي، مستشارة في التوجيه، خنيفرة", "مليكة الشرقاوي"),
    "fr": ("Malika Cherkaoui, conseillère en orientation, Khénifra", "Malika Cherkaoui"),
    "en": ("Malika Cherkaoui, conseillère en orientation, Khénifra", "Malika Cherkaoui"),
}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("with_the_rest", [False, True], ids=["one by one", "exceptions"])
def test_twenty_people_with_a_substitute_an_excuse_and_a_walk_in(
    language: Language, with_the_rest: bool, open_window: Open, record: Path, counted: Counted
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    session_id = prepare(store)
    tab = opened(window, session_id)
    assert tab.table.hasFocus()
    assert tab.table.current is not None
    assert tab.table.current.number == 1
    hand = Hand(window)

    if not with_the_rest:
        hand.press(*["Space"] * 5)
    else:
        hand.press(*["Down"] * 5)
    asked_for = tab.table.current.line.person
    hand.press("3")
    settle(window)  # the names are read
    hand.press("Enter")
    assert tab.table.hasFocus()
    excused = tab.table.current.line.person
    if not with_the_rest:
        hand.press("4", *["Space"] * 13)
    else:
        hand.press("Down" if excused.id == asked_for.id else "4")
        hand.press("F4")
    hand.press("Insert")
    hand.type(NEW[language][0])
    hand.press("Enter")

    session = recorded(window, session_id)
    found = {line.person.id: line for line in session.attendance}
    replaced, came_not = found[asked_for.id], found[excused.id]
    assert replaced.state is AttendanceState.REPRESENTED
    assert found[replaced.represented_by_id or 0].state is AttendanceState.PRESENT
    assert came_not.state is AttendanceState.EXCUSED
    assert states(session)[NEW[language][1]] is AttendanceState.PRESENT
    assert AttendanceState.NOT_RECORDED not in states(session).values()
    assert session.state is SessionState.HELD
    counted(3, hand.keys, 30, "and a line for the walk-in")
