"""A new session: of which type, on what, and when."""

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop_app.i18n import N_, Language
from desktop_app.services import preparing
from desktop_app.services.day_warnings import DayWarning, warnings_of
from desktop_app.services.drafts import Label
from desktop_app.services.session_data import Session
from desktop_app.services.session_types import ListedType, list_types
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.posts import Note, Notes
from desktop_app.ui.sessions.day_asked import DayAsked
from desktop_app.ui.sessions.day_words import note_of
from desktop_app.ui.text import capitalised, long_day
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.vocabulary import LISTS

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.ui.desk import Desk

_WIDTH: Final = 560
_SHIPPED: Final = LISTS["session_type"]


class NewSessionDialog(Dialog):
    """Asks what a session cannot be without; Enter makes it.

    Args:
        types: those on file.

    Attributes:
        type, theme, day: the fields.
        notes: what is unusual about the day.
    """

    def __init__(self, desk: "Desk", types: Sequence[ListedType]) -> None:
        create = Act(desk, N_("Create session"), self._create, icon="plus", key="Enter")
        super().__init__(desk, N_("New session"), (create,), width=scaled(_WIDTH))
        self._act = create
        self._gone = False
        self._types = sorted(types, key=lambda one: -one.sessions)
        self.theme = Field(desk, N_("Subject"), LineEdit(desk))
        self.type = Field(desk, N_("Type"), Choice(desk, self._offered))
        self.day = DayAsked(desk)
        self.notes = Notes(desk)
        for part in (self.theme, self.type, self.day, self.notes):
            self.body.addWidget(part)
        self.day.typed.connect(lambda: self.notes.show_notes(()))
        self.day.changed.connect(self._tell)
        self.closed.connect(self._go)

    def _go(self) -> None:
        """What is still being read comes too late."""
        self._gone = True

    def _offered(self) -> list[tuple[Hashable, str]]:
        """Give the types, those used most first."""
        return [(one.kind.code, type_name(one, self._desk.language)) for one in self._types]

    def _tell(self) -> None:
        store, day = self._desk.store, self.day.day
        if store is not None and day is not None:
            kind = next(one.kind for one in self._types if one.kind.code == self._code)
            planned = Session(id=0, uid="", type=kind, theme=Bilingual(), days=(day,))
            self._desk.runner.run(lambda _: _warnings(store, planned), partial(self._show, day))

    def _show(self, day: date, warnings: tuple[DayWarning, ...]) -> None:
        if not self._gone and day == self.day.day:
            spoken = Note(long_day(day, self._desk.language), "calendar-blank")
            told = [note_of(self._desk, warning) for warning in warnings]
            self.notes.show_notes([spoken, *told])

    @property
    def _code(self) -> str:
        editor = self.type.editor
        return str(editor.value) if isinstance(editor, Choice) else ""

    @property
    def _typed_theme(self) -> str:
        editor = self.theme.editor
        return editor.text() if isinstance(editor, LineEdit) else ""

    def _create(self) -> None:
        if not self.day.accept():
            return
        text, code, day = self._typed_theme, self._code, self.day.day
        theme = Label(fr=text) if self._desk.language == "fr" else Label(ar=text)
        self._act.set_offered(offered=False)
        self._desk.write(
            "preparing.begin",
            lambda work: preparing.begin(work, code, theme, day),
            self._open,
            self._refuse,
            told=self._desk.say("Session created"),
        )

    def _open(self, session_id: int) -> None:
        self.leave()
        self._desk.go(Address("session", session_id, "prepare"))

    def _refuse(self, error: Exception) -> None:
        self._act.set_offered(offered=True)
        if not isinstance(error, FieldError):
            self.leave()
            self._desk.show_error(error)
            return
        fields = {"theme": self.theme, "type": self.type, "days": self.day}
        for name, field in fields.items():
            field.set_error(error.problem if name == error.path[0] else None)
        fields[str(error.path[0])].setFocus()


def type_name(listed: ListedType, language: Language) -> str:
    """Name a type as it stands alone."""
    kind = listed.kind
    if not listed.own:
        return _SHIPPED[kind.code].get(language)
    return capitalised(kind.french) if language == "fr" else kind.indefinite


def read_types(store: "Store") -> tuple[ListedType, ...]:
    """Give the types on file, for the dialog."""
    with store.read() as reading:
        return list_types(reading)


def _warnings(store: "Store", planned: Session) -> tuple[DayWarning, ...]:
    with store.read() as reading:
        return warnings_of(reading, planned, date.today())  # noqa: DTZ011 - the user's own day
