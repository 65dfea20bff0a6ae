"""Paragraphs as strips: one column of lines, or several side by side with their tops level."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.documents.typesetting.faces import text_face
from desktop_app.documents.typesetting.lines import set_lines
from desktop_app.documents.typesetting.model import Line, Run, TextStyle
from desktop_app.documents.typesetting.page import Cut
from desktop_app.documents.typesetting.pen import Pen, Tag

_LEAST_LINES = 2
_ROUNDING = 0.01


def baseline(style: TextStyle) -> float:
    """Give how far below its top a line's baseline lies."""
    return text_face(style.language).baseline_from_top(style.size, style.leading)


class Column(NamedTuple):
    """Lines set one under the other.

    Attributes:
        x: of the column's left edge, from the left edge of the text.
    """

    lines: tuple[Line, ...]
    style: TextStyle
    tag: Tag | None
    x: float = 0

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.style.leading

    def draw(self, pen: Pen, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Draw lines `first` to `last`, the text's left edge at `x` and the top at `y`."""
        y += baseline(self.style)
        with pen.content(self.tag):
            for line in self.lines[first:last]:
                pen.pdf.draw_line(line, x + self.x, y)
                y += self.style.leading


def column(
    runs: tuple[Run, ...], style: TextStyle, width: float, tag: Tag | None, x: float = 0
) -> Column:
    """Break runs into a column of lines `width` wide; centred lines are made nearly equal."""
    lines = set_lines(runs, style, width, balanced=style.align == "center")
    return Column(lines, style, tag, x)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A strip of columns whose tops are level; its bands are the lines of the tallest.

    A page end leaves two lines of each column it divides on either side, if it can.

    Attributes:
        columns: in reading order, at least one of them with a line.
        whole: never divided, unless it is taller than a page.
    """

    columns: tuple[Column, ...]
    whole: bool = False

    @property
    def _tallest(self) -> Column:
        return max(self.columns, key=lambda column: column.height)

    @property
    def count(self) -> int:
        """The lines of the tallest column."""
        return len(self._tallest.lines)

    def height(self, first: int, last: int) -> float:
        """Give the height of the tallest part."""
        return max(
            (self._lines(column, last) - self._lines(column, first)) * column.style.leading
            for column in self.columns
        )

    def cut(self, at: int) -> Cut:
        """Keep two lines together at both ends of every column that is divided."""
        if self.whole:
            return Cut.NEVER
        for column in self.columns:
            before = self._lines(column, at)
            after = len(column.lines) - before
            if before and after and min(before, after) < _LEAST_LINES:
                return Cut.AVOID
        return Cut.FREE

    def draw(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:
        """Draw the part of each column, all from `y`."""
        for column in self.columns:
            start, end = self._lines(column, first), self._lines(column, last)
            if end > start:
                column.draw(pen, x, y, start, end)

    def _lines(self, column: Column, bands: int) -> int:
        """Count the lines of a column that lie within so many bands."""
        tallest = self._tallest
        height = bands * tallest.style.leading + _ROUNDING
        return min(len(column.lines), int(height // column.style.leading))


@dataclass(frozen=True, slots=True)
class Whole:
    """A strip that is never divided, drawn by a function that is given the pen, `x` and `y`."""

    tall: float
    drawing: Callable[[Pen, float, float], None]

    @property
    def count(self) -> int:
        """A single band."""
        return 1

    def height(self, first: int, last: int) -> float:
        """Give the height of the whole, or of nothing."""
        return self.tall * (last - first)

    def cut(self, at: int) -> Cut:  # noqa: ARG002 - every strip can be asked
        """There is no place to cut."""
        return Cut.NEVER

    def draw(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:  # noqa: ARG002 - the whole is drawn
        """Draw it."""
        self.drawing(pen, x, y)
