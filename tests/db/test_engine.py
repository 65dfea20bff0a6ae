"""Opening and making a record, and what the user is told when it cannot be."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PureWindowsPath

import pytest
from sqlalchemy import make_url, select
from sqlalchemy.dialects import registry

from db import engine, migrations, models
from db.check import check
from db.engine import create_store, delete_store, file_of, is_there, open_store
from db.errors import UserError
from db.journal import entries
from db.unit_of_work import Store
from tests.db.samples import content, person, tables, whole_centre

REPOSITORY = Path(__file__).parents[2]


def pragma(store: Store, name: str) -> object:
    with store.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@contextmanager
def child(path: Path, body: str) -> Iterator["subprocess.Popen[str]"]:
    """Run code in another process, with `store` open for writing, from its line ``ready``."""
    code = """
import sys, time
from sqlalchemy import make_url, select
from db import models
from db.engine import open_store
from tests.db.samples import person
store = open_store(sys.argv[1])
"""
    command = [sys.executable, "-c", code + body, str(path)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            yield running
        finally:
            running.kill()


def test_made_whole_and_opened_again(path: Path) -> None:
    with create_store(path) as store:
        assert store.name == path.name
        with store.write("test") as work:
            work.db.add_all(whole_centre())
        held = tables(store.engine)
    assert names(path.parent) <= {path.name, f"{path.name}.lock"}
    with open_store(str(path)) as store:
        assert tables(store.engine) == held
    with open_store(f"sqlite:///{path}") as store:
        assert tables(store.engine) == held


def test_safe_settings_on_a_local_disk(store: Store) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert {name: pragma(store, name) for name in expected} == expected


def test_rollback_journal_on_a_network_share(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_store(path).close()
    monkeypatch.setattr(engine, "on_network_share", lambda _path: True)
    with open_store(path) as store:
        assert (pragma(store, "journal_mode"), pragma(store, "synchronous")) == ("delete", 2)
        with store.write("test") as work:
            work.db.add(person())
    assert names(path.parent) <= {path.name, f"{path.name}.lock"}
    monkeypatch.undo()
    with open_store(path) as store:
        assert pragma(store, "journal_mode") == "wal"


def test_strange_names_are_kept(tmp_path: Path) -> None:
    odd = tmp_path / f"a{'' if os.name == 'nt' else '?'}b#c%20d محضر.mahdar"
    create_store(odd).close()
    assert odd.is_file()
    open_store(odd).close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("C:\\Users\\a b\\c.mahdar", "file:///C%3A/Users/a%20b/c.mahdar?mode=rw"),
        ("\\\\server\\share\\c.mahdar", "file:////server/share/c.mahdar?mode=rw"),
    ],
)
def test_windows_paths_are_named_for_sqlite(path: str, uri: str) -> None:
    assert engine._uri(PureWindowsPath(path), "mode=rw") == uri


# What cannot be opened, and how it is said.


def _missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("notes of a meeting, not a database", encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _head_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


def _other_versioned_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('5f2a')")
    other.close()


def _newer(path: Path) -> None:
    create_store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()


def _unversioned(path: Path) -> None:
    create_store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM alembic_version")
    other.close()


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_missing, "no such file"),
        (_folder, "it is a folder"),
        (_text, "not a Mahdar database"),
        (_empty, "not a Mahdar database"),
        (_head_alone, "not a Mahdar database|damaged"),
        (_other_database, "not a Mahdar database"),
        (_other_versioned_database, "not a Mahdar database"),
        (_unversioned, "not a Mahdar database"),
        (_newer, "made by a newer version"),
    ],
)
def test_what_is_no_record_of_ours_is_left_as_it_is(
    path: Path, make: Callable[[Path], None], said: str, writing: bool
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError, match=said):
        open_store(path, writing=writing)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.95])
def test_truncated_file_is_said_to_be_damaged(path: Path, part: float) -> None:
    with create_store(path) as store, store.write("test") as work:
        work.db.add_all([person(str(n)) for n in range(300)])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])

    def look() -> list[UserError]:
        found = list(check(path))
        with open_store(path) as store, store.read() as reading:
            reading.db.scalars(select(models.Person)).all()
        return found

    try:
        found = look()
    except UserError as error:
        found = [error]
    assert any("damaged" in str(error) for error in found)


def test_damage_met_while_working_is_explained(store: Store, path: Path) -> None:
    with store.write("test") as work:
        work.db.add_all([person(str(n)) for n in range(300)])
    store.close()
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * len(data[8192:])
    path.write_bytes(bytes(data))
    with (
        pytest.raises(UserError, match="damaged"),
        open_store(path) as broken,
        broken.read() as reading,
    ):
        reading.db.scalars(select(models.Person)).all()


def test_what_exists_is_not_made_again(path: Path) -> None:
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="already something of that name"):
        create_store(path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_link_to_nothing_is_not_made_a_file(path: Path, tmp_path: Path) -> None:
    try:
        path.symlink_to(tmp_path / "gone.mahdar")
    except OSError:  # Windows, for one who is neither administrator nor developer
        pytest.skip("this user may not make links")
    assert is_there(path)
    with pytest.raises(UserError, match="already something of that name"):
        create_store(path)
    with pytest.raises(UserError, match="no such file"):
        open_store(path)
    path.unlink()
    path.symlink_to(path)
    with pytest.raises(UserError, match="no such file"):
        open_store(path)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text on other systems")
def test_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.mahdar")
    create_store(path).close()
    open_store(path).close()
    assert path.exists()


def test_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        create_store(tmp_path / "nowhere" / "a.mahdar")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("use", [open_store, create_store])
def test_name_that_no_disk_takes(tmp_path: Path, use: Callable[[Path], Store]) -> None:
    with pytest.raises(UserError, match=r"its name is too long"):
        use(tmp_path / f"{'ا' * 500}.mahdar")
    assert names(tmp_path) == set()


def test_two_windows_do_not_make_the_same_file(path: Path) -> None:
    lock = sqlite3.connect(f"{path}.lock", isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="another window"):
            create_store(path)
    assert names(path.parent) <= {f"{path.name}.lock"}


def test_lock_that_is_something_else_is_named(path: Path) -> None:
    create_store(path).close()
    Path(f"{path}.lock").write_text("somebody's notes", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be read") as refused:
        open_store(path)
    assert refused.value.values["file"] == f"{path.name}.lock"


def test_failed_making_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise LookupError("half way")

    monkeypatch.setattr(engine, "_create_schema", fail)
    with pytest.raises(LookupError):
        create_store(path)
    assert names(path.parent) == set()
    monkeypatch.undo()
    create_store(path).close()


# One window writes, others read.


def test_second_window_is_told(path: Path) -> None:
    with create_store(path) as store:
        with pytest.raises(UserError, match="another window is writing"):
            open_store(path)
        with pytest.raises(UserError, match="already something of that name"):
            create_store(path)
        with open_store(path, writing=False) as reader:
            with store.write("test") as work:
                work.db.add(person())
            assert len(tables(reader.engine)["people"]) == 1
    open_store(path).close()


def test_window_of_another_process_is_told(path: Path) -> None:
    create_store(path).close()
    hold = "print('ready', flush=True); time.sleep(60)"
    with child(path, hold):
        with pytest.raises(UserError, match="another window is writing"):
            open_store(path)
        open_store(path, writing=False).close()
    open_store(path).close()


def test_failed_opening_lets_go_of_the_file(path: Path) -> None:
    _newer(path)
    for _ in range(2):
        with pytest.raises(UserError, match="newer version"):
            open_store(path)


def test_link_is_the_same_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mahdar"
    with create_store(path):
        try:
            link.symlink_to(path)
        except OSError:  # Windows, for one who is neither administrator nor developer
            pytest.skip("this user may not make links")
        with pytest.raises(UserError, match="another window"):
            open_store(link)


def test_stranger_that_holds_the_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.05)
    with create_store(path) as store:
        stranger = sqlite3.connect(path, isolation_level=None)
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="another program is using"), store.write("test"):
            pass
        stranger.execute("COMMIT")
        stranger.close()
        with store.write("test") as work:
            work.db.add(person())


# Killed in the middle.


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")
def test_killed_inside_a_unit_leaves_the_file_whole(path: Path) -> None:
    with create_store(path) as store, store.write("test") as work:
        work.db.add(person())
        work.db.flush()
    with open_store(path, writing=False) as store:
        before = tables(store.engine)
    write = """
with store.write("big") as work:
    for n in range(30):
        work.db.add_all([person("x" * 5000) for _ in range(100)])
        work.db.flush()
    print("ready", flush=True)
    time.sleep(60)
"""
    with child(path, write) as running:
        running.send_signal(signal.SIGKILL)
        running.wait()
    with open_store(path) as store:
        assert tables(store.engine) == before
    assert check(path) == ()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")
def test_killed_while_committing_keeps_whole_units(path: Path) -> None:
    with create_store(path) as store, store.write("test") as work:
        work.db.add(models.NumberingCounter(kind="common", year=2026))
    write = """
print("ready", flush=True)
for n in range(10_000):
    with store.write("count") as work:
        work.db.scalars(select(models.NumberingCounter)).one().last += 1
        work.db.add(person(str(n)))
    print(n + 1, flush=True)
"""
    with child(path, write) as running:
        assert running.stdout is not None
        said = [int(running.stdout.readline()) for _ in range(25)][-1]
        running.send_signal(signal.SIGKILL)
        running.wait()
        said = max([said, *(int(line) for line in running.stdout if line.endswith("\n"))])
    with open_store(path) as store, store.read() as reading:
        last = reading.db.scalars(select(models.NumberingCounter.last)).one()
        assert said <= last <= said + 1
        assert len(reading.db.scalars(select(models.Person)).all()) == last
        assert len(entries(reading)) == 1 + 2 * last
    assert check(path) == ()


# A disk that is full.


def _fill(store: Store) -> None:
    with store.write("fill") as work:
        work.db.add(content(os.urandom(4_000_000)))


def test_full_database_keeps_what_was_recorded(store: Store) -> None:
    with store.write("test") as work:
        work.db.add(person())
    before = tables(store.engine)
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(UserError, match=r"disk that holds .* is full"):
        _fill(store)
    assert tables(store.engine) == before


def test_file_that_may_not_grow(store: Store, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limit of this kind")
    with store.write("test") as work:
        work.db.add(person())
    before = tables(store.engine)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        with pytest.raises(UserError, match="Nothing was saved"):
            _fill(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
        with pytest.raises(UserError, match="Nothing was saved"):
            create_store(tmp_path / "new.mahdar")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tables(store.engine) == before
    assert not [name for name in names(tmp_path) if "new" in name]
    with store.write("test") as work:
        work.db.add(person("بعد"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only one who may mount can make a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_full_disk(small_disk: Path) -> None:
    path = small_disk / "centre.mahdar"
    with create_store(path) as store:
        with store.write("test") as work:
            work.db.add(person())
        before = tables(store.engine)
        with pytest.raises(UserError, match=r"disk that holds .* is full"):
            _fill(store)
        assert tables(store.engine) == before
        with store.write("test") as work:
            work.db.add(person("بعد"))
    assert check(path) == ()
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    with pytest.raises(UserError, match="full"):
        create_store(small_disk / "second.mahdar")
    assert names(small_disk) <= {path.name, f"{path.name}.lock", "ballast"}


# A folder where one may not write.


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """Be somebody without rights, in a folder of his own."""
    folder = Path(tempfile.mkdtemp())
    if not hasattr(os, "setresuid"):
        pytest.skip("rights of files are other things on this system")
    was = os.getuid()
    if was == 0:
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    yield folder
    if was == 0:
        os.setresuid(0, 0, 0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_folder_that_may_not_be_entered(plain_user: Path) -> None:
    plain_user.chmod(0)
    for use in (open_store, create_store):
        with pytest.raises(UserError, match="no right"):
            use(plain_user / "centre.mahdar")


def test_folder_that_may_not_be_written(plain_user: Path) -> None:
    path = plain_user / "centre.mahdar"
    with create_store(path) as store, store.write("test") as work:
        work.db.add(person())
    path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
    plain_user.chmod(0o500)
    with pytest.raises(UserError, match="you have no right"):
        open_store(path)
    with pytest.raises(UserError, match="you have no right"):
        create_store(plain_user / "new.mahdar")
    with open_store(path, writing=False) as reader:
        assert len(tables(reader.engine)["people"]) == 1
    assert names(plain_user) == {path.name}


def test_file_that_may_not_be_written(plain_user: Path) -> None:
    path = plain_user / "centre.mahdar"
    create_store(path).close()
    path.chmod(0o400)
    with pytest.raises(UserError, match="you have no right"):
        open_store(path)
    with open_store(path, writing=False) as reader:
        assert tables(reader.engine)["people"] == {}


def test_file_that_may_not_be_read(plain_user: Path) -> None:
    path = plain_user / "centre.mahdar"
    create_store(path).close()
    path.chmod(0)
    with pytest.raises(UserError, match="no right"):
        open_store(path, writing=False)


# Addresses of servers.


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense://here/x", "address is wrong"),
        ("postgresql+nodriver://here/x", "address is wrong"),
        ("mysql+pyodbc://here/x", "driver is not installed"),
        ("://nowhere", "address is wrong"),
        ("postgresql://here:port/x", "address is wrong"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
@pytest.mark.parametrize("use", [open_store, create_store])
def test_wrong_address(address: str, said: str, use: Callable[[str], Store]) -> None:
    with pytest.raises(UserError, match=said):
        use(address)


@pytest.fixture
def server(tmp_path: Path) -> str:
    """Give the address of what SQLAlchemy takes for a server."""
    registry.register("elsewhere", "tests.db.elsewhere", "Elsewhere")
    return f"elsewhere:///{tmp_path}/server.db"


@pytest.mark.parametrize("scheme", ["", "sqlite:///"])
def test_file_is_found_and_taken_away_whatever_names_it(path: Path, scheme: str) -> None:
    address = f"{scheme}{path}"
    assert file_of(address) == path
    assert not is_there(address)
    store = create_store(address)
    with store.write("test") as work:
        work.db.add(person())
    assert is_there(address)
    store.close()
    delete_store(address)
    assert names(path.parent) == set()


def test_server_is_taken_to_be_there_and_is_left(server: str) -> None:
    create_store(server).close()
    assert file_of(server) is None
    assert is_there(server)
    delete_store(server)
    open_store(server).close()


def test_server_keeps_a_record(server: str) -> None:
    with create_store(server) as store:
        assert store.name == server
        with store.write("test") as work:
            work.db.add_all(whole_centre())
        held = tables(store.engine)
    with pytest.raises(UserError, match="already something"):
        create_store(server)
    with open_store(server) as store:
        assert tables(store.engine) == held
    assert check(server) == ()


def test_server_without_a_record(server: str) -> None:
    with pytest.raises(UserError, match="not a Mahdar database"):
        open_store(server)


def test_password_is_not_shown() -> None:
    assert "secret" not in engine._server_name(make_url("postgresql://salma:secret@here/x"))


# Older schemas.


def test_alembic_is_imported_only_for_another_schema(path: Path) -> None:
    create_store(path).close()
    code = """
import sys
from db.engine import open_store
with open_store(sys.argv[1]) as store, store.write("test"):
    pass
print([name for name in sys.modules if name.startswith("alembic")])
"""
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "[]\n"


def test_errors_and_codes_need_no_database() -> None:
    code = "import sys, db.errors, db.codes; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "False\n"


NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("people", sa.Column("nickname", sa.Text(), server_default="", nullable=False))
    op.execute("CREATE TABLE later (id INTEGER)")
    {more}
"""


@pytest.fixture
def next_version(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Have the program know one revision more than the file at `path`."""
    with create_store(path) as store, store.write("test") as work:
        work.db.add(person())

    def make(more: str) -> None:
        scripts = tmp_path / "100% migrations"
        shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        (scripts / "versions" / "r0002_next.py").write_text(NEXT.format(more=more), "utf-8")
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)
        monkeypatch.setattr(engine, "HEAD", "0002")

    return make


def test_older_record_is_brought_up(path: Path, next_version: Callable[[str], None]) -> None:
    next_version("pass")
    with pytest.raises(UserError, match="older version"):
        open_store(path, writing=False)
    with open_store(path) as store, store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT nickname FROM people").all() == [("",)]
        assert connection.exec_driver_sql("SELECT * FROM alembic_version").all() == [("0002",)]
    open_store(path, writing=False).close()


def test_failed_upgrade_leaves_the_older_record(
    path: Path, next_version: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version("raise LookupError('half way')")
    with pytest.raises(LookupError):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store, store.engine.connect() as connection:
        columns = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(people)")]
        assert "nickname" not in columns
    assert check(path) == ()
