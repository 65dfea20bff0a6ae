"""Text into pieces of one level and one face, shaped by HarfBuzz and kept in a cache."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from desktop_app.documents.typesetting.faces import (
    BOX,
    SYMBOLS2,
    Face,
    Language,
    face_for,
    is_mark,
    size_factor,
    text_face,
)
from desktop_app.documents.typesetting.model import Cluster, Direction, Glyph, Piece

SPACES = " \u00a0\u202f\u2007"
_TOKEN = re.compile(f"[{SPACES}]|[^{SPACES}]+")
_IGNORED = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_MARKS = "[\u064b-\u0652\u0670]*"
_PLAIN_EXCEPT = re.compile(f"ل{_MARKS}[اأإآ]|ل{_MARKS}ل{_MARKS}ه")
_JOINERS = re.compile("[\u200c\u200d]+")
_SINGLE = re.compile("[\u200c\u200d]*.[\u200c\u200d]*", re.DOTALL)
_Span = tuple[str, int, Face]
_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


def features(text: str, face: Face) -> dict[str, list[tuple[int, int, int]]]:
    """Give the plain setting of Amiri as HarfBuzz features.

    Its contextual alternates stack letters and crowd dots, so they are off, but for lam-alef
    and the name of God, which fall apart without them.
    """
    if face.family != "Amiri":
        return {}
    ranges = [(*found.span(), 1) for found in _PLAIN_EXCEPT.finditer(text)]
    return {"calt": [(0, len(text), 0), *ranges]}


@lru_cache(maxsize=4096)
def shape(
    face: Face, direction: Direction, text: str, before: str = "", after: str = ""
) -> tuple[Cluster, ...]:
    """Shape text of one face and one direction.

    Args:
        face: that draws it all.
        direction: of its level.
        text: without direction marks; what the face lacks becomes its `BOX`, or its own sign
            for a missing glyph.
        before: what stands before it in the same word, to which its letters join.
        after: what stands after it.

    Returns:
        Its clusters from left to right; together they stand for all of `text`.
    """
    drawn = text
    if not face.characters.issuperset(text):
        drawn = "".join(c if c in face.characters or _JOINERS.match(c) else BOX for c in text)
    buffer = hb.Buffer()
    offset = len(before)
    buffer.add_str(before + drawn + after, offset, len(drawn))
    buffer.direction = direction
    buffer.language = "ar" if direction == "rtl" else "fr"
    buffer.guess_segment_properties()
    if buffer.script is None:
        buffer.script = "Arab" if direction == "rtl" else "Latn"
    buffer.flags = _FLAGS | hb.BufferFlags.BOT if is_mark(text[0]) and not before else _FLAGS
    ranges = {
        tag: [(start + offset, end + offset, value) for start, end, value in given]
        for tag, given in features(drawn, face).items()
    }
    hb.shape(face.hb_font, buffer, ranges)
    return _clusters(buffer, text, offset)


def _clusters(buffer: hb.Buffer, text: str, offset: int) -> tuple[Cluster, ...]:
    found: list[Cluster] = []
    shaped = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    groups = [
        (cluster - offset, list(group))
        for cluster, group in groupby(shaped, lambda pair: pair[0].cluster)
    ]
    starts = sorted(start for start, _ in groups)
    end_of = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    for start, group in groups:
        pen = 0
        glyphs: list[Glyph] = []
        for info, position in group:
            glyphs.append(Glyph(info.codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
        first = 0 if start == starts[0] else start  # what was invisible at the start goes along
        found.append(Cluster(text[first : end_of[start]], tuple(glyphs), pen))
    return tuple(found)


def pieces(
    text: str, levels: bytes, weights: bytes, language: Language, size: float
) -> tuple[Piece, ...]:
    """Divide text into pieces, in logical order.

    Args:
        text: of one paragraph, or a part of it.
        levels: of each character, by `levels.resolve`.
        weights: 1 for each bold character, else 0.
        language: chooses the faces.
        size: in points; Arabic inside French is set larger.
    """
    found: list[Piece] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if text[start] in SPACES:
            face = text_face(language, bold=weights[start] == 1)
            found.append(_piece(token[0], levels[start], face, size, is_space=True))
        else:
            found += _word(token[0], levels[start:end], weights[start:end], language, size)
    return tuple(found)


def _word(word: str, levels: bytes, weights: bytes, language: Language, size: float) -> list[Piece]:
    spans: list[_Span] = []
    for cluster, place in _graphemes(word):
        level, bold = levels[place], weights[place] == 1
        face = face_for(cluster, language, bold=bold)
        parts = [cluster] if face else _SINGLE.findall(cluster)
        for part in parts:
            chosen = face or face_for(part, language, bold=bold) or SYMBOLS2
            if spans and spans[-1][1:] == (level, chosen):
                spans[-1] = (spans[-1][0] + part, level, chosen)
            else:
                spans.append((part, level, chosen))
    found: list[Piece] = []
    texts = [part for part, _, _ in spans]
    around = zip(["", *texts], [*texts[1:], ""], strict=False)
    for (part, level, face), (before, after) in zip(spans, around, strict=False):
        own_size = size * size_factor(face, language)
        found.append(_piece(part, level, face, own_size, before=before, after=after))
    return [piece for piece in found if piece.clusters]


def _graphemes(word: str) -> Iterator[tuple[str, int]]:
    start = -1
    for place, char in enumerate(word):
        if _IGNORED.match(char):
            if start >= 0:
                yield word[start:place], start
            start = -1
        elif start < 0:
            start = place
        elif not is_mark(char) and not _JOINERS.fullmatch(word, start, place):
            yield word[start:place], start
            start = place
    if start >= 0:
        yield word[start:], start


def _piece(
    text: str,
    level: int,
    face: Face,
    size: float,
    *,
    before: str = "",
    after: str = "",
    is_space: bool = False,
) -> Piece:
    clusters = shape(face, "rtl" if level % 2 else "ltr", text, before, after)
    width = sum(cluster.advance for cluster in clusters) * size / face.units_per_em
    return Piece(text, level, face, size, clusters, width, is_space)
