"""The phrase bank: what an abbreviation stands for while typing."""

from dataclasses import dataclass

from sqlalchemy import select

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import PhraseDraft
from desktop_app.services.validation import checked, require
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: ``…`` stands for what is typed, ``{who}`` for a person, ``‹›`` for agreement."""

    id: int
    uid: str
    category: str
    abbreviation: Bilingual
    text: Bilingual


def list_phrases(reading: Reading) -> tuple[Phrase, ...]:
    """Give the phrase bank in the order in which it was recorded."""
    return tuple(
        Phrase(
            id=record.id,
            uid=record.uid,
            category=record.category,
            abbreviation=words.of(record, "abbreviation"),
            text=words.of(record, "text"),
        )
        for record in reading.db.scalars(select(models.Phrase).order_by(models.Phrase.id))
    )


def add_phrase(work: UnitOfWork, draft: PhraseDraft) -> int:
    """Record a phrase and give its id.

    Raises:
        FieldError: it has no text.
    """
    draft = checked(draft, PhraseDraft)
    require(draft.text.bilingual(), ("text",), UserError("a phrase needs its text."))
    record = models.Phrase(
        category=draft.category, **words.columns(abbreviation=draft.abbreviation, text=draft.text)
    )
    work.db.add(record)
    work.db.flush()
    return record.id
