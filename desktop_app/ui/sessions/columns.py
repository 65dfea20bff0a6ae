"""The columns of the list of sessions."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtGui import QFont

from db.codes import SessionState
from db.folding import fold
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.days import span
from desktop_app.ui.sessions.rows import AHEAD, number_of
from desktop_app.ui.sessions.states import state_chip
from desktop_app.ui.text import capitalised, hours, long_day, name_for, short_day, text_for
from desktop_app.ui.widgets.columns import NOTHING, Cell, Column, Words
from desktop_app.wording.bilingual import Bilingual

_STATES: Final = tuple(SessionState)
_NEAR: Final = {-1: N_("Yesterday"), 0: N_("Today"), 1: N_("Tomorrow")}


def session_columns(desk: Desk) -> tuple[Column[SessionRow], ...]:
    """Declare them, from the start side."""

    def text(of: Callable[[SessionRow], Bilingual]) -> Callable[[SessionRow], str]:
        return lambda row: capitalised(text_for(of(row), desk.language))

    def folded(of: Callable[[SessionRow], Bilingual]) -> Callable[[SessionRow], str]:
        return lambda row: fold(name_for(of(row), desk.language))

    def count(of: Callable[[SessionRow], int]) -> Callable[[SessionRow], str]:
        return lambda row: str(of(row) or NOTHING)

    def chip(row: SessionRow) -> Cell:
        return state_chip(row.state, desk.language, row.gender, row.french_gender)

    return (
        Column("number", N_("Number"), _number, "ltr", sort_by=number_of),
        Column("day", N_("Date"), _day_of(desk), sort_by=lambda row: row.first_day),
        Column(
            *("type", N_("Type"), text(lambda row: row.type_label), "quiet"),
            leaves=5,
            sort_by=folded(lambda row: row.type_label),
        ),
        Column(
            *("theme", N_("Subject"), text(lambda row: row.theme), "strong"),
            may_be_cut=True,
            at_least=300,
            stretches=True,
            sort_by=folded(lambda row: row.theme),
        ),
        Column(
            *("place", N_("Place"), lambda row: name_for(row.place, desk.language), "quiet"),
            may_be_cut=True,
            at_least=150,
            leaves=4,
            sort_by=folded(lambda row: row.place),
        ),
        Column(
            *("invited", N_("Invited"), count(lambda row: row.invited), "number"),
            leaves=3,
            sort_by=lambda row: row.invited,
        ),
        Column(
            *("present", N_("Present"), count(lambda row: row.present), "number"),
            leaves=2,
            sort_by=lambda row: row.present,
        ),
        Column(
            *("outcomes", N_("Outcomes"), count(lambda row: row.outcomes), "number"),
            leaves=1,
            sort_by=lambda row: row.outcomes,
        ),
        Column("state", N_("State"), chip, sort_by=lambda row: _STATES.index(row.state)),
    )


def _number(row: SessionRow) -> str:
    return row.reference or NOTHING


def _day_of(desk: Desk) -> Callable[[SessionRow], Cell]:
    """Write the day: how near it is, with its name while it is to come, or from when to when."""

    def day(row: SessionRow) -> Cell:
        first, last = row.first_day, row.last_day
        if first is None or last is None:
            return NOTHING
        if first != last:
            return span(first, last, desk.language)
        away = (first - date.today()).days  # noqa: DTZ011 - the user's own day
        if away in _NEAR and row.state in AHEAD:
            clock = ltr(hours(row.start, None)) if row.start else ""
            return Words(desk.say(_NEAR[away]), weight=QFont.Weight.DemiBold, aside=clock)
        return (long_day if row.state in AHEAD else short_day)(first, desk.language)

    return day
