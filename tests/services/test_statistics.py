"""What a period came to, held against what one would count by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import AttendanceState, FollowUpState, OutcomeKind
from db.unit_of_work import Store
from desktop_app.services import follow_ups
from desktop_app.services.drafts import ProgressDraft
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from desktop_app.services.statistics import get_statistics
from desktop_app.services.statistics_behind import Behind, Counted, get_behind
from desktop_app.services.statistics_data import (
    Period,
    Presence,
    Span,
    Statistics,
    Step,
    period_of,
    year_before,
)
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)
YEAR = period_of(Span.YEAR, date(2026, 3, 1))
ALL = Period(Span.ANY, date(2025, 9, 1), TODAY)


def counted(store: Store, period: Period, today: date = TODAY) -> Statistics:
    with store.read() as reading:
        return get_statistics(reading, period, today)


def behind(store: Store, what: Behind, period: Period = ALL) -> int:
    with store.read() as reading:
        total, lines = get_behind(reading, period, TODAY, what)
    assert len(lines) == total
    return total


def test_a_period_is_what_its_sessions_tell(centre: Store) -> None:
    told = counted(centre, YEAR)
    with centre.read() as reading:
        sessions = [get_session(reading, key) for key in (2, 3, 4, 5)]
    lines = [line for session in sessions for line in session.attendance]
    outcomes = [one for session in sessions for one in session.outcomes]
    came = [
        line for line in lines if line.state in {AttendanceState.PRESENT, AttendanceState.REMOTE}
    ]
    assert told.now.sessions == len(sessions)
    assert sum(count for _, _, count in told.now.by_type) == len(sessions)
    assert [day for day, _ in told.now.by_month] == sorted(
        session.days[0].replace(day=1) for session in sessions
    )
    assert told.now.presence.participants == len(came)
    assert sum(told.now.kinds.values()) == sum(told.now.states.values()) == len(outcomes)
    assert told.now.done == sum(one.state is FollowUpState.DONE for one in outcomes)
    assert told.now.late_since == min(
        one.due
        for one in outcomes
        if one.due and one.due < TODAY and one.state.value not in {"done", "cancelled", "passed_on"}
    )
    assert (told.before.sessions, told.before.completion, told.before.presence.rate) == (
        0,
        None,
        None,
    )


def test_another_period_may_stand_beside(centre: Store) -> None:
    second = period_of(Span.TERM, date(2026, 3, 1))
    first = second.beside(-1)
    with centre.read() as reading:
        told = get_statistics(reading, second, TODAY, first)
    alone = counted(centre, first, first.last)
    assert told.now == counted(centre, second).now
    assert alone.now.sessions
    assert (told.before.sessions, told.before.presence) == (
        alone.now.sessions,
        alone.now.presence,
    )
    assert told.before.period == first


def test_the_parts_make_the_whole(centre: Store) -> None:
    told = counted(centre, ALL)
    whole = told.now.presence
    assert sum((one.presence for one in told.directorates), Presence()) == whole
    assert sum((one.presence for one in told.people), Presence()) == whole
    assert sum((one.presence for one in told.bodies), Presence()).invited <= whole.invited
    assert told.functions[0].presence.invited >= told.functions[-1].presence.invited
    assert whole.body_rate is not None
    assert whole.rate is not None
    assert whole.body_rate > whole.rate


def test_behind_each_figure_stand_the_records_it_counts(centre: Store) -> None:
    told = counted(centre, ALL)
    now = told.now
    for code, _, count in now.by_type:
        assert behind(centre, Behind(counted=Counted.SESSIONS, type_code=code)) == count
    for step, count in now.steps.items():
        assert behind(centre, Behind(counted=Counted.OUTCOMES, step=step)) == count
    for kind, count in now.kinds.items():
        assert behind(centre, Behind(counted=Counted.OUTCOMES, kind=kind)) == count
    for state, count in now.states.items():
        assert behind(centre, Behind(counted=Counted.OUTCOMES, state=state)) == count
    assert behind(centre, Behind(counted=Counted.OUTCOMES)) == now.outcomes
    assert behind(centre, Behind(counted=Counted.SESSIONS)) == now.sessions
    for one in told.directorates:
        key = one.id or 0
        assert behind(centre, Behind(counted=Counted.SESSIONS, directorate_id=key)) == one.sessions
        came = Behind(counted=Counted.ATTENDANCE, directorate_id=key, came=True)
        assert behind(centre, came) == one.presence.participants
        owned = Behind(counted=Counted.OUTCOMES, directorate_id=key, step=Step.DONE)
        assert behind(centre, owned) == one.steps.get(Step.DONE, 0)
    person, body, function = told.people[0], told.bodies[0], told.functions[0]
    invited = Counted.ATTENDANCE
    assert behind(centre, Behind(counted=invited, person_id=person.id)) == person.presence.invited
    assert behind(centre, Behind(counted=invited, body_id=body.id)) == body.presence.invited
    assert (
        behind(centre, Behind(counted=invited, function=function.name.ar))
        == function.presence.invited
    )


def test_last_year_is_told_as_it_stood_a_year_ago(store: Store) -> None:
    held = {"days": ["2025-10-10"], "state": "held"}
    outcomes = [{"kind": "action", "text": {"ar": "عمل"}, "due": "2025-10-20"}]
    with store.write("x") as work:
        before = record_session(work, draft(**held, outcomes=outcomes))
        record_session(work, draft(days=["2026-10-10"], state="held", outcomes=outcomes))
    with store.write("x") as work:
        key = get_session(work, before).outcomes[0].id
        follow_ups.record_progress(
            work, key, ProgressDraft(state=FollowUpState.DONE, due=date(2025, 10, 20))
        )
    told = counted(store, period_of(Span.TERM, date(2026, 10, 1)))
    assert (told.now.sessions, told.before.sessions) == (1, 1)
    assert (told.before.steps, told.before.completion) == ({Step.LATE: 1}, 0)
    later = counted(store, period_of(Span.TERM, date(2025, 10, 1)), date.today())  # noqa: DTZ011 - the journal knows no other
    assert (later.now.done, later.now.kinds) == (1, {OutcomeKind.ACTION: 1})
    assert later.now.days_to_close is not None
    assert later.now.days_to_close >= 0


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (Span.TERM, date(2026, 2, 1), date(2026, 8, 31)),
        (Span.YEAR, date(2025, 9, 1), date(2026, 8, 31)),
        (Span.ANY, date(2026, 2, 14), date(2026, 2, 14)),
    ],
)
def test_a_period_holds_its_day(span: Span, first: date, last: date) -> None:
    period = period_of(span, date(2026, 2, 14))
    assert (period.first, period.last) == (first, last)
    assert period.until(date(2020, 1, 1)).last == first


@given(st.sampled_from(Span), st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_periods_follow_one_another(span: Span, day: date) -> None:
    period = period_of(span, day)
    later = period.beside(1)
    assert later.first == period.last + timedelta(days=1)
    assert later.beside(-1) == period
    assert period.last_year().first == year_before(period.first)
    assert period.term in {1, 2}
