"""A session's steps: taken, taken back, dated."""

from datetime import date, timedelta

import pytest

from db.codes import SessionState
from db.errors import UserError
from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.services import session_states as states
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.recording import record_session
from desktop_app.services.session_edits import edit_session
from desktop_app.services.session_states import Steps
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

TODAY = date.today()  # noqa: DTZ011 - the user's own day
DAY = date(2026, 3, 4)
INVITED_ON = date(2026, 2, 20)


def recorded(store: Store, **fields: object) -> int:
    with store.write("x") as work:
        return record_session(work, draft(**fields))


def steps_of(store: Store, session_id: int = 1) -> Steps:
    with store.read() as reading:
        return states.get_steps(reading, session_id)


def moved(store: Store, state: SessionState, on: date = DAY) -> None:
    with store.write("session.move") as work:
        states.move(work, 1, state, on)


def days(steps: Steps) -> dict[str, date | None]:
    return {step.state.value: step.on for step in steps.steps if step.passed}


def test_a_new_session_is_planned_since_it_was_recorded(store: Store) -> None:
    recorded(store)
    steps = steps_of(store)
    assert days(steps) == {"planned": TODAY}
    assert steps.following is SessionState.INVITED


def test_each_step_keeps_the_day_on_which_it_was_reached(store: Store) -> None:
    recorded(store)
    moved(store, SessionState.INVITED, INVITED_ON)
    moved(store, SessionState.HELD, DAY)
    moved(store, SessionState.DRAFTING, DAY)
    assert days(steps_of(store)) == {
        "planned": TODAY,
        "invited": INVITED_ON,
        "held": DAY,
        "drafting": DAY,
    }
    assert steps_of(store).following is SessionState.SIGNED


def test_a_step_that_was_skipped_has_the_day_that_is_known_otherwise(store: Store) -> None:
    recorded(store, invitation={"dated": INVITED_ON.isoformat()})
    moved(store, SessionState.SIGNED, TODAY)
    assert days(steps_of(store)) == {
        "planned": TODAY,
        "invited": INVITED_ON,
        "held": DAY,
        "drafting": None,
        "signed": TODAY,
    }


def test_what_was_recorded_when_all_was_over_does_not_pretend_to_days(store: Store) -> None:
    recorded(store, state="sent")
    assert days(steps_of(store)) == {
        "planned": None,
        "invited": None,
        "held": DAY,
        "drafting": None,
        "signed": None,
        "sent": None,
    }
    assert steps_of(store).following is None


def test_the_day_of_a_step_can_be_corrected(store: Store) -> None:
    recorded(store)
    moved(store, SessionState.INVITED, DAY)
    moved(store, SessionState.INVITED, INVITED_ON)
    assert days(steps_of(store))["invited"] == INVITED_ON


def test_a_step_changed_in_the_form_is_dated_by_the_journal(store: Store) -> None:
    recorded(store)
    basics = SessionBasics(type="meeting", theme=Label("ا"), state=SessionState.INVITED)
    with store.write("x") as work:
        edit_session(work, 1, basics)
    assert days(steps_of(store))["invited"] == TODAY


def test_a_form_that_does_not_tell_the_day_leaves_the_one_that_is_known(store: Store) -> None:
    recorded(store)
    moved(store, SessionState.INVITED, INVITED_ON)
    basics = SessionBasics(type="meeting", theme=Label("ا"), state=SessionState.INVITED)
    with store.write("x") as work:
        edit_session(work, 1, basics)
    assert days(steps_of(store))["invited"] == INVITED_ON


def test_one_step_undone_leaves_all_as_it_was(store: Store) -> None:
    recorded(store)
    moved(store, SessionState.INVITED, INVITED_ON)
    was = steps_of(store)
    with store.write("x") as work:
        states.move(work, 1, SessionState.SIGNED, DAY)
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    assert steps_of(store) == was


def test_a_session_is_put_off_to_a_day_that_is_not_known(store: Store) -> None:
    recorded(store)
    moved(store, SessionState.INVITED, INVITED_ON)
    with store.write("x") as work:
        states.postpone(work, 1, DAY, reason="  إضراب ")
    steps = steps_of(store)
    assert (steps.state, steps.since, steps.reason) == (SessionState.POSTPONED, DAY, "إضراب")
    assert days(steps) == {"planned": TODAY, "invited": INVITED_ON}
    assert steps.following is SessionState.HELD


@pytest.mark.parametrize(
    ("first", "after"),
    [
        (["2026-03-04"], ["2026-03-05"]),
        (["2026-03-04", "2026-03-05", "2026-03-11"], ["2026-03-05", "2026-03-06", "2026-03-12"]),
        ([], ["2026-03-05"]),
    ],
)
def test_a_session_put_off_keeps_the_distance_of_its_days(
    store: Store, first: list[str], after: list[str]
) -> None:
    recorded(store, days=first)
    with store.write("x") as work:
        states.postpone(work, 1, DAY, to=date(2026, 3, 5))
    with store.read() as reading:
        assert [day.isoformat() for day in get_session(reading, 1).days] == after
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    with store.read() as reading:
        session = get_session(reading, 1)
    assert [day.isoformat() for day in session.days] == first
    assert session.state is SessionState.PLANNED


def test_a_session_is_cancelled_for_a_reason_that_is_kept(store: Store) -> None:
    recorded(store)
    with store.write("x") as work:
        states.cancel(work, 1, DAY, "تغيير في البرنامج")
    with store.read() as reading:
        session = get_session(reading, 1)
    assert (session.state, session.since) == (SessionState.CANCELLED, DAY)
    assert session.reason == steps_of(store).reason == "تغيير في البرنامج"
    assert steps_of(store).following is None


def test_a_session_that_goes_on_after_all_forgets_why_it_was_cancelled(store: Store) -> None:
    recorded(store)
    with store.write("x") as work:
        states.cancel(work, 1, DAY, "سبب")
    moved(store, SessionState.PLANNED)
    assert steps_of(store).reason == ""


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_no_session_is_cancelled_without_a_reason(store: Store, reason: str) -> None:
    recorded(store)
    with pytest.raises(UserError, match="needs its reason"), store.write("x") as work:
        states.cancel(work, 1, DAY, reason)


def test_a_reason_that_was_damaged_is_refused(store: Store) -> None:
    recorded(store)
    with pytest.raises(UserError, match="half a character"), store.write("x") as work:
        states.cancel(work, 1, DAY, "\ud800")


def test_no_step_is_taken_on_a_day_to_come(store: Store) -> None:
    recorded(store)
    with pytest.raises(UserError, match="has not come yet"):
        moved(store, SessionState.INVITED, TODAY + timedelta(days=2))


def test_no_session_is_held_without_a_day(store: Store) -> None:
    recorded(store, days=[])
    moved(store, SessionState.INVITED)
    with pytest.raises(UserError, match="needs its day"):
        moved(store, SessionState.HELD)


def test_a_session_that_is_not_there_has_no_steps(store: Store) -> None:
    with pytest.raises(UserError, match="no record 1"):
        steps_of(store)
