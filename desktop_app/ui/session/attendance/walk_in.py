"""Somebody whom nobody invited: "name, role, body" in one line, look-alikes before creation."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys_page.key_cap import KeyCap
from desktop_app.ui.text import capitalised, listed, text_for
from desktop_app.ui.theme import CARD_PADDING, ICON, scaled
from desktop_app.ui.widgets.chips import Chip, ChipLabel
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.restyle import restyle

if TYPE_CHECKING:
    from desktop_app.services.roster import Entry

_MOST: Final = 2
"""Look-alikes that are shown."""
_NAME: Final = 150
_SAME: Final = N_("same person")
_NEW: Final = N_("new person, present")
_TAKE: Final = N_("same person, present")
_POINT: Final = N_("go to the line")


class WalkInField(LineEdit):
    """The line; ↓ goes over those who look like the one typed, ↑ back to a new person.

    Attributes:
        moved: emitted with the step that was asked for.
        entered: emitted when it has the focus.
    """

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ↓ and ↑."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready."""
        super().focusInEvent(event)
        self._desk.roster.need()
        self.entered.emit()


class _Alike(ChipLabel):
    """One who looks like the person typed; in a narrow window his function may be cut."""

    def minimumSizeHint(self) -> QSize:
        """A name has room."""
        return QSize(min(self.sizeHint().width(), scaled(_NAME)), self.sizeHint().height())


class WalkIn(QFrame):
    """The card at the foot of the sheet.

    Attributes:
        field: the line.
        problem: why nobody was recorded, until one types again.
        known: emitted with the id of a person on file who came.
        unknown: emitted with what was typed, for a person who is not on file.
        pointed: emitted with the id of somebody who is on the sheet already.
        given_up: emitted when one is to go back to the sheet.
    """

    known = Signal(int)
    unknown = Signal(str)
    pointed = Signal(int)
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._numbers: Mapping[int, int] = {}
        self._alike: tuple[Entry, ...] = ()
        self._at = -1
        self.problem: UserError | None = None
        self.field = WalkInField(desk, placeholder=N_("Name, function, body"))
        self.setFocusProxy(self.field)
        self._icon = QLabel()
        self._title = label("strong")
        self._title.setBuddy(self.field)
        self._warning = label("note-amber")
        self._names = [_Alike(desk, Chip("", "", "amber")) for _ in range(_MOST)]
        for chip in self._names:
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._note = LineLabel("hint")
        self._hints = {
            message: KeyHint(desk, "Down" if message == _SAME else "Enter", message)
            for message in (_SAME, _NEW, _TAKE, _POINT)
        }
        self._lay_out()
        self.field.textEdited.connect(lambda _: self._look())
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._show)
        desk.roster.changed.connect(self._look)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def alike(self) -> "tuple[Entry, ...]":
        """Those on file who look like the one typed."""
        return self._alike

    def set_numbers(self, numbers: Mapping[int, int]) -> None:
        """Say who is on the sheet, by id, and under which number."""
        self._numbers = numbers
        self._show()

    def take(self) -> None:
        """Take what was typed, or the one that was gone to."""
        chosen = self._chosen
        if chosen is not None and chosen.id in self._numbers:
            self.pointed.emit(chosen.id)
            self.clear()
        elif chosen is not None:
            self.known.emit(chosen.id)
        elif self.field.text().strip():
            self.unknown.emit(self.field.text())

    def clear(self) -> None:
        """Be ready for the next."""
        self.field.clear()
        self.problem = None
        self._look()

    def show_problem(self, problem: UserError | None) -> None:
        """Say why nobody was recorded; what was typed stays."""
        self.problem = problem
        self._show()

    def dress(self) -> None:
        """Take words and colours anew."""
        desk = self._desk
        self._icon.setPixmap(desk.icons.pixmap("user-plus", desk.tokens.text2, ICON))
        words = desk.say("Walk-in")
        self._title.setText(words)
        self.field.setAccessibleName(words)
        self._show()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self._icon, self._title):
            first.addWidget(widget)
        first.addWidget(self.field, 1)
        first.addWidget(KeyCap(self._desk, "Insert"))
        line = QWidget()
        second = Flow(6)
        line.setLayout(second)
        for part in (self._warning, *self._names, *self._hints.values(), self._note):
            second.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(line)
        column.addStretch(1)

    @property
    def _chosen(self) -> "Entry | None":
        """Whom Enter takes: one gone to, or one on the sheet whose very name was typed."""
        if self._at >= 0:
            return self._alike[self._at]
        from db.folding import spaced  # the database is loaded by now

        typed = spaced(self._name())
        return next(
            (
                one
                for one in self._alike
                if one.id in self._numbers and typed in {spaced(one.name.ar), spaced(one.name.fr)}
            ),
            None,
        )

    def _name(self) -> str:
        return self.field.text().replace("،", ",").partition(",")[0].strip()

    def _look(self) -> None:
        name, before = self._name(), self._alike
        self._alike = self._desk.roster.now.alike(name, _MOST) if name else ()
        if self._alike != before or not name:
            self._at = -1
        self.problem = None
        self._show()

    def _move(self, step: int) -> None:
        self._at = max(min(self._at + step, len(self._alike) - 1), -1)
        self._show()

    def _show(self) -> None:
        """Show what was found, and what the keys do with it."""
        say = self._desk.say
        for at, chip in enumerate(self._names):
            chip.setVisible(at < len(self._alike))
            if at < len(self._alike):
                tone = "accent" if at == self._at else "amber"
                icon = "check" if at == self._at else ""
                chip.show_chip(Chip(self._about(self._alike[at]), icon, tone))
        self._warning.setText(say("{label}:", label=say("Looks like")))
        self._warning.setVisible(bool(self._alike))
        hints = self._offered() if self.problem is None else ()
        for message, hint in self._hints.items():
            hint.setVisible(message in hints)
        note = "" if hints else say("Whoever came without an invitation gets a line at the end.")
        if self.problem is not None:
            note = capitalised(say.error(self.problem))
        restyle(self._note, "note-red" if self.problem else "hint")
        self._note.setText(note)
        self._note.setMinimumHeight(scaled(20))
        said = [note] if note else [self._hints[message].accessibleName() for message in hints]
        self.field.setAccessibleDescription(", ".join([*map(self._about, self._alike), *said]))

    def _offered(self) -> tuple[str, ...]:
        chosen = self._chosen
        if chosen is not None:
            return (_POINT if chosen.id in self._numbers else _TAKE,)
        if not self._name():
            return ()
        return (_SAME, _NEW) if self._alike else (_NEW,)

    def _about(self, entry: "Entry") -> str:
        language = self._desk.language
        number = self._numbers.get(entry.id)
        parts = (
            text_for(entry.name, language),
            self._desk.say("number {n}", n=number) if number is not None else "",
            capitalised(text_for(entry.about, language)),
        )
        return listed(parts, right_to_left=self._desk.say.right_to_left)
