"""Finds anything by the beginnings of the words that one remembers of it.

The words lie in `db.search`. What is shown of a hit is read when it was found, of the few alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import TextualSelect, text

from db.codes import FollowUpState
from db.folding import Folded, spaced
from db.search import Kind, Match, Wanted, matches, wanted
from db.search_texts import stems_of
from db.unit_of_work import Reading
from desktop_app.services.in_force import (
    NO_BODY,
    NOTHING_HELD,
    bodies_on,
    functions_on,
    of_ids,
    placed,
)
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.session_types import SESSION_TYPES

KINDS: Final[tuple[Kind, ...]] = ("person", "outcome", "session", "line", "item", "paper", "body")
"""What can be found, as it is shown."""

_OVER: Final = frozenset({FollowUpState.DONE, FollowUpState.CANCELLED, FollowUpState.PASSED_ON})
_WORD: Final = re.compile(r"[^\W_]+")
_SENTENCE: Final = re.compile(r"[^\n]+?(?:(?<=\w\w)[.!?؟](?=\s)|$)", re.MULTILINE)
"""To its end or to that of the line; a letter with a stop is an abbreviation."""
_JOINT: Final = re.compile(r"(?<!\d)-|-(?!\d)")
_LOOKED_AT: Final = 50
"""Records among which the best are sought, at least."""
_ELSEWHERE: Final = 4
"""What a word outside the title costs more than one in it."""

_TYPES: Final = text("SELECT code, indefinite, plural, french, french_plural FROM session_types")

_PEOPLE: Final = of_ids("SELECT id, name_ar, name_fr FROM people WHERE id IN :ids")
_SESSIONS: Final = of_ids(
    """
    SELECT id, theme_ar, theme_fr, reference, registry_reference,
        (SELECT min(day) FROM session_days WHERE session_id = sessions.id) AS day,
        room_ar, room_fr, site_ar, site_fr, platform
    FROM sessions WHERE id IN :ids
    """,
    "day",
)
_ITEMS: Final = of_ids(
    """
    SELECT id, title_ar, title_fr, session_id, position + 1 FROM agenda_items
    WHERE id IN :ids
    """
)
_LINES: Final = of_ids(
    """
    SELECT interventions.id, interventions.title_ar, interventions.title_fr,
        summary_ar, summary_fr, appeal_ar, appeal_fr,
        coalesce(agenda_items.position + 1, 0), interventions.session_id
    FROM interventions LEFT JOIN agenda_items ON agenda_items.id = agenda_item_id
    WHERE interventions.id IN :ids
    """
)
_OUTCOMES: Final = of_ids(
    """
    SELECT outcomes.id, text_ar, text_fr, session_id,
        coalesce(name_ar, ''), coalesce(name_fr, ''), owner_text_ar, owner_text_fr, due, state
    FROM outcomes LEFT JOIN people ON people.id = owner_person_id
    WHERE outcomes.id IN :ids
    """,
    "due",
)
_OWNERS: Final = of_ids(
    "SELECT outcome_id, body_id FROM outcome_bodies WHERE outcome_id IN :ids ORDER BY position"
)
_PAPERS: Final = of_ids(
    """
    SELECT issued_documents.id, file_name, kind, dated, person_id, session_id,
        issued_documents.reference, issued_documents.registry_reference,
        coalesce(name_ar, theme_ar), coalesce(name_fr, theme_fr)
    FROM issued_documents LEFT JOIN sessions ON sessions.id = session_id
        LEFT JOIN people ON people.id = person_id
    WHERE issued_documents.id IN :ids
    """,
    "dated",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    Attributes:
        kind, id: which one.
        session_id: of the session that it is or came of; None for what is of none.
        title: by what it is known; of a line of the minutes, its words.
        about: what tells it from its like: a session's place, a person's function and town, all
            who are in charge of an outcome, the theme of the session of the rest.
        reference: of the session, or of the paper.
        day: of the session, when the paper was dated, or when the outcome is due.
        waiting: whether an outcome still waits for something.
        item: of which point of the agenda a line is, from 1; 0 when of none.
        paper: kind of a paper.
        person_id: whose paper it is, if it is one person's.
    """

    kind: Kind
    id: int
    session_id: int | None
    title: Bilingual
    about: Bilingual
    reference: str = ""
    day: date | None = None
    waiting: bool = False
    item: int = 0
    paper: str = ""
    person_id: int | None = None


def find(
    reading: Reading, query: str, limit: int, today: date, kinds: Sequence[Kind] = KINDS
) -> tuple[Hit, ...]:
    """Give the records with a word that begins as each word of a query does.

    Args:
        reading: where to look.
        query: as it was typed.
        limit: at most so many of each kind.
        today: the day of the functions and names that are shown.
        kinds: which, in their order.

    Returns:
        Of each kind the best first: words of the title before others, whole words before
        beginnings, the article apart; then the latest, and names in their order.
    """
    words = wanted(query)
    found: list[Hit] = []
    if words:
        for kind in kinds:
            asked = _with_types(reading, words) if kind == "session" else list(map(Wanted, words))
            best = _best(reading, kind, asked, limit)
            found += _read(reading, kind, best, today)
    return tuple(found)


def first_people(reading: Reading, limit: int, today: date) -> tuple[Hit, ...]:
    """Give the people who come first when nothing is asked."""
    query = text("SELECT id FROM people ORDER BY name_ar, name_fr, id LIMIT :limit")
    ids = list(reading.connection.scalars(query, {"limit": limit}))
    return tuple(_read(reading, "person", ids, today))


def get(reading: Reading, kind: Kind, ids: Collection[int], today: date) -> tuple[Hit, ...]:
    """Give records by their ids, those that are no more left out."""
    return tuple(_read(reading, kind, list(ids), today))


def spans(shown: str, query: str) -> tuple[tuple[int, int], ...]:
    """Give the places in a text where words begin as those of a query do, without overlap."""
    folded = Folded(shown)
    words = wanted(query)
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded.text):
        begun = [_begun(match[0], word) for word in words]
        ends = [(start, start + len(word)) for start, word in zip(begun, words, strict=True)]
        real = [(start, end) for start, end in ends if start >= 0]
        if real:
            start, end = min(start for start, _ in real), max(end for _, end in real)
            span = folded.span(match.start() + start, match.start() + end)
            if found and span[0] < found[-1][1]:  # two words of one sign, such as ¼
                span = (found.pop()[0], span[1])
            found.append(span)
    return tuple(found)


def begins(shown: str, query: str) -> bool:
    """Tell whether each word of a query begins a word of a text, its article apart."""
    within = spaced(shown)
    return all(f" {word}" in within or f" ال{word}" in within for word in spaced(query).split())


def sentence(told: Bilingual, query: str, language: PaperLanguage) -> str:
    """Give the sentence of a text in which most words of a query stand.

    Args:
        told: what was found.
        query: as it was typed.
        language: that is read first.
    """
    texts = (told.fr, told.ar) if language == "fr" else (told.ar, told.fr)
    parts = [(text, match.span()) for text in texts for match in _SENTENCE.finditer(text)]
    words = wanted(query)
    most = max(parts, key=lambda one: _held(one[0][slice(*one[1])], words), default=("", (0, 0)))
    whole, (start, end) = most
    before = "… " if whole[:start].strip() else ""
    after = " …" if whole[end:].strip() else ""
    return f"{before}{whole[start:end].strip()}{after}"


def _held(shown: str, words: Iterable[str]) -> int:
    found = _WORD.findall(Folded(shown).text)
    return sum(any(_begun(one, word) >= 0 for one in found) for word in words)


def _begun(shown: str, word: str) -> int:
    """Tell where in a folded word a word begins, the letters written to its front apart, or -1."""
    if shown.startswith(word):
        return 0
    return next((len(shown) - len(s) for s in stems_of(shown) if s.startswith(word)), -1)


def _with_types(reading: Reading, words: Iterable[str]) -> list[Wanted]:
    """Let the names of types of sessions be looked for by the codes under which they are kept."""
    labels = {
        code: spaced(f"{kind.indefinite} {kind.plural} {kind.french} {kind.french_plural}")
        for code, kind in SESSION_TYPES.items()
    }
    labels |= {code: spaced(" ".join(names)) for code, *names in reading.connection.execute(_TYPES)}
    return [
        Wanted(word, tuple(code for code, names in labels.items() if begins(names, word)))
        for word in words
    ]


def _best(reading: Reading, kind: Kind, words: Sequence[Wanted], limit: int) -> list[int]:
    """Give the ids of the best: looked for in titles first, and there as whole words."""
    found: dict[int, Match] = {}
    for title, whole in ((True, True), (True, False), (False, False)):
        if len(found) < limit:
            some = matches(
                *(reading.connection, kind, words, max(limit, _LOOKED_AT)),
                title=title,
                whole=whole,
            )
            found |= {match.id: match for match in some}
    plain = [wanted.word for wanted in words]
    named = kind in {"person", "body"}
    ranked = sorted(
        found.values(),
        key=lambda match: (*_rank(match, plain), match.title if named else "", -match.id),
    )
    return [match.id for match in ranked[:limit]]


def _rank(match: Match, words: Sequence[str]) -> tuple[bool, int]:
    title, others = f" {match.title} ", f" {match.others} "
    cost = 0
    for word in words:
        elsewhere = f" {word}" not in title
        told, _, stems = (others if elsewhere else title).partition("|")
        cost += _ELSEWHERE * elsewhere
        if f" {word} " not in told:
            cost += 1 if f" {word}" in told else 2 if f" {word}" in stems else 3
    return f" {' '.join(words)} " not in title.partition("|")[0], cost


# --- what is shown of them ---


def _read(reading: Reading, kind: Kind, ids: Sequence[int], today: date) -> list[Hit]:
    """Read what is shown of some records, in the order of their ids given."""
    hits = {hit.id: hit for hit in _READERS[kind](reading, ids, today)} if ids else {}
    return [hits[key] for key in ids if key in hits]


def _rows(reading: Reading, query: TextualSelect, ids: Iterable[int]) -> Sequence[Any]:
    return reading.connection.execute(query, {"ids": list(ids)}).all()


def _people(reading: Reading, ids: Sequence[int], today: date) -> Iterable[Hit]:
    held = functions_on(reading, today, ids)
    bodies = bodies_on(reading, today, {one.body_id for one in held.values() if one.body_id})
    for key, ar, fr in _rows(reading, _PEOPLE, ids):
        title, body_id = held.get(key, NOTHING_HELD)
        body = bodies.get(body_id or 0, NO_BODY)
        about = placed(title, body.town or body.short)
        yield Hit("person", key, None, Bilingual(ar, fr), about)


def _bodies(reading: Reading, ids: Sequence[int], today: date) -> Iterable[Hit]:
    for key, body in bodies_on(reading, today, ids).items():
        yield Hit("body", key, None, body.name, body.town)


def _sessions(reading: Reading, ids: Iterable[int], _today: date) -> Iterable[Hit]:
    for read in _rows(reading, _SESSIONS, ids):
        key, ar, fr, reference, registry, day, *place, platform = read
        room, site = Bilingual(*place[:2]), Bilingual(*place[2:])
        about = room or site or Bilingual(platform, platform)
        yield Hit("session", key, key, Bilingual(ar, fr), about, reference or registry, day)


def _items(reading: Reading, ids: Sequence[int], today: date) -> Iterable[Hit]:
    rows = _rows(reading, _ITEMS, ids)
    of = {hit.id: hit for hit in _sessions(reading, {row[3] for row in rows}, today)}
    for key, ar, fr, session_id, item in rows:
        one = of[session_id]
        yield Hit(
            *("item", key, session_id, Bilingual(ar, fr), one.title, one.reference, one.day),
            item=item,
        )


def _lines(reading: Reading, ids: Sequence[int], today: date) -> Iterable[Hit]:
    rows = _rows(reading, _LINES, ids)
    of = {hit.id: hit for hit in _sessions(reading, {row[8] for row in rows}, today)}
    for key, *told, item, session_id in rows:
        title = Bilingual(*("\n".join(filter(None, told[at::2])) for at in (0, 1)))
        one = of[session_id]
        yield Hit(*("line", key, session_id, title, one.title, one.reference, one.day), item=item)


def _outcomes(reading: Reading, ids: Sequence[int], today: date) -> Iterable[Hit]:
    rows = _rows(reading, _OUTCOMES, ids)
    owners = _rows(reading, _OWNERS, ids)
    bodies = bodies_on(reading, today, {body_id for _, body_id in owners})
    of = {hit.id: hit for hit in _sessions(reading, {row[3] for row in rows}, today)}
    for key, ar, fr, session_id, *names, due, state in rows:
        own = [bodies[body].short for one, body in owners if one == key and body in bodies]
        in_charge = Bilingual(
            "، ".join(body.best("ar") for body in own), ", ".join(body.best("fr") for body in own)
        )
        about = in_charge or Bilingual(*names[:2]) or Bilingual(*names[2:])
        yield Hit(
            *("outcome", key, session_id, Bilingual(ar, fr), about, of[session_id].reference, due),
            waiting=state not in _OVER,
        )


def _papers(reading: Reading, ids: Sequence[int], _today: date) -> Iterable[Hit]:
    for read in _rows(reading, _PAPERS, ids):
        key, name, kind, dated, person_id, session_id, reference, registry, ar, fr = read
        title = _JOINT.sub(" ", name.removesuffix(".pdf"))
        yield Hit(
            *("paper", key, session_id, Bilingual(title, title), Bilingual(ar or "", fr or "")),
            *(reference or registry, dated),
            paper=kind,
            person_id=person_id,
        )


_READERS: Final[Mapping[Kind, Callable[[Reading, Sequence[int], date], Iterable[Hit]]]] = {
    "person": _people,
    "body": _bodies,
    "session": _sessions,
    "item": _items,
    "line": _lines,
    "outcome": _outcomes,
    "paper": _papers,
}
