"""The tab on which a session is prepared."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.invitees.pane import InviteesPane
from desktop_app.ui.session.prepare.agenda_card import AgendaCard
from desktop_app.ui.session.prepare.carry_banner import CarryBanner
from desktop_app.ui.session.prepare.form import SessionForm
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import GAP, NARROW_WIDTH, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.session_data import Session

CARRY: Final = "carry"
"""The end of an address that shows what goes over."""
_PANE: Final = 370
_PANE_BELOW: Final = 340
_AROUND: Final = 40
"""What is seen above and below the field that has the focus: its words."""


class PrepareTab(QWidget):
    """What is known of a session, its agenda, who is invited; below, what goes out.

    Attributes:
        paper: what is printed and sent from here.
        mail_wanted: emitted when the invitations are to be sent.
        saving, refused: emitted when something is being kept, or is not.
        banner: says what goes over from the sessions before.
        form, agenda, invitees: its parts.
        under: under whom the letter goes.
    """

    paper = "invitation"
    mail_wanted = Signal()
    saving = Signal()
    refused = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._narrow: bool | None = None
        self.banner = CarryBanner(desk)
        self.form = SessionForm(desk)
        self.agenda = AgendaCard(desk)
        self.invitees = InviteesPane(desk)
        self._pane = Act(desk, N_("Other pane"), self._go_on, key="F6")
        self._invite = Act(
            desk, N_("Invitations"), lambda: self._go_to("invitation"), icon="file-pdf", key="F9"
        )
        self._sheet = Act(
            desk,
            N_("Attendance sheet"),
            lambda: self._go_to("attendance-sheet"),
            icon="printer",
            key="F10",
        )
        self._send = Act(
            desk,
            N_("Send the invitations"),
            self.mail_wanted.emit,
            icon="envelope-simple",
            key="Ctrl+M",
        )
        self.under = LineLabel("context")
        self.under.setObjectName("recorded")
        self._lay_out()
        for part in (self.form, self.agenda):
            part.saving.connect(self.saving)
            part.refused.connect(self.refused)
        self.setFocusProxy(self.form)
        desk.dressed.connect(self.dress)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # there is one

    @property
    def acts(self) -> "Sequence[Act]":
        """What keys do here."""
        own = (self._invite, self._sheet, self._send, self._pane, self.banner.act)
        return (*own, *self.form.acts, *self.agenda.acts, *self.invitees.acts)

    def show_session(self, session: "Session") -> None:
        """Show a session, or what was changed in it."""
        self._session = session
        for part in (self.banner, self.form, self.agenda, self.invitees):
            part.show_session(session)
        self._show_foot()

    def choose(self, what: str) -> None:
        """Show what goes over, once the session that was made is read."""
        if what == CARRY:
            self.banner.ask()

    def leave(self) -> None:
        """Keep what was typed."""
        for part in (self.form, self.agenda, self.invitees):
            part.leave()

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._narrow = None
        self._fit()
        self._show_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the invitees beside the rest, or below it."""
        super().resizeEvent(event)
        self._fit()

    def _go_to(self, paper: str) -> None:
        if self._session is not None:
            self._desk.go(Address("session", self._session.id, f"papers/{paper}"))

    def _go_on(self) -> None:
        """Go to the next of the parts."""
        parts: tuple[QWidget, ...] = (self.form, self.agenda, self.invitees)
        focus = self.window().focusWidget()
        at = next((n for n, part in enumerate(parts) if part.isAncestorOf(focus)), -1)
        part = parts[(at + 1) % len(parts)]
        part.setFocus()
        if part is self.invitees and self._narrow:
            self._scroll.ensureWidgetVisible(part, 0, 0)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus; the agenda shows its current point itself."""
        if now is not None and now is not self.agenda.rows and self._inside.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, _AROUND)
        if now is not None and self.agenda.editor.isAncestorOf(now):
            QTimer.singleShot(0, self, self._show_editor)  # once it is laid out

    def _show_editor(self) -> None:
        self._scroll.ensureWidgetVisible(self.agenda.editor, 0, 0)

    def _show_foot(self) -> None:
        session = self._session
        if session is None:
            return
        say = self._desk.say
        invited = sum(line.invited for line in session.attendance)
        self._invite_button.set_count(invited)
        under = text_for(session.invitation.under, self._desk.language)
        words = say("{label}:", label=say("Through")) if under else ""
        self.under.setText(f"{words} {under}".strip())

    def _fit(self) -> None:
        narrow = self.window().width() < scaled(NARROW_WIDTH)
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self.agenda.set_narrow(narrow=narrow)
        if narrow:
            self._column.addWidget(self.invitees)
            self.invitees.setMinimumHeight(scaled(_PANE_BELOW))
            self.invitees.setFixedWidth(16_777_215)
        else:
            self._row.addWidget(self.invitees)
            self.invitees.setMinimumHeight(0)
            self.invitees.setFixedWidth(scaled(_PANE))

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.form)
        self._column.addWidget(self.agenda, 1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        for ground in (scroll, inside):
            ground.setProperty("kind", "plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addWidget(scroll, 1)
        self._invite_button = Button(self._desk, self._invite, kind="filled")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (
            self._invite_button,
            Button(self._desk, self._sheet),
            Button(self._desk, self._send),
        ):
            foot.addWidget(button)
        foot.addSpacing(GAP)
        foot.addWidget(self.under, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        body.setSpacing(GAP)
        body.addWidget(self.banner)
        body.addLayout(self._row, 1)
        body.addLayout(foot)
