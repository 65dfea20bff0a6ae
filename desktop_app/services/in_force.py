"""Names of bodies and functions of people on one day, read as bare columns for long lists."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import Date, TextualSelect, bindparam, text

from db.unit_of_work import Reading
from desktop_app.wording.bilingual import Bilingual


def of_ids(query: str, *days: str) -> TextualSelect:
    """Make a query of the records whose ids are given as ``ids``.

    Args:
        query: with ``IN :ids``.
        days: names of its columns that hold days.
    """
    asked = text(query).bindparams(bindparam("ids", expanding=True))
    return asked.columns(**dict.fromkeys(days, Date))


_BODIES: Final = """
    SELECT body_id, valid_from, bodies.uid, name_ar, name_fr, short_name_ar, short_name_fr,
        town_ar, town_fr, email
    FROM body_names JOIN bodies ON bodies.id = body_id
    """
_FUNCTIONS: Final = "SELECT person_id, valid_from, title_ar, title_fr, body_id FROM appointments"
_ALL_BODIES: Final = text(_BODIES).columns(valid_from=Date)
_THESE_BODIES: Final = of_ids(f"{_BODIES} WHERE body_id IN :ids", "valid_from")
_ALL_FUNCTIONS: Final = text(_FUNCTIONS).columns(valid_from=Date)
_THEIR_FUNCTIONS: Final = of_ids(f"{_FUNCTIONS} WHERE person_id IN :ids", "valid_from")


class BodyLine(NamedTuple):
    """A body under the names of the day.

    Attributes:
        short: its short name, or its name when it has none.
        words: all by which it is known.
    """

    uid: str = ""
    name: Bilingual = Bilingual()
    short: Bilingual = Bilingual()
    town: Bilingual = Bilingual()
    email: str = ""
    words: str = ""


class Held(NamedTuple):
    """The function that a person holds on the day, and where."""

    title: Bilingual = Bilingual()
    body_id: int | None = None


NO_BODY: Final = BodyLine()
NOTHING_HELD: Final = Held()


def bodies_on(
    reading: Reading, on: date, ids: Collection[int] | None = None
) -> dict[int, BodyLine]:
    """Give bodies by their ids, in the order in which they were recorded; every one when None."""
    bodies = {}
    query = _ALL_BODIES if ids is None else _THESE_BODIES
    for key, values in sorted(_in_force(reading, query, on, ids).items()):
        uid, ar, fr, short_ar, short_fr, *town, email = values
        bodies[key] = BodyLine(
            *(uid, Bilingual(ar, fr), Bilingual(short_ar or ar, short_fr or fr)),
            *(Bilingual(*town), email, " ".join((ar, fr, short_ar, short_fr, *town))),
        )
    return bodies


def functions_on(
    reading: Reading, on: date, ids: Collection[int] | None = None
) -> Mapping[int, Held]:
    """Give the function of each person who holds one, by the person's id; of all when None."""
    query = _ALL_FUNCTIONS if ids is None else _THEIR_FUNCTIONS
    in_force = _in_force(reading, query, on, ids)
    return {key: Held(Bilingual(ar, fr), body) for key, (ar, fr, body) in in_force.items()}


def placed(title: Bilingual, where: Bilingual) -> Bilingual:
    """Say what somebody does and where, unless the function says it (``مديرة ثانوية``)."""
    return Bilingual(
        _joined(title.best("ar"), "، ", where.best("ar")),
        _joined(title.best("fr"), ", ", where.best("fr")),
    )


def _joined(title: str, comma: str, where: str) -> str:
    return title if where in title else comma.join(filter(None, (title, where)))


def _in_force(
    reading: Reading, query: TextualSelect, on: date, ids: Collection[int] | None
) -> dict[int, Sequence[Any]]:
    """Of dated rows, give the one in force for each key, or the oldest when all come later."""
    rows = reading.connection.execute(query, {} if ids is None else {"ids": list(ids)}).all()
    in_force: dict[int, Sequence[Any]] = {}
    for key, since, *values in sorted(rows, key=lambda row: row[1] or date.min):
        if key not in in_force or since is None or since <= on:
            in_force[key] = values
    return in_force
