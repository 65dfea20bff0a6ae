"""A paper that was sent, written down once the user has said so."""

from collections.abc import Iterable
from typing import Final

from db.codes import DeliveryMeans, DocumentKind, SessionState
from db.unit_of_work import UnitOfWork
from desktop_app.documents.rendering import Rendered, issue
from desktop_app.services import session_states
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


def record_sending(work: UnitOfWork, rendered: Rendered, recipients: Iterable[Recipient]) -> int:
    """Write down that a paper was sent by mail: its very bytes, to whom, where, when.

    The session takes the step that this paper stands for, if it is the next one ahead.

    Returns:
        The id of the issued paper.

    Raises:
        UserError: its session is not there any more.
    """
    session_id = rendered.material.session.id
    document_id = issue(work, rendered)
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
        )
    step = _LEADS_TO.get(rendered.kind)
    if step and get_session(work, session_id).state in _BEFORE[step]:
        session_states.move(work, session_id, step, work.at.astimezone().date())
    return document_id
