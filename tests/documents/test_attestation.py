from dataclasses import replace
from datetime import date, time

import pytest

from db.codes import AttendanceState, Mode
from db.errors import UserError
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.options import Attested
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Place
from desktop_app.wording.bilingual import Bilingual
from tests.documents.reading import block, blocks, made, names, text, whole
from tests.documents.samples import (
    AMZIL,
    AZILAL_DIRECTOR,
    BOTH,
    CHIEF,
    COMMUNICATION,
    DIRECTOR,
    FR,
    INSTITUTION,
    MR,
    MRS,
    OUALI,
    OUCHRIF,
    TADILI,
    UNKNOWN,
    line,
    person,
    session,
    workshop,
)

PRESENT = AttendanceState.PRESENT
SEAT = Place(site=Bilingual("مقر المركز", "le siège du centre"))
CHEFFE = person(
    90,
    MRS,
    ("ن. و.", "N. O."),
    ("رئيسة المركز الجهوي لمنظومة الإعلام", "la cheffe du centre régional"),
    unique=True,
)
PROVINCIAL = person(
    91,
    MR,
    ("م. أ.", "M. A."),
    ("رئيس المركز الإقليمي", "le chef du centre provincial"),
    unique=True,
)
BY_CHEFFE = replace(INSTITUTION, signatory=CHEFFE)


def test_two_days_of_training_in_twelve_hours() -> None:
    training = session(
        "training_session",
        theme=Bilingual("مسك النقط", "Saisie des notes"),
        days=(date(2026, 5, 4), date(2026, 5, 5)),
        start=time(9, 0),
        end=time(15, 0),
        place=SEAT,
        attendance=(line(1, OUCHRIF, PRESENT),),
    )
    paper = made("attestation", training, BOTH, BY_CHEFFE, hours=12)
    assert text(paper, "statement", "ar") == (
        "تشهد رئيسة المركز الجهوي لمنظومة الإعلام أن السيد حسن أوشريف، تقني، العامل بالمديرية "
        "الإقليمية بأزيلال، قد استفاد من الدورة التكوينية حول «مسك النقط»، المنظمة بمقر المركز "
        "يومي "
        "الاثنين 4 والثلاثاء 5 ماي 2026، بمجموع 12 ساعة."
    )
    assert text(paper, "statement", "fr") == (
        "La cheffe du centre régional atteste que M. Hassan Ouchrif, technicien, en fonction à la "
        "direction provinciale d’Azilal, a suivi la session de formation sur le thème « Saisie des "
        "notes », organisée au siège du centre les lundi 4 et mardi 5 mai 2026, soit 12 heures."
    )
    assert text(paper, "delivery", "ar") == (
        "وقد سلمت هذه الشهادة للمعني بالأمر للإدلاء بها عند الحاجة."
    )
    assert text(paper, "delivery", "fr") == (
        "La présente attestation est délivrée à l’intéressé pour servir et valoir ce que de droit."
    )


def test_a_woman_asks_for_hers_from_a_provincial_head() -> None:
    meeting = session(
        "communication_meeting",
        theme=Bilingual("مسار ولي", "Massar Waliye"),
        days=(date(2026, 5, 20),),
        place=SEAT,
        attendance=(line(1, OUALI, PRESENT),),
    )
    paper = made("attestation", meeting, BOTH, signatory=PROVINCIAL, asked_for=True)
    assert text(paper, "statement", "ar") == (
        "يشهد رئيس المركز الإقليمي أن السيدة مريم أوعلي، رئيسة مصلحة الشؤون القانونية، العاملة "
        "بالمديرية الإقليمية بخنيفرة، قد حضرت أشغال اللقاء التواصلي حول «مسار ولي»، المنعقد بمقر "
        "المركز يوم الأربعاء 20 ماي 2026."
    )
    assert text(paper, "delivery", "ar") == (
        "وقد سلمت لها هذه الشهادة بطلب منها للإدلاء بها عند الحاجة."
    )
    assert text(paper, "statement", "fr") == (
        "Le chef du centre provincial atteste que Mme Meryem Ouali, cheffe du service des affaires "
        "juridiques, en fonction à la direction provinciale de Khénifra, a pris part aux travaux "
        "de la rencontre de communication sur le thème « Massar Waliye », tenue au siège du centre "
        "le mercredi 20 mai 2026."
    )
    assert text(paper, "delivery", "fr") == (
        "La présente attestation est délivrée à l’intéressée sur sa demande pour servir et valoir "
        "ce que de droit."
    )
    man = made("attestation", meeting, signatory=PROVINCIAL, asked_for=True)
    assert "بطلب منها" in text(man, "delivery")
    men = replace(meeting, attendance=(line(1, OUCHRIF, PRESENT),))
    assert text(made("attestation", men, asked_for=True), "delivery") == (
        "وقد سلمت له هذه الشهادة بطلب منه للإدلاء بها عند الحاجة."
    )


@pytest.mark.parametrize(
    ("kind", "attested", "ar", "fr"),
    [
        ("meeting", Attested.ATTENDANCE, "قد حضر أشغال الاجتماع", "a pris part aux travaux de la"),
        ("study_day", Attested.PARTICIPATION, "قد حضر أشغال اليوم الدراسي", "a pris part aux trav"),
        ("training_day", Attested.ATTENDANCE, "قد استفاد من اليوم التكويني", "a suivi la journée"),
        ("support_visit", Attested.ATTENDANCE, "قد شارك في زيارة المواكبة", "a participé à la vis"),
        ("workshop", Attested.FACILITATION, "قد أطر أشغال ورشة العمل", "a animé l’atelier de t"),
    ],
    ids=["A", "B", "training", "C", "led"],
)
def test_what_was_done_follows_the_type(kind: str, attested: Attested, ar: str, fr: str) -> None:
    held = session(kind, attendance=(line(1, AMZIL, PRESENT),), facilitators=(AMZIL,))
    paper = made("attestation", held, BOTH, attested=attested)
    assert ar in text(paper, "statement", "ar")
    assert fr in text(paper, "statement", "fr")
    title = {
        Attested.ATTENDANCE: "شهادة حضور",
        Attested.PARTICIPATION: "شهادة مشاركة",
        Attested.FACILITATION: "شهادة تأطير",
    }
    assert text(paper, "title") == title[attested]


def test_only_those_who_were_there_and_the_substitute_among_them() -> None:
    paper = made("attestation", workshop(), references={COMMUNICATION.id: "31/26"})
    attested = [section.title.removeprefix("شهادة حضور – ") for section in paper.sections]
    assert len(attested) == 7
    assert "السيدة أمينة التادلي" in attested
    assert not {"السيد رشيد الكوهن", "السيد إدريس الزموري"} & set(attested)
    every = [one.name for one in blocks(paper)]
    assert len(set(every)) == len(every)
    first, second = paper.sections[:2]
    assert first.footer.ar == "المرجع: شهادة رقم 31/26"
    assert text(first, "reference") == "31/26"
    assert second.footer.ar == "شهادة حضور – السيدة سعاد الحمداوي"
    assert paper.title == ("شهادة حضور – العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية")


def test_who_signs_attests_herself_only_when_asked_by_name() -> None:
    signs = "السيدة نعيمة الورياشي"
    every = made("attestation", workshop())
    assert signs not in every.title + "".join(section.title for section in every.sections)
    assert signs in made("attestation", workshop(), people=(CHIEF.id,)).title
    for_another = made("attestation", workshop(), signatory=COMMUNICATION)
    titles = "".join(section.title for section in for_another.sections)
    assert signs in titles
    assert "السيد عبد الإله بنزاكور" not in titles


def test_remote_counts_as_there() -> None:
    remote = session(
        "meeting",
        days=(date(2026, 5, 20),),
        place=Place(Mode.REMOTE, platform="Teams"),
        attendance=(line(1, AMZIL, AttendanceState.REMOTE),),
    )
    paper = made("attestation", remote, FR)
    assert text(paper, "statement").endswith(
        "tenue à distance, sur la plateforme Teams, le mercredi 20 mai 2026."
    )


def test_nobody_there_is_said_plainly() -> None:
    with pytest.raises(UserError, match="recorded as present"):
        made("attestation", session("meeting"))
    with pytest.raises(UserError, match="recorded as present"):
        made("attestation", workshop(), people=(AZILAL_DIRECTOR.id,))


def test_hours_of_one_day_and_the_name_in_bold() -> None:
    paper = made("attestation", workshop(), BOTH, people=(OUALI.id,))
    assert text(paper, "statement", "ar").endswith("، من الساعة 9:30 إلى الساعة 13:15.")
    assert text(paper, "statement", "fr").endswith(", de 9 h 30 à 13 h 15.")
    assert text(paper, "delivery", "ar") == (
        "وقد سلمت هذه الشهادة للمعنية بالأمر للإدلاء بها عند الحاجة."
    )
    assert "à l’intéressée pour servir" in text(paper, "delivery", "fr")
    statement = block(paper, "statement")
    assert isinstance(statement, Paragraph)
    assert statement.bold_words == ("مريم أوعلي", "Meryem Ouali")
    assert statement.role == "attestation"
    assert text(paper, "done", "ar") == "وحرر ببني ملال في 22 أبريل 2026."
    later = made("attestation", workshop(), people=(OUALI.id,), dated=date(2026, 4, 27))
    assert text(later, "done") == "وحرر ببني ملال في 27 أبريل 2026."


@pytest.mark.parametrize(
    ("for_whom", "verb", "above", "french"),
    [
        (
            DIRECTOR,
            "يشهد مدير الأكاديمية أن",
            "عن مدير الأكاديمية وبتفويض منه",
            "Le directeur de l’académie atteste que",
        ),
        (
            person(92, MRS, ("ل.", "L."), ("مديرة الأكاديمية", "la directrice"), unique=True),
            "تشهد مديرة الأكاديمية أن",
            "عن مديرة الأكاديمية وبتفويض منها",
            "La directrice atteste que",
        ),
    ],
    ids=["man", "woman"],
)
def test_signed_by_delegation(for_whom: Person, verb: str, above: str, french: str) -> None:
    paper = made("attestation", workshop(), BOTH, people=(AMZIL.id,), on_behalf_of=for_whom)
    assert text(paper, "statement", "ar").startswith(verb)
    assert text(paper, "statement", "fr").startswith(french)
    function, name, below, top = text(paper, "signatures", "ar").split("\t")
    assert (function, name, below) == (
        "رئيسة المركز الجهوي لمنظومة الإعلام",
        "نعيمة الورياشي",
        "",
    )
    assert top == above
    assert text(paper, "signatures", "fr").endswith("et par délégation")


def test_a_person_of_whom_little_is_known_gets_no_bracketed_gender() -> None:
    unknown = person(93, UNKNOWN, ("أ. ب.", "Amina B."))
    held = session("meeting", attendance=(line(1, unknown, PRESENT),))
    paper = made("attestation", held, BOTH, replace(INSTITUTION, signatory=None))
    assert text(paper, "statement", "ar") == (
        "يشهد المركز الجهوي لمنظومة الإعلام أن أ. ب.، قد حضر أشغال الاجتماع."
    )
    assert text(paper, "statement", "fr").startswith(
        "Le centre régional du système d’information atteste qu’Amina B."
    )
    assert "(" not in whole(paper).replace("(للإخبار)", "")
    assert not [name for name in names(paper) if name.startswith("signatures")]


def test_the_centre_signs_as_a_woman_when_its_name_is_feminine() -> None:
    directorate = replace(
        INSTITUTION,
        signatory=None,
        name=Bilingual("المديرية الإقليمية", "la direction provinciale"),
    )
    held = session("meeting", attendance=(line(1, TADILI, PRESENT),))
    paper = made("attestation", held, institution=directorate)
    assert text(paper, "statement").startswith("تشهد المديرية الإقليمية أن السيدة")


def test_facilitators_are_those_who_led() -> None:
    paper = made("attestation", workshop(), attested=Attested.FACILITATION)
    assert text(paper, "statement").startswith(
        "تشهد رئيسة المركز الجهوي لمنظومة الإعلام أن السيد عبد الإله بنزاكور"
    )
    assert COMMUNICATION.name.ar in paper.title
