"""Folded text and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.folding import Folded, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("إلى غايـة", "الي غايه"),
        ("ٱلأكاديمية", "الاكاديميه"),
        ("قَبْلَ", "قبل"),
        ("٢٢/٠٥", "22/05"),
        ("Déc.\u00a0 d’ici", "dec. d'ici"),
        ("a\u200eb", "ab"),
        ("a\r\nb", "a\n\nb"),
        ("\ufe8e\ufefb \ufe94", "الا ه"),
        ("Œuvre ŒDÈME Straße", "oeuvre oedeme strasse"),
        ("ڭلميم أݣادير", "كلميم اكادير"),
        ("مؤسسة شُؤُون مدى", "موسسه شوون مدي"),
    ],
)
def test_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(min_size=1))
def test_every_letter_knows_its_place(text: str) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert folded.text[place] in fold(text[start])
        assert not fold(text[start + 1 : end])


def test_a_piece_keeps_the_signs_over_its_last_letter() -> None:
    text = "يوم قَبْلُ ذلك"
    start, end = Folded(text).span(4, 7)
    assert text[start:end] == "قَبْلُ"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
