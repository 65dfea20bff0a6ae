"""Which other record of the same person or body there is."""

from typing import Final

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import BodyField, NameField, PersonField
from desktop_app.ui.people.merge import ask_to_merge
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field

_LABELS: Final = {
    "person": N_("Other record of this person"),
    "body": N_("Other record of this body"),
}


class MergeWithDialog(Dialog):
    """Asks for the other one, then shows both side by side.

    Args:
        kind: ``person`` or ``body``.
        keep_id: which is on the page.
    """

    def __init__(self, desk: Desk, kind: str, keep_id: int) -> None:
        go_on = Act(desk, N_("Compare"), self._go_on, icon="arrows-merge", key="Enter")
        super().__init__(desk, N_("Merge with another"), (go_on,), width=480)
        self._kind, self._keep_id = kind, keep_id
        self.other: NameField = (
            PersonField(desk, may_add=False) if kind == "person" else BodyField(desk)
        )
        self.other.leave_out = (keep_id,)
        self._field = Field(desk, _LABELS[kind], self.other)
        self.other.problem.connect(self._field.set_error)
        self.other.chosen.connect(self._compare)
        self.body.addWidget(self._field)

    def _go_on(self) -> None:
        self._compare(self.other.value)

    def _compare(self, other_id: int | None) -> None:
        if other_id is None:
            self._field.set_error(N_("Choose who it is to be merged with."))
            return
        self.leave()
        ask_to_merge(self._desk, self._kind, self._keep_id, other_id)
