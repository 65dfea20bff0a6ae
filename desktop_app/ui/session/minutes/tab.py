"""The minutes while people speak: agenda, page, captured outcomes; no mouse needed."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.codes import OutcomeKind
from desktop_app.i18n import N_
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes import captured
from desktop_app.ui.session.minutes.agenda import AgendaPane
from desktop_app.ui.session.minutes.asking import ask_details, ask_item
from desktop_app.ui.session.minutes.captured import CapturedPane
from desktop_app.ui.session.minutes.clock import PointClock
from desktop_app.ui.session.minutes.closing import ClosingDialog
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.session.minutes.followed import NAME as FOLLOWED
from desktop_app.ui.session.minutes.followed import FollowedDialog
from desktop_app.ui.session.minutes.page_card import PageCard
from desktop_app.ui.session.minutes.phrases import PhraseFinder
from desktop_app.ui.session.minutes.projector import Projector, Shown
from desktop_app.ui.session.minutes.speaker import SpeakerField
from desktop_app.ui.session.minutes.speech import Speech
from desktop_app.ui.sessions.same_again import SameAgainDialog
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import (
    GAP,
    LOW_HEIGHT,
    NARROW_WIDTH,
    PAGE_MARGIN,
    scaled,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.wording.bilingual import PaperLanguage

if TYPE_CHECKING:
    from desktop_app.services.session_data import AgendaItem, Session
    from desktop_app.ui.session.minutes.lines import Line

_SMALLEST_TEXT, _TEXT, _LARGEST_TEXT = 12, 14, 20
_ROOM_FOR_OUTCOMES: Final = 900
_ALONG, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_KINDS: Final = (
    (OutcomeKind.DECISION, N_("Decision"), "F2"),
    (OutcomeKind.RECOMMENDATION, N_("Recommendation"), "F3"),
    (OutcomeKind.COMMITMENT, N_("Commitment"), "F4"),
    (OutcomeKind.ACTION, N_("Action"), "F5"),
)


class MinutesTab(QWidget):
    """Goes from point to point of the agenda, and writes about each.

    Attributes:
        acts: what keys do here.
        editor: of the page; page: its card.
        agenda, captured: the panes beside it.
        clock: of the point in hand.
        speaker: where one says who speaks; speech: what follows from that.
        finder: of phrases.
        projector: shows the point in hand in large type.
        today: gives the day it is.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._item_id: int | None = None
        self._language: PaperLanguage = "ar"
        self._text_size = _TEXT
        self._showing_outcomes = False
        self._wanted: int | None = None
        self._begun: set[int | None] = set()
        self.today: Callable[[], date] = date.today
        self.clock = PointClock(desk)
        self.editor = MinutesEditor(desk)
        self.speaker = SpeakerField(desk)
        self._make_acts()
        self.projector = Projector(desk, self)
        self.speech = Speech(desk, self.editor, self.speaker, self.today)
        self.finder = PhraseFinder(
            desk, self.editor, lambda phrase: self.speech.worded(phrase, self._language)
        )
        self.agenda = AgendaPane(desk, self.clock, self._add_act, self._clock_act)
        self.captured = CapturedPane(desk, self._close_act, self._followed_act)
        keys = (*self._kind_acts, self._phrase_act, self._next_act)
        self.page = PageCard(desk, self.editor, self.speaker, keys)
        self._show_button = Button(desk, self._outcomes_act)
        self._count = label("strong")
        self._close_button = Button(desk, self._close_act, kind="filled")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.editor)
        self.dress()

    # --- what the frame asks for ---

    def show_session(self, session: "Session") -> None:
        """Show a session, or the same one after something was written."""
        other = self._session is None or self._session.id != session.id
        self._session = session
        if other:
            self.clock.pause()
            self._begun.clear()
            self._item_id = _where_one_was(session)
            self._language = "fr" if self._desk.language == "fr" else "ar"
            self.page.show_language(self._language)
            self.page.foot.clear()
            self._turn_clock()
        elif self._item_id is not None and self._item is None:
            self._item_id = None  # the point was removed
            self._turn_clock()
        self._followed_act.set_offered(bool(session.carried))
        self.captured.show_followed(len(session.carried))
        self._show_page()
        if self._wanted is not None and any(one.id == self._wanted for one in session.agenda):
            self.go_to(self._wanted)
            self._wanted = None

    def leave(self) -> None:
        """Keep what was typed and counted."""
        self.editor.flush()
        self.clock.keep()

    def choose(self, what: str) -> None:
        """Take a point of the agenda in hand, by its id, or go to a line (``line-12``)."""
        if self._session is None:
            return
        if any(str(item.id) == what for item in self._session.agenda):
            self.go_to(int(what))
        for line in self._session.interventions:
            if what == f"line-{line.id}":
                self.go_to(line.agenda_item_id)
                if line.summary and not line.summary.get(self._language):
                    self._turn_page()
                self.editor.go_to_line(line.uid)

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._show_head()
        self._fit()

    # --- what it shows ---

    @property
    def item_id(self) -> int | None:
        """The point in hand; None for what belongs to none."""
        return self._item_id

    @property
    def language(self) -> PaperLanguage:
        """Of the page."""
        return self._language

    def go_to(self, item_id: int | None) -> None:
        """Take another point in hand."""
        if self._session is None or item_id == self._item_id:
            self.editor.setFocus()
            return
        self.editor.flush()
        self._item_id = item_id
        self._turn_clock()
        self._show_page()
        self.editor.setFocus()

    def go_to_line(self, line: "Line") -> None:
        """Go to the line of an outcome, whatever point it stands under."""
        self._show_outcomes(shown=False)
        if not line.uid:  # no line holds it: it was recorded elsewhere
            self._go_to_outcome(line.outcome_uid)
            return
        self.go_to(line.item_id)
        self.editor.go_to_line(line.uid)
        self.editor.setFocus()

    # --- keys ---

    def _make_acts(self) -> None:
        desk = self._desk

        def act(message: str, do: Callable[[], object], icon: str = "", key: str = "") -> Act:
            return Act(desk, message, do, icon=icon, key=key)

        self._kind_acts = tuple(
            act(message, partial(self.editor.set_kind, kind), "", key)
            for kind, message, key in _KINDS
        )
        self._phrase_act = act(N_("Phrase"), self._ask_phrase, "", "F7")
        self._next_act = act(N_("Next item"), lambda: self._step(1), "", "F9")
        self._close_act = act(N_("Close the session"), self._ask_close, "check-circle", "F12")
        self._add_act = act(N_("New item"), self._ask_item, "plus", "Ctrl+N")
        self._clock_act = act(N_("Start the clock"), self._start_or_pause, "play", "Ctrl+Shift+T")
        self._outcomes_act = act(
            N_("Outcomes"), lambda: self._show_outcomes(shown=True), "list-checks", "Shift+F6"
        )
        self._followed_act = act(FOLLOWED, self._show_followed, "list-checks", "Ctrl+J")
        self._details_act = act(N_("Details of the line"), self._ask_details, "", "Ctrl+E")
        self._back_act = act(N_("Back to the page"), self._go_back, "", "Esc")
        self.acts = (
            *self._kind_acts,
            self._phrase_act,
            act(N_("Due date"), self.editor.ask_due, "calendar-blank", "F8"),
            self._next_act,
            act(N_("Previous item"), lambda: self._step(-1), "", "Shift+F9"),
            act(N_("Who speaks"), self._ask_speaker, "user", "F10"),
            self._details_act,
            act(N_("Line up"), lambda: self.editor.move_line(-1), "", "Ctrl+Up"),
            act(N_("Line down"), lambda: self.editor.move_line(1), "", "Ctrl+Down"),
            act(N_("Other language"), self._turn_page, "translate", "Ctrl+L"),
            act(N_("Larger"), lambda: self._zoom(1), "magnifying-glass-plus", "Ctrl++"),
            act(N_("Smaller"), lambda: self._zoom(-1), "magnifying-glass-minus", "Ctrl+-"),
            self._clock_act,
            self._add_act,
            self._outcomes_act,
            self._followed_act,
            act(N_("Large type"), self._project, "presentation-chart", "Shift+F11"),
            act(N_("Other pane"), self._other_pane, "", "F6"),
            self._close_act,
            self._back_act,
        )
        self._back_act.set_offered(False)

    def _show_followed(self) -> None:
        """Go through the outcomes of earlier sessions."""
        if self._session is not None and self._session.carried:
            self._desk.ask(FollowedDialog(self._desk, self._session))

    def _step(self, by: int) -> None:
        """Go to the next point or the one before; what belongs to none comes first."""
        if self._session is None:
            return
        order = [None, *(item.id for item in self._session.agenda)]
        at = order.index(self._item_id) + by
        if 0 <= at < len(order):
            self.go_to(order[at])

    def _ask_phrase(self) -> None:
        self._show_outcomes(shown=False)
        self.finder.ask()

    def _ask_speaker(self) -> None:
        self._show_outcomes(shown=False)
        self.speaker.ask()

    def _turn_page(self) -> None:
        self._choose_language("fr" if self._language == "ar" else "ar")

    def _zoom(self, by: int) -> None:
        self._text_size = min(max(self._text_size + by, _SMALLEST_TEXT), _LARGEST_TEXT)
        self.editor.set_zoom(self._text_size)

    def _start_or_pause(self) -> None:
        (self.clock.pause if self.clock.running else self.clock.start)()

    def _ask_close(self) -> None:
        self._with_session(self._show_closing)

    def _show_closing(self, session: "Session") -> None:
        dialog = ClosingDialog(self._desk, session, datetime.now().astimezone())
        go = self._desk.go
        dialog.ended.connect(lambda: go(Address("session", session.id, "papers/minutes")))
        dialog.next_wanted.connect(
            lambda: self._desk.ask(
                SameAgainDialog(self._desk, session.id, session.theme, following=True)
            )
        )
        dialog.attendance_wanted.connect(lambda: go(Address("session", session.id, "attendance")))
        self._desk.ask(dialog)

    def _with_session(self, do: "Callable[[Session], object]") -> None:
        """Do something with the session as it is when all that was typed is kept."""
        session = self._session
        if session is not None:
            self.leave()
            session_id = session.id
            self._desk.write(
                "sessions.read", lambda work: get_session(work, session_id), do, undoable=False
            )

    def _ask_details(self) -> None:
        """Show all of the line in hand, or the outcome that came of it."""
        line, session = self.editor.current, self._session
        if line is None or session is None:
            self._desk.tell(self._desk.say("Write the line first"))
            return
        self.editor.flush()
        if line.outcome_uid:
            self._go_to_outcome(line.outcome_uid)
            return
        ask_details(self._desk, session.id, line.uid)

    def _go_to_outcome(self, uid: str) -> None:
        def go(session: "Session") -> None:
            for outcome in session.outcomes:
                if outcome.uid == uid:
                    self._desk.go(Address("session", session.id, f"outcomes/{outcome.id}"))

        self._with_session(go)

    def _ask_item(self) -> None:
        session = self._session
        if session is not None:
            ask_item(self._desk, session.id, self._language, self._await)

    def _await(self, item_id: int) -> None:
        """Take a new point in hand as soon as the session is read with it."""
        self._wanted = item_id

    def _project(self) -> None:
        self.projector.turn()
        self._show_panes()

    def _other_pane(self) -> None:
        """Go from the agenda to the page, and from there to the outcomes."""
        in_page = not self.agenda.points.hasFocus()
        if self.captured.list.hasFocus() or (in_page and not self.captured.lines):
            self._show_outcomes(shown=False)
            self.agenda.points.setFocus()
        elif self.agenda.points.hasFocus():
            self.editor.setFocus()
        else:
            self._show_outcomes(shown=True)

    def _show_outcomes(self, *, shown: bool) -> None:
        """Go to the outcomes; in a small window they take the place of the page."""
        if shown is not self._showing_outcomes:
            self._showing_outcomes = shown
            self._fit()
        if shown:
            self.captured.list.setFocus()

    def _go_back(self) -> None:
        """Close what is open at the caret, or give the page its place again."""
        if self.finder.list.isVisible():
            self.finder.list.close_list()
            return
        self._show_outcomes(shown=False)
        self.editor.setFocus()

    # --- the page ---

    @property
    def _item(self) -> "AgendaItem | None":
        agenda = self._session.agenda if self._session else ()
        return next((item for item in agenda if item.id == self._item_id), None)

    def _show_page(self) -> None:
        session = self._session
        if session is None:
            return
        self.editor.show_page(session, self._item_id, self._language)
        self.speech.show_session(session, self._item_id)
        self._show_head()
        self._show_panes()

    def _show_head(self) -> None:
        item, say = self._item, self._desk.say
        if item is None:
            self.page.title.setText(say("General"))
            return
        title = text_for(item.title, self._desk.language)
        self.page.title.setText(say("{number}. {title}", number=item.position, title=title))

    def _show_panes(self) -> None:
        session = self._session
        if session is None:
            return
        lines = self.editor.captured
        if self.editor.lines:
            self._begun.add(self._item_id)
        begun = self._begun | {line.agenda_item_id for line in session.interventions}
        begun |= {outcome.agenda_item_id for outcome in session.outcomes}
        self.agenda.show_session(session, self._item_id, begun | {one.item_id for one in lines})
        self.captured.show_lines(lines)
        self._count.setText(str(len(lines)))
        of_point = [line for line in lines if line.item_id == self._item_id]
        self.projector.show_words(Shown(self.page.title.text(), of_point, self.editor.lines))

    def _choose_language(self, language: str) -> None:
        self.editor.flush()
        self._language = "fr" if language == "fr" else "ar"
        self.page.show_language(self._language)
        self._show_page()
        self.editor.setFocus()

    # --- the clock ---

    def _turn_clock(self) -> None:
        self.clock.turn_to(self._item)
        if self._session is not None and self.today() in self._session.days and self.isVisible():
            self.clock.start()

    def _show_clock(self) -> None:
        if self.clock.running:
            self._clock_act.set_message(N_("Pause the clock"), "pause")
        else:
            self._clock_act.set_message(N_("Start the clock"), "play")

    def showEvent(self, event: QShowEvent) -> None:
        """On a day of the session the clock runs while one writes."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._turn_clock)

    def hideEvent(self, event: QHideEvent) -> None:
        """Something else is in front: the clock waits."""
        super().hideEvent(event)
        self.clock.pause()

    # --- layout ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        small = window.width() < scaled(NARROW_WIDTH) or window.height() < scaled(LOW_HEIGHT)
        folded = self.width() < scaled(_ROOM_FOR_OUTCOMES)
        alone = folded and self._showing_outcomes
        self._rows.setDirection(_DOWN if small else _ALONG)
        self.agenda.set_strip(strip=small)
        wide = captured.NARROW if small else captured.WIDTH
        self.captured.setMinimumWidth(scaled(wide))
        self.captured.setMaximumWidth(16_777_215 if alone else scaled(wide))
        self.captured.setVisible(not folded or alone)
        self.page.setVisible(not alone)
        self._show_button.setVisible(folded and not alone)
        self._count.setVisible(folded and not alone)
        self._close_button.setVisible(folded and not alone)
        self._tools.setVisible(folded and not alone)
        self._offer_back()

    def _offer_back(self) -> None:
        alone = self._showing_outcomes and self.page.isHidden()
        self._back_act.set_offered(alone or self.finder.list.isVisible())

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        tools.addWidget(self._show_button)
        tools.addWidget(self._count)
        tools.addStretch(1)
        tools.addWidget(self._close_button)
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.page, 1)
        middle.addWidget(self._tools)
        beside = QHBoxLayout()
        beside.setSpacing(GAP)
        beside.addLayout(middle, 1)
        beside.addWidget(self.captured)
        self._rows = QBoxLayout(_ALONG, self)
        self._rows.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self._rows.setSpacing(GAP)
        self._rows.addWidget(self.agenda)
        self._rows.addLayout(beside, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.agenda.chosen.connect(self.go_to)
        self.captured.chosen.connect(self.go_to_line)
        self.page.language_chosen.connect(self._choose_language)
        self.speaker.left.connect(self.editor.setFocus)
        self.editor.lines_changed.connect(self._show_panes)
        self.clock.ticked.connect(self._show_clock)
        self.finder.turned.connect(self._offer_back)
        desk.leaving.connect(self.leave)
        desk.dressed.connect(self.dress)


def _where_one_was(session: "Session") -> int | None:
    """Give the point about which something was written last, or the first one."""
    written = [line.agenda_item_id for line in session.interventions if line.agenda_item_id]
    spent = [item.id for item in session.agenda if item.spent_seconds]
    order = [item.id for item in session.agenda]
    begun = [item_id for item_id in order if item_id in {*written, *spent}]
    return begun[-1] if begun else order[0] if order else None
