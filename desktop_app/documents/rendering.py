"""From the record to a file: a paper built, reworded as it was kept, and set."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Any

from db.codes import DocumentKind, DocumentLanguage
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.documents import papers
from desktop_app.documents.blocks import Paper
from desktop_app.documents.code import code_text, digest_of
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.scope import Scope
from desktop_app.documents.setting import BlockPlace, set_paper
from desktop_app.services import attestations, final_minutes
from desktop_app.services import papers as kept
from desktop_app.services.institution import get_institution
from desktop_app.services.institution_data import Institution
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.paper_versions import PaperIdentity, coming
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage

Wordings = Mapping[tuple[str, PaperLanguage], str]
"""What was typed over blocks, by block and language."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a paper is made from, read once; it may then be made again and again.

    Attributes:
        matter: what its kind builds it from: the session, or what was read of its scope.
        of_session: the session that it belongs to, if it does.
        dated: the day of its record.
        wordings: those that are kept.
        final: papers of final minutes, which are never made again, by language.
    """

    kind: DocumentKind
    scope: Scope
    matter: Any
    of_session: Session | None
    institution: Institution
    options: PaperOptions
    dated: date
    wordings: Wordings
    final: Mapping[DocumentLanguage, bytes] = field(default_factory=dict, repr=False)

    @property
    def session(self) -> Session:
        """The session that it belongs to, where it must belong to one.

        Raises:
            LookupError: it is a paper of no session.
        """
        if self.of_session is None:
            raise LookupError(f"a paper of no session: {self.kind}")
        return self.of_session


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper as a file.

    Attributes:
        places: where each block stands, in reading order; none on final minutes, which nobody
            words anew.
        file_name: under which it may be saved.
        paper: what it was set from.
        generated: the same without what was typed over its blocks.
        material: what it was made from.
        code: on each of its pages; a draft has none.
    """

    pdf: bytes
    pages: int
    places: tuple[BlockPlace, ...]
    file_name: str
    paper: Paper
    generated: Paper
    material: Material = field(repr=False)
    code: str = ""

    @property
    def kind(self) -> DocumentKind:
        """What paper it is."""
        return self.material.kind

    @property
    def language(self) -> DocumentLanguage:
        """What it is written in."""
        return _language(self.paper.languages)

    @property
    def reference(self) -> str:
        """The number that it bears, or nothing."""
        return _reference(self.material)

    @property
    def digest(self) -> str:
        """SHA-256 of what it says."""
        return digest_of(self.paper)

    @property
    def identity(self) -> PaperIdentity:
        """Which paper it is, whatever its version."""
        material = self.material
        return PaperIdentity(
            session_id=material.scope.session_id,
            kind=material.kind,
            language=self.language,
            person_id=material.scope.person_id or _only_person(material.options),
            subject=material.scope.subject,
        )

    def is_issued_as(self, issued: IssuedPaper) -> bool:
        """Tell whether an issued paper says the same, or is this very file."""
        return issued.digest == self.digest or issued.sha256 == sha256(self.pdf).hexdigest()

    @property
    def dated(self) -> date:
        """The day of its record."""
        return self.material.dated


def render(
    reading: Reading,
    kind: str,
    about: int | Scope,
    languages: tuple[PaperLanguage, ...],
    options: PaperOptions | None = None,
) -> Rendered:
    """Make a paper, with the wordings that were typed over its own.

    Args:
        reading: where to read.
        kind: a code of `desktop_app.documents.papers.KINDS` or ``SCOPED``.
        about: a whole session by its id, or what else it is about.
        languages: one, or both.
        options: what the user chose; the defaults when None.

    Raises:
        UserError: there is no such session, or the paper cannot be made from it.
    """
    return make(gather(reading, kind, about, options), languages)


def gather(
    reading: Reading, kind: str, about: int | Scope, options: PaperOptions | None = None
) -> Material:
    """Read all that a paper is made from; attestations bear the numbers given to them.

    Raises:
        UserError: there is no such session.
    """
    options = options or PaperOptions()
    scope = about if isinstance(about, Scope) else Scope(session_id=about)
    session = None if scope.session_id is None else get_session(reading, scope.session_id)
    if kind == DocumentKind.ATTESTATION and session is not None and not options.references:
        options = replace(options, references=attestations.given(reading, session.id))
    read = papers.kind_of(kind).read
    dated = options.dated or date.today()  # noqa: DTZ011 - the user's own day
    if read is None and session is not None:
        dated = _day(session, options)
    person_id = scope.person_id or _only_person(options)
    return Material(
        kind=DocumentKind(kind),
        scope=scope,
        matter=session if read is None else read(reading, scope, replace(options, dated=dated)),
        of_session=session,
        institution=get_institution(reading, dated),
        options=options,
        dated=dated,
        wordings=kept.kept_wordings(
            reading, scope.session_id, DocumentKind(kind), person_id, scope.subject
        ),
        final=final_minutes.final_papers(reading, session.id)
        if session and kind == DocumentKind.MINUTES
        else {},
    )


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
    options, scoped = material.options, material.kind in papers.SCOPED
    generated = papers.build(
        material.kind,
        material.matter,
        material.institution,
        languages,
        replace(options, dated=material.dated) if scoped else options,
    )
    paper = papers.reworded(generated, {**material.wordings, **(typed or {})})
    author = material.institution.name.best(languages[0])
    done = set_paper(paper, author=author, dated=material.dated)
    days = [material.dated] if scoped else material.session.days
    final = material.final.get(_language(languages))
    return Rendered(
        pdf=final or done.pdf,
        pages=done.pages,
        places=() if final else done.places,
        file_name=papers.file_name(paper, days),
        paper=paper,
        generated=generated,
        material=material,
    )


def as_issued(reading: Reading, rendered: Rendered) -> Rendered:
    """Give a paper as it is handed out: with its code, or as it was issued when it says the same.

    Raises:
        UserError: its session is not there any more.
    """
    material, digest = rendered.material, rendered.digest
    if rendered.language in material.final:
        return rendered
    next_one = coming(reading, rendered.identity, digest)
    if next_one.issued_id is not None:
        return replace(rendered, pdf=kept.issued_pdf(reading, next_one.issued_id))
    code = code_text(next_one.uid, next_one.version, digest)
    if rendered.code == code:
        return rendered
    done = set_paper(
        rendered.paper,
        author=material.institution.name.best(rendered.paper.languages[0]),
        dated=material.dated,
        code=code,
    )
    return replace(rendered, pdf=done.pdf, code=code)


def issue(work: UnitOfWork, rendered: Rendered) -> int:
    """Keep a paper as issued, with its code, byte for byte; give the id of the issued paper.

    Raises:
        UserError: its session is not there any more.
    """
    session = rendered.material.of_session
    minutes = rendered.kind in {DocumentKind.MINUTES, DocumentKind.REPORT}
    signatories = session.signatories if session and minutes else ()
    return kept.issue(
        work,
        as_issued(work, rendered).pdf,
        session_id=rendered.identity.session_id,
        kind=rendered.kind,
        language=rendered.language,
        person_id=rendered.identity.person_id,
        subject=rendered.identity.subject,
        digest=rendered.digest,
        file_name=rendered.file_name,
        dated=rendered.dated,
        reference=rendered.reference,
        signatories=[person.id for person in signatories],
    )


def _language(languages: tuple[PaperLanguage, ...]) -> DocumentLanguage:
    return DocumentLanguage.BOTH if len(languages) > 1 else DocumentLanguage(languages[0])


def _reference(material: Material) -> str:
    """Give the number that a paper bears."""
    session, options = material.of_session, material.options
    match material.kind:
        case DocumentKind.MINUTES | DocumentKind.REPORT if session:
            return session.reference
        case DocumentKind.INVITATION if session:
            return session.invitation.reference
        case DocumentKind.ATTESTATION:
            return options.references.get(_only_person(options) or 0, "")
        case _:
            return options.reference


def _only_person(options: PaperOptions) -> int | None:
    return options.people[0] if len(options.people) == 1 else None


def _day(session: Session, options: PaperOptions) -> date:
    """Give the day of a paper; today only while nothing of the session is dated."""
    last = session.days[-1] if session.days else None
    dated = options.dated or session.minutes_dated or last or session.invitation.dated
    return dated or date.today()  # noqa: DTZ011 - the user's own day
