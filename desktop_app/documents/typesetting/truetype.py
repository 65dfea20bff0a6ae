"""A TrueType program cut to the glyphs in use, with new glyphs composed from them.

HarfBuzz makes the subset; the composed glyphs are appended to it as TrueType composites
(OpenType specification, tables glyf, loca, hmtx, hhea, maxp, head).
"""

import struct
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.documents.typesetting.model import Glyph

# Of a CIDFontType2 program a reader needs these alone (ISO 32000-1, 9.9).
_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_WORDS, _XY_VALUES, _MORE_COMPONENTS = 0x0001, 0x0002, 0x0020
_CHECKSUM_MAGIC = 0xB1B0AFBA


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
        bounds: xMin, yMin, xMax, yMax of all glyphs; ascent, descent as in hhea.
    """

    data: bytes
    ids: dict[int, int]
    first_composed: int
    bounds: tuple[int, int, int, int]
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
    glyphs = _Glyphs(tables)
    first = glyphs.count
    for new in composed:
        glyphs.append(new, ids)
    tables.update(glyphs.tables())
    ascent, descent = struct.unpack_from(">hh", tables["hhea"], 4)
    return Program(_assemble(tables), ids, first, glyphs.bounds(), ascent, descent)


class _Extent(NamedTuple):
    """What maxp counts of a glyph; a simple one has no parts and no depth."""

    points: int = 0
    contours: int = 0
    parts: int = 0
    depth: int = 0


class _Glyphs:
    """The glyphs of a subset, to which composed ones are appended."""

    def __init__(self, tables: dict[str, bytes]) -> None:
        self._tables = tables
        self.count: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
        head = tables["head"]
        if struct.unpack_from(">h", head, 50)[0]:
            loca = struct.unpack(f">{self.count + 1}I", tables["loca"])
        else:
            loca = tuple(2 * x for x in struct.unpack(f">{self.count + 1}H", tables["loca"]))
        glyf = tables["glyf"]
        self._outlines = [glyf[a:b] for a, b in pairwise(loca)]
        self._metrics = self._read_metrics()
        self._extents: dict[int, _Extent] = {}

    def _read_metrics(self) -> list[tuple[int, int]]:
        """Advance and left side bearing of each glyph; trailing glyphs share an advance."""
        hmtx = self._tables["hmtx"]
        full: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
        metrics: list[tuple[int, int]] = [
            struct.unpack_from(">Hh", hmtx, 4 * i) for i in range(full)
        ]
        for i in range(self.count - full):
            bearing: int = struct.unpack_from(">h", hmtx, 4 * full + 2 * i)[0]
            metrics.append((metrics[full - 1][0], bearing))
        return metrics

    def append(self, new: Composed, ids: dict[int, int]) -> None:
        """Add a glyph; parts without ink are left out."""
        parts = [
            (ids[part.id], part.x, part.y) for part in new.parts if self._outlines[ids[part.id]]
        ]
        if not parts:
            self._outlines.append(b"")
            self._metrics.append((new.advance, 0))
            return
        box = self._box(parts)
        components = [
            struct.pack(
                ">HHhh",
                _WORDS | _XY_VALUES | (_MORE_COMPONENTS if i < len(parts) - 1 else 0),
                *part,
            )
            for i, part in enumerate(parts)
        ]
        self._outlines.append(struct.pack(">5h", -1, *box) + b"".join(components))
        self._metrics.append((new.advance, box[0]))

    def _box(self, parts: Sequence[tuple[int, int, int]]) -> tuple[int, int, int, int]:
        boxes = []
        for glyph, dx, dy in parts:
            left, low, right, high = struct.unpack_from(">4h", self._outlines[glyph], 2)
            boxes.append((left + dx, low + dy, right + dx, high + dy))
        lefts, lows, rights, highs = zip(*boxes, strict=True)
        return min(lefts), min(lows), max(rights), max(highs)

    def _extent(self, glyph: int) -> _Extent:
        """Count a glyph's points, contours and levels."""
        found = self._extents.get(glyph)
        if found is None:
            found = self._extents[glyph] = self._measure(self._outlines[glyph])
        return found

    def _measure(self, outline: bytes) -> _Extent:
        if not outline:
            return _Extent()
        contours: int = struct.unpack_from(">h", outline)[0]
        if contours > 0:
            last: int = struct.unpack_from(">H", outline, 8 + 2 * contours)[0]
            return _Extent(last + 1, contours)
        parts = [self._extent(part) for part in _component_ids(outline)]
        return _Extent(
            sum(part.points for part in parts),
            sum(part.contours for part in parts),
            len(parts),
            1 + max(part.depth for part in parts),
        )

    def tables(self) -> dict[str, bytes]:
        """The tables that the appended glyphs change, true of all glyphs."""
        offsets = [0]
        padded = []
        for outline in self._outlines:
            data = outline + bytes(-len(outline) % 4)
            padded.append(data)
            offsets.append(offsets[-1] + len(data))
        count = len(padded)
        head = bytearray(self._tables["head"])
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">4h", head, 36, *self.bounds())
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
            "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in self._metrics),
            "loca": struct.pack(f">{count + 1}I", *offsets),
            "maxp": bytes(maxp),
        }

    def bounds(self) -> tuple[int, int, int, int]:
        """The smallest box that all glyphs fit into."""
        boxes = [struct.unpack_from(">4h", outline, 2) for outline in self._outlines if outline]
        lefts, lows, rights, highs = zip(*boxes, strict=True)
        return min(lefts), min(lows), max(rights), max(highs)

    def _edges(self) -> tuple[int, int, int, int]:
        """Widest advance, least bearings on both sides, farthest extent, as hhea has them."""
        bearings, gaps, extents = [], [], []
        for outline, (advance, bearing) in zip(self._outlines, self._metrics, strict=True):
            if outline:
                left, right = struct.unpack_from(">h2xh", outline, 2)
                extent = bearing + right - left
                bearings.append(bearing)
                gaps.append(advance - extent)
                extents.append(extent)
        widest = max(advance for advance, _ in self._metrics)
        return widest, min(bearings), min(gaps), max(extents)

    def _maxima(self) -> tuple[int, int, int, int, int, int]:
        """Most points and contours of a simple and of a composed glyph, parts, and depth."""
        extents = [self._extent(glyph) for glyph in range(len(self._outlines))]
        simple = [extent for extent in extents if not extent.parts]
        composed = [extent for extent in extents if extent.parts]
        return (
            max(extent.points for extent in simple),
            max(extent.contours for extent in simple),
            max((extent.points for extent in composed), default=0),
            max((extent.contours for extent in composed), default=0),
            max((extent.parts for extent in composed), default=0),
            max((extent.depth for extent in composed), default=0),
        )


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


def _checksum(data: bytes | bytearray) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _assemble(tables: dict[str, bytes]) -> bytes:
    """Write the file round its tables."""
    count = len(tables)
    power = count.bit_length() - 1
    directory = [
        struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    ]
    offset = head_at = 12 + 16 * count
    bodies = []
    for tag, data in sorted(tables.items()):
        if tag == "head":
            head_at = offset
        directory.append(struct.pack(">4sIII", tag.encode(), _checksum(data), offset, len(data)))
        body = data + bytes(-len(data) % 4)
        bodies.append(body)
        offset += len(body)
    font = bytearray(b"".join(directory + bodies))
    struct.pack_into(">I", font, head_at + 8, (_CHECKSUM_MAGIC - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)
