"""The papers: what there is, how each is read, built, reworded and named."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.unit_of_work import Reading
from desktop_app.documents import (
    actions,
    attendance_sheet,
    attestation,
    attestation_register,
    changes,
    cover_sheet,
    director_page,
    extract,
    follow_up_table,
    invitation,
    letterhead,
    minutes,
    report,
    synthesis,
)
from desktop_app.documents.blocks import Paper
from desktop_app.documents.options import Attested, PaperOptions, SheetVariant
from desktop_app.documents.phrases import Languages
from desktop_app.documents.rewording import reworded, wording
from desktop_app.documents.scope import Scope
from desktop_app.services.institution_data import Institution
from desktop_app.wording.bilingual import Bilingual

__all__ = [
    "KINDS",
    "SCOPED",
    "Attested",
    "Kind",
    "PaperOptions",
    "Scope",
    "SheetVariant",
    "build",
    "file_name",
    "kind_of",
    "reworded",
    "wording",
]

Builder = Callable[[Any, Institution, Languages, PaperOptions], Paper]
Reader = Callable[[Reading, Scope, PaperOptions], Any]

_LONGEST = 180
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    Attributes:
        code: on the command line and in the record (`db.codes.DocumentKind`).
        builder: makes the paper from a session, or from what `read` gave.
        read: reads what the paper is made from; None for those made from one whole session. The
            options it and the builder are given are always dated.
    """

    code: str
    title: Bilingual
    builder: Builder
    read: Reader | None = None


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("minutes", Bilingual("محضر", "Procès-verbal"), minutes.build),
        Kind("report", Bilingual("تقرير", "Compte rendu"), report.build),
        Kind(
            "attendance-sheet",
            Bilingual("لائحة حضور", "Feuille de présence"),
            attendance_sheet.build,
        ),
        Kind("invitation", Bilingual("دعوة", "Invitation"), invitation.build),
        Kind("attestation", Bilingual("شهادة", "Attestation"), attestation.build),
    )
}
"""Every kind of paper that is made from one whole session, by code."""

SCOPED: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            "follow-ups",
            Bilingual("جدول التتبع", "Tableau de suivi"),
            follow_up_table.build,
            follow_up_table.read,
        ),
        Kind("extract", Bilingual("مستخرج", "Extrait"), extract.build, extract.read),
        Kind(
            "changes",
            Bilingual("بيان التغييرات", "État des modifications"),
            changes.build,
            changes.read,
        ),
        Kind(
            "actions",
            Bilingual("لائحة الإجراءات", "Liste des actions"),
            actions.build,
            actions.read,
        ),
        Kind(
            "cover-sheet",
            Bilingual("ورقة إرسال", "Bordereau d’envoi"),
            cover_sheet.build,
            cover_sheet.read,
        ),
        Kind(
            "attestation-register",
            Bilingual("سجل الشهادات", "Registre des attestations"),
            attestation_register.build,
            attestation_register.read,
        ),
        Kind(
            "synthesis",
            Bilingual("تقرير تركيبي", "Rapport de synthèse"),
            synthesis.build,
            synthesis.read,
        ),
        Kind(
            "director-page",
            Bilingual("صفحة السيد المدير", "Page du directeur"),
            director_page.build,
            synthesis.read,
        ),
    )
}
"""Every kind of paper that is made from a `Scope`, by code."""


def kind_of(code: str) -> Kind:
    """Give a kind of paper by its code.

    Raises:
        KeyError: the kind is unknown.
    """
    return KINDS[code] if code in KINDS else SCOPED[code]


def build(
    kind: str,
    matter: Any,  # noqa: ANN401 - each kind has its own
    institution: Institution,
    languages: Languages,
    options: PaperOptions | None = None,
) -> Paper:
    """Make a paper.

    Args:
        kind: a code of `KINDS` or `SCOPED`.
        matter: a session with all that is known of it, or what the kind read of its scope.
        institution: the centre, on the day of the paper.
        languages: ``("ar",)``, ``("fr",)`` or ``("ar", "fr")``.
        options: what the user chose; the defaults when None.

    Raises:
        KeyError: the kind is unknown.
        UserError: the paper would be for nobody, or about nothing.
    """
    options = options or PaperOptions()
    headed = letterhead.headed(institution, options.header)
    return kind_of(kind).builder(matter, headed, languages, options)


def file_name(paper: Paper, days: Sequence[date]) -> str:
    """Name the file of a paper: title, last day, and both languages when it has two.

    Letters and digits of any script, parted by hyphens: no sign that a file system refuses, no
    name that Windows keeps for a device, and never more than 255 bytes with the ending.
    """
    words = "".join(
        letter if letter.isalnum() or unicodedata.category(letter) == "Mn" else " "
        for letter in unicodedata.normalize("NFC", paper.title)
    ).split()
    while len("-".join(words).encode()) > _LONGEST and len(words) > 1:
        words.pop()
    name = "-".join(words).encode()[:_LONGEST].decode(errors="ignore")
    if not name or _DEVICES.fullmatch(name):
        name = f"{paper.kind}-{name}".removesuffix("-")
    parts = [name, *(day.isoformat() for day in days[-1:])]
    return "-".join([*parts, *(paper.languages if len(paper.languages) > 1 else ())]) + ".pdf"
