"""A paper that was sent, written down once the user has said so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from db.codes import DeliveryMeans, DocumentKind, SessionState
from db.unit_of_work import UnitOfWork
from desktop_app.documents.rendering import Rendered, issue
from desktop_app.services import session_states
from desktop_app.services.paper_data import IssuedPaper, SignedCopy
from desktop_app.services.papers import deliver
from desktop_app.services.recipients import Recipient
from desktop_app.services.sessions import get_session

_BEFORE: Final = {
    SessionState.INVITED: frozenset({SessionState.PLANNED}),
    SessionState.SENT: frozenset({SessionState.HELD, SessionState.DRAFTING, SessionState.SIGNED}),
}
_LEADS_TO: Final = {
    DocumentKind.INVITATION: SessionState.INVITED,
    DocumentKind.MINUTES: SessionState.SENT,
    DocumentKind.REPORT: SessionState.SENT,
}


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """The signed copy of a paper, which is what goes.

    Attributes:
        document_id: of the issued paper that was signed.
        changed: whether the paper reads otherwise since.
    """

    document_id: int
    copy: SignedCopy
    changed: bool


def signed_paper(rendered: Rendered, issued: Iterable[IssuedPaper]) -> SignedPaper | None:
    """Give the signed copy of a paper, if its last version came back signed.

    Args:
        rendered: the paper.
        issued: the papers of its session, the latest first.
    """
    people = rendered.material.options.people
    person_id = people[0] if len(people) == 1 else None
    same = (rendered.kind, rendered.language, person_id, rendered.material.scope.subject)
    versions = (
        one for one in issued if (one.kind, one.language, one.person_id, one.subject) == same
    )
    last = next(versions, None)
    if last is None or not last.signed_copies:
        return None
    return SignedPaper(last.id, last.signed_copies[-1], not rendered.is_issued_as(last))


def record_sending(
    work: UnitOfWork,
    rendered: Rendered,
    recipients: Iterable[Recipient],
    signed: SignedPaper | None = None,
) -> None:
    """Write down that a paper was sent by mail: its very bytes, to whom, where, when.

    The session takes the step that this paper stands for, if it is the next one ahead.

    Args:
        work: the unit of work.
        rendered: the paper; it is issued by this.
        recipients: to whom it went.
        signed: what went in its place.

    Raises:
        UserError: its session, or the signed copy, is not there any more.
    """
    document_id = signed.document_id if signed else issue(work, rendered)
    language = rendered.paper.languages[0]
    for recipient in recipients:
        deliver(
            work,
            document_id,
            recipient.name.best(language),
            DeliveryMeans.EMAIL,
            address=recipient.address,
            person_id=recipient.person.id if recipient.person else None,
            body_id=recipient.body.id if recipient.body else None,
            signed_copy_id=signed.copy.id if signed else None,
        )
    step = _LEADS_TO.get(rendered.kind)
    if step is None:
        return
    session_id = rendered.material.session.id
    if get_session(work, session_id).state in _BEFORE[step]:
        session_states.move(work, session_id, step, work.at.astimezone().date())
