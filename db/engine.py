"""Opens the record: a SQLite file, or any server that an SQLAlchemy URL names.

Neither the journal nor the models are imported here before they are needed: a window shows its
list without them.
"""

import contextlib
import functools
import json
import os
import secrets
import sqlite3
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    QueuePool,
    String,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError

from db import search
from db.errors import UserError
from db.failures import explained, explained_file, not_ours
from db.network import on_network_share
from db.unit_of_work import Store

HEAD = "0001"
"""Revision of the schema that the models describe; Alembic is imported only for another one."""

_BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\x00"
_WAL_BYTE = 18  # of the head, 2 in WAL mode: https://www.sqlite.org/fileformat2.html
_JSON = functools.partial(json.dumps, ensure_ascii=False)
_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), primary_key=True, nullable=False),
)


def create_store(path_or_url: str | Path) -> Store:
    """Make a new, empty record and open it for writing.

    Raises:
        UserError: it exists already, or cannot be made; nothing is left half made.
    """
    path, url = _target(path_or_url)
    if path is None:
        return _create_on_server(url)
    with contextlib.ExitStack() as undo:
        undo.enter_context(explained_file(path.name))
        path = path.absolute()
        if not path.parent.is_dir():
            raise UserError(
                "{file} was not made, because its folder {folder} does not exist; make the folder"
                " or choose another.",
                file=path.name,
                folder=str(path.parent),
            )
        if path.exists() or path.is_symlink():
            raise _exists(path.name)
        lock = _locked(path)
        undo.callback(_lock_file(path).unlink, missing_ok=True)
        undo.callback(lock.close)
        _make_file(path)
        store = _file_store(path, lock)
        undo.pop_all()
    return store


def open_store(path_or_url: str | Path, *, writing: bool = True) -> Store:
    """Open a record, bringing an older one to today's schema when it is opened for writing.

    One window alone writes a file at a time; any number read it.

    Raises:
        UserError: it is missing, no Mahdar database, damaged, of a newer version, open for
            writing in another window, or may not be read or written.
    """
    path, url = _target(path_or_url)
    if path is None:
        return _open_on_server(url, writing=writing)
    with contextlib.ExitStack() as undo:
        undo.enter_context(explained_file(path.name))
        path = Path(os.path.realpath(path))
        _look_at(path, writing=writing)
        lock = None
        if writing:
            lock = _locked(path)
            undo.callback(lock.close)
        engine = _file_engine(path)
        undo.callback(engine.dispose)
        _check_schema(engine, path.name, writing=writing)
        if lock is None:
            store = Store(engine, path.name, writing=False, file=path)
        else:  # only now is the file known to be ours, and may its journal be changed
            engine.dispose()
            store = _file_store(path, lock)
        undo.pop_all()
    return store


def file_of(path_or_url: str | Path) -> Path | None:
    """Name the file that a record is kept in; None when it lies on a server.

    Raises:
        UserError: the address is wrong.
    """
    return _target(path_or_url)[0]


def is_database(path: Path, *, writing: bool = False) -> bool:
    """Tell whether a file is a database, this program's or another's.

    Args:
        path: of a file.
        writing: whether it has to be one that may be written.

    Raises:
        OSError: it may not be read, or written.
    """
    with path.open("r+b" if writing else "rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def is_there(path_or_url: str | Path) -> bool:
    """Tell whether there is something to open; a server is asked only when it is opened.

    Raises:
        UserError: the address is wrong, or its folder may not be entered.
    """
    path = file_of(path_or_url)
    if path is None:
        return True
    with explained_file(path.name):
        return path.exists() or path.is_symlink()


def delete_store(path_or_url: str | Path) -> None:
    """Take away the file of a record that was made and closed, because filling it failed.

    What lies on a server is left.
    """
    path = file_of(path_or_url)
    if path is not None:
        for ending in ("", "-wal", "-shm", ".lock"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _file_store(path: Path, lock: sqlite3.Connection) -> Store:
    mode = "DELETE" if on_network_share(path) else "WAL"  # https://www.sqlite.org/wal.html, 2.2
    engine = _file_engine(path, mode)
    with explained(path.name):
        engine.connect().close()
    return Store(engine, path.name, writing=True, file=path, lock=lock)


def _open_on_server(url: URL, *, writing: bool) -> Store:
    name, engine = _server_name(url), _server(url)
    with contextlib.ExitStack() as undo:
        undo.callback(engine.dispose)
        _check_schema(engine, name, writing=writing)
        undo.pop_all()
    return Store(engine, name, writing=writing)


def _create_on_server(url: URL) -> Store:
    name, engine = _server_name(url), _server(url)
    with contextlib.ExitStack() as undo:
        undo.callback(engine.dispose)
        with explained(name), engine.begin() as connection:
            if inspect(connection).has_table(_VERSION.name):
                raise _exists(name)
            _create_schema(connection)
        undo.pop_all()
    return Store(engine, name, writing=True)


def _make_file(path: Path) -> None:
    """Make a database under another name and move it into place when it is whole."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with explained(path.name):
            draft.touch(exist_ok=False)
            engine = _file_engine(draft, "DELETE")
            try:
                with engine.execution_options(mahdar_writes=True).begin() as connection:
                    _create_schema(connection)
            finally:
                engine.dispose()
            draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def _target(path_or_url: str | Path) -> tuple[Path, URL] | tuple[None, URL]:
    """Tell a file from a server."""
    text = str(path_or_url)
    if isinstance(path_or_url, PurePath) or "://" not in text:
        return Path(text), URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise _wrong_address(error) from error
    if url.get_backend_name() != "sqlite":
        return None, url
    if not url.database or url.database == ":memory:":
        raise UserError(
            "The database was not opened, because the address names no file; name one, such as"
            " sqlite:///centre.mahdar."
        )
    return Path(url.database), url


def _server(url: URL) -> Engine:
    try:
        return create_engine(url, json_serializer=_JSON)
    except (ArgumentError, ImportError) as error:
        raise _wrong_address(error) from error


def _wrong_address(error: Exception) -> UserError:
    return UserError(
        "The database was not opened, because its address is wrong or its driver is not"
        " installed ({reason}); correct the address; nothing was changed.",
        reason=str(error),
    )


def _server_name(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _look_at(path: Path, *, writing: bool) -> None:
    if not path.exists():
        raise UserError(
            "{file} was not opened, because there is no such file; check its name, or make a new"
            " database.",
            file=str(path),
        )
    if path.is_dir():
        raise UserError(
            "{file} was not opened, because it is a folder; choose the database in it.",
            file=str(path),
        )
    if not is_database(path, writing=writing):
        raise not_ours(path.name)


def _exists(name: str) -> UserError:
    return UserError(
        "{file} was not made, because there is already something of that name; choose another"
        " name or open it; it is left as it is.",
        file=name,
    )


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _locked(path: Path) -> sqlite3.Connection:
    """Keep other windows from writing a file, until the connection given is closed.

    It holds SQLite's own lock on an empty database beside the file: that works on every system
    and share on which the file itself does, and ends with the process, however that ends.
    """
    beside = _lock_file(path)
    with explained(beside.name):
        lock = sqlite3.connect(
            _uri(beside, "mode=rwc"),
            uri=True,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            lock.execute("PRAGMA journal_mode=MEMORY")  # so it leaves no journal beside
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            lock.close()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise UserError(
                "{file} was not opened, because another window is writing in it; close that window"
                " first; what is recorded is safe.",
                file=path.name,
            ) from error
    return lock


def _file_engine(path: Path, mode: str = "") -> Engine:
    """Make the engine of a file; without a mode it leaves the file's journal as it is."""
    uri = _uri(path, "mode=ro&immutable=1" if _still(path) else "mode=rw")

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            if mode:
                connection.execute(f"PRAGMA journal_mode={mode}")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, json_serializer=_JSON)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: PurePath, options: str) -> str:
    """Name a file for SQLite (https://www.sqlite.org/uri.html), UNC paths and drives too."""
    text = quote(os.fsencode(path.as_posix()))
    where = f"file://{text}" if text.startswith("/") else f"file:///{text}"
    return f"{where}?{options}"


def _still(path: Path) -> bool:
    """Tell whether nobody can be writing a file that SQLite could only read by writing beside it.

    That is a file in WAL mode, with nothing in its log, in a folder that may not be written.
    """
    with path.open("rb") as stream:
        head = stream.read(_WAL_BYTE + 1)
    log = Path(f"{path}-wal")
    return head[-1:] == b"\x02" and not (os.access(path.parent, os.W_OK) or log.exists())


def _begin(connection: Connection) -> None:
    """Begin for true: the driver alone would not take back changes to the schema."""
    writes = connection.get_execution_options().get("mahdar_writes", False)
    connection.exec_driver_sql(f"PRAGMA query_only={int(not writes)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _create_schema(connection: Connection) -> None:
    from db.journal import JOURNAL  # the models, only for a new record
    from db.models import Base  # as above

    Base.metadata.create_all(connection)
    JOURNAL.create(connection, checkfirst=True)
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=HEAD))
    search.make(connection)


def _check_schema(engine: Engine, name: str, *, writing: bool) -> None:
    with explained(name), engine.connect() as connection:
        tables = inspect(connection)
        known = tables.has_table(_VERSION.name) and tables.has_table("journal")
        revision = connection.scalar(select(_VERSION.c.version_num)) if known else None
    if revision is None:
        raise not_ours(name)
    if revision == HEAD:
        if writing:
            _keep_searchable(engine, name)
        return
    from db import migrations  # Alembic only when it is needed

    if not migrations.is_known(revision):
        raise UserError(
            "{file} was not opened, because it was made by a newer version of Mahdar; install"
            " that version; the file is left as it is.",
            file=name,
        )
    if not writing:
        raise UserError(
            "{file} was not opened, because it was made by an older version of Mahdar; open it"
            " once for writing; the file is left as it is.",
            file=name,
        )
    with explained(name), _writing(engine) as connection:
        migrations.upgrade(connection)
        search.rebuild(connection)


def make_searchable(store: Store) -> None:
    """Make anew the words by which records are found, from the records.

    Raises:
        UserError: the file cannot be written.
    """
    with explained(store.name), _writing(store.engine) as connection:
        search.rebuild(connection)


def _keep_searchable(engine: Engine, name: str) -> None:
    """Make the words by which records are found anew where they are missing or left behind."""
    with explained(name):
        with engine.connect() as connection:
            current = search.is_current(connection)
        if not current:
            with _writing(engine) as connection:
                search.rebuild(connection)


def _writing(engine: Engine) -> contextlib.AbstractContextManager[Connection]:
    return engine.execution_options(mahdar_writes=True).begin()
