"""What every table shares: key, uid, names of constraints, types of columns."""

import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, NamedTuple

from sqlalchemy import (
    JSON,
    Computed,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Words(NamedTuple):
    """One text of a list, in Arabic and French."""

    ar: str = ""
    fr: str = ""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware on the way in, in UTC on the way out, whatever the server keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Turn to UTC; a moment without time zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the moment in UTC; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WordsList(TypeDecorator[tuple[Words, ...]]):
    """A short ordered list of texts, kept as JSON; a tuple, so that it is only replaced whole."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self,
        value: Iterable[Words] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> list[dict[str, str]]:
        """Keep each text under the names of its languages."""
        return [{"ar": ar, "fr": fr} for ar, fr in value or ()]

    def process_result_value(
        self,
        value: list[dict[str, str]] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> tuple[Words, ...]:
        """Give the texts in their order."""
        return tuple(Words(**item) for item in value or ())


class JsonValue(TypeDecorator[Any]):
    """Any JSON value, as text: SQLite takes a bare number in a JSON column for its own, and rounds.

    A value is only replaced whole: what is changed inside it is not kept.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str:  # noqa: ARG002 - SQLAlchemy's signature
        """Keep as text; what JSON cannot say is refused."""
        return json.dumps(value, ensure_ascii=False, allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 - any JSON; SQLAlchemy's signature
        """Give the value."""
        return None if value is None else json.loads(value)


def new_uid() -> str:
    """Give a name that no other centre gives."""
    return str(uuid.uuid4())


def _codes(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


FreeText = Annotated[str, mapped_column(Text, default="")]
"""A text that is empty until it is typed."""
WordsColumn = Annotated[tuple[Words, ...], mapped_column(WordsList, default=())]
"""An ordered list of texts in both languages."""
Moment = Annotated[datetime, mapped_column(UtcDateTime)]
Flag = Annotated[bool, mapped_column(default=False)]
Position = Annotated[int, mapped_column(default=0)]
"""The place of a record among its brothers; they are read in this order."""

PersonOrNobody = Annotated[
    int, mapped_column(Computed("coalesce(person_id, 0)", persisted=True), nullable=False)
]
"""The person or 0, for what is unique for each person and once more for nobody in particular."""

SessionOrNone = Annotated[
    int, mapped_column(Computed("coalesce(session_id, 0)", persisted=True), nullable=False)
]
"""The session or 0, for what is unique in each session and once more outside of them all."""

SessionKey = Annotated[int, mapped_column(ForeignKey("sessions.id"), index=True)]
PersonKey = Annotated[int, mapped_column(ForeignKey("people.id"), index=True)]
BodyKey = Annotated[int, mapped_column(ForeignKey("bodies.id"), index=True)]


class Base(DeclarativeBase):
    """A record: an integer key for this file, and a uid that stays when it travels.

    Attributes:
        owner: name of the foreign key to the record that this one is part of, if it is.
        frozen: names of the columns that are never changed once written.
        kept: never deleted.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            create_constraint=True,
            validate_strings=True,
            values_callable=_codes,
            length=24,
        ),
    }
    owner: ClassVar[str | None] = None
    frozen: ClassVar[frozenset[str]] = frozenset()
    kept: ClassVar[bool] = False

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    uid: Mapped[str] = mapped_column(String(36), default=new_uid, unique=True, sort_order=-1)

    def __init_subclass__(cls) -> None:
        """Never give the key of a removed record to another one, so that it can come back."""
        super().__init_subclass__()
        cls.metadata.tables[cls.__tablename__].dialect_options["sqlite"]["autoincrement"] = True

    def remember(
        self, before: Mapping[str, Any], after: Mapping[str, Any], *, at: datetime, who: str
    ) -> None:
        """Keep, at the end of a unit of work that changed this record, what its table wants kept.

        Args:
            before: the record as the journal writes it.
            after: the same, now.
            at: when it was changed.
            who: by whom.
        """
