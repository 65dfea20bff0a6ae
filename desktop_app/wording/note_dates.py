"""Due dates found in notes typed during a session, in Arabic, French or English.

A date counts after a trigger (قبل، في أجل أقصاه؛ *avant le*, *d’ici*; *by*, *until*) or at the end
of a line; nothing else is touched. Impossible dates, hours and counts are no dates.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.folding import Folded, fold
from desktop_app.wording.note_grammar import (
    DAY_WORDS,
    FOUND,
    MONTHS,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    is_delay,
    milestone_pattern,
)

FRIDAY = 5
MIDDLE = 15
YEARS_AHEAD = 9
"""How far the next 29 February may lie."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_AROUND_MARK = re.compile(r"(?<=\d)\s*([/.-])\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A period of the school year that notes may name.

    Attributes:
        names: in any language, as people write them, in French without article.
        start, end: first and last day.
    """

    names: tuple[str, ...]
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in a note.

    Attributes:
        on: the date; None when the note says on purpose that there is none (مستمر، *en continu*).
        start, end: where the words stand in the text, the trigger included.
        past: a date with its year that lies before today: to be shown as doubtful.
    """

    on: date | None
    start: int
    end: int
    past: bool = False

    @property
    def ongoing(self) -> bool:
        """Whether the note says that there is no due date, on purpose."""
        return self.on is None


@dataclass(frozen=True, slots=True)
class _Known:
    today: date
    milestones: Sequence[Milestone]
    next_session: date | None


_Groups = Mapping[str, str | None]


def parse(
    text: str,
    today: date,
    milestones: Sequence[Milestone] = (),
    next_session: date | None = None,
) -> FoundDate | None:
    """Find the due date that a note names.

    Args:
        text: one or several lines, in any of the three languages.
        today: dates without a year are this day or the next one ahead.
        milestones: periods that a note may name: قبل gives the start, متم the end.
        next_session: date of the next session of the same series, for الجلسة المقبلة.

    Returns:
        The last date after a deadline's trigger (قبل، *avant*, *by*…), else the last date of any
        kind; None when there is none.
    """
    folded = Folded(text)
    known = _Known(today, milestones, next_session)
    matches = list(FOUND.finditer(folded.text))
    names = {fold(name).strip() for one in milestones for name in one.names} - {""}
    if names:
        matches += milestone_pattern(names).finditer(folded.text)
    best: tuple[bool, int, FoundDate] | None = None
    for match in matches:
        groups = match.groupdict()
        on = _resolve(groups, known)
        if on is None and not groups.get("ongoing"):
            continue
        rank = (groups["deadline"] is not None, match.start())
        if best is None or rank > best[:2]:
            place = folded.span(*match.span("all"))
            best = (*rank, FoundDate(on, *place, past=on is not None and on < today))
    return best[2] if best else None


def parse_day(text: str, today: date) -> date | None:
    """Read a day typed or pasted into a field of its own; None when anything else stands there.

    Signs of direction do not count, nor do spaces around the marks of a date.
    """
    text = _AROUND_MARK.sub(r"\1", _DIRECTION.sub("", text)).strip()
    found = parse(text, today)
    whole = found is not None and (found.start, found.end) == (0, len(text))
    return found.on if found is not None and whole else None


def _resolve(groups: _Groups, known: _Known) -> date | None:
    for name, resolver in _RESOLVERS.items():
        if groups.get(name):
            try:
                return resolver(groups, known)
            except (ValueError, OverflowError):  # no such day, or beyond the calendar
                return None
    return None


def _text(groups: _Groups, name: str) -> str:
    return groups.get(name) or ""


def _number(groups: _Groups, name: str) -> int:
    return int(re.sub(r"\D", "", _text(groups, name)) or 1)


def _month(groups: _Groups, name: str) -> int:
    return MONTHS[_text(groups, name).removesuffix(".")]


def _dated(year: str, month: int, day: int, today: date) -> date:
    """Give the date in its year, or without a year today or the next such date ahead.

    Day 0 is the last of the month.
    """
    years = [int(year)] if year else range(today.year, today.year + YEARS_AHEAD)
    for one in years:
        if not 1 <= month <= 12:
            break
        last = monthrange(one, month)[1]
        if day <= last and (year or date(one, month, day or last) >= today):
            return date(one, month, day or last)
    raise ValueError(day, month, year)


def _iso(groups: _Groups, _: _Known) -> date:
    return date(
        _number(groups, "iso_year"), _number(groups, "iso_month"), _number(groups, "iso_day")
    )


def _numeric(groups: _Groups, known: _Known) -> date | None:
    year, day = _text(groups, "year"), _number(groups, "day")
    full = f"20{year}" if len(year) == 2 else year
    return _dated(full, _number(groups, "month"), day, known.today) if day else None


def _named(groups: _Groups, known: _Known) -> date | None:
    day, month = _number(groups, "named_day"), _month(groups, "named_month")
    return _dated(_text(groups, "named_year"), month, day, known.today) if day else None


def _end_of_month(groups: _Groups, known: _Known) -> date:
    return _dated(_text(groups, "end_year"), _month(groups, "end_month"), 0, known.today)


def _middle(groups: _Groups, known: _Known) -> date:
    year, month = _text(groups, "middle_year"), _month(groups, "middle_month")
    return _dated(year, month, MIDDLE, known.today)


def _end_of_period(groups: _Groups, known: _Known) -> date:
    following = bool(groups.get("end_next") or _text(groups, "end_following"))
    if groups["end_unit"] in {"الاسبوع", "semaine", "week"}:
        return _friday(known.today, weeks=int(following))
    first = _months_later(known.today.replace(day=1), int(following))
    return first.replace(day=monthrange(first.year, first.month)[1])


def _friday(today: date, weeks: int) -> date:
    """Give the Friday of a week; for this one never a day that has gone."""
    return max(today, today + timedelta(days=FRIDAY - today.isoweekday(), weeks=weeks))


def _weekday(groups: _Groups, known: _Known) -> date:
    wanted = WEEKDAYS[_text(groups, "weekday")]
    today = known.today.isoweekday()
    if groups.get("weekday_next"):
        return known.today + timedelta(days=wanted - today, weeks=1)
    return known.today + timedelta(days=(wanted - today - 1) % 7 + 1)


def _day_word(groups: _Groups, known: _Known) -> date:
    return known.today + timedelta(days=DAY_WORDS[_text(groups, "day_word")])


def _delay(groups: _Groups, known: _Known) -> date | None:
    unit, implied = UNITS[_text(groups, "unit")]
    count = _text(groups, "count")
    number = NUMBERS.get(count) or int(count or implied)
    if not number or not is_delay(_text(groups, "trigger")):
        return None
    if unit == "month":
        return _months_later(known.today, number)
    return known.today + timedelta(days=number * (7 if unit == "week" else 1))


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _milestone(groups: _Groups, known: _Known) -> date | None:
    name = _text(groups, "milestone")
    at_end = bool(groups.get("end")) or is_delay(_text(groups, "trigger").replace("d'ici", ""))
    days = sorted(
        one.end if at_end else one.start
        for one in known.milestones
        if name in map(str.strip, map(fold, one.names))
    )
    return next((day for day in days if day >= known.today), days[-1])


_RESOLVERS: Mapping[str, Callable[[_Groups, _Known], date | None]] = {
    "iso_year": _iso,
    "day": _numeric,
    "named_day": _named,
    "end_month": _end_of_month,
    "end_unit": _end_of_period,
    "middle_month": _middle,
    "this_week": lambda _, known: _friday(known.today, weeks=0),
    "next_week": lambda _, known: _friday(known.today, weeks=1),
    "weekday": _weekday,
    "day_word": _day_word,
    "unit": _delay,
    "session": lambda _, known: known.next_session,
    "milestone": _milestone,
}
