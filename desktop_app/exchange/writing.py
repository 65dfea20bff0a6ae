"""Files that go out: whole in their place, or not at all."""

import errno
import os
import secrets
from pathlib import Path

from db.errors import UserError
from db.failures import explained_file


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is whole.

    What is no ordinary file (a pipe, a device) is written to as it is; a link stays a link.

    Raises:
        UserError: the folder is missing or may not be written, the file is only to be read, or the
            disk is full; a file that was there before is left as it was.
    """
    with explained_file(path.name):
        path = Path(os.path.realpath(path))
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
        draft = path.with_name(f".mahdar-{secrets.token_hex(8)}.part")
        try:
            with draft.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
