"""The outcomes of a session: what was decided, who does it, until when, how far it is."""

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.codes import DocumentKind, OutcomeKind
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import outcomes
from desktop_app.services.note_reading import Reading
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.extracts import Extracts
from desktop_app.ui.papers.usual import usual_language
from desktop_app.ui.session.outcome_details import OutcomeDetails
from desktop_app.ui.session.outcome_line import KIND_KEYS, OutcomeLine
from desktop_app.ui.session.outcome_rows import (
    NO_DUE,
    NO_OWNER,
    OutcomeRow,
    gaps_of,
    outcome_columns,
)
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip_button import ChipButton
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from desktop_app.ui.papers.outbox import Outbox

_DETAILS: Final = 340
_DIALOG: Final = 620
_KIND_NAMES: Final = {
    OutcomeKind.DECISION: N_("Decision"),
    OutcomeKind.RECOMMENDATION: N_("Recommendation"),
    OutcomeKind.COMMITMENT: N_("Commitment"),
    OutcomeKind.ACTION: N_("Action"),
}


class OutcomesTab(QWidget):
    """A table of the outcomes, a line for new ones, and beside them the one that is chosen.

    Attributes:
        acts: what keys do here.
        table: the outcomes that the filters leave.
        line: where a new one is typed.
        details: the chosen one beside the table; whole: the one in a dialog of a narrow window.
        kind: the filter by kind; gaps: the filters by what is missing.
        paper: what the head of the page prints, saves and sends from here.
        print_wanted, mail_wanted: emitted when the table is to be printed, or sent.
        owners: writes to each who is in charge what is theirs.
        extracts: makes the extract of the outcome in hand.
    """

    paper = DocumentKind.FOLLOW_UPS.value
    print_wanted = Signal()
    mail_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._outcomes: list[Outcome] = []
        self._rows: tuple[OutcomeRow, ...] = ()
        self._wanted: int | None = None
        self._outbox: Outbox | None = None
        self.whole: OutcomeDetails | None = None
        self.kind = FilterChoice(desk, N_("Kind"), self._kinds)
        self.gaps = {gap: ChipButton(desk, partial(self._gap, gap)) for gap in (NO_DUE, NO_OWNER)}
        self.table: Table[OutcomeRow] = Table(
            desk, N_("Outcomes"), outcome_columns(desk), tall=True
        )
        self.line = OutcomeLine(desk)
        self.details = OutcomeDetails(desk)
        self._nothing = EmptyState(
            desk,
            "list-checks",
            N_("No outcomes yet"),
            N_(
                "Decisions, recommendations, commitments and actions noted in the session appear"
                " here with their due date."
            ),
        )
        self._make_acts()
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()
        self.dress()

    def show_session(self, session: Session) -> None:
        """Show the outcomes of a session."""
        self._session = session
        self._outcomes = list(session.outcomes)
        self.line.show_session(session)
        self._number()
        if self._wanted is not None:
            self.choose(str(self._wanted))

    def choose(self, what: str) -> None:
        """Choose an outcome by its id, as soon as it is shown."""
        self._wanted = int(what) if what.isdecimal() else None
        if self._wanted in {row.id for row in self._rows}:
            self._clear_filters()
            self.table.choose(self._wanted)
            self._wanted = None

    def leave(self) -> None:
        """Keep what was typed."""
        self.details.commit()

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._aside.setFixedWidth(scaled(_DETAILS))
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the details to Enter in a narrow window."""
        super().resizeEvent(event)
        self._aside.setVisible(not self._is_narrow() and bool(self._rows))
        self._fit()
        self._show_current()

    # --- laying out ---

    def _make_acts(self) -> None:
        desk = self._desk
        self._showing = Act(desk, N_("Show whole"), self._show_whole, icon="eye", key="Enter")
        self._removing = Act(desk, N_("Remove"), self._remove, icon="trash", key="Del")
        self._moving = (
            Act(desk, N_("Move up"), lambda: self._move(-1), key="Ctrl+Up"),
            Act(desk, N_("Move down"), lambda: self._move(1), key="Ctrl+Down"),
        )
        kinds = (
            Act(desk, _KIND_NAMES[kind], partial(self._set_kind, kind), key=key)
            for kind, key in KIND_KEYS.items()
        )
        self.print_table = Act(
            desk, N_("Table of outcomes"), self.print_wanted.emit, icon="printer", key="Ctrl+P"
        )
        self.owners = Act(
            desk,
            N_("One e-mail per owner"),
            self._write_to_owners,
            icon="envelope-simple",
            key="F9",
        )
        self.extracts = Extracts(desk, self, "F6")
        self.acts = (
            self._showing,
            self.owners,
            self.extracts.act,
            Act(desk, N_("New outcome"), self.line.setFocus, icon="plus", key="Insert"),
            *kinds,
            *self._moving,
            self._removing,
            self.details.state.more,
            Act(desk, N_("Filter"), self.kind.setFocus, key="Ctrl+F"),
        )

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _: self._show_rows())
        for gap in self.gaps.values():
            gap.clicked.connect(lambda _: self._show_rows())
        self.table.moved.connect(self._show_current)
        self.table.opened.connect(lambda _: self._show_whole())
        self.line.wanted.connect(self._add)
        self.line.left.connect(self.table.setFocus)
        self._desk.dressed.connect(self.dress)

    def _lay_out(self) -> None:
        self._aside, aside = card()
        filters = QWidget()
        line = Flow(GAP)
        filters.setLayout(line)
        for part in (self.kind, *self.gaps.values()):
            line.addWidget(part)
        frame, column = card()
        column.addWidget(self.table, 1000)
        column.addWidget(self.line)
        column.addWidget(self._nothing, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        aside.addWidget(self.details)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(frame, 1)
        row.addWidget(self._aside)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        for act in (self.print_table, self.owners, self.extracts.act):
            line.addWidget(Button(self._desk, act, show_key=False))
        body.addWidget(filters)
        body.addLayout(row, 1)

    def _fit(self) -> None:
        """Let the line for a new one follow the last row."""
        rows = self.table.rows.rowCount() * self.table.verticalHeader().defaultSectionSize()
        self.table.setMaximumHeight(self.table.horizontalHeader().height() + rows + 2)

    # --- what is shown ---

    def _number(self) -> None:
        self._rows = tuple(OutcomeRow(at, one) for at, one in enumerate(self._outcomes, 1))
        self.kind.dress()
        self._show_rows()

    def _show_rows(self) -> None:
        for gap, chip in self.gaps.items():
            chip.setVisible(any(gap in gaps_of(row.outcome) for row in self._rows))
            chip.setChecked(chip.isChecked() and not chip.isHidden())
            chip.dress()
        kind = self.kind.value
        wanted = {gap for gap, chip in self.gaps.items() if chip.isChecked()}
        self.table.show_rows(
            [
                row
                for row in self._rows
                if kind in {"", row.outcome.kind} and wanted <= set(gaps_of(row.outcome))
            ]
        )
        some = bool(self._rows)
        for part in (self.table, self.kind, self._rest):
            part.setVisible(some)
        for act in (self.print_table, self.owners):
            act.set_offered(some, N_("No outcomes yet"))
        self._nothing.setVisible(not some)
        self._aside.setVisible(some and not self._is_narrow())
        self.setFocusProxy(self.table if some else self.line)
        self._fit()
        self._show_current()

    def _show_current(self) -> None:
        row = self.table.current if self._rows else None
        for act in (self._removing, *self._moving):
            act.set_offered(row is not None)
        self._showing.set_offered(row is not None and self._is_narrow())
        self.extracts.show_chosen([row.id] if row else ())
        reference = self._session.reference if self._session else ""
        agenda = self._session.agenda if self._session else ()
        for details in filter(None, (self.details, self.whole)):
            details.show_row(row, reference, agenda)

    def _show_whole(self) -> None:
        row = self.table.current
        if row is None or self._session is None or not self._is_narrow():
            return
        details = self.whole = OutcomeDetails(self._desk)
        details.show_row(row, self._session.reference, self._session.agenda)
        dialog = Dialog(self._desk, "", width=_DIALOG)
        dialog.body.addWidget(details)
        dialog.closed.connect(self._close_whole)
        self._desk.ask(dialog)

    def _close_whole(self) -> None:
        if self.whole is not None:
            self.whole.show_row(None)
            self.whole = None

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW_WIDTH

    def _clear_filters(self) -> None:
        self.kind.choose("")
        for gap in self.gaps.values():
            gap.setChecked(False)
        self._show_rows()

    def _kinds(self) -> list[tuple[Hashable, str]]:
        counts = dict.fromkeys(OutcomeKind, 0)
        for row in self._rows:
            counts[row.outcome.kind] += 1
        offered = [
            (kind.value, f"{label_of(kind, self._desk.language)} {count}")
            for kind, count in counts.items()
            if count
        ]
        every = self._desk.say("All kinds")
        return [("", f"{every} {len(self._rows)}"), *offered]

    def _gap(self, gap: str, pressed: bool) -> Chip:
        n = sum(gap in gaps_of(row.outcome) for row in self._rows)
        desk = self._desk
        if gap == NO_DUE:
            words = desk.say.plural(
                "{n} outcome without a due date", "{n} outcomes without a due date", n
            )
        else:
            words = desk.say.plural(
                "{n} outcome has nobody in charge", "{n} outcomes have nobody in charge", n
            )
        return Chip(words, "x" if pressed else "warning", "amber")

    # --- what is done ---

    def _set_kind(self, kind: OutcomeKind) -> None:
        """Give the kind to the new line while one types it, else to the outcome in hand."""
        if self.line.edit.hasFocus():
            self.line.set_kind(kind)
        elif self.table.current is not None:
            self.details.set_kind(kind)

    def _add(self, kind: OutcomeKind, line: Reading, typed: str) -> None:
        session = self._session
        if session is None:
            return

        def done(outcome_id: int) -> None:
            self._wanted = outcome_id

        def failed(error: Exception) -> None:
            if isinstance(error, FieldError):
                self.line.put_back(typed, error.problem)
            elif isinstance(error, UserError):
                self.line.put_back(typed, error)
            else:
                self._desk.show_error(error)

        self._desk.write(
            "outcomes.add",
            lambda work: outcomes.add_line(work, session.id, kind, line),
            done,
            failed,
        )

    def _remove(self) -> None:
        row = self.table.current
        if row is None:
            return
        self._outcomes.remove(row.outcome)
        self.table.move_by(1)
        self._number()
        self._desk.write(
            "outcomes.remove",
            lambda work: outcomes.remove(work, row.id),
            failed=self._put_back,
            told=self._desk.say("The outcome was removed"),
        )

    def _move(self, steps: int) -> None:
        row = self.table.current
        if row is None:
            return
        place = self._outcomes.index(row.outcome)
        if not 0 <= place + steps < len(self._outcomes):
            return
        self._outcomes.insert(place + steps, self._outcomes.pop(place))
        self._number()
        self._desk.write(
            "outcomes.move",
            lambda work: outcomes.move(work, row.id, steps),
            failed=self._put_back,
        )

    def _write_to_owners(self) -> None:
        """Write to each who is in charge, with the table of outcomes enclosed."""
        store, session = self._desk.store, self._session
        if store is None or session is None:
            return
        from desktop_app.ui.papers.outbox import Outbox  # mail, when it is sent
        from desktop_app.ui.papers.owners import ask_to_write, table_of

        self._outbox = self._outbox or Outbox()
        self._desk.runner.run(
            lambda _: table_of(store, session.id, usual_language(self._desk)),
            partial(ask_to_write, self._desk, self._outbox),
            title=N_("Preparing the paper"),
        )

    def _put_back(self, error: Exception) -> None:
        """Show what the record says, and why it was not changed."""
        if self._session is not None:
            self.show_session(self._session)
        self._desk.show_error(error)
