"""Who may get a paper of a session: in groups, each with an address or known to lack one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.codes import AttendanceState, BodyKind, DocumentKind
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import bodies, people
from desktop_app.services.people_data import Body, Person
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import Bilingual

_CAME = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})
_AWAY = frozenset({AttendanceState.ABSENT, AttendanceState.EXCUSED, AttendanceState.REPRESENTED})


class GroupCode(StrEnum):
    """Why somebody gets a paper."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    DIRECTORATES = "directorates"
    OWNERS = "owners"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person, or a body, that a paper is sent to; one of both is None."""

    person: Person | None = None
    body: Body | None = None

    @property
    def name(self) -> Bilingual:
        """What they are called."""
        named = self.person or self.body
        return named.name if named else Bilingual()

    @property
    def address(self) -> str:
        """Their e-mail address, or nothing."""
        reached = self.person or self.body
        return reached.email if reached else ""


@dataclass(frozen=True, slots=True)
class RecipientGroup:
    """Those who get a paper for the same reason, in the order of the record."""

    code: GroupCode
    recipients: tuple[Recipient, ...]


def list_groups(
    reading: Reading, session: Session, kind: DocumentKind, person_id: int | None = None
) -> tuple[RecipientGroup, ...]:
    """Give those who may get a paper of a session; groups without anybody are left out.

    Args:
        reading: where the directorates are found.
        session: whose paper it is.
        kind: of paper; an invitation goes to those invited.
        person_id: whose paper it is, if it is one person's: to that person alone.
    """
    lines = sorted(session.attendance, key=lambda line: line.position)
    groups: dict[GroupCode, Iterable[Recipient]]
    if person_id is not None:
        leading = [*session.facilitators, *(line.person for line in lines)]
        chosen = [Recipient(person) for person in leading if person.id == person_id]
        groups = {GroupCode.PERSON: chosen[:1]}
    elif kind is DocumentKind.INVITATION:
        groups = {GroupCode.INVITED: (Recipient(line.person) for line in lines if line.invited)}
    else:
        day = session.days[-1] if session.days else date.max
        groups = {
            GroupCode.PRESENT: (Recipient(line.person) for line in lines if line.state in _CAME),
            GroupCode.ABSENT: (Recipient(line.person) for line in lines if line.state in _AWAY),
            GroupCode.DIRECTORATES: _directorates(reading, day),
            GroupCode.OWNERS: _owners(session),
        }
    listed = {code: tuple(dict.fromkeys(recipients)) for code, recipients in groups.items()}
    return tuple(RecipientGroup(code, found) for code, found in listed.items() if found)


def directorates(reading: Reading, day: date) -> tuple[RecipientGroup, ...]:
    """Give those who may get a paper of no session."""
    found = _directorates(reading, day)
    return (RecipientGroup(GroupCode.DIRECTORATES, found),) if found else ()


def reached(recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Give those who have an address, each address once."""
    by_address: dict[str, Recipient] = {}
    for recipient in recipients:
        if recipient.address:
            by_address.setdefault(recipient.address.casefold(), recipient)
    return tuple(by_address.values())


def missed(recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Give those who have no address, each once."""
    return tuple(dict.fromkeys(one for one in recipients if not one.address))


def set_address(work: UnitOfWork, recipient: Recipient, address: str) -> None:
    """Note where a recipient is written to from now on.

    Raises:
        UserError: this is no address, or the recipient is not on file any more.
    """
    if recipient.person is not None:
        people.set_email(work, recipient.person.id, address)
    elif recipient.body is not None:
        bodies.set_email(work, recipient.body.id, address)


def _owners(session: Session) -> list[Recipient]:
    owners: list[Recipient] = []
    for outcome in session.outcomes:
        if outcome.owner_person is not None:
            owners.append(Recipient(outcome.owner_person))
        owners += [Recipient(body=body) for body in outcome.owner_bodies]
    return owners


def _directorates(reading: Reading, day: date) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(body=body)
        for body in bodies.list_bodies(reading, day)
        if body.kind is BodyKind.DIRECTORATE
    )
