"""The dated history of an outcome in words: what it became, when, by whom and why."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.direction import ltr
from desktop_app.services.outcomes import Step
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import percent, short_day
from desktop_app.wording.vocabulary import label


def steps_in_words(desk: Desk, steps: Sequence[Step]) -> list[tuple[str, str]]:
    """Give each moment with what happened then, the latest first."""
    told = [(_moment(desk, steps[0]), desk.say("Recorded"))] if steps else []
    for before, after in pairwise(steps):
        parts = list(_changes(desk, before, after))
        if after.reminded:
            parts.append(desk.say("Reminder sent to {name}", name=after.reminded))
        elif after.why:
            parts.append(after.why)
        told.append((_moment(desk, after), " · ".join(parts)))
    return told[::-1]


def _moment(desk: Desk, step: Step) -> str:
    at = step.at.astimezone()
    return f"{short_day(at.date(), desk.language)} {ltr(f'{at:%H:%M}')}"


def _changes(desk: Desk, before: Step, after: Step) -> Iterator[str]:
    say, language = desk.say, desk.language
    if after.state is not before.state:
        yield say("State: {state}", state=label(after.state, language))
    if (after.due, after.ongoing) != (before.due, before.ongoing):
        due = say("Ongoing") if after.ongoing else say("No due date")
        if after.due is not None:
            due = short_day(after.due, language)
        yield say("Due date: {day}", day=due)
    if after.percent not in {before.percent, 100}:
        yield say("Progress: {percent}", percent=percent(after.percent, language))
