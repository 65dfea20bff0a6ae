"""The days of a session and its hours; under the day, the same in the Hijri calendar."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.hours_field import HoursField
from desktop_app.ui.session.prepare.hijri_line import HijriLine
from desktop_app.ui.session.prepare.rows import Row
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.restyle import restyle
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.session.prepare.edits import Edits

DAYS: Final = ("days",)
_START: Final = ("start",)
_END: Final = ("end",)
_HIJRI: Final = {"ar": ("hijri", "ar"), "fr": ("hijri", "fr")}


class When:
    """Makes the fields of the first day and of the hours.

    Attributes:
        day, hours: the fields with their words.
        day_field, hours_field: what is typed in.
        day_row, hours_row: as the form shows them.
        hijri: the line of the Hijri date.
    """

    def __init__(self, desk: "Desk", edits: "Edits") -> None:
        self._edits = edits
        self._session: Session | None = None
        self.day_field = DayField(desk)
        self.hours_field = HoursField(desk)
        self.hijri = HijriLine(desk)
        self.day = Field(desk, N_("Date"), _DayAndHijri(self.day_field, self.hijri), dense=True)
        self.hours = Field(desk, N_("From – to"), self.hours_field)
        self.day_row = Row(self.day, [DAYS, ("hijri",)], self._show_day, self._commit_day)
        self.hours_row = Row(
            self.hours,
            [_START, _END],
            lambda session: self.hours_field.show_hours(session.start, session.end),
            self.hours_field.commit,
        )
        self.day_field.chosen.connect(self._keep_day)
        self.day_field.problem.connect(lambda problem: edits.mark(DAYS, problem))
        self.hours_field.committed.connect(self._keep_hours)
        self.hours_field.problem.connect(lambda problem: edits.mark(_START, problem))
        self.hijri.committed.connect(self._keep_hijri)

    def forget(self) -> None:
        """Give up what was typed for another session and refused."""
        self.day_field.forget()
        self.hours_field.forget()
        self.hijri.forget()

    def show_hijri(self, own: Bilingual, computed: Bilingual) -> None:
        """Show the Hijri date: what was typed by hand, or what is computed."""
        if self._edits.may_show(("hijri",)):
            self.hijri.show_date(own, computed)

    def _show_day(self, session: "Session") -> None:
        self._session = session
        self.day_field.show_day(session.days[0] if session.days else None)

    def _commit_day(self) -> None:
        self.day_field.commit()
        self.hijri.commit()

    def _keep_day(self, day: date | None) -> None:
        """Keep the first day with the others; a Hijri date typed for another day goes."""
        session = self._session
        others = session.days[1:] if session else ()
        changes: dict[tuple[str, ...], object] = {DAYS: in_order([day, *others])}
        if session and session.hijri and day not in session.days[:1]:
            changes |= dict.fromkeys(_HIJRI.values(), "")
        self._edits.keep(changes)

    def _keep_hours(self, hours: tuple[time | None, time | None]) -> None:
        written = [hour and f"{hour:%H:%M}" for hour in hours]
        self._edits.keep(dict(zip((_START, _END), written, strict=True)))

    def _keep_hijri(self, text: Bilingual) -> None:
        self._edits.keep({_HIJRI["ar"]: text.ar, _HIJRI["fr"]: text.fr})


def in_order(days: Iterable[date | None]) -> list[date]:
    """Give days as a session has them: each once, the first first."""
    return sorted({day for day in days if day is not None})


class _DayAndHijri(QWidget):
    """The field of the day with the line under it; to the field around, one editor."""

    def __init__(self, day: DayField, hijri: HijriLine) -> None:
        super().__init__()
        self._day = day
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(day)
        column.addWidget(hijri)
        self.setFocusProxy(day)

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        restyle(self._day, alarm, "alarm")
        self._day.setAccessibleDescription(sentence)

    def setAccessibleName(self, name: str) -> None:
        """Name the field of the day too."""
        super().setAccessibleName(name)
        self._day.setAccessibleName(name)
