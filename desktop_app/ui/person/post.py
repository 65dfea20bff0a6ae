"""A post from a day on: another function, or none any more; or one that is corrected."""

from datetime import date
from typing import TYPE_CHECKING

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services import careers
from desktop_app.services.careers import HeldFunction
from desktop_app.services.drafts import Label
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import BodyField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.dates import cell
from desktop_app.wording.note_dates import parse_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.unit_of_work import UnitOfWork

_FUNCTION, _BODY, _SINCE = N_("Function"), N_("Body"), N_("Since")


class PostDialog(Dialog):
    """Asks for function, body and day.

    Args:
        person_id: whose.
        held: the function that is corrected; a new one is given when None.
    """

    def __init__(self, desk: Desk, person_id: int, held: HeldFunction | None = None) -> None:
        save = Act(desk, N_("Save"), self._save, icon="check", key="Enter")
        leave = Act(desk, N_("Left service"), self._leave_service, icon="prohibit", key="F8")
        remove = Act(desk, N_("Delete"), self._forget, icon="trash", key="Shift+Del")
        acts = (save, leave) if held is None else (save, remove)
        title = N_("Changed post") if held is None else N_("Function held")
        super().__init__(desk, title, acts, width=620)
        self._person_id, self._held = person_id, held
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.function = PairField(desk, _FUNCTION, both=True)
        self.post = BodyField(desk)
        self.since = LineEdit(desk, latin=True)
        hint = N_("Sessions before that day keep the earlier function.")
        self._fields = {
            "title": Field(desk, _FUNCTION, self.function),
            "body": Field(desk, _BODY, self.post),
            "since": Field(desk, _SINCE, self.since, hint),
        }
        self.post.problem.connect(self._fields["body"].set_error)
        for field in self._fields.values():
            self.body.addWidget(field)
        if held is None:
            self.since.setText(cell(self._today))
        else:
            self.function.show_pair(held.function.title)
            self.post.show_name(held.body)
            self.since.setText(cell(held.since) if held.since else "")
            self._fields["since"].set_hint(N_("Empty for always."))

    def _save(self) -> None:
        title, body_id, held = self.function.value, self.post.value, self._held
        person_id, label = self._person_id, Label(title.ar, title.fr)
        try:
            since = self._day()
        except FieldError as error:
            self._refuse(error)
            return

        def change(work: "UnitOfWork") -> None:
            if held is not None:
                careers.correct(work, held.id, label, body_id, since)
            elif since is not None:
                careers.change_post(work, person_id, label, body_id, since)

        use_case = "people.change_post" if held is None else "people.correct_post"
        self._write(use_case, change, N_("Post changed") if held is None else N_("Post corrected"))

    def _leave_service(self) -> None:
        try:
            since = self._day()
        except FieldError as error:
            self._refuse(error)
            return
        if since is not None:
            self._write(
                "people.leave_service",
                lambda work: careers.leave_service(work, self._person_id, since),
                N_("Left service"),
            )

    def _forget(self) -> None:
        if (held := self._held) is not None:
            self._write(
                "people.forget_post",
                lambda work: careers.forget(work, held.id),
                N_("Function deleted"),
            )

    def _write(self, use_case: str, change: "Callable[[UnitOfWork], None]", message: str) -> None:
        told = self._desk.say(message)
        self._desk.write(use_case, change, lambda _: self.leave(), self._refuse, told=told)

    def _day(self) -> date | None:
        text = self.since.text().strip()
        day = parse_day(text, self._today) if text else None
        if day is None and (text or self._held is None):
            example = "15/06/2026"
            raise FieldError(
                ("since",), UserError("Not a date. Example: {example}", example=example)
            )
        return day

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, FieldError):
            self._desk.show_error(error)
            return
        for name, field in self._fields.items():
            field.set_error(error.problem if name in error.path else None)
            if name in error.path:
                field.setFocus()
