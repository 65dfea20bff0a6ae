"""Labels with texts and leaders."""

import pytest

from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import MM
from tests.documents.readers import pdfium_text
from tests.documents.setting.boxes import boxes, find, put
from tests.documents.setting.examples import B

PLACE = blocks.Leader(B("المكان:", "Lieu :"), B("قاعة الاجتماعات", "Salle de réunions"))
DAY = blocks.Leader(B("التاريخ:", "Date :"), B("الأربعاء 22 أبريل 2026", "mercredi 22 avril 2026"))
START, END = 185 * MM, 20 * MM


def fields(*rows: tuple[blocks.Leader, ...]) -> blocks.Fields:
    return blocks.Fields(name="fields", rows=rows)


def test_texts_are_spread_from_edge_to_edge() -> None:
    pdf = put(fields((PLACE, DAY))).pdf
    assert find(pdf, "المكان").right == pytest.approx(START, abs=1)
    assert find(pdf, "2026").left == pytest.approx(END, abs=1)
    assert abs(find(pdf, "المكان").top - find(pdf, "2026").top) < 1


def test_what_does_not_fit_goes_on_to_the_next_line() -> None:
    pdf = put(fields((PLACE, DAY, PLACE, DAY, PLACE, DAY))).pdf
    assert pdfium_text(pdf).count("المكان") == 3
    tops = {round(box.top) for box in boxes(pdf) if "المكان" in box.text}
    assert len(tops) > 1


def test_a_text_wider_than_the_line_is_wrapped() -> None:
    long = blocks.Leader(B("المكان:"), B("قاعة " * 90))
    pdf = put(fields((long, DAY))).pdf
    assert pdfium_text(pdf).count("قاعة") == 90
    assert find(pdf, "التاريخ").top > find(pdf, "المكان").top + 30


def test_a_label_wider_than_the_line_has_its_leader_below() -> None:
    label = blocks.Leader(B("المكان " * 60), B("حضر"), 20)
    made = put(fields((label,)))
    assert pdfium_text(made.pdf).count("المكان") == 60
    assert find(made.pdf, "حضر").top > find(made.pdf, "المكان").top + 40


def test_two_languages_share_a_leader() -> None:
    by_hand = blocks.Leader(B("التوقيع:", "Signature :"))
    pdf = put(fields((by_hand,)), languages="both").pdf
    assert find(pdf, "التوقيع").right == pytest.approx(START, abs=1)
    assert find(pdf, "Signature").left == pytest.approx(END, abs=1)
    one = put(fields((blocks.Leader(B("التوقيع:")),)), languages="both").pdf
    assert "التوقيع" in pdfium_text(one)


def test_two_languages_have_a_line_of_texts_each() -> None:
    pdf = put(fields((PLACE, DAY)), languages="both").pdf
    assert find(pdf, "Lieu").top > find(pdf, "المكان").top + 10
    assert find(pdf, "Lieu").left == pytest.approx(END, abs=1)


def test_a_sentence_goes_on_after_its_leader() -> None:
    sentence = blocks.Leader(B("حصرت", "Arrêtée à"), B("مشاركا", "participants"), 16)
    pdf = put(fields((sentence,)), languages="both").pdf
    assert find(pdf, "حصرت").left - find(pdf, "مشاركا").right == pytest.approx(19 * MM, abs=1)
    assert find(pdf, "participants").left - find(pdf, "à").right == pytest.approx(19 * MM, abs=1)
    only = put(fields((blocks.Leader(B("حصرت"), B("مشاركا"), 16),)), languages="both").pdf
    assert "مشاركا" in pdfium_text(only)


def test_no_rows_take_no_room() -> None:
    assert not put(fields()).places
