"""What waits for the user, each with the way to it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.standing_data import Wait, Waiting
from desktop_app.ui.desk import Desk
from desktop_app.ui.home import places
from desktop_app.ui.home.panel import Panel
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.columns import Cell, Column, Words
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.table import Table

_ICONS: Final[Mapping[Wait, str]] = {
    Wait.FINISH: "note-pencil",
    Wait.SIGNED_COPY: "upload-simple",
    Wait.SEND: "paper-plane-tilt",
    Wait.CONFIRM: "envelope-simple",
    Wait.REVIEW: "eye",
}
_ONE: Final[Mapping[Wait, str]] = {
    Wait.FINISH: N_("Finish the minutes"),
    Wait.SIGNED_COPY: N_("Attach the signed copy"),
    Wait.SEND: N_("Send the minutes"),
}


class WaitingPanel(Panel):
    """A line for each; Enter goes where it is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Waiting for you"))
        self.table: Table[Waiting] = Table(
            desk,
            N_("Waiting for you"),
            (
                Column(
                    "what",
                    N_("Waiting for you"),
                    self._written,
                    may_be_cut=True,
                    at_least=120,
                    stretches=True,
                ),
                Column("way", "", self._caret),
            ),
            key=lambda one: (one.wait, one.session_id, one.kind),
            inset=True,
        )
        self.table.horizontalHeader().hide()
        self._none = EmptyState(desk, "check-circle", N_("Nothing waits for you"), "")
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._none, 1)
        self.table.opened.connect(lambda _: self.open_current())
        self.table.clicked.connect(lambda _: self.open_current())
        self.dress()

    def show_waiting(self, rows: Sequence[Waiting]) -> None:
        """Show them in their order."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.aside.setText(str(len(rows)) if rows else "")

    def open_current(self) -> None:
        """Go where the line that is chosen is done."""
        if (row := self.table.current) is not None:
            self._desk.go(places.waiting(row))

    def _written(self, one: Waiting) -> Cell:
        reference = ltr(one.reference) if one.reference else ""
        aside = reference or (text_for(one.theme, self._desk.language) if one.session_id else "")
        return Words(self._words(one), _ICONS[one.wait], aside=aside)

    def _caret(self, _: Waiting) -> Cell:
        """Point where the line leads, as one reads."""
        return Words("", "caret-left" if self._desk.say.right_to_left else "caret-right", "text2")

    def _words(self, one: Waiting) -> str:
        say = self._desk.say
        if one.wait in _ONE and one.session_id is not None:
            return say(_ONE[one.wait])
        several: Mapping[Wait, Callable[[], str]] = {
            Wait.FINISH: lambda: say.plural(
                "{n} minutes to finish", "{n} minutes to finish", one.count
            ),
            Wait.SIGNED_COPY: lambda: say.plural(
                "{n} signed copy to attach", "{n} signed copies to attach", one.count
            ),
            Wait.SEND: lambda: say.plural("{n} minutes to send", "{n} minutes to send", one.count),
            Wait.CONFIRM: lambda: say.plural(
                "Confirm {n} sending", "Confirm {n} sendings", one.count
            ),
            Wait.REVIEW: lambda: say.plural(
                "{n} outcome to review", "{n} outcomes to review", one.count
            ),
        }
        return several[one.wait]()
