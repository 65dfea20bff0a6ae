"""The journal of a session: what happened, the latest first, day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QStackedLayout, QTextEdit, QVBoxLayout, QWidget

from desktop_app.i18n import N_, ltr
from desktop_app.services.session_history import Entry, Event, session_history
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.history_words import MANY, SUBJECTS, Telling
from desktop_app.ui.text import long_day
from desktop_app.ui.theme import GAP, PAGE_MARGIN, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_AT_FIRST: Final = 100
"""Events shown before one asks for the rest."""
_ALIKE: Final = 3
"""More records of one kind than this, added or removed at once, are counted."""
_INDENT: Final = 72


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
            clock = ltr(f"{event.at.astimezone():%H:%M}")
            yield Line("event", clock, who)
            yield from _entries(event.entries, telling, desk)


def _entries(entries: Sequence[Entry], telling: Telling, desk: Desk) -> Iterator[Line]:
    """Write what one unit of work did, one kind of record after the other."""
    order = list(SUBJECTS)

    def alike(entry: Entry) -> tuple[int, str]:
        return order.index(entry.subject), entry.operation.value

    for _, group in groupby(sorted(entries, key=alike), key=alike):
        same = list(group)
        first = same[0]
        counted = first.subject in MANY and not any(entry.changes for entry in same)
        if counted and len(same) > _ALIKE:
            yield Line("entry", "", telling.count(first.subject, first.operation, len(same)))
            continue
        for entry in same:
            yield Line("entry", "", telling.head(entry))
            yield from _changes(entry, telling, desk)


def _changes(entry: Entry, telling: Telling, desk: Desk) -> Iterator[Line]:
    arrow = "←" if desk.say.right_to_left else "→"
    for change in entry.changes:
        after = telling.value(change.after) or desk.say("nothing")
        before = telling.value(change.before)
        field = desk.say("{label}:", label=telling.field(change))
        yield Line("detail", field, f"{before} {arrow} {after}" if before else after)


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
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "journal")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more = Act(desk, N_("Show older"), self._show_all, icon="caret-down", key="Ctrl+Down")
        self._button = Button(desk, self._more, kind="bare")
        self.acts = (self._more,)
        self._reading = EmptyState(desk, "clock-counter-clockwise", N_("Reading the history"), "")
        frame, column = card()
        column.addWidget(self.text)
        column.addWidget(self._button)
        whole = QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.addWidget(frame)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._reading)
        self._stack.addWidget(whole)
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
            self._stack.setCurrentIndex(0)
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
        if self._session is not None:
            self._write()

    def _take(self, session_id: int, events: tuple[Event, ...]) -> None:
        if self._session is None or self._session.id != session_id:
            return
        self._events = events
        self._stack.setCurrentIndex(1)
        self._write()
        if self.parentWidget() is not None and self.isVisible():
            self.text.setFocus()

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
        self.text.setDocument(self._document(lines_of(shown, telling, self._desk)))
        self.text.verticalScrollBar().setValue(at)

    def _document(self, lines: Iterator[Line]) -> QTextDocument:
        tokens = self._desk.tokens
        document = QTextDocument(self.text)
        document.setDocumentMargin(PAGE_MARGIN)
        option = QTextOption()
        rtl = self._desk.say.right_to_left
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if rtl else direction.LeftToRight)
        document.setDefaultTextOption(option)
        document.setDefaultFont(font())
        strong, quiet, plain = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        strong.setFont(font(weight=QFont.Weight.DemiBold))
        strong.setForeground(QColor(tokens.text1))
        quiet.setFont(font(12))
        quiet.setForeground(QColor(tokens.text2))
        plain.setFont(font())
        plain.setForeground(QColor(tokens.text1))
        cursor = QTextCursor(document)
        for n, line in enumerate(lines):
            block = QTextBlockFormat()
            block.setTopMargin({"day": GAP if n else 0, "event": 8}.get(line.kind, 2))
            inset = {"entry": _INDENT, "detail": _INDENT + 2 * GAP}.get(line.kind, 0)
            (block.setRightMargin if rtl else block.setLeftMargin)(scaled(inset))
            if n:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            if line.before:
                cursor.insertText(f"{line.before}  ", quiet)
            look = {"day": strong, "event": quiet, "detail": plain}.get(line.kind, plain)
            cursor.insertText(line.text, look)
        return document
