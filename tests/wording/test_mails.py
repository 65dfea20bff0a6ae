"""Every cell of the table of mails, word for word, and its grammar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import Civility
from desktop_app.wording import mails
from desktop_app.wording.mails import Duty, Frame, Occasion, opening, shortened
from desktop_app.wording.session_types import SESSION_TYPES

MR, MRS, UNKNOWN = Civility.MR, Civility.MRS, Civility.UNKNOWN
DAY, REPLY = date(2026, 4, 22), date(2026, 4, 17)
AR = Frame("ar", "السيدات والسادة المحترمون،", ("نادية الوردي", "رئيسة المركز الجهوي"))
FR = Frame("fr", "Mesdames, Messieurs,", ("Nadia El Ouardi",))
WORKSHOP_AR = Occasion(
    SESSION_TYPES["workshop"], (DAY,), "مسك النقط", "على الساعة 9:30", "بمقر الأكاديمية"
)
MEETING_FR = Occasion(
    SESSION_TYPES["meeting"], (DAY,), "Saisie des notes", "à 9 h 30", "au siège de l’académie"
)


def body(mail: mails.Mail) -> list[str]:
    """Give the facts of a mail: what stands between its opening and its last formula."""
    parts = mail.text.split("\n\n")
    return parts[1].split("\n")


def test_around_the_facts_stand_opening_and_formula() -> None:
    text = mails.attendance_sheet(WORKSHOP_AR, AR).text
    assert text == (
        "السيدات والسادة المحترمون،\nتحية طيبة وبعد،\n\n"
        "تجدون طيه لائحة حضور ورشة العمل.\n\n"
        "وتفضلوا بقبول خالص التقدير.\n\n"
        "نادية الوردي\nرئيسة المركز الجهوي"
    )
    assert mails.attendance_sheet(MEETING_FR, FR).text == (
        "Mesdames, Messieurs,\n\n"
        "Veuillez trouver ci-joint la feuille de présence de la réunion.\n\n"
        "Cordialement,\n\n"
        "Nadia El Ouardi"
    )


@pytest.mark.parametrize(
    ("civilities", "named", "ar", "fr"),
    [
        ([MR], "مدير الأكاديمية", "السيد مدير الأكاديمية المحترم،", "Monsieur,"),
        ([MRS], "رئيسة المركز", "السيدة رئيسة المركز المحترمة،", "Madame,"),
        ([UNKNOWN], "يوسف أمزيل", "يوسف أمزيل،", "Madame, Monsieur,"),
        ([MR, MRS], "", "السيدات والسادة المحترمون،", "Mesdames, Messieurs,"),
        ([MR, MR], "", "السادة المحترمون،", "Messieurs,"),
        ([MRS, MRS], "", "السيدات المحترمات،", "Mesdames,"),
        ([], "", "السيدات والسادة المحترمون،", "Mesdames, Messieurs,"),
    ],
)
def test_one_is_called_by_civility_several_together(
    civilities: list[Civility], named: str, ar: str, fr: str
) -> None:
    assert opening(civilities, "ar", named) == ar
    assert opening(civilities, "fr") == fr


def test_invitation() -> None:
    mail = mails.invitation(WORKSHOP_AR, AR, reply_by=REPLY)
    assert mail.subject == "دعوة لحضور ورشة عمل يوم الأربعاء 22 أبريل 2026"
    assert body(mail) == [
        (
            "يسعدني دعوتكم لحضور ورشة العمل حول «مسك النقط»، يوم الأربعاء 22 أبريل 2026 "
            "على الساعة 9:30، بمقر الأكاديمية."
        ),
        "تجدون طيه الدعوة والبرنامج.",
        "المرجو تأكيد الحضور قبل الجمعة 17 أبريل 2026.",
    ]
    mail = mails.invitation(MEETING_FR, FR, reply_by=REPLY)
    assert mail.subject == "Invitation à une réunion du 22 avril 2026"
    assert body(mail) == [
        (
            "J’ai le plaisir de vous inviter à la réunion « Saisie des notes », le mercredi "
            "22 avril 2026 à 9 h 30, au siège de l’académie."
        ),
        "Vous trouverez ci-joint l’invitation et le programme.",
        "Merci de confirmer votre présence avant le vendredi 17 avril 2026.",
    ]


def test_what_is_not_known_is_not_said() -> None:
    bare = Occasion(SESSION_TYPES["meeting"])
    mail = mails.invitation(bare, AR, programme=False)
    assert mail.subject == "دعوة لحضور اجتماع"
    assert body(mail) == ["يسعدني دعوتكم لحضور الاجتماع.", "تجدون طيه الدعوة."]
    mail = mails.invitation(bare, FR, programme=False)
    assert mail.subject == "Invitation à une réunion"
    assert body(mail) == [
        "J’ai le plaisir de vous inviter à la réunion.",
        "Vous trouverez ci-joint l’invitation.",
    ]
    assert mails.minutes(bare, AR).subject == "محضر الاجتماع"
    assert body(mails.minutes(bare, AR))[1:] == ["وأشكركم على مشاركتكم."]


def test_a_convocation_asks_and_a_visit_is_taken_part_in() -> None:
    mail = mails.invitation(WORKSHOP_AR, AR, binding=True)
    assert mail.subject == "استدعاء لحضور ورشة عمل يوم الأربعاء 22 أبريل 2026"
    assert body(mail)[0].startswith("المرجو منكم حضور ورشة العمل حول")
    assert body(mail)[1] == "تجدون طيه الاستدعاء والبرنامج."
    mail = mails.invitation(MEETING_FR, FR, binding=True)
    assert mail.subject == "Convocation à une réunion du 22 avril 2026"
    assert body(mail)[0].startswith("J’ai l’honneur de vous convoquer à la réunion")
    assert body(mail)[1] == "Vous trouverez ci-joint la convocation et le programme."
    visit = Occasion(SESSION_TYPES["support_visit"], (DAY,))
    mail = mails.invitation(visit, AR)
    assert mail.subject == "دعوة للمشاركة في زيارة مواكبة يوم الأربعاء 22 أبريل 2026"
    assert body(mail)[0].startswith("يسعدني دعوتكم للمشاركة في زيارة المواكبة")


def test_minutes() -> None:
    mail = mails.minutes(WORKSHOP_AR, AR, outcomes=3, remarks_by=date(2026, 5, 1))
    assert mail.subject == "محضر ورشة العمل ليوم 22 أبريل 2026"
    assert body(mail) == [
        "يشرفني أن أوافيكم طيه بمحضر ورشة العمل، قصد الاطلاع واتخاذ المتعين.",
        "عدد القرارات والتوصيات: 3.",
        "أجل إبداء الملاحظات: فاتح ماي 2026.",
        "وأشكركم على مشاركتكم.",
    ]
    mail = mails.minutes(MEETING_FR, FR, outcomes=3, remarks_by=date(2026, 5, 1))
    assert mail.subject == "Procès-verbal de la réunion du 22 avril 2026"
    assert body(mail) == [
        (
            "Veuillez trouver ci-joint le procès-verbal de la réunion, pour information et suite à "
            "donner."
        ),
        "Décisions et recommandations : 3.",
        "Observations à transmettre avant le 1er mai 2026.",
        "Je vous remercie de votre participation.",
    ]


def test_report() -> None:
    mail = mails.minutes(WORKSHOP_AR, AR, report=True)
    assert mail.subject == "تقرير حول ورشة العمل ليوم 22 أبريل 2026"
    assert body(mail)[0] == (
        "يشرفني أن أوافيكم طيه بتقرير حول ورشة العمل، قصد الاطلاع واتخاذ المتعين."
    )
    mail = mails.minutes(MEETING_FR, FR, report=True)
    assert mail.subject == "Compte rendu de la réunion du 22 avril 2026"
    assert body(mail)[0].startswith("Veuillez trouver ci-joint le compte rendu de la réunion, ")


def test_one_owner() -> None:
    duties = [Duty("إحداث خلية", date(2026, 6, 15)), Duty("تحيين المعطيات")]
    mail = mails.owner(WORKSHOP_AR, AR, duties)
    assert mail.subject == "ما يخصكم من قرارات ورشة العمل ليوم 22 أبريل 2026"
    assert body(mail) == [
        "فيما يلي ما أسند إليكم:",
        "– إحداث خلية – 15/06/2026",
        "– تحيين المعطيات",
        "المرجو إخباري بأي إكراه قد يعيق الإنجاز.",
    ]
    mail = mails.owner(MEETING_FR, FR, [Duty("Créer une cellule", date(2026, 6, 15))])
    assert mail.subject == "Suites de la réunion du 22 avril 2026 qui vous reviennent"
    assert body(mail) == [
        "Voici ce qui vous a été confié :",
        "– Créer une cellule – 15/06/2026",
        "Merci de me signaler toute difficulté.",
    ]


def test_late() -> None:
    due = date(2026, 6, 15)
    mail = mails.late(AR, [Duty("إحداث خلية", due, 18), Duty("تحيين", due, 1), Duty("جرد")])
    assert mail.subject == "تذكير بما تأخر عن الأجل (3)"
    assert body(mail) == [
        "لم نتوصل بعد بما يفيد إنجاز ما يلي:",
        "– إحداث خلية – الأجل 15/06/2026، متأخر 18 يوما",
        "– تحيين – الأجل 15/06/2026، متأخر يوما واحدا",
        "– جرد",
        "المرجو موافاتنا بحالة الإنجاز أو اقتراح أجل جديد.",
        "شاكرين لكم تعاونكم.",
    ]
    mail = mails.late(FR, [Duty("Créer une cellule", due, 2), Duty("Mettre à jour", due, 1)])
    assert mail.subject == "Rappel : 2 éléments en retard"
    assert body(mail) == [
        "Sauf erreur, nous n’avons pas reçu de nouvelles de ce qui suit :",
        "– Créer une cellule – échéance 15/06/2026, en retard de 2 jours",
        "– Mettre à jour – échéance 15/06/2026, en retard d’un jour",
        "Merci de nous indiquer où vous en êtes ou de proposer une nouvelle échéance.",
    ]
    assert mails.late(FR, [Duty("x", due, 1)]).subject == "Rappel : 1 élément en retard"


@pytest.mark.parametrize(
    ("attested", "subject", "yours"),
    [
        ("attendance", "شهادة حضور ورشة العمل ليوم 22 أبريل 2026", "حضوركم"),
        ("participation", "شهادة مشاركة في ورشة العمل ليوم 22 أبريل 2026", "مشاركتكم"),
        ("facilitation", "شهادة تأطير ورشة العمل ليوم 22 أبريل 2026", "تأطيركم"),
    ],
)
def test_attestation(attested: mails.Attested, subject: str, yours: str) -> None:
    mail = mails.attestation(WORKSHOP_AR, AR, attested)
    assert mail.subject == subject
    assert body(mail) == [f"تجدون طيه شهادة {yours}.", "وشكرا على مساهمتكم."]
    mail = mails.attestation(MEETING_FR, FR, attested)
    assert mail.subject == "Votre attestation : la réunion du 22 avril 2026"
    assert body(mail) == [
        "Veuillez trouver ci-joint votre attestation.",
        "Merci pour votre contribution.",
    ]


@pytest.mark.parametrize(
    ("days", "ar", "fr"),
    [
        ((date(2026, 5, 4), date(2026, 5, 5)), "ليومي 4 و5 ماي 2026", "des 4 et 5 mai 2026"),
        (
            tuple(date(2026, 5, day) for day in range(4, 16)),
            "للفترة من 4 إلى 15 ماي 2026",
            "du 4 au 15 mai 2026",
        ),
        ((date(2026, 9, 1),), "ليوم فاتح شتنبر 2026", "du 1er septembre 2026"),
    ],
)
def test_a_session_of_several_days(days: tuple[date, ...], ar: str, fr: str) -> None:
    course = Occasion(SESSION_TYPES["training_session"], days, "", "على الساعة 9:30")
    assert mails.minutes(course, AR).subject == f"محضر الدورة التكوينية {ar}"
    assert mails.minutes(course, FR).subject == f"Procès-verbal de la session de formation {fr}"
    invited = mails.invitation(course, AR)
    assert ("على الساعة" in invited.text) is (len(days) == 1)


def test_every_shipped_type_keeps_its_day_in_the_subject_and_one_colon_at_most() -> None:
    for kind in SESSION_TYPES.values():
        occasion = Occasion(kind, (DAY,))
        for frame in (AR, FR):
            written = [
                mails.invitation(occasion, frame),
                mails.minutes(occasion, frame),
                mails.minutes(occasion, frame, report=True),
                mails.attestation(occasion, frame),
                mails.attendance_sheet(occasion, frame),
                mails.owner(occasion, frame, []),
            ]
            for mail in written:
                assert len(mail.subject) < 70
                assert "2026" in mail.subject
                assert mail.subject.count(":") <= 1


@given(st.text(max_size=200))
def test_a_subject_is_short_and_cut_between_words(text: str) -> None:
    whole, short = " ".join(text.split()), shortened(text)
    assert len(short) < 70
    if short != whole and " " in whole[:69]:
        kept = short.removesuffix("…")
        assert whole.startswith(kept)
        assert not whole[len(kept)].isalnum()


def test_a_word_longer_than_a_subject_is_cut_all_the_same() -> None:
    assert shortened("a" * 90) == "a" * 68 + "…"
    assert shortened("الاجتماع، " * 9).endswith("الاجتماع…")
