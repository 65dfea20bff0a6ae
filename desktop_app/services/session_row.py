"""A session as a line of a list, as it crosses the floors."""

from dataclasses import dataclass
from datetime import date, time

from db.codes import SessionState
from desktop_app.services.standing_data import Wait
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.gender import Gender


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a line of a list.

    Attributes:
        gender, french_gender: of its type, with which its state agrees.
        last_day: the first when it is held on one day.
        waits: what its minutes wait for.
    """

    id: int
    uid: str
    type_code: str
    type_label: Bilingual
    gender: Gender
    french_gender: Gender
    theme: Bilingual
    first_day: date | None
    last_day: date | None
    start: time | None
    state: SessionState
    place: Bilingual
    reference: str
    invited: int
    present: int
    outcomes: int
    waits: Wait | None = None
