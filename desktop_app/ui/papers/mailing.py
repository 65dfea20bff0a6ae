"""The mails that a paper is sent with: made, laid where a program finds them, opened, recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from db.unit_of_work import Store
from desktop_app.documents.mails import mail_to_owner
from desktop_app.documents.rendering import Rendered
from desktop_app.documents.sending import record_sending
from desktop_app.mail.draft import Attachment, Draft, as_eml, check, file_name
from desktop_app.mail.folder import drafts_folder, put
from desktop_app.services.recipients import Recipient, reached

_MESSAGE_FILE: Final = "message.eml"


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, and who gets it."""

    recipients: tuple[Recipient, ...]
    draft: Draft


def letters_of(
    rendered: Rendered,
    chosen: Sequence[Recipient],
    owners: Sequence[Recipient],
    subject: str,
    text: str,
) -> tuple[Letter, ...]:
    """Make one mail for those chosen, and one for each owner with what is his.

    Args:
        rendered: the paper that goes with each.
        chosen: who get the first, each address once.
        owners: who get one of their own.
        subject: of the first.
        text: of the first.

    Raises:
        UserError: an address is none, or the paper is too large for mail.
    """
    paper = (Attachment(rendered.file_name, rendered.pdf),)
    letters = [_letter(reached(chosen), subject, text, paper)] if reached(chosen) else []
    language = rendered.paper.languages[0]
    for owner in reached(owners):
        mail = mail_to_owner(rendered.material, language, owner)
        letters.append(_letter((owner,), mail.subject, mail.text, paper))
    return tuple(letters)


def open_draft(letter: Letter) -> tuple[Path, bool]:
    """Have the system open a mail as a draft, and tell where it lies and whether it was taken.

    Raises:
        UserError: it cannot be written.
    """
    own = put({_MESSAGE_FILE: as_eml(letter.draft)}, drafts_folder())
    return own, show(own / _MESSAGE_FILE)


def lay_files(letter: Letter) -> Path:
    """Lay the files of a mail in a folder of their own, to be attached by hand.

    Raises:
        UserError: they cannot be written.
    """
    files = {file_name(one.file_name): one.data for one in letter.draft.attachments}
    return put(files, drafts_folder())


def show(path: Path) -> bool:
    """Have the system open a file or a folder, and tell whether something took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def record(store: Store, rendered: Rendered, letter: Letter) -> None:
    """Write down that a mail was sent.

    Raises:
        UserError: nothing was recorded.
    """
    with store.write("papers.send") as work:
        record_sending(work, rendered, letter.recipients)


def _letter(
    recipients: Sequence[Recipient], subject: str, text: str, paper: tuple[Attachment, ...]
) -> Letter:
    draft = Draft(tuple(one.address for one in recipients), subject, text, paper)
    check(draft)
    return Letter(tuple(recipients), draft)
