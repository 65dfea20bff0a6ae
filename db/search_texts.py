"""The words by which each record is found: its own, and the names of those whom it tells of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, get_args

from sqlalchemy import Connection, TextClause, bindparam, text

from db.folding import words_of

Kind = Literal["person", "body", "session", "item", "line", "outcome", "paper"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
LONGEST: Final = 64
"""Letters of a word that count: what is longer is no word."""
Change = tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]
"""The table of a record, and what it was and is; None when it was not there or is no more."""

_ATTACHED: Final = "وفبكل"
_JOINED: Final = "وف"
_ARTICLE: Final = "ال"
_STEM: Final = 3
"""Letters that are left of a word at least when what is written to its front is taken away."""
_CODE: Final = "\ue000"
"""Begins a word that nobody types: the code of a closed list, such as the type of a session."""
_AT_ONCE: Final = 1000  # SQLite 3.40 takes 32,766 values a statement


class Texts(NamedTuple):
    """Folded words of a record, between single spaces, and after a bar their stems.

    Attributes:
        title: of what it is known by.
        others: beside it.
    """

    title: str
    others: str


def _of_ids(queries: str) -> tuple[TextClause, ...]:
    return tuple(
        text(query).bindparams(bindparam("ids", expanding=True)) for query in queries.split(";")
    )


_TOLD: Final[Mapping[Kind, tuple[TextClause, ...]]] = {
    "person": _of_ids(
        """
        SELECT id, name_ar, name_fr FROM people WHERE id IN :ids;
        SELECT id, email, phone FROM people WHERE id IN :ids;
        SELECT person_id, title_ar, title_fr FROM appointments WHERE person_id IN :ids;
        SELECT person_id, name_ar, name_fr, short_name_ar, short_name_fr
            FROM appointments JOIN body_names ON body_names.body_id = appointments.body_id
            WHERE person_id IN :ids;
        SELECT person_id, town_ar, town_fr
            FROM appointments JOIN bodies ON bodies.id = body_id WHERE person_id IN :ids
        """
    ),
    "body": _of_ids(
        """
        SELECT body_id, name_ar, name_fr, short_name_ar, short_name_fr FROM body_names
            WHERE body_id IN :ids ORDER BY id;
        SELECT id, town_ar, town_fr, email FROM bodies WHERE id IN :ids
        """
    ),
    "session": _of_ids(
        """
        SELECT id, theme_ar, theme_fr FROM sessions WHERE id IN :ids;
        SELECT id, reference, registry_reference, purpose_ar, purpose_fr,
            room_ar, room_fr, site_ar, site_fr, platform FROM sessions WHERE id IN :ids;
        SELECT sessions.id, name_ar, name_fr, short_name_ar, short_name_fr
            FROM sessions JOIN body_names ON body_id = organiser_id WHERE sessions.id IN :ids;
        SELECT sessions.id, town_ar, town_fr
            FROM sessions JOIN bodies ON bodies.id = organiser_id WHERE sessions.id IN :ids
        """
    ),
    "item": _of_ids("SELECT id, title_ar, title_fr FROM agenda_items WHERE id IN :ids"),
    "line": _of_ids(
        """
        SELECT id, title_ar, title_fr, summary_ar, summary_fr, appeal_ar, appeal_fr
            FROM interventions WHERE outcome_id IS NULL AND id IN :ids;
        SELECT intervention_id, name_ar, name_fr
            FROM intervention_speakers JOIN people ON people.id = person_id
            WHERE intervention_id IN :ids
        """
    ),
    "outcome": _of_ids(
        """
        SELECT id, text_ar, text_fr FROM outcomes WHERE id IN :ids;
        SELECT outcomes.id, owner_text_ar, owner_text_fr, partners_ar, partners_fr,
            remarks_ar, remarks_fr, reference, registry_reference
            FROM outcomes JOIN sessions ON sessions.id = session_id WHERE outcomes.id IN :ids;
        SELECT outcomes.id, name_ar, name_fr
            FROM outcomes JOIN people ON people.id = owner_person_id WHERE outcomes.id IN :ids;
        SELECT outcome_id, name_ar, name_fr, short_name_ar, short_name_fr
            FROM outcome_bodies JOIN body_names ON body_names.body_id = outcome_bodies.body_id
            WHERE outcome_id IN :ids;
        SELECT outcome_id, town_ar, town_fr
            FROM outcome_bodies JOIN bodies ON bodies.id = body_id WHERE outcome_id IN :ids
        """
    ),
    "paper": _of_ids(
        """
        SELECT id, file_name, reference, registry_reference FROM issued_documents
            WHERE id IN :ids;
        SELECT issued_documents.id, name_ar, name_fr
            FROM issued_documents JOIN people ON people.id = person_id
            WHERE issued_documents.id IN :ids;
        SELECT issued_documents.id, theme_ar, theme_fr, sessions.reference,
            sessions.registry_reference
            FROM issued_documents JOIN sessions ON sessions.id = session_id
            WHERE issued_documents.id IN :ids
        """
    ),
}
"""Queries of a record's id and its words: first of its title, then of what is told beside it."""
_TYPES: Final = _of_ids("SELECT id, type_code FROM sessions WHERE id IN :ids")[0]
_ALL: Final[Mapping[Kind, TextClause]] = {
    "person": text("SELECT id FROM people"),
    "body": text("SELECT id FROM bodies"),
    "session": text("SELECT id FROM sessions"),
    "item": text("SELECT id FROM agenda_items"),
    "line": text("SELECT id FROM interventions WHERE outcome_id IS NULL"),
    "outcome": text("SELECT id FROM outcomes"),
    "paper": text("SELECT id FROM issued_documents"),
}
_PART_OF: Final[Mapping[str, tuple[Kind, str]]] = {
    "people": ("person", "id"),
    "appointments": ("person", "person_id"),
    "bodies": ("body", "id"),
    "body_names": ("body", "body_id"),
    "sessions": ("session", "id"),
    "agenda_items": ("item", "id"),
    "interventions": ("line", "id"),
    "intervention_speakers": ("line", "intervention_id"),
    "outcomes": ("outcome", "id"),
    "outcome_bodies": ("outcome", "outcome_id"),
    "issued_documents": ("paper", "id"),
}
"""What a record of each table tells of, and the column that names it."""
_NAMES_TRAVEL: Final[tuple[tuple[Kind, tuple[Kind, ...], str], ...]] = (
    (
        "person",
        ("outcome", "line", "paper"),
        """
        SELECT id FROM outcomes WHERE owner_person_id IN :ids;
        SELECT intervention_id FROM intervention_speakers WHERE person_id IN :ids;
        SELECT id FROM issued_documents WHERE person_id IN :ids
        """,
    ),
    (
        "body",
        ("person", "session", "outcome"),
        """
        SELECT person_id FROM appointments WHERE body_id IN :ids;
        SELECT id FROM sessions WHERE organiser_id IN :ids;
        SELECT outcome_id FROM outcome_bodies WHERE body_id IN :ids
        """,
    ),
    (
        "session",
        ("outcome", "paper"),
        """
        SELECT id FROM outcomes WHERE session_id IN :ids;
        SELECT id FROM issued_documents WHERE session_id IN :ids
        """,
    ),
)
_NAMED_IN: Final[Mapping[Kind, tuple[tuple[Kind, TextClause], ...]]] = {
    kind: tuple(zip(others, _of_ids(queries), strict=True))
    for kind, others, queries in _NAMES_TRAVEL
}
_NAMES_OF: Final[Mapping[str, frozenset[str]]] = {
    "people": frozenset({"name_ar", "name_fr"}),
    "bodies": frozenset({"town_ar", "town_fr"}),
    "body_names": frozenset({"name_ar", "name_fr", "short_name_ar", "short_name_fr"}),
    "sessions": frozenset({"theme_ar", "theme_fr", "reference", "registry_reference"}),
}
"""Columns by which others tell of a record."""


def texts_of(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Texts]:
    """Give the words of some records of a kind, those that are no more left out."""
    found: dict[int, Texts] = {}
    title, *others = _TOLD[kind]
    for some in in_parts(sorted(ids)):
        titles, beside = _words(connection, [title], some), _words(connection, others, some)
        if kind == "session":
            for key, code in connection.execute(_TYPES, {"ids": some}):
                beside[key].append(coded(code))
        for key, words in titles.items():
            found[key] = Texts(_joined(words), _joined(sorted(set(beside[key]))))
    return found


def all_ids(connection: Connection, kind: Kind) -> list[int]:
    """Give the ids of all records of a kind."""
    return list(connection.scalars(_ALL[kind]))


def touched(connection: Connection, changes: Iterable[Change]) -> dict[Kind, set[int]]:
    """Give the records whose words may be others after some changes, by kind."""
    found: defaultdict[Kind, set[int]] = defaultdict(set)
    renamed: defaultdict[Kind, set[int]] = defaultdict(set)
    for table, before, after in changes:
        if table not in _PART_OF:
            continue
        kind, column = _PART_OF[table]
        records = [record for record in (before, after) if record is not None]
        found[kind].update(record[column] for record in records)
        names = _NAMES_OF.get(table, frozenset())
        if len({tuple(record[name] for name in names) for record in records}) > 1 or (
            table == "body_names" and len(records) == 1
        ):
            renamed[kind].add(records[-1][column])
    for kind, ids in renamed.items():
        for other, query in _NAMED_IN[kind]:
            for some in in_parts(sorted(ids)):
                found[other].update(connection.scalars(query, {"ids": some}))
    return found


def coded(code: str) -> str:
    """Give the word under which the code of a closed list is found."""
    return _CODE + "".join(words_of(code))


def in_parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """Give ids in parts, as many at once as a statement takes."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def stems_of(word: str) -> list[str]:
    """Give what is left of a word without the article and the letters that are written to it."""
    rests = [word]
    if word[0] in _ATTACHED:
        rests.append(word[1:])
    if word[0] in _JOINED and word[1:2] in _ATTACHED and word[2:4] == _ARTICLE:
        rests.append(word[2:])
    stems = [rest for rest in rests[1:] if len(rest) >= _STEM]
    stems += [rest[2:] for rest in rests if rest[:2] in {_ARTICLE, "لل"} and len(rest) > _STEM]
    return stems


def _words(
    connection: Connection, queries: Sequence[TextClause], ids: Sequence[int]
) -> defaultdict[int, list[str]]:
    words: defaultdict[int, list[str]] = defaultdict(list)
    for query in queries:
        for key, *told in connection.execute(query, {"ids": ids}):
            words[key] += [word[:LONGEST] for word in words_of(" ".join(filter(None, told)))]
    return words


def _joined(words: Sequence[str]) -> str:
    stems = sorted({stem for word in words for stem in stems_of(word)} - set(words))
    return " ".join((*words, "|", *stems) if stems else words)
