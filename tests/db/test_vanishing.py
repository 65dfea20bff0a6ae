"""A record taken away while it is open: nothing is written where nobody would find it."""

import shutil
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from db.check import check
from db.engine import create_store, open_store
from db.errors import UserError
from db.models import Setting
from db.unit_of_work import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets no open file go")


def put(store: Store, value: object) -> None:
    with store.write("setting.put") as work:
        work.db.add(Setting(key=str(value), value=value))


def put_and_lose(store: Store, folder: Path, away: Path) -> None:
    with store.write("setting.put") as work:
        work.db.add(Setting(key="half", value=1))
        work.db.flush()
        folder.rename(away)


def kept(path: Path) -> list[object]:
    with open_store(path, writing=False) as store, store.read() as reading:
        return list(reading.db.scalars(select(Setting.value)))


def test_a_folder_that_comes_back_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "data" / "centre.mahdar"
    path.parent.mkdir()
    with create_store(path) as store:
        put(store, 1)
        path.parent.rename(tmp_path / "away")
        with pytest.raises(UserError, match=r"no longer in .*data.* put it back and try again"):
            put(store, 2)
        (tmp_path / "away").rename(path.parent)
        put(store, 3)
    assert kept(path) == [1, 3]
    assert check(path) == ()


def test_a_deleted_folder_takes_nothing_unseen(tmp_path: Path) -> None:
    path = tmp_path / "data" / "centre.mahdar"
    path.parent.mkdir()
    with create_store(path) as store:
        put(store, 1)
        shutil.rmtree(path.parent)
        with pytest.raises(UserError, match="was moved, deleted or disconnected"):
            put(store, 2)


def test_one_that_leaves_during_a_write_loses_nothing_silently(tmp_path: Path) -> None:
    path = tmp_path / "data" / "centre.mahdar"
    path.parent.mkdir()
    with create_store(path) as store:
        with pytest.raises(UserError, match="no longer in"):
            put_and_lose(store, path.parent, tmp_path / "away")
        (tmp_path / "away").rename(path.parent)
        put(store, 2)
    assert kept(path) == [2]


def test_another_file_in_its_place_is_not_written(tmp_path: Path) -> None:
    path, other = tmp_path / "centre.mahdar", tmp_path / "other.mahdar"
    create_store(other).close()
    before = other.read_bytes()
    with create_store(path) as store:
        put(store, 1)
        path.rename(tmp_path / "moved.mahdar")
        other.rename(path)
        with pytest.raises(UserError, match=r"another centre\.mahdar has taken the place"):
            put(store, 2)
        assert path.read_bytes() == before
