"""The holidays of the school year, and the exceptional ones that are added to them."""

from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.calendar import DayOff, first_of_school_year, school_year
from desktop_app.i18n import N_, Language
from desktop_app.services.calendar_settings import HijriMonthDraft, HolidayDraft
from desktop_app.services.drafts import Label
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.days import span
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.declared import Setting
from desktop_app.ui.settings.holiday_dialog import HolidayDialog
from desktop_app.ui.text import long_day
from desktop_app.ui.theme import CONTROL_HEIGHT, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip, ChipLabel
from desktop_app.ui.widgets.labels import label

HOLIDAYS: Final = Setting(("calendar", "holidays"), N_("Exceptional holidays"))
_ON_IT: Final = "Enter"
"""Does what the button of a row says, when the focus is on it."""
MONTHS: Final = Setting(("calendar", "months"), N_("Beginning of the Hijri months"))


class Holidays(QWidget):
    """Day, name and standing of each holiday; those of the moon wait to be confirmed."""

    def __init__(self, desk: Desk, binding: Binding) -> None:
        super().__init__()
        self._desk = desk
        self._binding = binding
        self._shown: tuple[object, ...] = ()
        self._title = label("strong")
        self.add = Act(desk, N_("Exceptional holiday"), self._ask, icon="plus", key="Ctrl+N")
        self.acts = (self.add,)
        self._add_button = Button(desk, self.add)
        self._list = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self._list)
        self.setFocusProxy(self._add_button)
        binding.read.connect(self.refresh)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the holidays that hold now."""
        today = date.today()  # noqa: DTZ011 - the user's own day
        first = first_of_school_year(today)
        calendar = self._binding.as_typed.calendar.working()
        found = calendar.days_off(first, first.replace(year=first.year + 1) - timedelta(days=1))
        year = school_year(today)
        self._title.setText(self._desk.say("Holidays of {year}", year=year))
        if (shown := (*found, *calendar.exceptional)) == self._shown:
            return
        self._shown = shown
        had_focus = any(button.hasFocus() for button in self._list.findChildren(Button))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, holiday in enumerate(found):
            grid.setRowMinimumHeight(row, scaled(CONTROL_HEIGHT))
            self._add_row(grid, row, holiday, exceptional=holiday in calendar.exceptional)
        self._column.replaceWidget(self._list, rows)
        self._list.hide()
        self._list.deleteLater()
        self._list = rows
        if had_focus:
            self._add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, grid: QGridLayout, row: int, holiday: DayOff, *, exceptional: bool) -> None:
        say, language = self._desk.say, self._desk.language
        named = _name(holiday, language)
        days, name = label("context"), label(wrap=True)
        days.setText(_days(holiday, language))
        name.setText(named)
        grid.addWidget(days, row, 0)
        grid.addWidget(name, row, 1)
        if holiday.estimated:
            chip = Chip(say("Estimated"), "clock", "amber")
            grid.addWidget(ChipLabel(self._desk, chip), row, 2)
            act = Act(
                self._desk, N_("Confirm"), partial(self._confirm, holiday), icon="check", key=_ON_IT
            )
            grid.addWidget(
                _named(Button(self._desk, act, kind="bare", show_key=False), named), row, 3
            )
        elif exceptional:
            chip = Chip(say("Exceptional"), "plus", "accent")
            grid.addWidget(ChipLabel(self._desk, chip), row, 2)
            act = Act(
                self._desk, N_("Delete"), partial(self._remove, holiday), icon="trash", key=_ON_IT
            )
            grid.addWidget(
                _named(Button(self._desk, act, kind="bare", show_key=False), named), row, 3
            )

    def _ask(self) -> None:
        calendar = self._binding.as_typed.calendar
        dialog = HolidayDialog(self._desk, calendar)
        dialog.added.connect(
            lambda holiday: self._binding.choose(HOLIDAYS, (*calendar.holidays, holiday))
        )
        self._desk.ask(dialog)

    def _remove(self, holiday: DayOff) -> None:
        gone = HolidayDraft(
            name=Label(holiday.ar, holiday.fr), first=holiday.first, last=holiday.last
        )
        kept = tuple(one for one in self._binding.as_typed.calendar.holidays if one != gone)
        self._binding.choose(HOLIDAYS, kept)

    def _confirm(self, holiday: DayOff) -> None:
        """Take the estimate for what was announced."""
        calendar = self._binding.as_typed.calendar
        if holiday.month is not None:
            year, month = holiday.month
            told = HijriMonthDraft(year=year, month=month, correction=calendar.correction)
            ordered = sorted((*calendar.months, told), key=lambda one: (one.year, one.month))
            self._binding.choose(MONTHS, tuple(ordered))


def _named(button: Button, of: str) -> Button:
    """Tell a screen reader what a button of a row is about."""
    button.setAccessibleDescription(of)
    return button


def _name(holiday: DayOff, language: Language) -> str:
    names = {"ar": holiday.ar, "fr": holiday.fr, "en": holiday.en}
    return names[language] or holiday.fr or holiday.ar


def _days(holiday: DayOff, language: Language) -> str:
    if holiday.first == holiday.last:
        return long_day(holiday.first, language)
    return span(holiday.first, holiday.last, language)
