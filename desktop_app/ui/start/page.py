"""What is shown before a record is open: opening it, or setting the first one up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop_app.ui.start.wizard import Wizard

_LONG_MS: Final = 600
_WAIT_TITLE: Final = N_("Opening the database")
_LOCKED_TITLE: Final = N_("The database is not open")


class StartPage(QWidget):
    """Says what is going on, and asks what the first record is made of.

    Attributes:
        sample_wanted: emitted when the sample centre is to be shown.
        begun: emitted with the `SetUp` of the user's own centre.
        retry_wanted: emitted when the record is to be opened once more.
        other_chosen: emitted with another file.
        wizard: asks at the first start; None before.
    """

    sample_wanted = Signal()
    begun = Signal(object)
    other_chosen = Signal(str)
    retry_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wizard: Wizard | None = None
        self._sample = Act(
            desk, N_("Open the sample centre"), self.sample_wanted.emit, icon="play", key="F5"
        )
        self._retry = Act(
            desk, N_("Try again"), self.retry_wanted.emit, icon="arrow-clockwise", key="Enter"
        )
        self._other = Act(
            desk, N_("Open another file"), self._ask_file, icon="folder-open", key="Ctrl+O"
        )
        self._buttons: tuple[Button, ...] = ()
        self._state: EmptyState | None = None
        self._locked = False
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._stack = QStackedLayout(self)
        self._long.timeout.connect(lambda: self._show("database", _WAIT_TITLE))
        self._stack.addWidget(QWidget())  # shown until opening takes long
        self.show_opening()

    @property
    def acts(self) -> Sequence[Act]:
        """What keys do here."""
        if self.wizard is not None and self._stack.currentWidget() is self.wizard:
            return self.wizard.acts
        return (self._retry, self._other) if self._locked else ()

    def show_opening(self) -> None:
        """Say that the record is being opened, once it takes so long that one wonders."""
        self._locked = False
        self._stack.setCurrentIndex(0)
        self._long.start()

    def show_first(self, database: str | None) -> None:
        """Ask what the first record is made of; what was said before stays.

        Args:
            database: where it is going to lie; the user's own file when None.
        """
        self._long.stop()
        from desktop_app.home import default_database  # at the first start only

        if self.wizard is None:
            from desktop_app.ui.start.wizard import Wizard  # as above

            self.wizard = Wizard(self._desk, self._sample, self._other)
            self.wizard.begun.connect(self.begun)
            self._stack.addWidget(self.wizard)
        self.wizard.summary.set_file(database or str(default_database()))
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.resume()

    def show_locked(self) -> None:
        """Say that the record could not be opened; the message bar says why."""
        self._locked = True
        self._show("warning-circle", _LOCKED_TITLE)
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # rarely asked for

        dialog = QFileDialog(self, self._desk.say("Open another file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.other_chosen)
        dialog.open()

    def _show(self, icon: str, title: str) -> None:
        self._long.stop()
        if self._state is None:
            self._buttons = (
                Button(self._desk, self._retry, kind="filled"),
                Button(self._desk, self._other, kind="bare"),
            )
            self._state = EmptyState(self._desk, icon, title, "", self._buttons)
            self._stack.addWidget(self._state)
        for button in self._buttons:
            button.setVisible(self._locked)
        self._state.set_messages(icon, title, "")
        self._stack.setCurrentWidget(self._state)
