"""Days and hours as the window writes them, in its language."""

from collections.abc import Iterable
from datetime import date, time

from desktop_app.calendar import MONTHS, WEEKDAYS
from desktop_app.direction import has_arabic, ltr, own_order
from desktop_app.i18n import Language
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.french import bare


def number_of(day: date, language: Language) -> str:
    """Write the number of a day in its month; French writes ``1er``."""
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def short_day(day: date, language: Language) -> str:
    """Write a day for a narrow column (``20 May 2026``)."""
    return f"{number_of(day, language)} {MONTHS[language][day.month - 1]} {day.year}"


def long_day(day: date, language: Language) -> str:
    """Write a day with its name (``Wednesday 20 May 2026``)."""
    return f"{WEEKDAYS[language][day.weekday()].capitalize()} {short_day(day, language)}"


def hours(start: time | None, end: time | None) -> str:
    """Write from when to when (``09:30–12:30``); empty when the start is not fixed."""
    if start is None:
        return ""
    return f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}"


def text_for(text: Bilingual, language: Language) -> str:
    """Give a recorded text in the window's language, or in the one it was typed in."""
    return text.best("fr" if language == "fr" else "ar")


def name_for(text: Bilingual, language: Language) -> str:
    """Give a recorded name as it stands alone: a French one without article, with a capital."""
    return capitalised(bare(text_for(text, language)))


def listed(parts: Iterable[str], *, right_to_left: bool) -> str:
    """Join parts of a line, each in its own direction, in the order of the window's.

    Args:
        parts: that say one thing each; empty ones are left out.
        right_to_left: whether lines of the window run from the right.
    """
    shown = [part for part in parts if part]
    other = [has_arabic(part) is not right_to_left for part in shown]
    mark = "\u200e" if other[:1] == [True] and not right_to_left else ""
    return mark + " · ".join(
        own_order(part) if turns else part for part, turns in zip(shown, other, strict=True)
    )


def capitalised(text: str) -> str:
    """Begin a text that stands alone with a capital, as ``atelier de travail`` needs."""
    return f"{text[:1].upper()}{text[1:]}"


def percent(number: int, language: Language) -> str:
    """Write a share of a hundred: ``64%``, in French with a narrow space before the sign."""
    return ltr(f"{number}\u202f%" if language == "fr" else f"{number}%")
