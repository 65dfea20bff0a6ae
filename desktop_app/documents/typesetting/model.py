"""What passes from stage to stage: runs in, clusters, pieces and lines out.

Lengths are points; glyph measures are units of the face's em. `x` grows to the right, `y` down
the page from its top.
"""

from typing import Literal, NamedTuple

from desktop_app.documents.typesetting.faces import Face

Direction = Literal["rtl", "ltr"]
LineAlign = Literal["start", "center", "end", "justify"]


class Run(NamedTuple):
    """User text in one weight; it is never read as markup."""

    text: str
    bold: bool = False


class TextStyle(NamedTuple):
    """How a paragraph is set.

    Attributes:
        language: ``ar`` or ``fr``; chooses the main face and, with `direction`, the base level.
        size, leading: in points.
        direction: of the paragraph, whatever its first letter.
        align: *start* is the right for ``rtl``.
        bold: of the whole, beside the runs' own.
    """

    language: Literal["ar", "fr"]
    size: float
    leading: float
    align: LineAlign = "start"
    bold: bool = False

    @property
    def direction(self) -> Direction:
        """Arabic runs from right to left."""
        return "rtl" if self.language == "ar" else "ltr"


class Glyph(NamedTuple):
    """A glyph at its place in its cluster, in units of the em, y upwards."""

    id: int
    x: int
    y: int


class Cluster(NamedTuple):
    """The smallest unit that is drawn whole: a base with its marks, or a ligature.

    Attributes:
        text: the characters it stands for, in logical order; never empty.
        glyphs: from left to right, offsets from the cluster's left edge.
        advance: width with kerning, in units of the em.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int


class Piece(NamedTuple):
    """Text of one level and one face: a word, part of one, or a single space.

    Attributes:
        clusters: from left to right as drawn.
        width: in points, kerning included, without justification.
    """

    text: str
    level: int
    face: Face
    size: float
    clusters: tuple[Cluster, ...]
    width: float
    is_space: bool = False

    @property
    def widens(self) -> bool:
        """Whether justifying widens it: a space, but for the narrow U+202F."""
        return self.is_space and self.text != "\u202f"


class Placed(NamedTuple):
    """A piece at its place in the line; a space may be wider than its piece."""

    piece: Piece
    x: float
    width: float


class Line(NamedTuple):
    """A line ready to be drawn.

    Attributes:
        pieces: from left to right; `x` counted from the left edge of the column.
        width: of what is drawn, at most the column's width.
        text: in logical order, as it was cleaned.
    """

    pieces: tuple[Placed, ...]
    width: float
    text: str
