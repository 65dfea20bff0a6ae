"""What minutes say, block by block, as it is frozen and compared."""

from datetime import date
from typing import Final

from db.codes import DocumentKind
from db.unit_of_work import Reading
from desktop_app.documents import minutes
from desktop_app.documents.blocks import Heading, Paper
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rewording import reworded, wording
from desktop_app.services.final_minutes import ToldBlock, Words
from desktop_app.services.institution import get_institution
from desktop_app.services.papers import kept_wordings
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage

_EACH: Final[tuple[PaperLanguage, ...]] = ("ar", "fr")


def present_words(reading: Reading, session_id: int) -> Words:
    """Give what the minutes of a session say now, in each language.

    Raises:
        UserError: there is no such session.
    """
    session = get_session(reading, session_id)
    day = minutes.last_day(session) or date.today()  # noqa: DTZ011 - the user's own day
    institution = get_institution(reading, day)
    typed = kept_wordings(reading, session_id, DocumentKind.MINUTES)
    options = PaperOptions()
    return {
        language: _told(
            reworded(minutes.build(session, institution, (language,), options), typed), language
        )
        for language in _EACH
    }


def _told(paper: Paper, language: PaperLanguage) -> tuple[ToldBlock, ...]:
    """Give the blocks of a paper in one language, each under its heading."""
    told: list[ToldBlock] = []
    head = ""
    for block in paper.blocks:
        text = wording(block, language)
        if isinstance(block, Heading):
            head = text
        else:
            told.append(ToldBlock(block.name, head, text))
    return tuple(told)
