"""Finds sessions, people and outcomes by the words that one remembers of them.

Their texts are read once, as bare columns, and kept folded in memory: thousands of records are
then looked through between two keys. What was written since is in the next index that is read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import Final, Literal, NamedTuple, TypeVar, get_args

from sqlalchemy import Date, text

from db.codes import FollowUpState
from db.folding import Folded, spaced
from db.unit_of_work import Reading
from desktop_app.services.in_force import (
    NO_BODY,
    NOTHING_HELD,
    BodyLine,
    bodies_on,
    functions_on,
    placed,
)
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SESSION_TYPES

Kind = Literal["person", "outcome", "session"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
READ: Final = (
    *("sessions", "session_days", "session_types", "people", "appointments"),
    *("bodies", "body_names", "outcomes", "outcome_bodies"),
)
"""Kinds of record that an index holds something of."""

_OVER: Final = frozenset({FollowUpState.DONE, FollowUpState.CANCELLED, FollowUpState.PASSED_ON})
_ELSEWHERE: Final = 4
"""What a word outside the title costs more than one in it."""

_PEOPLE: Final = text(
    "SELECT id, name_ar, name_fr, email, phone FROM people ORDER BY name_ar, name_fr, id"
)
_TYPES: Final = text("SELECT code, indefinite, french FROM session_types")
_SESSIONS: Final = text(
    """
    SELECT id, theme_ar, theme_fr, type_code,
        (SELECT min(day) FROM session_days WHERE session_id = sessions.id) AS first_day,
        reference, registry_reference, organiser_id,
        room_ar, room_fr, site_ar, site_fr, platform
    FROM sessions
    """
).columns(first_day=Date)
_OUTCOMES: Final = text(
    """
    SELECT id, session_id, text_ar, text_fr, owner_person_id, owner_text_ar, owner_text_fr,
        due, state
    FROM outcomes
    ORDER BY id DESC
    """
).columns(due=Date)
_OWNERS: Final = text("SELECT outcome_id, body_id FROM outcome_bodies ORDER BY position DESC")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    Attributes:
        kind, id: which one.
        session_id: of the session that it is or came of; None for a person.
        title: by what it is known.
        about: what tells it from its like: a session's place, a person's function and town, who
            is in charge of an outcome.
        reference: of the session.
        day: of the session, or the day when the outcome is due.
        waiting: whether an outcome still waits for something.
    """

    kind: Kind
    id: int
    session_id: int | None
    title: Bilingual
    about: Bilingual
    reference: str = ""
    day: date | None = None
    waiting: bool = False


class _Entry(NamedTuple):
    hit: Hit
    title: str
    rest: str


class Index:
    """What can be found.

    Args:
        records: each with the words beside its title by which it is found too; the latest first
            within each kind.
    """

    def __init__(self, records: Iterable[tuple[Hit, str]] = ()) -> None:
        self._entries: dict[Kind, list[_Entry]] = {kind: [] for kind in KINDS}
        self._hits: dict[tuple[Kind, int], Hit] = {}
        for hit, others in records:
            title = spaced(f"{hit.title.ar} {hit.title.fr}")
            self._entries[hit.kind].append(_Entry(hit, title, spaced(others)))
            self._hits[hit.kind, hit.id] = hit

    def get(self, kind: Kind, key: int) -> Hit | None:
        """Give a record by its id, if it is known here."""
        return self._hits.get((kind, key))

    def first(self, kind: Kind, limit: int) -> tuple[Hit, ...]:
        """Give the records of a kind that come first when nothing is asked."""
        return tuple(entry.hit for entry in self._entries[kind][:limit])

    def find(self, query: str, limit: int, kinds: Sequence[Kind] = KINDS) -> tuple[Hit, ...]:
        """Give the records that hold every word of a query, whole or in part.

        Args:
            query: as it was typed.
            limit: at most so many of each kind.
            kinds: which, in their order.

        Returns:
            Of each kind the best first: words of the title before others, whole words before
            beginnings and these before middles, then the latest.
        """
        words = _words(query)
        if not words:
            return ()
        whole = f" {' '.join(words)} "
        found: list[Hit] = []
        for kind in kinds:
            left = self._entries[kind]
            for word in words:
                left = [entry for entry in left if word in entry.title or word in entry.rest]
            best = nsmallest(limit, left, key=lambda entry: _rank(entry, words, whole))
            found += [entry.hit for entry in best]
        return tuple(found)


def spans(shown: str, query: str) -> tuple[tuple[int, int], ...]:
    """Give the places in a text where words of a query stand, without overlap."""
    folded = Folded(shown)
    places = sorted(
        folded.span(*match.span())
        for word in _words(query)
        for match in re.finditer(re.escape(word), folded.text)
    )
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def begins(shown: str, query: str) -> bool:
    """Tell whether each word of a query begins a word of a text, its article apart."""
    within = spaced(shown)
    return all(f" {word}" in within or f" ال{word}" in within for word in _words(query))


def read_index(reading: Reading, today: date) -> Index:
    """Read all that can be found.

    Args:
        reading: where to read.
        today: the day of the functions and names that are shown.
    """
    bodies = bodies_on(reading, today)
    people = _people(reading, today, bodies)
    sessions = _sessions(reading, bodies)
    return Index([*people, *_outcomes(reading, people, sessions, bodies), *sessions])


_Record = tuple[Hit, str]


_NOBODY: Final = Bilingual()


def _people(reading: Reading, today: date, bodies: Mapping[int, BodyLine]) -> list[_Record]:
    functions = functions_on(reading, today)
    records = []
    for key, ar, fr, email, phone in reading.connection.execute(_PEOPLE):
        title, body_id = functions.get(key, NOTHING_HELD)
        body = bodies.get(body_id or 0, NO_BODY)
        about = placed(title, body.town or body.short)
        hit = Hit("person", key, None, Bilingual(ar, fr), about)
        records.append((hit, f"{title.ar} {title.fr} {body.words} {email} {phone}"))
    return records


def _sessions(reading: Reading, bodies: Mapping[int, BodyLine]) -> list[_Record]:
    labels = {code: (kind.indefinite, kind.french) for code, kind in SESSION_TYPES.items()}
    for code, indefinite, french in reading.connection.execute(_TYPES):
        labels[code] = (indefinite, french)
    records = []
    for read in reading.connection.execute(_SESSIONS):
        key, ar, fr, code, day, reference, registry, organiser_id = read[:8]
        room, site, platform = Bilingual(*read[8:10]), Bilingual(*read[10:12]), read[12]
        place = room or site or Bilingual(platform, platform)
        hit = Hit("session", key, key, Bilingual(ar, fr), place, reference or registry, day)
        others = (*labels[code], reference, registry, *read[8:13])
        records.append((hit, " ".join((*others, bodies.get(organiser_id, NO_BODY).words))))
    records.sort(key=lambda record: (record[0].day or date.max, record[0].id), reverse=True)
    return records


def _outcomes(
    reading: Reading,
    people: Iterable[_Record],
    sessions: Iterable[_Record],
    bodies: Mapping[int, BodyLine],
) -> list[_Record]:
    names = {hit.id: hit.title for hit, _ in people}
    references = {hit.id: hit.reference for hit, _ in sessions}
    owners = {
        outcome_id: bodies[body_id]
        for outcome_id, body_id in reading.connection.execute(_OWNERS)
        if body_id in bodies
    }
    records = []
    for read in reading.connection.execute(_OUTCOMES):
        key, session_id, ar, fr, person_id, owner_ar, owner_fr, due, state = read
        body, person = owners.get(key, NO_BODY), names.get(person_id, _NOBODY)
        owner = body.short or person or Bilingual(owner_ar, owner_fr)
        reference = references[session_id]
        hit = Hit(
            *("outcome", key, session_id, Bilingual(ar, fr), owner, reference, due),
            waiting=state not in _OVER,
        )
        others = (body.words, person.ar, person.fr, owner_ar, owner_fr, reference)
        records.append((hit, " ".join(others)))
    return records


def _words(query: str) -> list[str]:
    return list(dict.fromkeys(spaced(query).split()))


def _rank(entry: _Entry, words: Iterable[str], whole: str) -> tuple[bool, int]:
    cost = 0
    for word in words:
        if word in entry.title:
            cost += _cost(entry.title, word)
        else:
            cost += _ELSEWHERE + _cost(entry.rest, word)
    return whole not in entry.title, cost


def _cost(words: str, word: str) -> int:
    if f" {word}" in words:
        return 0 if f" {word} " in words else 1
    return 2 if f" ال{word}" in words else 3
