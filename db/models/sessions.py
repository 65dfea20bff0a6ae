"""Sessions: what they are, when and where, who leads them, and the letter that invites."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import DocumentState, Mode, SessionRole, SessionState
from db.models.agenda import AgendaItem
from db.models.attendance import Attendance
from db.models.base import Base, Flag, FreeText, PersonKey, Position, SessionKey, WordsColumn
from db.models.bodies import Body
from db.models.interventions import Intervention
from db.models.outcomes import Outcome
from db.models.people import Person

_WHOLE = "all, delete-orphan"


class SessionType(Base):
    """A type of session that the user added to those that ship, with the forms of its name."""

    __tablename__ = "session_types"
    __table_args__ = (
        UniqueConstraint("code"),
        CheckConstraint("code <> ''", name="coded"),
        CheckConstraint("gender IN ('m', 'f')", name="gender"),
        CheckConstraint("french_gender IN ('m', 'f')", name="french_gender"),
        CheckConstraint("verbs IN ('A', 'B', 'C')", name="verbs"),
    )

    code: Mapped[str]
    indefinite: Mapped[str]
    definite: Mapped[str]
    gender: Mapped[str]
    plural: Mapped[str]
    french: Mapped[str]
    french_gender: Mapped[str]
    french_plural: Mapped[str]
    verbs: Mapped[str] = mapped_column(default="A")
    training: Mapped[Flag]
    remote: Mapped[Flag]


class Series(Base):
    """Sessions that follow one another, such as the meeting of each month."""

    __tablename__ = "series"
    __table_args__ = (CheckConstraint("name_ar <> '' OR name_fr <> ''", name="named"),)

    name_ar: Mapped[FreeText]
    name_fr: Mapped[FreeText]


class Session(Base):
    """A session, prepared, held and written down.

    Attributes:
        type_code: of a shipped type or of a `SessionType`.
        since: the day on which it came to its state, when that was noted.
        reason: why it is postponed or cancelled; never empty when cancelled.
        start_time, end_time: the same on each of its days.
        reference: internal number of the minutes; registry_reference: the registry desk's.
        series_id: the series that it is one of, if the user said so.
        minutes_state: how far its minutes are; from *to sign* on they are final.
        minutes_version: the last version that was finalised, from 1; 0 before the first.
        minutes_final: whether its minutes are final: then nothing of what they tell can be changed.
        reopening: why final minutes were re-opened, until the next version is final.
        approvals: the points of later sessions that approve its minutes.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("type_code <> ''", name="typed"),
        CheckConstraint("end_time > start_time", name="ends_after_start"),
        CheckConstraint("state <> 'cancelled' OR reason <> ''", name="reason_given"),
        CheckConstraint("minutes_version >= 0", name="version_not_negative"),
        CheckConstraint("NOT minutes_final OR minutes_version > 0", name="final_has_a_version"),
    )

    type_code: Mapped[str]
    state: Mapped[SessionState] = mapped_column(default=SessionState.PLANNED, index=True)
    since: Mapped[date | None]
    reason: Mapped[FreeText]
    theme_ar: Mapped[FreeText]
    theme_fr: Mapped[FreeText]
    purpose_ar: Mapped[FreeText]
    purpose_fr: Mapped[FreeText]
    objectives: Mapped[WordsColumn]
    framework_ar: Mapped[FreeText]
    framework_fr: Mapped[FreeText]
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    hijri_ar: Mapped[FreeText]
    hijri_fr: Mapped[FreeText]
    mode: Mapped[Mode] = mapped_column(default=Mode.IN_PERSON)
    room_ar: Mapped[FreeText]
    room_fr: Mapped[FreeText]
    site_ar: Mapped[FreeText]
    site_fr: Mapped[FreeText]
    platform: Mapped[FreeText]
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    rapporteur_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    opened_with_quran: Mapped[Flag]
    opened_with_anthem: Mapped[Flag]
    agenda_exhausted: Mapped[bool] = mapped_column(default=True)
    conclusions: Mapped[WordsColumn]
    other_business_ar: Mapped[FreeText]
    other_business_fr: Mapped[FreeText]
    enclosures: Mapped[WordsColumn]
    copies: Mapped[WordsColumn]
    reference: Mapped[FreeText]
    registry_reference: Mapped[FreeText]
    registry_date: Mapped[date | None]
    minutes_dated: Mapped[date | None]
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"), index=True)
    minutes_state: Mapped[DocumentState] = mapped_column(default=DocumentState.DRAFT)
    minutes_version: Mapped[int] = mapped_column(default=0)
    minutes_final: Mapped[Flag]
    reopening: Mapped[FreeText]

    organiser: Mapped[Body | None] = relationship()
    chair: Mapped[Person | None] = relationship(foreign_keys=chair_id)
    on_behalf_of: Mapped[Person | None] = relationship(foreign_keys=on_behalf_of_id)
    rapporteur: Mapped[Person | None] = relationship(foreign_keys=rapporteur_id)
    days: Mapped[list["SessionDay"]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by="SessionDay.day"
    )
    roles: Mapped[list["SessionPerson"]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by="SessionPerson.position"
    )
    letter: Mapped["InvitationLetter | None"] = relationship(
        back_populates="session", cascade=_WHOLE
    )
    series: Mapped["Series | None"] = relationship()
    approvals: Mapped[list[AgendaItem]] = relationship(foreign_keys=AgendaItem.of_session_id)
    agenda: Mapped[list[AgendaItem]] = relationship(
        back_populates="session",
        cascade=_WHOLE,
        order_by=AgendaItem.position,
        foreign_keys=AgendaItem.session_id,
    )
    attendance: Mapped[list[Attendance]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by=Attendance.position
    )
    interventions: Mapped[list[Intervention]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by=Intervention.position
    )
    outcomes: Mapped[list[Outcome]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by=Outcome.position
    )
    carried: Mapped[list["CarriedOutcome"]] = relationship(
        back_populates="session", cascade=_WHOLE, order_by="CarriedOutcome.position"
    )


class SessionDay(Base):
    """A day on which a session is held."""

    __tablename__ = "session_days"
    __table_args__ = (UniqueConstraint("session_id", "day"),)
    owner = "session_id"

    session_id: Mapped[SessionKey]
    day: Mapped[date] = mapped_column(index=True)

    session: Mapped[Session] = relationship(back_populates="days")


class SessionPerson(Base):
    """A facilitator of a session, or one who signs its minutes."""

    __tablename__ = "session_people"
    __table_args__ = (UniqueConstraint("session_id", "role", "person_id"),)
    owner = "session_id"

    session_id: Mapped[SessionKey]
    person_id: Mapped[PersonKey]
    role: Mapped[SessionRole]
    position: Mapped[Position]

    session: Mapped[Session] = relationship(back_populates="roles")
    person: Mapped[Person] = relationship()


class InvitationLetter(Base):
    """What the letter that invites to a session says beside the session itself."""

    __tablename__ = "invitation_letters"
    __table_args__ = (UniqueConstraint("session_id"),)
    owner = "session_id"

    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"))
    reference: Mapped[FreeText]
    dated: Mapped[date | None]
    binding: Mapped[Flag]
    addressees_ar: Mapped[FreeText]
    addressees_fr: Mapped[FreeText]
    under_ar: Mapped[FreeText]
    under_fr: Mapped[FreeText]
    references: Mapped[WordsColumn]
    enclosures: Mapped[WordsColumn]
    copies: Mapped[WordsColumn]
    agenda_enclosed: Mapped[Flag]
    reply_by: Mapped[date | None]

    session: Mapped[Session] = relationship(back_populates="letter")


class CarriedOutcome(Base):
    """An outcome of an earlier session that a session follows up; it stays that session's own."""

    __tablename__ = "carried_outcomes"
    __table_args__ = (UniqueConstraint("session_id", "outcome_id"),)
    owner = "session_id"

    session_id: Mapped[SessionKey]
    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcomes.id"), index=True)
    position: Mapped[Position]

    session: Mapped[Session] = relationship(back_populates="carried")
    outcome: Mapped[Outcome] = relationship(back_populates="carried_into")
