"""Tables as strips: rows that are never divided, under a head that every page repeats."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.documents.typesetting.page import Cut
from desktop_app.documents.typesetting.paragraph import Column
from desktop_app.documents.typesetting.pen import Pen, Tag

FRAME = 0.8
INNER = 0.4
HEAD_GREY = 0xE6 / 0xFF
_LEAST_ROWS = 2
_PIECES = 8


class Cell(NamedTuple):
    """Paragraphs one under the other.

    Attributes:
        parts: may be empty.
        tag: of the cell, even when it is empty; None in a head that is repeated.
        centred: between the top and the bottom of the row.
    """

    parts: tuple[Column, ...]
    tag: Tag | None
    centred: bool = False

    @property
    def height(self) -> float:
        """Of the text."""
        return sum(part.height for part in self.parts)


class Row(NamedTuple):
    """A row of cells, in reading order, one for each column of the table.

    Attributes:
        height: with padding and the line under it.
        padding: above the text; what is below follows from the height.
        line_above: thickness of the line over it; 0 within a row that had to be divided.
    """

    cells: tuple[Cell, ...]
    height: float
    padding: float
    line_above: float = INNER


def row(cells: Sequence[Cell], padding: float, least: float = 0, line_above: float = INNER) -> Row:
    """Make a row as tall as its tallest cell with `padding` above and below, `least` at least."""
    text = max((cell.height for cell in cells), default=0)
    return Row(tuple(cells), max(text + 2 * padding + INNER, least), padding, line_above)


def divided(tall: Row, tallest: float) -> Iterator[Row]:
    """Divide a row that is taller than a page into shorter ones, cutting between lines.

    The pieces are some lines high and follow one another without white or line, so that each
    page takes as many as it holds.

    Args:
        tall: any row; one that is no taller than `tallest` comes back as it is.
        tallest: the room for a row on an empty page.
    """
    if tall.height <= tallest:
        yield tall
        return
    rest = [list(cell.parts) for cell in tall.cells]
    padding, line_above = tall.padding, tall.line_above
    while any(rest):
        taken = [_take(parts, tallest / _PIECES) for parts in rest]
        cells = tuple(
            cell._replace(parts=tuple(parts), centred=False)
            for cell, parts in zip(tall.cells, taken, strict=True)
        )
        text = max(cell.height for cell in cells)
        below = INNER if any(rest) else tall.padding + INNER
        yield Row(cells, padding + text + below, padding, line_above)
        padding = line_above = 0


def _take(parts: list[Column], room: float) -> list[Column]:
    """Take from the front of `parts` the lines that fit into `room`, one at least."""
    taken: list[Column] = []
    while parts:
        part = parts[0]
        lines = int(room // part.style.leading)
        if not taken:
            lines = max(lines, 1)
        if lines < 1:
            break
        taken.append(part._replace(lines=part.lines[:lines]))
        room -= taken[-1].height
        if lines < len(part.lines):
            parts[0] = part._replace(lines=part.lines[lines:])
            break
        del parts[0]
    return taken


class Table:
    """A strip of rows in a frame.

    Args:
        edges: the columns' left and right edges from the left edge of the text, in reading
            order.
        rows: at least one.
        head: stands over the rows of every page; None for a table without.
        repeated: the same head for the pages after the first, outside the reading order.
        total: the last row is a total, kept with two rows.
        fill: so many of the last rows are empty ones, of which as many are kept as fill a page.
    """

    def __init__(
        self,
        edges: Sequence[tuple[float, float]],
        rows: Sequence[Row],
        head: Row | None = None,
        repeated: Row | None = None,
        *,
        total: bool = False,
        fill: int = 0,
    ) -> None:
        self._edges = edges
        self._rows = rows
        self._head = head
        self._repeated = repeated
        self._total = total
        self.fill = fill
        self._tops = (0.0, *accumulate(row.height for row in rows))

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def height(self, first: int, last: int) -> float:
        """Give the height of the head and of these rows."""
        head = self._head.height if self._head else 0
        return head + self._tops[last] - self._tops[first]

    def cut(self, at: int) -> Cut:
        """Keep two rows together at both ends, and two more with a total."""
        least_after = _LEAST_ROWS + self._total
        if at < _LEAST_ROWS or self.count - at < least_after:
            return Cut.AVOID
        return Cut.FREE

    def draw(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:
        """Draw the head, the rows, and the frame around them."""
        rows = list(self._rows[first:last])
        head = self._head if first == 0 else self._repeated
        if head:
            rows.insert(0, head)
        self._draw_lines(pen, x, y, rows, with_head=head is not None)
        for each in rows:
            self._draw_row(pen, x, y, each)
            y += each.height

    def _draw_row(self, pen: Pen, x: float, y: float, row: Row) -> None:
        for (left, _), cell in zip(self._edges, row.cells, strict=True):
            if cell.tag:
                pen.element(cell.tag)
            top = y + row.padding
            if cell.centred:
                top = y + (row.height - INNER - cell.height) / 2
            for part in cell.parts:
                part.draw(pen, x + left, top)
                top += part.height

    def _draw_lines(
        self, pen: Pen, x: float, y: float, rows: Sequence[Row], *, with_head: bool
    ) -> None:
        left = x + min(left for left, _ in self._edges) + FRAME / 2
        right = x + max(right for _, right in self._edges) - FRAME / 2
        bottom = y + sum(row.height for row in rows)
        pdf = pen.pdf
        with pdf.artifact():
            if with_head:
                pdf.fill(left, y, right - left, rows[0].height, HEAD_GREY)
            line = y
            for number, each in enumerate(rows):
                if number == 1 and with_head:
                    pdf.rule(left, line, right, line, FRAME)
                elif number and each.line_above:
                    pdf.rule(left, line, right, line, each.line_above)
                line += each.height
            for inner, _ in sorted(self._edges)[1:]:
                pdf.rule(x + inner, y, x + inner, bottom, INNER)
            pdf.frame(left, y, right - left, bottom - y, FRAME)

    def filled(self, fill: int) -> "Table":
        """Give the table with only `fill` of its empty rows."""
        count = self.count - self.fill + fill
        return Table(
            self._edges,
            self._rows[:count],
            self._head,
            self._repeated,
            total=self._total,
            fill=fill,
        )
