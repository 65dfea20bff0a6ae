"""Which people, bodies and groups the lists show, and in which order."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from db.folding import fold
from desktop_app.i18n import Language
from desktop_app.services.body_list import BodyRow, GroupRow
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.text import name_for, text_for
from desktop_app.wording.bilingual import Bilingual

SHOWN_IN_LIST: Final = ("people", "appointments", "bodies", "body_names", "attendance")
"""Kinds of record that the list of people shows something of."""
SHOWN_OF_BODIES: Final = ("bodies", "body_names", "appointments")
SHOWN_OF_GROUPS: Final = ("groups", "group_members", "people")


class _Named(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def name(self) -> Bilingual: ...


Row = TypeVar("Row")
NamedRow = TypeVar("NamedRow", bound=_Named)


def in_order(rows: Iterable[NamedRow], language: Language) -> list[NamedRow]:
    """Order rows by their names as a language shows them, whatever hamza or accents they bear."""
    return sorted(rows, key=lambda row: (fold(text_for(row.name, language)), row.id))


def bodies_in_order(rows: Iterable[BodyRow], language: Language) -> list[BodyRow]:
    """Order bodies by their names as they stand alone, without article in French."""
    return sorted(rows, key=lambda row: (fold(name_for(row.name, language)), row.id))


def searchable(row: PersonRow) -> str:
    """Give all words by which a person is found."""
    return _folded((row.name, row.function, row.body, row.town), row.email)


def searchable_body(row: BodyRow) -> str:
    """Give all words by which a body is found."""
    return _folded((row.name, row.short_name, row.town), row.email)


def searchable_group(row: GroupRow) -> str:
    """Give all words by which a group is found."""
    return _folded((row.name, *row.first))


def matching(rows: Sequence[tuple[str, Row]], query: str) -> list[Row]:
    """Keep the rows that hold every word of a query; each comes with what is searched."""
    words = fold(query).split()
    return [row for held, row in rows if all(word in held for word in words)]


def _folded(texts: Iterable[Bilingual], email: str = "") -> str:
    return fold(" ".join([word for text in texts for word in (text.ar, text.fr)] + [email]))
