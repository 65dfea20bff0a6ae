"""Which people the list shows, and in which order."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.i18n import Language
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.text import text_for
from desktop_app.wording.folding import fold

SHOWN_IN_LIST: Final = ("people", "appointments", "bodies", "body_names", "attendance")
"""Kinds of record that the list shows something of."""


def in_order(rows: Iterable[PersonRow], language: Language) -> list[PersonRow]:
    """Order people by their names as a language shows them, whatever hamza or accents they bear."""
    return sorted(rows, key=lambda row: (fold(text_for(row.name, language)), row.id))


def searchable(row: PersonRow) -> str:
    """Give all words by which a person is found."""
    texts = (row.name, row.function, row.body, row.town)
    return fold(" ".join([word for text in texts for word in (text.ar, text.fr)] + [row.email]))


def matching(rows: Sequence[tuple[str, PersonRow]], query: str) -> list[PersonRow]:
    """Keep the people who hold every word of a query; each comes with what is searched."""
    words = fold(query).split()
    return [row for held, row in rows if all(word in held for word in words)]
