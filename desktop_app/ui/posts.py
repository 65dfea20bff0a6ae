"""Who changed function, left a post or has no address, in the words of the window."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.direction import own_order
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.services.people_data import Person
    from desktop_app.services.posts import Post
    from desktop_app.ui.desk import Desk

_FEW: Final = 4
"""Names in one sentence; the others are counted."""
_COMMA: Final = {"ar": "، ", "fr": ", ", "en": ", "}


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about what comes over.

    Attributes:
        words: in the window's language.
        tone: of its icon and its words; ``amber`` deserves a thought.
    """

    words: str
    icon: str
    tone: str = "text2"


def function_of(desk: "Desk", person: "Person") -> str:
    """Write what a person does and where, on one line."""
    code = "fr" if desk.language == "fr" else "ar"
    body = ""
    if person.body is not None:
        short: str = getattr(person.body.short_name, code)
        body = name_for(person.body.short_name if short else person.body.name, desk.language)
    function = name_for(person.function.title, desk.language)
    return _COMMA[desk.language].join(part for part in (function, body) if part)


def notes_on(desk: "Desk", posts: Sequence["Post"]) -> list[Note]:
    """Say who left a post, who changed function and whom no e-mail reaches."""
    say = desk.say
    left = [post for post in posts if post.left]
    changed = [post for post in posts if post.changed and not post.left]
    silent = [post for post in posts if not post.person.email]
    notes = []
    if left:
        names = _names(desk, left, _with_successor)
        notes.append(Note(say("Left their post: {names}", names=names), "warning", "amber"))
    if changed:
        names = _names(desk, changed, _with_function)
        notes.append(Note(say("Changed function: {names}", names=names), "swap"))
    if silent:
        names = _names(desk, silent, lambda desk, post: _name(desk, post.person))
        notes.append(Note(say("No e-mail address: {names}", names=names), "warning", "amber"))
    return notes


class Notes(QWidget):
    """Sentences under one another, each with its icon.

    Attributes:
        words: what is said.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.words: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_notes(self, notes: Iterable[Note]) -> None:
        """Say other things, or nothing."""
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()  # a layout would still show it, as a window if it had no parent
                line.deleteLater()
        self.words = []
        for note in notes:
            self.words.append(note.words)
            self._column.addWidget(self._line(note))
        self.setVisible(bool(self.words))

    def _line(self, note: Note) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign, words = (
            QLabel(),
            label("note-amber" if note.tone == "amber" else "context", wrap=True),
        )
        ink = self._desk.tokens.ink(note.tone) if note.tone == "amber" else self._desk.tokens.text2
        sign.setPixmap(self._desk.icons.pixmap(note.icon, ink))
        words.setText(note.words)
        words.setObjectName("recorded")
        row.addWidget(sign)
        row.addWidget(words, 1)
        return line


def _names(desk: "Desk", posts: Sequence["Post"], name: Callable[["Desk", "Post"], str]) -> str:
    words = [own_order(name(desk, post)) for post in posts[:_FEW]]
    more = len(posts) - len(words)
    if more:
        words.append(desk.say.plural("{n} other", "{n} others", more))
    return _COMMA[desk.language].join(words)


def _name(desk: "Desk", person: "Person") -> str:
    return text_for(person.name, desk.language)


def _with_successor(desk: "Desk", post: "Post") -> str:
    name = _name(desk, post.person)
    if post.successor is None:
        return name
    return desk.say("{name} (now {successor})", name=name, successor=_name(desk, post.successor))


def _with_function(desk: "Desk", post: "Post") -> str:
    function = function_of(desk, post.person)
    return desk.say("{name} ({function})", name=_name(desk, post.person), function=function)
