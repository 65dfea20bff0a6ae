"""What was asked is shown at once, and forgotten when it was refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import AttendanceState, Civility
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Attendance
from desktop_app.ui.session.attendance.sheet import (
    Change,
    Sheet,
    marked,
    noted,
    represented,
    rest_marked,
    taken_off,
)
from desktop_app.wording.bilingual import Bilingual

PRESENT, ABSENT = AttendanceState.PRESENT, AttendanceState.ABSENT
LINES = tuple(
    Attendance(n, f"l{n}", n, Person(n, f"p{n}", Civility.UNKNOWN, Bilingual(f"شخص {n}")))
    for n in range(1, 5)
)


@pytest.fixture
def sheet() -> Sheet:
    made = Sheet()
    made.take(LINES)
    return made


def test_what_is_refused_is_as_recorded_and_what_follows_stays(sheet: Sheet) -> None:
    first, second = marked(1, PRESENT), marked(2, ABSENT)
    sheet.ask(first)
    sheet.ask(second)
    sheet.drop(first)
    assert [line.state for line in sheet.lines[:2]] == [LINES[0].state, ABSENT]
    sheet.keep(second)
    assert sheet.lines[1].state is ABSENT


def test_what_was_read_meanwhile_does_not_hide_what_was_asked(sheet: Sheet) -> None:
    change = marked(1, PRESENT)
    sheet.ask(change)
    sheet.take([LINES[0], replace(LINES[1], state=ABSENT), *LINES[2:]])
    assert [line.state for line in sheet.lines[:2]] == [PRESENT, ABSENT]
    sheet.keep(change)
    assert [line.state for line in sheet.lines[:2]] == [PRESENT, ABSENT]


def test_late_and_early_go_with_those_who_are_not_there(sheet: Sheet) -> None:
    sheet.ask(noted(1, late=True))
    assert (sheet.lines[0].state, sheet.lines[0].late) == (PRESENT, True)
    sheet.ask(noted(1, left_early=True))
    sheet.ask(marked(1, AttendanceState.REMOTE))
    assert (sheet.lines[0].late, sheet.lines[0].left_early) == (True, True)
    sheet.ask(represented(1, 2))
    line = sheet.lines[0]
    assert (line.state, line.represented_by_id) == (AttendanceState.REPRESENTED, 2)
    assert (line.late, line.left_early) == (False, False)
    sheet.ask(marked(1, ABSENT))
    assert sheet.lines[0].represented_by_id is None


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(marked, st.integers(1, 4), st.sampled_from([PRESENT, ABSENT])),
    st.builds(represented, st.integers(1, 4), st.integers(1, 4)),
    st.builds(noted, st.integers(1, 4), late=st.booleans()),
    st.builds(taken_off, st.integers(1, 4)),
    st.just(rest_marked),
)


@given(st.lists(CHANGES, max_size=6))
def test_all_refused_is_nothing_and_all_kept_is_what_was_shown(changes: list[Change]) -> None:
    refused, kept = Sheet(), Sheet()
    for sheet in (refused, kept):
        sheet.take(LINES)
        for change in changes:
            sheet.ask(change)
    shown = kept.lines
    for change in changes:
        refused.drop(change)
        kept.keep(change)
    assert refused.lines == LINES
    assert kept.lines == shown
