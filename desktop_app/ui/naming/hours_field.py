"""From when to when."""

from datetime import time
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CONTROL_HEIGHT, font, scaled
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.ui.widgets.painting import text_width
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.hours import parse_hour

Hours = tuple[time | None, time | None]
_NO_HOUR: Final = UserError("Not an hour. Example: {example}", example="09:30")
_BACKWARDS: Final = UserError("the session must end after its start.")
_AROUND: Final = 26


class HoursField(QWidget):
    """Two hours, typed as one likes: ``9``, ``930``, ``9:30``, ``9h30``.

    Attributes:
        committed: emitted with start and end, each a `time` or None, when they were changed and
            can be right.
        problem: emitted with a `UserError`, or None when nothing is wrong any more.
    """

    committed = Signal(object)
    problem = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Hours = (None, None)
        self._is_wrong = False
        self.start = _Clock(desk, N_("From"))
        self.end = _Clock(desk, N_("To"))
        self._dash = QLabel("–")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.start, 1)
        row.addWidget(self._dash)
        row.addWidget(self.end, 1)
        for clock in (self.start, self.end):
            clock.left.connect(self.commit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.start)

    @property
    def value(self) -> Hours:
        """The hours that stand here; None for what is empty or is no hour."""
        return self.start.value, self.end.value

    def show_hours(self, start: time | None, end: time | None) -> None:
        """Show what is on file, unless one is typing here."""
        if self.value == self._kept and not (self.start.is_wrong or self.end.is_wrong):
            self._kept = (start, end)
            self.start.show_hour(start)
            self.end.show_hour(end)
            self._tell(None)

    def forget(self) -> None:
        """Give up what was typed: the record of another thing is shown."""
        self.start.show_hour(self._kept[0])
        self.end.show_hour(self._kept[1])
        self._tell(None)

    def commit(self) -> None:
        """Say what was typed now, or what is wrong with it."""
        start, end = self.value
        if self.start.is_wrong or self.end.is_wrong:
            self._tell(_NO_HOUR)
        elif start is not None and end is not None and end <= start:
            self._tell(_BACKWARDS)
        else:
            self._tell(None)
            if (start, end) != self._kept:
                self._kept = (start, end)
                self.committed.emit(self._kept)

    def _tell(self, problem: UserError | None) -> None:
        """Say what is wrong, or that it is over: nobody hears of what never was."""
        if problem is not None or self._is_wrong:
            self._is_wrong = problem is not None
            self.problem.emit(problem)

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        for clock in (self.start, self.end):
            restyle(clock, alarm, "alarm")
            clock.setAccessibleDescription(sentence)


class _Clock(QLineEdit):
    """One hour."""

    left = Signal()

    def __init__(self, desk: Desk, message: str) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def value(self) -> time | None:
        """The hour that stands here, if it is one."""
        return parse_hour(self.text())

    @property
    def is_wrong(self) -> bool:
        """Whether something stands here that is no hour."""
        return bool(self.text().strip()) and self.value is None

    def show_hour(self, hour: time | None) -> None:
        """Write an hour as all are written."""
        self.setText(f"{hour:%H:%M}" if hour is not None else "")

    def dress(self) -> None:
        """Take words and direction anew."""
        words = self._desk.say(self._message)
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        align_start(self, right=self._desk.say.right_to_left)

    def sizeHint(self) -> QSize:
        """Room for an hour or for its placeholder."""
        words = max(text_width(self.placeholderText(), font()), text_width("00:00", font()))
        return QSize(round(words + 0.5) + _AROUND, scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter settles what was typed."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts."""
        super().focusOutEvent(event)
        self._settle()

    def _settle(self) -> None:
        if (hour := self.value) is not None:
            self.show_hour(hour)
        self.left.emit()
