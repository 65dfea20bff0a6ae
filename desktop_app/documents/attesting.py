"""Attestations handed out: numbered, made and kept in one unit of work."""

from dataclasses import dataclass, replace
from datetime import date

from db.codes import DocumentKind
from db.unit_of_work import UnitOfWork
from desktop_app.documents.minutes import last_day
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages
from desktop_app.documents.rendering import Rendered, as_issued, gather, issue, make
from desktop_app.services import attestations


@dataclass(frozen=True, slots=True)
class Attestation:
    """An attestation as it was issued.

    Attributes:
        document_id: of the issued paper.
        reference: its number, empty when papers are not numbered.
    """

    document_id: int
    reference: str
    rendered: Rendered


def attest(
    work: UnitOfWork,
    session_id: int,
    person_id: int,
    languages: Languages,
    options: PaperOptions | None = None,
) -> Attestation:
    """Number, make and keep the attestation of one person for one session.

    Made once more it bears the same number; nothing is used up when it cannot be made.

    Args:
        work: the unit of work.
        session_id: what is attested.
        person_id: of whom.
        languages: one, or both.
        options: what the user chose; whom it is for and its number are put in.

    Raises:
        UserError: there is no such session, or the person is not recorded as present.
    """
    options = replace(options or PaperOptions(), people=(person_id,))
    material = gather(work, DocumentKind.ATTESTATION, session_id, options)
    day = options.dated or last_day(material.session) or date.today()  # noqa: DTZ011 - the user's own day
    reference = attestations.number(work, session_id, person_id, day)
    numbered = replace(options, references={person_id: reference})
    rendered = as_issued(work, make(replace(material, options=numbered), languages))
    return Attestation(issue(work, rendered), reference, rendered)
