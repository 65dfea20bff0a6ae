"""The register of outcomes as it crosses the floors: what it is narrowed to, its lines."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from db.codes import FollowUpState, OutcomeKind, Priority
from desktop_app.wording.bilingual import Bilingual


class Standing(StrEnum):
    """How outcomes stand on a day; being late is computed."""

    OPEN = "open"
    LATE = "late"
    WEEK = "week"
    DONE = "done"
    ALL = "all"


class Grouping(StrEnum):
    """By what the lines stand together."""

    DUE = "due"
    OWNER = "owner"
    DIRECTORATE = "directorate"
    SESSION = "session"


class Due(StrEnum):
    """The groups by due date, in their order."""

    LATE = "late"
    WEEK = "week"
    AFTER = "after"
    NEVER = "never"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the register is narrowed to; an empty field narrows nothing.

    Attributes:
        words: each of them begins a word of the text, of who is in charge, of the partners, the
            remarks or the number of the session.
        standing: how they stand today.
        body_id: it, a body below it, or a person who works there now is in charge.
        due_from, due_to: both days count.
        review: whether they were to be looked at again by today.
        ahead: whether they wait for something and are neither late nor due this week.
        held_from, held_to: between which their sessions begin; both days count.
    """

    words: str = ""
    standing: Standing = Standing.OPEN
    kind: OutcomeKind | None = None
    state: FollowUpState | None = None
    priority: Priority | None = None
    person_id: int | None = None
    body_id: int | None = None
    session_id: int | None = None
    series_id: int | None = None
    due_from: date | None = None
    due_to: date | None = None
    review: bool = False
    ahead: bool = False
    held_from: date | None = None
    held_to: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but the standing leaves something out."""
        return any(
            getattr(self, one.name) != one.default for one in fields(self) if one.name != "standing"
        )


@dataclass(frozen=True, slots=True)
class Line:
    """An outcome as a line of the register, with the session and the item that it came of.

    Attributes:
        reference, theme, day: of the session; its first day.
        item: title of the point of the agenda; item_position: its number, or 0.
        person, bodies: who is in charge, bodies by their short names.
        owner_text: what papers print in their place.
        late: by how many days, or 0.
    """

    id: int
    uid: str
    session_id: int
    reference: str
    theme: Bilingual
    day: date | None
    position: int
    item_position: int
    item: Bilingual
    kind: OutcomeKind
    text: Bilingual
    person_id: int | None
    person: Bilingual
    body_ids: tuple[int, ...]
    bodies: tuple[Bilingual, ...]
    owner_text: Bilingual
    due: date | None
    ongoing: bool
    priority: Priority
    state: FollowUpState
    percent: int
    late: int

    @property
    def number(self) -> str:
        """As it is written everywhere."""
        return number(self.reference, self.position)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that stand together.

    Attributes:
        code: of the grouping: a `Due`, or the id of a person (``p12``), a body (``b3``), a
            session; empty for those of none.
        title: its name; empty where the code says it.
        ids: of its outcomes in their order; the first ones alone while there are more (`count`).
    """

    code: str
    count: int
    ids: tuple[int, ...]
    title: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class Register:
    """The outcomes that filters leave, in sections.

    Attributes:
        standings: how many there are of each standing, by the other filters.
        sessions: how many sessions they came of; None where they are too many to be counted.
        whole: whether the sections name all their outcomes.
    """

    sections: tuple[Section, ...]
    standings: dict[Standing, int]
    sessions: int | None
    whole: bool = True

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(section.count for section in self.sections)


@dataclass(frozen=True, slots=True)
class DayCount:
    """What is due on a day.

    Attributes:
        open, late, over: how many wait in time, wait too long, wait no more.
    """

    open: int = 0
    late: int = 0
    over: int = 0


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who is in charge of something; `kind` is ``body`` or ``person``."""

    kind: str
    id: int
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Series:
    """A series of sessions."""

    id: int
    name: Bilingual


def number(reference: str, position: int) -> str:
    """Write the number of an outcome: that of its session, then its place there."""
    return f"{reference} – {position}" if reference else str(position)
