"""What a period came to, as it crosses the floors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from db.codes import FollowUpState, OutcomeKind
from desktop_app.calendar import first_of_school_year
from desktop_app.services.standing_data import LateOutcome
from desktop_app.wording.bilingual import Bilingual


class Span(StrEnum):
    """How long a period of a report is."""

    MONTH = "month"
    TERM = "term"
    YEAR = "year"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report tells of; both ends count."""

    span: Span
    first: date
    last: date

    @property
    def code(self) -> str:
        """What tells the papers of one period from those of another."""
        return f"{self.span}:{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def term(self) -> int:
        """The number of the term that begins with it: 1, or 2 from February on."""
        return 1 if self.first.month >= 9 else 2

    def until(self, day: date) -> "Period":
        """Give the part of it that has passed by the end of a day, one day at least."""
        return Period(self.span, self.first, max(self.first, min(self.last, day)))

    def last_year(self) -> "Period":
        """Give the same days a year before."""
        return Period(self.span, year_before(self.first), year_before(self.last))

    def beside(self, step: int) -> "Period":
        """Give the period of the same kind that comes `step` later, or before."""
        day = self.first if step < 0 else self.last
        return period_of(self.span, day + timedelta(days=1 if step > 0 else -1), self)


def period_of(span: Span, day: date, like: Period | None = None) -> Period:
    """Give the month, term or school year that a day lies in.

    Args:
        span: of any days, as many as in `like` begin or end with the day.
        day: one of its days.
        like: which any days are like; the day alone without it.
    """
    year = first_of_school_year(day)
    second = date(year.year + 1, 2, 1)
    match span:
        case Span.MONTH:
            first = day.replace(day=1)
            return Period(span, first, (first + timedelta(days=31)).replace(day=1) - _DAY)
        case Span.TERM:
            is_second = day >= second
            return Period(
                span, second if is_second else year, _end(year) if is_second else second - _DAY
            )
        case Span.YEAR:
            return Period(span, year, _end(year))
        case _:
            if like is None:
                return Period(span, day, day)
            length = like.last - like.first
            later = day > like.last
            return Period(span, day if later else day - length, day + length if later else day)


_DAY = timedelta(days=1)


def year_before(day: date) -> date:
    """Give the same day a year before; the end of February is its end."""
    last = (day + _DAY).month != day.month
    if day.month == 2 and last:
        return date(day.year - 1, 3, 1) - _DAY
    return day.replace(year=day.year - 1)


def _end(year: date) -> date:
    return year.replace(year=year.year + 1) - _DAY


class Step(StrEnum):
    """How outcomes stand, as charts show them."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Presence:
    """Lines of attendance of those who were invited, and all who came.

    Attributes:
        invited: lines that were invited and recorded.
        came: of them, in person or remotely.
        represented: of them, another came instead.
        participants: all who came, substitutes and walk-ins too.
    """

    invited: int = 0
    came: int = 0
    represented: int = 0
    participants: int = 0

    def __add__(self, other: "Presence") -> "Presence":
        return Presence(
            self.invited + other.invited,
            self.came + other.came,
            self.represented + other.represented,
            self.participants + other.participants,
        )

    @property
    def rate(self) -> float | None:
        """How often those invited came themselves, out of a hundred."""
        return 100 * self.came / self.invited if self.invited else None

    @property
    def body_rate(self) -> float | None:
        """How often they came or sent somebody: it is their body that was there."""
        return 100 * (self.came + self.represented) / self.invited if self.invited else None


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """The attendance of a person, of who holds a function, of a body or a directorate.

    Attributes:
        id: of the person or body; None for a function and for what belongs to none.
    """

    id: int | None
    name: Bilingual
    presence: Presence


@dataclass(frozen=True, slots=True)
class DirectorateFigures:
    """What a period came to for one directorate, with what stands below it.

    Attributes:
        id: None for all that belongs to no directorate.
        sessions: in which somebody of it took part.
        steps: outcomes in its charge by how they stand.
    """

    id: int | None
    name: Bilingual
    sessions: int
    presence: Presence
    steps: Mapping[Step, int] = field(default_factory=dict)

    @property
    def outcomes(self) -> int:
        """All outcomes in its charge."""
        return sum(self.steps.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """What a period came to.

    Attributes:
        sessions: held, by their first day.
        by_type, by_month: the same; months by their first day.
        kinds, states: its sessions' outcomes, all of them.
        steps: those that were neither cancelled nor passed on, by how they stand.
        late_since: the oldest due date that passed.
        days_to_close: from session to done, on average.
    """

    period: Period
    sessions: int = 0
    by_type: tuple[tuple[str, Bilingual, int], ...] = ()
    by_month: tuple[tuple[date, int], ...] = ()
    presence: Presence = Presence()
    kinds: Mapping[OutcomeKind, int] = field(default_factory=dict)
    states: Mapping[FollowUpState, int] = field(default_factory=dict)
    steps: Mapping[Step, int] = field(default_factory=dict)
    late_since: date | None = None
    days_to_close: float | None = None

    @property
    def outcomes(self) -> int:
        """Outcomes that count: neither cancelled nor passed on."""
        return sum(self.steps.values())

    @property
    def done(self) -> int:
        """Of them, done."""
        return self.steps.get(Step.DONE, 0)

    @property
    def late(self) -> int:
        """Of them, past their due date."""
        return self.steps.get(Step.LATE, 0)

    @property
    def completion(self) -> float | None:
        """Done out of a hundred."""
        return 100 * self.done / self.outcomes if self.outcomes else None


@dataclass(frozen=True, slots=True)
class Statistics:
    """A period with an earlier one beside it.

    Attributes:
        period: whole, as it was asked for; `now` tells of what has passed of it.
        today: the day on which it was reckoned.
        before: the same days a year before, as things stood a year ago; or the period that was
            asked for, as things stood at its end.
        directorates: each, then what belongs to none if there is any.
        people, functions, bodies: attendance, the most often invited first.
        late_first: all that is late today, the oldest first.
    """

    period: Period
    today: date
    now: Figures
    before: Figures
    directorates: tuple[DirectorateFigures, ...]
    people: tuple[PresenceLine, ...]
    functions: tuple[PresenceLine, ...]
    bodies: tuple[PresenceLine, ...]
    late_first: tuple[LateOutcome, ...]
