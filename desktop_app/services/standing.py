"""Where do we stand: what is late, due, to sign, done, and what waits for the user.

It is read as bare columns, so that it can be shown before the mapped classes are loaded, and so
that a register of hundreds of thousands of outcomes is counted where it lies.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Date, DateTime, Row, TextualSelect, Time, bindparam, text

from db.codes import (
    OVER,
    DocumentKind,
    DocumentState,
    FollowUpState,
    OutcomeKind,
    SessionState,
)
from db.unit_of_work import Reading
from desktop_app.calendar import first_of_school_year
from desktop_app.services.in_force import bodies_on
from desktop_app.services.session_list import type_labels
from desktop_app.services.standing_data import (
    DirectorateStanding,
    LateOutcome,
    MonthOfSessions,
    NextSession,
    Standing,
    Wait,
    Waiting,
    waits_for,
)
from desktop_app.wording.bilingual import Bilingual

MOST_LATE: Final = 12
"""So many late outcomes are shown, the oldest first; the others are in the register."""
MOST_NAMED: Final = 2
"""So many things of a kind that wait are named one by one; more are told as a number."""
_OPEN: Final = tuple(state.value for state in FollowUpState if state not in OVER)


def get_standing(reading: Reading, today: date) -> Standing:
    """Tell where we stand.

    Args:
        reading: where to read.
        today: against which delay, the week and the school year are reckoned.
    """
    asked = _Asked(reading, today)
    (late, since), (week, urgent), (done, of) = (
        tuple(asked.row(query)) for query in (_LATE, _WEEK, _DONE)
    )
    counts = {
        (SessionState(state), DocumentState(minutes)): count
        for state, minutes, count in asked.rows(_STATES)
    }
    to_sign = sum(n for states, n in counts.items() if waits_for(*states) is Wait.SIGNED_COPY)
    finalised = asked.row(_TO_SIGN_SINCE)[0] if to_sign else None
    return Standing(
        today=today,
        late=late,
        late_since=since,
        this_week=week,
        urgent=urgent,
        to_sign=to_sign,
        to_sign_since=finalised.date() if finalised else None,
        done=done,
        of=of,
        sessions=sum(counts.values()),
        directorates=_directorates(asked),
        late_first=_late_first(asked),
        next=_next(asked),
        waiting=tuple(_waiting(asked, counts)),
        months=_months(asked),
    )


def late_first(reading: Reading, today: date) -> tuple[LateOutcome, ...]:
    """Give what is late, the oldest first, `MOST_LATE` at most."""
    return _late_first(_Asked(reading, today))


def last_of_week(today: date) -> date:
    """Give the Sunday that ends the week of a day."""
    return today + timedelta(days=6 - today.weekday())


def _sql(words: str, **columns: type[Date | DateTime | Time]) -> TextualSelect:
    """Make a question; the days and lists that it names get their types."""
    named = [bindparam(name, type_=Date) for name in _DAYS if f":{name}" in words]
    named += [bindparam(name, expanding=True) for name in ("open", "ids") if f":{name}" in words]
    return text(words).bindparams(*named).columns(**columns)


class _Asked:
    """Asks with the days of today's week and school year at hand."""

    def __init__(self, reading: Reading, today: date) -> None:
        self.reading = reading
        self.today = today
        first = first_of_school_year(today)
        self.days = {
            "today": today,
            "sunday": last_of_week(today),
            "first": first,
            "last": first.replace(year=first.year + 1) - timedelta(days=1),
        }
        self.bodies = bodies_on(reading, today)
        self.types = {code: kind[0] for code, kind in type_labels(reading).items()}

    def rows(self, query: TextualSelect, **given: object) -> Sequence[Any]:
        return self.reading.connection.execute(query, {**self.days, "open": _OPEN, **given}).all()

    def row(self, query: TextualSelect) -> Row[Any]:
        row: Row[Any] = self.rows(query)[0]
        return row

    def about(
        self, wait: Wait, row: Row[Any], count: int, kind: DocumentKind = DocumentKind.MINUTES
    ) -> Waiting:
        """Say what waits in the session of a row."""
        theme = Bilingual(row.theme_ar, row.theme_fr)
        label = self.types[row.type_code]
        return Waiting(wait, count, row.id, label, theme, row.reference, kind)


_DAYS: Final = ("today", "sunday", "first", "last")
_OF_THE_YEAR: Final = """(
    SELECT session_id FROM session_days AS held
    WHERE day BETWEEN :first AND :last AND NOT EXISTS (
        SELECT 1 FROM session_days WHERE session_id = held.session_id AND day < :first
    )
)"""
_LATE: Final = _sql(
    "SELECT count(*), min(due) AS since FROM outcomes WHERE state IN :open AND due < :today",
    since=Date,
)
_WEEK: Final = _sql(
    """
    SELECT count(*), count(CASE WHEN priority = 'urgent' THEN 1 END)
    FROM outcomes WHERE state IN :open AND due BETWEEN :today AND :sunday
    """
)
_DONE: Final = _sql(
    f"""
    SELECT count(CASE WHEN state = 'done' THEN 1 END), count(*) FROM outcomes
    WHERE state NOT IN ('cancelled', 'passed_on') AND session_id IN {_OF_THE_YEAR}
    """  # noqa: S608 - constants
)
_STATES: Final = _sql("SELECT state, minutes_state, count(*) FROM sessions GROUP BY 1, 2")
_TO_SIGN_SINCE: Final = _sql(
    """
    SELECT min(finalised_at) AS since
    FROM final_versions JOIN sessions ON sessions.id = session_id AND number = minutes_version
    WHERE minutes_state = 'to_sign'
    """,
    since=DateTime,
)
OWNED: Final = """
    above (body_id, directorate_id) AS (
        SELECT id, id FROM bodies WHERE kind = 'directorate'
        UNION
        SELECT bodies.id, directorate_id FROM bodies JOIN above ON parent_id = body_id
    ),
    working (person_id, directorate_id) AS MATERIALIZED (
        SELECT person_id, directorate_id
        FROM appointments JOIN above ON above.body_id = appointments.body_id
        WHERE (appointments.valid_from IS NULL OR appointments.valid_from <= :today)
        AND NOT EXISTS (
            SELECT 1 FROM appointments AS later
            WHERE later.person_id = appointments.person_id AND later.valid_from <= :today
            AND (appointments.valid_from IS NULL OR later.valid_from > appointments.valid_from)
        )
    ),
    owned (outcome_id, directorate_id, step) AS (
        SELECT chosen.id, directorate_id, step
        FROM chosen
        JOIN outcome_bodies ON outcome_id = chosen.id
        JOIN above ON above.body_id = outcome_bodies.body_id
        UNION
        SELECT chosen.id, directorate_id, step
        FROM chosen JOIN working ON working.person_id = owner_person_id
    )
"""
"""Each outcome once for a directorate, whoever of it is in charge: whose body is it or below it."""
COUNT_OWNED: Final = "SELECT directorate_id, step, count(*) FROM owned GROUP BY 1, 2"
_OPEN_OF: Final = _sql(
    f"""
    WITH RECURSIVE chosen (id, owner_person_id, step) AS MATERIALIZED (
        SELECT id, owner_person_id, CASE
            WHEN due < :today THEN 'late' WHEN due <= :sunday THEN 'this_week' ELSE 'open' END
        FROM outcomes WHERE state IN :open
    ), {OWNED} {COUNT_OWNED}
    """  # noqa: S608 - constants
)
_DONE_OF: Final = _sql(
    f"""
    WITH RECURSIVE chosen (id, owner_person_id, step) AS MATERIALIZED (
        SELECT id, owner_person_id, 'done' FROM outcomes
        WHERE state = 'done' AND session_id IN {_OF_THE_YEAR}
    ), {OWNED} {COUNT_OWNED}
    """  # noqa: S608 - constants
)
_DIRECTORATES: Final = _sql("SELECT id FROM bodies WHERE kind = 'directorate' ORDER BY id")


def _directorates(asked: _Asked) -> tuple[DirectorateStanding, ...]:
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for body_id, step, count in (*asked.rows(_OPEN_OF), *asked.rows(_DONE_OF)):
        counts[body_id][step] = count
    return tuple(
        DirectorateStanding(
            body_id, asked.bodies[body_id].town or asked.bodies[body_id].short, **counts[body_id]
        )
        for (body_id,) in asked.rows(_DIRECTORATES)
    )


_LATE_FIRST: Final = _sql(
    """
    SELECT outcomes.id, session_id, kind, text_ar, text_fr, reference, due, outcomes.state,
        name_ar, name_fr, owner_text_ar, owner_text_fr
    FROM outcomes
    JOIN sessions ON sessions.id = session_id
    LEFT JOIN people ON people.id = owner_person_id
    WHERE outcomes.state NOT IN ('done', 'cancelled', 'passed_on') AND due < :today
    ORDER BY due, outcomes.id LIMIT :most
    """,
    due=Date,
)
_OWNERS: Final = _sql(
    """
    SELECT outcome_id, body_id FROM outcome_bodies
    WHERE outcome_id IN :ids ORDER BY outcome_id, position, id
    """
)


def _late_first(asked: _Asked) -> tuple[LateOutcome, ...]:
    rows = asked.rows(_LATE_FIRST, most=MOST_LATE)
    bodies: dict[int, list[Bilingual]] = defaultdict(list)
    for key, body_id in asked.rows(_OWNERS, ids=[row.id for row in rows]):
        bodies[key].append(asked.bodies[body_id].short)
    return tuple(_late(row, bodies[row.id]) for row in rows)


def _late(row: Row[Any], bodies: Sequence[Bilingual]) -> LateOutcome:
    person = Bilingual(row.name_ar or "", row.name_fr or "")
    typed = Bilingual(row.owner_text_ar, row.owner_text_fr)
    owners = [owner for owner in (person, *bodies, typed) if owner]
    return LateOutcome(
        id=row.id,
        session_id=row.session_id,
        kind=OutcomeKind(row.kind),
        text=Bilingual(row.text_ar, row.text_fr),
        reference=row.reference,
        owner=owners[0] if owners else Bilingual(),
        is_person=bool(person),
        others=max(len(owners) - 1, 0),
        due=row.due,
        state=FollowUpState(row.state),
    )


_NEXT_DAY: Final = _sql(
    """
    SELECT min(day) AS day FROM session_days JOIN sessions ON sessions.id = session_id
    WHERE day >= :today AND state NOT IN ('cancelled', 'postponed')
    """,
    day=Date,
)
_NEXT: Final = _sql(
    """
    SELECT sessions.id, type_code, theme_ar, theme_fr, start_time, end_time, state,
        room_ar, room_fr, site_ar, site_fr, platform,
        (SELECT count(*) FROM attendance WHERE session_id = sessions.id AND invited) AS invited,
        (SELECT count(*) FROM attendance
            WHERE session_id = sessions.id AND invited AND answer = 'yes') AS confirmed
    FROM sessions JOIN session_days ON session_id = sessions.id
    WHERE day = :today AND state NOT IN ('cancelled', 'postponed')
    ORDER BY start_time IS NULL, start_time, sessions.id
    """,
    start_time=Time,
    end_time=Time,
)


def _next(asked: _Asked) -> NextSession | None:
    day = asked.row(_NEXT_DAY).day
    if day is None:
        return None
    row, *others = asked.rows(_NEXT, today=day)
    place = Bilingual(row.site_ar, row.site_fr) or Bilingual(row.room_ar, row.room_fr)
    return NextSession(
        id=row.id,
        type_label=asked.types[row.type_code],
        theme=Bilingual(row.theme_ar, row.theme_fr),
        day=day,
        start=row.start_time,
        end=row.end_time,
        place=place or Bilingual(row.platform, row.platform),
        state=SessionState(row.state),
        invited=row.invited,
        confirmed=row.confirmed,
        others=len(others),
    )


_IN_STATE: Final = _sql(
    """
    SELECT id, type_code, theme_ar, theme_fr, reference FROM sessions
    WHERE state = :state AND minutes_state = :minutes ORDER BY id
    """
)
_UNCONFIRMED: Final = _sql(
    """
    SELECT sessions.id, type_code, theme_ar, theme_fr, sessions.reference, kind,
        count(*) AS recipients
    FROM deliveries
    JOIN issued_documents ON issued_documents.id = document_id
    JOIN sessions ON sessions.id = session_id
    WHERE confirmed_at IS NULL
    GROUP BY sessions.id, type_code, theme_ar, theme_fr, sessions.reference, kind
    ORDER BY sessions.id DESC, kind LIMIT :most
    """
)
_REVIEWS: Final = _sql("SELECT count(*) FROM outcomes WHERE state IN :open AND review_on <= :today")


def _waiting(
    asked: _Asked, counts: Mapping[tuple[SessionState, DocumentState], int]
) -> Iterator[Waiting]:
    for wait in (Wait.FINISH, Wait.SIGNED_COPY, Wait.SEND):
        states = [states for states in counts if waits_for(*states) is wait]
        count = sum(counts[one] for one in states)
        if count > MOST_NAMED:
            yield Waiting(wait, count)
            continue
        for state, minutes in states:
            for row in asked.rows(_IN_STATE, state=state, minutes=minutes):
                yield asked.about(wait, row, 1)
    for row in asked.rows(_UNCONFIRMED, most=MOST_NAMED):
        yield asked.about(Wait.CONFIRM, row, row.recipients, kind=DocumentKind(row.kind))
    if reviews := asked.row(_REVIEWS)[0]:
        yield Waiting(Wait.REVIEW, reviews)


_FIRST_DAYS: Final = _sql(
    """
    SELECT session_id, min(day) AS day FROM session_days
    JOIN sessions ON sessions.id = session_id
    WHERE day BETWEEN :first AND :last AND state NOT IN ('cancelled', 'postponed')
    GROUP BY session_id ORDER BY 2, 1
    """,
    day=Date,
)


def _months(asked: _Asked) -> tuple[MonthOfSessions, ...]:
    months: dict[date, list[int]] = defaultdict(list)
    for session_id, day in asked.rows(_FIRST_DAYS):
        months[day.replace(day=1)].append(session_id)
    return tuple(
        MonthOfSessions(month, len(sessions), sessions[0]) for month, sessions in months.items()
    )
