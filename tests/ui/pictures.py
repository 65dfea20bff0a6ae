"""Pictures of the window: `python -m tests.ui.pictures OUT_DIR`.

Every stop of the tour in three languages, at three sizes, light and dark, at the scales 100 % and
125 %, and the gallery of components. Those of docs/screens are `--docs`: the Arabic and the French
ones of 1366×768, light.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.engine import create_store
from desktop_app.app import STYLE, make_window
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import sample
from desktop_app.ui.kept import Appearance, Kept
from desktop_app.ui.window import MainWindow
from tests.ui.tour import STOPS, Stop, settle, wait_until

SIZES = ((1366, 768), (1024, 600), (1000, 540))
SCALES = ("1", "1.25")
APPEARANCES: tuple[Appearance, ...] = ("light", "dark")


class Photographer:
    """Goes the tour and takes its pictures.

    Args:
        application: that the windows belong to.
        out: folder of the pictures.
        folder: for the records that are shown.
        only: names of the stops; all when empty.
    """

    def __init__(
        self, application: QApplication, out: Path, folder: Path, only: Sequence[str]
    ) -> None:
        self._application = application
        self._out = out
        self._record = folder / "centre.mahdar"
        self._kept = Kept(folder / "window.ini")
        self._stops = [stop for stop in STOPS if not only or stop.name in only]
        with create_store(self._record) as store, store.write("sample.fill") as work:
            sample.fill(work)

    def take(
        self, language: Language, size: tuple[int, int], appearance: Appearance, name: str
    ) -> None:
        """Take all pictures of one language, size and appearance."""
        self._kept.appearance = appearance
        for first_start in (True, False):
            stops = [stop for stop in self._stops if stop.first_start is first_start]
            if stops:
                file = "none.mahdar" if first_start else self._record.name
                window = self._open(self._record.with_name(file), language, size)
                for stop in stops:
                    self._photograph(window, stop, name)
                window.close()

    def _photograph(self, window: MainWindow, stop: Stop, name: str) -> None:
        stop.show(window)
        settle(window)
        window.grab().save(str(self._out / f"{stop.name}-{name}.png"))
        if window.dialog is not None:
            window.dialog.leave()
        window.message_bar.clear()
        window.toast.hide()

    def _open(self, record: Path, language: Language, size: tuple[int, int]) -> MainWindow:
        window = make_window(self._application, str(record), self._kept, language)
        window.resize(*size)
        done: list[bool] = []
        window.ready.connect(lambda: done.append(True))
        window.show()
        wait_until(lambda: bool(done))
        window.activateWindow()
        wait_until(window.isActiveWindow)
        return window


def _take_all(out: Path, scale: str, only: Sequence[str]) -> None:
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setCursorFlashTime(0)
    percent = round(float(scale) * 100)
    with tempfile.TemporaryDirectory() as folder:
        photographer = Photographer(application, out, Path(folder), only)
        for language in LANGUAGES:
            for width, height in SIZES:
                for appearance in APPEARANCES:
                    name = f"{language}-{width}x{height}-{appearance}-{percent}"
                    photographer.take(language, (width, height), appearance, name)


def _take_for_documents(out: Path, only: Sequence[str]) -> None:
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setCursorFlashTime(0)
    languages: tuple[Language, ...] = ("ar", "fr")
    with tempfile.TemporaryDirectory() as folder:
        photographer = Photographer(application, out, Path(folder), only)
        for language in languages:
            photographer.take(language, SIZES[0], "light", language)


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--docs", action="store_true", help="those of docs/screens")
    parser.add_argument("--scale", choices=SCALES, help="one scale alone")
    parser.add_argument("--only", action="append", default=[], help="names of stops")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache  # where drafts of mails are written
        _take(asked)


def _take(asked: argparse.Namespace) -> None:
    if asked.docs:
        _take_for_documents(asked.out, asked.only)
        return
    if asked.scale:
        _take_all(asked.out, asked.scale, asked.only)
        return
    only = [word for name in asked.only for word in ("--only", name)]
    for scale in SCALES:  # Qt takes its scale once in a process
        command = [sys.executable, "-m", __spec__.name, str(asked.out), "--scale", scale, *only]
        subprocess.run(command, check=True, env=os.environ | {"QT_SCALE_FACTOR": scale})


if __name__ == "__main__":
    main()
