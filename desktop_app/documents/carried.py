"""What minutes tell of the outcomes of earlier sessions that a session followed up."""

from typing import Final

from desktop_app.documents.blocks import Cell, Column, Table
from desktop_app.documents.phrases import Languages, each, same
from desktop_app.documents.proceedings import due_cell, owner, worded
from desktop_app.services.session_data import CarriedOutcome, Session
from desktop_app.wording import dates, vocabulary
from desktop_app.wording.bilingual import Bilingual

_COLUMNS: Final = (
    (Bilingual("ر.ت", "N°"), 9.5, True),
    (Bilingual("مرجع اللقاء وتاريخه", "Réunion (réf., date)"), 22.5, True),
    (Bilingual("القرار / التوصية", "Décision / recommandation"), 57.0, False),
    (Bilingual("الجهة المسؤولة", "Responsable"), 33.0, False),
    (Bilingual("الأجل", "Échéance"), 21.0, True),
    (Bilingual("حالة الإنجاز", "État"), 22.0, True),
)
"""Head, width, and whether it stands in the middle; as in the follow-up table."""


def followed_up(session: Session, languages: Languages) -> Table | None:
    """Set them in a table, each with its state."""
    if not session.carried:
        return None
    columns = tuple(
        Column(each(languages, head.get), width, align="center" if middle else "start")
        for head, width, middle in _COLUMNS
    )
    rows = tuple(
        _row(number, one, languages) for number, one in enumerate(session.carried, start=1)
    )
    return Table(name="carried.table", columns=columns, rows=rows)


def _row(number: int, carried: CarriedOutcome, languages: Languages) -> tuple[Cell, ...]:
    one = carried.outcome
    day = dates.cell(carried.day) if carried.day else ""
    return (
        Cell(same(number, languages)),
        Cell(same("\n".join(filter(None, (carried.reference, day))), languages)),
        worded(one, languages),
        Cell(each(languages, lambda lang: owner(one, lang))),
        Cell(each(languages, lambda lang: due_cell(one, lang))),
        Cell(each(languages, lambda lang: vocabulary.label(one.state, lang))),
    )
