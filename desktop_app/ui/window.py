"""The window: side bar, the page in front, messages, progress, dialogs, keys, history."""

import logging
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act, of_key
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.late_count import LateCount
from desktop_app.ui.idle import Idle
from desktop_app.ui.keys import KeepsKeys, Keys
from desktop_app.ui.palette.finder import Finder
from desktop_app.ui.scans.dropping import Scans
from desktop_app.ui.screens import FIRST, SCREENS, HasTabs, Page
from desktop_app.ui.start.page import StartPage
from desktop_app.ui.text import name_for
from desktop_app.ui.theme import NARROW_WIDTH, SMALLEST, scaled
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.progress_strip import ProgressStrip
from desktop_app.ui.widgets.side_bar import PlaceInWindow, SideBar

if TYPE_CHECKING:
    from desktop_app.services.presets_data import SetUp
    from desktop_app.ui.home.page import HomePage
    from desktop_app.ui.opening import Opened
    from desktop_app.ui.widgets.overlay import Overlay
    from desktop_app.ui.widgets.toast import Toast
    from desktop_app.wording.bilingual import Bilingual

_TYPED: Final = frozenset(
    {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Del", "Insert", "Space", "/"}
) | {str(digit) for digit in range(10)}
"""Keys that belong to a text field as long as one has the focus."""
_TEXTS: Final = (QLineEdit, QTextEdit, QPlainTextEdit)
_log = logging.getLogger(__name__)


class MainWindow(QWidget):
    """One window on one record.

    Args:
        database: file or URL of the record; the user's own file when None.

    Attributes:
        painted: emitted once, when the window was painted for the first time.
        ready: emitted when a record was opened, or when there is none to open.
        shown: emitted when the first page of an opened record was painted with what it tells.
        acts_everywhere: what can be done everywhere; acts_to_places: how one goes from place to
            place.
        finder: what the palette looks through.
        scans: takes files dropped anywhere.
        dialog: the dialog in front, if any.
    """

    painted = Signal()
    ready = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, database: str | None) -> None:
        super().__init__()
        self.setAcceptDrops(True)  # scans, wherever no zone is for them
        self.setMinimumSize(*SMALLEST)  # else it would grow with what it shows
        self.desk = desk
        self.database = self._own_database = database
        self._was_painted = False
        self._warned = False
        self._centre: Bilingual | None = None
        self._open_pages: dict[str, Page] = {}
        self._trail: list[Address] = []
        self._keys: Keys | None = None
        self.dialog: Overlay | None = None
        find = Act(desk, N_("Search or do"), self._find, icon="magnifying-glass", key="Ctrl+K")
        self.message_bar = MessageBar(desk)
        self.progress = ProgressStrip(desk)
        self.acts_to_places = self._acts_to_places()
        self.scans = Scans(desk, self)
        self.acts_everywhere = (
            find,
            Act(
                desk,
                N_("Scans of signed papers"),
                self.scans.ask_scans,
                icon="qr-code",
                key="Ctrl+Shift+O",
            ),
            Act(
                desk,
                N_("Is this paper the original?"),
                self.scans.ask_paper,
                icon="seal-question",
                key="Ctrl+Shift+I",
            ),
            Act(desk, N_("Keys"), self._show_keys, icon="keyboard", key="F1"),
            Act(desk, N_("Guide"), self.show_guide, icon="book-open", key="Shift+F1"),
            Act(desk, N_("Full screen"), self._turn_full_screen, key="F11"),
            desk.writer.undo,
            desk.writer.redo,
            Act(desk, N_("Back"), self._go_back, icon="arrow-left", key="Esc", mirror=True),
        )
        self.finder = Finder(desk)
        places = [screen for screen in SCREENS if screen.side_bar]
        self.side_bar = SideBar(
            desk,
            tuple(
                PlaceInWindow(screen.code, screen.message, screen.icon)
                for screen in places
                if screen.side_bar == "places"
            ),
            tuple(
                PlaceInWindow(screen.code, screen.message, screen.icon)
                for screen in places
                if screen.side_bar == "foot"
            ),
            find,
        )
        self.start = StartPage(desk)
        self.headers = QStackedWidget()
        self.headers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.headers.addWidget(PageHeader(desk))
        self._column = QVBoxLayout()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self._idle = Idle(desk, self)
        self._late = LateCount(desk, self.side_bar)
        self._lay_out()
        self._connect()
        self.dress()

    @cached_property
    def toast(self) -> "Toast":
        """Says briefly what was done; made when there is something to say."""
        from desktop_app.ui.widgets.toast import Toast

        return Toast(self.desk, self)

    def dress(self) -> None:
        """Take the words anew."""
        if self._centre is not None:
            self.side_bar.set_centre(name_for(self._centre, self.desk.language))
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

    @property
    def address(self) -> Address | None:
        """Where the window is, once a record is open."""
        return self._trail[-1] if self._trail else None

    @property
    def page(self) -> Page | None:
        """The page in front, once a record is open."""
        return self._open_pages.get(self._trail[-1].place) if self._trail else None

    def is_made(self, code: str) -> bool:
        """Tell whether the page of a screen was made."""
        return code in self._open_pages

    def page_of(self, code: str) -> Page:
        """Give the page of a screen, made when it is first asked for."""
        page = self._open_pages.get(code)
        if page is None:
            screen = next(screen for screen in SCREENS if screen.code == code)
            page = self._open_pages[code] = screen.make(self.desk)
            self.pages.addWidget(cast("QWidget", page))
            self.headers.addWidget(page.header)
        return page

    def go(self, address: Address) -> None:
        """Show a screen, and remember the way back."""
        here = self.address
        if here is None or not here.same_page(address):
            self._leave_page()
            self._trail.append(address)
        else:
            self._trail[-1] = address
        self.finder.visited(address)
        self._show(address)

    def show_guide(self) -> None:
        """Show what the guide tells of the screen in front."""
        from desktop_app.ui.guide.sections import section_for  # when it is asked for

        if self.page is not None:
            self.go(Address("guide", part=section_for(self.address)))

    def show_error(self, error: Exception, acts: Sequence[Act] = ()) -> None:
        """Say what did not happen."""
        if isinstance(error, UserError):
            error = _without_field(error)
            self.message_bar.show_message(lambda: self.desk.say.error(error), *acts)
            return
        _log.error("unexpected failure", exc_info=error)
        self.message_bar.show_message(
            lambda: self.desk.say(
                "This was not done: the program met an error of its own ({error}). Try again, and"
                " report it if it comes back; what is recorded is safe.",
                error=type(error).__name__,
            ),
            *acts,
        )

    def show_dialog(self, dialog: "Overlay") -> None:
        """Put a dialog over the window; another one that was there goes."""
        if self.dialog is not None:
            self.dialog.leave()
        self.dialog = dialog
        dialog.closed.connect(lambda: self._forget_dialog(dialog))
        dialog.show_over(self)

    def obey(self, key: str) -> bool:
        """Do what a key means now, and tell whether it meant anything.

        What has the focus may keep a key for itself, and a focused button comes first; then the
        dialog in front, else the page, else the window.
        """
        focus = self.window().focusWidget()
        if isinstance(focus, KeepsKeys) and focus.keeps_key(key):
            return False
        if key in _TYPED and isinstance(focus, _TEXTS) and _has_use_for(focus, key):
            return False
        if key == "Enter" and self._is_of_a_text(focus):
            return False
        act = self._act_of(key)
        if isinstance(focus, QAbstractButton):
            if key == "Space":
                return False
            if key == "Enter" and not (act and focus.isCheckable()):  # a choice lets it go on
                focus.click()
                return True
        if act is not None:
            act.trigger()
        return act is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to keys from now on."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if self._keys is None and handle is not None:
            self._keys = Keys(self.obey, self)
            handle.installEventFilter(self._keys)
            handle.installEventFilter(self.scans)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the side bar as icons in a small window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text became larger or smaller."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._fit()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go as one reads."""
        from desktop_app.ui.tab_order import move_focus  # when it is pressed

        return move_focus(self, forwards=forwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what runs, and let go of the record; stay once if something was not kept."""
        self._leave_page()
        if not (self.desk.writer.finish() or self._warned):
            self._warned = True  # the message bar says what was not kept
            event.ignore()
            return
        self.desk.leave()
        super().closeEvent(event)

    def _tell(self, words: str, act: Act | None) -> None:
        self.toast.show_notice(words, act)

    def _fit(self) -> None:
        self.side_bar.set_narrow(self.width() < scaled(NARROW_WIDTH))
        if "toast" in vars(self) and self.toast.isVisible():
            self.toast.place()

    def _acts_to_places(self) -> list[Act]:
        desk = self.desk
        places = [screen for screen in SCREENS if screen.side_bar]
        return [
            Act(
                desk,
                screen.message,
                partial(self._go_to_place, screen.code),
                icon=screen.icon,
                key=f"Ctrl+{number}",
            )
            for number, screen in enumerate(places, 1)
        ]

    def _is_of_a_text(self, focus: QWidget | None) -> bool:
        """Tell whether Enter is a new line, or means what was typed in a field of the page."""
        if isinstance(focus, QTextEdit | QPlainTextEdit):
            return True
        if self.page is None or self.dialog is not None or not isinstance(focus, QLineEdit):
            return False
        around = focus.parentWidget()
        while around is not None and around.property("kind") != "field":
            around = around.parentWidget()
        return around is not None

    def _act_of(self, key: str) -> Act | None:
        if self.dialog is not None:
            return self.dialog.act_of(key)
        if key == "Esc" and self.desk.runner.watched is not None:
            return self.progress.cancel_act
        if key == "Esc" and self.message_bar.isVisible():
            return self.message_bar.close_act
        own = self.page.acts if self.page is not None else self.start.acts
        return of_key(own, key) or self._act_everywhere(key)

    def _act_everywhere(self, key: str) -> Act | None:
        acts = (*self.acts_everywhere, *self.acts_to_places)
        return of_key(acts, key) if self.page is not None else None

    def _go_to_place(self, code: str) -> None:
        if self.page is not None:
            self.go(Address(code))

    def _go_back(self) -> None:
        if len(self._trail) > 1:
            self._leave_page()
            self._trail.pop()
            self._show(self._trail[-1])

    def _turn_full_screen(self) -> None:
        top = self.window()
        top.setWindowState(top.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _find(self) -> None:
        if self.page is not None:
            from desktop_app.ui.palette.palette import Palette  # when it is asked for

            self.show_dialog(Palette(self, self.finder))

    def _show_keys(self) -> None:
        from desktop_app.ui.keys_page.all_keys import AllKeys  # when they are asked for

        self.show_dialog(AllKeys(self))

    def _show(self, address: Address) -> None:
        page = self.page_of(address.place)
        screen = next(screen for screen in SCREENS if screen.code == address.place)
        self.pages.setCurrentWidget(cast("QWidget", page))
        self.headers.setCurrentWidget(page.header)
        self.headers.show()
        self._place_messages(page.column if isinstance(page, HasTabs) else self._column)
        self.side_bar.show_place(screen.under or screen.code)
        page.open(address)

    def _place_messages(self, column: QVBoxLayout) -> None:
        """Put the messages under the head of a page: its header, or its tabs."""
        hidden = self.message_bar.isHidden()
        column.insertWidget(1, self.message_bar)
        self.message_bar.setHidden(hidden)  # which the line above forgot

    def _leave_page(self) -> None:
        if self.page is not None:
            self.page.leave()

    def _forget_dialog(self, dialog: "Overlay") -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _lay_out(self) -> None:
        column = self._column
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
        desk = self.desk
        desk.dressed.connect(self.dress)
        desk.went.connect(self.go)
        desk.returned.connect(self._go_back)
        desk.failed.connect(self.show_error)
        desk.noticed.connect(self._tell)
        desk.asked.connect(self.show_dialog)
        self.shown.connect(self._idle.begin)
        self._idle.begun.connect(self.finder.warm)
        self.side_bar.went.connect(self._go_to_place)
        self.start.sample_wanted.connect(self._make_record)
        self.start.begun.connect(self._make_record)
        self.start.retry_wanted.connect(self.open_record)
        self.start.other_chosen.connect(self.open_other)

    def _show_opening(self) -> None:
        self.message_bar.clear()
        self.start.show_opening()
        self.headers.setCurrentIndex(0)  # the empty one, as the curtain painted it
        self.headers.show()

    def _make_record(self, centre: "SetUp | None" = None) -> None:
        """Make the record; with the sample centre when None is given of one's own."""
        self._show_opening()
        database = self.database

        def work(_: object) -> "Opened":
            from desktop_app.ui import opening  # SQLAlchemy, after the first paint

            return opening.make_record(database, centre)

        self.desk.runner.run(work, self._take_record, self._refuse_record)

    def _take_record(self, opened: "Opened | None") -> None:
        if opened is None:
            self._show_first()
            self.ready.emit()
            return
        self.side_bar.show()
        from desktop_app.ui.opening import CENTRE_NAMED_IN  # loaded by now

        self.desk.store = opened.store
        opened.store.subscribe(self.desk.notifier.heard)
        self._centre = opened.centre
        self.dress()
        first = cast("HomePage", self.page_of(FIRST))
        first.painted.connect(self.shown)
        first.show_standing(opened.standing)
        self._late.show_count(opened.standing.late)
        self.desk.notifier.subscribe(CENTRE_NAMED_IN, self._reload_centre)
        self.go(Address(FIRST))
        self.ready.emit()

    def _refuse_record(self, error: Exception) -> None:
        if self.start.wizard is None:
            self.headers.hide()
            self.start.show_locked()
        else:  # what was typed at the first start stays, for the file that it was for
            self.database = self._own_database
            self._show_first()
        self.show_error(error)
        self.ready.emit()

    def _show_first(self) -> None:
        self.headers.hide()
        self.side_bar.hide()
        self.start.show_first(self.database)

    def _reload_centre(self) -> None:
        if (store := self.desk.store) is not None:
            from desktop_app.ui.opening import read_centre  # loaded by now

            self.desk.runner.run(lambda _: read_centre(store), self._take_centre)

    def _take_centre(self, centre: "Bilingual") -> None:
        self._centre = centre
        self.dress()

    def open_other(self, name: str) -> None:
        """Open another record in this window, before one is open."""
        self.database = name
        self.open_record()


def _without_field(error: UserError) -> UserError:
    """Say what was refused without the name that its field has in files."""
    from desktop_app.services.validation import FieldError  # when something failed

    if not isinstance(error, FieldError):
        return error
    return UserError(
        "What you asked for was not recorded: {problem} Correct it and try again; what was recorded"
        " before is safe.",
        problem=error.problem,
    )


def _has_use_for(text: QLineEdit | QTextEdit | QPlainTextEdit, key: str) -> bool:
    """Tell whether a key is for a text: without anything to undo there, undoing is the window's."""
    within = text if isinstance(text, QLineEdit) else text.document()
    if key == "Ctrl+Z":
        return within.isUndoAvailable()
    return key != "Ctrl+Y" or within.isRedoAvailable()
