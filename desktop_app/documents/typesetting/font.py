"""The font in the file: every cluster drawn as one glyph, every character found again.

Readers find words by the gap between one glyph's end and the next one's start. So each cluster
that is not one plain glyph at its natural place becomes a glyph of its own whose advance is the
kerned one, and a cluster of several characters is drawn as its glyph, mapped to the first
character, and an empty glyph for each further character, in visual order, inside its width.
"""

import struct
import unicodedata
import zlib
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typesetting import objects, truetype
from desktop_app.documents.typesetting.faces import Face
from desktop_app.documents.typesetting.model import Cluster, Glyph
from desktop_app.documents.typesetting.truetype import Composed

_MARK_WIDTH = 0.02  # em, of the empty glyph that stands for a mark
_BFCHARS = 100  # at most so many in a block (Adobe technical note 5014)


Drawn = tuple[int | Composed, str]
"""A glyph of the face or a new one, and the character it is found as."""


class Coded(NamedTuple):
    """What is shown for some clusters.

    Attributes:
        shown: the inside of a TJ array's string, in hexadecimal.
        width: of what is shown, in thousandths of the type size.
    """

    shown: str
    width: int


class EmbeddedFont:
    """A face as a Type0 font of one file; codes are numbered by first use."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._upem = face.units_per_em
        self._codes: dict[Drawn, int] = {}
        self._composed: dict[Composed, int] = {}
        self._widths: list[int] = []
        self._clusters: tuple[dict[Cluster, Coded], dict[Cluster, Coded]] = ({}, {})
        # A shaped word is one object wherever it stands: its identity spares hashing it. The
        # clusters are kept as well, so that no identity is given out twice.
        self._words: tuple[dict[int, Coded], dict[int, Coded]] = ({}, {})
        self._kept: list[tuple[Cluster, ...]] = []

    def encode(self, clusters: tuple[Cluster, ...], rtl: int) -> Coded:
        """Number what draws the clusters.

        Args:
            clusters: from left to right.
            rtl: 1 when the characters within a cluster run from right to left, else 0.
        """
        return self._words[rtl].get(id(clusters)) or self._encode_word(clusters, rtl)

    def _encode_word(self, clusters: tuple[Cluster, ...], rtl: int) -> Coded:
        known = self._clusters[rtl]
        shown, width = "", 0
        for cluster in clusters:
            coded = known.get(cluster)
            if coded is None:
                coded = known[cluster] = self._encode_cluster(cluster, rtl)
            shown += coded[0]
            width += coded[1]
        self._kept.append(clusters)
        word = self._words[rtl][id(clusters)] = Coded(shown, width)
        return word

    def _encode_cluster(self, cluster: Cluster, rtl: int) -> Coded:
        codes = [self._code(*drawn) for drawn in _drawn(self._face, cluster, rtl)]
        shown = "".join([f"{code:04X}" for code in codes])
        width = sum([self._widths[code - 1] for code in codes])
        if cluster.advance < 0:  # no advance in a font is negative: step back
            back = self._thousandths(-cluster.advance)
            shown += f">{back}<"
            width -= back
        return Coded(shown, width)

    def _code(self, glyph: int | Composed, character: str) -> int:
        code = self._codes.get((glyph, character))
        if code is None:
            code = self._codes[glyph, character] = len(self._codes) + 1
            if isinstance(glyph, Composed):
                self._composed.setdefault(glyph, len(self._composed))
                advance = glyph.advance
            else:
                advance = _advance(self._face, glyph)
            self._widths.append(self._thousandths(advance))
        return code

    def _thousandths(self, units: int) -> int:
        """Whole numbers: pdfium reads no others."""
        return round(units * 1000 / self._upem)

    def write(self, into: objects.Objects) -> int:
        """Add the font's objects to the file; gives the number of its dictionary."""
        plain = {glyph for glyph, _ in self._codes if not isinstance(glyph, Composed)}
        program = truetype.build(self._face.hb_face, plain, list(self._composed))
        name = f"{_tag(program.data)}+{self._face.name}"
        box = [self._thousandths(edge) for edge in program.bounds]
        file = into.stream(program.data, f"/Length1 {len(program.data)}")
        descriptor = objects.dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": 4,
                "FontBBox": f"[{' '.join(map(str, box))}]",
                "ItalicAngle": 0,
                "Ascent": self._thousandths(program.ascent),
                "Descent": self._thousandths(program.descent),
                "CapHeight": self._thousandths(program.ascent),
                "StemV": 80,
                "FontFile2": objects.reference(file),
            }
        )
        glyphs = [
            program.first_composed + self._composed[glyph]
            if isinstance(glyph, Composed)
            else program.ids[glyph]
            for glyph, _ in self._codes
        ]
        cid_font = objects.dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{name}",
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": objects.reference(into.add(descriptor)),
                "W": f"[1 [{' '.join(map(str, self._widths))}]]",
                "CIDToGIDMap": objects.reference(
                    into.stream(struct.pack(f">{len(glyphs) + 1}H", 0, *glyphs))
                ),
            }
        )
        return into.add(
            objects.dictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": f"/{name}",
                    "Encoding": "/Identity-H",
                    "DescendantFonts": objects.array([into.add(cid_font)]),
                    "ToUnicode": objects.reference(into.stream(self._to_unicode())),
                }
            )
        )

    def _to_unicode(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
            for (_, character), code in self._codes.items()
        ]
        blocks = []
        for start in range(0, len(pairs), _BFCHARS):
            block = pairs[start : start + _BFCHARS]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*_CMAP_HEAD, *blocks, *_CMAP_FOOT]).encode("ascii")


@lru_cache(maxsize=4096)
def _drawn(face: Face, cluster: Cluster, rtl: int) -> list[Drawn]:
    """Glyphs from left to right, each with its one character."""
    characters = [_found_as(c) for c in cluster.text if not _ignorable(c)]
    advance = max(cluster.advance, 0)
    if not characters:
        if not advance:
            return []
        characters = [" "]
    first, *further = characters
    if not further and _is_plain(face, cluster):
        return [(cluster.glyphs[0].id, first)]
    marks = [unicodedata.category(c).startswith("M") for c in further]
    mark_width = min(round(_MARK_WIDTH * face.units_per_em), advance // (2 * len(characters)))
    letters = len(characters) - sum(marks)
    letter_width = (advance - sum(marks) * mark_width) // letters
    empty: list[Drawn] = [
        (Composed((), mark_width if is_mark else letter_width), c)
        for c, is_mark in zip(further, marks, strict=True)
    ]
    taken = sum(mark_width if is_mark else letter_width for is_mark in marks)
    shift = taken if rtl else 0
    parts = tuple(Glyph(part.id, part.x - shift, part.y) for part in cluster.glyphs)
    whole = (Composed(parts, advance - taken), first)
    return [*reversed(empty), whole] if rtl else [whole, *empty]


def _is_plain(face: Face, cluster: Cluster) -> bool:
    """A single glyph at its natural place; PDF/A forbids showing glyph 0 itself."""
    if len(cluster.glyphs) != 1:
        return False
    glyph, x, y = cluster.glyphs[0]
    return bool(glyph) and not (x or y) and cluster.advance == _advance(face, glyph)


@lru_cache(maxsize=4096)
def _advance(face: Face, glyph: int) -> int:
    """Units of the em."""
    return int(face.hb_font.get_glyph_h_advance(glyph))


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CMAP_FOOT = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def _ignorable(character: str) -> bool:
    """Format characters, which give no ink; Arabic's number signs do."""
    return unicodedata.category(character) == "Cf" and unicodedata.bidirectional(character) != "AN"


def _found_as(character: str) -> str:
    """Every space is found as the one that a keyboard has, no-break or narrow ones too."""
    return " " if unicodedata.category(character) == "Zs" else character


def _tag(program: bytes) -> str:
    """Six capitals before the name of a subset (ISO 32000-1, 9.6.4), the same for the same."""
    number = zlib.crc32(program)
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)
