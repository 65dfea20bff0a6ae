"""Which face draws what."""

import pytest

from desktop_app.documents.typesetting import faces
from desktop_app.documents.typesetting.faces import (
    AMIRI,
    AMIRI_BOLD,
    BOX,
    FACES,
    GENTIUM,
    GENTIUM_BOLD,
    SYMBOLS2,
    TIFINAGH,
    Face,
    Language,
)


@pytest.mark.parametrize("face", FACES, ids=str)
def test_every_face_ships_as_truetype_with_its_own_name(face: Face) -> None:
    assert face.data[:4] == b"\0\1\0\0"
    assert face.hb_face.get_name(1).startswith(face.family)
    assert face.units_per_em in {1000, 2048}


@pytest.mark.parametrize(
    ("cluster", "language", "bold", "face"),
    [
        ("ب", "ar", False, AMIRI),
        ("a", "ar", False, AMIRI),
        ("7", "ar", True, AMIRI_BOLD),
        ("\u202f", "ar", False, AMIRI),
        ("a", "fr", False, GENTIUM),
        ("œ", "fr", True, GENTIUM_BOLD),
        ("\u202f", "fr", False, GENTIUM),
        ("ب", "fr", False, AMIRI),
        ("،", "fr", True, AMIRI_BOLD),
        ("بِ", "fr", False, AMIRI),
        ("№", "ar", True, GENTIUM_BOLD),
        ("ⵣ", "fr", False, TIFINAGH),
        ("ⵣ", "ar", True, TIFINAGH),
        ("☐", "fr", False, SYMBOLS2),
        (BOX, "ar", False, SYMBOLS2),
        ("≤", "ar", False, GENTIUM),
        ("漢", "fr", False, None),
        ("a\u064e", "ar", False, AMIRI),
    ],
)
def test_each_character_finds_its_face(
    cluster: str, language: Language, *, bold: bool, face: Face | None
) -> None:
    assert faces.face_for(cluster, language, bold=bold) is face


def test_the_text_faces_have_all_spaces_and_signs_of_both_languages() -> None:
    for face in (AMIRI, AMIRI_BOLD, GENTIUM, GENTIUM_BOLD):
        assert face.characters.issuperset(" \u00a0\u202f\u2007«»–—’…°€%()0123456789")


@pytest.mark.parametrize(
    ("face", "size", "leading", "baseline"), [(AMIRI, 13, 20, 13.185), (GENTIUM, 11, 15.5, 11.776)]
)
def test_baselines_are_those_of_the_look(
    face: Face, size: float, leading: float, baseline: float
) -> None:
    assert face.baseline_from_top(size, leading) == pytest.approx(baseline)


def test_arabic_inside_french_is_set_larger() -> None:
    assert faces.size_factor(AMIRI, "fr") == 1.15
    assert faces.size_factor(AMIRI, "ar") == 1
    assert faces.size_factor(GENTIUM, "fr") == 1
