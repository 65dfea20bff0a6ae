"""Finds records by the beginnings of their words: the one place that knows how.

The folded words of each record are kept in `search_texts`, in step with every unit of work. In a
SQLite file FTS5 indexes them (https://www.sqlite.org/fts5.html); what is typed reaches its query
language only as folded words, which hold letters and digits alone. On a server they are compared
one by one.

A record is named there by one number: its kind, then its id. So the latest of one kind are found
without looking at those of the others.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Integer, TextualSelect, bindparam, inspect, text

from db.folding import words_of
from db.search_texts import (
    KINDS,
    LONGEST,
    Change,
    Kind,
    Texts,
    all_ids,
    coded,
    in_parts,
    texts_of,
    touched,
)

__all__ = ["KINDS", "Kind"]

TABLES: Final = "search_"
"""How the tables begin that are made here; they hold nothing that is not in others."""
_LAST: Final = "\U0010ffff"
_VERSION: Final = 1
"""Of the words that are kept: another one has them made anew."""
_MOST_WORDS: Final = 24
_OF_KIND: Final = 1 << 40
_FIRST: Final = {kind: number * _OF_KIND for number, kind in enumerate(KINDS, 1)}
_MANY: Final = 5000

_TEXTS: Final = (
    "CREATE TABLE search_texts (id BIGINT NOT NULL PRIMARY KEY, title TEXT NOT NULL,"
    " others TEXT NOT NULL)"
)
_TEXTS_IN_FILE: Final = _TEXTS.replace("BIGINT NOT NULL", "INTEGER NOT NULL")
_STATE: Final = "CREATE TABLE search_state (version INTEGER NOT NULL, entry INTEGER NOT NULL)"
"""Which words are kept, and the last entry of the journal that they follow."""
_INDEX: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5(title, others, content='search_texts',"
    " content_rowid='id', detail='column', prefix='1 2 3 4 5', tokenize='ascii')"
)
_INDEXED: Final = 5
"""Letters of a beginning that the index knows; longer ones are looked up among the words."""
_WORDS: Final = "CREATE TABLE search_words (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID"
"""All words that ever stood in a text: from where FTS5 gives a common one without delay."""
_KEPT: Final = text("SELECT id, title, others FROM search_texts WHERE id BETWEEN :first AND :last")
_KEPT_OF: Final = text("SELECT id, title, others FROM search_texts WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
_ADD: Final = text("INSERT INTO search_texts (id, title, others) VALUES (:id, :title, :others)")
_REMOVE: Final = text("DELETE FROM search_texts WHERE id = :id")
_ADD_TO_INDEX: Final = text(
    "INSERT INTO search_index (rowid, title, others) VALUES (:id, :title, :others)"
)
_REMOVE_FROM_INDEX: Final = text(
    "INSERT INTO search_index (search_index, rowid, title, others)"
    " VALUES ('delete', :id, :title, :others)"
)
_ADD_WORD: Final = text("INSERT OR IGNORE INTO search_words (word) VALUES (:word)")
_BEGUN: Final = text(
    "SELECT word FROM search_words WHERE word >= :word AND word < :word || :end LIMIT :limit"
)
_BEGUN_AT_MOST: Final = 64
_OPTIMISE: Final = text("INSERT INTO search_index (search_index) VALUES ('optimize')")
_FOLLOW: Final = text("UPDATE search_state SET entry = (SELECT coalesce(max(id), 0) FROM journal)")
_STANDING: Final = text(
    "SELECT count(*) FROM search_state"
    " WHERE version = :version AND entry = (SELECT coalesce(max(id), 0) FROM journal)"
)
_FOUND: Final = text(
    "SELECT search_texts.id, search_texts.title, search_texts.others"
    " FROM search_index JOIN search_texts ON search_texts.id = search_index.rowid"
    " WHERE search_index MATCH :query AND search_index.rowid BETWEEN :first AND :last"
    " ORDER BY search_index.rowid DESC LIMIT :limit"
)
_HELD: Final = (
    "SELECT rowid - :first AS id FROM search_index"
    " WHERE search_index MATCH :query AND rowid BETWEEN :first AND :last"
)
_HELD_COMPARED: Final = (
    "SELECT id - :first AS id FROM search_texts WHERE id BETWEEN :first AND :last AND {}"
)
_COMPARED: Final = (
    "SELECT id, title, others FROM search_texts WHERE id BETWEEN :first AND :last AND {}"
    " ORDER BY id DESC LIMIT :limit"
)
_NOT_INDEXED: Final = text(
    "SELECT (SELECT count(*) FROM search_texts) - (SELECT count(*) FROM search_index_docsize)"
)


class Wanted(NamedTuple):
    """A word as it was typed: what is found begins with it, or is of one of some codes."""

    word: str
    codes: tuple[str, ...] = ()


class Match(NamedTuple):
    """A record that was found, and its folded words."""

    id: int
    title: str
    others: str


def wanted(query: str) -> list[str]:
    """Give the words to look for in what was typed: letters and digits alone, each once."""
    words = dict.fromkeys(word[:LONGEST] for word in words_of(query))
    return list(words)[:_MOST_WORDS]


def make(connection: Connection) -> None:
    """Make the tables for the words of a record, empty."""
    in_file = _is_file(connection)
    connection.execute(text(_TEXTS_IN_FILE if in_file else _TEXTS))
    connection.execute(text(_STATE))
    connection.execute(
        text("INSERT INTO search_state (version, entry) VALUES (:version, 0)"),
        {"version": _VERSION},
    )
    if in_file:
        connection.execute(text(_INDEX))
        connection.execute(text(_WORDS))


def is_current(connection: Connection) -> bool:
    """Tell whether the words kept are those of this version and follow the whole journal."""
    needed = {"search_texts", "search_state"}
    if _is_file(connection):
        needed |= {"search_index", "search_words"}
    there = needed.issubset(inspect(connection).get_table_names())
    return there and connection.scalar(_STANDING, {"version": _VERSION}) == 1


def rebuild(connection: Connection) -> None:
    """Make the tables anew and fill them with the words of every record."""
    for table in ("search_index", "search_words", "search_texts", "search_state"):
        connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    make(connection)
    for kind in KINDS:
        ids = all_ids(connection, kind)
        for start in range(0, len(ids), _MANY):
            some = texts_of(connection, kind, ids[start : start + _MANY])
            _add(connection, kind, some)
    if _is_file(connection):
        connection.execute(_OPTIMISE)
    connection.execute(_FOLLOW)


def differing(connection: Connection) -> int:
    """Count the records whose words are not kept as they are, and what is kept of none."""
    count = abs(connection.scalar(_NOT_INDEXED) or 0) if _is_file(connection) else 0
    for kind in KINDS:
        first = _FIRST[kind]
        rows = connection.execute(_KEPT, {"first": first, "last": first + _OF_KIND - 1})
        kept = {key - first: Texts(title, others) for key, title, others in rows}
        told = texts_of(connection, kind, all_ids(connection, kind))
        count += sum(kept.get(key) != told.get(key) for key in kept.keys() | told.keys())
    return count


def follow(connection: Connection, changes: Iterable[Change]) -> None:
    """Keep the words of what a unit of work changed, at its end."""
    for kind, ids in touched(connection, changes).items():
        now, kept = texts_of(connection, kind, ids), _kept(connection, kind, ids)
        _remove(connection, kind, {k: old for k, old in kept.items() if now.get(k) != old})
        _add(connection, kind, {k: new for k, new in now.items() if kept.get(k) != new})
    connection.execute(_FOLLOW)


def matches(
    connection: Connection,
    kind: Kind,
    words: Sequence[Wanted],
    limit: int,
    *,
    title: bool = False,
    whole: bool = False,
) -> list[Match]:
    """Give the latest records of a kind that hold every word.

    Args:
        connection: to the record.
        kind: of record.
        words: as `wanted` gives them.
        limit: so many at most.
        title: whether every word has to be of the title.
        whole: whether they are whole words, not beginnings.
    """
    first = _FIRST[kind]
    between = {"first": first, "last": first + _OF_KIND - 1, "limit": limit}
    if _is_file(connection):
        query = " AND ".join(_either(connection, word, whole=whole) for word in words)
        asked = f"title : ({query})" if title else query
        rows = connection.execute(_FOUND, {"query": asked, **between})
    else:
        where, values = _compared(words, title=title, whole=whole)
        query = _COMPARED.format(where)
        rows = connection.execute(text(query), {**between, **values})
    return [Match(key - first, title, others) for key, title, others in rows]


def holding(connection: Connection, kind: Kind, words: Sequence[Wanted]) -> TextualSelect:
    """Select the ids of all records of a kind that hold every word, as part of another query.

    Args:
        connection: to the record.
        kind: of record.
        words: as `wanted` gives them.
    """
    first = _FIRST[kind]
    values: dict[str, Any] = {"first": first, "last": first + _OF_KIND - 1}
    if _is_file(connection):
        values["query"] = " AND ".join(_either(connection, word) for word in words)
        found = text(_HELD)
    else:
        where, compared = _compared(words, title=False, whole=False)
        values |= compared
        found = text(_HELD_COMPARED.format(where))
    return found.bindparams(**values).columns(id=Integer)


def _either(connection: Connection, wanted: Wanted, *, whole: bool = False) -> str:
    """Ask FTS5 for a word: the only text that reaches its query language, in quotes."""
    word = wanted.word
    words = [f'"{word}"'] if whole else [f'"{word}" *']
    if not whole and len(word) > _INDEXED:
        asked = {"word": word, "end": _LAST, "limit": _BEGUN_AT_MOST + 1}
        begun = list(connection.scalars(_BEGUN, asked))
        if len(begun) <= _BEGUN_AT_MOST:
            words = [f'"{one}"' for one in begun or [word]]
    words += [f'"{coded(code)}"' for code in wanted.codes]
    return f"({' OR '.join(words)})"


def _compared(words: Sequence[Wanted], *, title: bool, whole: bool) -> tuple[str, dict[str, str]]:
    """Give a condition and its values, for a server."""
    within = "' ' || title || ' '" if title else "' ' || title || ' ' || others || ' '"
    values: dict[str, str] = {}
    conditions = []
    for word in words:
        either = []
        for one in (word.word, *map(coded, word.codes)):
            name = f"word{len(values)}"
            values[name] = f"% {one} %" if whole else f"% {one}%"
            either.append(f"{within} LIKE :{name}")
        conditions.append(f"({' OR '.join(either)})")
    return " AND ".join(conditions), values


def _kept(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Texts]:
    first = _FIRST[kind]
    return {
        key - first: Texts(title, others)
        for some in in_parts([first + key for key in ids])
        for key, title, others in connection.execute(_KEPT_OF, {"ids": some})
    }


def _add(connection: Connection, kind: Kind, texts: dict[int, Texts]) -> None:
    rows = _rows(kind, texts)
    if rows:
        connection.execute(_ADD, rows)
        if _is_file(connection):
            connection.execute(_ADD_TO_INDEX, rows)
            told = {word for one in texts.values() for part in one for word in part.split(" ")}
            connection.execute(_ADD_WORD, [{"word": word} for word in sorted(told)])


def _remove(connection: Connection, kind: Kind, texts: dict[int, Texts]) -> None:
    rows = _rows(kind, texts)
    if rows:
        if _is_file(connection):
            connection.execute(_REMOVE_FROM_INDEX, rows)
        connection.execute(_REMOVE, [{"id": row["id"]} for row in rows])


def _rows(kind: Kind, texts: dict[int, Texts]) -> list[dict[str, int | str]]:
    return [{"id": _FIRST[kind] + key, **told._asdict()} for key, told in sorted(texts.items())]


def _is_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
