"""Slow work in sight: what it is, how far it is, and a way to give it up."""

from math import ceil
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.i18n import N_, Catalogue
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING, GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import card, label

if TYPE_CHECKING:
    from desktop_app.ui.tasks import Task

_PATIENCE_MS: Final = 400
_REFRESH_MS: Final = 100
_SOON: Final = 90
"""Up to so many seconds are told as seconds."""


def seconds_left(done: int, of: int, elapsed: float) -> float | None:
    """Reckon how long work still takes; None while too little of it is done to tell."""
    if done <= 0 or elapsed < _PATIENCE_MS / 1000:
        return None
    return elapsed * max(of - done, 0) / done


def time_left(seconds: float, say: Catalogue) -> str:
    """Say it in words, as roughly as it is known."""
    if seconds < _SOON:
        n = max(round(seconds), 1)
        return say.plural("about {n} second left", "about {n} seconds left", n)
    return say.plural("about {n} minute left", "about {n} minutes left", ceil(seconds / 60))


class ProgressStrip(QWidget):
    """Appears when watched work lasts, and leaves the page usable."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, GAP)
        outer.addWidget(frame)
        self._title = label("strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = label("context")
        self.cancel_act = Act(desk, N_("Cancel"), self.cancel, icon="x", key="Esc")
        self._cancel = Button(desk, self.cancel_act)
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 5, CARD_PADDING, 5)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(self._cancel)
        column.addLayout(row)
        self._timed: Task[object] | None = None
        self._first = 0
        self._began = 0.0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_steps)
        desk.runner.changed.connect(self._follow)
        desk.dressed.connect(self._show_steps)
        self.hide()

    def cancel(self) -> None:
        """Give up the work that is shown."""
        if task := self._desk.runner.watched:
            task.cancel()

    def _follow(self) -> None:
        if self._desk.runner.watched is None:
            self._patience.stop()
            self._refresh.stop()
            self.hide()
        elif not self._refresh.isActive():
            self._patience.start()

    def _appear(self) -> None:
        self._show_steps()
        self._refresh.start()
        self.show()

    def _show_steps(self) -> None:
        if (task := self._desk.runner.watched) is None:
            return
        done, of = task.steps
        self._title.setText(self._desk.say(task.title))
        self._bar.setAccessibleName(self._title.text())
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._count.setText(self._words(task))

    def _words(self, task: "Task[object]") -> str:
        done, of = task.steps
        if not of:
            return ""
        words = self._desk.say("{done} of {total}", done=done, total=of)
        if task is not self._timed:
            self._timed, self._first, self._began = task, done, monotonic()
        seconds = seconds_left(done - self._first, of - self._first, monotonic() - self._began)
        return f"{words} · {time_left(seconds, self._desk.say)}" if seconds is not None else words
