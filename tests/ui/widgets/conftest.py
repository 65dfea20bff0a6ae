"""A desk without a record, and a place to show one widget."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.kept import Kept
from desktop_app.ui.style import load_fonts
from tests.ui.gallery import GalleryDesk

Show = Callable[..., QWidget]


@pytest.fixture
def desk(qapp: QApplication, kept: Kept) -> Iterator[GalleryDesk]:
    """A desk in Arabic, light."""
    qapp.setStyle("Fusion")
    load_fonts()
    kept.appearance = "light"
    made = GalleryDesk(qapp, kept, "ar")
    yield made
    made.leave()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show widgets, one under the other, in a window that has the keyboard."""
    windows: list[QWidget] = []

    def show_them(*widgets: QWidget, size: tuple[int, int] = (900, 500)) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show_them
    for window in windows:
        window.close()
        window.deleteLater()
