"""People under the functions of a day, each on file once."""

from datetime import date

import pytest

from db.codes import Civility
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import bodies, people
from desktop_app.services.drafts import (
    BodyDraft,
    FunctionDraft,
    Label,
    PersonDraft,
)
from desktop_app.services.validation import FieldError, checked
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)


def body(**fields: object) -> BodyDraft:
    return checked({"kind": "centre", "name": {"ar": "المركز"}, **fields}, BodyDraft)


def person(**fields: object) -> PersonDraft:
    return checked({"name": {"ar": "سلمى أيت وعلي"}, **fields}, PersonDraft)


def test_a_uid_names_one_body_and_one_person_whatever_they_are_called(store: Store) -> None:
    with store.write("x") as work:
        centre = bodies.find_or_create(work, body(uid="c1"))
        assert bodies.find_or_create(work, body(uid="c1", name={"ar": "آخر"})) == centre
        assert bodies.find_or_create(work, body(uid="c2")) != centre
        salma = people.find_or_create(work, person(uid="p1"))
        assert people.find_or_create(work, person(uid="p1", name={"ar": "أخرى"})) == salma
        assert people.find_or_create(work, person(uid="p2")) != salma
    with store.read() as reading:
        assert {p.uid for p in people.list_people(reading, DAY)} == {"p1", "p2"}


def test_one_name_in_two_bodies_is_two_people(store: Store) -> None:
    with store.write("x") as work:
        centre = bodies.find_or_create(work, body())
        school = bodies.find_or_create(work, body(kind="school"))
        first = people.find_or_create(work, person(civility="mrs"), centre)
        assert people.find_or_create(work, person(), centre) == first
        assert people.find_or_create(work, person()) == first
        assert people.find_or_create(work, person(), school) != first


def test_a_person_on_file_keeps_what_is_there_and_is_filled(store: Store) -> None:
    title = {"title": {"ar": "مهندسة"}}
    with store.write("x") as work:
        first = people.find_or_create(work, person(email="a@example.org"))
        people.find_or_create(
            work, person(email="b@example.org", phone="05", civility="mrs", function=title)
        )
        french = people.find_or_create(work, person(name={"fr": "Salma"}))
        assert people.find_or_create(work, person(name={"fr": "Salma"}, civility="mr")) == french
    with store.read() as reading:
        kept = {p.id: p for p in people.list_people(reading, DAY)}
    salma = kept[first]
    assert (salma.email, salma.phone, salma.civility) == ("a@example.org", "05", Civility.MRS)
    assert salma.function == Function(Bilingual("مهندسة"))
    assert kept[french].civility is Civility.MR


def test_a_function_has_its_day(store: Store) -> None:
    with store.write("x") as work:
        centre = bodies.find_or_create(work, body())
        salma = people.find_or_create(work, person(function={"title": {"ar": "مهندسة"}}), centre)
        people.appoint(work, salma, FunctionDraft(title=Label("نائبة")), centre, DAY)
    with store.write("x") as work:
        head = FunctionDraft(title=Label("رئيسة المركز"), unique=True, code="chief")
        people.appoint(work, salma, head, None, DAY)
    with store.read() as reading:
        (before,) = people.list_people(reading, BEFORE)
        (after,) = people.list_people(reading, AFTER)
    assert before.function.title.ar == "مهندسة"
    assert before.body is not None
    assert after.function == Function(Bilingual("رئيسة المركز"), unique=True, code="chief")
    assert after.body is None


def test_an_address_and_a_number_are_noted_cleaned_and_taken_away(store: Store) -> None:
    with store.write("x") as work:
        salma = people.find_or_create(work, person(phone="05 23 00 00 00"))
        people.set_email(work, salma, " salma@example.ma\n")
        people.set_phone(work, salma, "+212 5 23 00 00 01")
    with store.read() as reading:
        (kept,) = people.list_people(reading, DAY)
    assert (kept.email, kept.phone) == ("salma@example.ma", "+212 5 23 00 00 01")
    with store.write("x") as work:
        people.set_email(work, salma, "")
    with store.read() as reading:
        (kept,) = people.list_people(reading, DAY)
    assert (kept.email, kept.phone) == ("", "+212 5 23 00 00 01")


@pytest.mark.parametrize("email", ["salma", "salma@", "a@b@c", "a b@c.ma", "a@c.ma, d@e.ma"])
def test_what_is_no_address_is_refused_and_the_old_one_stays(store: Store, email: str) -> None:
    with store.write("x") as work:
        salma = people.find_or_create(work, person(email="salma@example.ma"))
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        people.set_email(work, salma, email)
    assert refused.value.path == ("email",)
    with pytest.raises(FieldError), store.write("x") as work:
        people.set_phone(work, salma, "0" * 41)
    with pytest.raises(UserError), store.write("x") as work:
        people.set_email(work, salma + 1, "a@example.ma")
    with store.read() as reading:
        (kept,) = people.list_people(reading, DAY)
    assert (kept.email, kept.phone) == ("salma@example.ma", "")
