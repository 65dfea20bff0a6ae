"""The field for the day of a session that is still to be made."""

from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.validation import FieldError, check_day
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.widgets.field import Field
from desktop_app.wording.note_dates import parse_day

_TYPING_MS: Final = 120


class DayAsked(Field):
    """A day as people write it (``15/06``, ``Thursday``) or from the calendar; it may stay empty.

    Attributes:
        line: where it is typed.
        typed: emitted at each key, before it is known what it means.
        changed: emitted soon after, when it means a day or nothing stands there.
    """

    typed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self.line = DayField(desk)
        self._problem: UserError | None = None
        self._typing = False
        super().__init__(
            desk, N_("Date"), self.line, N_("As 15/06 or Thursday; empty while it is not fixed.")
        )
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._tell)
        self.line.textEdited.connect(lambda _: self._follow())
        self.line.chosen.connect(lambda _: self._take())
        self.line.problem.connect(self._refuse)

    @property
    def day(self) -> date | None:
        """The day that stands there; None for none and for what is no day."""
        if not self._typing:
            return self.line.value
        day = parse_day(self.line.text(), date.today())  # noqa: DTZ011 - the user's own day
        try:
            check_day(day, ())
        except FieldError:
            return None
        return day

    def accept(self) -> bool:
        """Tell whether it can be the day of a session; the field says why not."""
        self.line.commit()
        self._typing = False
        self._soon.stop()
        if self._problem is not None:
            self.line.setFocus()
        return self._problem is None

    def _follow(self) -> None:
        self._typing = True
        self._refuse(None)
        self.typed.emit()
        self._soon.start()

    def _take(self) -> None:
        self._typing = False
        self.typed.emit()
        self._tell()

    def _refuse(self, problem: UserError | None) -> None:
        self._problem = problem
        self.set_error(problem)

    def _tell(self) -> None:
        if self.day is not None or not self.line.text().strip():
            self.changed.emit()
