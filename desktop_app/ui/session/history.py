"""The journal of a session: what happened, the latest first, day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from desktop_app.direction import bare, isolated, ltr
from desktop_app.i18n import N_
from desktop_app.services.session_history import Entry, Event, session_history
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.history_words import MANY, SUBJECTS, Telling
from desktop_app.ui.text import listed, long_day
from desktop_app.ui.theme import PAGE_MARGIN, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import card

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_AT_FIRST: Final = 100
"""Events shown before one asks for the rest."""
_ALIKE: Final = 3
"""More records of one kind than this, added or removed at once, are counted."""
_BY_NUMBER: Final = frozenset({"interventions"})
"""Counted when they were changed too: what was typed stands in the minutes."""
_TAKEN_BACK: Final = {"undo": N_("Undone"), "redo": N_("Redone")}
_INSETS: Final = {"entry": 72, "detail": 96}
_ABOVE: Final = {"day": 16, "event": 8}
"""Room before and above a line by its kind."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal.

    Attributes:
        kind: ``day``, ``event`` or ``detail``; it sets the look.
        before: quiet words in front: a time, the name of a field.
        text: the words.
    """

    kind: str
    before: str
    text: str


def lines_of(events: Sequence[Event], telling: Telling, desk: Desk) -> Iterator[Line]:
    """Write the events, each day under its name."""
    say = desk.say

    def day_of(event: Event) -> date:
        return event.at.astimezone().date()

    for day, of_day in groupby(events, key=day_of):
        yield Line("day", "", long_day(day, desk.language))
        for event in of_day:
            who = say("by {who}", who=event.who) if event.who else ""
            taken_back = say(_TAKEN_BACK[event.use_case]) if event.use_case in _TAKEN_BACK else ""
            words = listed((taken_back, who), right_to_left=say.right_to_left)
            yield Line("event", _clock(event), words)
            yield from _entries(event.entries, telling, desk)


def _clock(event: Event) -> str:
    begun, ended = (f"{at.astimezone():%H:%M}" for at in (event.at, event.until))
    return ltr(begun if begun == ended else f"{begun}–{ended}")


def _entries(entries: Sequence[Entry], telling: Telling, desk: Desk) -> Iterator[Line]:
    """Write what one unit of work did, one kind of record after the other."""
    order = list(SUBJECTS)

    def alike(entry: Entry) -> tuple[int, str]:
        return order.index(entry.subject), entry.operation.value

    for _, group in groupby(sorted(entries, key=alike), key=alike):
        same = list(group)
        first = same[0]
        told_by_number = first.subject in _BY_NUMBER or not any(entry.changes for entry in same)
        counted = first.subject in MANY and told_by_number
        if counted and len(same) > _ALIKE:
            yield Line("entry", "", telling.count(first.subject, first.operation, len(same)))
            continue
        for entry in same:
            yield Line("entry", "", telling.head(entry))
            yield from _changes(entry, telling, desk)


def _changes(entry: Entry, telling: Telling, desk: Desk) -> Iterator[Line]:
    for change in entry.changes:
        after = telling.value(change.after) or desk.say("nothing")
        if before := telling.value(change.before):
            after = desk.say("{before} → {after}", before=before, after=after)
        field = desk.say("{label}:", label=telling.field(change))
        yield Line("detail", field, after)


class HistoryTab(QWidget):
    """Reads the journal when it comes in front, and again when something was written.

    Attributes:
        acts: what keys do here.
        text: the journal; it can be selected and copied.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._events: tuple[Event, ...] = ()
        self._all = False
        self.text = _Journal()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "journal")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more = Act(desk, N_("Show older"), self._show_all, icon="caret-down", key="Ctrl+Down")
        self._button = Button(desk, self._more, kind="bare")
        self.acts = (self._more,)
        self._more.set_offered(False)
        self._button.hide()
        frame, column = card()
        column.addWidget(self.text)
        column.addWidget(self._button)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.addWidget(frame)
        self.setFocusProxy(self.text)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_session(self, session: "Session") -> None:
        """Read the journal of a session."""
        store = self._desk.store
        if store is None:
            return
        if self._session is None or self._session.id != session.id:
            self._events, self._all = (), False
            self.text.clear()
        self._session = session

        def read(_: object) -> tuple[Event, ...]:
            with store.read() as reading:
                return session_history(reading, session.id)

        self._desk.runner.run(read, lambda events: self._take(session.id, events))

    def leave(self) -> None:
        """Nothing is typed here."""

    def dress(self) -> None:
        """Take words and colours anew."""
        self.text.setAccessibleName(self._desk.say("History"))
        self.text.setPlaceholderText(self._desk.say("Reading the history"))
        if self._events:
            self._write()

    def _take(self, session_id: int, events: tuple[Event, ...]) -> None:
        if self._session is None or self._session.id != session_id:
            return
        self._events = events
        self._write()

    def _show_all(self) -> None:
        self._all = True
        self._write()

    def _write(self) -> None:
        session = self._session
        if session is None:
            return
        shown = self._events if self._all else self._events[:_AT_FIRST]
        left_out = len(self._events) > len(shown)
        self._more.set_offered(left_out)
        self._button.setVisible(left_out)
        telling = Telling(self._desk.say, session.type.gender, session.type.french_gender)
        at = self.text.verticalScrollBar().value()
        self._fill(lines_of(shown, telling, self._desk))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(at)

    def _fill(self, lines: Iterator[Line]) -> None:
        document, rtl = self.text.document(), self._desk.say.right_to_left
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(PAGE_MARGIN)
        document.setDefaultFont(font())
        option = QTextOption()
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if rtl else direction.LeftToRight)
        document.setDefaultTextOption(option)
        strong = self._look(font(weight=QFont.Weight.DemiBold), self._desk.tokens.text1)
        quiet = self._look(font(12), self._desk.tokens.text2)
        plain = self._look(font(), self._desk.tokens.text1)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for n, line in enumerate(lines):
            block = QTextBlockFormat()
            block.setTopMargin(_ABOVE.get(line.kind, 2) if n else 0)
            inset = scaled(_INSETS.get(line.kind, 0))
            (block.setRightMargin if rtl else block.setLeftMargin)(inset)
            if n:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            if line.before:
                cursor.insertText(f"{line.before}  ", quiet)
            words = isolated(line.text, right_to_left=rtl)
            cursor.insertText(words, {"day": strong, "event": quiet}.get(line.kind, plain))
        cursor.endEditBlock()

    def _look(self, face: QFont, colour: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(face)
        made.setForeground(QColor(colour))
        return made


class _Journal(QTextEdit):
    """Text that is copied without what only directs it."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the words that are chosen."""
        data = QMimeData()
        data.setText(bare(self.textCursor().selection().toPlainText()))
        return data
