"""What in the record names a person or a body: how much of it there is, and what cannot move."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Column, func, select

from db import models
from db.errors import UserError
from db.unit_of_work import Reading
from desktop_app.i18n import N_
from desktop_app.services.institution import get_settings
from desktop_app.services.records import found

Named = type[models.Person] | type[models.Body]
Uses = Mapping[str, int]

_OWN: Final = frozenset({"appointments.person_id", "body_names.body_id"})
"""What is part of the person or the body itself."""
_USES: Final[Mapping[str, str]] = {
    "attendance.person_id": "attendance",
    "sessions.chair_id": "roles",
    "sessions.on_behalf_of_id": "roles",
    "sessions.rapporteur_id": "roles",
    "session_people.person_id": "roles",
    "agenda_items.presenter_id": "roles",
    "intervention_speakers.person_id": "speeches",
    "outcomes.owner_person_id": "outcomes",
    "issued_documents.person_id": "papers",
    "document_signatories.person_id": "papers",
    "deliveries.person_id": "papers",
    "replaced_wordings.person_id": "papers",
    "group_members.person_id": "groups",
    "appointments.body_id": "people",
    "bodies.parent_id": "bodies",
    "sessions.organiser_id": "organised",
    "outcome_bodies.body_id": "outcomes",
    "deliveries.body_id": "papers",
}

USE_MESSAGES: Final[Mapping[str, str]] = {
    "attendance": N_("sessions attended or invited to: {n}"),
    "roles": N_("roles in sessions: {n}"),
    "speeches": N_("interventions: {n}"),
    "outcomes": N_("outcomes in charge: {n}"),
    "papers": N_("papers: {n}"),
    "groups": N_("groups: {n}"),
    "people": N_("people: {n}"),
    "bodies": N_("bodies under it: {n}"),
    "organised": N_("sessions organised: {n}"),
    "settings": N_("signatory in the settings: {n}"),
}
"""What each use is called, as a part of a sentence."""


def keys_to(kind: Named) -> tuple[tuple[type[models.Base], Column[int]], ...]:
    """Give every column that refers to people or to bodies, with its mapped class.

    What a person or a body is made of (functions, names) is left out.
    """
    above = models.Base.metadata.tables[kind.__tablename__]
    return tuple(
        (mapper.class_, column)
        for mapper in sorted(models.Base.registry.mappers, key=lambda one: one.class_.__name__)
        for column in models.Base.metadata.tables[mapper.class_.__tablename__].columns
        if any(key.column is above.c.id for key in column.foreign_keys) and str(column) not in _OWN
    )


def uses_of(reading: Reading, kind: Named, key: int) -> Uses:
    """Count what names somebody, by what it is; nothing is left out, and no zero is said."""
    uses: Counter[str] = Counter()
    for _, column in keys_to(kind):
        count = reading.db.scalar(select(func.count()).where(column == key)) or 0
        uses[_USES[str(column)]] += count
    if kind is models.Person and signatory(reading) == found(reading, kind, key).uid:
        uses["settings"] += 1
    return {code: count for code, count in uses.items() if count}


def signatory(reading: Reading) -> str | None:
    """Give the uid of the person who signs for the centre, if one is chosen."""
    return get_settings(reading).signatory


def told(uses: Uses) -> UserError:
    """Say what names somebody, as a part of a sentence."""
    said = [UserError(USE_MESSAGES[code], n=count) for code, count in uses.items()]
    whole = said[0]
    for one in said[1:]:
        whole = UserError("{first}, {second}", first=whole, second=one)
    return whole
