"""What the database's failures mean to the user."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import UserError


@contextmanager
def explained(file: str) -> Iterator[None]:
    """Turn failures that are not ours (disk, rights, damage, locks) into sentences.

    Raises:
        UserError: in place of the failure; any other failure passes unchanged.
    """
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        sentence = explain(error, file)
        if sentence is None:
            raise
        raise sentence from error


def explain(error: BaseException, file: str) -> UserError | None:
    """Say what a failure means to the user, or None when it is a fault of ours."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error):
        return _explain_code(getattr(cause, "sqlite_errorcode", 0) & 0xFF, file)
    if isinstance(cause, OSError):
        return _explain_system(cause, file)
    return None


def _explain_code(code: int, file: str) -> UserError | None:
    match code:
        case sqlite3.SQLITE_FULL:
            return _full(file)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError(
                "Nothing was saved, because another program is using {file}; wait a moment or"
                " close that program, then try again; what is recorded is safe.",
                file=file,
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return _forbidden(file)
        case sqlite3.SQLITE_IOERR:
            return UserError(
                "Nothing was saved, because the disk or the network that holds {file} failed;"
                " check it and try again; what was recorded before is safe.",
                file=file,
            )
        case sqlite3.SQLITE_CORRUPT:
            return UserError(
                "{file} cannot be read, because it is damaged; restore the last backup under"
                " another name; the damaged file is left as it is.",
                file=file,
            )
        case sqlite3.SQLITE_NOTADB:
            return UserError(
                "{file} cannot be opened, because it is not a Mahdar database; choose another"
                " file; this one is left as it is.",
                file=file,
            )
        case sqlite3.SQLITE_CANTOPEN:
            return UserError(
                "{file} cannot be opened; check that it exists and that you may read and write"
                " its folder, then try again; nothing was changed.",
                file=file,
            )
        case _:
            return None


def _explain_system(error: OSError, file: str) -> UserError | None:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return _full(file)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _forbidden(file)
    return None


def _full(file: str) -> UserError:
    return UserError(
        "Nothing was saved, because the disk that holds {file} is full; free some space and try"
        " again; what was recorded before is safe.",
        file=file,
    )


def _forbidden(file: str) -> UserError:
    return UserError(
        "Nothing was saved, because you may not write {file} or its folder; ask for that right"
        " or work on a copy elsewhere; what is recorded is safe.",
        file=file,
    )
