"""Puts the window together: paints it first, then fills it, then opens the record."""

import gc
import sys
from typing import TYPE_CHECKING, Final, Literal

import desktop_app.ui  # noqa: F401 - before Qt, to keep imports quick

# isort: split
from PySide6.QtWidgets import QApplication

from desktop_app.i18n import Language
from desktop_app.ui.curtain import Curtain
from desktop_app.ui.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from desktop_app.ui.window import MainWindow

Moment = Literal["closed", "painted", "usable"]
STYLE: Final = ("-style", "Fusion")
"""What the style sheet is drawn over; `setStyle` would load all the names of `QStyle`."""


def make_window(
    application: QApplication,
    database: str | None,
    kept: Kept,
    language: Language | None = None,
) -> "MainWindow":
    """Make what the window holds; it opens its record as soon as it was painted.

    Args:
        application: that it belongs to, in the style of `STYLE`.
        database: file or URL; the user's own file when None.
        kept: what the user of this computer chose.
        language: of the window; the one kept when None.
    """
    from desktop_app.ui.desk import Desk  # after the first paint
    from desktop_app.ui.style import load_fonts
    from desktop_app.ui.window import MainWindow

    application.setApplicationName("Mahdar")
    load_fonts()
    window = MainWindow(Desk(application, kept, language), database)
    window.painted.connect(window.open_record)
    return window


def run(
    database: str | None = None, language: Language | None = None, until: Moment = "closed"
) -> int:
    """Open the window and stay until it is closed.

    Args:
        database: file or URL; the user's own file when None.
        language: of the window; when None the one chosen last, or else the system's.
        until: leave sooner, when the window was *painted* or when its first page is *usable*.

    Returns:
        The exit status of the program.
    """
    gc.disable()
    application = QApplication([*sys.argv[:1], *STYLE])
    kept = Kept()
    curtain = Curtain(kept, right_to_left=(language or kept.language) == "ar")

    def fill() -> None:
        window = make_window(application, database, kept, language)
        window.ready.connect(_collect_from_now_on)
        sys.excepthook = _telling(window)
        if until == "usable":
            window.shown.connect(curtain.close)
        curtain.hold(window)

    curtain.painted.connect(curtain.close if until == "painted" else fill)
    curtain.show()
    return application.exec()


def _telling(window: "MainWindow") -> "Callable[..., None]":
    """Say in the window what failed inside: a program without a console has nowhere else."""

    def tell(
        kind: type[BaseException], error: BaseException, trace: "TracebackType | None"
    ) -> None:
        if isinstance(error, Exception):
            window.desk.show_error(error)
        else:
            sys.__excepthook__(kind, error, trace)

    return tell


def _collect_from_now_on() -> None:
    """Look for garbage from now on, but not among the modules just loaded, which all stay.

    Loading is an eighth faster without looking for garbage in between.
    """
    gc.freeze()
    gc.enable()
