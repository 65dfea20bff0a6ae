"""The field for the day of a session that is still to be made."""

from datetime import date

from PySide6.QtCore import QTimer, Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.validation import FieldError, check_day
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.note_dates import parse_day

_TYPING_MS = 120


class DayAsked(Field):
    """A day as people write it (``15/06``, ``Thursday``); it may stay empty.

    Attributes:
        line: where it is typed.
        typed: emitted at each key, before it is known what it means.
        changed: emitted soon after, when it means a day or nothing stands there.
    """

    typed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self.line = LineEdit(desk, latin=True)
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        super().__init__(
            desk, N_("Date"), self.line, N_("As 15/06 or Thursday; empty while it is not fixed.")
        )
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._tell)
        self.line.textEdited.connect(lambda _: self._follow())

    @property
    def text(self) -> str:
        """What stands there."""
        return self.line.text().strip()

    @property
    def day(self) -> date | None:
        """The day that it means; None for none and for what is no day."""
        return parse_day(self.text, self._today)

    @property
    def problem(self) -> UserError | None:
        """Why it cannot be the day of a session."""
        day = self.day
        if self.text and day is None:
            return UserError("Not a date. Example: {example}", example="15/06/2026")
        try:
            check_day(day, ())
        except FieldError as error:
            return error.problem
        return None

    def accept(self) -> bool:
        """Tell whether it can be, and say under the field why not."""
        self._soon.stop()
        self.set_error(self.problem)
        if self.problem is not None:
            self.line.setFocus()
        return self.problem is None

    def _follow(self) -> None:
        self.set_error(None)
        self.typed.emit()
        self._soon.start()

    def _tell(self) -> None:
        if self.problem is None:
            self.changed.emit()
