"""The functions a person held: looked through, and corrected."""

from collections.abc import Sequence

from desktop_app.i18n import N_
from desktop_app.services.careers import HeldFunction
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.person.post import PostDialog
from desktop_app.ui.text import name_for, short_day
from desktop_app.ui.theme import ROW_HEIGHT, TABLE_HEADER_HEIGHT, scaled
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.table import Table

_MOST_ROWS = 6


class CareerDialog(Dialog):
    """All functions of a person, the latest first; Enter corrects one.

    Args:
        person_id: whose.
        held: the functions.
    """

    def __init__(self, desk: Desk, person_id: int, held: Sequence[HeldFunction]) -> None:
        correct = Act(desk, N_("Edit"), self._correct, icon="pencil-simple", key="Enter")
        super().__init__(desk, N_("Functions held"), (correct,), width=720)
        self._person_id = person_id
        self.table: Table[HeldFunction] = Table(desk, N_("Functions held"), _columns(desk))
        frame, column = card()
        column.addWidget(self.table)
        self.body.addWidget(frame)
        rows = min(len(held), _MOST_ROWS)
        self.table.setFixedHeight(scaled(TABLE_HEADER_HEIGHT) + rows * scaled(ROW_HEIGHT))
        self.table.show_rows(held)
        self.table.opened.connect(lambda _: self._correct())

    def _correct(self) -> None:
        if (held := self.table.current) is not None:
            self.leave()
            self._desk.ask(PostDialog(self._desk, self._person_id, held))


def _columns(desk: Desk) -> tuple[Column[HeldFunction], ...]:
    def since(row: HeldFunction) -> str:
        return short_day(row.since, desk.language) if row.since else NOTHING

    def title(row: HeldFunction) -> str:
        if row.is_none:
            return desk.say("Left service")
        return name_for(row.function.title, desk.language) or NOTHING

    return (
        Column("since", N_("Since"), since),
        Column(
            "title", N_("Function"), title, "strong", may_be_cut=True, at_least=220, stretches=True
        ),
        Column(
            "body",
            N_("Body"),
            lambda row: (name_for(row.body.name, desk.language) if row.body else "") or NOTHING,
            "quiet",
            may_be_cut=True,
            at_least=180,
        ),
    )
