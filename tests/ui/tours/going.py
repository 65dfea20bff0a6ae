"""How one goes about in the window, and waits until it stands still."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app.services.people_list import list_rows
from desktop_app.services.session_list import list_sessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.window import MainWindow

Show = Callable[[MainWindow], object]
WAIT_MS = 30_000
SOON_MS = 200
"""What is put off so long at most is done at once."""
SHOWN_SESSION = "2/26"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the tour.

    Attributes:
        name: of its pictures.
        show: brings a window there that has just opened its record (or has none).
        first_start: whether there is no record yet.
    """

    name: str
    show: Callable[[MainWindow], object]
    first_start: bool = False


def wait_until(fulfilled: Callable[[], bool]) -> None:
    """Let the window work until something is so.

    Raises:
        TimeoutError: it was not so for half a minute.
    """
    if fulfilled():
        return
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: loop.exit(0) if fulfilled() else None)
    look.start()
    QTimer.singleShot(WAIT_MS, loop, lambda: loop.exit(1))
    if loop.exec():
        raise TimeoutError
    look.stop()


def settle(window: MainWindow) -> None:
    """Wait until nothing works any more and all is painted; what is put off is done at once."""
    for _ in range(6):  # a layout tells the one around it only in the next round
        QApplication.processEvents()
        wait_until(lambda: _at_rest(window))
    window.grab()
    QApplication.processEvents()
    wait_until(lambda: _at_rest(window))


def _at_rest(window: MainWindow) -> bool:
    soon = {
        timer: timer.interval()
        for timer in window.findChildren(QTimer)
        if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS
    }
    for timer in soon:
        timer.setInterval(0)
    if soon:
        QApplication.processEvents()
    for timer, interval in soon.items():
        if isValid(timer):
            timer.setInterval(interval)
    return window.desk.runner.idle and not soon


def session_id(window: MainWindow) -> int:
    """Give the session that is shown."""
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        return next(row.id for row in list_sessions(reading) if row.reference == SHOWN_SESSION)


def person_id(window: MainWindow, name: str) -> int:
    """Give the person of a French name."""
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        rows = list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
    return next(row.id for row in rows if row.name.fr == name)


def to(place: str, part: str = "") -> Show:
    """Go to a place."""
    return lambda window: window.go(Address(place, None, part))


def to_session(part: str) -> Show:
    """Go to a part of the session that is shown."""
    return lambda window: window.go(Address("session", session_id(window), part))


def pressing(place: Callable[[MainWindow], object], *keys: str) -> Callable[[MainWindow], object]:
    """Go to a place and press some keys there."""

    def show(window: MainWindow) -> None:
        place(window)
        settle(window)
        for key in keys:
            window.obey(key)
            settle(window)

    return show
