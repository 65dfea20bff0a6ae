"""Several people, in their order, as chips over the field that adds one."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import Named
from desktop_app.ui.naming.one_more import Chips, OneMore
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.restyle import restyle


class PeopleField(QWidget):
    """People who were named, each a chip that can be taken away; Backspace takes the last.

    Attributes:
        changed: emitted with the ids, in their order.
        problem: as of `NameField`.
        field: in which one more is named.
    """

    changed = Signal(tuple)
    problem = Signal(object)

    def __init__(self, desk: Desk, *, placeholder: str = "", may_add: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._people: list[Named] = []
        self.field = OneMore(desk, ("person",), placeholder=placeholder, may_add=may_add)
        self.field.taken.connect(self._add)
        self.field.last_removed.connect(self._remove_last)
        self.field.problem.connect(self.problem)
        self._chips = Chips(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        desk.dressed.connect(self._arrange)
        self._arrange()

    @property
    def value(self) -> tuple[int, ...]:
        """The ids of those named, in their order."""
        return tuple(one.id for one in self._people)

    def show_people(self, people: Iterable[Named]) -> None:
        """Show who is on file."""
        self._people = list(people)
        self._arrange()

    def commit(self) -> None:
        """Take a whole name that was typed, before the page is left."""
        self.field.settle()

    def show_alarm(self, alarm: str, sentence: str) -> None:
        """Take the colour of an error or a warning, or give it up."""
        restyle(self.field, alarm, "alarm")
        self.field.setAccessibleDescription(sentence)

    def setAccessibleName(self, name: str) -> None:
        """Name the field in which one types too."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def _add(self, one: Named) -> None:
        if one.id not in self.value:
            self._people.append(one)
            self._tell()

    def _remove(self, at: int) -> None:
        del self._people[at]
        self._tell()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_last(self) -> None:
        if self._people:
            self._remove(len(self._people) - 1)

    def _tell(self) -> None:
        self._arrange()
        self.changed.emit(self.value)

    def _arrange(self) -> None:
        self.field.leave_out = self.value
        names = [text_for(one.name, self._desk.language) for one in self._people]
        self._chips.show_chips(names, self._remove)
