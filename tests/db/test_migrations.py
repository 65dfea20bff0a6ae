"""The revisions make what the models describe."""

import re

from sqlalchemy import Connection, UniqueConstraint, create_engine

from db import engine, journal, migrations, search
from db.models import Base


def _schema(connection: Connection) -> dict[str, list[str]]:
    """Give each table and index with its parts in order of their text: their order is free."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: sorted(part.strip("() \n\t") for part in re.split(r",(?![^(]*\))", sql))
        for name, sql in rows
        if name != "alembic_version"
    }


def test_newest_revision_is_the_one_the_program_opens() -> None:
    assert migrations.head() == engine.HEAD
    assert migrations.is_known(engine.HEAD)
    assert not migrations.is_known("9999")


def test_upgrading_from_nothing_gives_the_models() -> None:
    upgraded, made = create_engine("sqlite://"), create_engine("sqlite://")
    with upgraded.begin() as old, made.begin() as new:
        migrations.upgrade(old)
        Base.metadata.create_all(new)
        search.make(new)
        assert migrations.differences(old) == []
        assert _schema(old) == _schema(new)
        assert {journal.JOURNAL.name, "search_index"} <= _schema(old).keys()
    upgraded.dispose()
    made.dispose()


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, constraint)
        for table in Base.metadata.sorted_tables
        for constraint in table.constraints
        if not constraint.name
    ]
    assert unnamed == []


def test_every_record_has_key_and_uid_and_every_tie_an_index() -> None:
    for mapper in Base.registry.mappers:
        table = Base.metadata.tables[mapper.class_.__tablename__]
        assert [column.name for column in table.columns][:2] == ["id", "uid"]
        first = {next(iter(index.columns)).name for index in table.indexes}
        unique = {
            next(iter(u.columns)).name for u in table.constraints if isinstance(u, UniqueConstraint)
        }
        assert {c.name for c in table.columns if c.foreign_keys} <= first | unique
