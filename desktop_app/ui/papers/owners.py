"""One mail to each who is in charge of a session's outcomes, with what is theirs."""

from db.codes import DocumentKind
from db.unit_of_work import Store
from desktop_app.documents.mails import mail_with
from desktop_app.documents.rendering import Rendered, render
from desktop_app.services.recipients import GroupCode
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import LANGUAGES
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.send import SendDialog, Written


def table_of(store: Store, session_id: int, language: str) -> Rendered:
    """Make the follow-up table of a session, which goes with each mail.

    Raises:
        UserError: the session is not there any more.
    """
    with store.read() as reading:
        return render(reading, DocumentKind.FOLLOW_UPS, session_id, LANGUAGES[language])


def ask_to_write(desk: Desk, outbox: Outbox, table: Rendered) -> None:
    """Ask how the mails go; those in charge are ticked, and nobody else.

    Args:
        desk: with an open record.
        outbox: keeps what was opened and not yet said to be sent.
        table: goes with each.
    """
    mail = mail_with(table.material, table.paper.languages[0], ())
    written = Written(frozenset({GroupCode.OWNERS}), mail)
    desk.ask(SendDialog(desk, table, outbox, written))
