"""The mail that goes with a paper, and those to each who is in charge of its outcomes."""

from collections.abc import Sequence
from dataclasses import replace

from db.codes import DocumentKind, OutcomeKind
from desktop_app.documents.papers import SCOPED, build
from desktop_app.documents.phrases import (
    at_hour,
    civil_name,
    inner,
    one_line,
    place,
    signing_function,
)
from desktop_app.documents.rendering import Material
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.recipients import Recipient
from desktop_app.services.reminders import Reminding
from desktop_app.services.session_data import Outcome
from desktop_app.wording import mails
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.mails import Duty, Frame, Mail, Occasion
from desktop_app.wording.persons import Civility

_COUNTED = frozenset({OutcomeKind.DECISION, OutcomeKind.RECOMMENDATION})


def mail_with(material: Material, language: PaperLanguage, recipients: Sequence[Recipient]) -> Mail:
    """Write the mail that a paper is sent with.

    Args:
        material: what the paper is made from.
        language: of the mail.
        recipients: who are written to.
    """
    kind, frame = material.kind, _frame(material.institution, language, recipients)
    if kind in SCOPED:
        return mails.paper(_title(material, language), frame)
    session, occasion = material.session, _occasion(material, language)
    if kind is DocumentKind.INVITATION:
        letter = session.invitation
        return mails.invitation(
            occasion,
            frame,
            reply_by=letter.reply_by,
            programme=bool(session.agenda),
            binding=letter.binding,
        )
    if kind is DocumentKind.ATTESTATION:
        return mails.attestation(occasion, frame, material.options.attested.value)
    if kind is DocumentKind.ATTENDANCE_SHEET:
        return mails.attendance_sheet(occasion, frame)
    outcomes = sum(outcome.kind in _COUNTED for outcome in session.outcomes)
    report = kind is DocumentKind.REPORT
    return mails.minutes(occasion, frame, outcomes=outcomes, report=report)


def mail_to_owner(material: Material, language: PaperLanguage, owner: Recipient) -> Mail:
    """Tell one who is in charge what of a session's outcomes is his."""
    duties = [
        Duty(inner(outcome.text, language), outcome.due)
        for outcome in material.session.outcomes
        if _is_owned(outcome, owner)
    ]
    frame = _frame(material.institution, language, [owner])
    return mails.owner(_occasion(material, language), frame, duties)


def reminder(centre: Institution, language: PaperLanguage, reminding: Reminding) -> Mail:
    """Remind one who is in charge of what is late."""
    duties = [Duty(inner(line.text, language), line.due, line.late) for line in reminding.lines]
    return mails.late(_frame(centre, language, [reminding.owner]), duties)


def _is_owned(outcome: Outcome, owner: Recipient) -> bool:
    person = outcome.owner_person
    if owner.person is not None:
        return person is not None and person.id == owner.person.id
    return owner.body is not None and owner.body.id in {body.id for body in outcome.owner_bodies}


def _title(material: Material, language: PaperLanguage) -> str:
    options = replace(material.options, dated=material.dated)
    paper = build(material.kind, material.matter, material.institution, (language,), options)
    return one_line(paper.title)


def _occasion(material: Material, language: PaperLanguage) -> Occasion:
    session = material.session
    return Occasion(
        kind=session.type,
        days=session.days,
        theme=inner(session.theme, language).strip("«» "),
        hour=at_hour(session.start, material.institution, language),
        place=place(session, language),
    )


def _frame(centre: Institution, language: PaperLanguage, recipients: Sequence[Recipient]) -> Frame:
    people = [recipient.person for recipient in recipients if recipient.person is not None]
    only = people[0] if len(recipients) == len(people) == 1 else None
    civilities = [person.civility for person in people]
    civilities += [Civility.UNKNOWN] * 2 * (len(recipients) - len(people))
    named = _named(only, language) if only else ""
    return Frame(language, mails.opening(civilities, language, named), _signature(centre, language))


def _named(person: Person, language: PaperLanguage) -> str:
    """Name the one person written to by a function held alone, or else by name."""
    if person.function.unique and person.function.title:
        return one_line(person.function.title.best(language))
    return one_line(person.name.best(language))


def _signature(centre: Institution, language: PaperLanguage) -> tuple[str, ...]:
    signer = centre.signatory
    if signer is None:
        return (one_line(centre.name.best(language)),)
    name = one_line(signer.name.best(language)) or civil_name(signer, language)
    return tuple(filter(None, (name, signing_function(signer, language))))
