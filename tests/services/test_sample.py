"""The sample centre shows everything that a centre may meet."""

import re
from datetime import date

from db.codes import Answer, AttendanceState, FollowUpState, OutcomeKind, Priority, SessionState
from db.unit_of_work import Store
from desktop_app.services import (
    follow_ups,
    groups,
    institution,
    people,
    phrases,
    sample,
    session_list,
    sessions,
)
from desktop_app.services.session_data import Session

TODAY = date(2026, 11, 24)


def all_sessions(centre: Store) -> list[Session]:
    with centre.read() as reading:
        rows = session_list.list_sessions(reading)
        return [sessions.get_session(reading, row.id) for row in reversed(rows)]


def test_it_has_the_size_that_was_agreed(centre: Store) -> None:
    drafts = sample.centre().sessions
    assert len(drafts) == 6
    assert len({draft.type for draft in drafts}) == 6
    assert sum(len(draft.outcomes) for draft in drafts) == 18
    with centre.read() as reading:
        everybody = people.list_people(reading, TODAY)
        assert len(everybody) == 24
        assert len(phrases.list_phrases(reading)) == 59
        assert all(group.members for group in groups.list_groups(reading))
        assert institution.get_institution(reading, TODAY).signatory is not None
    directorates = {p.body.name.ar for p in everybody if p.body and p.body.kind == "directorate"}
    assert len(directorates) == 5


def test_it_has_every_state(centre: Store) -> None:
    read = all_sessions(centre)
    lines = [line for session in read for line in session.attendance]
    outcomes = [outcome for session in read for outcome in session.outcomes]
    assert {line.state for line in lines} == set(AttendanceState)
    assert {line.answer for line in lines} == set(Answer)
    assert any(line.late for line in lines)
    assert any(line.left_early for line in lines)
    assert {outcome.state for outcome in outcomes} == set(FollowUpState)
    assert {outcome.kind for outcome in outcomes} == set(OutcomeKind)
    assert {outcome.priority for outcome in outcomes} == set(Priority)
    with centre.read() as reading:
        assert any(item.late for item in follow_ups.list_follow_ups(reading, TODAY))


def test_minutes_that_were_signed_have_their_numbers(centre: Store) -> None:
    signed = {SessionState.SIGNED, SessionState.SENT}
    references = {s.reference for s in all_sessions(centre) if s.state in signed}
    assert references == {"1/19", "1/25", "1/26", "2/26"}


def test_both_languages_are_complete() -> None:
    text = repr((sample.centre(), sample.workshop()))
    one_sided = re.findall(
        r"(?:Label|Words)\((?:ar='[^']+', fr=''|ar='', fr='(?!DP )[^']+')\)", text
    )
    assert one_sided == []


def test_the_workshop_meets_the_people_of_the_centre(centre: Store) -> None:
    workshop = all_sessions(centre)[0]
    assert workshop.days == (date(2019, 4, 17),)
    assert workshop.chair is not None
    assert workshop.chair.function.title.ar == "رئيسة المركز الجهوي لمنظومة الإعلام"
    assert len(workshop.outcomes) == 8
