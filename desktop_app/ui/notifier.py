"""Tells screens what to read again, from what the journal says was written."""

from collections.abc import Callable, Iterable
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

Reload = Callable[[], object]
TYPED: Final = frozenset({"minutes.save_lines"})
"""What a page writes of itself every second while one types on it, and shows already."""


class Written(Protocol):
    """What the notifier needs of a journal entry."""

    @property
    def subject(self) -> str:
        """The kind of record that was written."""
        ...

    @property
    def use_case(self) -> str:
        """What wrote it."""
        ...


class _WhenShown(QObject):
    """Puts off a call until a widget is shown."""

    def __init__(self, widget: QWidget, call: Reload) -> None:
        super().__init__(widget)
        self._widget = widget
        self._call = call
        self._stale = False
        widget.installEventFilter(self)

    def hear(self) -> None:
        self._stale = not self._widget.isVisible()
        if not self._stale:
            self._call()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what was put off."""
        if event.type() is QEvent.Type.Show and self._stale:
            self._stale = False
            self._call()
        return False


class Notifier(QObject):
    """Passes on news of writes, in the window's thread, once for each screen and commit.

    `heard` may be called from any thread: it is what a store is given to call after a commit.

    Attributes:
        written: emitted after each commit, whatever it wrote.
    """

    written = Signal()
    _news = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interests: dict[int, tuple[frozenset[str], Reload, Reload]] = {}
        self._last = 0
        self._news.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def subscribe(
        self,
        subjects: Iterable[str],
        reload: Reload,
        typed: Reload | None = None,
        *,
        shown_by: QWidget | None = None,
    ) -> Callable[[], None]:
        """Ask to be called when one of these kinds of record was written.

        Args:
            subjects: the kinds.
            reload: called for whatever wrote them.
            typed: called instead when a page wrote what is being typed on it.
            shown_by: while it is hidden nothing is called, and once when it is shown again.

        Returns:
            What to call to be told no more.
        """
        self._last += 1
        number = self._last
        if shown_by is not None:
            reload = _WhenShown(shown_by, reload).hear
        self._interests[number] = (frozenset(subjects), reload, typed or reload)

        def unsubscribe() -> None:
            self._interests.pop(number, None)

        return unsubscribe

    def heard(self, entries: Iterable[Written]) -> None:
        """Take the journal entries of one commit."""
        told = tuple(entries)
        typed = all(entry.use_case in TYPED for entry in told)
        self._news.emit((frozenset(entry.subject for entry in told), typed))

    def _tell(self, news: tuple[frozenset[str], bool]) -> None:
        written, was_typed = news
        self.written.emit()
        for subjects, reload, typed in list(self._interests.values()):
            if subjects & written:
                (typed if was_typed else reload)()
