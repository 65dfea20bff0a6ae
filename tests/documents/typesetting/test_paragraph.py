"""Paragraphs cut between their lines."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import Cut, Flow, Frame, paginate
from desktop_app.documents.typesetting.paragraph import Column, Paragraph, Whole, column

ARABIC = TextStyle("ar", 12, 18)
FRENCH = TextStyle("fr", 10, 14)
LABEL = TextStyle("ar", 12, 18, bold=True)


def lines(count: int, style: TextStyle, x: float = 0) -> Column:
    """A column of so many lines."""
    text = "\n".join(
        f"سطر {number}" if style is ARABIC else f"ligne {number}" for number in range(count)
    )
    made = column((Run(text),), style, 200, None, x)
    assert len(made.lines) == count
    return made


def test_two_lines_stand_on_either_side_of_a_page_end() -> None:
    paragraph = Paragraph((lines(5, ARABIC),))
    assert [paragraph.cut(at) for at in range(1, 5)] == [Cut.AVOID, Cut.FREE, Cut.FREE, Cut.AVOID]
    assert Paragraph((lines(3, ARABIC),)).cut(1) is Cut.AVOID


def test_a_whole_paragraph_is_never_cut() -> None:
    assert Paragraph((lines(9, ARABIC),), whole=True).cut(4) is Cut.NEVER


def test_what_is_drawn_as_a_whole_has_one_band_and_no_cut() -> None:
    whole = Whole(45, lambda *_: None)
    assert (whole.count, whole.height(0, 1), whole.height(1, 1)) == (1, 45, 0)
    assert whole.cut(0) is Cut.NEVER


def test_a_label_stands_beside_the_first_line_only() -> None:
    paragraph = Paragraph((lines(1, LABEL), lines(6, ARABIC)))
    assert paragraph.count == 6
    assert paragraph.cut(2) is Cut.FREE
    assert paragraph.height(1, 3) == 36


@given(st.integers(1, 40), st.integers(1, 40), st.floats(60, 400))
def test_two_columns_are_cut_without_loss_or_overlap(arabic: int, french: int, room: float) -> None:
    columns = lines(arabic, ARABIC, 230), lines(french, FRENCH)
    paragraph = Paragraph(columns)
    frame = Frame(0, 0, 400, room)
    pages = paginate([Flow("a", paragraph)], frame, frame)
    drawn = [0, 0]
    for (piece,) in pages:
        assert piece.bottom <= room + 0.02
        for place, each in enumerate(columns):
            first, last = (paragraph._lines(each, band) for band in (piece.first, piece.last))
            assert first == drawn[place]
            assert (last - first) * each.style.leading <= piece.bottom - piece.y + 0.02
            drawn[place] = last
    assert drawn == [arabic, french]
