"""Follow-ups: late is reckoned, progress keeps its history."""

from datetime import date, timedelta

import pytest

from db import models
from db.codes import FollowUpState
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import follow_ups
from desktop_app.services.drafts import ProgressDraft
from desktop_app.services.recording import record_session
from tests.services.drafts import draft

DUE = date(2026, 5, 1)


def outcome(**fields: object) -> dict[str, object]:
    return {"kind": "action", "text": {"ar": "عمل"}, **fields}


def test_late_is_past_due_and_still_waiting(store: Store) -> None:
    lines = [
        outcome(due=DUE.isoformat(), state=state.value, reason="سبب") for state in FollowUpState
    ]
    with store.write("x") as work:
        record_session(work, draft(outcomes=[*lines, outcome()]))
    with store.read() as reading:
        on_the_day = follow_ups.list_follow_ups(reading, DUE)
        next_day = follow_ups.list_follow_ups(reading, DUE + timedelta(days=1))
    assert not any(item.late for item in on_the_day)
    assert {item.state for item in next_day if not item.late} - {FollowUpState.NOT_STARTED} == {
        FollowUpState.DONE,
        FollowUpState.CANCELLED,
        FollowUpState.PASSED_ON,
    }
    assert next_day[-1].due is None


def test_a_follow_up_says_where_it_comes_from_and_who_has_it(centre: Store) -> None:
    with centre.read() as reading:
        listed = follow_ups.list_follow_ups(reading, date(2026, 11, 24))
    first = listed[0]
    assert (first.session_id, first.session_day) == (2, date(2025, 10, 15))
    assert [body.name.ar for body in first.owner_bodies] == ["المركز الجهوي لمنظومة الإعلام"]
    owners = {item.owner_person.name.ar for item in listed if item.owner_person}
    assert "عبد الإله بنزاكور" in owners


@pytest.mark.parametrize(
    ("before", "state", "percent", "after"),
    [
        ({"percent": 40}, FollowUpState.IN_PROGRESS, None, 40),
        ({"percent": 40}, FollowUpState.IN_PROGRESS, 60, 60),
        ({"percent": 40}, FollowUpState.DONE, None, 100),
        ({"state": "done"}, FollowUpState.IN_PROGRESS, None, 0),
    ],
)
def test_progress_is_written_and_remembered(
    store: Store, before: dict[str, object], state: FollowUpState, percent: int | None, after: int
) -> None:
    with store.write("x") as work:
        record_session(work, draft(days=[], outcomes=[outcome(**before)]))
    with store.write("x", "salma") as work:
        follow_ups.record_progress(work, 1, ProgressDraft(state=state, percent=percent))
    with store.read() as reading:
        (item,) = follow_ups.list_follow_ups(reading, DUE)
        history = reading.db.get_one(models.Outcome, 1).changes
        last = history[-1]
        assert (last.state, last.percent, last.who) == (state, after, "salma")
    assert (item.state, item.percent, item.session_day) == (state, after, None)


def test_what_is_put_off_needs_its_reason(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft(outcomes=[outcome()]))
    with pytest.raises(UserError, match="its reason"), store.write("x") as work:
        follow_ups.record_progress(work, 1, ProgressDraft(state=FollowUpState.SUSPENDED))
