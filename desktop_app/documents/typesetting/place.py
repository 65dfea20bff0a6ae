"""Pieces of one line put in visual order and given their places."""

from collections.abc import Sequence
from itertools import accumulate

from desktop_app.documents.typesetting.levels import reorder
from desktop_app.documents.typesetting.model import Direction, Line, LineAlign, Piece, Placed

WIDEST_SPACE = 2.2
"""To how many times its natural width a space may be widened; past it the line stays ragged."""


def place(pieces: Sequence[Piece], width: float, align: LineAlign, direction: Direction) -> Line:
    """Make a line of pieces in logical order.

    Args:
        pieces: with the space between two words, without one at the end.
        width: of the column, in points.
        direction: of the paragraph.
        align: ``justify`` falls back to ``start`` where spaces would grow too wide.
    """
    visual = [pieces[index] for index in reorder([piece.level for piece in pieces])]
    widths = [piece.width for piece in visual]
    if align == "justify":
        _widen([index for index, piece in enumerate(visual) if piece.widens], widths, width)
    total = sum(widths)
    left = width - total
    if align == "center":
        left /= 2
    elif (align == "end") == (direction == "rtl"):
        left = 0
    places = accumulate(widths, initial=left)
    placed = tuple(map(Placed, visual, places, widths))
    return Line(placed, total, "".join([piece.text for piece in pieces]))


def _widen(spaces: Sequence[int], widths: list[float], width: float) -> None:
    """Widen the spaces at these indices alike to fill a width, unless that is too much."""
    if not spaces:
        return
    extra = (width - sum(widths)) / len(spaces)
    if 0 < extra <= (WIDEST_SPACE - 1) * min([widths[index] for index in spaces]):
        for index in spaces:
            widths[index] += extra
