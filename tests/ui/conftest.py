"""The real window on a real record."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.engine import create_store
from desktop_app.app import STYLE, make_window
from desktop_app.i18n import Language
from desktop_app.services import sample
from desktop_app.ui.addresses import Address
from desktop_app.ui.home.page import HomePage
from desktop_app.ui.kept import Kept
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.window import MainWindow
from tests.ui.programs import Taken
from tests.ui.tours.going import settle

Open = Callable[..., MainWindow]
Counted = Callable[..., None]
WAIT_MS = 30_000


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application in the style of the program."""
    return ["mahdar", *STYLE]


@pytest.fixture(scope="session", autouse=True)
def collected_here() -> Iterator[None]:
    """Let Python free what windows leave in the thread of the windows alone, between the tests."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def buried(qapp: QApplication) -> Iterator[None]:
    """Let all widgets of a test be gone after it: as long as they are there they are dressed."""
    yield
    for widget in qapp.topLevelWidgets():
        if isValid(widget):
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the sample centre; copy it before writing in it."""
    path = tmp_path_factory.mktemp("sample") / "centre.mahdar"
    with create_store(path) as store, store.write("sample.fill") as work:
        sample.fill(work)
    return path


@pytest.fixture
def record(sample_file: Path, tmp_path: Path) -> Path:
    """A sample record of this test alone."""
    return Path(shutil.copy(sample_file, tmp_path / "centre.mahdar"))


@pytest.fixture
def counted(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> Counted:
    """Hold the keys and clicks of a moment of the working day against those it may take.

    The run prints them as a table.
    """

    def count(moment: int, keys: int, at_most: int, besides: str = "") -> None:
        assert keys <= at_most
        language = request.node.callspec.params["language"]
        record_property("moment", (moment, language, keys, at_most, besides))

    return count


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, for this test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def program(cache: Path) -> Iterator[Taken]:
    """A mail program and a file manager that the system knows; drafts lie in the test's cache."""
    taken = Taken(cache)
    QDesktopServices.setUrlHandler("file", taken, "take")  # type: ignore[arg-type]  # PySide takes a str and refuses bytes, whatever it says
    yield taken
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """What the user of this computer chose; nothing at first."""
    return Kept(tmp_path / "window.ini")


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, kept: Kept) -> Iterator[Open]:
    """Open windows, and wait until each has opened its record or said why not."""
    opened: list[MainWindow] = []

    def open_one(
        database: Path, language: Language = "ar", size: tuple[int, int] = (1366, 768)
    ) -> MainWindow:
        window = make_window(qapp, str(database), kept, language)
        opened.append(window)
        window.resize(*size)
        with qtbot.waitSignal(window.ready, timeout=WAIT_MS):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_one
    for window in opened:
        if not window.close():  # it says once that something was not kept
            window.close()
    QApplication.processEvents()  # what was on its way arrives while there is a window
    gc.collect(0)


def home_of(window: MainWindow) -> HomePage:
    """Home, which is in front."""
    page = window.page
    assert isinstance(page, HomePage)
    assert page.isVisible()
    return page


def sessions_of(window: MainWindow) -> SessionsPage:
    """The list of sessions, gone to when it was never open."""
    if not window.is_made("sessions"):
        window.go(Address("sessions"))
        settle(window)
    page = window.page_of("sessions")
    assert isinstance(page, SessionsPage)
    return page


def session_of(window: MainWindow) -> SessionPage:
    """The frame of a session, which is in front."""
    page = window.page
    assert isinstance(page, SessionPage)
    return page


def open_papers(window: MainWindow, qtbot: QtBot, reference: str = "2/26") -> PapersTab:
    """Open the papers of a session as the user does, and wait for the first."""
    page = sessions_of(window)
    model = page.table.model()
    row = next(r for r in range(model.rowCount()) if reference in str(model.index(r, 0).data()))
    page.table.setCurrentIndex(model.index(row, 0))
    assert window.obey("Enter")
    session = session_of(window)
    if session.tabs.code != "papers":
        window.go(Address("session", session.session_id, "papers"))
    assert isinstance(session.part, PapersTab)
    wait_for_paper(session.part, qtbot)
    return session.part


def wait_for_paper(tab: PapersTab, qtbot: QtBot) -> None:
    """Wait until the paper that is chosen can be seen."""
    qtbot.waitUntil(lambda: tab.rendered is not None and tab.view.drawn, timeout=WAIT_MS)
