"""The front of typesetting text: runs in, lines out."""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.documents.typesetting import breaking, filling
from desktop_app.documents.typesetting.breaking import Chunk
from desktop_app.documents.typesetting.clean import clean, typeset
from desktop_app.documents.typesetting.levels import resolve
from desktop_app.documents.typesetting.model import Line, Piece, Run, TextStyle
from desktop_app.documents.typesetting.place import place

_PUT_IN = re.compile("[\u00a0\u202f\u2066-\u2069]")
"""All that `typeset` adds; other characters stand for one of the source each."""


def set_lines(
    runs: Sequence[Run],
    style: TextStyle,
    width: float,
    *,
    last_justified: bool = False,
    balanced: bool = False,
) -> tuple[Line, ...]:
    r"""Set text in a column.

    Args:
        runs: user text; ``\n`` begins a new line, and an empty line stays one.
        style: how it is set.
        width: of the column, in points.
        last_justified: also justify the last line, of text that goes on elsewhere.
        balanced: make all lines nearly as wide as each other, for titles.

    Returns:
        The lines from top to bottom, none wider than the column; none at all for text with
        nothing to be seen.
    """
    return _lines(tuple(runs), style, width, last_justified=last_justified, balanced=balanced)


@lru_cache(maxsize=1024)
def _lines(
    runs: tuple[Run, ...], style: TextStyle, width: float, *, last_justified: bool, balanced: bool
) -> tuple[Line, ...]:
    lines: list[Line] = []
    for words in _paragraphs(runs, style):
        if balanced:
            broken = filling.balanced(words, width)
        elif style.align == "justify":
            broken = filling.justified(words, width)
        else:
            broken = filling.ragged(words, width)
        for index, line in enumerate(broken):
            ends = index == len(broken) - 1 and not last_justified
            align = "start" if ends and style.align == "justify" else style.align
            lines.append(place(_pieces(line), width, align, style.direction))
    return tuple(lines) if any(line.pieces for line in lines) else ()


def natural_width(runs: Sequence[Run], style: TextStyle) -> float:
    """Measure text set without breaking: the width of its widest line, in points."""
    return max(map(filling.natural_width, _paragraphs(tuple(runs), style)), default=0)


def widest_word(runs: Sequence[Run], style: TextStyle) -> float:
    """Measure the widest part that is not divided: the narrowest column that takes the text."""
    return max(
        (word.width for words in _paragraphs(tuple(runs), style) for word in words), default=0
    )


def _pieces(line: Sequence[Chunk]) -> list[Piece]:
    found: list[Piece] = []
    for word in line:
        found += word.pieces
        found += word.space
    if line and line[-1].space:
        del found[-len(line[-1].space) :]
    return found


@lru_cache(maxsize=1024)
def _paragraphs(runs: tuple[Run, ...], style: TextStyle) -> tuple[tuple[Chunk, ...], ...]:
    """Do all that does not depend on the column's width, once for measuring and setting."""
    text, weights = _prepared(runs, style)
    base = 1 if style.direction == "rtl" else 0
    found: list[tuple[Chunk, ...]] = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        levels = resolve(part, base)
        words = breaking.chunks(part, levels, weights[start:end], style.language, style.size)
        found.append(tuple(words))
        start = end + 1
    return tuple(found)


def _prepared(runs: Sequence[Run], style: TextStyle) -> tuple[str, bytes]:
    """Join runs into clean, typeset text with a weight for each character."""
    parts = [(clean(run.text), bytes([run.bold or style.bold])) for run in runs]
    source = "".join([text for text, _ in parts])
    text = typeset(source, style.language)
    if len({weight for _, weight in parts}) < 2:
        return text, (parts[0][1] if parts else b"") * len(text)
    given = b"".join([weight * len(part) for part, weight in parts])
    weights = bytearray(given)
    put_in = 0
    for found in _PUT_IN.finditer(text):
        at = found.start()
        if not _stands_for(found[0], source[at - put_in : at - put_in + 1]):
            weights.insert(at, weights[max(at - 1, 0)])
            put_in += 1
    return text, bytes(weights)


def _stands_for(char: str, source: str) -> bool:
    return char == source or (char in "\u00a0\u202f" and source == " ")
