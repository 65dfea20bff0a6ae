"""All that one page tells of a person."""

from datetime import date

import pytest

from db.codes import AttendanceState, DocumentKind, DocumentLanguage, FollowUpState
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import follow_ups, papers, people
from desktop_app.services.drafts import FunctionDraft, Label, ProgressDraft
from desktop_app.services.person_file import PersonFile, get_person_file
from desktop_app.services.person_history import ALWAYS, year_of
from desktop_app.services.recording import record_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

SALMA, KAMAL = 1, 2
TODAY = date(2026, 6, 1)


def read(store: Store, person_id: int = SALMA) -> PersonFile:
    with store.read() as reading:
        return get_person_file(reading, person_id, TODAY)


def held(store: Store, day: str | None, state: str, **fields: object) -> int:
    line = {"person": "salma", "state": state}
    lines = [line, {"person": "kamal", "state": "present", "invited": False}]
    if state == "represented":
        line["represented_by"] = "kamal"
    with store.write("x") as work:
        return record_session(work, draft(days=[day] if day else [], attendance=lines, **fields))


def test_sessions_stand_latest_first_and_those_without_a_day_on_top(store: Store) -> None:
    first = held(store, "2025-10-01", "present", reference="1/25")
    second = held(store, "2026-03-01", "represented", type="workshop")
    third = held(store, None, "not_recorded")
    seen = read(store)
    assert [session.id for session in seen.sessions] == [third, second, first]
    assert [session.state for session in seen.sessions] == [
        AttendanceState.NOT_RECORDED,
        AttendanceState.REPRESENTED,
        AttendanceState.PRESENT,
    ]
    represented, present = seen.sessions[1:]
    assert represented.substitute == Bilingual("", "Kamal Benziane")
    assert represented.type_label.ar == "ورشة عمل"
    assert (represented.day, present.reference) == (date(2026, 3, 1), "1/25")
    assert not present.substitute
    assert present.theme == Bilingual("جودة المعطيات", "Qualité des données")
    assert [session.id for session in seen.attended] == [first]


def test_figures_count_what_is_recorded_in_the_school_year(store: Store) -> None:
    for day, state in (
        ("2025-08-31", "present"),
        ("2025-09-01", "present"),
        ("2025-12-01", "remote"),
        ("2026-01-05", "represented"),
        ("2026-02-05", "represented"),
        ("2026-03-05", "excused"),
        ("2026-04-05", "absent"),
        ("2026-05-30", "not_recorded"),
        (None, "not_recorded"),
    ):
        held(store, day, state)
    kamal = (Bilingual("", "Kamal Benziane"),)
    told = read(store).figures(year_of(TODAY))
    assert (told.attended, told.held, told.represented, told.substitutes) == (2, 6, 2, kamal)
    assert told.rate == 33
    before = read(store).figures(year_of(date(2024, 1, 1)))
    assert (before.attended, before.held, before.represented, before.rate) == (0, 0, 0, None)
    always = read(store).figures(ALWAYS)
    assert (always.attended, always.held) == (3, 7)
    kamals = read(store, KAMAL).figures(year_of(TODAY))
    assert (kamals.attended, kamals.held, kamals.represented) == (7, 7, 0)
    assert read(store).years == ("2025/2026", "2024/2025")


def test_only_what_waits_for_the_person_is_open(store: Store) -> None:
    own = {"kind": "action", "owner_person": "salma"}
    held(
        store,
        "2026-03-01",
        "present",
        outcomes=[
            {**own, "text": {"ar": "بلا أجل"}},
            {**own, "text": {"ar": "متأخر"}, "due": "2026-05-01"},
            {**own, "text": {"ar": "منجز"}, "due": "2026-04-01"},
            {"kind": "action", "owner_person": "kamal", "text": {"ar": "لغيرها"}},
            {"kind": "decision", "text": {"ar": "للجميع"}},
        ],
    )
    with store.write("x") as work:
        follow_ups.record_progress(work, 3, ProgressDraft(state=FollowUpState.DONE))
    seen = read(store).follow_ups
    assert [(one.text.ar, one.late) for one in seen] == [("متأخر", True), ("بلا أجل", False)]


def test_the_latest_attestation_of_each_session_is_the_one_told(store: Store) -> None:
    first, second = held(store, "2026-03-01", "present"), held(store, "2026-04-01", "present")
    held(store, "2026-05-01", "present")
    with store.write("x") as work:
        for session_id, reference, person, kind, language in (
            (first, "1/26", SALMA, DocumentKind.ATTESTATION, DocumentLanguage.ARABIC),
            (first, "1/26", SALMA, DocumentKind.ATTESTATION, DocumentLanguage.FRENCH),
            (second, "2/26", SALMA, DocumentKind.ATTESTATION, DocumentLanguage.ARABIC),
            (second, "3/26", KAMAL, DocumentKind.ATTESTATION, DocumentLanguage.ARABIC),
            (second, "", SALMA, DocumentKind.INVITATION, DocumentLanguage.ARABIC),
        ):
            papers.issue(
                work,
                f"%PDF {reference} {language}".encode(),
                session_id=session_id,
                kind=kind,
                language=language,
                file_name="x.pdf",
                dated=TODAY,
                reference=reference,
                person_id=person,
            )
    seen = read(store)
    assert [(one.reference, one.language) for one in seen.attestations] == [
        ("2/26", DocumentLanguage.ARABIC),
        ("1/26", DocumentLanguage.FRENCH),
    ]
    told = {session.id: session.attestation for session in seen.sessions}
    assert list(told.values()) == [None, *seen.attestations]
    with store.read() as reading:
        issued = papers.list_issued(reading, first)
    assert seen.attestations[1].issued_on == issued[0].issued_at.astimezone().date()


def test_the_function_of_today_has_its_first_day(store: Store) -> None:
    held(store, "2026-03-01", "present")
    assert read(store).since is None
    assert read(store, KAMAL).since is None
    assert read(store, KAMAL).person.function.title == Bilingual()
    with store.write("x") as work:
        people.appoint(work, SALMA, FunctionDraft(title=Label("مديرة")), None, date(2026, 5, 1))
    seen = read(store)
    assert (seen.since, seen.person.function.title.ar) == (date(2026, 5, 1), "مديرة")


def test_who_is_not_on_file_has_no_page(store: Store) -> None:
    with pytest.raises(UserError):
        read(store, 99)
