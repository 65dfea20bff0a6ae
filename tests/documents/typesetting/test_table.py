"""Tables cut between their rows."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import Cut, Flow, Frame, paginate
from desktop_app.documents.typesetting.paragraph import column
from desktop_app.documents.typesetting.table import Cell, Row, Table, divided, row

STYLE = TextStyle("ar", 11, 15)
EDGES = ((100.0, 200.0), (0.0, 100.0))
PADDING = 3.0


def cell(lines: int) -> Cell:
    text = "\n".join(f"سطر {number}" for number in range(lines))
    return Cell((column((Run(text),), STYLE, 90, None, 5),), None)


def table_of(rows: list[Row], *, total: bool = False, fill: int = 0) -> Table:
    head = row([cell(1), cell(1)], PADDING)
    return Table(EDGES, rows, head, head, total=total, fill=fill)


def plain(count: int) -> list[Row]:
    return [row([cell(1), cell(2)], PADDING) for _ in range(count)]


def test_a_row_is_as_tall_as_its_tallest_cell_or_as_asked() -> None:
    assert row([cell(1), cell(3)], PADDING).height == 45 + 6 + 0.4
    assert row([cell(1)], PADDING, least=40).height == 40
    assert row([Cell((), None)], PADDING).height == 6.4


def test_two_rows_stand_on_either_side_of_a_page_end() -> None:
    table = table_of(plain(6))
    assert [table.cut(at) for at in range(1, 6)] == [
        Cut.AVOID,
        Cut.FREE,
        Cut.FREE,
        Cut.FREE,
        Cut.AVOID,
    ]
    assert table_of(plain(6), total=True).cut(4) is Cut.AVOID


def test_the_head_takes_its_room_on_every_page() -> None:
    table = table_of(plain(20))
    head = row([cell(1), cell(1)], PADDING).height
    assert table.height(5, 7) == head + 2 * plain(1)[0].height


def test_empty_rows_are_taken_from_the_end() -> None:
    table = table_of(plain(9), fill=5)
    assert table.filled(2).count == 6
    assert table.filled(2).filled(1).count == 5


@given(st.lists(st.integers(0, 60), min_size=1, max_size=3), st.floats(60, 900))
def test_a_row_taller_than_a_page_is_divided_between_lines(
    heights: list[int], tallest: float
) -> None:
    cells = [cell(height) if height else Cell((), None) for height in heights]
    tall = row(cells, PADDING)
    pieces = list(divided(tall, tallest))
    assert len(pieces) == 1 or tall.height > tallest
    assert all(piece.height <= tallest for piece in pieces)
    for place, whole in enumerate(cells):
        found = [
            line for piece in pieces for part in piece.cells[place].parts for line in part.lines
        ]
        assert found == [line for part in whole.parts for line in part.lines]
    assert pieces[0].line_above
    assert not any(piece.line_above for piece in pieces[1:])


@given(st.lists(st.integers(1, 4), min_size=1, max_size=60))
def test_rows_are_neither_lost_nor_split(heights: list[int]) -> None:
    table = table_of([row([cell(1), cell(height)], PADDING) for height in heights])
    frame = Frame(0, 0, 200, 300)
    at = 0
    for page in paginate([Flow("a", table)], frame, frame):
        (piece,) = page
        assert piece.first == at
        assert piece.bottom <= frame.bottom + 0.02
        at = piece.last
    assert at == len(heights)
