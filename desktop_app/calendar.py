"""Months, weekdays, Hijri dates, school years and fixed holidays of Morocco.

Hijri dates follow the observed rule that Morocco is most often a day behind Umm al-Qura: the
date one day earlier is converted. Where the moon was seen otherwise, a correction for that month
is given by the caller.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
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

USUAL_GAP = -1
LONGEST_HIJRI_MONTH = 30


class HijriDate(NamedTuple):
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


def hijri(day: date, corrections: Mapping[HijriMonth, int] | None = None) -> HijriDate | None:
    """Give the Hijri date of a day as Morocco counts it.

    Args:
        day: a Gregorian day.
        corrections: for a month ``(Hijri year, month)`` by how many days Morocco differs from Umm
            al-Qura: 0, -1 or -2. A month that is not named differs by -1.

    Returns:
        The Hijri date, or None outside the years that Umm al-Qura tables cover (1343 to 1500,
        that is 1924 to 2077).
    """
    from hijridate import Gregorian  # slow to load, wanted by few screens

    corrections = corrections or {}
    try:
        met = Gregorian.fromdate(day + timedelta(days=USUAL_GAP)).to_hijri()
        here = (met.year, met.month)
        start = _month_start(here, corrections)
        following = _month_start(_next_month(here), corrections)
    except OverflowError:
        return None
    if day >= following:
        here, start = _next_month(here), following
    elif day < start:
        here = _previous_month(here)
        start = _month_start(here, corrections)
    return HijriDate(*here, min((day - start).days + 1, LONGEST_HIJRI_MONTH))


def correction(month: HijriMonth, first_day: date) -> int:
    """Give the correction that makes a Hijri month begin on the day it was announced for.

    Raises:
        OverflowError: the month lies outside the Umm al-Qura tables.
    """
    return (_month_start(month, {month: 0}) - first_day).days


def _month_start(month: HijriMonth, corrections: Mapping[HijriMonth, int]) -> date:
    from hijridate import Hijri  # slow to load, wanted by few screens

    first = Hijri(*month, 1).to_gregorian()
    return date(first.year, first.month, first.day) - timedelta(
        days=corrections.get(month, USUAL_GAP)
    )


def _next_month(month: HijriMonth) -> HijriMonth:
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def _previous_month(month: HijriMonth) -> HijriMonth:
    year, number = month
    return (year - 1, 12) if number == 1 else (year, number - 1)


def school_year(day: date) -> str:
    """Give the school year of a day as ``2025/2026``; it begins on 1 September."""
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}/{first + 1}"


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


def fixed_holiday(day: date) -> Holiday | None:
    """Give the fixed holiday that falls on a day, if any."""
    for holiday in FIXED_HOLIDAYS:
        if (holiday.month, holiday.day) == (day.month, day.day) and day.year >= holiday.since:
            return holiday
    return None
