"""The columns of the list of sessions."""

from collections.abc import Callable
from typing import Final

from db.codes import SessionState
from desktop_app.i18n import N_
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import capitalised, long_day, short_day, text_for
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.wording.bilingual import Bilingual

_CHIPS: Final = {
    SessionState.PLANNED: (N_("Planned"), "calendar-blank", "neutral"),
    SessionState.INVITED: (N_("Invitations sent"), "paper-plane-tilt", "accent"),
    SessionState.HELD: (N_("Session held"), "check", "accent"),
    SessionState.DRAFTING: (N_("Minutes in progress"), "note-pencil", "amber"),
    SessionState.SIGNED: (N_("Minutes signed"), "seal-check", "green"),
    SessionState.SENT: (N_("Minutes sent"), "check-circle", "green"),
    SessionState.POSTPONED: (N_("Session postponed"), "calendar-x", "neutral"),
    SessionState.CANCELLED: (N_("Session cancelled"), "prohibit", "neutral"),
}
_STATES: Final = tuple(SessionState)


def state_chip(desk: Desk, state: SessionState) -> Chip:
    """The state of a session as it is shown."""
    message, icon, tone = _CHIPS[state]
    return Chip(desk.say(message), icon, tone)


def session_columns(desk: Desk) -> tuple[Column[SessionRow], ...]:
    """Declare them, from the start side."""

    def text(of: Callable[[SessionRow], Bilingual]) -> Callable[[SessionRow], str]:
        return lambda row: capitalised(text_for(of(row), desk.language))

    def day(row: SessionRow) -> str:
        if row.first_day is None:
            return NOTHING
        ahead = row.state in {SessionState.PLANNED, SessionState.INVITED}
        return (long_day if ahead else short_day)(row.first_day, desk.language)

    return (
        Column("number", N_("Number"), lambda row: row.reference or NOTHING, "ltr"),
        Column("day", N_("Date"), day, sort_by=lambda row: row.first_day),
        Column(
            "type",
            N_("Type"),
            text(lambda row: row.type_label),
            "quiet",
            leaves=5,
            sort_by=text(lambda row: row.type_label),
        ),
        Column(
            "theme",
            N_("Subject"),
            text(lambda row: row.theme),
            "strong",
            may_be_cut=True,
            at_least=300,
            stretches=True,
            sort_by=text(lambda row: row.theme),
        ),
        Column(
            "place",
            N_("Place"),
            text(lambda row: row.place),
            "quiet",
            may_be_cut=True,
            leaves=4,
            sort_by=text(lambda row: row.place),
        ),
        Column(
            "invited",
            N_("Invited"),
            lambda row: str(row.invited or NOTHING),
            "number",
            leaves=3,
            sort_by=lambda row: row.invited,
        ),
        Column(
            "present",
            N_("Present"),
            lambda row: str(row.present or NOTHING),
            "number",
            leaves=2,
            sort_by=lambda row: row.present,
        ),
        Column(
            "outcomes",
            N_("Outcomes"),
            lambda row: str(row.outcomes or NOTHING),
            "number",
            leaves=1,
            sort_by=lambda row: row.outcomes,
        ),
        Column(
            "state",
            N_("State"),
            lambda row: state_chip(desk, row.state),
            sort_by=lambda row: _STATES.index(row.state),
        ),
    )
