"""Puts the window together: paints it first, then opens the record."""

import sys

from PySide6.QtWidgets import QApplication

from desktop_app.i18n import Language, default_language
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import load_fonts
from desktop_app.ui.window import MainWindow


def make_window(
    application: QApplication, database: str | None, language: Language | None
) -> MainWindow:
    """Make the window; it opens its record as soon as it was painted.

    Args:
        application: that it belongs to.
        database: file or URL; the user's own file when None.
        language: of the window; the system's when None.
    """
    application.setApplicationName("Mahdar")
    application.setStyle("Fusion")
    load_fonts()
    desk = Desk(application, language or default_language())
    window = MainWindow(desk, database)
    window.painted.connect(window.open_record)
    return window


def run(database: str | None = None, language: Language | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        database: file or URL; the user's own file when None.
        language: of the window; the system's when None.

    Returns:
        The exit status of the program.
    """
    application = QApplication(sys.argv[:1])
    window = make_window(application, database, language)
    window.show()
    return application.exec()
