"""Minutes made final: numbered, frozen, set and issued in one unit of work."""

from dataclasses import dataclass
from datetime import date

from db.codes import DocumentKind
from db.unit_of_work import UnitOfWork
from desktop_app.documents.minutes import last_day
from desktop_app.documents.minutes_words import present_words
from desktop_app.documents.phrases import Languages
from desktop_app.documents.rendering import Rendered, as_issued, issue, render
from desktop_app.services import final_minutes
from desktop_app.services.papers import give_number
from desktop_app.services.sessions import get_session


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
    rendered = as_issued(work, render(work, DocumentKind.MINUTES, session_id, languages))
    return FinalMinutes(issue(work, rendered), version, rendered)
