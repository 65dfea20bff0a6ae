"""Names of academies, directorates and centres, and the lines of a header made of them."""

import pytest

from db.codes import Civility
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.centre import (
    DEFAULT_NAME,
    academy_name,
    directorate_name,
    directorate_short_name,
    head_title,
    header_lines,
)


@pytest.mark.parametrize(
    ("region", "official"),
    [
        (
            Bilingual("بني ملال خنيفرة", "Béni Mellal-Khénifra"),
            Bilingual(
                "الأكاديمية الجهوية للتربية والتكوين لجهة بني ملال خنيفرة",
                "l’académie régionale d’éducation et de formation de la région"
                " Béni Mellal-Khénifra",
            ),
        ),
        (
            Bilingual("الشرق", "l’Oriental"),
            Bilingual(
                "الأكاديمية الجهوية للتربية والتكوين لجهة الشرق",
                "l’académie régionale d’éducation et de formation de la région de l’Oriental",
            ),
        ),
    ],
)
def test_an_academy_is_called_after_its_region(region: Bilingual, official: Bilingual) -> None:
    assert academy_name(region) == official


@pytest.mark.parametrize(
    ("place", "official", "short"),
    [
        (
            Bilingual("أزيلال", "Azilal"),
            Bilingual("المديرية الإقليمية بأزيلال", "la direction provinciale d’Azilal"),
            Bilingual("", "DP d’Azilal"),
        ),
        (
            Bilingual("الحوز", "Al Haouz"),
            Bilingual("المديرية الإقليمية بالحوز", "la direction provinciale d’Al Haouz"),
            Bilingual("", "DP d’Al Haouz"),
        ),
        (
            Bilingual("الحي الحسني", "Hay Hassani"),
            Bilingual("المديرية الإقليمية بالحي الحسني", "la direction provinciale de Hay Hassani"),
            Bilingual("", "DP de Hay Hassani"),
        ),
        (Bilingual("سطات"), Bilingual("المديرية الإقليمية بسطات"), Bilingual()),
        (
            Bilingual("", "Settat"),
            Bilingual("", "la direction provinciale de Settat"),
            Bilingual("", "DP de Settat"),
        ),
    ],
)
def test_a_directorate_is_called_after_its_place(
    place: Bilingual, official: Bilingual, short: Bilingual
) -> None:
    name = directorate_name(place)
    assert (name, directorate_short_name(name)) == (official, short)


@pytest.mark.parametrize(
    ("civility", "title"),
    [
        (
            Civility.MRS,
            Bilingual(
                "رئيسة المركز الجهوي لمنظومة الإعلام",
                "la cheffe du centre régional du système d’information",
            ),
        ),
        (
            Civility.MR,
            Bilingual(
                "رئيس المركز الجهوي لمنظومة الإعلام",
                "le chef du centre régional du système d’information",
            ),
        ),
    ],
)
def test_who_heads_a_centre_is_called_after_it(civility: Civility, title: Bilingual) -> None:
    assert head_title(DEFAULT_NAME, civility) == title


def test_a_centre_named_in_one_language_has_a_head_in_that_language() -> None:
    assert head_title(Bilingual("المركز"), Civility.MR) == Bilingual("رئيس المركز")
    assert head_title(Bilingual("", "le centre"), Civility.MR) == Bilingual("", "le chef du centre")


def test_a_header_has_no_articles_and_sets_the_region_apart() -> None:
    oriental = academy_name(Bilingual("الشرق", "l’Oriental"))
    assert header_lines((oriental.fr, "", DEFAULT_NAME.fr)) == (
        "Académie régionale d’éducation et de formation",
        "Région de l’Oriental",
        "Centre régional du système d’information",
    )
    assert header_lines((oriental.ar, DEFAULT_NAME.ar)) == (
        "الأكاديمية الجهوية للتربية والتكوين",
        "لجهة الشرق",
        "المركز الجهوي لمنظومة الإعلام",
    )
