"""Bodies and people as they cross the floors: frozen, without a database."""

from dataclasses import dataclass
from datetime import date

from db.codes import BodyKind, Civility
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function


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


NO_FUNCTION = Function()


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the function and the body held now.

    Attributes:
        name: full name in Arabic letters and in Latin letters, without civility.
    """

    id: int
    uid: str
    civility: Civility
    name: Bilingual
    function: Function = NO_FUNCTION
    body: Body | None = None
    email: str = ""
    phone: str = ""
