"""Where we stand, counted as one would by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db import models
from db.codes import (
    OVER,
    AttendanceState,
    BodyKind,
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    DocumentState,
    FollowUpState,
    OutcomeKind,
    Priority,
    SessionState,
)
from db.unit_of_work import Reading, Store, UnitOfWork
from desktop_app.services import bodies, careers, outcomes, people
from desktop_app.services.almanac import get_almanac
from desktop_app.services.drafts import BodyDraft, Label, OutcomeDraft, PersonDraft, Words
from desktop_app.services.recording import record_session
from desktop_app.services.standing import MOST_LATE, get_standing
from desktop_app.services.standing_data import DirectorateStanding, Standing, Wait
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)
"""A Wednesday."""
LATE, SUNDAY, AFTER = date(2026, 11, 24), date(2026, 11, 29), date(2026, 11, 30)
THIS_YEAR, LAST_YEAR = "2026-10-06", "2026-06-02"


def standing(store: Store) -> Standing:
    with store.read() as reading:
        return get_standing(reading, TODAY)


def session(work: UnitOfWork, day: str = THIS_YEAR, **fields: object) -> int:
    return record_session(work, draft(days=[day], **fields))


def outcome(work: UnitOfWork, session_id: int, **fields: object) -> int:
    made = outcomes.add(
        work, session_id, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar="دليل مختصر"))
    )
    record = work.db.get_one(models.Outcome, made)
    for name, value in fields.items():
        setattr(record, name, value)
    return made


def own(work: UnitOfWork, outcome_id: int, body_ids: Sequence[int]) -> None:
    work.db.get_one(models.Outcome, outcome_id).owner_bodies = [
        models.OutcomeBody(body_id=body_id, position=at) for at, body_id in enumerate(body_ids, 1)
    ]


def body(work: UnitOfWork, kind: BodyKind, name: str, parent: int | None = None) -> int:
    made = bodies.add(work, BodyDraft(kind=kind, name=Label(ar=name)))
    bodies.set_parent(work, made, parent)
    return made


def test_an_empty_record_stands_at_nothing(store: Store) -> None:
    found = standing(store)
    assert (found.late, found.this_week, found.to_sign, found.of, found.sessions) == (0, 0, 0, 0, 0)
    assert (found.late_since, found.next, found.waiting, found.months) == (None, None, (), ())
    assert not found.directorates
    assert not found.late_first


def test_late_and_due_this_week_are_told_apart_by_the_day(store: Store) -> None:
    with store.write("x") as work:
        held = session(work)
        for due in (LATE, date(2026, 11, 2), TODAY, SUNDAY, AFTER, None):
            outcome(work, held, due=due)
        outcome(work, held, due=SUNDAY, priority=Priority.URGENT)
        outcome(work, held, due=AFTER, priority=Priority.URGENT)
        for state in OVER:
            outcome(work, held, due=LATE, state=state, reason="سبب")
    found = standing(store)
    assert (found.late, found.late_since) == (2, date(2026, 11, 2))
    assert (found.this_week, found.urgent) == (3, 1)


def test_what_is_done_is_a_share_of_the_school_year(store: Store) -> None:
    with store.write("x") as work:
        this, last = session(work), session(work, LAST_YEAR)
        for state in (FollowUpState.DONE, FollowUpState.DONE, FollowUpState.NOT_STARTED):
            outcome(work, this, state=state)
            outcome(work, last, state=state)
        outcome(work, this, state=FollowUpState.CANCELLED, reason="سبب")
    found = standing(store)
    assert (found.done, found.of) == (2, 3)


def test_a_directorate_has_what_it_and_those_of_it_are_in_charge_of(store: Store) -> None:
    with store.write("x") as work:
        held = session(work)
        north = body(work, BodyKind.DIRECTORATE, "مديرية الشمال")
        south = body(work, BodyKind.DIRECTORATE, "مديرية الجنوب")
        bodies.set_town(work, south, Label(ar="الجنوب"))
        service = body(work, BodyKind.SERVICE, "مصلحة", north)
        school = body(work, BodyKind.SCHOOL, "مدرسة", service)
        body(work, BodyKind.DIRECTORATE, "مديرية الشرق")
        person = people.add(work, PersonDraft(name=Label(ar="سلمى")))
        careers.change_post(work, person, Label(ar="مديرة"), school, date(2020, 9, 1))
        careers.change_post(work, person, Label(ar="رئيسة"), south, date(2026, 9, 1))
        careers.change_post(work, person, Label(ar="رئيسة"), north, date(2027, 9, 1))
        own(work, outcome(work, held, due=LATE), [north, school, south])
        own(work, outcome(work, held, due=SUNDAY), [school])
        own(work, outcome(work, held, state=FollowUpState.DONE), [service])
        own(work, outcome(work, held, due=LATE, owner_person_id=person), [south])
        outcome(work, held, owner_person_id=person)
        outcome(work, held, due=LATE)
        own(work, outcome(work, session(work, LAST_YEAR), state=FollowUpState.DONE), [north])
    found = standing(store).directorates
    assert [(one.body_id, one.name.ar) for one in found[:2]] == [
        (north, "مديرية الشمال"),
        (south, "الجنوب"),
    ]
    assert [replace(one, body_id=0, name=Bilingual()) for one in found] == [
        DirectorateStanding(0, Bilingual(), late=1, this_week=1, open=0, done=1),
        DirectorateStanding(0, Bilingual(), late=2, this_week=0, open=1, done=0),
        DirectorateStanding(0, Bilingual()),
    ]
    assert [one.total for one in found] == [3, 3, 0]


def test_the_late_ones_come_oldest_first_with_who_is_in_charge(store: Store) -> None:
    with store.write("x") as work:
        held = session(work, reference="7/26")
        north = body(work, BodyKind.DIRECTORATE, "مديرية الشمال")
        south = body(work, BodyKind.DIRECTORATE, "مديرية الجنوب")
        person = people.add(work, PersonDraft(name=Label(ar="سلمى", fr="Salma")))
        nobody = outcome(work, held, due=LATE)
        own(
            work, outcome(work, held, due=date(2026, 11, 3), owner_text_ar="الجميع"), [south, north]
        )
        own(work, outcome(work, held, due=date(2026, 11, 2), owner_person_id=person), [north])
    first, second, third = standing(store).late_first
    assert (first.owner, first.is_person, first.others) == (Bilingual("سلمى", "Salma"), True, 1)
    assert (second.owner.ar, second.is_person, second.others) == ("مديرية الجنوب", False, 2)
    assert (third.id, third.owner, third.others) == (nobody, Bilingual(), 0)
    assert (first.reference, first.text.ar, first.session_id) == ("7/26", "دليل مختصر", held)
    with store.write("x") as work:
        for _ in range(MOST_LATE):
            outcome(work, held, due=LATE)
    found = standing(store)
    assert (len(found.late_first), found.late) == (MOST_LATE, MOST_LATE + 3)


def test_the_session_of_today_is_told_then_the_first_one_ahead(store: Store) -> None:
    with store.write("x") as work:
        later = session(work, "2026-12-01", start="09:00", place={"room": {"ar": "القاعة"}})
        today = session(work, "2026-11-25", start="14:00", end="15:00", place={"platform": "Teams"})
        session(work, "2026-11-25", start="15:00", state="invited")
        session(work, "2026-11-25", start="08:00", state="cancelled", reason="سبب")
        session(work, "2026-11-24", start="08:00")
    found = standing(store).next
    assert found
    assert (found.id, found.day, found.others) == (today, TODAY, 1)
    assert (found.place, found.theme.ar) == (Bilingual("Teams", "Teams"), "جودة المعطيات")
    with store.write("x") as work:
        for number in (today, today + 1):
            work.db.get_one(models.Session, number).state = SessionState.POSTPONED
    found = standing(store).next
    assert found
    assert (found.id, found.day, found.place.ar) == (later, date(2026, 12, 1), "القاعة")


def test_those_invited_and_those_who_confirmed_are_counted(centre: Store) -> None:
    with centre.read() as reading:
        found = get_standing(reading, date(2026, 11, 26)).next
        assert found
        whole = reading.db.get_one(models.Session, found.id)
        invited = [line for line in whole.attendance if line.invited]
    assert found.invited == len(invited) > 0
    assert found.confirmed == sum(line.answer.value == "yes" for line in invited)
    assert any(line.state is AttendanceState.NOT_RECORDED for line in invited)


@pytest.mark.parametrize(
    ("state", "minutes", "wait"),
    [
        (SessionState.HELD, DocumentState.DRAFT, Wait.FINISH),
        (SessionState.DRAFTING, DocumentState.TO_REVIEW, Wait.FINISH),
        (SessionState.DRAFTING, DocumentState.TO_SIGN, Wait.SIGNED_COPY),
        (SessionState.SIGNED, DocumentState.DRAFT, Wait.SEND),
        (SessionState.DRAFTING, DocumentState.SIGNED, Wait.SEND),
        (SessionState.SIGNED, DocumentState.SENT, None),
        (SessionState.PLANNED, DocumentState.DRAFT, None),
        (SessionState.SENT, DocumentState.SENT, None),
    ],
)
def test_minutes_wait_for_what_comes_next(
    store: Store, state: SessionState, minutes: DocumentState, wait: Wait | None
) -> None:
    with store.write("x") as work:
        keys = [session(work, reference=f"{n}/26") for n in range(3)]
        for key in keys[:2]:
            record = work.db.get_one(models.Session, key)
            record.state, record.minutes_state = state, minutes
        record = work.db.get_one(models.Session, keys[2])
        record.state = SessionState.PLANNED
    found = [one for one in standing(store).waiting if one.wait is not Wait.REVIEW]
    named = [(wait, 1, key, f"{n}/26") for n, key in enumerate(keys[:2])] if wait else []
    assert [(one.wait, one.count, one.session_id, one.reference) for one in found] == named
    assert standing(store).to_sign == (2 if wait is Wait.SIGNED_COPY else 0)
    with store.write("x") as work:
        record = work.db.get_one(models.Session, keys[2])
        record.state, record.minutes_state = state, minutes
    told = [(one.wait, one.count, one.session_id) for one in standing(store).waiting]
    assert told == ([(wait, 3, None)] if wait else [])


def test_since_when_the_oldest_minutes_wait_for_signatures_is_known(store: Store) -> None:
    with store.write("x") as work:
        for day in (20, 18):
            record = work.db.get_one(models.Session, session(work))
            record.minutes_state, record.minutes_version = DocumentState.TO_SIGN, 1
            record.minutes_final = True
            content = models.Content.of(str(day).encode(), "application/json")
            work.db.add(content)
            work.db.flush()
            at = datetime(2026, 11, day, 12, tzinfo=UTC)
            work.db.add(
                models.FinalVersion(
                    session_id=record.id, number=1, finalised_at=at, content_id=content.id
                )
            )
    found = standing(store)
    assert (found.to_sign, found.to_sign_since) == (2, date(2026, 11, 18))


def test_sendings_to_confirm_and_reviews_wait_too(store: Store) -> None:
    with store.write("x") as work:
        held = session(work, state="planned")
        content = models.Content.of(b"%PDF", "application/pdf")
        work.db.add(content)
        work.db.flush()
        paper = models.IssuedDocument(
            session_id=held,
            kind=DocumentKind.INVITATION,
            language=DocumentLanguage.ARABIC,
            issued_at=work.at,
            content_id=content.id,
        )
        paper.deliveries = [
            models.Delivery(
                recipient=f"من {n}", means=DeliveryMeans.EMAIL, sent_at=work.at, confirmed_at=at
            )
            for n, at in enumerate((None, None, work.at))
        ]
        work.db.add(paper)
        outcome(work, held, review_on=TODAY)
        outcome(work, held, review_on=AFTER)
    sending, review = standing(store).waiting
    assert (sending.wait, sending.count, sending.kind) == (
        *(Wait.CONFIRM, 2, DocumentKind.INVITATION),
    )
    assert (sending.session_id, review.wait, review.count) == (held, Wait.REVIEW, 1)


def test_sessions_are_counted_by_the_month_in_which_they_begin(store: Store) -> None:
    with store.write("x") as work:
        session(work, LAST_YEAR)
        first = record_session(work, draft(days=["2026-10-31", "2026-11-01"]))
        second = session(work, "2026-11-03")
        session(work, "2026-11-09")
        session(work, "2026-11-10", state="cancelled", reason="سبب")
    assert [(one.month, one.count, one.session_id) for one in standing(store).months] == [
        (date(2026, 10, 1), 1, first),
        (date(2026, 11, 1), 2, second),
    ]


def test_the_almanac_tells_the_hijri_day_and_the_holidays_of_the_school_year(store: Store) -> None:
    def almanac(reading: Reading) -> tuple[Bilingual, list[str]]:
        found = get_almanac(reading, TODAY)
        return found.hijri, [one.fr for one in found.days_off]

    with store.read() as reading:
        words, holidays = almanac(reading)
    assert (words.fr, words.ar) == ("14 joumada II 1448", "14 جمادى الآخرة 1448")
    assert {"Marche verte", "Fête du Trône", "Aïd Al Fitr"} <= set(holidays)
