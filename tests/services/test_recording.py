"""A session recorded is the session that was written."""

from datetime import date, time

import pytest

from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    Civility,
    FollowUpState,
    InterventionKind,
    Mode,
    OutcomeKind,
    Priority,
    SessionState,
)
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import people, session_list, sessions
from desktop_app.services.bodies import list_bodies
from desktop_app.services.people_data import Body, Person
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import (
    AgendaItem,
    Attendance,
    Intervention,
    InvitationLetter,
    Outcome,
    Place,
    Session,
)
from desktop_app.services.validation import FieldError
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function
from desktop_app.wording.session_types import SESSION_TYPES
from tests.services.drafts import draft

WHOLE = {
    "uid": "3f0c1a52-9a60-4a9b-9f2e-6d8f5f1f2a10",
    "type": "training_session",
    "state": "held",
    "purpose": {"ar": "التدريب", "fr": "l’entraînement"},
    "objectives": [{"ar": "التمكن"}, {"fr": "Maîtriser"}],
    "framework": {"ar": "المواكبة"},
    "days": ["2026-03-04", "2026-03-05"],
    "start": "09:30",
    "end": "12:00",
    "hijri": {"ar": "14 رمضان 1447"},
    "place": {
        "mode": "mixed",
        "room": {"fr": "la salle"},
        "site": {"ar": "المقر"},
        "platform": "Teams",
    },
    "organiser": "centre",
    "chair": "salma",
    "on_behalf_of": "kamal",
    "rapporteur": "kamal",
    "facilitators": ["kamal", "salma"],
    "signatories": ["salma"],
    "invitation": {
        "reference": "4/26",
        "dated": "2026-02-20",
        "binding": True,
        "addressees": {"ar": "السيدات والسادة"},
        "under": {"fr": "M. le Directeur"},
        "references": [{"ar": "المذكرة 12/25"}],
        "enclosures": [{"fr": "Programme"}],
        "copies": [{"ar": "المديرون"}],
        "agenda_enclosed": True,
        "reply_by": "2026-03-01",
    },
    "agenda": [
        {"title": {"ar": "الأولى"}},
        {
            "title": {"ar": "الثانية"},
            "presenter": "kamal",
            "planned_minutes": 30,
        },
    ],
    "attendance": [
        {
            "person": "salma",
            "answer": "no",
            "state": "represented",
            "represented_by": "kamal",
        },
        {
            "person": "kamal",
            "invited": False,
            "state": "remote",
            "late": True,
        },
    ],
    "interventions": [
        {
            "kind": "presentation",
            "speakers": ["kamal", "salma"],
            "title": {"ar": "العرض"},
            "summary": {"ar": "ملخص"},
            "appeal": {"fr": "agir"},
            "agenda_item": 2,
        },
        {
            "kind": "note",
            "summary": {"ar": "سطر\nسطر"},
            "agenda_item": 2,
            "at": "10:04",
        },
    ],
    "outcomes": [
        {
            "kind": "commitment",
            "text": {"ar": "الالتزام"},
            "owner_person": "salma",
            "owner_bodies": ["centre"],
            "owner_text": {"ar": "اللجنة"},
            "partners": {"fr": "partenaires"},
            "due": "2026-06-30",
            "priority": "urgent",
            "state": "postponed",
            "percent": 40,
            "reason": "في الانتظار",
            "remarks": {"ar": "ملاحظة"},
            "review_on": "2026-05-01",
            "agenda_item": 1,
        },
        {"kind": "action", "text": {"ar": "أنجز"}, "state": "done", "ongoing": True},
    ],
    "opened_with_quran": True,
    "opened_with_anthem": True,
    "agenda_exhausted": False,
    "conclusions": [{"ar": "خلاصة"}],
    "other_business": {"fr": "Divers"},
    "enclosures": [{"ar": "لائحة"}],
    "copies": [{"ar": "المدير"}],
    "reference": "9/26",
    "registry_reference": "1201",
    "since": "2026-03-05",
    "reason": "أجل مرتين",
    "registry_date": "2026-03-09",
    "minutes_dated": "2026-03-06",
}


def test_every_field_of_a_file_comes_back_as_it_was_written(store: Store) -> None:
    with store.write("sessions.record") as work:
        session_id = record_session(work, draft(**WHOLE))
    with store.read() as reading:
        read = sessions.get_session(reading, session_id)
    first, second = read.agenda
    absent, substitute = read.attendance
    said, note = read.interventions
    assert (note.kind, note.summary.ar, note.at) == (
        InterventionKind.NOTE,
        "سطر\nسطر",
        time(10, 4),
    )
    assert note.agenda_item_id == second.id
    postponed, done = read.outcomes
    assert read.chair is not None
    assert read.rapporteur is not None
    assert read.organiser is not None
    centre = Body(read.organiser.id, read.organiser.uid, BodyKind.CENTRE, name=Bilingual("المركز"))
    salma = Person(
        read.chair.id,
        read.chair.uid,
        Civility.MRS,
        Bilingual("سلمى أيت وعلي", "Salma Aït Ouali"),
        Function(Bilingual("رئيسة المركز", "la cheffe"), unique=True),
        centre,
    )
    kamal = Person(
        read.rapporteur.id, read.rapporteur.uid, Civility.UNKNOWN, Bilingual(fr="Kamal Benziane")
    )
    assert read == Session(
        id=session_id,
        uid="3f0c1a52-9a60-4a9b-9f2e-6d8f5f1f2a10",
        type=SESSION_TYPES["training_session"],
        theme=Bilingual("جودة المعطيات", "Qualité des données"),
        state=SessionState.HELD,
        since=date(2026, 3, 5),
        reason="أجل مرتين",
        purpose=Bilingual("التدريب", "l’entraînement"),
        objectives=(Bilingual("التمكن"), Bilingual(fr="Maîtriser")),
        framework=Bilingual("المواكبة"),
        days=(date(2026, 3, 4), date(2026, 3, 5)),
        start=time(9, 30),
        end=time(12),
        hijri=Bilingual("14 رمضان 1447"),
        place=Place(Mode.MIXED, Bilingual(fr="la salle"), Bilingual("المقر"), "Teams"),
        organiser=centre,
        chair=salma,
        on_behalf_of=kamal,
        rapporteur=kamal,
        facilitators=(kamal, salma),
        signatories=(salma,),
        invitation=InvitationLetter(
            reference="4/26",
            dated=date(2026, 2, 20),
            binding=True,
            addressees=Bilingual("السيدات والسادة"),
            under=Bilingual(fr="M. le Directeur"),
            references=(Bilingual("المذكرة 12/25"),),
            enclosures=(Bilingual(fr="Programme"),),
            copies=(Bilingual("المديرون"),),
            agenda_enclosed=True,
            reply_by=date(2026, 3, 1),
        ),
        agenda=(
            AgendaItem(first.id, first.uid, 1, Bilingual("الأولى")),
            AgendaItem(second.id, second.uid, 2, Bilingual("الثانية"), kamal, 30),
        ),
        attendance=(
            Attendance(
                absent.id,
                absent.uid,
                1,
                salma,
                answer=Answer.NO,
                state=AttendanceState.REPRESENTED,
                represented_by_id=kamal.id,
            ),
            Attendance(
                substitute.id,
                substitute.uid,
                2,
                kamal,
                invited=False,
                state=AttendanceState.REMOTE,
                late=True,
            ),
        ),
        interventions=(
            Intervention(
                said.id,
                said.uid,
                1,
                InterventionKind.PRESENTATION,
                (kamal, salma),
                Bilingual("العرض"),
                Bilingual("ملخص"),
                Bilingual(fr="agir"),
                second.id,
            ),
            note,
        ),
        outcomes=(
            Outcome(
                postponed.id,
                postponed.uid,
                1,
                OutcomeKind.COMMITMENT,
                Bilingual("الالتزام"),
                owner_person=salma,
                owner_bodies=(centre,),
                owner_text=Bilingual("اللجنة"),
                partners=Bilingual(fr="partenaires"),
                due=date(2026, 6, 30),
                priority=Priority.URGENT,
                state=FollowUpState.POSTPONED,
                percent=40,
                reason="في الانتظار",
                remarks=Bilingual("ملاحظة"),
                review_on=date(2026, 5, 1),
                agenda_item_id=first.id,
            ),
            Outcome(
                done.id,
                done.uid,
                2,
                OutcomeKind.ACTION,
                Bilingual("أنجز"),
                ongoing=True,
                state=FollowUpState.DONE,
                percent=100,
            ),
        ),
        opened_with_quran=True,
        opened_with_anthem=True,
        agenda_exhausted=False,
        conclusions=(Bilingual("خلاصة"),),
        other_business=Bilingual(fr="Divers"),
        enclosures=(Bilingual("لائحة"),),
        copies=(Bilingual("المدير"),),
        reference="9/26",
        registry_reference="1201",
        registry_date=date(2026, 3, 9),
        minutes_dated=date(2026, 3, 6),
    )


def test_a_session_is_recorded_once_by_its_uid(store: Store) -> None:
    with store.write("sessions.record") as work:
        record_session(work, draft(**WHOLE))
    with pytest.raises(FieldError, match="recorded already"), store.write("x") as work:
        record_session(work, draft(**WHOLE))
    with store.read() as reading:
        assert len(session_list.list_sessions(reading)) == 1


def test_people_and_bodies_on_file_are_met_again(store: Store) -> None:
    for _ in range(2):
        with store.write("sessions.record") as work:
            record_session(work, draft())
    with store.read() as reading:
        assert len(session_list.list_sessions(reading)) == 2
        assert len(people.list_people(reading, date.max)) == 2
        assert len(list_bodies(reading, date.max)) == 1


def test_people_may_be_referred_to_by_the_uid_on_file(store: Store) -> None:
    with store.write("sessions.record") as work:
        record_session(work, draft())
    with store.read() as reading:
        salma = people.list_people(reading, date.max)[1]
    with store.write("sessions.record") as work:
        second = record_session(work, draft(people=[], bodies=[], chair=salma.uid))
    with store.read() as reading:
        assert sessions.get_session(reading, second).chair == salma


def test_a_substitute_without_a_line_gets_one(store: Store) -> None:
    line = {"person": "salma", "state": "represented", "represented_by": "kamal"}
    with store.write("sessions.record") as work:
        session_id = record_session(work, draft(attendance=[line]))
    with store.read() as reading:
        absent, substitute = sessions.get_session(reading, session_id).attendance
    assert substitute.person.name.fr == "Kamal Benziane"
    assert (substitute.invited, substitute.state) == (False, AttendanceState.PRESENT)
    assert absent.represented_by_id == substitute.person.id


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"chair": "nobody"}, ("chair",)),
        ({"organiser": "nowhere"}, ("organiser",)),
        ({"type": "feast"}, ("type",)),
        ({"signatories": ["salma", "nobody"]}, ("signatories", 1)),
        ({"attendance": [{"person": "nobody"}]}, ("attendance", 0, "person")),
        (
            {"bodies": [{"kind": "centre", "name": {"ar": "ا"}, "parent": "nowhere"}]},
            ("bodies", 0, "parent"),
        ),
        (
            {
                "bodies": [
                    {"key": "centre", "kind": "centre", "name": {"ar": "ا"}, "parent": "b"},
                    {"key": "b", "kind": "centre", "name": {"ar": "ب"}, "parent": "centre"},
                ]
            },
            ("bodies", 0, "parent"),
        ),
        ({"people": [{"name": {"ar": "ا"}, "body": "nowhere"}]}, ("people", 0, "body")),
    ],
)
def test_a_key_that_stands_for_nothing_is_refused_and_nothing_stays(
    store: Store, fields: dict[str, object], path: tuple[str | int, ...]
) -> None:
    with pytest.raises(FieldError) as refused, store.write("sessions.record") as work:
        record_session(work, draft(**fields))
    assert refused.value.path == path
    with store.read() as reading:
        assert people.list_people(reading, date.max) == ()
        assert session_list.list_sessions(reading) == ()


def test_a_body_may_be_named_before_the_one_it_belongs_to(store: Store) -> None:
    bodies = [
        {"key": "centre", "kind": "centre", "name": {"ar": "المركز"}, "parent": "academy"},
        {"key": "academy", "kind": "academy", "name": {"ar": "الأكاديمية"}},
    ]
    with store.write("sessions.record") as work:
        record_session(work, draft(bodies=bodies))
    with store.read() as reading:
        academy, centre = list_bodies(reading, date.max)
    assert (academy.kind, centre.parent_id) == (BodyKind.ACADEMY, academy.id)


def test_there_is_no_such_session(store: Store) -> None:
    with store.read() as reading, pytest.raises(UserError, match="no session 7"):
        sessions.get_session(reading, 7)


TWINS = [{"key": "one", "name": {"ar": "محمد"}}, {"key": "two", "name": {"ar": "محمد"}}]


def test_two_of_one_name_are_two_people(store: Store) -> None:
    lines = [{"person": "one", "state": "represented", "represented_by": "two"}]
    for _ in range(2):
        with store.write("sessions.record") as work:
            session_id = record_session(work, draft(people=TWINS, attendance=lines))
    with store.read() as reading:
        session = sessions.get_session(reading, session_id)
        assert len({line.person.id for line in session.attendance}) == 2
        assert len(people.list_people(reading, date.max)) == 2


def test_one_person_under_two_names_of_a_file_has_one_line(store: Store) -> None:
    with store.write("sessions.record") as work:
        record_session(work, draft())
        salma = next(
            one for one in people.list_people(work, date.max) if one.name.fr.startswith("Salma")
        )
    twice = [{"person": "salma"}, {"person": salma.uid}]
    himself = [{"person": "salma", "state": "represented", "represented_by": salma.uid}]
    for lines, path in (
        (twice, ("attendance", 1, "person")),
        (himself, ("attendance", 0, "represented_by")),
    ):
        with pytest.raises(FieldError) as refused, store.write("sessions.record") as work:
            record_session(work, draft(attendance=lines))
        assert refused.value.path == path


UID = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("people", {"name": {"ar": "سلمى"}}),
        ("bodies", {"kind": "school", "name": {"ar": "مدرسة"}}),
        ("agenda", {"title": {"ar": "نقطة"}}),
        ("interventions", {"kind": "comment", "summary": {"ar": "كلام"}}),
        ("outcomes", {"kind": "action", "text": {"ar": "عمل"}}),
    ],
)
def test_a_uid_is_given_once(store: Store, field: str, line: dict[str, object]) -> None:
    lines = [{**line, "uid": UID}, {**line, "uid": UID}]
    with pytest.raises(FieldError, match="already given") as refused, store.write("x") as work:
        record_session(work, draft(**{field: lines}))
    assert refused.value.path == (field, 1, "uid")


def test_a_uid_of_another_session_is_refused(store: Store) -> None:
    outcome = {"kind": "action", "text": {"ar": "عمل"}, "uid": UID}
    with store.write("sessions.record") as work:
        record_session(work, draft(outcomes=[outcome]))
    with pytest.raises(FieldError, match="already given") as refused, store.write("x") as work:
        record_session(work, draft(outcomes=[outcome]))
    assert refused.value.path == ("outcomes", 0, "uid")
