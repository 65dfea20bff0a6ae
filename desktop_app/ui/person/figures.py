"""Four figures of a person, each with what it means."""

from datetime import date

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.person_file import PersonFile
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.widgets.columns import NOTHING
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.figure_row import Figure, FigureRow


def figures_of(desk: Desk, file: PersonFile, today: date) -> tuple[Figure, ...]:
    """Count attendance, representation, what is open and attestations, in the cards' order."""
    say, year = desk.say, file.figures(today)
    late = sum(outcome.late for outcome in file.follow_ups)
    last = file.attestations[0].issued_on if file.attestations else None
    return (
        Figure(
            ltr(f"{year.attended}/{year.held}") if year.held else NOTHING, say("this school year")
        ),
        Figure(
            str(year.represented),
            " · ".join(text_for(name, desk.language) for name in year.substitutes),
        ),
        Figure(str(len(file.follow_ups)), say("late: {n}", n=late) if late else ""),
        Figure(
            str(len(file.attestations)),
            say("the last on {day}", day=short_day(last, desk.language)) if last else "",
        ),
    )


class Figures(FigureRow):
    """The cards of a person.

    Attributes:
        attended, represented, open, attested: the cards.
    """

    def __init__(self, desk: Desk) -> None:
        self.attended = FigureCard(desk, N_("Attendance"), "calendar-check")
        self.represented = FigureCard(desk, N_("Representation"), "swap")
        self.open = FigureCard(desk, N_("Open follow-ups"), "clipboard-text")
        self.attested = FigureCard(desk, N_("Attestations"), "medal")
        super().__init__((self.attended, self.represented, self.open, self.attested))
