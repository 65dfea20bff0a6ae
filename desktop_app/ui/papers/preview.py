"""The paper that is chosen: made off the window's thread, shown, made again at each change."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.documents.blocks import AnyBlock, Header
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Material, Rendered, Wordings, gather, make
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGE_LABELS, LANGUAGES
from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.papers.usual import usual_language
from desktop_app.ui.papers.view import PageView
from desktop_app.ui.theme import CARD_PADDING, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from db.codes import DocumentKind
    from desktop_app.documents.scope import Scope
    from desktop_app.ui.tasks import Task
    from desktop_app.wording.bilingual import PaperLanguage

TOOLS_HEIGHT: Final = 48
_SPACE: Final = 8
_TYPING_MS: Final = 40
"""Keys that follow one another faster are drawn together."""
_READING_MS: Final = 400
"""How long a page is in view before its words are fetched for screen readers."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper is to be seen.

    Attributes:
        about: a whole session by its id, or what else it is about.
    """

    about: "int | Scope"
    kind: "DocumentKind"
    languages: "tuple[PaperLanguage, ...]"
    options: PaperOptions


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper that was made, with its pages."""

    rendered: Rendered
    pages: PdfPages

    @property
    def blocks(self) -> "Mapping[str, AnyBlock]":
        """The blocks whose words can be typed over, by name; a picture has none."""
        paper = self.rendered.paper
        return {
            block.name: block
            for part in (paper, *paper.sections)
            for block in part.blocks
            if not (isinstance(block, Header) and block.picture)
        }


class Preview(QFrame):
    """Language, pages and zoom above the paper itself.

    At most one making of the same paper is under way; what changes meanwhile is made after it,
    once, so that typing never queues up.

    Attributes:
        acts: of its keys.
        shown: emitted when a paper came into view.
        failed: emitted with why the paper could not be made.
        language_chosen: emitted when the user chose another language.
    """

    shown = Signal()
    failed = Signal(Exception)
    language_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._wanted: Wanted | None = None
        self._material: Material | None = None
        self._typed: Wordings = {}
        self._shown: Shown | None = None
        self._making: Task[tuple[Material, Shown]] | None = None
        self._stale = False
        self._changes = 0
        self._waiting: Callable[[Rendered], object] | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._make)
        self._reading = QTimer(self, singleShot=True, interval=_READING_MS)
        self._reading.timeout.connect(self._read_page)
        self.view = PageView(desk)
        self.languages = Segmented(desk, N_("Language of the paper"), LANGUAGE_LABELS)
        self._usual = usual_language(desk)
        self.languages.choose(self._usual)
        self._previous, self._next, *zooms = self._page_acts()
        other = Act(desk, N_("Other language of the paper"), self._next_language, key="F3")
        self.acts = (other, self._previous, self._next, *zooms)
        self._where = label("context")
        self._nothing = EmptyState(desk, "file-text", N_("Preparing the paper"), "")
        self._lay_out(zooms)
        self.languages.chosen.connect(lambda _: self.language_chosen.emit())
        self.view.moved.connect(self._show_place)
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe({"settings"}, self._follow_usual)
        self.dress()

    @property
    def rendered(self) -> Rendered | None:
        """The paper in view."""
        return self._shown.rendered if self._shown else None

    @property
    def blocks(self) -> "Mapping[str, AnyBlock]":
        """Its blocks whose words can be typed over."""
        return self._shown.blocks if self._shown else {}

    @property
    def busy(self) -> bool:
        """Whether something was typed or recorded that is not in view yet."""
        return self._making is not None or self._typing.isActive()

    @property
    def languages_chosen(self) -> "tuple[PaperLanguage, ...]":
        """The languages to make papers in."""
        return LANGUAGES[self.languages.value]

    def show_paper(self, wanted: Wanted) -> None:
        """Show a paper; while another is in view it stays until this one is there."""
        if wanted == self._wanted:
            self.reload()
            return
        self._give_up()
        self._wanted, self._typed = wanted, {}
        self.reload()

    def reload(self) -> None:
        """Make the paper again from what is recorded now."""
        self._material = None
        self._changes += 1
        self._make()

    def type_over(self, typed: Wordings) -> None:
        """Show wordings that are being typed; the latest wins."""
        self._typed = typed
        if not self._typing.isActive():
            self._typing.start()

    def end_typing(self) -> None:
        """Show what is recorded again."""
        self._typing.stop()
        self._typed = {}
        self.reload()

    def when_settled(self, do: "Callable[[Rendered], object]") -> None:
        """Do something with the paper once all that is typed and recorded is on it.

        What was asked for last is done, once, however often a key is pressed meanwhile.
        """
        if self.busy:
            self._waiting = do
        elif self._shown is not None:
            do(self._shown.rendered)

    def forget(self) -> None:
        """Let go of the paper in view."""
        self._give_up()
        self._waiting = None
        self._wanted = self._material = None
        self._clear("file-text", N_("Preparing the paper"))

    def dress(self) -> None:
        """Take the words anew."""
        self._tools.setFixedHeight(scaled(TOOLS_HEIGHT))
        self._show_place()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the zoom to its keys where there is no room for its buttons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        hint = sum(part.sizeHint().width() + _SPACE for part in self._always)
        zooms = sum(tool.sizeHint().width() + _SPACE for tool in self._zooms)
        room = self.width() - 2 * CARD_PADDING - hint
        for tool in self._zooms:
            tool.setVisible(room >= zooms)

    def _give_up(self) -> None:
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def _make(self) -> None:
        store, wanted, known, typed = self._desk.store, self._wanted, self._material, self._typed
        if store is None or wanted is None:
            return
        if self._making is not None:
            self._stale = True
            return
        self._stale = False
        changes = self._changes

        def work(_: object) -> tuple[Material, Shown]:
            material = known
            if material is None:
                with store.read() as reading:
                    material = gather(reading, wanted.kind, wanted.about, wanted.options)
            rendered = make(material, wanted.languages, typed)
            return material, Shown(rendered, PdfPages(rendered.pdf))

        self._making = self._desk.runner.run(
            work, lambda made: self._take(changes, *made), self._fail
        )

    def _take(self, changes: int, material: Material, shown: Shown) -> None:
        self._making = None
        if changes == self._changes:
            self._material = material
        if self._stale:
            self._make()
        self._shown = shown
        rendered = shown.rendered
        self._stack.setCurrentWidget(self.view)
        self.view.show_pages(shown.pages)
        places = [place for place in rendered.places if place.name in shown.blocks]
        own = {block for block, _ in {**material.wordings, **self._typed}}
        self.view.show_blocks(places, own)
        self._show_place()
        self.shown.emit()
        if not self.busy and self._waiting is not None:
            do, self._waiting = self._waiting, None
            do(rendered)

    def _fail(self, error: Exception) -> None:
        self._making = None
        self._clear("warning-circle", N_("This paper cannot be shown"))
        self._waiting = None
        if self._stale:
            self._make()
        self.failed.emit(error)

    def _clear(self, icon: str, message: str) -> None:
        self._shown = None
        self.view.clear()
        self._stack.setCurrentWidget(self._nothing)
        self._nothing.set_messages(icon, message, "")
        self._show_place()

    def _show_place(self) -> None:
        count = self.view.count
        page = min(self.view.page + 1, count)
        words = self._desk.say("Page {page} of {pages}", page=page, pages=count) if count else ""
        if words != self._where.text():
            self._where.setText(words)
            self._fit()
        self.view.setAccessibleName(self._desk.say("Pages of the paper"))
        self.view.setAccessibleDescription(words)
        self._reading.start()
        self._previous.set_offered(page > 1)
        self._next.set_offered(page < count)

    def _read_page(self) -> None:
        """Fetch the words of the page in view, for screen readers."""
        shown, page = self._shown, self.view.page
        if shown is None:
            return

        def take(words: str) -> None:
            if shown is self._shown and page == self.view.page:
                self.view.setAccessibleDescription(f"{self._where.text()}\n{words}")

        self._desk.runner.run(lambda _: shown.pages.words(page), take)

    def _follow_usual(self) -> None:
        """Take the language that the centre chose anew; one chosen here stays until then."""
        if (usual := usual_language(self._desk)) != self._usual:
            self._usual = usual
            self.languages.choose(usual)
            self.language_chosen.emit()

    def _next_language(self) -> None:
        values = list(LANGUAGES)
        following = values[(values.index(self.languages.value) + 1) % len(values)]
        self.languages.choose(following)
        self.language_chosen.emit()

    def _page_acts(self) -> list[Act]:
        desk, view = self._desk, self.view

        def turn(message: str, by: int, icon: str, key: str) -> Act:
            return Act(
                desk, message, lambda: view.go_to(view.page + by), icon=icon, key=key, mirror=True
            )

        def zoom(message: str, steps: int, icon: str, key: str) -> Act:
            return Act(desk, message, lambda: view.zoom(steps), icon=icon, key=key)

        return [
            turn(N_("Previous page"), -1, "caret-left", "PgUp"),
            turn(N_("Next page"), 1, "caret-right", "PgDn"),
            zoom(N_("Smaller"), -1, "magnifying-glass-minus", "Ctrl+-"),
            zoom(N_("Page width"), 0, "arrows-horizontal", "Ctrl+0"),
            zoom(N_("Larger"), 1, "magnifying-glass-plus", "Ctrl++"),
        ]

    def _lay_out(self, zooms: list[Act]) -> None:
        self._tools, row = strip(self.languages)
        turning = [_tool(self._desk, act) for act in (self._previous, self._next)]
        self._zooms = [_tool(self._desk, act) for act in zooms]
        self._always = (self.languages, self._where, *turning)
        row.setSpacing(_SPACE)
        row.addStretch(1)
        row.addWidget(turning[0])
        row.addWidget(self._where)
        row.addWidget(turning[1])
        row.addStretch(1)
        for tool in self._zooms:
            row.addWidget(tool)
        self._tools.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._tools)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # in its place first: else the view would be a window
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)


def strip(first: QWidget) -> tuple[QFrame, QHBoxLayout]:
    """Make the head of a card, with the row that lays it out."""
    frame = QFrame()
    frame.setProperty("kind", "card-header")
    row = QHBoxLayout(frame)
    row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
    row.addWidget(first)
    return frame, row


def _tool(desk: Desk, act: Act) -> Button:
    return Button(desk, act, kind="bare", icon_only=True)
