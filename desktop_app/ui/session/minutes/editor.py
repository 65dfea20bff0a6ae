"""The page of the minutes: real text, a line a block, each with its time and what came of it."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from db.codes import InterventionKind, OutcomeKind
from db.errors import UserError
from desktop_app.direction import LRM
from desktop_app.i18n import N_
from desktop_app.services.drafts import LONGEST_PROSE
from desktop_app.services.minutes import lines_of, other_words
from desktop_app.services.note_reading import Owner
from desktop_app.services.roster import Entry
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.editor_keeping import Keeper
from desktop_app.ui.session.minutes.editor_page import Page, marks_in
from desktop_app.ui.session.minutes.editor_text import (
    BLANK,
    at_end,
    break_line,
    give_back,
    in_one_step,
    last_chip,
    pasted,
    set_due,
    set_kind,
    swap,
)
from desktop_app.ui.session.minutes.editor_view import PageView
from desktop_app.ui.session.minutes.lines import Line, words_of
from desktop_app.ui.session.minutes.reading import Reader, owner_words
from desktop_app.ui.text import long_day, name_for
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.vocabulary import label

_MOVES: Final = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With both of them some layouts write letters."""
_LONGEST_NAME: Final = 60
_TOLD_MS: Final = 120
"""After the last key, before the panes around take what the lines became."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_DAYS: Final[tuple[tuple[str, Callable[[date], date]], ...]] = (
    (N_("Tomorrow"), lambda day: day + timedelta(days=1)),
    (N_("End of the week"), lambda day: day + timedelta(days=(4 - day.weekday()) % 7)),
    (N_("In a week"), lambda day: day + timedelta(weeks=1)),
    (N_("In two weeks"), lambda day: day + timedelta(weeks=2)),
    (N_("End of the month"), lambda day: day.replace(day=monthrange(day.year, day.month)[1])),
    (N_("In four weeks"), lambda day: day + timedelta(weeks=4)),
)


class MinutesEditor(PageView):
    """Writes the lines of one point of the agenda in one language; keeps them by itself.

    Args:
        today: gives the user's day.

    Attributes:
        lines_changed: emitted when `lines` or `captured` changed.
        saved: emitted when what was typed is kept.
        failed: emitted with what went wrong; the text stays and is tried again.
        current_changed: emitted when another line has the caret.
        reader: what lines are understood by.
    """

    lines_changed = Signal()
    saved = Signal()
    failed = Signal(Exception)
    current_changed = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date] = date.today) -> None:
        super().__init__(desk)
        self.reader = Reader(today)
        self._pages: dict[tuple[int | None, PaperLanguage], Page] = {}
        self._session: Session | None = None
        self._speaker: int | None = None
        self._typed_in = -1
        self._was_at = -1
        self._keeper = Keeper(desk, self, self._pages.values, self._current_uid)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self.failed)
        self._check_again = False
        self._told = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._told.timeout.connect(self.lines_changed)
        self._suggestions = Suggestions(desk, N_("Suggestions"), self)
        self._suggestions.chosen.connect(self._take_suggestion)
        self._taking: Callable[[Suggestion], object] = lambda _: None
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)
        self.taken_back.connect(self._take_back)
        desk.roster.changed.connect(self._know_people)
        self.dress()

    # --- what the panes around ask for ---

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the page in front, as they stand now; empty ones are left out."""
        return self.page.lines() if self.page else ()

    @property
    def captured(self) -> tuple[Line, ...]:
        """All outcomes of the session as they stand now, of every point of the agenda."""
        if self._session is None or self.page is None:
            return ()
        pages = sorted(self._pages.values(), key=lambda one: one is not self.page)
        live: dict[str, Line] = {}
        for page in pages:
            for line in page.lines():
                if line.kind is not None:
                    live.setdefault(line.outcome_uid, line)
        ever = {uid for page in pages for uid in page.ever}
        language = self.page.language
        on_file = {
            one.uid: live.get(one.uid) or _line_of(one, language)
            for one in self._session.outcomes
            if one.uid in live or one.uid not in ever
        }
        return (*on_file.values(), *(line for uid, line in live.items() if uid not in on_file))

    @property
    def current(self) -> Line | None:
        """The line that has the caret; None while it is empty."""
        return self.page.line(self.textCursor().block()) if self.page else None

    @property
    def current_kind(self) -> OutcomeKind | None:
        """What is to come of the line that has the caret, though it may be empty yet."""
        return marks_in(self.textCursor().block()).kind

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return not self._keeper.idle

    def show_page(self, session: Session, item_id: int | None, language: PaperLanguage) -> None:
        """Show the lines of a point of the agenda (None: those of no point)."""
        if self._session is None or session.id != self._session.id:
            self.flush()
            self._pages.clear()
            self._keeper.session_id, self._keeper.writes = session.id, 0
            self._session = None
        news = session is not self._session
        self._session = session
        if news:
            self.desk.roster.need()
            self._know_people()
        page = self._pages.get((item_id, language))
        fresh = page is None
        if page is None:
            page = Page(self.desk, self, self.reader, item_id, language, self._pixels)
            page.load(lines_of(session, item_id, language), other_words(session, language))
            self._pages[item_id, language] = page
        if page is not self.page:
            self._suggestions.close_list()
            self._keeper.keep()
            self.put_in_front(page)
            self._to_end()
        if (fresh and self._keeper.writes) or (news and self._differs(session)):
            self._check()
        self.lines_changed.emit()

    def set_kind(self, kind: OutcomeKind | None) -> None:
        """Make the current line an outcome of a kind; the same kind again makes it plain."""
        if self.page is None:
            return
        block = self.textCursor().block()
        again = kind is marks_in(block).kind
        with in_one_step(block):
            set_kind(self.page, block, None if again else kind)
        self._done_at_once()

    def set_spoken(self, kind: InterventionKind, speakers: tuple[int, ...]) -> None:
        """Say what the current line is: a note, or what somebody said."""
        if self.page is None:
            return
        block = self.textCursor().block()
        with in_one_step(block):
            self.page.set_marks(block, replace(marks_in(block), spoken=kind, speakers=speakers))
        self._done_at_once()

    def set_speaker(self, person_id: int | None) -> None:
        """Say who speaks now; phrases name him."""
        self._speaker = person_id

    def insert_phrase(self, text: str) -> None:
        """Put a phrase at the caret: Tab and Shift+Tab walk its … blanks."""
        if self.page is None:
            return
        who = Bilingual()
        if self._speaker is not None:
            who = self.reader.name_of(Owner("person", self._speaker))
        words = text.replace("{who}", who.best(self.page.language) or BLANK)
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(words)
        self._typed_in = cursor.blockNumber()
        first = words.find(BLANK)
        if first >= 0:
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            self._walk_blank(forwards=True)
        else:
            self.setTextCursor(cursor)

    def move_line(self, by: int) -> None:
        """Move the current line up (-1) or down (1)."""
        cursor = self.textCursor()
        block = cursor.block()
        other = block.next() if by > 0 else block.previous()
        if self.page is None or not other.isValid():
            return
        offset = cursor.positionInBlock()
        with in_one_step(block):
            swap(self.page, block, other)
        cursor.setPosition(other.position() + min(offset, other.length() - 1))
        self.setTextCursor(cursor)
        self._done_at_once()

    def ask_due(self) -> None:
        """Offer days for the current line."""
        today = self.reader.today()
        days = [(words, reckon(today)) for words, reckon in _DAYS]
        self._taking = lambda one: self._set_due(one.value)
        lines = [
            Suggestion(long_day(on, self.desk.language), self.desk.say(words), "calendar-blank", on)
            for words, on in days
        ]
        lines.append(Suggestion(self.desk.say("Ongoing"), "", "arrow-clockwise", None))
        self._offer(lines)

    def go_to_line(self, uid: str) -> None:
        """Put the caret at the end of a line of the page in front."""
        block = self.page.block_of(uid) if self.page else None
        if block is not None:
            self.setTextCursor(at_end(block))
            self.ensureCursorVisible()

    def flush(self) -> None:
        """Keep what was typed now."""
        self._keeper.keep()

    def dress(self) -> None:
        """Take words, sizes and colours anew."""
        super().dress()
        self.setAccessibleName(self.desk.say(N_("Page of the minutes")))

    # --- keys ---

    def keeps_key(self, key: str) -> bool:
        """Tell whether a key is for the list of suggestions."""
        return self._suggestions.keeps_key(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the page does otherwise than any text."""
        if self._suggestions.press(event):
            return
        key, shift = event.key(), Qt.KeyboardModifier.ShiftModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & shift:
            self._break_line()
        elif key == Qt.Key.Key_Backspace and self._erase(event):
            return
        elif key == Qt.Key.Key_Delete and self._after_caret() == LRM:
            self._twice(event)
        elif key in _MOVES:
            before = self.textCursor().position()
            super().keyPressEvent(event)
            self._jump_mark(forwards=self.textCursor().position() > before)
        else:
            self._insert(event)

    def _insert(self, event: QKeyEvent) -> None:
        """Type; the first letter of a line names it, in the same step of undo."""
        cursor = self.textCursor()
        letter = event.text() if event.text().isprintable() else ""
        ordered = event.modifiers() & _COMMANDS == Qt.KeyboardModifier.ControlModifier
        if self.page is None or not letter or ordered:
            super().keyPressEvent(event)
            return
        self._typed_in = cursor.blockNumber()
        if cursor.block().text():
            super().keyPressEvent(event)
            return
        with in_one_step(cursor.block()):
            self.page.begin(cursor.block(), letter)
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Walk the blanks of a phrase before leaving the page."""
        return self._walk_blank(forwards=forwards) or super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts."""
        super().focusOutEvent(event)
        self.flush()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain lines."""
        text = pasted(source.text())
        here = self.textCursor().block().length()
        if len(text) > LONGEST_PROSE or here + len(text.split("\n", 1)[0]) > LONGEST_PROSE:
            self.desk.show_error(
                UserError(
                    "This was not pasted, because it is longer than {limit} letters; paste it in"
                    " parts; what is written here is safe.",
                    limit=LONGEST_PROSE,
                )
            )
            return
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain lines, without signs of direction."""
        data = QMimeData()
        data.setText(words_of(self.textCursor().selectedText().replace("\u2029", "\n")))
        return data

    def _break_line(self) -> None:
        if self.page is None:
            return
        self.setTextCursor(break_line(self.page, self.textCursor()))
        self._typed_in = -1
        self.ensureCursorVisible()
        self._done_at_once()

    def _erase(self, event: QKeyEvent) -> bool:
        """Give the last chip back at the end of a line that nothing was typed in since."""
        cursor = self.textCursor()
        if self.page is None or cursor.hasSelection():
            return False
        number = cursor.blockNumber()
        if cursor.atBlockEnd() and self._typed_in != number:
            what = last_chip(self.page, cursor.block())
            if what:
                self._take_back(number, what)
                return True
        if self._before_caret() == LRM:
            self._twice(event)
            return True
        self._typed_in = number
        return False

    def _twice(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        with in_one_step(cursor.block()):
            super().keyPressEvent(event)
            super().keyPressEvent(event)

    def _jump_mark(self, *, forwards: bool) -> None:
        """Never stop between a sign of direction and what it directs."""
        if self._before_caret() != LRM:
            return
        cursor = self.textCursor()
        mode = _KEEP if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(cursor.position() + (1 if forwards else -1), mode)
        self.setTextCursor(cursor)

    def _before_caret(self) -> str:
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        return cursor.block().text()[at - 1 : at] if at else ""

    def _after_caret(self) -> str:
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        return "" if cursor.hasSelection() else cursor.block().text()[at : at + 1]

    def _walk_blank(self, *, forwards: bool) -> bool:
        cursor = self.textCursor()
        block = cursor.block()
        text, start = block.text(), block.position()
        if forwards:
            at = text.find(BLANK, cursor.selectionEnd() - start)
        else:
            at = text.rfind(BLANK, 0, cursor.selectionStart() - start)
        if at < 0:
            return False
        cursor.setPosition(start + at)
        cursor.setPosition(start + at + len(BLANK), _KEEP)
        self.setTextCursor(cursor)
        return True

    # --- what keys lead to ---

    def _on_text(self) -> None:
        if self.page is None:
            return
        self.page.mend()
        self.refresh()
        self._keeper.typed()
        self._told.start()
        if self.hasFocus():
            self._complete()

    def _on_caret(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._was_at:
            self._was_at = number
            self._typed_in = -1 if self._typed_in != number else number
            self.current_changed.emit()
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader what stands around the line."""
        if self.page is None:
            return
        block = self.textCursor().block()
        chips = [one.chip.label for one in self.page.chips(block)]
        kind = marks_in(block).kind
        said = [] if kind is None else [label(kind, self.desk.language)]
        words = ", ".join([*said, *chips])
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _done_at_once(self) -> None:
        self._describe()
        self._keeper.keep_soon()
        self._told.stop()
        self.lines_changed.emit()

    def _take_back(self, number: int, what: str) -> None:
        if self.page is None:
            return
        block = self.page.document.findBlockByNumber(number)
        with in_one_step(block):
            give_back(self.page, self.reader, block, what)
        self._typed_in = number
        self.setTextCursor(at_end(block))
        self._done_at_once()

    def _set_due(self, on: object) -> None:
        if self.page is None:
            return
        block = self.textCursor().block()
        with in_one_step(block):
            set_due(self.page, block, on if isinstance(on, date) else None)
        self.setTextCursor(at_end(block))
        self._done_at_once()

    # --- suggestions ---

    def _complete(self) -> None:
        """Offer whom the letters after ``@`` may mean."""
        before, at = self._asked()
        lines = self._owners(before[at + 1 :]) if at >= 0 else ()
        self._taking = self._take_owner
        self._offer(lines)

    def _asked(self) -> tuple[str, int]:
        """Give the line up to the caret, and where an ``@`` stands that is being followed."""
        cursor = self.textCursor()
        before = words_of(cursor.block().text()[: cursor.positionInBlock()])
        at = before.rfind("@")
        alone = not before[:at][-1:].isalnum() and len(before) - at < _LONGEST_NAME
        return before, at if alone else -1

    def _offer(self, lines: Sequence[Suggestion]) -> None:
        caret = self.cursorRect()
        caret.moveTopLeft(self.viewport().mapTo(self, caret.topLeft()))
        self._suggestions.offer(self, lines, caret)

    def _take_suggestion(self, one: Suggestion) -> None:
        self._taking(one)

    def _owners(self, typed: str) -> Sequence[Suggestion]:
        if typed[:1].isspace() or self.page is None:
            return ()
        found = self.reader.offer(typed, self.desk.roster.now)
        if any(typed.startswith(owner_words(one, self.page.language)) for one in found):
            return ()
        return [
            Suggestion(
                name_for(one.name, self.desk.language),
                name_for(one.about, self.desk.language),
                "buildings" if one.kind == "body" else "user",
                one,
            )
            for one in found
        ]

    def _take_owner(self, one: Suggestion) -> None:
        entry = one.value
        if self.page is None or not isinstance(entry, Entry):
            return
        name = owner_words(entry, self.page.language)
        self.reader.choose(name, Owner("body" if entry.kind == "body" else "person", entry.id))
        cursor = self.textCursor()
        with in_one_step(cursor.block()):
            start = cursor.block().text().rfind("@", 0, cursor.positionInBlock())
            cursor.setPosition(cursor.block().position() + start, _KEEP)
            cursor.insertText(f"@{name} ")

    # --- the record ---

    def _know_people(self) -> None:
        if self._session is None:
            return
        self.reader.set_people(self._session, self.desk.roster.now)
        for page in self._pages.values():
            page.understand_anew()
        self.refresh()

    def _differs(self, session: Session) -> bool:
        return any(
            {one.uid: one for one in lines_of(session, page.item_id, page.language)} != page.known
            or other_words(session, page.language) != page.others
            for page in self._pages.values()
        )

    def _check(self) -> None:
        """Read what was written elsewhere, and show it where nothing is being typed."""
        store, shown = self.desk.store, self._session
        if store is None or shown is None:
            return
        if not self._keeper.idle:
            self._check_again = True
            return
        self._check_again = False
        writes = self._keeper.writes

        def work(_: object) -> Session:
            with store.read() as reading:
                return get_session(reading, shown.id)

        def take(session: Session) -> None:
            if self._session is None or session.id != self._session.id:
                return
            if writes != self._keeper.writes or not self._keeper.idle:
                self._check_again = True
                return
            self._session = session
            for page in self._pages.values():
                lines = lines_of(session, page.item_id, page.language)
                page.take(lines, other_words(session, page.language))
            self.refresh()
            self._keeper.keep()
            self.lines_changed.emit()

        self.desk.runner.run(work, take)

    def _on_saved(self) -> None:
        self.saved.emit()
        if self._check_again:
            self._check()

    def _current_uid(self) -> str:
        return marks_in(self.textCursor().block()).uid if self.hasFocus() else ""

    def _to_end(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self._was_at = cursor.blockNumber()
        self.ensureCursorVisible()


def _line_of(outcome: Outcome, language: PaperLanguage) -> Line:
    """Give an outcome that no page in memory holds."""
    person, bodies = outcome.owner_person, outcome.owner_bodies
    names = [*((person.name,) if person else ()), *(body.name for body in bodies)]
    owner = Bilingual(
        "، ".join(name.best("ar") for name in names), ", ".join(name.best("fr") for name in names)
    )
    return Line(
        uid="",
        item_id=outcome.agenda_item_id,
        text=outcome.text.best(language),
        kind=outcome.kind,
        outcome_uid=outcome.uid,
        person_id=person.id if person else None,
        body_ids=tuple(body.id for body in bodies),
        owner=outcome.owner_text or owner,
        due=outcome.due,
        ongoing=outcome.ongoing,
    )
