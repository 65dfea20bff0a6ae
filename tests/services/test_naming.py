"""A person typed in one line."""

from datetime import date

import pytest

from db.codes import BodyKind, Civility
from db.unit_of_work import Store
from desktop_app.services import bodies, people
from desktop_app.services.drafts import BodyDraft, Label, PersonDraft
from desktop_app.services.naming import parse, record
from desktop_app.services.roster import Roster, read_roster
from desktop_app.services.validation import FieldError
from desktop_app.wording.bilingual import Bilingual

DAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def roster(centre: Store) -> Roster:
    with centre.read() as reading:
        return read_roster(reading, DAY)


CENTRE = "المركز الجهوي لمنظومة الإعلام"
AZILAL = "المديرية الإقليمية بأزيلال"
KHENIFRA = "المديرية الإقليمية بخنيفرة"
SALMA, OUBAHA = "سلمى أوبها", "Salma Oubaha"


@pytest.mark.parametrize(
    ("typed", "name", "title", "body"),
    [
        ("سلمى أوبها", SALMA, "", None),
        ("سلمى أوبها، تقنية", SALMA, "تقنية", None),
        ("سلمى أوبها, تقنية,المركز الجهوي", SALMA, "تقنية", CENTRE),
        (
            "سلمى أوبها، المركز الجهوي لمنظومة الاعلام",
            "سلمى أوبها",
            "",
            "المركز الجهوي لمنظومة الإعلام",
        ),
        (
            "سلمى أوبها، المديرة الإقليمية، خنيفره",
            "سلمى أوبها",
            "المديرة الإقليمية",
            "المديرية الإقليمية بخنيفرة",
        ),
        ("سلمى أوبها، رئيسة، جمعية الأطلس", SALMA, "رئيسة، جمعية الأطلس", None),
        ("سلمى أوبها، تقنية، خريبكة", SALMA, "تقنية، خريبكة", None),
        ("سلمى أوبها،،", SALMA, "", None),
        (
            "Salma Oubaha, technicienne, CRSI",
            "Salma Oubaha",
            "technicienne",
            "المركز الجهوي لمنظومة الإعلام",
        ),
        (
            "Salma Oubaha, la direction provinciale d'Azilal",
            "Salma Oubaha",
            "",
            "المديرية الإقليمية بأزيلال",
        ),
        (
            "Salma Oubaha, Direction provinciale d’Azilal",
            "Salma Oubaha",
            "",
            "المديرية الإقليمية بأزيلال",
        ),
        (
            "Salma Oubaha, agent, Association Atlas",
            "Salma Oubaha",
            "agent, Association Atlas",
            None,
        ),
    ],
)
def test_name_function_and_body_are_parted_by_commas(
    roster: Roster, typed: str, name: str, title: str, body: str | None
) -> None:
    named = parse(typed, roster)
    assert (named.name.best("ar"), named.function.title.ar or named.function.title.fr) == (
        name,
        title,
    )
    assert (named.body and named.body.name.ar) == body
    assert named.civility is Civility.UNKNOWN


@pytest.mark.parametrize(
    ("typed", "civility", "name"),
    [
        ("السيد كمال الفاسي", Civility.MR, Bilingual("كمال الفاسي")),
        ("السيدة سلمى أوبها", Civility.MRS, Bilingual("سلمى أوبها")),
        ("السيدي محمد", Civility.UNKNOWN, Bilingual("السيدي محمد")),
        ("M. Kamal Fassi", Civility.MR, Bilingual(fr="Kamal Fassi")),
        ("M.Kamal Fassi", Civility.MR, Bilingual(fr="Kamal Fassi")),
        ("mr Kamal Fassi", Civility.MR, Bilingual(fr="Kamal Fassi")),
        ("Monsieur Kamal Fassi", Civility.MR, Bilingual(fr="Kamal Fassi")),
        ("Mme Salma Oubaha", Civility.MRS, Bilingual(fr="Salma Oubaha")),
        ("MME. Salma Oubaha", Civility.MRS, Bilingual(fr="Salma Oubaha")),
        ("Mmeriem Oubaha", Civility.UNKNOWN, Bilingual(fr="Mmeriem Oubaha")),
        ("Mrabet Kamal", Civility.UNKNOWN, Bilingual(fr="Mrabet Kamal")),
    ],
)
def test_a_civility_is_taken_only_when_it_was_typed(
    typed: str, civility: Civility, name: Bilingual
) -> None:
    named = parse(typed, Roster())
    assert (named.civility, named.name) == (civility, name)


@pytest.mark.parametrize(
    ("typed", "title", "code", "unique"),
    [
        ("مهندسة", "مهندسة", "engineer", False),
        ("مفتشة تربوية", "مفتشة تربوية", "pedagogical_inspector", False),
        ("المدير الإقليمي", "المدير الإقليمي", "provincial_director", True),
        ("مديرة إقليمية بخنيفرة", "المديرة الإقليمية بخنيفرة", "provincial_director", True),
        ("رئيسة المركز الجهوي", "رئيسة المركز الجهوي", "head", True),
        ("رئيس قسم", "رئيس قسم", "head", False),
        ("رئيس قسم بالأكاديمية", "رئيس قسم بالأكاديمية", "head", False),
        ("رئيس جمعية الاباء", "رئيس جمعية الآباء", "parents_president", True),
        ("مدير ثانوية الزيتون", "مدير ثانوية الزيتون", "director", False),
        ("حلاق", "حلاق", "", False),
        ("ingénieure d’État", "ingénieure d’État", "engineer", False),
        ("Directeur provincial", "le Directeur provincial", "provincial_director", True),
        ("le directeur provincial", "le directeur provincial", "provincial_director", True),
        ("cheffe du centre régional", "la cheffe du centre régional", "head", True),
        ("chef de service", "chef de service", "head", False),
        ("rapporteure", "la rapporteure", "rapporteur", True),
        ("technicienne de laboratoire", "technicienne de laboratoire", "technician", False),
        ("directory", "directory", "", False),
    ],
)
def test_a_function_of_the_vocabulary_is_known(
    typed: str, title: str, code: str, unique: bool
) -> None:
    function = parse(f"س، {typed}", Roster()).function
    assert (function.title.ar or function.title.fr, function.code, function.unique) == (
        title,
        code,
        unique,
    )


def test_a_town_with_two_bodies_names_none(store: Store) -> None:
    with store.write("x") as work:
        for name in ("المصلحة", "القسم"):
            draft = BodyDraft(kind=BodyKind.SERVICE, name=Label(name), town=Label("خنيفرة"))
            bodies.find_or_create(work, draft)
    with store.read() as reading:
        named = parse("سلمى، تقنية، خنيفرة", read_roster(reading, DAY))
    assert (named.body, named.function.title.ar) == (None, "تقنية، خنيفرة")


def test_it_is_recorded_with_its_function(store: Store) -> None:
    with store.write("x") as work:
        draft = BodyDraft(
            kind=BodyKind.SERVICE, name=Label("المصلحة", "le service"), short_name=Label("م", "S")
        )
        body = bodies.find_or_create(work, draft)
    with store.write("people.name") as work:
        arabic = record(work, "السيدة سلمى أوبها، مهندسة، م", DAY)
        latin = record(work, "Kamal Fassi", DAY)
    with store.read() as reading:
        found = {one.id: one for one in people.list_people(reading, DAY)}
    salma, kamal = found[arabic], found[latin]
    assert (salma.name, salma.civility) == (Bilingual("سلمى أوبها"), Civility.MRS)
    assert (salma.function.title.ar, salma.function.code) == ("مهندسة", "engineer")
    assert salma.body is not None
    assert salma.body.id == body
    assert (kamal.name, kamal.body, kamal.function.title) == (
        Bilingual(fr="Kamal Fassi"),
        None,
        Bilingual(),
    )


def test_the_same_name_in_the_same_place_is_the_same_person(store: Store) -> None:
    with store.write("x") as work:
        known = people.find_or_create(work, PersonDraft(name=Label("سلمى أوبها")))
        assert record(work, "سلمى أوبها، تقنية", DAY) == known


@pytest.mark.parametrize(
    "typed", ["", "  ", "،مهندس", "\u200e\u202e\u2066", "\x00\x1b\x07", "123", "السيد ، مهندس", "—"]
)
def test_a_line_without_a_name_is_refused(store: Store, typed: str) -> None:
    with (
        pytest.raises(FieldError, match="a person needs a name") as refused,
        store.write("x") as work,
    ):
        record(work, typed, DAY)
    assert refused.value.path == ("name",)


def test_signs_that_print_nothing_are_left_out() -> None:
    assert parse("\u202eسلمى\x07\u200f أوبها\n", Roster()).name.ar == "سلمى أوبها"


@pytest.mark.parametrize("typed", ["س" * 301, "سلمى، " + "ص" * 301, "S" * 100_000])
def test_what_is_too_long_is_refused(store: Store, typed: str) -> None:
    with pytest.raises(FieldError, match="longer than 300 letters"), store.write("x") as work:
        record(work, typed, DAY)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(FieldError, match="half a character"):
        parse("سلمى \ud800", Roster())
