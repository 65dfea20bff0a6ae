"""Where we stand, as it crosses the floors."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from db.codes import (
    DocumentKind,
    DocumentState,
    FollowUpState,
    OutcomeKind,
    SessionState,
)
from desktop_app.wording.bilingual import Bilingual


class Wait(StrEnum):
    """What waits for the user, in the order in which it is shown."""

    FINISH = "finish"
    SIGNED_COPY = "signed-copy"
    SEND = "send"
    CONFIRM = "confirm"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the user.

    Attributes:
        count: of the sessions, or of the outcomes to review; of those who were written to when a
            sending is to be confirmed.
        session_id: the one session that it is about, or None when it is about several.
        kind: of its paper, when a sending is to be confirmed.
    """

    wait: Wait
    count: int
    session_id: int | None = None
    type_label: Bilingual = Bilingual()
    theme: Bilingual = Bilingual()
    reference: str = ""
    kind: DocumentKind = DocumentKind.MINUTES


@dataclass(frozen=True, slots=True)
class DirectorateStanding:
    """How far the outcomes are that a directorate, or a body or person of it, is in charge of.

    Attributes:
        name: its town, or its name where it has none.
        late, this_week, open: of those that wait for something; each is counted once.
        done: those of the sessions of this school year that are done.
    """

    body_id: int
    name: Bilingual
    late: int = 0
    this_week: int = 0
    open: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.late + self.this_week + self.open + self.done


@dataclass(frozen=True, slots=True)
class LateOutcome:
    """A late outcome; `state` and `due` are what `desktop_app.ui.outcomes` asks for.

    Attributes:
        owner: the first in charge; is_person: whether it is a person.
        others: how many are in charge beside.
    """

    id: int
    session_id: int
    kind: OutcomeKind
    text: Bilingual
    reference: str
    owner: Bilingual
    is_person: bool
    others: int
    due: date
    state: FollowUpState


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session of today, or the first one ahead.

    Attributes:
        day: today, or the day on which it is.
        confirmed: how many of those invited said that they come.
        others: how many sessions more are held that day.
    """

    id: int
    type_label: Bilingual
    theme: Bilingual
    day: date
    start: time | None
    end: time | None
    place: Bilingual
    state: SessionState
    invited: int
    confirmed: int
    others: int


@dataclass(frozen=True, slots=True)
class MonthOfSessions:
    """The sessions that begin in a month.

    Attributes:
        month: its first day.
        session_id: the first of them.
    """

    month: date
    count: int
    session_id: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where we stand on a day.

    Attributes:
        late_since: the earliest due date that passed.
        urgent: of those due this week.
        to_sign: minutes that wait for their signatures.
        to_sign_since: the day on which the oldest of them became final, if that is known.
        done, of: outcomes of the sessions of the school year: done, and all that count.
        sessions: how many are on file.
    """

    today: date
    late: int
    late_since: date | None
    this_week: int
    urgent: int
    to_sign: int
    to_sign_since: date | None
    done: int
    of: int
    sessions: int
    directorates: tuple[DirectorateStanding, ...]
    late_first: tuple[LateOutcome, ...]
    next: NextSession | None
    waiting: tuple[Waiting, ...]
    months: tuple[MonthOfSessions, ...]


def waits_for(state: SessionState, minutes: DocumentState) -> Wait | None:
    """Tell what the minutes of a session wait for, by its state and theirs."""
    if minutes is DocumentState.TO_SIGN:
        return Wait.SIGNED_COPY
    if minutes is DocumentState.SIGNED or state is SessionState.SIGNED:
        return Wait.SEND if minutes is not DocumentState.SENT else None
    unwritten = minutes in {DocumentState.DRAFT, DocumentState.TO_REVIEW}
    return Wait.FINISH if unwritten and state in _HELD else None


_HELD = frozenset({SessionState.HELD, SessionState.DRAFTING})
