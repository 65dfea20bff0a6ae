"""A file that goes out is whole in its place, or not there."""

import os
import sys
from pathlib import Path

import pytest

from db.engine import create_store
from db.errors import UserError
from desktop_app.exchange.writing import write_whole


def test_it_is_written_and_replaces_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "محضر.pdf"
    for data in (b"one", b"two"):
        write_whole(file, data)
        assert file.read_bytes() == data
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="none” does not exist"):
        write_whole(tmp_path / "none" / "m.pdf", b"x")
    with pytest.raises(UserError, match="it is a folder"):
        write_whole(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_never_written_over(tmp_path: Path) -> None:
    record = tmp_path / "centre.mahdar"
    create_store(record).close()
    before = record.read_bytes()
    link = tmp_path / "m.pdf"
    link.symlink_to(record)
    for file in (record, link):
        with pytest.raises(UserError, match="a database lies there"):
            write_whole(file, b"x")
    assert record.read_bytes() == before


@pytest.mark.parametrize("name", ["a\0b.pdf", "\ud800.pdf"])
def test_a_name_that_can_be_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="a sign that no file name may have"):
        write_whole(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such device there")
def test_a_full_disk_is_told_and_the_device_is_left() -> None:
    with pytest.raises(UserError, match="is full"):
        write_whole(Path("/dev/full"), b"x" * 100)
    assert Path("/dev/full").is_char_device()
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are not there")
def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    import resource  # not on every system
    import signal

    file = tmp_path / "m.pdf"
    file.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(UserError, match="is full"):
            write_whole(file, b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_that_no_disk_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="its name is too long"):
        write_whole(tmp_path / ("a" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_only_to_be_read_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "m.pdf"
    file.write_bytes(b"signed")
    file.chmod(0o400)
    if os.access(file, os.W_OK):  # whoever administers the machine may write everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserError, match="you have no right"):
        write_whole(file, b"x")
    assert file.read_bytes() == b"signed"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, file = tmp_path / "link.pdf", tmp_path / "m.pdf"
    try:
        link.symlink_to(file)
    except OSError:
        pytest.skip("links are not for everybody on this system")
    write_whole(link, b"one")
    write_whole(link, b"two")
    assert link.is_symlink()
    assert file.read_bytes() == b"two"
