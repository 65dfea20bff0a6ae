"""How states look: attendance, follow-up, kind of outcome."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from db.codes import AttendanceState, Civility, FollowUpState, OutcomeKind
from desktop_app.services.follow_ups import FollowUp
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.gender import Gender
from desktop_app.wording.vocabulary import label

_ATTENDANCE: Final[Mapping[AttendanceState, tuple[str, str]]] = {
    AttendanceState.NOT_RECORDED: ("circle-dashed", "neutral"),
    AttendanceState.PRESENT: ("check", "green"),
    AttendanceState.REMOTE: ("video-camera", "accent"),
    AttendanceState.REPRESENTED: ("swap", "accent"),
    AttendanceState.EXCUSED: ("calendar-x", "amber"),
    AttendanceState.ABSENT: ("x", "neutral"),
}
_FOLLOW_UP: Final[Mapping[FollowUpState, tuple[str, str]]] = {
    FollowUpState.NOT_STARTED: ("circle", "neutral"),
    FollowUpState.IN_PROGRESS: ("circle-half", "accent"),
    FollowUpState.PARTLY_DONE: ("circle-half", "accent"),
    FollowUpState.DONE: ("check", "green"),
    FollowUpState.SUSPENDED: ("pause", "neutral"),
    FollowUpState.POSTPONED: ("clock", "neutral"),
    FollowUpState.CANCELLED: ("prohibit", "neutral"),
    FollowUpState.PASSED_ON: ("swap", "neutral"),
}
KIND_ICONS: Final[Mapping[OutcomeKind, str]] = {
    OutcomeKind.DECISION: "scales",
    OutcomeKind.RECOMMENDATION: "star",
    OutcomeKind.COMMITMENT: "handshake",
    OutcomeKind.ACTION: "target",
    OutcomeKind.PROPOSAL: "lightbulb",
}
_GENDERS: Final[Mapping[Civility, Gender]] = {Civility.MR: "m", Civility.MRS: "f"}


def attendance_chip(desk: Desk, state: AttendanceState, civility: Civility) -> Chip:
    """Say where a person was, in words that agree with the person."""
    icon, tone = _ATTENDANCE[state]
    return Chip(label(state, desk.language, _GENDERS.get(civility)), icon, tone)


def follow_up_chip(desk: Desk, outcome: FollowUp) -> Chip:
    """Say how far an outcome is; a late one by how many days."""
    if outcome.late and outcome.due is not None:
        days = (date.today() - outcome.due).days  # noqa: DTZ011 - the user's own day
        return Chip(desk.say.plural("{n} day late", "{n} days late", days), "warning", "red")
    icon, tone = _FOLLOW_UP[outcome.state]
    return Chip(label(outcome.state, desk.language), icon, tone)
