"""Four figures of a person, each with what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.person_file import PersonFile
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.columns import NOTHING
from desktop_app.ui.widgets.figure_card import FigureCard


@dataclass(frozen=True, slots=True)
class Figure:
    """What one card says."""

    value: str
    meaning: str = ""


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


class Figures(QWidget):
    """The cards side by side; where they have no room they give up meanings, then themselves.

    Attributes:
        attended, represented, open, attested: the cards.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.attended = FigureCard(desk, N_("Attendance"), "calendar-check")
        self.represented = FigureCard(desk, N_("Representation"), "swap")
        self.open = FigureCard(desk, N_("Open follow-ups"), "clipboard-text")
        self.attested = FigureCard(desk, N_("Attestations"), "medal")
        self._cards = (self.attended, self.represented, self.open, self.attested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for one in self._cards:
            row.addWidget(one, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[Figure], room: int) -> None:
        """Say them, as far as there is room (a width)."""
        for meanings in (True, False):
            for one, figure in zip(self._cards, figures, strict=True):
                one.show_figure(figure.value, figure.meaning if meanings else "")
            width = sum(one.sizeHint().width() for one in self._cards)
            fits = width + GAP * (len(self._cards) - 1) <= room
            if fits:
                break
        self.setVisible(fits)

    def sizeHint(self) -> QSize:
        """As high as a card."""
        return QSize(0, self._cards[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return self.sizeHint()
