"""The lines as they are shown: as recorded, and over that what was asked and is not kept yet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from db.codes import AttendanceState
from desktop_app.services.attendance import THERE
from desktop_app.services.session_data import Attendance

Lines = tuple[Attendance, ...]
Change = Callable[[Lines], Lines]


class Sheet:
    """Shows a change at once, and forgets it when it was refused."""

    def __init__(self) -> None:
        self._recorded: Lines = ()
        self._asked: list[Change] = []
        self.lines: Lines = ()

    def take(self, recorded: Sequence[Attendance]) -> None:
        """Take what the record says now."""
        self._recorded = tuple(recorded)
        self._apply()

    def ask(self, change: Change) -> None:
        """Show a change that is being written."""
        self._asked.append(change)
        self._apply()

    def keep(self, change: Change) -> None:
        """It was written."""
        self._asked.remove(change)
        self._recorded = change(self._recorded)
        self._apply()

    def drop(self, change: Change) -> None:
        """It was refused."""
        self._asked.remove(change)
        self._apply()

    def _apply(self) -> None:
        self.lines = reduce(lambda lines, change: change(lines), self._asked, self._recorded)


def marked(line_id: int, state: AttendanceState) -> Change:
    """Make the change that records a state."""

    def mark(line: Attendance) -> Attendance:
        there = state in THERE
        return replace(
            line,
            state=state,
            represented_by_id=None,
            late=line.late and there,
            left_early=line.left_early and there,
        )

    return _on(line_id, mark)


def represented(line_id: int, person_id: int) -> Change:
    """Make the change that records who came instead; a line of his own is not made here."""

    def represent(line: Attendance) -> Attendance:
        return replace(
            line,
            state=AttendanceState.REPRESENTED,
            represented_by_id=person_id,
            late=False,
            left_early=False,
        )

    return _on(line_id, represent)


def rest_marked(lines: Lines) -> Lines:
    """Record as present all that is not recorded."""
    return tuple(
        replace(line, state=AttendanceState.PRESENT)
        if line.state is AttendanceState.NOT_RECORDED
        else line
        for line in lines
    )


def noted(line_id: int, *, late: bool | None = None, left_early: bool | None = None) -> Change:
    """Make the change that notes who came late or left early; whoever did was there."""

    def note(line: Attendance) -> Attendance:
        if line.state not in THERE:
            (line,) = marked(line_id, AttendanceState.PRESENT)((line,))
        return replace(
            line,
            late=line.late if late is None else late,
            left_early=line.left_early if left_early is None else left_early,
        )

    return _on(line_id, note)


def taken_off(line_id: int) -> Change:
    """Make the change that takes a line off."""
    return lambda lines: tuple(line for line in lines if line.id != line_id)


def _on(line_id: int, change: Callable[[Attendance], Attendance]) -> Change:
    return lambda lines: tuple(change(line) if line.id == line_id else line for line in lines)
