"""The outcomes of a session as the window shows them: who, until when, how far, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from db.codes import OVER, FollowUpState, OutcomeKind
from desktop_app.i18n import N_, Language
from desktop_app.services.session_data import Outcome
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS, state_chip
from desktop_app.ui.text import capitalised, short_day, text_for
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import NOTHING, Cell, Column
from desktop_app.wording.french import bare
from desktop_app.wording.vocabulary import label

NO_DUE, NO_OWNER = N_("No due date"), N_("Nobody in charge")
_ASKED_FOR: Final = frozenset(OutcomeKind) - {OutcomeKind.PROPOSAL}
"""Kinds that want an owner and a due date."""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome with its number in the session."""

    number: int
    outcome: Outcome

    @property
    def id(self) -> int:
        """Of the outcome."""
        return self.outcome.id


def gaps_of(outcome: Outcome) -> tuple[str, ...]:
    """Give what an outcome that still waits for something lacks, as English messages."""
    if outcome.state in OVER or outcome.kind not in _ASKED_FOR:
        return ()
    owned = outcome.owner_person or outcome.owner_bodies or outcome.owner_text
    gaps = [] if outcome.due or outcome.ongoing else [NO_DUE]
    return (*gaps,) if owned else (*gaps, NO_OWNER)


def owner_of(outcome: Outcome, language: Language) -> str:
    """Name who is in charge, as papers do; empty when nobody is."""
    if outcome.owner_text:
        return text_for(outcome.owner_text, language)
    names = [bare(text_for(body.name, language)) for body in outcome.owner_bodies]
    if outcome.owner_person is not None:
        names.insert(0, text_for(outcome.owner_person.name, language))
    return ("، " if language == "ar" else ", ").join(names)


def due_cell(desk: Desk, outcome: Outcome) -> Cell:
    """Write until when; what lacks it is shown amber."""
    if outcome.due is not None:
        return short_day(outcome.due, desk.language)
    if outcome.ongoing:
        return desk.say("Ongoing")
    if NO_DUE in gaps_of(outcome):
        return Chip(desk.say(NO_DUE), "warning", "amber")
    return NOTHING


def outcome_columns(desk: Desk) -> Sequence[Column[OutcomeRow]]:
    """Declare the columns, from the start side."""

    def kind(row: OutcomeRow) -> Cell:
        code = row.outcome.kind
        return Chip(label(code, desk.language), KIND_ICONS[code], "neutral", "outlined")

    def owner(row: OutcomeRow) -> Cell:
        name = owner_of(row.outcome, desk.language)
        if not name and NO_OWNER in gaps_of(row.outcome):
            return Chip(desk.say(NO_OWNER), "warning", "amber")
        return capitalised(name) or NOTHING

    return (
        Column(
            "number",
            N_("Number"),
            lambda row: str(row.number),
            "quiet",
            sort_by=lambda row: row.number,
        ),
        Column(
            *("kind", N_("Kind"), kind),
            leaves=1,
            sort_by=lambda row: list(OutcomeKind).index(row.outcome.kind),
        ),
        Column(
            *("text", N_("Text"), lambda row: text_for(row.outcome.text, desk.language), "strong"),
            may_be_cut=True,
            at_least=160,
            stretches=True,
        ),
        Column(
            *("owner", N_("In charge"), owner, "quiet"),
            may_be_cut=True,
            at_least=120,
            leaves=2,
            sort_by=lambda row: owner_of(row.outcome, desk.language) or None,
        ),
        Column(
            *("due", N_("Due date"), lambda row: due_cell(desk, row.outcome)),
            sort_by=lambda row: row.outcome.due,
        ),
        Column(
            *("state", N_("State"), lambda row: state_chip(desk, row.outcome, _today())),
            sort_by=lambda row: list(FollowUpState).index(row.outcome.state),
        ),
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
