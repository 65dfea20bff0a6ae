"""Rows that go out as a sheet, to be opened in a spreadsheet as it stands."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t")


def sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """Make a CSV file as spreadsheets of Morocco open it: UTF-8 with its mark, semicolons.

    What a spreadsheet would take for a formula is kept as text.
    """
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
