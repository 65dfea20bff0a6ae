"""What a paper is about that is more, or less, than one whole session."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a paper is about.

    Attributes:
        subject: tells it from others of its kind, the same whenever the same paper is made again:
            ``2025-09-01/2026-08-31``, ``owner:12``; empty for one whole session.
        about: what its kind reads, such as filters of the register or a period; each kind tells
            which (`desktop_app.documents.papers.SCOPED`).
        session_id: of the session that it belongs to; None for a paper of no session.
        person_id: whose it is, if it is one person's.
    """

    subject: str = ""
    about: Any = None
    session_id: int | None = None
    person_id: int | None = None
