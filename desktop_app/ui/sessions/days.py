"""The days of a session as the window writes them."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from desktop_app.calendar import MONTHS
from desktop_app.direction import ltr
from desktop_app.i18n import Language
from desktop_app.ui.text import hours, long_day, number_of, short_day

_COMMA = {"ar": "، ", "fr": ", ", "en": ", "}


def month_name(day: date, language: Language) -> str:
    """Name a month with its year (``May 2026``)."""
    return f"{MONTHS[language][day.month - 1].capitalize()} {day.year}"


def span(first: date, last: date, language: Language) -> str:
    """Write from which day to which (``20–22 May 2026``), or the one day."""
    if first == last:
        return short_day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_run((first, last), language)} {_month(last, language)} {last.year}"
    if first.year == last.year:
        return (
            f"{number_of(first, language)} {_month(first, language)} – {short_day(last, language)}"
        )
    return f"{short_day(first, language)} – {short_day(last, language)}"


def all_days(days: Sequence[date], language: Language) -> str:
    """Write every day of a session: one with its name, several with their month.

    Days that follow one another are joined (``20–22, 27 May 2026``).
    """
    if len(days) == 1:
        return long_day(days[0], language)
    months: dict[tuple[int, int], list[date]] = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    last_of_year = {year: (year, month) for year, month in months}
    parts = []
    for (year, month), members in months.items():
        runs = _COMMA[language].join(_run(run, language) for run in _runs(members))
        ends_year = last_of_year[year] == (year, month)
        name = _month(members[0], language)
        parts.append(f"{runs} {name} {year}" if ends_year else f"{runs} {name}")
    return _COMMA[language].join(parts)


def when(days: Sequence[date], start: time | None, end: time | None, language: Language) -> str:
    """Write the days and hours of a session; empty when nothing of it is fixed."""
    clock = hours(start, end)
    parts = (all_days(days, language) if days else "", ltr(clock) if clock else "")
    return _COMMA[language].join(part for part in parts if part)


def _month(day: date, language: Language) -> str:
    return MONTHS[language][day.month - 1]


def _runs(days: Iterable[date]) -> list[list[date]]:
    """Part days into those that follow one another."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run(run: Sequence[date], language: Language) -> str:
    first = number_of(run[0], language)
    return first if len(run) == 1 else ltr(f"{first}–{run[-1].day}")
