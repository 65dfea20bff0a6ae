"""The question that waits for whoever comes back from the mail program: was it sent?"""

from collections.abc import Callable
from dataclasses import replace

from db.errors import UserError
from desktop_app.i18n import N_
from desktop_app.mail.folder import forget
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers import mailing
from desktop_app.ui.papers.outbox import Opened, Outbox
from desktop_app.ui.text import text_for
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label


class SentDialog(Dialog):
    """Asks whether a mail was sent; nothing is recorded before the answer is yes.

    Args:
        opened: the mail, and those after it.
        outbox: where it waits when the answer is not yet.
        by_hand: offers the way without a mail program; None when that is how it was made.
    """

    def __init__(
        self,
        desk: Desk,
        opened: Opened,
        outbox: Outbox,
        by_hand: Callable[[], object] | None = None,
    ) -> None:
        self._opened = opened
        self._letter = opened.letters[0]
        self._outbox = outbox
        self._saving = False
        self._subject = label("strong", wrap=True)
        self._subject.setObjectName("recorded")
        self.summary = label("context", wrap=True)
        self._meaning = label("hint", wrap=True)
        acts = [Act(desk, N_("Yes, sent"), self._record, icon="check-circle", key="Enter")]
        if by_hand is not None:
            acts.append(Act(desk, N_("The message did not open"), by_hand, key="F5"))
        super().__init__(desk, N_("Was the message sent?"), acts, width=680)
        self.close_act.set_message(N_("Not yet"))
        for part in (self._subject, self.summary, self._meaning):
            self.body.addWidget(part)
        outbox.keep(opened)

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say, opened = self._desk.say, self._opened
        self._subject.setText(self._letter.draft.subject)
        told = [_to_whom(self._desk, self._letter)]
        if opened.total > 1:
            number = opened.total - len(opened.letters) + 1
            told.insert(0, say("Message {n} of {total}", n=number, total=opened.total))
        self.summary.setText(" · ".join(told))
        self._meaning.setText(
            say(
                "What was sent, when and to whom is recorded after a yes only. Until then the"
                " paper asks again when it is to be sent."
            )
        )

    def _record(self) -> None:
        if (store := self._desk.store) is None or self._saving:
            return
        self._saving = True  # offered all the while, so that the focus stays where it is
        rendered, letter = self._opened.rendered, self._letter
        self._desk.runner.run(
            lambda _: mailing.record(store, rendered, letter),
            self._go_on,
            self._fail,
        )

    def _go_on(self, unit: str) -> None:
        desk, opened, outbox = self._desk, self._opened, self._outbox
        outbox.settle(opened)
        forget(opened.own)
        count = len(self._letter.recipients)
        words = desk.say.plural(
            "Recorded as sent to {n} recipient", "Recorded as sent to {n} recipients", count
        )
        self.leave()
        desk.undoable(words, lambda: _take_back(desk, unit, opened, outbox))
        if opened.letters[1:]:
            following(desk, replace(opened, letters=opened.letters[1:]), outbox)

    def _fail(self, error: Exception) -> None:
        self._saving = False
        self._desk.show_error(error)


def following(desk: Desk, opened: Opened, outbox: Outbox) -> None:
    """Open the next of several mails, and ask after it."""
    try:
        own, taken = mailing.open_draft(opened.letters[0])
    except UserError as error:
        desk.show_error(error)
        return
    if not taken:
        desk.show_error(
            UserError(
                "The next message was not opened: no mail program took it. Open one, then send"
                " the paper again; what was sent is recorded."
            )
        )
        return
    desk.ask(SentDialog(desk, replace(opened, own=own), outbox))


def _take_back(desk: Desk, unit: str, opened: Opened, outbox: Outbox) -> None:
    """Record that it was not sent after all; it waits for its answer again, alone."""
    from db.undoing import undo  # the models, when something is undone

    def done(_: object) -> None:
        if outbox.waiting(opened.rendered) is None:
            outbox.keep(replace(opened, letters=opened.letters[:1], total=1))
        desk.tell(desk.say("The sending was taken back; the paper stays issued."))

    desk.write("undo", lambda work: undo(work, unit), done, desk.show_error, undoable=False)


def _to_whom(desk: Desk, letter: mailing.Letter) -> str:
    say, count = desk.say, len(letter.recipients)
    if count == 1:
        return say("To: {name}", name=text_for(letter.recipients[0].name, desk.language))
    return say.plural("To {n} recipient", "To {n} recipients", count)
