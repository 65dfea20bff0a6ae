"""The tables: importing this package declares them all."""

from db.models.agenda import AgendaItem
from db.models.attendance import Attendance
from db.models.base import Base, UtcDateTime, Words, new_uid
from db.models.bodies import Body, BodyName
from db.models.documents import (
    Attachment,
    Content,
    Delivery,
    DocumentSignatory,
    FinalVersion,
    IssuedDocument,
    Output,
)
from db.models.groups import Group, GroupMember
from db.models.interventions import Intervention, InterventionSpeaker
from db.models.outcomes import Outcome, OutcomeBody, OutcomeChange
from db.models.people import Appointment, Person
from db.models.sessions import (
    CarriedOutcome,
    InvitationLetter,
    Series,
    Session,
    SessionDay,
    SessionPerson,
    SessionType,
)
from db.models.settings import NumberingCounter, SavedView, Setting
from db.models.wordings import Phrase, ReplacedWording

__all__ = [
    "AgendaItem",
    "Appointment",
    "Attachment",
    "Attendance",
    "Base",
    "Body",
    "BodyName",
    "CarriedOutcome",
    "Content",
    "Delivery",
    "DocumentSignatory",
    "FinalVersion",
    "Group",
    "GroupMember",
    "Intervention",
    "InterventionSpeaker",
    "InvitationLetter",
    "IssuedDocument",
    "NumberingCounter",
    "Outcome",
    "OutcomeBody",
    "OutcomeChange",
    "Output",
    "Person",
    "Phrase",
    "ReplacedWording",
    "SavedView",
    "Series",
    "Session",
    "SessionDay",
    "SessionPerson",
    "SessionType",
    "Setting",
    "UtcDateTime",
    "Words",
    "new_uid",
]
