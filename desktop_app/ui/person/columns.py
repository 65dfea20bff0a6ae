"""The columns of a person's two tables: sessions, and what is open."""

from collections.abc import Callable
from datetime import date

from db.codes import Civility
from desktop_app.i18n import N_
from desktop_app.services.follow_ups import FollowUp
from desktop_app.services.person_file import SessionOfPerson
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS, state_chip
from desktop_app.ui.person.states import attendance_chip
from desktop_app.ui.text import capitalised, percent, short_day, text_for
from desktop_app.ui.widgets.columns import NOTHING, Column, Words
from desktop_app.ui.widgets.stacked_bar import Meter
from desktop_app.wording.vocabulary import label


def session_columns(desk: Desk) -> tuple[Column[SessionOfPerson], ...]:
    """Number, day, type and theme of a session."""
    return (
        Column("number", N_("Number"), lambda row: row.reference or NOTHING, "ltr", leaves=1),
        Column("day", N_("Date"), lambda row: _day(desk, row.day), sort_by=lambda row: row.day),
        Column(
            "type",
            N_("Type"),
            lambda row: capitalised(text_for(row.type_label, desk.language)),
            "quiet",
            leaves=2,
        ),
        Column(
            "theme",
            N_("Subject"),
            lambda row: text_for(row.theme, desk.language),
            "strong",
            may_be_cut=True,
            at_least=260,
            stretches=True,
        ),
    )


def attestation_column() -> Column[SessionOfPerson]:
    """Give the number of the attestation, or a mark that one was given without number."""

    def number(row: SessionOfPerson) -> str:
        return (row.attestation.reference or "✓") if row.attestation else NOTHING

    def latest_first(row: SessionOfPerson) -> int | None:
        return -row.attestation.id if row.attestation else None

    return Column("attestation", N_("Attestation"), number, "ltr", leaves=3, sort_by=latest_first)


def attended_columns(
    desk: Desk, civility: Callable[[], Civility]
) -> tuple[Column[SessionOfPerson], ...]:
    """Tell what a session was, where the person was, and what was attested."""
    attendance: Column[SessionOfPerson] = Column(
        "attendance",
        N_("Attendance"),
        lambda row: attendance_chip(desk, row.state, civility()),
        sort_by=lambda row: list(type(row.state)).index(row.state),
    )
    return (*session_columns(desk), attendance, attestation_column())


def follow_up_columns(desk: Desk) -> tuple[Column[FollowUp], ...]:
    """Tell what an outcome is, when it is due and how far it is."""

    def due(row: FollowUp) -> str:
        if row.due is not None:
            return short_day(row.due, desk.language)
        return desk.say("Ongoing") if row.ongoing else desk.say("No due date")

    return (
        Column(
            "kind",
            N_("Kind"),
            lambda row: Words(label(row.kind, desk.language), KIND_ICONS[row.kind], "text2"),
            leaves=2,
        ),
        Column(
            "text",
            N_("Text"),
            lambda row: text_for(row.text, desk.language),
            may_be_cut=True,
            at_least=160,
            stretches=True,
        ),
        Column("due", N_("Due date"), due, "quiet"),
        Column(
            "progress",
            N_("Progress"),
            lambda row: Meter(row.percent, percent(row.percent, desk.language)),
            leaves=1,
        ),
        Column("state", N_("State"), lambda row: state_chip(desk, row, _today())),
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day


def _day(desk: Desk, day: date | None) -> str:
    return short_day(day, desk.language) if day else NOTHING
