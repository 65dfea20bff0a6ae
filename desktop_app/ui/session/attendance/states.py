"""The states of attendance as the window shows them: digit, icon, tone, words."""

from functools import cache
from typing import Final

from db.codes import AttendanceState, Civility
from desktop_app.i18n import N_, Language
from desktop_app.services.people_data import Person
from desktop_app.ui.theme import ICON, font
from desktop_app.ui.widgets.painting import text_width
from desktop_app.wording.attendance import short_label
from desktop_app.wording.gender import Gender
from desktop_app.wording.persons import gender

MARKS: Final = (
    AttendanceState.PRESENT,
    AttendanceState.REMOTE,
    AttendanceState.REPRESENTED,
    AttendanceState.EXCUSED,
    AttendanceState.ABSENT,
)
"""In the order of their digits."""
LOOKS: Final = {
    AttendanceState.PRESENT: ("check", "green", N_("Present")),
    AttendanceState.REMOTE: ("video-camera", "accent", N_("Remote")),
    AttendanceState.REPRESENTED: ("swap", "accent", N_("Represented")),
    AttendanceState.EXCUSED: ("calendar-x", "amber", N_("Excused")),
    AttendanceState.ABSENT: ("x", "neutral", N_("Absent")),
    AttendanceState.NOT_RECORDED: ("circle-dashed", "neutral", N_("Not recorded")),
}
"""Icon, tone, and the words for all who are so."""
_PADDING: Final = 8
SPACE: Final = 6
_GENDERS: Final[tuple[Gender | None, ...]] = (None, "m", "f")


def gender_of(person: Person) -> Gender | None:
    """Give what words about a person agree with, where it is known."""
    return None if person.civility is Civility.UNKNOWN else gender(person.civility)


def segment_widths(language: Language, *, short: bool) -> tuple[int, ...]:
    """Give the widths of the segments, the same in each row."""
    return _widths(language, font().pixelSize(), short)


@cache
def _widths(language: Language, _pixels: int, short: bool) -> tuple[int, ...]:
    if short:
        return (ICON + _PADDING,) * len(MARKS)
    bold = font(weight=font().Weight.DemiBold)
    return tuple(
        round(max(text_width(short_label(mark, language, one), bold) for one in _GENDERS) + 0.5)
        + (ICON + SPACE + 2 * _PADDING)
        for mark in MARKS
    )
