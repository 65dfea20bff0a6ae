"""What the list of sessions is narrowed to: words, school year, type and state."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from db.codes import SessionState
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.standing_data import Wait
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.rows import Filters, Searchable
from desktop_app.ui.sessions.states import state_label
from desktop_app.ui.text import capitalised, text_for
from desktop_app.ui.theme import CONTROL_HEIGHT, GAP, scaled
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.wording.bilingual import Bilingual

_TYPING_MS: Final = 120
_FIELD: Final = 280
_WAITS: Final = (
    (Wait.FINISH, N_("Minutes to finish")),
    (Wait.SIGNED_COPY, N_("Minutes to sign")),
    (Wait.SEND, N_("Minutes to send")),
)


class FilterBar(QWidget):
    """A field, three drop-downs, and how many sessions they leave.

    Attributes:
        changed: emitted when other sessions are to be shown.
        fitted: emitted when the count found room beside the filters, or none any more.
        counted: whether it has.
        stepped: emitted with 1 or -1 when ↓ or ↑ was pressed in the field.
    """

    changed = Signal()
    fitted = Signal()
    stepped = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._years: Sequence[str] = ()
        self._types: Mapping[str, Bilingual] = {}
        self.field = FilterField(desk, N_("Filter: subject, place, number"))
        self.year = FilterChoice(desk, N_("School year"), self._offered_years)
        self.type = FilterChoice(desk, N_("Type"), self._offered_types)
        self.state = FilterChoice(desk, N_("State"), self._offered_states)
        self._choices = (self.year, self.type, self.state)
        self._count = label("hint")
        self.counted = True
        self._typed = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typed.timeout.connect(self.changed)
        self.field.textEdited.connect(lambda _: self._typed.start())
        self.field.stepped.connect(self.stepped)
        line = Flow(GAP)
        self.setLayout(line)
        line.addWidget(self.field)
        for choice in self._choices:
            choice.chosen.connect(lambda _: self._choose())
            line.addWidget(choice)
        line.addWidget(self._count)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take sizes anew."""
        self.field.setFixedWidth(scaled(_FIELD))
        self._count.setMinimumHeight(scaled(CONTROL_HEIGHT))

    @property
    def filters(self) -> Filters:
        """What is asked for."""
        year, code, state = (str(choice.value) for choice in self._choices)
        return Filters(self.field.text(), year, code, state)

    def offer(self, sessions: Searchable) -> None:
        """Offer the school years and types of the sessions on file; what is chosen stays."""
        self._years, self._types = sessions.years(), sessions.types()
        for choice in self._choices:
            choice.dress()

    def show_count(self, words: str) -> None:
        """Say how many sessions are shown."""
        self._count.setText(words)
        self._fit()

    def narrow_to(self, state: str) -> None:
        """Ask for the sessions of a state alone, or those whose minutes wait for something."""
        self.clear()
        self.state.choose(state)
        self._choose()

    def clear(self) -> None:
        """Ask for everything."""
        self.field.clear()
        for choice in self._choices:
            choice.choose("")
        self._choose()

    def go_to_field(self) -> None:
        """Let one type other words."""
        self.field.go_there()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the count if that takes no line of its own."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self.field, *self._choices, self._count)
        asked = sum(part.sizeHint().width() for part in parts[1:]) + self.field.width()
        counted = asked + (len(parts) - 1) * GAP <= self.width()
        if counted is not self.counted:
            self.counted = counted
            self._count.setVisible(counted)
            self.fitted.emit()

    def _choose(self) -> None:
        self._typed.stop()
        self.changed.emit()

    def _offered_years(self) -> list[tuple[Hashable, str]]:
        return [("", self._desk.say("All years")), *((year, ltr(year)) for year in self._years)]

    def _offered_types(self) -> list[tuple[Hashable, str]]:
        language = self._desk.language
        names = [
            (code, capitalised(text_for(name, language))) for code, name in self._types.items()
        ]
        return [("", self._desk.say("All")), *sorted(names, key=lambda named: named[1])]

    def _offered_states(self) -> list[tuple[Hashable, str]]:
        language = self._desk.language
        states = ((state.value, state_label(state, language)) for state in SessionState)
        waits = ((wait.value, self._desk.say(message)) for wait, message in _WAITS)
        return [("", self._desk.say("All")), *states, *waits]
