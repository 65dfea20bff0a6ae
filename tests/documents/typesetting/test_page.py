"""Pages filled with strips of plain numbers."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.page import Cut, Flow, Frame, Slice, paginate
from desktop_app.documents.typesetting.pen import Pen

FIRST = Frame(10, 20, 300, 120)
OTHERS = Frame(10, 30, 300, 120)


@dataclass(frozen=True)
class Bands:
    """A strip of bands of one height, with the badness of each cut."""

    heights: tuple[float, ...]
    cuts: tuple[Cut, ...]

    @property
    def count(self) -> int:
        """The number of bands."""
        return len(self.heights)

    def height(self, first: int, last: int) -> float:
        """Of some bands."""
        return sum(self.heights[first:last])

    def cut(self, at: int) -> Cut:
        """As it was made."""
        return self.cuts[at - 1]

    def draw(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:
        """Draw nothing: only numbers are tested."""
        raise NotImplementedError


def bands(count: int, height: float = 10, cut: Cut = Cut.FREE) -> Bands:
    return Bands((height,) * count, (cut,) * (count - 1))


def flow(strip: Bands, before: float = 0, after: float = 0, cut: Cut = Cut.FREE) -> Flow:
    return Flow("a", strip, before, after, cut)


def counts(pages: tuple[tuple[Slice, ...], ...]) -> list[list[tuple[int, int]]]:
    return [[(each.first, each.last) for each in page] for page in pages]


@st.composite
def flows(draw: st.DrawFn) -> list[Flow]:
    made = []
    for _ in range(draw(st.integers(1, 8))):
        count = draw(st.integers(1, 9))
        heights = draw(st.lists(st.floats(0.5, 130), min_size=count, max_size=count))
        cuts = draw(st.lists(st.sampled_from(Cut), min_size=count - 1, max_size=count - 1))
        white = st.floats(0, 15)
        made.append(
            flow(
                Bands(tuple(heights), tuple(cuts)),
                draw(white),
                draw(white),
                draw(st.sampled_from(Cut)),
            )
        )
    return made


def test_a_strip_goes_on_where_the_page_before_ended() -> None:
    pages = paginate([flow(bands(15))], FIRST, OTHERS)
    assert counts(pages) == [[(0, 10)], [(10, 15)]]
    assert [page[0].y for page in pages] == [20, 30]


def test_between_two_strips_the_larger_white_counts_and_none_at_the_top_of_a_page() -> None:
    (page,) = paginate([flow(bands(1), 7, 5), flow(bands(1), 3, 0)], FIRST, OTHERS)
    assert [each.y for each in page] == [20, 35]
    assert page[0].bottom == 30
    _, second = paginate([flow(bands(10)), flow(bands(1), before=9)], FIRST, OTHERS)
    assert second[0].y == 30


def test_a_page_ends_earlier_rather_than_at_a_bad_place() -> None:
    long = Bands((10,) * 15, (*(Cut.FREE,) * 7, *(Cut.NEVER,) * 7))
    assert counts(paginate([flow(long)], FIRST, OTHERS)) == [[(0, 7)], [(7, 15)]]


def test_what_must_stay_together_goes_to_the_next_page() -> None:
    pages = paginate(
        [flow(bands(8)), flow(bands(1)), flow(bands(4, cut=Cut.AVOID), cut=Cut.NEVER)],
        FIRST,
        OTHERS,
    )
    assert counts(pages) == [[(0, 8)], [(0, 1), (0, 4)]]


def test_the_less_bad_of_two_bad_places_is_taken() -> None:
    long = Bands((10,) * 15, (Cut.NEVER,) * 3 + (Cut.AVOID,) + (Cut.NEVER,) * 10)
    assert counts(paginate([flow(long)], FIRST, OTHERS))[0] == [(0, 4)]


def test_pins_hold_on_one_page_and_fall_where_they_would_make_two() -> None:
    pinned = Flow("a", bands(2), pin=90)
    (page,) = paginate([flow(bands(1)), pinned], FIRST, OTHERS)
    assert page[1].y == 90
    (page,) = paginate([flow(bands(1)), pinned, flow(bands(3))], FIRST, OTHERS)
    assert page[1].y == 30


def test_a_band_taller_than_a_page_stands_alone_on_one() -> None:
    tall = Bands((10, 500, 10), (Cut.FREE, Cut.FREE))
    assert counts(paginate([flow(tall)], FIRST, OTHERS)) == [[(0, 1)], [(1, 2)], [(2, 3)]]
    assert counts(paginate([flow(bands(1, 500)), flow(bands(1))], FIRST, OTHERS)) == [
        [(0, 1)],
        [(0, 1)],
    ]


def test_nothing_makes_an_empty_page() -> None:
    assert paginate([], FIRST, OTHERS) == ((),)


@given(flows())
def test_no_band_is_lost_doubled_or_moved(given_flows: list[Flow]) -> None:
    pages = paginate(given_flows, FIRST, OTHERS)
    drawn = [
        (id(each.flow), band)
        for page in pages
        for each in page
        for band in range(each.first, each.last)
    ]
    expected = [(id(each), band) for each in given_flows for band in range(each.strip.count)]
    assert drawn == expected


@given(flows())
def test_slices_follow_one_another_inside_the_frame(given_flows: list[Flow]) -> None:
    for number, page in enumerate(paginate(given_flows, FIRST, OTHERS)):
        frame = OTHERS if number else FIRST
        assert page[0].y == frame.top
        alone = len(page) == 1 and page[0].last - page[0].first == 1
        assert alone or page[-1].bottom <= frame.bottom + 0.02
        for above, below in pairwise(page):
            white = max(above.flow.after, below.flow.before)
            assert abs(above.bottom + white - below.y) < 1e-6


@given(flows())
def test_a_bad_cut_is_made_only_where_the_page_holds_no_better_one(
    given_flows: list[Flow],
) -> None:
    pages = paginate(given_flows, FIRST, OTHERS)
    for page, following in pairwise(pages):
        start = following[0]
        taken = start.flow.strip.cut(start.first) if start.first else start.flow.cut_before
        inside = [
            each.flow.strip.cut(at) for each in page for at in range(each.first + 1, each.last)
        ]
        inside += [each.flow.cut_before for each in page[1:]]
        assert taken <= min(inside, default=Cut.NEVER)
