"""The columns of the lists of people, bodies and groups."""

from collections.abc import Callable

from db.codes import BodyKind
from db.folding import fold
from desktop_app.i18n import N_
from desktop_app.services.body_list import BodyRow, GroupRow
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label


def people_columns(desk: Desk) -> tuple[Column[PersonRow], ...]:
    """Declare those of the list of people, from the start side."""

    def shown(of: Callable[[PersonRow], Bilingual]) -> Callable[[PersonRow], str]:
        return lambda row: name_for(of(row), desk.language) or NOTHING

    def order(of: Callable[[PersonRow], Bilingual]) -> Callable[[PersonRow], str | None]:
        return lambda row: fold(name_for(of(row), desk.language)) or None

    return (
        Column(
            "name",
            N_("Name"),
            shown(lambda row: row.name),
            "strong",
            may_be_cut=True,  # but none that anyone bears
            at_least=360,
            sort_by=order(lambda row: row.name),
        ),
        Column(
            "function",
            N_("Function"),
            shown(lambda row: row.function),
            may_be_cut=True,
            at_least=200,
            stretches=True,
            sort_by=order(lambda row: row.function),
        ),
        Column(
            "body",
            N_("Body"),
            shown(lambda row: row.body),
            "quiet",
            may_be_cut=True,
            at_least=150,
            leaves=2,
            sort_by=order(lambda row: row.body),
        ),
        Column(
            "email",
            N_("E-mail address"),
            lambda row: row.email or NOTHING,
            "ltr",
            leaves=1,
            sort_by=lambda row: row.email or None,
        ),
        Column(
            "attended",
            N_("Sessions"),
            lambda row: str(row.attended or NOTHING),
            "number",
            sort_by=lambda row: row.attended,
        ),
    )


def body_columns(desk: Desk) -> tuple[Column[BodyRow], ...]:
    """Declare those of the list of bodies, from the start side."""

    def name(of: Bilingual) -> str:
        return name_for(of, desk.language)

    return (
        Column(
            "name",
            N_("Name"),
            lambda row: name(row.name),
            "strong",
            may_be_cut=True,
            at_least=300,
            stretches=True,
            sort_by=lambda row: fold(name(row.name)) or None,
        ),
        Column(
            "short",
            N_("Short name"),
            lambda row: name(row.short_name) or NOTHING,
            "quiet",
            may_be_cut=True,
            at_least=120,
            leaves=3,
            sort_by=lambda row: fold(name(row.short_name)) or None,
        ),
        Column(
            "kind",
            N_("Kind"),
            lambda row: label(row.kind, desk.language),
            sort_by=lambda row: list(BodyKind).index(row.kind),
        ),
        Column(
            "town",
            N_("Town"),
            lambda row: name(row.town) or NOTHING,
            may_be_cut=True,
            at_least=110,
            leaves=2,
            sort_by=lambda row: fold(name(row.town)) or None,
        ),
        Column(
            "email",
            N_("E-mail address"),
            lambda row: row.email or NOTHING,
            "ltr",
            leaves=1,
            sort_by=lambda row: row.email or None,
        ),
        Column(
            "people",
            N_("People"),
            lambda row: str(row.people or NOTHING),
            "number",
            sort_by=lambda row: row.people,
        ),
    )


def group_columns(desk: Desk) -> tuple[Column[GroupRow], ...]:
    """Declare those of the list of groups, from the start side."""

    def members(row: GroupRow) -> str:
        between = "، " if desk.say.right_to_left else ", "
        shown = between.join(text_for(name, desk.language) for name in row.first)
        return f"{shown}…" if row.members > len(row.first) else shown or NOTHING

    return (
        Column(
            "name",
            N_("Name"),
            lambda row: text_for(row.name, desk.language),
            "strong",
            may_be_cut=True,
            at_least=280,
            sort_by=lambda row: fold(text_for(row.name, desk.language)) or None,
        ),
        Column(
            "members",
            N_("Members"),
            members,
            "quiet",
            may_be_cut=True,
            at_least=160,
            stretches=True,
        ),
        Column(
            "count",
            N_("Number"),
            lambda row: str(row.members or NOTHING),
            "number",
            sort_by=lambda row: row.members,
        ),
    )
