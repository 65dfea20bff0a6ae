"""Bodies: ministry, academy, directorates, centres, services, schools and partners."""

from dataclasses import dataclass
from datetime import date

from db.codes import BodyKind
from desktop_app.wording.bilingual import Bilingual

__all__ = ["Body", "BodyKind", "BodyName"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body under the names it had on one day.

    Attributes:
        name: official name; the French one with its article (``la direction provinciale …``).
        short_name: for table cells (``AREF``, ``DP d’Azilal``); the name serves when it is empty.
        parent_id: the body it belongs to, if any.
    """

    id: int
    uid: str
    kind: BodyKind
    name: Bilingual
    short_name: Bilingual = Bilingual()
    town: Bilingual = Bilingual()
    email: str = ""
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class BodyName:
    """The names of a body from one day on, until the next such name."""

    valid_from: date | None
    name: Bilingual
    short_name: Bilingual = Bilingual()
