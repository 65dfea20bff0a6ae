"""Files that go out: whole in their place, or not at all."""

import errno
import os
import secrets
from pathlib import Path

from db.engine import is_database
from db.errors import UserError
from db.failures import explained_file


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is whole.

    A database is never written over: it may be the record itself.

    What is no ordinary file (a pipe, a device) is written to as it is; a link stays a link.

    Raises:
        UserError: the folder is missing or may not be written, the file is only to be read, a
            database lies there, the name cannot be one, or the disk is full; a file that was there
            before is left as it was.
    """
    with explained_file(path.name):
        path = _real(path)
        if path.is_dir():
            raise UserError(
                "“{file}” was not saved, because it is a folder; name a file in it.", file=str(path)
            )
        if not path.parent.is_dir():
            raise UserError(
                "“{file}” was not saved, because the folder “{folder}” does not exist; make the "
                "folder or choose another.",
                file=path.name,
                folder=str(path.parent),
            )
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        if path.exists() and is_database(path):
            raise UserError(
                "“{file}” was not saved, because a database lies there; choose another name; the"
                " database is left as it is.",
                file=path.name,
            )
        draft = path.with_name(f".mahdar-{secrets.token_hex(8)}.part")
        try:
            with draft.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _real(path: Path) -> Path:
    """Follow links, to a path that the system can have."""
    try:
        os.fsencode(path)
        return Path(os.path.realpath(path))
    except ValueError as error:
        raise UserError(
            "“{file}” was not saved, because its name holds a sign that no file name may have;"
            " choose another name.",
            file=path.name.encode(errors="replace").decode(),
        ) from error
