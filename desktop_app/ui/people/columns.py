"""The columns of the list of people."""

from collections.abc import Callable

from desktop_app.i18n import N_
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import name_for
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.folding import fold


def people_columns(desk: Desk) -> tuple[Column[PersonRow], ...]:
    """Declare them, from the start side."""

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
