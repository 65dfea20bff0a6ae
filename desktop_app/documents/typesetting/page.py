"""Filling pages: strips that may be cut between their bands, and the best place to cut.

Lengths are points; `y` grows down. A strip knows how tall a run of its bands is and how bad a
page end between two of them would be; a flow adds the white around it and what it must stay with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from desktop_app.documents.typesetting.pen import Pen

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
_ROUNDING = 0.01


class Cut(IntEnum):
    """How bad a page end would be at one place; a worse one is taken when no better one fits."""

    FREE = 0
    AVOID = 1
    NEVER = 2


class Strip(Protocol):
    """Something across the text that can be cut between its bands."""

    @property
    def count(self) -> int:
        """The number of bands, at least one."""

    def height(self, first: int, last: int) -> float:
        """Give the height of the bands from `first` up to, without, `last`."""

    def cut(self, at: int) -> Cut:
        """Tell how bad a page end before band `at` would be; `at` is inside the strip."""

    def draw(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:
        """Draw these bands, the left edge of the text at `x` and their top at `y`."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A strip among others.

    Attributes:
        name: of the block it came from; several flows may come from one block.
        before, after: white above and below; between two flows the larger counts, and none
            stands at the top of a page.
        cut_before: how bad a page end before it would be.
        pin: the distance from the paper's top edge at which it stands if there is room, 0 for
            where it falls.
    """

    name: str
    strip: Strip
    before: float = 0
    after: float = 0
    cut_before: Cut = Cut.FREE
    pin: float = 0


class Frame(NamedTuple):
    """The text's frame on a page: the distances of its edges from the paper's left and top."""

    left: float
    top: float
    width: float
    bottom: float

    @property
    def height(self) -> float:
        """The room for text."""
        return self.bottom - self.top

    @property
    def right(self) -> float:
        """Where the text ends on the right."""
        return self.left + self.width


class Slice(NamedTuple):
    """The bands of one flow that stand together on a page, from `y` down."""

    flow: Flow
    first: int
    last: int
    y: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.flow.strip.height(self.first, self.last)


class _Place(NamedTuple):
    """A place in the flows: before band `band` of flow `flow`."""

    flow: int
    band: int


def paginate(flows: Sequence[Flow], first: Frame, others: Frame) -> tuple[tuple[Slice, ...], ...]:
    """Divide flows into pages, each page ending at the last of the best places that fit.

    Pins are kept when all then stands on one page, else left out. A single band that is taller
    than a page stands on a page of its own; no band is ever lost.

    Args:
        flows: in reading order.
        first: the frame of the first page.
        others: the frame of the pages that follow.

    Returns:
        The pages with their slices; at least one page.
    """
    if any(flow.pin for flow in flows):
        page, end = _fill(flows, _Place(0, 0), first, pins=True)
        if end.flow == len(flows):
            return (page,)
    pages: list[tuple[Slice, ...]] = []
    start = _Place(0, 0)
    while start.flow < len(flows):
        page, start = _fill(flows, start, others if pages else first, pins=False)
        pages.append(page)
    return tuple(pages) or ((),)


def _fill(
    flows: Sequence[Flow], start: _Place, frame: Frame, *, pins: bool
) -> tuple[tuple[Slice, ...], _Place]:
    """Fill one page from `start`; give its slices and where the next page starts."""
    best: dict[Cut, tuple[int, _Place]] = {}
    slices: list[Slice] = []
    y, white = frame.top, 0.0
    number, band = start.flow, start.band
    while True:
        flow = flows[number]
        strip = flow.strip
        if slices:
            y += max(white, flow.before)
        if pins:
            y = max(y, flow.pin)
        last = _bands_that_fit(strip, band, frame.bottom - y)
        if last == band and not slices:
            last = band + 1
        for at in range(band + 1, min(last, strip.count - 1) + 1):
            best[strip.cut(at)] = (len(slices), _Place(number, at))
        if last < strip.count:
            break
        slices.append(Slice(flow, band, last, y))
        number, band = number + 1, 0
        if number == len(flows):
            return tuple(slices), _Place(number, 0)
        best[flows[number].cut_before] = (len(slices), _Place(number, 0))
        y, white = slices[-1].bottom, flow.after
    kept, end = best[min(best)]
    if end.band:
        del slices[kept + 1 :]
        begun = slices.pop() if len(slices) > kept else Slice(flow, band, 0, y)
        slices.append(Slice(begun.flow, begun.first, end.band, begun.y))
    else:
        del slices[kept:]
    return tuple(slices), end


def _bands_that_fit(strip: Strip, first: int, room: float) -> int:
    """Give the end of the longest run of bands from `first` that is no taller than `room`."""
    if strip.height(first, strip.count) <= room + _ROUNDING:
        return strip.count
    low, high = first, strip.count
    while high - low > 1:
        middle = (low + high) // 2
        if strip.height(first, middle) <= room + _ROUNDING:
            low = middle
        else:
            high = middle
    return low
