"""The words of records are kept in step with every write."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, delete, insert, select
from sqlalchemy.dialects import registry

from db import migrations, models, search
from db.check import check
from db.engine import create_store, make_searchable, open_store
from db.search import Kind, Wanted, matches, wanted
from db.undoing import undo
from db.unit_of_work import Store
from tests.db.samples import papers_of, whole_centre


@pytest.fixture
def centre(path: Path) -> Path:
    with create_store(path) as store, store.write("test") as work:
        work.db.add_all(whole_centre())
        work.db.flush()
        work.db.add_all(papers_of(work.db.scalars(select(models.Session)).one()))
    return path


def found(store: Store, kind: Kind, query: str) -> list[int]:
    with store.read() as reading:
        words = [Wanted(word) for word in wanted(query)]
        return [match.id for match in matches(reading.connection, kind, words, 9)]


def in_step(store: Store) -> bool:
    with store.read() as reading:
        return search.is_current(reading.connection) and not search.differing(reading.connection)


def test_every_write_and_its_undoing_keep_the_words_in_step(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
    assert in_step(store)
    with store.write("rename") as work:
        work.db.get_one(models.Person, 1).name_fr = "Zoubida"
        work.db.scalars(select(models.BodyName)).all()[0].name_fr = "Quelconque"
        work.db.scalars(select(models.Session)).one().theme_fr = "Xylophone"
    assert in_step(store)
    assert found(store, "person", "zoub") == [1]
    assert found(store, "session", "xylophones") == []
    assert found(store, "session", "xylophone") == [1]
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    assert in_step(store)
    assert found(store, "person", "zoub") == []
    with store.write("remove") as work:
        line = work.db.scalars(select(models.Intervention)).all()[0]
        work.db.delete(line)
    assert in_step(store)


def test_a_name_changes_wherever_it_is_told(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
        outcome = work.db.scalars(select(models.Outcome)).all()[0]
        body_id, outcome_id = outcome.owner_bodies[0].body_id, outcome.id
    with store.write("rename") as work:
        work.db.add(models.BodyName(body_id=body_id, name_fr="Zénith"))
    assert outcome_id in found(store, "outcome", "zenith")
    assert in_step(store)


def test_words_of_any_length_are_found_by_their_beginnings(store: Store) -> None:
    words = ["constitution", "constitutionnel", *(f"anticipation{n:03}" for n in range(70))]
    with store.write("test") as work:
        work.db.add_all([models.Person(name_fr=word) for word in words])
    assert found(store, "person", "constitut") == [2, 1]
    assert found(store, "person", "constitutionne") == [2]
    assert len(found(store, "person", "anticipat")) == 9
    assert found(store, "person", "constitutif") == []
    assert found(store, "person", "z" * 10_000) == []
    with store.read() as reading:
        held = search.holding(reading.connection, "person", [Wanted("constitut")])
        assert set(reading.connection.scalars(held)) == {1, 2}


def statement(text: str) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        with sqlite3.connect(path) as other:
            other.execute(text)
        other.close()

    return do


@pytest.mark.parametrize(
    "happened",
    [
        "DROP TABLE search_index",
        "DROP TABLE search_texts",
        "UPDATE search_state SET version = 0",
        "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",
    ],
)
def test_a_file_whose_words_are_missing_or_left_behind_gets_them_when_it_is_opened(
    centre: Path, happened: str
) -> None:
    statement(happened)(centre)
    assert any("cannot be searched" in str(finding) for finding in check(centre))
    with open_store(centre) as store:
        assert in_step(store)
    assert not any("search" in str(finding) for finding in check(centre))


@pytest.mark.parametrize(
    "happened",
    [
        "UPDATE search_texts SET title = 'forged' WHERE id = (SELECT max(id) FROM search_texts)",
        "DELETE FROM search_texts WHERE id = (SELECT max(id) FROM search_texts)",
        "INSERT INTO search_texts VALUES (1, 'forged', '')",
    ],
)
def test_words_that_are_not_those_of_the_records_are_found_out(centre: Path, happened: str) -> None:
    statement(happened)(centre)
    assert any("are not those of its records" in str(finding) for finding in check(centre))
    with open_store(centre) as store:
        make_searchable(store)
    assert check(centre) == ()


def compared(
    connection: Connection, query: str, *, title: bool = False, whole: bool = False
) -> int:
    words = [Wanted(word, ("meeting",) if word == "reunion" else ()) for word in wanted(query)]
    return len(matches(connection, "session", words, 9, title=title, whole=whole))


def test_a_server_compares_words_one_by_one() -> None:
    registry.register("elsewhere.pysqlite", "tests.db.elsewhere", "Elsewhere")
    engine = create_engine("elsewhere+pysqlite://")
    with engine.begin() as there:
        migrations.upgrade(there)
        search.rebuild(there)
        assert search.is_current(there)
        assert search.differing(there) == 0
        row = ((3 << 40) + 7, "xylophone massar", "khenifra \ue000meeting")
        there.exec_driver_sql("INSERT INTO search_texts VALUES (?, ?, ?)", row)
        assert compared(there, "xylo khen") == compared(there, "reunion") == 1
        assert compared(there, "khen", title=True) == compared(there, "xylo", whole=True) == 0
        assert compared(there, "massar", title=True, whole=True) == 1
        assert compared(there, "ylo") == 0
        held = search.holding(there, "session", [Wanted("mass")])
        assert there.scalars(held).all() == [7]
        person = {"id": 5, "uid": "u", "name_ar": "سلمى", "name_fr": "Salma"}
        there.execute(insert(models.Person).values(person))
        search.follow(there, [("people", None, person)])
        assert there.scalars(search.holding(there, "person", [Wanted("salm")])).all() == [5]
        there.execute(delete(models.Person))
        search.follow(there, [("people", person, None)])
        assert there.scalars(search.holding(there, "person", [Wanted("salm")])).all() == []
    engine.dispose()
