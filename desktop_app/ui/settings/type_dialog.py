"""A type of session of one's own: the forms of its name, and a sentence that shows them."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desktop_app.i18n import N_
from desktop_app.services.session_types import TypeDraft, example
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.toggle import Toggle

_WIDTH: Final = 640
_LINES: Final = {
    "indefinite": (N_("Name in Arabic"), N_("As in ورشة عمل.")),
    "definite": (N_("With its article"), N_("As in ورشة العمل.")),
    "plural": (N_("Plural in Arabic"), N_("As in ورشات عمل.")),
    "french": (N_("Name in French"), N_("Without article: atelier de travail.")),
    "french_plural": (N_("Plural in French"), N_("As in ateliers de travail.")),
}
_GENDERS: Final = {"m": N_("Masculine"), "f": N_("Feminine")}
_VERBS: Final = {"A": N_("Is held"), "B": N_("Is organised"), "C": N_("Is carried out")}


class TypeDialog(Dialog):
    """Asks for the forms of a type.

    Args:
        draft: what is on file of it; an empty one for a new type.

    Attributes:
        saved: emitted with a `TypeDraft`; the dialog stays until `leave`.
        fields: by the names in the draft.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, draft: TypeDraft) -> None:
        save = Act(desk, N_("Save"), lambda: self.saved.emit(self.draft), icon="check", key="Enter")
        title = N_("Edit the type") if draft.indefinite else N_("New type")
        self._ar, self._fr = label("context", wrap=True), label("context", wrap=True)
        super().__init__(desk, title, (save,), width=_WIDTH)
        self._lines = {name: LineEdit(desk, latin=name.startswith("french")) for name in _LINES}
        self._choices = {
            "gender": Segmented(desk, N_("Gender in Arabic"), _GENDERS),
            "french_gender": Segmented(desk, N_("Gender in French"), _GENDERS),
            "verbs": Segmented(desk, N_("What is said of it"), _VERBS),
        }
        self._switches = {"training": Toggle(desk), "remote": Toggle(desk)}
        self.fields = {
            name: Field(desk, _LINES[name][0], line, _LINES[name][1])
            for name, line in self._lines.items()
        } | {
            "gender": Field(desk, N_("Gender in Arabic"), self._choices["gender"]),
            "french_gender": Field(desk, N_("Gender in French"), self._choices["french_gender"]),
            "verbs": Field(desk, N_("What is said of it"), self._choices["verbs"]),
            "training": Field(
                desk, N_("Training"), self._switches["training"], N_("Papers say who benefited.")
            ),
            "remote": Field(
                desk, N_("At a distance"), self._switches["remote"], N_("Held by video, as a rule.")
            ),
        }
        self._fill(draft)
        self._lay_out_fields()
        self._follow()
        self.show_example()

    @property
    def draft(self) -> TypeDraft:
        """What stands in the fields."""
        typed: dict[str, Any] = {
            **{name: line.text() for name, line in self._lines.items()},
            **{name: choice.value for name, choice in self._choices.items()},
            **{name: switch.isChecked() for name, switch in self._switches.items()},
        }
        return TypeDraft(**typed)

    @property
    def example(self) -> tuple[str, str]:
        """The sentences that the forms make, in Arabic and in French."""
        return self._ar.text(), self._fr.text()

    def refuse(self, error: Exception) -> None:
        """Say at its field what is wrong; all that was typed stays."""
        for field in self.fields.values():
            field.set_error(None)
        if isinstance(error, FieldError):
            field = self.fields[str(error.path[0])]
            field.set_error(error.problem)
            field.setFocus()
        else:
            self.leave()
            self._desk.show_error(error)

    def show_example(self) -> None:
        """Write the sentences that the forms would make."""
        kind = self.draft.kind()
        self._ar.setText(example(kind, "ar") if kind.definite.strip() else "…")
        self._fr.setText(example(kind, "fr") if kind.french.strip() else "…")

    def _fill(self, draft: TypeDraft) -> None:
        for name, line in self._lines.items():
            line.setText(getattr(draft, name))
        for name, choice in self._choices.items():
            choice.choose(getattr(draft, name))
        for name, switch in self._switches.items():
            switch.setChecked(getattr(draft, name))

    def _follow(self) -> None:
        for line in self._lines.values():
            line.textEdited.connect(lambda _: self.show_example())
        for choice in self._choices.values():
            choice.chosen.connect(lambda _: self.show_example())

    def _lay_out_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        order = (
            *("indefinite", "definite", "plural", "gender"),
            *("french", "french_plural", "french_gender", "verbs", "training", "remote"),
        )
        for n, name in enumerate(order):
            grid.addWidget(self.fields[name], n // 2, n % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for sentence in (self._ar, self._fr):
            sentence.setObjectName("recorded")
            self.body.addWidget(sentence)
        self.body.addLayout(grid)
