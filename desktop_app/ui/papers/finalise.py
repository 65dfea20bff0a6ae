"""Minutes about to be final: what is in order, what is missing, each gap mended on the spot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.codes import OVER, AttendanceState
from desktop_app.i18n import N_
from desktop_app.services.final_minutes import gaps, reopen
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.mends_dialog import MendsDialog
from desktop_app.ui.session.steps import typed_reason
from desktop_app.ui.text import listed
from desktop_app.ui.theme import PAGE_MARGIN, scaled
from desktop_app.ui.widgets.check_list import Check, CheckLine
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import TextArea
from desktop_app.wording.vocabulary import label as word

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_STATES = (
    AttendanceState.PRESENT,
    AttendanceState.REMOTE,
    AttendanceState.REPRESENTED,
    AttendanceState.EXCUSED,
    AttendanceState.ABSENT,
)


class FinaliseDialog(MendsDialog):
    """Enter goes from gap to gap; when nothing required is left, it finalises.

    Attributes:
        wanted: emitted when the minutes are to be final; the dialog stays until `leave`.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, session: "Session") -> None:
        self._finalise = Act(
            desk, N_("Finalise and keep the PDF"), self._end, icon="seal-check", key="Ctrl+Enter"
        )
        title = N_("Finalise the minutes")
        super().__init__(desk, title, session, gaps(session), (self._finalise,), width=680)
        self.close_act.set_message(N_("Not now"))
        self._what = label("context", wrap=True)
        self._what.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 10)
        self.body.addWidget(self._what)
        self.foot.addWidget(self._left)
        for check in self._in_order():
            self.body.addWidget(CheckLine(desk, check))
        for mend in self.mends:
            self.body.addWidget(mend.line)
        self.count()

    def count(self) -> None:
        """Say how many gaps stand in the way; with one of them nothing can be finalised."""
        super().count()
        self._say_what()
        self._finalise.set_offered(not self.required, N_("Something required is missing"))

    def _say_what(self) -> None:
        say = self._desk.say
        words = [
            say("Once finalised, the text is read-only."),
            say("A later change makes a corrected version."),
        ]
        if self._session.reopening:
            words.append(say("Re-opened because: {reason}", reason=self._session.reopening))
        self._what.setText(" ".join(words))

    def _end(self) -> None:
        if self.commit() and not self.required:
            self.wanted.emit()

    def _in_order(self) -> Iterator[Check]:
        """Say what is in order already."""
        say, session = self._desk.say, self._session
        missing = {mend.lack.what for mend in self.mends}
        if session.attendance and "attendance" not in missing:
            states = [line.state for line in session.attendance]
            told = [
                say("{what}: {n}", what=word(state, self._desk.language), n=states.count(state))
                for state in _STATES
                if state in states
            ]
            title = say("Attendance recorded: {n}", n=len(states))
            yield Check(title, "done", listed(told, right_to_left=say.right_to_left))
        if session.agenda and "text" not in missing:
            n = len(session.agenda)
            yield Check(
                say("Every item has its text"), "done", say.plural("{n} item", "{n} items", n)
            )
        open_ones = sum(outcome.state not in OVER for outcome in session.outcomes)
        if open_ones and "due" not in missing:
            yield Check(
                say("What goes over to the next session"),
                "done",
                say.plural("{n} open outcome", "{n} open outcomes", open_ones),
            )


class ReopenDialog(Dialog):
    """Asks why final minutes are re-opened.

    Attributes:
        wanted: emitted with the reason.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, version: int) -> None:
        record = Act(
            desk, N_("Re-open the minutes"), self._record, icon="lock-simple-open", key="Ctrl+Enter"
        )
        super().__init__(desk, N_("Re-open the minutes"), (record,), width=scaled(440))
        self._version = version
        self._what = label("context", wrap=True)
        self.reason = TextArea(desk, lines=3)
        self.field = Field(desk, N_("Reason for reopening"), self.reason)
        self.body.addWidget(self._what)
        self.body.addWidget(self.field)
        desk.dressed.connect(self._say_what)
        self._say_what()

    def _say_what(self) -> None:
        self._what.setText(
            self._desk.say(
                "Version {n} is kept as it is; what is finalised next is version {next}.",
                n=self._version,
                next=self._version + 1,
            )
        )

    def _record(self) -> None:
        reason = typed_reason(self.reason, self.field, needed=True)
        if reason is not None:
            self.leave()
            self.wanted.emit(reason)


def ask_to_reopen(desk: Desk, session: "Session") -> None:
    """Ask why the final minutes of a session are re-opened, and re-open them."""
    dialog = ReopenDialog(desk, session.minutes_version)
    session_id = session.id

    def write(reason: str) -> None:
        desk.write(
            "final_minutes.reopen",
            lambda work: reopen(work, session_id, reason),
            told=desk.say("The minutes are open again"),
            undoable=False,
        )

    dialog.wanted.connect(write)
    desk.ask(dialog)
