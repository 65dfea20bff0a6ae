"""The list of sessions: found, chosen, opened."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from db.codes import SessionState
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.columns import session_columns
from desktop_app.ui.sessions.days import month_name, span
from desktop_app.ui.sessions.filter_bar import FilterBar
from desktop_app.ui.sessions.rows import Searchable, Section, sections
from desktop_app.ui.sessions.states import OUT_OF_STEP, following_tab
from desktop_app.ui.text import hours, listed, long_day, name_for, text_for
from desktop_app.ui.theme import CARD_PADDING, GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Group
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import LineLabel, card
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.table import Table

SHOWN: Final = (
    *("sessions", "session_days", "session_types", "attendance", "outcomes"),
    *("bodies", "body_names"),
)
"""Kinds of record that the list shows something of."""


class SessionsPage(QWidget):
    """All sessions on file: the coming ones, then month by month.

    Attributes:
        header: the window puts it above the messages.
        filters: what the list is narrowed to.
        table: the sessions that the filters leave.
        foot_lines: what is told of the session that is chosen.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sessions = Searchable(())
        self._is_read = False
        self._awaited: int | None = None
        self._counted = ""
        self._adding = Act(desk, N_("New session"), self._add, icon="plus", key="Ctrl+N")
        self._repeating = Act(desk, N_("Similar session"), self._repeat, icon="copy", key="Ctrl+D")
        self._following = Act(
            desk, N_("Next session"), self._follow, icon="calendar-check", key="Ctrl+Shift+D"
        )
        self._recurring = Act(desk, N_("Repeat"), self._recur, icon="calendar-blank", key="Ctrl+R")
        self._deleting = Act(desk, N_("Delete"), self._delete, icon="trash", key="Del")
        self.header = PageHeader(desk, acts=(self._adding,), sign=SavedSign(desk), keys=True)
        self.filters = FilterBar(desk)
        self.table: Table[SessionRow] = Table(
            desk, N_("Sessions"), session_columns(desk), foldable=True
        )
        self._theme = LineLabel("strong")
        self._about = LineLabel("context")
        self.foot_lines = (self._theme, self._about)
        self._filtering = Act(desk, N_("Filter"), self.filters.go_to_field, key="Ctrl+F")
        self._clearing = Act(desk, N_("Clear filters"), self._clear, icon="x", key="Esc")
        self._opening = Act(desk, N_("Papers"), self._open_current, key="Enter")
        self._setting_up = Act(
            desk,
            N_("Settings"),
            lambda: desk.go(Address("settings")),
            icon="gear-six",
            key="Enter",
        )
        self._nothing = EmptyState(
            desk,
            "calendar-blank",
            N_("No sessions yet"),
            N_(
                "Sessions stand here with their papers. Begin with the centre's name and header:"
                " every paper bears them."
            ),
            (Button(desk, self._adding, kind="filled"), Button(desk, self._setting_up)),
            framed=True,
        )
        self._none = EmptyState(
            desk,
            "magnifying-glass",
            N_("No session fits these filters"),
            "",
            (Button(desk, self._clearing, kind="filled"),),
            framed=True,
        )
        self._lay_out()
        self.filters.fitted.connect(self._show_context)
        self.filters.changed.connect(self._show_rows)
        self.filters.stepped.connect(self.table.move_by)
        self.table.opened.connect(lambda _: self._open_current())
        self.table.moved.connect(self._show_current)
        self.table.ordered.connect(self._show_rows)
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN, self.reload, shown_by=self)
        self.dress()

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be done with sessions, or first where there are none."""
        if self._is_read and not self._sessions.rows:
            return (self._adding, self._setting_up)
        return (
            *(self._filtering, self._clearing, self._opening),
            *(self._adding, self._repeating, self._following, self._recurring),
            self._deleting,
        )

    def open(self, address: Address) -> None:
        """Show the list as it was left; with a key, that session is chosen.

        A part names a state, of sessions or of what minutes wait for, that it is narrowed to.
        """
        if address.part:
            self.filters.narrow_to(address.part)
        self._awaited = address.key
        if self._is_read:
            self._choose_awaited()
        else:
            self.reload()
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def reload(self) -> None:
        """Read the sessions again."""
        if (store := self._desk.store) is not None:

            def read(_: object) -> tuple[SessionRow, ...]:
                from desktop_app.services.session_list import list_sessions  # off the thread

                with store.read() as reading:
                    return list_sessions(reading)

            self._desk.runner.run(read, self._take)

    @property
    def current(self) -> SessionRow | None:
        """The session chosen in the list."""
        return self.table.current

    def dress(self) -> None:
        """Take the words anew."""
        self.header.title.setText(self._desk.say("Sessions"))
        self._show_rows()

    def _take(self, rows: Sequence[SessionRow]) -> None:
        """Show the sessions on file; the one chosen before stays chosen."""
        self._is_read = True
        self._sessions = Searchable(rows)
        self.filters.offer(self._sessions)
        self._show_rows()
        self._choose_awaited()

    def _choose_awaited(self) -> None:
        key, self._awaited = self._awaited, None
        if key is not None and not self.table.choose(key):
            self.filters.clear()
            self.table.choose(key)

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self._stack = QStackedLayout()
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addWidget(self.filters)
        body.addLayout(self._stack, 1)
        for part in (frame, self._none, self._nothing):  # once in a parent, or it would be a window
            self._stack.addWidget(part)
        self._foot = self._make_foot()
        body.addWidget(self._foot)

    def _make_foot(self) -> QFrame:
        frame, column = card()
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in self.foot_lines:
            line.setObjectName("recorded")
            words.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(Button(self._desk, self._opening, kind="filled"))
        for act in (self._repeating, self._following):
            row.addWidget(Button(self._desk, act, show_key=act is self._repeating))
        column.addLayout(row)
        return frame

    def _clear(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    def _show_rows(self) -> None:
        filters = self.filters.filters
        rows = self._sessions.matching(filters)
        if self.table.rows.sorted_by:
            self.table.show_rows(rows)
        else:
            self.table.show_groups([self._group(section) for section in sections(rows)])
        total = len(self._sessions.rows)
        self._clearing.set_offered(bool(filters))
        is_empty = self._is_read and not total
        self._setting_up.set_offered(is_empty)
        self._stack.setCurrentIndex(2 if is_empty else 1 if total and not rows else 0)
        self.filters.setVisible(not is_empty)
        self._foot.setVisible(bool(rows))
        self._counted = self._count(rows)
        self.filters.show_count(self._counted)
        self._show_context()

    def _group(self, section: Section) -> Group[SessionRow]:
        say = self._desk.say
        title = say("Upcoming") if section.code == "ahead" else say("Without a day")
        if section.month is not None:
            title = month_name(section.month, self._desk.language)
        return Group(section.code, title, section.rows)

    def _count(self, rows: Sequence[SessionRow]) -> str:
        say, shown, total = self._desk.say, len(rows), len(self._sessions.rows)
        out_of_step = sum(row.state in OUT_OF_STEP for row in rows)
        parts = [say.plural("{n} session", "{n} sessions", total)]
        if shown != total:
            parts = [say("{done} of {total}", done=shown, total=total)]
        if out_of_step:
            parts.append(
                say.plural("{n} postponed or cancelled", "{n} postponed or cancelled", out_of_step)
            )
        return " · ".join(parts) if total else ""

    def _show_context(self) -> None:
        """Say for which school year the list is, and how many sessions if nothing else does."""
        say, year = self._desk.say, self.filters.filters.year
        words = [say("School year {year}", year=year) if year else say("All school years")]
        if not self.filters.counted and self._counted:
            words.append(self._counted)
        self.header.context.setText(" · ".join(words))

    def _show_current(self) -> None:
        row = self.current
        for act in (self._opening, self._repeating, self._following):
            act.set_offered(row is not None)
        self._recurring.set_offered(row is not None and row.first_day is not None)
        self._deleting.set_offered(row is not None and row.state is SessionState.PLANNED)
        if row is None:
            return
        language, say = self._desk.language, self._desk.say
        _, message, icon = following_tab(row.state)
        self._opening.set_message(message, icon)
        reference = ltr(row.reference) if row.reference else ""
        theme = text_for(row.theme, language)
        self._theme.setText(f"{theme}  {reference}" if reference else theme)
        day = ""
        if row.first_day and row.last_day:
            one = row.first_day == row.last_day
            day = (
                long_day(row.first_day, language)
                if one
                else span(row.first_day, row.last_day, language)
            )
        kind, place = (name_for(text, language) for text in (row.type_label, row.place))
        parts = [
            kind,
            day,
            ltr(hours(row.start, None)) if row.start else "",
            place,
            say("Invited: {n}", n=row.invited) if row.invited else "",
            say("Present: {n}", n=row.present) if row.present else "",
            say("Outcomes: {n}", n=row.outcomes) if row.outcomes else "",
        ]
        self._about.setText(listed(parts, right_to_left=say.right_to_left))

    def _add(self) -> None:
        from desktop_app.ui.sessions.new_session import NewSessionDialog, read_types  # as asked

        if (store := self._desk.store) is not None:
            self._desk.runner.run(
                lambda _: read_types(store),
                lambda types: self._desk.ask(NewSessionDialog(self._desk, types)),
            )

    def _repeat(self) -> None:
        from desktop_app.ui.sessions.same_again import SameAgainDialog  # when it is asked for

        if (row := self.current) is not None:
            self._desk.ask(SameAgainDialog(self._desk, row.id, row.theme, last=row.last_day))

    def _follow(self) -> None:
        from desktop_app.ui.sessions.same_again import SameAgainDialog  # when it is asked for

        if (row := self.current) is not None:
            self._desk.ask(SameAgainDialog(self._desk, row.id, row.theme, following=True))

    def _recur(self) -> None:
        from desktop_app.ui.sessions.recurrence import RecurrenceDialog  # when it is asked for

        if (row := self.current) is not None and row.last_day is not None:
            self._desk.ask(RecurrenceDialog(self._desk, row.id, row.theme, row.last_day))

    def _delete(self) -> None:
        from desktop_app.services import preparing  # the models, when it is asked for

        if (row := self.current) is not None:
            key = row.id
            self._desk.write(
                "preparing.delete",
                lambda work: preparing.delete(work, key),
                failed=self._desk.show_error,
                told=self._desk.say("Session deleted"),
            )

    def _open_current(self) -> None:
        if (row := self.current) is not None:
            code, _, _ = following_tab(row.state)
            self._desk.go(Address("session", row.id, code))
