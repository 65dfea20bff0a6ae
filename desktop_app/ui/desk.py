"""What every screen is given: words, colours, icons, slow work, news and the open record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import Language, catalogue
from desktop_app.ui.icons import Icons
from desktop_app.ui.notifier import Notifier
from desktop_app.ui.style import dress
from desktop_app.ui.tasks import TaskRunner
from desktop_app.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from db.unit_of_work import Store

_LOCALES = {"ar": "ar_MA", "fr": "fr_MA", "en": "en_GB"}


class Desk(QObject):
    """Shared by all screens of one window.

    Attributes:
        dressed: emitted when words, direction or colours changed; widgets then take theirs anew.
        store: the open record, or None while there is none.
    """

    dressed = Signal()

    def __init__(
        self, application: QApplication, language: Language, *, dark: bool = False
    ) -> None:
        super().__init__()
        self._application = application
        self._translator = QTranslator(self)
        self.icons = Icons()
        self.runner = TaskRunner(self)
        self.notifier = Notifier(self)
        self.store: Store | None = None
        self._take(language, dark=dark)

    @property
    def language(self) -> Language:
        """Language of the window; papers have their own."""
        return self.say.language

    def set_language(self, language: Language) -> None:
        """Show everything in another language, at once."""
        self._take(language, dark=self.dark)
        self.dressed.emit()

    def set_dark(self, *, dark: bool) -> None:
        """Show everything light or dark, at once."""
        self._take(self.language, dark=dark)
        self.dressed.emit()

    def leave(self) -> None:
        """Finish what runs, let go of the record and of Qt's words."""
        self.runner.stop()
        if self.store is not None:
            self.store.close()
            self.store = None
        self._application.removeTranslator(self._translator)

    def _take(self, language: Language, *, dark: bool) -> None:
        self.dark = dark
        self.tokens = DARK if dark else LIGHT
        self.say = catalogue(language, isolate=True)
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(self._translator)
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self.say.right_to_left
            else Qt.LayoutDirection.LeftToRight
        )
        dress(self._application, self.tokens)
