"""A line of the minutes as it lives in the page: its words, and what is known beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import lru_cache
from typing import Final

import msgspec

from db.codes import InterventionKind, OutcomeKind
from desktop_app.direction import bare
from desktop_app.services.minutes import LineOutcome, PageLine
from desktop_app.services.note_reading import Reading
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands at this moment, whether it is kept already or not.

    Attributes:
        uid: of the line; empty for an outcome that no line holds.
        item_id: the point of the agenda that it belongs to.
        text: its words in the language of the page, without what was understood.
        at: the time of day when it was begun.
        kind: of what came of it; None for words alone.
        spoken: what a speaker did; a note is nobody's.
        speakers: ids of those who spoke.
        outcome_uid: of what came of it.
        person_id, body_ids: who is in charge, whether that stands in the text still or not.
        owner: who is in charge, in words.
        due, ongoing: until when, or without end on purpose.
    """

    uid: str
    item_id: int | None
    text: str
    at: time | None = None
    kind: OutcomeKind | None = None
    spoken: InterventionKind = InterventionKind.NOTE
    speakers: tuple[int, ...] = ()
    outcome_uid: str = ""
    person_id: int | None = None
    body_ids: tuple[int, ...] = ()
    owner: Bilingual = Bilingual()
    due: date | None = None
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What a block of the page carries beside its words, through undo and redo.

    Attributes:
        uid: of the line; empty until a letter is typed.
        at, spoken, speakers, kind, outcome_uid: as of a line.
        person_id, body_ids, owner_text, due, ongoing: what left the text and stays as chips.
        said: the words that each of them was read from, by its chip.
        given: pieces of the text that are not to be understood.
    """

    uid: str = ""
    at: time | None = None
    spoken: InterventionKind = InterventionKind.NOTE
    speakers: tuple[int, ...] = ()
    kind: OutcomeKind | None = None
    outcome_uid: str = ""
    person_id: int | None = None
    body_ids: tuple[int, ...] = ()
    owner_text: Bilingual = Bilingual()
    due: date | None = None
    ongoing: bool = False
    said: dict[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()

    @property
    def owned(self) -> bool:
        """Whether somebody is in charge already."""
        return bool(self.person_id or self.body_ids or self.owner_text)


PLAIN: Final = Marks()
NOTHING_READ: Final = Reading("")


def encoded(marks: Marks) -> str:
    """Write marks as a block keeps them."""
    return msgspec.json.encode(marks).decode()


@lru_cache(4096)
def decoded(text: str) -> Marks:
    """Read the marks of a block."""
    return msgspec.json.decode(text, type=Marks) if text else PLAIN


def words_of(text: str) -> str:
    """Give the text of a block without signs of direction, its line breaks as line feeds."""
    return bare(text).replace("\u2028", "\n")


def outcome_of(marks: Marks, reading: Reading, words: str) -> LineOutcome | None:
    """Give what came of a line, from what left its text and what stands there still."""
    if marks.kind is None:
        return None
    named = reading.person_id is not None or bool(reading.body_ids)
    dated = reading.due is not None or reading.ongoing
    return LineOutcome(
        uid=marks.outcome_uid,
        kind=marks.kind,
        text=(reading.text if reading.spans else words).strip() or words.strip(),
        person_id=marks.person_id if reading.person_id is None else reading.person_id,
        body_ids=tuple(dict.fromkeys((*marks.body_ids, *reading.body_ids))),
        owner_text=Bilingual() if named else marks.owner_text,
        due=reading.due if dated else marks.due,
        ongoing=reading.ongoing if dated else marks.ongoing,
    )


def page_line(marks: Marks, reading: Reading, words: str) -> PageLine:
    """Give a block as it is kept."""
    return PageLine(
        uid=marks.uid,
        text=words.strip(),
        at=marks.at,
        kind=marks.spoken,
        speakers=marks.speakers,
        outcome=outcome_of(marks, reading, words),
    )


def marks_of(line: PageLine, read: Callable[[str, tuple[str, ...]], Reading]) -> Marks:
    """Give the marks of a line that is on file.

    Args:
        line: as it is kept.
        read: understands its words, but for given pieces.
    """
    marks = Marks(line.uid, line.at, line.kind, line.speakers)
    said = line.outcome
    if said is None:
        return replace(marks, given=pieces(line.text, read))
    marks = replace(marks, kind=said.kind, outcome_uid=said.uid)
    if line.text == said.text:
        marks = replace(marks, given=pieces(line.text, read))
        reading = NOTHING_READ
    else:
        reading = read(line.text, ())
    return replace(
        marks,
        person_id=None if said.person_id == reading.person_id else said.person_id,
        body_ids=tuple(one for one in said.body_ids if one not in reading.body_ids),
        owner_text=said.owner_text,
        due=None if said.due == reading.due else said.due,
        ongoing=said.ongoing and not reading.ongoing,
    )


def pieces(words: str, read: Callable[[str, tuple[str, ...]], Reading]) -> tuple[str, ...]:
    """Give all pieces of a text that would be understood."""
    given: tuple[str, ...] = ()
    while spans := read(words, given).spans:
        given = (*given, *(words[one.start : one.end] for one in spans))
    return given
