"""The sample centre with its papers: minutes that are signed or sent went all the way there."""

from db.codes import DeliveryMeans, SessionState
from db.unit_of_work import UnitOfWork
from desktop_app.documents.finalising import finalise
from desktop_app.services import papers, sample
from desktop_app.services.session_data import Session
from desktop_app.services.session_list import list_sessions
from desktop_app.services.sessions import get_session

_SIGNED = frozenset({SessionState.SIGNED, SessionState.SENT})


def fill(work: UnitOfWork) -> None:
    """Record the sample centre, and make final what was signed or sent of it."""
    sample.fill(work)
    for row in list_sessions(work):
        session = get_session(work, row.id)
        if session.state in _SIGNED:
            _sign(work, session)


def _sign(work: UnitOfWork, session: Session) -> None:
    """Make minutes final and signed; those that are sent went to all who were invited."""
    made = finalise(work, session.id, ("ar",))
    papers.mark_signed(work, made.document_id, session.days[-1])
    if session.state is not SessionState.SENT:
        return
    for line in session.attendance:
        if line.invited:
            papers.deliver(
                work,
                made.document_id,
                line.person.name.best("ar"),
                DeliveryMeans.HAND,
                person_id=line.person.id,
            )
