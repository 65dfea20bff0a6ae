"""Drafts lie in the user's cache for a day at most."""

import os
import stat
import time
from pathlib import Path

import pytest

from db.errors import UserError
from desktop_app.mail.folder import drafts_folder, forget, put, sweep


def test_each_mail_has_a_folder_that_only_its_user_reads(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "drafts"
    first = put({"message.eml": b"1", "محضر.pdf": b"%PDF"}, folder)
    second = put({"message.eml": b"2"}, folder)
    assert first != second
    assert (first / "message.eml").read_bytes() == b"1"
    assert (first / "محضر.pdf").read_bytes() == b"%PDF"
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == 0o700


def test_what_is_older_than_a_day_goes_when_the_next_mail_is_written(tmp_path: Path) -> None:
    old, young = put({"m.eml": b"1"}, tmp_path), put({"m.eml": b"2"}, tmp_path)
    other = tmp_path / "something"
    other.mkdir()
    for folder in (old, other):
        os.utime(folder, (0, time.time() - 25 * 3600))
    put({"m.eml": b"3"}, tmp_path)
    assert not old.exists()
    assert young.exists()
    assert other.exists()
    sweep(tmp_path, time.time() + 25 * 3600)
    assert [path.name for path in tmp_path.iterdir()] == ["something"]


def test_a_mail_is_forgotten_once(tmp_path: Path) -> None:
    own = put({"m.eml": b"1"}, tmp_path)
    forget(own)
    forget(own)
    assert not own.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError):
        put({"m.eml": b"1"}, tmp_path / "file" / "drafts")


def test_the_folder_is_the_users_cache() -> None:
    assert drafts_folder().parts[-2:] == ("Mahdar", "drafts") or "Mahdar" in drafts_folder().parts
