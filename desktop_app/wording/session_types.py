"""Session types with the forms that sentences need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.wording import gender
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.french import elides, with_article
from desktop_app.wording.gender import Gender
from desktop_app.wording.prepositions import a, de

Role = Literal["chair", "attendee", "facilitator"]


@dataclass(frozen=True, slots=True)
class SessionType:
    """A type of session: its names and how sentences agree with it.

    Attributes:
        code: what is stored.
        indefinite, definite, plural: in Arabic (``ورشة عمل``, ``ورشة العمل``, ``ورشات عمل``).
        gender: in Arabic.
        french: without article (``atelier de travail``); french_gender: of that noun.
        french_plural: (``ateliers de travail``).
        verbs: which verbs it takes: A meetings, B what is organised, C visits.
        training: attendees *suivent* it rather than take part in its work.
        remote: held at a distance by its nature.
    """

    code: str
    indefinite: str
    definite: str
    gender: Literal["m", "f"]
    plural: str
    french: str
    french_gender: Literal["m", "f"]
    french_plural: str
    verbs: Literal["A", "B", "C"] = "A"
    training: bool = False
    remote: bool = False


_ALL = (
    SessionType(
        *("workshop", "ورشة عمل", "ورشة العمل", "f", "ورشات عمل"),
        *("atelier de travail", "m", "ateliers de travail"),
    ),
    SessionType("meeting", "اجتماع", "الاجتماع", "m", "اجتماعات", "réunion", "f", "réunions"),
    SessionType(
        *("coordination_meeting", "اجتماع تنسيقي", "الاجتماع التنسيقي", "m", "اجتماعات تنسيقية"),
        *("réunion de coordination", "f", "réunions de coordination"),
    ),
    SessionType(
        *("communication_meeting", "لقاء تواصلي", "اللقاء التواصلي", "m", "لقاءات تواصلية"),
        *("rencontre de communication", "f", "rencontres de communication"),
    ),
    SessionType(
        *("open_meeting", "لقاء مفتوح", "اللقاء المفتوح", "m", "لقاءات مفتوحة"),
        *("rencontre ouverte", "f", "rencontres ouvertes"),
    ),
    SessionType(
        *("working_session", "جلسة عمل", "جلسة العمل", "f", "جلسات عمل"),
        *("séance de travail", "f", "séances de travail"),
    ),
    SessionType(
        *("remote_meeting", "لقاء عن بعد", "اللقاء عن بعد", "m", "لقاءات عن بعد"),
        *("visioconférence", "f", "visioconférences"),
        remote=True,
    ),
    SessionType(
        *("study_day", "يوم دراسي", "اليوم الدراسي", "m", "أيام دراسية"),
        *("journée d’étude", "f", "journées d’étude", "B"),
    ),
    SessionType(
        *("training_day", "يوم تكويني", "اليوم التكويني", "m", "أيام تكوينية"),
        *("journée de formation", "f", "journées de formation", "B"),
        training=True,
    ),
    SessionType(
        *("training_session", "دورة تكوينية", "الدورة التكوينية", "f", "دورات تكوينية"),
        *("session de formation", "f", "sessions de formation", "B"),
        training=True,
    ),
    SessionType(
        *("conference", "ندوة", "الندوة", "f", "ندوات", "conférence", "f", "conférences", "B"),
    ),
    SessionType(
        *("support_visit", "زيارة مواكبة", "زيارة المواكبة", "f", "زيارات مواكبة"),
        *("visite d’accompagnement", "f", "visites d’accompagnement", "C"),
    ),
    SessionType(
        *("follow_up_visit", "زيارة تتبع", "زيارة التتبع", "f", "زيارات تتبع"),
        *("visite de suivi", "f", "visites de suivi", "C"),
    ),
)

SESSION_TYPES: Mapping[str, SessionType] = {kind.code: kind for kind in _ALL}
"""The types shipped, by code."""

_HELD_AR = {"A": "انعقد", "B": "نظم", "C": "أجري"}
_HELD_FR = {"A": "s’est tenu", "B": "a été organisé", "C": "a été effectué"}
_PARTICIPLE_FR = {"A": "tenu", "B": "organisé", "C": "effectué"}
_FUTURE_AR = {"A": "ينعقد", "B": "ينظم", "C": "يجرى"}


def of(kind: SessionType, language: PaperLanguage) -> Gender:
    """Give the gender of the type's noun in a language."""
    return kind.gender if language == "ar" else kind.french_gender


def un(kind: SessionType) -> str:
    """*un atelier de travail, une réunion*."""
    return f"{gender.french('un', kind.french_gender)} {kind.french}"


def le(kind: SessionType) -> str:
    """*l’atelier de travail, la réunion*."""
    return with_article(kind.french, kind.french_gender)


def du(kind: SessionType) -> str:
    """*de l’atelier de travail, de la réunion*."""
    return de(le(kind))


def this(kind: SessionType, language: PaperLanguage) -> str:
    """هذا، هذه alone; *ce*, *cet* (before a vowel), *cette* alone."""
    if language == "ar":
        return "هذا" if kind.gender == "m" else "هذه"
    if kind.french_gender == "f":
        return "cette"
    return "cet" if elides(kind.french) else "ce"


def held(kind: SessionType, language: PaperLanguage) -> str:
    """انعقد، نظم، أجري; *s’est tenu, a été organisé, a été effectué*."""
    if language == "ar":
        return gender.past(_HELD_AR[kind.verbs], kind.gender)
    return gender.french(_HELD_FR[kind.verbs], kind.french_gender)


def participle(kind: SessionType, language: PaperLanguage) -> str:
    """المنعقد، المنظم، الذي أجري; *tenu, organisé, effectué*."""
    if language == "fr":
        return gender.french(_PARTICIPLE_FR[kind.verbs], kind.french_gender)
    if kind.verbs == "C":
        return f"{_which(kind)} {held(kind, 'ar')}"
    return gender.adjective("المنعقد" if kind.verbs == "A" else "المنظم", kind.gender)


def future(kind: SessionType, language: PaperLanguage) -> str:
    """الذي سينعقد، سينظم، سيجرى; *qui se tiendra, sera organisé, sera effectué*."""
    if language == "ar":
        return f"{_which(kind)} س{gender.present(_FUTURE_AR[kind.verbs], kind.gender)}"
    return "qui se tiendra" if kind.verbs == "A" else f"qui sera {participle(kind, 'fr')}"


def end(kind: SessionType, language: PaperLanguage) -> str:
    """رفعت الجلسة، اختتمت أشغال …، انتهت …; *la séance est levée, les travaux … prennent fin*."""
    if language == "ar":
        if kind.verbs == "A":
            return "رفعت الجلسة"
        if kind.verbs == "B":
            return f"اختتمت أشغال {kind.definite}"
        return f"{gender.past('انتهى', kind.gender)} {kind.definite}"
    if kind.verbs == "A":
        return "la séance est levée"
    return f"les travaux {du(kind)} prennent fin" if kind.verbs == "B" else "la visite prend fin"


def _which(kind: SessionType) -> str:
    return "الذي" if kind.gender == "m" else "التي"


def dedicated(kind: SessionType, language: PaperLanguage) -> str:
    """خصص، خصصت; *consacré, consacrée*."""
    if language == "ar":
        return gender.past("خصص", kind.gender)
    return gender.french("consacré", kind.french_gender)


def organised(kind: SessionType) -> str:
    """*organisé, organisée*."""
    return gender.french("organisé", kind.french_gender)


def animated(kind: SessionType) -> str:
    """*animé, animée*."""
    return gender.french("animé", kind.french_gender)


def aimed(kind: SessionType) -> str:
    """هدف، هدفت."""
    return gender.past("هدف", kind.gender)


def marked(kind: SessionType) -> str:
    """تميز، تميزت."""
    return gender.past("تميز", kind.gender)


def organised_by(kind: SessionType, organiser: Gender = "m") -> str:
    """نظمه، نظمها by the type; نظمته، نظمتها when the organiser's name is feminine."""
    return gender.suffixed(gender.past("نظم", organiser), kind.gender)


def its_work(kind: SessionType) -> str:
    """أشغاله، أشغالها."""
    return gender.suffixed("أشغال", kind.gender)


def work(kind: SessionType) -> str:
    """أشغال with the type; a visit has none: the type alone."""
    return kind.definite if kind.verbs == "C" else f"أشغال {kind.definite}"


def did(kind: SessionType, role: Role, person: Gender, language: PaperLanguage) -> str:
    """Say what somebody did at a session: ‹حضر› أشغال …; *a pris part aux travaux …*."""
    return _did_ar(kind, role, person) if language == "ar" else _did_fr(kind, role)


def _did_ar(kind: SessionType, role: Role, person: Gender) -> str:
    if role == "attendee":
        if kind.training:
            return f"{gender.past('استفاد', person)} من {kind.definite}"
        if kind.verbs == "C":
            return f"{gender.past('شارك', person)} في {kind.definite}"
        return f"{gender.past('حضر', person)} {work(kind)}"
    verb = gender.past("ترأس" if role == "chair" else "أطر", person)
    return f"{verb} {kind.definite if kind.training else work(kind)}"


def _did_fr(kind: SessionType, role: Role) -> str:
    if role == "facilitator":
        return f"a animé {le(kind)}"
    if role == "chair":
        return f"a présidé {le(kind)}"
    if kind.training:
        return f"a suivi {le(kind)}"
    if kind.verbs == "C":
        return f"a participé {a(le(kind))}"
    return f"a pris part aux travaux {du(kind)}"
