from dataclasses import replace
from datetime import date

import pytest

from db.codes import AttendanceState
from desktop_app.services.people_data import Body
from desktop_app.services.session_data import Place
from desktop_app.wording.bilingual import Bilingual
from tests.documents.reading import made, names, text
from tests.documents.samples import (
    AMZIL,
    AZILAL,
    BOTH,
    CENTRE,
    FR,
    INSTITUTION,
    OUCHRIF,
    SHORT_CENTRE,
    line,
    session,
    workshop,
)

SEAT = Place(site=Bilingual("مقر الأكاديمية", "le siège de l’académie"))
FOURTH = (date(2026, 9, 4),)


def test_context_of_an_own_meeting() -> None:
    meeting = session(
        "coordination_meeting",
        theme=Bilingual("محاضر الدخول", "Procès-verbaux d’installation"),
        framework=Bilingual("الدخول المدرسي", "la rentrée scolaire"),
        days=FOURTH,
        place=SEAT,
        objectives=(Bilingual("توحيد العمل", "harmoniser le travail"),),
    )
    paper = made("report", meeting, BOTH)
    assert text(paper, "context", "ar") == (
        "في إطار الدخول المدرسي، انعقد بمقر الأكاديمية، يوم الجمعة 4 شتنبر 2026، اجتماع تنسيقي "
        "حول «محاضر الدخول»."
    )
    assert text(paper, "objectives.sentence", "ar") == "هدف الاجتماع التنسيقي إلى ما يلي:"
    assert text(paper, "context", "fr") == (
        "Dans le cadre de la rentrée scolaire, s’est tenue au siège de l’académie, le vendredi 4 "
        "septembre 2026, une réunion de coordination sur le thème « Procès-verbaux "
        "d’installation »."
    )
    assert text(paper, "title", "ar") == ("تقرير حول الاجتماع التنسيقي\nالموضوع: «محاضر الدخول»")
    assert text(paper, "title", "fr").startswith("Compte rendu de la réunion de coordination\n")


def test_objectives_agree_with_the_type() -> None:
    aimed = workshop()
    assert text(made("report", aimed), "objectives.sentence") == "هدفت ورشة العمل إلى ما يلي:"
    assert text(made("report", aimed, FR), "objectives.sentence") == (
        "Cet atelier de travail a pour objectifs :"
    )
    assert text(made("report", aimed), "objectives.items") == (
        "تقاسم المستجدات؛\nإعداد برنامج عملي."
    )


def test_context_without_framework_by_another_body() -> None:
    meeting = session("workshop", days=FOURTH, place=SEAT, organiser=AZILAL)
    paper = made("report", meeting, BOTH)
    assert text(paper, "context", "ar") == (
        "انعقدت بمقر الأكاديمية، يوم الجمعة 4 شتنبر 2026، ورشة عمل، من تنظيم المديرية الإقليمية "
        "بأزيلال."
    )
    assert text(paper, "context", "fr") == (
        "Le vendredi 4 septembre 2026, s’est tenu au siège de l’académie un atelier de travail, "
        "organisé par la direction provinciale d’Azilal."
    )


@pytest.mark.parametrize(
    ("kind", "organiser", "centre", "ar", "fr"),
    [
        (
            "workshop",
            AZILAL,
            "المركز الجهوي لمنظومة الإعلام",
            "شارك المركز الجهوي لمنظومة الإعلام في ورشة عمل نظمتها المديرية الإقليمية بأزيلال",
            (
                "Le centre régional a participé à un atelier de travail organisé par la direction "
                "provinciale d’Azilal"
            ),
        ),
        (
            "study_day",
            AZILAL,
            "المركز الجهوي لمنظومة الإعلام",
            "شارك المركز الجهوي لمنظومة الإعلام في يوم دراسي نظمته المديرية الإقليمية بأزيلال",
            (
                "Le centre régional a participé à une journée d’étude organisée par la direction "
                "provinciale d’Azilal"
            ),
        ),
        (
            "meeting",
            CENTRE,
            "المديرية الإقليمية",
            "شاركت المديرية الإقليمية في اجتماع نظمه المركز الجهوي لمنظومة الإعلام",
            (
                "Le centre régional a participé à une réunion organisée par le centre régional du "
                "système d’information"
            ),
        ),
    ],
    ids=["f-by-f", "m-by-f", "m-by-m"],
)
def test_a_guest_says_whose_session_it_was(
    kind: str, organiser: Body, centre: str, ar: str, fr: str
) -> None:
    guest = replace(INSTITUTION, name=Bilingual(centre, "le centre régional"))
    held = session(kind, days=FOURTH, organiser=organiser)
    paper = made("report", held, BOTH, guest, guest=True)
    assert text(paper, "context", "ar") == f"{ar}، يوم الجمعة 4 شتنبر 2026."
    assert text(paper, "context", "fr") == f"{fr}, le vendredi 4 septembre 2026."
    undated = made("report", replace(held, days=()), BOTH, guest, guest=True)
    assert text(undated, "context", "ar") == f"{ar}."
    assert text(undated, "context", "fr") == f"{fr}."


def test_those_who_came_are_counted_by_body() -> None:
    paper = made("report", workshop(), BOTH)
    assert text(paper, "participants.sentence", "ar") == (
        "عدد المشاركات والمشاركين: 8. عدد الجهات الممثلة: 5."
    )
    assert text(paper, "participants.sentence", "fr") == (
        "Nombre de participantes et participants : 8 ; entités représentées : 5."
    )
    assert text(paper, "participants.table", "fr") == (
        "Entité\tNombre\nAREF\t2\nCentre régional du système d’information\t1\n"
        "Centre régional\t1\nDP d’Azilal\t1\nDP de Khénifra\t2"
    )


def test_people_of_one_body_need_no_table_and_of_none_no_count_of_bodies() -> None:
    came = AttendanceState.PRESENT
    alike = workshop(
        attendance=(line(1, AMZIL, came), line(2, replace(OUCHRIF, body=SHORT_CENTRE), came))
    )
    assert "participants.table" not in names(made("report", alike))
    alone = workshop(attendance=(line(1, replace(AMZIL, body=None), came),))
    paper = made("report", alone, BOTH)
    assert text(paper, "participants.sentence", "ar") == "عدد المشاركات والمشاركين: 1."
    assert text(paper, "participants.sentence", "fr") == (
        "Nombre de participantes et participants : 1."
    )


def test_sections_ends_and_one_signature() -> None:
    paper = made("report", workshop(), BOTH)
    heads = [text(paper, name, "ar") for name in names(paper) if name.endswith(".heading")]
    assert heads == [
        "أولا – السياق",
        "ثانيا – الأهداف",
        "ثالثا – الحضور",
        "رابعا – مجريات اللقاء",
        "خامسا – أهم الخلاصات",
        "سادسا – التوصيات",
    ]
    assert text(paper, "conclusions.sentence", "ar") == "وخلصت الأشغال إلى ما يلي:"
    assert text(paper, "conclusions.sentence", "fr") == (
        "Les travaux aboutissent à la conclusion suivante :"
    )
    assert text(paper, "closing", "ar") == "والسلام."
    assert text(paper, "closing", "fr") == ""
    assert text(paper, "signatures", "ar").startswith("محررة التقرير\tسعاد الحمداوي")
    assert text(paper, "signatures", "fr").startswith("La rédactrice\tSouad Hamdaoui")
    assert "closing" not in names(made("report", workshop(), FR))


def test_a_report_that_nobody_wrote_yet_keeps_a_neutral_place() -> None:
    nobody = workshop(signatories=(), rapporteur=None)
    assert text(made("report", nobody, BOTH), "signatures", "ar") == "تحرير التقرير"
    assert text(made("report", nobody, BOTH), "signatures", "fr") == "Rédaction"
    written = workshop(signatories=(), rapporteur=AMZIL)
    assert text(made("report", written), "signatures").startswith("محرر التقرير\tيوسف أمزيل")


def test_an_empty_session_leaves_a_title_and_an_end() -> None:
    assert names(made("report", session())) == [
        *("header", "reference", "title", "closing", "done", "signatures"),
    ]


def test_one_or_several_objectives_and_conclusions() -> None:
    one, two = Bilingual("أول", "premier"), Bilingual("ثان", "second")
    few = made("report", workshop(objectives=(one,), conclusions=(one, two)), FR)
    assert text(few, "objectives.sentence") == "Cet atelier de travail a pour objectif :"
    assert text(few, "conclusions.sentence") == (
        "Les travaux aboutissent aux conclusions suivantes :"
    )
