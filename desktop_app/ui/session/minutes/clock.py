"""The clock of the point that is dealt with: counts, and keeps what it counted each minute."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.services.agenda_clock import spend
from desktop_app.services.session_data import AgendaItem
from desktop_app.ui.desk import Desk

_KEPT_AFTER: Final = 60
"""Seconds that may be lost when the computer goes out."""


class PointClock(QObject):
    """Adds to the time of one point at a time.

    Args:
        now: seconds that only grow.

    Attributes:
        ticked: emitted each second while it runs, and when it starts or stops.
    """

    ticked = Signal()

    def __init__(self, desk: Desk, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._desk = desk
        self.now = now
        self._item_id: int | None = None
        self._since = 0.0
        self._written: dict[int, int] = {}
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._beat.isActive()

    def spent(self, item: AgendaItem) -> int:
        """Give how many seconds a point took up to now."""
        kept = max(item.spent_seconds or 0, self._written.get(item.id, 0))
        return kept + (self._unkept if item.id == self._item_id else 0)

    def turn_to(self, item: AgendaItem | None) -> None:
        """Count for another point from now on, or for none."""
        self.keep()
        self._item_id = item.id if item else None
        if item is not None:
            self._written[item.id] = self.spent(item)

    def start(self) -> None:
        """Let time pass."""
        if not self.running:
            self._since = self.now()
            self._beat.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Keep what was counted, and count no more."""
        if self.running:
            self.keep()
            self._beat.stop()
            self.ticked.emit()

    def tick(self) -> None:
        """Show the time; keep it when a minute has passed."""
        if self._unkept >= _KEPT_AFTER:
            self.keep()
        self.ticked.emit()

    def keep(self) -> None:
        """Keep what was counted up to now."""
        seconds, item_id = self._unkept, self._item_id
        self._since += seconds
        if seconds and item_id is not None:
            self._written[item_id] = self._written.get(item_id, 0) + seconds
            self._desk.write(
                "agenda_clock.spend", lambda work: spend(work, item_id, seconds), undoable=False
            )

    @property
    def _unkept(self) -> int:
        return int(self.now() - self._since) if self.running else 0
