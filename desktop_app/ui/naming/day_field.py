"""A day, typed in words or figures, or chosen from a calendar."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import long_day, short_day
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.calendar_popup import CalendarPopup
from desktop_app.ui.widgets.line_edit import align_start
from desktop_app.wording.dates import cell
from desktop_app.wording.note_dates import parse_day

if TYPE_CHECKING:
    from desktop_app.calendar import WorkingCalendar

_EXAMPLE: Final = "15/06/2026"
_NO_DAY: Final = UserError("Not a date. Example: {example}", example=_EXAMPLE)
_INSIDE: Final = 3
_LONGEST: Final = date(2026, 9, 30)
_PADDING: Final = 28


class DayField(QLineEdit):
    """One line for a day: ``15/06/2026``, ``15/06``, «الخميس المقبل», *jeudi*, *tomorrow*.

    Alt+↓ opens the calendar. When it is left, the day stands there in full.

    Attributes:
        chosen: emitted with the `date`, or None when the field was emptied.
        problem: emitted with a `UserError`, or None when nothing is wrong any more.
    """

    chosen = Signal(object)
    problem = Signal(object)

    def __init__(self, desk: Desk, *, placeholder: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._placeholder = placeholder
        self._day: date | None = None
        self._written = ""
        self._is_wrong = False
        self._holds_a_day = False
        self._calendar = CalendarPopup(desk, self)
        self._calendar.chosen.connect(self._take)
        open_it = self.open_calendar
        act = Act(desk, N_("Calendar"), open_it, icon="calendar-blank", key="Alt+Down")
        self._button = Button(desk, act, kind="bare", icon_only=True, small=True, parent=self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def value(self) -> date | None:
        """The day on file or chosen here; what is typed and not settled does not count."""
        return self._day

    @property
    def calendar(self) -> CalendarPopup:
        """The calendar under the field."""
        return self._calendar

    def show_day(self, day: date | None) -> None:
        """Show what is on file, unless one is typing here."""
        if not self._is_typed():
            self._day = day
            self._write()
            self._tell(None)

    def forget(self) -> None:
        """Give up what was typed: the record of another thing is shown."""
        self._write()
        self._tell(None)

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        self._settle()

    def open_calendar(self) -> None:
        """Open the calendar at the day in the field, or today."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = parse_day(self.text(), _today())
        self._calendar.open_at(self, typed or self._day or _today())
        self._read_calendar()

    def dress(self) -> None:
        """Take words and places anew."""
        right = self._desk.say.right_to_left
        self.setPlaceholderText(self._desk.say(self._placeholder) if self._placeholder else "")
        align_start(self, right=right)
        margins = self.textMargins()
        room = self._button.sizeHint().width()
        self.setTextMargins(
            *((room, 0, margins.right(), 0) if right else (margins.left(), 0, room, 0))
        )
        self._place_button()
        if self._holds_a_day:
            self._fit()
        if not self._is_typed():
            self._write()

    def hold_a_day(self) -> None:
        """Leave the day of the week out, be as wide as the longest day and no wider."""
        self._holds_a_day = True
        self.dress()

    def keeps_key(self, key: str) -> bool:
        """Keep the keys of the calendar, Enter for what is no day, and Esc to put the day back.

        With Enter what was typed is settled first, so that whatever Enter does counts on it.
        """
        if self._calendar.keeps_key(key):
            return True
        if key == "Enter":
            return not self._settle()
        return key == "Esc" and self._is_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys of the calendar on; Alt+↓ opens it."""
        if self._calendar.press(event):
            return
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key == Qt.Key.Key_Escape and self._is_typed():
            self._write()
            self._tell(None)
        else:
            super().keyPressEvent(event)
            self._calendar.close_popup()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the day in figures, as it is typed."""
        super().focusInEvent(event)
        if not self._is_typed():
            self._write()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._place_button()

    def _fit(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self._words(_LONGEST))
        self.setFixedWidth(words + self._button.sizeHint().width() + scaled(_PADDING))

    def _is_typed(self) -> bool:
        return self.text() != self._written

    def _write(self) -> None:
        day, shown = self._day, ""
        if day is not None:
            shown = cell(day) if self.hasFocus() else self._words(day)
        self._written = shown
        self.setText(shown)
        self.setCursorPosition(0)

    def _words(self, day: date) -> str:
        return (short_day if self._holds_a_day else long_day)(day, self._desk.language)

    def _take(self, day: date) -> None:
        self._written = ""
        self.setText(cell(day))
        self._settle()

    def _settle(self) -> bool:
        """Take what was typed for a day, or say that it is none; tell whether all is well."""
        if not self._is_typed():
            self._write()
            return True
        from desktop_app.services.validation import FieldError, check_day  # when a day is typed

        day = parse_day(self.text(), _today())
        if day is None and self.text().strip():
            self._tell(_NO_DAY)
            return False
        try:
            check_day(day, ())
        except FieldError as error:
            self._tell(error.problem)
            return False
        before, self._day = self._day, day
        self._write()
        self._tell(None)
        if day != before:
            self.chosen.emit(day)
        return True

    def _tell(self, problem: UserError | None) -> None:
        """Say what is wrong, or that it is over: nobody hears of what never was."""
        if problem is not None or self._is_wrong:
            self._is_wrong = problem is not None
            self.problem.emit(problem)

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        right = self._desk.say.right_to_left
        left = _INSIDE if right else self.width() - _INSIDE - size.width()
        self._button.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _read_calendar(self) -> None:
        """Read how the record has the holidays and the moon."""
        store = self._desk.store
        if store is None:
            return
        from desktop_app.services.calendar_settings import get_calendar  # when it is opened

        def read(_: object) -> "WorkingCalendar":
            with store.read() as reading:
                return get_calendar(reading).working()

        self._desk.runner.run(read, self._calendar.show_calendar)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
