"""The phrase bank: what an abbreviation stands for while typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db import models
from db.errors import UserError
from db.folding import fold
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import Label, PhraseDraft, Words
from desktop_app.services.records import found
from desktop_app.services.validation import checked, require
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.phrase_bank import LOYALTY, Shipped, bank


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
        FieldError: it lacks its text or its abbreviation, or that is taken.
    """
    record = models.Phrase()
    _write(work, record, draft)
    work.db.add(record)
    work.db.flush()
    return record.id


def edit_phrase(work: UnitOfWork, phrase_id: int, draft: PhraseDraft) -> None:
    """Replace a phrase.

    Raises:
        UserError: there is none, it lacks its text or its abbreviation, or that is taken.
    """
    _write(work, found(work, models.Phrase, phrase_id), draft)


def remove_phrase(work: UnitOfWork, phrase_id: int) -> None:
    """Take a phrase out of the bank.

    Raises:
        UserError: there is no such phrase.
    """
    work.db.delete(found(work, models.Phrase, phrase_id))


def restore_shipped(work: UnitOfWork) -> int:
    """Put the phrases that ship back as they were, and leave the user's own; tell how many."""
    return _ship(work, [one for one in bank() if one.category != LOYALTY])


def set_loyalty(work: UnitOfWork, *, on: bool) -> None:
    """Offer the sentence of loyalty in the bank, or not."""
    if on:
        _ship(work, [one for one in bank() if one.category == LOYALTY])
    else:
        for record in work.db.scalars(select(models.Phrase).filter_by(category=LOYALTY)):
            work.db.delete(record)


def matching(phrases: Sequence[Phrase], typed: str) -> tuple[Phrase, ...]:
    """Give the phrases that some letters find: by abbreviation first, then by words."""
    wanted = fold(typed.strip())
    ranked = [
        (rank, place, phrase)
        for place, phrase in enumerate(phrases)
        if (rank := _rank(phrase, wanted)) is not None
    ]
    return tuple(phrase for _, _, phrase in sorted(ranked, key=lambda one: one[:2]))


def _rank(phrase: Phrase, wanted: str) -> int | None:
    """How far a phrase is from what was typed; None when it is not found by it."""
    short = [fold(one) for one in (phrase.abbreviation.ar, phrase.abbreviation.fr) if one]
    texts = [fold(text) for text in (phrase.text.ar, phrase.text.fr)]
    plain = [" ".join(text.translate(_UNMARKED).split()) for text in texts]
    if wanted in short:
        return 0
    if any(one.startswith(wanted) for one in short):
        return 1
    if any(text.startswith(wanted) for text in plain):
        return 2
    if any(f" {wanted}" in text for text in plain):
        return 3
    return 4 if any(wanted in text for text in plain) else None


_UNMARKED = {ord(mark): "" for mark in "‹›"}


def _write(work: UnitOfWork, record: models.Phrase, draft: PhraseDraft) -> None:
    draft = checked(draft, PhraseDraft)
    require(draft.text.bilingual(), ("text",), UserError("a phrase needs its text."))
    mine = {fold(one) for one in (draft.abbreviation.ar, draft.abbreviation.fr) if one}
    require(mine, ("abbreviation",), UserError("a phrase needs a few letters that find it."))
    for other in list_phrases(work):
        taken = {fold(other.abbreviation.ar), fold(other.abbreviation.fr)}
        require(
            other.id == record.id or not mine & taken,
            ("abbreviation",),
            UserError("this abbreviation stands for another phrase."),
        )
    record.category = draft.category
    words.put(record, words.columns(abbreviation=draft.abbreviation, text=draft.text))


def _ship(work: UnitOfWork, shipped: Sequence[Shipped]) -> int:
    kept = {(one.abbreviation, one.category): one for one in list_phrases(work)}
    taken = {
        fold(short)
        for one in kept.values()
        for short in (one.abbreviation.ar, one.abbreviation.fr)
        if short
    }
    changed = 0
    for one in shipped:
        same = kept.get((one.abbreviation, one.category))
        if same is not None and same.text == one.text:
            continue
        draft = PhraseDraft(
            category=one.category,
            abbreviation=Label(one.abbreviation.ar, one.abbreviation.fr),
            text=Words(ar=one.text.ar, fr=one.text.fr),
        )
        if same is not None:
            edit_phrase(work, same.id, draft)
        elif taken & {fold(one.abbreviation.ar), fold(one.abbreviation.fr)}:
            continue  # the user gave its abbreviation to a phrase of his own
        else:
            record = models.Phrase(category=one.category)
            words.put(record, words.columns(abbreviation=one.abbreviation, text=one.text))
            work.db.add(record)
        changed += 1
    return changed
