"""The one way to do slow work: off the window's thread, with progress, cancel and errors.

Work runs on a few threads of its own. Whatever it reports comes back to the window's thread
through one queued signal, so no widget is ever touched from elsewhere.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

THREADS: Final = 2
Result = TypeVar("Result")


class CancelledError(Exception):
    """The user gave the work up; nothing is shown for it."""


class Task(Generic[Result]):
    """A piece of work: what it does, and what the window does when it ends.

    Attributes:
        title: shown with its progress; empty for work that nobody needs to watch.
    """

    def __init__(
        self,
        work: "Callable[[Task[Result]], Result]",
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        ended: Callable[["Task[Result]"], object],
        title: str,
    ) -> None:
        self.title = title
        self.steps = (0, 0)
        self._work = work
        self._done = done
        self._failed = failed
        self._ended = ended
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it would have given is dropped."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was given up."""
        return self._cancelled.is_set()

    def step(self, done: int, of: int) -> None:
        """Report progress, from the work itself.

        Raises:
            CancelledError: when the user gave it up; let it pass through.
        """
        if self.cancelled:
            raise CancelledError
        self.steps = (done, of)

    def run(self) -> Callable[[], object]:
        """Do the work, and give what the window's thread has to call now."""
        try:
            if self.cancelled:
                return self._close
            result = self._work(self)
        except CancelledError:
            return self._close
        except Exception as error:  # noqa: BLE001 - whatever broke, the user is told in the window
            failure = error
            return lambda: self._end(self._failed, failure)
        return lambda: self._end(self._done, result)

    def _close(self) -> None:
        self._ended(self)

    def _end(self, tell: Callable[..., object], what: object) -> None:
        self._ended(self)
        if not self.cancelled:
            tell(what)


class TaskRunner(QObject):
    """Runs tasks in the order they come, two at a time.

    Attributes:
        failed: emitted with the exception of work that has no answer of its own to failure.
        changed: emitted when a watched task starts or ends.
    """

    failed = Signal(Exception)
    changed = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Task[object] | None] = SimpleQueue()
        self._live: list[Task[object]] = []
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Task[Result]], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
    ) -> Task[Result]:
        """Start a piece of work.

        Args:
            work: called on another thread with the task, to report steps; touches no widget.
            done: called in the window's thread with what the work gave.
            failed: called there with what it raised; the message bar shows it otherwise.
            title: for work worth watching (`watched`).
        """
        task = Task(work, done, failed or self.failed.emit, self._forget, title)
        self._live.append(task)  # type: ignore[arg-type]  # only its result's type is forgotten
        if len(self._threads) < THREADS:
            thread = threading.Thread(target=self._serve, daemon=True)
            self._threads.append(thread)
            thread.start()
        self._waiting.put(task)  # type: ignore[arg-type]  # as above
        if title:
            self.changed.emit()
        return task

    @property
    def watched(self) -> "Task[object] | None":
        """The oldest titled task that has not ended."""
        return next((task for task in self._live if task.title), None)

    @property
    def idle(self) -> bool:
        """Whether nothing is waiting, running or still to be told."""
        return not self._live

    def stop(self, seconds: float = 5) -> None:
        """Give up what is waiting and wait for what is running, before the program ends."""
        for task in self._live:
            task.cancel()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join(seconds)

    def _serve(self) -> None:
        while (task := self._waiting.get()) is not None:
            self._arrived.emit(task.run())

    def _call(self, tell: Callable[[], object]) -> None:
        tell()

    def _forget(self, task: Task[Result]) -> None:
        self._live = [other for other in self._live if other is not task]
        if task.title:
            self.changed.emit()
