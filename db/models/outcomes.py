"""What came of a session, and how it is followed up."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import FollowUpState, OutcomeKind, Priority
from db.models.agenda import AgendaItem
from db.models.base import Base, BodyKey, Flag, FreeText, Moment, Position, SessionKey
from db.models.bodies import Body
from db.models.people import Person

if TYPE_CHECKING:
    from db.models.sessions import CarriedOutcome, Session

STATES_WITH_REASON = frozenset(
    {
        FollowUpState.SUSPENDED,
        FollowUpState.POSTPONED,
        FollowUpState.CANCELLED,
        FollowUpState.PASSED_ON,
    }
)

_FILTERED = ("kind", "priority", "owner_person_id", "session_id", "review_on")
"""What the register is narrowed to: kept in its index, so that it is counted without the rows."""


class Outcome(Base):
    """A decision, recommendation, commitment, action or proposal, with its follow-up.

    A unit of work that changes state, due date, *ongoing* or percent leaves one `OutcomeChange`
    by itself.

    Attributes:
        reason: why it is suspended, postponed, cancelled or passed on: never empty then.
        ongoing: without due date, on purpose.
        why: not kept; what the next `OutcomeChange` gives as its why (else the `reason`).
    """

    __tablename__ = "outcomes"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent_in_range"),
        CheckConstraint("NOT ongoing OR due IS NULL", name="ongoing_has_no_due_date"),
        CheckConstraint(
            "state NOT IN ('suspended', 'postponed', 'cancelled', 'passed_on') OR reason <> ''",
            name="reason_given",
        ),
        CheckConstraint("text_ar <> '' OR text_fr <> ''", name="worded"),
        Index(None, "due", "state"),
        Index("ix_outcomes_register", "state", "due", *_FILTERED),
    )
    owner = "session_id"
    followed = ("state", "due", "ongoing", "percent")
    why = ""

    session_id: Mapped[SessionKey]
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    position: Mapped[Position]
    kind: Mapped[OutcomeKind]
    text_ar: Mapped[FreeText]
    text_fr: Mapped[FreeText]
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    owner_text_ar: Mapped[FreeText]
    owner_text_fr: Mapped[FreeText]
    partners_ar: Mapped[FreeText]
    partners_fr: Mapped[FreeText]
    due: Mapped[date | None]
    ongoing: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    state: Mapped[FollowUpState] = mapped_column(default=FollowUpState.NOT_STARTED)
    percent: Mapped[int] = mapped_column(default=0)
    reason: Mapped[FreeText]
    remarks_ar: Mapped[FreeText]
    remarks_fr: Mapped[FreeText]
    review_on: Mapped[date | None]

    session: Mapped["Session"] = relationship(back_populates="outcomes")
    agenda_item: Mapped[AgendaItem | None] = relationship()
    owner_person: Mapped[Person | None] = relationship()
    owner_bodies: Mapped[list["OutcomeBody"]] = relationship(
        back_populates="outcome", cascade="all, delete-orphan", order_by="OutcomeBody.position"
    )
    carried_into: Mapped[list["CarriedOutcome"]] = relationship(
        back_populates="outcome", cascade="all, delete-orphan"
    )
    changes: Mapped[list["OutcomeChange"]] = relationship(
        back_populates="outcome", cascade="all, delete-orphan", order_by="OutcomeChange.id"
    )

    def remember(
        self, before: Mapping[str, Any], after: Mapping[str, Any], *, at: datetime, who: str
    ) -> None:
        """Leave a dated entry when the follow-up changed."""
        if any(before[name] != after[name] for name in self.followed):
            told = {name: getattr(self, name) for name in self.followed}
            reason = self.reason if self.state in STATES_WITH_REASON else ""
            self.changes.append(OutcomeChange(at=at, who=who, why=self.why or reason, **told))
            self.why = ""


class OutcomeBody(Base):
    """A body in charge of an outcome."""

    __tablename__ = "outcome_bodies"
    __table_args__ = (
        UniqueConstraint("outcome_id", "body_id"),
        Index("ix_outcome_bodies_in_order", "outcome_id", "position", "id", "body_id"),
    )
    owner = "outcome_id"

    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcomes.id"))
    body_id: Mapped[BodyKey]
    position: Mapped[Position]

    outcome: Mapped[Outcome] = relationship(back_populates="owner_bodies")
    body: Mapped[Body] = relationship()


class OutcomeChange(Base):
    """What the follow-up of an outcome became, when, by whom and why; never changed."""

    __tablename__ = "outcome_changes"
    owner = "outcome_id"
    frozen = frozenset({"outcome_id", "at", "who", "why", "state", "due", "ongoing", "percent"})

    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcomes.id"), index=True)
    at: Mapped[Moment]
    who: Mapped[str]
    why: Mapped[FreeText]
    state: Mapped[FollowUpState]
    due: Mapped[date | None]
    ongoing: Mapped[Flag]
    percent: Mapped[int]

    outcome: Mapped[Outcome] = relationship(back_populates="changes")
