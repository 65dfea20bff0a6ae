"""A line of the minutes as it lives in the page: its words, and what is known beside them."""

from dataclasses import dataclass
from datetime import date, time

from db.codes import InterventionKind, OutcomeKind
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
