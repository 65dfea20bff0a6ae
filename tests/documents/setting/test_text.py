"""Running text: paragraphs, labels, lists, heads."""

from datetime import date

import pytest

from desktop_app.documents import blocks
from desktop_app.documents.setting import set_paper
from desktop_app.documents.typesetting.page import MM
from desktop_app.wording.bilingual import Bilingual
from tests.documents.readers import fonts, pdfium_text, poppler_text, structure
from tests.documents.setting.boxes import boxes, find, put
from tests.documents.setting.examples import OPENING, B, same
from tests.documents.setting.test_paper import flat

START = 185 * MM
NOTHING = Bilingual()


def paragraph(
    text: str,
    *,
    label: Bilingual = NOTHING,
    bold_words: tuple[str, ...] = (),
    hanging: bool = False,
) -> blocks.Paragraph:
    return blocks.Paragraph(
        name="p", text=B(text), label=label, bold_words=bold_words, hanging=hanging
    )


def bold_words(pdf: bytes) -> int:
    """How many different codes are drawn in bold."""
    return sum(len(font.drawn) for font in fonts(pdf) if "Bold" in font.name)


def test_a_line_feed_parts_paragraphs() -> None:
    pdf = put(paragraph("الأولى\n\nالثانية")).pdf
    first, second = find(pdf, "الأولى"), find(pdf, "الثانية")
    assert second.top - first.top == pytest.approx(25, abs=0.1)
    assert [node.kind for node in flat(structure(pdf))].count("P") == 2


def test_a_label_and_a_name_are_bold() -> None:
    assert bold_words(put(paragraph("تشهد أن مريم أوعلي حضرت")).pdf) == 0
    assert bold_words(put(paragraph("تشهد أن مريم أوعلي حضرت", bold_words=("مريم أوعلي",))).pdf)
    assert bold_words(put(paragraph("لا أحد", label=B("الغياب:"))).pdf)


def test_a_label_alone_is_kept() -> None:
    assert "الغياب" in pdfium_text(put(paragraph("", label=B("الغياب:"))).pdf)
    assert not put(paragraph("")).places


def test_a_hanging_label_has_a_column_of_21_mm() -> None:
    pdf = put(paragraph("دعوة " * 40, label=B("الموضوع:"), hanging=True)).pdf
    lines: dict[int, float] = {}
    for box in boxes(pdf):
        if "دعوة" in box.text:
            lines[round(box.top)] = max(box.right, lines.get(round(box.top), 0))
    assert len(lines) > 1
    assert all(right == pytest.approx(START - 21 * MM, abs=1) for right in lines.values())
    assert find(pdf, "الموضوع").right == pytest.approx(START, abs=1)


def test_a_hanging_text_without_label_stands_in_the_same_column() -> None:
    alone = put(paragraph("دعوة", hanging=True)).pdf
    assert find(alone, "دعوة").right == pytest.approx(START - 21 * MM, abs=1)


def test_vocalised_text_has_more_room() -> None:
    plain = put(paragraph("بسم الله الرحمن الرحيم " * 10)).places[0]
    marked = put(paragraph("بِسْمِ اللهِ الرَّحْمَنِ الرَّحِيمِ " * 10)).places[0]
    assert (plain.bottom - plain.top) / 20 == (marked.bottom - marked.top) / 23


def test_two_languages_stand_side_by_side_and_one_alone_spans_the_width() -> None:
    pdf = put(blocks.Paragraph(name="p", text=OPENING), languages="both").pdf
    arabic = [box for box in boxes(pdf) if box.left > (20 + 77) * MM]
    assert find(pdf, "mercredi").left == pytest.approx(36, abs=45)
    assert min(box.left for box in arabic) >= (20 + 83) * MM - 1
    alone = put(blocks.Paragraph(name="p", text=B(OPENING.ar)), languages="both").pdf
    assert min(box.left for box in boxes(alone)) < 21 * MM


def test_items_hang_beside_their_marks_and_are_tagged() -> None:
    listed = blocks.Items(name="items", items=(B("مستجدات " * 30), B("سبل\nالتنزيل")))
    pdf = put(listed).pdf
    rights = {round(box.right) for box in boxes(pdf) if "مستجدات" in box.text and box.right > 498}
    assert rights == {round(START - 8.5 * MM)}
    kinds = [node.kind for node in flat(structure(pdf))]
    assert [kinds.count(kind) for kind in ("L", "LI", "Lbl", "LBody")] == [1, 2, 2, 3]
    assert "–" in pdfium_text(put(blocks.Items(name="i", items=(B("نص"),), numbered=False)).pdf)
    assert not put(blocks.Items(name="i", items=())).places


def test_heads_of_two_languages_share_a_line() -> None:
    head = blocks.Heading(name="h", text=B("أولا – الحضور", "I. Présents"))
    pdf = put(head, languages="both").pdf
    assert abs(find(pdf, "الحضور").bottom - find(pdf, "Présents").bottom) < 8
    assert find(pdf, "Présents").left < find(pdf, "الحضور").left
    assert not put(blocks.Heading(name="h", text=B())).places


def test_a_head_without_end_goes_over_the_page() -> None:
    made = put(blocks.Heading(name="h", text=same("حضور " * 900)), languages="both")
    assert made.pages > 1
    assert pdfium_text(made.pdf).count("حضور") == 1800


def test_an_address_is_centred_and_bold_of_itself() -> None:
    pdf = put(blocks.Paragraph(name="to", text=B("إلى السيدة"), role="subject")).pdf
    line = find(pdf, "السيدة").left + find(pdf, "إلى").right
    assert line / 2 == pytest.approx((20 + 82.5) * MM, abs=1)
    assert bold_words(pdf)


def test_a_running_line_too_long_is_shortened_with_a_sign() -> None:
    pages = poppler_text(put(paragraph("سطر " * 2000)).pdf)
    assert "…" not in pages
    paper = blocks.Paper(
        kind="minutes",
        languages=("ar",),
        title="محضر",
        running_head=B("محضر " * 100),
        footer=B("المرجع " * 100),
        blocks=(paragraph("سطر " * 2000),),
    )
    made = set_paper(paper, author="المركز", dated=date(2026, 4, 22))
    text = poppler_text(made.pdf)
    assert text.count("…") == 2 * made.pages - 1
    assert f"الصفحة {made.pages} من {made.pages}" in " ".join(text.split())


def test_of_two_languages_too_long_for_a_running_line_one_stands_whole() -> None:
    paper = blocks.Paper(
        kind="actions",
        languages=("ar", "fr"),
        title="لائحة",
        running_head=B("", ""),
        footer=B("المرجع " * 9, "Suivi " * 15),
        blocks=(paragraph("سطر"),),
    )
    text = poppler_text(set_paper(paper, author="المركز", dated=date(2026, 4, 22)).pdf)
    assert text.count("المرجع") == 9
    assert "…" not in text
    assert "Suivi" not in text
