"""Section 3: ordinals, section heads, percentages and numbers in words."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.wording import numbers
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.gender import Gender


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (1, "الأول", "الأولى"),
        (2, "الثاني", "الثانية"),
        (3, "الثالث", "الثالثة"),
        (4, "الرابع", "الرابعة"),
        (5, "الخامس", "الخامسة"),
        (6, "السادس", "السادسة"),
        (7, "السابع", "السابعة"),
        (8, "الثامن", "الثامنة"),
        (9, "التاسع", "التاسعة"),
        (10, "العاشر", "العاشرة"),
        (11, "الحادي عشر", "الحادية عشرة"),
        (12, "الثاني عشر", "الثانية عشرة"),
        (19, "التاسع عشر", "التاسعة عشرة"),
        (20, "العشرون", "العشرون"),
        (21, "الحادي والعشرون", "الحادية والعشرون"),
        (32, "الثاني والثلاثون", "الثانية والثلاثون"),
        (100, "رقم 100", "رقم 100"),
        (0, "رقم 0", "رقم 0"),
    ],
)
def test_arabic_ordinals(number: int, masculine: str, feminine: str) -> None:
    assert numbers.ordinal(number, "m", "ar") == masculine
    assert numbers.ordinal(number, "f", "ar") == feminine


def test_french_ordinals() -> None:
    assert [numbers.ordinal(n, "m", "fr") for n in (1, 2, 3)] == ["1er", "2e", "3e"]
    assert [numbers.ordinal(n, "f", "fr") for n in (1, 2, 3)] == ["1re", "2e", "3e"]


SECTIONS = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا"


def test_section_heads() -> None:
    arabic = SECTIONS.split()
    assert [numbers.section(n, "ar") for n in range(1, 11)] == arabic
    french = ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X."]
    assert [numbers.section(n, "fr") for n in range(1, 11)] == french
    assert numbers.section(11, "ar") == "حادي عشر"
    assert numbers.section(12, "ar") == "ثاني عشر"
    assert numbers.section(20, "ar") == "20"
    assert numbers.roman(49) == "XLIX"
    assert numbers.roman(194) == "CXCIV"


@pytest.mark.parametrize(
    ("value", "arabic", "french"),
    [
        (87.5, "\u200e87,5%", "87,5 %"),
        (87, "\u200e87%", "87 %"),
        (200 / 3, "\u200e66,7%", "66,7 %"),
        (0.05, "\u200e0,1%", "0,1 %"),
        (100.0, "\u200e100%", "100 %"),
    ],
)
def test_percentages(value: float, arabic: str, french: str) -> None:
    assert numbers.percent(value, "ar") == arabic
    assert numbers.percent(value, "fr") == french


def test_percentages_in_words() -> None:
    assert numbers.percent(87, "ar", in_words=True) == "سبعة وثمانون في المائة"
    assert numbers.percent(87, "fr", in_words=True) == "quatre-vingt-sept pour cent"
    assert numbers.percent(87.5, "fr", in_words=True) == "87,5 %"
    assert numbers.percent(120, "fr", in_words=True) == "120 %"


@pytest.mark.parametrize(
    ("value", "arabic", "french"),
    [
        (1234567.5, "1.234.567,5", "1\u202f234\u202f567,5"),
        (-3, "-3", "-3"),
        (-0.01, "0", "0"),
        (0.25, "0,3", "0,3"),
    ],
)
def test_figures(value: float, arabic: str, french: str) -> None:
    assert numbers.figure(value, "ar") == arabic
    assert numbers.figure(value, "fr") == french


@pytest.mark.parametrize(
    ("numbers_", "gender", "words"),
    [
        (
            range(3, 11),
            "m",
            "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
        ),
        (range(3, 11), "f", "ثلاث أربع خمس ست سبع ثماني تسع عشر"),
        (range(20, 100, 10), "m", "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"),
        ((0, 1, 100, 200), "f", "صفر واحدة مائة مائتان"),
    ],
)
def test_arabic_words(numbers_: range, gender: Gender, words: str) -> None:
    assert [numbers.cardinal(n, "ar", gender) for n in numbers_] == words.split()


@pytest.mark.parametrize(
    ("number", "masculine", "feminine", "masculine_oblique", "feminine_oblique"),
    [
        (2, "اثنان", "اثنتان", "اثنين", "اثنتين"),
        (11, "أحد عشر", "إحدى عشرة", "أحد عشر", "إحدى عشرة"),
        (12, "اثنا عشر", "اثنتا عشرة", "اثني عشر", "اثنتي عشرة"),
        (13, "ثلاثة عشر", "ثلاث عشرة", "ثلاثة عشر", "ثلاث عشرة"),
        (18, "ثمانية عشر", "ثماني عشرة", "ثمانية عشر", "ثماني عشرة"),
        (20, "عشرون", "عشرون", "عشرين", "عشرين"),
        (21, "واحد وعشرون", "إحدى وعشرون", "واحد وعشرين", "إحدى وعشرين"),
        (22, "اثنان وعشرون", "اثنتان وعشرون", "اثنين وعشرين", "اثنتين وعشرين"),
        (28, "ثمانية وعشرون", "ثمان وعشرون", "ثمانية وعشرين", "ثمان وعشرين"),
        (99, "تسعة وتسعون", "تسع وتسعون", "تسعة وتسعين", "تسع وتسعين"),
        (200, "مائتان", "مائتان", "مائتين", "مائتين"),
    ],
)
def test_arabic_words_by_gender_and_case(
    number: int,
    masculine: str,
    feminine: str,
    masculine_oblique: str,
    feminine_oblique: str,
) -> None:
    assert numbers.cardinal(number, "ar", "m") == masculine
    assert numbers.cardinal(number, "ar", "f") == feminine
    assert numbers.cardinal(number, "ar", "m", oblique=True) == masculine_oblique
    assert numbers.cardinal(number, "ar", "f", oblique=True) == feminine_oblique


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (1, "un"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (30, "trente"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (79, "soixante-dix-neuf"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (200, "deux cents"),
        (101, "101"),
    ],
)
def test_french_words(number: int, words: str) -> None:
    assert numbers.cardinal(number, "fr") == words


def test_french_words_before_a_feminine_noun() -> None:
    assert numbers.cardinal(1, "fr", "f") == "une"
    assert numbers.cardinal(61, "fr", "f") == "soixante et une"


@given(
    st.integers(0, 100),
    st.integers(0, 100),
    st.sampled_from(get_args(PaperLanguage)),
    st.sampled_from(get_args(Gender)),
)
def test_two_numbers_never_have_the_same_words(
    one: int, other: int, language: PaperLanguage, gender: Gender
) -> None:
    written = [numbers.cardinal(number, language, gender) for number in (one, other)]
    assert (written[0] == written[1]) is (one == other)
