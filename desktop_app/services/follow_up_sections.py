"""The register in sections by who is in charge, by directorate and by session."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, func, select

from db import models
from db.unit_of_work import Reading
from desktop_app.services.follow_up_data import Grouping, Section
from desktop_app.services.follow_up_filters import directorates_above, due_first
from desktop_app.services.in_force import bodies_on, functions_on
from desktop_app.wording.bilingual import Bilingual

_OUTCOME: Final = models.Outcome
_MOST_SECTIONS: Final = 300
_Key = TypeVar("_Key", int, str)


def _by_owner(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> tuple[Section, ...]:
    owner, person = models.OutcomeBody, models.Person
    first = (
        select(-owner.body_id)
        .where(owner.outcome_id == _OUTCOME.id)
        .order_by(owner.position, owner.id)
        .limit(1)
        .scalar_subquery()
    )
    signed = func.coalesce(_OUTCOME.owner_person_id, first, 0)
    rows = reading.plain_rows(select(signed, _OUTCOME.id).where(*where).order_by(*due_first()))
    names = _named(reading, today)
    people = select(person.id, person.name_ar, person.name_fr)
    names |= {f"p{key}": Bilingual(ar, fr) for key, ar, fr in reading.plain_rows(people)}

    def code(key: int) -> str:
        return f"p{key}" if key > 0 else f"b{-key}" if key else ""

    return _by_name({code(key): ids for key, ids in _gathered(rows).items()}, names)


def _by_directorate(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> tuple[Section, ...]:
    of_body = {key: f"b{above}" for key, above in directorates_above(reading).items()}
    held = functions_on(reading, today).items()
    of_person = {key: of_body.get(function.body_id, "") for key, function in held}
    owner = models.OutcomeBody
    rows = reading.plain_rows(
        select(_OUTCOME.id, _OUTCOME.owner_person_id, owner.body_id)
        .outerjoin(owner, owner.outcome_id == _OUTCOME.id)
        .where(*where)
        .order_by(*due_first())
    )
    codes: dict[int, str] = {}
    where_held: dict[int, str] = {}
    for key, person_id, body_id in rows:
        code = of_body.get(body_id, "")
        before = codes.setdefault(key, code)
        if before != code and code:
            codes[key] = "several" if before else code
        where_held[key] = of_person.get(person_id, "")
    ids = _gathered((code or where_held[key], key) for key, code in codes.items())
    return _by_name(ids, _named(reading, today))


def _by_session(
    reading: Reading, where: Sequence[ColumnElement[bool]], _: date
) -> tuple[Section, ...]:
    session, day = models.Session, models.SessionDay
    rows = reading.plain_rows(
        select(_OUTCOME.session_id, _OUTCOME.id)
        .where(*where)
        .order_by(_OUTCOME.session_id, _OUTCOME.position, _OUTCOME.id)
    )
    ids = _gathered(rows)
    first = select(day.session_id, func.min(day.day)).group_by(day.session_id)
    days = dict(reading.plain_rows(first))
    order = sorted(ids, key=lambda key: (key not in days, days.get(key), key), reverse=True)
    shown = select(session.id, session.reference, session.theme_ar, session.theme_fr)
    names = {
        f"s{key}": Bilingual(_titled(reference, ar), _titled(reference, fr or ar))
        for key, reference, ar, fr in reading.plain_rows(
            shown.where(session.id.in_(order[:_MOST_SECTIONS]))
        )
    }
    return _capped({f"s{key}": ids[key] for key in order}, names)


SECTIONS: Final[
    Mapping[
        Grouping,
        Callable[[Reading, Sequence[ColumnElement[bool]], date], tuple[Section, ...]],
    ]
] = {
    Grouping.OWNER: _by_owner,
    Grouping.DIRECTORATE: _by_directorate,
    Grouping.SESSION: _by_session,
}


def _gathered(rows: Iterable[tuple[_Key, int]]) -> dict[_Key, list[int]]:
    """Put ids under what they stand beside."""
    ids: dict[_Key, list[int]] = {}
    for key, outcome_id in rows:
        ids.setdefault(key, []).append(outcome_id)
    return ids


def _named(reading: Reading, today: date) -> dict[str, Bilingual]:
    return {f"b{key}": line.short for key, line in bodies_on(reading, today).items()}


def _by_name(ids: Mapping[str, list[int]], names: Mapping[str, Bilingual]) -> tuple[Section, ...]:
    """Put sections by their names; several come before none, both at the end."""
    unnamed = {"several": 1, "": 2}

    def place(code: str) -> tuple[int, str]:
        return unnamed.get(code, 0), names.get(code, Bilingual()).best("ar")

    return _capped({code: ids[code] for code in sorted(ids, key=place)}, names)


def _capped(ids: Mapping[str, list[int]], names: Mapping[str, Bilingual]) -> tuple[Section, ...]:
    """Put the last of very many sections into one: nobody reads thousands of heads."""
    sections = [
        Section(code, len(ids[code]), tuple(ids[code]), names.get(code, Bilingual()))
        for code in islice(ids, _MOST_SECTIONS)
    ]
    rest = tuple(chain.from_iterable(islice(ids.values(), _MOST_SECTIONS, None)))
    return (*sections, Section("rest", len(rest), rest)) if rest else tuple(sections)


def _titled(reference: str, theme: str) -> str:
    return " · ".join(filter(None, (reference, theme)))
