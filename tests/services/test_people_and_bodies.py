"""Bodies and people under the names and functions of a day, each on file once."""

from datetime import date

import pytest

from db.codes import Civility
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import bodies, groups, people, phrases
from desktop_app.services.drafts import (
    BodyDraft,
    FunctionDraft,
    Label,
    PersonDraft,
    PhraseDraft,
    Words,
)
from desktop_app.services.people_data import BodyName
from desktop_app.services.validation import checked
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)


def body(**fields: object) -> BodyDraft:
    return checked({"kind": "centre", "name": {"ar": "المركز"}, **fields}, BodyDraft)


def person(**fields: object) -> PersonDraft:
    return checked({"name": {"ar": "سلمى أيت وعلي"}, **fields}, PersonDraft)


def test_a_body_has_the_names_of_the_day(store: Store) -> None:
    with store.write("x") as work:
        body_id = bodies.find_or_create(work, body())
        bodies.rename(work, body_id, BodyName(DAY, Bilingual("المركز الجديد"), Bilingual("م.ج")))
    with store.write("x") as work:
        bodies.rename(work, body_id, BodyName(DAY, Bilingual("المركز الجهوي")))
    with store.read() as reading:
        (before,) = bodies.list_bodies(reading, BEFORE)
        (after,) = bodies.list_bodies(reading, AFTER)
        names = bodies.list_names(reading, body_id)
    assert (before.name.ar, after.name.ar) == ("المركز", "المركز الجهوي")
    assert names == (
        BodyName(None, Bilingual("المركز")),
        BodyName(DAY, Bilingual("المركز الجهوي")),
    )


def test_a_body_is_not_renamed_to_nothing(store: Store) -> None:
    with store.write("x") as work:
        body_id = bodies.find_or_create(work, body())
    with pytest.raises(UserError, match="needs a name"), store.write("x") as work:
        bodies.rename(work, body_id, BodyName(DAY, Bilingual()))
    with pytest.raises(UserError, match="no record 9"), store.write("x") as work:
        bodies.rename(work, 9, BodyName(DAY, Bilingual("ا")))


def test_a_body_on_file_keeps_what_it_has_and_is_filled(store: Store) -> None:
    with store.write("x") as work:
        first = bodies.find_or_create(work, body(email="a@example.org"))
        again = bodies.find_or_create(work, body(email="b@example.org", town={"ar": "خنيفرة"}))
        school = bodies.find_or_create(work, body(kind="school"))
        french = bodies.find_or_create(work, body(name={"fr": "le centre"}))
        french_again = bodies.find_or_create(work, body(name={"fr": "le centre"}))
    assert first == again
    assert len({first, school, french}) == 3
    assert french == french_again
    with store.read() as reading:
        kept = bodies.list_bodies(reading, DAY)[0]
    assert (kept.email, kept.town.ar) == ("a@example.org", "خنيفرة")


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


def test_groups_keep_their_order_and_each_member_once(store: Store) -> None:
    with store.write("x") as work:
        ids = [people.find_or_create(work, person(name={"ar": name})) for name in "ابج"]
        group_id = groups.create_group(work, Label("رؤساء المراكز"), [ids[2], ids[0], ids[2]])
    with store.read() as reading:
        (group,) = groups.list_groups(reading)
    assert group.members == (ids[2], ids[0])
    with store.write("x") as work:
        groups.set_members(work, group_id, [ids[0], ids[1], ids[2]])
    with store.read() as reading:
        (group,) = groups.list_groups(reading)
    assert (group.name.ar, group.members) == ("رؤساء المراكز", tuple(ids))


def test_a_group_needs_a_name_and_a_phrase_its_text(store: Store) -> None:
    with pytest.raises(UserError, match="needs a name"), store.write("x") as work:
        groups.create_group(work, Label(), [])
    with pytest.raises(UserError, match="needs its text"), store.write("x") as work:
        phrases.add_phrase(work, PhraseDraft(text=Words()))


def test_phrases_are_listed_as_recorded(store: Store) -> None:
    with store.write("x") as work:
        phrases.add_phrase(
            work,
            PhraseDraft(
                category="debate", abbreviation=Label("ن1", "d1"), text=Words("فتح باب المناقشة.")
            ),
        )
    with store.read() as reading:
        (phrase,) = phrases.list_phrases(reading)
    assert (phrase.category, phrase.abbreviation, phrase.text) == (
        "debate",
        Bilingual("ن1", "d1"),
        Bilingual("فتح باب المناقشة."),
    )
