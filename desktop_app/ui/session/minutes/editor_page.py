"""One point of the agenda in one language: a document whose blocks are lines of the minutes."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Final
from unicodedata import bidirectional
from uuid import uuid4

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from desktop_app.direction import LRM, order_marks
from desktop_app.services.minutes import LineChange, PageLine
from desktop_app.services.note_reading import Owner, Reading
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.chips import LineChip, chips_of, kind_width
from desktop_app.ui.session.minutes.lines import (
    NOTHING_READ,
    PLAIN,
    Line,
    Marks,
    decoded,
    encoded,
    marks_of,
    page_line,
    words_of,
)
from desktop_app.ui.session.minutes.reading import Reader, places_of
from desktop_app.ui.theme import font, scaled
from desktop_app.ui.widgets.chips import CHIP_HEIGHT
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

MARGIN: Final = 12
AROUND: Final = 4
BELOW: Final = 6
INSET: Final = 14
_MARKS: Final = QTextFormat.Property.UserProperty.value + 1
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Page(QObject):
    """A document with undo of its own, and what the record is known to hold of it.

    Attributes:
        document: its blocks are the lines.
        reader: understands them.
        known: lines as the record holds them, by their uids, in their order.
        others: what lines say in the other language.
        ever: uids of all that came of its lines since it is shown.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        reader: Reader,
        item_id: int | None,
        language: PaperLanguage,
        pixels: int,
    ) -> None:
        super().__init__(parent)
        self.item_id, self.language = item_id, language
        self.known: dict[str, PageLine] = {}
        self.others: Mapping[str, str] = {}
        self.ever: set[str] = set()
        self._desk = desk
        self.reader = reader
        self._pixels = pixels
        self._mending = False
        self._changed: tuple[int, int] | None = None
        self._lines: tuple[Line, ...] = ()
        self._lines_at: tuple[int, date] | None = None
        self._forget()
        self.document = QTextDocument(self)
        self.document.setDocumentMargin(MARGIN)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._pieces = _Pieces(self)
        self.document.contentsChange.connect(self._note)
        self.dress(pixels)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Where its lines begin."""
        rtl = self.language == "ar"
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def blocks(self) -> Iterator[QTextBlock]:
        """Give the blocks in their order."""
        block = self.document.firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def block_of(self, uid: str) -> QTextBlock | None:
        """Give the block of a line."""
        return next((one for one in self.blocks() if marks_in(one).uid == uid), None)

    def reading(self, block: QTextBlock) -> Reading:
        """Understand a block."""
        words = words_of(block.text())
        return self.reader.read(words, marks_in(block).given) if words else NOTHING_READ

    def chips(self, block: QTextBlock) -> Sequence[LineChip]:
        """Give what stands under a block."""
        return chips_of(self._desk, self.reader, marks_in(block), self.reading(block))

    def spans(self, block: QTextBlock) -> list[tuple[int, int]]:
        """Give where what is understood stands in a block."""
        return places_of(block.text(), self.reading(block).spans)

    def kind_face(self) -> QFont:
        """Give the face of the word before a line."""
        return font(self._pixels, QFont.Weight.DemiBold)

    def dress(self, pixels: int) -> None:
        """Take size, words and colours anew."""
        self._pixels = pixels
        self.document.setDefaultFont(font(pixels))
        self._pieces.ink.setForeground(self._desk.tokens.ink("accent"))
        self._pieces.rehighlight()
        self._mend_all()

    def understand_anew(self) -> None:
        """Names or dates can be named that could not before."""
        self._forget()
        self._pieces.rehighlight()
        self._mend_all()

    # --- what it holds ---

    def lines(self) -> tuple[Line, ...]:
        """Give the lines that have words, as they stand."""
        now = (self.document.revision(), self.reader.today())
        if now != self._lines_at:
            found = (self._line(one) for one in self.blocks())
            self._lines_at, self._lines = now, tuple(one for one in found if one is not None)
        return self._lines

    def line(self, block: QTextBlock) -> Line | None:
        """Give one line, if it has words."""
        return self._line(block)

    def load(self, lines: Sequence[PageLine], others: Mapping[str, str]) -> None:
        """Show what the record holds, and below it an empty line to go on with."""
        self.document.setUndoRedoEnabled(False)
        self._mending = True
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for n, line in enumerate(lines):
            if n:
                cursor.insertBlock()
            self._write(cursor, line)
        if lines:
            cursor.insertBlock()
            cursor.setBlockFormat(self._format(Marks(), ""))
        cursor.endEditBlock()
        self._mending = False
        self.document.setUndoRedoEnabled(True)
        self.known = {line.uid: line for line in lines}
        self.others = others
        self._changed = None
        self._note_outcomes(lines)

    def take(self, lines: Sequence[PageLine], others: Mapping[str, str]) -> None:
        """Show what was changed elsewhere; what was typed here and is not kept yet stays."""
        self.others = others
        last: QTextBlock | None = None
        for line in lines:
            block, was = self.block_of(line.uid), self.known.get(line.uid)
            if block is None and was is None:
                block = self._insert(last, line)
            elif block is not None and was != line and self._as_kept(block) in {was, line}:
                self._replace(block, line)
            last = block or last
        incoming = {line.uid for line in lines}
        for uid, was in self.known.items():
            block = self.block_of(uid)
            if uid not in incoming and block is not None and self._as_kept(block) == was:
                self._delete(block)
        self.known = {line.uid: line for line in lines}
        self._note_outcomes(lines)

    def changes(self, current: str) -> list[LineChange]:
        """Give what the record does not hold yet.

        Args:
            current: uid of the line that has the caret: while its words are gone, what came of
                it stays as it is.
        """
        shown: dict[str, PageLine] = {}
        for block in self.blocks():
            line = self._as_kept(block)
            was = self.known.get(line.uid)
            if not line.text and was is not None and was.outcome and line.uid == current:
                line = was
            if line.uid and (line.text or self.others.get(line.uid)):
                shown[line.uid] = line
        staying = _in_order([uid for uid in shown if uid in self.known], list(self.known))
        changes = []
        for follows, uid in pairwise(["", *shown]):
            was, placed = self.known.get(uid), uid not in staying
            if placed or was != shown[uid]:
                changes.append(LineChange(uid, was, shown[uid], follows, placed))
        gone = [uid for uid in self.known if uid not in shown]
        return [*changes, *(LineChange(uid, self.known[uid], None) for uid in gone)]

    def assume_kept(self, changes: Sequence[LineChange]) -> None:
        """Take changes for kept; `assume_lost` takes that back."""
        for change in changes:
            if change.after is None:
                self.known.pop(change.uid, None)
            else:
                self.known[change.uid] = change.after
        order = [marks_in(block).uid for block in self.blocks()]
        places = {uid: n for n, uid in enumerate(order)}
        self.known = dict(sorted(self.known.items(), key=lambda one: places.get(one[0], 0)))
        self._note_outcomes([one.after for one in changes if one.after])

    def _note_outcomes(self, lines: Sequence[PageLine]) -> None:
        self.ever.update(line.outcome.uid for line in lines if line.outcome)

    def _as_kept(self, block: QTextBlock) -> PageLine:
        return self._known_as(_carried(block), block.text(), self.reader.today())[0]

    def _line(self, block: QTextBlock) -> Line | None:
        return self._known_as(_carried(block), block.text(), self.reader.today())[1]

    def _forget(self) -> None:
        """Work out anew what each block is."""
        self._lines_at = None
        self._known_as = lru_cache(2048)(self._work_out)

    def _work_out(self, carried: str, text: str, _: date) -> tuple[PageLine, Line | None]:
        """Give a block as it is kept and, if it has words, as the panes show it."""
        marks, words = decoded(carried), words_of(text).strip()
        reading = self.reader.read(words_of(text), marks.given) if words else NOTHING_READ
        kept = page_line(marks, reading, words_of(text))
        if not words:
            return kept, None
        said = kept.outcome
        line = Line(marks.uid, self.item_id, words, marks.at, None, marks.spoken, marks.speakers)
        if said is not None:
            line = replace(
                line,
                text=said.text,
                kind=said.kind,
                outcome_uid=said.uid,
                person_id=said.person_id,
                body_ids=said.body_ids,
                owner=said.owner_text or self._owner(said.person_id, said.body_ids),
                due=said.due,
                ongoing=said.ongoing,
            )
        return kept, line

    def _owner(self, person_id: int | None, body_ids: Sequence[int]) -> Bilingual:
        owners = [Owner("body", one) for one in body_ids]
        if person_id is not None:
            owners.insert(0, Owner("person", person_id))
        names = [self.reader.name_of(one) for one in owners]
        return Bilingual(
            "، ".join(one.best("ar") for one in names), ", ".join(one.best("fr") for one in names)
        )

    # --- writing in it ---

    def set_marks(self, block: QTextBlock, marks: Marks) -> None:
        """Let a block carry other marks; within the edit block at work."""
        QTextCursor(block).setBlockFormat(self._format(marks, block.text()))

    def begin(self, block: QTextBlock, letter: str) -> None:
        """Name a line that has no letter yet; within the edit block that types the first."""
        QTextCursor(block).setBlockFormat(self._format(_named(marks_in(block)), letter))

    def set_text(self, block: QTextBlock, text: str) -> None:
        """Let a block have other words; within the edit block at work."""
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        cursor.insertText(text)

    def mend(self) -> None:
        """Bring what changed into order: uids, times, room for chips, the order of numbers."""
        if self._mending or self._changed is None:
            return
        (start, end), self._changed = self._changed, None
        block, last = self.document.findBlock(start), self.document.findBlock(end)
        final = last.blockNumber() if last.isValid() else self.document.blockCount()
        cursor: QTextCursor | None = None
        self._mending = True
        while block.isValid() and block.blockNumber() <= final:
            wanted = self._mended(block)
            places = _marks_wanted(block.text())
            if wanted is not None or places:
                if cursor is None:
                    cursor = QTextCursor(block)
                    cursor.joinPreviousEditBlock()
                self._put_order_marks(block, places)
                if wanted is not None:
                    QTextCursor(block).setBlockFormat(wanted)
            block = block.next()
        if cursor is not None:
            cursor.endEditBlock()
        self._mending = False
        self._changed = None

    def _note(self, position: int, removed: int, added: int) -> None:
        start, end = position, position + added
        if self._changed is not None:
            first, last = self._changed
            end = max(end, last + added - removed if position <= last else last)
            start = min(start, first)
        self._changed = (start, end)

    def _mend_all(self) -> None:
        self._changed = (0, self.document.characterCount())
        self.mend()

    def _mended(self, block: QTextBlock) -> QTextBlockFormat | None:
        """Give the format that a block should have, if it has another one."""
        marks, text = marks_in(block), block.text()
        before = block.previous()
        if marks.uid and before.isValid() and marks_in(before).uid == marks.uid:
            marks = PLAIN
        if text:
            marks = _named(marks)
        wanted = self._format(marks, text)
        return None if wanted == block.blockFormat() else wanted

    def _format(self, marks: Marks, text: str) -> QTextBlockFormat:
        words = words_of(text)
        reading = self.reader.read(words, marks.given) if words else NOTHING_READ
        chips = chips_of(self._desk, self.reader, marks, reading)
        made = QTextBlockFormat()
        if marks != PLAIN:
            made.setProperty(_MARKS, encoded(marks))
        made.setTopMargin(AROUND)
        made.setBottomMargin(AROUND + scaled(CHIP_HEIGHT) + BELOW if chips else AROUND + 1)
        if marks.kind is not None:
            made.setLayoutDirection(self.direction)
            made.setTextIndent(kind_width(self._desk, marks.kind, self.kind_face()))
            rtl = self.direction is Qt.LayoutDirection.RightToLeft
            (made.setRightMargin if rtl else made.setLeftMargin)(INSET)
        elif not any(bidirectional(one) in {"L", "R", "AL"} for one in words):
            made.setLayoutDirection(self.direction)
        else:
            made.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        return made

    def _put_order_marks(self, block: QTextBlock, places: Sequence[tuple[int, bool]]) -> None:
        for place, put in places:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + place)
            if put:
                cursor.insertText(LRM)
            else:
                cursor.deleteChar()

    def _write(self, cursor: QTextCursor, line: PageLine) -> None:
        """Put a line of the record into the block of a cursor."""
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        text = _with_order_marks(line.text).replace("\n", "\u2028")
        cursor.insertText(text)
        cursor.setBlockFormat(self._format(marks_of(line, self.reader.read), text))

    def _insert(self, last: QTextBlock | None, line: PageLine) -> QTextBlock:
        first = self.document.firstBlock()
        cursor = QTextCursor(last or first)
        cursor.beginEditBlock()
        if last is not None:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
        elif first.text() or marks_in(first).uid:
            cursor.insertBlock(first.blockFormat())
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self._write(cursor, line)
        cursor.endEditBlock()
        return cursor.block()

    def _replace(self, block: QTextBlock, line: PageLine) -> None:
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        self._write(cursor, line)
        cursor.endEditBlock()

    def _delete(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.removeSelectedText()
        if block.isValid() and self.document.blockCount() == 1:
            cursor.setBlockFormat(self._format(PLAIN, ""))
        cursor.endEditBlock()


class _Pieces(QSyntaxHighlighter):
    """Colours what is understood, as long as it stands in the text."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.document)
        self._page = page
        self.ink = QTextCharFormat()
        self.ink.setFontWeight(QFont.Weight.Medium)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if text:
            for start, end in self._page.spans(self.currentBlock()):
                self.setFormat(start, end - start, self.ink)


def marks_in(block: QTextBlock) -> Marks:
    """Give what a block carries."""
    return decoded(_carried(block))


def _carried(block: QTextBlock) -> str:
    return block.blockFormat().property(_MARKS) or ""


def _named(marks: Marks) -> Marks:
    if marks.uid:
        return marks
    now = datetime.now().time().replace(second=0, microsecond=0)  # noqa: DTZ005 - the user's clock
    return replace(marks, uid=str(uuid4()), at=marks.at or now)


def _with_order_marks(words: str) -> str:
    for place in reversed(order_marks(words)):
        words = f"{words[:place]}{LRM}{words[place:]}"
    return words


def _marks_wanted(text: str) -> list[tuple[int, bool]]:
    """Give where a block lacks a sign of direction or has one too many, from its end."""
    wanted, words = set(order_marks(text.replace(LRM, ""))), 0
    found: list[tuple[int, bool]] = []
    here = False
    for place, letter in enumerate(text):
        if letter == LRM:
            if here or words not in wanted:
                found.append((place, False))
            here = here or words in wanted
            continue
        if words in wanted and not here:
            found.append((place, True))
        words, here = words + 1, False
    return found[::-1]


def _in_order(uids: Sequence[str], known: Sequence[str]) -> set[str]:
    """Give as many of the uids as stand in the order in which they are known."""
    places = {uid: n for n, uid in enumerate(known)}
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str] = {}
    for uid in uids:
        n = bisect_left(ends, places[uid])
        if n:
            before[uid] = last[n - 1]
        ends[n : n + 1], last[n : n + 1] = [places[uid]], [uid]
    staying = set()
    uid = last[-1] if last else ""
    while uid:
        staying.add(uid)
        uid = before.get(uid, "")
    return staying
