"""What fails is said in a sentence, unless it is a fault of ours."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from db.errors import UserError
from db.failures import explained, explained_file


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "disk that holds centre is full"),
        (errno.EDQUOT, "disk that holds centre is full"),
        (errno.EROFS, "you may not write"),
        (errno.EACCES, "you may not write"),
        (errno.EINVAL, r"cannot be opened or saved \(Strange\)"),
    ],
)
def test_failure_of_the_file_system(code: int, said: str) -> None:
    with pytest.raises(UserError, match=said), explained_file("centre"):
        raise OSError(code, "Strange")


def test_server_that_does_not_answer() -> None:
    gone = OperationalError("SELECT 1", {}, ConnectionRefusedError())
    with pytest.raises(UserError, match="centre does not answer"), explained("centre"):
        raise gone


@pytest.mark.parametrize(
    "fault",
    [ProgrammingError("SELEC", {}, Exception("syntax")), sqlite3.OperationalError("no such table")],
)
def test_fault_of_ours_stays_a_fault(fault: DBAPIError | sqlite3.Error) -> None:
    with pytest.raises(type(fault)), explained("centre"):
        raise fault
