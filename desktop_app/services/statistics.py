"""What a period came to: sessions, attendance and outcomes, with last year beside them.

All is counted where it lies, over bare columns; what is read are sums.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Date, DateTime, TextualSelect, bindparam, text

from db.codes import OVER, FollowUpState, OutcomeKind
from db.unit_of_work import Reading
from desktop_app.services.in_force import NO_BODY, BodyLine, bodies_on
from desktop_app.services.session_list import type_labels
from desktop_app.services.standing import COUNT_OWNED, OWNED, late_first
from desktop_app.services.statistics_data import (
    DirectorateFigures,
    Figures,
    Period,
    Presence,
    PresenceLine,
    Statistics,
    Step,
    year_before,
)
from desktop_app.wording.bilingual import Bilingual

MOST_PEOPLE: Final = 200
"""So many people, functions and bodies are told of, those most often invited first."""
ELSEWHERE: Final = Bilingual("جهات أخرى", "Autres entités")
_OPEN: Final = tuple(state.value for state in FollowUpState if state not in OVER)
_DAYS: Final = ("first", "last", "today")

HELD: Final = """
    held (session_id, day) AS MATERIALIZED (
        SELECT session_id, min(day) FROM session_days JOIN sessions ON sessions.id = session_id
        WHERE state IN ('held', 'drafting', 'signed', 'sent') AND day <= :last
        GROUP BY session_id HAVING min(day) >= :first
    )
"""
LINES: Final = f"""
    WITH RECURSIVE {HELD},
    above (body_id, directorate_id) AS (
        SELECT id, id FROM bodies WHERE kind = 'directorate'
        UNION
        SELECT bodies.id, directorate_id FROM bodies JOIN above ON parent_id = body_id
    ),
    dated (person_id, body_id, title_ar, title_fr, from_day, to_day, number) AS (
        SELECT person_id, body_id, title_ar, title_fr, valid_from,
            lead(valid_from) OVER career, row_number() OVER career
        FROM appointments
        WINDOW career AS (PARTITION BY person_id ORDER BY valid_from NULLS FIRST, id)
    ),
    posts AS MATERIALIZED (SELECT * FROM dated)
"""  # noqa: S608 - constants
IN_FORCE: Final = """
    LEFT JOIN posts ON posts.person_id = attendance.person_id
        AND (number = 1 OR from_day <= day) AND (to_day IS NULL OR day < to_day)
"""
_COUNTS: Final = """
    count(CASE WHEN invited AND attendance.state <> 'not_recorded' THEN 1 END) AS invited,
    count(CASE WHEN invited AND attendance.state IN ('present', 'remote') THEN 1 END) AS came,
    count(CASE WHEN invited AND attendance.state = 'represented' THEN 1 END) AS represented,
    count(CASE WHEN attendance.state IN ('present', 'remote') THEN 1 END) AS participants
"""


def question(words: str, **columns: type[Date | DateTime]) -> TextualSelect:
    """Make a question; the days and lists that it names get their types."""
    named = [bindparam(name, type_=Date) for name in _DAYS if f":{name}" in words]
    named += [bindparam(name, expanding=True) for name in ("open", "ids") if f":{name}" in words]
    if ":moment" in words:
        named.append(bindparam("moment", type_=DateTime))
    return text(words).bindparams(*named).columns(**columns)


_PRESENCE: Final = question(
    f"""
    {LINES}
    SELECT attendance.person_id, posts.body_id, title_ar, title_fr, {_COUNTS}
    FROM held JOIN attendance ON attendance.session_id = held.session_id {IN_FORCE}
    GROUP BY attendance.person_id, posts.body_id, title_ar, title_fr
    """  # noqa: S608 - constants
)
_PRESENCE_ALONE: Final = question(
    f"""
    WITH {HELD}
    SELECT {_COUNTS} FROM held JOIN attendance ON attendance.session_id = held.session_id
    """  # noqa: S608 - constants
)
_TOOK_PART: Final = question(
    f"""
    {LINES}
    SELECT directorate_id, count(DISTINCT attendance.session_id)
    FROM held JOIN attendance ON attendance.session_id = held.session_id {IN_FORCE}
    LEFT JOIN above ON above.body_id = posts.body_id
    WHERE state IN ('present', 'remote', 'represented')
    GROUP BY directorate_id
    """  # noqa: S608 - constants
)
_SESSIONS: Final = question(
    f"""
    WITH {HELD}
    SELECT type_code, day, count(*) FROM held JOIN sessions ON sessions.id = session_id
    GROUP BY type_code, day
    """,  # noqa: S608 - constants
    day=Date,
)
_STOOD: Final = """
    coalesce(
        (SELECT state FROM outcome_changes
            WHERE outcome_id = outcomes.id AND at < :moment ORDER BY at DESC, id DESC LIMIT 1),
        (SELECT 'not_started' FROM outcome_changes WHERE outcome_id = outcomes.id LIMIT 1),
        outcomes.state
    )
"""
"""As an outcome stood at a moment; without any change it is as it was recorded."""
_OUTCOMES: Final = """
    WITH {held},
    stood (kind, state, due) AS (
        SELECT kind, {state}, due FROM held JOIN outcomes ON outcomes.session_id = held.session_id
    )
    SELECT kind, state, state IN :open AND due < :today AS is_late, count(*), min(due) AS since
    FROM stood GROUP BY 1, 2, 3
"""
_OUTCOMES_NOW: Final = question(_OUTCOMES.format(held=HELD, state="outcomes.state"), since=Date)
_OUTCOMES_THEN: Final = question(_OUTCOMES.format(held=HELD, state=_STOOD), since=Date)
_CLOSED: Final = question(
    f"""
    WITH {HELD}
    SELECT day, max(at) AS at
    FROM held JOIN outcomes ON outcomes.session_id = held.session_id
    JOIN outcome_changes ON outcome_id = outcomes.id AND outcome_changes.state = 'done'
    WHERE outcomes.state = 'done' AND at < :moment
    GROUP BY outcomes.id, day
    """,  # noqa: S608 - constants
    day=Date,
    at=DateTime,
)
CHOSEN: Final = """
    chosen (id, owner_person_id, step) AS MATERIALIZED (
        SELECT id, owner_person_id, CASE
            WHEN state = 'done' THEN 'done'
            WHEN due < :today THEN 'late'
            WHEN state IN ('in_progress', 'partly_done') THEN 'in_progress' ELSE 'open' END
        FROM held JOIN outcomes ON outcomes.session_id = held.session_id
        WHERE state NOT IN ('cancelled', 'passed_on')
    )
"""
_OF_DIRECTORATES: Final = question(
    f"""
    WITH RECURSIVE {HELD},
    {CHOSEN}, {OWNED} {COUNT_OWNED}
    """
)
_DIRECTORATES: Final = question("SELECT id FROM bodies WHERE kind = 'directorate' ORDER BY id")
_PARENTS: Final = question("SELECT id, parent_id FROM bodies")
_NAMES: Final = question("SELECT id, name_ar, name_fr FROM people WHERE id IN :ids")


def get_statistics(
    reading: Reading, period: Period, today: date, beside: Period | None = None
) -> Statistics:
    """Count a period, and beside it the same days a year before, or another period.

    Args:
        reading: where to read.
        period: of the sessions' first days; of one that goes on, what has passed.
        today: against which delay is reckoned; last year's outcomes as they stood a year ago.
        beside: a period before it, whose outcomes are told as they stood at its end.
    """
    passed = period.until(today)
    asked = Asked(reading, passed, today)
    lines = asked.rows(_PRESENCE)
    whole = sum((Presence(*row[4:]) for row in lines), Presence())
    before = (
        Asked(reading, passed.last_year(), year_before(today))
        if beside is None
        else Asked(reading, beside, beside.last)
    )
    return Statistics(
        period=period,
        today=today,
        now=_figures(asked, whole, _OUTCOMES_NOW),
        before=_figures(before, Presence(*before.rows(_PRESENCE_ALONE)[0]), _OUTCOMES_THEN),
        directorates=tuple(_directorates(asked, lines)),
        people=_people(asked, lines),
        functions=_summed(
            ((None, row.title_ar, row.title_fr), _presence(row)) for row in lines if row.title_ar
        ),
        bodies=_summed(
            ((row.body_id, *asked.name(row.body_id)), _presence(row))
            for row in lines
            if row.body_id
        ),
        late_first=late_first(reading, today),
    )


class Asked:
    """Asks with the days of one period at hand."""

    def __init__(self, reading: Reading, period: Period, today: date) -> None:
        self.reading = reading
        self.period = period
        self.bodies = bodies_on(reading, today)
        self._given = {
            "first": period.first,
            "last": period.last,
            "today": today,
            "moment": datetime.combine(today + timedelta(days=1), time()),
            "open": _OPEN,
        }

    def rows(self, query: TextualSelect, **given: object) -> Sequence[Any]:
        """Ask, giving only what the question names."""
        every = {**self._given, **given}
        named = query.compile().params
        return self.reading.connection.execute(
            query, {name: value for name, value in every.items() if name in named}
        ).all()

    def name(self, body_id: int) -> tuple[str, str]:
        """Give the name of a body today, as papers and lists tell it."""
        short = self.bodies.get(body_id, NO_BODY).short
        return short.ar, short.fr


def _presence(row: Any) -> Presence:  # noqa: ANN401 - a row
    return Presence(row.invited, row.came, row.represented, row.participants)


def _figures(asked: Asked, presence: Presence, outcomes: TextualSelect) -> Figures:
    labels = type_labels(asked.reading)
    types: dict[str, int] = defaultdict(int)
    months: dict[date, int] = defaultdict(int)
    for code, day, count in asked.rows(_SESSIONS):
        types[code] += count
        months[day.replace(day=1)] += count
    kinds: dict[OutcomeKind, int] = defaultdict(int)
    states: dict[FollowUpState, int] = defaultdict(int)
    steps: dict[Step, int] = defaultdict(int)
    overdue: list[date] = []
    for kind, code, is_late, count, since in asked.rows(outcomes):
        state = FollowUpState(code)
        kinds[OutcomeKind(kind)] += count
        states[state] += count
        if step := _step(state, is_late=bool(is_late)):
            steps[step] += count
        if is_late:
            overdue.append(since)
    closed = [max((at.date() - day).days, 0) for day, at in asked.rows(_CLOSED)]
    return Figures(
        period=asked.period,
        sessions=sum(types.values()),
        by_type=tuple(
            (code, labels[code][0], count)
            for code, count in sorted(types.items(), key=lambda one: (-one[1], one[0]))
        ),
        by_month=tuple(sorted(months.items())),
        presence=presence,
        kinds=dict(kinds),
        states=dict(states),
        steps=dict(steps),
        late_since=min(overdue, default=None),
        days_to_close=sum(closed) / len(closed) if closed else None,
    )


def _step(state: FollowUpState, *, is_late: bool) -> Step | None:
    if state is FollowUpState.DONE:
        return Step.DONE
    if state in OVER:
        return None
    if is_late:
        return Step.LATE
    begun = state in {FollowUpState.IN_PROGRESS, FollowUpState.PARTLY_DONE}
    return Step.IN_PROGRESS if begun else Step.OPEN


def _directorates(asked: Asked, lines: Sequence[Any]) -> Iterator[DirectorateFigures]:
    keys: list[int] = [key for (key,) in asked.rows(_DIRECTORATES)]
    parents: Mapping[int, int | None] = dict(tuple(row) for row in asked.rows(_PARENTS))
    sessions: dict[int | None, int] = dict(tuple(row) for row in asked.rows(_TOOK_PART))
    presence: dict[int | None, Presence] = defaultdict(Presence)
    for row in lines:
        presence[_above(row.body_id, parents, keys)] += _presence(row)
    steps: dict[int, dict[Step, int]] = defaultdict(dict)
    for key, step, count in asked.rows(_OF_DIRECTORATES):
        steps[key][Step(step)] = count
    for key in keys:
        line: BodyLine = asked.bodies.get(key, NO_BODY)
        name = line.town or line.short
        yield DirectorateFigures(key, name, sessions.get(key, 0), presence[key], steps[key])
    if presence[None] != Presence():
        yield DirectorateFigures(None, ELSEWHERE, sessions.get(None, 0), presence[None])


def _above(
    body_id: int | None, parents: Mapping[int, int | None], directorates: Sequence[int]
) -> int | None:
    """Give the directorate that a body is or stands below."""
    seen: set[int] = set()
    while body_id is not None and body_id not in directorates and body_id not in seen:
        seen.add(body_id)
        body_id = parents[body_id]
    return body_id if body_id in directorates else None


def _people(asked: Asked, lines: Sequence[Any]) -> tuple[PresenceLine, ...]:
    sums = _summed(((row.person_id, "", ""), _presence(row)) for row in lines)
    names = {
        key: Bilingual(ar, fr) for key, ar, fr in asked.rows(_NAMES, ids=[one.id for one in sums])
    }
    return tuple(PresenceLine(one.id, names[one.id or 0], one.presence) for one in sums)


def _summed(
    parts: Iterator[tuple[tuple[int | None, str, str], Presence]],
) -> tuple[PresenceLine, ...]:
    sums: dict[tuple[int | None, str, str], Presence] = defaultdict(Presence)
    for key, presence in parts:
        sums[key] += presence
    ordered = sorted(sums.items(), key=lambda one: (-one[1].invited, -one[1].came, str(one[0])))
    return tuple(
        PresenceLine(key, Bilingual(ar, fr), presence)
        for (key, ar, fr), presence in ordered[:MOST_PEOPLE]
    )
