"""The calendar as the centre keeps it: Hijri corrections and exceptional holidays."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.calendar import USUAL_GAP, DayOff, HijriCorrections, WorkingCalendar
from desktop_app.services.drafts import Draft, Label
from desktop_app.services.records import keep_setting, kept_setting
from desktop_app.services.validation import check_day, checked, require

LONGEST_HOLIDAY = 31
_CALENDAR = "calendar"
_Correction = Annotated[int, Meta(ge=-2, le=0)]


class HijriMonthDraft(Draft, frozen=True):
    """By how many days a month was announced away from Umm al-Qura."""

    year: Annotated[int, Meta(ge=1344, le=1499)]
    month: Annotated[int, Meta(ge=1, le=12)]
    correction: _Correction


class HolidayDraft(Draft, frozen=True):
    """An exceptional holiday, of one day or several on end."""

    name: Label
    first: date
    last: date


class CalendarDraft(Draft, frozen=True):
    """The settings of the calendar.

    Attributes:
        correction: of the Hijri months that are not named in `months`.
    """

    correction: _Correction = USUAL_GAP
    months: Annotated[tuple[HijriMonthDraft, ...], Meta(max_length=1000)] = ()
    holidays: Annotated[tuple[HolidayDraft, ...], Meta(max_length=1000)] = ()

    def working(self) -> WorkingCalendar:
        """Tell which days are worked."""
        months = {(one.year, one.month): one.correction for one in self.months}
        return WorkingCalendar(
            HijriCorrections(self.correction, months),
            tuple(DayOff(one.first, one.last, one.name.ar, one.name.fr) for one in self.holidays),
        )


def get_calendar(reading: Reading) -> CalendarDraft:
    """Give the settings of the calendar; what was never set has its default."""
    return msgspec.convert(kept_setting(reading, _CALENDAR) or {}, CalendarDraft)


def set_calendar(work: UnitOfWork, draft: CalendarDraft) -> None:
    """Keep the settings of the calendar.

    Raises:
        FieldError: a setting is refused.
    """
    keep_setting(work, _CALENDAR, msgspec.to_builtins(checked_calendar(draft)))


def checked_calendar(draft: CalendarDraft) -> CalendarDraft:
    """Give the settings of the calendar as they may be kept.

    Raises:
        FieldError: a setting is refused.
    """
    draft = checked(draft, CalendarDraft)
    named = [(one.year, one.month) for one in draft.months]
    for index, month in enumerate(named):
        require(
            month not in named[:index],
            ("months", index),
            UserError("this month is corrected already."),
        )
    for index, holiday in enumerate(draft.holidays):
        require(
            holiday.name.bilingual(),
            ("holidays", index, "name"),
            UserError("a holiday needs its name."),
        )
        check_day(holiday.first, ("holidays", index, "first"))
        require(
            0 <= (holiday.last - holiday.first).days < LONGEST_HOLIDAY,
            ("holidays", index, "last"),
            UserError(
                "the last day must follow the first, by at most {most} days.", most=LONGEST_HOLIDAY
            ),
        )
    return draft
