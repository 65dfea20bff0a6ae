"""A picture that is chosen among files is not read when it is too large."""

import os
from pathlib import Path

import pytest

from db.errors import UserError
from desktop_app.exchange.picture_file import read_picture
from tests.services.drafts import PNG


def test_a_picture_is_read(tmp_path: Path) -> None:
    (tmp_path / "head.png").write_bytes(PNG)
    assert read_picture(tmp_path / "head.png") == PNG


def test_of_200_megabytes_not_one_is_read(tmp_path: Path) -> None:
    file = tmp_path / "head.png"
    file.touch()
    os.truncate(file, 200 * 1024**2)
    before = file.stat().st_atime_ns
    with pytest.raises(UserError, match="larger than 10 MB"):
        read_picture(file)
    assert file.stat().st_atime_ns == before


@pytest.mark.parametrize("name", [".", "vanished.png", "a\0b"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_picture(tmp_path / name)
