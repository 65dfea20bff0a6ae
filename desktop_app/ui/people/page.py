"""The list of people: found, chosen, opened."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services.people_list import PersonRow, list_rows
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.people.columns import people_columns
from desktop_app.ui.people.rows import SHOWN_IN_LIST, in_order, matching, searchable
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.table import Table


class PeoplePage(QWidget):
    """Everybody on file, by name.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: Sequence[tuple[str, PersonRow]] = ()
        self._is_read = False
        self.header = PageHeader(desk)
        self.filter = FilterField(desk, N_("Filter: name, function, body"))
        self.filter.setMaximumWidth(320)
        self._count = label("hint")
        self.table: Table[PersonRow] = Table(desk, N_("People"), people_columns(desk))
        self._filtering = Act(desk, N_("Filter"), self._go_to_filter, key="Ctrl+F")
        self._clearing = Act(desk, N_("Clear filter"), self._clear_filter, icon="x", key="Esc")
        self._opening = Act(desk, N_("Open"), self._open_current, key="Enter")
        self.acts = (self._filtering, self._clearing, self._opening)
        self._clear = Button(desk, self._clearing, kind="filled")
        self._none = EmptyState(desk, "users", N_("No people yet"), "", (self._clear,), framed=True)
        self._lay_out()
        self.filter.textEdited.connect(lambda _: self._show_rows())
        self.filter.installEventFilter(self)
        self.table.opened.connect(lambda _: self._open_current())
        self.table.moved.connect(lambda: self._opening.set_offered(self.table.current is not None))
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(SHOWN_IN_LIST, self.reload)
        self.dress()

    def open(self, address: Address) -> None:
        """Show the list."""
        if not self._is_read:
            self.reload()
        self.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def reload(self) -> None:
        """Read the people again."""
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> list[tuple[str, PersonRow]]:
            with store.read() as reading:
                rows = list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
            return [(searchable(row), row) for row in rows]

        self._desk.runner.run(read, self._take)

    def dress(self) -> None:
        """Take the words anew."""
        self.header.title.setText(self._desk.say("People"))
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
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        filters.addWidget(self.filter, 1)
        filters.addWidget(self._count)
        filters.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addLayout(filters)
        body.addLayout(self._stack, 1)
        self._stack.addWidget(frame)  # once it has a window, or the card would open one
        self._stack.addWidget(self._none)

    def _take(self, rows: Sequence[tuple[str, PersonRow]]) -> None:
        self._is_read = True
        self._all = rows
        self._show_rows()

    def _show_rows(self) -> None:
        self._clearing.set_offered(bool(self.filter.text()))
        rows = in_order(matching(self._all, self.filter.text()), self._desk.language)
        self.table.show_rows(rows)
        say, total = self._desk.say, len(self._all)
        everybody = say.plural("{n} person", "{n} people", total) if self._is_read else ""
        self.header.context.setText(everybody)
        part = say("{done} of {total}", done=len(rows), total=total)
        self._count.setText("" if len(rows) == total else part)
        self._stack.setCurrentIndex(0 if rows or not self._is_read else 1)
        self._clear.setVisible(bool(total))
        if total:
            query = self.filter.text().strip()
            words = N_("No results for “{query}”")
            self._none.set_messages("magnifying-glass", words, "", query=query)
        else:
            self._none.set_messages(
                "users",
                N_("No people yet"),
                N_("Those who are invited to a session or attend it stand here."),
            )

    def _go_to_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _clear_filter(self) -> None:
        self.filter.clear()
        self._show_rows()
        self.table.setFocus()

    def _open_current(self) -> None:
        if (row := self.table.current) is not None:
            self._desk.go(Address("person", row.id))
