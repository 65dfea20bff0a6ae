"""What tests of the mail dialogs share."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.codes import SessionState
from db.unit_of_work import Store
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Rendered, render
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.papers import list_issued
from desktop_app.services.sessions import get_session
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.papers.sent import SentDialog
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS

SESSION = 2


def store_of(window: MainWindow) -> Store:
    assert window.desk.store
    return window.desk.store


def paper(window: MainWindow, kind: str = "minutes", *people: int) -> Rendered:
    with store_of(window).read() as reading:
        return render(reading, kind, SESSION, ("ar",), PaperOptions(people=people))


def ask(
    window: MainWindow, rendered: Rendered | None = None, outbox: Outbox | None = None
) -> SendDialog:
    dialog = SendDialog(window.desk, rendered or paper(window), outbox or Outbox())
    window.desk.ask(dialog)
    return dialog


def press(window: MainWindow, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(window.windowHandle(), key)


def question(window: MainWindow) -> SentDialog:
    dialog = window.dialog
    assert isinstance(dialog, SentDialog)
    return dialog


def issued_of(window: MainWindow) -> tuple[IssuedPaper, ...]:
    with store_of(window).read() as reading:
        return list_issued(reading, SESSION)


def state_of(window: MainWindow) -> SessionState:
    with store_of(window).read() as reading:
        return get_session(reading, SESSION).state


def wait(qtbot: QtBot, until: Callable[[], bool]) -> None:
    qtbot.waitUntil(until, timeout=WAIT_MS)
