"""Keeps what is typed: soon after the first key that is not kept, at once when asked."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.i18n import N_
from desktop_app.services.minutes import LineChange
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.ui.session.minutes.editor_page import Page

_SOON_MS: Final = 500
"""After the first key that is not kept; a killed program loses no more than a second."""


class Keeper(QObject):
    """Writes the pages of one session, one write after the other.

    Args:
        parent: dies with it.
        pages: gives those that may have something to keep.
        current: gives the uid of the line that has the caret.

    Attributes:
        saved: emitted when all that was given is kept.
        failed: emitted with what went wrong.
    """

    saved = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        pages: Callable[[], Iterable["Page"]],
        current: Callable[[], str],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages = pages
        self._current = current
        self.session_id = 0
        self.writes = 0
        self._under_way = 0
        self._again = False
        self._typed = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.keep_soon)

    @property
    def idle(self) -> bool:
        """Whether all that was typed is kept."""
        return not (self._typed or self._under_way)

    def typed(self) -> None:
        """A key changed a page."""
        self._typed = True
        if not self._soon.isActive():
            self._soon.start()

    def keep_soon(self) -> None:
        """Keep it now, or as soon as what is being written is written."""
        if self._under_way:
            self._again = True
        else:
            self.keep()

    def keep(self) -> None:
        """Keep it now."""
        typed, self._typed = self._typed, False
        self._soon.stop()
        self._again = False
        for page in self._pages():
            if changes := page.changes(self._current()):
                self._write(page, changes)
        if typed and not self._under_way:
            self.saved.emit()  # it came to nothing new

    def _write(self, page: "Page", changes: Sequence[LineChange]) -> None:
        session_id, item_id, language = self.session_id, page.item_id, page.language
        before = dict(page.known)
        page.assume_kept(changes)
        self._under_way += 1
        self.writes += 1

        def change(work: "UnitOfWork") -> None:
            from desktop_app.services.minutes import save_lines  # the models, when written

            save_lines(work, session_id, item_id, language, changes)

        def done(_: None) -> None:
            self._under_way -= 1
            if self._again:
                self.keep_soon()
            elif not self._under_way:
                self.saved.emit()

        def failed(error: Exception) -> None:
            self._under_way -= 1
            page.known = before
            retry = Act(self._desk, N_("Try again"), self.keep, icon="arrow-clockwise")
            self._desk.show_error(error, retry)
            self.failed.emit(error)

        self._desk.write("minutes.save_lines", change, done, failed, undoable=False)
