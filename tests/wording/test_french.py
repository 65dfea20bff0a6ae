"""Sections 1.2 and 2: French elision, articles and spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.wording.french import bare, capital, elided, elides, no_break, que, with_article


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("il", "qu’il"),
        ("une école", "qu’une école"),
        ("onze écoles", "que onze écoles"),
        ("onzième", "que onzième"),
        ("huit écoles", "que huit écoles"),
        ("oui", "que oui"),
        ("8 écoles", "que 8 écoles"),
        ("« Massar »", "que « Massar »"),
        ("hébergement", "qu’hébergement"),
        ("Hébergement", "que Hébergement"),
        ("le centre", "que le centre"),
        ("uuid", "que uuid"),
        ("web", "que web"),
        ("y", "que y"),
        ("", "que "),
    ],
)
def test_que(text: str, joined: str) -> None:
    assert que(text) == joined


def test_other_words_that_lose_their_vowel() -> None:
    assert elided("se", "ouvrent") == "s’ouvrent"
    assert elided("ne", "aboutissent") == "n’aboutissent"
    assert with_article("atelier", "m") == "l’atelier"
    assert with_article("réunion", "f") == "la réunion"
    assert with_article("siège", "m") == "le siège"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("le siège de l’académie", "siège de l’académie"),
        ("l’école Ibn Sina", "école Ibn Sina"),
        ("les directions", "directions"),
        ("lettre la plus courte", "lettre la plus courte"),
        ("المركز", "المركز"),
    ],
)
def test_bare_takes_the_article_off_and_no_more(name: str, left: str) -> None:
    assert bare(name) == left


def test_capital_leaves_the_rest() -> None:
    assert capital("la cheffe du CRSI") == "La cheffe du CRSI"
    assert capital("élu") == "Élu"
    assert capital("") == ""


def test_no_break_spaces() -> None:
    assert no_break("Objet : « Notes » ; suite ?") == (
        "Objet\u00a0: «\u00a0Notes\u00a0»\u202f; suite\u202f?"
    )
    assert no_break("87,5 % à 9 h 30, n° 14/26, M. A et Mme B") == (
        "87,5\u202f% à 9\u00a0h\u00a030, n°\u00a014/26, M.\u00a0A et Mme\u00a0B"
    )


@given(st.text())
def test_no_break_changes_spaces_only(text: str) -> None:
    assert no_break(text).replace("\u00a0", " ").replace("\u202f", " ") == text.replace(
        "\u00a0", " "
    ).replace("\u202f", " ")


@given(st.text())
def test_elision_never_fails(text: str) -> None:
    assert elides(text) in {True, False}
