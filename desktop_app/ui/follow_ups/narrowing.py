"""What the register is narrowed to, as part of an address and as words on paper."""

import re
from datetime import date
from typing import Any, Final

from db.codes import OutcomeKind
from desktop_app.services.follow_up_data import Filters, Standing
from desktop_app.wording.bilingual import Bilingual

_HELD: Final = r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"
_IDS: Final = frozenset({"body", "person", "session", "series"})
_TOLD: Final = {
    Standing.OPEN: Bilingual("المفتوحة", "éléments ouverts"),
    Standing.LATE: Bilingual("المتأخر عن الأجل", "éléments en retard"),
    Standing.WEEK: Bilingual("المستحق هذا الأسبوع", "échéances de la semaine"),
    Standing.DONE: Bilingual("المنجز", "éléments réalisés"),
    Standing.ALL: Bilingual("جميع القرارات والتوصيات", "tous les éléments"),
}


def filters_of(part: str) -> Filters:
    """Read the part of an address: ``due:late body:5``, ``due:review``, ``session:3``.

    ``due:ahead`` is what is neither late nor due this week; ``held:2026-09-01/2027-08-31`` is what
    came of the sessions that begin between two days.

    What it does not know it leaves out.
    """
    given: dict[str, Any] = {"standing": Standing.OPEN if "due:" in part else Standing.ALL}
    for word in part.split():
        name, _, value = word.partition(":")
        if name == "due" and value in {"review", "ahead"}:
            given[value] = True
        elif name == "due" and value in set(Standing):
            given["standing"] = Standing(value)
        elif name == "kind" and value in set(OutcomeKind):
            given["kind"] = OutcomeKind(value)
        elif name in _IDS and value.isdecimal():
            given[f"{name}_id"] = int(value)
        elif name == "held" and (days := re.fullmatch(_HELD, value)):
            given["held_from"], given["held_to"] = map(date.fromisoformat, days.groups())
    return Filters(**given)


def told(standing: Standing, owner: Bilingual) -> Bilingual:
    """Say under the title of a table what stands in it: whose, and how far.

    Args:
        standing: how they stand.
        owner: who is in charge, if the filters name somebody.
    """
    words = _TOLD[standing]
    if not owner:
        return words
    return Bilingual(f"{owner.best('ar')} – {words.ar}", f"{owner.best('fr')} – {words.fr}")
