"""The papers of a session, and what can be chosen for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from db.codes import DocumentKind
from desktop_app.documents.options import Attested, PaperOptions, SheetVariant
from desktop_app.i18n import N_
from desktop_app.wording.bilingual import PaperLanguage


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper of the list; messages are English catalogue messages.

    Attributes:
        variants: options by message, the first is the usual one.
        by_person: whether it can be one person's.
        numbered: whether it bears a number that is typed or given here.
    """

    message: str
    kind: DocumentKind
    variants: Mapping[str, PaperOptions] = field(default_factory=dict)
    by_person: bool = False
    numbered: bool = False


OFFERS: Final = (
    Offer(
        N_("Invitation"),
        DocumentKind.INVITATION,
        variants={
            N_("One for all"): PaperOptions(),
            N_("One for each person"): PaperOptions(each=True),
        },
        by_person=True,
        numbered=True,
    ),
    Offer(
        N_("Attendance sheet"),
        DocumentKind.ATTENDANCE_SHEET,
        variants={
            N_("Pre-filled"): PaperOptions(),
            N_("Blank"): PaperOptions(variant=SheetVariant.BLANK),
            N_("Clean copy"): PaperOptions(variant=SheetVariant.CLEAN),
        },
    ),
    Offer(N_("Minutes"), DocumentKind.MINUTES, numbered=True),
    Offer(N_("Short report"), DocumentKind.REPORT, numbered=True),
    Offer(
        N_("Attestations"),
        DocumentKind.ATTESTATION,
        variants={
            N_("Attendance"): PaperOptions(),
            N_("Participation"): PaperOptions(attested=Attested.PARTICIPATION),
            N_("Facilitation"): PaperOptions(attested=Attested.FACILITATION),
        },
        by_person=True,
    ),
    Offer(N_("Follow-up table"), DocumentKind.FOLLOW_UPS),
    Offer(N_("Sheet of actions"), DocumentKind.ACTIONS),
    Offer(N_("Cover sheet"), DocumentKind.COVER_SHEET),
    Offer(N_("Register of attestations"), DocumentKind.ATTESTATION_REGISTER),
)
FIRST_SHOWN: Final = 2
"""The minutes."""

LANGUAGES: Final[dict[str, tuple[PaperLanguage, ...]]] = {
    "ar": ("ar",),
    "fr": ("fr",),
    "both": ("ar", "fr"),
}
LANGUAGE_LABELS: Final = {"ar": N_("Arabic"), "fr": N_("French"), "both": N_("Bilingual")}
