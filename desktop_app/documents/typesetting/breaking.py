"""Where lines may end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, groupby
from operator import itemgetter
from typing import NamedTuple

from desktop_app.documents.typesetting.faces import Language
from desktop_app.documents.typesetting.model import Cluster, Piece
from desktop_app.documents.typesetting.shape import pieces

_WORD = re.compile("[^ ]+ ?")
_INNER_BREAK = re.compile("[/-](?<=[^\\W\\d_][/-])(?=[^\\W\\d_])")
_ADDRESS = re.compile("@|://|www\\.")
_BREAK_AFTER = "/?&.-@"
_NOT_FIRST = ":;!?»)]%‰°€؛؟،٪"
_NOT_LAST = "«(["
TOLERANCE = 0.001
"""How much too wide a line may come out of adding up its parts, in points."""


class Chunk(NamedTuple):
    """What is never divided between lines unless it is wider than one; logical order.

    Attributes:
        width: of its pieces.
        gaps: how many of them are spaces that justifying widens.
        space: what stands between it and the next on the same line; empty after a hyphen.
    """

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    space: tuple[Piece, ...]
    space_width: float


def _chunk_of(own: Sequence[Piece], space: tuple[Piece, ...]) -> Chunk:
    gaps = sum([piece.widens for piece in own])
    return Chunk(tuple(own), _width(own), gaps, space, _width(space))


def chunks(
    text: str, levels: bytes, weights: bytes, language: Language, size: float
) -> list[Chunk]:
    """Divide a paragraph without line feeds at its break opportunities."""
    found: list[Chunk] = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        own = word[0]
        if ("-" in own or "/" in own) and not _ADDRESS.search(own):
            for inner in _INNER_BREAK.finditer(text, start, end):
                cut = slice(start, inner.end())
                found.append(_chunk(text[cut], levels[cut], weights[cut], language, size))
                start = inner.end()
        found.append(_chunk(text[start:end], levels[start:end], weights[start:end], language, size))
    return [chunk for chunk in found if chunk.pieces]


@lru_cache(maxsize=4096)
def _chunk(text: str, levels: bytes, weights: bytes, language: Language, size: float) -> Chunk:
    found = pieces(text, levels, weights, language, size)
    end = len(found) - 1 if text[-1] == " " else len(found)
    own, space = found[:end], found[end:]
    return _chunk_of(own, space)


def _width(own: Sequence[Piece]) -> float:
    return sum([piece.width for piece in own])


def fitting(words: Iterable[Chunk], width: float) -> list[Chunk]:
    """Divide the chunks that are wider than a column; `width` in points."""
    found: list[Chunk] = []
    for word in words:
        if word.width <= width + TOLERANCE:
            found.append(word)
        else:
            found += _divided(word, width)
    return found


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
        while end < len(parts) and reached + _advance(parts[end]) <= width + TOLERANCE:
            reached += _advance(parts[end])
            end += 1
        divides = end < len(parts)
        end = _best_end(parts, end) if divides else end
        own = _joined(parts[:end])
        parts = list(dropwhile(lambda part: part[0].is_space, parts[end:]))
        if divides and own[-1].is_space:
            own = own[:-1]
        if own:
            yield _chunk_of(own, () if parts else word.space)


def _narrowed(piece: Piece, cluster: Cluster, width: float) -> Piece:
    """Set a cluster that is wider than the column smaller, so that it fits."""
    own = cluster.advance * piece.size / piece.face.units_per_em
    return piece if own <= width else piece._replace(size=piece.size * width / own)


def _advance(part: tuple[Piece, Cluster]) -> float:
    piece, cluster = part
    return cluster.advance * piece.size / piece.face.units_per_em


def _best_end(parts: _Part, end: int) -> int:
    """Find the last good place to divide, where the part at `end` no longer fits."""
    texts = [cluster.text for _, cluster in parts[: end + 2]]
    for place in range(len(texts) - 1, 1, -1):
        if (
            texts[place - 1] == "\u00a0"
            and texts[place][0] not in _NOT_FIRST
            and texts[place - 2][-1] not in _NOT_LAST
        ):
            return place
    for place in range(end, 0, -1):
        if texts[place - 1][-1] in _BREAK_AFTER:
            return place
    return end - 1 if end > 1 and parts[end][0].is_space else end


def _joined(parts: _Part) -> list[Piece]:
    """Put clusters of the same piece together again."""
    found: list[Piece] = []
    for piece, group in groupby(parts, key=itemgetter(0)):
        own = tuple(cluster for _, cluster in group)
        text = "".join(cluster.text for cluster in own)
        width = sum(cluster.advance for cluster in own) * piece.size / piece.face.units_per_em
        drawn = own[::-1] if piece.level % 2 else own
        found.append(piece._replace(text=text, clusters=drawn, width=width))
    return found
