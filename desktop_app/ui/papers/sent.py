"""The question that waits for whoever comes back from the mail program: was it sent?"""

from collections.abc import Callable, Sequence
from pathlib import Path

from db.errors import UserError
from desktop_app.documents.rendering import Rendered
from desktop_app.i18n import N_
from desktop_app.mail.folder import forget
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers import mailing
from desktop_app.ui.papers.mailing import Letter
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.widgets.labels import label


class SentDialog(Dialog):
    """Asks whether a mail was sent; nothing is recorded before the answer is yes.

    Args:
        rendered: the paper that it carries.
        letter: the mail.
        others: those to be opened after it.
        own: the folder where its files lie.
        by_hand: offers the way without a mail program; None when that is how it was made.
    """

    def __init__(
        self,
        desk: Desk,
        rendered: Rendered,
        letter: Letter,
        others: Sequence[Letter],
        own: Path,
        by_hand: Callable[[], object] | None,
    ) -> None:
        self._rendered = rendered
        self._letter = letter
        self._others = others
        self._own = own
        self._by_hand = by_hand
        self._saving = False
        self._subject = label("strong", wrap=True)
        self._summary = label("context", wrap=True)
        self._meaning = label("hint", wrap=True)
        self.yes = Act(desk, N_("Yes, sent"), self._record, icon="check-circle", key="Enter")
        acts = [self.yes]
        if by_hand is not None:
            acts.append(Act(desk, N_("The message did not open"), self._go_by_hand))
        super().__init__(desk, N_("Was the message sent?"), acts, width=560)
        self.close_act.set_message(N_("Not yet"))
        for part in (self._subject, self._summary, self._meaning):
            self.body.addWidget(part)

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        say = self._desk.say
        count = len(self._letter.recipients)
        self._subject.setText(self._letter.draft.subject)
        self._summary.setText(say.plural("To {n} recipient", "To {n} recipients", count))
        self._meaning.setText(say("What was sent, when and to whom is recorded after a yes only."))

    def _record(self) -> None:
        if (store := self._desk.store) is None or self._saving:
            return
        self._saving = True  # offered all the while, so that the focus stays where it is
        rendered, letter = self._rendered, self._letter
        self._desk.runner.run(
            lambda _: mailing.record(store, rendered, letter), self._go_on, self._fail
        )

    def _go_on(self, _: object) -> None:
        forget(self._own)
        count = len(self._letter.recipients)
        words = self._desk.say.plural(
            "Recorded as sent to {n} recipient", "Recorded as sent to {n} recipients", count
        )
        self.leave()
        self._desk.tell(words)
        if self._others:
            following(self._desk, self._rendered, self._others)

    def _fail(self, error: Exception) -> None:
        self._saving = False
        self._desk.show_error(error)

    def _go_by_hand(self) -> None:
        if self._by_hand is not None:
            self._by_hand()


def following(desk: Desk, rendered: Rendered, letters: Sequence[Letter]) -> None:
    """Open the next of several mails, and ask after it."""
    letter, others = letters[0], letters[1:]
    try:
        own, taken = mailing.open_draft(letter)
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
    desk.ask(SentDialog(desk, rendered, letter, others, own, None))
