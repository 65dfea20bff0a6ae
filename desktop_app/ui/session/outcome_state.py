"""How far an outcome is: the usual states in sight, the others one press away."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.codes import FollowUpState
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import STATES
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip_button import ChipButton
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.wording.vocabulary import label

_USUAL: Final = frozenset(
    {
        FollowUpState.NOT_STARTED,
        FollowUpState.IN_PROGRESS,
        FollowUpState.PARTLY_DONE,
        FollowUpState.DONE,
    }
)


class StateChoice(QWidget):
    """Chips of which one is pressed.

    Attributes:
        chosen: emitted with the `FollowUpState` that the user chose.
        more: shows the states that are seldom needed.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._value = FollowUpState.NOT_STARTED
        self._all = False
        self._chips = {
            state: ChipButton(desk, partial(_chip, desk, state)) for state in FollowUpState
        }
        self.more = Act(desk, N_("Other states"), self.show_all, icon="dots-three", key="F7")
        self._more = Button(desk, self.more, kind="bare", icon_only=True, small=True)
        line = Flow(4)
        self.setLayout(line)
        for state, chip in self._chips.items():
            line.addWidget(chip)
            chip.clicked.connect(partial(self._choose, state))
        line.addWidget(self._more)
        self.choose(self._value)

    @property
    def value(self) -> FollowUpState:
        """What is pressed."""
        return self._value

    def chip(self, state: FollowUpState) -> ChipButton:
        """Give the chip of a state."""
        return self._chips[state]

    def choose(self, state: FollowUpState) -> None:
        """Show a state as pressed, without telling anyone."""
        self._value = state
        everything = self._all or state not in _USUAL
        for each, chip in self._chips.items():
            chip.setChecked(each is state)
            chip.setVisible(everything or each in _USUAL)
        self._more.setVisible(not everything)
        self.setFocusProxy(self._chips[state])

    def _choose(self, state: FollowUpState, *_: object) -> None:
        self.choose(state)
        self.chosen.emit(state)

    def show_all(self) -> None:
        """Bring the rare states into sight."""
        self._all = True
        self.choose(self._value)
        self._chips[FollowUpState.SUSPENDED].setFocus()


def _chip(desk: Desk, state: FollowUpState, pressed: bool) -> Chip:
    words = label(state, desk.language)
    if pressed:
        return Chip(words, "check", "accent")
    return Chip(words, STATES[state][0], "neutral", "outlined")
