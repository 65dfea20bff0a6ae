"""Where the lines of a paragraph end, of all places where they may."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.typesetting.breaking import TOLERANCE, Chunk, fitting
from desktop_app.documents.typesetting.place import WIDEST_SPACE

SHORT_LAST_LINE = 12 * 72 / 25.4
"""A last line narrower than this gets one more word."""

_LOOSE = 0.8
"""From which part of the limit on a widened space better breaks are looked for."""

_RAGGED = 4.0
"""What a line left ragged costs at least, where one at the limit costs 1."""

Lines = list[list[Chunk]]


def natural_width(line: Sequence[Chunk]) -> float:
    """Measure a line, without the space after its last chunk."""
    full = sum([word.width + word.space_width for word in line])
    return full - line[-1].space_width if line else 0


def ragged(words: Sequence[Chunk], width: float) -> Lines:
    """Fill line after line; a last line under 12 mm gets one more word."""
    lines = _filled(fitting(words, width), width)
    if _ends_short(lines, width) and len(lines[-2]) > 1:
        longer = [lines[-2][-1], *lines[-1]]
        if natural_width(longer) <= width:
            lines[-2:] = [lines[-2][:-1], longer]
    return lines


def justified(words: Sequence[Chunk], width: float) -> Lines:
    """Fill line after line, and look for better breaks where that gives a loose line."""
    parts = fitting(words, width)
    lines = _filled(parts, width)
    if len(lines) == 1:
        return lines
    spaces = [word.space_width for word in parts if word.space]
    fit = _Fit(width, (WIDEST_SPACE - 1) * min(spaces)) if spaces else None
    if fit and (_ends_short(lines, width) or any(fit.is_loose(line) for line in lines[:-1])):
        return fit.lines(parts)
    return lines


def balanced(words: Sequence[Chunk], width: float) -> Lines:
    """Break into as few lines as fit, all of nearly the same width."""
    parts = fitting(words, width)
    lines = _filled(parts, width)
    low = max([word.width for word in parts], default=0)
    high = width
    while high - low > 0.5 and len(lines) > 1:
        middle = (low + high) / 2
        tried = _filled(parts, middle)
        if len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _filled(parts: Sequence[Chunk], width: float) -> Lines:
    lines: Lines = []
    line: list[Chunk] = []
    reached = 0.0
    for word in parts:
        if line and reached + word.width > width + TOLERANCE:
            lines.append(line)
            line, reached = [], 0.0
        line.append(word)
        reached += word.width + word.space_width
    lines.append(line)
    return lines


def _ends_short(lines: Lines, width: float) -> bool:
    """Tell whether the last line is too short; in narrow columns it may be."""
    return (
        len(lines) > 1
        and width >= 3 * SHORT_LAST_LINE
        and natural_width(lines[-1]) < SHORT_LAST_LINE
    )


class _Fit(NamedTuple):
    """The breaks that widen the spaces of all lines together least.

    Attributes:
        width: of the column.
        limit: how much a space may grow, in points.
    """

    width: float
    limit: float

    def is_loose(self, line: Sequence[Chunk]) -> bool:
        """Tell whether a line's spaces come near the limit."""
        gaps = sum([word.gaps for word in line]) + len([word for word in line if word.space])
        gaps -= bool(line[-1].space)
        return self.width - natural_width(line) > _LOOSE * self.limit * gaps

    def lines(self, parts: Sequence[Chunk]) -> Lines:
        """Choose the breaks of least cost, looking back from each possible end of a line."""
        starts, gaps = [0.0], [0]
        for word in parts:
            starts.append(starts[-1] + word.width + word.space_width)
            gaps.append(gaps[-1] + word.gaps + bool(word.space))
        costs, origins = [0.0], [0]
        first = 0
        for end, word in enumerate(parts, 1):
            reach, holes = starts[end] - word.space_width, gaps[end] - bool(word.space)
            while reach - starts[first] > self.width + TOLERANCE:
                first += 1
            tried: list[tuple[float, int]] = []
            for begin in range(first, end):
                slack = self.width - (reach - starts[begin])
                if end == len(parts):
                    own = self._cost_of_last(slack, alone=begin == 0)
                else:
                    own = self._cost(slack, holes - gaps[begin])
                tried.append((costs[begin] + own, begin))
                if own > _RAGGED:
                    break
            cost, origin = min(tried)
            costs.append(cost)
            origins.append(origin)
        lines: Lines = []
        end = len(parts)
        while end:
            lines.append(list(parts[origins[end] : end]))
            end = origins[end]
        return lines[::-1]

    def _cost(self, slack: float, gaps: int) -> float:
        room = self.limit * gaps
        if slack <= room:
            return (slack / room) ** 3 if slack > 0 else 0
        return _RAGGED * slack / max(room, self.limit)

    def _cost_of_last(self, slack: float, *, alone: bool) -> float:
        lacking = SHORT_LAST_LINE - (self.width - slack)
        if alone or lacking <= 0 or self.width < 3 * SHORT_LAST_LINE:
            return 0
        return 2 * lacking / SHORT_LAST_LINE
