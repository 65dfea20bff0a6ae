"""What is shown before a record is open: opening it, or making the first one."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState

_LONG_MS: Final = 600
_WAIT_TITLE: Final = N_("Opening the database")
_FIRST_TITLE: Final = N_("No database on this computer yet")
_FIRST_SENTENCE: Final = N_(
    "Look around in a sample centre with invented people and sessions, or begin with an empty desk."
)
_LOCKED_TITLE: Final = N_("The database is not open")


class StartPage(QWidget):
    """Says what is going on, and offers how to begin.

    Attributes:
        sample_wanted, empty_wanted, retry_wanted: emitted by its buttons.
        other_chosen: emitted with another file.
        acts: what keys do here.
    """

    sample_wanted = Signal()
    empty_wanted = Signal()
    other_chosen = Signal(str)
    retry_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        sample = Act(desk, N_("Open the sample centre"), self.sample_wanted.emit, icon="play")
        empty = Act(desk, N_("Begin with an empty desk"), self.empty_wanted.emit, icon="plus")
        retry = Act(desk, N_("Try again"), self.retry_wanted.emit, icon="arrow-clockwise")
        other = Act(desk, N_("Open another file"), self._ask_file, icon="folder-open")
        self.acts = (sample, empty, retry, other)
        self._desk = desk
        self._sample = Button(desk, sample, kind="filled")
        self._empty = Button(desk, empty)
        self._retry = Button(desk, retry, kind="filled")
        self._other = Button(desk, other, kind="bare")
        self._buttons = (self._sample, self._empty, self._retry, self._other)
        self._state = EmptyState(desk, "database", _WAIT_TITLE, "", self._buttons)
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._long.timeout.connect(self._state.show)
        column = QVBoxLayout(self)
        column.addWidget(self._state)
        self.show_opening()

    def show_opening(self) -> None:
        """Say that the record is being opened, once it takes so long that one wonders."""
        self._show("database", _WAIT_TITLE, "")
        self._state.hide()
        self._long.start()

    def show_first(self) -> None:
        """Offer the sample centre or an empty desk."""
        self._show(
            "calendar-blank", _FIRST_TITLE, _FIRST_SENTENCE, self._sample, self._empty, self._other
        )

    def show_locked(self) -> None:
        """Say that the record could not be opened; the message bar says why."""
        self._show("warning-circle", _LOCKED_TITLE, "", self._retry, self._other)

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # rarely asked for

        dialog = QFileDialog(self, self._desk.say("Open another file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.other_chosen)
        dialog.open()

    def _show(self, icon: str, title: str, sentence: str, *offered: Button) -> None:
        self._long.stop()
        self._state.show()
        for button in self._buttons:
            button.setVisible(button in offered)
        self._state.set_messages(icon, title, sentence)
