"""Months, weekdays, Hijri dates, school years and fixed holidays of Morocco.

Hijri dates follow the observed rule that Morocco is most often a day behind Umm al-Qura: the
date one day earlier is converted. Where the moon was seen otherwise, a correction for that month
is given by the caller (`HijriCorrections`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple

Language = Literal["ar", "fr", "en"]
HijriMonth = tuple[int, int]

MONTHS: Mapping[Language, tuple[str, ...]] = {
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
        *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
"""January first."""

WEEKDAYS: Mapping[Language, tuple[str, ...]] = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""Monday first, as `date.weekday` counts."""

HIJRI_MONTHS: Mapping[Literal["ar", "fr"], tuple[str, ...]] = {
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
    "fr": (
        *("moharrem", "safar", "rabii I", "rabii II", "joumada I", "joumada II"),
        *("rejeb", "chaabane", "ramadan", "chaoual", "kaada", "hija"),
    ),
}
"""Moharrem first; standing alone, before ``ذو`` becomes ``ذي`` after a day."""

FIRST_YEAR, LAST_YEAR = 1925, 2076
"""Years whose every day has a Hijri date in the tables of hijridate."""
USUAL_GAP = -1
LONGEST_HIJRI_MONTH = 30


class HijriDate(NamedTuple):
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class HijriCorrections:
    """By how many days Morocco differs from Umm al-Qura: 0, -1 or -2.

    Attributes:
        usual: in the months that are not named.
        months: by Hijri year and month, where the month was announced.
    """

    usual: int = USUAL_GAP
    months: Mapping[HijriMonth, int] = field(default_factory=dict)

    def first_day(self, month: HijriMonth) -> date:
        """Give the day on which a month begins.

        Raises:
            OverflowError: the month lies outside the Umm al-Qura tables.
        """
        return _month_start(month, self.months.get(month, self.usual))


AS_USUAL = HijriCorrections()


def hijri(day: date, corrections: HijriCorrections = AS_USUAL) -> HijriDate | None:
    """Give the Hijri date of a day as Morocco counts it.

    Returns:
        The Hijri date, or None outside the years that Umm al-Qura tables cover (1343 to 1500,
        that is 1924 to 2077).
    """
    from hijridate import Gregorian  # slow to load, wanted by few screens

    try:
        met = Gregorian.fromdate(day + timedelta(days=USUAL_GAP)).to_hijri()
        here = (met.year, met.month)
        start = corrections.first_day(here)
        following = corrections.first_day(next_hijri_month(here))
    except OverflowError:
        return None
    if day >= following:
        here, start = next_hijri_month(here), following
    elif day < start:
        here = _previous_month(here)
        start = corrections.first_day(here)
    return HijriDate(*here, min((day - start).days + 1, LONGEST_HIJRI_MONTH))


def correction(month: HijriMonth, first_day: date) -> int:
    """Give the correction that makes a Hijri month begin on the day it was announced for.

    Raises:
        OverflowError: the month lies outside the Umm al-Qura tables.
    """
    return (_month_start(month, 0) - first_day).days


def _month_start(month: HijriMonth, gap: int) -> date:
    from hijridate import Hijri  # slow to load, wanted by few screens

    first = Hijri(*month, 1).to_gregorian()
    return date(first.year, first.month, first.day) - timedelta(days=gap)


def next_hijri_month(month: HijriMonth) -> HijriMonth:
    """Give the month that follows a Hijri month."""
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def _previous_month(month: HijriMonth) -> HijriMonth:
    year, number = month
    return (year - 1, 12) if number == 1 else (year, number - 1)


def school_year(day: date) -> str:
    """Give the school year of a day as ``2025/2026``; it begins on 1 September."""
    first = first_of_school_year(day).year
    return f"{first}/{first + 1}"


def first_of_school_year(day: date) -> date:
    """Give the first day of the school year of a day."""
    return date(day.year if day.month >= 9 else day.year - 1, 9, 1)


def parse_school_year(text: str) -> str | None:
    """Bring a school year typed as ``2025-2026`` or ``2025/26`` to ``2025/2026``.

    Returns:
        None when the text is no pair of years that follow each other.
    """
    found = re.fullmatch(r"\s*(\d{4})\s*[-/–]\s*(\d{4}|\d{2})\s*", text, re.ASCII)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    if len(found[2]) == 2:
        second += first - first % 100
        second += 100 if second < first else 0
    first, second = sorted((first, second))
    return f"{first}/{second}" if second == first + 1 else None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of administrations that falls on the same day each year.

    Attributes:
        since: first year it was kept, when it is recent.
    """

    month: int
    day: int
    ar: str
    fr: str
    en: str
    since: int = 0


FIXED_HOLIDAYS = (
    Holiday(1, 1, "فاتح السنة الميلادية", "Nouvel an", "New Year’s Day"),
    Holiday(
        *(1, 11, "ذكرى تقديم وثيقة الاستقلال"),
        "Manifeste de l’indépendance",
        "Proclamation of Independence",
    ),
    Holiday(1, 14, "رأس السنة الأمازيغية", "Nouvel an amazigh", "Amazigh New Year", 2024),
    Holiday(5, 1, "عيد الشغل", "Fête du travail", "Labour Day"),
    Holiday(7, 30, "عيد العرش", "Fête du Trône", "Throne Day"),
    Holiday(
        *(8, 14, "ذكرى استرجاع إقليم وادي الذهب"),
        "Récupération de Oued Ed-Dahab",
        "Recovery of Oued Ed-Dahab",
    ),
    Holiday(
        *(8, 20, "ذكرى ثورة الملك والشعب"),
        "Révolution du Roi et du Peuple",
        "Revolution of the King and the People",
    ),
    Holiday(8, 21, "عيد الشباب", "Fête de la jeunesse", "Youth Day"),
    Holiday(10, 31, "عيد الوحدة", "Fête de l’unité", "Unity Day", 2025),
    Holiday(11, 6, "عيد المسيرة الخضراء", "Marche verte", "Green March"),
    Holiday(11, 18, "عيد الاستقلال", "Fête de l’indépendance", "Independence Day"),
)


@dataclass(frozen=True, slots=True)
class MoonHoliday:
    """A holiday that falls on the same day of the Hijri year."""

    month: int
    day: int
    days: int
    ar: str
    fr: str
    en: str


MOON_HOLIDAYS = (
    MoonHoliday(1, 1, 1, "فاتح محرم", "1er moharrem", "1 Moharrem"),
    MoonHoliday(3, 12, 2, "عيد المولد النبوي", "Aïd Al Mawlid", "Mawlid"),
    MoonHoliday(10, 1, 2, "عيد الفطر", "Aïd Al Fitr", "Eid al-Fitr"),
    MoonHoliday(12, 10, 2, "عيد الأضحى", "Aïd Al Adha", "Eid al-Adha"),
)


@dataclass(frozen=True, slots=True)
class DayOff:
    """One or more days on end on which administrations are closed, beside week-ends.

    Attributes:
        estimated: computed from the moon's usual course, not announced yet.
        month: the Hijri month that decides its day, for a holiday of the moon.
    """

    first: date
    last: date
    ar: str
    fr: str
    en: str = ""
    estimated: bool = False
    month: HijriMonth | None = None


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked: week-ends, fixed and moon holidays, exceptional ones.

    Attributes:
        hijri: decides the holidays of the moon; those of a named month are announced.
        exceptional: what the government closed beside the yearly holidays.
    """

    hijri: HijriCorrections = AS_USUAL
    exceptional: tuple[DayOff, ...] = ()

    def days_off(self, first: date, last: date) -> tuple[DayOff, ...]:
        """Give the holidays that touch a period, in their order."""
        every = (*_fixed_between(first, last), *self._moon_between(first, last), *self.exceptional)
        touching = [one for one in every if one.first <= last and first <= one.last]
        return tuple(sorted(touching, key=lambda one: (one.first, one.last)))

    def day_off(self, day: date) -> DayOff | None:
        """Give the holiday that a day belongs to, the exceptional one first, if any."""
        found = self.days_off(day, day)
        return next((one for one in found if one in self.exceptional), None) or next(
            iter(found), None
        )

    def is_worked(self, day: date) -> bool:
        """Tell whether a day is neither of a week-end nor a holiday."""
        return not is_weekend(day) and self.day_off(day) is None

    def _moon_between(self, first: date, last: date) -> list[DayOff]:
        begin, end = hijri(first, self.hijri), hijri(last, self.hijri)
        if begin is None or end is None:
            return []
        return [
            self._moon(holiday, year)
            for year in range(begin.year, end.year + 1)
            for holiday in MOON_HOLIDAYS
        ]

    def _moon(self, holiday: MoonHoliday, year: int) -> DayOff:
        month = (year, holiday.month)
        start = self.hijri.first_day(month) + timedelta(days=holiday.day - 1)
        return DayOff(
            start,
            start + timedelta(days=holiday.days - 1),
            *(holiday.ar, holiday.fr, holiday.en),
            estimated=month not in self.hijri.months,
            month=month,
        )


def is_weekend(day: date) -> bool:
    """Tell Saturday and Sunday from the other days."""
    return day.weekday() >= 5


def _fixed_between(first: date, last: date) -> list[DayOff]:
    return [
        DayOff(day, day, holiday.ar, holiday.fr, holiday.en)
        for year in range(first.year, last.year + 1)
        for holiday in FIXED_HOLIDAYS
        if year >= holiday.since
        for day in (date(year, holiday.month, holiday.day),)
    ]
