"""What is unusual about a day, in the words of the window."""

from typing import TYPE_CHECKING, Final

from desktop_app.i18n import N_
from desktop_app.services.day_warnings import DayProblem, DayWarning
from desktop_app.ui.posts import Note
from desktop_app.ui.text import long_day, text_for

if TYPE_CHECKING:
    from desktop_app.ui.desk import Desk

_SAID: Final = {
    DayProblem.PAST: N_("{day}: this day has passed. You can go on."),
    DayProblem.WEEKEND: N_("{day}: a week-end. You can go on."),
    DayProblem.HOLIDAY: N_("{day}: {holiday}. You can go on."),
    DayProblem.PRAYER: N_("Runs into Friday prayer"),
    DayProblem.RAMADAN: N_("Outside Ramadan office hours"),
    DayProblem.CHAIR: N_("The chair has another session at that time: {theme}"),
    DayProblem.PLACE: N_("The room is taken at that time: {theme}"),
}


def note_of(desk: "Desk", warning: DayWarning) -> Note:
    """Say one thing that deserves a thought and hinders nothing."""
    language, holiday = desk.language, warning.holiday
    names = {"ar": holiday.ar, "fr": holiday.fr, "en": holiday.en} if holiday else {}
    day = long_day(warning.day, language)
    name = names.get(language, "") or (holiday.ar if holiday else "")
    if holiday and holiday.estimated:
        name = desk.say("{holiday} (estimated)", holiday=name)
    words = desk.say(
        _SAID[warning.problem],
        day=day.lower() if language == "fr" else day,
        holiday=name,
        theme=text_for(warning.theme, language),
    )
    return Note(words, "warning", "amber")
