"""A list that is narrowed as one types: people, bodies, groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_, Language
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.people.rows import matching
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Column, Group, Row
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.table import Table

if TYPE_CHECKING:
    from db.unit_of_work import Reading

Grouped = Callable[[Sequence[Row]], Sequence[Group[Row]]]


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """What a list shows, and how.

    Attributes:
        message: names the list, an English catalogue message.
        placeholder: says what is looked through.
        columns: from the start side.
        read: reads the rows, off the window's thread.
        words: all by which a row is found, folded.
        ordered: puts rows in the order of a language.
        empty: icon, title and sentence of a list without rows.
        grouped: puts rows under heads; without it there are none.
        key: gives what a row is known by.
    """

    message: str
    placeholder: str
    columns: Sequence[Column[Row]]
    read: "Callable[[Reading], Sequence[Row]]"
    words: Callable[[Row], str]
    ordered: Callable[[Sequence[Row], Language], list[Row]]
    empty: tuple[str, str, str]
    grouped: Grouped[Row] | None = None


class Listing(QWidget, Generic[Row]):
    """One list: a field that narrows it, how many are left, the rows.

    Args:
        what: is listed.
        acts: shown beside the field.
        new: makes the first one, in an empty list.
        many: whether several rows can be chosen.

    Attributes:
        count: how many there are, whatever is typed; None until they were read.
        counted: emitted when that was read anew.
        chosen: emitted with the row that was opened.
        moved: emitted when another row, or none, is the current one.
    """

    counted = Signal()
    chosen = Signal(object)
    moved = Signal()

    def __init__(
        self,
        desk: Desk,
        what: Listed[Row],
        acts: Sequence[Act] = (),
        *,
        new: Act | None = None,
        many: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._what = what
        self._all: Sequence[tuple[str, Row]] = ()
        self.count: int | None = None
        self.filter = FilterField(desk, what.placeholder)
        self.filter.setMaximumWidth(320)
        self._counted = label("hint")
        self.table: Table[Row] = Table(desk, what.message, what.columns, many=many)
        self.clearing = Act(desk, N_("Clear filter"), self.clear_filter, icon="x", key="Esc")
        self._clear = Button(desk, self.clearing, kind="filled")
        self._first = [Button(desk, new, kind="filled")] if new else []
        self._none = EmptyState(desk, *what.empty, (self._clear, *self._first), framed=True)
        self._lay_out([Button(desk, act, show_key=False) for act in acts])
        self.filter.textEdited.connect(lambda _: self._show_rows())
        self.filter.stepped.connect(self.table.move_by)
        self.table.opened.connect(self.chosen)
        self.table.moved.connect(self.moved)
        desk.dressed.connect(self._show_rows)
        self._show_rows()

    def need(self) -> None:
        """Read the rows unless they were."""
        if self.count is None:
            self.reload()

    def reload(self) -> None:
        """Read the rows again."""
        store, what = self._desk.store, self._what
        if store is None:
            return

        def read(_: object) -> list[tuple[str, Row]]:
            with store.read() as reading:
                rows = what.read(reading)
            return [(what.words(row), row) for row in rows]

        self._desk.runner.run(read, self._take)

    def reload_if_read(self) -> None:
        """Read the rows again if anyone looked at them."""
        if self.count is not None:
            self.reload()

    def go_to_filter(self) -> None:
        """Put the focus where one types."""
        self.filter.go_there()

    def clear_filter(self) -> None:
        """Show all rows."""
        self.filter.clear()
        self._show_rows()
        self.table.setFocus()

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        frame, column = card()
        column.addWidget(self.table)
        self._stack = QStackedLayout()
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        filters.addWidget(self.filter, 1)
        filters.addWidget(self._counted)
        filters.addStretch(1)
        for button in buttons:
            filters.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addLayout(filters)
        body.addLayout(self._stack, 1)
        self._stack.addWidget(frame)  # once it has a window, or the card would open one
        self._stack.addWidget(self._none)
        self.setFocusProxy(self.table)

    def _take(self, rows: Sequence[tuple[str, Row]]) -> None:
        self.count = len(rows)
        self._all = rows
        self._show_rows()
        self.counted.emit()

    def _show_rows(self) -> None:
        query = self.filter.text()
        self.clearing.set_offered(bool(query))
        rows = self._what.ordered(matching(self._all, query), self._desk.language)
        if self._what.grouped is None:
            self.table.show_rows(rows)
        else:
            self.table.show_groups(self._what.grouped(rows))
        total = len(self._all)
        part = self._desk.say("{done} of {total}", done=len(rows), total=total)
        self._counted.setText("" if len(rows) == total else part)
        self._stack.setCurrentIndex(0 if rows or self.count is None else 1)
        self._clear.setVisible(bool(total))
        for button in self._first:
            button.setVisible(not total)
        if total:
            words = N_("No results for “{query}”")
            self._none.set_messages("magnifying-glass", words, "", query=query.strip())
        else:
            self._none.set_messages(*self._what.empty)
