"""A TrueType program cut to the glyphs in use, with new glyphs composed from them.

HarfBuzz makes the subset; the composed glyphs are appended to it as TrueType composites
(OpenType specification, tables glyf, loca, hmtx, hhea, maxp, head).
"""

import struct
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.documents.typesetting.model import Glyph

# Of a CIDFontType2 program a reader needs these alone (ISO 32000-1, 9.9).
_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_WORDS, _XY_VALUES, _MORE_COMPONENTS = 0x0001, 0x0002, 0x0020
_CHECKSUM_MAGIC = 0xB1B0AFBA

Box = tuple[int, int, int, int]
"""xMin, yMin, xMax, yMax in units of the em."""


class Composed(NamedTuple):
    """A glyph made of others, or an empty one; units of the em.

    Attributes:
        parts: with offsets from the new glyph's origin.
        advance: written into hmtx; never negative.
    """

    parts: tuple[Glyph, ...]
    advance: int


class Program(NamedTuple):
    """A font program and where its glyphs are.

    Attributes:
        ids: new glyph number by the face's own, for the plain glyphs.
        first_composed: number of the first composed glyph; the others follow in their order.
        bounds: of all glyphs; ascent, descent as in hhea.
    """

    data: bytes
    ids: dict[int, int]
    first_composed: int
    bounds: Box
    ascent: int
    descent: int


def build(face: hb.Face, plain: set[int], composed: Sequence[Composed]) -> Program:
    """Cut a face to the plain glyphs and the parts of the composed ones, and append these.

    Args:
        face: a TrueType face.
        plain: glyph numbers of the face that are drawn as they are.
        composed: in the order of their new numbers.
    """
    wanted = hb.SubsetInput()
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.glyph_set.update(plain | {part.id for glyph in composed for part in glyph.parts})
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode(), "big") for tag in face.table_tags if tag not in _TABLES
    )
    plan = hb.SubsetPlan(face, wanted)
    cut = plan.execute()
    ids = dict(plan.old_to_new_glyph_mapping)
    tables = {tag: cut.reference_table(tag).data for tag in _TABLES}
    glyphs = _Glyphs(tables, ids, _measured(face))
    for new in composed:
        glyphs.append(new)
    tables.update(glyphs.tables())
    ascent, descent = struct.unpack_from(">hh", tables["hhea"], 4)
    return Program(_assemble(tables), ids, glyphs.count, glyphs.bounds, ascent, descent)


class _Extent(NamedTuple):
    """What maxp counts of a glyph; a simple one has no parts and no depth."""

    points: int = 0
    contours: int = 0
    parts: int = 0
    depth: int = 0


class _Measures(NamedTuple):
    """What the tables say of a glyph; without ink its box is nothing."""

    advance: int
    bearing: int
    box: Box = (0, 0, 0, 0)
    extent: _Extent = _Extent()


@lru_cache(maxsize=8)
def _measured(face: hb.Face) -> dict[int, _Measures]:  # noqa: ARG001 - each face has its own
    """Keep the measures of a face's glyphs for its next subset, in which they are the same."""
    return {}


class _Glyphs:
    """The glyphs of a subset, to which composed ones are appended.

    Args:
        tables: of the subset.
        ids: of its glyphs, by the face's own.
        known: measures by the face's own numbers; those that are missing are added.
    """

    def __init__(
        self, tables: dict[str, bytes], ids: dict[int, int], known: dict[int, _Measures]
    ) -> None:
        self._tables = tables
        self._ids = ids
        self.count: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
        self._data = self._read_data()
        if not known.keys() >= ids.keys():
            read = list(map(self._read_measures, range(self.count), self._read_metrics()))
            known.update((own, read[new]) for own, new in ids.items())
        self._measures = [known[own] for own, _ in sorted(ids.items(), key=itemgetter(1))]

    def _read_data(self) -> list[bytes]:
        """The glyf table, cut at the offsets of loca."""
        loca: Sequence[int]
        if struct.unpack_from(">h", self._tables["head"], 50)[0]:
            loca = struct.unpack(f">{self.count + 1}I", self._tables["loca"])
        else:
            halves = struct.unpack(f">{self.count + 1}H", self._tables["loca"])
            loca = [2 * half for half in halves]
        glyf = self._tables["glyf"]
        return [glyf[start:end] for start, end in pairwise(loca)]

    def _read_metrics(self) -> list[tuple[int, int]]:
        """Advance and left side bearing of each glyph; trailing glyphs share an advance."""
        hmtx = self._tables["hmtx"]
        full: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
        metrics: list[tuple[int, int]] = list(struct.iter_unpack(">Hh", hmtx[: 4 * full]))
        bearings = struct.unpack(f">{self.count - full}h", hmtx[4 * full :])
        return metrics + [(metrics[-1][0], bearing) for bearing in bearings]

    def _read_measures(self, glyph: int, metric: tuple[int, int]) -> _Measures:
        data = self._data[glyph]
        if not data:
            return _Measures(*metric)
        left, low, right, high = struct.unpack_from(">4h", data, 2)
        return _Measures(*metric, (left, low, right, high), self._extent(glyph))

    def _extent(self, glyph: int) -> _Extent:
        """Count a glyph's points, contours and levels."""
        data = self._data[glyph]
        if not data:
            return _Extent()
        contours: int = struct.unpack_from(">h", data)[0]
        if contours > 0:
            last: int = struct.unpack_from(">H", data, 8 + 2 * contours)[0]
            return _Extent(last + 1, contours)
        return _together([self._extent(part) for part in _component_ids(data)])

    def append(self, new: Composed) -> None:
        """Add a glyph; parts without ink are left out."""
        numbered = [(self._ids[part.id], part.x, part.y) for part in new.parts]
        parts = [part for part in numbered if self._data[part[0]]]
        if not parts:
            self._data.append(b"")
            self._measures.append(_Measures(new.advance, 0))
            return
        boxes = []
        for glyph, x, y in parts:
            left, low, right, high = self._measures[glyph].box
            boxes.append((left + x, low + y, right + x, high + y))
        box = _around(boxes)
        data = struct.pack(">5h", -1, *box)
        for index, part in enumerate(parts, 1):
            more = _MORE_COMPONENTS if index < len(parts) else 0
            data += struct.pack(">HHhh", _WORDS | _XY_VALUES | more, *part)
        extent = _together([self._measures[glyph].extent for glyph, _, _ in parts])
        self._data.append(data)
        self._measures.append(_Measures(new.advance, box[0], box, extent))

    def tables(self) -> dict[str, bytes]:
        """The tables that the appended glyphs change, true of all glyphs."""
        padded = list(map(_padded, self._data))
        offsets = accumulate(map(len, padded), initial=0)
        metrics = [metric for measures in self._measures for metric in measures[:2]]
        count = len(padded)
        head = bytearray(self._tables["head"])
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">4h", head, 36, *self.bounds)
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self._tables["hhea"])
        struct.pack_into(">H3h", hhea, 10, *self._edges())
        struct.pack_into(">H", hhea, 34, count)
        maxp = bytearray(self._tables["maxp"])
        points, contours, composed_points, composed_contours, parts, depth = self._maxima()
        struct.pack_into(
            ">5H", maxp, 4, count, points, contours, composed_points, composed_contours
        )
        struct.pack_into(">2H", maxp, 28, parts, depth)
        return {
            "glyf": b"".join(padded),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": struct.pack(">" + count * "Hh", *metrics),
            "loca": struct.pack(f">{count + 1}I", *offsets),
            "maxp": bytes(maxp),
        }

    @cached_property
    def bounds(self) -> Box:
        """The smallest box that all glyphs fit into, when the last one is appended."""
        return _around([one.box for one in self._inked()])

    def _inked(self) -> list[_Measures]:
        return [one for one, data in zip(self._measures, self._data, strict=True) if data]

    def _edges(self) -> tuple[int, int, int, int]:
        """Widest advance, least bearings on both sides, farthest extent, as hhea has them."""
        bearings, gaps, extents = [], [], []
        for advance, bearing, (left, _, right, _), _ in self._inked():
            extent = bearing + right - left
            bearings.append(bearing)
            gaps.append(advance - extent)
            extents.append(extent)
        widest = max([one.advance for one in self._measures])
        return widest, min(bearings), min(gaps), max(extents)

    def _maxima(self) -> tuple[int, ...]:
        """Most points and contours of a simple and of a composed glyph, parts, and depth."""
        extents = [one.extent for one in self._measures]
        points, contours, _, _ = _most([extent for extent in extents if not extent.parts])
        composed = [extent for extent in extents if extent.parts] or [_Extent()]
        return (points, contours, *_most(composed))


def _around(boxes: Sequence[Box]) -> Box:
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def _together(parts: Sequence[_Extent]) -> _Extent:
    """Count a composite of these parts."""
    points, contours, _, depths = zip(*parts, strict=True)
    return _Extent(sum(points), sum(contours), len(parts), 1 + max(depths))


def _most(extents: Sequence[_Extent]) -> Iterator[int]:
    """Give the largest of each count."""
    return map(max, zip(*extents, strict=True))


def _component_ids(outline: bytes) -> list[int]:
    """The glyphs that a composite is made of."""
    found = []
    at, flags = 10, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        found.append(glyph)
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & 0x0008) + 4 * bool(flags & 0x0040) + 8 * bool(flags & 0x0080)
    return found


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _checksum(words: bytes) -> int:
    """Add up words of four bytes."""
    total: int = sum(struct.unpack(f">{len(words) // 4}I", words))
    return total & 0xFFFFFFFF


def _assemble(tables: dict[str, bytes]) -> bytes:
    """Write the file round its tables."""
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(
        ">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power)
    )
    offset = head_at = len(header) + 16 * count
    bodies, total = [], 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            head_at = offset
        body = _padded(data)
        checksum = _checksum(body)
        header += struct.pack(">4sIII", tag.encode(), checksum, offset, len(data))
        bodies.append(body)
        total += checksum
        offset += len(body)
    total += _checksum(header)
    font = bytearray(header + b"".join(bodies))
    struct.pack_into(">I", font, head_at + 8, (_CHECKSUM_MAGIC - total) & 0xFFFFFFFF)
    return bytes(font)
