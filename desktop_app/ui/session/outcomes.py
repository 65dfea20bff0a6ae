"""The outcomes of a session: what was decided, who does it, until when, how far it is."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from db.codes import OutcomeKind
from desktop_app.i18n import N_
from desktop_app.services.session_data import Session
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.outcome_details import OutcomeDetails
from desktop_app.ui.session.outcome_rows import OutcomeRow, gaps_of, outcome_columns
from desktop_app.ui.theme import CONTROL_HEIGHT, GAP, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.vocabulary import label as label_of

_DETAILS: Final = 300
_DIALOG: Final = 620


class OutcomesTab(QWidget):
    """A table of the outcomes, and beside it the one that is chosen, whole.

    Attributes:
        acts: what keys do here.
        table: the outcomes that the filter leaves.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[OutcomeRow, ...] = ()
        self._wanted: int | None = None
        self.kind = FilterChoice(desk, N_("Kind"), self._kinds)
        self._missing = label("note-amber")
        self.table: Table[OutcomeRow] = Table(
            desk, N_("Outcomes"), outcome_columns(desk), tall=True
        )
        self.details = OutcomeDetails(desk)
        self._showing = Act(desk, N_("Show whole"), self._show_whole, icon="eye", key="Enter")
        self._filtering = Act(desk, N_("Filter"), self.kind.setFocus, key="Ctrl+F")
        self.acts = (self._showing, self._filtering)
        self._nothing = EmptyState(
            desk,
            "list-checks",
            N_("No outcomes yet"),
            N_(
                "Decisions, recommendations, commitments and actions noted in the session appear"
                " here with their due date."
            ),
            framed=True,
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.kind.chosen.connect(lambda _: self._show_rows())
        self.table.moved.connect(self._show_current)
        self.table.opened.connect(lambda _: self._show_whole())
        desk.dressed.connect(self.dress)
        self.dress()

    def show_session(self, session: Session) -> None:
        """Show the outcomes of a session."""
        numbered = enumerate(session.outcomes, 1)
        self._rows = tuple(OutcomeRow(number, outcome) for number, outcome in numbered)
        self.kind.dress()
        self._show_rows()
        if self._wanted is not None:
            self.choose(str(self._wanted))

    def choose(self, what: str) -> None:
        """Choose an outcome by its id, as soon as it is shown."""
        self._wanted = int(what) if what.isdecimal() else None
        if self._wanted in {row.id for row in self._rows}:
            self.kind.choose("")
            self._show_rows()
            self.table.choose(self._wanted)
            self._wanted = None

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._aside.setFixedWidth(scaled(_DETAILS))
        self._missing.setMinimumHeight(scaled(CONTROL_HEIGHT))
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the details to Enter in a narrow window."""
        super().resizeEvent(event)
        self._aside.setVisible(not self._is_narrow())
        self._show_current()

    def _lay_out(self) -> None:
        self._aside, aside = card()
        filters = QWidget()
        line = Flow(GAP)
        filters.setLayout(line)
        line.addWidget(self.kind)
        line.addWidget(self._missing)
        frame, column = card()
        column.addWidget(self.table)
        aside.addWidget(self.details)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(frame, 1)
        row.addWidget(self._aside)
        whole = QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addWidget(filters)
        body.addLayout(row, 1)
        empty = QWidget()
        around = QVBoxLayout(empty)
        around.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        around.addWidget(self._nothing)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(empty)

    def _show_rows(self) -> None:
        kind = self.kind.value
        self.table.show_rows([row for row in self._rows if kind in {"", row.outcome.kind}])
        self._stack.setCurrentIndex(0 if self._rows else 1)
        lacking = [gap for row in self._rows for gap in gaps_of(row.outcome)]
        parts = [
            self._desk.say("{what}: {n}", what=self._desk.say(gap), n=lacking.count(gap))
            for gap in dict.fromkeys(lacking)
        ]
        self._missing.setText(" · ".join(parts))
        self._missing.setVisible(bool(parts))
        self._show_current()

    def _show_current(self) -> None:
        row = self.table.current
        self._showing.set_offered(row is not None and self._is_narrow())
        self.details.show_row(row)

    def _show_whole(self) -> None:
        row = self.table.current
        if row is None or not self._is_narrow():
            return
        details = OutcomeDetails(self._desk)
        details.show_row(row)
        dialog = Dialog(self._desk, "", width=_DIALOG)
        dialog.body.addWidget(details)
        self._desk.ask(dialog)

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW_WIDTH

    def _kinds(self) -> list[tuple[Hashable, str]]:
        counts = dict.fromkeys(OutcomeKind, 0)
        for row in self._rows:
            counts[row.outcome.kind] += 1
        offered = [
            (kind.value, f"{label_of(kind, self._desk.language)} {count}")
            for kind, count in counts.items()
            if count
        ]
        return [("", f"{self._desk.say('All')} {len(self._rows)}"), *offered]
