"""Pieces of one line put in visual order and given their places."""

from collections.abc import Sequence
from itertools import accumulate

from desktop_app.documents.typesetting.levels import reorder
from desktop_app.documents.typesetting.model import Direction, Line, LineAlign, Piece, Placed

WIDEST_SPACE = 2.2
"""To how many times its natural width a space may be widened; past it the line stays ragged."""


def stretch(pieces: Sequence[Piece], width: float) -> float | None:
    """Tell by how much each space is widened to fill the column; None when it is too much.

    The narrow U+202F keeps its width.
    """
    spaces = [piece.width for piece in pieces if piece.widens]
    if not spaces:
        return None
    extra = (width - sum([piece.width for piece in pieces])) / len(spaces)
    return max(extra, 0) if extra <= (WIDEST_SPACE - 1) * min(spaces) else None


def place(pieces: Sequence[Piece], width: float, align: LineAlign, direction: Direction) -> Line:
    """Make a line of pieces in logical order.

    Args:
        pieces: with the space between two words, without one at the end.
        width: of the column, in points.
        direction: of the paragraph.
        align: ``justify`` falls back to ``start`` where spaces would grow too wide.
    """
    extra = (stretch(pieces, width) or 0) if align == "justify" else 0
    visual = [pieces[index] for index in reorder([piece.level for piece in pieces])]
    if extra:
        widths = [piece.width + extra if piece.widens else piece.width for piece in visual]
    else:
        widths = [piece.width for piece in visual]
    total = sum(widths)
    left = width - total
    if align == "center":
        left /= 2
    elif (align == "end") == (direction == "rtl"):
        left = 0
    places = accumulate(widths, initial=left)
    placed = tuple(map(Placed, visual, places, widths))
    return Line(placed, total, "".join([piece.text for piece in pieces]))
