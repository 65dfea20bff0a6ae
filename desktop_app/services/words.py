"""Texts in two languages, between the tables' columns and the dataclasses."""

from collections.abc import Iterable
from typing import Any

from db.models import Base, Words
from desktop_app.services.drafts import Label
from desktop_app.services.drafts import Words as WordsDraft
from desktop_app.wording.bilingual import Bilingual


def of(record: Base, field: str) -> Bilingual:
    """Read the two columns of a text: `field` with ``_ar`` and ``_fr``."""
    return Bilingual(getattr(record, f"{field}_ar"), getattr(record, f"{field}_fr"))


def columns(**texts: Label | WordsDraft | Bilingual) -> dict[str, Any]:
    """Give the values of both columns of each text, to make a record from."""
    return {
        f"{field}_{language}": getattr(text, language)
        for field, text in texts.items()
        for language in ("ar", "fr")
    }


def listed(texts: Iterable[Label | WordsDraft]) -> tuple[Words, ...]:
    """Give a list of texts as a column keeps it."""
    return tuple(Words(text.ar, text.fr) for text in texts)


def bilinguals(column: Iterable[Words]) -> tuple[Bilingual, ...]:
    """Read a list of texts from its column."""
    return tuple(Bilingual(*text) for text in column)


def put(record: Base, values: dict[str, Any]) -> None:
    """Set the fields of a record."""
    for field, value in values.items():
        setattr(record, field, value)
