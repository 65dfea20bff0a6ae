"""What reads from left to right inside Arabic, held against Unicode's own algorithm."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.direction import FSI, LRI, PDI, bare, isolated, ltr, order_marks
from desktop_app.documents.typesetting.levels import reorder, resolve

ISOLATES = re.compile("[\u2066-\u2069]")
TOKENS = [
    "2025-2026", "0523-48-20-00", "+212523482000", "10:30-12:00", "09:30–12:30", "64%", "87,5%",
    "2026-04-22.pdf", "14-2026_v1.pdf", "2026-05-20_PV_14-2026_v1.pdf", "14/2026", "15/06/2026",
    "95,4", "2.1", "v2.1", "2.1.3-beta", "C++", "souad@exemple.ma", "https://exemple.ma/a/",
    "MASSAR", "26/b", "N°14/26", "-5", "−1", "1/2", "192.168.1.10", "14h–15h", "5+3", "50€",
    "Documents/Mahdar/2025-2026", "10×15", "S1-2", "05 23 48 20 00", "+212 5 23 48 20 00",
    "64 %", "2018 – 2019", "9:30 – 12:00", "1 250 000", "MASSAR 2018-2019", "MASSAR 2",
]  # fmt: skip
TURNED = ["2025-2026", "0523-48-20-00", "09:30–12:30", "64%", "2026-04-22.pdf", "05 23 48 20 00"]
PIECES = st.one_of(
    st.sampled_from([*TOKENS, "محضر", "نص،", " ", "-", "(", ")", "\n", "·", "و", LRI, FSI, PDI]),
    st.text(max_size=3),
)


def seen(text: str) -> str:
    """Give a line from left to right, as an eye meets it where lines run from the right."""
    return bare("".join(text[place] for place in reorder([*resolve(text, 1)])))


def balanced(text: str) -> bool:
    depth = 0
    for sign in ISOLATES.findall(text):
        depth += -1 if sign == PDI else 1
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_is_read_as_it_was_written(token: str) -> None:
    for line in (f"محضر {token} نص", f"محضر: {token}", f"{token}، نص", f"نص «{token}»", token):
        assert token in seen(isolated(line, right_to_left=True))


@pytest.mark.parametrize("token", TURNED)
def test_it_would_have_turned_over(token: str) -> None:
    assert token not in seen(f"محضر {token} نص")


@pytest.mark.parametrize("token", TURNED)
def test_inside_arabic_tokens_keep_their_order_in_a_french_window_too(token: str) -> None:
    assert isolated(f"محضر {token}", right_to_left=False) == f"محضر {ltr(token)}"


def test_a_file_name_in_arabic_keeps_its_day_and_its_ending_together() -> None:
    shown = isolated("محضر-ورشة-عمل-2026-04-22.pdf", right_to_left=True)
    assert seen(shown).startswith("2026-04-22.pdf")


def test_a_dash_after_a_word_is_no_sign_of_a_number() -> None:
    assert isolated("محضر-2026 و2025-2026", right_to_left=True) == f"محضر-2026 و{ltr('2025-2026')}"


def test_what_is_copied_bears_no_signs_of_direction() -> None:
    assert bare(f"\u200fمحضر {ltr('2025-2026')}") == "محضر 2025-2026"


def test_words_that_run_from_the_left_stay_one_sentence() -> None:
    assert isolated("Réunion (2).", right_to_left=True) == ltr("Réunion (2).")
    assert isolated("un\ndeux", right_to_left=True) == f"{ltr('un')}\n{ltr('deux')}"
    assert isolated("Réunion (2).", right_to_left=False) == "Réunion (2)."


def test_most_texts_stay_as_they_are() -> None:
    for text in ("ورشة عمل", "الأربعاء 20 ماي 2026", "محضر رقم 14/2026", "14", "", "·"):
        assert isolated(text, right_to_left=True) == text


def test_what_is_isolated_is_left_alone() -> None:
    for text in (ltr("MASSAR 2-1"), f"محضر {ltr('2-1')}", f"{FSI}محضر {ltr('2-1')}{PDI}"):
        assert isolated(text, right_to_left=True) == text


@given(st.lists(PIECES, max_size=12).map("".join), st.booleans())
def test_isolates_are_added_and_nothing_else(text: str, right_to_left: bool) -> None:
    shown = isolated(text, right_to_left=right_to_left)
    assert ISOLATES.sub("", shown) == ISOLATES.sub("", text)
    assert len(ISOLATES.findall(shown)) >= len(ISOLATES.findall(text))
    assert isolated(shown, right_to_left=right_to_left) == shown
    if balanced(text):
        assert balanced(shown)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("السنة 2025-2026", (6,)),
        ("هاتف 0523-48-20-00 من 10:30-12:00", (5, 22)),
        ("بنسبة 64 %", (6,)),
        ("قبل 15/06", ()),
        ("في MASSAR 2025-2026", ()),
        ("2025-2026 السنة", ()),
        ("Année 2025-2026", ()),
    ],
)
def test_what_is_typed_after_arabic_needs_a_mark_before_it(
    text: str, places: tuple[int, ...]
) -> None:
    assert order_marks(text) == places
