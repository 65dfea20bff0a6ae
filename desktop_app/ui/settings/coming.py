"""The numbers that the next papers will bear."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from db.codes import DocumentKind
from db.errors import UserError
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings.binding import Binding
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.services.drafts import InstitutionDraft

_KINDS: Final = {
    DocumentKind.MINUTES: N_("Minutes and reports"),
    DocumentKind.INVITATION: N_("Invitations"),
    DocumentKind.ATTESTATION: N_("Attestations"),
}


class ComingNumbers(QWidget):
    """One line for each series, under the pattern as it is typed."""

    def __init__(self, desk: Desk, binding: Binding) -> None:
        super().__init__()
        self._desk = desk
        self._binding = binding
        self._title = label("strong")
        self._names: list[QLabel] = []
        self.numbers: list[QLabel] = []
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row in range(len(_KINDS)):
            name, number = label("context"), label()
            number.setObjectName("recorded")
            grid.addWidget(name, row, 0)
            grid.addWidget(number, row, 1)
            self._names.append(name)
            self.numbers.append(number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(grid)
        binding.typed.connect(self.refresh)
        binding.read.connect(self.refresh)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self._title.setText(self._desk.say("Next numbers"))
        for name, message in zip(self._names, _KINDS.values(), strict=True):
            name.setText(self._desk.say(message))
        self.refresh()

    def refresh(self) -> None:
        """Ask which numbers come next."""
        store, settings = self._desk.store, self._binding.as_typed.institution
        if store is not None:
            self._desk.runner.run(lambda _: _coming(store, settings), self._show)

    def _show(self, numbers: tuple[str, ...]) -> None:
        for shown, number in zip(self.numbers, numbers, strict=True):
            shown.setText(ltr(number) if number else "–")


def _coming(store: "Store", settings: "InstitutionDraft") -> tuple[str, ...]:
    from desktop_app.services.papers import coming_number  # with the record
    from desktop_app.services.references import checked_pattern  # likewise

    today = date.today()  # noqa: DTZ011 - the user's own day
    try:
        checked_pattern(settings.reference_pattern)
    except UserError:
        return ("",) * len(_KINDS)
    with store.read() as reading:
        return tuple(coming_number(reading, kind, today, settings) for kind in _KINDS)
