"""A paper sent by mail: to whom, with which words, how."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QVBoxLayout

from db.codes import DocumentKind
from db.errors import UserError
from desktop_app.documents.mails import mail_with
from desktop_app.documents.rendering import Rendered
from desktop_app.i18n import N_, ltr
from desktop_app.mail.draft import address_line, body_text
from desktop_app.services.papers import list_issued
from desktop_app.services.recipients import (
    Recipient,
    RecipientGroup,
    list_groups,
    set_address,
)
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers import mailing
from desktop_app.ui.papers.mailing import Letter
from desktop_app.ui.papers.send_recipients import RecipientsPart
from desktop_app.ui.papers.send_ways import DRAFT, STEPS, WEB, Sendings, Ways
from desktop_app.ui.papers.sent import SentDialog
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db.unit_of_work import Store
    from desktop_app.services.paper_data import IssuedPaper
    from desktop_app.wording.mails import Mail

_TITLES: Final = {
    DocumentKind.MINUTES: N_("Send the minutes"),
    DocumentKind.REPORT: N_("Send the report"),
    DocumentKind.INVITATION: N_("Send the invitation"),
    DocumentKind.ATTENDANCE_SHEET: N_("Send the attendance sheet"),
    DocumentKind.ATTESTATION: N_("Send the attestation"),
}
_COLUMNS_APART: Final = 40
_DAY: Final = r"\d{4}-\d\d-\d\d"


class SendDialog(Dialog):
    """Sends the paper in view: ``desk.ask(SendDialog(desk, rendered))``.

    The act that opens it is offered when `why_not` gives nothing.

    Args:
        desk: with an open record.
        rendered: the paper as `desktop_app.documents.rendering` made it; its very bytes go.
    """

    def __init__(self, desk: Desk, rendered: Rendered) -> None:
        self._rendered = rendered
        self._language = rendered.paper.languages[0]
        self._laid: Path | None = None
        groups, issued = _read(desk.store, rendered)
        self.send = Act(desk, N_("Open message"), self._go, icon="envelope-simple", key="Enter")
        self.recipients = RecipientsPart(desk, groups)
        self.subject = QLineEdit()
        self.text = QTextEdit()
        self.ways = Ways(
            desk, (self._copy_addresses, self._copy_subject, self._copy_text, self._open_folder)
        )
        self._sendings = Sendings(desk, issued)
        self._heads = {
            "to": label("strong"),
            "how": label("strong"),
            "subject": label("context"),
            "text": label("context"),
            "file": label("context"),
        }
        self._file = label("hint", wrap=True)
        self.problem = label("note-amber", wrap=True)
        self._after = label("hint", wrap=True)
        self._generated = mailing_words(rendered, self.recipients.chosen)
        super().__init__(desk, _TITLES[rendered.kind], (self.send,), width=900)
        self._fill_in()
        self._lay_out_body()
        self._connect()
        self._show_act()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say = self._desk.say
        session = self._rendered.material.session
        number = {
            DocumentKind.MINUTES: session.reference,
            DocumentKind.REPORT: session.reference,
            DocumentKind.INVITATION: session.invitation.reference,
        }.get(self._rendered.kind, "")
        self._title.setText(" ".join(filter(None, (self._title.text(), number and ltr(number)))))
        self._heads["to"].setText(say("To whom? (blind copy, Bcc)"))
        self._heads["how"].setText(say("How?"))
        self._heads["subject"].setText(say("Subject"))
        self._heads["text"].setText(say("Text"))
        self._heads["file"].setText(say("Attached"))
        self.subject.setAccessibleName(say("Subject"))
        self.text.setAccessibleName(say("Text"))
        self._file.setText(re.sub(_DAY, lambda day: ltr(day[0]), self._rendered.file_name))
        self._after.setText(
            say("Afterwards you are asked whether it was sent; only then is it recorded.")
        )
        self.text.setFixedHeight(scaled(190))

    def show_over(self, window: "QWidget") -> None:
        """Cover the window; Enter sends at once, all else is a Tab away."""
        super().show_over(window)
        buttons = self.card.findChildren(Button)
        next(one for one in buttons if one.act is self.send).setFocus()

    def say_problem(self, words: str) -> None:
        """Say in the dialog what did not happen."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            self._scroll.verticalScrollBar().setValue(0)

    def _fill_in(self) -> None:
        right = self._language == "ar"
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        for field in (self.subject, self.text):
            field.setLayoutDirection(direction)
        option = self.text.document().defaultTextOption()
        option.setTextDirection(direction)
        self.text.document().setDefaultTextOption(option)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptRichText(False)
        self._write(self._generated)

    def _write(self, mail: "Mail") -> None:
        self._generated = mail
        self.subject.setText(mail.subject)
        self.subject.setCursorPosition(0)
        self.text.setPlainText(mail.text)

    def _lay_out_body(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        for column in (first, second):
            column.setSpacing(6)
        first.addWidget(self._heads["to"])
        first.addWidget(self.recipients)
        for head, field in (("subject", self.subject), ("text", self.text), ("file", self._file)):
            first.addSpacing(4)
            first.addWidget(self._heads[head])
            first.addWidget(field)
        first.addStretch(1)
        second.addWidget(self._heads["how"])
        second.addWidget(self.ways)
        second.addStretch(1)
        second.addWidget(self._sendings)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(_COLUMNS_APART)
        row.addLayout(first, 1)
        row.addLayout(second, 1)
        self.body.addWidget(self.problem)
        self.body.addLayout(row)
        self.foot.addWidget(self._after)

    def _connect(self) -> None:
        self.recipients.changed.connect(self._choose)
        self.recipients.addressed.connect(self._keep_address)
        self.ways.changed.connect(self._show_act)
        self.ways.through.connect(self._ask_after_web)
        self.subject.textEdited.connect(lambda _: self.ways.begin_again())

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
            self.say_problem(self._desk.say.error(error))
            return
        if not taken:
            self.go_by_hand()
            return
        desk, rendered = self._desk, self._rendered
        desk.ask(
            SentDialog(
                desk, rendered, letters[0], letters[1:], own, lambda: _by_hand(desk, rendered)
            )
        )

    def go_by_hand(self) -> None:
        """Go on in the browser, because no program took the message."""
        self.ways.choose(WEB)
        self.say_problem(
            self._desk.say(
                "The message was not opened: no mail program took it. Send it from the browser in"
                " four steps; nothing is lost."
            )
        )

    def _copy_addresses(self) -> bool:
        letters = self._letters()
        return bool(letters) and _copy(address_line(letters[0].draft.recipients))

    def _copy_subject(self) -> bool:
        return _copy(self.subject.text())

    def _copy_text(self) -> bool:
        return _copy(body_text(self.text.toPlainText()))

    def _open_folder(self) -> bool:
        letters = self._letters()
        if not letters:
            return False
        try:
            self._laid = self._laid or mailing.lay_files(letters[0])
        except UserError as error:
            self.say_problem(self._desk.say.error(error))
            return False
        if not mailing.show(self._laid):
            _copy(str(self._laid))
            self.say_problem(
                self._desk.say(
                    "The folder was not opened: its path is copied instead, paste it where the"
                    " file is asked for: {folder}",
                    folder=str(self._laid),
                )
            )
        return True

    def _ask_after_web(self) -> None:
        letters = self._letters()
        if letters and self._laid:
            self._desk.ask(SentDialog(self._desk, self._rendered, letters[0], (), self._laid, None))

    def _letters(self) -> tuple[Letter, ...]:
        """Give the mails as they are now; none when that cannot be, and the dialog says why."""
        self.say_problem("")
        by_hand = self.ways.value == WEB
        try:
            letters = mailing.letters_of(
                self._rendered,
                self.recipients.chosen,
                () if by_hand else self.recipients.owners,
                self.subject.text(),
                self.text.toPlainText(),
            )
        except UserError as error:
            self.say_problem(self._desk.say.error(error))
            return ()
        if not letters:
            self.say_problem(
                self._desk.say(
                    "The message was not made: nobody chosen has an address. Choose somebody, or"
                    " add an address."
                )
            )
        return letters

    # What changes while it is open --------------------------------------------------------------

    def _choose(self) -> None:
        words = (self.subject.text(), self.text.toPlainText())
        if words == (self._generated.subject, self._generated.text):
            self._write(mailing_words(self._rendered, self.recipients.chosen))
        self.ways.begin_again()

    def _show_act(self) -> None:
        if self.ways.value == DRAFT:
            self.send.set_message(N_("Open message"), "envelope-simple")
        else:
            self.send.set_message(*STEPS[self.ways.next_step])

    def _keep_address(self, recipient: Recipient, address: str) -> None:
        store, rendered = self._desk.store, self._rendered
        if store is None:
            return

        def keep(_: object) -> "tuple[RecipientGroup, ...]":
            with store.write("people.set_email") as work:
                set_address(work, recipient, address)
            return _read(store, rendered)[0]

        self._desk.runner.run(keep, self.recipients.set_groups)


def why_not(rendered: Rendered) -> str:
    """Give the English message that says why a paper cannot be sent by mail, or nothing."""
    if rendered.kind is DocumentKind.ATTESTATION and len(rendered.material.options.people) != 1:
        return N_("An attestation is sent to one person: choose that person first.")
    return "" if rendered.kind in _TITLES else N_("This paper is not sent by mail.")


def mailing_words(rendered: Rendered, chosen: tuple[Recipient, ...]) -> "Mail":
    """Write the words that go with a paper."""
    return mail_with(rendered.material, rendered.paper.languages[0], chosen)


def _by_hand(desk: Desk, rendered: Rendered) -> None:
    dialog = SendDialog(desk, rendered)
    dialog.go_by_hand()
    desk.ask(dialog)


def _copy(words: str) -> bool:
    QGuiApplication.clipboard().setText(words)
    return True


def _read(
    store: "Store | None", rendered: Rendered
) -> "tuple[tuple[RecipientGroup, ...], tuple[IssuedPaper, ...]]":
    """Read who may get the paper, and what was sent of its session before."""
    if store is None:
        return (), ()
    material = rendered.material
    people = material.options.people
    person_id = people[0] if rendered.kind is DocumentKind.ATTESTATION and people else None
    with store.read() as reading:
        session = get_session(reading, material.session.id)
        groups = list_groups(reading, session, rendered.kind, person_id)
        return groups, list_issued(reading, session.id)
