"""Issued papers as they cross the floors: frozen, without a database."""

from dataclasses import dataclass
from datetime import date, datetime

from db.codes import DeliveryMeans, DocumentKind, DocumentLanguage, DocumentState, OutputMeans


@dataclass(frozen=True, slots=True)
class Delivery:
    """An issued paper sent to somebody, and when its arrival was confirmed.

    Attributes:
        sha256: of the file that went, the paper or its signed copy; empty if none did.
    """

    id: int
    uid: str
    recipient: str
    address: str
    means: DeliveryMeans
    sha256: str
    sent_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Output:
    """An issued paper printed, or saved as a file."""

    means: OutputMeans
    target: str
    copies: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """The scan of a signed paper; its bytes are read apart."""

    id: int
    file_name: str
    media_type: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper as it was issued; its PDF is read apart, by `papers.issued_pdf`.

    Attributes:
        session_id: None for a paper of no session.
        subject: what it is about, if not a whole session.
        digest: SHA-256 of its words, whose start is in its code.
        minutes_version: the final version of the minutes that it shows, if it does.
    """

    id: int
    uid: str
    session_id: int | None
    person_id: int | None
    kind: DocumentKind
    reference: str
    version: int
    language: DocumentLanguage
    state: DocumentState
    file_name: str
    dated: date | None
    issued_at: datetime
    sha256: str
    deliveries: tuple[Delivery, ...]
    subject: str = ""
    digest: str = ""
    minutes_version: int | None = None
    outputs: tuple[Output, ...] = ()
    signed_copies: tuple[SignedCopy, ...] = ()
