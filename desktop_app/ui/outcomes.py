"""How an outcome looks wherever it is listed: its kind, how far it is, how late."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from db.codes import OVER, FollowUpState, OutcomeKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.vocabulary import label

KIND_ICONS: Final[Mapping[OutcomeKind, str]] = {
    OutcomeKind.DECISION: "scales",
    OutcomeKind.RECOMMENDATION: "star",
    OutcomeKind.COMMITMENT: "handshake",
    OutcomeKind.ACTION: "target",
    OutcomeKind.PROPOSAL: "lightbulb",
}
STATES: Final[Mapping[FollowUpState, tuple[str, str]]] = {
    FollowUpState.NOT_STARTED: ("circle", "neutral"),
    FollowUpState.IN_PROGRESS: ("circle-half", "accent"),
    FollowUpState.PARTLY_DONE: ("circle-half", "accent"),
    FollowUpState.DONE: ("check", "green"),
    FollowUpState.SUSPENDED: ("pause", "neutral"),
    FollowUpState.POSTPONED: ("clock", "neutral"),
    FollowUpState.CANCELLED: ("prohibit", "neutral"),
    FollowUpState.PASSED_ON: ("swap", "neutral"),
}


class Followed(Protocol):
    """An outcome of a session, or one among all follow-ups."""

    @property
    def due(self) -> date | None:
        """Until when."""
        ...

    @property
    def state(self) -> FollowUpState:
        """How far it is."""
        ...


def days_late(outcome: Followed, today: date) -> int:
    """Give by how many days an outcome that still waits for something is late, or 0."""
    if outcome.due is None or outcome.state in OVER:
        return 0
    return max((today - outcome.due).days, 0)


def state_chip(desk: Desk, outcome: Followed, today: date) -> Chip:
    """Say how far an outcome is; a late one by how many days, one of this week that it is due."""
    if late := days_late(outcome, today):
        return Chip(desk.say.plural("{n} day late", "{n} days late", late), "warning", "red")
    if outcome.due is not None and outcome.state not in OVER:
        if outcome.due == today:
            return Chip(desk.say("Due today"), "clock", "amber")
        if outcome.due <= today + timedelta(days=6 - today.weekday()):
            return Chip(desk.say("Due this week"), "clock", "amber")
    icon, tone = STATES[outcome.state]
    return Chip(label(outcome.state, desk.language), icon, tone)
