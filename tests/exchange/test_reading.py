"""A file that comes in is read no further than it may be long."""

from pathlib import Path

import pytest

from db.errors import UserError
from desktop_app.exchange.reading import read_at_most


def test_a_longer_file_is_seen_to_be_longer(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert read_at_most(file, 5) == b"12345"
    assert read_at_most(file, 3) == b"1234"


@pytest.mark.parametrize("name", [".", "none", "a" * 300, "a\0b"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="cannot be read: check that it exists"):
        read_at_most(tmp_path / name, 5)
