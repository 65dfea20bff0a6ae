"""From the record to a file: a paper built, reworded as it was kept, and set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.codes import DocumentKind
from db.unit_of_work import Reading
from desktop_app.documents import papers
from desktop_app.documents.blocks import Paper
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.setting import BlockPlace, set_paper
from desktop_app.services import papers as kept
from desktop_app.services.institution import get_institution
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper as a file.

    Attributes:
        places: where each block stands, in reading order.
        file_name: under which it may be saved.
        paper: what it was set from.
    """

    pdf: bytes
    pages: int
    places: tuple[BlockPlace, ...]
    file_name: str
    paper: Paper


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
    options = options or PaperOptions()
    session = get_session(reading, session_id)
    institution = get_institution(reading, _day(session, options))
    paper = papers.build(kind, session, institution, languages, options)
    paper = papers.reworded(paper, _wordings(reading, session_id, kind, options))
    author = institution.name.best(languages[0])
    done = set_paper(paper, author=author, dated=_day(session, options))
    return Rendered(done.pdf, done.pages, done.places, papers.file_name(paper, session), paper)


def _wordings(
    reading: Reading, session_id: int, kind: str, options: PaperOptions
) -> Mapping[tuple[str, PaperLanguage], str]:
    person_id = options.people[0] if len(options.people) == 1 else None
    return kept.kept_wordings(reading, session_id, DocumentKind(kind), person_id)


def _day(session: Session, options: PaperOptions) -> date:
    """Give the day of a paper; today only while nothing of the session is dated."""
    last = session.days[-1] if session.days else None
    dated = options.dated or session.minutes_dated or last or session.invitation.dated
    return dated or date.today()  # noqa: DTZ011 - the user's own day
