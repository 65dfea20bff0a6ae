from collections.abc import Iterator
from datetime import date

import pytest

from db import models
from db.codes import BodyKind, FollowUpState, OutcomeKind
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Reading, Store
from desktop_app.services import bodies, follow_ups
from desktop_app.services.drafts import BodyDraft, Label, ProgressDraft
from desktop_app.services.followed import (
    Followed,
    Group,
    Which,
    owners_of,
    read_register,
    session_of,
)
from desktop_app.services.people import list_people
from desktop_app.services.recording import record_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

TODAY = date(2026, 5, 25)
OUTCOMES = {
    1: [
        {
            "kind": "action",
            "text": {"ar": "عمل متأخر"},
            "due": "2026-05-01",
            "owner_person": "salma",
        },
        {
            "kind": "decision",
            "text": {"ar": "قرار منجز"},
            "due": "2026-05-02",
            "owner_bodies": ["centre"],
        },
    ],
    2: [{"kind": "recommendation", "text": {"ar": "توصية"}, "due": "2026-06-01"}],
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two sessions recorded in the wrong order, with three outcomes."""
    with create_store(tmp_path_factory.mktemp("followed") / "centre.mahdar") as made:
        with made.write("x") as work:
            record_session(work, draft(days=["2026-04-22"], outcomes=OUTCOMES[2]))
            record_session(work, draft(days=["2026-03-11"], outcomes=OUTCOMES[1]))
        with made.write("x") as work:
            follow_ups.record_progress(work, 3, ProgressDraft(state=FollowUpState.DONE))
        yield made


def texts(reading: Reading, which: Which) -> list[str]:
    return [line.outcome.text.ar for line in read_register(reading, which, TODAY).lines]


def test_all_come_by_meeting_then_number(store: Store) -> None:
    with store.read() as reading:
        register = read_register(reading, Which(), TODAY)
    assert [line.outcome.text.ar for line in register.lines] == ["عمل متأخر", "قرار منجز", "توصية"]
    late, done, coming = register.lines
    assert [line.late for line in register.lines] == [True, False, False]
    assert (late.origin.day, coming.origin.day) == (date(2026, 3, 11), date(2026, 4, 22))
    assert late.updated is None
    assert done.updated is not None


def test_they_are_chosen_by_session_owner_kind_and_delay(store: Store) -> None:
    with store.read() as reading:
        salma = next(one.id for one in list_people(reading, TODAY) if "سلم" in one.name.ar)
        centre = bodies.list_bodies(reading, TODAY)[0]
        assert texts(reading, Which(session_id=1)) == ["توصية"]
        assert texts(reading, Which(person_id=salma)) == ["عمل متأخر"]
        assert texts(reading, Which(body_id=centre.id)) == ["قرار منجز"]
        assert texts(reading, Which(kinds=frozenset({OutcomeKind.RECOMMENDATION}))) == ["توصية"]
        assert texts(reading, Which(late=True)) == ["عمل متأخر"]
        assert texts(reading, Which(unfinished=True)) == ["عمل متأخر", "توصية"]
        named = read_register(reading, Which(person_id=salma, body_id=centre.id), TODAY)
    assert (named.person and named.person.id, named.body and named.body.id) == (salma, centre.id)


def test_what_belongs_to_a_body_counts_for_it(store: Store) -> None:
    with store.write("x") as work:
        parent = bodies.find_or_create(
            work, BodyDraft(kind=BodyKind.ACADEMY, name=Label("الأكاديمية"))
        )
        centre = next(one.id for one in bodies.list_bodies(work, TODAY) if one.id != parent)
        work.db.get_one(models.Body, centre).parent_id = parent
        work.db.flush()
        assert texts(work, Which(body_id=parent)) == ["قرار منجز"]


def test_groups_come_as_they_are_shown_and_what_is_gone_is_left_out(store: Store) -> None:
    groups = (Group(Bilingual("الأولى"), (1, 99)), Group(Bilingual("الثانية"), (3, 2)))
    with store.read() as reading:
        register = read_register(reading, Which(groups=groups), TODAY)

    def ids(lines: tuple[Followed, ...]) -> list[int]:
        return [line.outcome.id for line in lines]

    assert [(title.ar, ids(lines)) for title, lines in register.groups] == [
        ("الأولى", [1]),
        ("الثانية", [3, 2]),
    ]


def test_whose_outcomes_they_are_must_be_on_file(store: Store) -> None:
    with store.read() as reading:
        assert session_of(reading, 3) == 2
        assert [len(ids) for ids in owners_of(reading, [1, 2, 3])] == [1, 1]
        for which in (Which(person_id=99), Which(body_id=99)):
            with pytest.raises(UserError):
                read_register(reading, which, TODAY)
        with pytest.raises(UserError):
            session_of(reading, 99)
