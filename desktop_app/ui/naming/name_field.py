"""A field that names one person or one body on file."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.offers import adding, found, lines_alike, whole
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.services.roster import Kind

_STAYS: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why the focus goes when one will be back."""
_NOBODY: Final = UserError(
    "Nobody of this name is on file: choose a name of the list, or add this one."
)
_NO_BODY: Final = UserError("No body of this name is on file: choose one of the list.")


class Named(Protocol):
    """A person or a body that can be shown: of the roster, of a session, of a list."""

    @property
    def id(self) -> int:
        """By which it is known."""
        ...

    @property
    def name(self) -> Bilingual:
        """In Arabic and in French."""
        ...


@dataclass(frozen=True, slots=True)
class Added:
    """A person recorded a moment ago, whom the roster does not hold yet."""

    id: int
    name: Bilingual
    kind: "Kind" = "person"


class NameField(LineEdit):
    """One line in which a name is typed, with what the letters find under it.

    Args:
        kinds: what may be named.
        placeholder: English catalogue message that says what is asked for, or empty.
        may_add: whether a person who is not on file may be recorded from here; the line may be
            "name, function, body".

    Attributes:
        chosen: emitted with the id of what was chosen, or None when the field was emptied.
        problem: emitted with a `UserError` for what was left here unchosen or refused, and with
            None when that is over; `Field` shows it.
        body_id: whose people are offered first.
        leave_out: ids that are not offered.
    """

    chosen = Signal(object)
    problem = Signal(object)

    def __init__(
        self,
        desk: Desk,
        kinds: "tuple[Kind, ...]",
        *,
        placeholder: str = "",
        may_add: bool = False,
    ) -> None:
        self._kinds = kinds
        self._may_add = may_add
        self._shown: Named | None = None
        self._written = ""
        self._adding = False
        self._is_wrong = False
        self.body_id: int | None = None
        self.leave_out: Collection[int] = ()
        super().__init__(desk, placeholder=placeholder)
        self._list = Suggestions(desk, N_("Suggestions"), self)
        self._list.chosen.connect(self._take)
        self.textEdited.connect(lambda _: self._follow_names())
        desk.roster.changed.connect(self._refresh)

    @property
    def value(self) -> int | None:
        """The id of what is named here; None for nobody, or for words that name nobody yet."""
        return self._shown.id if self._shown is not None and self._is_whole() else None

    @property
    def suggestions(self) -> Suggestions:
        """The list under the field."""
        return self._list

    def show_name(self, one: Named | None) -> None:
        """Show who is on file, unless one is typing here."""
        if self._list.isVisible() or (self.hasFocus() and not self._is_whole()) or self._adding:
            return
        self._put(one)

    def dress(self) -> None:
        """Take words and direction anew."""
        super().dress()
        if self._shown is not None and self._is_whole():
            self._put(self._shown)

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the list, Enter for a name to be settled, and Esc to put it back."""
        return self._list.keeps_key(key) or (key in {"Enter", "Esc"} and not self._is_whole())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys of the list on; ↓ opens it."""
        if self._list.press(event):
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._offer()
        elif event.key() == Qt.Key.Key_Escape and not self._is_whole():
            self._put(self._shown)
        else:
            super().keyPressEvent(event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click offers the first names."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready."""
        super().focusInEvent(event)
        self._desk.roster.need()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed names somebody, or one is told that it does not."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.settle()

    def settle(self) -> None:
        """Take what was typed for a name on file, or say that it is none."""
        if self._is_whole() or self._adding:
            return
        self._list.close_list()
        if not self.text().strip():
            self._put(None)
            self.chosen.emit(None)
            return
        named = whole(found(self._desk, self.text(), self._kinds), self.text())
        if len(named) == 1:
            self._choose(named[0])
        else:
            self._refuse_words()

    def commit(self) -> None:
        """Settle what was typed, before the page is left."""
        self.settle()

    def _is_whole(self) -> bool:
        """Tell whether the field shows what it names, and nothing else."""
        return self.text() == self._written

    def _words(self, one: Named | None) -> str:
        if one is None:
            return ""
        say = name_for if self._kinds == ("body",) else text_for
        return say(one.name, self._desk.language)

    def _put(self, one: Named | None) -> None:
        self._shown = one
        self._list.close_list()
        self._written = self._words(one)
        self._typing.take(self._written)
        self.setText(self._written)
        self.setCursorPosition(0)
        self._tell(None)

    def _tell(self, problem: UserError | None) -> None:
        """Say what is wrong, or that it is over: nobody hears of what never was."""
        if problem is not None or self._is_wrong:
            self._is_wrong = problem is not None
            self.problem.emit(problem)

    def _follow_names(self) -> None:
        """Offer what the letters find; Enter in a field that was emptied chooses nobody."""
        if self.text().strip():
            self._offer()
        else:
            self._list.close_list()

    def _offer(self) -> None:
        self._desk.roster.need()
        typed = "" if self._is_whole() else self.text()
        lines = found(
            *(self._desk, typed, self._kinds), body_id=self.body_id, leave_out=self.leave_out
        )
        if typed.strip() and not whole(lines, typed):
            others = lines_alike(self._desk, typed, lines) if self._may_add else []
            lines += [*self._acts(typed), *others]
        self._list.offer(self, lines)

    def _acts(self, typed: str) -> list[Suggestion]:
        """Give what can be done with words that name nobody on file."""
        return [adding(self._desk, typed, partial(self._add, typed))] if self._may_add else []

    def _refuse_words(self) -> None:
        """Deal with words that were left here and name nobody."""
        self._tell(_NO_BODY if self._kinds == ("body",) else _NOBODY)

    def _refresh(self) -> None:
        """Offer again what was read since, while one types."""
        if self.hasFocus() and self.text() and not self._is_whole():
            self._offer()

    def _take(self, taken: Suggestion) -> None:
        if taken.act:
            taken.value()
        else:
            self._choose(taken.value)

    def _choose(self, one: Named) -> None:
        before = self._shown.id if self._shown is not None else None
        self._put(one)
        if one.id != before:
            self.chosen.emit(one.id)

    def _add(self, typed: str) -> None:
        """Record the person whom a line names, and choose that person."""
        from desktop_app.services.naming import parse, record  # when somebody is added
        from desktop_app.services.validation import FieldError  # as above

        def refuse(error: Exception) -> None:
            self._adding = False
            if isinstance(error, FieldError):
                self._tell(error.problem)
            else:
                self._desk.show_error(error)

        def done(person_id: int) -> None:
            self._adding = False
            self._choose(Added(person_id, name))

        try:
            name = parse(typed, self._desk.roster.now).name
        except FieldError as error:
            refuse(error)
            return
        self._adding = True
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._desk.write(
            "people.add",
            lambda work: record(work, typed, today),
            done,
            refuse,
            told=self._desk.say("Added: {name}", name=text_for(name, self._desk.language)),
        )


class PersonField(NameField):
    """Names one person; see `NameField`."""

    def __init__(self, desk: Desk, *, placeholder: str = "", may_add: bool = True) -> None:
        super().__init__(desk, ("person",), placeholder=placeholder, may_add=may_add)


class BodyField(NameField):
    """Names one body; see `NameField`."""

    def __init__(self, desk: Desk, *, placeholder: str = "") -> None:
        super().__init__(desk, ("body",), placeholder=placeholder)
