"""The closed lists: codes are stored, labels are shown; nothing here needs a database."""

from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is; the code is stored, the label is shown."""

    MINISTRY = "ministry"
    ACADEMY = "academy"
    DIRECTORATE = "directorate"
    CENTRE = "centre"
    SERVICE = "service"
    SCHOOL = "school"
    PARTNER = "partner"


class Civility(StrEnum):
    """How a person is addressed; every agreement on paper follows from it."""

    MR = "mr"
    MRS = "mrs"
    UNKNOWN = "unknown"


class SessionState(StrEnum):
    """The steps of a session's life, and its two side exits."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    DRAFTING = "drafting"
    SIGNED = "signed"
    SENT = "sent"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    MIXED = "mixed"


class Answer(StrEnum):
    """What an invited person answered."""

    SENT = "sent"
    YES = "yes"
    NO = "no"
    NONE = "none"


class AttendanceState(StrEnum):
    """Where a person was on the day; nothing is assumed before it is recorded."""

    NOT_RECORDED = "not_recorded"
    PRESENT = "present"
    REMOTE = "remote"
    REPRESENTED = "represented"
    EXCUSED = "excused"
    ABSENT = "absent"


class InterventionKind(StrEnum):
    """What a speaker did; a note is the minutes' own sentence, by no speaker."""

    ADDRESS = "address"
    PRESENTATION = "presentation"
    COMMENT = "comment"
    ANSWER = "answer"
    NOTE = "note"


class OutcomeKind(StrEnum):
    """What came of the session."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    COMMITMENT = "commitment"
    ACTION = "action"
    PROPOSAL = "proposal"


class FollowUpState(StrEnum):
    """How far an outcome is; being late is computed, never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PARTLY_DONE = "partly_done"
    DONE = "done"
    SUSPENDED = "suspended"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    PASSED_ON = "passed_on"


OVER = frozenset({FollowUpState.DONE, FollowUpState.CANCELLED, FollowUpState.PASSED_ON})
"""States that wait for nothing any more."""


class Priority(StrEnum):
    """How pressing an outcome is."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class SessionRole(StrEnum):
    """What a person does for a session beside attending it."""

    FACILITATOR = "facilitator"
    SIGNATORY = "signatory"


class AgendaOrigin(StrEnum):
    """How a point came onto an agenda."""

    TYPED = "typed"
    APPROVAL = "approval"
    FOLLOW_UP = "follow_up"
    CARRIED = "carried"


class DocumentKind(StrEnum):
    """The papers that can be made and issued."""

    MINUTES = "minutes"
    REPORT = "report"
    ATTENDANCE_SHEET = "attendance-sheet"
    INVITATION = "invitation"
    ATTESTATION = "attestation"
    FOLLOW_UPS = "follow-ups"
    EXTRACT = "extract"
    ACTIONS = "actions"
    CHANGES = "changes"
    ATTESTATION_REGISTER = "attestation-register"
    COVER_SHEET = "cover-sheet"
    SYNTHESIS = "synthesis"
    DIRECTOR_PAGE = "director-page"
    PLAN = "plan"
    OPERATION_CARDS = "operation-cards"
    CATALOGUE = "catalogue"
    SYSTEM_SHEET = "system-sheet"
    COVERAGE = "coverage"
    CAMPAIGN = "campaign"
    REQUESTS = "requests"
    NEWS = "news"


class DocumentLanguage(StrEnum):
    """What a paper is written in."""

    ARABIC = "ar"
    FRENCH = "fr"
    BOTH = "both"


class DocumentState(StrEnum):
    """How far an issued paper is; once signed it is never changed, only replaced by a version."""

    DRAFT = "draft"
    TO_REVIEW = "to_review"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    SENT = "sent"


class OutputMeans(StrEnum):
    """What an issued paper was put out to."""

    PRINTER = "printer"
    FILE = "file"


class DeliveryMeans(StrEnum):
    """How a paper reached somebody."""

    EMAIL = "email"
    HAND = "hand"
    POST = "post"
    REGISTRY = "registry"
    OTHER = "other"
