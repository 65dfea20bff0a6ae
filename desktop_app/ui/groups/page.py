"""One group: its name, and its members in the order in which they are invited."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import groups
from desktop_app.services.body_list import GroupFile, get_group_file
from desktop_app.services.drafts import Label
from desktop_app.services.people_list import PersonRow
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import PersonField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.people.columns import people_columns
from desktop_app.ui.people.form import FormCard
from desktop_app.ui.people.keeping import Keeping
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import card
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.bilingual import Bilingual

_SHOWN: Final = (
    *("groups", "group_members", "people", "appointments", "bodies", "body_names"),
    "attendance",
)
"""Kinds of record that the page shows something of."""
_NARROWEST: Final = 180
"""A table beside a form is no list of its own: its columns stand closer."""


class GroupPage(QWidget):
    """A group's members: added by name, moved, taken out.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
        shown: what the page shows, once it is read.
        members: the table of members.
        adding: the field in which a member is named.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._group_id: int | None = None
        self.shown: GroupFile | None = None
        self._add_act = Act(desk, N_("Add a member"), self._go_to_adding, icon="plus", key="Insert")
        self._up_act = Act(desk, N_("Move up"), lambda: self._move(-1), key="Ctrl+Up")
        self._down_act = Act(desk, N_("Move down"), lambda: self._move(1), key="Ctrl+Down")
        self._out_act = Act(desk, N_("Take out"), self._take_out, icon="x", key="Del")
        self._open_act = Act(desk, N_("Open"), self._open_person, key="Enter")
        self._edit_act = Act(desk, N_("Edit"), self._edit, key="F2")
        self._remove_act = Act(
            desk, N_("Delete the group"), self._remove, icon="trash", key="Shift+Del"
        )
        self.acts = (
            *(self._add_act, self._up_act, self._down_act, self._out_act),
            *(self._open_act, self._edit_act, self._remove_act),
        )
        sign = SavedSign(desk)
        self._keeping = Keeping(desk, sign, self.reload)
        self.header = PageHeader(desk, back=True, acts=(self._remove_act,), sign=sign)
        for line in (self.header.title, self.header.context):
            line.setObjectName("recorded")
        self.name = PairField(desk, N_("Name"), both=True)
        self._name_field = Field(desk, N_("Name"), self.name, dense=True)
        self.adding = PersonField(desk, placeholder=N_("Name, function, body"))
        self._adding_field = Field(desk, N_("Add a member"), self.adding, dense=True)
        self.members: Table[PersonRow] = Table(desk, N_("Members"), _columns(desk))
        self._nobody = EmptyState(
            *(desk, "users", N_("No members yet")),
            N_("A name typed in “Add a member” makes the first."),
        )
        self._lay_out()
        self._connect()

    def open(self, address: Address) -> None:
        """Show a group."""
        if address.key != self._group_id:
            self._group_id, self.shown = address.key, None
            self._keeping.show_other()
            self.header.title.setText("")
            self.header.context.setText("")
            for field in (self._name_field, self._adding_field):
                field.set_error(None)
            self.members.show_rows(())
            self.reload()
        if address.part == "edit":
            self._go_to_adding()
        else:
            self.members.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.name.commit()

    def reload(self) -> None:
        """Read the group again."""
        store, group_id = self._desk.store, self._group_id
        if store is None or group_id is None:
            return
        may_show = self._keeping.begin_reading()

        def read(_: object) -> GroupFile | None:
            with store.read() as reading:
                try:
                    return get_group_file(reading, group_id, date.today())  # noqa: DTZ011 - the user's own day
                except UserError:
                    return None  # deleted, or its making undone

        def take(file: GroupFile | None) -> None:
            if group_id == self._group_id and may_show():
                self._take(file)

        self._desk.runner.run(read, take)

    def dress(self) -> None:
        """Take the words anew."""
        if self.shown is None:
            return
        say, count = self._desk.say, len(self.shown.members)
        self.header.title.setText(text_for(self.shown.name, self._desk.language))
        self.header.context.setText(say.plural("{n} person", "{n} people", count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its share of a small window."""
        super().resizeEvent(event)
        self._form.fit()

    # --- what the acts do ---

    def _edit(self) -> None:
        self.name.setFocus()

    def _go_to_adding(self) -> None:
        self.adding.setFocus()

    def _open_person(self) -> None:
        if (row := self.members.current) is not None:
            self._desk.go(Address("person", row.id))

    def _add(self, person_id: int | None) -> None:
        if self.shown is None or person_id is None:
            return
        self._set_members([*(row.id for row in self.shown.members), person_id])
        self.adding.show_name(None)
        self.adding.setFocus()

    def _move(self, step: int) -> None:
        row = self.members.current
        if self.shown is None or row is None:
            return
        ids = [one.id for one in self.shown.members]
        at = ids.index(row.id)
        if 0 <= at + step < len(ids):
            ids.insert(at + step, ids.pop(at))
            self._show_at_once(ids)
            self._set_members(ids)

    def _take_out(self) -> None:
        row = self.members.current
        if self.shown is None or row is None:
            return
        ids = [one.id for one in self.shown.members if one.id != row.id]
        name = text_for(row.name, self._desk.language)
        self._show_at_once(ids)
        self._set_members(ids, self._desk.say("Taken out: {name}", name=name))

    def _remove(self) -> None:
        if self.shown is None:
            return
        from desktop_app.services.removing import remove_group  # when one is deleted

        group = self.shown
        name = text_for(group.name, self._desk.language)
        self._desk.write(
            "groups.remove",
            lambda work: remove_group(work, group.id),
            told=self._desk.say("Deleted: {name}", name=name),
        )

    # --- inside ---

    def _show_at_once(self, ids: list[int]) -> None:
        """Show the new order before it is kept."""
        if self.shown is not None:
            rows = {row.id: row for row in self.shown.members}
            self.shown = GroupFile(self.shown.id, self.shown.name, tuple(rows[key] for key in ids))
            self._show_members()

    def _set_members(self, ids: list[int], told: str = "") -> None:
        if (group_id := self._group_id) is None:
            return

        def refuse(error: Exception) -> None:
            self._desk.show_error(error)
            self.reload()

        self._desk.write(
            "groups.set_members",
            lambda work: groups.set_members(work, group_id, ids),
            failed=refuse,
            told=told,
        )

    def _keep_name(self, name: Bilingual) -> None:
        if (group_id := self._group_id) is not None:
            self._keeping.keep(
                self._name_field,
                "groups.rename_group",
                lambda work: groups.rename_group(work, group_id, Label(name.ar, name.fr)),
            )

    def _take(self, file: GroupFile | None) -> None:
        if file is None:
            self._group_id = None
            if self.isVisible():
                self._desk.go(Address("people", None, "groups"))
            return
        self.shown = file
        if not self._name_field.error:
            self.name.show_pair(file.name)
        self._show_members()
        self.dress()

    def _show_members(self) -> None:
        if self.shown is not None:
            members = self.shown.members
            self.members.show_rows(members)
            self.adding.leave_out = [row.id for row in members]
            self._stack.setCurrentIndex(0 if members else 1)

    def _connect(self) -> None:
        self.name.committed.connect(self._keep_name)
        self.adding.chosen.connect(self._add)
        self.adding.problem.connect(self._adding_field.set_error)
        self.members.opened.connect(lambda _: self._open_person())
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe(_SHOWN, self.reload, shown_by=self)

    def _lay_out(self) -> None:
        self._form = FormCard()
        self._form.lay_out([self._name_field, self._adding_field])
        frame, column = card()
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        row.setSpacing(GAP)
        row.addWidget(self._form)
        row.addWidget(frame, 1)
        self._stack.addWidget(self.members)  # once it has a parent, or it would open a window
        self._stack.addWidget(self._nobody)


def _columns(desk: Desk) -> tuple[Column[PersonRow], ...]:
    return tuple(
        replace(one, sort_by=None, at_least=min(one.at_least, _NARROWEST), leaves=leaves)
        for one, leaves in zip(people_columns(desk), (0, 3, 2, 1, 0), strict=True)
    )
