"""The columns of the register."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from db.codes import Priority
from desktop_app.i18n import N_
from desktop_app.services.follow_up_data import Line
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS, days_late, state_chip
from desktop_app.ui.text import capitalised, percent, short_day, text_for
from desktop_app.ui.theme import ICON
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import NOTHING, Canvas, Cell, Column, Words
from desktop_app.ui.widgets.rows import start_of
from desktop_app.ui.widgets.stacked_bar import Meter
from desktop_app.wording.french import bare
from desktop_app.wording.vocabulary import label

MARK: Final = "mark"
"""Code of the column of boxes."""


class _Box:
    """A box that is ticked where the row is chosen."""

    label = ""

    def width(self) -> float:
        """Room for the box."""
        return ICON

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Draw it."""
        icon = "check-square-fill" if canvas.selected else "square"
        tone = canvas.tokens.accent if canvas.selected else canvas.tokens.line2
        place = start_of(box, ICON, canvas.layout)
        canvas.icons.paint(canvas.painter, icon, tone, place)
        return False


_BOX: Final = _Box()


def register_columns(desk: Desk) -> Sequence[Column[Line]]:
    """Declare them, from the start side."""

    def kind(line: Line) -> Cell:
        return Words(label(line.kind, desk.language), KIND_ICONS[line.kind], "text2")

    def owner(line: Line) -> Cell:
        first, rest = owners_of(line, desk)
        return Words(first, aside=rest) if first else NOTHING

    def due(line: Line) -> Cell:
        if line.due is None:
            return desk.say("Ongoing") if line.ongoing else NOTHING
        words = short_day(line.due, desk.language)
        if days_late(line, today()):
            return Words(words, tone="red", weight=QFont.Weight.DemiBold)
        return words

    def priority(line: Line) -> Cell:
        words = label(line.priority, desk.language)
        match line.priority:
            case Priority.URGENT:
                return Chip(words, "warning-circle", "red")
            case Priority.HIGH:
                return Chip(words, "caret-up", "neutral", "outlined")
            case _:
                return Words(words, tone="text2")

    return (
        Column(MARK, "", lambda _: _BOX),
        Column("kind", N_("Kind"), kind, leaves=4),
        Column(
            *("text", N_("Text"), lambda line: text_for(line.text, desk.language), "strong"),
            may_be_cut=True,
            at_least=130,
            stretches=True,
        ),
        Column("session", N_("Session"), lambda line: line.number, "ltr", leaves=3),
        Column("owner", N_("In charge"), owner, may_be_cut=True, at_least=150),
        Column("due", N_("Due date"), due),
        Column("priority", N_("Priority"), priority, leaves=1),
        Column(
            *("percent", N_("Progress"), lambda line: Meter(line.percent, _share(desk, line))),
            leaves=2,
        ),
        Column("state", N_("State"), lambda line: state_chip(desk, line, today())),
    )


def owners_of(line: Line, desk: Desk) -> tuple[str, str]:
    """Name who is in charge: the body or bodies first, then the person."""
    language = desk.language
    if line.owner_text:
        first = text_for(line.owner_text, language)
        if len(line.bodies) > 1:
            first = f"{first} ({len(line.bodies)})"
    else:
        first = ("، " if language == "ar" else ", ").join(
            bare(text_for(body, language)) for body in line.bodies
        )
    person = text_for(line.person, language)
    return (capitalised(first), person) if first else (person, "")


def today() -> date:
    """The user's own day."""
    return date.today()  # noqa: DTZ011 - as said


def _share(desk: Desk, line: Line) -> str:
    return percent(line.percent, desk.language)
