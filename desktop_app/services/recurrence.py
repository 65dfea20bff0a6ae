"""Days that come again: every so many weeks, or each month by its date or by its weekday."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from db.unit_of_work import Reading
from desktop_app.calendar import LAST_YEAR, DayOff, WorkingCalendar, is_weekend
from desktop_app.services.calendar_settings import get_calendar

MOST: Final = 60
_WEEK: Final = 7
_MONTHS: Final = 12


class Rhythm(StrEnum):
    """How days come again; by weekday is as the first: the second Tuesday, the last one."""

    WEEKS = "weeks"
    MONTH_WEEKDAY = "month_weekday"
    MONTH_DATE = "month_date"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which days.

    Attributes:
        first: from which the others are reckoned; it is not one of them.
        every: so many weeks or months lie between two.
        count: how many days there are, with those that are not worked.
    """

    first: date
    rhythm: Rhythm = Rhythm.WEEKS
    every: int = 1
    count: int = 4


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day, and why it is left out if it is.

    Attributes:
        holiday: on which it falls.
        weekend: whether it is a Saturday or a Sunday.
    """

    day: date
    holiday: DayOff | None = None
    weekend: bool = False

    @property
    def kept(self) -> bool:
        """Whether it is worked."""
        return self.holiday is None and not self.weekend


def occurrences(rule: Rule, calendar: WorkingCalendar) -> tuple[Occurrence, ...]:
    """Give the days of a rule, as far as papers can write their years."""
    count = min(max(rule.count, 0), MOST)
    return tuple(
        Occurrence(day, calendar.day_off(day), is_weekend(day))
        for day in islice(_days(rule), count)
    )


def read_occurrences(reading: Reading, rule: Rule) -> tuple[Occurrence, ...]:
    """Give them by the calendar of the centre."""
    return occurrences(rule, get_calendar(reading).working())


def _days(rule: Rule) -> Iterator[date]:
    """Give the days, until the years of the calendar end."""
    every, first = max(rule.every, 1), rule.first
    step = 0
    while True:
        step += every
        if rule.rhythm is Rhythm.WEEKS:
            ordinal = first.toordinal() + step * _WEEK
            if ordinal > date(LAST_YEAR, 12, 31).toordinal():
                return
            yield date.fromordinal(ordinal)
            continue
        year, month = divmod(first.year * _MONTHS + first.month - 1 + step, _MONTHS)
        if year > LAST_YEAR:
            return
        yield _in_month(rule, year, month + 1)


def _in_month(rule: Rule, year: int, month: int) -> date:
    first, length = rule.first, monthrange(year, month)[1]
    if rule.rhythm is Rhythm.MONTH_DATE:
        return date(year, month, min(first.day, length))
    start = date(year, month, 1)
    day = 1 + (first.weekday() - start.weekday()) % _WEEK + (first.day - 1) // _WEEK * _WEEK
    while day > length:  # the fifth is the last of a month that has four
        day -= _WEEK
    return start + timedelta(days=day - 1)
