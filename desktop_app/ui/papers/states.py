"""How far each paper of a session is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from db.codes import AttendanceState, DocumentKind, DocumentState
from desktop_app.i18n import Language
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.session_data import Session
from desktop_app.ui.widgets.chips import Chip
from desktop_app.wording.vocabulary import label

if TYPE_CHECKING:
    from desktop_app.wording.gender import Gender

_THERE: Final = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})
_MASCULINE: Final = frozenset(
    {DocumentKind.MINUTES, DocumentKind.REPORT, DocumentKind.FOLLOW_UPS}
    | {DocumentKind.ATTESTATION_REGISTER}
)
UNSIGNED: Final = frozenset({DocumentKind.FOLLOW_UPS, DocumentKind.ACTIONS})
"""Papers that nobody signs: once issued they are ready."""
_LOOKS: Final[Mapping[DocumentState, tuple[str, str]]] = {
    DocumentState.DRAFT: ("pencil-simple", "neutral"),
    DocumentState.TO_REVIEW: ("eye", "amber"),
    DocumentState.TO_SIGN: ("pen-nib", "accent"),
    DocumentState.SIGNED: ("seal-check", "green"),
    DocumentState.SENT: ("paper-plane-tilt", "green"),
}


def last_issued(issued: Iterable[IssuedPaper], kind: DocumentKind) -> IssuedPaper | None:
    """Give the last issued paper of a kind; papers come the latest first."""
    return next((paper for paper in issued if paper.kind is kind), None)


def state_of(
    kind: DocumentKind, session: Session, issued: Sequence[IssuedPaper]
) -> DocumentState | None:
    """Tell how far a paper is; None while nothing was done for it.

    Minutes have a state of their own once they were to review or final. A paper that was never
    issued is a draft once it has a number, a date or something to tell.
    """
    own = session.minutes_version or session.minutes_state is not DocumentState.DRAFT
    if kind is DocumentKind.MINUTES and own:
        return session.minutes_state
    paper = last_issued(issued, kind)
    if paper is not None:
        return paper.state
    letter = session.invitation
    begun = {
        DocumentKind.INVITATION: bool(letter.reference or letter.dated),
        DocumentKind.MINUTES: bool(session.interventions or session.outcomes),
    }
    return DocumentState.DRAFT if begun.get(kind) else None


def chip_of(state: DocumentState | None, kind: DocumentKind, language: Language) -> Chip:
    """Show a state; its word agrees with the paper."""
    if state is None:
        return Chip(
            label("to_prepare", language, of="material_state"), "circle-dashed", "neutral", "dashed"
        )
    gender: Gender = "m" if kind in _MASCULINE else "f"
    if state is DocumentState.TO_SIGN and kind in UNSIGNED:
        return Chip(label("ready", language, gender, of="material_state"), "check", "green")
    icon, tone = _LOOKS[state]
    return Chip(label(state, language, gender), icon, tone)


def count_of(kind: DocumentKind, session: Session) -> int:
    """Count the persons whom a paper is for; 0 where that says nothing."""
    lines = session.attendance
    if kind is DocumentKind.INVITATION:
        return sum(line.invited for line in lines)
    if kind is DocumentKind.ATTESTATION:
        return sum(line.state in _THERE for line in lines)
    return 0
