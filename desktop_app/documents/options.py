"""What a user chooses when a paper is made; every field has a sensible default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.services.institution_data import HeaderMode
from desktop_app.services.people_data import Person


class SheetVariant(StrEnum):
    """What an attendance sheet is for."""

    BLANK = "blank"
    PREFILLED = "prefilled"
    CLEAN = "clean"


class Attested(StrEnum):
    """What an attestation attests."""

    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    FACILITATION = "facilitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """The choices of all papers; each paper reads its own.

    Attributes:
        people: ids of those who get an attestation or a letter of their own; all when empty.
        dated: the date under the paper; what it is when None is told by each paper.
        signatory: who signs, in place of the centre's own signatory.
        on_behalf_of: by whose delegation the signatory signs.
        guest: (report) the centre only took part in another body's session.
        variant: (sheet) blank, pre-filled, or a clean copy after the session.
        half_days: (sheet) one signature column or two; by the session's hours when None.
        closed_by_hand: (sheet) the number of those present is written by hand; by default only
            in the clean copy it is in words.
        each: (invitation) one letter a person rather than a general one.
        attested, asked_for, hours, references: (attestation) what it attests, whether the person
            asked for it, its total of hours, and its number by the person's id.
        reference: (papers of a scope) the number on it, as typed.
        header: a mode, or a picture (PNG or JPEG), in place of the centre's own header.
    """

    people: tuple[int, ...] = ()
    dated: date | None = None
    signatory: Person | None = None
    on_behalf_of: Person | None = None
    guest: bool = False
    variant: SheetVariant = SheetVariant.PREFILLED
    half_days: int | None = None
    closed_by_hand: bool | None = None
    each: bool = False
    attested: Attested = Attested.ATTENDANCE
    asked_for: bool = False
    hours: int | None = None
    references: Mapping[int, str] = field(default_factory=dict)
    reference: str = ""
    header: HeaderMode | bytes | None = None

    @property
    def day(self) -> date:
        """The date under a paper that is always dated.

        Raises:
            ValueError: it is not dated, as papers of a whole session may be.
        """
        if self.dated is None:
            raise ValueError("a paper without date")
        return self.dated
