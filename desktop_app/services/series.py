"""Series: sessions that follow one another, because the user said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from db import models
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import preparing, words
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.records import found
from desktop_app.services.validation import checked
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Series:
    """Sessions that follow one another.

    Attributes:
        sessions: how many there are.
    """

    id: int
    name: Bilingual
    sessions: int


def list_series(reading: Reading) -> tuple[Series, ...]:
    """Give all series that have a session, the one used last on top."""
    kind, session = models.Series, models.Session
    query = (
        select(kind.id, kind.name_ar, kind.name_fr, func.count(session.id))
        .join(session, session.series_id == kind.id)
        .group_by(kind.id, kind.name_ar, kind.name_fr)
        .order_by(func.max(session.id).desc(), kind.id.desc())
    )
    return tuple(
        Series(key, Bilingual(ar, fr), count) for key, ar, fr, count in reading.db.execute(query)
    )


def series_of(reading: Reading, session_id: int) -> Series | None:
    """Give the series that a session is one of, if it is of any."""
    session = models.Session
    query = select(session.series_id).where(session.id == session_id)
    key = reading.db.scalar(query)
    return next((one for one in list_series(reading) if one.id == key), None)


def create(work: UnitOfWork, session_id: int, name: Label) -> int:
    """Begin a series with a session, and give its id.

    Raises:
        UserError: there is no such session, or the name is refused.
    """
    record = models.Series(**words.columns(name=_named(name)))
    work.db.add(record)
    work.db.flush()
    choose(work, session_id, record.id)
    return record.id


def rename(work: UnitOfWork, series_id: int, name: Label) -> None:
    """Give a series another name.

    Raises:
        UserError: there is no such series, or the name is refused.
    """
    words.put(found(work, models.Series, series_id), words.columns(name=_named(name)))


def choose(work: UnitOfWork, session_id: int, series_id: int | None) -> None:
    """Say that a session is one of a series, or of none; a series of no session goes.

    What the session follows up and approves stays on its agenda.

    Raises:
        UserError: there is no such session, or no such series.
    """
    session = found(work, models.Session, session_id)
    before = session.series
    session.series = None if series_id is None else found(work, models.Series, series_id)
    work.db.flush()
    if before is not None and before is not session.series and not _in_use(work, before.id):
        work.db.delete(before)


def begin_next(work: UnitOfWork, session_id: int, day: date | None) -> int:
    """Prepare the next session of a series, like an earlier one, and give its id.

    A session that is of no series begins one, under its subject. Nothing is carried over yet.

    Raises:
        UserError: there is no such session, or the day is refused.
    """
    earlier = found(work, models.Session, session_id)
    if earlier.series_id is None:
        create(work, session_id, Label(earlier.theme_ar, earlier.theme_fr))
    following = preparing.begin_again(work, session_id, day)
    choose(work, following, earlier.series_id)
    return following


def repeat(work: UnitOfWork, session_id: int, days: Sequence[date]) -> tuple[int, ...]:
    """Prepare a session of the series on each of some days, and give their ids.

    Raises:
        UserError: there is no such session, or a day is refused.
    """
    return tuple(begin_next(work, session_id, day) for day in days)


def _named(name: Label) -> Label:
    """Check a name as the subject of a session is checked: one line, in one language at least."""
    return checked(SessionBasics(type="meeting", theme=name), SessionBasics).theme


def _in_use(reading: Reading, series_id: int) -> bool:
    query = select(models.Session.id).where(models.Session.series_id == series_id).limit(1)
    return reading.db.scalar(query) is not None
