"""One outcome, whole, over the list: all of it typed, with its dated history."""

from typing import TYPE_CHECKING

from desktop_app.i18n import N_
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.outcome_details import OutcomeDetails
from desktop_app.ui.session.outcome_rows import OutcomeRow
from desktop_app.ui.text import listed, short_day, text_for
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.session_data import Session

_SHOWN = ("outcomes", "outcome_bodies", "outcome_changes", "people", "bodies", "body_names")
"""Kinds of record of which something is shown here."""


class DetailsDialog(Dialog):
    """The details of an outcome, with where it came from.

    Attributes:
        details: the form.
    """

    def __init__(self, desk: Desk, session: "Session", outcome_id: int) -> None:
        self._session = session
        self._outcome_id = outcome_id
        self.details = OutcomeDetails(desk)
        self._origin = label("context", wrap=True)
        self._origin.setObjectName("recorded")
        going = Act(desk, N_("Open session"), self._go, icon="calendar-blank", key="Ctrl+G")
        super().__init__(desk, N_("Details"), (going,), width=620)
        self.acts = (*self.acts, self.details.state.more)
        self.close_act.set_message(N_("Close"))
        self.body.addWidget(self._origin)
        self.body.addWidget(self.details)
        self.closed.connect(self._end)
        self.closed.connect(desk.notifier.subscribe(_SHOWN, self._reload))
        self._show()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say, language, session = self._desk.say, self._desk.language, self._session
        day = short_day(session.days[0], language) if session.days else ""
        parts = (text_for(session.theme, language), day)
        self._origin.setText(listed(parts, right_to_left=say.right_to_left))

    def _show(self) -> None:
        found = (one for one in enumerate(self._session.outcomes, 1))
        row = next((OutcomeRow(*one) for one in found if one[1].id == self._outcome_id), None)
        if row is None:
            self.leave()
            return
        self.details.show_row(row, self._session.reference, self._session.agenda)

    def _reload(self) -> None:
        _read(self._desk, self._session.id, self._take)

    def _take(self, session: "Session") -> None:
        if self._over is not None:  # it may have been left meanwhile
            self._session = session
            self._show()

    def _go(self) -> None:
        part = f"outcomes/{self._outcome_id}"
        self.leave()
        self._desk.go(Address("session", self._session.id, part))

    def _end(self) -> None:
        self.details.show_row(None)


def ask_details(desk: Desk, session_id: int, outcome_id: int) -> None:
    """Show an outcome, as soon as its session is read."""
    _read(desk, session_id, lambda session: desk.ask(DetailsDialog(desk, session, outcome_id)))


def _read(desk: Desk, session_id: int, take: "Callable[[Session], object]") -> None:
    if (store := desk.store) is None:
        return

    def read(_: object) -> "Session":
        with store.read() as reading:
            return get_session(reading, session_id)

    desk.runner.run(read, take)
