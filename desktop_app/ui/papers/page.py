"""One session's papers: chosen, seen, saved, printed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QStackedLayout, QWidget

from desktop_app.documents.rendering import Rendered, render
from desktop_app.exchange.writing import write_whole
from desktop_app.i18n import N_, ltr
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGE_LABELS, LANGUAGES
from desktop_app.ui.papers.list import PaperList
from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.papers.printing import make_printer, print_pages
from desktop_app.ui.papers.view import PageView
from desktop_app.ui.tasks import Task
from desktop_app.ui.text import capitalised, hours, long_day, text_for
from desktop_app.ui.theme import CARD_PADDING, GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session
    from desktop_app.wording.bilingual import PaperLanguage

_TOOLS_HEIGHT: Final = 48
_ON_PAPER: Final = (
    "sessions",
    "session_days",
    "session_types",
    "session_people",
    "invitation_letters",
    "agenda_items",
    "attendance",
    "interventions",
    "intervention_speakers",
    "outcomes",
    "outcome_bodies",
    "people",
    "appointments",
    "bodies",
    "body_names",
    "settings",
    "replaced_wordings",
)
"""Kinds of record that papers show something of."""


@dataclass(frozen=True, slots=True)
class _Shown:
    rendered: Rendered
    pages: PdfPages
    words: tuple[str, ...]


class PapersPage(QWidget):
    """The papers of one session, in a language of their own.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
        shown: emitted when a paper came into view.
    """

    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._shown: _Shown | None = None
        self._drawing: Task[_Shown] | None = None
        self._printer: QPrinter | None = None
        self.print_act = Act(desk, N_("Print"), self._ask_printer, icon="printer", key="Ctrl+P")
        self.save_act = Act(desk, N_("PDF"), self.ask_file, icon="file-pdf", key="Ctrl+Shift+P")
        self.header = PageHeader(desk, back=True, acts=(self.print_act, self.save_act))
        self.papers = PaperList(desk)
        self.languages = Segmented(desk, N_("Language of the paper"), LANGUAGE_LABELS)
        self.languages.choose("fr" if desk.language == "fr" else "ar")
        self.view = PageView(desk)
        self._previous = Act(
            desk,
            N_("Previous page"),
            lambda: self.view.go_to(self.view.page - 1),
            icon="caret-left",
            key="Ctrl+PgUp",
            mirror=True,
        )
        self._next = Act(
            desk,
            N_("Next page"),
            lambda: self.view.go_to(self.view.page + 1),
            icon="caret-right",
            key="Ctrl+PgDn",
            mirror=True,
        )
        self._smaller = Act(
            desk,
            N_("Smaller"),
            lambda: self.view.zoom(-1),
            icon="magnifying-glass-minus",
            key="Ctrl+-",
        )
        self._larger = Act(
            desk,
            N_("Larger"),
            lambda: self.view.zoom(1),
            icon="magnifying-glass-plus",
            key="Ctrl++",
        )
        self._width = Act(
            desk,
            N_("Page width"),
            lambda: self.view.zoom(0),
            icon="arrows-horizontal",
            key="Ctrl+0",
        )
        other = Act(desk, N_("Language of the paper"), self._next_language, key="F3")
        self.acts = (
            self.print_act,
            self.save_act,
            other,
            self._previous,
            self._next,
            self._smaller,
            self._larger,
            self._width,
        )
        self._where = label("context")
        self._list_title = label("card-title")
        self._nothing = EmptyState(desk, "file-text", N_("Preparing the paper"), "")
        self._lay_out()
        self._connect()
        self._enable()
        self.dress()

    def open(self, address: Address) -> None:
        """Show the papers of a session."""
        if address.key is not None and address.key != self.session_id:
            self.forget()
            self._read(address.key)
        self.papers.setFocus()

    def leave(self) -> None:
        """Nothing is typed here that needs keeping."""

    def reload(self) -> None:
        """Read the session again, because something on its papers was changed."""
        if self._session is not None:
            self._read(self._session.id)

    def forget(self) -> None:
        """Let go of the paper in view."""
        if self._drawing is not None:
            self._drawing.cancel()
        self._session = None
        self._clear()

    @property
    def session_id(self) -> int | None:
        """Whose papers these are."""
        return self._session.id if self._session else None

    @property
    def pdf(self) -> bytes:
        """The paper in view, or nothing while it is being prepared."""
        return self._shown.rendered.pdf if self._shown else b""

    @property
    def file_name(self) -> str:
        """What the paper in view is called as a file."""
        return self._shown.rendered.file_name if self._shown else ""

    def save_as(self, path: Path) -> None:
        """Keep the paper in view as a file."""
        data = self.pdf
        self._desk.runner.run(
            lambda _: write_whole(path, data),
            lambda _: self._tell_saved(path),
            lambda error: self.tell_not_saved(error, path),
        )

    def _tell_saved(self, path: Path) -> None:
        from PySide6.QtCore import QUrl  # not at the start
        from PySide6.QtGui import QDesktopServices  # as above

        folder = QUrl.fromLocalFile(str(path.parent))
        opening = Act(self._desk, N_("Open folder"), lambda: QDesktopServices.openUrl(folder))
        self._desk.tell(self._desk.say("Saved: {file}", file=path.name), opening)

    def tell_not_saved(self, error: Exception, path: Path) -> None:
        """Say that a file was not written, and offer what can be done."""
        again = Act(self._desk, N_("Try again"), lambda: self.save_as(path), icon="arrow-clockwise")
        elsewhere = Act(self._desk, N_("Save as"), self.ask_file)
        self._desk.show_error(error, again, elsewhere)

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

    def _lay_out(self) -> None:
        papers, column = card()
        column.addWidget(_strip(self._list_title))
        column.addWidget(self.papers, 1)
        preview, column = card()
        tools = _strip(self.languages)
        row = cast("QHBoxLayout", tools.layout())
        row.addStretch(1)
        row.addWidget(_tool(self._desk, self._previous))
        row.addWidget(self._where)
        row.addWidget(_tool(self._desk, self._next))
        row.addStretch(1)
        for act in (self._smaller, self._width, self._larger):
            row.addWidget(_tool(self._desk, act))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column.addWidget(tools)
        column.addLayout(self._stack)
        body = QHBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        body.setSpacing(GAP)
        body.addWidget(papers)
        body.addWidget(preview, 1)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._make)
        self.languages.chosen.connect(lambda _: self._make())
        self.view.moved.connect(self._show_place)
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe(_ON_PAPER, self.reload)

    def _read(self, session_id: int) -> None:
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> "Session":
            with store.read() as reading:
                return get_session(reading, session_id)

        self._desk.runner.run(read, self._take_session)

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
            pages = PdfPages(rendered.pdf)
            return _Shown(rendered, pages, tuple(map(pages.words, range(len(pages.sizes)))))

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
        self._desk.show_error(error)

    def _enable(self) -> None:
        for act in (self.print_act, self.save_act):
            act.set_offered(self._shown is not None)

    def _show_session(self) -> None:
        session = self._session
        if session is None:
            return
        language: PaperLanguage = "fr" if self._desk.language == "fr" else "ar"
        kind = session.type.french if language == "fr" else session.type.indefinite
        colon = "\u202f: " if language == "fr" else ": "
        theme = session.theme.best(language)
        self.header.title.setText(f"{capitalised(kind)}{colon}{theme}")
        day = long_day(session.days[0], self._desk.language) if session.days else ""
        place = session.place
        parts = [
            day,
            ltr(hours(session.start, session.end)),
            capitalised(text_for(place.site, self._desk.language)),
            capitalised(text_for(place.room, self._desk.language)),
            ltr(session.reference) if session.reference else "",
        ]
        self.header.context.setText(" · ".join(part for part in parts if part))

    def _show_place(self) -> None:
        count = self.view.count
        page = min(self.view.page + 1, count)
        words = self._desk.say("Page {page} of {pages}", page=page, pages=count) if count else ""
        self._where.setText(words)
        seen = self._shown.words[page - 1] if self._shown and 0 < page <= count else ""
        self.view.setAccessibleDescription(f"{words}\n{seen}" if seen else words)
        self._previous.set_offered(page > 1)
        self._next.set_offered(page < count)

    def _next_language(self) -> None:
        values = list(LANGUAGES)
        following = values[(values.index(self.languages.value) + 1) % len(values)]
        self.languages.choose(following)
        self._make()

    def ask_file(self) -> None:
        """Ask where to keep the paper in view."""
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
        QDialog.open(dialog)

    def _print_chosen(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)


def _tool(desk: Desk, act: Act) -> Button:
    return Button(desk, act, kind="bare", icon_only=True)


def _strip(first: QWidget) -> QFrame:
    """Make the head of a card."""
    frame = QFrame()
    frame.setProperty("kind", "card-header")
    frame.setFixedHeight(_TOOLS_HEIGHT)
    row = QHBoxLayout(frame)
    row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
    row.addWidget(first)
    return frame
