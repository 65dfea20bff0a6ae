"""One outcome, whole: its words, who has it, until when, how far it is and why; all of it typed."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.codes import FollowUpState, OutcomeKind, Priority
from db.errors import UserError
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services import outcomes
from desktop_app.services.session_data import AgendaItem, Outcome
from desktop_app.services.validation import NEEDS_REASON, FieldError
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.session.outcome_owners import Owners, OwnersField
from desktop_app.ui.session.outcome_rows import NO_DUE, OutcomeRow, gaps_of
from desktop_app.ui.session.outcome_state import StateChoice
from desktop_app.ui.session.outcome_steps import steps_in_words
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import CARD_PADDING, GAP
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.toggle import CheckBox
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.services.outcomes import Step

Changes = dict[tuple[str, ...], object]
_NO_DUE: Final = N_("Enter a due date, or choose “Ongoing”.")
_PERCENT: Final = UserError("a whole number from 0 to 100 is expected.")
_AT_WORK: Final = frozenset({FollowUpState.IN_PROGRESS, FollowUpState.PARTLY_DONE})
_LONGEST: Final = 30
"""Letters of the title of a point that its choice shows."""
_PAIRS: Final = ("text", "partners", "remarks")


class Commits(Protocol):
    """An editor that says what was typed."""

    def commit(self) -> None:
        """Say it now."""
        ...


class OutcomeDetails(QScrollArea):
    """A form that is saved as it is typed, and scrolled when it is long.

    Attributes:
        text, partners, remarks: their editors in both languages.
        owners: who is in charge.
        due, ongoing: until when; review_on: when it is looked at again.
        kind, priority: of their lists; item: the point of the agenda that it came of.
        state: how far it is; reason and percent are asked for where the state wants them.
        fields: the fields by their names; each says what is wrong with what was typed.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: OutcomeRow | None = None
        self._writing = 0
        self._reference = ""
        self._asked: FollowUpState | None = None
        self._steps: Sequence[Step] = ()
        self._agenda: Sequence[AgendaItem] = ()
        self.setWidgetResizable(True)
        self.setProperty("kind", "details")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = label("strong")
        self.kind = Choice(desk, lambda: _labels(desk, OutcomeKind))
        self.text = PairField(desk, N_("Text"), prose=True, lines=3)
        self.owners = OwnersField(desk)
        self.due = DayField(desk)
        self.ongoing = CheckBox(desk, N_("Ongoing"))
        self.priority = Choice(desk, lambda: _labels(desk, Priority))
        self.state = StateChoice(desk)
        self.reason = TextArea(desk, lines=2)
        self.percent = LineEdit(desk, latin=True)
        self.item = Choice(desk, self._items)
        self.partners = PairField(desk, N_("Partners"))
        self.remarks = PairField(desk, N_("Remarks"), prose=True, lines=3)
        self.review_on = DayField(desk)
        self.fields = {
            "kind": Field(desk, N_("Kind"), self.kind, dense=True),
            "text": Field(desk, N_("Text"), self.text, dense=True),
            "owners": Field(desk, N_("In charge"), self.owners, dense=True),
            "due": Field(desk, N_("Due date"), self.due, dense=True),
            "priority": Field(desk, N_("Priority"), self.priority, dense=True),
            "state": Field(desk, N_("State"), self.state, dense=True),
            "reason": Field(desk, N_("Reason"), self.reason, dense=True),
            "percent": Field(desk, N_("Progress in percent"), self.percent, dense=True),
            "item": Field(desk, N_("Agenda item"), self.item, dense=True),
            "partners": Field(desk, N_("Partners"), self.partners, dense=True),
            "remarks": Field(desk, N_("Remarks"), self.remarks, dense=True),
            "review_on": Field(desk, N_("To look at again on"), self.review_on, dense=True),
        }
        self._history = label("strong")
        self._told = label("hint", wrap=True)
        self._inside = QWidget()
        self._lay_out()
        self._connect()
        desk.dressed.connect(self.dress)
        self.dress()

    def show_row(
        self, row: OutcomeRow | None, reference: str = "", agenda: "Sequence[AgendaItem]" = ()
    ) -> None:
        """Show an outcome, or nothing; what is being typed stays, and what was typed is kept.

        Args:
            row: what is shown.
            reference: the number of its session.
            agenda: the points that it can have come of.
        """
        before, same = self._row, row is not None and self._is_shown(row)
        if before is not None and not same:
            self.commit()
            self._asked = None
            self._steps = ()
            for field in self.fields.values():
                field.set_error(None)
        self._reference = reference
        self._row = row
        if agenda != self._agenda:
            self._agenda = agenda
            self.item.dress()
        self._inside.setVisible(row is not None)
        if row is not None and not (same and self._writing):
            self._fill(row.outcome)
            self._read_steps(row.outcome.id)
        self.dress()

    @property
    def told(self) -> str:
        """The history, a line for each moment, the latest first."""
        return self._told.text()

    def commit(self) -> None:
        """Keep what was typed, before something else is shown."""
        for editor in self._editors():
            editor.commit()

    def set_kind(self, kind: OutcomeKind) -> None:
        """Make it of another kind."""
        self.kind.choose(kind)
        self._edit("kind", {("kind",): kind.value})

    def dress(self) -> None:
        """Take words anew."""
        say, row = self._desk.say, self._row
        self.setAccessibleName(say("Details"))
        self._history.setText(say("History"))
        if row is None:
            return
        number = str(row.number)
        self._title.setText(ltr(f"{self._reference} – {number}") if self._reference else number)
        self._told.setText(
            "\n".join(f"{at}  {words}" for at, words in steps_in_words(self._desk, self._steps))
        )
        self._show_asked()

    # --- what is shown ---

    def _is_shown(self, row: OutcomeRow) -> bool:
        return self._row is not None and self._row.id == row.id

    def _fill(self, outcome: Outcome) -> None:
        self.kind.choose(outcome.kind)
        for name in _PAIRS:
            getattr(self, name).show_pair(getattr(outcome, name))
        self.owners.show_owners(
            Owners(outcome.owner_person, outcome.owner_bodies, outcome.owner_text)
        )
        self.due.show_day(outcome.due)
        self.ongoing.setChecked(outcome.ongoing)
        self.priority.choose(outcome.priority)
        self.item.choose(outcome.agenda_item_id or 0)
        if self._asked is None:
            self.state.choose(outcome.state)
        self.reason.show_text(outcome.reason)
        self.percent.show_text(str(outcome.percent))
        self.review_on.show_day(outcome.review_on)
        self._tell_gaps(outcome)

    def _tell_gaps(self, outcome: Outcome) -> None:
        if not self.due.text():
            lacks = NO_DUE in gaps_of(outcome)
            self.fields["due"].set_error(_NO_DUE if lacks else None)

    def _show_asked(self) -> None:
        """Ask for a reason, and how far it is, where the state wants that."""
        state = self.state.value
        self.fields["reason"].setVisible(state in NEEDS_REASON)
        self.fields["percent"].setVisible(state in _AT_WORK)

    def _read_steps(self, outcome_id: int) -> None:
        store = self._desk.store
        if store is None:
            return

        def read(_: object) -> "Sequence[Step]":
            with store.read() as reading:
                return outcomes.steps_of(reading, outcome_id)

        def take(steps: "Sequence[Step]") -> None:
            if self._row is not None and self._row.id == outcome_id:
                self._steps = steps
                self.dress()

        self._desk.runner.run(read, take, lambda _: None)  # it may be gone by now

    # --- what is typed ---

    def _edit(self, field: str, changes: Changes) -> None:
        self._write(field, "outcomes.edit", lambda work, key: outcomes.edit(work, key, changes))

    def _write(
        self, field: str, use_case: str, change: "Callable[[UnitOfWork, int], object]"
    ) -> None:
        """Write for the outcome that is shown; what is refused is told at its field."""
        row = self._row
        if row is None:
            return
        key = row.id
        self._writing += 1

        def done(_: object) -> None:
            self._writing -= 1
            if self._row is not None and self._row.id == key:
                self.fields[field].set_error(None)

        def failed(error: Exception) -> None:
            self._writing -= 1
            shown = self._row is not None and self._row.id == key
            if isinstance(error, FieldError) and shown:
                self.fields[field].set_error(error.problem)
            else:
                self._desk.show_error(error)

        self._desk.write(use_case, lambda work: change(work, key), done, failed)

    def _edit_pair(self, name: str, text: Bilingual) -> None:
        self._edit(name, {(name, "ar"): text.ar, (name, "fr"): text.fr})

    def _edit_due(self, day: date | None) -> None:
        changes: Changes = {("due",): day}
        if day is not None:
            self.ongoing.setChecked(False)
            changes["ongoing",] = False
        self._edit("due", changes)

    def _edit_ongoing(self, ongoing: bool) -> None:
        changes: Changes = {("ongoing",): ongoing}
        if ongoing:
            self.due.show_day(None)
            self.fields["due"].set_error(None)
            changes["due",] = None
        self._edit("due", changes)

    def _edit_owners(self, owners: Owners) -> None:
        self._edit(
            "owners",
            {
                ("owner_person",): owners.person.uid if owners.person else None,
                ("owner_bodies",): tuple(body.uid for body in owners.bodies),
                ("owner_text", "ar"): owners.text.ar,
                ("owner_text", "fr"): owners.text.fr,
            },
        )

    def _items(self) -> list[tuple[Hashable, str]]:
        """Give the points by their ids; 0 is what belongs to none."""
        language = self._desk.language
        titles = (f"{one.position}. {text_for(one.title, language)}" for one in self._agenda)
        shown = (f"{title[:_LONGEST]}…" if title[_LONGEST:] else title for title in titles)
        ids = (one.id for one in self._agenda)
        return [(0, self._desk.say("General")), *zip(ids, shown, strict=True)]

    def _edit_item(self, item_id: int) -> None:
        places = {one.id: one.position for one in self._agenda}
        self._edit("item", {("agenda_item",): places.get(item_id)})

    def _choose_state(self, state: FollowUpState) -> None:
        """Write a state; one that wants its reason waits for it."""
        self._asked = None
        self._show_asked()
        if state in NEEDS_REASON and not self.reason.toPlainText().strip():
            self._asked = state
            self.reason.setFocus()
            return
        self._set_state(state)

    def _give_reason(self, reason: str) -> None:
        state = self.state.value
        if state in NEEDS_REASON and (reason.strip() or self._asked is None):
            self._asked = None
            self._set_state(state)

    def _set_state(self, state: FollowUpState, percent: int | None = None) -> None:
        reason = self.reason.toPlainText() if state in NEEDS_REASON else ""
        self._write(
            "percent" if percent is not None else "reason",
            "outcomes.set_state",
            lambda work, key: outcomes.set_state(work, key, state, reason, percent),
        )

    def _give_percent(self, typed: str) -> None:
        number = typed.strip().rstrip("%٪").strip()
        if not number.isdecimal() or int(number) > 100:
            self.fields["percent"].set_error(_PERCENT)
            return
        state = FollowUpState.DONE if int(number) == 100 else self.state.value
        self._set_state(state, int(number))

    # --- laying out ---

    def _editors(self) -> Iterator[Commits]:
        yield from (self.text, self.owners, self.due, self.reason)
        yield from (self.percent, self.partners, self.remarks, self.review_on)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda kind: self._edit("kind", {("kind",): kind.value}))
        for name in _PAIRS:
            getattr(self, name).committed.connect(partial(self._edit_pair, name))
        self.owners.changed.connect(self._edit_owners)
        self.due.chosen.connect(self._edit_due)
        self.due.problem.connect(self.fields["due"].set_error)
        self.ongoing.clicked.connect(self._edit_ongoing)
        self.priority.chosen.connect(
            lambda value: self._edit("priority", {("priority",): value.value})
        )
        self.item.chosen.connect(self._edit_item)
        self.state.chosen.connect(self._choose_state)
        self.reason.committed.connect(self._give_reason)
        self.percent.committed.connect(self._give_percent)
        self.review_on.problem.connect(self.fields["review_on"].set_error)
        self.review_on.chosen.connect(lambda day: self._edit("review_on", {("review_on",): day}))

    def _lay_out(self) -> None:
        inside = self._inside
        column = QVBoxLayout(inside)
        column.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        column.setSpacing(GAP - 4)
        column.addWidget(self._title)
        for names in (
            ("text",),
            ("owners",),
            ("due",),
            ("state",),
            ("reason",),
            ("percent",),
            ("kind", "priority"),
            ("item",),
            ("partners",),
            ("remarks",),
            ("review_on",),
        ):
            line = QHBoxLayout()
            line.setSpacing(GAP)
            for name in names:
                line.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
            if "due" in names:
                column.addWidget(self.ongoing)
        column.addWidget(self._history)
        column.addWidget(self._told)
        column.addStretch(1)
        self._told.setObjectName("recorded")
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)  # which the line above turned on


def _labels(desk: Desk, codes: type[OutcomeKind] | type[Priority]) -> list[tuple[Hashable, str]]:
    return [(code, label_of(code, desk.language)) for code in codes]
