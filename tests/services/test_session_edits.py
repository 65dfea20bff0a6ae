"""Editing a session keeps the records of what stays."""

from datetime import date

import pytest

from db import models
from db.codes import AttendanceState, InterventionKind, OutcomeKind
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import session_edits, sessions
from desktop_app.services.directory import under_uids
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    InterventionDraft,
    Label,
    LetterDraft,
    OutcomeDraft,
    SessionBasics,
    Words,
    changed,
)
from desktop_app.services.recording import record_session
from desktop_app.services.session_basics import basics_of
from desktop_app.services.session_data import Session
from desktop_app.services.validation import FieldError
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


EVERY_FIELD: dict[tuple[str, ...], object] = {
    ("type",): "workshop",
    ("theme", "fr"): "Autre thème",
    ("purpose", "ar"): "دراسة الحصيلة",
    ("objectives",): [{"ar": "هدف"}, {"fr": "But"}],
    ("framework", "ar"): "مقرر السنة الدراسية",
    ("days",): [date(2026, 3, 5), date(2026, 3, 6)],
    ("start",): "09:30",
    ("end",): "12:30",
    ("hijri", "ar"): "15 رمضان 1447",
    ("place", "mode"): "mixed",
    ("place", "room", "fr"): "la salle de réunions",
    ("place", "site", "ar"): "مقر الأكاديمية",
    ("place", "platform"): "Teams",
    ("organiser",): 1,
    ("chair",): 1,
    ("on_behalf_of",): 2,
    ("rapporteur",): 2,
    ("facilitators",): [2],
    ("signatories",): [2, 1],
    ("invitation", "reference"): "12/26",
    ("invitation", "dated"): date(2026, 3, 1),
    ("invitation", "binding"): True,
    ("invitation", "addressees", "ar"): "السيدات والسادة\nالمديرون",
    ("invitation", "under", "fr"): "M. le directeur",
    ("invitation", "references"): [{"ar": "مذكرة"}],
    ("invitation", "enclosures"): [{"ar": "برنامج"}],
    ("invitation", "copies"): [{"fr": "Archives"}],
    ("invitation", "agenda_enclosed"): True,
    ("invitation", "reply_by"): date(2026, 3, 3),
    ("opened_with_quran",): True,
    ("opened_with_anthem",): True,
    ("agenda_exhausted",): False,
    ("conclusions",): [{"ar": "خلاصة"}],
    ("other_business", "fr"): "Divers",
    ("enclosures",): [{"ar": "لائحة"}],
    ("copies",): [{"ar": "نسخة"}],
    ("registry_reference",): "99",
    ("registry_date",): date(2026, 3, 9),
    ("minutes_dated",): date(2026, 3, 8),
}


def basics(store: Store) -> SessionBasics:
    with store.read() as reading:
        return basics_of(reading.db.get_one(models.Session, 1))


def kept_as(store: Store, path: tuple[str, ...], value: object) -> object:
    """Give a value as it stands in the draft: people and bodies under their uids."""
    with store.read() as reading:
        return under_uids(reading, {path: value})[path]


@pytest.mark.parametrize("path", EVERY_FIELD, ids="-".join)
def test_one_field_is_changed_and_no_other(
    store: Store, recorded: Session, path: tuple[str, ...]
) -> None:
    before, value = basics(store), EVERY_FIELD[path]
    with store.write("x") as work:
        session_edits.edit_fields(work, 1, {path: value})
    after = basics(store)
    assert after == changed(before, path, kept_as(store, path, value)) != before
    lists = ("agenda", "attendance", "interventions", "outcomes")
    assert all(getattr(read(store), name) == getattr(recorded, name) for name in lists)


def test_two_fields_typed_at_one_moment_are_both_kept(store: Store, recorded: Session) -> None:
    """Each write reads what is on file, not what its screen showed."""
    for path, value in EVERY_FIELD.items():
        with store.write("x") as work:
            session_edits.edit_fields(work, recorded.id, {path: value})
    kept = basics(store)
    expected = SessionBasics(type="meeting", theme=Label(recorded.theme.ar))
    for path, value in EVERY_FIELD.items():
        expected = changed(expected, path, kept_as(store, path, value))
    assert kept == expected


def test_what_is_known_of_a_session_can_be_written_back(store: Store, recorded: Session) -> None:
    with store.write("x") as work:
        session_edits.edit_session(work, recorded.id, basics(store))
    assert read(store) == recorded


def test_a_session_without_a_letter_has_an_empty_one(store: Store, recorded: Session) -> None:
    with store.write("x") as work:
        letter = work.db.get_one(models.Session, recorded.id).letter
        work.db.delete(letter)
    assert basics(store).invitation == LetterDraft()


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({("theme", "ar"): "", ("theme", "fr"): "\u202e\x07 "}, ("theme",)),
        ({("theme", "ar"): "ا" * 500}, ("theme", "ar")),
        ({("start",): "12:30", ("end",): "09:30"}, ("end",)),
        ({("start",): "25:00"}, ("start",)),
        ({("days",): [date(2026, 3, 6), date(2026, 3, 5)]}, ("days", 1)),
        ({("days",): [date(1815, 1, 1)]}, ("days", 0)),
        ({("days",): "2026-02-30"}, ("days",)),
        ({("chair",): "nobody"}, ("chair",)),
        ({("type",): "picnic"}, ("type",)),
        ({("place", "mode"): "dreamt"}, ("place", "mode")),
        ({("invitation", "reply_by"): date(2999, 1, 1)}, ("invitation", "reply_by")),
        ({("purpose", "ar"): "\ud800"}, ("purpose", "ar")),
    ],
)
def test_a_field_is_refused_in_its_place(
    store: Store,
    recorded: Session,
    changes: dict[tuple[str, ...], object],
    path: tuple[str | int, ...],
) -> None:
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        session_edits.edit_fields(work, 1, changes)
    assert refused.value.path == path
    assert read(store) == recorded
