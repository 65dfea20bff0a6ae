"""The records behind a figure of a report: the very ones that were counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Date

from db.codes import AttendanceState, FollowUpState, OutcomeKind
from db.unit_of_work import Reading
from desktop_app.services.standing import OWNED
from desktop_app.services.statistics import CHOSEN, HELD, IN_FORCE, LINES, Asked, question
from desktop_app.services.statistics_data import Period, Step
from desktop_app.wording.bilingual import Bilingual

MOST: Final = 300
"""So many records are shown, the latest first; how many there are is told."""


class Counted(StrEnum):
    """What a figure counts."""

    SESSIONS = "sessions"
    OUTCOMES = "outcomes"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What of a period a figure counts; an empty field narrows nothing.

    Attributes:
        state: (outcomes) how far they are.
        came: (attendance) who came, rather than who was invited and recorded.
        directorate_id: what it, or what stands below it, has to do with; 0 for all that no
            directorate has to do with.
    """

    counted: Counted
    type_code: str = ""
    kind: OutcomeKind | None = None
    state: FollowUpState | None = None
    step: Step | None = None
    came: bool = False
    directorate_id: int | None = None
    body_id: int | None = None
    person_id: int | None = None
    function: str = ""


@dataclass(frozen=True, slots=True)
class BehindLine:
    """A record that was counted, by the session that it stands in.

    Attributes:
        day: the session's first.
        text: its theme, the outcome, or the person's name.
        state: of the outcome, or where the person was.
    """

    id: int
    session_id: int
    day: date
    reference: str
    text: Bilingual
    state: FollowUpState | AttendanceState | None = None


_LAST: Final = "ORDER BY day DESC, 1 LIMIT :most"
_COUNTED_STATES: Final = "outcomes.state NOT IN ('cancelled', 'passed_on')"
_SHARED: Final = "coalesce(above.directorate_id, 0) = :directorate"
_TOOK_PART: Final = f"""
    held.session_id IN (
        SELECT attendance.session_id
        FROM held JOIN attendance ON attendance.session_id = held.session_id {IN_FORCE}
        LEFT JOIN above ON above.body_id = posts.body_id
        WHERE attendance.state IN ('present', 'remote', 'represented') AND {_SHARED}
    )
"""  # noqa: S608 - constants
_STEPS: Final[Mapping[Step, str]] = {
    Step.DONE: "outcomes.state = 'done'",
    Step.LATE: "outcomes.state IN :open AND due < :today",
    Step.IN_PROGRESS: "outcomes.state IN ('in_progress', 'partly_done')"
    " AND (due IS NULL OR due >= :today)",
    Step.OPEN: "outcomes.state IN :open AND outcomes.state NOT IN ('in_progress', 'partly_done')"
    " AND (due IS NULL OR due >= :today)",
}


def get_behind(
    reading: Reading, period: Period, today: date, behind: Behind
) -> tuple[int, tuple[BehindLine, ...]]:
    """Give how many records a figure counts, and the latest of them.

    Args:
        reading: where to read.
        period: whole; what has passed of it is counted.
        today: against which delay is reckoned.
        behind: which figure.
    """
    ask = Asked(reading, period.until(today), today)
    make = {
        Counted.SESSIONS: _sessions,
        Counted.OUTCOMES: _outcomes,
        Counted.ATTENDANCE: _attendance,
    }
    return make[behind.counted](ask, behind)


def _rows(
    ask: Asked, start: str, columns: str, rest: str, given: Mapping[str, object]
) -> tuple[int, Any]:
    total = ask.rows(question(f"{start} SELECT count(*) {rest}"), **given)[0][0]
    rows = ask.rows(
        question(f"{start} SELECT {columns} {rest} {_LAST}", day=Date), **given, most=MOST
    )
    return total, rows


def _where(conditions: Mapping[str, bool]) -> str:
    wanted = [words for words, is_wanted in conditions.items() if is_wanted]
    return f"WHERE {' AND '.join(wanted)}" if wanted else ""


def _sessions(ask: Asked, behind: Behind) -> tuple[int, tuple[BehindLine, ...]]:
    where = _where(
        {"type_code = :type": bool(behind.type_code), _TOOK_PART: behind.directorate_id is not None}
    )
    total, rows = _rows(
        ask,
        LINES,
        "held.session_id, day, reference, theme_ar, theme_fr",
        f"FROM held JOIN sessions ON sessions.id = held.session_id {where}",
        {"type": behind.type_code, "directorate": behind.directorate_id},
    )
    return total, tuple(
        BehindLine(row[0], row[0], row.day, row.reference, Bilingual(row.theme_ar, row.theme_fr))
        for row in rows
    )


def _outcomes(ask: Asked, behind: Behind) -> tuple[int, tuple[BehindLine, ...]]:
    where = _where(
        {
            _COUNTED_STATES: behind.state is None and behind.kind is None,
            "kind = :kind": behind.kind is not None,
            "outcomes.state = :state": behind.state is not None,
            _STEPS[behind.step or Step.DONE]: behind.step is not None,
            "outcomes.id IN (SELECT outcome_id FROM owned WHERE directorate_id = :directorate)": (
                behind.directorate_id is not None
            ),
        }
    )
    total, rows = _rows(
        ask,
        f"WITH RECURSIVE {HELD}, {CHOSEN}, {OWNED}",
        "outcomes.id, held.session_id, day, reference, text_ar, text_fr, outcomes.state",
        "FROM held JOIN sessions ON sessions.id = held.session_id "
        f"JOIN outcomes ON outcomes.session_id = held.session_id {where}",
        {"kind": behind.kind, "state": behind.state, "directorate": behind.directorate_id},
    )
    return total, tuple(
        BehindLine(
            row.id,
            row.session_id,
            row.day,
            row.reference,
            Bilingual(row.text_ar, row.text_fr),
            FollowUpState(row.state),
        )
        for row in rows
    )


def _attendance(ask: Asked, behind: Behind) -> tuple[int, tuple[BehindLine, ...]]:
    where = _where(
        {
            "attendance.state IN ('present', 'remote')": behind.came,
            "invited AND attendance.state <> 'not_recorded'": not behind.came,
            _SHARED: behind.directorate_id is not None,
            "posts.body_id = :body": behind.body_id is not None,
            "attendance.person_id = :person": behind.person_id is not None,
            "(title_ar = :function OR title_fr = :function)": bool(behind.function),
        }
    )
    total, rows = _rows(
        ask,
        LINES,
        "attendance.id, held.session_id, day, reference, name_ar, name_fr, attendance.state",
        "FROM held JOIN sessions ON sessions.id = held.session_id "
        f"JOIN attendance ON attendance.session_id = held.session_id {IN_FORCE} "
        "JOIN people ON people.id = attendance.person_id "
        f"LEFT JOIN above ON above.body_id = posts.body_id {where}",
        {
            "directorate": behind.directorate_id,
            "body": behind.body_id,
            "person": behind.person_id,
            "function": behind.function,
        },
    )
    return total, tuple(
        BehindLine(
            row.id,
            row.session_id,
            row.day,
            row.reference,
            Bilingual(row.name_ar, row.name_fr),
            AttendanceState(row.state),
        )
        for row in rows
    )
