"""The agenda of a session that is prepared: its points, their order, their time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.i18n import N_
from desktop_app.services.agenda import add_item, move_item, remove_item
from desktop_app.services.session_data import AgendaItem
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.prepare.agenda_line import NewItemLine
from desktop_app.ui.session.prepare.agenda_rows import AgendaRows
from desktop_app.ui.session.prepare.item_editor import ItemEditor
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.services.drafts import AgendaDraft
    from desktop_app.services.session_data import Session

_NOT_KEPT_YET: Final = 0
"""The id of a point that is shown while it is being recorded."""


class AgendaCard(QFrame):
    """Shows what was done at once, and what is on file once that is written.

    Attributes:
        acts: what keys do here.
        rows: the points.
        line: at their foot, for a new one.
        editor: of the point that is edited.
        time_label: how many points, and how long they take.
        saving, refused: as of `Edits`.
    """

    saving = Signal()
    refused = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._writes = 0
        self.rows = AgendaRows(desk)
        self.line = NewItemLine(desk)
        self.editor = ItemEditor(desk, self)
        self.editor.hide()
        self._title = label("card-title")
        self.time_label = label("context")
        self._new = Act(desk, N_("New item"), self._begin_new, icon="plus", key="F3")
        self._edit = Act(desk, N_("Edit item"), self.edit, icon="pencil-simple", key="F2")
        self._close = Act(desk, N_("Close the item"), self.close_editor, icon="check", key="Esc")
        self._up = Act(desk, N_("Move the item up"), lambda: self._step(-1), key="Ctrl+Up")
        self._down = Act(desk, N_("Move the item down"), lambda: self._step(1), key="Ctrl+Down")
        self._remove = Act(desk, N_("Delete item"), self._remove_current, icon="trash", key="Del")
        own = (self._new, self._edit, self._close, self._up, self._down, self._remove)
        self.acts = (*own, self.rows.approving)
        self._lay_out()
        self.setFocusProxy(self.rows)
        self.rows.moved.connect(self._move)
        self.rows.opened.connect(self.edit)
        self.rows.changed.connect(self._offer)
        self.line.entered.connect(self._add)
        self.editor.finished.connect(self.close_editor)
        self.editor.edits.settled.connect(self._open_refused)
        self.editor.edits.saving.connect(self.saving)
        self.editor.edits.refused.connect(self.refused)
        desk.dressed.connect(self.dress)
        self.dress()
        self._offer()

    def show_session(self, session: "Session") -> None:
        """Show the agenda of a session, or what was changed in it."""
        other = self._session is None or self._session.id != session.id
        if other:
            self.close_editor()
            self.line.edit.clear()
            self.line.set_problem(None)
            self._writes = 0
        self._session = session
        if not self._writes:
            self._show(session.agenda)

    def leave(self) -> None:
        """Keep what was typed."""
        self.close_editor()

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say("Agenda"))
        self._show_time()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what only reminds of keys."""
        for hint in self._hints:
            hint.setHidden(narrow)

    def edit(self) -> None:
        """Edit the current point in its place."""
        item = self.rows.current
        if item is None or item.id == _NOT_KEPT_YET or self.editor.isVisible():
            return
        self.editor.show_item(item)
        self.rows.put_editor(self.editor)
        self.editor.show()
        self.editor.begin()
        self._offer()

    def close_editor(self) -> None:
        """Show the row again; what was typed is kept, and shown again when it is refused."""
        if self.editor.isHidden():
            return
        self.editor.leave()
        had_focus = self.editor.isAncestorOf(self.window().focusWidget())
        self.editor.hide()
        self.rows.take_editor(self.editor)
        if had_focus:
            self.rows.setFocus()
        self._offer()

    def _open_refused(self) -> None:
        """Show again what was typed and refused after its editor closed."""
        ids = [item.id for item in self.rows.items]
        if not self.editor.isHidden() or self.editor.item_id not in ids:
            return
        if self.editor.show_refused():
            self.rows.go_to(ids.index(self.editor.item_id))
            self.rows.put_editor(self.editor)
            self.editor.show()
            self.editor.show_refused()
            self._offer()

    # --- writing ---

    def _add(self, draft: "AgendaDraft", text: str) -> None:
        session = self._session
        if session is None:
            return
        title = Bilingual(draft.title.ar, draft.title.fr)
        items = self.rows.items
        new = AgendaItem(
            *(_NOT_KEPT_YET, "", len(items) + 1, title), planned_minutes=draft.planned_minutes
        )

        def refused(error: Exception) -> None:
            self.line.give_back(text)
            if isinstance(error, FieldError):
                self.line.set_problem(error.problem)
            else:
                self._desk.show_error(error)

        self._write(
            "agenda.add_item",
            lambda work: add_item(work, session.id, draft),
            [*items, new],
            refused=refused,
        )
        self.rows.go_to(len(items))

    def _remove_current(self) -> None:
        item = self.rows.current
        if item is None or item.id == _NOT_KEPT_YET:
            return
        left = [one for one in self.rows.items if one is not item]
        self._write(
            "agenda.remove_item",
            lambda work: remove_item(work, item.id),
            left,
            told=self._desk.say("Item deleted"),
        )

    def _step(self, step: int) -> None:
        item, to = self.rows.current, self.rows.at + step
        if item is not None and 0 <= to < len(self.rows.items):
            self._move(item.id, to + 1)

    def _move(self, item_id: int, position: int) -> None:
        moved = next((one for one in self.rows.items if one.id == item_id), None)
        if moved is None or item_id == _NOT_KEPT_YET:
            return
        items = [one for one in self.rows.items if one is not moved]
        items.insert(position - 1, moved)
        self._write("agenda.move_item", lambda work: move_item(work, item_id, position), items)

    def _write(
        self,
        use_case: str,
        change: "Callable[[UnitOfWork], object]",
        shown: Sequence[AgendaItem],
        *,
        told: str = "",
        refused: Callable[[Exception], object] | None = None,
    ) -> None:
        """Show what will be so, and write it; show what is on file when that failed."""
        session = self._session
        self._writes += 1
        self._show([replace(item, position=at) for at, item in enumerate(shown, 1)])
        self.saving.emit()

        def end() -> None:
            if self._session is not None and session is not None:
                same = self._session.id == session.id
                self._writes = max(self._writes - same, 0)
                if same and not self._writes and self._session is not session:
                    self._show(self._session.agenda)

        def failed(error: Exception) -> None:
            self.refused.emit()
            end()
            if not self._writes and self._session is not None:
                self._show(self._session.agenda)
            (refused or self._desk.show_error)(error)

        self._desk.write(use_case, change, lambda _: end(), failed, told=told)

    # --- showing ---

    def _show(self, items: Sequence[AgendaItem]) -> None:
        edited = next((one for one in items if one.id == self.editor.item_id), None)
        if not self.editor.isHidden() and edited is None:
            self.close_editor()
        if not self.editor.isHidden():
            self.rows.take_editor(self.editor)
        self.rows.show_items(items)
        if not self.editor.isHidden() and edited is not None:
            self.rows.go_to(list(items).index(edited))
            self.rows.put_editor(self.editor)
            self.editor.show_item(edited)
        self.setFocusProxy(self.rows if items else self.line)
        self._show_time()
        self._offer()

    def _show_time(self) -> None:
        say, items = self._desk.say, self.rows.items
        planned = sum(item.planned_minutes or 0 for item in items)
        booked = booked_minutes(self._session) if self._session else None
        parts = [say.plural("{n} item", "{n} items", len(items))] if items else []
        if planned and booked:
            parts.append(say("{n} min of {all} min", n=planned, all=booked))
        elif planned:
            parts.append(say("{n} min", n=planned))
        over = planned - booked if booked else 0
        if over > 0:
            parts.append(say("{n} min too many", n=over))
        self.time_label.setText(" · ".join(parts))
        restyle(self.time_label, "note-amber" if over > 0 else "context")

    def _begin_new(self) -> None:
        self.close_editor()
        self.line.edit.setFocus()

    def _offer(self) -> None:
        """Offer what can be done with the current point while the list has the focus."""
        editing = not self.editor.isHidden()
        here = self.rows.hasFocus() and self.rows.current is not None
        last = len(self.rows.items) - 1
        self._close.set_offered(editing)
        self._edit.set_offered(here)
        self._remove.set_offered(here)
        self._up.set_offered(here and self.rows.at > 0)
        self._down.set_offered(here and self.rows.at < last)

    def _lay_out(self) -> None:
        frame, column = card()
        head = QFrame()
        head.setProperty("kind", "card-header")
        row = QHBoxLayout(head)
        row.setContentsMargins(CARD_PADDING, 9, CARD_PADDING, 9)
        row.setSpacing(10)
        self._hints = (
            KeyHint(self._desk, "Ctrl+Up"),
            KeyHint(self._desk, "Ctrl+Down", N_("to reorder")),
        )
        row.addWidget(self._title)
        row.addWidget(self.time_label)
        row.addStretch(1)
        for hint in self._hints:
            row.addWidget(hint)
        column.addWidget(head)
        column.addWidget(self.rows)
        column.addWidget(self.line)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def booked_minutes(session: "Session") -> int | None:
    """Give how long the session lasts on all its days; None while its hours are not fixed."""
    if session.start is None or session.end is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - only the difference counts
    at = partial(datetime.combine, day)
    span = at(session.end) - at(session.start)
    return round(span.total_seconds() / 60) * max(len(session.days), 1)
