"""Attendance of one session: in the order of the sheet on paper, by keys alone."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.codes import AttendanceState, SessionState
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import attendance, session_states
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.attendance import sheet
from desktop_app.ui.session.attendance.below import TITLE, Below
from desktop_app.ui.session.attendance.figures import FiguresBar
from desktop_app.ui.session.attendance.list import AttendanceTable
from desktop_app.ui.session.attendance.rows import AttendanceRow, rows_of
from desktop_app.ui.session.attendance.scans import SignedSheets
from desktop_app.ui.session.attendance.sheet import Change, Sheet
from desktop_app.ui.session.attendance.states import LOOKS, MARKS
from desktop_app.ui.session.attendance.walk_in import WalkIn
from desktop_app.ui.sessions.states import state_label
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import LineLabel, card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.unit_of_work import UnitOfWork
    from desktop_app.services.session_data import Session

    Write = Callable[[UnitOfWork], Any]

_NOTHING: Final = AttendanceState.NOT_RECORDED
_DIGITS: Final = (
    ("1", N_("Record as present")),
    ("2", N_("Record as remote")),
    ("3", N_("Record who represents")),
    ("4", N_("Record as excused")),
    ("5", N_("Record as absent")),
)


class AttendanceTab(QWidget):
    """The sheet, its figures, those whom nobody invited, and the scan of what was signed.

    Attributes:
        table: the lines.
        figures: how many are in each state and of each body came; leaves others out.
        walk_in: where somebody is recorded whom nobody invited.
        scans: the signed sheet.
        below: where a substitute is named, while one is.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._sheet = Sheet()
        self._rows: list[AttendanceRow] = []
        self._held = False
        self.below: Below | None = None
        self.table = AttendanceTable(desk)
        self.figures = FiguresBar(desk)
        self.walk_in = WalkIn(desk)
        self.scans = SignedSheets(desk)
        self._legend = LineLabel("hint")
        self._make_acts()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.table)
        self.dress()

    @property
    def acts(self) -> "Sequence[Act]":
        """What can be done where the focus is."""
        if self.walk_in.field.hasFocus():
            return (self._adding, self._returning, *self._anywhere)
        if not self._rows:
            return (self._preparing, *self._anywhere)
        return (*self._on_rows, *self._anywhere)

    def show_session(self, session: "Session") -> None:
        """Show the attendance of a session, or what was changed in it."""
        other = self._session is None or self._session.id != session.id
        if other:
            self._close_below()
            self.figures.clear()
            self.walk_in.clear()
            self._sheet = Sheet()
        self._held = False
        before = self._sheet.lines
        self._session = session
        self._sheet.take(session.attendance)
        if other or self._sheet.lines != before:
            self._show()
        self.scans.show_session(session.id)
        self._desk.roster.need()
        if other:
            first = next((row for row in self._rows if row.line.state is _NOTHING), None)
            self.table.choose(first.id if first else self._rows[0].id if self._rows else None)

    def leave(self) -> None:
        """Nothing is kept that was not chosen."""
        self._close_below()

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        states = (f"{at} {say(LOOKS[state][2])}" for at, state in enumerate(MARKS, 1))
        self._legend.setText(" · ".join(states))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file wherever it is dropped here."""
        if len(_files(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep it, or say why not."""
        for file in _files(event):
            event.acceptProposedAction()
            self.scans.take_scan(file)

    # --- made once ---

    def _make_acts(self) -> None:
        desk = self._desk
        mark = self._mark
        present = AttendanceState.PRESENT
        self.rest = Act(desk, N_("Rest present"), self._mark_rest, icon="users", key="F4")
        self.sheet_act = Act(
            desk, N_("Attendance sheet"), self._go_to_paper, icon="printer", key="F10"
        )
        self._removing = Act(desk, N_("Take walk-in off"), self._remove, icon="trash", key="Del")
        self._clearing = Act(desk, N_("Show all"), self.figures.clear, key="Esc")
        self._on_rows = (
            Act(desk, N_("Present, and on"), partial(mark, present), icon="check", key="Space"),
            Act(desk, N_("Present, and on"), partial(mark, present), key="Enter"),
            *(
                Act(desk, message, partial(mark, state), key=key)
                for state, (key, message) in zip(MARKS, _DIGITS, strict=True)
            ),
            Act(desk, N_("Record nothing"), partial(mark, _NOTHING), key="0"),
            Act(desk, N_("Late"), self._note_late, icon="clock", key="F7"),
            Act(desk, N_("Left early"), self._note_left, icon="sign-out", key="F8"),
            self._removing,
            self._clearing,
        )
        filtering = Act(desk, N_("Filter"), self._show_unrecorded, key="Ctrl+F")
        inserting = Act(desk, N_("Walk-in"), self.walk_in.setFocus, icon="user-plus", key="Insert")
        self._anywhere = (self.rest, inserting, self.sheet_act, self.scans.keeping, filtering)
        self._preparing = Act(
            desk,
            N_("Prepare"),
            partial(self._go_to, "prepare"),
            icon="calendar-check",
            key="Enter",
        )
        self._adding = Act(desk, N_("Record walk-in"), self.walk_in.take, key="Enter")
        self._returning = Act(desk, N_("Back to the list"), self._return, key="Esc")

    def _lay_out(self) -> None:
        desk = self._desk
        self._buttons = [Button(desk, self.rest), Button(desk, self.sheet_act)]
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.figures, 1)
        for button in self._buttons:
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._frame, column = card()
        column.addWidget(self.table)
        self._prepare = Button(desk, self._preparing, kind="filled")
        self._nobody = EmptyState(
            desk,
            "users",
            N_("Nobody invited yet"),
            N_(
                "Invite people on the tab of preparation; whoever came all the same is typed below."
            ),
            (self._prepare,),
            framed=True,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._frame)
        self._stack.addWidget(self._nobody)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.walk_in, 1)
        foot.addWidget(self.scans)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        body.setSpacing(10)
        body.addLayout(top)
        body.addWidget(self._legend)
        body.addWidget(self._stack, 1)
        body.addLayout(foot)

    def _connect(self) -> None:
        self.table.picked.connect(self._pick)
        self.table.stepped.connect(self._step)
        self.table.moved.connect(self._offer)
        self.table.reshaped.connect(self._fit)
        self.figures.narrowed.connect(self._narrow)
        self.walk_in.known.connect(self._add_known)
        self.walk_in.unknown.connect(self._add_unknown)
        self.walk_in.pointed.connect(self._point)
        self._desk.dressed.connect(self.dress)

    # --- what is shown ---

    def _show(self) -> None:
        """Show the lines as they are now; not the rows while somebody is named between them."""
        lines = self._sheet.lines
        self._rows = rows_of(lines)
        numbers = attendance.figures(lines)
        self.figures.show_figures(numbers)
        self.walk_in.set_numbers({row.line.person.id: row.number for row in self._rows})
        self._stack.setCurrentIndex(0 if lines else 1)
        self.setFocusProxy(self.table if lines else self._prepare)
        if self.below is None:
            self.table.show_sheet([row for row in self._rows if self._is_shown(row)])
        self._offer()

    def _is_shown(self, row: AttendanceRow) -> bool:
        state, body = self.figures.state, self.figures.body
        of = row.line.person.body.id if row.line.person.body else 0
        return state in {None, row.line.state} and body in {None, of}

    def _narrow(self) -> None:
        self._close_below()
        self._show()

    def _offer(self) -> None:
        row = self.table.current
        off = row is not None and not row.line.invited and row.replaced is None
        self._removing.set_offered(off)
        self._clearing.set_offered(self.figures.active)
        some = any(row.line.state is _NOTHING for row in self._rows)
        self.rest.set_offered(some, N_("Everybody is recorded"))

    def _fit(self) -> None:
        narrow = self.window().width() < NARROW_WIDTH
        for button in self._buttons:
            button.set_icon_only(narrow)
        self._legend.setVisible(self.table.shape.short)

    # --- one line after the other ---

    def _mark(self, state: AttendanceState) -> None:
        row = self.table.current
        if row is None:
            return
        if state is AttendanceState.REPRESENTED:
            self._ask_substitute(row)
            return
        following = self._after(row)
        if self._record(row, state):
            self.table.choose(following)

    def _record(self, row: AttendanceRow, state: AttendanceState) -> bool:
        """Record a state, and tell whether it may be."""
        line = row.line
        if row.replaced is not None and state not in attendance.THERE:
            self._desk.show_error(attendance.STANDS_IN)
            return False
        if line.state is not state:
            self._write(
                "attendance.mark",
                sheet.marked(line.id, state),
                lambda work: attendance.mark(work, line.id, state),
            )
        return True

    def _after(self, row: AttendanceRow) -> int | None:
        """Give the next line that is not recorded, or, when all are, the next one."""
        rows = self.table.rows_shown
        at = next((n for n, one in enumerate(rows) if one.id == row.id), -1)
        ahead = [*rows[at + 1 :], *rows[: max(at, 0)]]
        waiting = (one for one in ahead if one.line.state is _NOTHING)
        following = next(waiting, rows[at + 1] if at + 1 < len(rows) else None)
        return following.id if following is not None else None

    def _pick(self, row: AttendanceRow, state: AttendanceState) -> None:
        if state is AttendanceState.REPRESENTED:
            self._ask_substitute(row)
        else:
            self._record(row, state)

    def _step(self, step: int) -> None:
        """Take the state that stands beside the one of the line."""
        row = self.table.current
        if row is not None:
            state = row.line.state
            at = MARKS.index(state) + step if state in MARKS else (0 if step > 0 else -1)
            if 0 <= at < len(MARKS):
                self._pick(row, MARKS[at])

    def _note_late(self) -> None:
        if (row := self.table.current) is not None:
            line, late = row.line, not row.line.late
            self._write(
                "attendance.set_late",
                sheet.noted(line.id, late=late),
                lambda work: attendance.set_late(work, line.id, late),
            )

    def _note_left(self) -> None:
        if (row := self.table.current) is not None:
            line, left = row.line, not row.line.left_early
            self._write(
                "attendance.set_left_early",
                sheet.noted(line.id, left_early=left),
                lambda work: attendance.set_left_early(work, line.id, left),
            )

    def _mark_rest(self) -> None:
        if (session := self._session) is not None:
            say = self._desk.say
            self._write(
                "attendance.mark_rest",
                sheet.rest_marked,
                lambda work: attendance.mark_rest(work, session.id),
                told=lambda n: say("Attendance recorded: {n}", n=n),
            )

    def _remove(self) -> None:
        if (row := self.table.current) is not None:
            line_id = row.line.id
            self._write(
                "attendance.remove_line",
                sheet.taken_off(line_id),
                lambda work: attendance.remove_line(work, line_id),
                told=self._desk.say("The walk-in was taken off"),
            )

    def _write(
        self,
        use_case: str,
        change: Change,
        write: "Write",
        *,
        told: "str | Callable[[Any], str]" = "",
    ) -> None:
        """Show a change at once, and write it."""
        asked = self._sheet

        def done(_: object) -> None:
            asked.keep(change)

        def failed(error: Exception) -> None:
            asked.drop(change)
            self._show()
            self._desk.show_error(error)

        asked.ask(change)
        self._show()
        write, held = self._held_too(write)
        self._desk.write(use_case, write, done, failed, told=told or held)

    def _held_too(self, write: "Write") -> "tuple[Write, str]":
        """Let the write that takes the first attendance note that the session was held.

        Returns:
            What to write, and the words for it; empty when the session is known to be held.
        """
        session, today = self._session, date.today()  # noqa: DTZ011 - the user's own day
        on = attendance.day_held(session, today) if session else None
        if session is None or on is None or self._held:
            return write, ""
        self._held = True

        def both(work: "UnitOfWork") -> object:
            session_states.move(work, session.id, SessionState.HELD, on)
            return write(work)

        kind, language = session.type, self._desk.language
        named = state_label(SessionState.HELD, language, kind.gender, kind.french_gender)
        return both, self._desk.say("State: {state}", state=named)

    # --- who came instead ---

    def _ask_substitute(self, row: AttendanceRow) -> None:
        self._close_below()
        if row.replaced is not None:
            self._desk.show_error(attendance.STANDS_IN)
            return
        below = self.below = Below(self._desk, row.line)
        below.field.chosen.connect(lambda person: self._represent(row, person))
        below.field.given_up.connect(self._close_below)
        self.table.choose(row.id)
        self.table.open_below(row, self._desk.say(TITLE), below)
        below.setFocus()

    def _represent(self, row: AttendanceRow, person_id: int | None) -> None:
        if person_id is None:
            return
        line_id = row.line.id
        of = {one.line.person.id: one for one in self._rows}
        if person_id in of and of[person_id].line.state is AttendanceState.REPRESENTED:
            if self.below is not None:
                self.below.show_problem(attendance.REPRESENTED_TOO)
            return
        following = self._after(row)
        self._close_below()
        self._write(
            "attendance.represent",
            sheet.represented(line_id, person_id),
            lambda work: attendance.represent(work, line_id, person_id),
        )
        self.table.choose(following)

    def _close_below(self) -> None:
        if self.below is not None:
            self.below = None
            self.table.close_below()
            self._show()

    # --- whom nobody invited ---

    def _add_known(self, person_id: int) -> None:
        if (session := self._session) is not None:
            self._add(lambda work: attendance.walk_in(work, session.id, person_id))

    def _add_unknown(self, typed: str) -> None:
        session, today = self._session, date.today()  # noqa: DTZ011 - the user's own day
        if session is None:
            return

        def change(work: "UnitOfWork") -> int:
            from desktop_app.services.naming import record  # when somebody is new

            return attendance.walk_in(work, session.id, record(work, typed, today))

        self._add(change)

    def _add(self, change: "Write") -> None:
        def failed(error: Exception) -> None:
            problem = getattr(error, "problem", error)
            if isinstance(problem, UserError):
                self.walk_in.show_problem(problem)
            else:
                self._desk.show_error(error)

        told = self._desk.say("The walk-in was recorded")
        change, _ = self._held_too(change)
        self._desk.write(
            "attendance.walk_in", change, lambda _: self.walk_in.clear(), failed, told=told
        )

    def _point(self, person_id: int) -> None:
        row = next(row for row in self._rows if row.line.person.id == person_id)
        if not self._is_shown(row):
            self.figures.clear()
        self.table.choose(row.id)
        self.table.setFocus()

    def _return(self) -> None:
        self.walk_in.clear()
        self.setFocus()

    # --- elsewhere ---

    def _show_unrecorded(self) -> None:
        chip = self.figures.chips[_NOTHING]
        chip.click()
        self.table.setFocus()

    def _go_to_paper(self) -> None:
        self._go_to("papers/attendance-sheet")

    def _go_to(self, part: str) -> None:
        if self._session is not None:
            self._desk.go(Address("session", self._session.id, part))


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
