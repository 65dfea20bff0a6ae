"""What the calendar of the centre says of a day and of its school year."""

from dataclasses import dataclass
from datetime import date, timedelta

from db.unit_of_work import Reading
from desktop_app.calendar import DayOff, first_of_school_year
from desktop_app.services.calendar_settings import get_calendar
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.dates import hijri_text


@dataclass(frozen=True, slots=True)
class Almanac:
    """A day in the year around it.

    Attributes:
        hijri: its Hijri date in words, where the tables have one.
        days_off: the holidays of its school year, in their order.
    """

    hijri: Bilingual
    days_off: tuple[DayOff, ...]


def get_almanac(reading: Reading, day: date) -> Almanac:
    """Tell the Hijri date of a day and the holidays around it, as the centre corrected them."""
    calendar = get_calendar(reading).working()
    first = first_of_school_year(day)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    words = Bilingual(hijri_text(day, "ar", calendar.hijri), hijri_text(day, "fr", calendar.hijri))
    return Almanac(words, calendar.days_off(first, last))
