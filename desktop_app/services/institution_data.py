"""The centre that issues the papers, as it crosses the floors."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.calendar import AS_USUAL, HijriCorrections
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.people_data import Person


class HeaderMode(StrEnum):
    """How the head of a paper looks: the centre's lines, in two languages, or its own picture."""

    TEXT = "text"
    BILINGUAL = "bilingual"
    PICTURE = "picture"


class NumberingMode(StrEnum):
    """Whether papers are numbered by a pattern, left blank for the registry desk, or unnumbered."""

    PATTERN = "pattern"
    BLANK = "blank"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Institution:
    """The centre as its papers show it on one day.

    Attributes:
        header_ar, header_fr: lines of the generated header, from the State down to the centre.
        header_picture: bytes of the office's own header (PNG or JPEG), for `HeaderMode.PICTURE`.
        emblem: small picture between the two columns of a bilingual header, if any.
        name: of the centre (``المركز الجهوي لمنظومة الإعلام``, ``le centre régional du …``).
        academy: what the centre belongs to, for the notice and attestations.
        reference_pattern: with ``{seq}``, ``{seq:03}``, ``{yy}``, ``{yyyy}``, ``{service}``.
        hijri: how its Hijri dates differ from the tables.
        blank_lines: at most so many empty lines end an attendance sheet, for those who come
            without an invitation.
        data_notice: whether the sheet tells what its data serve.
        notice_text: in place of the notice's own words, where it is typed.
        cndp_number: of the declaration to the data-protection commission, if any.
        signatory: who signs invitations and attestations unless told otherwise.
    """

    name: Bilingual
    academy: Bilingual = Bilingual()
    header_ar: tuple[str, ...] = ()
    header_fr: tuple[str, ...] = ()
    header_mode: HeaderMode = HeaderMode.TEXT
    header_picture: bytes = b""
    emblem: bytes = b""
    city: Bilingual = Bilingual()
    email: str = ""
    phone: str = ""
    numbering: NumberingMode = NumberingMode.PATTERN
    reference_pattern: str = "{seq}/{yy}"
    service_code: str = ""
    hours_in_words: bool = True
    hijri_date: bool = True
    blank_date: bool = False
    lateness_shown: bool = False
    hijri: HijriCorrections = AS_USUAL
    phone_on_sheet: bool = False
    blank_lines: int = 8
    data_notice: bool = True
    notice_text: Bilingual = Bilingual()
    cndp_number: str = ""
    signatory: "Person | None" = None
