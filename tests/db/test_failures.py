"""What fails is said in a sentence, unless it is a fault of ours."""

import errno
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from db.errors import UserError
from db.failures import explained, explained_file


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "disk that holds centre is full"),
        (errno.EDQUOT, "disk that holds centre is full"),
        (errno.EROFS, "you have no right"),
        (errno.EACCES, "you have no right"),
        (errno.ENAMETOOLONG, "its name is too long"),
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
    [ProgrammingError("SELEC", {}, Exception("syntax")), sqlite3.OperationalError("near SELEC")],
)
def test_fault_of_ours_stays_a_fault(fault: DBAPIError | sqlite3.Error) -> None:
    with pytest.raises(type(fault)), explained("centre"):
        raise fault


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM elsewhere", "SELECT b FROM t", "INSERT INTO t (b) VALUES (1)"],
)
def test_tables_of_another_make(statement: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (a)")
        with pytest.raises(UserError, match="centre cannot be used"), explained("centre"):
            connection.execute(statement)
