from dataclasses import replace
from datetime import date, time

import pytest

from db.codes import AttendanceState, Mode
from desktop_app.documents.blocks import Fields, Table
from desktop_app.documents.options import SheetVariant
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Place
from desktop_app.wording.bilingual import Bilingual
from tests.documents.reading import block, made, names, text, whole
from tests.documents.samples import (
    AMZIL,
    BOTH,
    CHIEF,
    COMMUNICATION,
    FR,
    INSTITUTION,
    OUALI,
    SUPPORT,
    TADILI,
    UNKNOWN,
    crowd,
    line,
    person,
    session,
    workshop,
)

BLANK, CLEAN = SheetVariant.BLANK, SheetVariant.CLEAN
PRESENT = AttendanceState.PRESENT


def table(paper: object) -> Table:
    found = block(paper, "sheet")  # type: ignore[arg-type]  # a paper
    assert isinstance(found, Table)
    return found


def test_prefilled_sheet_names_the_session_and_everybody() -> None:
    paper = made("attendance-sheet", workshop(), BOTH)
    assert text(paper, "title", "ar") == (
        "لائحة حضور ورشة العمل\nحول «العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية»"
    )
    assert text(paper, "title", "fr") == (
        "Feuille de présence de l’atelier de travail\n"
        "« Actions de communication sur les nouveautés des systèmes d’information »"
    )
    assert text(paper, "facts", "ar").split("\t") == [
        "المكان: قاعة الاجتماعات بمقر الأكاديمية",
        "التاريخ: الأربعاء 22 أبريل 2026",
        "التوقيت: من الساعة 9:30 إلى الساعة 13:15",
        "المؤطر: السيد رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري",
    ]
    assert text(paper, "facts", "fr").split("\t")[:3] == [
        "Lieu : Salle de réunions du siège de l’académie",
        "Date : mercredi 22 avril 2026",
        "Horaire : de 9 h 30 à 13 h 15",
    ]
    assert text(paper, "sheet", "fr").split("\n")[0] == (
        "N°\tNom et prénom\tQualité\tLieu d’affectation\tÉmargement"
    )
    assert len(table(paper).rows) == 10
    assert table(paper).fill_page == 8
    assert table(paper).row_height >= 9.5
    assert not paper.landscape


def test_title_in_one_sentence_names_the_file() -> None:
    theme = "العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية"
    assert made("attendance-sheet", workshop()).title == f"لائحة حضور ورشة العمل حول «{theme}»"
    assert made("attendance-sheet", workshop(), FR).title == (
        "Feuille de présence de l’atelier de travail : "
        "« Actions de communication sur les nouveautés des systèmes d’information »"
    )
    assert made("attendance-sheet", session("meeting")).title == "لائحة حضور الاجتماع"


def test_sorted_by_body_in_the_order_bodies_come_then_by_name() -> None:
    rows = text(made("attendance-sheet", workshop()), "sheet").split("\n")[1:]
    assert [row.split("\t")[1] for row in rows] == [
        "السيد رشيد الكوهن",
        "السيد عبد الإله بنزاكور",
        "السيدة نعيمة الورياشي",
        "السيدة سعاد الحمداوي",
        "السيد يوسف أمزيل",
        "السيد إدريس الزموري",
        "السيد حسن أوشريف",
        "السيدة لطيفة المنصوري",
        "السيدة مريم أوعلي",
        "السيدة أمينة التادلي",
    ]
    assert [row.split("\t")[0] for row in rows] == [str(n) for n in range(1, 11)]


def test_blank_sheet_leaves_everything_to_the_hand() -> None:
    paper = made("attendance-sheet", workshop(), BOTH, variant=BLANK)
    assert text(paper, "title", "ar") == "لائحة الحضور"
    assert text(paper, "title", "fr") == "Feuille de présence"
    assert text(paper, "facts", "ar") == "الموضوع:\nالمكان:\tالتاريخ:\tالتوقيت:"
    assert text(paper, "facts", "fr") == "Thème :\nLieu :\tDate :\tHoraire :"
    assert table(paper).rows == ()
    assert table(paper).fill_page == 40
    assert paper.footer == Bilingual(
        "لائحة الحضور – نموذج للتعبئة اليدوية",
        "Feuille de présence – modèle à remplir à la main",
    )
    assert "2026" not in whole(paper)


def test_closed_by_hand_unless_it_is_the_clean_copy() -> None:
    paper = made("attendance-sheet", workshop(), BOTH)
    closing = block(paper, "closing")
    assert isinstance(closing, Fields)
    assert text(paper, "closing", "ar") == "حصرت هذه اللائحة في عدد:\tتوقيع المسؤولة:"
    assert text(paper, "closing", "fr") == (
        "La présente liste est arrêtée au nombre de :\tSignature de la responsable :"
    )
    words = made("attendance-sheet", workshop(), closed_by_hand=False)
    assert text(words, "closing") == "حصرت هذه اللائحة في ثمانية (8) مشاركين."


@pytest.mark.parametrize(
    ("people", "ar", "fr"),
    [
        (crowd(1, women=1), "مشاركة واحدة", "1 participante"),
        (crowd(2), "مشاركين", "deux (2) participants"),
        (crowd(28), "ثمانية وعشرين (28) مشاركا", "vingt-huit (28) participants"),
        (crowd(3, women=3), "ثلاث (3) مشاركات", "trois (3) participantes"),
        (crowd(120), "120 مشاركا", "120 participants"),
    ],
    ids=["one woman", "two", "twenty-eight", "three women", "hundred and twenty"],
)
def test_the_clean_copy_closes_in_words(people: tuple[Person, ...], ar: str, fr: str) -> None:
    held = workshop(attendance=tuple(line(n, one, PRESENT) for n, one in enumerate(people)))
    paper = made("attendance-sheet", held, BOTH, variant=CLEAN)
    assert text(paper, "closing", "ar") == f"حصرت هذه اللائحة في {ar}."
    assert text(paper, "closing", "fr") == f"La présente liste est arrêtée à {fr}."


@pytest.mark.parametrize(
    ("responsible", "ar", "fr"),
    [
        (CHIEF, "توقيع المسؤولة:", "Signature de la responsable :"),
        (AMZIL, "توقيع المسؤول:", "Signature du responsable :"),
        (person(50, UNKNOWN, ("س.", "S.")), "التوقيع:", "Signature :"),
        (None, "التوقيع:", "Signature :"),
    ],
    ids=["woman", "man", "unknown", "none"],
)
def test_the_label_of_the_signature_agrees(responsible: Person | None, ar: str, fr: str) -> None:
    centre = replace(INSTITUTION, signatory=responsible)
    paper = made("attendance-sheet", workshop(), BOTH, centre)
    assert text(paper, "closing", "ar").split("\t")[1] == ar
    assert text(paper, "closing", "fr").split("\t")[1] == fr


def test_clean_copy_says_who_was_where_and_agrees() -> None:
    unknown = person(51, UNKNOWN, ("س. ع.", "S. A."))
    held = workshop()
    held = replace(
        held,
        attendance=(
            *held.attendance,
            line(20, unknown, AttendanceState.REMOTE),
            line(21, AMZIL, AttendanceState.NOT_RECORDED),
            line(22, person(52, UNKNOWN, ("ل. م.", "L. M.")), AttendanceState.REPRESENTED),
        ),
    )
    paper = made("attendance-sheet", held, BOTH, variant=CLEAN)
    ar = {row.split("\t")[1]: row.split("\t")[4:] for row in text(paper, "sheet", "ar").split("\n")}
    fr = {row.split("\t")[1]: row.split("\t")[4:] for row in text(paper, "sheet", "fr").split("\n")}
    assert ar["السيدة نعيمة الورياشي"] == ["حاضرة"]
    assert ar["السيد عبد الإله بنزاكور"] == ["حاضر"]
    assert ar["السيد رشيد الكوهن"] == ["متغيب بعذر"]
    assert ar["السيد إدريس الزموري"] == ["ممثَّل — ينوب عنه: السيدة أمينة التادلي"]
    assert fr["M. Driss Zemmouri"] == ["Représenté par Mme Amina Tadili"]
    assert fr["Mme Naïma Ouariachi"] == ["Présente"]
    assert ar["الاسم الكامل"] == ["الحضور"]
    assert table(paper).fill_page == 0
    assert table(paper).row_height == 0


def test_a_clean_copy_of_nothing_has_no_table() -> None:
    paper = made("attendance-sheet", session("meeting"), variant=CLEAN)
    assert names(paper) == ["header", "title", "notice"]


def test_two_half_days_turn_the_sheet_to_landscape() -> None:
    paper = made("attendance-sheet", workshop(), BOTH, half_days=2)
    assert paper.landscape
    assert text(paper, "sheet", "ar").split("\n")[0].endswith("التوقيع صباحا\tالتوقيع بعد الزوال")
    assert (
        text(paper, "sheet", "fr")
        .split("\n")[0]
        .endswith("Émargement matin\tÉmargement après-midi")
    )
    assert [column.width for column in table(paper).columns] == [10, 48, 82, 55, 36, 36]


def test_telephone_and_mail_only_when_the_centre_asks_and_never_on_the_clean_copy() -> None:
    assert "@" not in text(made("attendance-sheet", workshop()), "sheet")
    asks = replace(INSTITUTION, phone_on_sheet=True)
    paper = made("attendance-sheet", workshop(), BOTH, asks)
    assert paper.landscape
    assert "الهاتف\tالبريد الإلكتروني" in text(paper, "sheet", "ar")
    assert "05 23 00 12 01\tp1@academie.example" in text(paper, "sheet", "fr")
    clean = made("attendance-sheet", workshop(), BOTH, asks, variant=CLEAN)
    assert not clean.landscape
    assert "p1@" not in whole(clean)


@pytest.mark.parametrize(
    ("leaders", "label"),
    [
        ((CHIEF,), "المؤطرة:"),
        ((AMZIL,), "المؤطر:"),
        ((CHIEF, SUPPORT), "المؤطرات:"),
        ((CHIEF, COMMUNICATION), "المؤطرون:"),
    ],
    ids=["woman", "man", "women", "mixed"],
)
def test_the_label_of_those_who_lead_agrees(leaders: tuple[Person, ...], label: str) -> None:
    paper = made("attendance-sheet", workshop(facilitators=leaders), BOTH)
    assert text(paper, "facts", "ar").split("\t")[3].startswith(f"{label} السيد")
    assert text(paper, "facts", "fr").split("\t")[3].startswith("Animation : ")


def test_what_is_not_known_has_no_label() -> None:
    paper = made("attendance-sheet", session("meeting"))
    assert names(paper) == ["header", "title", "sheet", "closing", "notice"]
    assert table(paper).fill_page == 40
    assert paper.running_head.ar == "لائحة حضور الاجتماع"
    assert paper.footer.ar == "لائحة حضور الاجتماع"


@pytest.mark.parametrize(
    ("place", "kind", "ar", "fr"),
    [
        (Place(Mode.REMOTE, platform="Teams"), "meeting", "عن بعد – Teams", "À distance – Teams"),
        (Place(), "remote_meeting", "عن بعد", "À distance"),
        (
            Place(Mode.MIXED, site=Bilingual("مقر الأكاديمية", "le siège"), platform="Teams"),
            "meeting",
            "مقر الأكاديمية – Teams",
            "Siège – Teams",
        ),
    ],
    ids=["remote", "remote type", "mixed"],
)
def test_places(place: Place, kind: str, ar: str, fr: str) -> None:
    paper = made("attendance-sheet", session(kind, place=place), BOTH)
    assert text(paper, "facts", "ar") == f"المكان: {ar}"
    assert text(paper, "facts", "fr") == f"Lieu : {fr}"


def test_several_days_and_an_open_end() -> None:
    held = session("meeting", days=(date(2026, 5, 4), date(2026, 5, 5)), start=time(9, 30))
    paper = made("attendance-sheet", held, BOTH, variant=CLEAN)
    assert text(paper, "facts", "ar") == (
        "التاريخ: يومي الاثنين 4 والثلاثاء 5 ماي 2026\tالتوقيت: ابتداء من الساعة 9:30"
    )
    assert text(paper, "facts", "fr") == (
        "Date : les lundi 4 et mardi 5 mai 2026\tHoraire : à partir de 9 h 30"
    )


def test_each_day_has_a_sheet_to_sign() -> None:
    days = (date(2026, 5, 4), date(2026, 5, 5))
    paper = made("attendance-sheet", workshop(days=days), BOTH)
    assert paper.blocks == ()
    assert [text(one, "facts", "fr").split("\t")[1] for one in paper.sections] == [
        "Date : lundi 4 mai 2026",
        "Date : mardi 5 mai 2026",
    ]
    assert [one.running_head.fr[-10:] for one in paper.sections] == ["4 mai 2026", "5 mai 2026"]
    assert len(set(names(paper))) == len(names(paper))


@pytest.mark.parametrize(
    ("start", "end", "signatures"),
    [
        (time(9), time(15, 30), 2),
        (time(9), time(14), 1),
        (time(12), time(18), 1),
        (time(9), None, 1),
        (None, time(18), 1),
    ],
)
def test_a_session_that_goes_on_after_noon_is_signed_twice(
    start: time | None, end: time | None, signatures: int
) -> None:
    paper = made("attendance-sheet", workshop(start=start, end=end))
    assert len(table(paper).columns) == 4 + signatures
    assert paper.landscape == (signatures == 2)


def test_footer_names_the_session_by_number() -> None:
    assert made("attendance-sheet", workshop(), BOTH).footer == Bilingual(
        "المرجع: ورشة عمل رقم 14/26 – لائحة الحضور",
        "Réf. : atelier de travail n° 14/26 – feuille de présence",
    )


def test_notice_of_data_protection() -> None:
    centre = replace(INSTITUTION, cndp_number="D-1/2026")
    paper = made("attendance-sheet", workshop(), BOTH, centre)
    assert text(paper, "notice", "ar") == (
        "بيان حماية المعطيات.\tتُستعمل المعطيات المضمنة بهذه اللائحة من طرف الأكاديمية الجهوية "
        "للتربية "
        "والتكوين قصد توثيق أشغال اللقاء وتتبع توصياته فقط، ولا تُسلَّم إلا للمصالح المعنية. وطبقا "
        "للقانون رقم 09.08 يمكنكم الولوج إلى معطياتكم وطلب تصحيحها أو التعرض على معالجتها عبر "
        "البريد "
        "الإلكتروني crsi@academie.example. رقم التصريح لدى اللجنة الوطنية: D-1/2026."
    )
    assert text(paper, "notice", "fr") == (
        "Protection des données.\tLes données de cette liste sont utilisées par l’académie "
        "régionale d’éducation et de formation aux seules fins de documenter la rencontre et d’en "
        "suivre les recommandations ; elles ne sont communiquées qu’aux services concernés. "
        "Conformément à la loi n° 09-08, vous disposez d’un droit d’accès, de rectification et "
        "d’opposition auprès de crsi@academie.example. Déclaration CNDP n° D-1/2026."
    )
    silent = replace(INSTITUTION, email="", academy=Bilingual())
    paper = made("attendance-sheet", workshop(), BOTH, silent)
    assert text(paper, "notice", "ar").endswith("أو التعرض على معالجتها.")
    assert text(paper, "notice", "fr").endswith(
        "auprès du centre régional du système d’information."
    )


def test_people_without_body_or_function_have_empty_cells() -> None:
    bare = person(60, UNKNOWN, ("ن. ك.", ""))
    held = session("meeting", attendance=(line(1, bare, PRESENT), line(2, TADILI, PRESENT)))
    paper = made("attendance-sheet", held, FR)
    assert text(paper, "sheet").split("\n")[1:] == [
        "1\tMme Amina Tadili\tAdministratrice",
        "2\tن. ك.",
    ]


def test_women_only_and_forty_people() -> None:
    held = session(
        "meeting",
        attendance=tuple(line(n, one, PRESENT) for n, one in enumerate(crowd(40, women=40))),
    )
    paper = made("attendance-sheet", held, variant=CLEAN)
    assert text(paper, "closing") == "حصرت هذه اللائحة في أربعين (40) مشاركة."
    assert OUALI.name.ar not in whole(paper)


def test_the_centre_decides_on_empty_lines_and_on_the_notice() -> None:
    plain = replace(INSTITUTION, blank_lines=0, data_notice=False)
    paper = made("attendance-sheet", workshop(), institution=plain)
    assert table(paper).fill_page == 0
    assert "notice" not in names(paper)


def test_a_typed_notice_stands_in_the_language_it_was_typed_in() -> None:
    own = replace(INSTITUTION, notice_text=Bilingual("معطياتكم محمية."))
    paper = made("attendance-sheet", workshop(), BOTH, institution=own)
    assert text(paper, "notice", "ar").endswith("معطياتكم محمية.")
    assert "Conformément à la loi n° 09-08" in text(paper, "notice", "fr")
