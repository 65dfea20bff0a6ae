"""Who is in charge of an outcome: a person, bodies, or words where nobody of these is on file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.direction import has_arabic
from desktop_app.i18n import N_
from desktop_app.services.drafts import LONGEST_LINE
from desktop_app.services.roster import Entry
from desktop_app.services.validation import FieldError, check_text
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.offers import found
from desktop_app.ui.text import name_for, text_for
from desktop_app.ui.widgets.chips import RemovableChip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions
from desktop_app.wording.bilingual import Bilingual

_NOTHING: Final = Bilingual()
_LONGEST: Final = 36
"""Letters of a chip."""


class Named(Protocol):
    """A person or a body that can be shown."""

    @property
    def uid(self) -> str:
        """By which it is known everywhere."""
        ...

    @property
    def name(self) -> Bilingual:
        """In Arabic and in French."""
        ...


@dataclass(frozen=True, slots=True)
class Owners:
    """Who is in charge.

    Attributes:
        text: what papers print in their place, or who is not on file.
    """

    person: Named | None = None
    bodies: tuple[Named, ...] = ()
    text: Bilingual = _NOTHING


class OwnersField(QWidget):
    """Those in charge as chips, and a line in which one more is named.

    Attributes:
        changed: emitted with the `Owners` when somebody was added or taken away.
        problem: emitted with what is wrong with the words, which then stay in the line.
    """

    changed = Signal(object)
    problem = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._owners = Owners()
        self._chips: list[RemovableChip] = []
        self.edit = _Edit(desk, self)
        self._named = QWidget()
        self._flow = Flow(4)
        self._named.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._named)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        desk.dressed.connect(self._show)
        self._show()

    @property
    def owners(self) -> Owners:
        """Those in charge."""
        return self._owners

    @property
    def chips(self) -> Sequence[RemovableChip]:
        """One for each of them."""
        return self._chips

    def show_owners(self, owners: Owners) -> None:
        """Show who is on file; what is being typed stays."""
        if owners != self._owners:
            self._owners = owners
            self._show()

    def commit(self) -> None:
        """A name that is half typed names nobody yet."""

    def add(self, entry: Entry) -> None:
        """Take somebody in: the person in place of another, a body beside the others."""
        owners = self._owners
        if entry.kind == "person":
            self._change(replace(owners, person=entry))
        elif entry.uid not in {body.uid for body in owners.bodies}:
            self._change(replace(owners, bodies=(*owners.bodies, entry)))

    def say(self, words: str) -> None:
        """Let papers print words for who is in charge."""
        try:
            check_text(words, (), LONGEST_LINE)
        except FieldError as error:
            self.edit.setText(words)
            self.problem.emit(error.problem)
            return
        text = self._owners.text
        said = Bilingual(words, text.fr) if has_arabic(words) else Bilingual(text.ar, words)
        self._change(replace(self._owners, text=said))

    def take_last(self) -> None:
        """Take the last of them away."""
        if self._chips:
            self._chips[-1].click()

    def _change(self, owners: Owners) -> None:
        self._owners = owners
        self._show()
        self.changed.emit(owners)

    def _show(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        owners, language = self._owners, self._desk.language
        shown: list[tuple[str, Owners]] = []
        if owners.person is not None:
            shown.append((text_for(owners.person.name, language), replace(owners, person=None)))
        for body in owners.bodies:
            others = tuple(one for one in owners.bodies if one is not body)
            shown.append((name_for(body.name, language), replace(owners, bodies=others)))
        if owners.text:
            without = replace(owners, text=_NOTHING)
            shown.append((f"«{text_for(owners.text, language)}»", without))
        self._chips = [self._chip(words, left) for words, left in shown]
        self._named.setVisible(bool(shown))
        if had_focus:
            self.edit.setFocus()

    def _chip(self, words: str, left: Owners) -> RemovableChip:
        chip = RemovableChip(self._desk, f"{words[:_LONGEST]}…" if words[_LONGEST:] else words)
        chip.setObjectName("recorded")
        chip.removed.connect(partial(self._change, left))
        self._flow.addWidget(chip)
        return chip


class _Edit(QLineEdit):
    """Finds people and bodies by a few letters."""

    def __init__(self, desk: Desk, field: OwnersField) -> None:
        super().__init__()
        self._desk = desk
        self._field = field
        self._names = Suggestions(desk, N_("Suggestions"), self)
        self._names.chosen.connect(self._choose)
        self.textEdited.connect(lambda _: self._offer())
        desk.dressed.connect(self.dress)
        desk.roster.changed.connect(self._offer_again)
        self.dress()

    def dress(self) -> None:
        """Take words and direction anew."""
        say = self._desk.say
        self.setPlaceholderText(say("Add a person or a body"))
        self.setAccessibleName(say("In charge"))
        align_start(self, right=say.right_to_left)

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the list, and Enter for what was typed."""
        return self._names.keeps_key(key) or (key in {"Enter", "Esc"} and bool(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is offered, or the words; Backspace takes the last one away."""
        if self._names.press(event):
            return
        key, typed = event.key(), self.text().strip()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and typed:
            self.clear()
            self._field.say(typed)
        elif key == Qt.Key.Key_Escape:
            self.clear()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self._field.take_last()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click offers the first names."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready."""
        super().focusInEvent(event)
        self._desk.roster.need()

    def _offer_again(self) -> None:
        if self.hasFocus() and self.text():
            self._offer()

    def _offer(self) -> None:
        self._desk.roster.need()
        lines = found(self._desk, self.text(), ("person", "body"))
        if words := self.text().strip():
            title = self._desk.say("Only the words “{name}”", name=words)
            lines.append(Suggestion(title, icon="plus", value=words, act=True))
        self._names.offer(self, lines)

    def _choose(self, taken: Suggestion) -> None:
        self.clear()
        if isinstance(taken.value, Entry):
            self._field.add(taken.value)
        else:
            self._field.say(str(taken.value))
