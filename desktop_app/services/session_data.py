"""Sessions as they cross the floors: frozen, whole, without a database."""

from dataclasses import dataclass
from datetime import date, time

from db.codes import (
    AgendaOrigin,
    Answer,
    AttendanceState,
    DocumentState,
    FollowUpState,
    InterventionKind,
    Mode,
    OutcomeKind,
    Priority,
    SessionState,
)
from desktop_app.services.people_data import Body, Person
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SessionType


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session meets.

    Attributes:
        room, site: the French ones with their article (``la salle de réunions``,
            ``le siège de l’académie``).
        platform: of the remote part, if any.
    """

    mode: Mode = Mode.IN_PERSON
    room: Bilingual = Bilingual()
    site: Bilingual = Bilingual()
    platform: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda.

    Attributes:
        spent_seconds: how long it took up to now; None when it was not begun.
        of_session_id: the session whose minutes it approves, if it is for that.
    """

    id: int
    uid: str
    position: int
    title: Bilingual
    presenter: Person | None = None
    planned_minutes: int | None = None
    spent_seconds: int | None = None
    origin: AgendaOrigin = AgendaOrigin.TYPED
    of_session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One line of the attendance sheet: the invitation's answer and the state on the day.

    Attributes:
        invited: false for a walk-in and for a substitute, who has a line of his own.
        represented_by_id: the person who came instead, when the state is *represented*.
    """

    id: int
    uid: str
    position: int
    person: Person
    invited: bool = True
    answer: Answer = Answer.NONE
    state: AttendanceState = AttendanceState.NOT_RECORDED
    represented_by_id: int | None = None
    late: bool = False
    left_early: bool = False


@dataclass(frozen=True, slots=True)
class Intervention:
    """A line of the minutes: what one or several persons said, or a note.

    Attributes:
        speakers: empty when the words are those of several unnamed attendees, or a note.
        at: the time of day when it was written.
        outcome_id: what came of this line, if it did; the words are then the outcome's own.
        title: of a presentation.
        summary: typed text that the generated sentence ends with (« … أشار إلى {summary} »); a
            note is printed as it stands, its paragraphs parted by line feeds.
        appeal: for an address, what it called for (« … ودعا إلى {appeal} »).
    """

    id: int
    uid: str
    position: int
    kind: InterventionKind
    speakers: tuple[Person, ...] = ()
    title: Bilingual = Bilingual()
    summary: Bilingual = Bilingual()
    appeal: Bilingual = Bilingual()
    agenda_item_id: int | None = None
    at: time | None = None
    outcome_id: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision, recommendation, commitment, action or proposal, with its follow-up.

    Attributes:
        owner_person, owner_bodies: who is in charge and is asked for it afterwards.
        owner_text: what papers print in their place (``المديريات الإقليمية`` for five of them, or
            an owner who is not on file); made from their names when empty.
        ongoing: no due date, on purpose.
        percent: 0 to 100.
    """

    id: int
    uid: str
    position: int
    kind: OutcomeKind
    text: Bilingual
    owner_person: Person | None = None
    owner_bodies: tuple[Body, ...] = ()
    owner_text: Bilingual = Bilingual()
    partners: Bilingual = Bilingual()
    due: date | None = None
    ongoing: bool = False
    priority: Priority = Priority.NORMAL
    state: FollowUpState = FollowUpState.NOT_STARTED
    percent: int = 0
    reason: str = ""
    remarks: Bilingual = Bilingual()
    review_on: date | None = None
    agenda_item_id: int | None = None


@dataclass(frozen=True, slots=True)
class CarriedOutcome:
    """An outcome of an earlier session that is followed up.

    Attributes:
        outcome: as it stands, or as it stood when the minutes that tell of it became final.
        session_id, reference, day: of the session that it came of; its first day.
    """

    outcome: Outcome
    session_id: int
    reference: str
    day: date | None


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """What the invitation of a session says beside the session itself.

    Attributes:
        binding: a convocation (استدعاء) rather than an invitation (دعوة).
        addressees: typed line after إلى, such as ``السيدات والسادة رئيسات ورؤساء …``; generated
            from those invited when empty.
        under: hierarchy line after تحت إشراف / *Sous couvert de*, printed when not empty.
        references: of the line المرجع; enclosures: of the line المرفقات.
        copies: of the line نسخة موجهة إلى under the signature.
        agenda_enclosed: the agenda is in the enclosed programme rather than in the letter.
        reply_by: last day to name a substitute.
    """

    reference: str = ""
    dated: date | None = None
    binding: bool = False
    addressees: Bilingual = Bilingual()
    under: Bilingual = Bilingual()
    references: tuple[Bilingual, ...] = ()
    enclosures: tuple[Bilingual, ...] = ()
    copies: tuple[Bilingual, ...] = ()
    agenda_enclosed: bool = False
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session with all that is known of it.

    Attributes:
        since: the day on which it came to its state, when that was noted.
        reason: why it is postponed or cancelled.
        theme: bare title, set between « »; purpose: phrase after خصصت لـ / *consacré à*, optional
            (French with its article: ``l’étude de …``).
        days: the days it was held on, in order; empty while not fixed.
        hijri: the Hijri date as text, when it was corrected by hand; computed when empty.
        organiser: another body that organises, when it is not the centre itself.
        chair, on_behalf_of: who presides, and for whom.
        signatories: those who sign the minutes; one signature makes them a report.
        opened_with_quran, opened_with_anthem: how an official session opened.
        reference: internal number of the minutes, empty while not numbered.
        registry_reference, registry_date: number and date given by the registry desk.
        minutes_dated: the date under the minutes; the last day when None.
        minutes_state: how far the minutes are.
        minutes_version: the last version that became final, from 1; 0 before the first.
        minutes_final: whether they are final: then nothing that they tell can be changed.
        reopening: why final minutes were re-opened, until they are final again.
        series_id: the series that it is one of, if the user said so.
        carried: the outcomes of earlier sessions that it follows up.
    """

    id: int
    uid: str
    type: SessionType
    theme: Bilingual
    state: SessionState = SessionState.PLANNED
    since: date | None = None
    reason: str = ""
    purpose: Bilingual = Bilingual()
    objectives: tuple[Bilingual, ...] = ()
    framework: Bilingual = Bilingual()
    days: tuple[date, ...] = ()
    start: time | None = None
    end: time | None = None
    hijri: Bilingual = Bilingual()
    place: Place = Place()
    organiser: Body | None = None
    chair: Person | None = None
    on_behalf_of: Person | None = None
    rapporteur: Person | None = None
    facilitators: tuple[Person, ...] = ()
    signatories: tuple[Person, ...] = ()
    invitation: InvitationLetter = InvitationLetter()
    agenda: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    opened_with_quran: bool = False
    opened_with_anthem: bool = False
    agenda_exhausted: bool = True
    conclusions: tuple[Bilingual, ...] = ()
    other_business: Bilingual = Bilingual()
    enclosures: tuple[Bilingual, ...] = ()
    copies: tuple[Bilingual, ...] = ()
    reference: str = ""
    registry_reference: str = ""
    registry_date: date | None = None
    minutes_dated: date | None = None
    minutes_state: DocumentState = DocumentState.DRAFT
    minutes_version: int = 0
    minutes_final: bool = False
    reopening: str = ""
    series_id: int | None = None
    carried: tuple[CarriedOutcome, ...] = ()
