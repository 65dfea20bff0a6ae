"""One outcome, whole: its words, who has it, until when, how far it is and why."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.session_data import Outcome
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS, state_chip
from desktop_app.ui.session.outcome_rows import NO_DUE, NO_OWNER, OutcomeRow, gaps_of, owner_of
from desktop_app.ui.text import capitalised, long_day, percent, text_for
from desktop_app.ui.theme import CARD_PADDING, GAP
from desktop_app.ui.widgets.chips import Chip, ChipLabel
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.vocabulary import label as label_of

_Field = Callable[[Desk, Outcome], str]


def _owner(desk: Desk, outcome: Outcome) -> str:
    missing = desk.say(NO_OWNER) if NO_OWNER in gaps_of(outcome) else ""
    return capitalised(owner_of(outcome, desk.language)) or missing


def _due(desk: Desk, outcome: Outcome) -> str:
    if outcome.due is not None:
        return long_day(outcome.due, desk.language)
    if outcome.ongoing:
        return desk.say("Ongoing")
    return desk.say(NO_DUE) if NO_DUE in gaps_of(outcome) else ""


def _review(desk: Desk, outcome: Outcome) -> str:
    return long_day(outcome.review_on, desk.language) if outcome.review_on else ""


_FIELDS: Final[tuple[tuple[str, _Field], ...]] = (
    (N_("In charge"), _owner),
    (N_("Partners"), lambda desk, one: text_for(one.partners, desk.language)),
    (N_("Due date"), _due),
    (N_("Priority"), lambda desk, one: label_of(one.priority, desk.language)),
    (N_("Progress"), lambda desk, one: percent(one.percent, desk.language) if one.percent else ""),
    (N_("Reason"), lambda _, one: one.reason),
    (N_("To look at again on"), _review),
    (N_("Remarks"), lambda desk, one: text_for(one.remarks, desk.language)),
)
_LACKING: Final = {N_("In charge"): NO_OWNER, N_("Due date"): NO_DUE}


class OutcomeDetails(QScrollArea):
    """A card that is read, and scrolled when it is long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: OutcomeRow | None = None
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setProperty("kind", "details")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kind = ChipLabel(desk, Chip("", "", "neutral"))
        self._state = ChipLabel(desk, Chip("", "", "neutral"))
        self._text = label("strong", wrap=True)
        self._fields = [(message, label("field-label"), label(wrap=True)) for message, _ in _FIELDS]
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        column.setSpacing(2)
        for part in (self._kind, self._text, self._state):
            column.addWidget(part)
            column.addSpacing(8)
        for _, name, value in self._fields:
            name.setContentsMargins(0, GAP - 2, 0, 0)
            column.addWidget(name)
            column.addWidget(value)
        column.addStretch(1)
        for words in (self._text, *(value for _, _, value in self._fields)):
            words.setObjectName("recorded")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # which the line above turned on
        desk.dressed.connect(self.dress)
        self.dress()

    def show_row(self, row: OutcomeRow | None) -> None:
        """Show an outcome, or nothing."""
        self._row = row
        self.dress()

    def dress(self) -> None:
        """Take words anew."""
        self.setAccessibleName(self._desk.say("Details"))
        row = self._row
        self._inside.setVisible(row is not None)
        if row is None:
            return
        outcome, language = row.outcome, self._desk.language
        kind = label_of(outcome.kind, language)
        self._kind.show_chip(Chip(f"{kind} {row.number}", KIND_ICONS[outcome.kind], "accent"))
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._state.show_chip(state_chip(self._desk, outcome, today))
        start = "\u200f" if self._desk.say.right_to_left else "\u200e"  # else the label guesses
        self._text.setText(start + text_for(outcome.text, language))
        gaps = gaps_of(outcome)
        for (message, name, value), (_, read) in zip(self._fields, _FIELDS, strict=True):
            words = read(self._desk, outcome)
            name.setText(self._desk.say(message))
            value.setText(start + words)
            restyle(value, "note-amber" if _LACKING.get(message) in gaps else "")
            for part in (name, value):
                part.setVisible(bool(words))
