"""Who and what can be named: people, bodies and groups, found by a few letters of a name.

All are read once, as bare columns, and kept folded in memory; what was written since is in the
next roster that is read.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest
from typing import Final, Literal, NamedTuple

from sqlalchemy import text

from db.codes import Civility
from db.folding import spaced
from db.unit_of_work import Reading
from desktop_app.direction import has_arabic
from desktop_app.services.in_force import (
    NO_BODY,
    NOTHING_HELD,
    BodyLine,
    bodies_on,
    functions_on,
    placed,
)
from desktop_app.services.look_alikes import LookAlikes
from desktop_app.wording.bilingual import Bilingual

Kind = Literal["person", "body", "group"]
READ: Final = ("people", "appointments", "bodies", "body_names", "groups", "group_members")
"""Kinds of record that a roster holds something of."""

_LONG: Final = 5
"""Letters from which on a word may run over a space of a name."""
_ELSEWHERE: Final = 4
"""What a word outside the name costs more than one in it."""
_PEOPLE: Final = text(
    """
    SELECT id, uid, civility, name_ar, name_fr, email FROM people
    ORDER BY name_ar = '', name_ar, name_fr, id
    """
)
_GROUPS: Final = text("SELECT id, uid, name_ar, name_fr FROM groups ORDER BY id")
_MEMBERS: Final = text("SELECT group_id, person_id FROM group_members ORDER BY position, id")
_NOWHERE: Final = Bilingual()


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something that can be named.

    Attributes:
        kind, id: which one.
        name: a person's without civility; a body's official one.
        short: a body's short name.
        about: what tells it from its like: function and body of a person, the short name and
            town of a body.
        body_id: where a person works; the body itself.
        members: ids of the people of a group, in their order.
    """

    kind: Kind
    id: int
    uid: str
    name: Bilingual
    about: Bilingual = _NOWHERE
    body_id: int | None = None
    town: Bilingual = _NOWHERE
    email: str = ""
    civility: Civility = Civility.UNKNOWN
    members: tuple[int, ...] = ()
    short: Bilingual = _NOWHERE


class _Line(NamedTuple):
    place: int
    entry: Entry
    name: str
    joined: str
    rest: str


class Roster:
    """Everybody and everything that can be named.

    Args:
        entries: each with the texts beside its name by which it is found too, in the order in
            which they stand when nothing is asked.
    """

    def __init__(self, entries: "Iterable[_Found]" = ()) -> None:
        self._lines: list[_Line] = []
        self._entries: dict[tuple[Kind, int], Entry] = {}
        known: dict[str, str] = {}  # many share their function or body
        for place, (entry, others) in enumerate(entries):
            name = spaced(f"{entry.name.ar} {entry.name.fr}")
            for other in others:
                if other not in known:
                    known[other] = spaced(other)
            rest = "".join([known[other] for other in others])
            self._lines.append(_Line(place, entry, name, name.replace(" ", ""), rest))
            self._entries[entry.kind, entry.id] = entry

    def get(self, kind: Kind, key: int) -> Entry | None:
        """Give an entry by its id, if it is known here."""
        return self._entries.get((kind, key))

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        """Give all of a kind, in their order."""
        return tuple(line.entry for line in self._lines if line.entry.kind == kind)

    def find(
        self,
        typed: str,
        kinds: Sequence[Kind] = ("person",),
        *,
        body_id: int | None = None,
        leave_out: Collection[int] = frozenset(),
        limit: int = 8,
    ) -> tuple[Entry, ...]:
        """Give the entries that hold every word of what was typed, whole or in part.

        Args:
            typed: as it was typed; the first ones are given for nothing, and none for signs
                that are no word.
            kinds: which.
            body_id: whose people come first.
            leave_out: ids of those not wanted, of the first of the kinds.
            limit: at most so many.

        Returns:
            The best first: by name before by function or body, those of the body before others,
            beginnings of the name before middles.
        """
        words = list(dict.fromkeys(spaced(typed).split()))
        if typed.strip() and not words:
            return ()
        left = [
            line
            for line in self._lines
            if line.entry.kind in kinds
            and not (line.entry.kind == kinds[0] and line.entry.id in leave_out)
        ]
        for word in words:
            left = [line for line in left if _holds(line, word)]

        def rank(line: _Line) -> tuple[bool, bool, int, int]:
            costs = [_cost(line, word, first=at == 0) for at, word in enumerate(words)]
            elsewhere = any(cost >= _ELSEWHERE for cost in costs)
            other = body_id is None or line.entry.body_id != body_id
            return elsewhere, other, sum(costs), line.place

        return tuple(line.entry for line in nsmallest(limit, left, key=rank))

    def alike(self, name: str, limit: int = 3) -> tuple[Entry, ...]:
        """Give people whose name looks like one that was typed, in either script."""
        typed = Bilingual(ar=name) if has_arabic(name) else Bilingual(fr=name)
        return tuple(self._entries["person", key] for key in self._look_alikes.of(typed)[:limit])

    @cached_property
    def _look_alikes(self) -> LookAlikes:
        return LookAlikes(self.of("person"))


def read_roster(reading: Reading, on: date) -> Roster:
    """Read who and what can be named.

    Args:
        reading: where to read.
        on: the day of the functions and names that are shown.
    """
    bodies = bodies_on(reading, on)
    return Roster([*_people(reading, on, bodies), *_bodies(bodies), *_groups(reading)])


_Found = tuple[Entry, tuple[str, ...]]


def _people(reading: Reading, on: date, bodies: dict[int, BodyLine]) -> Iterable[_Found]:
    functions = functions_on(reading, on)
    for key, uid, civility, ar, fr, email in reading.connection.execute(_PEOPLE):
        title, body_id = functions.get(key, NOTHING_HELD)
        body = bodies.get(body_id or 0, NO_BODY)
        entry = Entry(
            *("person", key, uid, Bilingual(ar, fr), placed(title, body.short), body_id),
            *(body.town, email, Civility(civility)),
        )
        yield entry, (title.ar, title.fr, body.words, email)


def _bodies(bodies: dict[int, BodyLine]) -> Iterable[_Found]:
    for key, body in bodies.items():
        short = _NOWHERE if body.short == body.name else body.short
        entry = Entry(
            *("body", key, body.uid, body.name, placed(short, body.town), key),
            *(body.town, body.email),
            short=short,
        )
        yield entry, (body.words,)


def _groups(reading: Reading) -> Iterable[_Found]:
    members: dict[int, list[int]] = {}
    for group_id, person_id in reading.connection.execute(_MEMBERS):
        members.setdefault(group_id, []).append(person_id)
    for key, uid, ar, fr in reading.connection.execute(_GROUPS):
        entry = Entry("group", key, uid, Bilingual(ar, fr), members=tuple(members.get(key, ())))
        yield entry, ()


def _holds(line: _Line, word: str) -> bool:
    return word in line.name or word in line.rest or (len(word) >= _LONG and word in line.joined)


def _cost(line: _Line, word: str, *, first: bool) -> int:
    """Reckon how far from the start of a name a word stands."""
    if first and line.name.startswith(f" {word}"):
        return 0
    if f" {word}" in line.name or f" ال{word}" in line.name:
        return 1
    if word in line.name or word not in line.rest:
        return 2
    return _ELSEWHERE + (f" {word}" not in line.rest)
