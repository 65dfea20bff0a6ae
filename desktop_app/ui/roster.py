"""Who and what can be named in the open record: kept, and read anew when it was written."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.services.roster import READ, Roster, read_roster

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.ui.desk import Desk


class Rosters(QObject):
    """Holds the roster of the open record, for all screens of a window.

    Attributes:
        now: the roster as it was read last; empty until then.
        changed: emitted when it was read.
    """

    changed = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._store: Store | None = None
        self._fresh = False
        self.now = Roster()
        desk.notifier.subscribe(READ, self._renew)

    def need(self) -> None:
        """Read it off the window's thread, unless it is as the record is."""
        store = self._desk.store
        if store is None or (self._fresh and self._store is store):
            return
        self._store, self._fresh = store, True

        def work(_: object) -> Roster:
            with store.read() as reading:
                return read_roster(reading, date.today())  # noqa: DTZ011 - the user's own day

        self._desk.runner.run(work, self._take, self._fail)

    def _renew(self) -> None:
        """Read again what somebody needed before."""
        if self._fresh:
            self._fresh = False
            self.need()

    def _take(self, roster: Roster) -> None:
        self.now = roster
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._fresh = False
        self._desk.show_error(error)
