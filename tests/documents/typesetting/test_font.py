"""What is in the file's fonts, read back from the file."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.documents.typesetting.faces import AMIRI, AMIRI_BOLD, GENTIUM, SYMBOLS2, Face
from desktop_app.documents.typesetting.font import EmbeddedFont
from desktop_app.documents.typesetting.model import Cluster, Glyph
from desktop_app.documents.typesetting.pdf import PdfDocument
from desktop_app.documents.typesetting.shape import shape
from tests.documents.readers import FontInFile, fonts
from tests.documents.typesetting.papers_for_tests import drawn, line_of, lines_of, set_page

ARABIC = "الحمد لله والصلاة على رسول الله وزارة الأكاديمية لأن الآباء بِسْمِ اللَّهِ كـــتاب"
FRENCH = "L’Académie AVATAR « Toute VA » œuvre office, 87,5 % ; n° 14"


def _file_of(face: Face, *words: tuple[Cluster, ...], level: int = 1) -> FontInFile:
    def draw(pdf: PdfDocument) -> None:
        with pdf.content(pdf.element("P")):
            pdf.draw_line(line_of(face, 12, *words, level=level), 60, 100)

    (font,) = fonts(drawn(draw))
    return font


def _spoken(font: FontInFile) -> list[str]:
    return [font.characters[code] for code in sorted(font.drawn)]


@pytest.mark.parametrize("text", [("ar", ARABIC), ("fr", FRENCH), ("ar", "MASSAR 2.0 في 12/3")])
def test_widths_are_those_of_the_program(text: tuple[str, str]) -> None:
    for font in fonts(set_page([text])):  # type: ignore[list-item]  # a language each
        assert font.drawn == set(font.widths) == set(font.characters)
        for code, width in font.widths.items():
            assert abs(width - font.advances[font.glyphs[code]]) <= 0.5


def test_widths_of_amiri_are_exact() -> None:
    (font,) = fonts(set_page([("ar", ARABIC)]))
    assert all(font.advances[font.glyphs[code]] == font.widths[code] for code in font.drawn)


def test_every_code_stands_for_one_character_of_the_text() -> None:
    (font,) = fonts(set_page([("ar", ARABIC)]))
    assert set(font.characters.values()) == set(unicodedata.normalize("NFC", ARABIC))


def test_a_lam_alef_is_drawn_once_and_found_as_two_letters() -> None:
    ligature = AMIRI.hb_font.get_nominal_glyph(ord("ﻻ"))
    font = _file_of(AMIRI, (Cluster("لا", (Glyph(ligature, 0, 0),), 601),))
    assert _spoken(font) == ["ا", "ل"]
    assert font.widths == {1: 300, 2: 301}


def test_a_mark_takes_a_sliver_of_its_letter() -> None:
    (vocalised,) = shape(AMIRI, "rtl", "بَّ")
    font = _file_of(AMIRI, (vocalised,))
    assert sorted(_spoken(font)[:2]) == sorted("\u064e\u0651")
    assert _spoken(font)[2] == "ب"
    assert [font.widths[1], font.widths[2]] == [20, 20]
    assert sum(font.widths.values()) == vocalised.advance


def test_in_french_the_letter_comes_before_what_is_added() -> None:
    cluster = Cluster("e\u0301", shape(GENTIUM, "ltr", "é")[0].glyphs, 1000)
    font = _file_of(GENTIUM, (cluster,), level=0)
    assert _spoken(font) == ["e", "\u0301"]


def test_no_break_spaces_are_found_as_the_space_that_is_typed() -> None:
    for font in fonts(set_page([("fr", "10\u00a0h\u00a030\u202f!"), ("ar", "12\u00a0مارس")])):
        assert not set(font.characters.values()) & set("\u00a0\u202f")


def test_format_characters_alone_draw_nothing() -> None:
    assert EmbeddedFont(AMIRI).encode((Cluster("\u200c", (), 0),), 1).shown == ""


def test_a_format_character_with_a_width_is_a_space() -> None:
    cluster = Cluster("\u200b", (Glyph(1, 0, 0),), 300)
    assert _spoken(_file_of(AMIRI, (cluster,))) == [" "]


def test_the_sign_over_a_number_is_kept() -> None:
    font = _file_of(AMIRI, shape(AMIRI, "ltr", "\u06dd"), level=2)
    assert _spoken(font) == ["\u06dd"]


def test_a_missing_glyph_is_drawn_but_never_as_glyph_0() -> None:
    cluster = Cluster("\u4e2d", (Glyph(0, 0, 0),), 364)
    font = _file_of(AMIRI, (cluster,), level=0)
    assert font.glyphs[1] != 0
    assert _spoken(font) == ["中"]


def test_a_character_beyond_the_first_plane_is_found() -> None:
    assert _spoken(_file_of(SYMBOLS2, shape(SYMBOLS2, "ltr", "🖂"), level=0)) == ["🖂"]


def test_kerning_that_steps_back_leaves_the_next_letter_at_its_place() -> None:
    font = EmbeddedFont(AMIRI)
    glyph = AMIRI.hb_font.get_nominal_glyph(ord("ا"))
    coded = font.encode((Cluster("ا", (Glyph(glyph, 0, 0),), -120),), 1)
    assert coded.width == -120
    assert coded.shown == "0001>120<"


def test_more_than_a_hundred_characters_are_mapped() -> None:
    letters = [chr(c) for c in range(0xAE, 0x17F) if chr(c) in GENTIUM.characters]
    font = _file_of(GENTIUM, *(shape(GENTIUM, "ltr", c) for c in letters), level=0)
    assert len(letters) > 200
    assert _spoken(font) == letters


def test_regular_and_bold_are_two_fonts() -> None:
    names = {_file_of(face, shape(face, "rtl", "محضر")).name for face in (AMIRI, AMIRI_BOLD)}
    tags = {name.split("+")[0] for name in names}
    assert {name.split("+")[1] for name in names} == {"Amiri-Regular", "Amiri-Bold"}
    assert all(len(tag) == 7 and tag[1:].isalpha() and tag[1:].isupper() for tag in tags)


@given(
    text=st.text("ابتلهمك ءأإآلاىةؤئ\u064b\u064e\u0651\u0652\u0670ـ", min_size=1, max_size=12),
    upright=st.booleans(),
)
@example(text="\u064e", upright=True)
def test_codes_are_as_wide_as_the_word(text: str, upright: bool) -> None:
    face = AMIRI_BOLD if upright else AMIRI
    font = EmbeddedFont(face)
    for word in text.split():
        clusters = shape(face, "rtl", word)
        coded = font.encode(clusters, 1)
        assert coded.width == sum(cluster.advance for cluster in clusters)
        assert font.encode(clusters, 1) is coded


@given(
    text=st.text(
        st.one_of(st.characters(), st.sampled_from("بلا\u0651\u064e الله é(12)")), max_size=30
    )
)
@settings(max_examples=60)
def test_whatever_is_drawn_is_found_and_as_wide_as_it_says(text: str) -> None:
    wanted = {c for line in lines_of("ar", text) for c in line.text if c.isalpha()}
    found: set[str] = set()
    for font in fonts(set_page([("ar", text)])):
        assert font.drawn <= set(font.characters)
        assert 0 not in {font.glyphs[code] for code in font.drawn}
        for code in font.drawn:
            assert abs(font.widths[code] - font.advances[font.glyphs[code]]) <= 0.5
        found |= set(font.characters.values())
    assert wanted <= found
