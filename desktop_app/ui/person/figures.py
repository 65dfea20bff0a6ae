"""Five figures of a person, each with what it means."""

from datetime import date

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.person_file import PersonFile
from desktop_app.services.person_history import Period
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import listed, percent, short_day, text_for
from desktop_app.ui.widgets.columns import NOTHING
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.figure_row import Figure, FigureRow


def figures_of(desk: Desk, file: PersonFile, period: Period) -> tuple[Figure, ...]:
    """Count a period in the cards' order; what is open is told as it is now."""
    say, language, told = desk.say, desk.language, file.figures(period)
    late = sum(outcome.late for outcome in file.follow_ups)
    outcomes = [
        say("late: {n}", n=late) if late else "",
        say("{done} of {total} done", done=told.done, total=told.owned) if told.owned else "",
    ]
    return (
        Figure(
            ltr(f"{told.attended}/{told.held}") if told.held else NOTHING,
            percent(told.rate, language) if told.rate is not None else "",
        ),
        Figure(
            str(told.represented),
            " · ".join(text_for(name, language) for name in told.substitutes),
        ),
        Figure(str(len(file.follow_ups)), listed(outcomes, right_to_left=say.right_to_left)),
        Figure(str(told.attested), _last(desk, told.last_attested)),
        Figure(str(told.received), _last(desk, told.last_received)),
    )


def _last(desk: Desk, day: date | None) -> str:
    return desk.say("the last on {day}", day=short_day(day, desk.language)) if day else ""


class Figures(FigureRow):
    """The cards of a person.

    Attributes:
        attended, represented, open, attested, received: the cards.
    """

    def __init__(self, desk: Desk) -> None:
        self.attended = FigureCard(desk, N_("Attendance"), "calendar-check")
        self.represented = FigureCard(desk, N_("Representation"), "swap")
        self.open = FigureCard(desk, N_("Open follow-ups"), "clipboard-text")
        self.attested = FigureCard(desk, N_("Attestations"), "medal")
        self.received = FigureCard(desk, N_("Papers received"), "envelope-simple")
        super().__init__((self.attended, self.represented, self.open, self.attested, self.received))
