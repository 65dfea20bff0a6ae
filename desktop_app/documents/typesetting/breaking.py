"""Where lines may end, and where they do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from desktop_app.documents.typesetting.faces import Language
from desktop_app.documents.typesetting.model import Cluster, Piece
from desktop_app.documents.typesetting.shape import pieces

SHORT_LAST_LINE = 12 * 72 / 25.4
"""A last line narrower than this gets one more word."""

_WORD = re.compile("[^ ]+ ?")
_INNER_BREAK = re.compile("[/-](?<=[^\\W\\d_][/-])(?=[^\\W\\d_])")
_ADDRESS = re.compile("@|://|www\\.")
_BREAK_AFTER = "/?&.-@"
_NOT_FIRST = ":;!?»)]%‰°€؛؟،٪"
_NOT_LAST = "«(["
_TOLERANCE = 0.001


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is never divided between lines unless it is wider than one; logical order.

    Attributes:
        space: what stands between it and the next on the same line; empty after a hyphen.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: tuple[Piece, ...] = ()
    space_width: float = 0


def chunks(
    text: str, levels: bytes, weights: bytes, language: Language, size: float
) -> list[Chunk]:
    """Divide a paragraph without line feeds at its break opportunities."""
    found: list[Chunk] = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        if ("-" in word[0] or "/" in word[0]) and not _ADDRESS.search(word[0]):
            for inner in _INNER_BREAK.finditer(text, start, end):
                cut = slice(start, inner.end())
                found.append(_chunk(text[cut], levels[cut], weights[cut], language, size))
                start = inner.end()
        found.append(_chunk(text[start:end], levels[start:end], weights[start:end], language, size))
    return [chunk for chunk in found if chunk.pieces]


@lru_cache(maxsize=8192)
def _chunk(text: str, levels: bytes, weights: bytes, language: Language, size: float) -> Chunk:
    found = pieces(text, levels, weights, language, size)
    end = len(found) - 1 if text[-1] == " " else len(found)
    own, space = found[:end], found[end:]
    return Chunk(own, _width(own), space, _width(space))


def _width(own: Sequence[Piece]) -> float:
    return sum([piece.width for piece in own])


def break_lines(words: Sequence[Chunk], width: float) -> list[list[Chunk]]:
    """Fill lines of a width in points one after the other; what is wider is divided."""
    lines: list[list[Chunk]] = []
    line: list[Chunk] = []
    reached = 0.0
    for whole in words:
        parts = (whole,) if whole.width <= width + _TOLERANCE else _divided(whole, width)
        for word in parts:
            if line and reached + word.width > width + _TOLERANCE:
                lines.append(line)
                line, reached = [], 0.0
            line.append(word)
            reached += word.width + word.space_width
    lines.append(line)
    return lines


def natural_width(line: Sequence[Chunk]) -> float:
    """Measure a line, without the space after its last chunk."""
    return sum([word.width + word.space_width for word in line]) - (
        line[-1].space_width if line else 0
    )


def balance(words: Sequence[Chunk], width: float) -> list[list[Chunk]]:
    """Break into as few lines as fit, all of nearly the same width."""
    lines = break_lines(words, width)
    low, high = width / (len(lines) + 1), width
    while high - low > 0.5:
        middle = (low + high) / 2
        tried = break_lines(words, middle)
        if len(tried) == len(lines) and max(map(natural_width, tried)) <= middle + _TOLERANCE:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def pull_down(lines: list[list[Chunk]], width: float) -> bool:
    """Give a last line under 12 mm the last chunk of the line before it, if that fits."""
    if len(lines) < 2 or len(lines[-2]) < 2 or width < 3 * SHORT_LAST_LINE:
        return False
    if natural_width(lines[-1]) >= SHORT_LAST_LINE:
        return False
    longer = [lines[-2][-1], *lines[-1]]
    if natural_width(longer) > width:
        return False
    lines[-2:] = [lines[-2][:-1], longer]
    return True


_Part = list[tuple[Piece, Cluster]]


def _divided(word: Chunk, width: float) -> Iterator[Chunk]:
    """Divide at a no-break space, else after a sign, else between any two clusters."""
    parts: _Part = []
    for piece in word.pieces:
        in_order = piece.clusters[::-1] if piece.level % 2 else piece.clusters
        for cluster in in_order:
            narrow = _narrowed(piece, cluster, width)
            parts.append((narrow, cluster))
    while parts:
        end, reached = 0, 0.0
        while end < len(parts) and reached + _advance(parts[end]) <= width + _TOLERANCE:
            reached += _advance(parts[end])
            end += 1
        end = end if end == len(parts) else _best_end(parts, end)
        own = _joined(parts[:end])
        parts = parts[end:]
        if parts:
            own = own[:-1] if own[-1].is_space and len(own) > 1 else own
            yield Chunk(tuple(own), _width(own))
        else:
            yield replace(word, pieces=tuple(own), width=_width(own))


def _narrowed(piece: Piece, cluster: Cluster, width: float) -> Piece:
    """Set a cluster that is wider than the column smaller, so that it fits."""
    own = cluster.advance * piece.size / piece.face.units_per_em
    return piece if own <= width else replace(piece, size=piece.size * width / own)


def _advance(part: tuple[Piece, Cluster]) -> float:
    piece, cluster = part
    return cluster.advance * piece.size / piece.face.units_per_em


def _best_end(parts: _Part, end: int) -> int:
    """Find the last good place to divide at or before `end`, at least one cluster in."""
    texts = [cluster.text for _, cluster in parts[: end + 1]]
    for place in range(end, 1, -1):
        if (
            texts[place - 1] == "\u00a0"
            and texts[place][0] not in _NOT_FIRST
            and texts[place - 2][-1] not in _NOT_LAST
        ):
            return place
    for place in range(end, 0, -1):
        if texts[place - 1][-1] in _BREAK_AFTER:
            return place
    return max(end, 1)


def _joined(parts: _Part) -> list[Piece]:
    """Put clusters of the same piece together again."""
    found: list[Piece] = []
    for piece, group in groupby(parts, key=itemgetter(0)):
        own = tuple(cluster for _, cluster in group)
        text = "".join(cluster.text for cluster in own)
        width = sum(cluster.advance for cluster in own) * piece.size / piece.face.units_per_em
        drawn = own[::-1] if piece.level % 2 else own
        found.append(replace(piece, text=text, clusters=drawn, width=width))
    return found
