"""A new person, body or group: its name, then its page."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from db.codes import BodyKind, Civility
from desktop_app.i18n import N_
from desktop_app.services.drafts import BodyDraft, Label, PersonDraft
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import listed, text_for
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_TITLES: Final = {
    "person": N_("New person"),
    "body": N_("New body"),
    "group": N_("New group"),
}
_USE_CASES: Final = {"person": "people.add", "body": "bodies.add", "group": "groups.create_group"}
_ALIKE: Final = 3


class AddDialog(Dialog):
    """Asks for the name; who is on file under one like it is told before anybody is added.

    Args:
        kind: ``person``, ``body`` or ``group``.

    Attributes:
        added: emitted with the id of the record that was made.
    """

    added = Signal(int)

    def __init__(self, desk: Desk, kind: str) -> None:
        add = Act(desk, N_("Add"), self._add, icon="plus", key="Enter")
        super().__init__(desk, _TITLES[kind], (add,), width=460)
        self._kind = kind
        self.name_ar = LineEdit(desk)
        self.name_fr = LineEdit(desk, latin=True)
        self.civility = Choice(desk, lambda: _codes(desk, Civility))
        self.body_kind = Choice(desk, lambda: _codes(desk, BodyKind))
        self.civility.choose(Civility.UNKNOWN)
        self.body_kind.choose(BodyKind.CENTRE)
        self.name_field = Field(desk, N_("Name in Arabic"), self.name_ar)
        self.name_fr_field = Field(desk, N_("Name in French"), self.name_fr)
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.name_fr_field)
        if kind == "person":
            self.body.addWidget(Field(desk, N_("Civility"), self.civility))
            desk.roster.need()
            for edit in (self.name_ar, self.name_fr):
                edit.textEdited.connect(lambda _: self._tell_alike())
        if kind == "body":
            self.body.addWidget(Field(desk, N_("Kind"), self.body_kind))

    def _tell_alike(self) -> None:
        for edit, field in ((self.name_ar, self.name_field), (self.name_fr, self.name_fr_field)):
            found = self._desk.roster.now.alike(edit.text(), _ALIKE) if edit.text().strip() else ()
            names = listed(
                (text_for(one.name, self._desk.language) for one in found),
                right_to_left=self._desk.say.right_to_left,
            )
            field.set_error(None)
            field.set_warning(
                self._desk.say("On file already: {names}", names=names) if names else None
            )

    def _add(self) -> None:
        name = Label(self.name_ar.text(), self.name_fr.text())
        kind, body_kind, civility = self._kind, self.body_kind.value, self.civility.value

        def change(work: "UnitOfWork") -> int:
            from desktop_app.services import bodies, groups, people  # when one is added

            if kind == "person":
                draft = PersonDraft(name=name, civility=Civility(str(civility)))
                return people.add(work, draft)
            if kind == "body":
                return bodies.add(work, BodyDraft(name=name, kind=BodyKind(str(body_kind))))
            return groups.create_group(work, name, ())

        def done(key: int) -> None:
            self.leave()
            self.added.emit(key)

        words = self._desk.say("Added: {name}", name=name.ar.strip() or name.fr.strip())
        self._desk.write(_USE_CASES[kind], change, done, self._refuse, told=words)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, FieldError):
            self._desk.show_error(error)
            return
        field = self.name_fr_field if error.path[-1:] == ("fr",) else self.name_field
        field.set_error(error.problem)
        field.setFocus()


def _codes(
    desk: Desk, codes: type[Civility] | type[BodyKind]
) -> list[tuple[Civility | BodyKind, str]]:
    return [(code, label_of(code, desk.language)) for code in codes]
