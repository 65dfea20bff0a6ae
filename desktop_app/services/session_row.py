"""A session as a line of a list, as it crosses the floors."""

from dataclasses import dataclass
from datetime import date, time

from db.codes import SessionState
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a line of a list."""

    id: int
    uid: str
    type_code: str
    type_label: Bilingual
    theme: Bilingual
    first_day: date | None
    start: time | None
    state: SessionState
    place: Bilingual
    reference: str
    invited: int
    present: int
    outcomes: int
