"""One of the people on file, or nobody."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop_app.i18n import N_
from desktop_app.services.people_list import PersonRow, list_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.settings.declared import EDITOR_WIDTH, Setting
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from db.unit_of_work import Store


class PersonPick(Choice):
    """A drop-down of people; letters find a name."""

    def __init__(self, desk: Desk, binding: Binding, setting: Setting) -> None:
        self._people: tuple[PersonRow, ...] = ()
        super().__init__(desk, self._offered)
        self._binding = binding
        self._setting = setting
        self.chosen.connect(lambda uid: binding.choose(setting, uid or None))
        desk.notifier.subscribe({"people", "appointments"}, self.read)
        self.read()

    def dress(self) -> None:
        """Take words and width anew."""
        super().dress()
        self.setFixedWidth(scaled(EDITOR_WIDTH))

    def sizeHint(self) -> QSize:
        """As wide as the other editors, however long a name on file is."""
        return QSize(scaled(EDITOR_WIDTH), super().sizeHint().height())

    def read(self) -> None:
        """Read who is on file."""
        if (store := self._desk.store) is not None:
            self._desk.runner.run(lambda _: _people(store), self._take)

    def refresh(self) -> None:
        """Show who is chosen."""
        self.choose(self._binding.value(self._setting.path) or "")

    def _offered(self) -> list[tuple[str, str]]:
        language = self._desk.language
        return [
            ("", self._desk.say(N_("Nobody"))),
            *((one.uid, text_for(one.name, language)) for one in self._people),
        ]

    def _take(self, people: tuple[PersonRow, ...]) -> None:
        self._people = people
        self.dress()
        self.refresh()


def _people(store: "Store") -> tuple[PersonRow, ...]:
    with store.read() as reading:
        return list_rows(reading, date.today())  # noqa: DTZ011 - the user's own day
