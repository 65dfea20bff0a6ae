"""A named group: its people are invited at once, or those invited become one."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from desktop_app.i18n import N_
from desktop_app.services import groups
from desktop_app.services.drafts import Label
from desktop_app.services.groups import Group
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.ui.desk import Desk

_WIDTH: Final = 640


class GroupDialog(Dialog):
    """Asks which group; or, by a name, makes one of those who are invited.

    Args:
        known: the groups on file.
        here: ids of those invited, in their order.

    Attributes:
        chosen: emitted with the id of a group that is to be invited.
        group, name: the fields.
    """

    chosen = Signal(int)

    def __init__(self, desk: "Desk", known: Sequence[Group], here: Sequence[int]) -> None:
        self._known, self._here = known, here
        self._invite = Act(desk, N_("Invite"), self._choose, icon="users-three", key="Enter")
        self._save = Act(desk, N_("Save these as a group"), self._keep, icon="plus", key="Ctrl+N")
        super().__init__(desk, N_("Group"), (self._invite, self._save), width=scaled(_WIDTH))
        self._choice = Choice(desk, self._offered)
        self._line = LineEdit(desk)
        self.group = Field(desk, N_("Group"), self._choice)
        self.name = Field(
            desk, N_("Name of a new group"), self._line, N_("For those who are invited now.")
        )
        self.body.addWidget(self.group)
        self.body.addWidget(self.name)
        self.group.setVisible(bool(known))
        self.name.setVisible(bool(here))
        self._invite.set_offered(bool(known), N_("There is no group yet."))
        self._save.set_offered(bool(here), N_("Nobody invited yet"))

    def _offered(self) -> list[tuple[Hashable, str]]:
        language = self._desk.language
        return [
            (one.id, f"{text_for(one.name, language)} · {len(one.members)}") for one in self._known
        ]

    def _choose(self) -> None:
        if self._line.text().strip() and self._line.hasFocus():
            self._keep()
            return
        self.leave()
        if isinstance(key := self._choice.value, int):
            self.chosen.emit(key)

    def _keep(self) -> None:
        text, here = self._line.text(), self._here
        name = Label(fr=text) if self._desk.language == "fr" else Label(ar=text)
        self._desk.write(
            "groups.create_group",
            lambda work: groups.create_group(work, name, here),
            lambda _: self.leave(),
            self._refuse,
            told=self._desk.say("Group saved: {name}", name=text.strip()[:60]),
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, FieldError):
            self.name.set_error(error.problem)
            self._line.setFocus()
        else:
            self.leave()
            self._desk.show_error(error)


def read_groups(store: "Store") -> tuple[Group, ...]:
    """Give the groups on file, for the dialog."""
    with store.read() as reading:
        return groups.list_groups(reading)
