"""The session of today, or the next one: what it is, and the way into it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.standing_data import NextSession
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.home.panel import SLIM_PADDING, Panel
from desktop_app.ui.text import capitalised, hours, listed, long_day, name_for, short_day, text_for
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import LineLabel

_TODAY: Final = N_("Today")
_NEXT: Final = N_("Next session")


class TodayPanel(Panel):
    """Theme, place, who comes, and the two or three things that are done next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _NEXT)
        self._next: NextSession | None = None
        self._is_today = False
        self._theme = LineLabel("strong")
        self._about = LineLabel("context")
        self._others = LineLabel("hint")
        for line in (self._theme, self._about):
            line.setObjectName("recorded")
        self._about.in_parts = True
        self._prepare = self._act(N_("Prepare"), "prepare", "notebook", "F3")
        self._attendance = self._act(N_("Take attendance"), "attendance", "user-list", "F4")
        self._minutes = self._act(N_("Take minutes"), "minutes", "note-pencil", "F8")
        self._papers = self._act(N_("Papers"), "papers", "printer", "F10")
        self._buttons = {
            "prepare": Button(desk, self._prepare, kind="filled", show_key=False),
            "attendance": Button(desk, self._attendance, kind="filled", show_key=False),
            "minutes": Button(desk, self._minutes, show_key=False),
            "papers": Button(desk, self._papers, icon_only=True),
        }
        flow = Flow(SLIM_PADDING)
        for button in self._buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, CARD_PADDING)
        column.setSpacing(2)
        for line in (self._theme, self._about, self._others):
            column.addWidget(line)
        column.addSpacing(SLIM_PADDING)
        column.addLayout(flow)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(column)
        self.dress()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What is done with the session, whether it can be seen or not."""
        return tuple(self._buttons.values())

    def show_next(self, session: NextSession | None, *, is_today: bool) -> None:
        """Show a session, or that there is none ahead."""
        self._next, self._is_today = session, is_today
        self.message = _TODAY if is_today else _NEXT
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        session, say, language = self._next, self._desk.say, self._desk.language
        offered = {
            "prepare": session is not None and not self._is_today,
            "attendance": session is not None and self._is_today,
            "minutes": session is not None and self._is_today,
            "papers": session is not None,
        }
        for part, shown in offered.items():
            self._buttons[part].act.set_offered(shown)
            self._buttons[part].setVisible(shown)
        if session is None:
            self.aside.setText("")
            self._theme.setText(say("No session ahead"))
            self._about.setText("")
            self._others.setText("")
            return
        at = ltr(hours(session.start, session.end))
        self._show_when()
        kind = capitalised(text_for(session.type_label, language))
        self._theme.setText(
            say("{type}: {theme}", type=kind, theme=text_for(session.theme, language))
        )
        parts = [
            at if not self._is_today else "",
            name_for(session.place, language),
            say("Invited: {n}", n=session.invited) if session.invited else "",
            say("Confirmed: {n}", n=session.confirmed) if session.confirmed else "",
        ]
        self._about.setText(listed(parts, right_to_left=say.right_to_left))
        others = session.others
        self._others.setText(
            say.plural("{n} session more that day", "{n} sessions more that day", others)
            if others
            else ""
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the name of the day rather than cut the day."""
        super().resizeEvent(event)
        self._show_when()

    def _show_when(self) -> None:
        if (session := self._next) is None:
            return
        if self._is_today:
            self.aside.setText(ltr(hours(session.start, session.end)))
            return
        self.aside.setText(long_day(session.day, self._desk.language))
        asked = self.title.sizeHint().width() + self.aside.sizeHint().width()
        if asked + 2 * CARD_PADDING + 2 * SLIM_PADDING > self.width():
            self.aside.setText(short_day(session.day, self._desk.language))

    def _act(self, message: str, part: str, icon: str, key: str) -> Act:
        def go() -> None:
            if self._next is not None:
                self._desk.go(Address("session", self._next.id, part))

        return Act(self._desk, message, go, icon=icon, key=key)
