"""One person: who, which sessions, what is open, and attestations given."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from db.codes import Civility
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.direction import ltr
from desktop_app.i18n import N_
from desktop_app.services.careers import set_body, set_title, set_unique
from desktop_app.services.drafts import Label
from desktop_app.services.people import set_civility, set_email, set_name, set_phone
from desktop_app.services.person_file import PersonFile, SessionOfPerson, get_person_file
from desktop_app.services.person_history import ALWAYS, Period, year_of
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.extracts import acts_for_owner
from desktop_app.ui.people.keeping import Keeping
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
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import card, label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.table import Table
from desktop_app.wording.bilingual import Bilingual

if TYPE_CHECKING:
    from desktop_app.services.follow_ups import FollowUp

_SHOWN: Final = (
    *("people", "appointments", "bodies", "body_names", "attendance", "sessions"),
    *("session_days", "session_types", "outcomes", "issued_documents", "groups", "group_members"),
)
"""Kinds of record that the page shows something of."""
_HEAD: Final = 48
_CARD, _CARD_NARROW = 286, 248
_MOST_OPEN, _MOST_OPEN_LOW = 3, 2


class PersonPage(QWidget):
    """What is on file of one person.

    Attributes:
        header: the window puts it above the messages.
        acts: what keys do here; papers: those for the extract of what is in the person's charge.
        shown: what the page shows, once it is read.
        period: the school year that is counted and listed; all years when empty.
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
        self._edit_act = Act(desk, N_("Edit"), self._edit, key="F2")
        self._post_act = Act(desk, N_("Changed post"), self._change_post, icon="swap", key="F4")
        self._career_act = Act(
            desk, N_("Functions held"), self._show_career, icon="list-checks", key="F7"
        )
        self._merge_act = Act(
            desk, N_("Merge with another"), self._merge, icon="arrows-merge", key="F8"
        )
        self._remove_act = Act(desk, N_("Delete"), self._remove, icon="trash")
        self.papers = acts_for_owner(desk, "person", lambda: self._person_id)
        self.acts = (
            *(self.attest_act, self.attest_all_act, self._open_act, self._edit_act),
            *(self._post_act, self._career_act, self._merge_act, self._remove_act),
            *self.papers.acts,
        )
        self._sign = SavedSign(desk)
        self.header = PageHeader(
            desk, back=True, acts=(self.attest_act,), sign=self._sign, filled=True
        )
        for line in (self.header.title, self.header.context):
            line.setObjectName("recorded")
        self.card = PersonCard(desk, self._post_act, self._career_act)
        self._keeping = Keeping(desk, self._sign, self.reload)
        self._figures = Figures(desk)
        self.period = FilterChoice(desk, N_("School year"), self._periods)
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
        if address.part == "edit":
            self.card.edit()
        else:
            self.sessions.setFocus()

    def leave(self) -> None:
        """Keep what was typed."""
        self.card.commit()

    def reload(self) -> None:
        """Read the person again."""
        store, person_id = self._desk.store, self._person_id
        if store is None or person_id is None:
            return
        may_show = self._keeping.begin_reading()

        def read(_: object) -> PersonFile | None:
            with store.read() as reading:
                try:
                    return get_person_file(reading, person_id, date.today())  # noqa: DTZ011 - the user's own day
                except UserError:
                    return None  # merged into another, deleted, or its making undone

        def take(file: PersonFile | None) -> None:
            if person_id == self._person_id and may_show():
                self._take(file)

        self._desk.runner.run(read, take)

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
        self.card.edit()

    def _change_post(self) -> None:
        from desktop_app.ui.person.post import PostDialog  # when a post is changed

        if self.shown is not None:
            self._desk.ask(PostDialog(self._desk, self.shown.person.id))

    def _show_career(self) -> None:
        from desktop_app.ui.person.career import CareerDialog  # when it is asked for

        if self.shown is not None:
            self._desk.ask(CareerDialog(self._desk, self.shown.person.id, self.shown.held))

    def _merge(self) -> None:
        from desktop_app.ui.people.merge_with import MergeWithDialog  # when two are merged

        if self.shown is not None:
            self._desk.ask(MergeWithDialog(self._desk, "person", self.shown.person.id))

    def _remove(self) -> None:
        if self.shown is None:
            return
        from desktop_app.services.removing import remove_person  # when one is deleted

        person = self.shown.person
        name = text_for(person.name, self._desk.language)
        self._desk.write(
            "people.remove",
            lambda work: remove_person(work, person.id),
            failed=self._desk.show_error,
            told=self._desk.say("Deleted: {name}", name=name),
        )

    def _keep(self, field: str, use_case: str, change: Callable[[UnitOfWork, int], None]) -> None:
        if (person_id := self._person_id) is not None:
            self._keeping.keep(
                self.card.fields[field], use_case, lambda work: change(work, person_id)
            )

    # --- inside ---

    def _civility(self) -> Civility:
        return self.shown.person.civility if self.shown else Civility.UNKNOWN

    def _clear(self) -> None:
        self.shown = None
        self.header.title.setText("")
        self.header.context.setText("")
        self.period.choose("")
        self.sessions.show_rows(())
        self.follow_ups.show_rows(())
        self.card.clear()
        self._keeping.show_other()
        self._offer()

    def _take(self, file: PersonFile | None) -> None:
        if file is None:
            self._person_id = None
            if self.isVisible():
                self._desk.go(Address("people"))
            return
        self.shown = file
        self.card.show_person(file)
        self.period.dress()
        self.follow_ups.show_rows(file.follow_ups)
        self._show_period()
        self._counts["follow-ups"].setText(str(len(file.follow_ups)))
        self._career_act.set_offered(bool(file.held))
        self.dress()
        self._offer()

    @property
    def _period(self) -> Period:
        year = str(self.period.value)
        return year_of(date(int(year[:4]), 9, 1)) if self.period.active else ALWAYS

    def _show_period(self) -> None:
        """Show the sessions of the period, and count it."""
        if self.shown is None:
            return
        period = self._period
        rows = [one for one in self.shown.sessions if period.holds(one.day)]
        self.sessions.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._counts["sessions"].setText(str(len(rows)))
        self._fit()

    def _periods(self) -> list[tuple[Hashable, str]]:
        years = self.shown.years if self.shown else ()
        return [("", self._desk.say("All years")), *((year, ltr(year)) for year in years)]

    def _show_received(self) -> None:
        from desktop_app.ui.person.received import ReceivedDialog  # when it is asked for

        if self.shown is not None:
            period = self._period
            papers = [one for one in self.shown.received if period.holds(one.on)]
            self._desk.ask(ReceivedDialog(self._desk, papers))

    def _offer(self) -> None:
        can = self.shown is not None and bool(self.shown.attended)
        why = N_("No session attended yet: there is nothing to attest.")
        for act in (self.attest_act, self.attest_all_act):
            act.set_offered(can, why)
        owns = self.shown is not None and bool(self.shown.follow_ups)
        self.papers.set_offered(owns, N_("Nothing is open in their charge."))

    def _fit(self) -> None:
        low = self.window().height() < LOW_HEIGHT
        narrow = self.window().width() < NARROW_WIDTH
        rows = min(self.follow_ups.rows.rowCount(), _MOST_OPEN_LOW if low else _MOST_OPEN)
        height = self.follow_ups.verticalHeader().defaultSectionSize()
        self.follow_ups.setFixedHeight(rows * height)
        self._open_card.setVisible(rows > 0)
        width = scaled(_CARD_NARROW if narrow else _CARD)
        self.card.setFixedWidth(width)
        self._attest_all.set_icon_only(narrow)
        if self.shown is not None:
            figures = figures_of(self._desk, self.shown, self._period)
            self._figures.show_figures(figures, self.width() - 2 * PAGE_MARGIN - GAP - width)

    def _connect(self) -> None:
        card_, keep, today = self.card, self._keep, date.today()  # noqa: DTZ011 - the user's own day
        card_.email.committed.connect(
            lambda text: keep("email", "people.set_email", lambda w, key: set_email(w, key, text))
        )
        card_.phone.committed.connect(
            lambda text: keep("phone", "people.set_phone", lambda w, key: set_phone(w, key, text))
        )
        card_.name.committed.connect(
            lambda name: keep(
                *("name", "people.set_name"),
                lambda w, key: set_name(w, key, Label(name.ar, name.fr)),
            )
        )
        card_.civility.chosen.connect(
            lambda code: keep(
                *("civility", "people.set_civility"), lambda w, key: set_civility(w, key, code)
            )
        )
        card_.function.committed.connect(
            lambda title: keep(
                *("function", "people.set_title"),
                lambda w, key: set_title(w, key, Label(title.ar, title.fr), today),
            )
        )
        card_.alone.clicked.connect(
            lambda alone: keep(
                *("function", "people.set_unique"),
                lambda w, key: set_unique(w, key, alone, today),
            )
        )
        card_.body.chosen.connect(
            lambda body_id: keep(
                *("body", "people.set_body"), lambda w, key: set_body(w, key, body_id, today)
            )
        )
        for figure, column in (
            (self._figures.attended, "attendance"),
            (self._figures.represented, "attendance"),
            (self._figures.attested, "attestation"),
        ):
            figure.clicked.connect(lambda _=False, column=column: self._show_ordered(column))
        self._figures.received.clicked.connect(lambda _=False: self._show_received())
        self.period.chosen.connect(lambda _: self._show_period())
        self._figures.open.clicked.connect(lambda _=False: self.follow_ups.setFocus())
        self.sessions.opened.connect(lambda _: self._open_session())
        self.follow_ups.opened.connect(lambda _: self._open_session())
        self._desk.dressed.connect(self.dress)
        self._desk.notifier.subscribe(_SHOWN, self.reload, shown_by=self)

    def _lay_out(self) -> None:
        sessions, column = card()
        self._attest_all = Button(self._desk, self.attest_all_act, show_key=False)
        column.addLayout(self._head("sessions", N_("Sessions"), self.period, self._attest_all))
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.sessions)  # once it has a parent, or it would open a window
        self._stack.addWidget(self._none)
        self._open_card, column = card()
        extract = Button(self._desk, self.papers.print_act, small=True)
        column.addLayout(self._head("follow-ups", N_("Open follow-ups"), extract))
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

    def _head(self, code: str, message: str, *beside: QWidget) -> QHBoxLayout:
        title = self._titles[message] = label("card-title")
        count = self._counts[code] = label("context")
        count.setObjectName("recorded")
        row = QHBoxLayout()
        row.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(count)
        row.addStretch(1)
        for widget in beside:
            row.addWidget(widget)
        return row
