"""The sample centre: invented people, real kinds of sessions; see resources/sample/README.md."""

from typing import TypeVar

import msgspec

from db.codes import DocumentKind, SessionState
from db.unit_of_work import UnitOfWork
from desktop_app.services import groups, institution, papers, phrases
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import (
    BodyDraft,
    Draft,
    GroupDraft,
    InstitutionDraft,
    PersonDraft,
    SessionDraft,
)
from desktop_app.services.recording import record_session
from resources import resource

_MINUTES_NUMBERED = frozenset({SessionState.SIGNED, SessionState.SENT})
AnyDraft = TypeVar("AnyDraft", bound=Draft)


class Centre(Draft, frozen=True):
    """All that the sample centre has on file, sessions in the order of their days."""

    settings: InstitutionDraft
    bodies: tuple[BodyDraft, ...]
    people: tuple[PersonDraft, ...]
    groups: tuple[GroupDraft, ...]
    sessions: tuple[SessionDraft, ...]


def centre() -> Centre:
    """Read the sample centre."""
    return _read("centre.json", Centre)


def workshop() -> SessionDraft:
    """Read the workshop that the product began with."""
    return _read("workshop.json", SessionDraft)


def fill(work: UnitOfWork) -> None:
    """Record the sample centre and the workshop in an empty database."""
    sample = centre()
    directory = Directory(work)
    directory.add_bodies(sample.bodies)
    directory.add_people(sample.people)
    institution.set_institution(work, sample.settings, directory)
    for group in sample.groups:
        members = [directory.person(key, ("groups",)) for key in group.members]
        groups.create_group(work, group.name, members)
    phrases.restore_shipped(work)
    for draft in (workshop(), *sample.sessions):
        session_id = record_session(work, draft, directory)
        if draft.state in _MINUTES_NUMBERED:
            papers.give_number(work, session_id, DocumentKind.MINUTES, draft.days[-1])


def _read(name: str, kind: type[AnyDraft]) -> AnyDraft:
    return msgspec.json.decode(resource(f"sample/{name}").read_bytes(), type=kind)
