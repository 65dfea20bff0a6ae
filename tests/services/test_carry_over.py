"""What goes over from one session of a series to the next, and what stays."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.codes import OVER, AgendaOrigin, FollowUpState, OutcomeKind
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Reading, Store, UnitOfWork
from desktop_app.services import (
    agenda,
    carry_over,
    final_minutes,
    outcomes,
    preparing,
    recording,
    series,
    session_edits,
    session_states,
)
from desktop_app.services.carry_over import Key, Why
from desktop_app.services.drafts import Label, OutcomeDraft, Words
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

TODAY, NEXT = date(2026, 11, 25), date(2026, 12, 2)
WHOLE: dict[str, object] = {
    "state": "drafting",
    "reference": "09/2026",
    "agenda": [{"title": {"ar": "عرض"}}, {"title": {"ar": "مختلفات"}, "planned_minutes": 5}],
    "outcomes": [
        {"kind": "action", "text": {"ar": "عمل"}, "due": "2026-04-01", "agenda_item": 1},
        {"kind": "decision", "text": {"ar": "قرار"}, "state": "done"},
        {"kind": "decision", "text": {"ar": "ملغى"}, "state": "cancelled", "reason": "لا اعتماد"},
    ],
    "agenda_exhausted": False,
}


def prepared(work: UnitOfWork, **fields: object) -> tuple[int, int]:
    """Record a session, and prepare the next of its series."""
    first = recording.record_session(work, draft(**{**WHOLE, **fields}))
    return first, series.begin_next(work, first, NEXT)


def carry_proposed(work: UnitOfWork, session_id: int) -> None:
    chosen = carry_over.preview(work, session_id, TODAY).chosen
    carry_over.carry(work, session_id, chosen, TODAY)


def titles(reading: Reading, session_id: int) -> list[str]:
    session = reading.db.get(models.Session, session_id)
    assert session
    assert [one.position for one in session.agenda] == list(range(1, len(session.agenda) + 1))
    return [one.title_ar for one in session.agenda]


def test_a_preview_says_what_goes_what_stays_and_why(store: Store) -> None:
    with store.write("x") as work:
        first, second = prepared(work)
    with store.write("x") as work:
        outcomes.set_state(work, 3, FollowUpState.IN_PROGRESS)
    with store.write("x") as work:
        outcomes.set_state(work, 3, FollowUpState.PASSED_ON, "لمديرية منظومة الإعلام")
    with store.read() as reading:
        told = carry_over.preview(reading, second, TODAY)
    assert told.before
    assert (told.before.id, told.before.reference) == (first, "09/2026")
    assert (told.begun, told.item) == (False, 2)
    assert [(one.key, one.why, one.proposed) for one in told.lines] == [
        (("approval", first), Why.MINUTES, True),
        (("outcome", 1), Why.OPEN, True),
        (("outcome", 2), Why.OVER, False),
        (("outcome", 3), Why.OVER, False),
        (("item", 2), Why.NOT_REACHED, True),
    ]
    late, done, passed = told.lines[1:4]
    assert late.outcome
    assert (late.outcome.late, late.age) == (238, 266)
    assert (done.changed, done.reason) == (None, "")
    assert passed.reason == "لمديرية منظومة الإعلام"
    assert passed.changed is not None


def test_nothing_goes_over_before_it_is_chosen(store: Store) -> None:
    with store.write("x") as work:
        _, second = prepared(work)
        assert titles(work, second) == ["عرض", "مختلفات"]
        carry_over.carry(work, second, (), TODAY)
        assert titles(work, second) == ["عرض", "مختلفات"]


def test_what_is_chosen_begins_the_agenda_and_can_be_taken_off(store: Store) -> None:
    with store.write("x") as work:
        first, second = prepared(work)
        carry_proposed(work, second)
    with store.write("x") as work:
        carry_proposed(work, second)  # again: nothing is doubled
        approval, follow_up = "المصادقة على محضر الاجتماع السابق", "تتبع القرارات والتوصيات"
        assert titles(work, second) == [approval, follow_up, "عرض", "مختلفات"]
        session = work.db.get(models.Session, second)
        assert session
        assert session.agenda[0].of_session_id == first
        assert session.agenda[3].carried_from_id == 2
        assert [one.outcome_id for one in session.carried] == [1]
        told = carry_over.preview(work, second, TODAY)
        assert (told.begun, told.item) == (True, 2)
        assert told.chosen == {("approval", first), ("outcome", 1), ("item", 2)}
    with store.write("x") as work:
        outcomes.add(
            work, second, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar="x"), agenda_item=2)
        )
        carry_over.carry(work, second, {("outcome", 2), ("outcome", 99)}, TODAY)
        assert titles(work, second) == [follow_up, "عرض"]
    with store.write("x") as work:
        carry_over.carry(work, second, (), TODAY)
        assert titles(work, second) == ["عرض"]
        session = work.db.get(models.Session, second)
        assert session
        assert session.outcomes[0].agenda_item is None  # what came of it stays


def test_a_point_that_did_not_come_over_is_added_after_what_is_carried(store: Store) -> None:
    with store.write("x") as work:
        _, second = prepared(work)
        session_edits.set_agenda(work, second, ())
        carry_proposed(work, second)
        assert titles(work, second)[2:] == ["مختلفات"]


def test_an_exhausted_agenda_leaves_its_silent_points(store: Store) -> None:
    with store.write("x") as work:
        _, second = prepared(work, agenda_exhausted=True)
        line = carry_over.preview(work, second, TODAY).lines[-1]
    assert (line.key, line.why, line.proposed) == (("item", 2), Why.EXHAUSTED, False)


def test_a_session_that_was_not_held_has_no_points_left(store: Store) -> None:
    with store.write("x") as work:
        _, second = prepared(work, state="planned", outcomes=[])
        told = carry_over.preview(work, second, TODAY)
    assert [one.key[0] for one in told.lines] == ["approval"]


def test_a_session_that_was_put_off_is_not_approved_but_its_outcomes_stay(store: Store) -> None:
    with store.write("x") as work:
        first, second = prepared(work)
        session_states.cancel(work, first, TODAY, "سبب")
        told = carry_over.preview(work, second, TODAY)
    assert told.before is None
    assert [one.key for one in told.lines] == [("outcome", 1)]
    assert told.item == 1


def test_approval_follows_what_is_the_session_before_now(store: Store) -> None:
    with store.write("x") as work:
        first, second = prepared(work)
        third = series.begin_next(work, second, NEXT + timedelta(7))
        carry_proposed(work, third)
        session_states.cancel(work, second, TODAY, "سبب")
        carry_proposed(work, third)
        session = work.db.get(models.Session, third)
        assert session
        carry_over.carry(work, third, {("approval", first)}, TODAY)
        approvals = [one.of_session_id for one in session.agenda if one.of_session_id]
    assert approvals == [first]


def test_without_a_series_nothing_is_before(store: Store) -> None:
    with store.write("x") as work:
        key = recording.record_session(work, draft(**WHOLE))
        told = carry_over.preview(work, key, TODAY)
    assert (told.before, told.lines) == (None, ())


def test_an_outcome_that_is_followed_up_is_not_deleted(store: Store) -> None:
    def refused(act: Callable[[UnitOfWork], object]) -> None:
        refusal = pytest.raises(UserError, match="a later session follows it up")
        with refusal, store.write("x") as work:
            act(work)

    with store.write("x") as work:
        first, second = prepared(work)
        carry_proposed(work, second)
    refused(lambda work: outcomes.remove(work, 1))
    refused(lambda work: session_edits.set_outcomes(work, first, ()))
    with store.write("x") as work:
        preparing.delete(work, second)
    with store.write("x") as work:
        outcomes.remove(work, 1)


def test_final_minutes_tell_how_what_they_followed_stood_by_then(store: Store) -> None:
    def told() -> list[FollowUpState]:
        with store.read() as reading:
            return [one.outcome.state for one in get_session(reading, second).carried]

    with store.write("x") as work:
        first, second = prepared(work, signatories=["salma"])
        carry_over.carry(work, second, [("outcome", 1), ("outcome", 2)], TODAY)
        (one, *_) = get_session(work, second).carried
        assert (one.session_id, one.reference, one.day) == (first, "09/2026", date(2026, 3, 4))
    with store.write("x") as work:
        outcomes.set_state(work, 1, FollowUpState.IN_PROGRESS)
    assert told() == [FollowUpState.IN_PROGRESS, FollowUpState.DONE]
    with store.write("x") as work:
        final_minutes.freeze(work, second, {})
    with store.write("x") as work:
        outcomes.set_state(work, 1, FollowUpState.DONE)
    assert told() == [FollowUpState.IN_PROGRESS, FollowUpState.DONE]


def test_a_point_that_went_over_can_be_removed_where_it_came_from(store: Store) -> None:
    with store.write("x") as work:
        _, second = prepared(work)
        carry_proposed(work, second)
    with store.write("x") as work:
        agenda.remove_item(work, 2)
    with store.read() as reading:
        assert titles(reading, second)[-1] == "مختلفات"


def test_a_session_whose_minutes_are_to_be_approved_can_be_deleted(store: Store) -> None:
    with store.write("x") as work:
        first = preparing.begin(work, "meeting", Label("أولى"), TODAY)
        second = series.begin_next(work, first, NEXT)
        carry_proposed(work, second)
    with store.write("x") as work:
        preparing.delete(work, first)
    with store.read() as reading:
        assert titles(reading, second) == ["المصادقة على محضر الاجتماع السابق"]


# --- over random histories ---

STEP = st.tuples(
    st.integers(0, 3),
    st.lists(st.sampled_from(FollowUpState), max_size=2),
    st.integers(0, 2**16),
    st.booleans(),
)


OUTCOME = OutcomeDraft(kind=OutcomeKind.DECISION, text=Words(ar="قرار"))


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return create_store(tmp_path_factory.mktemp("series") / "centre.mahdar")


@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=5))
def test_no_open_outcome_is_lost_doubled_or_carried_silently(
    histories: Store, steps: list[tuple[int, list[FollowUpState], int, bool]]
) -> None:
    with histories.write("x") as work:
        sessions = [recording.record_session(work, draft(state="drafting"))]
        made: list[int] = []
        for at, (new, states, flips, leaves) in enumerate(steps, 1):
            made += [outcomes.add(work, sessions[-1], OUTCOME) for _ in range(new)]
            for key, state in zip(reversed(made), states, strict=False):
                outcomes.set_state(work, key, state, "سبب")
            if leaves and len(sessions) > 1:
                session_states.postpone(work, sessions[-1], TODAY, reason="سبب")
            here = series.begin_next(work, sessions[0], TODAY + timedelta(7 * at))
            sessions.append(here)
            _holds(work, here, made, flips)
        for key in sessions[1:]:
            carry_over.carry(work, key, (), TODAY)
        kept = work.db.scalars(
            select(models.Outcome.id).where(models.Outcome.session_id.in_(sessions))
        )
        assert sorted(kept) == made


def _holds(work: UnitOfWork, session_id: int, made: list[int], flips: int) -> None:
    """Hold what is offered against what is open, and what is carried against what was chosen."""
    query = select(models.Outcome.id, models.Outcome.state)
    opened = {key for key, state in work.db.execute(query) if state not in OVER} & set(made)
    told = carry_over.preview(work, session_id, TODAY)
    offered = [one.key[1] for one in told.lines if one.outcome]
    assert len(offered) == len(set(offered))
    assert opened <= set(offered) <= set(made)
    assert {one.key[1] for one in told.lines if one.outcome and one.proposed} == opened
    assert _carried(work, session_id) == []
    chosen: set[Key] = {one.key for n, one in enumerate(told.lines) if flips >> n & 1}
    for _ in range(2):
        carry_over.carry(work, session_id, chosen, TODAY)
        assert sorted(_carried(work, session_id)) == sorted(
            key for what, key in chosen if what == "outcome"
        )
    after = carry_over.preview(work, session_id, TODAY)
    assert {one.key for one in after.lines} == {one.key for one in told.lines}
    assert {one.key for one in after.lines if one.carried} == chosen
    session = work.db.get(models.Session, session_id)
    assert session
    follows = [one for one in session.agenda if one.origin is AgendaOrigin.FOLLOW_UP]
    assert len(follows) == bool(session.carried)


def _carried(reading: Reading, session_id: int) -> list[int]:
    row = models.CarriedOutcome
    return list(reading.db.scalars(select(row.outcome_id).where(row.session_id == session_id)))
