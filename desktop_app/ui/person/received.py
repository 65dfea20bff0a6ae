"""The papers a person was sent: looked through, and gone to."""

from collections.abc import Sequence

from desktop_app.i18n import N_
from desktop_app.services.person_history import Received
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.history_words import CODES
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.theme import ROW_HEIGHT, TABLE_HEADER_HEIGHT, scaled
from desktop_app.ui.widgets.columns import NOTHING, Cell, Column, Words
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.table import Table

_MOST_ROWS = 8


class ReceivedDialog(Dialog):
    """The papers of a period, the latest first; Enter opens those of its session.

    Args:
        papers: that were sent to the person.
    """

    def __init__(self, desk: Desk, papers: Sequence[Received]) -> None:
        opening = Act(desk, N_("Open the papers"), self._open, icon="files", key="Enter")
        opening.set_offered(bool(papers))
        super().__init__(desk, N_("Papers received"), (opening,), width=760)
        self.table: Table[Received] = Table(desk, N_("Papers received"), _columns(desk))
        frame, column = card()
        if papers:
            column.addWidget(self.table)
        else:
            column.addWidget(EmptyState(desk, "envelope-simple", N_("No paper was sent yet"), ""))
        self.body.addWidget(frame)
        rows = min(len(papers), _MOST_ROWS)
        self.table.setFixedHeight(scaled(TABLE_HEADER_HEIGHT) + rows * scaled(ROW_HEIGHT))
        self.table.show_rows(papers)
        self.table.opened.connect(lambda _: self._open())

    def _open(self) -> None:
        paper = self.table.current
        if paper is not None and paper.session_id is not None:
            self.leave()
            self._desk.go(Address("session", paper.session_id, "papers"))


def _columns(desk: Desk) -> tuple[Column[Received], ...]:
    def arrived(row: Received) -> Cell:
        if row.confirmed:
            return Words(desk.say("Confirmed"), "check", "green")
        return desk.say("Not confirmed")

    return (
        Column("on", N_("Date"), lambda row: short_day(row.on, desk.language)),
        Column("kind", N_("Paper"), lambda row: desk.say(CODES[row.kind])),
        Column("number", N_("Number"), lambda row: row.reference or NOTHING, "ltr", leaves=1),
        Column(
            "theme",
            N_("Subject"),
            lambda row: text_for(row.theme, desk.language) or NOTHING,
            "strong",
            may_be_cut=True,
            at_least=160,
            stretches=True,
        ),
        Column("arrived", N_("Arrival"), arrived, "quiet", leaves=2),
    )
