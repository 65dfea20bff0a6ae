"""The desk at work: 300 attendees and 500 lines of minutes, among 2,000 sessions, 1,000 people.

Each row is from the key until it is painted. Beside it stands what the same costs without a
window: the bare SQL for the same rows, or the same write with its commit.
"""

import sqlite3
import time
from collections.abc import Callable
from statistics import median, quantiles

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.services.session_list import list_sessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.session.minutes.tab import MinutesTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.window import MainWindow
from tests.benchmarks.content import LARGE

Measure = Callable[..., list[float]]
Row = Callable[[str, float, float, str], None]
AT_ONCE = "at most 100 ms"
STROKE = "at most 30 ms"
WORDS = "نوقشت صعوبات الربط بالشبكة واتفق الحاضرون على حصر الحاجيات في أقرب الآجال "
NAME = "الحمداوي"
STROKES = 250
BETWEEN_SECONDS = 0.06
"""From letter to letter of somebody who types quickly."""
TICKS_SECONDS = 0.2
RUNS = 9
_QUIET_SECONDS = 1.0
"""Longer than what waits for a pause: what is typed is kept, then read again."""
_KEY = Qt.Key
_LINES = "SELECT * FROM interventions WHERE session_id = ?"
_SHEET = "SELECT * FROM attendance JOIN people ON people.id = person_id WHERE session_id = ?"
_POINTS = "SELECT * FROM agenda_items WHERE session_id = ?"
_OUTCOMES = "SELECT * FROM outcomes WHERE session_id = ?"
_FOUND = "SELECT * FROM people WHERE name_ar LIKE ?"
_SCRATCH = """
CREATE TABLE scratch.interventions AS SELECT * FROM main.interventions;
CREATE TABLE scratch.outcomes AS SELECT * FROM main.outcomes;
CREATE TABLE scratch.attendance AS SELECT * FROM main.attendance;
"""
_ADDED = (
    "INSERT INTO scratch.interventions SELECT * FROM interventions WHERE session_id = ? LIMIT 1"
)
_LIFTED = "INSERT INTO scratch.outcomes SELECT * FROM outcomes WHERE session_id = ? LIMIT 1"
_TYPED = "UPDATE scratch.interventions SET summary_ar = summary_ar || 'x' WHERE session_id = ?"
_TICKED = "UPDATE scratch.attendance SET late = NOT late WHERE rowid = 1 AND session_id = ?"
_ALL_TICKED = "UPDATE scratch.attendance SET late = NOT late WHERE session_id = ?"


def measure_desk(window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row) -> None:
    """Print the rows of the desk.

    Args:
        window: with nothing under way.
        bare: a connection to the same record, and to a file named ``scratch`` for writes.
        in_turn: runs works in turn and gives their medians.
        row: prints a row.
    """
    desk = _Desk(window, bare)
    desk.measure_tabs(in_turn, row)
    desk.measure_minutes(in_turn, row)
    desk.measure_attendance(in_turn, row)
    desk.measure_lists(in_turn, row)


class _Desk:
    """The large session in the real window, and its rows in bare SQL."""

    def __init__(self, window: MainWindow, bare: sqlite3.Connection) -> None:
        self._window = window
        self._bare = bare
        store = window.desk.store
        assert store is not None
        with store.read() as reading:
            sessions = list_sessions(reading)
        self._id = next(one.id for one in sessions if one.reference == LARGE)
        bare.executescript(_SCRATCH)

    def measure_tabs(self, in_turn: Measure, row: Row) -> None:
        """Each tab of the session comes in front, from the list of sessions."""
        queries = {
            "prepare": (_POINTS, _SHEET),
            "attendance": (_SHEET,),
            "minutes": (_LINES, _OUTCOMES),
            "outcomes": (_OUTCOMES,),
        }
        for tab, read in queries.items():

            def open_tab(_: int, tab: str = tab) -> None:
                self._go(tab)

            def go_away(_: int) -> None:
                self._window.go(Address("sessions"))
                self._settle()

            def ask(_: int, read: tuple[str, ...] = read) -> None:
                for query in read:
                    self._read(query)

            shown, _, sql = in_turn(RUNS, open_tab, go_away, ask)
            row(f"  {tab}: in front with all it shows", shown, sql, AT_ONCE)

    def measure_minutes(self, in_turn: Measure, row: Row) -> None:
        """Write in the minutes."""
        self._go("minutes")
        self._settle()
        page = self._page
        assert isinstance(page.part, MinutesTab)
        page.part.editor.setFocus()
        self._type_steadily(5)
        typed = self._type_steadily(STROKES)
        (sql,) = in_turn(RUNS, lambda _: self._write(_TYPED + " AND rowid = 1"))
        often = quantiles(typed, n=20)[-1]
        row("  a letter in the minutes, typed on and on", median(typed), sql, STROKE)
        row("  the same, 95 of 100 letters are quicker", often, sql, STROKE)
        self._settle()

        def say(_: int) -> None:
            for letter in WORDS[:12]:
                self._letter(letter)
            self._settle()

        added, _, lifted, _, sql, of_outcome = in_turn(
            RUNS,
            lambda _: self._press(_KEY.Key_Return),
            say,
            lambda _: self._press(_KEY.Key_F2),
            lambda _: self._settle(),
            lambda _: self._write(_ADDED),
            lambda _: self._write(_LIFTED),
        )
        row("  a line added by Enter", added, sql, AT_ONCE)
        row("  a line made a decision by F2", lifted, of_outcome, AT_ONCE)
        self._press(_KEY.Key_Return)
        self._letter("@")
        self._settle()

        def name(number: int) -> None:
            self._letter(NAME[number % len(NAME)])

        found, _, sql = in_turn(
            len(NAME) - 1,
            name,
            lambda _: self._settle(),
            lambda _: self._read(_FOUND, f"%{NAME}%"),
        )
        row("  a letter after @, with whom it may mean", found, sql, AT_ONCE)
        self._press(_KEY.Key_Escape)
        self._settle()

    def measure_attendance(self, in_turn: Measure, row: Row) -> None:
        """Take attendance."""
        self._go("attendance")
        self._settle()
        part = self._page.part
        assert isinstance(part, AttendanceTab)
        part.table.setFocus()
        ticked, _, sql = in_turn(
            RUNS,
            lambda _: self._press(_KEY.Key_Space),
            lambda _: self._settle(),
            lambda _: self._write(_TICKED),
        )
        row("  a state ticked", ticked, sql, AT_ONCE)
        quick = self._strokes(lambda _: self._press(_KEY.Key_Space), 60, TICKS_SECONDS)
        row("  the same five times a second", median(quick), sql, AT_ONCE)
        self._settle()

        def undo(_: int) -> None:
            self._window.obey("Ctrl+Z")
            self._settle()

        rest, _, _, sql = in_turn(
            5,
            lambda _: self._press(_KEY.Key_F4),
            lambda _: self._settle(),
            undo,
            lambda _: self._write(_ALL_TICKED),
        )
        row("  all the rest present by F4", rest, sql, AT_ONCE)
        part.walk_in.setFocus()
        self._settle()
        found, sql = in_turn(
            len(NAME) - 1,
            lambda n: self._letter(NAME[n % len(NAME)]),
            lambda _: self._read(_FOUND, f"%{NAME}%"),
        )
        row("  a letter of a walk-in, with who looks like it", found, sql, AT_ONCE)
        part.walk_in.clear()
        self._settle()

    def measure_lists(self, in_turn: Measure, row: Row) -> None:
        """Look somebody up, and prepare the same session again."""
        self._window.go(Address("people"))
        self._settle()
        self._window.obey("Ctrl+F")
        found, sql = in_turn(
            len(NAME) - 1,
            lambda n: self._letter(NAME[n % len(NAME)]),
            lambda _: self._read(_FOUND, f"%{NAME}%"),
        )
        row("  a letter of a search among people", found, sql, AT_ONCE)
        self._window.obey("Esc")
        self._window.go(Address("sessions", self._id))
        self._settle()

        def close(_: int) -> None:
            self._settle()
            self._window.obey("Esc")
            self._settle()

        asked, _, sql = in_turn(
            RUNS,
            lambda _: self._obey("Ctrl+D"),
            close,
            lambda _: self._read(_SHEET),
        )
        row("  the same session again, by Ctrl+D", asked, sql, AT_ONCE)

    # --- the window ---

    @property
    def _page(self) -> SessionPage:
        page = self._window.page
        assert isinstance(page, SessionPage)
        return page

    def _go(self, tab: str) -> None:
        self._window.go(Address("session", self._id, tab))
        QApplication.processEvents()

    def _press(self, key: Qt.Key) -> None:
        handle = self._window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)
        QApplication.processEvents()

    def _obey(self, key: str) -> None:
        self._window.obey(key)
        QApplication.processEvents()

    def _letter(self, letter: str) -> None:
        """Type a letter of any script where the focus is."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._window.focusWidget(), event)
        QApplication.processEvents()

    def _type_steadily(self, count: int) -> list[float]:
        def letter(number: int) -> None:
            self._letter(WORDS[number % len(WORDS)])

        return self._strokes(letter, count, BETWEEN_SECONDS)

    def _strokes(
        self, press: Callable[[int], object], count: int, between_seconds: float
    ) -> list[float]:
        """Press keys at an even pace.

        Each is timed from when it was due: a window that is busy then is late.
        """
        taken = []
        due = time.perf_counter()
        for number in range(count):
            due = max(due, time.perf_counter()) + between_seconds
            while time.perf_counter() < due:
                QApplication.processEvents()
                time.sleep(0.0005)
            press(number)
            taken.append((time.perf_counter() - due) * 1000)
        return taken

    def _settle(self) -> None:
        """Wait until all that was asked for is written, read again and painted."""
        quiet = 0.0
        while quiet < _QUIET_SECONDS:
            begun = time.perf_counter()
            QApplication.processEvents()
            time.sleep(0.001)
            busy = not self._window.desk.runner.idle
            quiet = 0.0 if busy else quiet + time.perf_counter() - begun
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- bare SQL ---

    def _read(self, query: str, what: object = None) -> None:
        self._bare.execute(query, (self._id if what is None else what,)).fetchall()

    def _write(self, statement: str) -> None:
        self._bare.execute(statement, (self._id,))
        self._bare.commit()
