"""Many outcomes changed at once: all or none, each with its dated entry."""

from datetime import date

import pytest

from db import models
from db.codes import FollowUpState, Priority
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services.follow_up_edits import Changes, InCharge, edit_many
from desktop_app.services.follow_up_list import read_lines
from desktop_app.services.recording import record_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)
LINE = {"kind": "action", "text": {"ar": "عمل"}, "owner_bodies": ["centre"]}


@pytest.fixture
def held(store: Store) -> Store:
    """Two outcomes of one session and one of another, held in March and in May."""
    with store.write("x") as work:
        ongoing = {**LINE, "ongoing": True}
        record_session(work, draft(days=["2026-03-04"], outcomes=[LINE, ongoing]))
        record_session(work, draft(days=["2026-05-04"], outcomes=[{**LINE, "state": "done"}]))
    return store


def change(store: Store, changes: Changes, ids: tuple[int, ...] = (1, 2, 3)) -> int:
    with store.write("follow_ups.edit_many", "salma") as work:
        return edit_many(work, ids, changes)


def history(store: Store, key: int) -> list[tuple[FollowUpState, date | None, int, str, str]]:
    with store.read() as reading:
        changes = reading.db.get_one(models.Outcome, key).changes
        return [(one.state, one.due, one.percent, one.who, one.why) for one in changes]


def test_a_new_due_date_is_told_with_who_and_why(held: Store) -> None:
    due = date(2026, 12, 20)
    assert change(held, Changes(due=due, reason="تأخر التوريد")) == 3
    for key, state, percent in ((1, "not_started", 0), (2, "not_started", 0), (3, "done", 100)):
        told = (FollowUpState(state), due, percent, "salma", "تأخر التوريد")
        assert history(held, key)[-1] == told
    with held.read() as reading:
        assert not reading.db.get_one(models.Outcome, 2).ongoing
        assert reading.db.get_one(models.Outcome, 1).reason == ""


def test_state_and_percent_go_together(held: Store) -> None:
    change(held, Changes(percent=40))
    assert [history(held, key)[-1][:3] for key in (1, 3)] == [
        (FollowUpState.IN_PROGRESS, None, 40),
        (FollowUpState.IN_PROGRESS, None, 40),
    ]
    change(held, Changes(percent=60), (1,))
    assert history(held, 1)[-1][0] is FollowUpState.IN_PROGRESS
    change(held, Changes(percent=100), (1,))
    assert history(held, 1)[-1][0] is FollowUpState.DONE
    change(held, Changes(state=FollowUpState.SUSPENDED, reason="انتظار", ongoing=True), (1,))
    assert history(held, 1)[-1] == (FollowUpState.SUSPENDED, None, 0, "salma", "انتظار")


def test_priority_and_who_is_in_charge(held: Store) -> None:
    with held.read() as reading:
        person = reading.db.get_one(models.Person, 2).uid
        body = reading.db.get_one(models.Body, 1).uid
    owners = InCharge(person, (body,), Bilingual("الجميع"))
    change(held, Changes(priority=Priority.HIGH, in_charge=owners))
    with held.read() as reading:
        lines = read_lines(reading, (1, 2, 3), TODAY)
    assert {(one.priority, one.person_id, one.body_ids) for one in lines} == {
        (Priority.HIGH, 2, (1,))
    }
    assert lines[0].owner_text.ar == "الجميع"
    assert history(held, 1) == []
    change(held, Changes(in_charge=InCharge(person)))
    with held.read() as reading:
        assert not read_lines(reading, (1,), TODAY)[0].body_ids


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (Changes(due=date(2026, 4, 1)), "lies before the session, which was held on 04/05/2026"),
        (Changes(percent=140), "140|100"),
        (Changes(state=FollowUpState.CANCELLED), "needs its reason"),
        (Changes(in_charge=InCharge("nobody")), "nobody"),
    ],
)
def test_what_is_refused_changes_none_of_them(held: Store, changes: Changes, problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        change(held, changes)
    assert all(history(held, key) == [] for key in (1, 2, 3))
    with held.read() as reading:
        lines = read_lines(reading, (1, 2, 3), TODAY)
    assert {(one.due, one.person_id) for one in lines} == {(None, None)}


def test_one_that_is_gone_changes_none_of_them(held: Store) -> None:
    with pytest.raises(UserError, match="no record 99"):
        change(held, Changes(percent=10), (1, 99))
    assert history(held, 1) == []
