"""All of a line: who spoke and how, its title, its words in both languages, what was called for."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from db.codes import InterventionKind
from desktop_app.i18n import N_
from desktop_app.services.drafts import Label, Words
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.segmented import Choosable, Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.session_data import Intervention
    from desktop_app.wording.bilingual import Bilingual

_KINDS: Final = {
    InterventionKind.NOTE.value: Choosable(N_("Note")),
    InterventionKind.COMMENT.value: Choosable(N_("Comment")),
    InterventionKind.PRESENTATION.value: Choosable(N_("Presentation")),
    InterventionKind.ADDRESS.value: Choosable(N_("Address")),
    InterventionKind.ANSWER.value: Choosable(N_("Answer")),
}


class LineDetails(Dialog):
    """Shows what a kind of line has, and no more.

    Attributes:
        saved: emitted with the new values by the paths of their fields; the dialog stays until
            `leave`.
        kind, speakers, title, summary, appeal: the editors.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, line: "Intervention") -> None:
        save = Act(desk, N_("Save"), self._save, icon="check", key="Ctrl+Enter")
        super().__init__(desk, N_("Details of the line"), (save,), width=680)
        self.kind = Segmented(desk, N_("Kind of line"), _KINDS)
        self.kind.choose(line.kind.value)
        self.speakers = PeopleField(desk)
        self.speakers.show_people(line.speakers)
        self.title = self._pair(N_("Title"), line.title)
        self.summary = self._pair(N_("Words of the line"), line.summary, lines=3)
        self.appeal = self._pair(N_("What was called for"), line.appeal, lines=2)
        self._fields: dict[str, Field] = {}
        self._add("kind", N_("Kind of line"), self.kind)
        self._add("speakers", N_("Speakers"), self.speakers)
        self._add("title", N_("Title"), self.title)
        self._add("summary", N_("Words of the line"), self.summary)
        self._add("appeal", N_("What was called for"), self.appeal)
        self.speakers.problem.connect(self._fields["speakers"].set_error)
        self.kind.chosen.connect(lambda _: self._show_fields())
        self._show_fields()

    def show_over(self, window: "QWidget") -> None:
        """Begin at what the line is."""
        super().show_over(window)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: Exception) -> None:
        """Say at its field what is wrong; all that was typed stays."""
        self._clear_errors()
        name = error.path[0] if isinstance(error, FieldError) and error.path else ""
        if isinstance(error, FieldError) and name in self._fields:
            self._fields[str(name)].set_error(error.problem)
            self._fields[str(name)].setFocus()
        else:
            self._desk.show_error(error)

    def _save(self) -> None:
        self._clear_errors()
        self.speakers.commit()
        if self._fields["speakers"].error:
            self.speakers.setFocus()
            return
        kind = InterventionKind(self.kind.value)
        title, summary, appeal = self.title.value, self.summary.value, self.appeal.value
        changes: Mapping[tuple[str, ...], object] = {
            ("kind",): kind,
            ("speakers",): [] if kind is InterventionKind.NOTE else list(self.speakers.value),
            ("title",): Label(title.ar, title.fr),
            ("summary",): Words(ar=summary.ar, fr=summary.fr),
            ("appeal",): Words(ar=appeal.ar, fr=appeal.fr),
        }
        self.saved.emit(changes)

    def _clear_errors(self) -> None:
        for field in self._fields.values():
            field.set_error(None)

    def _pair(self, message: str, value: "Bilingual", *, lines: int = 1) -> PairField:
        made = PairField(self._desk, message, prose=lines > 1, lines=lines)
        made.show_pair(value)
        return made

    def _add(self, name: str, message: str, editor: "QWidget") -> None:
        field = self._fields[name] = Field(self._desk, message, editor)
        self.body.addWidget(field)

    def _show_fields(self) -> None:
        """Hide what the kind of line has not."""
        kind = self.kind.value
        spoken = {InterventionKind.PRESENTATION.value, InterventionKind.ADDRESS.value}
        self._fields["speakers"].setVisible(kind != InterventionKind.NOTE)
        self._fields["title"].setVisible(kind in spoken or bool(self.title.value))
        self._fields["appeal"].setVisible(kind in spoken or bool(self.appeal.value))
