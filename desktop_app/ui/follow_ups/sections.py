"""How the sections of the register are called, in the window and on paper."""

from collections.abc import Mapping
from typing import Final

from desktop_app.i18n import N_, catalogue
from desktop_app.services.follow_up_data import Due, Grouping, Section
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import name_for, text_for
from desktop_app.wording.bilingual import Bilingual

DUES: Final[Mapping[str, str]] = {
    Due.LATE: N_("Late ones"),
    Due.WEEK: N_("This week"),
    Due.AFTER: N_("After this week"),
    Due.NEVER: N_("Without a due date"),
    Due.OVER: N_("Closed ones"),
}
_UNNAMED: Final[Mapping[tuple[Grouping, str], str]] = {
    (Grouping.OWNER, ""): N_("Nobody in charge"),
    (Grouping.DIRECTORATE, ""): N_("Without a directorate"),
    (Grouping.DIRECTORATE, "several"): N_("Several directorates"),
}


def title_of(desk: Desk, grouping: Grouping, section: Section) -> str:
    """Name a section in the window's language."""
    if message := _message(grouping, section):
        return desk.say(message)
    if section.code.startswith("b"):
        return name_for(section.title, desk.language)
    return text_for(section.title, desk.language)


def titles_of(grouping: Grouping, section: Section) -> Bilingual:
    """Name a section on paper, in both languages."""
    if message := _message(grouping, section):
        return Bilingual(catalogue("ar")(message), catalogue("fr")(message))
    return section.title


def aside_of(desk: Desk, section: Section) -> str:
    """Say in which order the late ones stand."""
    return desk.say("oldest first") if section.code == Due.LATE else ""


def _message(grouping: Grouping, section: Section) -> str:
    if grouping is Grouping.DUE:
        return DUES[section.code]
    if section.code == "rest":
        return N_("All others")
    return _UNNAMED.get((grouping, section.code), "")
