"""Steps that many use cases share: find a record or say that it is not there; keep a setting."""

from typing import Any, TypeVar

from sqlalchemy import select

from db.errors import UserError
from db.models import Base, Content, Setting
from db.unit_of_work import Reading, UnitOfWork

AnyRecord = TypeVar("AnyRecord", bound=Base)


def found(reading: Reading, kind: type[AnyRecord], key: int) -> AnyRecord:
    """Give a record by its id.

    Raises:
        UserError: there is none, or none any more.
    """
    record = reading.db.get(kind, key)
    if record is None:
        raise UserError(
            "There is no record {id} of this kind: it was removed, or the number is wrong; look "
            "it up in the list and try again. Nothing was changed.",
            id=key,
        )
    return record


def by_uid(reading: Reading, kind: type[AnyRecord], uid: str) -> AnyRecord | None:
    """Give a record by its uid, if it is on file."""
    return reading.db.scalars(select(kind).where(kind.uid == uid)).first()


def fill(record: Base, values: dict[str, Any]) -> None:
    """Set those fields of a record that are still empty."""
    for field, value in values.items():
        if not getattr(record, field) and value:
            setattr(record, field, value)


def content_of(reading: Reading, data: bytes, media_type: str) -> Content:
    """Give the record of some bytes, which are kept once."""
    content = Content.of(data, media_type)
    query = select(Content).where(Content.sha256 == content.sha256)
    return reading.db.scalars(query).first() or content


def kept_setting(reading: Reading, key: str) -> object:
    """Give the value of a setting; None when it was never set."""
    return reading.db.scalars(select(Setting.value).where(Setting.key == key)).first()


def keep_setting(work: UnitOfWork, key: str, value: object) -> None:
    """Set a setting to any JSON value."""
    setting = work.db.scalars(select(Setting).where(Setting.key == key)).first()
    if setting is None:
        work.db.add(Setting(key=key, value=value))
    else:
        setting.value = value
