"""The Hijri months of the school year: when each began, as it was announced or estimated."""

from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.calendar import (
    HIJRI_MONTHS,
    HijriCorrections,
    HijriMonth,
    first_of_school_year,
    hijri,
    next_hijri_month,
)
from desktop_app.direction import ltr
from desktop_app.services.calendar_settings import HijriMonthDraft
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.holidays import MONTHS
from desktop_app.ui.text import capitalised, long_day
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.labels import label

_CORRECTIONS: Final = (0, -1, -2)
_MONTHS: Final = 13
_ESTIMATE: Final = "estimate"


class Months(QWidget):
    """One row for each month: the day it was announced for, or the estimate."""

    def __init__(self, desk: Desk, binding: Binding) -> None:
        super().__init__()
        self._desk = desk
        self._binding = binding
        self._months = _months_of_year(date.today())  # noqa: DTZ011 - the user's own day
        self._title = label("strong")
        self._hint = label("hint", wrap=True)
        self._rows: list[tuple[QLabel, Choice]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for month in self._months:
            name = label()
            choice = Choice(desk, partial(self._days, month))
            choice.chosen.connect(partial(self._keep, month))
            name.setBuddy(choice)
            grid.addWidget(name, len(self._rows), 0)
            grid.addWidget(choice, len(self._rows), 1, Qt.AlignmentFlag.AlignTrailing)
            self._rows.append((name, choice))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(grid)
        self.setFocusProxy(self._rows[0][1])
        desk.dressed.connect(self.dress)
        binding.read.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take words and choices anew."""
        say = self._desk.say
        self._title.setText(say(MONTHS.message))
        self._hint.setText(
            say("Choose the day on which a month was announced; its holidays are then confirmed.")
        )
        kept = self._corrections().months
        for month, (name, choice) in zip(self._months, self._rows, strict=True):
            words = f"{_month_name(month, self._desk.language)} {ltr(str(month[0]))}"
            name.setText(words)
            choice.setAccessibleName(words)
            choice.dress()
            choice.choose(kept.get(month, _ESTIMATE))
        widest = max(choice.sizeHint().width() for _, choice in self._rows) + scaled(8)
        for _, choice in self._rows:
            choice.setFixedWidth(widest)

    def _corrections(self) -> HijriCorrections:
        return self._binding.as_typed.calendar.working().hijri

    def _days(self, month: HijriMonth) -> list[tuple[object, str]]:
        """Give the days on which a month can begin; first what is taken while nothing is known."""
        say, language = self._desk.say, self._desk.language
        umm_al_qura = HijriCorrections(0).first_day(month)
        usual = umm_al_qura - timedelta(days=self._corrections().usual)
        days = [
            (gap, long_day(umm_al_qura - timedelta(days=gap), language)) for gap in _CORRECTIONS
        ]
        return [(_ESTIMATE, say("Estimated: {day}", day=long_day(usual, language))), *days]

    def _keep(self, month: HijriMonth, chosen: object) -> None:
        others = tuple(
            one for one in self._binding.as_typed.calendar.months if (one.year, one.month) != month
        )
        told = (
            (HijriMonthDraft(year=month[0], month=month[1], correction=chosen),)
            if isinstance(chosen, int)
            else ()
        )
        ordered = sorted((*others, *told), key=lambda one: (one.year, one.month))
        self._binding.choose(MONTHS, tuple(ordered))


def _months_of_year(today: date) -> tuple[HijriMonth, ...]:
    found = hijri(first_of_school_year(today))
    months = [(found.year, found.month)] if found else []
    while months and len(months) < _MONTHS:
        months.append(next_hijri_month(months[-1]))
    return tuple(months)


def _month_name(month: HijriMonth, language: str) -> str:
    name = HIJRI_MONTHS["ar" if language == "ar" else "fr"][month[1] - 1]
    return capitalised(name)
