"""Every component of the window with its states: `python -m tests.ui.gallery [OUT_DIR]`.

Without a folder it opens, to be tried out. With one it takes the pictures: all components in three
languages, light and dark, and ``components.png``, dark at one half and light at the other.
"""

import os
import sys
import tempfile
from gettext import NullTranslations
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import LANGUAGES, Catalogue, Language, catalogue
from desktop_app.ui.desk import Desk
from desktop_app.ui.kept import Appearance, Kept
from desktop_app.ui.style import load_fonts
from desktop_app.ui.tasks import Task
from desktop_app.ui.theme import PAGE_MARGIN
from desktop_app.ui.widgets.labels import label
from tests.ui.gallery_parts import DailyParts, OtherParts
from tests.ui.gallery_words import WORDS

HALF = (683, 900)
_SCROLL_BAR = 14
WHOLE = (2 * HALF[0] + _SCROLL_BAR, 1560)


class Own(NullTranslations):
    """The words of the gallery alone, then those of the program."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._at = LANGUAGES.index(language)
        self.add_fallback(catalogue(language)._translations)

    def gettext(self, message: str) -> str:
        """Give a message."""
        return WORDS[message][self._at] if message in WORDS else super().gettext(message)


class GalleryDesk(Desk):
    """A desk without a record, with words of its own."""

    def _dress(self, language: Language) -> None:
        super()._dress(language)
        self.say = Catalogue(language, Own(language), isolate=True)


class Half(QWidget):
    """A column of components, each under its name."""

    def __init__(self, desk: Desk, parts: DailyParts | OtherParts) -> None:
        super().__init__()
        self._desk = desk
        self.parts = parts
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 10, PAGE_MARGIN, 10)
        column.setSpacing(1)
        self._titles = []
        for message, widget in parts.sections():
            title = label("context")
            self._titles.append((title, message))
            column.addWidget(title)
            if not message:
                title.hide()
            column.addWidget(widget)
            column.addSpacing(3)
        column.addStretch(1)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        for title, message in self._titles:
            title.setText(self._desk.say(message) if message else "")
        self.parts.dress()


class Gallery(QWidget):
    """All components in one window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.daily = Half(desk, DailyParts(desk, self))
        self.other = Half(desk, OtherParts(desk))
        self._held = Event()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.daily, 1)
        row.addWidget(self.other, 1)
        self.area = QScrollArea()
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        desk.dressed.connect(self.dress)
        self.dress()
        self._hold()

    def dress(self) -> None:
        """Be named."""
        self.setWindowTitle(self.desk.say("Components"))

    def settle(self) -> None:
        """Wait until all has its place, with a row under the pointer and work going on."""
        for _ in range(4):
            QApplication.processEvents()
        parts = self.daily.parts
        assert isinstance(parts, DailyParts)
        strip = parts.progress
        strip._timed, strip._first = self.desk.runner.watched, 0
        strip._began = monotonic() - 12
        strip._appear()
        viewport = parts.table.viewport()
        QTest.mouseMove(viewport, QPoint(5, 5))
        QTest.mouseMove(viewport, QPoint(viewport.width() // 2, parts.table.rowHeight(0) + 10))
        parts.show_toast()
        for _ in range(4):
            QApplication.processEvents()

    def leave(self) -> None:
        """Let the work end, and close."""
        self._held.set()
        self.close()
        self.desk.leave()

    def _hold(self) -> None:
        """Do something that lasts, as the strip of progress needs."""

        def work(task: Task[None]) -> None:
            task.step(12, 20)
            self._held.wait()

        self.desk.runner.run(work, str, str, title="Printing")


def make_gallery(application: QApplication, language: Language, folder: Path) -> Gallery:
    """Make the gallery as a window of its own."""
    application.setStyle("Fusion")
    load_fonts()
    return Gallery(GalleryDesk(application, Kept(folder / "gallery.ini"), language))


def picture_of_half(gallery: Gallery) -> QPixmap:
    """Take the daily components with a button and a field that both seem to have the focus."""
    parts = gallery.daily.parts
    assert isinstance(parts, DailyParts)
    gallery.settle()
    parts.focused_button.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    taken = gallery.daily.grab()
    parts.focused_field.setFocus(Qt.FocusReason.TabFocusReason)
    parts.focused_field.setCursorPosition(len(parts.focused_field.text()))
    QApplication.processEvents()
    other = gallery.daily.grab()
    at = QRect(parts.focused_field.mapTo(gallery.daily, QPoint(0, 0)), parts.focused_field.size())
    painter = QPainter(taken)
    painter.drawPixmap(at, other, at)
    toast = parts.toast.grab()
    corner = QPoint(HALF[0] - PAGE_MARGIN - toast.width(), HALF[1] - toast.height() - 4)
    painter.drawPixmap(corner, toast)
    painter.end()
    return taken


def main(out: Path | None) -> None:
    """Open the gallery, or take its pictures into a folder."""
    if out is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        gallery = make_gallery(application, "ar", Path(folder))
        gallery.resize(*WHOLE)
        gallery.show()
        if out is None:
            application.exec()
        else:
            application.setCursorFlashTime(0)
            take_pictures(gallery, out)
        gallery.leave()


def take_pictures(gallery: Gallery, out: Path) -> None:
    """Take the pictures of a gallery that is shown, into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    halves = []
    appearances: tuple[Appearance, ...] = ("dark", "light")
    for appearance in appearances:
        gallery.desk.set_appearance(appearance)
        gallery.desk.set_language("ar")
        gallery.resize(*WHOLE)
        halves.append(picture_of_half(gallery))
        for language in LANGUAGES:
            gallery.desk.set_language(language)
            gallery.resize(*WHOLE)
            gallery.settle()
            gallery.grab().save(str(out / f"gallery-{language}-{appearance}.png"))
    joined = QPixmap(2 * HALF[0], HALF[1])
    painter = QPainter(joined)
    for at, half in enumerate(halves):
        painter.drawPixmap(at * HALF[0], 0, half)
    painter.end()
    joined.save(str(out / "components.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
