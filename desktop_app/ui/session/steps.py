"""The full stepper: when each step was reached, which one is reached now, put off, given up."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from db.codes import SessionState
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.session_states import NOT_YET, STEPS, Steps
from desktop_app.services.validation import FieldError, check_day, check_text, require
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.states import OUT_OF_STEP, state_label
from desktop_app.ui.text import short_day
from desktop_app.ui.theme import GAP, scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.stepper import State, Step, Stepper
from desktop_app.wording.dates import cell
from desktop_app.wording.note_dates import parse_day

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

NAME: Final = N_("Steps of the session")
_EXAMPLE: Final = "15/06/2026"
_WIDTH: Final = 720
_ASKING: Final = 540


@dataclass(frozen=True, slots=True)
class NewState:
    """What a session is to come to.

    Attributes:
        on: the day on which it does.
        to: its new first day, when it is put off to one.
        reason: why it is put off or given up.
    """

    state: SessionState
    on: date
    to: date | None = None
    reason: str = ""


def shown_steps(desk: Desk, session: "Session", steps: Steps) -> list[Step]:
    """Put the steps of a session into the window's words; a side exit stands where it was taken."""
    kind, language = session.type, desk.language

    def shown(state: SessionState, how: State, on: date | None) -> Step:
        words = state_label(state, language, kind.gender, kind.french_gender)
        return Step(words, how, short_day(on, language) if on else "")

    passed = [step for step in steps.steps if step.passed]
    ahead = [shown(step.state, "ahead", None) for step in steps.steps if not step.passed]
    if steps.state in OUT_OF_STEP:
        out = shown(steps.state, "current", steps.since)
        done = [shown(step.state, "done", step.on) for step in passed]
        return [*done, out] if steps.following is None else [*done, out, *ahead]
    done = [shown(step.state, "done", step.on) for step in passed[:-1]]
    here: State = "done" if steps.following is None else "current"
    return [*done, shown(passed[-1].state, here, passed[-1].on), *ahead]


class StepsDialog(Dialog):
    """Shows the steps with their days, and takes the next.

    Attributes:
        wanted: emitted with the state that the session is to come to.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, session: "Session", steps: Steps) -> None:
        record = Act(desk, N_("Record step"), self._record, icon="check", key="Enter")
        postpone = Act(desk, N_("Postpone session"), self._postpone, icon="calendar-x", key="F8")
        cancel = Act(desk, N_("Cancel session"), self._cancel, icon="prohibit", key="F9")
        super().__init__(desk, NAME, (record, postpone, cancel), width=max(_WIDTH, scaled(_WIDTH)))
        self.close_act.set_message(N_("Close"))
        self._session = session
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.stepper = Stepper(desk, NAME, upright=True)
        self.stepper.show_steps(shown_steps(desk, session, steps))
        self.state = Choice(desk, self._states)
        over = STEPS[0] if steps.state is SessionState.CANCELLED else STEPS[-1]
        self.state.choose(steps.following or over)
        self.day = LineEdit(desk, latin=True)
        self.field = Field(desk, N_("On"), self.day)
        reason = label("context", wrap=True)
        reason.setObjectName("recorded")
        reason.setText(steps.reason)
        reason.setVisible(bool(steps.reason))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Field(desk, N_("Step"), self.state), 2)
        row.addWidget(self.field, 1)
        self.body.addWidget(self.stepper)
        self.body.addWidget(reason)
        self.body.addLayout(row)
        self.state.chosen.connect(lambda _: self._propose_day())
        self._propose_day()

    def _states(self) -> list[tuple[SessionState, str]]:
        kind = self._session.type
        return [
            (state, state_label(state, self._desk.language, kind.gender, kind.french_gender))
            for state in STEPS
        ]

    def _propose_day(self) -> None:
        """Propose the last day of the session for its being held, today for the rest."""
        days = [day for day in self._session.days if day <= self._today]
        held = self.state.value is SessionState.HELD and days
        self.day.setText(cell(days[-1] if held else self._today))
        self.field.set_error(None)

    def _record(self) -> None:
        state = self.state.value
        on = typed_day(self.day, self.field, self._today, to_come=False)
        if on is not None and isinstance(state, SessionState):
            self.wanted.emit(NewState(state, on))
            self.leave()

    def _postpone(self) -> None:
        self._ask(PostponeDialog(self._desk))

    def _cancel(self) -> None:
        self._ask(CancelDialog(self._desk))

    def _ask(self, dialog: "PostponeDialog | CancelDialog") -> None:
        dialog.wanted.connect(self.wanted)
        self.leave()
        self._desk.ask(dialog)


class PostponeDialog(Dialog):
    """Asks to which day a session is put off, if that is known, and why.

    Attributes:
        wanted: emitted with the state that the session is to come to.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        record = Act(
            desk, N_("Postpone session"), self._record, icon="calendar-x", key="Ctrl+Enter"
        )
        super().__init__(desk, N_("Postpone session"), (record,), width=scaled(_ASKING))
        self.close_act.set_message(N_("Close"))
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.day = LineEdit(desk, latin=True)
        self.field = Field(desk, N_("New day"), self.day, N_("Empty while it is not known."))
        self.reason = TextArea(desk, lines=2)
        self.body.addWidget(self.field)
        self.why = Field(desk, N_("Reason"), self.reason)
        self.body.addWidget(self.why)

    def _record(self) -> None:
        to = None
        if self.day.text().strip():
            to = typed_day(self.day, self.field, self._today)
            if to is None:
                return
        reason = typed_reason(self.reason, self.why)
        if reason is None:
            return
        self.wanted.emit(NewState(SessionState.POSTPONED, self._today, to, reason))
        self.leave()


class CancelDialog(Dialog):
    """Asks why a session is given up.

    Attributes:
        wanted: emitted with the state that the session is to come to.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        record = Act(desk, N_("Cancel session"), self._record, icon="prohibit", key="Ctrl+Enter")
        super().__init__(desk, N_("Cancel session"), (record,), width=scaled(_ASKING))
        self.close_act.set_message(N_("Close"))
        self.reason = TextArea(desk, lines=3)
        self.field = Field(desk, N_("Reason"), self.reason)
        self.body.addWidget(self.field)

    def _record(self) -> None:
        reason = typed_reason(self.reason, self.field, needed=True)
        if reason is None:
            return
        today = date.today()  # noqa: DTZ011 - the user's own day
        self.wanted.emit(NewState(SessionState.CANCELLED, today, reason=reason))
        self.leave()


def typed_reason(area: TextArea, field: Field, *, needed: bool = False) -> str | None:
    """Give a reason as it was typed, or say under the field why it cannot be recorded."""
    reason = area.toPlainText().strip()
    problem = None if reason or not needed else UserError("The reason is missing.")
    try:
        check_text(reason, ())
    except FieldError as error:
        problem = error.problem
    field.set_error(problem)
    if problem is not None:
        area.setFocus()
        return None
    return reason


def typed_day(edit: LineEdit, field: Field, today: date, *, to_come: bool = True) -> date | None:
    """Read a day as it was typed, or say under the field why it cannot be that.

    Args:
        edit: where it was typed.
        field: around it.
        today: the user's own day.
        to_come: whether it may be a day after that.
    """
    day = parse_day(edit.text(), today)
    problem = None if day else UserError("Not a date. Example: {example}", example=_EXAMPLE)
    try:
        check_day(day, ())
        require(to_come or day is None or day <= today, (), NOT_YET)
    except FieldError as error:
        problem = error.problem
    field.set_error(problem)
    if problem is not None:
        edit.setFocus()
        return None
    return day
