"""The mails that a paper is sent with: made, laid where a program finds them, opened, recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from db.unit_of_work import Store
from desktop_app.documents.mails import mail_to_owner
from desktop_app.documents.rendering import Rendered, as_issued, issue
from desktop_app.documents.sending import SignedPaper, record_sending
from desktop_app.mail.draft import Attachment, Draft, as_eml, check, file_name
from desktop_app.mail.folder import drafts_folder, put
from desktop_app.services.outputs import signed_copy
from desktop_app.services.recipients import Recipient, reached
from desktop_app.wording.mails import Mail

_MESSAGE_FILE: Final = "message.eml"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The file that goes with a mail.

    Attributes:
        signed: whose scan it is; None for the paper itself.
    """

    file: Attachment
    signed: SignedPaper | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, and who gets it."""

    recipients: tuple[Recipient, ...]
    draft: Draft
    signed: SignedPaper | None


def enclose(store: Store, rendered: Rendered, signed: SignedPaper | None) -> Enclosed:
    """Give the paper as a file, or its signed copy.

    Raises:
        UserError: the signed copy is not there any more.
    """
    if signed is None:
        with store.read() as reading:
            paper = as_issued(reading, rendered)
        return Enclosed(Attachment(paper.file_name, paper.pdf))
    with store.read() as reading:
        data = signed_copy(reading, signed.copy.id)
    return Enclosed(Attachment(signed.copy.file_name, data, signed.copy.media_type), signed)


def letters_of(
    rendered: Rendered,
    enclosed: Enclosed,
    chosen: Sequence[Recipient],
    owners: Sequence[Recipient],
    mail: Mail,
) -> tuple[Letter, ...]:
    """Make one mail for those chosen, and one for each owner with what is his.

    Args:
        rendered: the paper that they are about.
        enclosed: goes with each.
        chosen: who get the first, each address once.
        owners: who get one of their own.
        mail: the words of the first.

    Raises:
        UserError: an address is none, or the file is too large for mail.
    """
    letters = [_letter(reached(chosen), mail, enclosed)] if reached(chosen) else []
    language = rendered.paper.languages[0]
    for owner in reached(owners):
        own = mail_to_owner(rendered.material, language, owner)
        letters.append(_letter((owner,), own, enclosed))
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


def record(store: Store, rendered: Rendered, letter: Letter) -> str:
    """Write down that a mail was sent, and give the unit that did, to be undone.

    The paper is issued by a unit of its own, for what was issued is kept for ever.

    Raises:
        UserError: the sending was not recorded.
    """
    if letter.signed is None:
        with store.write("papers.issue") as work:
            issue(work, rendered)
    with store.write("papers.send") as work:
        record_sending(work, rendered, letter.recipients, letter.signed)
    return work.uid


def _letter(recipients: Sequence[Recipient], mail: Mail, enclosed: Enclosed) -> Letter:
    addresses = tuple(one.address for one in recipients)
    draft = Draft(addresses, mail.subject, mail.text, (enclosed.file,))
    check(draft)
    return Letter(tuple(recipients), draft, enclosed.signed)
