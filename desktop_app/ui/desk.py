"""What every screen is given: words, colours, icons, slow work, news and the open record."""

from collections.abc import Callable
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.ui.widgets.overlay import Overlay

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
        self._undoings: list[Callable[[], object]] = []
        self.undo = Act(
            self, N_("Undo"), self._undo, icon="arrow-u-up-left", key="Ctrl+Z", mirror=True
        )
        self.undo.set_offered(False)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def language(self) -> Language:
        """Language of the window; papers have their own."""
        return self.say.language

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
        self._undoings.append(undo)
        self.undo.set_offered(True)
        self.tell(words, self.undo)

    def show_error(self, error: Exception, *acts: Act) -> None:
        """Say what did not happen, and offer up to two ways out."""
        self.failed.emit(error, acts)

    def ask(self, dialog: "Overlay") -> None:
        """Show a dialog over the window."""
        self.asked.emit(dialog)

    def leave(self) -> None:
        """Finish what runs, let go of the record and of Qt's words."""
        self.leaving.emit()
        self.runner.stop()
        if self.store is not None:
            self.store.close()
            self.store = None
        self._application.removeTranslator(self._translator)
        self._application.removeTranslator(self._qt_words)

    def _undo(self) -> None:
        undo = self._undoings.pop()
        self.undo.set_offered(bool(self._undoings))
        undo()

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
