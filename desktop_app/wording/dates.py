"""Dates and times as papers write them.

No French space is no-break here: `desktop_app.wording.french.no_break` sets them.
"""

import calendar as gregorian
from collections.abc import Sequence
from datetime import date, time

from desktop_app.calendar import AS_USUAL, HIJRI_MONTHS, MONTHS, WEEKDAYS, HijriCorrections
from desktop_app.calendar import hijri as _hijri
from desktop_app.calendar import school_year as _school_year
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.counted import Case, counted
from desktop_app.wording.gender import Gender
from desktop_app.wording.hours import hour_in_words
from desktop_app.wording.prepositions import de, li


def day(on: date, language: PaperLanguage, *, weekday: bool | None = None) -> str:
    """Write a date: الأربعاء 22 أبريل 2026; *mercredi 22 avril 2026*.

    Args:
        on: the day.
        language: of the paper.
        weekday: whether the weekday comes first; by default it does, but for the first of a month
            (فاتح شتنبر 2026; *1er septembre 2026*).
    """
    plain = f"{_day_number(on, language)} {_month_name(on, language)} {on.year}"
    if weekday is None:
        weekday = on.day != 1
    return f"{_weekday(on, language)} {plain}" if weekday else plain


def double(
    on: date,
    language: PaperLanguage,
    hijri: str | None = None,
    corrections: HijriCorrections = AS_USUAL,
) -> str:
    """Write the weekday, the Hijri date and the Gregorian date, as the opening of minutes does.

    Args:
        on: the day.
        language: of the paper.
        hijri: the Hijri date as text (``4 ذي القعدة 1447``), when it was corrected by hand.
        corrections: of `desktop_app.calendar.hijri`.

    Returns:
        The plain date alone for a day that Hijri tables do not cover.
    """
    text = (hijri or "").strip().removesuffix("هـ").strip() or hijri_text(on, language, corrections)
    if not text:
        return day(on, language, weekday=True)
    plain = day(on, language, weekday=False)
    if language == "ar":
        return f"{_weekday(on, 'ar')} {text} هـ الموافق {li(plain)} م"
    return f"{_weekday(on, 'fr')} {text}, correspondant au {plain}"


def hijri_text(on: date, language: PaperLanguage, corrections: HijriCorrections = AS_USUAL) -> str:
    """Write the Hijri date alone (``4 ذي القعدة 1447``); empty where tables do not reach."""
    found = _hijri(on, corrections)
    if found is None:
        return ""
    name = HIJRI_MONTHS[language][found.month - 1].replace("ذو ", "ذي ")
    number = _first(language) if found.day == 1 else str(found.day)
    return f"{number} {name} {found.year}"


def span(days: Sequence[date], language: PaperLanguage, *, weekday: bool | None = None) -> str:
    """Write the days something lasted, with the word before them.

    One day (يوم …; *le …*), two (يومي … و…; *les … et …*), three or more on end (من … إلى …;
    *du … au …*), or others (أيام …; *les …*). Empty for no day.

    Args:
        days: in any order.
        language: of the paper.
        weekday: whether one or two days bear their weekdays; by default as `day` has it.
    """
    ordered = sorted(set(days))
    if not ordered:
        return ""
    first, last = ordered[0], ordered[-1]
    if len(ordered) == 1:
        return f"{'يوم' if language == 'ar' else 'le'} {day(first, language, weekday=weekday)}"
    pieces = _pieces(ordered, language, weekdays=len(ordered) == 2 and weekday is not False)
    if len(ordered) == 2:
        one, two = pieces
        return f"يومي {one} و{two}" if language == "ar" else f"les {one} et {two}"
    if (last - first).days + 1 == len(ordered):
        one, two = _pieces((first, last), language)
        return f"من {one} إلى {two}" if language == "ar" else f"du {one} au {two}"
    if language == "ar":
        return f"أيام {' و'.join(pieces)}"
    return f"les {', '.join(pieces[:-1])} et {pieces[-1]}"


def _pieces(days: Sequence[date], language: PaperLanguage, *, weekdays: bool = False) -> list[str]:
    """Write each day; its month and year only where the next day has others, and at the end."""
    written = []
    for on, following in zip(days, [*days[1:], None], strict=True):
        other_year = following is None or following.year != on.year
        other_month = following is None or other_year or following.month != on.month
        written.append(
            " ".join(
                filter(
                    None,
                    (
                        _weekday(on, language) if weekdays else "",
                        _day_number(on, language),
                        _month_name(on, language) if other_month else "",
                        str(on.year) if other_year else "",
                    ),
                )
            )
        )
    return written


def period(first: date, last: date, language: PaperLanguage) -> str:
    """Write a period of a report: من فاتح شتنبر 2025 إلى متم يونيو 2026; *du … au …*.

    In Arabic the last day of a month is its متم.
    """
    if language == "fr":
        one, two = _pieces((first, last), "fr")
        return f"du {one} au {two}"
    one, two = (day(on, "ar", weekday=False) for on in (first, last))
    return f"من {one} إلى {_end_of(last) if _is_last(last) else two}"


def cell(on: date) -> str:
    """Write a date in a table's cell: 22/04/2026."""
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def month(on: date, language: PaperLanguage) -> str:
    """شهر ماي 2026; *mois de mai 2026*, *mois d’avril 2026*."""
    name = f"{_month_name(on, language)} {on.year}"
    return f"شهر {name}" if language == "ar" else f"mois {de(name)}"


def for_month(on: date, language: PaperLanguage) -> str:
    """برسم شهر ماي 2026; *au titre du mois de mai 2026*."""
    return f"{'برسم' if language == 'ar' else 'au titre du'} {month(on, language)}"


def until(on: date, language: PaperLanguage, *, year: bool = True) -> str:
    """إلى غاية 30 يونيو 2026; *au 30 juin 2026*."""
    text = f"{_day_number(on, language)} {_month_name(on, language)}"
    return f"{'إلى غاية' if language == 'ar' else 'au'} {text}{f' {on.year}' if year else ''}"


def until_end_of(on: date, language: PaperLanguage) -> str:
    """إلى متم يونيو 2026; *à fin juin 2026*."""
    if language == "ar":
        return f"إلى {_end_of(on)}"
    return f"à fin {_month_name(on, 'fr')} {on.year}"


def school_year(on: date, language: PaperLanguage) -> str:
    """السنة الدراسية 2025/2026; *année scolaire 2025/2026*."""
    return f"{'السنة الدراسية' if language == 'ar' else 'année scolaire'} {_school_year(on)}"


def for_school_year(on: date, language: PaperLanguage) -> str:
    """برسم السنة الدراسية 2025/2026; *au titre de l’année scolaire 2025/2026*."""
    text = school_year(on, language)
    return f"برسم {text}" if language == "ar" else f"au titre de l’{text}"


def term(number: int, language: PaperLanguage) -> str:
    """الأسدس الأول، الأسدس الثاني; *premier semestre, second semestre*."""
    if language == "ar":
        return f"الأسدس {'الأول' if number == 1 else 'الثاني'}"
    return f"{'premier' if number == 1 else 'second'} semestre"


def for_term(number: int, language: PaperLanguage) -> str:
    """برسم الأسدس الأول; *au titre du premier semestre*."""
    return f"{'برسم' if language == 'ar' else 'au titre du'} {term(number, language)}"


def delay(days: int, language: PaperLanguage, gender: Gender = "m") -> str:
    """متأخر يوما واحدا، يومين، 6 أيام; *en retard d’un jour, de 2 jours*."""
    if language == "ar":
        return f"{'متأخر' if gender == 'm' else 'متأخرة'} {counted('day', days, 'ar', 'acc')}"
    return f"en retard {'d’un jour' if days == 1 else de(counted('day', days, 'fr'))}"


def due(days: int, language: PaperLanguage) -> str:
    """Say when something falls due, in days from today: يحل أجله غدا; *échéance demain*."""
    if language == "ar":
        soon = {0: "اليوم", 1: "غدا"}.get(days) or f"بعد {counted('day', days, 'ar', 'gen')}"
        return f"يحل أجله {soon}"
    soon = {0: "aujourd’hui", 1: "demain"}.get(days) or f"dans {counted('day', days, 'fr')}"
    return f"échéance {soon}"


def hour(at: time, language: PaperLanguage, *, in_words: bool = False) -> str:
    """Write a time of day: 9:30, التاسعة والنصف صباحا; *9 h 30*, *neuf heures trente*.

    It stands after «على الساعة» or *à*. In words only at the quarters of an hour (1:00 to 23:30 in
    Arabic); other times stay in digits.
    """
    words = hour_in_words(at, language) if in_words else ""
    if words:
        return words
    if language == "ar":
        return f"{at.hour}:{at.minute:02}"
    return f"{at.hour} h {at.minute:02}" if at.minute else f"{at.hour} h"


def hours(
    start: time | None,
    end: time | None,
    language: PaperLanguage,
    *,
    in_words: bool = False,
) -> str:
    """Write the hours something lasted; from its start on when the end is not known.

    من الساعة 9:30 إلى الساعة 16:00، ابتداء من الساعة 9:30; *de 9 h 30 à 16 h, à partir de 9 h 30*.
    Empty when the start is not known.
    """
    if start is None:
        return ""
    first = hour(start, language, in_words=in_words)
    if end is None:
        return f"ابتداء من الساعة {first}" if language == "ar" else f"à partir {de(first)}"
    last = hour(end, language, in_words=in_words)
    if language == "ar":
        return f"من الساعة {first} إلى الساعة {last}"
    return f"{de(first)} à {last}"


def duration(minutes: int, language: PaperLanguage, case: Case = "plain") -> str:
    """Write a duration: ساعتان ونصف، 45 دقيقة، 3 ساعات; *2 h 30, 45 minutes, 3 heures*."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return counted("minute", rest, language, case)
    if not rest:
        return counted("hour", whole, language, case)
    if language == "fr":
        return f"{whole} h {rest:02}"
    long = "ساعة" if whole == 1 else counted("hour", whole, "ar", case)
    return f"{long} و{'نصف' if rest == 30 else counted('minute', rest, 'ar', case)}"


def _weekday(on: date, language: PaperLanguage) -> str:
    return WEEKDAYS[language][on.weekday()]


def _month_name(on: date, language: PaperLanguage) -> str:
    return MONTHS[language][on.month - 1]


def _day_number(on: date, language: PaperLanguage) -> str:
    return _first(language) if on.day == 1 else str(on.day)


def _first(language: PaperLanguage) -> str:
    return "فاتح" if language == "ar" else "1er"


def _end_of(on: date) -> str:
    return f"متم {_month_name(on, 'ar')} {on.year}"


def _is_last(on: date) -> bool:
    return on.day == gregorian.monthrange(on.year, on.month)[1]
