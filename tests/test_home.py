"""Where a user's own record lies."""

from pathlib import Path

import pytest

from db.errors import UserError
from desktop_app.home import default_database, make_folder


def test_the_record_lies_in_a_folder_of_the_users_own() -> None:
    assert default_database().name == "mahdar.db"
    assert default_database().parent.name == "Mahdar"


def test_the_folder_is_made_once_and_may_be_there(tmp_path: Path) -> None:
    record = tmp_path / "a" / "b" / "mahdar.db"
    make_folder(str(record))
    make_folder(str(record))
    assert record.parent.is_dir()


def test_a_server_needs_no_folder() -> None:
    make_folder("postgresql://server/base")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    with pytest.raises(UserError):
        make_folder(str(tmp_path / "taken" / "mahdar.db"))
