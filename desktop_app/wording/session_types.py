"""Session types with the forms that sentences need."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SessionType:
    """A type of session: its names and how sentences agree with it.

    Attributes:
        code: what is stored.
        indefinite, definite, plural: in Arabic (``ورشة عمل``, ``ورشة العمل``, ``ورشات عمل``).
        gender: in Arabic.
        french: without article (``atelier de travail``); french_gender: of that noun.
        french_plural: (``ateliers de travail``).
        verbs: which verbs it takes: A meetings, B what is organised, C visits.
        training: attendees *suivent* it rather than take part in its work.
        remote: held at a distance by its nature.
    """

    code: str
    indefinite: str
    definite: str
    gender: Literal["m", "f"]
    plural: str
    french: str
    french_gender: Literal["m", "f"]
    french_plural: str
    verbs: Literal["A", "B", "C"] = "A"
    training: bool = False
    remote: bool = False
