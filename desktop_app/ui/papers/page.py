"""One session's papers: chosen, seen, saved, printed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QUrl, Qt, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.documents.rendering import Rendered, render
from desktop_app.exchange.writing import write_whole
from desktop_app.i18n import N_, ltr
from desktop_app.services.sessions import get_session
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGE_LABELS, LANGUAGES
from desktop_app.ui.papers.list import PaperList
from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.papers.printing import make_printer, print_pages
from desktop_app.ui.papers.view import PageView
from desktop_app.ui.tasks import Task
from desktop_app.ui.text import hours, long_day, text_for
from desktop_app.ui.theme import CARD_PADDING, GAP, NARROW_WIDTH, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

_TOOLS_HEIGHT: Final = 48


@dataclass(frozen=True, slots=True)
class _Shown:
    rendered: Rendered
    pages: PdfPages


class PapersPage(QWidget):
    """The papers of one session, in a language of their own.

    Attributes:
        header: the window puts it above the messages.
        left: emitted when the user goes back.
        saved: emitted with the file that was written.
        shown: emitted when a paper came into view.
    """

    left = Signal()
    saved = Signal(Path)
    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._shown: _Shown | None = None
        self._drawing: Task[_Shown] | None = None
        self._printer: QPrinter | None = None
        self._print = Button(desk, N_("Print"), icon="printer", key="Ctrl P")
        self._save = Button(desk, N_("PDF"), icon="file-pdf", key="Ctrl Shift P")
        self.header = PageHeader(desk, back=True, actions=(self._print, self._save))
        self.papers = PaperList(desk)
        self.languages = Segmented(desk, N_("Language of the paper"), LANGUAGE_LABELS)
        self.languages.choose("fr" if desk.language == "fr" else "ar")
        self.view = PageView(desk)
        self._previous = _tool(desk, N_("Previous page"), "caret-left", mirror=True)
        self._next = _tool(desk, N_("Next page"), "caret-right", mirror=True)
        self._smaller = _tool(desk, N_("Smaller"), "magnifying-glass-minus")
        self._larger = _tool(desk, N_("Larger"), "magnifying-glass-plus")
        self._width = _tool(desk, N_("Page width"), "arrows-horizontal")
        self._where = label("context")
        self._list_title = label("card-title")
        self._nothing = EmptyState(desk, "file-text", N_("Preparing the paper"), "")
        self._lay_out()
        self._connect()
        self.dress()

    def open(self, session_id: int) -> None:
        """Show the papers of a session."""
        store = self._desk.store
        if store is None:
            return
        self._forget()

        def read(_: object) -> "Session":
            with store.read() as reading:
                return get_session(reading, session_id)

        self._desk.runner.run(read, self._take_session)

    def reload(self) -> None:
        """Read the session again, because it was changed."""
        if self._session is not None:
            self.open(self._session.id)

    @property
    def pdf(self) -> bytes:
        """The paper in view, or nothing while it is being prepared."""
        return self._shown.rendered.pdf if self._shown else b""

    @property
    def file_name(self) -> str:
        """What the paper in view is called as a file."""
        return self._shown.rendered.file_name if self._shown else ""

    def obey(self, chord: str) -> bool:
        """Do what a key means on this page."""
        acts = {
            "Esc": self.left.emit,
            "Ctrl+P": self._ask_printer,
            "Ctrl+Shift+P": self._ask_file,
            "F3": self._next_language,
            "Ctrl+PgDn": lambda: self.view.go_to(self.view.page + 1),
            "Ctrl+PgUp": lambda: self.view.go_to(self.view.page - 1),
        }
        if chord not in acts:
            return False
        acts[chord]()
        return True

    def save_as(self, path: Path) -> None:
        """Keep the paper in view as a file."""
        data = self.pdf
        self._desk.runner.run(lambda _: write_whole(path, data), lambda _: self.saved.emit(path))

    def print_on(self, printer: QPrinter) -> Task[None]:
        """Print the paper in view."""
        data = self.pdf
        return self._desk.runner.run(
            lambda task: print_pages(printer, data, task), lambda _: None, title=N_("Printing")
        )

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        self._list_title.setText(say("Papers of the session"))
        self.view.setAccessibleName(say("Pages of the paper"))
        self._show_session()
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the acts as icons in a small window."""
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW_WIDTH
        self._print.set_icon_only(narrow)
        self._save.set_icon_only(narrow)

    def _lay_out(self) -> None:
        papers = card()
        papers.layout().addWidget(_strip(self._list_title))  # type: ignore[union-attr]  # `card` lays out
        papers.layout().addWidget(self.papers, 1)  # type: ignore[union-attr, call-arg]  # a QVBoxLayout
        preview = card()
        tools = _strip(self.languages)
        row = tools.layout()
        assert isinstance(row, QHBoxLayout)
        row.addStretch(1)
        for part in (self._previous, self._where, self._next):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._smaller, self._width, self._larger):
            row.addWidget(part)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        preview.layout().addWidget(tools)  # type: ignore[union-attr]  # as above
        preview.layout().addLayout(self._stack)  # type: ignore[union-attr]  # as above
        body = QHBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        body.setSpacing(GAP)
        body.addWidget(papers)
        body.addWidget(preview, 1)

    def _connect(self) -> None:
        self.header.back.clicked.connect(self.left)
        self._print.clicked.connect(self._ask_printer)
        self._save.clicked.connect(self._ask_file)
        self.papers.chosen.connect(self._make)
        self.languages.chosen.connect(lambda _: self._make())
        self._previous.clicked.connect(lambda: self.view.go_to(self.view.page - 1))
        self._next.clicked.connect(lambda: self.view.go_to(self.view.page + 1))
        self._smaller.clicked.connect(lambda: self.view.zoom(-1))
        self._width.clicked.connect(lambda: self.view.zoom(0))
        self._larger.clicked.connect(lambda: self.view.zoom(1))
        self.view.moved.connect(self._show_place)
        self._desk.dressed.connect(self.dress)

    def _forget(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        self._session = None
        self._clear()

    def _clear(self) -> None:
        self._shown = None
        self.view.clear()
        self._stack.setCurrentWidget(self._nothing)
        self._nothing.set_messages("file-text", N_("Preparing the paper"), "")
        self._enable()

    def _take_session(self, session: "Session") -> None:
        self._session = session
        self._show_session()
        self._make()

    def _make(self) -> None:
        store, session = self._desk.store, self._session
        if store is None or session is None:
            return
        if self._drawing is not None:
            self._drawing.cancel()
        offer, languages = self.papers.offer, LANGUAGES[self.languages.value]

        def make(_: object) -> _Shown:
            with store.read() as reading:
                rendered = render(reading, offer.kind, session.id, languages, offer.options)
            return _Shown(rendered, PdfPages(rendered.pdf))

        self._drawing = self._desk.runner.run(make, self._take_paper, self._fail)

    def _take_paper(self, shown: _Shown) -> None:
        self._drawing = None
        self._shown = shown
        self._stack.setCurrentWidget(self.view)
        self.view.show_pages(shown.pages)
        self._enable()
        self._show_place()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self._clear()
        self._nothing.set_messages("warning-circle", N_("This paper cannot be shown"), "")
        self._desk.runner.failed.emit(error)

    def _enable(self) -> None:
        ready = self._shown is not None
        for button in (self._print, self._save, self._previous, self._next):
            button.setEnabled(ready)

    def _show_session(self) -> None:
        session = self._session
        if session is None:
            return
        language = "fr" if self._desk.language == "fr" else "ar"
        kind = session.type.french if language == "fr" else session.type.indefinite
        colon = "\u202f: " if language == "fr" else ": "
        theme = session.theme.best(language)
        self.header.title.setText(f"{kind[:1].upper()}{kind[1:]}{colon}{theme}")
        day = long_day(session.days[0], self._desk.language) if session.days else ""
        place = session.place
        parts = [
            day,
            ltr(hours(session.start, session.end)),
            text_for(place.site, self._desk.language),
            text_for(place.room, self._desk.language),
            ltr(session.reference) if session.reference else "",
        ]
        self.header.context.setText(" · ".join(part for part in parts if part))

    def _show_place(self) -> None:
        count = self.view.count
        page = min(self.view.page + 1, count)
        words = self._desk.say("Page {page} of {pages}", page=page, pages=count) if count else ""
        self._where.setText(words)
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count)

    def _next_language(self) -> None:
        values = list(LANGUAGES)
        following = values[(values.index(self.languages.value) + 1) % len(values)]
        self.languages.choose(following)
        self._make()

    def _ask_file(self) -> None:
        if self._shown is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self._desk.say("Save as"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name)
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.open()

    def _ask_printer(self) -> None:
        if self._shown is None:
            return
        self._printer = make_printer(Path(self.file_name).stem)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, self.view.count)
        dialog.accepted.connect(self._print_chosen)
        dialog.open()

    def _print_chosen(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)


def open_folder_of(path: Path) -> bool:
    """Show where a file was put, in the system's file manager."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _tool(desk: Desk, message: str, icon: str, *, mirror: bool = False) -> Button:
    return Button(desk, message, icon=icon, kind="bare", icon_only=True, mirror=mirror)


def _strip(first: QWidget) -> QFrame:
    """Make the head of a card."""
    frame = QFrame()
    frame.setProperty("kind", "card-header")
    frame.setFixedHeight(_TOOLS_HEIGHT)
    row = QHBoxLayout(frame)
    row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
    row.addWidget(first)
    return frame
