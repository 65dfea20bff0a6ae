"""Rows as a spreadsheet opens them."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.sheet import sheet

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4))
def test_rows_are_read_again_and_none_is_a_formula(rows: list[list[str]]) -> None:
    text = sheet(rows).decode("utf-8-sig")
    found = list(csv.reader(StringIO(text, newline=""), delimiter=";"))
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in found for cell in row)


def test_arabic_and_semicolons_are_kept() -> None:
    made = sheet([["الرقم", "a;b"], ["=1+1", "91 %"]])
    assert made == '\ufeffالرقم;"a;b"\r\n\'=1+1;91 %\r\n'.encode()
