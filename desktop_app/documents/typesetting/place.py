"""Pieces of one line put in visual order and given their places."""

from collections.abc import Sequence

from desktop_app.documents.typesetting.levels import reorder
from desktop_app.documents.typesetting.model import Direction, Line, LineAlign, Piece, Placed

WIDEST_SPACE = 2.2
"""To how many times its natural width a space may be widened; past it the line stays ragged."""


def stretch(pieces: Sequence[Piece], width: float) -> float | None:
    """Tell by how much each space is widened to fill the column; None when it is too much.

    The narrow U+202F keeps its width.
    """
    spaces = [piece.width for piece in pieces if piece.is_space and piece.text != "\u202f"]
    if not spaces:
        return None
    extra = (width - sum([piece.width for piece in pieces])) / len(spaces)
    return max(extra, 0) if extra <= (WIDEST_SPACE - 1) * min(spaces) else None


def place(pieces: Sequence[Piece], width: float, align: LineAlign, direction: Direction) -> Line:
    """Make a line of pieces in logical order.

    Args:
        width: of the column, in points.
        align: ``justify`` falls back to ``start`` where spaces would grow too wide.
    """
    extra = (stretch(pieces, width) or 0) if align == "justify" else 0
    drawn: list[tuple[Piece, float, float]] = []
    x = 0.0
    for index in reorder([piece.level for piece in pieces]):
        piece = pieces[index]
        own = piece.width
        if extra and piece.is_space and piece.text != "\u202f":
            own += extra
        drawn.append((piece, x, own))
        x += own
    left = width - x
    if align == "center":
        left /= 2
    elif (align == "end") == (direction == "rtl"):
        left = 0
    placed = tuple([Placed(piece, left + at, own) for piece, at, own in drawn])
    return Line(placed, x, "".join([piece.text for piece in pieces]))
