"""Home: where do we stand, in ten seconds."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from db.codes import DocumentKind
from desktop_app.calendar import school_year
from desktop_app.documents.scope import Scope
from desktop_app.i18n import N_
from desktop_app.services.standing_data import Standing, Wait
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.home import places
from desktop_app.ui.home.directorates import DirectoratePanel
from desktop_app.ui.home.late import LatePanel
from desktop_app.ui.home.today import TodayPanel
from desktop_app.ui.home.waiting import WaitingPanel
from desktop_app.ui.home.year import YearPanel
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.text import listed, long_day, percent, text_for
from desktop_app.ui.theme import GAP, LOW_HEIGHT, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import NOTHING
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.widgets.figure_row import Figure, FigureRow
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign

if TYPE_CHECKING:
    from desktop_app.services.almanac import Almanac

SHOWN: Final = (
    *("outcomes", "outcome_bodies", "sessions", "session_days", "session_types", "attendance"),
    *("people", "appointments", "bodies", "body_names", "deliveries", "final_versions"),
)
"""Kinds of record that the page counts."""
_CALENDAR: Final = ("settings",)
_SIDE, _SIDE_NARROW = 328, 262
_MOST_DIRECTORATES, _MOST_DIRECTORATES_LOW = 6, 5


class HomePage(QWidget):
    """Four figures, the directorates, what is late, the session of today, what waits, the year.

    Attributes:
        header: the window puts it above the messages.
        standing: what is shown, once it is read.
        painted: emitted once, when that was painted for the first time.
    """

    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.standing: Standing | None = None
        self._almanac: Almanac | None = None
        self._is_entered = False
        self._was_painted = False
        self._adding = Act(desk, N_("New session"), self._add, icon="plus", key="Ctrl+N")
        self.papers = PaperActs(desk, self._follow_up_table)
        self.papers.print_act.set_message(N_("Follow-up table A4"))
        self._opening = Act(desk, N_("Go there"), self._open, key="Enter")
        self.header = PageHeader(
            desk,
            acts=(self.papers.print_act, self._adding),
            sign=SavedSign(desk),
            keys=True,
        )
        self.late = FigureCard(desk, N_("Late follow-ups"), "warning", "red")
        self.this_week = FigureCard(desk, N_("Follow-ups due this week"), "clock", "amber")
        self.to_sign = FigureCard(desk, N_("Minutes to sign"), "pen-nib", "accent")
        self.done = FigureCard(desk, N_("Completion rate"), "check-circle", "green")
        self._context: tuple[str, ...] = ()
        self._figures = FigureRow((self.late, self.this_week, self.to_sign, self.done))
        self.directorates = DirectoratePanel(desk)
        self.late_first = LatePanel(desk)
        self.today = TodayPanel(desk)
        self.waiting = WaitingPanel(desk)
        self.year = YearPanel(desk)
        self._setting_up = Act(
            desk,
            N_("Settings"),
            lambda: desk.go(Address("settings")),
            icon="gear-six",
            key="Enter",
        )
        self._to_settings = Button(desk, self._setting_up)
        self._nothing = EmptyState(
            desk,
            "house",
            N_("No sessions yet"),
            N_(
                "What came of sessions, and what is late, is told here. Begin with the centre's"
                " name and header: every paper bears them."
            ),
            (Button(desk, self._adding, kind="filled"), self._to_settings),
            framed=True,
        )
        self._lay_out()
        for card, place in (
            (self.late, partial(places.follow_ups, places.LATE)),
            (self.this_week, partial(places.follow_ups, places.THIS_WEEK)),
            (self.to_sign, partial(places.sessions, Wait.SIGNED_COPY)),
            (self.done, partial(places.follow_ups, places.DONE)),
        ):
            card.clicked.connect(lambda _=False, place=place: desk.go(place()))
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN, self.reload, shown_by=self)
        desk.notifier.subscribe(_CALENDAR, self._read_almanac, shown_by=self)
        self.dress()

    @property
    def acts(self) -> Sequence[Act]:
        """What can be done here."""
        if self._is_empty:
            return (self._setting_up, self._adding, *self.papers.acts)
        of_today = tuple(button.act for button in self.today.buttons)
        return (self._opening, self._adding, *self.papers.acts, *of_today, self.late_first.all)

    def open(self, address: Address) -> None:  # it shows one thing alone
        """Show where we stand today."""
        if self.standing is None or self.standing.today != _today():
            self._is_entered = True
            self.reload()
            self._read_almanac()
        self._take_focus()

    def leave(self) -> None:
        """Nothing is typed here."""

    def reload(self) -> None:
        """Count again."""
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> Standing:
            from desktop_app.services.standing import get_standing  # the database, off the thread

            with store.read() as reading:
                return get_standing(reading, _today())

        self._desk.runner.run(read, self.show_standing)

    def show_standing(self, standing: Standing) -> None:
        """Show where we stand."""
        self.standing = standing
        self.directorates.show_standing(standing.directorates)
        self.late_first.show_late(standing.late_first, standing.today)
        session = standing.next
        is_today = session is not None and session.day == standing.today
        self.today.show_next(session, is_today=is_today)
        self.waiting.show_waiting(standing.waiting)
        self._show_year()
        self._stack.setCurrentIndex(int(self._is_empty))
        self.dress()
        if self._is_entered:  # what has no figures yet may have had no room, and no focus
            self._is_entered = False
            self._take_focus()

    def dress(self) -> None:
        """Take the words anew."""
        say, language = self._desk.say, self._desk.language
        today = self.standing.today if self.standing else _today()
        self.header.title.setText(long_day(today, language))
        hijri = text_for(self._almanac.hijri, language) if self._almanac else ""
        self._context = (hijri, say("School year {year}", year=school_year(today)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its share of a small window."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the figures can be seen, and read what nobody waits for."""
        super().paintEvent(event)
        if self.standing is not None and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._tell_painted)

    # --- what the acts do ---

    def _add(self) -> None:
        from desktop_app.ui.sessions.new_session import NewSessionDialog, read_types  # as asked

        if (store := self._desk.store) is not None:
            self._desk.runner.run(
                lambda _: read_types(store),
                lambda types: self._desk.ask(NewSessionDialog(self._desk, types)),
            )

    def _follow_up_table(self) -> Request | None:
        """Ask for the table of all that waits for something."""
        from desktop_app.services.followed import Which  # when it is asked for

        open_ones = Scope(subject="unfinished", about=Which(unfinished=True))
        return Request(DocumentKind.FOLLOW_UPS, open_ones)

    def _open(self) -> None:
        """Open the line that the focus is on."""
        for panel in (self.directorates, self.late_first, self.waiting):
            if panel.table.hasFocus():
                panel.open_current()

    # --- inside ---

    def _tell_painted(self) -> None:
        self.painted.emit()
        if self._almanac is None:
            self._read_almanac()

    @property
    def _is_empty(self) -> bool:
        return self.standing is not None and not self.standing.sessions

    def _take_focus(self) -> None:
        (self._to_settings if self._is_empty else self.late).setFocus()

    def _read_almanac(self) -> None:
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> "Almanac":
            from desktop_app.services.almanac import get_almanac  # Hijri tables, off the thread

            with store.read() as reading:
                return get_almanac(reading, _today())

        self._desk.runner.run(read, self._take_almanac)

    def _take_almanac(self, almanac: "Almanac") -> None:
        self._almanac = almanac
        self._show_year()
        self.dress()

    def _show_year(self) -> None:
        if self.standing is not None:
            days_off = self._almanac.days_off if self._almanac else ()
            self.year.show_year(self.standing.months, days_off, self.standing.today)

    def _figures_of(self, standing: Standing) -> tuple[Figure, ...]:
        say, language = self._desk.say, self._desk.language
        late = (standing.today - (standing.late_since or standing.today)).days
        signing = (standing.today - (standing.to_sign_since or standing.today)).days
        share = round(100 * standing.done / standing.of) if standing.of else None
        return (
            Figure(
                str(standing.late),
                say.plural("the oldest by {n} day", "the oldest by {n} days", late) if late else "",
            ),
            Figure(
                str(standing.this_week),
                say.plural("{n} of them urgent", "{n} of them urgent", standing.urgent)
                if standing.urgent
                else "",
            ),
            Figure(
                str(standing.to_sign),
                say.plural("the oldest for {n} day", "the oldest for {n} days", signing)
                if signing
                else "",
            ),
            Figure(
                NOTHING if share is None else percent(share, language),
                say("{done} of {total} this school year", done=standing.done, total=standing.of),
            ),
        )

    def _fit(self) -> None:
        window = self.window()
        low, narrow = window.height() < LOW_HEIGHT, window.width() < NARROW_WIDTH
        self.year.setVisible(not (low or narrow))
        parts = self._context[:1] if narrow else self._context
        self.header.context.setText(listed(parts, right_to_left=self._desk.say.right_to_left))
        width = scaled(_SIDE_NARROW if narrow else _SIDE)
        for part in (self.today, self.waiting):
            part.setFixedWidth(width)
        most = _MOST_DIRECTORATES_LOW if low else _MOST_DIRECTORATES
        self._parts.activate()
        spare = self.height() - self.minimumSizeHint().height()  # < 0 under a message
        self.directorates.fit(most - (scaled(100) - 100) // 10, spare)
        if self.standing is not None:
            room = self.width() - 2 * PAGE_MARGIN
            self._figures.show_figures(self._figures_of(self.standing), room)

    def _lay_out(self) -> None:
        parts = QWidget()
        main = QVBoxLayout()
        main.setSpacing(GAP)
        main.addWidget(self.directorates)
        main.addWidget(self.late_first, 1)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self.today)
        side.addWidget(self.waiting, 1)
        self._parts = grid = QGridLayout(parts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        grid.addWidget(self._figures, 0, 0, 1, 2)
        grid.addLayout(main, 1, 0)
        grid.addLayout(side, 1, 1)
        grid.addWidget(self.year, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        self._stack = QStackedLayout()
        body.addLayout(self._stack)
        self._stack.addWidget(parts)  # once it has a parent, or it would open a window
        self._stack.addWidget(self._nothing)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
