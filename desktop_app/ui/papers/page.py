"""One session's papers as a page of their own."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import ltr
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.tab import ON_PAPER, PapersTab
from desktop_app.ui.text import capitalised, hours, long_day, text_for
from desktop_app.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from desktop_app.services.session_data import Session
    from desktop_app.wording.bilingual import PaperLanguage


class PapersPage(QWidget):
    """The papers of one session under a head that names it.

    Attributes:
        header: the window puts it above the messages.
        tab: the papers.
        acts: what keys do here.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self.tab = PapersTab(desk)
        self.acts = self.tab.acts
        shown = (self.tab.print_act, self.tab.save_act, self.tab.mail_act)
        self.header = PageHeader(desk, back=True, acts=shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tab)
        desk.dressed.connect(self.dress)
        desk.notifier.subscribe(ON_PAPER, self._reload)

    def open(self, address: Address) -> None:
        """Show the papers of a session."""
        if address.key is not None and (self._session is None or address.key != self._session.id):
            self.tab.forget()
            self._read(address.key)
        self.tab.papers.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.tab.leave()

    def dress(self) -> None:
        """Take the words anew."""
        session = self._session
        if session is None:
            return
        language: PaperLanguage = "fr" if self._desk.language == "fr" else "ar"
        kind = session.type.french if language == "fr" else session.type.indefinite
        colon = "\u202f: " if language == "fr" else ": "
        theme = session.theme.best(language)
        self.header.title.setText(f"{capitalised(kind)}{colon}{theme}")
        day = long_day(session.days[0], self._desk.language) if session.days else ""
        place = session.place
        parts = [
            day,
            ltr(hours(session.start, session.end)),
            capitalised(text_for(place.site, self._desk.language)),
            capitalised(text_for(place.room, self._desk.language)),
            ltr(session.reference) if session.reference else "",
        ]
        self.header.context.setText(" · ".join(part for part in parts if part))

    def _reload(self) -> None:
        if self._session is not None:
            self._read(self._session.id)

    def _read(self, session_id: int) -> None:
        if (store := self._desk.store) is None:
            return

        def read(_: object) -> "Session":
            with store.read() as reading:
                return get_session(reading, session_id)

        self._desk.runner.run(read, self._take)

    def _take(self, session: "Session") -> None:
        self._session = session
        self.dress()
        self.tab.show_session(session)
