"""Labels of the closed lists: a code is stored, a label is shown.

The lists and their words: attendance, states, kinds, priorities, channels and target groups of
the administration; where a label agrees with a person or a noun, both genders are given.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Literal, NamedTuple

from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    Civility,
    DocumentState,
    FollowUpState,
    InterventionKind,
    Mode,
    OutcomeKind,
    Priority,
    SessionState,
)
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.french import capital
from desktop_app.wording.gender import Gender
from desktop_app.wording.session_types import SESSION_TYPES

Language = Literal["ar", "fr", "en"]


class Label(NamedTuple):
    """A label in three languages.

    Attributes:
        ar, fr, en: as shown where nothing is known to agree with.
        ar_m, ar_f, fr_m, fr_f: for a masculine and a feminine noun or person; empty when the label
            never changes.
    """

    ar: str
    fr: str
    en: str
    ar_m: str = ""
    ar_f: str = ""
    fr_m: str = ""
    fr_f: str = ""

    def get(self, language: Language, gender: Gender | None = None) -> str:
        """Give the label in a language, agreeing when a gender is given."""
        neutral: str = getattr(self, language)
        if gender is None or language == "en":
            return neutral
        agreeing: str = getattr(self, f"{language}_{gender}")
        return agreeing or neutral


def _of_person(ar_m: str, ar_f: str, fr_m: str, en: str) -> Label:
    """Make a label of a person: حاضر(ة), *Présent(e)* when the person's gender is unknown."""
    head, _, rest = ar_m.partition(" ")
    french, _, more = fr_m.partition(" ")
    return Label(
        f"{head}(ة) {rest}".strip(),
        f"{french}(e) {more}".strip(),
        en,
        ar_m,
        ar_f,
        fr_m,
        f"{french}e {more}".strip(),
    )


def _of_noun(ar_m: str, ar_f: str, fr_m: str, en: str, fr_f: str = "") -> Label:
    """Make a label of a noun: masculine where the noun is not known."""
    return Label(ar_m, fr_m, en, ar_m, ar_f, fr_m, fr_f or f"{fr_m}e")


LISTS: Mapping[str, Mapping[str, Label]] = {
    "civility": {
        Civility.MR: Label("السيد", "M.", "Mr"),
        Civility.MRS: Label("السيدة", "Mme", "Ms"),
        Civility.UNKNOWN: Label("غير محدد", "Non précisé", "Not given"),
    },
    "answer": {
        Answer.SENT: Label("وجهت الدعوة", "Invité", "Invited", fr_m="Invité", fr_f="Invitée"),
        Answer.YES: Label(
            *("أكد الحضور", "Présence confirmée", "Confirmed", "أكد الحضور", "أكدت الحضور"),
        ),
        Answer.NO: Label(
            *("اعتذر", "S’est excusé", "Declined", "اعتذر", "اعتذرت"),
            *("S’est excusé", "S’est excusée"),
        ),
        Answer.NONE: Label("لم يجب", "Sans réponse", "No answer", "لم يجب", "لم تجب"),
    },
    "attendance": {
        AttendanceState.NOT_RECORDED: Label("لم يُسجل", "Non saisi", "Not recorded"),
        AttendanceState.PRESENT: _of_person("حاضر", "حاضرة", "Présent", "Present"),
        AttendanceState.REMOTE: _of_person(
            *("حاضر عن بعد", "حاضرة عن بعد", "Présent à distance", "Present remotely"),
        ),
        AttendanceState.REPRESENTED: _of_person("ممثَّل", "ممثَّلة", "Représenté", "Represented"),
        AttendanceState.EXCUSED: Label(
            *("متغيب(ة) بعذر", "Absent(e) excusé(e)", "Absent, excused"),
            *("متغيب بعذر", "متغيبة بعذر", "Absent excusé", "Absente excusée"),
        ),
        AttendanceState.ABSENT: _of_person("متغيب", "متغيبة", "Absent", "Absent"),
    },
    "attendance_flag": {
        "late": _of_noun("التحق متأخرا", "التحقت متأخرة", "Arrivé en retard", "Late")._replace(
            fr_f="Arrivée en retard"
        ),
        "left_early": _of_noun(
            *("غادر قبل نهاية الأشغال", "غادرت قبل نهاية الأشغال", "Parti avant la fin"),
            *("Left early", "Partie avant la fin"),
        ),
    },
    "session_type": {
        kind.code: Label(kind.indefinite, capital(kind.french), english)
        for kind, english in zip(
            SESSION_TYPES.values(),
            (
                *("Workshop", "Meeting", "Coordination meeting", "Communication meeting"),
                *("Open meeting", "Working session", "Remote meeting", "Study day"),
                *("Training day", "Training session", "Conference", "Support visit"),
                "Follow-up visit",
            ),
            strict=True,
        )
    },
    "session_state": {
        SessionState.PLANNED: _of_noun("مبرمج", "مبرمجة", "Programmé", "Planned"),
        SessionState.INVITED: Label("وجهت الدعوات", "Invitations envoyées", "Invitations sent"),
        SessionState.HELD: _of_noun("منعقد", "منعقدة", "Tenu", "Held"),
        SessionState.DRAFTING: Label(
            *("محضر قيد الإعداد", "PV en préparation", "Minutes in preparation")
        ),
        SessionState.SIGNED: Label("محضر موقع", "PV signé", "Minutes signed"),
        SessionState.SENT: _of_noun("موجَّه", "موجَّهة", "Diffusé", "Sent out"),
        SessionState.POSTPONED: _of_noun("مؤجل", "مؤجلة", "Reporté", "Postponed"),
        SessionState.CANCELLED: _of_noun("ملغى", "ملغاة", "Annulé", "Cancelled"),
    },
    "document_state": {
        DocumentState.DRAFT: Label("مسودة", "Brouillon", "Draft"),
        DocumentState.TO_REVIEW: Label("للمراجعة", "À relire", "To review"),
        DocumentState.TO_SIGN: Label("للتوقيع", "À la signature", "To sign"),
        DocumentState.SIGNED: _of_noun("موقَّع", "موقَّعة", "Signé", "Signed"),
        DocumentState.SENT: _of_noun("موجَّه", "موجَّهة", "Transmis", "Sent"),
    },
    "outcome_kind": {
        OutcomeKind.DECISION: Label("قرار", "Décision", "Decision"),
        OutcomeKind.RECOMMENDATION: Label("توصية", "Recommandation", "Recommendation"),
        OutcomeKind.COMMITMENT: Label("التزام", "Engagement", "Commitment"),
        OutcomeKind.ACTION: Label("إجراء", "Action", "Action"),
        OutcomeKind.PROPOSAL: Label("مقترح", "Proposition", "Proposal"),
    },
    "follow_up_state": {
        FollowUpState.NOT_STARTED: Label("لم يشرع فيه", "Non entamé", "Not started"),
        FollowUpState.IN_PROGRESS: Label("في طور الإنجاز", "En cours", "In progress"),
        FollowUpState.PARTLY_DONE: Label("منجز جزئيا", "Partiellement réalisé", "Partly done"),
        FollowUpState.DONE: Label("منجز", "Réalisé", "Done"),
        FollowUpState.SUSPENDED: Label("معلق", "Suspendu", "Suspended"),
        FollowUpState.POSTPONED: Label("مؤجل", "Reporté", "Postponed"),
        FollowUpState.CANCELLED: Label("ملغى", "Annulé", "Cancelled"),
        FollowUpState.PASSED_ON: Label(
            *("محال على جهة أخرى", "Transmis à une autre entité", "Passed on")
        ),
    },
    "follow_up_sign": {
        "overdue": Label("متأخر", "En retard", "Late"),
        "ongoing": Label("مستمر", "En continu", "Ongoing"),
        "no_due_date": Label("بلا أجل", "Sans échéance", "No due date"),
    },
    "priority": {
        Priority.URGENT: Label("استعجالية", "Urgente", "Urgent"),
        Priority.HIGH: Label("مرتفعة", "Haute", "High"),
        Priority.NORMAL: Label("عادية", "Normale", "Normal"),
        Priority.LOW: Label("منخفضة", "Basse", "Low"),
    },
    "mode": {
        Mode.IN_PERSON: Label("حضوري", "En présence", "In person"),
        Mode.REMOTE: Label("عن بعد", "À distance", "Remote"),
        Mode.MIXED: Label("حضوري وعن بعد", "En présence et à distance", "In person and remote"),
    },
    "intervention_kind": {
        InterventionKind.ADDRESS: Label("كلمة", "Allocution", "Address"),
        InterventionKind.PRESENTATION: Label("عرض", "Exposé", "Presentation"),
        InterventionKind.COMMENT: Label("تدخل", "Intervention", "Comment"),
        InterventionKind.ANSWER: Label("جواب", "Réponse", "Answer"),
        InterventionKind.NOTE: Label("تدوين", "Note", "Note"),
    },
    "body_kind": {
        BodyKind.MINISTRY: Label("وزارة", "Ministère", "Ministry"),
        BodyKind.ACADEMY: Label("أكاديمية", "Académie", "Academy"),
        BodyKind.DIRECTORATE: Label(
            *("مديرية إقليمية", "Direction provinciale", "Provincial directorate")
        ),
        BodyKind.CENTRE: Label("مركز", "Centre", "Centre"),
        BodyKind.SERVICE: Label("مصلحة", "Service", "Service"),
        BodyKind.SCHOOL: Label("مؤسسة تعليمية", "Établissement scolaire", "School"),
        BodyKind.PARTNER: Label("شريك", "Partenaire", "Partner"),
    },
    "operation_state": {
        "proposed": Label("مقترحة", "Proposée", "Proposed"),
        "approved": Label("مصادق عليها", "Validée", "Approved"),
        "planned": Label("مبرمجة", "Programmée", "Planned"),
        "in_progress": Label("قيد التنفيذ", "En cours", "In progress"),
        "done": Label("منفذة", "Réalisée", "Carried out"),
        "postponed": Label("مؤجلة", "Reportée", "Postponed"),
        "cancelled": Label("ملغاة", "Annulée", "Cancelled"),
    },
    "system_state": {
        "in_development": Label("قيد التطوير", "En développement", "In development"),
        "pilot": Label("مرحلة تجريبية", "Phase pilote", "Pilot"),
        "rolling_out": Label("قيد التعميم", "En généralisation", "Rolling out"),
        "generalised": _of_noun("معمم", "معممة", "Généralisé", "In general use"),
        "replaced": _of_noun(
            *("معوَّض بنظام آخر", "معوضة بمنظومة أخرى", "Remplacé", "Replaced"),
        ),
        "stopped": _of_noun("متوقف", "متوقفة", "Arrêté", "Stopped"),
    },
    "request_state": {
        "new": Label("جديد", "Nouvelle", "New"),
        "in_progress": Label("قيد المعالجة", "En cours", "In progress"),
        "waiting": Label(
            *("في انتظار صاحب الطلب", "En attente du demandeur", "Waiting for requester")
        ),
        "passed_on": Label("محال على جهة أخرى", "Transmise", "Passed on"),
        "answered": Label("تمت الإجابة", "Réponse donnée", "Answered"),
        "closed": Label("مغلق", "Close", "Closed"),
    },
    "reach": {
        "full": Label("تام", "Atteint", "Reached"),
        "partial": Label("جزئي", "Partiel", "Partial"),
        "low": Label("ضعيف", "Faible", "Low"),
        "none": Label("منعدم", "Nul", "None"),
    },
    "material_state": {
        "to_prepare": Label("للإعداد", "À établir", "To prepare"),
        "ready": _of_noun("جاهز", "جاهزة", "Prêt", "Ready"),
    },
    "check_list": {
        "required": Label("إلزامي", "Obligatoire", "Required"),
        "advised": Label("مستحسن", "Conseillé", "Advised"),
    },
    "channel": {
        "communication_meeting": Label(
            *("لقاء تواصلي", "Rencontre de communication", "Communication meeting")
        ),
        "official_site": Label(
            "الموقع الرسمي للأكاديمية/المديرية",
            "Site officiel de l’académie/de la direction",
            "Official site of the academy or directorate",
        ),
        "social_page": Label(
            *("صفحة التواصل الاجتماعي", "Page de réseau social", "Social media page")
        ),
        "open_meeting": Label(
            *("لقاء مفتوح بالمؤسسة", "Rencontre ouverte à l’établissement"),
            "Open meeting at the school",
        ),
        "note": Label("مذكرة/مراسلة", "Note/courrier", "Circular or letter"),
        "email": Label("بريد إلكتروني", "E-mail", "E-mail"),
        "text_message": Label("رسالة نصية/واتساب", "SMS/WhatsApp", "Text message or WhatsApp"),
        "poster": Label("ملصق", "Affiche", "Poster"),
        "leaflet": Label("مطوية", "Dépliant", "Leaflet"),
        "user_guide": Label("دليل المستعمل", "Guide utilisateur", "User guide"),
        "video": Label("كبسولة فيديو", "Capsule vidéo", "Short video"),
        "presentation": Label("عرض تقديمي", "Présentation", "Slides"),
        "press_release": Label("بلاغ صحفي", "Communiqué", "Press release"),
        "regional_radio": Label("إذاعة جهوية", "Radio régionale", "Regional radio"),
        "training_session": Label("دورة تكوينية", "Session de formation", "Training session"),
    },
    "target_group": {
        "regional_managers": Label(
            *("المدبرون الجهويون", "Gestionnaires régionaux", "Regional managers")
        ),
        "provincial_managers": Label(
            *("المدبرون الإقليميون", "Gestionnaires provinciaux", "Provincial managers")
        ),
        "school_heads": Label("مديرو المؤسسات", "Directeurs d’établissement", "School heads"),
        "school_supervisors": Label(
            *("الحراس العامون والنظار", "Surveillants généraux, censeurs"),
            "Supervisors and deputy heads",
        ),
        "teachers": Label("هيئة التدريس", "Corps enseignant", "Teachers"),
        "inspectors": Label("المفتشون", "Inspecteurs", "Inspectors"),
        "guidance_staff": Label(
            *("أطر التوجيه والتخطيط", "Cadres de l’orientation et de la planification"),
            "Guidance and planning staff",
        ),
        "support_staff": Label(
            *("أطر الدعم الإداري", "Cadres d’appui administratif"),
            "Administrative support staff",
        ),
        "pupils": Label("التلاميذ", "Élèves", "Pupils"),
        "parents": Label(
            *("الأمهات والآباء وأولياء الأمور", "Mères, pères et tuteurs", "Parents and guardians")
        ),
        "parents_associations": Label(
            *("جمعيات الآباء", "Associations de parents", "Parents’ associations")
        ),
        "private_schools": Label("التعليم الخصوصي", "Enseignement privé", "Private schools"),
        "partners": Label("الشركاء", "Partenaires", "Partners"),
        "press": Label("الصحافة", "Presse", "Press"),
        "public": Label("العموم", "Grand public", "General public"),
    },
}
"""Every closed list, by its name, then by code; in the order in which a screen offers them."""

_NAME_OF_LIST: Mapping[type[Enum], str] = {
    Answer: "answer",
    AttendanceState: "attendance",
    BodyKind: "body_kind",
    Civility: "civility",
    DocumentState: "document_state",
    FollowUpState: "follow_up_state",
    InterventionKind: "intervention_kind",
    Mode: "mode",
    OutcomeKind: "outcome_kind",
    Priority: "priority",
    SessionState: "session_state",
}


def label(code: str, language: Language, gender: Gender | None = None, *, of: str = "") -> str:
    """Give the label of a code.

    Args:
        code: a member of one of the code lists (`db.codes`), or its text with ``of``, or its text
            alone when only one list has it.
        language: of the screen or the paper.
        gender: of the person or the noun that the label agrees with; a label that agrees with a
            person is neutral without it («حاضر(ة)»), never so on a signed paper.
        of: the name of the list (`LISTS`).

    Raises:
        KeyError: no list has the code, or several have it with different labels.
    """
    if isinstance(code, Enum):
        of = _NAME_OF_LIST[type(code)]
    if of:
        return LISTS[of][code].get(language, gender)
    found = {labels[code] for labels in LISTS.values() if code in labels}
    if len(found) != 1:
        raise KeyError(code)
    return found.pop().get(language, gender)


def represented_by(name: str, language: PaperLanguage, gender: Gender | None = None) -> str:
    """Say who came instead: «ممثَّلة — ينوب عنها: …»; *Représentée par …*."""
    state = label(AttendanceState.REPRESENTED, language, gender)
    if language == "fr":
        return f"{state} par {name}"
    pronoun = {"m": "عنه", "f": "عنها"}.get(gender or "", "عنه(ا)")
    return f"{state} — ينوب {pronoun}: {name}"
