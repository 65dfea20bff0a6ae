"""What the failures of disks and databases mean to the user."""

import errno
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from db.errors import UserError

_MISSING = re.compile("no such (table|column): |table .* has no column named ")


@contextmanager
def explained(file: str) -> Iterator[None]:
    """Turn failures of the database that are not ours (disk, rights, damage) into sentences.

    Raises:
        UserError: in place of the failure; any other failure passes unchanged.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence: Callable[[str], UserError] | None = None
        if isinstance(cause, sqlite3.Error):
            # The low byte is the kind of failure: https://www.sqlite.org/rescode.html
            sentence = _SENTENCES.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
            if _MISSING.match(str(cause)):
                sentence = _other_tables
        elif isinstance(error, OperationalError):
            sentence = _unreachable
        if sentence is None:
            raise
        raise sentence(file) from error


@contextmanager
def explained_file(file: str) -> Iterator[None]:
    """Turn failures of the file system into sentences, while a file is opened or made.

    Raises:
        UserError: in place of the failure.
    """
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise _full(file) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise _forbidden(file) from error
        if error.errno == errno.ENAMETOOLONG:
            raise UserError(
                "{file} cannot be opened or saved, because its name is too long; give it a shorter"
                " one; what is recorded is safe.",
                file=file,
            ) from error
        raise UserError(
            "{file} cannot be opened or saved ({reason}); try another name or folder; what is"
            " recorded is safe.",
            file=file,
            reason=error.strerror or str(error),
        ) from error


def not_ours(file: str) -> UserError:
    """Say that a file is something else than a database of this program."""
    return UserError(
        "{file} cannot be opened, because it is not a Mahdar database; choose another file; this"
        " one is left as it is.",
        file=file,
    )


def _full(file: str) -> UserError:
    return UserError(
        "Nothing was saved, because the disk that holds {file} is full; free some space and try"
        " again; what was recorded before is safe.",
        file=file,
    )


def _busy(file: str) -> UserError:
    return UserError(
        "Nothing was done, because another program is using {file}; wait a moment or close that"
        " program, then try again; what is recorded is safe.",
        file=file,
    )


def _forbidden(file: str) -> UserError:
    return UserError(
        "{file} cannot be opened or saved, because you have no right to it or to its folder; ask"
        " for that right or work on a copy elsewhere; what is recorded is safe.",
        file=file,
    )


def _failed(file: str) -> UserError:
    return UserError(
        "Nothing was saved, because the disk or the network that holds {file} failed or is full;"
        " check it and try again; what was recorded before is safe.",
        file=file,
    )


def _damaged(file: str) -> UserError:
    return UserError(
        "{file} cannot be read, because it is damaged; restore the last backup under another"
        " name; the damaged file is left as it is.",
        file=file,
    )


def _other_tables(file: str) -> UserError:
    return UserError(
        "{file} cannot be used, because its tables are not those that this version of Mahdar"
        " makes; restore the last backup under another name; this file is left as it is.",
        file=file,
    )


def _unreachable(server: str) -> UserError:
    return UserError(
        "Nothing was saved, because {server} does not answer; check the network and the server,"
        " then try again; what was recorded before is safe.",
        server=server,
    )


_SENTENCES = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_READONLY: _forbidden,
    sqlite3.SQLITE_PERM: _forbidden,
    sqlite3.SQLITE_CANTOPEN: _forbidden,
    sqlite3.SQLITE_IOERR: _failed,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_NOTADB: _damaged,
}
