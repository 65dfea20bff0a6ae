"""What every screen is given: words, colours, icons, slow work, news and the open record."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import N_, Language, catalogue
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.icons import Icons
from desktop_app.ui.kept import Appearance, Kept
from desktop_app.ui.notifier import Notifier
from desktop_app.ui.qt_words import QtWords
from desktop_app.ui.style import dress
from desktop_app.ui.tasks import TaskRunner
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.writing import Writer

if TYPE_CHECKING:
    from db.unit_of_work import Store, UnitOfWork
    from desktop_app.ui.roster import Rosters
    from desktop_app.ui.widgets.overlay import Overlay

Result = TypeVar("Result")
_LOCALES = {"ar": "ar_MA", "fr": "fr_MA", "en": "en_GB"}


class Desk(QObject):
    """Shared by all screens of one window.

    Args:
        application: that it belongs to.
        kept: what the user of this computer chose.
        language: of the window; the one kept when None.

    Attributes:
        dressed: emitted when words, direction, colours or text size changed; widgets then take
            theirs anew.
        went, returned: emitted when a screen wants to be left for another, or for the last one.
        noticed: emitted with a notice and the act that it offers, if any.
        failed: emitted with what went wrong, and the acts that lead out.
        asked: emitted with a dialog to be shown.
        leaving: emitted when the window closes, before the record is let go.
        writer: writes what screens ask for, and undoes it.
        store: the open record, or None while there is none.
    """

    dressed = Signal()
    went = Signal(Address)
    returned = Signal()
    noticed = Signal(str, object)
    failed = Signal(Exception, tuple)
    asked = Signal(object)
    leaving = Signal()

    def __init__(
        self, application: QApplication, kept: Kept, language: Language | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._translator = QTranslator(self)
        self._qt_words = QtWords(self)
        self.kept = kept
        self.icons = Icons()
        self.runner = TaskRunner(self)
        self.runner.failed.connect(self.show_error)
        self.notifier = Notifier(self)
        self.store: Store | None = None
        self._dress(language or kept.language)
        self.writer = Writer(self)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def language(self) -> Language:
        """Language of the window; papers have their own."""
        return self.say.language

    @cached_property
    def roster(self) -> "Rosters":
        """Who and what can be named in the open record."""
        from desktop_app.ui.roster import Rosters  # the database, when a name is asked for

        return Rosters(self)

    def set_language(self, language: Language) -> None:
        """Show everything in another language, at once, and keep the choice."""
        self.kept.language = language
        self._dress(language)
        self.dressed.emit()

    def set_appearance(self, appearance: Appearance) -> None:
        """Show everything light, dark, or as the system has it, at once, and keep the choice."""
        self.kept.appearance = appearance
        self._dress(self.language)
        self.dressed.emit()

    def set_text_size(self, percent: int) -> None:
        """Show everything in another size of text, at once, and keep the choice."""
        self.kept.text_size = percent
        self._dress(self.language)
        self.dressed.emit()

    def go(self, address: Address) -> None:
        """Go to a screen."""
        self.went.emit(address)

    def back(self) -> None:
        """Go back to where one came from."""
        self.returned.emit()

    def tell(self, words: str, act: Act | None = None) -> None:
        """Say briefly what was done, in the window's language."""
        self.noticed.emit(words, act)

    def undoable(self, words: str, undo: Callable[[], object]) -> None:
        """Say what was done, and offer to undo it: now, and later by Ctrl+Z.

        Args:
            words: in the window's language.
            undo: takes it back, as a write of its own.
        """
        self.writer.remember(undo)
        self.tell(words, self.writer.offer(undo))

    def write(
        self,
        use_case: str,
        change: "Callable[[UnitOfWork], Result]",
        done: Callable[[Result], object] = lambda _: None,
        failed: Callable[[Exception], object] | None = None,
        *,
        told: str | Callable[[Result], str] = "",
        undoable: bool = True,
    ) -> None:
        """Do a use case off the window's thread, after all that was asked before.

        Args:
            use_case: its name in the journal, as in ``attendance.mark``.
            change: called on another thread with the unit of work; touches no widget.
            done: called in the window's thread with what it gave, once it is kept.
            failed: called there with what it raised; else the message bar says it and offers to
                try again.
            told: what was done, in the window's language, to be said with an offer to undo it.
            undoable: whether Ctrl+Z takes it back, now or later. What is being typed into a text
                is undone there, and the journal tells of it as of one.
        """

        def again() -> None:
            self.write(use_case, change, done, told=told, undoable=undoable)

        def fail(error: Exception) -> None:
            self.show_error(error, Act(self, N_("Try again"), again, icon="arrow-clockwise"))

        def kept(result: Result, unit: str) -> None:
            if unit and undoable:
                self.writer.remember(unit)
            if words := told(result) if callable(told) else told:
                self.tell(words, self.writer.offer(unit) if unit and undoable else None)
            done(result)

        self.writer.write(use_case, change, kept, failed or fail, typing=not undoable)

    def show_error(self, error: Exception, *acts: Act) -> None:
        """Say what did not happen, and offer up to two ways out."""
        self.failed.emit(error, acts)

    def ask(self, dialog: "Overlay") -> None:
        """Show a dialog over the window."""
        self.asked.emit(dialog)

    def leave(self) -> None:
        """Finish what runs, let go of the record and of Qt's words."""
        self.leaving.emit()
        self.writer.finish()
        self.runner.stop()
        if self.store is not None:
            self.store.close()
            self.store = None
        self._application.removeTranslator(self._translator)
        self._application.removeTranslator(self._qt_words)

    def _follow_system(self) -> None:
        if self.dark is not self._is_dark():
            self._dress(self.language)
            self.dressed.emit()

    def _is_dark(self) -> bool:
        return self.kept.is_dark(self._application.styleHints().colorScheme())

    def _dress(self, language: Language) -> None:
        self.dark = self._is_dark()
        self.tokens = DARK if self.dark else LIGHT
        self.say = catalogue(language, isolate=True)
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(self._translator)
        self._application.removeTranslator(self._qt_words)
        self._qt_words.say = self.say
        self._application.installTranslator(self._qt_words)
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self.say.right_to_left
            else Qt.LayoutDirection.LeftToRight
        )
        dress(self._application, self.tokens, self.kept.text_size)
