"""The end of a session."""

from dataclasses import replace
from datetime import date, time

import pytest

from db.codes import AttendanceState, FollowUpState, Mode, OutcomeKind, SessionState
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import closing, recording
from desktop_app.services.closing import Lack, lacks
from desktop_app.services.drafts import SessionDraft
from desktop_app.services.session_data import Place, Session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

DAY = date(2026, 3, 4)
WHOLE = {
    "agenda": [{"title": {"ar": "نقطة"}}],
    "interventions": [{"kind": "note", "summary": {"ar": "كلام"}, "agenda_item": 1}],
    "attendance": [{"person": "salma", "state": "present"}],
    "outcomes": [
        {
            "kind": "action",
            "text": {"ar": "عمل"},
            "due": "2026-06-01",
            "owner_person": "salma",
            "agenda_item": 1,
        }
    ],
    "signatories": ["kamal"],
    "chair": "kamal",
    "rapporteur": "salma",
    "end": "12:30",
    "start": "09:30",
    "place": {"room": {"ar": "القاعة"}},
}


def recorded(store: Store, **changes: object) -> Session:
    with store.write("x") as work:
        return get_session(work, recording.record_session(work, made(**changes)))


def made(**changes: object) -> SessionDraft:
    return draft(**{**WHOLE, **changes})


def whats(session: Session) -> list[str]:
    return [lack.what for lack in lacks(session)]


def test_whole_minutes_lack_nothing(store: Store) -> None:
    assert lacks(recorded(store)) == ()


def test_each_gap_is_told(store: Store) -> None:
    session = recorded(store)
    person = session.attendance[0]
    outcome = session.outcomes[0]
    unseen = replace(person, state=AttendanceState.NOT_RECORDED)
    assert lacks(replace(session, attendance=(unseen, unseen))) == (Lack("attendance", count=2),)
    bare = replace(outcome, due=None, owner_person=None)
    assert lacks(replace(session, outcomes=(bare,))) == (Lack("due", bare), Lack("owner", bare))
    assert whats(replace(session, signatories=())) == ["signatory"]
    assert whats(replace(session, rapporteur=None, chair=None)) == ["chair", "rapporteur"]
    assert whats(replace(session, end=None)) == ["end"]
    assert lacks(replace(session, interventions=(), outcomes=())) == (Lack("text"),)


def test_what_is_required_comes_first(store: Store) -> None:
    session = recorded(store)
    lacking = lacks(replace(session, end=None, chair=None, signatories=()))
    assert [(one.what, one.required) for one in lacking] == [
        ("signatory", True),
        ("end", False),
        ("chair", False),
    ]


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"ongoing": True}, []),
        ({"kind": OutcomeKind.PROPOSAL}, []),
        ({"state": FollowUpState.DONE}, []),
        ({"owner_text": Bilingual("المديريات"), "owner_person": None}, ["due"]),
    ],
)
def test_an_outcome_may_have_no_date_on_purpose(
    store: Store, changes: dict[str, object], lacking: list[str]
) -> None:
    session = recorded(store)
    outcome = replace(session.outcomes[0], due=None, **changes)  # type: ignore[arg-type]  # fields of it
    assert whats(replace(session, outcomes=(outcome,))) == lacking


@pytest.mark.parametrize(
    ("place", "lacking"),
    [
        (Place(), ["place"]),
        (Place(site=Bilingual("مقر الأكاديمية")), []),
        (Place(mode=Mode.REMOTE, room=Bilingual("القاعة")), ["place"]),
        (Place(mode=Mode.REMOTE, platform="Teams"), []),
        (Place(mode=Mode.MIXED, platform="Teams"), ["place"]),
    ],
)
def test_a_session_met_somewhere(store: Store, place: Place, lacking: list[str]) -> None:
    assert whats(replace(recorded(store), place=place)) == lacking


def test_it_ends_at_an_hour_and_its_minutes_are_begun(store: Store) -> None:
    session = recorded(store, end=None, state="held")
    with store.write("closing.close") as work:
        closing.close(work, session.id, "12:45", DAY)
        after = get_session(work, session.id)
    assert (after.end, after.state, after.since) == (time(12, 45), SessionState.DRAFTING, DAY)


def test_what_came_further_stays_there(store: Store) -> None:
    session = recorded(store, state="signed")
    with store.write("closing.close") as work:
        closing.close(work, session.id, None, DAY)
        after = get_session(work, session.id)
    assert (after.end, after.state) == (time(12, 30), SessionState.SIGNED)


def test_it_does_not_end_before_it_began(store: Store) -> None:
    session = recorded(store, state="held")
    with pytest.raises(UserError), store.write("closing.close") as work:
        closing.close(work, session.id, "09:00", DAY)
