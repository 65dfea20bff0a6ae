"""The last row of the outcomes: a new one in one line, who and until when in it."""

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.codes import OutcomeKind
from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.note_reading import Owner, Reading
from desktop_app.services.session_data import Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys import chord
from desktop_app.ui.naming.offers import line_of
from desktop_app.ui.outcomes import KIND_ICONS
from desktop_app.ui.session.minutes.reading import Reader, owner_words
from desktop_app.ui.text import capitalised, long_day, name_for
from desktop_app.ui.theme import CARD_PADDING, ICON, scaled
from desktop_app.ui.widgets.chips import Chip, ChipLabel
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions
from desktop_app.wording.vocabulary import label as label_of

if TYPE_CHECKING:
    from desktop_app.services.roster import Entry

KIND_KEYS: Final = {
    OutcomeKind.DECISION: "F2",
    OutcomeKind.RECOMMENDATION: "F3",
    OutcomeKind.COMMITMENT: "F4",
    OutcomeKind.ACTION: "F5",
}
_HEIGHT: Final = 46
_ROOM_FOR_KEYS: Final = 560
_NAMING: Final = re.compile(r"(?<!\w)@([^@\n]{0,60})\Z")


class OutcomeLine(QWidget):
    """Is typed in; what is understood stands under it as chips until Enter.

    Attributes:
        wanted: emitted at Enter with the kind, what the line says, and the line itself.
        left: emitted by Esc when nothing is typed.
        kind: of the next outcome.
        edit: where one types.
    """

    wanted = Signal(object, object, str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._error: UserError | None = None
        self._reader = Reader(date.today)
        self._session: Session | None = None
        self.kind = OutcomeKind.ACTION
        self.edit = _Edit(desk, self)
        self._plus = QLabel()
        self._kind = ChipLabel(desk, Chip("", "", "accent"))
        self._keys = [KeyHint(desk, key) for key in KIND_KEYS.values()]
        self._chips: list[ChipLabel] = []
        self._said = label("note-red", wrap=True)
        self._under = QWidget()
        self._flow = Flow(6)
        self._under.setLayout(self._flow)
        self._lay_out()
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _: self._follow())
        desk.roster.changed.connect(self._know)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def reading(self) -> Reading:
        """What the line says now."""
        return self._reader.read(self.edit.text())

    def show_session(self, session: Session) -> None:
        """Let the people of a session be named first."""
        self._session = session
        self._know()

    @property
    def chips(self) -> list[ChipLabel]:
        """What was understood and stands under the line."""
        return [chip for chip in self._chips if not chip.isHidden()]

    def set_kind(self, kind: OutcomeKind) -> None:
        """Make the next one of another kind."""
        self.kind = kind
        self.dress()

    def put_back(self, text: str, error: UserError) -> None:
        """Show again what was not recorded, and why; what is being typed now stays."""
        if not self.edit.text():
            self.edit.setText(text)
        self._error = error
        self.dress()

    def take(self) -> None:
        """Let what is typed be recorded, and be ready for the next."""
        reading = self.reading
        if not reading.text:
            self._error = UserError("an outcome needs its text.")
            self.dress()
            return
        typed = self.edit.text()
        self.edit.clear()
        self._error = None
        self.dress()
        self.wanted.emit(self.kind, reading, typed)

    def offer(self, text: str, place: QRect, names: Suggestions) -> None:
        """Offer who may be meant by the letters after the last ``@``."""
        naming = _NAMING.search(text)
        if naming is None or self._is_named(naming.start()):
            names.close_list()
            return
        self._desk.roster.need()
        found = self._reader.offer(naming[1], self._desk.roster.now)
        names.offer(self.edit, [line_of(self._desk, one, icon=True) for one in found], place)

    def name(self, entry: "Entry") -> None:
        """Put the name of who was chosen after the last ``@``."""
        text, at = self.edit.text(), self.edit.cursorPosition()
        naming = _NAMING.search(text[:at])
        if naming is not None:
            words = owner_words(entry, "fr" if self._desk.language == "fr" else "ar")
            body = entry.kind == "body"
            self._reader.choose(words, Owner("body" if body else "person", entry.id))
            before = f"{text[: naming.start()]}@{words} "
            self.edit.setText(before + text[at:].lstrip())
            self.edit.setCursorPosition(len(before))
            self._follow()

    def dress(self) -> None:
        """Take words and colours anew."""
        desk = self._desk
        kind = capitalised(label_of(self.kind, desk.language))
        self._kind.show_chip(Chip(kind, KIND_ICONS[self.kind], "accent"))
        tokens = desk.tokens
        self._plus.setPixmap(desk.icons.pixmap("plus", tokens.ink("accent")))
        self._show_chips()
        self._said.setText(capitalised(desk.say.error(self._error)) if self._error else "")
        self._said.setVisible(self._error is not None)
        self.edit.setAccessibleDescription(self._said.text())
        self._row.setMinimumHeight(scaled(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the caps of the keys out where there is no room."""
        super().resizeEvent(event)
        self._show_keys()

    def _lay_out(self) -> None:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.setSpacing(8)
        self._plus.setFixedWidth(ICON)
        row.addWidget(self._plus)
        row.addWidget(self._kind)
        row.addWidget(self.edit, 1)
        for key in self._keys:
            row.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        for part in (self._under, self._said):
            part.setContentsMargins(CARD_PADDING + ICON + 8, 0, CARD_PADDING, 8)
            column.addWidget(part)

    def _know(self) -> None:
        if self._session is not None:
            self._reader.set_people(self._session, self._desk.roster.now)
            self.dress()

    def _follow(self) -> None:
        self._error = None
        self.dress()

    def _is_named(self, at: int) -> bool:
        return any(one.start == at for one in self.reading.spans)

    def _show_chips(self) -> None:
        reading = self.reading
        chips = [self._owner(one.what) for one in reading.spans if isinstance(one.what, Owner)]
        if reading.ongoing:
            chips.append(Chip(self._desk.say("Ongoing"), "arrow-clockwise", "accent"))
        elif reading.due is not None:
            past = reading.due < date.today()  # noqa: DTZ011 - the user's own day
            words = long_day(reading.due, self._desk.language)
            chips.append(Chip(words, "calendar-blank", "amber" if past else "accent"))
        while len(self._chips) < len(chips):
            self._chips.append(ChipLabel(self._desk, chips[0]))
            self._flow.addWidget(self._chips[-1])
        for at, shown in enumerate(self._chips):
            shown.setVisible(at < len(chips))
            if at < len(chips):
                shown.show_chip(chips[at])
        self._under.setVisible(bool(chips))
        self._show_keys()

    def _owner(self, owner: Owner) -> Chip:
        name = name_for(self._reader.name_of(owner), self._desk.language)
        return Chip(name, "buildings" if owner.kind == "body" else "user", "accent")

    def _show_keys(self) -> None:
        shown = not self.edit.text() and self.width() >= scaled(_ROOM_FOR_KEYS)
        for key in self._keys:
            key.setVisible(shown)


class _Edit(QLineEdit):
    """The line itself; suggestions open at its caret."""

    def __init__(self, desk: Desk, line: OutcomeLine) -> None:
        super().__init__()
        self._desk = desk
        self._line = line
        self.names = Suggestions(desk, N_("Suggestions"), self)
        self.names.chosen.connect(self._choose)
        self.setProperty("kind", "bare")
        self.textEdited.connect(lambda _: self._offer())
        desk.dressed.connect(self.dress)
        desk.roster.changed.connect(self._offer_again)
        self.dress()

    def dress(self) -> None:
        """Take words and direction anew."""
        say = self._desk.say
        words = say("New outcome: its text, @ for who, “before” for the date")
        self.setPlaceholderText(words)
        self.setAccessibleName(say("New outcome"))
        align_start(self, right=say.right_to_left)

    def keeps_key(self, key: str) -> bool:
        """Keep Enter, and Esc, which goes back step by step."""
        return self.names.keeps_key(key) or key in {"Enter", "Esc"}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line, Esc empties it and then leaves it."""
        if self.names.press(event):
            return
        match chord(event):
            case "Enter":
                self._line.take()
            case "Esc" if self.text():
                self.clear()
                self.textEdited.emit("")
            case "Esc":
                self._line.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready for names."""
        super().focusInEvent(event)
        self._desk.roster.need()

    def _offer(self) -> None:
        text = self.text()[: self.cursorPosition()]
        self._line.offer(text, self.cursorRect(), self.names)

    def _offer_again(self) -> None:
        if self.hasFocus() and self.text():
            self._offer()

    def _choose(self, taken: Suggestion) -> None:
        self._line.name(taken.value)
