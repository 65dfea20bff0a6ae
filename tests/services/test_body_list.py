"""Bodies and groups as lines and as pages."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db import models
from db.codes import BodyKind
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import bodies, careers, groups, people
from desktop_app.services.body_list import (
    get_body_file,
    get_group_file,
    list_body_rows,
    list_group_rows,
)
from desktop_app.services.drafts import BodyDraft, Label, PersonDraft
from desktop_app.services.people_data import BodyName
from desktop_app.services.person_file import get_person_file
from desktop_app.services.recording import record_session
from desktop_app.services.validation import FieldError
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)
TODAY = date(2026, 6, 1)


@pytest.fixture
def centre(store: Store) -> int:
    with store.write("x") as work:
        return bodies.add(work, BodyDraft(kind=BodyKind.CENTRE, name=Label("المركز", "le centre")))


def test_a_line_has_the_name_of_the_day_and_counts_who_works_there(
    store: Store, centre: int
) -> None:
    with store.write("x") as work:
        bodies.rename(work, centre, BodyName(DAY, Bilingual("المركز الجهوي"), Bilingual("م.ج")))
        one = people.add(work, PersonDraft(name=Label("سلمى")))
        careers.set_body(work, one, centre, DAY)
    with store.read() as reading:
        (before,), (after,) = (list_body_rows(reading, day) for day in (BEFORE, AFTER))
    assert (before.name.ar, after.name.ar) == ("المركز", "المركز الجهوي")
    assert (after.short_name.ar, after.people) == ("م.ج", 1)


def test_the_page_tells_people_bodies_below_and_sessions(store: Store, centre: int) -> None:
    with store.write("x") as work:
        salma = {"key": "salma", "name": {"ar": "سلمى"}, "body": "centre"}
        omar = {"key": "omar", "name": {"ar": "عمر"}}
        for day in ("2025-03-04", "2026-03-04"):
            lines = [{"person": "salma", "state": "present"}, {"person": "omar", "state": "remote"}]
            record_session(
                work,
                draft(days=[day], people=[salma, omar], attendance=lines, organiser="centre"),
            )
        moved = next(one.id for one in people.list_people(work, TODAY) if one.name.ar == "سلمى")
        school = bodies.add(work, BodyDraft(kind=BodyKind.SCHOOL, name=Label("مدرسة")))
        bodies.set_parent(work, school, centre)
        careers.change_post(work, moved, Label("مديرة"), school, date(2026, 1, 1))
    with store.read() as reading:
        here, there = (get_body_file(reading, key, TODAY) for key in (centre, school))
        earlier = get_body_file(reading, centre, date(2025, 12, 31))
    assert (here.sessions, here.organised, there.sessions) == (1, 2, 1)
    assert [row.name.ar for row in there.people] == ["سلمى"]
    assert here.people == ()
    assert [row.name.ar for row in earlier.people] == ["سلمى"]
    assert [row.id for row in here.below] == [school]
    assert (there.parent.ar, here.parent, there.since) == ("المركز", Bilingual(), None)


def test_a_body_that_is_gone_has_no_page(store: Store) -> None:
    with store.read() as reading:
        for look in (get_body_file, get_group_file):
            with pytest.raises(UserError, match="no record 9"):
                look(reading, 9, TODAY)


def test_a_group_shows_its_members_in_their_order(store: Store) -> None:
    with store.write("x") as work:
        keys = [people.add(work, PersonDraft(name=Label(f"شخص {n}"))) for n in range(6)]
        group = groups.create_group(work, Label("لجنة"), keys[::-1])
        groups.create_group(work, Label("فارغة"), ())
        groups.rename_group(work, group, Label("لجنة المخطط", "Comité"))
    with store.read() as reading:
        full, empty = list_group_rows(reading)
        file = get_group_file(reading, group, TODAY)
        person = get_person_file(reading, keys[0], TODAY)
    assert (full.members, empty.members, empty.first) == (6, 0, ())
    assert [name.ar for name in full.first] == ["شخص 5", "شخص 4", "شخص 3", "شخص 2"]
    assert [row.id for row in file.members] == keys[::-1]
    assert person.groups == ((group, Bilingual("لجنة المخطط", "Comité")),)
    with pytest.raises(FieldError, match="needs a name"), store.write("x") as work:
        groups.rename_group(work, group, Label(" "))


class TestBody:
    """What is typed on a body's page."""

    def test_names_kind_and_town_are_corrected(self, store: Store, centre: int) -> None:
        with store.write("x") as work:
            bodies.set_kind(work, centre, BodyKind.SERVICE)
            bodies.set_town(work, centre, Label("خنيفرة"))
            bodies.set_name(work, centre, Label("المصلحة"), Label("م"), TODAY)
        with store.read() as reading:
            (row,) = list_body_rows(reading, TODAY)
        assert (row.kind, row.town.ar) == (BodyKind.SERVICE, "خنيفرة")
        assert (row.name, row.short_name) == (Bilingual("المصلحة"), Bilingual("م"))

    def test_the_last_name_is_not_forgotten(self, store: Store, centre: int) -> None:
        with store.write("x") as work:
            bodies.rename(work, centre, BodyName(DAY, Bilingual("آخر")))
            bodies.forget_name(work, centre, None)
            bodies.forget_name(work, centre, DAY)
        with store.read() as reading:
            assert [one.name.ar for one in bodies.list_names(reading, centre)] == ["آخر"]

    def test_a_body_belongs_to_nothing_of_its_own(self, store: Store, centre: int) -> None:
        with store.write("x") as work:
            below = bodies.add(work, BodyDraft(kind=BodyKind.SERVICE, name=Label("مصلحة")))
            bodies.set_parent(work, below, centre)
        for above in (below, centre):
            with pytest.raises(FieldError, match="belong to itself"), store.write("x") as work:
                bodies.set_parent(work, centre, above)
        with store.write("x") as work:
            bodies.set_parent(work, below, None)
        with store.read() as reading:
            assert get_body_file(reading, below, TODAY).parent == Bilingual()

    @pytest.mark.parametrize("name", ["", "ا" * 500, "\x00\u202e"])
    def test_what_is_no_name_is_refused(self, name: str, store: Store, centre: int) -> None:
        changes: tuple[Callable[[UnitOfWork], object], ...] = (
            lambda work: bodies.set_name(work, centre, Label(name), Label(), TODAY),
            lambda work: bodies.rename(work, centre, BodyName(DAY, Bilingual(name))),
        )
        for change in changes:
            with pytest.raises(FieldError), store.write("x") as work:
                change(work)

    def test_a_day_that_papers_cannot_write_is_refused(self, store: Store, centre: int) -> None:
        name = BodyName(date(1800, 1, 1), Bilingual("المركز"))
        with pytest.raises(FieldError, match="the year"), store.write("x") as work:
            bodies.rename(work, centre, name)

    def test_a_body_without_a_name_gets_its_first(self, store: Store) -> None:
        with store.write("x") as work:
            work.db.add(models.Body(kind=BodyKind.SCHOOL))
            work.db.flush()
            bodies.set_name(work, 1, Label("مدرسة"), Label(), TODAY)
        with store.read() as reading:
            assert [row.name.ar for row in list_body_rows(reading, TODAY)] == ["مدرسة"]
