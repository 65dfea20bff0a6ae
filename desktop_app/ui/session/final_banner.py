"""Says over a tab that the minutes are final, and leads to opening them again."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP, ICON, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session

READ_ONLY: Final = frozenset({"prepare", "attendance", "minutes"})
"""Tabs in which nothing changes while minutes are final; outcomes are followed up."""
_SHOWN: Final = READ_ONLY | {"outcomes"}


class FinalBanner(QWidget):
    """A line under the tabs.

    Attributes:
        reopen_act: asks why they are re-opened.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._code = ""
        self.reopen_act = Act(
            desk, N_("Re-open the minutes"), self._ask, icon="lock-simple-open", key="Shift+F12"
        )
        self._icon = QLabel()
        self._title = label("strong")
        self._words = label("context", wrap=True)
        frame = QFrame()
        frame.setProperty("kind", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(13, 5, 8, 5)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(Button(desk, self.reopen_act, small=True))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, 0)
        outer.addWidget(frame)
        desk.dressed.connect(self.dress)
        self.hide()

    def show_session(self, session: "Session | None", code: str) -> None:
        """Show itself over a tab that tells of final minutes."""
        final = session is not None and session.minutes_final
        self._session, self._code = session, code
        shown = final and code in _SHOWN
        self.reopen_act.set_offered(shown, N_("They are not final"))
        self.setVisible(shown)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        if self._session is None:
            return
        say = self._desk.say
        self._icon.setPixmap(self._desk.icons.pixmap("lock-simple", self._desk.tokens.text2, ICON))
        self._title.setText(say("Final minutes, version {n}", n=self._session.minutes_version))
        self._words.setText(
            say("Only the follow-up of outcomes goes on.")
            if self._code == "outcomes"
            else say("What is here is read-only.")
        )

    def _ask(self) -> None:
        from desktop_app.ui.papers.finalise import ask_to_reopen  # when it is asked for

        if self._session is not None:
            ask_to_reopen(self._desk, self._session)
