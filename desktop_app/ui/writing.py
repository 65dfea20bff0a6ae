"""The one way in which screens write: in the order they ask, off the window's thread, undone again.

What is written is one unit in the journal. Undoing takes a unit back, whatever screen is in front
by then; it is a unit itself, and taking that back is redoing.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act

if TYPE_CHECKING:
    from db.unit_of_work import Store, UnitOfWork
    from desktop_app.ui.desk import Desk

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Asked:
    store: "Store"
    use_case: str
    change: "Callable[[UnitOfWork], Any]"
    done: Callable[[Any, str], object]
    failed: Callable[[Exception], object]
    typing: bool


class Writer(QObject):
    """Writes for all screens of a window, one after the other, and undoes it.

    Attributes:
        undo, redo: take back what was done last in this window, and do it again.
    """

    _arrived = Signal(object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._waiting: deque[_Asked] = deque()
        self._turn = threading.Lock()
        self._done: list[Callable[[], object] | tuple[str, ...]] = []
        self._undone: list[str] = []
        self.undo = Act(
            desk, N_("Undo"), self._undo, icon="arrow-u-up-left", key="Ctrl+Z", mirror=True
        )
        self.redo = Act(
            desk, N_("Redo"), self._redo, icon="arrow-u-up-right", key="Ctrl+Y", mirror=True
        )
        self._arrived.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)
        self._offer()

    def write(
        self,
        use_case: str,
        change: "Callable[[UnitOfWork], Result]",
        done: Callable[[Result, str], object],
        failed: Callable[[Exception], object],
        *,
        typing: bool = False,
    ) -> None:
        """Write when all that was asked before is written.

        Args:
            use_case: its name in the journal, as in ``attendance.mark``.
            change: called on another thread with the unit of work; touches no widget.
            done: called in the window's thread with what it gave and the uid of the unit, which
                is empty when nothing was changed.
            failed: called there with what it raised.
            typing: whether it keeps what is being typed, as `Store.write` has it.
        """
        if self._desk.store is not None:
            self._waiting.append(_Asked(self._desk.store, use_case, change, done, failed, typing))
            self._desk.runner.run(lambda _: self._write_waiting(), lambda _: None)

    def finish(self) -> bool:
        """Write at once what still waits, because the window closes; tell whether all went well."""
        return self._write_waiting()

    def remember(self, undo: Callable[[], object] | str, after: str = "") -> bool:
        """Note what was done, to be undone.

        Args:
            undo: a unit by its uid, or how to take it back.
            after: the unit that it goes on with, as when one types on: both are undone as one if
                nothing was done between them.

        Returns:
            Whether it goes on with what was done last.
        """
        last = self._done[-1] if self._done else ()
        self._undone.clear()
        if isinstance(undo, str) and isinstance(last, tuple) and after in last[-1:]:
            self._done[-1] = (*last, undo)
            return True
        self._done.append((undo,) if isinstance(undo, str) else undo)
        self._offer()
        return False

    def offer(self, what: Callable[[], object] | str) -> Act:
        """Make the act that undoes one thing that was noted, whatever was done after it."""

        def undo() -> None:
            found = (n for n, one in enumerate(self._done) if what == one or what in _units(one))
            if (at := next(found, None)) is not None:
                self._undo_one(at)

        act = self.undo
        return Act(
            self._desk, act.message, undo, icon=act.icon_name, key=act.key, mirror=act.mirror
        )

    def _write_waiting(self) -> bool:
        well = True
        while True:
            with self._turn:
                if not self._waiting:
                    return well
                tell, kept = _write(self._waiting.popleft())
                self._arrived.emit(tell)  # before another thread writes, or it could tell first
            well = well and kept

    def _undo(self) -> None:
        self._undo_one(len(self._done) - 1)

    def _undo_one(self, at: int) -> None:
        one = self._done.pop(at)
        later = self._done[at:]
        self._offer()

        def failed(error: Exception) -> None:
            if later:  # which may be undone first, then this can be
                self._done.insert(min(at, len(self._done)), one)
                self._offer()
            self._desk.show_error(error)

        if isinstance(one, tuple):
            self._take_back(one, self._undone, failed)
        else:
            one()

    def _redo(self) -> None:
        last = self._undone.pop()
        self._offer()
        self._take_back((last,), self._done, self._desk.show_error)

    def _take_back(
        self, units: tuple[str, ...], pile: list[Any], failed: Callable[[Exception], object]
    ) -> None:
        from db.undoing import undo  # the models, when something is undone

        def take_back(work: "UnitOfWork") -> None:
            for unit in reversed(units):
                undo(work, unit)

        def done(_: None, taken_back: str) -> None:
            pile.append(taken_back if pile is self._undone else (taken_back,))
            self._offer()
            self._desk.tell(
                self._desk.say("Undone") if pile is self._undone else self._desk.say("Redone")
            )

        self.write(
            "undo" if pile is self._undone else "redo",
            take_back,
            done,
            failed,
        )

    def _offer(self) -> None:
        self.undo.set_offered(bool(self._done))
        self.redo.set_offered(bool(self._undone))


def _units(done: Callable[[], object] | tuple[str, ...]) -> tuple[str, ...]:
    return done if isinstance(done, tuple) else ()


def _write(asked: _Asked) -> tuple[Callable[[], object], bool]:
    """Write, and give what the window's thread has to call now, and whether it was kept."""
    from db.journal import entries  # the models, when something is written

    try:
        with asked.store.write(asked.use_case, typing=asked.typing) as work:
            result = asked.change(work)
        with asked.store.read() as reading:
            unit = work.uid if entries(reading, unit=work.uid) else ""
    except Exception as error:  # noqa: BLE001 - whatever broke, the user is told in the window
        failure = error
        return (lambda: asked.failed(failure)), False
    return (lambda: asked.done(result, unit)), True
