"""Times of day in words, and as they are typed."""

import re
from datetime import time

from db.folding import fold
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.numbers import cardinal

_NAMES = (
    *("الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة"),
    *("السابعة", "الثامنة", "التاسعة", "العاشرة", "الحادية عشرة", "الثانية عشرة"),
)
_TYPED = re.compile(
    r"(?P<digits>\d{1,4})"
    r"|(?P<hour>\d{1,2}) ?(?:[:.,h]|س|heures?) ?(?P<minute>\d{2})?(?: ?(?:min|mn|د))?"
)
_QUARTERS = {0: "", 15: " والربع", 30: " والنصف", 45: " إلا ربعا"}


def hour_in_words(at: time, language: PaperLanguage) -> str:
    """Write a quarter of an hour in words: التاسعة والنصف صباحا; *neuf heures trente*.

    The part of the day follows the hour named: to 11 صباحا, 12 زوالا, 1 to 5 بعد الزوال, 6 on مساء.

    Returns:
        An empty text for other minutes and, in Arabic, from 23:45 to 0:59, which stay in digits.
    """
    if at.minute not in _QUARTERS:
        return ""
    if language == "fr":
        hours = f"{cardinal(at.hour, 'fr', 'f')} {'heure' if at.hour < 2 else 'heures'}"
        return f"{hours} {cardinal(at.minute, 'fr')}" if at.minute else hours
    named = at.hour + (at.minute == 45)
    if not at.hour >= 1 or named > 23:
        return ""
    return f"{_NAMES[(named - 1) % 12]}{_QUARTERS[at.minute]} {_part_of_day(named)}"


def _part_of_day(named: int) -> str:
    if named <= 11:
        return "صباحا"
    if named == 12:
        return "زوالا"
    return "بعد الزوال" if named <= 17 else "مساء"


def parse_hour(text: str) -> time | None:
    """Read an hour as people type it: ``9``, ``930``, ``9:30``, ``9h30``, ``9 س``; else None."""
    found = _TYPED.fullmatch(fold(text).strip())
    if found is None:
        return None
    digits = found["digits"] or ""
    hour, minute = found["hour"] or digits[:-2], found["minute"] or digits[-2:]
    if digits and len(digits) < 3:
        hour, minute = digits, "0"
    at = int(hour) * 60 + int(minute or 0)
    return time(*divmod(at, 60)) if int(minute or 0) < 60 and at < 24 * 60 else None
