"""What tests of the papers do as a user does it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from db.unit_of_work import Store
from desktop_app.documents.rendering import Rendered, as_issued
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.papers import list_issued
from desktop_app.ui.papers.kinds import OFFERS
from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS


def store_of(window: MainWindow) -> Store:
    """Give the record that the window has open."""
    assert window.desk.store is not None
    return window.desk.store


def settle(window: MainWindow, tab: PapersTab, qtbot: QtBot) -> None:
    """Wait until nothing works any more and the paper is drawn."""
    for _ in range(4):  # news of a write come first, then what they lead to
        QApplication.processEvents()
        qtbot.waitUntil(
            lambda: (
                window.desk.runner.idle
                and not tab.preview.busy
                and (tab.view.drawn or tab.rendered is None)
            ),
            timeout=WAIT_MS,
        )


def choose(window: MainWindow, tab: PapersTab, kind: DocumentKind, qtbot: QtBot) -> None:
    """Choose a paper in the list."""
    tab.papers.setCurrentRow(row_of(kind))
    settle(window, tab, qtbot)


def row_of(kind: DocumentKind) -> int:
    """Give the row of a paper."""
    return next(row for row, offer in enumerate(OFFERS) if offer.kind is kind)


def type_text(widget: QWidget, text: str) -> None:
    """Type letters into a widget, as any keyboard layout sends them."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def text_of(pdf: bytes) -> str:
    """Read a PDF back, in turn with the window, which may be drawing meanwhile."""
    with PdfPages(pdf) as pages:
        return "".join(pages.words(page) for page in range(len(pages.sizes)))


def shown_text(tab: PapersTab) -> str:
    """Read the paper that is in view."""
    assert tab.rendered is not None
    return text_of(tab.rendered.pdf)


def issued(window: MainWindow) -> tuple[IssuedPaper, ...]:
    """Give all issued papers, the latest first."""
    with store_of(window).read() as reading:
        return list_issued(reading)


def drop(widget: QWidget, file: Path) -> bool:
    """Drag a file onto a widget and let it go; tells whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, middle = Qt.KeyboardModifier.NoModifier, widget.rect().center()
    entering = QDragEnterEvent(middle, copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, data, left, none))
    return True


def as_given(window: MainWindow, rendered: Rendered | None) -> bytes:
    """Give the file of a paper as it is handed out, with its code."""
    assert rendered is not None
    with store_of(window).read() as reading:
        return as_issued(reading, rendered).pdf
