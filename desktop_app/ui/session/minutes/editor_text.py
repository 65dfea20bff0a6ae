"""What one key does to the text of the page: each is one step of its undo."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import uuid4

from PySide6.QtGui import QTextBlock, QTextCursor

from db.codes import InterventionKind, OutcomeKind
from desktop_app.services.note_reading import Owner, Reading, Span
from desktop_app.services.text import cleaned
from desktop_app.ui.session.minutes.chips import What
from desktop_app.ui.session.minutes.editor_page import Page, marks_in
from desktop_app.ui.session.minutes.lines import PLAIN, Marks, pieces, words_of
from desktop_app.ui.session.minutes.reading import Reader, places_of
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import bare as without_article

BLANK: Final = "…"
_KEEP = QTextCursor.MoveMode.KeepAnchor
_DIRECTS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BEFORE: Final[dict[PaperLanguage, str]] = {"ar": "قبل", "fr": "avant le"}
_ALWAYS: Final[dict[PaperLanguage, str]] = {"ar": "مستمر", "fr": "en continu"}


@contextmanager
def in_one_step(block: QTextBlock) -> Iterator[QTextCursor]:
    """Let all that is done to the text be undone at once."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def at_end(block: QTextBlock) -> QTextCursor:
    """Give a caret at the end of a line."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return cursor


def pasted(text: str) -> str:
    """Give what is taken of a text from elsewhere: plain lines, without control characters."""
    whole = cleaned(_DIRECTS.sub("", text))
    before = " " if text[:1] == " " and whole else ""
    after = " " if text[-1:] == " " and whole else ""
    return f"{before}{whole}{after}"


def set_kind(page: Page, block: QTextBlock, kind: OutcomeKind | None) -> None:
    """Lift a line into the outcomes, or give it its words back."""
    marks = marks_in(block)
    if kind is None:
        for what in ("person", "bodies", "due"):
            give_back(page, page.reader, block, what)
        marks = marks_in(block)
        given = pieces(words_of(block.text()), page.reader.read)
        page.set_marks(block, replace(marks, kind=None, outcome_uid="", given=given))
        return
    given = () if marks.kind is None else marks.given
    uid = marks.outcome_uid or str(uuid4())
    page.set_marks(block, replace(marks, kind=kind, outcome_uid=uid, given=given))


def break_line(page: Page, cursor: QTextCursor) -> QTextCursor:
    """Begin a new line at the caret; what was understood in the one before leaves its text."""
    with in_one_step(cursor.block()):
        cursor.removeSelectedText()
        block = cursor.block()
        if cursor.atBlockStart() and block.text():
            cursor.insertBlock(block.blockFormat())
            page.set_marks(block, PLAIN)
        else:
            cursor.insertBlock()
            page.set_marks(cursor.block(), PLAIN)
            confirm(page, cursor.block().previous())
    return cursor


def confirm(page: Page, block: QTextBlock) -> None:
    """Take what was understood out of a line that came to something; in a plain one it stays."""
    marks, reading, words = marks_in(block), page.reading(block), words_of(block.text())
    if marks.kind is None:
        _name_plainly(page, block)
    elif reading.spans:
        marks = _with_chips(marks, reading, words)
        if reading.text:  # else nothing would be left to say
            page.set_text(block, reading.text.replace("\n", "\u2028"))
    given = (*marks.given, *pieces(words_of(block.text()), page.reader.read))
    kept = {one for one in given if one in words_of(block.text())}
    marks = replace(marks, given=tuple(sorted(kept)))
    if marks != marks_in(block):
        page.set_marks(block, marks)


def last_chip(page: Page, block: QTextBlock) -> str:
    """Name the last chip of a line that can be given back and stands in the text no more."""
    chips = [one for one in page.chips(block) if one.what and not one.pending]
    return chips[-1].what if chips else ""


def give_back(page: Page, reader: Reader, block: QTextBlock, what: str) -> None:
    """Let what a chip says be words of the line, and nothing more."""
    marks, reading = marks_in(block), page.reading(block)
    words = words_of(block.text())
    mine = [one for one in reading.spans if _what(one) == what]
    given = {*marks.given, *(words[one.start : one.end] for one in mine)}
    said = _said_again(page, reader, marks, what)
    if what == "speakers":
        marks = replace(marks, spoken=InterventionKind.NOTE, speakers=())
    elif what == "person":
        marks = replace(marks, person_id=None, owner_text=Bilingual())
    elif what == "bodies":
        marks = replace(marks, body_ids=(), owner_text=Bilingual())
    else:
        marks = replace(marks, due=None, ongoing=False)
    rest = {key: value for key, value in marks.said.items() if key != what}
    if said:
        at_end(block).insertText(f" {said}" if words.strip() else said)
        given.add(said)
        given.update(pieces(said, reader.read))
    page.set_marks(block, replace(marks, said=rest, given=tuple(sorted(given))))


def set_due(page: Page, block: QTextBlock, day: date | None) -> None:
    """Set a day that was chosen (None: without end): as a chip, in a plain line as words."""
    marks = marks_in(block)
    if marks.kind is None:
        words = _due_words(day, page.language)
        at_end(block).insertText(f" {words}" if block.text().strip() else words)
        return
    dates = [one for one in page.reading(block).spans if _what(one) == "due"]
    for start, end in reversed(places_of(block.text(), dates)):
        cut = QTextCursor(block)
        cut.setPosition(block.position() + start)
        cut.setPosition(block.position() + end, _KEEP)
        cut.removeSelectedText()
    said = {**marks.said, "due": _due_words(day, page.language)}
    page.set_marks(block, replace(marks, due=day, ongoing=day is None, said=said))


def swap(page: Page, block: QTextBlock, other: QTextBlock) -> None:
    """Let two lines change places."""
    first, second = marks_in(block), marks_in(other)
    words, others = block.text(), other.text()
    page.set_text(block, others)
    page.set_text(other, words)
    page.set_marks(block, second)
    page.set_marks(other, first)


def _name_plainly(page: Page, block: QTextBlock) -> None:
    """Write whom ``@`` names in a plain line with the whole name."""
    named = [
        (one, page.reader.name_of(one.what))
        for one in page.reading(block).spans
        if isinstance(one.what, Owner)
    ]
    places = places_of(block.text(), [one for one, _ in named])
    for (start, end), (_, name) in reversed([*zip(places, named, strict=True)]):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, _KEEP)
        cursor.insertText(without_article(name.best(page.language)))


def _with_chips(marks: Marks, reading: Reading, words: str) -> Marks:
    """Let what was read stay as chips, each with its words."""
    said = dict(marks.said)
    for what in ("person", "bodies", "due"):
        mine = [words[one.start : one.end] for one in reading.spans if _what(one) == what]
        before = [said[what]] if what == "bodies" and what in said else []
        if mine:
            said[what] = " ".join([*before, *mine])
    named = reading.person_id is not None or bool(reading.body_ids)
    dated = reading.due is not None or reading.ongoing
    return replace(
        marks,
        person_id=marks.person_id if reading.person_id is None else reading.person_id,
        body_ids=tuple(dict.fromkeys((*marks.body_ids, *reading.body_ids))),
        owner_text=Bilingual() if named else marks.owner_text,
        due=reading.due if dated else marks.due,
        ongoing=reading.ongoing if dated else marks.ongoing,
        said=said,
    )


def _said_again(page: Page, reader: Reader, marks: Marks, what: str) -> str:
    """Give the words that say what a chip says; empty when it is not there."""
    if what == "due":
        there = marks.due is not None or marks.ongoing
        return marks.said.get(what) or _due_words(marks.due, page.language) if there else ""
    if what == "speakers":
        return ""
    ids: Collection[int] = marks.body_ids
    if what == "person":
        ids = () if marks.person_id is None else (marks.person_id,)
    owners = [Owner("person" if what == "person" else "body", one) for one in ids]
    if not owners and not marks.owner_text:
        return ""
    if not owners:
        return marks.owner_text.best(page.language) if what == "bodies" else ""
    names = [without_article(reader.name_of(one).best(page.language)) for one in owners]
    return marks.said.get(what) or " ".join(f"@{one}" for one in names if one)


def _due_words(day: date | None, language: PaperLanguage) -> str:
    if day is None:
        return _ALWAYS[language]
    return f"{_BEFORE[language]} {day:%d/%m/%Y}"


def _what(span: Span) -> What:
    if isinstance(span.what, Owner):
        return "person" if span.what.kind == "person" else "bodies"
    return "due"
