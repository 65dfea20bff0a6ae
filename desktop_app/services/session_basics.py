"""What is known of a session beside its lists, as it would be typed again."""

from collections.abc import Iterable
from datetime import time

from db import models
from db.codes import SessionRole
from desktop_app.services import words
from desktop_app.services.drafts import Label, LetterDraft, PlaceDraft, SessionBasics
from desktop_app.services.drafts import Words as WordsDraft


def basics_of(record: models.Session) -> SessionBasics:
    """Give what is known of a session as a draft; people and bodies stand under their uids."""
    return SessionBasics(
        type=record.type_code,
        theme=_label(record, "theme"),
        state=record.state,
        since=record.since,
        reason=record.reason,
        purpose=_label(record, "purpose"),
        objectives=_phrases(record.objectives),
        framework=_label(record, "framework"),
        days=tuple(part.day for part in record.days),
        start=_clock(record.start_time),
        end=_clock(record.end_time),
        hijri=_label(record, "hijri"),
        place=PlaceDraft(
            mode=record.mode,
            room=_label(record, "room"),
            site=_label(record, "site"),
            platform=record.platform,
        ),
        organiser=_uid(record.organiser),
        chair=_uid(record.chair),
        on_behalf_of=_uid(record.on_behalf_of),
        rapporteur=_uid(record.rapporteur),
        facilitators=_in_role(record, SessionRole.FACILITATOR),
        signatories=_in_role(record, SessionRole.SIGNATORY),
        invitation=_letter(record.letter) if record.letter else LetterDraft(),
        opened_with_quran=record.opened_with_quran,
        opened_with_anthem=record.opened_with_anthem,
        agenda_exhausted=record.agenda_exhausted,
        conclusions=_phrases(record.conclusions),
        other_business=_words(record, "other_business"),
        enclosures=_labels(record.enclosures),
        copies=_labels(record.copies),
        registry_reference=record.registry_reference,
        registry_date=record.registry_date,
        minutes_dated=record.minutes_dated,
    )


def _letter(record: models.InvitationLetter) -> LetterDraft:
    return LetterDraft(
        reference=record.reference,
        dated=record.dated,
        binding=record.binding,
        addressees=_words(record, "addressees"),
        under=_label(record, "under"),
        references=_labels(record.references),
        enclosures=_labels(record.enclosures),
        copies=_labels(record.copies),
        agenda_enclosed=record.agenda_enclosed,
        reply_by=record.reply_by,
    )


def _label(record: models.Base, field: str) -> Label:
    text = words.of(record, field)
    return Label(text.ar, text.fr)


def _words(record: models.Base, field: str) -> WordsDraft:
    text = words.of(record, field)
    return WordsDraft(ar=text.ar, fr=text.fr)


def _labels(texts: Iterable[models.Words]) -> tuple[Label, ...]:
    return tuple(Label(*text) for text in texts)


def _phrases(texts: Iterable[models.Words]) -> tuple[WordsDraft, ...]:
    return tuple(WordsDraft(ar=ar, fr=fr) for ar, fr in texts)


def _clock(at: time | None) -> str | None:
    return f"{at:%H:%M}" if at else None


def _uid(record: models.Person | models.Body | None) -> str | None:
    return record.uid if record else None


def _in_role(record: models.Session, role: SessionRole) -> tuple[str, ...]:
    return tuple(part.person.uid for part in record.roles if part.role is role)
