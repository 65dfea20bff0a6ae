"""A user who never stops: types minutes, ticks attendance, adds outcomes, merges people.

`python -m tests.kills.typist RECORD SESSION SEED` opens the real window and works in it until it is
killed. Each word that is typed is one of its own, told on standard output with the clock of the
system at the moment when its last letter was shown, so that whoever kills it knows what has to be
on file.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.app import STYLE, make_window
from desktop_app.services import merging
from desktop_app.ui.addresses import Address
from desktop_app.ui.kept import Kept
from desktop_app.ui.session.attendance.list import AttendanceTable
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.window import MainWindow

PAUSE_MS: Final = 3
_NONE: Final = Qt.KeyboardModifier.NoModifier
_WORKED_IN: Final = {"minutes": MinutesEditor, "attendance": AttendanceTable}
_LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def word(seed: int, number: int) -> str:
    """Give a word that is typed once, by one typist."""
    return f"ك{_spelt(seed)}ى{_spelt(number)}ة"


def _spelt(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, len(_LETTERS))
        digits += _LETTERS[rest]
        if not number:
            return digits


def tell(what: str) -> None:
    """Say what is done now."""
    print(what, f"{time.monotonic():.4f}", flush=True)


class Typist:
    """Works in an open window, one key at a time."""

    def __init__(self, window: MainWindow, session_id: int, seed: int) -> None:
        self._window = window
        self._session_id = session_id
        self._seed = seed
        self._chance = random.Random(seed)
        self._steps = self._work()
        self._timer = QTimer(interval=PAUSE_MS)
        self._timer.timeout.connect(lambda: next(self._steps))
        self._timer.start()

    def _work(self) -> Iterator[None]:
        number = 0
        self._window.activateWindow()
        while not self._window.isActiveWindow():
            yield
        yield from self._go("minutes")
        tell("begun")
        while True:
            deed = self._chance.random()
            if deed < 0.88:
                number += 1
                yield from self._type(word(self._seed, number))
                tell(f"typed {number}")
                yield from self._end_word()
            elif deed < 0.92:
                yield from self._go("attendance")
                for _ in range(self._chance.randrange(1, 6)):
                    self._window.obey(self._chance.choice(("Space", "1", "2", "4", "5", "0")))
                    yield
                yield from self._go("minutes")
            elif deed < 0.96:
                self._window.obey("Ctrl+Z" if self._chance.random() < 0.2 else "F9")
                yield
            else:
                yield from self._merge()

    def _type(self, text: str) -> Iterator[None]:
        for letter in text:
            self._press(0, letter)
            yield

    def _end_word(self) -> Iterator[None]:
        if self._chance.random() < 0.2:
            if self._chance.random() < 0.5:
                self._window.obey(self._chance.choice(("F2", "F3", "F4", "F5")))
                yield
            self._press(Qt.Key.Key_Return, "\r")
        else:
            self._press(Qt.Key.Key_Space, " ")
        yield

    def _merge(self) -> Iterator[None]:
        store = self._window.desk.store
        assert store is not None
        with store.read() as reading:
            ids = [row[0] for row in reading.connection.exec_driver_sql("SELECT id FROM people")]
        if len(ids) > 6:
            keep, other = self._chance.sample(ids, 2)
            self._window.desk.write(
                "merging.merge",
                lambda work: merging.merge(work, keep, other),
                failed=lambda _: None,  # a person who may not go stays
            )
        yield

    def _go(self, tab: str) -> Iterator[None]:
        self._window.go(Address("session", self._session_id, tab))
        while not isinstance(self._window.focusWidget(), _WORKED_IN[tab]):
            yield

    def _press(self, key: int, text: str) -> None:
        focus = self._window.focusWidget()
        QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, key, _NONE, text))
        QApplication.processEvents()


def main() -> None:
    """Open the window and never stop."""
    record, session_id, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([*sys.argv[:1], *STYLE])
    window = make_window(application, str(record), Kept(record.with_suffix(".ini")), "ar")
    window.resize(1366, 768)
    window.ready.connect(lambda: Typist(window, session_id, seed))
    window.show()
    window.activateWindow()
    application.exec()


if __name__ == "__main__":
    main()
