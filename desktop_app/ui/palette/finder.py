"""What the palette looks through: kept between two openings, read anew when it was written."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from desktop_app.services.search import Index
    from desktop_app.ui.tasks import Task

_REMEMBERED: Final = 12


class Finder(QObject):
    """Holds the index of the open record, and where the user was last.

    Attributes:
        index: None until it was read for the first time.
        recent: where the user was, the last place first, each once.
        renewed: emitted when the index was read.
        outdated: emitted when something of it was written.
    """

    renewed = Signal()
    outdated = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._task: Task[Index] | None = None
        self._fresh = False
        self._listening = False
        self.index: Index | None = None
        self.recent: list[Address] = []

    def visited(self, address: Address) -> None:
        """Remember where the user goes; of one page, its last part."""
        others = [one for one in self.recent if not one.same_page(address)]
        self.recent = [address, *others][:_REMEMBERED]

    def refresh(self) -> None:
        """Read the index off the window's thread, unless it is as the record is."""
        store = self._desk.store
        if self._fresh or store is None:
            return
        from desktop_app.services.search import READ, read_index  # the database is loaded by now

        if not self._listening:
            self._listening = True
            self._desk.notifier.subscribe(READ, self._forget)
        self._fresh = True

        def work(_: object) -> "Index":
            with store.read() as reading:
                return read_index(reading, date.today())  # noqa: DTZ011 - the user's own day

        if self._task is not None:
            self._task.cancel()  # what it gives would be older
        self._task = self._desk.runner.run(work, self._take, self._fail)

    def _forget(self) -> None:
        self._fresh = False
        self.outdated.emit()

    def _take(self, index: "Index") -> None:
        self.index = index
        self.renewed.emit()

    def _fail(self, error: Exception) -> None:
        self._fresh = False
        self._desk.show_error(error)
