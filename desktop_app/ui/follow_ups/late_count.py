"""How much is late, in the side bar."""

from PySide6.QtCore import QObject

from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.side_bar import Notice, SideBar


class LateCount(QObject):
    """Counts what is late, and again whenever an outcome was written."""

    def __init__(self, desk: Desk, side_bar: SideBar) -> None:
        super().__init__(side_bar)
        self._desk = desk
        self._side_bar = side_bar
        self._count = 0
        desk.dressed.connect(self._show)
        desk.notifier.subscribe(("outcomes",), self.count)

    def count(self) -> None:
        """Count."""
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> int:
            from desktop_app.services.follow_up_list import count_late  # the models, off the thread
            from desktop_app.ui.follow_ups.columns import today

            with store.read() as reading:
                return count_late(reading, today())

        self._desk.runner.run(read, self.show_count)

    def show_count(self, count: int) -> None:
        """Show a number that was counted."""
        self._count = count
        self._show()

    def _show(self) -> None:
        words = self._desk.say.plural("{n} late", "{n} late", self._count)
        notice = Notice(self._count, words) if self._count else None
        self._side_bar.set_notice("follow-ups", notice)
