"""The paper that is measured: minutes of about four pages with thirty attendees."""

from datetime import date, time, timedelta
from pathlib import Path

from msgspec.structs import replace

from db.codes import (
    AttendanceState,
    BodyKind,
    Civility,
    InterventionKind,
    OutcomeKind,
    SessionState,
)
from db.engine import create_store
from desktop_app.services import sample
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    BodyDraft,
    FunctionDraft,
    InterventionDraft,
    Label,
    OutcomeDraft,
    PersonDraft,
    PlaceDraft,
    SessionDraft,
    Words,
)
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Body, Person
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import (
    AgendaItem,
    Attendance,
    Intervention,
    Outcome,
    Place,
    Session,
)
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function
from desktop_app.wording.session_types import SESSION_TYPES

FIRST = ["نعيمة", "سعاد", "حنان", "لطيفة", "مريم", "أمينة"]
LAST = ["الورياشي", "الحمداوي", "الدكالي", "المنصوري", "أوعلي", "التادلي", "بوعنان"]
TOWNS = ["أزيلال", "بني ملال", "خنيفرة", "خريبكة", "الفقيه بن صالح"]
SAID = (
    "تزايد طلبات المستعملين يوما بعد يوم، وما تستوجبه من ملاءمة لمنظومة MASSAR 2.0 ومن حكامة أكبر"
    " في تدبيرها برسم السنة الدراسية 2025-2026، مع الحرص على بلوغ نسبة 96,2% من التغطية المعلوماتية"
    " (ESISE وGRESA) قبل متم يونيو"
)
LONG = "30/26"
"""Number of the session with long minutes among the many."""
LARGE = "31/14"
"""Number of the session with 300 attendees and 500 lines of minutes among them."""


def institution() -> Institution:
    """Give an invented centre with a header of five lines."""
    return Institution(
        name=Bilingual(
            "المركز الجهوي لمنظومة الإعلام", "le centre régional du système d’information"
        ),
        header_ar=(
            "المملكة المغربية",
            "وزارة التربية الوطنية والتعليم الأولي والرياضة",
            "الأكاديمية الجهوية للتربية والتكوين",
            "المركز الجهوي لمنظومة الإعلام",
        ),
        city=Bilingual("بني ملال", "Béni Mellal"),
    )


def session(number: int) -> Session:
    """Make a session; another number gives other words, so that no result can be kept."""
    bodies = [
        Body(i, f"b{i}", BodyKind.DIRECTORATE, Bilingual(f"المديرية الإقليمية {town}"))
        for i, town in enumerate(TOWNS)
    ]
    people = [
        Person(
            i,
            f"p{i}",
            Civility.MRS,
            Bilingual(f"{FIRST[i % len(FIRST)]} {LAST[i % len(LAST)]} {number + i}"),
            Function(Bilingual("رئيسة مصلحة الشؤون القانونية والتواصل والشراكة"), unique=True),
            bodies[i % len(bodies)],
        )
        for i in range(30)
    ]
    return Session(
        id=1,
        uid="s1",
        type=SESSION_TYPES["workshop"],
        theme=Bilingual(f"العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية {number}"),
        days=(date(2026, 4, 22),),
        start=time(9, 30),
        end=time(13, 15),
        place=Place(room=Bilingual("قاعة الاجتماعات"), site=Bilingual("مقر الأكاديمية")),
        chair=people[0],
        rapporteur=people[1],
        signatories=(people[1], people[0]),
        agenda=tuple(
            AgendaItem(i, f"a{i}", i, Bilingual(f"النقطة {number + i}: {SAID[:60]}"))
            for i in range(5)
        ),
        attendance=tuple(
            Attendance(i, f"t{i}", i, person, state=AttendanceState.PRESENT)
            for i, person in enumerate(people)
        ),
        interventions=tuple(
            Intervention(
                i,
                f"i{i}",
                i,
                InterventionKind.PRESENTATION if i < 3 else InterventionKind.COMMENT,
                (people[i],),
                Bilingual(f"العرض {number + i}"),
                Bilingual(f"{SAID}، {number + i}، {SAID}"),
            )
            for i in range(6)
        ),
        outcomes=tuple(
            Outcome(
                i,
                f"o{i}",
                i,
                OutcomeKind.DECISION,
                Bilingual(
                    f"تنظيم لقاء تواصلي رقم {number + i} لفائدة مديرات ومديري المؤسسات حول MASIRH"
                ),
                owner_bodies=(bodies[i % len(bodies)],),
                due=date(2026, 5, 1 + i),
            )
            for i in range(12)
        ),
        reference=f"{number}/26",
    )


def draft(number: int) -> SessionDraft:
    """Give the same session as it is recorded."""
    one = session(number)
    persons = [line.person for line in one.attendance]
    bodies = {person.body.uid: person.body for person in persons if person.body}
    return SessionDraft(
        type=one.type.code,
        theme=_label(one.theme),
        state=SessionState.DRAFTING,
        days=one.days,
        start=f"{one.start:%H:%M}",
        end=f"{one.end:%H:%M}",
        place=PlaceDraft(room=_label(one.place.room), site=_label(one.place.site)),
        chair=persons[0].uid,
        rapporteur=persons[1].uid,
        signatories=(persons[1].uid, persons[0].uid),
        reference=one.reference,
        bodies=tuple(
            BodyDraft(key=body.uid, kind=body.kind, name=_label(body.name))
            for body in bodies.values()
        ),
        people=tuple(
            PersonDraft(
                key=person.uid,
                name=_label(person.name),
                civility=person.civility,
                function=FunctionDraft(title=_label(person.function.title), unique=True),
                body=person.body.uid if person.body else None,
            )
            for person in persons
        ),
        agenda=tuple(AgendaDraft(title=_label(point.title)) for point in one.agenda),
        attendance=tuple(
            AttendanceDraft(person=person.uid, state=AttendanceState.PRESENT) for person in persons
        ),
        interventions=tuple(
            InterventionDraft(
                kind=said.kind,
                speakers=tuple(person.uid for person in said.speakers),
                title=_label(said.title),
                summary=Words(ar=said.summary.ar),
            )
            for said in one.interventions
        ),
        outcomes=tuple(
            OutcomeDraft(
                kind=outcome.kind,
                text=Words(ar=outcome.text.ar),
                owner_bodies=tuple(body.uid for body in outcome.owner_bodies),
                due=outcome.due,
            )
            for outcome in one.outcomes
        ),
    )


def _label(text: Bilingual) -> Label:
    return Label(text.ar, text.fr)


def many_sessions(path: Path, count: int, people: int = 1000) -> None:
    """Make a database of so many sessions, with six attendees and two outcomes each.

    Two more are long: the minutes of one take four pages, the other is `large`.

    Args:
        path: of the new file.
        count: of sessions.
        people: so many are on file and attend in turn.
    """
    workshop = sample.workshop()
    model = replace(
        workshop,
        outcomes=workshop.outcomes[:2],
        interventions=(),
    )
    with create_store(path) as store, store.write("benchmark.fill") as work:
        directory = Directory(work)
        directory.add_bodies(model.bodies)
        directory.add_people(model.people)
        directory.add_people([_person(number) for number in range(people)])
        for number in range(count):
            day = date(2015, 9, 1) + timedelta(days=2 * number)
            theme = Label(f"{model.theme.ar} {number}", f"{model.theme.fr} {number}")
            came = tuple(
                AttendanceDraft(person=f"x{n % people}", state=AttendanceState.PRESENT)
                for n in range(6 * number, 6 * number + 6)
            )
            one = replace(
                model, uid="", bodies=(), people=(), theme=theme, days=(day,), attendance=came
            )
            record_session(work, one, directory)
        record_session(work, draft(30), directory)
        record_session(work, large(), directory)


def large() -> SessionDraft:
    """Give a session of 300 attendees and 500 lines of minutes on five points, 40 of them outcomes.

    Its people are those of `many_sessions`.
    """
    return SessionDraft(
        type="workshop",
        theme=Label("لقاء كبير حول منظومة MASSAR", "Grande rencontre"),
        state=SessionState.PLANNED,
        reference=LARGE,
        days=(date(2014, 9, 3),),
        start="09:00",
        end="12:00",
        agenda=tuple(
            AgendaDraft(title=Label(f"النقطة {n}: {SAID[:60]}"), planned_minutes=30)
            for n in range(5)
        ),
        attendance=tuple(AttendanceDraft(person=f"x{n}") for n in range(300)),
        interventions=tuple(
            InterventionDraft(
                kind=InterventionKind.NOTE,
                summary=Words(ar=f"السطر {n}: {SAID[: 40 + n % 120]}"),
                agenda_item=1 + n // 100,
                at=f"{9 + n // 200:02}:{n % 60:02}",
            )
            for n in range(500)
        ),
        outcomes=tuple(
            OutcomeDraft(kind=OutcomeKind.DECISION, text=Words(ar=f"القرار {n}: {SAID[:80]}"))
            for n in range(40)
        ),
    )


def _person(number: int) -> PersonDraft:
    name = f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]} {number}"
    return PersonDraft(
        key=f"x{number}", name=Label(name, f"Naïma Ouriachi {number}"), civility=Civility.MRS
    )
