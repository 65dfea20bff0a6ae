"""Reminders of what is late: one mail for each who is in charge, opened one after the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db.errors import UserError
from desktop_app.documents.mails import reminder
from desktop_app.i18n import N_
from desktop_app.mail.draft import Draft, body_text, check
from desktop_app.services.institution import get_institution
from desktop_app.services.reminders import Reminding, read_reminders, record
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.follow_ups.columns import today
from desktop_app.ui.papers import mailing
from desktop_app.ui.papers.mailing import Letter
from desktop_app.ui.text import text_for
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.wording.mails import Mail

if TYPE_CHECKING:
    from desktop_app.services.institution_data import Institution
    from desktop_app.wording.bilingual import PaperLanguage

_LANGUAGES: Final = {"ar": N_("Arabic"), "fr": N_("French")}


class RemindDialog(Dialog):
    """Shows a reminder, opens it as a draft and asks whether it was sent; then the next one.

    Attributes:
        language: of the mails.
        subject, text: the mail as it would go.
        problem: what did not happen.
        asking: whether it was sent; it is noted in the history of the outcomes after a yes only.
    """

    def __init__(self, desk: Desk, centre: "Institution", reminders: Sequence[Reminding]) -> None:
        self._centre = centre
        self._reminders = reminders
        self._at = 0
        self._written = False
        self.opening = Act(
            desk, N_("Open message"), self._go_on, icon="envelope-simple", key="Enter"
        )
        self._copying = Act(desk, N_("Copy text"), self._copy, icon="copy", key="F5")
        self._skipping = Act(desk, N_("Next"), self._next, key="F6")
        self._to = label("strong", wrap=True)
        self._to.setObjectName("recorded")
        self._counted = label("context", wrap=True)
        self.problem = label("note-amber", wrap=True)
        self.asking = label("strong", wrap=True)
        self.subject = label("strong", wrap=True)
        self.text = label("", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        for words in (self.subject, self.text):
            words.setObjectName("recorded")
        self.language = Segmented(desk, N_("Language"), _LANGUAGES)
        self.language.choose("fr" if desk.language == "fr" else "ar")
        acts = (self.opening, self._copying, self._skipping)
        super().__init__(desk, N_("Send reminder"), acts, width=scaled(720))
        parts = (
            self._counted,
            self._to,
            self.language,
            self.problem,
            self.asking,
            self.subject,
            self.text,
        )
        for part in parts:
            self.body.addWidget(part)
        self.problem.hide()
        self.language.chosen.connect(lambda _: self.dress())
        self.close_act.set_message(N_("Close"))
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say, one = self._desk.say, self._current
        name = text_for(one.owner.name, self._desk.language)
        address = one.owner.address or say("no address")
        self._to.setText(f"{name} · {address}")
        total = len(self._reminders)
        self._counted.setText(say("Message {n} of {total}", n=self._at + 1, total=total))
        mail = self._mail
        self.subject.setText(mail.subject)
        self.text.setText(mail.text)
        self.asking.setText(say("Was the message sent?"))
        self.asking.setVisible(self._written)
        message, icon = (
            (N_("Yes, sent"), "check-circle")
            if self._written
            else (N_("Open message"), "envelope-simple")
        )
        self.opening.set_message(message, icon)
        lacking = N_("There is no address: copy the text, or add one on the card.")
        self.opening.set_offered(self._written or bool(one.owner.address), lacking)
        self._skipping.set_offered(self._at + 1 < total)

    @property
    def _current(self) -> Reminding:
        return self._reminders[self._at]

    @property
    def _in(self) -> "PaperLanguage":
        return "fr" if self.language.value == "fr" else "ar"

    @property
    def _mail(self) -> Mail:
        return reminder(self._centre, self._in, self._current)

    def _go_on(self) -> None:
        if self._written:
            self._record()
        else:
            self._open()

    def _open(self) -> None:
        one, mail = self._current, self._mail
        draft = Draft((one.owner.address,), mail.subject, mail.text)
        try:
            check(draft)
            _, taken = mailing.open_draft(Letter((one.owner,), draft, None))
        except UserError as error:
            self._say_problem(error)
            return
        if taken:
            self._ask()
        else:
            self._say_problem(
                UserError(
                    "The message was not opened: no mail program took it. Copy the text and send"
                    " it from the browser; nothing is lost."
                )
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(body_text(self._mail.text))
        self._desk.tell(self._desk.say("Text copied"))
        self._ask()

    def _ask(self) -> None:
        self._say_problem(None)
        self._written = True
        self.dress()

    def _record(self) -> None:
        sent, language, say = self._current, self._in, self._desk.say
        told = say.plural(
            "Recorded as sent to {n} recipient", "Recorded as sent to {n} recipients", 1
        )
        self._desk.write("reminders.record", lambda work: record(work, sent, language), told=told)
        self._next()

    def _next(self) -> None:
        self._say_problem(None)
        self._written = False
        if self._at + 1 < len(self._reminders):
            self._at += 1
            self.dress()
        else:
            self.leave()

    def _say_problem(self, problem: UserError | None) -> None:
        self.problem.setText(self._desk.say.error(problem) if problem else "")
        self.problem.setVisible(problem is not None)


def ask_to_remind(desk: Desk, ids: Sequence[int]) -> None:
    """Show the reminders for what is late among some outcomes, as soon as they are read."""
    if (store := desk.store) is None:
        return

    def read(_: object) -> "tuple[Institution, Sequence[Reminding]]":
        with store.read() as reading:
            return get_institution(reading, today()), read_reminders(reading, ids, today())

    def take(found: "tuple[Institution, Sequence[Reminding]]") -> None:
        centre, reminders = found
        if reminders:
            desk.ask(RemindDialog(desk, centre, reminders))
        else:
            desk.tell(desk.say("Nothing late has anybody in charge: there is nobody to remind."))

    desk.runner.run(read, take)
