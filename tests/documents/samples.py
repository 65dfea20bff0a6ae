"""Invented sessions, persons and centres for tests of papers."""

from dataclasses import replace
from datetime import date, time

from db.codes import AttendanceState, BodyKind, Civility, InterventionKind, OutcomeKind
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Body, Person
from desktop_app.services.session_data import (
    AgendaItem,
    Attendance,
    Intervention,
    InvitationLetter,
    Outcome,
    Place,
    Session,
)
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.persons import Function
from desktop_app.wording.session_types import SESSION_TYPES

AR: tuple[PaperLanguage, ...] = ("ar",)
FR: tuple[PaperLanguage, ...] = ("fr",)
BOTH: tuple[PaperLanguage, ...] = ("ar", "fr")

ACADEMY = Body(
    1,
    "body-academy",
    BodyKind.ACADEMY,
    Bilingual("الأكاديمية الجهوية", "l’académie régionale"),
    Bilingual(fr="AREF"),
)
CENTRE = Body(
    2,
    "body-centre",
    BodyKind.CENTRE,
    Bilingual("المركز الجهوي لمنظومة الإعلام", "le centre régional du système d’information"),
)
AZILAL = Body(
    3,
    "body-azilal",
    BodyKind.DIRECTORATE,
    Bilingual("المديرية الإقليمية بأزيلال", "la direction provinciale d’Azilal"),
    Bilingual(fr="DP d’Azilal"),
)
KHENIFRA = Body(
    4,
    "body-khenifra",
    BodyKind.DIRECTORATE,
    Bilingual("المديرية الإقليمية بخنيفرة", "la direction provinciale de Khénifra"),
    Bilingual(fr="DP de Khénifra"),
)
SHORT_CENTRE = Body(
    5, "body-short", BodyKind.CENTRE, Bilingual("المركز الجهوي", "le centre régional")
)


def person(
    number: int,
    civility: Civility,
    name: tuple[str, str],
    title: tuple[str, str] = ("", ""),
    *,
    unique: bool = False,
    body: Body | None = None,
    code: str = "",
) -> Person:
    """Make an invented person."""
    return Person(
        number,
        f"person-{number}",
        civility,
        Bilingual(*name),
        Function(Bilingual(*title), unique, code),
        body,
        f"p{number}@academie.example",
        f"05 23 00 12 {number % 100:02}",
    )


MR, MRS, UNKNOWN = Civility.MR, Civility.MRS, Civility.UNKNOWN

CHIEF = person(
    1,
    MRS,
    ("نعيمة الورياشي", "Naïma Ouariachi"),
    (
        "رئيسة المركز الجهوي لمنظومة الإعلام",
        "la cheffe du centre régional du système d’information",
    ),
    unique=True,
    body=ACADEMY,
)
SUPPORT = person(2, MRS, ("سعاد الحمداوي", "Souad Hamdaoui"), ("مهندسة", "ingénieure"), body=CENTRE)
COMMUNICATION = person(
    3,
    MR,
    ("عبد الإله بنزاكور", "Abdelilah Benzakour"),
    (
        "رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري",
        "le chef du service de la communication et du suivi des travaux du conseil",
    ),
    unique=True,
    body=ACADEMY,
)
DIRECTOR = person(
    4,
    MR,
    ("المصطفى الراجي", "Mustapha Raji"),
    ("مدير الأكاديمية", "le directeur de l’académie"),
    unique=True,
    body=ACADEMY,
)
AMZIL = person(5, MR, ("يوسف أمزيل", "Youssef Amzil"), ("مهندس", "ingénieur"), body=SHORT_CENTRE)
OUCHRIF = person(6, MR, ("حسن أوشريف", "Hassan Ouchrif"), ("تقني", "technicien"), body=AZILAL)
OUALI = person(
    7,
    MRS,
    ("مريم أوعلي", "Meryem Ouali"),
    ("رئيسة مصلحة الشؤون القانونية", "la cheffe du service des affaires juridiques"),
    unique=True,
    body=KHENIFRA,
)
HADDOUCH = person(8, MR, ("عمر حدوش", "Omar Haddouch"), ("تقني", "technicien"), body=SHORT_CENTRE)
PLANNING = person(
    9,
    MR,
    ("رشيد الكوهن", "Rachid Kohen"),
    ("رئيس قسم التخطيط", "le chef de la division de la planification"),
    unique=True,
    body=ACADEMY,
)
TADILI = person(10, MRS, ("أمينة التادلي", "Amina Tadili"), ("متصرفة", "administratrice"))
AZILAL_DIRECTOR = person(
    11,
    MR,
    ("إدريس الزموري", "Driss Zemmouri"),
    ("المدير الإقليمي بأزيلال", "le directeur provincial d’Azilal"),
    unique=True,
    body=AZILAL,
    code="provincial_director",
)
KHENIFRA_HEAD = person(
    12,
    MRS,
    ("لطيفة المنصوري", "Latifa Mansouri"),
    ("رئيسة المركز الإقليمي بخنيفرة", "la cheffe du centre provincial de Khénifra"),
    unique=True,
    body=KHENIFRA,
)

INSTITUTION = Institution(
    name=CENTRE.name,
    academy=Bilingual(
        "الأكاديمية الجهوية للتربية والتكوين", "l’académie régionale d’éducation et de formation"
    ),
    header_ar=(
        "المملكة المغربية",
        "وزارة التربية الوطنية والتعليم الأولي والرياضة",
        "الأكاديمية الجهوية للتربية والتكوين",
        "المركز الجهوي لمنظومة الإعلام",
    ),
    header_fr=(
        "Royaume du Maroc",
        "Ministère de l’Éducation nationale,",
        "du Préscolaire et des Sports",
        "Académie régionale d’éducation et de formation",
        "Centre régional du système d’information",
    ),
    city=Bilingual("بني ملال", "Béni Mellal"),
    email="crsi@academie.example",
    signatory=CHIEF,
)


def line(number: int, who: Person, state: AttendanceState, **more: object) -> Attendance:
    """Make a line of the record."""
    return replace(Attendance(number, f"line-{number}", number, who, state=state), **more)  # type: ignore[arg-type]  # fields by name


def crowd(number: int, *, women: int = 0, first: int = 100) -> tuple[Person, ...]:
    """Make so many invented persons, the first of them women."""
    return tuple(
        person(
            first + n,
            MRS if n < women else MR,
            (f"مشاركة {n}" if n < women else f"مشارك {n}", f"Personne {n}"),
            ("مهندسة", "ingénieure") if n < women else ("مهندس", "ingénieur"),
            body=(AZILAL, KHENIFRA, CENTRE)[n % 3],
        )
        for n in range(number)
    )


def session(kind: str = "workshop", **more: object) -> Session:
    """Make a session of a kind with nothing more than is told."""
    return replace(
        Session(1, "session-1", SESSION_TYPES[kind], Bilingual()),
        **more,  # type: ignore[arg-type]  # fields by name
    )


def workshop(**more: object) -> Session:
    """Make the workshop of the papers' pictures."""
    present, represented = AttendanceState.PRESENT, AttendanceState.REPRESENTED
    people = (CHIEF, COMMUNICATION, SUPPORT, AMZIL, OUCHRIF, OUALI, KHENIFRA_HEAD)
    attendance = [line(n, who, present) for n, who in enumerate(people, start=1)]
    attendance += [
        line(8, PLANNING, AttendanceState.EXCUSED),
        line(9, AZILAL_DIRECTOR, represented, represented_by_id=TADILI.id),
        line(10, TADILI, present, invited=False),
    ]
    full = Session(
        1,
        "session-1",
        SESSION_TYPES["workshop"],
        Bilingual(
            "العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية",
            "Actions de communication sur les nouveautés des systèmes d’information",
        ),
        purpose=Bilingual(
            "تدارس العمليات التواصلية الكفيلة بالتعريف بمستجدات النظم المعلوماتية",
            "l’étude des actions de communication propres à faire connaître les nouveautés",
        ),
        framework=Bilingual(
            "أجرأة المخطط التواصلي برسم السنة الدراسية 2025/2026",
            "la mise en œuvre du plan de communication de l’année scolaire 2025/2026",
        ),
        objectives=(
            Bilingual("تقاسم المستجدات", "partager les nouveautés"),
            Bilingual("إعداد برنامج عملي", "préparer un programme opérationnel"),
        ),
        days=(date(2026, 4, 22),),
        start=time(9, 30),
        end=time(13, 15),
        place=Place(
            room=Bilingual("قاعة الاجتماعات", "la salle de réunions"),
            site=Bilingual("مقر الأكاديمية", "le siège de l’académie"),
        ),
        chair=CHIEF,
        rapporteur=SUPPORT,
        signatories=(SUPPORT, CHIEF),
        facilitators=(COMMUNICATION,),
        invitation=InvitationLetter(
            reference="117/26",
            dated=date(2026, 4, 8),
            addressees=Bilingual(
                "السيدات والسادة رئيسات ورؤساء المراكز الإقليمية لمنظومة الإعلام",
                "Mmes et MM. les Chefs des centres provinciaux du système d’information",
            ),
            under=Bilingual(
                "السيدات والسادة المديرات والمديرين الإقليميين",
                "Mmes et MM. les Directeurs provinciaux",
            ),
            references=(
                Bilingual(
                    "المخطط التواصلي برسم السنة الدراسية 2025/2026",
                    "le plan de communication de l’année scolaire 2025/2026",
                ),
            ),
            enclosures=(
                Bilingual("البرنامج", "programme"),
                Bilingual("بطاقة تأكيد الحضور", "fiche de confirmation"),
            ),
            reply_by=date(2026, 4, 17),
        ),
        agenda=(
            AgendaItem(
                1,
                "item-1",
                1,
                Bilingual(
                    "مستجدات النظم المعلوماتية حسب المجالات",
                    "nouveautés des systèmes d’information par domaine",
                ),
            ),
            AgendaItem(
                2,
                "item-2",
                2,
                Bilingual("مشروع الحملة التواصلية", "projet de campagne de communication"),
            ),
        ),
        attendance=tuple(attendance),
        interventions=(
            Intervention(
                9,
                "say-9",
                9,
                InterventionKind.NOTE,
                summary=Bilingual("عرضت الحملة على الحاضرين.\nلم تبد أي ملاحظة."),
                agenda_item_id=2,
            ),
            Intervention(
                1,
                "say-1",
                1,
                InterventionKind.ADDRESS,
                (DIRECTOR,),
                summary=Bilingual("تزايد طلبات المستعملين", "la hausse des demandes"),
                appeal=Bilingual("مضاعفة الجهود", "redoubler d’efforts"),
            ),
            Intervention(
                2,
                "say-2",
                2,
                InterventionKind.PRESENTATION,
                (CHIEF,),
                title=Bilingual("مستجدات النظم المعلوماتية", "Nouveautés des systèmes"),
                summary=Bilingual("النظم المعتمدة حسب المجالات", "les systèmes par domaine"),
            ),
            Intervention(
                3,
                "say-3",
                3,
                InterventionKind.PRESENTATION,
                (COMMUNICATION, SUPPORT),
                title=Bilingual("مشروع الحملة", "Projet de campagne"),
            ),
            Intervention(
                4,
                "say-4",
                4,
                InterventionKind.COMMENT,
                summary=Bilingual("سبل تنزيل المخطط التواصلي", "la mise en œuvre du plan"),
            ),
            Intervention(
                5,
                "say-5",
                5,
                InterventionKind.COMMENT,
                (AMZIL,),
                summary=Bilingual("قنوات التوصل بالطلبات", "le circuit des demandes"),
            ),
            Intervention(
                6,
                "say-6",
                6,
                InterventionKind.ANSWER,
                (CHIEF,),
                summary=Bilingual("الطلبات ستسجل حسب كل نظام", "elles seront enregistrées"),
            ),
        ),
        outcomes=(
            Outcome(
                1,
                "out-1",
                1,
                OutcomeKind.DECISION,
                Bilingual("اعتماد البرنامج العملي", "Adopter le programme opérationnel"),
                owner_bodies=(CENTRE,),
                due=date(2026, 4, 30),
            ),
            Outcome(
                2,
                "out-2",
                2,
                OutcomeKind.RECOMMENDATION,
                Bilingual("إعداد مطوية ودليل مختصر", "Préparer un dépliant et un guide"),
                owner_bodies=(AZILAL, KHENIFRA),
                ongoing=True,
                remarks=Bilingual("تعرض المسودة على المصادقة", "projet à valider"),
            ),
        ),
        opened_with_quran=True,
        opened_with_anthem=True,
        conclusions=(Bilingual("الحاجة إلى برنامج مشترك", "la nécessité d’un programme commun"),),
        enclosures=(
            Bilingual("لائحة الحضور", "feuille de présence"),
            Bilingual("العرضان", "les deux exposés"),
        ),
        copies=(
            Bilingual("السيد مدير الأكاديمية (للإخبار)", "M. le Directeur (pour information)"),
        ),
        reference="14/26",
    )
    return replace(full, **more)  # type: ignore[arg-type]  # fields by name
