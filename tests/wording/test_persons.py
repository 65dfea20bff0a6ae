"""Section 1.2: civility, who is named by function and who by name, calls of letters."""

import pytest

from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import (
    Civility,
    Function,
    call,
    capital_noun,
    civil,
    composition,
    gender,
    group,
    signed,
    titled,
    who,
)

MR, MRS, UNKNOWN = Civility.MR, Civility.MRS, Civility.UNKNOWN
CHIEF = Function(
    Bilingual("رئيسة المركز الجهوي لمنظومة الإعلام", "la cheffe du centre régional"), unique=True
)
ENGINEER = Function(Bilingual("مهندس", "ingénieur"))
YOUSSEF = Bilingual("يوسف أمزيل", "Youssef Amzil")
CENTRE = Bilingual("المركز الجهوي", "le centre régional")


def test_someone_who_alone_holds_a_function_is_named_by_it() -> None:
    assert who(MRS, Bilingual("س", "S"), CHIEF, CENTRE, "ar") == (
        "السيدة رئيسة المركز الجهوي لمنظومة الإعلام"
    )
    assert who(MRS, Bilingual("س", "S"), CHIEF, CENTRE, "fr") == "Mme la cheffe du centre régional"


def test_others_are_named_by_name_function_and_body() -> None:
    assert who(MR, YOUSSEF, ENGINEER, CENTRE, "ar") == "السيد يوسف أمزيل، مهندس بالمركز الجهوي"
    assert who(MR, YOUSSEF, ENGINEER, CENTRE, "fr") == (
        "M. Youssef Amzil, ingénieur au centre régional"
    )
    assert who(MR, YOUSSEF, ENGINEER, None, "ar") == "السيد يوسف أمزيل، مهندس"
    assert who(MR, YOUSSEF, ENGINEER, None, "fr") == "M. Youssef Amzil, ingénieur"


def test_what_is_not_known_is_left_out() -> None:
    assert who(MR, YOUSSEF, Function(), CENTRE, "ar") == "السيد يوسف أمزيل"
    assert who(UNKNOWN, YOUSSEF, ENGINEER, None, "fr") == "Youssef Amzil, ingénieur"
    assert who(UNKNOWN, Bilingual("س", "S"), CHIEF, None, "fr") == "la cheffe du centre régional"
    assert who(MR, Bilingual(fr="Youssef Amzil"), ENGINEER, None, "ar") == (
        "السيد Youssef Amzil، مهندس"
    )
    only_arabic = Function(Bilingual("رئيسة المركز"), unique=True)
    assert who(MRS, Bilingual("مريم", "Meryem"), only_arabic, None, "fr") == "Mme Meryem"
    assert who(MRS, Bilingual(), only_arabic, None, "fr") == "Mme رئيسة المركز"


@pytest.mark.parametrize(
    ("civility", "arabic", "french"),
    [(MR, "السيد", "M."), (MRS, "السيدة", "Mme"), (UNKNOWN, "", "")],
)
def test_civility(civility: Civility, arabic: str, french: str) -> None:
    assert civil(civility, "ar") == arabic
    assert civil(civility, "fr") == french


@pytest.mark.parametrize(
    ("civilities", "arabic", "french"),
    [
        ([MR, MR], "السادة", "MM."),
        ([MRS, MRS], "السيدات", "Mmes"),
        ([MR, MRS], "السيدات والسادة", "Mmes et MM."),
        ([MRS, MR, MR, MR], "السيدات والسادة", "Mmes et MM."),
        ([MR, UNKNOWN], "السيدات والسادة", "Mmes et MM."),
        ([], "السيدات والسادة", "Mmes et MM."),
    ],
)
def test_civility_of_a_group(civilities: list[Civility], arabic: str, french: str) -> None:
    assert group(civilities, "ar") == arabic
    assert group(civilities, "fr") == french


def test_gender_follows_civility() -> None:
    assert [gender(one) for one in (MR, MRS, UNKNOWN)] == ["m", "f", "m"]
    assert composition([MRS]) == "f"


def test_a_letter_calls() -> None:
    director = Function(Bilingual("مدير الأكاديمية", "le directeur"), unique=True)
    head = Function(Bilingual("رئيسة المصلحة", "la cheffe de service"), unique=True)
    assert call([MR], director) == "Monsieur le Directeur,"
    assert call([MRS], head) == "Madame la Cheffe de service,"
    assert call([MR, MRS]) == "Mesdames, Messieurs,"
    assert call([]) == "Mesdames, Messieurs,"
    assert call([MR, MR]) == "Messieurs,"
    assert call([MRS, MRS]) == "Mesdames,"
    assert call([MR], ENGINEER) == "Monsieur,"
    assert call([MRS]) == "Madame,"
    assert call([UNKNOWN], director) == "Madame, Monsieur,"


def test_capitals_of_addresses_and_signatures() -> None:
    assert signed("le chef du centre") == "Le Chef du centre"
    assert signed("l’inspectrice") == "L’Inspectrice"
    assert capital_noun("ingénieur") == "Ingénieur"
    director = Function(Bilingual("المدير الإقليمي بأزيلال", "le directeur provincial d’Azilal"))
    assert titled(MR, director, "fr") == "M. le Directeur provincial d’Azilal"
    assert titled(MR, director, "ar") == "السيد المدير الإقليمي بأزيلال"
