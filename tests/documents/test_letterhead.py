from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.blocks import Fields, Header, Heading, Paragraph, Reference
from desktop_app.documents.letterhead import (
    Section,
    done,
    headed,
    header,
    numbered,
    place_date,
    present,
    reference,
)
from desktop_app.services.institution_data import HeaderMode, NumberingMode
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.samples import AR, BOTH, FR, INSTITUTION

DAY = date(2026, 3, 23)
TWO = replace(INSTITUTION, header_mode=HeaderMode.BILINGUAL, emblem=b"emblem")


@pytest.mark.parametrize(
    ("languages", "ar", "fr"),
    [(AR, True, False), (FR, False, True), (BOTH, True, True)],
    ids=["ar", "fr", "both"],
)
def test_text_header_speaks_the_languages_of_the_paper(
    languages: tuple[PaperLanguage, ...], ar: bool, fr: bool
) -> None:
    head = header(INSTITUTION, languages)
    assert bool(head.lines_ar) is ar
    assert bool(head.lines_fr) is fr
    assert head.emblem == b""


def test_bilingual_header_stands_on_a_paper_in_one_language() -> None:
    head = header(TWO, FR)
    assert head.lines_ar[0] == "المملكة المغربية"
    assert head.lines_fr[0] == "Royaume du Maroc"
    assert head.emblem == b"emblem"


def test_picture_header_holds_nothing_else_and_falls_back_to_text() -> None:
    pictured = replace(INSTITUTION, header_mode=HeaderMode.PICTURE, header_picture=b"png")
    dated = Bilingual("بني ملال في 23 مارس 2026")
    assert header(pictured, AR, dated) == Header(name="header", picture=b"png", place_date=dated)
    assert header(replace(pictured, header_picture=b""), AR).lines_ar


def test_a_paper_may_have_another_header_than_the_centre() -> None:
    assert headed(INSTITUTION, None) is INSTITUTION
    assert header(headed(INSTITUTION, HeaderMode.BILINGUAL), AR).lines_fr
    pictured = headed(INSTITUTION, b"picture")
    assert header(pictured, AR) == Header(name="header", picture=b"picture")
    assert header(headed(pictured, HeaderMode.TEXT), AR).lines_ar == INSTITUTION.header_ar


def test_a_header_in_the_other_language_is_better_than_none() -> None:
    assert header(replace(INSTITUTION, header_fr=()), FR).lines_ar
    assert header(replace(INSTITUTION, header_ar=()), AR).lines_fr


@pytest.mark.parametrize(
    ("mode", "number", "expected"),
    [
        (NumberingMode.PATTERN, "14/26", Reference(name="reference", number="14/26")),
        (NumberingMode.PATTERN, "", Reference(name="reference", number="/26", blank=True)),
        (NumberingMode.BLANK, "", Reference(name="reference", number="/26", blank=True)),
        (NumberingMode.NONE, "", None),
    ],
    ids=["numbered", "not yet", "by the registry", "never"],
)
def test_reference_is_a_number_a_leader_or_nothing(
    mode: NumberingMode, number: str, expected: Reference | None
) -> None:
    assert reference(replace(INSTITUTION, numbering=mode), number, DAY) == expected


def test_reference_of_no_year_leaves_the_year_to_the_hand() -> None:
    assert reference(INSTITUTION, "", None) == Reference(name="reference", number="/", blank=True)


@pytest.mark.parametrize(
    ("city", "day", "ar", "fr"),
    [
        (
            INSTITUTION.city,
            DAY,
            "بني ملال في 23 مارس 2026",
            "Béni Mellal, le 23 mars 2026",
        ),
        (
            INSTITUTION.city,
            None,
            "بني ملال في: ....................",
            "Béni Mellal, le ....................",
        ),
        (Bilingual(), DAY, "في 23 مارس 2026", "Le 23 mars 2026"),
        (Bilingual(), None, "في: ....................", "Le ...................."),
    ],
    ids=["dated", "by hand", "no city", "nothing"],
)
def test_place_and_date_of_a_letter(city: Bilingual, day: date | None, ar: str, fr: str) -> None:
    assert place_date(replace(INSTITUTION, city=city), day, BOTH) == Bilingual(ar, fr)


def test_the_foot_says_where_and_when() -> None:
    foot = done(INSTITUTION, DAY, BOTH)
    assert isinstance(foot, Paragraph)
    assert foot.text == Bilingual(
        "وحرر ببني ملال في 23 مارس 2026.", "Fait à Béni Mellal, le 23 mars 2026."
    )
    nowhere = done(replace(INSTITUTION, city=Bilingual()), date(2026, 9, 1), BOTH)
    assert isinstance(nowhere, Paragraph)
    assert nowhere.text == Bilingual("وحرر في فاتح شتنبر 2026.", "Fait le 1er septembre 2026.")


def test_the_foot_dated_by_hand_is_a_leader() -> None:
    foot = done(replace(INSTITUTION, blank_date=True), DAY, BOTH)
    assert isinstance(foot, Fields)
    ((leader,),) = foot.rows
    assert leader.label == Bilingual("وحرر ببني ملال في:", "Fait à Béni Mellal, le :")
    assert leader.width == 38


def test_sections_without_blocks_fall_out_and_the_rest_is_numbered() -> None:
    block = Paragraph(name="x", text=Bilingual("نص"))
    sections = [
        Section("a", Bilingual("الأول", "Premier"), ()),
        Section("b", Bilingual("الثاني", "Second"), (block,)),
        Section("c", Bilingual("الثالث", "Troisième"), present(None, block)),
    ]
    heads = [one for one in numbered(sections, BOTH) if isinstance(one, Heading)]
    assert [one.text.ar for one in heads] == ["أولا – الثاني", "ثانيا – الثالث"]
    assert [one.text.fr for one in heads] == ["I. Second", "II. Troisième"]
    assert [one.name for one in heads] == ["b.heading", "c.heading"]
