"""Two records of one person, or of one body, become one.

All that names the one that goes names the one that stays afterwards; what would then be there
twice is there once. A paper that was issued in somebody's own name (an attestation, an
invitation) never changes hands: who has such papers is the one that stays, and two who both have
some are not merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import UniqueConstraint, select

from db import models
from db.codes import Answer, AttendanceState, Civility
from db.errors import UserError
from db.models import Base
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import uses, words
from desktop_app.services.institution import get_settings, set_institution
from desktop_app.services.merging_data import Clash, MergedField, Merging, Shown
from desktop_app.services.records import found
from desktop_app.services.sessions import first_day_of_session
from desktop_app.wording.bilingual import Bilingual

Choices = Mapping[str, bool]
Dated = TypeVar("Dated", models.Appointment, models.BodyName)

_STRENGTH: Final = tuple(
    AttendanceState(code)
    for code in ("present", "remote", "represented", "excused", "absent", "not_recorded")
)
_EMPTY: Final = frozenset({"", Civility.UNKNOWN, Bilingual()})
_NO_CHOICES: Final[Choices] = {}
_NOBODY: Final = "person_or_nobody"


def preview(reading: Reading, keep_id: int, other_id: int) -> Merging:
    """Lay two people side by side.

    Args:
        reading: where to read.
        keep_id: who is to stay, unless papers of the other's own decide otherwise.
        other_id: who is to go.

    Raises:
        UserError: one of them is not on file, or both have papers of their own.
    """
    keep_id, other_id = _in_order(reading, keep_id, other_id)
    kept, other = (found(reading, models.Person, key) for key in (keep_id, other_id))
    held, theirs = (record.held_on(date.max) for record in (kept, other))
    newer = other.id > kept.id

    def field(code: str, *, latest: bool = False) -> MergedField:
        mine, others = getattr(kept, code), getattr(other, code)
        return MergedField(code, mine, others, _takes_other(mine, others, newer=latest and newer))

    since = tuple(one.valid_from if one else None for one in (held, theirs))
    mine, others = (_function(one) for one in (held, theirs))
    later = (since[1] or date.min, newer) > (since[0] or date.min, not newer)
    fields = (
        *(field("name_ar"), field("name_fr"), field("civility")),
        MergedField(
            "function", mine, others, _takes_other(mine, others, newer=later), (since[0], since[1])
        ),
        *(field("email", latest=True), field("phone", latest=True)),
    )
    return Merging(
        keep_id=keep_id,
        other_id=other_id,
        fields=fields,
        kept_uses=uses.uses_of(reading, models.Person, keep_id),
        other_uses=uses.uses_of(reading, models.Person, other_id),
        clashes=tuple(_clashes(reading, keep_id, other_id)),
    )


def merge(work: UnitOfWork, keep_id: int, other_id: int, choices: Choices = _NO_CHOICES) -> None:
    """Make one person of two, as `preview` showed them.

    Args:
        work: the unit of work.
        keep_id: who stays.
        other_id: who goes.
        choices: by code of a field, whether the other's is taken; as the preview has it when it is
            not there.

    Raises:
        UserError: one of them is not on file, or papers were issued in the other's own name.
    """
    _refuse_papers(work, other_id)
    shown = preview(work, keep_id, other_id)
    takes = _taken(shown, choices)
    kept, other = (found(work, models.Person, key) for key in (keep_id, other_id))
    for code in ("name_ar", "name_fr", "civility", "email", "phone"):
        if takes[code]:
            setattr(kept, code, getattr(other, code))
    _join_lines(work, keep_id, other_id)
    _move_all(work, models.Person, keep_id, other_id)
    _join_dated(work, kept.appointments, other.appointments, keep_id, takes_other=takes["function"])
    for session in work.db.scalars(
        select(models.Session).where(
            models.Session.chair_id == keep_id, models.Session.on_behalf_of_id == keep_id
        )
    ):
        session.on_behalf_of_id = None
    if uses.signatory(work) == other.uid:
        set_institution(work, msgspec.structs.replace(get_settings(work), signatory=kept.uid))
    _remove(work, other)


def preview_bodies(reading: Reading, keep_id: int, other_id: int) -> Merging:
    """Lay two bodies side by side.

    Raises:
        UserError: one of them is not on file.
    """
    _refuse_one(keep_id, other_id)
    kept, other = (found(reading, models.Body, key) for key in (keep_id, other_id))
    named, theirs = (record.name_on(date.max) for record in (kept, other))
    newer = other.id > kept.id
    since = (named.valid_from if named else None, theirs.valid_from if theirs else None)
    later = (since[1] or date.min) > (since[0] or date.min)

    def field(code: str, mine: Shown, others: Shown, *, newer: bool = False) -> MergedField:
        return MergedField(code, mine, others, _takes_other(mine, others, newer=newer))

    mine, others = (words.of(one, "name") if one else Bilingual() for one in (named, theirs))
    fields = (
        field("kind", kept.kind, other.kind),
        MergedField("name", mine, others, _takes_other(mine, others, newer=later), since),
        field("town", words.of(kept, "town"), words.of(other, "town")),
        field("email", kept.email, other.email, newer=newer),
        field("parent", _parent_name(kept), _parent_name(other)),
    )
    return Merging(
        keep_id=keep_id,
        other_id=other_id,
        fields=fields,
        kept_uses=uses.uses_of(reading, models.Body, keep_id),
        other_uses=uses.uses_of(reading, models.Body, other_id),
    )


def merge_bodies(
    work: UnitOfWork, keep_id: int, other_id: int, choices: Choices = _NO_CHOICES
) -> None:
    """Make one body of two, as `preview_bodies` showed them.

    Args:
        work: the unit of work.
        keep_id: the one that stays.
        other_id: the one that goes.
        choices: as in `merge`.

    Raises:
        UserError: one of them is not on file.
    """
    takes = _taken(preview_bodies(work, keep_id, other_id), choices)
    kept, other = (found(work, models.Body, key) for key in (keep_id, other_id))
    if takes["kind"]:
        kept.kind = other.kind
    if takes["email"]:
        kept.email = other.email
    if takes["town"]:
        kept.town_ar, kept.town_fr = other.town_ar, other.town_fr
    kept.parent_id = _parent_of_both(work, kept, other, takes_other=takes["parent"])
    work.db.flush()
    _move_all(work, models.Body, keep_id, other_id)
    _join_dated(work, kept.names, other.names, keep_id, takes_other=takes["name"])
    _remove(work, other)


def _taken(shown: Merging, choices: Choices) -> dict[str, bool]:
    return {one.code: choices.get(one.code, one.takes_other) for one in shown.fields}


def _takes_other(kept: Shown, other: Shown, *, newer: bool = False) -> bool:
    return other not in _EMPTY and (kept in _EMPTY or (newer and kept != other))


def _function(held: models.Appointment | None) -> Bilingual:
    """Give a function with its body, as one thing to choose."""
    if held is None:
        return Bilingual()
    named = held.body.name_on(date.max) if held.body else None
    parts = [words.of(held, "title"), words.of(named, "name") if named else Bilingual()]
    ar, fr = (" · ".join(filter(None, (one.get(at) for one in parts))) for at in ("ar", "fr"))
    return Bilingual(ar, fr)


# --- what cannot be merged ---------------------------------------------------------------------


def _refuse_one(keep_id: int, other_id: int) -> None:
    if keep_id == other_id:
        raise UserError("Nothing was merged: both are the same record. Choose another one.")


def _in_order(reading: Reading, keep_id: int, other_id: int) -> tuple[int, int]:
    """Put the one who has papers of his own first."""
    _refuse_one(keep_id, other_id)
    if not _has_papers(reading, other_id):
        return keep_id, other_id
    if _has_papers(reading, keep_id):
        _refuse_papers(reading, other_id)
    return other_id, keep_id


def _has_papers(reading: Reading, person_id: int) -> bool:
    issued = models.IssuedDocument
    query = select(issued.id).where(issued.person_id == person_id).limit(1)
    return reading.db.scalar(query) is not None


def _refuse_papers(reading: Reading, person_id: int) -> None:
    if _has_papers(reading, person_id):
        raise UserError(
            "These two were not merged, because papers such as attestations were issued in the name"
            " of “{name}”, and a paper that was issued never changes; give both the same names"
            " instead; nothing was changed.",
            name=words.of(found(reading, models.Person, person_id), "name").best("ar"),
        )


# --- references --------------------------------------------------------------------------------


def _move_all(work: UnitOfWork, kind: uses.Named, keep_id: int, other_id: int) -> None:
    """Let all that names the other name the one that stays, each once where it may be once."""
    for owner, column in uses.keys_to(kind):
        for record in work.db.scalars(select(owner).where(column == other_id)).all():
            if (twin := _twin(work, record, column.name, keep_id)) is None:
                setattr(record, column.name, keep_id)
            else:
                _join_twin(twin, record)
                work.db.delete(record)
        work.db.flush()


def _twin(work: UnitOfWork, record: Base, name: str, keep_id: int) -> Base | None:
    """Give the record that stands already where another would come to stand."""
    kind = type(record)
    if isinstance(record, models.DocumentSignatory):
        names = {"document_id", name}
    else:
        table = Base.metadata.tables[kind.__tablename__]
        unique = (one for one in table.constraints if isinstance(one, UniqueConstraint))
        keys = ({column.name for column in one.columns} for one in unique)
        names = next((one for one in keys if one & {name, _NOBODY}), set())
    if not names:
        return None
    same = [
        getattr(kind, each) == (keep_id if each in {name, _NOBODY} else getattr(record, each))
        for each in names
    ]
    return work.db.scalars(select(kind).where(*same)).first()


def _join_twin(stays: Base, goes: Base) -> None:
    """Keep what only the record that goes says."""
    if isinstance(stays, models.DocumentSignatory) and isinstance(goes, models.DocumentSignatory):
        stays.signed_on = stays.signed_on or goes.signed_on


def _join_dated(
    work: UnitOfWork, kept: list[Dated], other: list[Dated], keep_id: int, *, takes_other: bool
) -> None:
    """Make one row of days of two: all of the chosen one, after what the other had before it.

    What holds from the same day takes the words of the chosen one and stays the same record: so
    the journal can be taken back step by step.
    """
    lead, rest = (other, kept) if takes_other else (kept, other)
    first = min((_day(one) for one in lead), default=date.max)
    over = {one.id for one in rest if _day(one) >= first}
    mine = {one.valid_from: one for one in kept}
    for one in [one for one in other if one.id not in over]:
        if (same := mine.get(one.valid_from)) is None:
            setattr(one, str(one.owner), keep_id)
        else:
            words.put(same, _contents(one))
            over.discard(same.id)
    for one in [one for one in kept if takes_other and one.id in over]:
        work.db.delete(one)


def _day(held: models.Appointment | models.BodyName) -> date:
    return held.valid_from or date.min


def _contents(record: Base) -> dict[str, Any]:
    lasting = {"id", "uid", "valid_from", record.owner}
    columns = Base.metadata.tables[record.__tablename__].columns
    return {one.name: getattr(record, one.name) for one in columns if one.name not in lasting}


def _remove(work: UnitOfWork, record: Base) -> None:
    work.db.flush()
    work.db.expire_all()  # what was moved is no part of it any more
    work.db.delete(record)


# --- attendance --------------------------------------------------------------------------------


def _pairs(reading: Reading, keep_id: int, other_id: int) -> Iterator[Sequence[models.Attendance]]:
    """Give the lines of both, for each session that has both."""
    line = models.Attendance
    query = select(line).where(line.person_id.in_((keep_id, other_id)))
    lines: dict[int, dict[int, models.Attendance]] = {}
    for one in reading.db.scalars(query.order_by(line.session_id)):
        lines.setdefault(one.session_id, {})[one.person_id] = one
    for both in lines.values():
        if len(both) == 2:
            yield both[keep_id], both[other_id]


def _stronger(kept: models.Attendance, other: models.Attendance) -> models.Attendance | None:
    """Give the line whose state says more; none when each is represented by the other."""
    both = (kept, other)
    own = {kept.id, other.id}
    say = [one for one in both if one.represented_by_id not in own]
    return min(say, key=lambda one: _STRENGTH.index(one.state), default=None)


def _clashes(reading: Reading, keep_id: int, other_id: int) -> Iterator[Clash]:
    for kept, other in _pairs(reading, keep_id, other_id):
        session = found(reading, models.Session, kept.session_id)
        day = reading.db.scalar(
            select(first_day_of_session()).where(models.Session.id == session.id)
        )
        stronger = _stronger(kept, other)
        yield Clash(
            session_id=session.id,
            theme=words.of(session, "theme"),
            day=day,
            kept=kept.state,
            other=other.state,
            stays=stronger.state if stronger else AttendanceState.NOT_RECORDED,
        )


def _join_lines(work: UnitOfWork, keep_id: int, other_id: int) -> None:
    """Make one line of two wherever both stand in one session."""
    for kept, other in tuple(_pairs(work, keep_id, other_id)):
        stronger = _stronger(kept, other)
        values: dict[str, Any] = {
            field: getattr(stronger, field) if stronger else None
            for field in ("state", "represented_by_id", "late", "left_early")
        }
        if stronger is None:
            values |= {"state": AttendanceState.NOT_RECORDED, "late": False, "left_early": False}
        values["invited"] = kept.invited or other.invited
        values["answer"] = kept.answer if kept.answer is not Answer.NONE else other.answer
        values["position"] = min(kept.position, other.position)
        words.put(kept, values)
        line = models.Attendance
        for one in work.db.scalars(select(line).where(line.represented_by_id == other.id)).all():
            one.represented_by_id = kept.id
        work.db.flush()
        work.db.delete(other)
        work.db.flush()


# --- bodies ------------------------------------------------------------------------------------


def _parent_name(record: models.Body) -> Bilingual:
    named = record.parent.name_on(date.max) if record.parent else None
    return words.of(named, "name") if named else Bilingual()


def _parent_of_both(
    work: UnitOfWork, kept: models.Body, other: models.Body, *, takes_other: bool
) -> int | None:
    """Choose what the body belongs to: nothing that belongs to one of the two itself."""
    wanted = (other.parent_id, kept.parent_id) if takes_other else (kept.parent_id, other.parent_id)
    own = {kept.id, other.id}
    return next((one for one in wanted if one and not own & set(_upwards(work, one))), None)


def _upwards(work: UnitOfWork, body_id: int) -> Iterator[int]:
    at: int | None = body_id
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = found(work, models.Body, at).parent_id
