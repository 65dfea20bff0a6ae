"""What may not be parted by a page end."""

from desktop_app.documents import blocks
from desktop_app.documents.setting.keeping import Group, keep_together
from desktop_app.documents.typesetting.page import Cut, Flow
from desktop_app.documents.typesetting.paragraph import Whole
from tests.documents.setting.boxes import put
from tests.documents.setting.examples import B, same

HEADING = blocks.Heading(name="heading", text=B("أولا"))
LINE = blocks.Paragraph(name="line", text=B("سطر"))
LIST = blocks.Items(name="list", items=())
TABLE = blocks.Table(name="table", columns=(), rows=())
SIGNED = blocks.Signatures(name="signatures", signatures=())
NOTES = blocks.Notes(name="notes", rows=())
NUMBER = blocks.Reference(name="number", number="1")
FREE, AVOID, NEVER = Cut


def cuts(*parts: blocks.AnyBlock) -> list[Cut]:
    """How bad a page end before each of some blocks of one line would be."""
    groups: list[Group] = [
        (block, [Flow(block.name, Whole(10, lambda *_: None))]) for block in parts
    ]
    keep_together(groups)
    return [flows[0].cut_before for _, flows in groups]


def test_plain_text_may_be_parted() -> None:
    assert cuts(LINE, LINE, TABLE, LIST) == [FREE] * 4


def test_a_head_keeps_two_lines_and_asks_for_the_first_one() -> None:
    assert cuts(HEADING, LINE, LINE, LINE) == [FREE, NEVER, AVOID, FREE]
    assert cuts(HEADING) == [FREE]


def test_a_head_does_not_hold_the_section_after_its_own() -> None:
    assert cuts(HEADING, LINE, HEADING, LINE, LINE) == [FREE, NEVER, FREE, NEVER, AVOID]


def test_signatures_keep_the_closing_sentence_and_the_date() -> None:
    assert cuts(LIST, LINE, LINE, SIGNED) == [FREE, FREE, AVOID, NEVER]
    assert cuts(LINE, LINE, LINE, SIGNED)[1:] == [FREE, AVOID, NEVER]
    assert cuts(SIGNED) == [FREE]


def test_after_a_table_its_rows_stand_with_the_closing_sentence() -> None:
    assert cuts(TABLE, LINE, LINE, SIGNED, NOTES) == [FREE, AVOID, AVOID, NEVER, AVOID]
    assert cuts(TABLE, LINE) == [FREE, AVOID]
    assert cuts(TABLE, LINE, LIST) == [FREE] * 3


def test_counts_in_one_line_stand_with_rows_of_their_table() -> None:
    counts = blocks.Table(name="counts", columns=(), rows=((blocks.Cell(B("المجموع")),),))
    assert cuts(TABLE, counts) == [FREE, AVOID]
    assert cuts(TABLE, TABLE) == [FREE, FREE]


def test_the_number_stands_with_what_it_numbers() -> None:
    assert cuts(NUMBER, LINE) == [FREE, AVOID]


def test_signatures_fall_to_the_next_page_with_the_line_before_them() -> None:
    lines = (blocks.Paragraph(name=f"p{n}", text=same("سطر")) for n in range(29))
    signed = blocks.Signatures(name="signed", signatures=(blocks.Signature(B("الرئيسة")),))
    made = put(*lines, signed)
    assert {place.name for place in made.places if place.page == 2} == {"p27", "p28", "signed"}


def test_white_is_saved_to_spare_a_page() -> None:
    pairs = [
        part
        for number in range(14)
        for part in (
            blocks.Heading(name=f"h{number}", text=B("أولا")),
            blocks.Paragraph(name=f"p{number}", text=B("سطر")),
        )
    ]
    assert put(*pairs).pages == 1
    assert put(*pairs[:-4]).places[2].top - put(*pairs).places[2].top == 2
    assert put(*pairs, *pairs[:2]).pages == 2


def test_copies_stand_with_the_enclosures() -> None:
    line = blocks.Paragraph(name="line", text=B("سطر"))
    words = B("لائحة الحضور.", "Feuille.")
    rows = ((B("المرفقات:"), words), (B("نسخة موجهة إلى:"), words))
    for number in range(26, 34):
        body = [blocks.Paragraph(name=f"p{n}", text=line.text) for n in range(number)]
        made = put(*body, blocks.Notes(name="notes", rows=rows))
        assert len({place.page for place in made.places if place.name == "notes"}) == 1
