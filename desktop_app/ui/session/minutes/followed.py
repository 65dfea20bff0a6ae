"""The outcomes of earlier sessions that a session goes through: how far each is, noted at once."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.codes import FollowUpState
from desktop_app.i18n import N_
from desktop_app.services import outcomes
from desktop_app.services.follow_up_data import number
from desktop_app.services.session_data import CarriedOutcome, Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.outcomes import state_chip
from desktop_app.ui.text import short_day, text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.columns import NOTHING, Column
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.overlay import EDGE
from desktop_app.ui.widgets.table import Table

if TYPE_CHECKING:
    from db.unit_of_work import Store

NAME: Final = N_("Followed up here")
_WIDTH: Final = 820
_ROW: Final = 48
_FEWEST: Final = 3
_AROUND: Final = 150
"""What stands above and below the list."""


class FollowedDialog(Dialog):
    """F3 and F4 note how far the outcome in hand is.

    Args:
        session: that follows them up.

    Attributes:
        table: the outcomes.
    """

    def __init__(self, desk: Desk, session: Session) -> None:
        progress = partial(self._note, FollowUpState.IN_PROGRESS)
        acts = (
            Act(desk, N_("Done"), partial(self._note, FollowUpState.DONE), icon="check", key="F4"),
            Act(desk, N_("In progress"), progress, icon="circle-half", key="F3"),
        )
        super().__init__(desk, NAME, acts, width=scaled(_WIDTH))
        self.close_act.set_message(N_("Close"))
        self._session = session
        self.table: Table[CarriedOutcome] = Table(
            desk, NAME, _columns(desk), key=lambda one: one.outcome.id, tall=True
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.table)
        self.table.show_rows(session.carried)

    def place(self) -> None:
        """Be as high as the lines ask for, and no higher than the window: the list scrolls."""
        if "table" in vars(self):
            wanted = (len(self._session.carried) + 1) * scaled(_ROW)
            room = self.height() - 2 * EDGE - scaled(_AROUND)
            self.table.setFixedHeight(max(min(wanted, room), _FEWEST * scaled(_ROW)))
        super().place()

    def show_over(self, window: QWidget) -> None:
        """Begin in the list."""
        super().show_over(window)
        self.table.choose(self._session.carried[0].outcome.id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self, state: FollowUpState) -> None:
        if (one := self.table.current) is not None and (store := self._desk.store) is not None:
            key = one.outcome.id
            self._desk.write(
                "outcomes.set_state",
                lambda work: outcomes.set_state(work, key, state),
                lambda _: self._read(store),
                told=self._desk.say("Follow-up noted"),
            )

    def _read(self, store: "Store") -> None:
        def read() -> Session:
            with store.read() as reading:
                return get_session(reading, self._session.id)

        self._desk.runner.run(
            lambda _: read(), lambda session: self.table.show_rows(session.carried)
        )


def _columns(desk: Desk) -> Sequence[Column[CarriedOutcome]]:
    def due(one: CarriedOutcome) -> str:
        if one.outcome.due is None:
            return desk.say("Ongoing") if one.outcome.ongoing else NOTHING
        return short_day(one.outcome.due, desk.language)

    return (
        Column(
            *("number", N_("Number"), lambda one: number(one.reference, one.outcome.position)),
            "ltr",
        ),
        Column(
            *("text", N_("Text"), lambda one: text_for(one.outcome.text, desk.language), "strong"),
            may_be_cut=True,
            at_least=200,
            stretches=True,
        ),
        Column("due", N_("Due date"), due),
        Column("state", N_("State"), lambda one: state_chip(desk, one.outcome, today())),
    )
