"""Says above the preparation what goes over from the sessions before, and leads to the choice."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from db.codes import OVER
from desktop_app.i18n import N_
from desktop_app.services import carry_over
from desktop_app.ui.acts import Act
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.session.carry_over import CarryOverDialog
from desktop_app.ui.text import short_day
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.services.carry_over import Preview
    from desktop_app.services.session_data import Session
    from desktop_app.ui.desk import Desk


class CarryBanner(QFrame):
    """Stands there while the session is one of a series and something could go over.

    Attributes:
        act: shows what goes, what stays and why.
        words: what it says.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.setProperty("kind", "bar-info")
        self._desk = desk
        self._session: Session | None = None
        self._told: Preview | None = None
        self._wanted = False
        self.act = Act(desk, N_("Show what goes over"), self._ask, key="Ctrl+J")
        self._icon = QLabel()
        self.words = label(wrap=True)
        self.words.setObjectName("recorded")
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(Button(desk, self.act, small=True))
        desk.dressed.connect(self._show)
        self.hide()

    def show_session(self, session: "Session") -> None:
        """Read what goes over into a session."""
        if self._session is None or self._session.id != session.id:
            self._told = None
            self._show()
        self._session = session
        store, day = self._desk.store, today()
        if store is None or session.series_id is None or session.minutes_final:
            self._take(session, None)
            return

        def read() -> "Preview":
            with store.read() as reading:
                return carry_over.preview(reading, session.id, day)

        self._desk.runner.run(lambda _: read(), lambda told: self._take(session, told))

    def ask(self) -> None:
        """Show what goes over, as soon as it is known, unless that was chosen before."""
        self._wanted = True
        self._offer()

    def _take(self, session: "Session", told: "Preview | None") -> None:
        if self._session is session:
            self._told = told
            self._show()
            self._offer()

    def _offer(self) -> None:
        if self._wanted and self._told is not None:
            self._wanted = False
            if not self._told.begun:
                self._ask()

    def _ask(self) -> None:
        if self._told is not None and self._told.lines:
            self._desk.ask(CarryOverDialog(self._desk, self._told))

    def _show(self) -> None:
        told = self._told
        self.act.set_offered(bool(told and told.lines))
        self.setVisible(bool(told and told.lines))
        if told is None:
            return
        say, desk = self._desk.say, self._desk
        self._icon.setPixmap(desk.icons.pixmap("info", desk.tokens.accent, 18))
        outcomes = [one for one in told.lines if one.outcome is not None]
        opened = [one for one in outcomes if one.outcome and one.outcome.state not in OVER]
        goes = [one for one in outcomes if one.key in told.chosen]
        left = len(opened) - len([one for one in goes if one in opened])
        if told.begun:
            parts = [
                say.plural("{n} outcome goes over", "{n} outcomes go over", len(goes)),
                say("to item {n}", n=told.item) if goes else "",
                say.plural("{n} open one stays", "{n} open ones stay", left) if left else "",
            ]
        else:
            count = len(opened)
            parts = [
                say.plural("{n} open outcome", "{n} open outcomes", count) if count else "",
                say("Nothing goes over before you say so."),
            ]
        before = told.before
        if before is not None and before.reference:
            parts.insert(0, say("Session {number}", number=before.reference))
        elif before is not None and before.day is not None:
            day = short_day(before.day, desk.language)
            parts.insert(0, say("Session of {day}", day=day))
        self.words.setText(" · ".join(part for part in parts if part))
