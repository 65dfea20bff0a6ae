"""Tables: widths, languages, alignment, type."""

from dataclasses import replace

import pytest

from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import MM
from tests.documents.readers import pdfium_text, structure
from tests.documents.setting.boxes import boxes, find, put
from tests.documents.setting.examples import B, outcomes, same
from tests.documents.setting.test_paper import flat, table_of


def test_the_first_column_stands_at_the_reading_start() -> None:
    arabic, french = put(outcomes()).pdf, put(outcomes(), languages="fr").pdf
    assert find(arabic, "القرار").left > find(arabic, "المسؤولة").left
    assert find(french, "Décision").left < find(french, "Responsable").left


def test_a_date_is_never_broken_though_its_column_is_too_narrow() -> None:
    table = outcomes()
    narrow = replace(
        table, columns=(*table.columns[:3], replace(table.columns[3], width=5), table.columns[4])
    )
    pdf = put(narrow).pdf
    assert [box.text for box in boxes(pdf)].count("30/04/2026") == 3
    head = find(pdf, "الإنجاز")
    assert find(pdf, "أجل").left > head.left


def test_a_word_too_long_for_its_column_widens_it_or_makes_the_table_dense() -> None:
    column = blocks.Column(B("المعلومات"), 10)
    wide = put(
        blocks.Table(name="t", columns=(column, blocks.Column(B("أ"), 90)), rows=(table_row(2),))
    ).pdf
    assert find(wide, "المعلومات").bottom < 80
    many = blocks.Table(name="t", columns=(column,) * 11, rows=(table_row(11),))
    crowded = boxes(put(many).pdf)
    assert [box.text for box in crowded].count("المعلومات") == 11


def table_row(count: int) -> tuple[blocks.Cell, ...]:
    return (blocks.Cell(same("x")),) * count


def test_words_wider_than_the_page_are_broken_and_kept() -> None:
    long = "ب" * 500
    table = blocks.Table(
        name="t",
        columns=(blocks.Column(B("الرقم"), 20), blocks.Column(B("القرار"), 100)),
        rows=((blocks.Cell(B(long)), blocks.Cell(B("نص"))),),
    )
    assert pdfium_text(put(table).pdf).count("ب") == 500


def test_a_cell_says_the_same_words_once_and_others_in_both_languages() -> None:
    made = put(outcomes(), languages="both")
    text = pdfium_text(made.pdf)
    assert text.count("22/05/2026") == 2
    assert "Décision" in text
    assert "قرار" in text


def test_rows_to_be_signed_are_as_high_as_asked() -> None:
    table = replace(table_of([1, 1, 1]), row_height=11)
    (place,) = put(table).places
    assert place.bottom - place.top == pytest.approx(3 * 11 * MM + 20.8, abs=1)


def test_a_dense_table_is_lower() -> None:
    (plain,) = put(table_of([20] * 5)).places
    (dense,) = put(replace(table_of([20] * 5), dense=True)).places
    assert dense.bottom < plain.bottom


def test_a_total_is_bold_and_never_alone() -> None:
    made = put(replace(table_of([3] * 60), total=True))
    assert made.pages > 1
    last = [word.text for word in boxes(made.pdf, made.pages)]
    assert {"58", "59", "60"} <= set(last)


def test_a_table_without_columns_or_rows_takes_no_room() -> None:
    empty = blocks.Table(name="t", columns=(), rows=())
    assert not put(empty, replace(table_of([1]), rows=())).places


def test_a_table_without_a_head_has_rows_only() -> None:
    table = blocks.Table(
        name="t",
        columns=(blocks.Column(B(), 40), blocks.Column(B(), 125)),
        rows=((blocks.Cell(B("الهدف"), bold=True), blocks.Cell(B("التعريف"))),),
    )
    kinds = [node.kind for node in flat(structure(put(table).pdf))]
    assert "TH" not in kinds
    assert kinds.count("TD") == 2


def test_a_head_taller_than_half_a_page_is_set_once() -> None:
    table = blocks.Table(
        name="t",
        columns=(blocks.Column(B("القرار " * 900), 40), blocks.Column(B("أ"), 125)),
        rows=((blocks.Cell(B("نص")), blocks.Cell(B("نص"))),) * 3,
    )
    made = put(table)
    assert pdfium_text(made.pdf).count("القرار") == 900
