"""One person: who, which sessions, what is open, and attestations given."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from db.codes import Civility
from db.unit_of_work import UnitOfWork
from desktop_app.i18n import N_
from desktop_app.services.people import set_email, set_phone
from desktop_app.services.person_file import PersonFile, SessionOfPerson, get_person_file
from desktop_app.services.validation import FieldError
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.person.card import PersonCard
from desktop_app.ui.person.columns import attended_columns, follow_up_columns
from desktop_app.ui.person.figures import Figures, figures_of
from desktop_app.ui.text import listed, name_for, text_for
from desktop_app.ui.theme import (
    CARD_PADDING,
    GAP,
    LOW_HEIGHT,
    NARROW_WIDTH,
    PAGE_MARGIN,
    scaled,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.follow_ups import FollowUp

_SHOWN: Final = (
    *("people", "appointments", "bodies", "body_names", "attendance", "sessions"),
    *("session_days", "session_types", "outcomes", "issued_documents"),
)
"""Kinds of record that the page shows something of."""
_HEAD: Final = 48
_CARD, _CARD_NARROW = 286, 248
_MOST_OPEN, _MOST_OPEN_LOW = 3, 2


class PersonPage(QWidget):
    """What is on file of one person.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here.
        shown: what the page shows, once it is read.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person_id: int | None = None
        self.shown: PersonFile | None = None
        self.attest_act = Act(
            desk, N_("Attestation of attendance"), self._attest, icon="medal", key="F9"
        )
        self.attest_all_act = Act(
            desk,
            N_("All attestations"),
            lambda: self._attest(all_chosen=True),
            icon="medal",
            key="Shift+F9",
        )
        self._open_act = Act(desk, N_("Open the session"), self._open_session, key="Enter")
        self._edit_act = Act(desk, N_("Edit e-mail and phone"), self._edit, key="F2")
        self.acts = (self.attest_act, self.attest_all_act, self._open_act, self._edit_act)
        self._sign = SavedSign(desk)
        self.header = PageHeader(
            desk, back=True, acts=(self.attest_act,), sign=self._sign, filled=True
        )
        for line in (self.header.title, self.header.context):
            line.setObjectName("recorded")
        self.card = PersonCard(desk)
        self._figures = Figures(desk)
        self.sessions: Table[SessionOfPerson] = Table(
            desk, N_("Sessions"), attended_columns(desk, self._civility)
        )
        self.follow_ups: Table[FollowUp] = Table(
            desk, N_("Open follow-ups"), follow_up_columns(desk), inset=True
        )
        self.follow_ups.horizontalHeader().hide()
        self._titles: dict[str, QLabel] = {}
        self._counts: dict[str, QLabel] = {}
        self._none = EmptyState(desk, "calendar-blank", N_("No sessions yet"), "")
        self._lay_out()
        self._connect()
        self.dress()

    def open(self, address: Address) -> None:
        """Show a person."""
        if address.key != self._person_id:
            self._person_id = address.key
            self._clear()
            self.reload()
        self.sessions.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.card.commit()

    def reload(self) -> None:
        """Read the person again."""
        store, person_id = self._desk.store, self._person_id
        if store is None or person_id is None:
            return

        def read(_: object) -> PersonFile:
            with store.read() as reading:
                return get_person_file(reading, person_id, date.today())  # noqa: DTZ011 - the user's own day

        self._desk.runner.run(read, self._take)

    def dress(self) -> None:
        """Take the words anew."""
        for message, title in self._titles.items():
            title.setText(self._desk.say(message))
        if self.shown is None:
            return
        person, language = self.shown.person, self._desk.language
        self.header.title.setText(text_for(person.name, language))
        function, body = person.function, person.body
        where = (body.town if function.unique else body.name) if body else Bilingual()
        parts = [name_for(words, language) for words in (function.title, where)]
        rtl = self._desk.say.right_to_left
        self.header.context.setText(listed(parts, right_to_left=rtl))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its share of a small window."""
        super().resizeEvent(event)
        self._fit()

    # --- what the acts do ---

    def _attest(self, *, all_chosen: bool = False) -> None:
        if self.shown is None:
            return
        from desktop_app.ui.person.attest import AttestDialog, Ways  # papers, when they are asked
        from desktop_app.ui.person.handing import Handing  # as above

        person_id = self.shown.person.id
        handing = Handing(self._desk, self)
        ways = Ways(
            print_=lambda wanted: handing.ask_printer(person_id, wanted),
            save=lambda wanted: handing.ask_place(person_id, wanted),
            send=lambda wanted: handing.send(person_id, wanted),
        )
        attended = self.shown.attended
        self._desk.ask(AttestDialog(self._desk, attended, ways, all_chosen=all_chosen))

    def _open_session(self) -> None:
        if isinstance(self.window().focusWidget(), QLineEdit):
            self.card.commit()
        elif self.follow_ups.hasFocus() and (outcome := self.follow_ups.current) is not None:
            self._desk.go(Address("session", outcome.session_id, "outcomes"))
        elif (session := self.sessions.current) is not None:
            self._desk.go(Address("session", session.id))

    def _show_ordered(self, column: str) -> None:
        self.sessions.sort_column(column)
        self.sessions.setFocus()

    def _edit(self) -> None:
        self.card.email.setFocus()
        self.card.email.selectAll()

    def _keep(self, field: Field, keep: Callable[[UnitOfWork, int, str], None], text: str) -> None:
        """Write what was typed, or say beside it what is wrong."""
        store, person_id = self._desk.store, self._person_id
        if store is None or person_id is None:
            return
        self._sign.show_saving()

        def write(_: object) -> None:
            with store.write(f"people.{keep.__name__}") as work:
                keep(work, person_id, text)

        def refuse(error: Exception) -> None:
            self._sign.show_failed()
            if isinstance(error, FieldError) and person_id == self._person_id:
                field.set_error(error.problem)
            else:
                self._desk.show_error(error)

        self._desk.runner.run(write, lambda _: field.set_error(None), refuse)

    # --- inside ---

    def _civility(self) -> Civility:
        return self.shown.person.civility if self.shown else Civility.UNKNOWN

    def _clear(self) -> None:
        self.shown = None
        self.header.title.setText("")
        self.header.context.setText("")
        self.sessions.show_rows(())
        self.follow_ups.show_rows(())
        for field in (self.card.email_field, self.card.phone_field):
            field.set_error(None)
        self._offer()

    def _take(self, file: PersonFile) -> None:
        if file.person.id != self._person_id:
            return
        self.shown = file
        self.card.show_person(file)
        self.sessions.show_rows(file.sessions)
        self.follow_ups.show_rows(file.follow_ups)
        self._stack.setCurrentIndex(0 if file.sessions else 1)
        self._counts["sessions"].setText(str(len(file.sessions)))
        self._counts["follow-ups"].setText(str(len(file.follow_ups)))
        self.dress()
        self._offer()

    def _offer(self) -> None:
        can = self.shown is not None and bool(self.shown.attended)
        why = N_("No session attended yet: there is nothing to attest.")
        for act in (self.attest_act, self.attest_all_act):
            act.set_offered(can, why)

    def _fit(self) -> None:
        low = self.window().height() < LOW_HEIGHT
        narrow = self.window().width() < NARROW_WIDTH
        rows = min(self.follow_ups.rows.rowCount(), _MOST_OPEN_LOW if low else _MOST_OPEN)
        height = self.follow_ups.verticalHeader().defaultSectionSize()
        self.follow_ups.setFixedHeight(rows * height)
        self._open_card.setVisible(rows > 0)
        width = scaled(_CARD_NARROW if narrow else _CARD)
        self.card.setFixedWidth(width)
        if self.shown is not None:
            figures = figures_of(self._desk, self.shown, date.today())  # noqa: DTZ011 - as above
            self._figures.show_figures(figures, self.width() - 2 * PAGE_MARGIN - GAP - width)

    def _connect(self) -> None:
        self.card.email.committed.connect(
            lambda text: self._keep(self.card.email_field, set_email, text)
        )
        self.card.phone.committed.connect(
            lambda text: self._keep(self.card.phone_field, set_phone, text)
        )
        for card_, column in (
            (self._figures.attended, "attendance"),
            (self._figures.represented, "attendance"),
            (self._figures.attested, "attestation"),
        ):
            card_.clicked.connect(lambda _=False, column=column: self._show_ordered(column))
        self._figures.open.clicked.connect(lambda _=False: self.follow_ups.setFocus())
        self.sessions.opened.connect(lambda _: self._open_session())
        self.follow_ups.opened.connect(lambda _: self._open_session())
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe(_SHOWN, self.reload)

    def _lay_out(self) -> None:
        sessions, column = card()
        attest_all = Button(self._desk, self.attest_all_act, show_key=False)
        column.addLayout(self._head("sessions", N_("Sessions"), attest_all))
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.sessions)  # once it has a parent, or it would open a window
        self._stack.addWidget(self._none)
        self._open_card, column = card()
        column.addLayout(self._head("follow-ups", N_("Open follow-ups")))
        column.addWidget(self.follow_ups)
        parts = QVBoxLayout()
        parts.setSpacing(GAP)
        parts.addWidget(self._figures)
        parts.addWidget(sessions, 1)
        parts.addWidget(self._open_card)
        body = QHBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 16)
        body.setSpacing(GAP)
        body.addWidget(self.card)
        body.addLayout(parts, 1)

    def _head(self, code: str, message: str, button: Button | None = None) -> QHBoxLayout:
        title = self._titles[message] = label("card-title")
        count = self._counts[code] = label("context")
        count.setObjectName("recorded")
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(count)
        row.addStretch(1)
        if button is not None:
            row.addWidget(button)
        return row
