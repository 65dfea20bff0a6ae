"""An exceptional holiday, decided on the eve: tomorrow is proposed, Enter adds it."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.services.calendar_settings import CalendarDraft, HolidayDraft, checked_calendar
from desktop_app.services.drafts import Label
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.dates import cell
from desktop_app.wording.note_dates import parse_day

_NAME: Final = Label("عطلة استثنائية", "Congé exceptionnel")


class HolidayDialog(Dialog):
    """Asks for the days and the name.

    Attributes:
        added: emitted with the holiday.
    """

    added = Signal(object)

    def __init__(self, desk: Desk, calendar: CalendarDraft) -> None:
        add = Act(desk, N_("Add"), self._add, icon="plus", key="Enter")
        super().__init__(desk, N_("Exceptional holiday"), (add,), width=460)
        self._calendar = calendar
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.first = LineEdit(desk, latin=True)
        self.last = LineEdit(desk, latin=True)
        self.name_ar = LineEdit(desk)
        self.name_fr = LineEdit(desk, latin=True)
        self.first.setText(cell(_next_worked(calendar, self._today)))
        self.name_ar.setText(_NAME.ar)
        self.name_fr.setText(_NAME.fr)
        self._fields = {
            "first": Field(desk, N_("First day"), self.first),
            "last": Field(desk, N_("Last day"), self.last, N_("Empty for one day.")),
            "name": Field(desk, N_("Name in Arabic"), self.name_ar),
            "name_fr": Field(desk, N_("Name in French"), self.name_fr),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
        self.first.selectAll()

    def _add(self) -> None:
        try:
            holiday = HolidayDraft(
                name=Label(self.name_ar.text(), self.name_fr.text()),
                first=self._day(self.first, "first"),
                last=self._day(self.last if self.last.text().strip() else self.first, "last"),
            )
            checked_calendar(CalendarDraft(holidays=(holiday,)))
        except FieldError as error:
            for name, field in self._fields.items():
                field.set_error(error.problem if name == error.path[2] else None)
            self._fields[str(error.path[2])].setFocus()
            return
        self.added.emit(holiday)
        self.leave()

    def _day(self, edit: LineEdit, name: str) -> date:
        day = parse_day(edit.text(), self._today)
        if day is None:
            raise FieldError(
                ("holidays", 0, name),
                UserError("Not a date. Example: {example}", example="15/06/2026"),
            )
        return day


def _next_worked(calendar: CalendarDraft, today: date) -> date:
    day = today + timedelta(days=1)
    working = calendar.working()
    while not working.is_worked(day):
        day += timedelta(days=1)
    return day
