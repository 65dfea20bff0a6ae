"""Asks for a directorate that the academy's preset lacks."""

from collections.abc import Callable

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.drafts import Label
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit


class AnotherDirectorate(Dialog):
    """Takes the place in both languages, or in one.

    Args:
        plan: the directorate goes there.
        added: called when it was added.
    """

    def __init__(self, desk: Desk, plan: Plan, added: Callable[[], object]) -> None:
        self._plan = plan
        self._added = added
        add = Act(desk, N_("Add"), self._add, icon="plus", key="Enter")
        super().__init__(desk, N_("Another directorate"), (add,), width=520)
        self.arabic = LineEdit(desk)
        self.french = LineEdit(desk)
        self._field = Field(
            desk, N_("Place in Arabic"), self.arabic, N_("Only the place: Azilal, not its title.")
        )
        self.body.addWidget(self._field)
        self.body.addWidget(Field(desk, N_("Place in French"), self.french))

    def _add(self) -> None:
        name = Label(self.arabic.text().strip(), self.french.text().strip())
        if not name.bilingual():
            self._field.set_error(UserError("a body needs a name."))
            self.arabic.setFocus()
            return
        self._plan.add_place(name)
        self._added()
        self.leave()
