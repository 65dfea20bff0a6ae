"""The line at the foot of an agenda: a new point, typed whole."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.direction import has_arabic
from desktop_app.i18n import N_
from desktop_app.services.agenda_line import read_line
from desktop_app.services.drafts import AgendaDraft, Label
from desktop_app.services.note_reading import Names, Owner
from desktop_app.ui.naming.offers import found, name_of
from desktop_app.ui.text import capitalised
from desktop_app.ui.theme import CARD_PADDING, ICON
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop_app.ui.desk import Desk

_MENTIONED: Final = re.compile(r"(?<!\w)@([^@/]*)$")


class NewItemLine(QWidget):
    """``title @presenter /minutes``, then Enter.

    Attributes:
        entered: emitted with the draft of a point, and the text that it was typed as.
        edit: the field.
    """

    entered = Signal(object, str)

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._problem: UserError | None = None
        self.edit = _Line(desk)
        self._icon = QLabel()
        self._icon.setFixedWidth(ICON)
        self._note = label("note-red", wrap=True)
        self._note.hide()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self.edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 7, CARD_PADDING, 9)
        column.setSpacing(2)
        column.addLayout(line)
        below = QHBoxLayout()
        below.addSpacing(ICON + line.spacing())
        below.addWidget(self._note, 1)
        column.addLayout(below)
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self._enter)
        self.edit.textEdited.connect(lambda _: self.set_problem(None))
        desk.dressed.connect(self.dress)
        self.dress()

    def set_problem(self, problem: UserError | None) -> None:
        """Say why a point was not added, or no more."""
        self._problem = problem
        self.dress()

    def give_back(self, text: str) -> None:
        """Put a text there again that was refused, unless another is being typed."""
        if not self.edit.text():
            self.edit.setText(text)

    def dress(self) -> None:
        """Take words and colours anew."""
        self._icon.setPixmap(self._desk.icons.pixmap("plus", self._desk.tokens.accent))
        self.edit.setAccessibleName(self._desk.say("New item"))
        words = capitalised(self._desk.say.error(self._problem)) if self._problem else ""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)
        restyle(self.edit, "red" if words else "", "alarm")

    def _enter(self) -> None:
        text = self.edit.text()
        if not text.strip():
            return
        roster = self._desk.roster.now
        people = roster.of("person")
        names = Names((Owner("person", one.id), (one.name.ar, one.name.fr)) for one in people)
        said = read_line(text, names)
        presenter = roster.get("person", said.presenter_id) if said.presenter_id else None
        draft = AgendaDraft(
            title=Label(ar=said.title) if has_arabic(said.title) else Label(fr=said.title),
            presenter=presenter.uid if presenter else None,
            planned_minutes=said.minutes,
        )
        self.edit.clear()
        self.set_problem(None)
        self.entered.emit(draft, text)


class _Line(LineEdit):
    """A line in which ``@`` and some letters offer the people whom they find."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(
            desk,
            placeholder=N_("New item: type it, then Enter; minutes after “/”: Coverage /20"),
        )
        self._list = Suggestions(desk, N_("Suggestions"), self)
        self._list.chosen.connect(self._take)
        self.textEdited.connect(lambda _: self._offer())

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the list."""
        return self._list.keeps_key(key)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Pass the keys of the list on."""
        if not self._list.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """Be ready to name somebody."""
        super().focusInEvent(event)
        self._desk.roster.need()

    def _offer(self) -> None:
        mentioned = _MENTIONED.search(self.text()[: self.cursorPosition()])
        typed = mentioned[1] if mentioned else ""
        lines = found(self._desk, typed, ("person",)) if typed.strip() else []
        self._list.offer(self, lines)

    def _take(self, taken: Suggestion) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        mentioned = _MENTIONED.search(before)
        start = before[: mentioned.start()] if mentioned else before
        named = f"{start}@{name_of(self._desk, taken.value)} "
        self.setText(named + after.lstrip())
        self.setCursorPosition(len(named))
