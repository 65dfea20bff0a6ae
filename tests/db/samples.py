"""Invented records for the tests of the record."""

import hashlib
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Engine

from db import models
from db.codes import (
    AttendanceState,
    BodyKind,
    Civility,
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    InterventionKind,
    OutcomeKind,
    OutputMeans,
    SessionRole,
)
from db.journal import JOURNAL, records
from db.models import Base, Words

NOON = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)


def body(name: str = "المركز الجهوي") -> models.Body:
    return models.Body(
        kind=BodyKind.CENTRE, names=[models.BodyName(name_ar=name, name_fr="le centre régional")]
    )


def person(name: str = "سلمى العلوي") -> models.Person:
    return models.Person(civility=Civility.MRS, name_ar=name, email="salma@example.ma")


def outcome(**values: object) -> models.Outcome:
    return models.Outcome(**{"kind": OutcomeKind.DECISION, "text_ar": "تعميم الدليل", **values})


def session(**values: object) -> models.Session:
    return models.Session(**{"type_code": "workshop", "theme_ar": "مستجدات النظم", **values})


def content(data: bytes = b"%PDF-1.7 paper") -> models.Content:
    return models.Content.of(data, "application/pdf")


def document(held: models.Session, **values: object) -> models.IssuedDocument:
    return models.IssuedDocument(
        **{
            "session_id": held.id,
            "kind": DocumentKind.MINUTES,
            "language": DocumentLanguage.ARABIC,
            "issued_at": NOON,
            "content": content(),
            **values,
        }
    )


def whole_centre() -> list[Base]:
    """Make at least one record of every table."""
    centre, salma, omar = body(), person(), person("عمر بناني")
    salma.appointments = [models.Appointment(body=centre, title_ar="رئيسة المركز", single=True)]
    omar.appointments = [models.Appointment(body=centre, title_fr="ingénieur")]
    group = models.Group(name_ar="رؤساء المراكز", members=[models.GroupMember(person=salma)])
    item = models.AgendaItem(title_ar="عرض المستجدات", presenter=salma, planned_minutes=30)
    substitute = models.Attendance(
        person=omar, position=1, invited=False, state=AttendanceState.PRESENT, late=True
    )
    absent = models.Attendance(
        person=salma, state=AttendanceState.REPRESENTED, represented_by=substitute
    )
    decided = outcome(
        owner_person=salma,
        owner_bodies=[models.OutcomeBody(body=centre)],
        due=date(2026, 6, 30),
        agenda_item=item,
        changes=[
            models.OutcomeChange(at=NOON, who="salma", why="", state="in_progress", percent=10)
        ],
    )
    held = session(
        objectives=(Words("تقاسم المستجدات", "partager"), Words(fr="préparer")),
        start_time=time(9, 30),
        end_time=time(12, 0),
        days=[models.SessionDay(day=date(2026, 3, 4))],
        roles=[models.SessionPerson(person=salma, role=SessionRole.SIGNATORY)],
        letter=models.InvitationLetter(reference="14/26", references=(Words("مذكرة 17"),)),
        agenda=[item],
        attendance=[absent, substitute],
        interventions=[
            models.Intervention(
                kind=InterventionKind.ADDRESS,
                speakers=[models.InterventionSpeaker(person=salma)],
                agenda_item=item,
            )
        ],
        outcomes=[decided],
        carried=[models.CarriedOutcome(outcome=decided)],
        series=models.Series(name_ar="الاجتماع الشهري"),
    )
    return [
        centre,
        group,
        held,
        models.SessionType(
            code="fair",
            indefinite="معرض",
            definite="المعرض",
            gender="m",
            plural="معارض",
            french="salon",
            french_gender="m",
            french_plural="salons",
        ),
        models.Setting(key="institution.city", value={"ar": "أزيلال", "fr": "Azilal"}),
        models.NumberingCounter(kind="common", year=2026, last=14),
        models.SavedView(place="follow-ups", name="المتأخرة", filters={"late": True}),
        models.Phrase(category="opening", abbreviation_ar="رح", text_ar="رحب بالحاضرين"),
    ]


def papers_of(held: models.Session) -> list[Base]:
    """Make a record of every table that names a kept session."""
    salma = held.attendance[0].person
    issued = document(
        held,
        signatories=[models.DocumentSignatory(person=salma)],
        deliveries=[
            models.Delivery(recipient="الأكاديمية", means=DeliveryMeans.HAND, sent_at=NOON)
        ],
        outputs=[models.Output(means=OutputMeans.PRINTER, target="Kyocera", made_at=NOON)],
    )
    return [
        issued,
        models.Attachment(
            session_id=held.id, file_name="عرض.pdf", added_at=NOON, content=content(b"slides")
        ),
        models.FinalVersion(
            session_id=held.id, number=1, finalised_at=NOON, content=content(b"{}")
        ),
        models.ReplacedWording(
            session_id=held.id, kind=DocumentKind.MINUTES, block="opening", language="ar", text="…"
        ),
    ]


def tables(engine: Engine) -> dict[str, dict[str, dict[str, Any]]]:
    """Give what all tables hold, beside the journal: by table, then by uid."""
    with engine.connect() as connection:
        return {
            name: {record["uid"]: record for record in records(connection, table)}
            for name, table in Base.metadata.tables.items()
            if table is not JOURNAL
        }


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
