"""From the record to a file: a paper built, reworded as it was kept, and set."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from db.codes import DocumentKind, DocumentLanguage
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.documents import papers
from desktop_app.documents.blocks import Paper
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.setting import BlockPlace, set_paper
from desktop_app.services import attestations
from desktop_app.services import papers as kept
from desktop_app.services.institution import get_institution
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage

Wordings = Mapping[tuple[str, PaperLanguage], str]
"""What was typed over blocks, by block and language."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a paper is made from, read once; it may then be made again and again.

    Attributes:
        wordings: those that are kept.
    """

    kind: DocumentKind
    session: Session
    institution: Institution
    options: PaperOptions
    wordings: Wordings


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper as a file.

    Attributes:
        places: where each block stands, in reading order.
        file_name: under which it may be saved.
        paper: what it was set from.
        generated: the same without what was typed over its blocks.
        material: what it was made from.
    """

    pdf: bytes
    pages: int
    places: tuple[BlockPlace, ...]
    file_name: str
    paper: Paper
    generated: Paper
    material: Material = field(repr=False)

    @property
    def kind(self) -> DocumentKind:
        """What paper it is."""
        return self.material.kind

    @property
    def language(self) -> DocumentLanguage:
        """What it is written in."""
        two = len(self.paper.languages) > 1
        return DocumentLanguage.BOTH if two else DocumentLanguage(self.paper.languages[0])

    @property
    def dated(self) -> date:
        """The day of its record."""
        return _day(self.material.session, self.material.options)


def render(
    reading: Reading,
    kind: str,
    session_id: int,
    languages: tuple[PaperLanguage, ...],
    options: PaperOptions | None = None,
) -> Rendered:
    """Make a paper of a session, with the wordings that were typed over its own.

    Args:
        reading: where to read.
        kind: a code of `desktop_app.documents.papers.KINDS`.
        session_id: which session.
        languages: one, or both.
        options: what the user chose; the defaults when None.

    Raises:
        UserError: there is no such session, or the paper cannot be made from it.
    """
    return make(gather(reading, kind, session_id, options), languages)


def gather(
    reading: Reading, kind: str, session_id: int, options: PaperOptions | None = None
) -> Material:
    """Read all that a paper is made from; attestations bear the numbers given to them.

    Raises:
        UserError: there is no such session.
    """
    options = options or PaperOptions()
    if kind == DocumentKind.ATTESTATION and not options.references:
        options = replace(options, references=attestations.given(reading, session_id))
    session = get_session(reading, session_id)
    institution = get_institution(reading, _day(session, options))
    person_id = _only_person(options)
    wordings = kept.kept_wordings(reading, session_id, DocumentKind(kind), person_id)
    return Material(DocumentKind(kind), session, institution, options, wordings)


def make(
    material: Material, languages: tuple[PaperLanguage, ...], typed: Wordings | None = None
) -> Rendered:
    """Make a paper from what was read.

    Args:
        material: as `gather` gave it.
        languages: one, or both.
        typed: wordings that are still being typed, over those that are kept.

    Raises:
        UserError: the paper cannot be made from it.
    """
    session, options = material.session, material.options
    generated = papers.build(material.kind, session, material.institution, languages, options)
    paper = papers.reworded(generated, {**material.wordings, **(typed or {})})
    author = material.institution.name.best(languages[0])
    done = set_paper(paper, author=author, dated=_day(session, options))
    return Rendered(
        pdf=done.pdf,
        pages=done.pages,
        places=done.places,
        file_name=papers.file_name(paper, session),
        paper=paper,
        generated=generated,
        material=material,
    )


def issue(work: UnitOfWork, rendered: Rendered) -> int:
    """Keep a paper as issued, byte for byte, and give the id of the issued paper.

    Raises:
        UserError: its session is not there any more.
    """
    session, options = rendered.material.session, rendered.material.options
    person_id = _only_person(options)
    minutes = rendered.kind in {DocumentKind.MINUTES, DocumentKind.REPORT}
    numbers = {
        DocumentKind.MINUTES: session.reference,
        DocumentKind.REPORT: session.reference,
        DocumentKind.INVITATION: session.invitation.reference,
        DocumentKind.ATTESTATION: options.references.get(person_id or 0, ""),
    }
    return kept.issue(
        work,
        rendered.pdf,
        session_id=session.id,
        kind=rendered.kind,
        language=rendered.language,
        file_name=rendered.file_name,
        dated=rendered.dated,
        reference=numbers.get(rendered.kind, ""),
        person_id=person_id,
        signatories=[person.id for person in session.signatories] if minutes else (),
    )


def _only_person(options: PaperOptions) -> int | None:
    return options.people[0] if len(options.people) == 1 else None


def _day(session: Session, options: PaperOptions) -> date:
    """Give the day of a paper; today only while nothing of the session is dated."""
    last = session.days[-1] if session.days else None
    dated = options.dated or session.minutes_dated or last or session.invitation.dated
    return dated or date.today()  # noqa: DTZ011 - the user's own day
