"""The papers that the window offers for a session."""

from dataclasses import dataclass, field
from typing import Final

from desktop_app.documents.options import PaperOptions, SheetVariant
from desktop_app.i18n import N_
from desktop_app.wording.bilingual import PaperLanguage


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper of the list; `message` is an English catalogue message, `kind` a rendering's."""

    message: str
    kind: str
    options: PaperOptions = field(default_factory=PaperOptions)


OFFERS: Final = (
    Offer(N_("Invitation"), "invitation"),
    Offer(N_("Invitation, one a person"), "invitation", PaperOptions(each=True)),
    Offer(N_("Attendance sheet"), "attendance-sheet"),
    Offer(
        N_("Attendance sheet, blank"), "attendance-sheet", PaperOptions(variant=SheetVariant.BLANK)
    ),
    Offer(
        N_("Attendance list, clean copy"),
        "attendance-sheet",
        PaperOptions(variant=SheetVariant.CLEAN),
    ),
    Offer(N_("Minutes"), "minutes"),
    Offer(N_("Short report"), "report"),
    Offer(N_("Attestations of attendance"), "attestation"),
)
FIRST_SHOWN: Final = 5
"""The minutes."""

LANGUAGES: Final[dict[str, tuple[PaperLanguage, ...]]] = {
    "ar": ("ar",),
    "fr": ("fr",),
    "both": ("ar", "fr"),
}
LANGUAGE_LABELS: Final = {"ar": N_("Arabic"), "fr": N_("French"), "both": N_("Bilingual")}
