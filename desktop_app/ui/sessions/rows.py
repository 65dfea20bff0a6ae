"""What the list of sessions shows of each, in which order and group."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final

from db.codes import SessionState
from desktop_app.i18n import N_
from desktop_app.services.session_row import SessionRow

_AHEAD: Final = frozenset({SessionState.PLANNED, SessionState.INVITED, SessionState.POSTPONED})
_MARKS: Final = re.compile("[\u0640\u200e\u200f\u2066-\u2069]")
_LETTERS: Final = str.maketrans("ىة", "يه")


def folded(text: str) -> str:
    """Give a text without hamza, vowels, accents and case, for finding."""
    decomposed = unicodedata.normalize("NFKD", _MARKS.sub("", text))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.casefold().translate(_LETTERS)


def searchable(row: SessionRow) -> str:
    """Give all words by which a session is found."""
    fields = (row.theme, row.place, row.type_label)
    words = [text for field in fields for text in (field.ar, field.fr)]
    return folded(" ".join([*words, row.reference]))


def matching(rows: Iterable[SessionRow], query: str) -> list[SessionRow]:
    """Keep the sessions that hold every word of a query."""
    words = folded(query).split()
    if not words:
        return list(rows)
    return [row for row in rows if all(word in searchable(row) for word in words)]


def grouped(rows: Iterable[SessionRow]) -> list[tuple[str, list[SessionRow]]]:
    """Set the coming sessions first, the nearest on top, then the others, the latest on top.

    Returns:
        The head of each group that has sessions, an English catalogue message, and these.
    """
    ahead = [row for row in rows if row.state in _AHEAD]
    behind = [row for row in rows if row.state not in _AHEAD]
    ahead.sort(key=lambda row: (row.first_day or date.max, row.id))
    behind.sort(key=lambda row: (row.first_day or date.max, row.id), reverse=True)
    groups = ((N_("Upcoming"), ahead), (N_("Held"), behind))
    return [(message, members) for message, members in groups if members]
