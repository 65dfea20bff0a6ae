"""The frame of one session: its head, its tabs, how far it is."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services import session_states
from desktop_app.services.session_states import Steps, get_steps
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.final_banner import READ_ONLY, FinalBanner
from desktop_app.ui.session.parts import (
    FIRST,
    TABS,
    AboutPaper,
    Chooses,
    Part,
    Prints,
    Saves,
    ShowsPaper,
)
from desktop_app.ui.session.read_only import ReadOnly
from desktop_app.ui.session.steps import NAME, NewState, StepsDialog, shown_steps
from desktop_app.ui.sessions.days import when
from desktop_app.ui.sessions.states import state_label
from desktop_app.ui.text import capitalised, listed, name_for, text_for
from desktop_app.ui.theme import NARROW_WIDTH, PAGE_MARGIN
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.stepper import StepSegments
from desktop_app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.codes import SessionState
    from db.unit_of_work import Store, UnitOfWork
    from desktop_app.services.session_data import Session

_SHOWN_HERE: Final = (
    *("sessions", "session_days", "session_types", "session_people", "invitation_letters"),
    *("agenda_items", "attendance", "interventions", "intervention_speakers"),
    *("outcomes", "outcome_bodies", "people", "appointments", "bodies", "body_names"),
    *("settings", "replaced_wordings", "issued_documents", "document_signatories"),
    *("deliveries", "outputs", "attachments", "series", "carried_outcomes"),
)
"""Kinds of record that the frame or one of its tabs shows something of."""
_SOON_MS: Final = 150
"""Writes that follow one another so closely are read together, after the last."""
_PAPER_ACTS: Final = (
    (N_("Print"), "printer", "Ctrl+P"),
    (N_("PDF"), "file-pdf", "Ctrl+Shift+P"),
    (N_("E-mail"), "envelope-simple", "Ctrl+M"),
)
"""What the head shows on every tab: words, icon, key; the papers do it."""


@dataclass(frozen=True, slots=True)
class _Read:
    session: "Session"
    steps: Steps


def _read(store: "Store", session_id: int) -> _Read | UserError:
    """Read a session, or give what says that it is not on file any more."""
    with store.read() as reading:
        try:
            session = get_session(reading, session_id)
        except UserError as gone:
            return gone
        return _Read(session, get_steps(reading, session_id))


class SessionPage(QWidget):
    """One session at a time; each tab is made when it is first opened.

    Attributes:
        header: the window puts it above the messages.
        sign: in the header, that says that all is saved.
        tabs: the row of tabs.
        stepper: how far the session is, at the end of that row.
        column: holds that row, then the tab in front.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id: int | None = None
        self._read_last: _Read | None = None
        self._stale = False
        self._choose = ""
        self._wants_focus = False
        self._parts: dict[str, Part] = {}
        self._shown: dict[str, Session] = {}
        self._awaited: list[Act] = []
        self._paper_acts = tuple(
            Act(desk, message, partial(self._on_paper, at), icon=icon, key=key)
            for at, (message, icon, key) in enumerate(_PAPER_ACTS)
        )
        self._acts = (
            *self._paper_acts,
            Act(desk, N_("Next tab"), lambda: self.tabs.step(1), key="Ctrl+PgDn"),
            Act(desk, N_("Previous tab"), lambda: self.tabs.step(-1), key="Ctrl+PgUp"),
            Act(desk, NAME, self.show_all_steps, key="Ctrl+T"),
        )
        self.sign = SavedSign(desk)
        self.header = PageHeader(desk, back=True, acts=self._paper_acts, sign=self.sign)
        for line in (self.header.title, self.header.context):
            line.setObjectName("recorded")
        self.tabs = Tabs(desk, N_("Parts of the session"), [one.tab for one in TABS])
        self.tabs.show_tab(FIRST)
        self.stepper = StepSegments(desk, NAME)
        self.column = QVBoxLayout(self)
        self.banner = FinalBanner(desk)
        self._locks: dict[str, ReadOnly] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # in front until a session was read
        self._lay_out()
        self.tabs.went.connect(self._go_to_tab)
        self.stepper.clicked.connect(self.show_all_steps)
        desk.dressed.connect(self.dress)
        self._reads = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._reload)
        desk.notifier.subscribe(_SHOWN_HERE, self._soon.start, self._note_typed)
        self._offer()

    @property
    def acts(self) -> "Sequence[Act]":
        """What can be done with the session, then on the tab in front."""
        part = self.part
        if part is None:
            return self._acts
        in_head = _acts_on_paper(part)
        own = (self.banner.reopen_act,) if self.banner.reopen_act.isEnabled() else ()
        return (*self._acts, *own, *(act for act in part.acts if act not in in_head))

    def acts_by_part(self) -> "Sequence[tuple[str, Sequence[Act]]]":
        """Give what can be done on each tab alone, for the page of keys."""
        shown = {(act.message, act.key) for act in self._acts}
        parts = ((one.tab.message, self._part_of(one.tab.code).acts) for one in TABS)
        return [
            (message, [act for act in acts if (act.message, act.key) not in shown])
            for message, acts in parts
        ]

    @property
    def part(self) -> Part | None:
        """What the tab in front shows."""
        return self._parts.get(self.tabs.code)

    @property
    def session_id(self) -> int | None:
        """The session that was opened last."""
        return self._id

    @property
    def session(self) -> "Session | None":
        """The session that is shown, once it was read."""
        return self._read_last.session if self._read_last else None

    def open(self, address: Address) -> None:
        """Show a tab of a session: the part of the address is its code, and after a slash what.

        Args:
            address: as in ``Address("session", 4, "outcomes/12")``.
        """
        code, _, self._choose = address.part.partition("/")
        if code not in {one.tab.code for one in TABS}:
            code = FIRST
        if address.key != self._id:
            self._leave_part()
            self._id, self._read_last, self._stale = address.key, None, True
            self._clear()
        self._bring_in_front(code)
        if self._stale:
            self._stale = False
            self._reload()
        self._wants_focus = True
        self._show_part()

    def leave(self) -> None:
        """Keep what was typed."""
        self._leave_part()

    def dress(self) -> None:
        """Take the words anew."""
        if self._read_last is not None:
            self._show_frame(self._read_last)

    def show_all_steps(self) -> None:
        """Show when each step was reached, and let the session come to another."""
        if self._read_last is None:
            return
        dialog = StepsDialog(self._desk, self._read_last.session, self._read_last.steps)
        session_id = self._id
        dialog.wanted.connect(lambda wanted: self._change_state(wanted, session_id))
        self._desk.ask(dialog)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window."""
        super().resizeEvent(event)
        self.stepper.set_short(self.window().width() < NARROW_WIDTH)

    # --- the frame ---

    def _lay_out(self) -> None:
        strip = QFrame()
        strip.setProperty("kind", "tab-row")
        row = QHBoxLayout(strip)
        row.setContentsMargins(PAGE_MARGIN - 14, 0, PAGE_MARGIN, 0)  # tabs stand on the hairline
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.stepper)
        body = self.column
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(strip)
        body.addWidget(self.banner)
        body.addWidget(self._stack, 1)

    def _reload(self) -> None:
        """Read the session again, now or when one comes back to it."""
        store, session_id = self._desk.store, self._id
        self._soon.stop()
        if store is None or session_id is None:
            return
        if self.isVisible() or self._read_last is None:
            self._reads += 1
            take = partial(self._take, session_id, self._reads)
            self._desk.runner.run(lambda _: _read(store, session_id), take)
        else:
            self._stale = True

    def _note_typed(self) -> None:
        """The page that is typed on shows what it wrote; the other tabs are told when they come."""
        if self.tabs.code == "minutes":
            self._stale = True
        else:
            self._soon.start()

    def _take(self, session_id: int, number: int, read: _Read | UserError) -> None:
        if session_id != self._id:
            return  # another one was opened meanwhile
        if number != self._reads or (self._soon.isActive() and self._read_last is not None):
            return  # something was written since, which is read in a moment
        if isinstance(read, UserError):
            self._id = None
            if self._read_last is None:  # else what made the session was undone in front of it
                self._desk.show_error(read)
            self._desk.go(Address("sessions"))
            return
        self._read_last = read
        self._show_frame(read)
        self._show_part()

    def _clear(self) -> None:
        """Show nothing of the session that was here before."""
        self.header.title.setText("")
        self.header.context.setText("")
        self.tabs.set_finished(set())
        self.stepper.show_steps(())

    def _show_frame(self, read: _Read) -> None:
        session, language, say = read.session, self._desk.language, self._desk.say
        kind = session.type.french if language == "fr" else session.type.indefinite
        theme = text_for(session.theme, language)
        self.header.title.setText(say("{kind}: {theme}", kind=capitalised(kind), theme=theme))
        place = [session.place.site, session.place.room]
        parts = [
            when(session.days, session.start, session.end, language),
            *(name_for(name, language) for name in place),
            ltr(session.place.platform) if session.place.platform else "",
            say("Session {number}", number=session.reference) if session.reference else "",
        ]
        self.header.context.setText(listed(parts, right_to_left=say.right_to_left))
        self.tabs.set_finished({one.tab.code for one in TABS if one.finished(session)})
        self.stepper.show_steps(shown_steps(self._desk, session, read.steps))

    # --- the tabs ---

    def _go_to_tab(self, code: str) -> None:
        if self._id is not None:
            self._desk.go(Address("session", self._id, code))

    def _bring_in_front(self, code: str) -> None:
        if code != self.tabs.code:
            self._leave_part()
        self.tabs.show_tab(code)
        self._part_of(code)
        self._offer()

    def _part_of(self, code: str) -> Part:
        """Give what a tab shows, made when it is first asked for."""
        if code not in self._parts:
            made = next(one.make for one in TABS if one.tab.code == code)(self._desk)
            self._parts[code] = made
            self._stack.addWidget(cast("QWidget", made))
            for act in _acts_on_paper(made):
                act.changed.connect(self._offer)
            if isinstance(made, Saves):
                made.saving.connect(self.sign.show_saving)
                made.refused.connect(self.sign.show_failed)
            if isinstance(made, AboutPaper):
                made.mail_wanted.connect(self._paper_acts[-1].trigger)
            if isinstance(made, Prints):
                made.print_wanted.connect(self._paper_acts[0].trigger)
        return self._parts[code]

    def _show_part(self) -> None:
        """Let the tab in front show the session that was read last, and take the focus once."""
        part, session = self.part, self.session
        if part is None or session is None:
            self._stack.setCurrentIndex(0)
            return
        if self._shown.get(self.tabs.code) is not session:
            self._shown[self.tabs.code] = session
            lock = self._locks.setdefault(self.tabs.code, ReadOnly(part))
            lock.set_on(False)
            part.show_session(session)
            lock.set_on(session.minutes_final and self.tabs.code in READ_ONLY)
        self.banner.show_session(session, self.tabs.code)
        self._stack.setCurrentWidget(cast("QWidget", part))
        if self._choose and isinstance(part, Chooses):
            part.choose(self._choose)
        if self._wants_focus:
            cast("QWidget", part).setFocus()
        self._choose, self._wants_focus = "", False

    def _leave_part(self) -> None:
        if self.part is not None:
            self.part.leave()

    # --- papers, from any tab ---

    def _offer(self) -> None:
        """Offer what the papers offer, once one is there, and all of it on the other tabs."""
        preparing = isinstance(self.part, ShowsPaper) and self.part.preparing
        own = () if preparing else _acts_on_paper(self.part)
        for at, act in enumerate(self._paper_acts):
            act.set_offered(not own or own[at].isEnabled(), own[at].reason if own else "")

    def _on_paper(self, at: int) -> None:
        """Do something with the paper that is chosen; from another tab, go to the papers first."""
        if isinstance(self.part, AboutPaper):
            self._go_to_tab(f"papers/{self.part.paper}")
        elif self.tabs.code != "papers":
            self._go_to_tab("papers")
        if isinstance(self.part, ShowsPaper):
            self._do_once_prepared(self.part, _acts_on_paper(self.part)[at])

    def _do_once_prepared(self, papers: ShowsPaper, act: Act) -> None:
        """Do an act on a paper; one that is being prepared is waited for while it is in front."""
        if papers.rendered is not None:
            act.trigger()
            return
        if act in self._awaited:
            return  # its key was pressed again

        def look() -> None:
            in_front = self.isVisible() and self.part is papers
            if papers.preparing and in_front:
                return
            self._awaited.remove(act)
            act.changed.disconnect(look)
            if in_front:
                act.trigger()

        self._awaited.append(act)
        act.changed.connect(look)

    # --- its state ---

    def _change_state(self, wanted: NewState, session_id: int | None) -> None:
        if session_id is not None:
            use_case, change = _change(wanted, session_id)
            words = self._desk.say("State: {state}", state=self._named(wanted.state))
            self._desk.write(use_case, change, told=words)

    def _named(self, state: "SessionState") -> str:
        kind = self.session.type if self.session else None
        if kind is None:
            return state_label(state, self._desk.language)
        return state_label(state, self._desk.language, kind.gender, kind.french_gender)


def _acts_on_paper(part: Part | None) -> "tuple[Act, ...]":
    return (part.print_act, part.save_act, part.mail_act) if isinstance(part, ShowsPaper) else ()


def _change(wanted: NewState, session_id: int) -> "tuple[str, Callable[[UnitOfWork], object]]":
    """Give the use case that brings a session to a state."""
    if wanted.state in session_states.STEPS:
        return "session_states.move", lambda work: session_states.move(
            work, session_id, wanted.state, wanted.on
        )
    if wanted.reason and wanted.to is None and wanted.state.value == "cancelled":
        return "session_states.cancel", lambda work: session_states.cancel(
            work, session_id, wanted.on, wanted.reason
        )
    return "session_states.postpone", lambda work: session_states.postpone(
        work, session_id, wanted.on, to=wanted.to, reason=wanted.reason
    )
