"""Which sessions the list shows, in which groups and order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from db.codes import SessionState
from db.folding import fold
from desktop_app.calendar import school_year
from desktop_app.services.session_row import SessionRow
from desktop_app.wording.bilingual import Bilingual

AHEAD: Final = frozenset({SessionState.PLANNED, SessionState.INVITED, SessionState.POSTPONED})
"""States of what has not been held yet."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; an empty field narrows nothing.

    Attributes:
        words: each of them is in a session's subject, place, type or number.
        year: a school year (``2025/2026``).
        type_code: its code.
        state: of the session, or what its minutes wait for (`Wait`).
    """

    words: str = ""
    year: str = ""
    type_code: str = ""
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.year or self.type_code or self.state)


class Searchable:
    """The sessions on file with the words by which they are found, folded once."""

    def __init__(self, rows: Sequence[SessionRow]) -> None:
        self.rows = rows
        self._folded: list[str] = []

    def matching(self, filters: Filters) -> list[SessionRow]:
        """Give the sessions that filters leave, in the order in which they came."""
        if not filters:
            return list(self.rows)
        words = fold(filters.words).split()
        if words and not self._folded:
            self._folded = [_words_of(row) for row in self.rows]
        texts = self._folded if words else [""] * len(self.rows)
        return [
            row
            for row, text in zip(self.rows, texts, strict=True)
            if (not filters.year or _year_of(row) == filters.year)
            and filters.type_code in {"", row.type_code}
            and filters.state in {"", row.state, row.waits}
            and all(word in text for word in words)
        ]

    def years(self) -> list[str]:
        """Give the school years that have sessions, the latest first."""
        days = {row.first_day for row in self.rows}
        return sorted({school_year(day) for day in days if day}, reverse=True)

    def types(self) -> dict[str, Bilingual]:
        """Give the types that have sessions, with their names."""
        return {row.type_code: row.type_label for row in self.rows}


def _words_of(row: SessionRow) -> str:
    fields = (row.theme, row.place, row.type_label)
    words = [text for field in fields for text in (field.ar, field.fr)]
    return fold(" ".join([*words, row.reference]))


def _year_of(row: SessionRow) -> str:
    return school_year(row.first_day) if row.first_day else ""


@dataclass(frozen=True, slots=True)
class Section:
    """Sessions under one head.

    Attributes:
        code: ``ahead``, ``undated``, or the month (``2026-05``).
        month: its first day, for a month.
    """

    code: str
    month: date | None
    rows: Sequence[SessionRow]


def sections(rows: Iterable[SessionRow]) -> list[Section]:
    """Set the coming sessions first, the nearest on top, then month by month, the latest on top.

    A session without a day ends its group; what was cancelled without one comes last of all.
    """
    ahead: list[SessionRow] = []
    behind: list[SessionRow] = []
    undated: list[SessionRow] = []
    for row in rows:
        place = ahead if row.state in AHEAD else behind if row.first_day else undated
        place.append(row)
    ahead.sort(key=lambda row: (row.first_day or date.max, row.id))
    behind.sort(key=lambda row: (row.first_day or date.min, row.id), reverse=True)
    months = groupby(behind, key=lambda row: (row.first_day or date.min).replace(day=1))
    found = [Section("ahead", None, ahead)]
    found += [Section(f"{month:%Y-%m}", month, list(members)) for month, members in months]
    found.append(Section("undated", None, undated))
    return [section for section in found if section.rows]


def number_of(row: SessionRow) -> tuple[tuple[int, ...], str] | None:
    """Give what orders sessions by their number: its figures from the last (the year) on."""
    if not row.reference:
        return None
    figures = tuple(int(figure) for figure in re.findall(r"\d+", row.reference))
    return figures[::-1], row.reference
