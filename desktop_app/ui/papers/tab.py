"""The papers of one session: chosen, seen, worded, numbered, printed, saved, sent, signed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.codes import DocumentKind, DocumentState
from db.errors import UserError
from desktop_app.documents.rendering import Rendered
from desktop_app.exchange.signed_copy import SUFFIXES, Scan, read_scan
from desktop_app.i18n import N_
from desktop_app.services.institution_data import NumberingMode
from desktop_app.services.outputs import keep_signed_copy
from desktop_app.services.papers import give_number, list_issued, set_number
from desktop_app.services.recipients import RecipientGroup, list_groups
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.details import WIDTH, Details
from desktop_app.ui.papers.editing import Editing
from desktop_app.ui.papers.life import MinutesLife
from desktop_app.ui.papers.list import PaperList
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.outputs import Outputs
from desktop_app.ui.papers.panes import Panes
from desktop_app.ui.papers.preview import TOOLS_HEIGHT, Preview, Wanted, strip
from desktop_app.ui.papers.states import UNSIGNED
from desktop_app.ui.papers.writing import write_now
from desktop_app.ui.theme import CARD_PADDING, GAP, PAGE_MARGIN, scaled
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.labels import card, label

if TYPE_CHECKING:
    from desktop_app.services.paper_data import IssuedPaper
    from desktop_app.services.session_data import Session

ON_PAPER: Final = (
    "sessions",
    "session_days",
    "session_types",
    "session_people",
    "invitation_letters",
    "agenda_items",
    "attendance",
    "interventions",
    "intervention_speakers",
    "outcomes",
    "outcome_bodies",
    "people",
    "appointments",
    "bodies",
    "body_names",
    "settings",
    "replaced_wordings",
)
"""Kinds of record that papers show something of."""
_OF_ISSUED: Final = ("issued_documents", "outputs", "deliveries", "attachments")
_NOT_YET: Final = N_("The paper is being prepared")


class PapersTab(QWidget):
    """The papers of one session, in a language of their own.

    Attributes:
        acts: what keys do here.
        print_act, save_act, mail_act: shown in the head of the page.
        shown: emitted when a paper came into view.
    """

    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._stale = False
        self._issued: tuple[IssuedPaper, ...] = ()
        self._groups: tuple[RecipientGroup, ...] = ()
        self.papers = PaperList(desk)
        self.preview = Preview(desk)
        self.view = self.preview.view
        self.outputs = Outputs(desk, self)
        self._outbox = Outbox()
        self.editing = Editing(desk, self.preview)
        self.drop = DropZone(
            desk,
            N_("Drop the signed copy here"),
            N_("The paper becomes signed"),
            SUFFIXES,
        )
        self._make_acts()
        self.life = MinutesLife(desk, self, self.leave)
        self.details = Details(
            desk,
            self._number_act,
            self._each_act,
            (self.life.finalise_act, self._keep_act, self.signed_act, self.mail_act),
            self.life.beside,
        )
        self._list_title = label("card-title")
        self._lay_out()
        self.panes = Panes(desk, self, self._start, (self.papers, self.view, self.details))
        self.acts = (*self._own_acts, *self.life.acts, *self.panes.acts)
        self._connect()
        self.details.show_offer(self.papers.offer)
        self._offer()
        self.dress()

    @property
    def rendered(self) -> Rendered | None:
        """The paper in view, or nothing while it is being prepared."""
        return self.preview.rendered

    @property
    def preparing(self) -> bool:
        """Whether a paper will be in view in a moment."""
        return self.rendered is None and (self._session is None or self.preview.busy)

    @property
    def issued(self) -> "IssuedPaper | None":
        """The last version of the paper in view that was issued."""
        rendered = self.rendered
        if rendered is None:
            return None
        people = rendered.material.options.people
        person_id = people[0] if len(people) == 1 else None
        same = (rendered.kind, rendered.language, person_id, rendered.material.scope.subject)
        return next(
            (
                one
                for one in self._issued
                if (one.kind, one.language, one.person_id, one.subject) == same
            ),
            None,
        )

    def show_session(self, session: "Session") -> None:
        """Show the papers of a session, or what was changed in it."""
        other = self._session is None or self._session.id != session.id
        changed = self._stale or self._session != session
        self._session, self._stale = session, False
        if other:
            self.forget()
            self._session = session
            self._issued, self._groups = (), ()
        if changed:
            self._show_paper()
            self._read_issued()

    def choose(self, what: str) -> None:
        """Show the paper of a kind (``invitation``)."""
        self.papers.choose(DocumentKind(what))

    def leave(self) -> None:
        """Keep what was typed."""
        self.editing.close()
        self.details.leave()

    def forget(self) -> None:
        """Let go of the paper in view."""
        self.leave()
        self.preview.forget()
        self._session = None
        self._offer()

    def dress(self) -> None:
        """Take the words anew."""
        self._list_title.setText(self._desk.say("Papers of the session"))
        self._list_head.setFixedHeight(scaled(TOOLS_HEIGHT))
        self._fit()
        self._show_details()

    def take_scan(self, file: Path) -> None:
        """Keep the scan of the signed paper that is in view."""
        store, paper = self._desk.store, self.issued
        if store is None:
            return
        if paper is None:
            self._desk.show_error(
                UserError(
                    "The signed copy was not kept: this paper was not issued yet. Print it or keep"
                    " it as issued first; nothing was changed."
                )
            )
            return
        document_id = paper.id

        today = date.today()  # noqa: DTZ011 - the user's own day

        def keep(scan: Scan) -> None:
            self._desk.write(
                "papers.keep_signed_copy",
                lambda work: keep_signed_copy(work, document_id, scan.data, scan.media_type, today),
                told=self._desk.say("The signed copy is kept: {file}", file=file.name),
            )

        self._desk.runner.run(lambda _: read_scan(file), keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.details.setFixedWidth(scaled(WIDTH))
        self.panes.fit()
        needed = (
            self._list_head.height()
            + self.papers.sizeHint().height()
            + self.drop.sizeHint().height()
        )
        self._foot.setVisible(self.height() - 2 * GAP >= needed + 2 * CARD_PADDING + 2)

    def _make_acts(self) -> None:
        desk = self._desk

        def act(message: str, do: Callable[[], object], icon: str, key: str) -> Act:
            return Act(desk, message, do, icon=icon, key=key)

        with_paper = self._with_paper
        self.print_act = act(
            N_("Print"), lambda: with_paper(self.outputs.ask_printer), "printer", "Ctrl+P"
        )
        self.save_act = act(
            N_("PDF"), lambda: with_paper(self.outputs.ask_file), "file-pdf", "Ctrl+Shift+P"
        )
        self.mail_act = act(
            N_("E-mail"), lambda: with_paper(self._mail), "envelope-simple", "Ctrl+M"
        )
        self._sheet_act = act(
            N_("Attendance sheet"), lambda: self.choose("attendance-sheet"), "users", "F10"
        )
        self._number_act = act(N_("Give the next number"), self._give_number, "hash", "F4")
        self._each_act = act(N_("One file for each person"), self._save_each, "files", "F9")
        self._keep_act = act(
            N_("Keep as issued"), lambda: with_paper(self._keep), "seal-check", "Ctrl+Enter"
        )
        self.signed_act = act(N_("Signed copy"), self.drop.ask_file, "upload-simple", "Ctrl+O")
        self._own_acts = (
            *self.editing.acts,
            self.print_act,
            self.save_act,
            self.mail_act,
            *self.preview.acts,
            self._sheet_act,
            self._number_act,
            self._each_act,
            self._keep_act,
            self.signed_act,
        )

    def _lay_out(self) -> None:
        self._start, column = card()
        self._list_head, _ = strip(self._list_title)
        column.addWidget(self._list_head)
        column.addWidget(self.papers)
        column.addStretch(1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        foot.addWidget(self.drop)
        column.addWidget(self._foot)
        body = QHBoxLayout(self)
        body.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        body.setSpacing(GAP)
        body.addWidget(self._start)
        body.addWidget(self.preview, 1)
        body.addWidget(self.details)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._choose)
        self.preview.language_chosen.connect(self._turn)
        self.preview.shown.connect(self._take_paper)
        self.preview.failed.connect(self._refuse_paper)
        self.details.chosen.connect(self._turn)
        self.details.number_typed.connect(self._number)
        self.drop.dropped.connect(self.take_scan)
        self.panes.closed.connect(self.details.leave)
        self._desk.dressed.connect(self.dress)
        self._desk.leaving.connect(self.forget)
        self._desk.notifier.subscribe(ON_PAPER, self._reload)
        self._desk.notifier.subscribe(_OF_ISSUED, self._take_news)

    def _wanted(self) -> Wanted | None:
        if self._session is None:
            return None
        offer, languages = self.papers.offer, self.preview.languages_chosen
        return Wanted(self._session.id, offer.kind, languages, self.details.options)

    def _choose(self) -> None:
        self.leave()
        self.details.show_offer(self.papers.offer)
        self._show_paper()
        self._read_issued()

    def _turn(self) -> None:
        self.editing.close()
        self._show_paper()

    def _show_paper(self) -> None:
        if (wanted := self._wanted()) is not None:
            self.preview.show_paper(wanted)
        self._offer()

    def _reload(self) -> None:
        """Make the paper again; while one types on it or it is hidden, when that is over."""
        if not self.isVisible():
            self._stale = True
        elif self._session is not None and not self.editing.block:
            self.preview.reload()

    def _take_paper(self) -> None:
        if not self.editing.block:
            self._show_details()
        self.shown.emit()

    def _refuse_paper(self, error: Exception) -> None:
        self._offer()
        self._desk.show_error(error)

    def _read_issued(self) -> None:
        store, session, kind = self._desk.store, self._session, self.papers.offer.kind
        if store is None or session is None:
            return

        def read(_: object) -> "tuple[tuple[IssuedPaper, ...], tuple[RecipientGroup, ...]]":
            with store.read() as reading:
                return list_issued(reading, session.id), list_groups(reading, session, kind)

        def take(
            found: "tuple[tuple[IssuedPaper, ...], tuple[RecipientGroup, ...]]",
        ) -> None:
            now = self._session.id if self._session else None
            if (session.id, kind) == (now, self.papers.offer.kind):
                self._issued, self._groups = found
                self._show_details()

        self._desk.runner.run(read, take)

    def _take_news(self) -> None:
        """Something was issued, printed, sent or signed; attestations got their numbers so."""
        if self.papers.offer.kind is DocumentKind.ATTESTATION:
            self._reload()
        if self.isVisible():
            self._read_issued()
        else:
            self._stale = True

    def _show_details(self) -> None:
        if self._session is not None:
            self.papers.show_states(self._session, self._issued)
            self.details.show_paper(self._session, self._issued, self._groups, self.rendered)
            self._start.setMinimumWidth(self.papers.minimumWidth() + 2)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the paper in view, and what comes next."""
        rendered = self.rendered
        there = rendered is not None
        for act in (self.print_act, self.save_act, self._keep_act):
            act.set_offered(there, _NOT_YET)
        reason = _NOT_YET
        if rendered is not None:
            from desktop_app.ui.papers.send import why_not  # the e-mail package, when needed

            reason = why_not(rendered)
        self.mail_act.set_offered(not reason, reason)
        each = rendered is not None and bool(rendered.paper.sections)
        self._each_act.set_offered(each, N_("This paper is one for all"))
        self._offer_number(rendered)
        issued = self.issued
        self.signed_act.set_offered(issued is not None, N_("Print it or keep it as issued first"))
        kind, languages = self.papers.offer.kind, self.preview.languages_chosen
        self.life.show(self._session, kind, languages)
        self.details.offer_next(self._next_act(rendered, issued), each=each)

    def _offer_number(self, rendered: Rendered | None) -> None:
        if rendered is None or self._session is None or not self.papers.offer.numbered:
            self._number_act.set_offered(
                offered=False, reason=N_("This paper bears no number of its own")
            )
            return
        pattern = rendered.material.institution.numbering is NumberingMode.PATTERN
        empty = not self._number_now()
        reason = (
            N_("It has a number") if pattern else N_("Papers are not numbered here: see Settings")
        )
        frozen = self._session.minutes_final and rendered.kind is DocumentKind.MINUTES
        self._number_act.set_offered(pattern and empty and not frozen, reason)

    def _next_act(self, rendered: Rendered | None, issued: "IssuedPaper | None") -> Act | None:
        if rendered is None:
            return None
        if self.life.finalise_act.isEnabled():
            return self.life.finalise_act
        if issued is None or not rendered.is_issued_as(issued):
            return self._keep_act
        if issued.state is DocumentState.SENT:
            return None
        ready = issued.state is DocumentState.SIGNED or rendered.kind in UNSIGNED
        return self.mail_act if ready else self.signed_act

    def _with_paper(self, do: Callable[[Rendered], object]) -> None:
        """Do something with the paper, once all that was typed is on it."""
        self.leave()
        self.preview.when_settled(do)

    def _mail(self, rendered: Rendered) -> None:
        from desktop_app.ui.papers.send import SendDialog  # the e-mail package, when needed

        self._desk.ask(SendDialog(self._desk, rendered, self._outbox))

    def _keep(self, rendered: Rendered) -> None:
        if (store := self._desk.store) is not None:
            self.outputs.keep_as_issued(rendered, store)

    def _save_each(self) -> None:
        if (wanted := self._wanted()) is not None:
            self._with_paper(partial(self.outputs.ask_folder, wanted))

    def _number_now(self) -> str:
        session = self._session
        if session is None:
            return ""
        letter = self.papers.offer.kind is DocumentKind.INVITATION
        return session.invitation.reference if letter else session.reference

    def _number(self, number: str) -> None:
        session, kind = self._session, self.papers.offer.kind
        if session is not None:
            write_now(
                self._desk,
                "papers.set_number",
                lambda work: set_number(work, session.id, kind, number),
            )

    def _give_number(self) -> None:
        session, rendered, kind = self._session, self.rendered, self.papers.offer.kind
        if session is None or rendered is None:
            return
        day = rendered.dated
        self._desk.write(
            "papers.give_number",
            lambda work: give_number(work, session.id, kind, day),
            told=self._desk.say("The number was given"),
        )
