"""Section 3.1 of the vocabulary: closed lists, and their settled labels."""

from enum import Enum

import pytest

from db import codes
from db.codes import (
    Answer,
    AttendanceState,
    DocumentState,
    FollowUpState,
    Mode,
    SessionState,
)
from desktop_app.wording.vocabulary import LISTS, label, represented_by

TABLE = """
answer.sent | وجهت الدعوة | Invité | Invited
answer.yes | أكد الحضور | Présence confirmée | Confirmed
answer.no | اعتذر | S’est excusé | Declined
answer.none | لم يجب | Sans réponse | No answer
attendance.not_recorded | لم يُسجل | Non saisi | Not recorded
attendance.present | حاضر(ة) | Présent(e) | Present
attendance.remote | حاضر(ة) عن بعد | Présent(e) à distance | Present remotely
attendance.represented | ممثَّل(ة) | Représenté(e) | Represented
attendance.excused | متغيب(ة) بعذر | Absent(e) excusé(e) | Absent, excused
attendance.absent | متغيب(ة) | Absent(e) | Absent
attendance_flag.late | التحق متأخرا | Arrivé en retard | Late
attendance_flag.left_early | غادر قبل نهاية الأشغال | Parti avant la fin | Left early
session_state.planned | مبرمج | Programmé | Planned
session_state.invited | وجهت الدعوات | Invitations envoyées | Invitations sent
session_state.held | منعقد | Tenu | Held
session_state.drafting | محضر قيد الإعداد | PV en préparation | Minutes in preparation
session_state.signed | محضر موقع | PV signé | Minutes signed
session_state.sent | موجَّه | Diffusé | Sent out
session_state.postponed | مؤجل | Reporté | Postponed
session_state.cancelled | ملغى | Annulé | Cancelled
document_state.draft | مسودة | Brouillon | Draft
document_state.to_review | للمراجعة | À relire | To review
document_state.to_sign | للتوقيع | À la signature | To sign
document_state.signed | موقَّع | Signé | Signed
document_state.sent | موجَّه | Transmis | Sent
outcome_kind.decision | قرار | Décision | Decision
outcome_kind.recommendation | توصية | Recommandation | Recommendation
outcome_kind.commitment | التزام | Engagement | Commitment
outcome_kind.action | إجراء | Action | Action
outcome_kind.proposal | مقترح | Proposition | Proposal
follow_up_state.not_started | لم يشرع فيه | Non entamé | Not started
follow_up_state.in_progress | في طور الإنجاز | En cours | In progress
follow_up_state.partly_done | منجز جزئيا | Partiellement réalisé | Partly done
follow_up_state.done | منجز | Réalisé | Done
follow_up_state.suspended | معلق | Suspendu | Suspended
follow_up_state.postponed | مؤجل | Reporté | Postponed
follow_up_state.cancelled | ملغى | Annulé | Cancelled
follow_up_state.passed_on | محال على جهة أخرى | Transmis à une autre entité | Passed on
follow_up_sign.overdue | متأخر | En retard | Late
priority.urgent | استعجالية | Urgente | Urgent
priority.high | مرتفعة | Haute | High
priority.normal | عادية | Normale | Normal
priority.low | منخفضة | Basse | Low
operation_state.proposed | مقترحة | Proposée | Proposed
operation_state.approved | مصادق عليها | Validée | Approved
operation_state.planned | مبرمجة | Programmée | Planned
operation_state.in_progress | قيد التنفيذ | En cours | In progress
operation_state.done | منفذة | Réalisée | Carried out
operation_state.postponed | مؤجلة | Reportée | Postponed
operation_state.cancelled | ملغاة | Annulée | Cancelled
system_state.in_development | قيد التطوير | En développement | In development
system_state.pilot | مرحلة تجريبية | Phase pilote | Pilot
system_state.rolling_out | قيد التعميم | En généralisation | Rolling out
system_state.generalised | معمم | Généralisé | In general use
system_state.replaced | معوَّض بنظام آخر | Remplacé | Replaced
system_state.stopped | متوقف | Arrêté | Stopped
request_state.new | جديد | Nouvelle | New
request_state.in_progress | قيد المعالجة | En cours | In progress
request_state.waiting | في انتظار صاحب الطلب | En attente du demandeur | Waiting for requester
request_state.passed_on | محال على جهة أخرى | Transmise | Passed on
request_state.answered | تمت الإجابة | Réponse donnée | Answered
request_state.closed | مغلق | Close | Closed
reach.full | تام | Atteint | Reached
reach.partial | جزئي | Partiel | Partial
reach.low | ضعيف | Faible | Low
reach.none | منعدم | Nul | None
material_state.to_prepare | للإعداد | À établir | To prepare
check_list.required | إلزامي | Obligatoire | Required
check_list.advised | مستحسن | Conseillé | Advised
session_type.workshop | ورشة عمل | Atelier de travail | Workshop
session_type.conference | ندوة | Conférence | Conference
channel.official_site | الموقع الرسمي للأكاديمية/المديرية | Site officiel de l’académie/de la direction | Official site of the academy or directorate
channel.open_meeting | لقاء مفتوح بالمؤسسة | Rencontre ouverte à l’établissement | Open meeting at the school
target_group.school_heads | مديرو المؤسسات | Directeurs d’établissement | School heads
target_group.public | العموم | Grand public | General public
"""  # noqa: E501  # one entry of the list a line


@pytest.mark.parametrize("row", TABLE.strip().splitlines(), ids=lambda row: row.split(" ")[0])
def test_labels(row: str) -> None:
    place, *labels = row.split(" | ")
    of, code = place.split(".")
    assert [label(code, language, of=of) for language in ("ar", "fr", "en")] == labels


CHANNELS = """
لقاء تواصلي · الموقع الرسمي للأكاديمية/المديرية · صفحة التواصل الاجتماعي ·
لقاء مفتوح بالمؤسسة · مذكرة/مراسلة · بريد إلكتروني · رسالة نصية/واتساب · ملصق · مطوية ·
دليل المستعمل · كبسولة فيديو · عرض تقديمي · بلاغ صحفي · إذاعة جهوية · دورة تكوينية
"""
GROUPS = """
المدبرون الجهويون · المدبرون الإقليميون · مديرو المؤسسات · الحراس العامون والنظار ·
هيئة التدريس · المفتشون · أطر التوجيه والتخطيط · أطر الدعم الإداري · التلاميذ ·
الأمهات والآباء وأولياء الأمور · جمعيات الآباء · التعليم الخصوصي · الشركاء · الصحافة ·
العموم
"""


def test_channels_and_groups_in_the_order_of_the_source() -> None:
    assert [one.ar for one in LISTS["channel"].values()] == " ".join(CHANNELS.split()).split(" · ")
    assert [one.ar for one in LISTS["target_group"].values()] == " ".join(GROUPS.split()).split(
        " · "
    )


@pytest.mark.parametrize(
    ("code", "arabic", "french"),
    [
        (AttendanceState.PRESENT, ("حاضر", "حاضرة"), ("Présent", "Présente")),
        (
            AttendanceState.REMOTE,
            ("حاضر عن بعد", "حاضرة عن بعد"),
            ("Présent à distance", "Présente à distance"),
        ),
        (
            AttendanceState.EXCUSED,
            ("متغيب بعذر", "متغيبة بعذر"),
            ("Absent excusé", "Absente excusée"),
        ),
        (AttendanceState.NOT_RECORDED, ("لم يُسجل", "لم يُسجل"), ("Non saisi", "Non saisi")),
        (Answer.YES, ("أكد الحضور", "أكدت الحضور"), ("Présence confirmée",) * 2),
        (Answer.NO, ("اعتذر", "اعتذرت"), ("S’est excusé", "S’est excusée")),
        (Answer.SENT, ("وجهت الدعوة",) * 2, ("Invité", "Invitée")),
        (SessionState.PLANNED, ("مبرمج", "مبرمجة"), ("Programmé", "Programmée")),
        (SessionState.HELD, ("منعقد", "منعقدة"), ("Tenu", "Tenue")),
        (SessionState.POSTPONED, ("مؤجل", "مؤجلة"), ("Reporté", "Reportée")),
        (SessionState.CANCELLED, ("ملغى", "ملغاة"), ("Annulé", "Annulée")),
        (DocumentState.SIGNED, ("موقَّع", "موقَّعة"), ("Signé", "Signée")),
        (DocumentState.SENT, ("موجَّه", "موجَّهة"), ("Transmis", "Transmise")),
        (FollowUpState.POSTPONED, ("مؤجل", "مؤجل"), ("Reporté", "Reporté")),
    ],
)
def test_labels_that_agree(code: str, arabic: tuple[str, str], french: tuple[str, str]) -> None:
    assert (label(code, "ar", "m"), label(code, "ar", "f")) == arabic
    assert (label(code, "fr", "m"), label(code, "fr", "f")) == french


def test_other_labels_that_agree() -> None:
    assert label("late", "ar", "f") == "التحقت متأخرة"
    assert label("late", "fr", "f") == "Arrivée en retard"
    assert label("left_early", "fr", "f") == "Partie avant la fin"
    assert label("generalised", "ar", "f") == "معممة"
    assert label("replaced", "ar", "f") == "معوضة بمنظومة أخرى"
    assert label("stopped", "ar", "f") == "متوقفة"
    assert label("stopped", "en", "f") == "Stopped"


def test_every_code_that_is_shown_has_a_label() -> None:
    shown = {
        *(codes.Answer, codes.AttendanceState, codes.BodyKind, codes.Civility),
        *(codes.DocumentState, codes.FollowUpState, codes.InterventionKind, codes.Mode),
        *(codes.OutcomeKind, codes.Priority, codes.SessionState),
    }
    for member in (member for kind in shown for member in kind):
        for language in ("ar", "fr", "en"):
            assert label(member, "ar" if language == "ar" else "fr")
            assert isinstance(member, Enum)


def test_no_label_is_empty_or_given_twice_in_its_list() -> None:
    for name, labels in LISTS.items():
        for language in ("ar", "fr", "en"):
            written = [one.get("ar" if language == "ar" else "fr") for one in labels.values()]
            assert all(written), name
            assert len(set(written)) == len(written), name


def test_a_code_alone_serves_when_one_list_has_it() -> None:
    assert label("decision", "fr") == "Décision"
    assert label(Mode.REMOTE, "fr") == "À distance"
    with pytest.raises(KeyError):
        label("remote", "fr")
    with pytest.raises(KeyError):
        label("dragon", "fr")


def test_who_came_instead() -> None:
    assert represented_by("السيد س", "ar") == "ممثَّل(ة) — ينوب عنه(ا): السيد س"
    assert represented_by("السيد س", "ar", "f") == "ممثَّلة — ينوب عنها: السيد س"
    assert represented_by("السيد س", "ar", "m") == "ممثَّل — ينوب عنه: السيد س"
    assert represented_by("M. S", "fr", "f") == "Représentée par M. S"
