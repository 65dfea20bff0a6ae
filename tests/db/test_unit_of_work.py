"""The one way to write: whole or not at all, and nothing around it."""

import getpass
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from db import engine, models
from db.codes import BodyKind
from db.engine import create_store, open_store
from db.errors import UserError
from db.journal import JOURNAL, JournalEntry, Operation, entries
from db.unit_of_work import Reading, Store, UnitOfWork
from tests.db.samples import body, content, outcome, person, session, tables, whole_centre


def journal(store: Store) -> tuple[JournalEntry, ...]:
    with store.read() as reading:
        return entries(reading)


def test_use_case_that_fails_half_way_leaves_no_trace(store: Store) -> None:
    with store.write("first") as work:
        work.db.add(person())
    before, told = tables(store.engine), journal(store)

    def fail() -> None:
        with store.write("second") as work:
            work.db.scalars(select(models.Person)).one().email = "other@example.ma"
            work.db.add_all(whole_centre())
            work.db.flush()
            raise LookupError("half way")

    with pytest.raises(LookupError):
        fail()
    assert tables(store.engine) == before
    assert journal(store) == told


def test_unit_that_the_tables_refuse_leaves_no_trace(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write("test") as work:
        work.db.add_all([person(), session(outcomes=[outcome(percent=300)])])
    assert not any(tables(store.engine).values())
    assert journal(store) == ()


def test_changes_of_the_schema_are_taken_back(store: Store, path: Path) -> None:
    writer = store.engine.execution_options(mahdar_writes=True)

    def fail() -> None:
        with writer.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
            connection.exec_driver_sql("ALTER TABLE people ADD COLUMN half TEXT")
            raise LookupError("half way")

    with pytest.raises(LookupError):
        fail()
    with sqlite3.connect(path) as other:
        assert other.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'half'"
        ).fetchone() == (0,)
        assert "half" not in [row[1] for row in other.execute("PRAGMA table_info(people)")]
    other.close()


def _core_insert(work: Reading) -> None:
    work.db.execute(insert(models.Person).values(name_ar="x"))


def _core_update(work: Reading) -> None:
    work.db.execute(update(models.Person).values(email="x"))


def _query_delete(work: Reading) -> None:
    work.db.query(models.Person).delete()


def _textual(work: Reading) -> None:
    work.db.execute(text("DELETE FROM people"))


def _textual_with(work: Reading) -> None:
    work.db.execute(text("WITH x AS (SELECT 1)\n DELETE FROM people"))


def _driver(work: Reading) -> None:
    work.db.connection().exec_driver_sql("  delete from people")


def _bulk_save(work: Reading) -> None:
    work.db.bulk_save_objects([person()])


def _bulk_insert(work: Reading) -> None:
    work.db.execute(insert(models.Person), [{"name_ar": "x"}, {"name_ar": "y"}])


def _forge_journal(work: Reading) -> None:
    work.db.execute(update(JOURNAL).values(who="nobody"))


def _pragma(work: Reading) -> None:
    work.db.connection().exec_driver_sql("PRAGMA writable_schema=ON")


def _definition(work: Reading) -> None:
    work.db.connection().exec_driver_sql("DROP TABLE people")


AROUND = [
    _core_insert,
    _core_update,
    _query_delete,
    _textual,
    _textual_with,
    _driver,
    _bulk_save,
    _bulk_insert,
    _forge_journal,
    _pragma,
    _definition,
]


@pytest.mark.parametrize("attempt", AROUND)
def test_nothing_is_written_around_the_journal(
    store: Store, attempt: Callable[[Reading], None]
) -> None:
    with store.write("test") as work:
        work.db.add(person())
    before, told = tables(store.engine), journal(store)

    def write() -> None:
        with store.write("around") as work:
            attempt(work)

    with pytest.raises(RuntimeError, match="around the journal"):
        write()
    assert tables(store.engine) == before
    assert journal(store) == told


@pytest.mark.parametrize("attempt", AROUND)
def test_nothing_is_written_while_reading(store: Store, attempt: Callable[[Reading], None]) -> None:
    with store.write("test") as work:
        work.db.add(person())
    before = tables(store.engine)

    def write() -> None:
        with store.read() as reading:
            attempt(reading)
            reading.db.commit()

    with pytest.raises(RuntimeError, match="while reading"):
        write()
    assert tables(store.engine) == before


def test_records_changed_while_reading_are_refused(store: Store) -> None:
    with store.write("test") as work:
        work.db.add(person())

    def add() -> None:
        with store.read() as reading:
            reading.db.add(person())
            reading.db.flush()

    def change() -> None:
        with store.read() as reading:
            reading.db.scalars(select(models.Person)).one().email = "x"
            reading.db.flush()

    for attempt in (add, change):
        with pytest.raises((RuntimeError, TypeError)):
            attempt()
    with store.read() as reading:
        assert reading.db.scalars(select(models.Person.email)).one() == "salma@example.ma"


def test_file_itself_refuses_to_be_written_while_reading(store: Store) -> None:
    with store.engine.connect() as connection, pytest.raises(SQLAlchemyError, match="readonly"):
        connection.exec_driver_sql("DELETE FROM people")


def test_session_of_ones_own_is_refused(store: Store) -> None:
    writer = store.engine.execution_options(mahdar_writes=True)
    with Session(writer) as own:
        own.add(person())
        with pytest.raises(TypeError, match="unit of work alone"):
            own.flush()


def test_early_commit_keeps_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write("test") as work:
            work.db.add(person())
            work.db.commit()
            raise LookupError

    def commit_below() -> None:
        with store.write("test") as work:
            work.db.add(person())
            work.db.flush()
            work.db.connection().commit()

    with pytest.raises(LookupError):
        fail()
    with pytest.raises(RuntimeError, match="commits by itself"):
        commit_below()
    assert not any(tables(store.engine).values())


def test_unit_that_was_rolled_back_keeps_nothing(store: Store) -> None:
    def roll_back() -> None:
        with store.write("test") as work:
            work.db.add(person())
            work.db.flush()
            work.db.rollback()
            work.db.add(person())

    with pytest.raises(SQLAlchemyError):
        roll_back()
    assert not any(tables(store.engine).values())


def test_step_taken_back_inside_a_unit_is_not_told(store: Store) -> None:
    with store.write("test") as work:
        salma = person()
        work.db.add(salma)
        work.db.flush()
        salma.email = "lost@example.ma"
        with pytest.raises(IntegrityError), work.db.begin_nested():
            work.db.add_all([person("عمر"), session(type_code="")])
        with pytest.raises(RuntimeError, match="around"):
            _core_update(work)
        salma.phone = "0523"
    (entry,) = journal(store)
    assert entry.after is not None
    assert (entry.after["email"], entry.after["phone"]) == ("lost@example.ma", "0523")
    assert len(tables(store.engine)["people"]) == 1


def test_reading_is_one_unchanging_state(store: Store) -> None:
    count = select(models.Person.id)
    with store.read() as reading:
        assert len(reading.db.execute(count).all()) == 0
        with store.write("test") as work:
            work.db.add(person())
        assert len(reading.db.execute(count).all()) == 0
    with store.read() as reading:
        assert len(reading.db.execute(count).all()) == 1


def test_common_table_expressions_are_read(store: Store) -> None:
    with store.write("test") as work:
        work.db.add(
            models.Body(kind=BodyKind.CENTRE, parent=body(), names=[models.BodyName(name_fr="x")])
        )
        work.db.flush()
        top = select(models.Body.id).where(models.Body.parent_id.is_(None)).cte(recursive=True)
        below = top.union_all(select(models.Body.id).join(top, models.Body.parent_id == top.c.id))
        assert len(work.db.execute(select(below.c.id)).all()) == 2


def test_one_unit_at_a_time(store: Store) -> None:
    def nest() -> None:
        with store.write("outer"), store.write("inner"):
            pass

    with pytest.raises(RuntimeError, match="inner began within another"):
        nest()
    with store.write("afterwards"):
        pass


def test_threads_take_turns(store: Store) -> None:
    def count_up() -> None:
        for _ in range(10):
            with store.write("count") as work:
                counter = work.db.scalars(select(models.NumberingCounter)).one()
                counter.last += 1

    with store.write("test") as work:
        work.db.add(models.NumberingCounter(kind="common", year=2026))
    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as reading:
        assert reading.db.scalars(select(models.NumberingCounter.last)).one() == 40
    assert len(journal(store)) == 41


def test_thread_waits_however_long_another_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0)
    began, kept = threading.Event(), threading.Event()

    def write() -> None:
        began.set()
        with store.write("second") as work:
            work.db.add(person())
        kept.set()

    with create_store(path) as store:
        second = threading.Thread(target=write)
        with store.write("first") as work:
            work.db.add(person())
            second.start()
            began.wait()
            assert not kept.wait(0.1)
        second.join()
        assert kept.is_set()
        assert [entry.use_case for entry in journal(store)] == ["first", "second"]


def test_screens_are_told_once_it_is_kept(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    heard: list[tuple[tuple[str, Operation], ...]] = []

    def listen(told: tuple[JournalEntry, ...]) -> None:
        with store.read() as reading:
            assert reading.db.scalars(select(models.Person)).all()
        heard.append(tuple((entry.subject, entry.operation) for entry in told))

    def stumble(_told: tuple[JournalEntry, ...]) -> None:
        raise LookupError("broken screen")

    store.subscribe(stumble)
    end = store.subscribe(listen)
    with store.write("test") as work:
        work.db.add(person())
    with store.write("nothing"):
        pass
    with pytest.raises(IntegrityError), store.write("fails") as work:
        work.db.add_all([person(), session(type_code="")])
    assert heard == [(("people", Operation.ADDED),)]
    assert "broken screen" in caplog.text
    end()
    with store.write("unheard") as work:
        work.db.add(person())
    assert len(heard) == 1


def test_unit_knows_who_when_and_what(store: Store) -> None:
    before = datetime.now(UTC)
    with store.write("people.add", who="سلمى") as work:
        work.db.add(person())
    (entry,) = journal(store)
    assert (entry.use_case, entry.who, entry.unit) == ("people.add", "سلمى", work.uid)
    assert before <= entry.at == work.at <= datetime.now(UTC)
    assert isinstance(work, UnitOfWork)


def test_system_user_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "salma")
    with store.write("test") as work:
        assert work.who == "salma"

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    with store.write("test") as work:
        assert work.who == ""


def test_store_opened_for_reading_is_not_written(path: Path) -> None:
    create_store(path).close()
    with open_store(path, writing=False) as store:
        with pytest.raises(UserError, match="reading only"), store.write("test"):
            pass
        assert not any(tables(store.engine).values())


def test_bytes_are_kept_by_the_unit(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all([content(b"a"), content(b"b")])
    assert len(tables(store.engine)["contents"]) == 2
