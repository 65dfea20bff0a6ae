"""Phrases made to agree with who speaks."""

import re

import pytest

from desktop_app.wording.phrase_bank import CATEGORIES, bank, filled


def test_the_bank_is_whole_in_both_languages() -> None:
    assert len(bank()) == 60
    assert tuple(dict.fromkeys(one.category for one in bank())) == CATEGORIES
    for one in bank():
        assert one.abbreviation.ar
        assert one.abbreviation.fr
        assert one.text.ar.count("{who}") == one.text.fr.count("{who}")
    for language in ("ar", "fr"):
        assert len({one.abbreviation.get(language) for one in bank()}) == 60


def test_no_mark_is_left_in_what_is_written() -> None:
    for one in bank():
        for language in ("ar", "fr"):
            made = filled(one.text.get(language), language, "X", "f", several=True)
            assert not re.search("[‹›{}]", made)


@pytest.mark.parametrize(
    ("text", "masculine", "feminine", "several"),
    [
        ("‹رحب› {who} بالحاضرين", "رحب س بالحاضرين", "رحبت س بالحاضرين", "رحب س بالحاضرين"),
        ("‹نوه› {who} بجهود …", "نوه س بجهود …", "نوهت س بجهود …", "نوه س بجهود …"),
        ("‹دعا› {who} إلى …", "دعا س إلى …", "دعت س إلى …", "دعا س إلى …"),
        (
            "‹عبر› {who} عن ‹انشغاله›",
            "عبر س عن انشغاله",
            "عبرت س عن انشغالها",
            "عبر س عن انشغالهم",
        ),
        (
            "وفي معرض ‹جوابه›، ‹أوضح› {who} أن",
            "وفي معرض جوابه، أوضح س أن",
            "وفي معرض جوابها، أوضحت س أن",
            "وفي معرض جوابهم، أوضح س أن",
        ),
    ],
)
def test_arabic_agrees_in_gender(text: str, masculine: str, feminine: str, several: str) -> None:
    assert filled(text, "ar", "س", "m") == masculine
    assert filled(text, "ar", "س", "f") == feminine
    assert filled(text, "ar", "س", "m", several=True) == several


@pytest.mark.parametrize(
    ("text", "one", "several"),
    [
        ("{who} ‹ouvre› les travaux", "Le chef ouvre les travaux", "Le chef ouvrent les travaux"),
        ("{who} ‹met› en évidence", "Le chef met en évidence", "Le chef mettent en évidence"),
        ("{who} ‹fait› état", "Le chef fait état", "Le chef font état"),
        (
            "{who} ‹exprime› ‹sa› préoccupation",
            "Le chef exprime sa préoccupation",
            "Le chef expriment leur préoccupation",
        ),
        (
            "En réponse, {who} ‹précise›",
            "En réponse, le chef précise",
            "En réponse, le chef précisent",
        ),
        ("{who} ‹sort›", "Le chef sort", "Le chef sortent"),
    ],
)
def test_french_agrees_in_number(text: str, one: str, several: str) -> None:
    assert filled(text, "fr", "le chef", "f") == one
    assert filled(text, "fr", "le chef", "f", several=True) == several


def test_nobody_is_a_blank() -> None:
    assert filled("‹قدم› {who} عرضا", "ar", "", "m") == "قدم … عرضا"
    assert filled("{who} ‹propose› de …", "fr", "", "m") == "… propose de …"


def test_a_comma_that_closes_a_name_is_not_doubled() -> None:
    assert filled("شكر {who}.", "ar", "السيد س، مهندس،", "m") == "شكر السيد س، مهندس."
    assert filled("{who}, présent", "fr", "M. X, chef,", "m") == "M. X, chef, présent"
