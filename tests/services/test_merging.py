"""Two records become one: nothing is lost, nothing dangles, and it can all be taken back."""

import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.check import check
from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    Civility,
    DeliveryMeans,
    DocumentKind,
    InterventionKind,
    SessionRole,
)
from db.engine import create_store
from db.errors import UserError
from db.models import Base
from db.undoing import undo
from db.unit_of_work import Reading, Store
from desktop_app.services import uses
from desktop_app.services.drafts import InstitutionDraft
from desktop_app.services.institution import get_settings, set_institution
from desktop_app.services.merging import merge, merge_bodies, preview, preview_bodies
from desktop_app.services.removing import remove_body, remove_group, remove_person
from desktop_app.wording.bilingual import Bilingual
from tests.db import samples
from tests.db.samples import NOON, tables

STATES = st.sampled_from(AttendanceState)
WHO = st.integers(0, 3)
"""The first stays, the second goes, the others look on."""
DAYS = st.sampled_from([None, date(2022, 9, 1), date(2024, 9, 1), date(2026, 1, 1)])
BODIES = st.integers(0, 3)


def person(name: str, **values: object) -> models.Person:
    return models.Person(name_ar=name, **values)


def body(name: str, **values: object) -> models.Body:
    return models.Body(
        **{"kind": BodyKind.CENTRE, "names": [models.BodyName(name_ar=name)], **values}
    )


def line(who: models.Person, state: str, **values: object) -> models.Attendance:
    return models.Attendance(person=who, state=AttendanceState(state), **values)


def held(*lines: models.Attendance, **values: object) -> models.Session:
    return samples.session(
        attendance=list(lines), days=[models.SessionDay(day=NOON.date())], **values
    )


def add(store: Store, *records: Base) -> None:
    with store.write("prepare") as work:
        work.db.add_all(records)


def ids(reading: Reading, kind: uses.Named = models.Person) -> list[int]:
    return list(reading.db.scalars(select(kind.id).order_by(kind.id)))


def merged(store: Store, keep: int = 1, other: int = 2, **choices: bool) -> str:
    with store.write("people.merge") as work:
        merge(work, keep, other, choices)
    return work.uid


def lines_of(reading: Reading) -> list[models.Attendance]:
    line_ = models.Attendance
    return list(reading.db.scalars(select(line_).order_by(line_.session_id, line_.position)))


# --- people ------------------------------------------------------------------------------------


@st.composite
def worlds(draw: st.DrawFn) -> list[Base]:
    """Four people, named by anything that can name them, and four bodies."""
    centres = [body(f"جهة {n}") for n in range(4)]
    for n, above in enumerate(draw(st.lists(BODIES, min_size=4, max_size=4))):
        centres[n].parent = centres[above] if above < n else None
    people = [
        person(f"شخص {n}", email=draw(st.sampled_from(["", f"p{n}@example.ma"]))) for n in range(4)
    ]
    for one in people:
        for day in draw(st.lists(DAYS, unique=True, max_size=3)):
            where = centres[draw(BODIES)]
            one.appointments.append(models.Appointment(valid_from=day, body=where, title_ar="رئيس"))

    def some(most: int = 3) -> Sequence[int]:
        return draw(st.lists(WHO, unique=True, max_size=most))

    def maybe() -> models.Person | None:
        who = draw(st.none() | WHO)
        return None if who is None else people[who]

    sessions = []
    for _ in range(draw(st.integers(1, 3))):
        lines = [
            line(people[who], "not_recorded", position=place, invited=draw(st.booleans()))
            for place, who in enumerate(draw(st.permutations(range(4)))[: draw(st.integers(0, 4))])
        ]
        for at, attended in enumerate(lines):
            attended.answer = draw(st.sampled_from(Answer))
            state = draw(STATES)
            if state is AttendanceState.REPRESENTED:
                if at == 0:
                    continue  # a circle has a test of its own
                attended.represented_by = lines[draw(st.integers(0, at - 1))]
            attended.state = state
            attended.late = state is AttendanceState.PRESENT and draw(st.booleans())
        session = held(
            *lines,
            chair=maybe(),
            on_behalf_of=maybe(),
            rapporteur=maybe(),
            organiser=centres[draw(BODIES)],
            roles=[
                models.SessionPerson(person=people[who], role=role)
                for role in SessionRole
                for who in some()
            ],
            agenda=[models.AgendaItem(title_ar="نقطة", presenter=maybe())],
            interventions=[
                models.Intervention(
                    kind=InterventionKind.ANSWER,
                    speakers=[models.InterventionSpeaker(person=people[who]) for who in some()],
                )
            ],
            outcomes=[
                samples.outcome(
                    owner_person=maybe(),
                    owner_bodies=[
                        models.OutcomeBody(body=centres[at])
                        for at in draw(st.lists(BODIES, unique=True, max_size=3))
                    ],
                )
            ],
        )
        sessions.append(session)
    group = models.Group(
        name_ar="مجموعة", members=[models.GroupMember(person=people[who]) for who in some()]
    )
    return [*people, *centres, *sessions, group]


def with_papers(store: Store, world: Sequence[Base]) -> None:
    """Add what refers to a kept session: an attestation of who stays, signed and sent."""
    people = [one for one in world if isinstance(one, models.Person)]
    number = count(1)
    with store.write("papers") as work:
        for session in world:
            if not isinstance(session, models.Session):
                continue
            work.db.add_all(
                [
                    samples.document(
                        session,
                        person_id=people[0].id,
                        kind=DocumentKind.ATTESTATION,
                        content=samples.content(b"%d" % next(number)),
                        signatories=[
                            models.DocumentSignatory(person_id=one.id, position=at)
                            for at, one in enumerate(people[:3])
                        ],
                        deliveries=[
                            models.Delivery(
                                recipient="من توصل",
                                person_id=people[1].id,
                                means=DeliveryMeans.HAND,
                                sent_at=NOON,
                            )
                        ],
                    ),
                    *(
                        models.ReplacedWording(
                            session_id=session.id,
                            kind=DocumentKind.ATTESTATION,
                            person_id=people[who].id,
                            block="opening",
                            language="ar",
                            text=f"{who}",
                        )
                        for who in (0, 1)
                    ),
                ]
            )


@settings(max_examples=12)
@given(
    world=worlds(), choices=st.dictionaries(st.sampled_from(["function", "email"]), st.booleans())
)
def test_a_merge_leaves_the_record_whole_and_undo_brings_all_of_it_back(
    world: list[Base], choices: dict[str, bool]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "centre.mahdar"
        with create_store(path) as store:
            with store.write("prepare") as work:
                work.db.add_all(world)
                work.db.flush()
                work.db.expunge_all()
            with_papers(store, world)
            before = tables(store.engine)
            unit = merged(store, **choices)
            after = tables(store.engine)
            named = {
                (name, column.name)
                for name, table in Base.metadata.tables.items()
                for column in table.columns
                for key in column.foreign_keys
                if key.column is models.Person.__table__.c.id
                for row in after.get(name, {}).values()
                if row[column.name] == 2
            }
            assert named == set()
            assert len(after["people"]) == 3
            with store.write("undo") as work:
                undo(work, unit)
            assert tables(store.engine) == before
        assert check(path) == ()


@settings(max_examples=12)
@given(world=worlds(), choices=st.dictionaries(st.sampled_from(["name", "parent"]), st.booleans()))
def test_bodies_merge_as_people_do(world: list[Base], choices: dict[str, bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "centre.mahdar"
        with create_store(path) as store:
            add(store, *world)
            before = tables(store.engine)
            keep, other = 2, 1  # the other may stand above the one that stays
            with store.write("bodies.merge") as work:
                merge_bodies(work, keep, other, choices)
            after = tables(store.engine)
            assert len(after["bodies"]) == 3
            assert other not in {row["parent_id"] for row in after["bodies"].values()}
            assert no_circle(after["bodies"])
            assert check(path) == ()
            with store.write("undo") as undoing:
                undo(undoing, work.uid)
            assert tables(store.engine) == before
        assert check(path) == ()


def no_circle(rows: dict[str, dict[str, Any]]) -> bool:
    above = {row["id"]: row["parent_id"] for row in rows.values()}

    def top(key: int, steps: int = 0) -> bool:
        return steps <= len(above) and (above[key] is None or top(above[key], steps + 1))

    return all(map(top, above))


# --- what a merge decides ----------------------------------------------------------------------


def test_the_filled_field_wins_then_the_newer_and_each_can_be_chosen(store: Store) -> None:
    add(
        store,
        person("نادية الإدريسي", civility=Civility.MRS, email="old@example.ma"),
        person("نادية الادريسى", name_fr="Nadia Elidrissi", email="new@example.ma"),
    )
    with store.read() as reading:
        shown = {one.code: one for one in preview(reading, 1, 2).fields}
    assert {code for code, one in shown.items() if one.takes_other} == {"name_fr", "email"}
    assert not shown["phone"].differs
    merged(store, email=False, name_ar=True)
    with store.read() as reading:
        kept = reading.db.get_one(models.Person, 1)
        assert (kept.name_ar, kept.name_fr) == ("نادية الادريسى", "Nadia Elidrissi")
        assert (kept.civility, kept.email) == (Civility.MRS, "old@example.ma")


@pytest.mark.parametrize(
    ("kept", "other", "stays"),
    [
        ("not_recorded", "present", "present"),
        ("present", "remote", "present"),
        ("absent", "excused", "excused"),
        ("excused", "not_recorded", "excused"),
    ],
)
def test_two_lines_of_one_session_become_one_with_the_stronger_state(
    store: Store, kept: str, other: str, stays: str
) -> None:
    first = person("أ")
    second = person("ب")
    add(
        store,
        first,
        second,
        held(
            line(first, kept, position=4, invited=False),
            line(second, other, position=1, answer=Answer.YES),
        ),
    )
    with store.read() as reading:
        (clash,) = preview(reading, 1, 2).clashes
    assert (clash.kept, clash.other, clash.stays) == (kept, other, stays)
    assert clash.day == NOON.date()
    merged(store)
    with store.read() as reading:
        (one,) = lines_of(reading)
    assert (one.person_id, one.state, one.position) == (1, stays, 1)
    assert (one.invited, one.answer) == (True, Answer.YES)


def test_who_represented_himself_under_another_name_was_there(store: Store) -> None:
    first, second, third = person("أ"), person("ب"), person("ج")
    instead = line(second, "present", late=True)
    mine = line(first, "represented", represented_by=instead)
    theirs = line(third, "represented", represented_by=instead)
    add(store, first, second, third, held(mine, instead, theirs))
    merged(store)
    with store.read() as reading:
        one, other = lines_of(reading)
        assert (one.state, one.late, one.represented_by_id) == ("present", True, None)
        assert (other.state, other.represented_by_id) == ("represented", one.id)


def test_two_who_represented_each_other_are_not_recorded(store: Store) -> None:
    first, second = person("أ"), person("ب")
    mine, theirs = line(first, "not_recorded"), line(second, "not_recorded")
    add(store, first, second, held(mine, theirs))
    with store.write("x") as work:
        mine, theirs = (work.db.get_one(models.Attendance, key) for key in (1, 2))
        for one, instead in ((mine, theirs), (theirs, mine)):
            one.state, one.represented_by_id = AttendanceState.REPRESENTED, instead.id
    with store.read() as reading:
        (clash,) = preview(reading, 1, 2).clashes
    merged(store)
    with store.read() as reading:
        (one,) = lines_of(reading)
    assert (one.state, one.represented_by_id, clash.stays) == ("not_recorded", None, "not_recorded")


def test_nobody_chairs_on_behalf_of_himself(store: Store) -> None:
    first, second = person("أ"), person("ب")
    add(store, first, second, held(chair=first, on_behalf_of=second))
    merged(store)
    with store.read() as reading:
        session = reading.db.get_one(models.Session, 1)
        assert (session.chair_id, session.on_behalf_of_id) == (1, None)


def careers_of(reading: Reading) -> list[tuple[date | None, str]]:
    held_ = models.Appointment
    query = select(held_.valid_from, held_.title_ar).order_by(held_.valid_from)
    return [(day, title) for day, title in reading.db.execute(query)]


@pytest.mark.parametrize(
    ("takes_other", "left"),
    [
        (False, [(None, "قبل"), (date(2022, 1, 1), "أول"), (date(2024, 1, 1), "ثان")]),
        (True, [(None, "قبل"), (date(2022, 1, 1), "آخر")]),
    ],
)
def test_functions_of_the_chosen_one_follow_what_the_other_held_before(
    store: Store, takes_other: bool, left: list[tuple[date | None, str]]
) -> None:
    def post(title: str, day: date | None) -> models.Appointment:
        return models.Appointment(title_ar=title, valid_from=day)

    first, second = person("أ"), person("ب")
    first.appointments = [post("أول", date(2022, 1, 1)), post("ثان", date(2024, 1, 1))]
    second.appointments = [post("قبل", None), post("آخر", date(2022, 1, 1))]
    add(store, first, second)
    merged(store, function=takes_other)
    with store.read() as reading:
        assert careers_of(reading) == left


def test_the_later_function_is_proposed(store: Store) -> None:
    first, second = person("أ"), person("ب")
    where = body("المركز")
    first.appointments = [models.Appointment(title_ar="قديم", valid_from=date(2020, 1, 1))]
    second.appointments = [
        models.Appointment(title_ar="جديد", body=where, valid_from=date(2025, 1, 1))
    ]
    add(store, where, first, second)
    with store.read() as reading:
        field = next(one for one in preview(reading, 1, 2).fields if one.code == "function")
    assert field.takes_other
    assert field.other == Bilingual("جديد · المركز", "")
    assert field.since == (date(2020, 1, 1), date(2025, 1, 1))


def test_the_signatory_of_the_centre_stays_who_he_is(store: Store) -> None:
    add(store, person("أ"), person("ب"))
    with store.write("x") as work:
        second = work.db.get_one(models.Person, 2).uid
        set_institution(work, InstitutionDraft(signatory=second))
        assert uses.uses_of(work, models.Person, 2) == {"settings": 1}
    merged(store)
    with store.read() as reading:
        assert get_settings(reading).signatory == reading.db.get_one(models.Person, 1).uid


class TestPapers:
    """What was issued in somebody's own name."""

    @staticmethod
    def issue(store: Store, *keys: int) -> None:
        add(store, person("أ"), person("ب"), held())
        with store.write("x") as work:
            session = work.db.get_one(models.Session, 1)
            for at in keys:
                work.db.add(
                    samples.document(session, person_id=at, content=samples.content(b"%d" % at))
                )

    def test_who_has_some_is_the_one_that_stays(self, store: Store) -> None:
        self.issue(store, 2)
        with store.read() as reading:
            shown = preview(reading, 1, 2)
        assert (shown.keep_id, shown.other_id) == (2, 1)
        with pytest.raises(UserError, match="“ب”"):
            merged(store)
        merged(store, shown.keep_id, shown.other_id)
        with store.read() as reading:
            assert ids(reading) == [2]

    def test_two_who_both_have_some_are_not_merged(self, store: Store) -> None:
        self.issue(store, 1, 2)
        with store.read() as reading, pytest.raises(UserError, match="never changes"):
            preview(reading, 1, 2)

    def test_a_signature_is_kept_once_with_its_day(self, store: Store) -> None:
        self.issue(store)
        with store.write("x") as work:
            session = work.db.get_one(models.Session, 1)
            signed = [
                models.DocumentSignatory(person_id=1),
                models.DocumentSignatory(person_id=2, signed_on=NOON.date()),
            ]
            work.db.add(samples.document(session, signatories=signed))
        merged(store)
        with store.read() as reading:
            (one,) = reading.db.scalars(select(models.DocumentSignatory))
            assert (one.person_id, one.signed_on) == (1, NOON.date())


def test_one_is_not_merged_with_itself(store: Store) -> None:
    add(store, person("أ"), body("جهة"))
    with store.read() as reading:
        for look in (preview, preview_bodies):
            with pytest.raises(UserError, match="same record"):
                look(reading, 1, 1)


# --- bodies ------------------------------------------------------------------------------------


def test_of_two_bodies_names_kind_town_and_address_are_chosen(store: Store) -> None:
    first = body("المركز", email="a@example.ma", town_ar="أزيلال")
    second = body("مركز آخر", kind=BodyKind.SERVICE, email="b@example.ma", town_fr="Azilal")
    add(store, first, second)
    with store.read() as reading:
        shown = preview_bodies(reading, 1, 2)
    assert {one.code for one in shown.fields if one.takes_other} == {"email"}
    with store.write("x") as work:
        merge_bodies(work, 1, 2, {"kind": True, "name": True, "town": True})
    with store.read() as reading:
        kept = reading.db.get_one(models.Body, 1)
        assert (kept.kind, kept.email) == (BodyKind.SERVICE, "b@example.ma")
        assert (kept.town_ar, kept.town_fr) == ("", "Azilal")
        assert [name.name_ar for name in kept.names] == ["مركز آخر"]


def test_a_body_that_stood_under_the_other_takes_its_place(store: Store) -> None:
    ministry = body("الوزارة")
    academy = body("الأكاديمية", parent=ministry)
    double = body("الأكاديمية الجهوية", parent=academy)
    add(store, ministry, academy, double)
    with store.read() as reading:
        parent = next(one for one in preview_bodies(reading, 3, 2).fields if one.code == "parent")
        assert (parent.kept, parent.other) == (Bilingual("الأكاديمية"), Bilingual("الوزارة"))
    with store.write("x") as work:
        merge_bodies(work, 3, 2)
    with store.read() as reading:
        assert reading.db.get_one(models.Body, 3).parent_id == 1


# --- what names whom ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [models.Person, models.Body])
def test_every_column_that_names_people_or_bodies_is_known(store: Store, kind: uses.Named) -> None:
    columns = {str(column) for _, column in uses.keys_to(kind)}
    target = kind.__table__.c.id
    own = {"appointments.person_id", "body_names.body_id"}
    assert columns == {
        str(column)
        for table in Base.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column is target and str(column) not in own
    }
    add(store, person("أ"), body("جهة"))
    with store.read() as reading:
        assert uses.uses_of(reading, kind, 1) == {}  # and each has its word


class TestRemoving:
    """Only what nothing names goes."""

    def test_who_is_named_stays_and_what_names_him_is_told(self, store: Store) -> None:
        first = person("أ")
        add(store, first, held(line(first, "present"), chair=first))
        with pytest.raises(UserError) as refused, store.write("x") as work:
            remove_person(work, 1)
        assert "(roles in sessions: 1, sessions attended or invited to: 1)" in str(refused.value)

    def test_a_body_where_somebody_works_stays(self, store: Store) -> None:
        where, first = body("جهة"), person("أ")
        first.appointments = [models.Appointment(body=where)]
        add(store, first, where, models.Body(kind=BodyKind.SCHOOL))
        with pytest.raises(UserError, match=r"“جهة”.*\(people: 1\)"), store.write("x") as work:
            remove_body(work, 1)

    def test_others_go_and_come_back(self, store: Store) -> None:
        first, where = person("أ"), body("جهة")
        first.appointments = [models.Appointment(title_ar="مهندس")]
        group = models.Group(name_ar="لجنة")
        add(store, first, where, group)
        before = tables(store.engine)
        with store.write("x") as work:
            remove_person(work, 1)
            remove_body(work, 1)
            remove_group(work, 1)
        assert not any(tables(store.engine).values())
        with store.write("undo") as undoing:
            undo(undoing, work.uid)
        assert tables(store.engine) == before
