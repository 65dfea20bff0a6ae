"""A mail as a draft that the user's own program opens, looked over and sent from there.

Written as an ``.eml`` file with ``X-Unsent: 1``, which asks for a window to write in rather than
to read in. Recipients stand in Bcc alone: nobody sees another's address. There is no From, Date
or Message-ID: the program that sends gives its own, and one of ours would contradict them.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final

from db.errors import UserError
from desktop_app.services.text import cleaned

LARGEST: Final = 20_000_000
"""Bytes of all attachments together; many offices' servers take no more."""

_WORD: Final = r"[A-Za-z0-9!#$%&'*+/=^_`{|}~-]+"
_HOST: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"{_WORD}(?:\.{_WORD})*@{_HOST}(?:\.{_HOST})*")
_RTL_MARK: Final = "\u200f"
_RIGHT: Final = frozenset({"R", "AL"})

# All of it in ASCII, so that no program or scanner on the way can spoil a letter.
_POLICY: Final = policy.SMTP.clone(cte_type="7bit", raise_on_defect=True)
_UNFOLDED: Final = _POLICY.clone(max_line_length=998)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail."""

    file_name: str
    data: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail that nobody has sent yet.

    Attributes:
        recipients: bare addresses, each sent to without the others knowing.
    """

    recipients: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


def as_eml(draft: Draft) -> bytes:
    """Write a draft as the file that a mail program opens.

    Raises:
        UserError: an address is none, or the attachments are too large.
    """
    check(draft)
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"
    message["Bcc"] = ", ".join(draft.recipients)
    message["Subject"] = header_text(draft.subject)
    message.set_content(body_text(draft.text), subtype="plain", charset="utf-8")
    for attachment in draft.attachments:
        name = file_name(attachment.file_name)
        maintype, _, subtype = attachment.media_type.partition("/")
        # RFC 2231 on one line is what Outlook reads of long Arabic names, which the parts of a
        # folded one leave it without. An encoded word in `name` would be read too, but is
        # forbidden there (RFC 2047, 5) and refused by strict readers: a plain name stands in.
        message.add_attachment(
            attachment.data,
            maintype=maintype,
            subtype=subtype,
            filename=name,
            params={"name": _plain(name)},
        )
    return message.as_bytes(policy=_FOLDED)


def check(draft: Draft) -> None:
    """Refuse a draft that no program could send.

    Raises:
        UserError: an address is none, or the attachments are too large.
    """
    for address in draft.recipients:
        if not is_address(address):
            raise UserError(
                "The message was not made: “{address}” is no e-mail address. Correct it on the"
                " person's card and try again; nothing was sent.",
                address=address,
            )
    size = sum(len(attachment.data) for attachment in draft.attachments)
    if size > LARGEST:
        raise UserError(
            "The message was not made: its files have {size} MB, and mail takes {limit} MB at"
            " most. Save the paper and hand it over in another way; nothing was sent.",
            size=-(-size // 1_000_000),
            limit=LARGEST // 1_000_000,
        )


def is_address(text: str) -> bool:
    """Tell whether a text is an address that every mail server understands."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def header_text(text: str) -> str:
    """Bring a text into one header: on one line, and never taken for an encoded one."""
    return re.sub(r"=(?=\?)", "= ", cleaned(_mended(text), one_line=True))


def body_text(text: str) -> str:
    """Give the text as it is read: an Arabic one has no line that begins from the left.

    A program that shows plain text lets the first letter of a line decide where it begins; an
    Arabic letter needs no help, a line that begins with a Latin word or a digit gets a mark.
    """
    text = cleaned(_mended(text))
    if _first_strong(text) not in _RIGHT:
        return text
    lines = text.split("\n")
    return "\n".join(
        line if not line or _first_strong(line) in _RIGHT else _RTL_MARK + line for line in lines
    )


def file_name(name: str) -> str:
    """Name an attachment by signs that every system takes."""
    stem, _, ending = cleaned(_mended(name), one_line=True).rpartition(".")
    kept = "".join(
        sign if sign.isalnum() or unicodedata.category(sign) == "Mn" or sign in "-_" else "-"
        for sign in stem
    )
    ending = re.sub(r"[^A-Za-z0-9]", "", ending) or "pdf"
    return f"{kept.strip('-')[:120] or 'document'}.{ending[:8]}"


def address_line(recipients: Sequence[str]) -> str:
    """Give addresses as the Bcc field of a mail in the browser takes them."""
    return "; ".join(recipients)


class _Folding(EmailPolicy):
    """Leaves a file name unfolded, and folds a subject without losing a space between words."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name == "Subject":  # Python's own folding drops spaces between encoded words
            folded = Header(value, "utf-8", header_name=name).encode(linesep=self.linesep)
            return f"{name}: {folded}{self.linesep}".encode("ascii")
        whole = name == "Content-Disposition"
        return (_UNFOLDED if whole else _POLICY).fold_binary(name, value)


_FOLDED: Final = _Folding(linesep="\r\n", cte_type="7bit", raise_on_defect=True)


def _mended(text: str) -> str:
    """Put half a letter's sign of doubt where half a letter was pasted."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return f"{letters.strip('-_') or 'document'}.{ending}"


def _first_strong(text: str) -> str:
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", *_RIGHT}), "")
