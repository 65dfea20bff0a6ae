"""The register: every outcome of every session, until it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from db.codes import DocumentKind, FollowUpState
from desktop_app.i18n import N_
from desktop_app.services.follow_up_data import (
    Filters,
    Grouping,
    Line,
    Owner,
    Register,
    Section,
    Series,
    Standing,
)
from desktop_app.services.follow_up_edits import Changes, edit_many
from desktop_app.services.follow_up_list import (
    read_lines,
    read_owners,
    read_register,
    read_series,
)
from desktop_app.services.in_force import BodyLine, bodies_on
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.follow_ups.filter_bar import FilterBar
from desktop_app.ui.follow_ups.foot import Foot
from desktop_app.ui.follow_ups.month import MonthView
from desktop_app.ui.follow_ups.narrowing import Named, filters_of, told
from desktop_app.ui.follow_ups.rows import Lines
from desktop_app.ui.follow_ups.sections import aside_of, title_of, titles_of
from desktop_app.ui.follow_ups.table import RegisterTable
from desktop_app.ui.follow_ups.views import ViewChoice
from desktop_app.ui.papers.extracts import Extracts
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.text import listed
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Group
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign

if TYPE_CHECKING:
    from desktop_app.ui.tasks import Task

Found = tuple[Register, Mapping[int, BodyLine]]
SHOWN: Final = (
    *("outcomes", "outcome_bodies", "sessions", "session_days", "agenda_items", "series"),
    *("people", "appointments", "bodies", "body_names"),
)
"""Kinds of record that the register shows something of."""
_TABLE, _NONE, _NOTHING, _MONTH = range(4)


class FollowUpsPage(QWidget):
    """The table, or the month, of what the filters leave.

    Attributes:
        header: the window puts it above the messages.
        filters: what the register is narrowed to.
        table: its lines.
        month: the same as a calendar.
        foot: what is told of those chosen, and what can be done with them.
        papers: print, PDF and mail of the list.
        register: as it was read last.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reading: Task[Found] | None = None
        self._offers = False
        self._wanted: int | None = None
        self._bodies: Mapping[int, BodyLine] = {}
        self._held: dict[int, Line | None] = {}
        self.register: Register | None = None
        self.papers = PaperActs(desk, self._paper)
        self.papers.print_act.set_message(N_("Follow-up table A4"))
        self.views = ViewChoice(desk, "follow-ups", self._kept_filters)
        self._calendar = Act(
            desk, N_("Calendar"), self._turn_view, icon="calendar-blank", key="Ctrl+PgDn"
        )
        self.filters = FilterBar(desk, self.views.parts)
        self.table = RegisterTable(desk)
        self.month = MonthView(desk)
        self._make_acts()
        self.foot = Foot(
            desk,
            (*self._state_acts, self._dating, self._changing, self._reminding, self.extracts.act),
        )
        self.header = PageHeader(
            desk,
            acts=(*self.papers.acts, self._calendar),
            sign=SavedSign(desk),
            keys=False,
        )
        self._none = EmptyState(
            desk,
            "magnifying-glass",
            N_("Nothing fits these filters"),
            "",
            (Button(desk, self._clearing, kind="filled"),),
            framed=True,
        )
        self._nothing = EmptyState(
            desk,
            "clipboard-text",
            N_("Nothing to follow up yet"),
            N_("Decisions and recommendations noted in a session appear here with their due date."),
            framed=True,
        )
        self._lay_out()
        self._connect()
        self.dress()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        return (
            *(self._filtering, self._unmarking, self._clearing, self._opening, self._going),
            *(*self._state_acts, self._dating, self._changing, self._reminding, self.extracts.act),
            *(*self.papers.acts, self.filters.more, self._calendar, self._back_to_table),
            *self.views.acts,
            *(self.month.acts if self.month.isVisible() else ()),
        )

    def open(self, address: Address) -> None:
        """Show what the part of the address narrows it to, or the list as it was left.

        With a key, that outcome is chosen.
        """
        self.need()
        if address.part:
            self._show_table()
            self.filters.show_filters(filters_of(address.part))
        if address.key is not None:
            self._wanted = address.key
            self._choose_wanted()
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def need(self) -> None:
        """Read the register, the first time that it is shown."""
        if self._reading is None:
            self.reload()
            self.views.reload()

    def reload(self) -> None:
        """Read it again, and what the filters offer."""
        self._offers = False
        self._narrow()

    def dress(self) -> None:
        """Take the words anew."""
        self.header.title.setText(self._desk.say("Follow-ups"))
        self._show()

    # --- laying out ---

    def _make_acts(self) -> None:
        desk = self._desk
        self._filtering = Act(desk, N_("Filter"), self.filters.go_to_field, key="Ctrl+F")
        self._clearing = Act(desk, N_("Clear filters"), self._clear, icon="x", key="Esc")
        self._unmarking = Act(desk, N_("Clear selection"), self.table.unmark, key="Esc")
        self._opening = Act(desk, N_("Details"), self._open, icon="eye", key="Enter")
        self._going = Act(desk, N_("Open session"), self._go, icon="calendar-blank", key="Ctrl+G")
        self._state_acts = (
            self._state_act(N_("In progress"), FollowUpState.IN_PROGRESS, "circle-half", "F3"),
            self._state_act(N_("Done"), FollowUpState.DONE, "check-circle", "F4"),
        )
        self._dating = Act(desk, N_("New due date"), self._date, icon="calendar-check", key="F8")
        self._changing = Act(desk, N_("Edit"), self._change, icon="pencil-simple", key="F2")
        self._reminding = Act(
            desk, N_("Send reminder"), self._remind, icon="envelope-simple", key="Ctrl+M"
        )
        self.extracts = Extracts(desk, self, "F6")
        self._back_to_table = Act(desk, N_("Table"), self._turn_view, key="Ctrl+PgUp")

    def _state_act(self, message: str, state: FollowUpState, icon: str, key: str) -> Act:
        return Act(self._desk, message, partial(self._set_state, state), icon=icon, key=key)

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self._stack = QStackedLayout()
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addWidget(self.filters)
        body.addLayout(self._stack, 1)
        body.addWidget(self.foot)
        for part in (frame, self._none, self._nothing, self.month):
            self._stack.addWidget(part)  # in its place first: else the first would be a window

    def _connect(self) -> None:
        desk = self._desk
        self.filters.changed.connect(self._narrow)
        self.filters.grouped.connect(self._narrow)
        self.filters.stepped.connect(self.table.move_by)
        self.table.moved.connect(self._show_chosen)
        self.table.opened.connect(lambda _: self._open())
        self.table.marked.connect(self._show_chosen)
        self.month.chosen.connect(self._show_day)
        self.views.chosen.connect(self._show_view)
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN, self.reload, shown_by=self)

    # --- what is shown ---

    def _narrow(self) -> None:
        """Read what the filters leave: the first lines, and then all that are named."""
        if self._reading is not None:
            self._reading.cancel()
        self._held = {}
        self._reading = self._read(whole=False)
        if self.month.isVisible():
            self.month.show_filters(self.filters.filters)

    def _read(self, *, whole: bool) -> "Task[Found] | None":
        if (store := self._desk.store) is None:
            return None
        filters, group = self.filters.filters, self.filters.group

        def read(_: object) -> Found:
            with store.read() as reading:
                found = read_register(reading, filters, today(), group, whole=whole)
                return found, bodies_on(reading, today())

        return self._desk.runner.run(read, self._take)

    def _take(self, found: Found) -> None:
        self.register, self._bodies = found
        self._show()
        self._choose_wanted()
        if not self.register.whole:
            QTimer.singleShot(0, self, partial(self._read_rest, self._reading))  # once it is seen
        elif not self._offers:
            self._offers = True
            self._read_offered()

    def _read_rest(self, asked: "Task[Found] | None") -> None:
        if asked is self._reading:
            self._reading = self._read(whole=True)

    def _show(self) -> None:
        register = self.register
        if register is None:
            return
        self.filters.show_counts(register)
        self.table.show_groups([self._group(section) for section in register.sections])
        total = register.standings[Standing.ALL]
        narrowed = self.filters.filters.narrowed
        self._clearing.set_offered(narrowed or self.filters.filters.standing is not Standing.OPEN)
        if self._stack.currentIndex() != _MONTH:
            some = _TABLE if register.count else _NONE if total or narrowed else _NOTHING
            self._stack.setCurrentIndex(some)
        self.foot.setVisible(bool(register.count) and self._stack.currentIndex() == _TABLE)
        self.papers.set_offered(bool(register.count))
        self._show_context(register)
        self._show_chosen()

    def _group(self, section: Section) -> Group[Line]:
        lines = Lines(section.ids, section.count, self._read_lines, self._held)
        title = title_of(self._desk, self.filters.group, section)
        return Group(section.code, title, lines, aside_of(self._desk, section))

    def _read_lines(self, ids: Sequence[int]) -> Sequence[Line]:
        if (store := self._desk.store) is None:
            return ()
        with store.read() as reading:
            return read_lines(reading, ids, today(), self._bodies)

    def _read_offered(self) -> None:
        """Read who is in charge of anything, for the filters."""
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> tuple[tuple[Owner, ...], tuple[Series, ...]]:
            with store.read() as reading:
                return read_owners(reading, today()), read_series(reading)

        self._desk.runner.run(read, lambda found: self.filters.offer(*found))

    def _show_context(self, register: Register) -> None:
        say = self._desk.say
        parts = [say.plural("{n} outcome", "{n} outcomes", register.count)]
        if register.sessions is not None:
            parts.append(say.plural("{n} session", "{n} sessions", register.sessions))
        self.header.context.setText(listed(parts, right_to_left=say.right_to_left))

    def _show_chosen(self) -> None:
        keys = self.chosen
        line = self.table.current
        some = bool(keys)
        for act in (*self._state_acts, self._dating, self._changing):
            act.set_offered(some)
        for act in (self._opening, self._going):
            act.set_offered(line is not None)
        late = [one for one in map(self._held.get, keys[:_ASKED]) if one and one.late]
        self._reminding.set_offered(
            bool(late) or len(keys) > _ASKED, N_("None of those chosen is late.")
        )
        self.extracts.show_chosen(keys)
        self._unmarking.set_offered(self.table.is_marking)
        self.foot.show_chosen(line, len(keys))

    @property
    def chosen(self) -> list[int]:
        """The outcomes that are chosen, by their ids."""
        return [key for key in self.table.chosen_keys if isinstance(key, int)]

    def _choose_wanted(self) -> None:
        """Choose the outcome that the address named; where the filters hide it, all are shown."""
        if self._wanted is None or self.register is None:
            return
        if self.table.choose(self._wanted):
            self._wanted = None
        elif self.filters.filters != Filters(standing=Standing.ALL):
            self.filters.show_filters(Filters(standing=Standing.ALL))
        elif self.register.whole:
            self._wanted = None

    # --- what the acts do ---

    def _clear(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    def _set_state(self, state: FollowUpState) -> None:
        self._edit(Changes(state=state))

    def _edit(self, changes: Changes) -> None:
        keys = self.chosen
        say = self._desk.say
        self._desk.write(
            "follow_ups.edit_many",
            lambda work: edit_many(work, keys, changes),
            failed=self._desk.show_error,
            told=lambda n: say.plural("{n} outcome changed", "{n} outcomes changed", n),
        )

    def _date(self) -> None:
        from desktop_app.ui.follow_ups.changing import DueDialog  # when it is asked for

        self._desk.ask(DueDialog(self._desk, self.chosen))

    def _change(self) -> None:
        from desktop_app.ui.follow_ups.changing import ChangeDialog  # when it is asked for

        self._desk.ask(ChangeDialog(self._desk, self.chosen))

    def _remind(self) -> None:
        from desktop_app.ui.follow_ups.reminding import ask_to_remind  # when it is asked for

        ask_to_remind(self._desk, self.chosen)

    def _open(self) -> None:
        from desktop_app.ui.follow_ups.details import ask_details  # when it is asked for

        if (line := self.table.current) is not None:
            ask_details(self._desk, line.session_id, line.id)

    def _go(self) -> None:
        if (line := self.table.current) is not None:
            self._desk.go(Address("session", line.session_id, f"outcomes/{line.id}"))

    def _turn_view(self) -> None:
        if self._stack.currentIndex() == _MONTH:
            self._show_table()
            self.table.setFocus()
            return
        self._stack.setCurrentIndex(_MONTH)
        self.foot.hide()
        self._calendar.set_message(N_("Table"), "list-bullets")
        self.month.show_filters(self.filters.filters)
        self.month.setFocus()

    def _show_table(self) -> None:
        self._stack.setCurrentIndex(_TABLE)
        self._calendar.set_message(N_("Calendar"), "calendar-blank")
        self._show()

    def _show_day(self, day: object) -> None:
        self._show_table()
        self.filters.show_filters(
            replace(self.filters.filters, standing=Standing.ALL, due_from=day, due_to=day)  # type: ignore[arg-type]  # the month gives a day
        )
        self.table.setFocus()

    def _kept_filters(self) -> tuple[Filters, Grouping]:
        return self.filters.filters, self.filters.group

    def _show_view(self, filters: Filters, grouping: Grouping) -> None:
        self.filters.show_filters(filters, grouping)
        self.table.setFocus()

    def _paper(self) -> Request | None:
        register = self.register
        if register is None or not register.whole:
            return None
        from desktop_app.documents.scope import Scope  # when it is asked for
        from desktop_app.services.followed import Group as Grouped
        from desktop_app.services.followed import Which

        groups = tuple(
            Grouped(titles_of(self.filters.group, section), section.ids)
            for section in register.sections
        )
        filters = self.filters.filters
        words = told(filters, Named(self.filters.owner_name, self.filters.series_name))
        which = Which(groups=groups, session_id=filters.session_id, told=words)
        return Request(DocumentKind.FOLLOW_UPS, Scope(subject=which.told.best("ar"), about=which))


_ASKED: Final = 500
"""Among so many of those chosen a late one is looked for."""
