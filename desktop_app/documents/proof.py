"""A proof: a short paper that shows what a setting does, of the centre's own data if there are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Final, TypeVar

from db.codes import DocumentKind, OutcomeKind
from db.unit_of_work import Reading
from desktop_app.documents import papers
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages
from desktop_app.documents.setting import set_paper
from desktop_app.services.institution import institution_of
from desktop_app.services.papers import coming_number
from desktop_app.services.references import checked_pattern
from desktop_app.services.session_data import Outcome, Place, Session
from desktop_app.services.session_list import list_sessions
from desktop_app.services.sessions import get_session
from desktop_app.services.settings import Settings
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.session_types import SESSION_TYPES

LANGUAGES: Final[dict[str, Languages]] = {"ar": ("ar",), "fr": ("fr",), "both": ("ar", "fr")}
"""Languages of a paper by the code that the record keeps of them."""
_SHORT: Final = 4
_Line = TypeVar("_Line")


def render_proof(
    reading: Reading, kind: str, settings: Settings, on: date, language: PaperLanguage = "ar"
) -> bytes:
    """Make a paper as it would look under some settings, kept or only typed.

    Args:
        reading: where to read.
        kind: a code of `desktop_app.documents.papers.KINDS`.
        settings: of the centre.
        on: the day of a session that is invented because none is on file.
        language: of the paper while the settings name none.

    Returns:
        A PDF; only its beginning is worth showing, its lists are cut short.

    Raises:
        UserError: a setting is refused.
    """
    checked_pattern(settings.institution.reference_pattern)
    session = short_session(reading, on)
    day = session.days[-1]
    number = coming_number(reading, DocumentKind.MINUTES, day, settings.institution)
    session = replace(session, reference=number, registry_reference="")
    institution = replace(
        institution_of(reading, settings.institution, settings.calendar, day),
        header_picture=settings.pictures.header,
        emblem=settings.pictures.emblem,
    )
    languages = LANGUAGES[settings.institution.paper_language or language]
    paper = papers.build(kind, session, institution, languages, PaperOptions(dated=day))
    return set_paper(paper, author=institution.name.best(languages[0]), dated=day).pdf


def short_session(reading: Reading, on: date) -> Session:
    """Give the latest session that has a day, its lists cut short, or an invented one."""
    latest = next((row.id for row in list_sessions(reading) if row.first_day), None)
    if latest is None:
        return _invented(on)
    session = get_session(reading, latest)
    return replace(
        session,
        hijri=Bilingual(),
        attendance=_cut(session.attendance),
        interventions=_cut(session.interventions),
        outcomes=_cut(session.outcomes),
    )


def _cut(lines: Sequence[_Line]) -> tuple[_Line, ...]:
    return tuple(lines[:_SHORT])


def _invented(on: date) -> Session:
    return Session(
        id=0,
        uid="",
        type=SESSION_TYPES["meeting"],
        theme=Bilingual("جودة المعطيات", "Qualité des données"),
        days=(on,),
        start=time(9, 30),
        end=time(12),
        place=Place(site=Bilingual("مقر الأكاديمية", "le siège de l’académie")),
        outcomes=(
            Outcome(
                id=0,
                uid="",
                position=1,
                kind=OutcomeKind.RECOMMENDATION,
                text=Bilingual(
                    "تحيين المعطيات كل أسبوع", "mettre à jour les données chaque semaine"
                ),
            ),
        ),
    )
