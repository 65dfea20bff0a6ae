"""A point added to the agenda while people speak."""

import re
from typing import Final

from PySide6.QtCore import Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.drafts import AgendaDraft, Label
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.bilingual import PaperLanguage

_MINUTES: Final = re.compile(r"\s*/\s*(\d{1,4})\s*$")


def item_of(line: str, language: PaperLanguage) -> AgendaDraft:
    """Read a title and, after a slash, its minutes: ``عرض المستجدات /20``."""
    found = _MINUTES.search(line)
    title = line[: found.start()] if found else line
    minutes = int(found[1]) if found else 0
    label = Label(title.strip()) if language == "ar" else Label("", title.strip())
    return AgendaDraft(title=label, planned_minutes=minutes or None)


class NewItem(Dialog):
    """Asks for a title, in the language of the page.

    Attributes:
        added: emitted with an `AgendaDraft`; the dialog stays until `leave`.
    """

    added = Signal(object)

    def __init__(self, desk: Desk, language: PaperLanguage) -> None:
        add = Act(desk, N_("Add"), self._add, icon="plus", key="Enter")
        super().__init__(desk, N_("New item"), (add,), width=520)
        self._language = language
        self.title = LineEdit(desk)
        self.field = Field(desk, N_("Title"), self.title, N_("/20 at the end plans 20 minutes."))
        self.body.addWidget(self.field)

    def refuse(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        if isinstance(error, FieldError):
            self.field.set_error(error.problem)
            self.title.setFocus()
        else:
            self._desk.show_error(error)

    def _add(self) -> None:
        draft = item_of(self.title.text(), self._language)
        if draft.title.bilingual():
            self.added.emit(draft)
        else:
            self.field.set_error(UserError("An item needs its title."))
