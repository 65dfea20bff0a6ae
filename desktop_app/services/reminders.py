"""Who is reminded of what is late: one reminder for each who is in charge, noted once sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db import models
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.bodies import body_on
from desktop_app.services.follow_up_data import Line
from desktop_app.services.follow_up_list import read_lines
from desktop_app.services.outcomes import REMINDED
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.recipients import Recipient
from desktop_app.services.records import found
from desktop_app.wording.bilingual import PaperLanguage


@dataclass(frozen=True, slots=True)
class Reminding:
    """What one who is in charge is reminded of.

    Attributes:
        lines: his late outcomes, the oldest first.
    """

    owner: Recipient
    lines: tuple[Line, ...]


def read_reminders(
    reading: Reading, outcome_ids: Sequence[int], today: date
) -> tuple[Reminding, ...]:
    """Give a reminder for each who is in charge of what is late among some outcomes.

    The person in charge is reminded, or else each body; those with most to do come first.
    """
    late = [line for line in read_lines(reading, outcome_ids, today) if line.late]
    people: dict[int, list[Line]] = {}
    bodies: dict[int, list[Line]] = {}
    for line in sorted(late, key=lambda one: (-one.late, one.id)):
        if line.person_id is not None:
            people.setdefault(line.person_id, []).append(line)
        else:
            for body_id in line.body_ids:
                bodies.setdefault(body_id, []).append(line)
    found = [
        Reminding(Recipient(person_on(record, today)), tuple(people[record.id]))
        for record in reading.db.scalars(
            select(models.Person).where(models.Person.id.in_(people)).options(WITH_FUNCTIONS)
        )
    ]
    found += [
        Reminding(Recipient(body=body_on(record, today)), tuple(bodies[record.id]))
        for record in reading.db.scalars(select(models.Body).where(models.Body.id.in_(bodies)))
    ]
    return tuple(sorted(found, key=lambda one: -len(one.lines)))


def record(work: UnitOfWork, sent: Reminding, language: PaperLanguage) -> None:
    """Note in the history of each outcome that the one in charge was reminded of it now.

    Args:
        work: the unit of work.
        sent: the reminder that was sent.
        language: it was written in, which names who got it.

    Raises:
        UserError: one of the outcomes is not there any more.
    """
    why = f"{REMINDED}{sent.owner.name.best(language)}"
    for line in sent.lines:
        record = found(work, models.Outcome, line.id)
        stands = {name: getattr(record, name) for name in record.followed}
        note = models.OutcomeChange(at=work.at, who=work.who, why=why, **stands)
        record.changes.append(note)
    work.db.flush()
