"""A paper sent by mail: to whom, with which words, how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from db.codes import DocumentKind
from db.errors import UserError
from desktop_app.direction import ltr
from desktop_app.documents.mails import mail_with
from desktop_app.documents.rendering import Rendered
from desktop_app.documents.sending import signed_paper
from desktop_app.i18n import N_
from desktop_app.mail.draft import address_line, body_text
from desktop_app.services.papers import list_issued
from desktop_app.services.recipients import (
    GroupCode,
    Recipient,
    RecipientGroup,
    directorates,
    list_groups,
    set_address,
)
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers import mailing
from desktop_app.ui.papers.mailing import Letter
from desktop_app.ui.papers.outbox import Opened, Outbox
from desktop_app.ui.papers.send_files import EnclosedPart
from desktop_app.ui.papers.send_recipients import RecipientsPart
from desktop_app.ui.papers.send_ways import DRAFT, STEPS, WEB, Sendings, Ways
from desktop_app.ui.papers.send_words import WordsPart
from desktop_app.ui.papers.sent import SentDialog
from desktop_app.ui.theme import PAGE_MARGIN, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.overlay import EDGE
from desktop_app.wording.mails import Mail

if TYPE_CHECKING:
    from pathlib import Path

    from db.unit_of_work import Store
    from desktop_app.services.paper_data import IssuedPaper

_TITLES: Final = {
    DocumentKind.MINUTES: N_("Send the minutes"),
    DocumentKind.REPORT: N_("Send the report"),
    DocumentKind.INVITATION: N_("Send the invitation"),
    DocumentKind.ATTENDANCE_SHEET: N_("Send the attendance sheet"),
    DocumentKind.ATTESTATION: N_("Send the attestation"),
}
_OTHER_TITLE: Final = N_("Send the paper")
_TO: Final = N_("To whom? (blind copy, Bcc)")
_ATTACHED: Final = N_("Attached")
_HOW: Final = N_("How?")
_TEXT_HIGH: Final = 240
_TEXT_LOW: Final = 84
_AFTER_WIDTH: Final = 420
_SHOWN_HERE: Final = ("deliveries", "people", "bodies")
"""Kinds of record that the dialog shows something of."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was chosen and written in a dialog, for the one that goes on in its place."""

    ticked: frozenset[GroupCode]
    mail: Mail


class SendDialog(Dialog):
    """Sends the paper in view: ``desk.ask(SendDialog(desk, rendered, outbox))``.

    The act that opens it is offered when `why_not` gives nothing.

    Args:
        desk: with an open record.
        rendered: the paper as `desktop_app.documents.rendering` made it; its very bytes go,
            unless it came back signed: then its signed copy does.
        outbox: keeps what was opened and not yet said to be sent.
        written: to begin with, in place of the usual.
    """

    def __init__(
        self,
        desk: Desk,
        rendered: Rendered,
        outbox: Outbox,
        written: Written | None = None,
    ) -> None:
        self._rendered = rendered
        self._language = rendered.paper.languages[0]
        self._outbox = outbox
        self._waiting = outbox.waiting(rendered)
        self._laid: Path | None = None
        self._problem: UserError | None = None
        groups, issued = _read(desk.store, rendered)
        self.send = Act(desk, N_("Open message"), self._go, icon="envelope-simple", key="Enter")
        self.confirm = Act(desk, N_("Confirm sending"), self._confirm, icon="check", key="F9")
        self.confirm.set_offered(self._waiting is not None)
        self.recipients = RecipientsPart(desk, groups, written.ticked if written else None)
        self.words = WordsPart(desk, self._language)
        self.enclosed = EnclosedPart(desk, rendered.file_name, signed_paper(rendered, issued))
        self.ways = Ways(
            desk, (self._copy_addresses, self._copy_subject, self._copy_text, self._open_folder)
        )
        self.sendings = Sendings(desk, issued)
        self._heads = {message: label("context") for message in (_TO, _ATTACHED, _HOW)}
        self.problem = label("note-amber", wrap=True)
        self.not_confirmed = label("note-amber", wrap=True)
        self._after = label("hint", wrap=True)
        super().__init__(desk, _TITLES.get(rendered.kind, _OTHER_TITLE), (self.send,), width=900)
        others = (self.recipients.add, self.enclosed.turn, self.confirm)
        self.acts = (*self.acts, *self.ways.step_acts, *others)
        self._write()
        if written:
            self.words.write(written.mail)
        self._lay_out_body()
        self._connect()
        self._follow_way()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say = self._desk.say
        rendered = self._rendered
        number = "" if rendered.kind is DocumentKind.ATTESTATION else rendered.reference
        self._title.setText(" ".join(filter(None, (self._title.text(), number and ltr(number)))))
        for message, head in self._heads.items():
            head.setText(say(message))
        self._after.setText(
            say("Afterwards you are asked whether it was sent; only then is it recorded.")
        )
        self.problem.setText(say.error(self._problem) if self._problem else "")
        if self._waiting is not None:
            count = len(self._waiting.letters[0].recipients)
            self.not_confirmed.setText(
                say.plural(
                    "A message to {n} recipient was opened; nobody said yet whether it was sent.",
                    "A message to {n} recipients was opened; nobody said yet whether it was sent.",
                    count,
                )
            )
        self._after.ensurePolished()
        words = self._after.fontMetrics().horizontalAdvance(self._after.text())
        self._after.setMinimumWidth(min(words + 2, _AFTER_WIDTH))

    def place(self) -> None:
        """Stand in the middle; the text of the mail takes what room there is."""
        super().place()
        field, view = self.words.text, self._scroll.viewport()
        spare = view.height() - self.body.heightForWidth(view.width())
        room = field.height() + spare + self.height() - 2 * EDGE - self.card.height()
        fitting = min(max(room, scaled(_TEXT_LOW)), scaled(_TEXT_HIGH))
        if fitting != field.height():
            field.setFixedHeight(fitting)
            super().place()

    def show_over(self, window: "QWidget") -> None:
        """Cover the window; Enter sends at once, all else is a Tab away."""
        super().show_over(window)
        buttons = self.card.findChildren(Button)
        next(one for one in buttons if one.act is self.send).setFocus()

    def say_problem(self, problem: UserError | None) -> None:
        """Say in the dialog what did not happen; None when all went well."""
        self._problem = problem
        self.problem.setText(self._desk.say.error(problem) if problem else "")
        self.problem.setVisible(problem is not None)
        if problem:
            self._scroll.verticalScrollBar().setValue(0)

    def _write(self) -> None:
        people = self.recipients.chosen
        self.words.generate(mail_with(self._rendered.material, self._language, people))

    def _lay_out_body(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        for column in (first, second):
            column.setSpacing(6)
        first.addWidget(self._heads[_TO])
        first.addWidget(self.recipients)
        first.addSpacing(4)
        first.addWidget(self.words)
        first.addSpacing(4)
        first.addWidget(self._heads[_ATTACHED])
        first.addWidget(self.enclosed)
        first.addStretch(1)
        second.addWidget(self._heads[_HOW])
        second.addWidget(self.ways)
        second.addStretch(1)
        second.addWidget(self.sendings)
        self.problem.hide()
        self._after.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        between = QFrame()
        between.setProperty("kind", "divider")
        row = QHBoxLayout()
        row.setSpacing(PAGE_MARGIN)
        row.addLayout(first, 1)
        row.addWidget(between)
        row.addLayout(second, 1)
        self.body.addWidget(self.problem)
        if self._waiting is not None:
            line = QHBoxLayout()
            line.addWidget(self.not_confirmed, 1)
            line.addWidget(Button(self._desk, self.confirm, small=True))
            self.body.addLayout(line)
        self.body.addLayout(row)
        self.foot.addWidget(self._after)

    def _connect(self) -> None:
        self.recipients.changed.connect(self._choose)
        self.recipients.addressed.connect(self._keep_address)
        self.enclosed.turn.triggered.connect(self._enclose_other)
        self.ways.changed.connect(self._follow_way)
        self.ways.through.connect(self._ask_after_web)
        self.words.typed.connect(self.ways.begin_again)
        self.closed.connect(self._desk.notifier.subscribe(_SHOWN_HERE, self._reload))

    # What the acts do ---------------------------------------------------------------------------

    def _go(self) -> None:
        if self.ways.value == WEB:
            self.ways.do_next()
            return
        letters = self._letters()
        if not letters:
            return
        try:
            own, taken = mailing.open_draft(letters[0])
        except UserError as error:
            self.say_problem(error)
            return
        if taken:
            self._ask_after(letters, own, self._by_hand)
        else:
            self.go_by_hand()

    def go_by_hand(self) -> None:
        """Go on in the browser, because no program took the message."""
        self.ways.choose(WEB)
        self.say_problem(
            UserError(
                "The message was not opened: no mail program took it. Send it from the browser in"
                " four steps; nothing is lost."
            )
        )

    def _confirm(self) -> None:
        if self._waiting is not None:
            self._desk.ask(SentDialog(self._desk, self._waiting, self._outbox, self._by_hand))

    @property
    def _by_hand(self) -> Callable[[], None]:
        """Opens this dialog anew, with what was written in it, for the way by hand."""
        desk, rendered, outbox = self._desk, self._rendered, self._outbox
        written = Written(self.recipients.ticked, self.words.mail)

        def ask() -> None:
            dialog = SendDialog(desk, rendered, outbox, written)
            dialog.go_by_hand()
            desk.ask(dialog)

        return ask

    def _ask_after(
        self, letters: tuple[Letter, ...], own: "Path", by_hand: Callable[[], None] | None = None
    ) -> None:
        opened = Opened(self._rendered, letters, len(letters), own)
        self._desk.ask(SentDialog(self._desk, opened, self._outbox, by_hand))

    def _copy_addresses(self) -> bool:
        letters = self._letters()
        return bool(letters) and _copy(address_line(letters[0].draft.recipients))

    def _copy_subject(self) -> bool:
        return _copy(self.words.mail.subject)

    def _copy_text(self) -> bool:
        return _copy(body_text(self.words.mail.text))

    def _open_folder(self) -> bool:
        letters = self._letters()
        if not letters:
            return False
        try:
            self._laid = self._laid or mailing.lay_files(letters[0])
        except UserError as error:
            self.say_problem(error)
            return False
        if not mailing.show(self._laid):
            _copy(str(self._laid))
            self.say_problem(
                UserError(
                    "The folder was not opened: its path is copied instead, paste it where the"
                    " file is asked for: {folder}",
                    folder=str(self._laid),
                )
            )
        return True

    def _ask_after_web(self) -> None:
        letters = self._letters()
        if letters and self._laid:
            self._ask_after(letters, self._laid)

    def _letters(self) -> tuple[Letter, ...]:
        """Give the mails as they are now; none when that cannot be, and the dialog says why."""
        self.say_problem(None)
        if (store := self._desk.store) is None:
            return ()
        people = self.recipients
        try:
            enclosed = mailing.enclose(store, self._rendered, self.enclosed.signed)
            letters = mailing.letters_of(
                self._rendered, enclosed, people.chosen, people.owners, self.words.mail
            )
        except UserError as error:
            self.say_problem(error)
            return ()
        if not letters:
            self.say_problem(
                UserError(
                    "The message was not made: nobody chosen has an address. Choose somebody, or"
                    " add an address."
                )
            )
        return letters

    # What changes while it is open --------------------------------------------------------------

    def _choose(self) -> None:
        self._write()
        self.ways.begin_again()

    def _enclose_other(self) -> None:
        self._laid = None
        self.ways.begin_again()

    def _follow_way(self) -> None:
        draft = self.ways.value == DRAFT
        self.recipients.offer_owners(offered=draft)
        if draft:
            self.send.set_message(N_("Open message"), "envelope-simple")
        else:
            self.send.set_message(*STEPS[self.ways.next_step][:2])

    def _keep_address(self, recipient: Recipient, address: str) -> None:
        if (store := self._desk.store) is None:
            return

        def keep(_: object) -> None:
            with store.write("people.set_email") as work:
                set_address(work, recipient, address)

        self._desk.runner.run(keep, lambda _: None)

    def _reload(self) -> None:
        store, rendered = self._desk.store, self._rendered
        self._desk.runner.run(lambda _: _read(store, rendered), self._take)

    def _take(self, found: "tuple[tuple[RecipientGroup, ...], tuple[IssuedPaper, ...]]") -> None:
        if self._over is not None:  # it may have been left meanwhile
            groups, issued = found
            self.recipients.set_groups(groups)
            self.sendings.set_issued(issued)


def why_not(rendered: Rendered) -> str:
    """Give the English message that says why a paper cannot be sent by mail, or nothing."""
    if rendered.kind is DocumentKind.ATTESTATION and len(rendered.material.options.people) != 1:
        return N_("An attestation is sent to one person: choose that person first.")
    return ""


def _copy(words: str) -> bool:
    QGuiApplication.clipboard().setText(words)
    return True


def _read(
    store: "Store | None", rendered: Rendered
) -> "tuple[tuple[RecipientGroup, ...], tuple[IssuedPaper, ...]]":
    """Read who may get the paper, and what was sent of its session, or of its kind, before."""
    if store is None:
        return (), ()
    material = rendered.material
    people = material.options.people
    person_id = people[0] if rendered.kind is DocumentKind.ATTESTATION and people else None
    with store.read() as reading:
        if material.of_session is None:
            groups = directorates(reading, rendered.dated)
            return groups, list_issued(reading, kind=rendered.kind)
        session = get_session(reading, material.of_session.id)
        groups = list_groups(reading, session, rendered.kind, person_id)
        return groups, list_issued(reading, session.id)
