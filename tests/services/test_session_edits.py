"""Editing a session keeps the records of what stays."""

from datetime import date

import pytest

from db import models
from db.codes import AttendanceState, InterventionKind, OutcomeKind
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import session_edits, sessions
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    InterventionDraft,
    Label,
    OutcomeDraft,
    SessionBasics,
    Words,
)
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

FULL: dict[str, object] = {
    "agenda": [{"title": {"ar": "الأولى"}}, {"title": {"ar": "الثانية"}}],
    "attendance": [{"person": "salma", "state": "present"}, {"person": "kamal"}],
    "interventions": [
        {"kind": "comment", "summary": {"ar": "أ"}, "speakers": ["salma"], "agenda_item": 1},
        {"kind": "comment", "summary": {"ar": "ب"}, "agenda_item": 2},
    ],
    "outcomes": [
        {"kind": "action", "text": {"ar": "أ"}, "owner_bodies": ["centre"], "agenda_item": 1},
        {"kind": "action", "text": {"ar": "ب"}},
    ],
    "facilitators": ["salma", "kamal"],
    "signatories": ["salma"],
}


@pytest.fixture
def recorded(store: Store) -> Session:
    with store.write("x") as work:
        session_id = record_session(work, draft(**FULL))
    return read(store, session_id)


def read(store: Store, session_id: int = 1) -> Session:
    with store.read() as reading:
        return sessions.get_session(reading, session_id)


def test_the_agenda_is_reordered_and_cut(store: Store, recorded: Session) -> None:
    first, second = recorded.agenda
    with store.write("x") as work:
        session_edits.set_agenda(
            work,
            1,
            [
                AgendaDraft(title=Label("جديدة"), planned_minutes=5),
                AgendaDraft(uid=second.uid, title=Label("الثانية بعد")),
            ],
        )
    now = read(store)
    assert [(i.position, i.title.ar) for i in now.agenda] == [(1, "جديدة"), (2, "الثانية بعد")]
    assert now.agenda[1].id == second.id
    assert first.id not in {i.id for i in now.agenda}
    assert [said.agenda_item_id for said in now.interventions] == [None, second.id]
    assert now.outcomes[0].agenda_item_id is None


def test_a_line_of_attendance_is_known_by_its_person(store: Store, recorded: Session) -> None:
    salma, kamal = recorded.attendance
    with store.write("x") as work:
        session_edits.set_attendance(
            work,
            1,
            [
                AttendanceDraft(person=kamal.person.uid, state=AttendanceState.PRESENT, late=True),
                AttendanceDraft(
                    person=salma.person.uid,
                    state=AttendanceState.REPRESENTED,
                    represented_by=kamal.person.uid,
                ),
            ],
        )
    now = read(store)
    assert [line.id for line in now.attendance] == [kamal.id, salma.id]
    assert now.attendance[1].represented_by_id == kamal.person.id
    with store.write("x") as work:
        session_edits.set_attendance(work, 1, [AttendanceDraft(person=salma.person.uid)])
    (line,) = read(store).attendance
    assert (line.id, line.state) == (salma.id, AttendanceState.NOT_RECORDED)


def test_what_was_said_is_replaced(store: Store, recorded: Session) -> None:
    kept = recorded.interventions[1]
    salma, kamal = (line.person.uid for line in recorded.attendance)
    with store.write("x") as work:
        session_edits.set_interventions(
            work,
            1,
            [
                InterventionDraft(
                    uid=kept.uid,
                    kind=InterventionKind.ANSWER,
                    speakers=(kamal, salma),
                    summary=Words("ج"),
                    agenda_item=1,
                )
            ],
        )
    (said,) = read(store).interventions
    assert (said.id, said.summary.ar) == (kept.id, "ج")
    assert [speaker.uid for speaker in said.speakers] == [kamal, salma]
    assert said.agenda_item_id == recorded.agenda[0].id


def test_the_history_of_an_outcome_stays_with_it(store: Store, recorded: Session) -> None:
    kept = recorded.outcomes[0]
    assert kept.owner_bodies
    with store.write("x") as work:
        session_edits.set_outcomes(
            work,
            1,
            [
                OutcomeDraft(
                    uid=kept.uid, kind=OutcomeKind.DECISION, text=Words("أ"), due=date(2026, 5, 1)
                )
            ],
        )
    (outcome,) = read(store).outcomes
    assert (outcome.id, outcome.kind, outcome.owner_bodies) == (
        kept.id,
        OutcomeKind.DECISION,
        (),
    )
    with store.read() as reading:
        record = reading.db.get_one(models.Outcome, kept.id)
        assert [change.due for change in record.changes][-1] == date(2026, 5, 1)


def test_a_point_that_the_agenda_does_not_have_is_refused(store: Store, recorded: Session) -> None:
    said = InterventionDraft(kind=InterventionKind.COMMENT, summary=Words("ا"), agenda_item=3)
    with pytest.raises(UserError, match="no such point"), store.write("x") as work:
        session_edits.set_interventions(work, recorded.id, [said])
    assert read(store) == recorded


def test_the_rest_is_edited_and_its_lists_stay(store: Store, recorded: Session) -> None:
    kamal = recorded.facilitators[1]
    with store.write("x") as work:
        session_edits.edit_session(
            work,
            1,
            SessionBasics(
                type="workshop",
                theme=Label("أخرى"),
                days=(date(2026, 3, 4), date(2026, 3, 5)),
                facilitators=(kamal.uid,),
            ),
        )
    now = read(store)
    assert (now.type.code, now.theme, now.days[-1]) == (
        "workshop",
        Bilingual("أخرى"),
        date(2026, 3, 5),
    )
    assert (now.facilitators, now.signatories) == ((kamal,), ())
    assert (now.agenda, now.outcomes) == (recorded.agenda, recorded.outcomes)


def test_a_session_is_prepared_without_its_day(store: Store) -> None:
    with store.write("x") as work:
        session_id = session_edits.create_session(
            work, SessionBasics(type="meeting", theme=Label("لقاء"))
        )
    session = read(store, session_id)
    assert (session.days, session.start, session.invitation.reference) == ((), None, "")


@pytest.mark.parametrize(
    "act",
    [
        lambda w: session_edits.edit_session(w, 8, SessionBasics(type="meeting", theme=Label("ا"))),
        lambda w: session_edits.set_agenda(w, 8, []),
        lambda w: session_edits.set_attendance(w, 8, []),
        lambda w: session_edits.set_interventions(w, 8, []),
        lambda w: session_edits.set_outcomes(w, 8, []),
    ],
)
def test_there_is_no_such_session(store: Store, act: object) -> None:
    def run(work: UnitOfWork) -> None:
        act(work)  # type: ignore[operator]  # a use case

    with pytest.raises(UserError, match="no record 8"), store.write("x") as work:
        run(work)
