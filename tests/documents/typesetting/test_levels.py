"""Unicode's own tests of the bidirectional algorithm, whole."""

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.levels import classes_of, reorder, resolve

DATA = Path(__file__).parents[2] / "data" / "unicode"
PARTS = [
    pytest.param(range(1), id="with coverage"),
    *(
        pytest.param(range(n, n + 13), marks=pytest.mark.no_cover, id=f"part {n}")
        for n in range(1, 79, 13)
    ),
]
"""Unequal parts of each file's lines: one is enough to walk every line of ours."""

CHARACTER_OF = {
    "L": "a", "R": "\u05d0", "AL": "\u0628", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "%",
    "CS": ",", "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


def _lines(name: str) -> Iterator[str]:
    with lzma.open(DATA / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
        yield from file


def _trailing_spaces_at_base(text: str, levels: bytes, base: int) -> list[int]:
    """Rule L1, which only a line that ends in spaces needs."""
    found = list(levels)
    for run in re.finditer("[Wlriqefghpb]*(?:[BS]|$)", classes_of(text)):
        found[run.start() : run.end()] = [base] * (run.end() - run.start())
    return found


def _first_strong(classes: list[str]) -> int:
    """Rules P2 and P3 over class names."""
    depth = 0
    for one in classes:
        if one in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif one == "PDI":
            depth = max(depth - 1, 0)
        elif one in {"L", "R", "AL"} and not depth:
            return int(one != "L")
    return 0


def _agrees(
    text: str, direction: int | None, base: int, levels: list[str], order: list[int]
) -> bool:
    found = _trailing_spaces_at_base(text, resolve(text, direction), base)
    kept = [place for place, level in enumerate(levels) if level != "x"]
    return [found[place] for place in kept] == [int(levels[place]) for place in kept] and [
        kept[place] for place in reorder([found[place] for place in kept])
    ] == order


@pytest.mark.parametrize("part", PARTS)
def test_bidi_test_of_unicode(part: range) -> None:
    levels: list[str] = []
    order: list[int] = []
    cases = number = 0
    wrong: list[str] = []
    for line in _lines("BidiTest"):
        if line.startswith("@Levels:"):
            levels = line.split()[1:]
        elif line.startswith("@Reorder:"):
            order = [int(place) for place in line.split()[1:]]
        elif line[0] not in "#@\n":
            number += 1
            if number % 79 not in part:
                continue
            classes, _, bits = line.partition(";")
            names = classes.split()
            text = "".join([CHARACTER_OF[name] for name in names])
            for bit, direction in ((1, None), (2, 0), (4, 1)):
                if not int(bits, 16) & bit:
                    continue
                cases += 1
                base = _first_strong(names) if direction is None else direction
                if not _agrees(text, direction, base, levels, order):
                    wrong.append(f"{line.strip()} at {direction}")
    assert cases > 9_000 * len(part)
    assert wrong == []


@pytest.mark.parametrize("part", PARTS)
def test_bidi_character_test_of_unicode(part: range) -> None:
    cases = 0
    wrong: list[str] = []
    for number, line in enumerate(_lines("BidiCharacterTest")):
        if line[0] in "#\n" or number % 79 not in part:
            continue
        cases += 1
        codes, direction, base, levels, order = line.strip().split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        given_direction = None if direction == "2" else int(direction)
        places = [int(place) for place in order.split()]
        if not _agrees(text, given_direction, int(base), levels.split(), places):
            wrong.append(line.strip())
    assert cases > 1_000 * len(part)
    assert wrong == []


@pytest.mark.parametrize(
    ("char", "letter"),
    [
        ("\u05ff", "R"),
        ("\u07bb", "A"),
        ("\u20cf", "%"),
        ("\U0001eeff", "R"),
        ("\u0378", "L"),
        ("\U00010e60", "N"),
    ],
)
def test_a_character_not_assigned_yet_has_the_class_of_its_block(char: str, letter: str) -> None:
    assert classes_of(char) == letter


def test_levels_deeper_than_the_standard_allows_stay_below_its_limit() -> None:
    text = "\u2067\u2066" * 200 + "\u202ca" + "\u202b\u202a" * 200 + "b"
    assert max(resolve(text, 0)) <= 126


def test_more_open_brackets_than_the_standard_counts_are_left_alone() -> None:
    text = "(" * 70 + "ا" + ")" * 70
    assert set(resolve(text, 0)) <= {0, 1}


@given(st.text(alphabet="abاب 1٢(),.-+%\u064b\u2066\u2067\u2069\u202b\u202e\u202c", max_size=40))
def test_every_character_gets_a_level_and_a_place(text: str) -> None:
    levels = resolve(text, 1)
    assert len(levels) == len(text)
    assert sorted(reorder(levels)) == list(range(len(text)))


@given(st.text(alphabet="اب بِ.،:؛؟!?()«»/'’\"–…-\u00a0\u202f", max_size=30))
def test_the_short_way_for_all_arabic_text_gives_the_long_way_s_levels(text: str) -> None:
    long_way = resolve(f"{text} a", 1)[: len(text)]
    assert resolve(text, 1) == b"\1" * len(text)
    assert long_way == resolve(text, 1)


@given(st.text(alphabet="abé 1.,:;!?()«»/'’\"–…-%+\u00a0\u202f", max_size=30))
def test_the_short_way_for_text_without_arabic_gives_the_long_way_s_levels(text: str) -> None:
    assert resolve(f"{text} a ب", 0)[: len(text)] == resolve(text, 0) == bytes(len(text))


@pytest.mark.parametrize(("opening", "closing"), [("\u202b", "\u202c"), ("\u2067", "\u2069")])
def test_what_was_opened_too_deep_to_count_is_closed_all_the_same(
    opening: str, closing: str
) -> None:
    text = opening * 130 + "\u05d0" + closing * 130 + "a"
    assert resolve(text, 0)[-1] == 0


def test_embeddings_do_not_close_in_an_isolate_too_deep_to_count() -> None:
    text = "\u2067" * 130 + "\u202b\u202c" + "\u05d0" + "\u2069" * 130 + "a"
    assert resolve(text, 0)[-1] == 0


def test_a_mark_on_a_bracket_goes_where_the_bracket_goes() -> None:
    text = "\u05d0(\u05d0)\u0300 a"
    assert list(resolve(text, 0)) == [1, 1, 1, 1, 1, 0, 0]
