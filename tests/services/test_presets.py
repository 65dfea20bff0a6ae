"""The academies that ship, and a centre set up from them."""

import unicodedata
from collections import Counter
from datetime import date

import pytest

from db.codes import BodyKind, Civility
from db.journal import entries
from db.unit_of_work import Store
from desktop_app.services import bodies, institution, people
from desktop_app.services.drafts import Label
from desktop_app.services.institution_data import HeaderMode
from desktop_app.services.presets import set_up
from desktop_app.services.presets_data import Academy, Level, Place, SetUp, academies
from desktop_app.services.validation import FieldError
from desktop_app.wording.centre import DEFAULT_NAME, PROVINCIAL_NAME
from desktop_app.wording.prepositions import a, bi, de
from tests import presets as maker

DAY = date(2026, 3, 4)
CENTRE = Label(DEFAULT_NAME.ar, DEFAULT_NAME.fr)
PROVINCIAL = Label(PROVINCIAL_NAME.ar, PROVINCIAL_NAME.fr)
PLACES = [place for academy in academies() for place in academy.directorates]
each_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)


def academy(code: str) -> Academy:
    return next(one for one in academies() if one.code == code)


def names(store: Store) -> dict[BodyKind, list[Label]]:
    found: dict[BodyKind, list[Label]] = {}
    with store.read() as reading:
        for body in bodies.list_bodies(reading, DAY):
            found.setdefault(body.kind, []).append(Label(body.name.ar, body.name.fr))
    return found


def regional(code: str = "05") -> SetUp:
    preset = academy(code)
    return SetUp(
        academy=preset.official_name,
        academy_town=preset.seat,
        directorates=preset.directorates,
        centre=CENTRE,
        city=preset.seat,
        head=Label("أمينة التادلي", "Amina Tadili"),
        civility=Civility.MRS,
        header_mode=HeaderMode.BILINGUAL,
        email="centre@example.org",
    )


# --- facts ---------------------------------------------------------------------------------------


def test_they_are_made_from_the_census() -> None:
    assert maker.TARGET.read_text(encoding="utf-8") == maker.presets()


def test_there_are_twelve_academies_and_eighty_two_directorates() -> None:
    sizes = [len(one.directorates) for one in academies()]
    assert sizes == [8, 8, 9, 7, 5, 16, 8, 5, 6, 4, 4, 2]
    assert sum(sizes) == 82


def test_every_place_has_both_names_and_none_twice() -> None:
    places = [*academies(), *PLACES]
    for place in places:
        for label in (place.name, place.seat):
            assert all("ARABIC" in unicodedata.name(one) for one in label.ar.replace(" ", ""))
            assert all("LATIN" in unicodedata.name(one) for one in label.fr if one.isalpha())
            assert label.ar == label.ar.strip()
            assert label.fr == label.fr.strip()
            assert "'" not in label.fr
        assert place.name.ar
        assert place.name.fr
    for taken in (
        [one.code for one in places],
        [one.name.ar for one in PLACES],
        [one.name.fr for one in PLACES],
        [one.name.fr for one in academies()],
    ):
        assert Counter(taken).most_common(1)[0][1] == 1


def test_what_no_source_confirms_is_said() -> None:
    unsure = {place.name.fr for place in (*academies(), *PLACES) if place.town_to_check}
    assert "Tanger-Tétouan-Al Hoceima" in unsure
    assert "Béni Mellal" not in unsure
    assert len(unsure) == 6


def test_the_seats_are_towns_of_the_region() -> None:
    for one in academies():
        assert one.seat in [place.seat for place in one.directorates], one.name.fr


@pytest.mark.parametrize(
    ("code", "where", "of", "arabic"),
    [
        ("05.091", "à Béni Mellal", "de Béni Mellal", "ببني ملال"),
        ("05.081", "à Azilal", "d’Azilal", "بأزيلال"),
        ("05.255", "à Fquih Ben Salah", "de Fquih Ben Salah", "بالفقيه بن صالح"),
        ("06.181", "à El Jadida", "d’El Jadida", "بالجديدة"),
        ("06.141.01.30", "à Hay Hassani", "de Hay Hassani", "بالحي الحسني"),
        ("06.141.01.60", "à Ben M’sick", "de Ben M’sick", "بابن مسيك"),
        ("07.585", "à Youssoufia", "de Youssoufia", "باليوسفية"),
        ("07.431", "à Safi", "de Safi", "بآسفي"),
        ("10.473", "à Sidi Ifni", "de Sidi Ifni", "بسيدي إفني"),
        ("12.391", "à Oued Ed-Dahab", "d’Oued Ed-Dahab", "بوادي الذهب"),
        ("03.271", "à Ifrane", "d’Ifrane", "بإفران"),
    ],
)
def test_a_place_takes_its_prepositions(code: str, where: str, of: str, arabic: str) -> None:
    place = next(one for one in PLACES if one.code == code)
    assert (a(place.name.fr), de(place.name.fr), bi(place.name.ar)) == (where, of, arabic)


@each_place
def test_no_place_of_a_directorate_has_an_article_to_contract(place: Place) -> None:
    assert not place.name.fr.lower().startswith(("le ", "la ", "les ", "l’"))
    vowel = unicodedata.normalize("NFD", place.name.fr)[0] in "AEIOU"
    assert de(place.name.fr) == (f"d’{place.name.fr}" if vowel else f"de {place.name.fr}")


@pytest.mark.parametrize("one", academies(), ids=lambda one: one.code)
def test_every_academy_is_named_after_its_region(one: Academy) -> None:
    name = one.official_name
    assert name.ar == f"الأكاديمية الجهوية للتربية والتكوين لجهة {one.name.ar}"
    region = "de l’Oriental" if one.code == "02" else one.name.fr
    expected = f"l’académie régionale d’éducation et de formation de la région {region}"
    assert name.fr == expected


# --- setting up ----------------------------------------------------------------------------------


def test_a_regional_centre_stands_under_its_academy(store: Store) -> None:
    with store.write("presets.set_up") as work:
        set_up(work, regional())
    found = names(store)
    assert found[BodyKind.ACADEMY] == [academy("05").official_name]
    assert found[BodyKind.CENTRE] == [CENTRE]
    assert found[BodyKind.DIRECTORATE] == [
        Label("المديرية الإقليمية ببني ملال", "la direction provinciale de Béni Mellal"),
        Label("المديرية الإقليمية بأزيلال", "la direction provinciale d’Azilal"),
        Label("المديرية الإقليمية بالفقيه بن صالح", "la direction provinciale de Fquih Ben Salah"),
        Label("المديرية الإقليمية بخنيفرة", "la direction provinciale de Khénifra"),
        Label("المديرية الإقليمية بخريبكة", "la direction provinciale de Khouribga"),
    ]
    with store.read() as reading:
        one = institution.get_institution(reading, DAY)
        recorded = {body.id: body for body in bodies.list_bodies(reading, DAY)}
        assert len({entry.unit for entry in entries(reading)}) == 1
    assert one.header_mode is HeaderMode.BILINGUAL
    assert one.header_ar[2:] == (
        "الأكاديمية الجهوية للتربية والتكوين",
        "لجهة بني ملال خنيفرة",
        "المركز الجهوي لمنظومة الإعلام",
    )
    assert one.header_fr == (
        "Royaume du Maroc",
        "Ministère de l’Éducation nationale, du Préscolaire et des Sports",
        "Académie régionale d’éducation et de formation",
        "Région Béni Mellal-Khénifra",
        "Centre régional du système d’information",
    )
    assert one.signatory is not None
    assert one.signatory.function.title.fr.startswith("la cheffe du centre régional")
    assert one.signatory.body is not None
    assert one.signatory.body.kind is BodyKind.CENTRE
    parent = recorded[one.signatory.body.parent_id or 0]
    assert parent.kind is BodyKind.ACADEMY
    assert parent.town.fr == "Béni Mellal"
    assert one.emblem == one.header_picture == b""


def test_a_provincial_centre_has_the_line_of_its_directorate(store: Store) -> None:
    preset = academy("08")
    own = preset.directorates[2]
    with store.write("presets.set_up") as work:
        set_up(
            work,
            SetUp(
                level=Level.PROVINCIAL,
                academy=preset.official_name,
                directorate=Label(
                    "المديرية الإقليمية بميدلت", "la direction provinciale de Midelt"
                ),
                directorate_town=own.seat,
                centre=PROVINCIAL,
                city=own.seat,
                head=Label("كمال", "Kamal"),
                title=Label("رئيس المركز", "le chef du centre"),
            ),
        )
    with store.read() as reading:
        one = institution.get_institution(reading, DAY)
        (head,) = people.list_people(reading, DAY)
        recorded = {body.id: body for body in bodies.list_bodies(reading, DAY)}
    assert one.header_ar[-3:] == (
        "لجهة درعة تافيلالت",
        "المديرية الإقليمية بميدلت",
        "المركز الإقليمي لمنظومة الإعلام",
    )
    assert one.header_fr[-2:] == (
        "Direction provinciale de Midelt",
        "Centre provincial du système d’information",
    )
    assert one.academy.fr == "la direction provinciale de Midelt"
    assert head.function.title.ar == "رئيس المركز"
    assert head.body is not None
    above = recorded[head.body.parent_id or 0]
    assert (above.kind, above.short_name.fr) == (BodyKind.DIRECTORATE, "DP de Midelt")
    assert recorded[above.parent_id or 0].kind is BodyKind.ACADEMY


def test_a_centre_may_stand_alone_with_nobody_to_sign(store: Store) -> None:
    with store.write("presets.set_up") as work:
        set_up(work, SetUp(centre=Label("", "le centre")))
    assert names(store) == {BodyKind.CENTRE: [Label("", "le centre")]}
    with store.read() as reading:
        one = institution.get_institution(reading, DAY)
        assert people.list_people(reading, DAY) == ()
    assert one.signatory is None
    assert one.header_fr[-1] == "Centre"
    assert len(one.header_ar) == 2


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SetUp(centre=Label()), "centre"),
        (SetUp(centre=CENTRE, level=Level.PROVINCIAL), "directorate"),
        (SetUp(centre=CENTRE, email="not an address"), "email"),
        (SetUp(centre=CENTRE, directorates=(Place(name=Label()),)), "name"),
    ],
)
def test_what_is_refused_leaves_nothing(store: Store, draft: SetUp, field: str) -> None:
    with pytest.raises(FieldError) as refused, store.write("presets.set_up") as work:
        set_up(work, draft)
    assert refused.value.path[-1] == field
    assert names(store) == {}
