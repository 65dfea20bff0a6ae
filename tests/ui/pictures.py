"""Pictures of the window: `python -m tests.ui.pictures OUT_DIR`.

Every page in three languages at three sizes, light, and once dark; those of the README are the
Arabic and the French ones of 1366×768, light.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.engine import create_store
from db.errors import UserError
from desktop_app.app import make_window
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import sample
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.window import MainWindow

SIZES = ((1366, 768), (1024, 600), (1000, 540))
SHOWN_SESSION = "2/26"
ERROR = UserError(
    "“{file}” was not saved, because the folder “{folder}” does not exist; make the folder or "
    "choose another.",
    file="PV-14.pdf",
    folder="/media/usb",
)


def _wait(until: Callable[[], bool]) -> None:
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start()
    loop.exec()


def _choose(page: SessionsPage) -> None:
    model = page.table.model()
    rows = range(model.rowCount())
    row = next(row for row in rows if SHOWN_SESSION in str(model.index(row, 0).data()))
    page.table.setCurrentIndex(model.index(row, 0))


class Photographer:
    """Takes the pictures of one window after another."""

    def __init__(self, application: QApplication, out: Path, record: Path) -> None:
        self._application = application
        self._out = out
        self._record = record

    def take_all(self) -> None:
        """Take every picture."""
        for language in LANGUAGES:
            for size in SIZES:
                self._take(language, size, dark=False)
            self._take(language, SIZES[0], dark=True)

    def _take(self, language: Language, size: tuple[int, int], *, dark: bool) -> None:
        name = f"{language}-{size[0]}x{size[1]}{'-dark' if dark else ''}"
        first = self._open(self._record.with_name("none.mahdar"), language, size, dark=dark)
        self._grab(first, f"start-{name}")
        first.close()
        window = self._open(self._record, language, size, dark=dark)
        page = window.sessions
        assert page is not None
        _choose(page)
        self._grab(window, f"sessions-{name}")
        window.show_papers(page.current.id if page.current else 0)
        papers = window.papers
        assert papers is not None
        _wait(lambda: papers.view.drawn)
        self._grab(window, f"papers-{name}")
        papers.not_saved.emit(ERROR, Path("PV-14.pdf"))
        _wait(lambda: papers.view.drawn)
        self._grab(window, f"error-{name}")
        window.close()

    def _open(
        self, record: Path, language: Language, size: tuple[int, int], *, dark: bool
    ) -> MainWindow:
        window = make_window(self._application, str(record), language)
        window.desk.set_dark(dark=dark)
        window.resize(*size)
        done: list[bool] = []
        window.ready.connect(lambda: done.append(True))
        window.show()
        _wait(lambda: bool(done))
        return window

    def _grab(self, window: MainWindow, name: str) -> None:
        for _ in range(3):
            QApplication.processEvents()
        window.grab().save(str(self._out / f"{name}.png"))


def main(out: Path) -> None:
    """Take all pictures into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "centre.mahdar"
        with create_store(record) as store, store.write("sample.fill") as work:
            sample.fill(work)
        Photographer(application, out, record).take_all()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
