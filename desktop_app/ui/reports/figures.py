"""The figures of a period as rows, each with what it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.i18n import N_
from desktop_app.services.statistics_behind import Behind, Counted
from desktop_app.services.statistics_data import (
    DirectorateFigures,
    Presence,
    PresenceLine,
    Statistics,
    Step,
)
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import capitalised, percent, text_for
from desktop_app.ui.widgets.columns import NOTHING, Column, Group
from desktop_app.ui.widgets.figure_row import Figure
from desktop_app.wording.vocabulary import label as label_of

STEPS = {
    Step.DONE: N_("Done"),
    Step.IN_PROGRESS: N_("In progress"),
    Step.LATE: N_("Late"),
    Step.OPEN: N_("Not due yet"),
}
_SESSIONS = Counted.SESSIONS
_OUTCOMES = Counted.OUTCOMES
_ATTENDANCE = Counted.ATTENDANCE


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what it is called, how much now and in the period beside, and what it counts."""

    id: str
    label: str
    now: str
    before: str
    behind: Behind


def rate_of(share: float | None, desk: Desk) -> str:
    """Write a share, or that there is none."""
    return NOTHING if share is None else percent(round(share), desk.language)


def figure_columns() -> tuple[Column[Row], ...]:
    """Give the columns of the figures."""
    return (
        Column(
            "label",
            N_("Figure"),
            lambda row: row.label,
            kind="strong",
            may_be_cut=True,
            stretches=True,
        ),
        Column("now", N_("This period"), lambda row: row.now, kind="number"),
        Column("before", N_("Before"), lambda row: row.before, kind="number"),
    )


def cards_of(desk: Desk, told: Statistics, *, a_year_before: bool) -> tuple[Figure, ...]:
    """Give the four figures of all, with those of the period beside."""
    say, now, before = desk.say, told.now, told.before

    def past(figure: str) -> str:
        if not before.sessions:
            return ""
        if a_year_before:
            return say("a year before: {figure}", figure=figure)
        return say("before: {figure}", figure=figure)

    rates = [rate_of(one.presence.body_rate, desk) for one in (now, before)]
    return (
        Figure(str(now.sessions), past(str(before.sessions))),
        Figure(rates[0], past(rates[1])),
        Figure(rate_of(now.completion, desk), _done(desk, now.done, now.outcomes)),
        Figure(str(now.late), past(str(before.late))),
    )


def cards_of_one(desk: Desk, one: DirectorateFigures) -> tuple[Figure, ...]:
    """Give the four figures of one directorate."""
    done = one.steps.get(Step.DONE, 0)
    share = 100 * done / one.outcomes if one.outcomes else None
    return (
        Figure(str(one.sessions), ""),
        Figure(rate_of(one.presence.body_rate, desk), ""),
        Figure(rate_of(share, desk), _done(desk, done, one.outcomes)),
        Figure(str(one.steps.get(Step.LATE, 0)), ""),
    )


def _done(desk: Desk, done: int, total: int) -> str:
    return desk.say("{done} of {total} done", done=done, total=total) if total else ""


def groups_of(
    desk: Desk, told: Statistics, directorate: DirectorateFigures | None = None
) -> Iterator[Group[Row]]:
    """Give all figures of a period, or those of one directorate, each kind under its head."""
    say = desk.say
    if directorate is not None:
        name = text_for(directorate.name, desk.language)
        yield _figures("directorate", name, _directorate(desk, directorate))
        return
    yield _figures("sessions", say("Sessions held"), _sessions(desk, told))
    yield _figures("attendance", say("Attendance"), _attendance(desk, told))
    yield _figures("outcomes", say("Follow-ups"), _outcomes(desk, told))
    for one in told.directorates:
        name = text_for(one.name, desk.language)
        yield _figures(f"d{one.id or 0}", name, _directorate(desk, one))
    for code, title, lines in (
        ("bodies", say("Attendance by body"), told.bodies),
        ("functions", say("Attendance by function"), told.functions),
        ("people", say("Attendance by person"), told.people),
    ):
        if lines:
            rows = tuple(_line(desk, code, at, line) for at, line in enumerate(lines))
            yield Group(code, title, rows)


def _figures(code: str, title: str, rows: Iterator[Row]) -> Group[Row]:
    return Group(code, title, tuple(rows), counts=False)


def _sessions(desk: Desk, told: Statistics) -> Iterator[Row]:
    past = {code: count for code, _, count in told.before.by_type}
    yield Row(
        *("sessions", desk.say("Total"), str(told.now.sessions), str(told.before.sessions)),
        Behind(counted=_SESSIONS),
    )
    for code, name, count in told.now.by_type:
        words = capitalised(text_for(name, desk.language))
        behind = Behind(counted=_SESSIONS, type_code=code)
        yield Row(f"type:{code}", words, str(count), str(past.get(code, 0)), behind)


def _attendance(desk: Desk, told: Statistics) -> Iterator[Row]:
    now, before = told.now.presence, told.before.presence
    yield Row(
        *("participants", desk.say("Participants")),
        *(str(now.participants), str(before.participants)),
        Behind(counted=_ATTENDANCE, came=True),
    )
    for code, words, shares in (
        ("body", desk.say("Rate by body"), (now.body_rate, before.body_rate)),
        ("person", desk.say("Rate by person"), (now.rate, before.rate)),
    ):
        rates = (rate_of(shares[0], desk), rate_of(shares[1], desk))
        yield Row(f"rate:{code}", words, *rates, Behind(counted=_ATTENDANCE))


def _outcomes(desk: Desk, told: Statistics) -> Iterator[Row]:
    now, before, say = told.now, told.before, desk.say
    every = Behind(counted=_OUTCOMES)
    yield Row("outcomes", say("Total"), str(now.outcomes), str(before.outcomes), every)
    rates = (rate_of(now.completion, desk), rate_of(before.completion, desk))
    yield Row("completion", say("Completion rate"), *rates, every)
    for step, message in STEPS.items():
        counts = (str(now.steps.get(step, 0)), str(before.steps.get(step, 0)))
        yield Row(f"step:{step}", say(message), *counts, Behind(counted=_OUTCOMES, step=step))
    done = Behind(counted=_OUTCOMES, step=Step.DONE)
    days = (_days(now.days_to_close), _days(before.days_to_close))
    yield Row("days", say("Average days to close"), *days, done)
    for kind, count in now.kinds.items():
        words = label_of(kind, desk.language)
        past = str(before.kinds.get(kind, 0))
        yield Row(f"kind:{kind}", words, str(count), past, Behind(counted=_OUTCOMES, kind=kind))
    for state, count in now.states.items():
        words = label_of(state, desk.language)
        past = str(before.states.get(state, 0))
        yield Row(f"state:{state}", words, str(count), past, Behind(counted=_OUTCOMES, state=state))


def _days(days: float | None) -> str:
    return NOTHING if days is None else str(round(days))


def _directorate(desk: Desk, one: DirectorateFigures) -> Iterator[Row]:
    say, key = desk.say, one.id or 0
    came = Behind(counted=_ATTENDANCE, came=True, directorate_id=key)
    invited = Behind(counted=_ATTENDANCE, directorate_id=key)
    for code, words, figure, behind in (
        (
            *("sessions", say("Sessions attended"), str(one.sessions)),
            Behind(counted=_SESSIONS, directorate_id=key),
        ),
        ("participants", say("Participants"), str(one.presence.participants), came),
        ("rate", say("Attendance rate"), rate_of(one.presence.body_rate, desk), invited),
    ):
        yield Row(f"d{key}:{code}", words, figure, "", behind)
    for step, message in STEPS.items():
        if count := one.steps.get(step, 0):
            behind = Behind(counted=_OUTCOMES, directorate_id=key, step=step)
            yield Row(f"d{key}:{step}", say(message), str(count), "", behind)


def _line(desk: Desk, code: str, at: int, line: PresenceLine) -> Row:
    by_body = code == "bodies"
    presence: Presence = line.presence
    share = presence.body_rate if by_body else presence.rate
    behind = Behind(
        counted=_ATTENDANCE,
        body_id=line.id if by_body else None,
        person_id=line.id if code == "people" else None,
        function=(line.name.ar or line.name.fr) if code == "functions" else "",
    )
    name = capitalised(text_for(line.name, desk.language))
    return Row(f"{code}:{at}", name, rate_of(share, desk), "", behind)
