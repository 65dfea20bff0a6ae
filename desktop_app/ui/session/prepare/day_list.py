"""The days of a session after its first: a field for each, and an empty one for the next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.restyle import restyle

_WIDTH = 210


class DayList(QWidget):
    """One is taken out by emptying it.

    Attributes:
        changed: emitted with the days when one was changed.
        problem: as of `DayField`.
        fields: one for each day, and the empty one.
    """

    changed = Signal(object)
    problem = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.fields: list[DayField] = []
        self._flow = Flow()
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_days(())
        desk.dressed.connect(self.dress)

    def show_days(self, days: Sequence[date]) -> None:
        """Show what is on file, unless one is typing here."""
        while len(self.fields) < len(days) + 1:
            self._add()
        for field, day in zip(self.fields, [*days, None], strict=False):
            field.show_day(day)
        while len(self.fields) > len(days) + 1:
            field = self.fields.pop()
            self._flow.removeWidget(field)
            field.hide()
            field.deleteLater()

    def commit(self) -> None:
        """Say what was typed now."""
        for field in tuple(self.fields):
            field.commit()

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        for field in self.fields:
            restyle(field, alarm, "alarm")
            field.setAccessibleDescription(sentence)

    def setAccessibleName(self, name: str) -> None:
        """Name the fields too."""
        super().setAccessibleName(name)
        for field in self.fields:
            field.setAccessibleName(name)

    def dress(self) -> None:
        """Take sizes anew."""
        for field in self.fields:
            field.setFixedWidth(scaled(_WIDTH))

    def _add(self) -> None:
        field = DayField(self._desk)
        field.setFixedWidth(scaled(_WIDTH))
        field.setAccessibleName(self.accessibleName())
        field.chosen.connect(lambda _: self._tell())
        field.problem.connect(self.problem)
        self.fields.append(field)
        self._flow.addWidget(field)
        self.setFocusProxy(self.fields[0])

    def _tell(self) -> None:
        self.changed.emit([field.value for field in self.fields if field.value is not None])
