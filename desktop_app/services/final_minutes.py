"""The life of the minutes: draft, to review, to sign, signed, sent; frozen from *to sign* on.

Final minutes are kept word for word, and nothing that they tell can be changed any more
(`db.frozen`). Who re-opens them says why; the next time they become final they are a version more.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select

from db import models
from db.codes import DocumentKind, DocumentLanguage, DocumentState, SessionState
from db.errors import UserError
from db.frozen import told
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import session_states
from desktop_app.services.closing import Lack, lacks
from desktop_app.services.deliveries import delivery_of
from desktop_app.services.paper_data import Delivery
from desktop_app.services.records import content_of, found
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.services.text import cleaned
from desktop_app.services.validation import check_text, require
from desktop_app.wording.bilingual import PaperLanguage

OPEN_STATES: Final = (DocumentState.DRAFT, DocumentState.TO_REVIEW)
FINAL_STATES: Final = (DocumentState.TO_SIGN, DocumentState.SIGNED, DocumentState.SENT)
_STEPS: Final = {
    DocumentState.SIGNED: SessionState.SIGNED,
    DocumentState.SENT: SessionState.SENT,
}
_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class MinutesState:
    """How far the minutes of a session are.

    Attributes:
        version: the last that became final, from 1; 0 before the first.
        final: whether they are final now.
        reopening: why they were re-opened, until they are final again.
    """

    state: DocumentState
    version: int
    final: bool
    reopening: str


@dataclass(frozen=True, slots=True)
class ToldBlock:
    """A part of the minutes as it reads on paper.

    Attributes:
        name: of the block.
        head: the heading that it stands under, or nothing.
    """

    name: str
    head: str
    text: str


Words = Mapping[PaperLanguage, Sequence[ToldBlock]]
"""All that minutes say, by language."""


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A copy of one version that went to somebody."""

    document_id: int
    language: DocumentLanguage
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Version:
    """Minutes as they became final once.

    Attributes:
        number: from 1.
        reason: why the version before was re-opened; empty for the first.
        papers: fingerprints of its papers, by language.
        sent: who was sent it, the earliest first.
    """

    number: int
    reason: str
    finalised_at: datetime
    papers: Mapping[DocumentLanguage, str]
    sent: tuple[SentCopy, ...]


def state_of(reading: Reading, session_id: int) -> MinutesState:
    """Tell how far the minutes of a session are.

    Raises:
        UserError: there is no such session.
    """
    record = found(reading, models.Session, session_id)
    return MinutesState(
        record.minutes_state, record.minutes_version, record.minutes_final, record.reopening
    )


def gaps(session: Session) -> tuple[Lack, ...]:
    """Give what is missing before minutes become final, or may be meant otherwise."""
    alone = (Lack("second"),) if len(session.signatories) == 1 else ()
    return (*lacks(session), *alone)


def obstacles(reading: Reading, session_id: int) -> tuple[Lack, ...]:
    """Give what must be there before the minutes of a session can be final."""
    return tuple(lack for lack in lacks(get_session(reading, session_id)) if lack.required)


def freeze(work: UnitOfWork, session_id: int, words: Words) -> int:
    """Make minutes final: what the record says now is kept, and cannot be changed any more.

    Args:
        work: the unit of work, which has changed all that it had to change.
        session_id: of which session.
        words: all that they say.

    Returns:
        The number of the version.

    Raises:
        UserError: there is no such session, its minutes are final, or something that they need is
            missing.
    """
    record = found(work, models.Session, session_id)
    _refuse_final(record)
    if missing := obstacles(work, session_id):
        raise UserError(
            "The minutes were not finalised, because they lack what is required ({n}): attendance,"
            " due dates or who signs; complete them and try again. Nothing was changed.",
            n=len(missing),
        )
    record.minutes_version += 1
    reason, record.reopening = record.reopening, ""
    record.minutes_final, record.minutes_state = True, DocumentState.TO_SIGN
    if record.state in {SessionState.PLANNED, SessionState.INVITED, SessionState.HELD}:
        today = work.at.astimezone().date()
        session_states.move(work, session_id, SessionState.DRAFTING, today)
    work.db.flush()
    kept = {
        "record": told(work.connection, session_id),
        "words": {language: [asdict(one) for one in said] for language, said in words.items()},
    }
    data = json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()
    work.db.add(
        models.FinalVersion(
            session_id=session_id,
            number=record.minutes_version,
            reason=reason,
            finalised_at=work.at,
            content=content_of(work, data, _JSON),
        )
    )
    work.db.flush()
    return record.minutes_version


def reopen(work: UnitOfWork, session_id: int, reason: str) -> None:
    """Let final minutes be changed again; they are then a draft, and the next version is one more.

    Raises:
        UserError: there is no such session, its minutes are not final, or no reason is given.
    """
    record = found(work, models.Session, session_id)
    if not record.minutes_final:
        raise UserError(
            "The minutes were not re-opened, because they are not final; they can be changed as"
            " they are."
        )
    check_text(reason, ("reason",))
    reason = cleaned(reason)
    require(reason, ("reason",), UserError("final minutes are re-opened for a reason: write it."))
    record.reopening = reason
    record.minutes_final, record.minutes_state = False, DocumentState.DRAFT
    if record.state in _STEPS.values():
        today = work.at.astimezone().date()
        session_states.move(work, session_id, SessionState.DRAFTING, today)


def set_state(work: UnitOfWork, session_id: int, state: DocumentState, on: date) -> None:
    """Write how far minutes are: a draft can be to review, final minutes signed and sent.

    Args:
        work: the unit of work.
        session_id: of which session.
        state: the one it comes to.
        on: the day on which it did.

    Raises:
        UserError: there is no such session, its minutes are not final and cannot be signed or
            sent, or are final and cannot be a draft.
    """
    record = found(work, models.Session, session_id)
    if record.minutes_final:
        if state not in FINAL_STATES:
            _refuse_final(record)
    elif state not in OPEN_STATES:
        raise UserError(
            "Nothing was changed, because only final minutes are signed and sent: finalise them"
            " first."
        )
    _bring(work, record, state, on)


def follow_paper(work: UnitOfWork, paper: models.IssuedDocument, on: date) -> None:
    """Bring minutes to the state that a paper of their last version came to."""
    if paper.kind is not DocumentKind.MINUTES or paper.session_id is None:
        return
    record = found(work, models.Session, paper.session_id)
    present = record.minutes_final and paper.minutes_version == record.minutes_version
    if present and FINAL_STATES.index(paper.state) > FINAL_STATES.index(record.minutes_state):
        _bring(work, record, paper.state, on)


def version_shown(reading: Reading, session_id: int | None, kind: DocumentKind) -> int | None:
    """Give the final version that a paper of a session shows now; None for a draft or another."""
    if session_id is None or kind is not DocumentKind.MINUTES:
        return None
    now = state_of(reading, session_id)
    return now.version if now.final else None


def list_versions(reading: Reading, session_id: int) -> tuple[Version, ...]:
    """Give the final versions of the minutes of a session, and who was sent each, in order."""
    papers = models.IssuedDocument
    issued: dict[int, list[models.IssuedDocument]] = {}
    query = select(papers).where(
        papers.session_id == session_id, papers.minutes_version.is_not(None)
    )
    for paper in reading.db.scalars(query.order_by(papers.id)):
        issued.setdefault(paper.minutes_version or 0, []).append(paper)
    kept = models.FinalVersion
    return tuple(
        Version(
            number=one.number,
            reason=one.reason,
            finalised_at=one.finalised_at,
            papers={p.language: p.content.sha256 for p in issued.get(one.number, ())},
            sent=tuple(_sent(issued.get(one.number, ()))),
        )
        for one in reading.db.scalars(
            select(kept).where(kept.session_id == session_id).order_by(kept.number)
        )
    )


def words_of(reading: Reading, session_id: int, number: int) -> Words:
    """Give what a final version says, word for word.

    Raises:
        UserError: there is no such version.
    """
    said = _kept(reading, session_id, number)["words"]
    return {language: tuple(ToldBlock(**one) for one in said[language]) for language in said}


def is_as_frozen(reading: Reading, session_id: int, number: int) -> bool:
    """Tell whether the record still is what a final version froze.

    Raises:
        UserError: there is no such version.
    """
    now = json.loads(json.dumps(told(reading.connection, session_id)))
    return bool(now == _kept(reading, session_id, number)["record"])


def altered(reading: Reading, session_ids: Collection[int] | None = None) -> tuple[UserError, ...]:
    """Tell of final minutes whose record is not what was frozen any more, a sentence each.

    Args:
        reading: where to read.
        session_ids: of these sessions alone; of all when None.
    """
    session = models.Session
    query = select(session.id, session.minutes_version, session.reference)
    query = query.where(session.minutes_final).order_by(session.id)
    return tuple(
        UserError(
            "The final minutes {number} are no longer what was made final, because something else"
            " than Mahdar changed what they tell; rely on the paper that was issued and restore"
            " the last backup; nothing was changed.",
            number=reference or session_id,
        )
        for session_id, version, reference in reading.connection.execute(query).all()
        if session_ids is None or session_id in session_ids
        if not _still_frozen(reading, session_id, version)
    )


def _still_frozen(reading: Reading, session_id: int, number: int) -> bool:
    try:
        return is_as_frozen(reading, session_id, number)
    except (UserError, LookupError, ValueError):  # no such version, or values of another hand
        return False


def final_papers(reading: Reading, session_id: int) -> dict[DocumentLanguage, bytes]:
    """Give the papers of the version that is final now, byte for byte, by language."""
    session, papers = models.Session, models.IssuedDocument
    query = (
        select(papers)
        .join(session, session.id == papers.session_id)
        .where(session.id == session_id, session.minutes_final)
        .where(papers.minutes_version == session.minutes_version)
        .order_by(papers.id.desc())
    )
    return {paper.language: paper.content.data for paper in reading.db.scalars(query)}


def _kept(reading: Reading, session_id: int, number: int) -> Any:  # noqa: ANN401 - any JSON
    kept = models.FinalVersion
    query = select(kept).where(kept.session_id == session_id, kept.number == number)
    version = reading.db.scalars(query).one_or_none()
    if version is None:
        raise UserError(
            "These minutes have no version {n}: choose one that is listed. Nothing was changed.",
            n=number,
        )
    return json.loads(version.content.data)


def _sent(papers: Sequence[models.IssuedDocument]) -> list[SentCopy]:
    return sorted(
        (
            SentCopy(
                paper.id,
                paper.language,
                delivery_of(one),
            )
            for paper in papers
            for one in paper.deliveries
        ),
        key=lambda copy: copy.delivery.id,
    )


def _bring(work: UnitOfWork, record: models.Session, state: DocumentState, on: date) -> None:
    record.minutes_state = state
    step = _STEPS.get(state)
    if step is not None:
        order = session_states.STEPS
        behind = record.state not in order or order.index(record.state) < order.index(step)
        if behind:
            session_states.move(work, record.id, step, on)


def _refuse_final(record: models.Session) -> None:
    if record.minutes_final:
        raise UserError(
            "Nothing was changed, because these minutes are final already; re-open them first, and"
            " say why."
        )
