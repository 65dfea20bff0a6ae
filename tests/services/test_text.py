"""What becomes of text that comes in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.text import cleaned, is_damaged


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("محضر\tرقم", "محضر رقم"),
        ("a\x00b\x07c\x1fd\x7fe\x9ff\ufeffg\ufffeh\U0010ffffi", "abcdefghi"),
        ("  كلمة  \n", "كلمة"),
        ("ا\u0655", "إ"),
        ("<b>, a & b <name@example.org>", "<b>, a & b <name@example.org>"),
        ("\u2067رقم\u2069 x", "\u2067رقم\u2069 x"),
        ("\u202bرقم\u202c", "\u202bرقم\u202c"),
        ("\u2067رقم", "رقم"),
        ("رقم\u2069\u202c", "رقم"),
        ("\u2067a\u202bb\u2069c", "abc"),
        ("\u2067a\nb\u2069", "a\nb"),
        ("\u200f05\u200e", "\u200f05\u200e"),
    ],
)
def test_what_prints_nothing_is_taken_out(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_a_name_stands_on_one_line() -> None:
    assert cleaned("سلمى\r\nأيت وعلي\n", one_line=True) == "سلمى أيت وعلي"


def test_tabs_stay_where_they_part_cells() -> None:
    assert cleaned("\tرقم\tالاسم\n", tabs=True) == "\tرقم\tالاسم"


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_character_is_damage(text: str) -> None:
    assert is_damaged(text)
    assert not is_damaged("\U0001f600")


@given(st.text())
def test_cleaning_again_changes_nothing_and_nothing_invisible_is_left(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert not {c for c in once if unicodedata.category(c) == "Cc"} - {"\n"}
