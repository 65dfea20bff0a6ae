"""People, bodies and groups by a few letters of their names."""

from collections.abc import Sequence
from datetime import date

import pytest

from db.codes import Civility
from db.unit_of_work import Store
from desktop_app.services import bodies, groups, people
from desktop_app.services.drafts import BodyDraft, FunctionDraft, Label, PersonDraft
from desktop_app.services.people_data import BodyName
from desktop_app.services.roster import Entry, Kind, Roster, read_roster
from desktop_app.wording.bilingual import Bilingual

DAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def roster(centre: Store) -> Roster:
    with centre.read() as reading:
        return read_roster(reading, DAY)


def names(found: Sequence[Entry]) -> list[str]:
    return [entry.name.ar or entry.name.fr for entry in found]


def person(key: int, ar: str = "", fr: str = "", **more: object) -> tuple[Entry, tuple[str, ...]]:
    return Entry("person", key, f"p{key}", Bilingual(ar, fr), **more), ()  # type: ignore[arg-type]  # of the fields' own types


def test_a_person_stands_with_function_and_body(roster: Roster) -> None:
    (omar,) = roster.find("عمر")
    assert (omar.kind, omar.name.fr, omar.civility) == ("person", "Omar Haddouch", Civility.MR)
    assert omar.about == Bilingual("تقني، المركز الجهوي", "technicien, CRSI")
    assert omar.town == Bilingual("بني ملال", "Béni Mellal")
    centre = roster.get("body", omar.body_id or 0)
    assert centre is not None
    assert centre.name.ar == "المركز الجهوي لمنظومة الإعلام"
    assert centre.about == Bilingual("المركز الجهوي، بني ملال", "CRSI, Béni Mellal")
    assert centre.body_id == centre.id


def test_a_group_has_its_members_in_their_order(roster: Roster) -> None:
    (team,) = roster.find("فريق", ("group",))
    assert team.name.fr == "Équipe du centre régional"
    members = [roster.get("person", key) for key in team.members]
    assert [one and one.name.fr for one in members][:2] == ["Naïma El Ouariachi", "Souad Hamdaoui"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("سعاد", "سعاد الحمداوي"),
        ("ادريس", "إدريس الزموري"),
        ("حمداوى", "سعاد الحمداوي"),
        ("بوعزه", "إيطو بوعزة"),
        ("عبدالاله", "عبد الإله بنزاكور"),
        ("عبد الاله بن", "عبد الإله بنزاكور"),
        ("haddouch omar", "عمر حدوش"),
        ("MAATI", "المعطي السرغيني"),
        ("naima elouar", "نعيمة الورياشي"),
        ("zah bou", "فاطمة الزهراء بوعنان"),
        ("تقني", "عمر حدوش"),
        ("khénifra cheffe du centre", "إيطو بوعزة"),
    ],
)
def test_it_is_found_by_letters_in_any_order(roster: Roster, typed: str, first: str) -> None:
    assert names(roster.find(typed))[0] == first


def test_each_word_must_be_there(roster: Roster) -> None:
    assert roster.find("عمر زاكور") == ()
    assert roster.find("زاكور ظ") == ()


def test_nothing_typed_gives_the_first_ones(roster: Roster) -> None:
    assert names(roster.find(" ", limit=2)) == ["أمينة التادلي", "إبراهيم واعزيز"]
    assert names(roster.find("", ("body",), limit=1)) == [
        "وزارة التربية الوطنية والتعليم الأولي والرياضة"
    ]
    assert len(roster.find("")) == 8


@pytest.mark.parametrize("typed", ["\u0301\u064b", "👍", "\u200d\u200f", "«»"])
def test_signs_that_are_no_word_find_nobody(roster: Roster, typed: str) -> None:
    assert roster.find(typed, ("person", "body", "group")) == ()


def test_what_begins_a_name_goes_before_what_stands_inside() -> None:
    made = Roster(
        [
            person(1, "كمال بنعلي"),
            person(2, "سالم علي"),
            person(3, "علي سالم"),
            (Entry("person", 4, "p4", Bilingual("نور")), ("علي",)),
            (Entry("person", 5, "p5", Bilingual("نادر")), ("بنعلي",)),
        ]
    )
    assert [entry.id for entry in made.find("علي")] == [3, 2, 1, 4, 5]


def test_people_of_a_body_come_first_but_not_before_those_who_are_named() -> None:
    made = Roster(
        [
            person(1, "علي الأول", body_id=1),
            person(2, "سالم علي", body_id=2),
            (Entry("person", 3, "p3", Bilingual("نور"), body_id=2), ("علي",)),
        ]
    )
    assert [entry.id for entry in made.find("علي", body_id=2)] == [2, 1, 3]
    assert [entry.id for entry in made.find("", body_id=2)] == [2, 3, 1]


def test_those_who_have_a_place_already_are_left_out() -> None:
    body = Entry("body", 1, "b1", Bilingual("علي"))
    made = Roster([person(1, "علي"), person(2, "علي"), (body, ())])
    kinds: tuple[Kind, ...] = ("person", "body")
    found = made.find("علي", kinds, leave_out={1})
    assert [(entry.kind, entry.id) for entry in found] == [("person", 2), ("body", 1)]


def test_it_tells_who_has_a_name_like_this_one(roster: Roster) -> None:
    assert names(roster.alike("عمر حدوشي")) == ["عمر حدوش"]
    assert names(roster.alike("Elidrissi Najat")) == ["نجاة الإدريسي"]
    assert roster.alike("عمر") == ()
    assert len(Roster([person(n, "علي سالم") for n in range(5)]).alike("سالم علي")) == 3


def test_names_and_functions_are_those_of_the_day(store: Store) -> None:
    with store.write("x") as work:
        body = bodies.find_or_create(
            work,
            BodyDraft(kind="service", name=Label("المصلحة"), email="s@example.org"),  # type: ignore[arg-type]  # a code, as from a file
        )
        key = people.find_or_create(
            work,
            PersonDraft(name=Label("سلمى"), function=FunctionDraft(title=Label("تقنية"))),
        )
        people.find_or_create(work, PersonDraft(name=Label(fr="Zineb"), email="z@example.org"))
        people.appoint(work, key, FunctionDraft(title=Label("مهندسة")), body, DAY)
        bodies.rename(work, body, BodyName(DAY, Bilingual("القسم"), Bilingual("ق")))
        groups.create_group(work, Label("فريق"), [])
    about = {}
    for on in (date(2026, 3, 3), DAY):
        with store.read() as reading:
            made = read_roster(reading, on)
        about[on] = [entry.about.ar for entry in made.find("", ("person", "body"))]
        assert [entry.email for entry in made.of("body")] == ["s@example.org"]
        assert [entry.members for entry in made.of("group")] == [()]
        assert names(made.find("z@example")) == ["Zineb"]
    assert about == {date(2026, 3, 3): ["تقنية", "", ""], DAY: ["مهندسة، ق", "", "ق"]}
    assert Roster().get("person", 1) is None
