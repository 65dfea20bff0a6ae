"""A small write from the window's own thread: done before anything else can happen."""

from collections.abc import Callable

from db.unit_of_work import UnitOfWork
from desktop_app.ui.desk import Desk


def write_now(desk: Desk, use_case: str, do: Callable[[UnitOfWork], object]) -> str:
    """Do one use case and give its unit; nothing when it was not kept, and the user is told why."""
    if (store := desk.store) is None:
        return ""
    try:
        with store.write(use_case) as work:
            do(work)
    except Exception as error:  # noqa: BLE001 - whatever broke, the user is told in the window
        desk.show_error(error)
        return ""
    return work.uid
