"""Who speaks now: those present first, then everybody on file, by a few letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from db.codes import AttendanceState, InterventionKind
from db.folding import fold
from desktop_app.i18n import N_
from desktop_app.services.people_data import Person
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys import chord
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.theme import CONTROL_HEIGHT, scaled
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_WIDTH: Final = 190
_MOST: Final = 12
SPOKEN: Final = (
    InterventionKind.COMMENT,
    InterventionKind.PRESENTATION,
    InterventionKind.ADDRESS,
    InterventionKind.ANSWER,
)
"""What a line can be, by the digits 1 to 4."""
_HERE: Final = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, and what the line in hand then is.

    Attributes:
        person_id: None for nobody.
        kind: None when the line stays what it is.
    """

    person_id: int | None
    kind: InterventionKind | None = None


def likely_speakers(session: "Session", item_id: int | None) -> tuple[Person, ...]:
    """Give who may speak: who presents the point, who presides, then those present."""
    item = next((one for one in session.agenda if one.id == item_id), None)
    lines = session.attendance
    here = [line.person for line in lines if line.state in _HERE] or [one.person for one in lines]
    first = (item.presenter if item else None, session.chair)
    found = {one.id: one for one in (*first, *here) if one is not None}
    return tuple(found.values())


class SpeakerField(QLineEdit):
    """Shows who speaks; while one types here, whom the letters find.

    Attributes:
        spoke: emitted with a `Speaking`.
        left: emitted when one goes back to the page without a choice.
    """

    spoke = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._likely: tuple[Person, ...] = ()
        self._shown: Person | None = None
        self._kind: InterventionKind | None = None
        self._finding = Suggestions(desk, N_("Who speaks"), self)
        self._finding.chosen.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(lambda _: self._offer())
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def lines(self) -> tuple[Suggestion, ...]:
        """Whom the letters find, while the list is open."""
        return tuple(self._finding.lines)

    def show_likely(self, people: Iterable[Person]) -> None:
        """Offer these first."""
        self._likely = tuple(people)

    def show_speaker(self, person: Person | None) -> None:
        """Show who speaks."""
        self._shown = person
        if not self.hasFocus():
            self._show()

    def ask(self) -> None:
        """Let one choose."""
        self._kind = None
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._desk.roster.need()
        self._offer(everybody=True)

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the list, and the way back to the page."""
        return key in {"Enter", "Esc"}

    def dress(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self._desk.say("Who speaks"))
        self.setPlaceholderText(self._desk.say("Nobody named"))
        align_start(self, right=self._desk.say.right_to_left)
        self._show()

    def sizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(scaled(_WIDTH), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A short name at least."""
        return QSize(scaled(110), scaled(CONTROL_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits say what the line is; the list has its keys; Esc goes back to the page."""
        name = chord(event)
        if name in {"1", "2", "3", "4"}:
            self._choose_kind(SPOKEN[int(name) - 1])
        elif self._finding.press(event):
            pass
        elif name in {"Esc", "Enter"}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While the list is open, Tab goes from one kind of speech to the next."""
        tab = event.key() if isinstance(event, QKeyEvent) else 0
        ways = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.type() is QEvent.Type.KeyPress and tab in ways and self._finding.isVisible():
            kinds = (None, *SPOKEN)
            at = kinds.index(self._kind) + ways[Qt.Key(tab)]
            self._choose_kind(kinds[at % len(kinds)])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show who speaks again."""
        super().focusOutEvent(event)
        self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click asks too."""
        super().mousePressEvent(event)
        self.ask()

    def _show(self) -> None:
        self.setText(text_for(self._shown.name, self._desk.language) if self._shown else "")
        self.setToolTip(self.text())
        self.setCursorPosition(0)

    def _choose_kind(self, kind: InterventionKind | None) -> None:
        self._kind = None if kind is self._kind else kind
        self._offer(everybody=self.hasSelectedText())

    def _offer(self, *, everybody: bool = False) -> None:
        typed = "" if everybody else self.text()
        lines = list(self._found(typed))[:_MOST]
        if not typed and self._shown is not None:
            lines.append(
                Suggestion(self._desk.say("Nobody"), icon="x", value=Speaking(None), act=True)
            )
        if not lines and typed.strip():
            words = self._desk.say("Nobody of this name is on file: type another one.")
            lines.append(Suggestion(words, icon="warning-circle"))
        self._finding.offer(self, lines)

    def _found(self, typed: str) -> Iterator[Suggestion]:
        words, language = fold(typed).split(), self._desk.language
        asked = bool(words) or not typed.strip()
        near = [one for one in self._likely if asked and _holds(one, words)]
        for person in near:
            yield self._line(
                person.id,
                text_for(person.name, language),
                name_for(person.function.title, language),
            )
        known = {person.id for person in self._likely}
        for entry in self._desk.roster.now.find(typed, limit=_MOST):
            if entry.id not in known:
                about = text_for(entry.about, language)
                yield self._line(entry.id, text_for(entry.name, language), about)

    def _line(self, person_id: int, name: str, about: str) -> Suggestion:
        kind = label_of(self._kind, self._desk.language) if self._kind else ""
        told = " · ".join(filter(None, (kind, about)))
        icon = "chat-centered-text" if self._kind else "user"
        return Suggestion(name, told, icon, Speaking(person_id, self._kind))

    def _take(self, line: Suggestion) -> None:
        if line.value is not None:
            self.spoke.emit(line.value)
        else:
            self._offer()


def _holds(person: Person, words: list[str]) -> bool:
    told = fold(f"{person.name.ar} {person.name.fr} {person.function.title.ar}")
    return all(word in told for word in words)
