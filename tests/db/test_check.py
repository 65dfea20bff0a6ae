"""A check says what is wrong with a record."""

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from db import models
from db.check import check
from db.engine import create_store
from db.errors import UserError
from tests.db.samples import papers_of, whole_centre


@pytest.fixture
def centre(path: Path) -> Path:
    with create_store(path) as store, store.write("test") as work:
        work.db.add_all(whole_centre())
        work.db.flush()
        work.db.add_all(papers_of(work.db.scalars(select(models.Session)).one()))
    return path


def tamper(path: Path, statements: str) -> list[str]:
    with sqlite3.connect(path) as other:
        other.executescript(statements)
    other.close()
    return [str(finding) for finding in check(path)]


def test_whole_record(centre: Path) -> None:
    assert check(centre) == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE people SET email = 'forged' WHERE id = 1", "people were changed .*1 records"),
        ("DELETE FROM settings", "settings were changed"),
        ("UPDATE journal SET after = NULL WHERE subject = 'phrases'", "phrases were changed"),
        (
            "UPDATE agenda_items SET presenter_id = 999",
            "agenda_items names .* people that is missing",
        ),
        ("ALTER TABLE people ADD COLUMN shoe_size INTEGER", "are not those .*shoe_size"),
        (
            "PRAGMA ignore_check_constraints=ON; UPDATE outcomes SET percent = 300",
            "is damaged .*CHECK constraint failed in outcomes",
        ),
        ("UPDATE contents SET data = x'00' WHERE id = 1", "kept file .* is not the one"),
        ("DROP INDEX ix_session_days_day", "are not those .*ix_session_days_day"),
    ],
)
def test_what_is_wrong_is_said(centre: Path, statement: str, said: str) -> None:
    found = tamper(centre, statement)
    assert [finding for finding in found if re.search(said, finding)]


@pytest.mark.parametrize("part", ["people", "sqlite_autoindex_people_1", "journal"])
def test_damaged_page_is_found(centre: Path, part: str) -> None:
    with sqlite3.connect(centre) as other:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = other.execute(query, [part]).fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    other.close()
    data = bytearray(centre.read_bytes())
    data[(page - 1) * size + 8 : page * size] = b"\xff" * (size - 8)
    centre.write_bytes(bytes(data))
    assert any("is damaged" in str(finding) for finding in check(centre))


def test_what_is_no_record_is_not_checked(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        check(tmp_path / "nothing.mahdar")


def test_value_that_cannot_be_read_is_said(centre: Path) -> None:
    (found,) = tamper(centre, "UPDATE session_days SET day = 'some day'")
    assert "holds a value that cannot be read" in found
