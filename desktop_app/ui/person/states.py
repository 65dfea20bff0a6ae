"""How the attendance of a person looks."""

from collections.abc import Mapping
from typing import Final

from db.codes import AttendanceState, Civility
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.gender import Gender
from desktop_app.wording.vocabulary import label

_LOOKS: Final[Mapping[AttendanceState, tuple[str, str]]] = {
    AttendanceState.NOT_RECORDED: ("circle-dashed", "neutral"),
    AttendanceState.PRESENT: ("check", "green"),
    AttendanceState.REMOTE: ("video-camera", "accent"),
    AttendanceState.REPRESENTED: ("swap", "accent"),
    AttendanceState.EXCUSED: ("calendar-x", "amber"),
    AttendanceState.ABSENT: ("x", "neutral"),
}
_GENDERS: Final[Mapping[Civility, Gender]] = {Civility.MR: "m", Civility.MRS: "f"}


def attendance_chip(desk: Desk, state: AttendanceState, civility: Civility) -> Chip:
    """Say where a person was, in words that agree with the person."""
    words = label(state, desk.language, _GENDERS.get(civility))
    recorded = state is not AttendanceState.NOT_RECORDED
    return Chip(words, *_LOOKS[state], "tinted" if recorded else "dashed")
