from dataclasses import replace
from datetime import date, time

import pytest

from db.codes import AttendanceState, FollowUpState, Mode, OutcomeKind
from desktop_app.calendar import HijriCorrections
from desktop_app.documents.blocks import Signatures
from desktop_app.services.session_data import (
    AgendaItem,
    CarriedOutcome,
    InvitationLetter,
    Outcome,
    Place,
)
from desktop_app.wording.bilingual import Bilingual
from tests.documents.reading import block, made, names, text, whole
from tests.documents.samples import (
    AMZIL,
    AR,
    AZILAL,
    BOTH,
    CHIEF,
    COMMUNICATION,
    DIRECTOR,
    FR,
    INSTITUTION,
    MR,
    MRS,
    SUPPORT,
    UNKNOWN,
    crowd,
    line,
    person,
    session,
    workshop,
)

PLAIN = replace(INSTITUTION, hijri_date=False)
HEAD_OF_CENTRE = person(
    20, MR, ("أحمد", "Ahmed"), ("رئيس المركز الجهوي", "le chef du centre régional"), unique=True
)
SEAT = Place(site=Bilingual("مقر الأكاديمية", "le siège de l’académie"))
TWO_DAYS = (date(2026, 4, 21), date(2026, 4, 22))
ONE_DAY = (date(2026, 5, 20),)


FINAL: dict[str, object] = {"minutes_final": True, "minutes_version": 1}


def test_opening_of_the_workshop_says_when_where_what_under_whom_and_why() -> None:
    paper = made("minutes", workshop(facilitators=()), BOTH)
    assert text(paper, "opening", "ar") == (
        "في يوم الأربعاء 4 ذي القعدة 1447 هـ الموافق لـ\u00a022 أبريل 2026 م، على الساعة التاسعة "
        "والنصف صباحا، انعقدت بقاعة الاجتماعات بمقر الأكاديمية ورشة عمل خصصت لتدارس العمليات "
        "التواصلية الكفيلة بالتعريف بمستجدات النظم المعلوماتية، برئاسة السيدة رئيسة المركز الجهوي "
        "لمنظومة الإعلام، وذلك بناء على الدعوة رقم 117/26 بتاريخ 8 أبريل 2026، وفي إطار أجرأة "
        "المخطط التواصلي برسم السنة الدراسية 2025/2026."
    )
    assert text(paper, "opening", "fr") == (
        "Le mercredi 4 kaada 1447, correspondant au 22 avril 2026, à 9 h 30, s’est tenu à la salle "
        "de réunions du siège de l’académie un atelier de travail consacré à l’étude des actions "
        "de communication propres à faire connaître les nouveautés, sous la présidence de Mme la "
        "cheffe du centre régional du système d’information, conformément à l’invitation n° 117/26 "
        "du 8 avril 2026 et dans le cadre de la mise en œuvre du plan de communication de l’année "
        "scolaire 2025/2026."
    )


def test_training_over_two_days_in_arabic() -> None:
    training = session(
        "training_session",
        purpose=Bilingual("تقديم المكونات الجديدة"),
        days=TWO_DAYS,
        start=time(9, 0),
        end=time(16, 0),
        place=SEAT,
        chair=CHIEF,
        on_behalf_of=DIRECTOR,
    )
    paper = made("minutes", training)
    assert text(paper, "opening") == (
        "على مدى يومين، يومي الثلاثاء 21 والأربعاء 22 أبريل 2026، نظمت بمقر الأكاديمية دورة "
        "تكوينية خصصت لتقديم المكونات الجديدة، برئاسة السيدة رئيسة المركز الجهوي لمنظومة الإعلام، "
        "نيابة عن السيد مدير الأكاديمية."
    )
    assert text(paper, "closing") == (
        "اختتمت أشغال الدورة التكوينية على الساعة الرابعة بعد الزوال من يوم الأربعاء 22 أبريل 2026."
    )
    french = made("minutes", training, FR)
    assert text(french, "opening").startswith("Du 21 au 22 avril 2026, a été organisée au siège")
    assert text(french, "opening").endswith(
        "sous la présidence de Mme la cheffe du centre régional du système d’information, au nom "
        "de M. le directeur de l’académie."
    )
    assert text(french, "closing") == (
        "Les travaux de la session de formation prennent fin à 16 h."
    )


def test_remote_meeting_without_decision_in_french() -> None:
    remote = session(
        "coordination_meeting",
        theme=Bilingual("إغلاق مسك النقط", "Clôture de la saisie des notes"),
        days=ONE_DAY,
        start=time(9, 30),
        place=Place(Mode.REMOTE, platform="Teams"),
        chair=HEAD_OF_CENTRE,
        invitation=InvitationLetter(dated=date(2026, 5, 12)),
    )
    paper = made("minutes", remote, BOTH, PLAIN)
    assert text(paper, "opening", "fr") == (
        "Le mercredi 20 mai 2026, à 9 h 30, s’est tenue à distance, sur la plateforme Teams, une "
        "réunion de coordination sur le thème « Clôture de la saisie des notes », sous la "
        "présidence de M. le chef du centre régional, conformément à l’invitation du 12 mai 2026."
    )
    assert text(paper, "outcomes.sentence", "fr") == (
        "Les travaux de la réunion de coordination ne donnent lieu à aucune décision ni "
        "recommandation."
    )
    assert text(paper, "opening", "ar") == (
        "في يوم الأربعاء 20 ماي 2026، على الساعة التاسعة والنصف صباحا، انعقد عن بعد عبر منصة Teams "
        "اجتماع تنسيقي حول «إغلاق مسك النقط»، برئاسة السيد رئيس المركز الجهوي، وذلك بناء على "
        "الدعوة المؤرخة في 12 ماي 2026."
    )
    assert text(paper, "outcomes.sentence", "ar") == (
        "لم تسفر أشغال الاجتماع التنسيقي عن أي قرار أو توصية."
    )


def test_visit_has_no_chair_but_keeps_who_led_it() -> None:
    visit = session(
        "support_visit",
        purpose=Bilingual("تتبع مسك النقط", "le suivi de la saisie des notes"),
        days=ONE_DAY,
        start=time(10, 0),
        end=time(12, 0),
        place=Place(
            site=Bilingual("المركز الإقليمي بأزيلال", "le centre provincial d’Azilal"),
        ),
        chair=CHIEF,
        facilitators=(AMZIL,),
    )
    paper = made("minutes", visit, BOTH, PLAIN)
    assert text(paper, "opening", "ar") == (
        "في يوم الأربعاء 20 ماي 2026، على الساعة العاشرة صباحا، أجريت زيارة مواكبة همت المركز "
        "الإقليمي بأزيلال، خصصت لتتبع مسك النقط، بتأطير من السيد يوسف أمزيل، مهندس بالمركز الجهوي."
    )
    assert text(paper, "opening", "fr") == (
        "Le mercredi 20 mai 2026, à 10 h, a été effectuée une visite d’accompagnement au centre "
        "provincial d’Azilal, consacrée au suivi de la saisie des notes, animée par M. Youssef "
        "Amzil, ingénieur au centre régional."
    )
    assert text(paper, "closing", "ar").startswith("انتهت زيارة المواكبة على الساعة")
    assert text(paper, "closing", "fr") == "La visite prend fin à 12 h."


def test_mixed_study_day_by_another_body_without_chair_nor_invitation() -> None:
    study = session(
        "study_day",
        theme=Bilingual("الإحصاء المدرسي", "Recensement scolaire"),
        days=ONE_DAY,
        place=Place(Mode.MIXED, site=SEAT.site, platform="Teams"),
        organiser=AZILAL,
        facilitators=(CHIEF, COMMUNICATION),
        framework=Bilingual("الدخول المدرسي", "la rentrée scolaire"),
    )
    paper = made("minutes", study, BOTH, PLAIN)
    assert text(paper, "opening", "ar") == (
        "في يوم الأربعاء 20 ماي 2026، نظم حضوريا بمقر الأكاديمية وعن بعد عبر منصة Teams يوم دراسي، "
        "من تنظيم المديرية الإقليمية بأزيلال، حول «الإحصاء المدرسي»، بتأطير من السيدة رئيسة المركز "
        "الجهوي لمنظومة الإعلام والسيد رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري، وذلك في إطار "
        "الدخول المدرسي."
    )
    assert text(paper, "opening", "fr") == (
        "Le mercredi 20 mai 2026, a été organisée en présence au siège de l’académie et à "
        "distance, sur la plateforme Teams, une journée d’étude, organisée par la direction "
        "provinciale d’Azilal, sur le thème « Recensement scolaire », animée par Mme la cheffe du "
        "centre régional du système d’information et M. le chef du service de la communication et "
        "du suivi des travaux du conseil, dans le cadre de la rentrée scolaire."
    )


def test_facilitators_follow_the_chair_in_arabic_and_come_first_in_french() -> None:
    paper = made("minutes", workshop(), BOTH)
    assert "الإعلام، وبتأطير من السيد رئيس مصلحة التواصل" in text(paper, "opening", "ar")
    assert "animé par M. le chef du service" in text(paper, "opening", "fr")
    french = text(paper, "opening", "fr")
    assert french.index("animé par") < french.index("sous la présidence")


def test_days_apart_are_named_one_by_one() -> None:
    days = (date(2026, 5, 4), date(2026, 5, 6), date(2026, 5, 8))
    paper = made("minutes", session("meeting", days=days), BOTH)
    assert text(paper, "opening", "ar") == "على مدى 3 أيام، أيام 4 و6 و8 ماي 2026، انعقد اجتماع."
    assert text(paper, "opening", "fr") == "Les 4, 6 et 8 mai 2026, s’est tenue une réunion."


def test_a_hijri_date_corrected_by_hand_is_the_one_printed() -> None:
    held = workshop(hijri=Bilingual("3 ذي القعدة 1447", "3 kaada 1447"))
    paper = made("minutes", held, BOTH)
    assert "الأربعاء 3 ذي القعدة 1447 هـ" in text(paper, "opening", "ar")
    assert "mercredi 3 kaada 1447, correspondant" in text(paper, "opening", "fr")


def test_the_hijri_date_follows_the_corrections_of_the_centre() -> None:
    usual = replace(INSTITUTION, hijri=HijriCorrections(0))
    assert "الأربعاء 5 ذي القعدة 1447 هـ" in text(
        made("minutes", workshop(), institution=usual), "opening"
    )
    told = replace(INSTITUTION, hijri=HijriCorrections(0, {(1447, 11): -2}))
    assert "الأربعاء 3 ذي القعدة 1447 هـ" in text(
        made("minutes", workshop(), institution=told), "opening"
    )


@pytest.mark.parametrize(
    ("letter", "ar", "fr"),
    [
        (InvitationLetter("9/26"), "الدعوة رقم 9/26.", "à l’invitation n° 9/26."),
        (
            InvitationLetter("9/26", date(2026, 5, 1), binding=True),
            "الاستدعاء رقم 9/26 بتاريخ فاتح ماي 2026.",
            "à la convocation n° 9/26 du 1er mai 2026.",
        ),
        (
            InvitationLetter(dated=date(2026, 5, 12), binding=True),
            "الاستدعاء المؤرخ في 12 ماي 2026.",
            "à la convocation du 12 mai 2026.",
        ),
    ],
)
def test_the_invitation_is_named_by_what_is_known_of_it(
    letter: InvitationLetter, ar: str, fr: str
) -> None:
    paper = made("minutes", session("meeting", days=ONE_DAY, invitation=letter), BOTH, PLAIN)
    assert text(paper, "opening", "ar").endswith(f"وذلك بناء على {ar}")
    assert text(paper, "opening", "fr").endswith(f"conformément {fr}")


def test_closing_of_a_meeting_with_points_left() -> None:
    left = workshop(agenda_exhausted=False)
    paper = made("minutes", left, BOTH)
    assert text(paper, "closing", "ar") == (
        "رفعت الجلسة على الساعة الواحدة والربع بعد الزوال من اليوم نفسه. وأرجئت النقط المتبقية إلى "
        "لقاء لاحق."
    )
    assert text(paper, "closing", "fr") == (
        "La séance est levée à 13 h 15. Les points restants sont renvoyés à une prochaine "
        "rencontre."
    )


def test_closing_of_a_meeting_whose_agenda_was_gone_through() -> None:
    paper = made("minutes", workshop(end=None), BOTH)
    assert text(paper, "closing", "ar") == ("وبعد استنفاد جميع نقط جدول الأعمال، رفعت الجلسة.")
    assert text(paper, "closing", "fr") == "L’ordre du jour étant épuisé, la séance est levée."


@pytest.mark.parametrize(
    ("rapporteur", "chair", "ar", "fr"),
    [
        (
            SUPPORT,
            CHIEF,
            ["مقررة الجلسة", "رئيسة الجلسة"],
            ["La rapporteure", "La présidente de séance"],
        ),
        (
            AMZIL,
            COMMUNICATION,
            ["مقرر الجلسة", "رئيس الجلسة"],
            ["Le rapporteur", "Le président de séance"],
        ),
        (
            None,
            None,
            ["كتابة الجلسة", "رئاسة الجلسة"],
            ["Secrétariat de séance", "Présidence de séance"],
        ),
    ],
)
def test_roles_agree_with_those_who_sign(
    rapporteur: object, chair: object, ar: list[str], fr: list[str]
) -> None:
    paper = made("minutes", workshop(signatories=(), rapporteur=rapporteur, chair=chair), BOTH)
    signed = block(paper, "signatures")
    assert isinstance(signed, Signatures)
    assert [one.function.ar for one in signed.signatures] == ar
    assert [one.function.fr for one in signed.signatures] == fr


def test_unknown_gender_gets_the_neutral_role() -> None:
    unknown = person(30, UNKNOWN, ("س. ع.", "S. A."))
    paper = made("minutes", workshop(signatories=(), chair=unknown), AR)
    assert "رئاسة الجلسة\tس. ع." in text(paper, "signatures")
    assert "(ة)" not in whole(paper)


def test_other_signatories_sign_under_their_function() -> None:
    paper = made("minutes", workshop(signatories=(SUPPORT, COMMUNICATION, CHIEF)), BOTH)
    assert text(paper, "signatures", "fr").split("\n")[1] == (
        "Le Chef du service de la communication et du suivi des travaux du conseil"
        "\tAbdelilah Benzakour"
    )
    assert text(paper, "signatures", "ar").split("\n")[1] == (
        "رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري\tعبد الإله بنزاكور"
    )


def test_one_signature_makes_minutes_a_report_by_title() -> None:
    paper = made("minutes", workshop(signatories=(SUPPORT,), **FINAL), BOTH)
    assert text(paper, "title", "ar").startswith("تقرير حول ورشة العمل\nالموضوع: «")
    assert text(paper, "title", "fr").startswith("Compte rendu de l’atelier de travail\nObjet : «")
    assert text(paper, "signatures", "ar") == (
        "محررة التقرير\tسعاد الحمداوي\tمهندسة بالمركز الجهوي لمنظومة الإعلام"
    )
    assert paper.footer == Bilingual("المرجع: تقرير رقم 14/26", "Réf. : compte rendu n° 14/26")
    assert paper.running_head.ar == "تقرير حول ورشة العمل – 22 أبريل 2026"


def test_a_draft_and_a_correction_say_so_on_every_page() -> None:
    draft = made("minutes", workshop(), BOTH)
    assert draft.footer == Bilingual(
        "مسودة – المرجع: محضر رقم 14/26", "Projet – Réf. : procès-verbal n° 14/26"
    )
    assert draft.running_head.ar == "مسودة – محضر ورشة عمل – 22 أبريل 2026"
    without = made("minutes", workshop(reference="", registry_reference=""))
    assert without.footer.ar == draft.running_head.ar
    second = made("minutes", workshop(minutes_final=True, minutes_version=2), BOTH)
    assert second.footer == Bilingual(
        "نسخة مصححة رقم 2 – المرجع: محضر رقم 14/26",
        "Version corrigée n° 2 – Réf. : procès-verbal n° 14/26",
    )


def test_titles_heads_and_foot() -> None:
    paper = made("minutes", workshop(**FINAL), BOTH)
    assert text(paper, "title", "ar") == (
        "محضر ورشة عمل\nحول: «العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية»"
    )
    assert text(paper, "title", "fr") == (
        "Procès-verbal de l’atelier de travail\n"
        "Objet : « Actions de communication sur les nouveautés des systèmes d’information »"
    )
    assert paper.running_head == Bilingual(
        "محضر ورشة عمل – 22 أبريل 2026", "Procès-verbal de l’atelier de travail – 22 avril 2026"
    )
    assert paper.footer == Bilingual("المرجع: محضر رقم 14/26", "Réf. : procès-verbal n° 14/26")
    assert text(paper, "done", "ar") == "وحرر ببني ملال في 22 أبريل 2026."
    assert text(paper, "done", "fr") == "Fait à Béni Mellal, le 22 avril 2026."
    assert text(paper, "notes", "ar") == (
        "المرفقات:\tلائحة الحضور؛ العرضان.\nنسخة موجهة إلى:\tالسيد مدير الأكاديمية (للإخبار)."
    )
    assert text(paper, "notes", "fr") == (
        "Pièces jointes :\tfeuille de présence ; les deux exposés.\n"
        "Ampliation :\tM. le Directeur (pour information)."
    )


def heads(paper: object) -> list[str]:
    return [text(paper, name) for name in names(paper) if name.endswith(".heading")]  # type: ignore[arg-type]  # a paper


def test_sections_are_numbered_in_words_and_renumbered_when_one_is_empty() -> None:
    full = workshop(other_business=Bilingual("لا شيء يذكر."))
    assert heads(made("minutes", full)) == [
        "أولا – الحضور",
        "ثانيا – جدول الأعمال",
        "ثالثا – افتتاح الأشغال",
        "رابعا – العروض",
        "خامسا – المناقشة",
        "سادسا – القرارات والتوصيات",
        "سابعا – مختلفات",
    ]
    fewer = replace(
        full,
        agenda=(),
        chair=None,
        interventions=(),
        opened_with_quran=False,
        opened_with_anthem=False,
    )
    assert heads(made("minutes", fewer)) == [
        "أولا – الحضور",
        "ثانيا – المناقشة",
        "ثالثا – القرارات والتوصيات",
        "رابعا – مختلفات",
    ]
    assert heads(made("minutes", fewer, FR)) == [
        "I. Présents",
        "II. Débat",
        "III. Décisions et recommandations",
        "IV. Questions diverses",
    ]


def test_a_bare_session_still_gives_a_draft() -> None:
    paper = made("minutes", session())
    assert names(paper) == [
        "header",
        "reference",
        "title",
        "discussion.heading",
        "discussion.none",
        "outcomes.heading",
        "outcomes.sentence",
        "closing",
        "done",
        "signatures",
    ]
    assert text(paper, "done") == "وحرر ببني ملال في:"
    assert text(paper, "title") == "محضر ورشة عمل"


def test_attendance_not_recorded_leaves_the_sentence_out() -> None:
    people = crowd(4)
    unrecorded = AttendanceState.NOT_RECORDED
    lines = [line(n, one, AttendanceState.PRESENT) for n, one in enumerate(people[:3])]
    draft = workshop(attendance=(*lines, line(4, people[3], unrecorded)))
    paper = made("minutes", draft)
    assert "attendance.sentence" not in names(paper)
    assert "attendance.table" in names(paper)
    nobody = workshop(attendance=(line(4, people[3], unrecorded),))
    assert "attendance.heading" not in names(made("minutes", nobody))


def test_two_hundred_attended_and_no_row_is_lost() -> None:
    people = crowd(200)
    many = workshop(
        attendance=tuple(line(n, one, AttendanceState.PRESENT) for n, one in enumerate(people, 1))
    )
    paper = made("minutes", many)
    assert text(paper, "attendance.sentence") == ("حضر أشغال ورشة العمل جميع المدعوين، وعددهم 200.")
    rows = text(paper, "attendance.table").split("\n")
    assert len(rows) == 201
    assert rows[200].startswith("200\tالسيد مشارك 199\tمهندس\t")


def test_the_registry_number_is_printed_when_it_has_come() -> None:
    numbered = workshop(registry_reference="512/26")
    assert text(made("minutes", numbered), "reference") == "512/26"


def test_agenda_and_outcomes_come_by_position_not_by_accident() -> None:
    late_first = workshop(
        agenda=(
            AgendaItem(1, "b", 2, Bilingual("الثانية")),
            AgendaItem(2, "a", 1, Bilingual("الأولى")),
        ),
        outcomes=(
            Outcome(1, "b", 2, OutcomeKind.ACTION, Bilingual("الثاني")),
            Outcome(2, "a", 1, OutcomeKind.COMMITMENT, Bilingual("الأول")),
        ),
    )
    paper = made("minutes", late_first)
    assert text(paper, "agenda.items") == "الأولى؛\nالثانية."
    assert text(paper, "outcomes.table").split("\n")[1:] == ["1\tالتزام: الأول", "2\tإجراء: الثاني"]


def test_what_was_followed_up_is_told_before_the_debate_as_it_stood() -> None:
    done = Outcome(
        *(1, "a", 1, OutcomeKind.DECISION, Bilingual("تعميم الدليل", "Généraliser le guide")),
        owner_bodies=(AZILAL,),
        due=date(2026, 3, 31),
        state=FollowUpState.DONE,
    )
    waits = Outcome(2, "b", 1, OutcomeKind.ACTION, Bilingual("عمل"), ongoing=True)
    carried = (
        CarriedOutcome(done, 7, "9/26", date(2026, 2, 4)),
        CarriedOutcome(waits, 8, "", None),
    )
    paper = made("minutes", workshop(carried=carried), BOTH)
    assert text(paper, "carried.table", "ar").split("\n")[1:] == [
        "1\t9/26 ↵ 04/02/2026\tقرار: تعميم الدليل\tالمديرية الإقليمية بأزيلال\t31/03/2026\tمنجز",
        "2\t\tإجراء: عمل\t\tمستمر\tلم يشرع فيه",
    ]
    assert "Réalisé" in text(paper, "carried.table", "fr")
    told = names(paper)
    assert told.index("works.opening") < told.index("carried.table") < told.index("outcomes.table")
    assert "carried.table" not in names(made("minutes", workshop()))
    report = made("report", workshop(carried=carried), BOTH)
    assert block(report, "carried.table") == block(paper, "carried.table")


def test_women_lead_and_every_word_agrees() -> None:
    led = session(
        "meeting",
        days=ONE_DAY,
        chair=person(
            40, MRS, ("ل. م.", "L. M."), ("مديرة الأكاديمية", "la directrice"), unique=True
        ),
    )
    paper = made("minutes", led, BOTH, PLAIN)
    assert "برئاسة السيدة مديرة الأكاديمية" in text(paper, "opening", "ar")
    assert text(paper, "works.opening", "ar") == ("افتتحت السيدة مديرة الأكاديمية أشغال الاجتماع.")
    assert text(paper, "works.opening", "fr") == (
        "Mme la directrice ouvre les travaux de la réunion."
    )
