"""The list of sessions: found, chosen, opened."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calendar import school_year
from desktop_app.i18n import N_, ltr
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.opening import SHOWN_IN_LIST, read_sessions
from desktop_app.ui.sessions.columns import session_columns
from desktop_app.ui.sessions.rows import grouped, matching
from desktop_app.ui.text import capitalised, hours, long_day, text_for
from desktop_app.ui.theme import CARD_PADDING, GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Group
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.labels import LineLabel, card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.table import Table


class SessionsPage(QWidget):
    """All sessions on file, the coming ones first.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: Sequence[SessionRow] = ()
        self.header = PageHeader(desk)
        self._filter = FilterField(desk, N_("Filter: subject, place, number"))
        self._filter.setMaximumWidth(320)
        self._count = label("hint")
        self.table: Table[SessionRow] = Table(desk, N_("Sessions"), session_columns(desk))
        self._none = EmptyState(desk, "calendar-blank", N_("No sessions yet"), "")
        self._theme = LineLabel("strong")
        self._about = LineLabel("context")
        self._filtering = Act(desk, N_("Filter"), self._go_to_filter, key="Ctrl+F")
        self._clearing = Act(desk, N_("Clear filter"), self._clear_filter, key="Esc")
        self._opening = Act(desk, N_("Papers"), self._open_current, icon="file-text", key="Enter")
        self.acts = (self._filtering, self._clearing, self._opening)
        self._open = Button(desk, self._opening, kind="filled")
        self._lay_out()
        self._typed = QTimer(self, singleShot=True, interval=120)
        self._typed.timeout.connect(self._show_rows)
        self._filter.textEdited.connect(lambda _: self._typed.start())
        self._filter.installEventFilter(self)
        self.table.opened.connect(lambda _: self._open_current())
        self.table.moved.connect(self._show_current)
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN_IN_LIST, self.reload)
        self._clearing.set_offered(False)
        self.dress()

    def open(self, address: Address) -> None:
        """Show the list."""
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def reload(self) -> None:
        """Read the sessions again."""
        if (store := self._desk.store) is not None:
            self._desk.runner.run(lambda _: read_sessions(store), self.set_rows)

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show the sessions on file; the one chosen before stays chosen."""
        self._all = rows
        self._show_rows()

    @property
    def current(self) -> SessionRow | None:
        """The session chosen in the list."""
        return self.table.current

    def dress(self) -> None:
        """Take the words anew."""
        self.header.title.setText(self._desk.say("Sessions"))
        year = school_year(date.today())  # noqa: DTZ011 - the user's own day
        self.header.context.setText(self._desk.say("School year {year}", year=year))
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types in the filter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if step := steps.get(Qt.Key(event.key()), 0):
                self.table.move_by(step)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self._stack = QStackedLayout()
        self._stack.addWidget(frame)
        self._stack.addWidget(self._none)
        filters = QHBoxLayout()
        filters.addWidget(self._filter, 1)
        filters.addStretch(1)
        filters.addWidget(self._count)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addLayout(filters)
        body.addLayout(self._stack, 1)
        self._foot = self._make_foot()
        body.addWidget(self._foot)

    def _make_foot(self) -> QFrame:
        frame, column = card()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._theme)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        column.addLayout(row)
        return frame

    def _go_to_filter(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def _clear_filter(self) -> None:
        self._filter.clear()
        self._show_rows()
        self.table.setFocus()

    def _show_rows(self) -> None:
        self._clearing.set_offered(bool(self._filter.text()))
        rows = matching(self._all, self._filter.text())
        groups = [
            Group(message, self._desk.say(message), members) for message, members in grouped(rows)
        ]
        self.table.show_groups(groups)
        say, shown, total = self._desk.say, len(rows), len(self._all)
        if shown == total:
            self._count.setText(say.plural("{n} session", "{n} sessions", total))
        else:
            self._count.setText(say("{done} of {total}", done=shown, total=total))
        self._stack.setCurrentIndex(0 if rows else 1)
        title = N_("No sessions yet") if total == 0 else N_("No session holds these words")
        self._none.set_messages("calendar-blank", title, "")
        self._foot.setVisible(bool(rows))

    def _show_current(self) -> None:
        row = self.current
        self._opening.set_offered(row is not None)
        if row is None:
            return
        language = self._desk.language
        self._theme.setText(text_for(row.theme, language))
        day = long_day(row.first_day, language) if row.first_day else ""
        kind, place = (
            capitalised(text_for(text, language)) for text in (row.type_label, row.place)
        )
        reference = ltr(row.reference) if row.reference else ""
        parts = [kind, day, hours(row.start, None), place, reference]
        self._about.setText(" · ".join(part for part in parts if part))

    def _open_current(self) -> None:
        if (row := self.current) is not None:
            self._desk.go(Address("session", row.id, "papers"))
