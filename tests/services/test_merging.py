"""Two records become one: nothing is lost, nothing dangles, and it can all be taken back."""

import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.check import check
from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    DeliveryMeans,
    DocumentKind,
    InterventionKind,
    SessionRole,
)
from db.engine import create_store
from db.models import Base
from db.undoing import undo
from db.unit_of_work import Reading, Store
from desktop_app.services import uses
from desktop_app.services.merging import merge, merge_bodies
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
        for at, one in enumerate(lines):
            one.answer = draw(st.sampled_from(Answer))
            state = draw(STATES)
            if state is AttendanceState.REPRESENTED:
                if at == 0:
                    continue  # a circle has a test of its own
                one.represented_by = lines[draw(st.integers(0, at - 1))]
            one.state = state
            one.late = state is AttendanceState.PRESENT and draw(st.booleans())
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


@settings(max_examples=6, phases=[Phase.explicit, Phase.generate])
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


@settings(max_examples=6, phases=[Phase.explicit, Phase.generate])
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
    for start in above:
        at, steps = above[start], 0
        while at is not None and steps <= len(above):
            at, steps = above[at], steps + 1
        if at is not None:
            return False
    return True
