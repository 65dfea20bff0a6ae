"""The window: side bar, the page in front, messages, progress, keys."""

import logging
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.keys import Keys
from desktop_app.ui.start.page import StartPage
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import NARROW_WIDTH
from desktop_app.ui.widgets.message_bar import Action, MessageBar
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.progress_strip import ProgressStrip
from desktop_app.ui.widgets.side_bar import PlaceInWindow, SideBar
from desktop_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.ui.opening import Opened
    from desktop_app.ui.papers.page import PapersPage
    from desktop_app.ui.sessions.page import SessionsPage
    from desktop_app.wording.bilingual import Bilingual

_PLACES: Final = (PlaceInWindow("sessions", N_("Sessions"), "calendar-blank"),)
_IDLE_MS: Final = 200
_log = logging.getLogger(__name__)


@runtime_checkable
class Page(Protocol):
    """What the window needs of a page that is in front."""

    header: PageHeader

    def obey(self, chord: str) -> bool:
        """Do what a key means on this page, and tell whether it meant anything."""
        ...


class MainWindow(QWidget):
    """One window on one record.

    Args:
        database: file or URL of the record; the user's own file when None.

    Attributes:
        painted: emitted once, when the window was painted for the first time.
        ready: emitted when a record was opened, or when there is none to open.
        listed: emitted when the list of an opened record was painted.
    """

    painted = Signal()
    ready = Signal()
    listed = Signal()

    def __init__(self, desk: Desk, database: str | None) -> None:
        super().__init__()
        self.desk = desk
        self.database = database
        self._was_painted = False
        self._centre: Bilingual | None = None
        self.sessions: SessionsPage | None = None
        self.papers: PapersPage | None = None
        self._keys: Keys | None = None
        self.side_bar = SideBar(desk, _PLACES)
        self.start = StartPage(desk)
        self.message_bar = MessageBar(desk)
        self.progress = ProgressStrip(desk)
        self.toast = Toast(desk, self)
        self.headers = QStackedWidget()
        self.headers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.headers.addWidget(PageHeader(desk))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._lay_out()
        self._connect()
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        if self._centre is not None:
            centre = text_for(self._centre, self.desk.language)
            self.side_bar.set_centre(capitalised(centre))
        name = self.desk.say("Mahdar")
        centre = self.side_bar.centre_name
        self.setWindowTitle(f"{centre} – {name}" if centre else name)

    def open_record(self) -> None:
        """Open the record that this window is for."""
        self._show_opening()
        database = self.database

        def work(_: object) -> "Opened | None":
            from desktop_app.ui import opening  # SQLAlchemy, after the first paint

            return opening.open_record(database)

        self.desk.runner.run(work, self._take_record, self._refuse_record)

    def show_sessions(self) -> None:
        """Show the list of sessions."""
        if self.sessions is not None:
            self._show(self.sessions)
            self.side_bar.show_place("sessions")
            self.sessions.table.setFocus()

    def show_papers(self, session_id: int) -> None:
        """Show the papers of a session."""
        from desktop_app.ui.papers.page import PapersPage  # ReportLab, when needed

        if self.papers is None:
            self.papers = PapersPage(self.desk)
            self.papers.left.connect(self.show_sessions)
            self.papers.saved.connect(self._tell_saved)
            self.papers.not_saved.connect(self._tell_not_saved)
            self._add(self.papers)
        self._show(self.papers)
        self.papers.open(session_id)
        self.papers.papers.setFocus()

    def show_error(self, error: Exception, *actions: Action) -> None:
        """Say what did not happen."""
        if isinstance(error, UserError):
            self.message_bar.show_message(lambda: self.desk.say.error(error), *actions)
            return
        _log.error("unexpected failure", exc_info=error)
        self.message_bar.show_message(
            lambda: self.desk.say(
                "This was not done: the program met an error of its own ({error}). Try again, and"
                " report it if it comes back; what is recorded is safe.",
                error=type(error).__name__,
            ),
            *actions,
        )

    def obey(self, chord: str) -> bool:
        """Do what a key means now: the page in front first, then the window."""
        if chord == "Esc" and self.desk.runner.watched is not None:
            self.progress.cancel()
            return True
        if chord == "Esc" and self.message_bar.isVisible():
            self.message_bar.clear()
            return True
        page = self.pages.currentWidget()
        if isinstance(page, Page) and page.obey(chord):
            return True
        if chord == "F11":
            top = self.window()
            top.setWindowState(top.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif chord == "Ctrl+1" and self.sessions is not None:
            self.show_sessions()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to keys from now on."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if self._keys is None and handle is not None:
            self._keys = Keys(self.obey, self)
            handle.installEventFilter(self._keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the side bar as icons in a small window."""
        super().resizeEvent(event)
        self.side_bar.set_narrow(self.width() < NARROW_WIDTH)
        if self.toast.isVisible():
            self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what runs, and let go of the record."""
        if self.papers is not None:
            self.papers.forget()
        self.desk.leave()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.headers)
        column.addWidget(self.message_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.desk.dressed.connect(self.dress)
        self.listed.connect(self._idle.start)
        self._idle.timeout.connect(self._load_papers)
        self.desk.runner.failed.connect(self.show_error)
        self.side_bar.went.connect(lambda _: self.show_sessions())
        self.start.sample_wanted.connect(lambda: self._make_record(sample=True))
        self.start.empty_wanted.connect(lambda: self._make_record(sample=False))
        self.start.retry_wanted.connect(self.open_record)
        self.start.other_wanted.connect(self._ask_database)

    def _add(self, page: "SessionsPage | PapersPage") -> None:
        self.pages.addWidget(page)
        self.headers.addWidget(page.header)

    def _show(self, page: "SessionsPage | PapersPage") -> None:
        self.pages.setCurrentWidget(page)
        self.headers.setCurrentWidget(page.header)
        self.headers.show()

    def _show_opening(self) -> None:
        self.message_bar.clear()
        self.start.show_opening()
        self.headers.setCurrentIndex(0)  # the empty one, as the curtain painted it
        self.headers.show()

    def _make_record(self, *, sample: bool) -> None:
        self._show_opening()
        database = self.database

        def work(_: object) -> "Opened":
            from desktop_app.ui import opening  # SQLAlchemy, after the first paint

            return opening.make_record(database, sample=sample)

        self.desk.runner.run(work, self._take_record, self._refuse_record)

    def _take_record(self, opened: "Opened | None") -> None:
        if opened is None:
            self.headers.hide()
            self.start.show_first()
            self.ready.emit()
            return
        from desktop_app.ui.opening import SHOWN_IN_LIST  # loaded by now
        from desktop_app.ui.sessions.page import SessionsPage  # after the paint

        self.desk.store = opened.store
        opened.store.subscribe(self.desk.notifier.heard)
        self._centre = opened.centre
        self.dress()
        self.sessions = SessionsPage(self.desk)
        self.sessions.opened.connect(self.show_papers)
        self.sessions.table.painted.connect(self._tell_listed)
        self._add(self.sessions)
        self.sessions.set_rows(opened.sessions)
        self.desk.notifier.subscribe(SHOWN_IN_LIST, self._reload_sessions)
        self.show_sessions()
        self.ready.emit()

    def _tell_listed(self) -> None:
        if self.sessions is not None:
            self.sessions.table.painted.disconnect(self._tell_listed)
            QTimer.singleShot(0, self.listed.emit)

    def _load_papers(self) -> None:
        """Load what papers are made with while nobody waits for it; nothing of it is Qt's."""
        self.desk.runner.run(lambda _: import_module("desktop_app.documents.rendering"), str)

    def _refuse_record(self, error: Exception) -> None:
        self.headers.hide()
        self.start.show_locked()
        self.show_error(error)
        self.ready.emit()

    def _reload_sessions(self) -> None:
        store, page = self.desk.store, self.sessions
        if store is not None and page is not None:
            from desktop_app.ui.opening import read_sessions  # loaded by now

            self.desk.runner.run(lambda _: read_sessions(store), page.set_rows)

    def _ask_database(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # rarely asked for

        folder = str(Path(self.database).parent) if self.database else ""
        dialog = QFileDialog(self, self.desk.say("Open another file"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_other)
        dialog.open()

    def _open_other(self, name: str) -> None:
        self.database = name
        self.open_record()

    def _tell_saved(self, path: Path) -> None:
        from PySide6.QtCore import QUrl  # not at the start
        from PySide6.QtGui import QDesktopServices  # as above

        say = self.desk.say
        self.toast.show_notice(
            say("Saved: {file}", file=path.name),
            say("Open folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )

    def _tell_not_saved(self, error: Exception, path: Path) -> None:
        if (page := self.papers) is not None:
            self.show_error(
                error,
                Action(N_("Try again"), "arrow-clockwise", lambda: page.save_as(path)),
                Action(N_("Save as"), "", page.ask_file),
            )
