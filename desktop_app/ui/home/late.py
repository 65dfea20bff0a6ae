"""What is late, the oldest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.standing_data import LateOutcome
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.home import places
from desktop_app.ui.home.panel import Panel
from desktop_app.ui.outcomes import state_chip
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import NOTHING, Cell, Column, Words
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.vocabulary import label as label_of


class LatePanel(Panel):
    """Kind, text with its session, who is in charge, by how much.

    Attributes:
        all: opens the register.
        table: the oldest of them.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Late ones first"))
        self._today = date.min
        self._rows: Sequence[LateOutcome] = ()
        self.all = Act(
            desk,
            N_("All follow-ups"),
            lambda: desk.go(places.follow_ups()),
            key="F7",
        )
        self.put_beside(Button(desk, self.all, kind="bare", small=True, show_key=False))
        self.table: Table[LateOutcome] = Table(
            desk, N_("Late ones first"), self._columns(desk), inset=True
        )
        self.table.horizontalHeader().hide()
        self.table.set_dense()
        self._none = EmptyState(desk, "check-circle", N_("Nothing is late"), "")
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._none, 1)
        self.table.opened.connect(lambda _: self.open_current())
        self.dress()

    def show_late(self, rows: Sequence[LateOutcome], today: date) -> None:
        """Show them in their order."""
        self._today, self._rows = today, rows
        self._fit()
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def open_current(self) -> None:
        """Open the outcome that is chosen, in its session."""
        if (row := self.table.current) is not None:
            self._desk.go(Address("session", row.session_id, "outcomes"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for; the others are in the register."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.height() - self.head_height - 2
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.show_rows(self._rows[: max(room // height, 1)])

    def _columns(self, desk: Desk) -> tuple[Column[LateOutcome], ...]:
        def owner(row: LateOutcome) -> Cell:
            name = name_for(row.owner, desk.language)
            words = f"{name} {ltr(f'+{row.others}')}" if row.others else name or NOTHING
            return Words(words, tone="text2") if row.is_person else words  # never cut

        return (
            Column(
                "kind", N_("Kind"), lambda row: label_of(row.kind, desk.language), "quiet", leaves=3
            ),
            Column(
                "text",
                N_("Text"),
                lambda row: text_for(row.text, desk.language),
                may_be_cut=True,
                at_least=200,
                stretches=True,
            ),
            Column("number", N_("Number"), lambda row: row.reference, "ltr", leaves=1),
            Column(
                "owner", N_("In charge"), owner, "quiet", may_be_cut=True, at_least=130, leaves=2
            ),
            Column("state", N_("State"), lambda row: state_chip(desk, row, self._today)),
        )
