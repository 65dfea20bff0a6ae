"""The papers that a session gives: what there is, how each is built, reworded and named."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.documents import (
    attendance_sheet,
    attestation,
    invitation,
    letterhead,
    minutes,
    report,
)
from desktop_app.documents.blocks import Paper
from desktop_app.documents.options import Attested, PaperOptions, SheetVariant
from desktop_app.documents.phrases import Languages
from desktop_app.documents.rewording import reworded, wording
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import Bilingual

__all__ = [
    "KINDS",
    "Attested",
    "Kind",
    "PaperOptions",
    "SheetVariant",
    "build",
    "file_name",
    "reworded",
    "wording",
]

Builder = Callable[[Session, Institution, Languages, PaperOptions], Paper]

_LONGEST = 180
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: its code on the command line and in the record, its name, its builder."""

    code: str
    title: Bilingual
    builder: Builder


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
"""Every kind of paper that is made from one session, by code."""


def build(
    kind: str,
    session: Session,
    institution: Institution,
    languages: Languages,
    options: PaperOptions | None = None,
) -> Paper:
    """Make a paper from a session.

    Args:
        kind: a code of `KINDS`.
        session: with all that is known of it.
        institution: the centre, on the day of the paper.
        languages: ``("ar",)``, ``("fr",)`` or ``("ar", "fr")``.
        options: what the user chose; the defaults when None.

    Raises:
        KeyError: the kind is unknown.
        UserError: none of those whom the paper is for was invited or is recorded as present.
    """
    options = options or PaperOptions()
    headed = letterhead.headed(institution, options.header)
    return KINDS[kind].builder(session, headed, languages, options)


def file_name(paper: Paper, session: Session) -> str:
    """Name the file of a paper: its title, the last day, and both languages when it has two.

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
    parts = [name, *(day.isoformat() for day in session.days[-1:])]
    return "-".join([*parts, *(paper.languages if len(paper.languages) > 1 else ())]) + ".pdf"
