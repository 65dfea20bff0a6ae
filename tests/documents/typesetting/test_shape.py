"""Shaping held against HarfBuzz's own program, and words against whole paragraphs."""

import re
import subprocess
from collections import defaultdict

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.faces import (
    AMIRI,
    AMIRI_BOLD,
    FACES,
    GENTIUM,
    GENTIUM_BOLD,
    SYMBOLS2,
    TIFINAGH,
    Face,
)
from desktop_app.documents.typesetting.model import Cluster, Direction
from desktop_app.documents.typesetting.shape import features, pieces, shape
from resources import resource
from tests.programs import program

ARABIC = """
عقدت الأكاديمية الجهوية للتربية والتكوين لجهة بني ملال خنيفرة لقاء تواصليا حول منظومة مسار
برسم الموسم الدراسي الحالي، وحضره رئيس المركز ومشاركون من مديريات الجهة؛ الحمد لله والله ولي
التوفيق. الإعلام والآفاق: (المركز) «وزارة التربية» رئيس اللجنة [التربوية] مُحَمَّدٌ رَسُولُ اللَّهِ
تتبع ريع ورود الأزرار والأوراق لأن لإنّ لآن بلاغ إلى أولياء الأمور ومسؤولي المؤسسات، هل تم؟
كـــتاب هـ ﷺ ڭلميم گرسيف ڤاس شؤون رؤوس الأسئلة بالمئة ٢٠٢٦ بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيمِ
المجلس الحجج المحتج لمحمد بمحضر تمنح نجح يحيى عليهم كلها فيها ستستقبلكم لَا لًا الَّذِي
"""
FRENCH = """
L’Académie régionale d’éducation et de formation, Béni Mellal-Khénifra : « MASSAR » s’est tenu à
9 h 30 ; AVERTISSEMENT To Ty Wa Va Yves A V A W Y T (fi fl ffi) œuvre, n° 19-045 [12,5 %] ça où
Noël naïf Élève À É Ç Œ — – … 1 250 € 2018-2019 05 23 48 20 00 contact@exemple.ma www.exemple.ma
"""
DIRECTIONS: tuple[tuple[str, Direction], ...] = ((ARABIC, "rtl"), (FRENCH, "ltr"))
SETTINGS: list[tuple[Face, str, Direction]] = [
    *((face, text, direction) for face in (AMIRI, AMIRI_BOLD) for text, direction in DIRECTIONS),
    (GENTIUM, FRENCH, "ltr"),
    (GENTIUM_BOLD, FRENCH, "ltr"),
]

Drawn = list[tuple[int, int, int]]


def _as_features(text: str, face: Face) -> str:
    given_ranges = features(text, face).get("calt", [])
    return ",".join(f"calt[{start}:{end}]={value}" for start, end, value in given_ranges)


def _hb_shape(face: Face, direction: Direction, words: list[str]) -> dict[str, Drawn]:
    """Shape words by HarfBuzz's program: glyph and place in its line, in units of the em."""
    by_features: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_features[_as_features(word, face)].append(word)
    found: dict[str, Drawn] = {}
    for wanted, group in by_features.items():
        script = ["--script=Arab", "--language=ar"]
        if direction == "ltr":
            script = ["--script=Latn", "--language=fr"]
        answer = subprocess.run(
            [program("hb-shape"), "--no-glyph-names", "--no-clusters",
             "--remove-default-ignorables", f"--direction={direction}", *script,
             f"--features={wanted}", str(resource(face.path)), "--text-file=-"],
            input="\n".join(group), capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        for word, line in zip(group, answer.stdout.splitlines(), strict=True):
            found[word] = _read(line)
    return found


def _read(line: str) -> Drawn:
    found: Drawn = []
    pen = 0
    for glyph in line.strip("[]").split("|"):
        parts = re.fullmatch(r"(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)", glyph)
        assert parts, glyph
        found.append((int(parts[1]), pen + int(parts[2] or 0), int(parts[3] or 0)))
        pen += int(parts[4])
    return [*found, (-1, pen, 0)]


def _drawn(clusters: tuple[Cluster, ...]) -> Drawn:
    found: Drawn = []
    pen = 0
    for cluster in clusters:
        found += [(glyph.id, pen + glyph.x, glyph.y) for glyph in cluster.glyphs]
        pen += cluster.advance
    return [*found, (-1, pen, 0)]


@pytest.mark.parametrize(("face", "text", "direction"), SETTINGS)
def test_glyphs_and_places_are_those_of_harfbuzz_itself(
    face: Face, text: str, direction: Direction
) -> None:
    words = list(dict.fromkeys(text.split()))
    theirs = _hb_shape(face, direction, words)
    assert {word: _drawn(shape(face, direction, word)) for word in words} == theirs


@pytest.mark.parametrize(("face", "text", "direction"), SETTINGS)
def test_words_shaped_alone_stand_as_in_the_whole_paragraph(
    face: Face, text: str, direction: Direction
) -> None:
    paragraph = " ".join(text.split())
    tokens = re.findall(" |[^ ]+", paragraph)
    in_order = tokens[::-1] if direction == "rtl" else tokens
    alone = tuple(cluster for token in in_order for cluster in shape(face, direction, token))
    assert _drawn(alone) == _drawn(shape(face, direction, paragraph))


def _glyphs(text: str, face: Face = AMIRI) -> list[int]:
    return [glyph.id for cluster in shape(face, "rtl", text) for glyph in cluster.glyphs]


@pytest.mark.parametrize("face", [AMIRI, AMIRI_BOLD])
@pytest.mark.parametrize("word", ["لا", "بلأن", "لإ", "لَآ", "لله", "الله", "وَاللَّهِ"])
def test_lam_alef_and_the_name_of_god_are_drawn_as_the_face_means_them(
    face: Face, word: str
) -> None:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer)
    assert _glyphs(word, face) == [info.codepoint for info in buffer.glyph_infos]


def test_plain_setting_does_not_stack_letters() -> None:
    heights = [glyph.y for cluster in shape(AMIRI, "rtl", "المجلس") for glyph in cluster.glyphs]
    assert heights == [0] * len(heights)
    assert len(_glyphs("تتبع")) == 4


def test_brackets_are_mirrored_from_right_to_left() -> None:
    assert _glyphs("(")[0] == shape(AMIRI, "ltr", ")")[0].glyphs[0].id
    assert _glyphs("[")[0] == shape(AMIRI, "ltr", "]")[0].glyphs[0].id


@given(st.sampled_from(FACES), st.sampled_from(["rtl", "ltr"]), st.text(min_size=1, max_size=12))
def test_clusters_stand_for_the_whole_text_in_order(
    face: Face, direction: Direction, text: str
) -> None:
    clusters = shape(face, direction, text)
    in_order = clusters[::-1] if direction == "rtl" else clusters
    assert "".join(cluster.text for cluster in in_order) in {text, ""}
    assert all(cluster.text and cluster.glyphs for cluster in clusters)


def test_a_mark_without_a_letter_is_seen_on_a_dotted_circle() -> None:
    (cluster,) = shape(AMIRI, "rtl", "\u064e")
    assert cluster.text == "\u064e"
    assert cluster.advance > 0
    assert len(cluster.glyphs) == 2


def test_a_character_that_no_face_has_is_a_box() -> None:
    (piece,) = pieces("漢", b"\0", b"\0", "fr", 11)
    (cluster,) = piece.clusters
    assert piece.face is SYMBOLS2
    assert cluster.text == "漢"
    assert cluster.glyphs[0].id == SYMBOLS2.hb_font.get_nominal_glyph(ord("□"))


def test_a_mark_that_no_face_has_leaves_its_letter_readable() -> None:
    found = pieces("a\U0001e8d0", b"\0\0", b"\0\0", "fr", 11)
    assert [(piece.text, piece.face) for piece in found] == [
        ("a", GENTIUM),
        ("\U0001e8d0", SYMBOLS2),
    ]


def test_marks_follow_the_face_and_weight_of_their_letter() -> None:
    found = pieces("aِبِ", b"\0\0\1\1", b"\1\0\0\1", "ar", 13)
    assert [(piece.text, piece.face) for piece in found] == [("aِ", AMIRI_BOLD), ("بِ", AMIRI)]


@pytest.mark.parametrize("word", ["لفاطمة", "والسيد", "بِمُحَمَّد"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_letters_join_across_a_change_of_weight(word: str, cut: int) -> None:
    levels = b"\1" * len(word)
    weights = bytes(cut) + b"\1" * (len(word) - cut)
    regular, bold = pieces(word, levels, weights, "ar", 13)
    (whole,) = pieces(word, levels, bytes(len(word)), "ar", 13)
    (whole_bold,) = pieces(word, levels, b"\1" * len(word), "ar", 13)
    in_order = [cluster.glyphs for cluster in regular.clusters[::-1]]
    assert in_order == [cluster.glyphs for cluster in whole.clusters[::-1]][: len(in_order)]
    in_order = [cluster.glyphs for cluster in bold.clusters]
    assert in_order == [cluster.glyphs for cluster in whole_bold.clusters][: len(in_order)]


def test_pieces_part_at_faces_levels_weights_and_spaces() -> None:
    text = "وMASSAR\u00a0ⵣ ب"
    levels = bytes([1, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1])
    weights = bytes([0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0])
    found = pieces(text, levels, weights, "ar", 13)
    assert [(piece.text, piece.face, piece.level, piece.is_space) for piece in found] == [
        ("و", AMIRI, 1, False),
        ("MAS", AMIRI, 2, False),
        ("SAR", AMIRI_BOLD, 2, False),
        ("\u00a0", AMIRI, 1, True),
        ("ⵣ", TIFINAGH, 1, False),
        (" ", AMIRI, 1, True),
        ("ب", AMIRI, 1, False),
    ]


def test_a_joiner_before_a_letter_shapes_it_and_stays_in_the_text() -> None:
    (joined,) = pieces("\u200dه", b"\1\1", b"\0\0", "ar", 13)
    (alone,) = pieces("ه", b"\1", b"\0", "ar", 13)
    assert joined.text == joined.clusters[0].text == "\u200dه"
    assert joined.clusters[0].glyphs != alone.clusters[0].glyphs


def test_direction_marks_give_no_glyph() -> None:
    found = pieces("\u2066ab\u2069\u200f", bytes(5), bytes(5), "fr", 11)
    assert [piece.text for piece in found] == ["ab"]
    assert pieces("\u200f", b"\1", b"\0", "ar", 13) == ()


def test_width_is_in_points_and_arabic_inside_french_is_larger() -> None:
    (french,) = pieces("n", b"\0", b"\0", "fr", 20)
    (alone,) = pieces("ب", b"\1", b"\0", "ar", 20)
    (inside,) = pieces("ب", b"\1", b"\0", "fr", 20)
    assert french.width == pytest.approx(french.clusters[0].advance * 20 / 2048)
    assert inside.size == pytest.approx(23)
    assert inside.width == pytest.approx(alone.width * 1.15)
