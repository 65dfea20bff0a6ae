"""What deserves a thought about the days and hours of a session; nothing of it hinders."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from sqlalchemy import select

from db import models
from db.codes import SessionState
from db.unit_of_work import Reading
from desktop_app.calendar import DayOff, WorkingCalendar, hijri, is_weekend
from desktop_app.services import words
from desktop_app.services.calendar_settings import get_calendar
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import Bilingual

FRIDAY = 4
PRAYER = (time(12), time(14, 30))
RAMADAN = 9
RAMADAN_HOURS = (time(9), time(15))
LATEST_IN_RAMADAN = time(14, 30)
"""From then on a session could not end within the office hours of Ramadan."""
_AHEAD = frozenset({SessionState.PLANNED, SessionState.INVITED, SessionState.POSTPONED})


class DayProblem(Enum):
    """What is unusual about a day, about its hours, or meets something else."""

    PAST = "past"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PRAYER = "prayer"
    RAMADAN = "ramadan"
    CHAIR = "chair"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class DayWarning:
    """One thing that is unusual.

    Attributes:
        day: on which it is so; of several, the first.
        holiday: the holiday, when it is one.
        theme: of the other session, when two meet.
    """

    problem: DayProblem
    day: date
    holiday: DayOff | None = None
    theme: Bilingual = Bilingual()


def warnings_of(reading: Reading, session: Session, today: date) -> tuple[DayWarning, ...]:
    """Give all that is unusual about when a session is held, the gravest first."""
    calendar = get_calendar(reading).working()
    return (
        *_of_days(session, calendar, today),
        *_of_hours(session, calendar),
        *_met(reading, session),
    )


def _of_days(session: Session, calendar: WorkingCalendar, today: date) -> Iterator[DayWarning]:
    first = session.days[:1]
    if first and first[0] < today and session.state in _AHEAD:
        yield DayWarning(DayProblem.PAST, first[0])
    named: set[DayOff] = set()
    for day in session.days:
        holiday = calendar.day_off(day)
        if holiday is not None and holiday not in named:
            named.add(holiday)
            yield DayWarning(DayProblem.HOLIDAY, day, holiday)
    at_weekend = next(filter(is_weekend, session.days), None)
    if at_weekend is not None:
        yield DayWarning(DayProblem.WEEKEND, at_weekend)


def _of_hours(session: Session, calendar: WorkingCalendar) -> Iterator[DayWarning]:
    start, end = session.start, session.end
    if start is None:
        return
    fridays = (day for day in session.days if day.weekday() == FRIDAY)
    friday = next(fridays, None)
    if friday is not None and _overlap((start, end), PRAYER):
        yield DayWarning(DayProblem.PRAYER, friday)
    opens, closes = RAMADAN_HOURS
    if opens <= start < LATEST_IN_RAMADAN and (end is None or end <= closes):
        return
    dates = ((day, hijri(day, calendar.hijri)) for day in session.days)
    fasting = next((day for day, found in dates if found and found.month == RAMADAN), None)
    if fasting is not None:
        yield DayWarning(DayProblem.RAMADAN, fasting)


def _met(reading: Reading, session: Session) -> Iterator[DayWarning]:
    """Find the other sessions that are held at the same time, by chair or in the same place."""
    if session.start is None or not session.days:
        return
    query = (
        select(models.Session, models.SessionDay.day)
        .join(models.SessionDay)
        .where(
            models.Session.id != session.id,
            models.Session.state.not_in([SessionState.CANCELLED, SessionState.POSTPONED]),
            models.SessionDay.day.in_(session.days),
        )
        .order_by(models.SessionDay.day, models.Session.id)
    )
    problems: set[DayProblem] = set()
    for other, day in reading.db.execute(query):
        start, end = other.start_time, other.end_time
        if start is None or not _overlap((session.start, session.end), (start, end)):
            continue
        for problem, same in (
            (DayProblem.CHAIR, session.chair and session.chair.id == other.chair_id),
            (DayProblem.PLACE, _same_place(session, other)),
        ):
            if same and problem not in problems:
                problems.add(problem)
                yield DayWarning(problem, day, theme=words.of(other, "theme"))


def _same_place(session: Session, other: models.Session) -> bool:
    """Tell whether both meet in one room, of one site as far as sites are told."""
    room, site = session.place.room, session.place.site
    if not room or room != words.of(other, "room"):
        return False
    other_site = words.of(other, "site")
    return site == other_site or not site or not other_site


def _overlap(these: tuple[time, time | None], those: tuple[time, time | None]) -> bool:
    """Tell whether two spans of a day share a moment; one without an end is its first moment."""
    (start, end), (first, last) = these, those
    return first < (end or _after(start)) and start < (last or _after(first))


def _after(start: time) -> time:
    return start.replace(second=59)
