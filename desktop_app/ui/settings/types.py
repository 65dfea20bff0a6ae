"""The types of session in the settings: those that ship, and one's own."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.services import session_types
from desktop_app.services.session_types import ListedType, TypeDraft, draft_of
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.new_session import read_types, type_name
from desktop_app.ui.settings.type_dialog import TypeDialog
from desktop_app.ui.text import capitalised
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import NOTHING, Column, Group
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.unit_of_work import UnitOfWork

_HEIGHT: Final = 400
_SHIPPED: Final = N_("It ships with the program and stays as it is.")
_IN_USE: Final = N_("Sessions are of this type.")


class SessionTypes(QWidget):
    """All types; one's own are added, edited and taken away.

    Attributes:
        acts: what keys do here.
        table: the types.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._types: tuple[ListedType, ...] = ()
        self._title = label("strong")
        self.table: Table[ListedType] = Table(
            desk, N_("Session types"), self._columns(), key=lambda row: row.kind.code
        )
        self.table.setMinimumHeight(scaled(_HEIGHT))
        self._edit = Act(desk, N_("Edit"), self._ask_edit, icon="pencil-simple", key="Enter")
        self._remove = Act(desk, N_("Delete"), self._remove_current, icon="trash", key="Del")
        add = Act(desk, N_("New type"), self._ask_new, icon="plus", key="Ctrl+N")
        self.acts = (add, self._edit, self._remove)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for act in (self._edit, self._remove):
            head.addWidget(Button(desk, act, icon_only=True))
        head.addWidget(Button(desk, add))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.opened.connect(lambda _: self._ask_edit())
        self.table.moved.connect(self._offer)
        desk.notifier.subscribe({"session_types", "sessions"}, self.reload)
        desk.dressed.connect(self.dress)
        self.dress()
        self.reload()

    def reload(self) -> None:
        """Read the types."""
        if (store := self._desk.store) is not None:
            self._desk.runner.run(lambda _: read_types(store), self._take)

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        self._title.setText(say("{what}: {n}", what=say("Session types"), n=len(self._types)))
        shipped = [one for one in self._types if not one.own]
        own = [one for one in self._types if one.own]
        groups = [Group("own", say("Your own"), own), Group("shipped", say("Shipped"), shipped)]
        self.table.show_groups([group for group in groups if group.rows])
        self._offer()

    def _take(self, types: tuple[ListedType, ...]) -> None:
        self._types = types
        self.dress()

    def _columns(self) -> tuple[Column[ListedType], ...]:
        desk = self._desk

        def other(row: ListedType) -> str:
            return row.kind.indefinite if desk.language == "fr" else capitalised(row.kind.french)

        return (
            Column(
                *("name", N_("Type"), lambda row: type_name(row, desk.language), "strong"),
                may_be_cut=True,
                at_least=160,
                stretches=True,
            ),
            Column(
                *("other", N_("In the other language"), other, "quiet"),
                may_be_cut=True,
                at_least=140,
                leaves=1,
            ),
            Column("sessions", N_("Sessions"), lambda row: str(row.sessions or NOTHING), "number"),
        )

    def _offer(self) -> None:
        row = self.table.current
        own = row is not None and row.own
        self._edit.set_offered(own, _SHIPPED)
        unused = row is not None and not row.sessions
        self._remove.set_offered(own and unused, _IN_USE if own else _SHIPPED)

    def _ask_new(self) -> None:
        self._ask(TypeDialog(self._desk, TypeDraft()), "session_types.add", session_types.add)

    def _ask_edit(self) -> None:
        row = self.table.current
        if row is not None and row.own:
            code = row.kind.code
            self._ask(
                TypeDialog(self._desk, draft_of(row.kind)),
                "session_types.edit",
                lambda work, draft: session_types.edit(work, code, draft),
            )

    def _ask(
        self,
        dialog: TypeDialog,
        use_case: str,
        change: "Callable[[UnitOfWork, TypeDraft], object]",
    ) -> None:
        def save(draft: TypeDraft) -> None:
            self._desk.write(
                use_case,
                lambda work: change(work, draft),
                lambda _: dialog.leave(),
                dialog.refuse,
                told=self._desk.say("Type saved: {name}", name=draft.indefinite),
            )

        dialog.saved.connect(save)
        self._desk.ask(dialog)

    def _remove_current(self) -> None:
        row = self.table.current
        if row is not None and row.own:
            self._desk.write(
                "session_types.remove",
                partial(session_types.remove, code=row.kind.code),
                told=self._desk.say("Type deleted: {name}", name=row.kind.indefinite),
            )
