"""Attendance is taken line by line; nobody is lost, and whoever stands in for another is there."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import models
from db.check import check
from db.codes import AttendanceState, SessionState
from db.engine import create_store
from db.errors import UserError
from db.undoing import undo
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import attendance, people
from desktop_app.services.attendance import BodyFigures
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Attendance, Session
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

PRESENT, REMOTE = AttendanceState.PRESENT, AttendanceState.REMOTE
REPRESENTED, EXCUSED = AttendanceState.REPRESENTED, AttendanceState.EXCUSED
ABSENT, NOTHING = AttendanceState.ABSENT, AttendanceState.NOT_RECORDED
THERE = {PRESENT, REMOTE}
SALMA, KAMAL, RACHID, NADIA = 1, 2, 3, 4
DAY = date(2026, 3, 4)


def fill(store: Store, **fields: object) -> None:
    """Record a session to which Salma and Kamal are invited, and Rachid and Nadia beside it."""
    lines = [{"person": "salma"}, {"person": "kamal"}]
    with store.write("fill") as work:
        record_session(work, draft(attendance=lines, state="invited", **fields))
        for name in ("Rachid", "Nadia"):
            people.find_or_create(work, PersonDraft(name=Label(fr=name)), 1)


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def do(store: Store, change: Callable[[UnitOfWork], object]) -> str:
    """Write, and give the unit."""
    with store.write("attendance") as work:
        change(work)
    return work.uid


def read(store: Store) -> Session:
    with store.read() as reading:
        return get_session(reading, 1)


def lines(store: Store) -> dict[int, Attendance]:
    return {line.person.id: line for line in read(store).attendance}


def states(store: Store) -> dict[int, AttendanceState]:
    return {person: line.state for person, line in lines(store).items()}


@pytest.mark.parametrize("state", [PRESENT, REMOTE, EXCUSED, ABSENT, NOTHING])
def test_a_state_is_recorded_on_one_line(filled: Store, state: AttendanceState) -> None:
    do(filled, lambda work: attendance.mark(work, 2, state))
    assert states(filled) == {SALMA: NOTHING, KAMAL: state}


def test_late_and_left_early_fall_with_those_who_are_not_there(filled: Store) -> None:
    do(filled, lambda work: attendance.mark(work, 1, PRESENT))
    do(filled, lambda work: attendance.set_late(work, 1, late=True))
    do(filled, lambda work: attendance.set_left_early(work, 1, left_early=True))
    do(filled, lambda work: attendance.mark(work, 1, REMOTE))
    line = lines(filled)[SALMA]
    assert (line.state, line.late, line.left_early) == (REMOTE, True, True)
    do(filled, lambda work: attendance.mark(work, 1, ABSENT))
    line = lines(filled)[SALMA]
    assert (line.state, line.late, line.left_early) == (ABSENT, False, False)


@pytest.mark.parametrize("before", [NOTHING, ABSENT, EXCUSED])
def test_who_came_late_or_left_early_was_there(filled: Store, before: AttendanceState) -> None:
    do(filled, lambda work: attendance.mark(work, 1, before))
    do(filled, lambda work: attendance.mark(work, 2, before))
    do(filled, lambda work: attendance.set_late(work, 1, late=True))
    do(filled, lambda work: attendance.set_left_early(work, 2, left_early=True))
    assert states(filled) == {SALMA: PRESENT, KAMAL: PRESENT}
    do(filled, lambda work: attendance.set_late(work, 1, late=False))
    assert (lines(filled)[SALMA].late, lines(filled)[KAMAL].left_early) == (False, True)


def test_not_being_late_brings_nobody_in(filled: Store) -> None:
    do(filled, lambda work: attendance.set_late(work, 1, late=False))
    assert states(filled)[SALMA] is NOTHING


def test_the_rest_is_present_and_what_was_recorded_stays(filled: Store) -> None:
    do(filled, lambda work: attendance.mark(work, 1, EXCUSED))
    with filled.write("x") as work:
        assert attendance.mark_rest(work, 1) == 1
    assert states(filled) == {SALMA: EXCUSED, KAMAL: PRESENT}


def test_a_substitute_gets_a_line_of_his_own_at_the_end(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    line, own = lines(filled)[SALMA], lines(filled)[RACHID]
    assert (line.state, line.represented_by_id) == (REPRESENTED, RACHID)
    assert (own.invited, own.state, own.position) == (False, PRESENT, 3)


def test_another_substitute_takes_the_place_of_the_first(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    do(filled, lambda work: attendance.represent(work, 1, NADIA))
    assert lines(filled).keys() == {SALMA, KAMAL, NADIA}
    do(filled, lambda work: attendance.represent(work, 1, NADIA))
    assert lines(filled).keys() == {SALMA, KAMAL, NADIA}


def test_a_line_made_for_a_substitute_goes_when_he_was_not_one(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    unit = do(filled, lambda work: attendance.mark(work, 1, PRESENT))
    assert states(filled) == {SALMA: PRESENT, KAMAL: NOTHING}
    do(filled, lambda work: undo(work, unit))
    assert lines(filled)[SALMA].represented_by_id == RACHID
    do(filled, lambda work: attendance.mark(work, 1, ABSENT))
    assert lines(filled).keys() == {SALMA, KAMAL}


def test_one_who_came_on_his_own_stays(filled: Store) -> None:
    do(filled, lambda work: attendance.walk_in(work, 1, RACHID))
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    do(filled, lambda work: attendance.mark(work, 1, PRESENT))
    assert lines(filled).keys() == {SALMA, KAMAL, RACHID}


def test_one_who_still_stands_in_for_another_stays(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    do(filled, lambda work: attendance.represent(work, 2, RACHID))
    do(filled, lambda work: attendance.mark(work, 1, PRESENT))
    assert lines(filled)[KAMAL].represented_by_id == RACHID
    do(filled, lambda work: attendance.mark(work, 2, PRESENT))
    assert lines(filled).keys() == {SALMA, KAMAL}


def test_one_who_was_added_in_the_same_breath_stays(filled: Store) -> None:
    with filled.write("x") as work:
        attendance.represent(work, 1, RACHID)
        attendance.mark(work, 1, PRESENT)
    assert lines(filled).keys() == {SALMA, KAMAL, RACHID}


def test_an_invited_substitute_is_there_and_stays(filled: Store) -> None:
    do(filled, lambda work: attendance.mark(work, 2, EXCUSED))
    do(filled, lambda work: attendance.represent(work, 1, KAMAL))
    assert states(filled) == {SALMA: REPRESENTED, KAMAL: PRESENT}
    do(filled, lambda work: attendance.mark(work, 2, REMOTE))
    do(filled, lambda work: attendance.mark(work, 1, NOTHING))
    assert states(filled) == {SALMA: NOTHING, KAMAL: REMOTE}


def test_who_stands_in_for_another_cannot_be_away(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, KAMAL))
    for change in (
        lambda work: attendance.mark(work, 2, ABSENT),
        lambda work: attendance.represent(work, 2, RACHID),
    ):
        with pytest.raises(UserError, match="in the place of"):
            do(filled, change)
    assert states(filled) == {SALMA: REPRESENTED, KAMAL: PRESENT}


def test_a_substitute_is_another_one_who_came(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    with pytest.raises(UserError, match="represented by somebody else"):
        do(filled, lambda work: attendance.represent(work, 2, SALMA))
    with pytest.raises(UserError, match="nobody represents himself"):
        do(filled, lambda work: attendance.represent(work, 2, KAMAL))
    with pytest.raises(UserError, match="came instead"):
        do(filled, lambda work: attendance.mark(work, 2, REPRESENTED))
    assert states(filled)[KAMAL] is NOTHING


def test_one_without_an_invitation_stands_at_the_end(filled: Store) -> None:
    do(filled, lambda work: attendance.walk_in(work, 1, NADIA))
    line = lines(filled)[NADIA]
    assert (line.invited, line.state, line.position) == (False, PRESENT, 3)
    with pytest.raises(UserError, match="already has a line"):
        do(filled, lambda work: attendance.walk_in(work, 1, NADIA))


def test_the_first_of_an_empty_sheet(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft())
    do(store, lambda work: attendance.walk_in(work, 1, SALMA))
    assert lines(store)[SALMA].position == 1


def test_one_who_came_without_an_invitation_is_taken_off_again(filled: Store) -> None:
    do(filled, lambda work: attendance.walk_in(work, 1, NADIA))
    do(filled, lambda work: attendance.represent(work, 3, RACHID))
    do(filled, lambda work: attendance.remove_line(work, 3))
    assert lines(filled).keys() == {SALMA, KAMAL}


def test_an_invited_person_and_a_substitute_are_not_taken_off(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    with pytest.raises(UserError, match="without an invitation"):
        do(filled, lambda work: attendance.remove_line(work, 1))
    with pytest.raises(UserError, match="in the place of"):
        do(filled, lambda work: attendance.remove_line(work, 3))


def test_figures_never_count_as_absent_whom_nobody_recorded(filled: Store) -> None:
    found = attendance.figures(read(filled).attendance)
    assert found.by_state == {**dict.fromkeys(AttendanceState, 0), NOTHING: 2}
    assert [(one.came, one.invited) for one in found.by_body] == [(0, 1), (0, 1)]


def test_a_body_counts_whom_it_sent_in_the_place_of_another_once(filled: Store) -> None:
    do(filled, lambda work: attendance.represent(work, 1, RACHID))
    do(filled, lambda work: attendance.walk_in(work, 1, NADIA))
    found = attendance.figures(read(filled).attendance)
    centre, none = found.by_body
    assert centre == BodyFigures(centre.body, came=1, invited=1, more=1)
    assert none == BodyFigures(None, came=0, invited=1, more=0)
    assert (found.by_state[REPRESENTED], found.by_state[PRESENT]) == (1, 2)


@pytest.mark.parametrize(
    ("state", "today", "held"),
    [
        ("planned", DAY, DAY),
        ("invited", date(2026, 9, 1), DAY),
        ("invited", date(2026, 3, 3), None),
        ("held", DAY, None),
        ("sent", DAY, None),
    ],
)
def test_who_takes_attendance_holds_the_session(
    store: Store, state: str, today: date, held: date | None
) -> None:
    with store.write("x") as work:
        record_session(work, draft(state=state))
    assert attendance.day_held(read(store), today) == held


def test_of_several_days_the_last_that_has_come(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft(state="planned", days=["2026-03-04", "2026-03-05"]))
    session = read(store)
    assert session.state is SessionState.PLANNED
    assert attendance.day_held(session, date(2026, 3, 6)) == date(2026, 3, 5)
    assert attendance.day_held(session, DAY) == DAY


LINE = st.integers(1, 7)
PERSON = st.integers(1, 6)
OPERATIONS = st.one_of(
    st.tuples(st.just(attendance.mark), LINE, st.sampled_from(AttendanceState)),
    st.tuples(st.just(attendance.represent), LINE, PERSON),
    st.tuples(st.just(attendance.walk_in), st.just(1), PERSON),
    st.tuples(st.just(attendance.remove_line), LINE),
    st.tuples(st.just(attendance.set_late), LINE, st.booleans()),
    st.tuples(st.just(attendance.set_left_early), LINE, st.booleans()),
    st.tuples(st.just(attendance.mark_rest), st.just(1)),
)


@given(st.lists(OPERATIONS, min_size=4, max_size=16))
@settings(max_examples=20, deadline=None)
def test_whatever_is_asked_the_sheet_is_whole(operations: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "centre.mahdar"
        with create_store(path) as store:
            fill(store)
            with store.write("x") as work:
                for name in ("Hajar", "Omar"):
                    draft_ = PersonDraft(name=Label(fr=name), function=FunctionDraft())
                    people.find_or_create(work, draft_, None)
            units = [unit for one in operations if (unit := tried(store, *one))]
            end = lines(store)
            for unit in reversed(units):
                do(store, lambda work, unit=unit: undo(work, unit))  # type: ignore[misc]  # one parameter more
                whole(store)
            start = lines(store)
            assert states(store) == {SALMA: NOTHING, KAMAL: NOTHING}
        assert not check(path)
    assert {1, 2} <= end.keys()
    assert {1, 2} == start.keys()


def tried(store: Store, act: object, *given_: object) -> str:
    """Do something or be refused; in either case the sheet is whole, and say the unit."""
    before = lines(store)
    try:
        unit = do(store, lambda work: act(work, *given_))  # type: ignore[operator]  # a use case
    except UserError:
        assert lines(store) == before
        return ""
    whole(store)
    gone = before.keys() - lines(store).keys()
    assert all(not before[person].invited for person in gone)
    return unit if lines(store) != before else ""


def whole(store: Store) -> None:
    """Hold what must always be so."""
    now = lines(store)
    for line in now.values():
        assert (line.state is REPRESENTED) is (line.represented_by_id is not None)
        assert line.state in THERE or not (line.late or line.left_early)
        if line.represented_by_id is not None:
            assert line.represented_by_id != line.person.id
            assert now[line.represented_by_id].state in THERE
    with store.read() as reading:
        assert reading.db.query(models.Person).count() == 6  # nobody goes off the file
