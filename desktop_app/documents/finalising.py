"""Minutes made final: numbered, frozen, set and issued in one unit of work."""

from dataclasses import dataclass
from datetime import date

from db.codes import DocumentKind
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.documents import papers
from desktop_app.documents.blocks import Heading, Paper
from desktop_app.documents.minutes import last_day
from desktop_app.documents.phrases import Languages
from desktop_app.documents.rendering import Rendered, gather, issue, make
from desktop_app.documents.rewording import reworded, wording
from desktop_app.services import final_minutes
from desktop_app.services.final_minutes import ToldBlock, Words
from desktop_app.services.papers import give_number
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage

_EACH: tuple[PaperLanguage, ...] = ("ar", "fr")


@dataclass(frozen=True, slots=True)
class FinalMinutes:
    """Minutes as they became final.

    Attributes:
        document_id: of the issued paper.
        version: its number.
    """

    document_id: int
    version: int
    rendered: Rendered


def finalise(work: UnitOfWork, session_id: int, languages: Languages) -> FinalMinutes:
    """Number minutes, freeze what they tell, and issue them as they are then.

    Made final once more they keep their number; nothing is used up when it cannot be done.

    Args:
        work: the unit of work.
        session_id: of which session.
        languages: of the paper, one or both.

    Raises:
        UserError: there is no such session, its minutes are final, or something that they need is
            missing.
    """
    day = last_day(get_session(work, session_id)) or date.today()  # noqa: DTZ011 - the user's own day
    give_number(work, session_id, DocumentKind.MINUTES, day)
    version = final_minutes.freeze(work, session_id, present_words(work, session_id))
    rendered = make(gather(work, DocumentKind.MINUTES, session_id), languages)
    return FinalMinutes(issue(work, rendered), version, rendered)


def present_words(reading: Reading, session_id: int) -> Words:
    """Give what the minutes of a session say now, in each language.

    Raises:
        UserError: there is no such session.
    """
    material = gather(reading, DocumentKind.MINUTES, session_id)
    of = (material.kind, material.matter, material.institution)
    return {
        language: told_blocks(
            reworded(papers.build(*of, (language,), material.options), material.wordings)
        )
        for language in _EACH
    }


def told_blocks(paper: Paper) -> tuple[ToldBlock, ...]:
    """Give what a paper in one language says, block by block, each under its heading."""
    (language,) = paper.languages
    told: list[ToldBlock] = []
    head = ""
    for block in paper.blocks:
        text = wording(block, language)
        if isinstance(block, Heading):
            head = text
        else:
            told.append(ToldBlock(block.name, head, text))
    return tuple(told)
