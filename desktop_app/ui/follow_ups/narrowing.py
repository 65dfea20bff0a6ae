"""What the register is narrowed to, as part of an address and as words on paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from db.codes import OutcomeKind
from desktop_app.documents.phrases import quoted
from desktop_app.services.follow_up_data import Filters, Standing
from desktop_app.wording import dates
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.vocabulary import label

_HELD: Final = r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"
_IDS: Final = frozenset({"body", "person", "session", "series"})
_TOLD: Final = {
    Standing.OPEN: Bilingual("المفتوحة", "éléments ouverts"),
    Standing.LATE: Bilingual("المتأخر عن الأجل", "éléments en retard"),
    Standing.WEEK: Bilingual("المستحق هذا الأسبوع", "échéances de la semaine"),
    Standing.DONE: Bilingual("المنجز", "éléments réalisés"),
    Standing.ALL: Bilingual("جميع القرارات والتوصيات", "tous les éléments"),
}


_LANGUAGES: Final[tuple[PaperLanguage, ...]] = ("ar", "fr")
_KINDS: Final = {
    OutcomeKind.DECISION: Bilingual("القرارات", "décisions"),
    OutcomeKind.RECOMMENDATION: Bilingual("التوصيات", "recommandations"),
    OutcomeKind.COMMITMENT: Bilingual("الالتزامات", "engagements"),
    OutcomeKind.ACTION: Bilingual("الإجراءات", "actions"),
    OutcomeKind.PROPOSAL: Bilingual("المقترحات", "propositions"),
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


@dataclass(frozen=True, slots=True)
class Named:
    """The names of what filters ask for by its id; empty where they ask for none."""

    owner: Bilingual = Bilingual()
    series: Bilingual = Bilingual()


def told(filters: Filters, named: Named) -> Bilingual:
    """Say under the title of a table what stands in it: all that narrows it."""
    ar, fr = (" – ".join(filter(None, _parts(filters, named, one))) for one in _LANGUAGES)
    return Bilingual(ar, fr)


def _parts(filters: Filters, named: Named, language: PaperLanguage) -> Iterator[str]:
    """Give what each filter leaves, from who is in charge to what is written in it."""
    ar = language == "ar"
    yield named.owner.best(language)
    if filters.standing is not Standing.ALL or not filters.narrowed:
        yield _TOLD[filters.standing].get(language)
    if filters.kind:
        yield _KINDS[filters.kind].get(language)
    if filters.state:
        yield _with("حالة الإنجاز" if ar else "état", label(filters.state, language), language)
    if filters.priority:
        yield _with("الأولوية" if ar else "priorité", label(filters.priority, language), language)
    yield from _dated(filters, language)
    if named.series:
        name = quoted(named.series.best(language), language)
        yield f"سلسلة {name}" if ar else f"série {name}"
    if words := " ".join(filters.words.split()):
        yield _with("المتضمنة" if ar else "contenant", quoted(words, language), language)


def _dated(filters: Filters, language: PaperLanguage) -> Iterator[str]:
    """Give what filters by day leave."""
    ar = language == "ar"
    if filters.ahead:
        yield (
            "المستحقة بعد هذا الأسبوع أو دون أجل"
            if ar
            else "au-delà de cette semaine ou sans échéance"
        )
    if filters.review:
        yield "حان وقت مراجعتها" if ar else "à réexaminer"
    if filters.due_from or filters.due_to:
        days = _between(filters.due_from, filters.due_to, language)
        yield f"المستحقة {days}" if ar else f"échéances {days}"
    if filters.held_from or filters.held_to:
        days = _between(filters.held_from, filters.held_to, language)
        yield (
            f"المنبثقة عن اللقاءات المنعقدة {days}"
            if ar
            else f"issues des rencontres tenues {days}"
        )


def _with(name: str, value: str, language: PaperLanguage) -> str:
    return f"{name}: {value}" if language == "ar" else f"{name} : {value[0].lower()}{value[1:]}"


def _between(first: date | None, last: date | None, language: PaperLanguage) -> str:
    """Say between which days: both, from one on, or until one; a school year by its name."""
    if first and last:
        begins, ends = (first.month, first.day), (last.year - first.year, last.month, last.day)
        if (begins, ends) == ((9, 1), (1, 8, 31)):
            return dates.for_school_year(first, language)
        return dates.period(first, last, language)
    if first:
        day = dates.day(first, language, weekday=False)
        return f"ابتداء من {day}" if language == "ar" else f"à compter du {day}"
    day = dates.day(last or date.max, language, weekday=False)
    return f"إلى غاية {day}" if language == "ar" else f"jusqu’au {day}"
