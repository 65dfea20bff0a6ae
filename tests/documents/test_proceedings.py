from dataclasses import replace
from datetime import date

import pytest

from db.codes import InterventionKind, OutcomeKind
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import AgendaItem, Intervention, Outcome
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.reading import made, names, text
from tests.documents.samples import (
    AMZIL,
    AZILAL,
    BOTH,
    CHIEF,
    COMMUNICATION,
    DIRECTOR,
    FR,
    OUALI,
    PLANNING,
    session,
    workshop,
)

ADDRESS, PRESENTATION = InterventionKind.ADDRESS, InterventionKind.PRESENTATION
COMMENT, ANSWER = InterventionKind.COMMENT, InterventionKind.ANSWER
NOTE = InterventionKind.NOTE


def said(
    kind: InterventionKind,
    *speakers: Person,
    number: int = 1,
    title: Bilingual = Bilingual(),  # frozen
    summary: Bilingual = Bilingual(),  # frozen
    appeal: Bilingual = Bilingual(),  # frozen
    on: int | None = None,
    outcome_id: int | None = None,
) -> Intervention:
    return Intervention(
        *(number, f"say-{number}", number, kind, speakers, title, summary, appeal),
        agenda_item_id=on,
        outcome_id=outcome_id,
    )


def told(name: str, *interventions: Intervention, kind: str = "meeting") -> tuple[str, str]:
    paper = made("minutes", session(kind, interventions=interventions), BOTH)
    return text(paper, name, "ar"), text(paper, name, "fr")


@pytest.mark.parametrize(
    ("quran", "anthem", "ar", "fr"),
    [
        (
            True,
            True,
            "افتتحت أشغال الاجتماع بتلاوة آيات بينات من الذكر الحكيم وترديد النشيد الوطني.",
            (
                "Les travaux de la réunion s’ouvrent par la récitation de versets du Saint Coran, "
                "suivie de l’hymne national."
            ),
        ),
        (
            True,
            False,
            "افتتحت أشغال الاجتماع بتلاوة آيات بينات من الذكر الحكيم.",
            "Les travaux de la réunion s’ouvrent par la récitation de versets du Saint Coran.",
        ),
        (
            False,
            True,
            "افتتحت أشغال الاجتماع بترديد النشيد الوطني.",
            "Les travaux de la réunion s’ouvrent par l’hymne national.",
        ),
    ],
    ids=["both", "recitation", "anthem"],
)
def test_how_an_official_session_opens(quran: bool, anthem: bool, ar: str, fr: str) -> None:
    held = session("meeting", opened_with_quran=quran, opened_with_anthem=anthem)
    paper = made("minutes", held, BOTH)
    assert text(paper, "works.opening", "ar") == ar
    assert text(paper, "works.opening", "fr") == fr


def test_an_address_by_a_man_after_the_recitation() -> None:
    address = said(
        ADDRESS,
        DIRECTOR,
        summary=Bilingual("تزايد الطلبات", "la hausse des demandes"),
        appeal=Bilingual("مضاعفة الجهود", "le renforcement des efforts"),
    )
    held = session("meeting", opened_with_quran=True, interventions=(address,))
    paper = made("minutes", held, BOTH)
    assert text(paper, "works.opening", "ar").endswith(
        ". وفي كلمته الافتتاحية، رحب السيد مدير الأكاديمية بالحاضرات والحاضرين، شاكرا لهم تلبية "
        "الدعوة، وأشار إلى تزايد الطلبات، ودعا إلى مضاعفة الجهود."
    )
    assert text(paper, "works.opening", "fr").endswith(
        ". Dans son allocution d’ouverture, M. le directeur de l’académie souhaite la bienvenue "
        "aux participantes et aux participants et les remercie d’avoir répondu à l’invitation. Il "
        "signale la hausse des demandes et appelle au renforcement des efforts."
    )


def test_an_address_by_a_woman() -> None:
    full = said(
        ADDRESS, CHIEF, summary=Bilingual("النتائج", "les résultats"), appeal=Bilingual("المثابرة")
    )
    ar, fr = told("works.opening", full)
    assert ar == (
        "في كلمتها الافتتاحية، رحبت السيدة رئيسة المركز الجهوي لمنظومة الإعلام بالحاضرات "
        "والحاضرين، "
        "شاكرة لهم تلبية الدعوة، وأشارت إلى النتائج، ودعت إلى المثابرة."
    )
    assert ". Elle signale les résultats" in fr
    ar, fr = told("works.opening", said(ADDRESS, AMZIL))
    assert ar == (
        "في كلمته الافتتاحية، رحب السيد يوسف أمزيل، مهندس بالمركز الجهوي، بالحاضرات والحاضرين، "
        "شاكرا لهم تلبية الدعوة."
    )
    assert fr.endswith("d’avoir répondu à l’invitation.")


@pytest.mark.parametrize(
    ("speakers", "about", "appeal", "ar", "fr"),
    [
        (
            (OUALI,),
            Bilingual("الشراكة", "le partenariat"),
            Bilingual("التعاون", "la coopération"),
            "ألقت السيدة رئيسة مصلحة الشؤون القانونية كلمة، تضمنت الشراكة، ودعت إلى التعاون.",
            (
                "Mme la cheffe du service des affaires juridiques prononce une allocution, qui "
                "porte "
                "sur le partenariat et appelle à la coopération."
            ),
        ),
        (
            (DIRECTOR, CHIEF),
            Bilingual(),
            Bilingual("التعاون", "la coopération"),
            (
                "ألقى السيد مدير الأكاديمية والسيدة رئيسة المركز الجهوي لمنظومة الإعلام كلمة، "
                "ودعت إلى "
                "التعاون."
            ),
            (
                "M. le directeur de l’académie et Mme la cheffe du centre régional du système "
                "d’information prononcent une allocution, qui appelle à la coopération."
            ),
        ),
        (
            (),
            Bilingual(),
            Bilingual(),
            "ألقيت كلمة.",
            "Une allocution est prononcée.",
        ),
    ],
    ids=["woman", "two", "unnamed"],
)
def test_further_addresses(
    speakers: tuple[Person, ...], about: Bilingual, appeal: Bilingual, ar: str, fr: str
) -> None:
    first = said(ADDRESS, DIRECTOR)
    later = said(ADDRESS, *speakers, number=2, summary=about, appeal=appeal)
    assert told("address.say-2", first, later) == (ar, fr)
    alone = replace(later, position=0)
    if len(speakers) != 1:
        assert told("works.opening", alone) == (ar, fr)


def test_presentations_are_numbered_when_there_are_several() -> None:
    one = said(
        PRESENTATION,
        CHIEF,
        title=Bilingual("المستجدات", "Nouveautés"),
        summary=Bilingual("حصيلة السنة.", "le bilan de l’année."),
    )
    two = said(PRESENTATION, COMMUNICATION, CHIEF, number=2, title=Bilingual("الحملة", "Campagne"))
    ar, fr = told("presentation.say-1", one)
    assert ar == (
        "قدمت السيدة رئيسة المركز الجهوي لمنظومة الإعلام عرضا حول «المستجدات»، تضمن حصيلة السنة."
    )
    assert fr == (
        "Mme la cheffe du centre régional du système d’information présente un exposé sur "
        "« Nouveautés », qui porte sur le bilan de l’année."
    )
    assert told("presentation.say-1", one, two)[0].startswith("العرض الأول.\tقدمت السيدة")
    ar, fr = told("presentation.say-2", one, two)
    assert ar == (
        "العرض الثاني.\tقدم السيد رئيس مصلحة التواصل وتتبع أشغال المجلس الإداري والسيدة رئيسة "
        "المركز "
        "الجهوي لمنظومة الإعلام عرضا حول «الحملة»."
    )
    assert fr.startswith("Exposé n° 2.\tM. le chef du service")
    assert fr.endswith(" présentent un exposé sur « Campagne ».")


def test_a_presentation_by_nobody_named() -> None:
    one = said(PRESENTATION, title=Bilingual("«المستجدات»", "« Nouveautés »"))
    assert told("presentation.say-1", one) == (
        "قدم عرض حول «المستجدات».",
        "Un exposé est présenté sur « Nouveautés ».",
    )
    assert told("presentation.say-1", said(PRESENTATION, AMZIL)) == (
        "قدم السيد يوسف أمزيل، مهندس بالمركز الجهوي، عرضا.",
        "M. Youssef Amzil, ingénieur au centre régional, présente un exposé.",
    )


@pytest.mark.parametrize(
    ("one", "ar", "fr"),
    [
        (
            said(COMMENT, summary=Bilingual("سبل التنزيل", "la mise en œuvre")),
            "تمحورت تدخلات الحاضرات والحاضرين حول سبل التنزيل.",
            "Les interventions portent sur la mise en œuvre.",
        ),
        (
            said(COMMENT, OUALI, summary=Bilingual("الشراكة", "le partenariat")),
            "تدخلت السيدة رئيسة مصلحة الشؤون القانونية في موضوع الشراكة.",
            "Mme la cheffe du service des affaires juridiques intervient au sujet du partenariat.",
        ),
        (
            said(COMMENT, PLANNING, OUALI, title=Bilingual("الدخول", "l’année")),
            "تدخل السيد رئيس قسم التخطيط والسيدة رئيسة مصلحة الشؤون القانونية في موضوع الدخول.",
            (
                "M. le chef de la division de la planification et Mme la cheffe du service des "
                "affaires juridiques interviennent au sujet de l’année."
            ),
        ),
        (
            said(ANSWER, CHIEF, summary=Bilingual("الأجل كاف؟", "il est suffisant ?")),
            "وفي معرض جوابها، أوضحت السيدة رئيسة المركز الجهوي لمنظومة الإعلام أن الأجل كاف؟",
            (
                "En réponse, Mme la cheffe du centre régional du système d’information précise "
                "qu’il "
                "est suffisant ?"
            ),
        ),
        (
            said(ANSWER, AMZIL, summary=Bilingual("الأجل كاف", "le délai suffit")),
            "وفي معرض جوابه، أوضح السيد يوسف أمزيل، مهندس بالمركز الجهوي، أن الأجل كاف.",
            (
                "En réponse, M. Youssef Amzil, ingénieur au centre régional, précise que le délai "
                "suffit."
            ),
        ),
        (
            said(ANSWER, PLANNING, CHIEF, summary=Bilingual("الأجل كاف", "le délai suffit")),
            (
                "وفي معرض جوابهم، أوضح السيد رئيس قسم التخطيط والسيدة رئيسة المركز الجهوي لمنظومة "
                "الإعلام أن الأجل كاف."
            ),
            (
                "En réponse, M. le chef de la division de la planification et Mme la cheffe du "
                "centre "
                "régional du système d’information précisent que le délai suffit."
            ),
        ),
        (
            said(ANSWER, summary=Bilingual("الأجل كاف", "un délai suffit")),
            "وفي معرض الجواب، تم توضيح أن الأجل كاف.",
            "En réponse, il est précisé qu’un délai suffit.",
        ),
    ],
    ids=["many", "woman", "two", "she answers", "he answers", "they answer", "answered"],
)
def test_comments_and_answers_agree(one: Intervention, ar: str, fr: str) -> None:
    assert told("intervention.say-1", one) == (ar, fr)


def test_nobody_spoke() -> None:
    assert told("discussion.none") == (
        "لم تسجل أي تدخلات.",
        "Aucune intervention n’est enregistrée.",
    )
    empty = said(COMMENT, AMZIL)
    assert told("discussion.none", empty)[0] == "لم تسجل أي تدخلات."


def test_notes_of_a_point_stand_under_its_title() -> None:
    point = AgendaItem(1, "item-1", 1, Bilingual("الحملة.", "la campagne"))
    nameless = AgendaItem(2, "item-2", 2, Bilingual())
    notes = (
        said(NOTE, summary=Bilingual("عرضت  الحملة.\n", "Elle est présentée."), on=1),
        said(NOTE, summary=Bilingual("لا ملاحظة."), number=2, on=1),
        said(NOTE, summary=Bilingual("ملاحظة."), number=3, on=2),
        said(NOTE, summary=Bilingual("كلمة أخيرة."), number=4),
        said(NOTE, number=5, on=2, outcome_id=7, summary=Bilingual("قرار لم يؤكد")),
    )
    paper = made("minutes", session("meeting", agenda=(point, nameless), interventions=notes), BOTH)
    assert text(paper, "point.item-1", "ar") == "الحملة:\tعرضت الحملة.\nلا ملاحظة."
    assert text(paper, "point.item-1", "fr") == "La campagne :\tElle est présentée."
    assert text(paper, "point.item-2", "ar") == "ملاحظة."
    assert text(paper, "point.item-2", "fr") == ""
    assert text(paper, "point.item-2", "ar") == "ملاحظة."
    assert text(paper, "notes.other", "ar") == "كلمة أخيرة."
    assert "discussion.none" not in names(paper)


def test_words_of_one_language_stay_in_it_on_a_paper_of_two() -> None:
    only = said(COMMENT, AMZIL, summary=Bilingual("سبل التنزيل"))
    paper = made("minutes", session("meeting", interventions=(only,)), BOTH)
    assert text(paper, "intervention.say-1", "ar")
    assert text(paper, "intervention.say-1", "fr") == ""
    french = made("minutes", session("meeting", interventions=(only,)), FR)
    assert text(french, "intervention.say-1").endswith("au sujet de سبل التنزيل.")
    address = said(ADDRESS, AMZIL, summary=Bilingual(fr="les résultats"))
    paper = made("minutes", session("meeting", interventions=(address,)), BOTH)
    assert text(paper, "works.opening", "ar") == ""
    shown = said(PRESENTATION, AMZIL, title=Bilingual("المستجدات"))
    paper = made(
        "minutes", session("meeting", interventions=(shown, said(PRESENTATION, number=2))), BOTH
    )
    assert text(paper, "presentation.say-1", "fr") == ""


def test_outcomes_are_set_one_a_row() -> None:
    paper = made("minutes", workshop(), BOTH)
    assert text(paper, "outcomes.sentence", "ar") == "أسفرت أشغال ورشة العمل عما يلي:"
    assert text(paper, "outcomes.sentence", "fr") == (
        "Les travaux de l’atelier de travail aboutissent à ce qui suit :"
    )
    assert text(paper, "outcomes.table", "ar").split("\n") == [
        "ر.ت\tالقرار / التوصية\tالجهة المسؤولة\tأجل الإنجاز\tملاحظات",
        "1\tقرار: اعتماد البرنامج العملي\tالمركز الجهوي لمنظومة الإعلام\t30/04/2026",
        (
            "2\tتوصية: إعداد مطوية ودليل مختصر\tالمديرية الإقليمية بأزيلال؛ المديرية الإقليمية "
            "بخنيفرة"
            "\tمستمر\tتعرض المسودة على المصادقة"
        ),
    ]
    assert text(paper, "outcomes.table", "fr").split("\n") == [
        "N°\tDécision / recommandation\tResponsable\tÉchéance\tObservations",
        (
            "1\tDécision : Adopter le programme opérationnel\tCentre régional du système "
            "d’information"
            "\t30/04/2026"
        ),
        (
            "2\tRecommandation : Préparer un dépliant et un guide\tDP d’Azilal ; DP de Khénifra"
            "\ten continu\tprojet à valider"
        ),
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ["السيدة رئيسة مصلحة الشؤون القانونية؛ المديرية الإقليمية بأزيلال", "الجميع", ""]),
        ("fr", ["Mme la cheffe du service des affaires juridiques ; DP d’Azilal", "Tous", ""]),
    ],
)
def test_owner_is_as_typed_else_a_person_and_bodies(
    language: PaperLanguage, expected: list[str]
) -> None:
    outcomes = (
        Outcome(
            1,
            "a",
            1,
            OutcomeKind.COMMITMENT,
            Bilingual("أ", "a"),
            owner_person=OUALI,
            owner_bodies=(AZILAL,),
            due=date(2026, 6, 1),
        ),
        Outcome(
            2,
            "b",
            2,
            OutcomeKind.PROPOSAL,
            Bilingual("ب", "b"),
            owner_bodies=(AZILAL,),
            owner_text=Bilingual("الجميع", "tous"),
        ),
        Outcome(3, "c", 3, OutcomeKind.ACTION, Bilingual("ج", "c"), ongoing=True),
    )
    paper = made("minutes", session("meeting", outcomes=outcomes), (language,))
    rows = [row.split("\t") for row in text(paper, "outcomes.table").split("\n")[1:]]
    assert [row[2] if len(row) > 2 else "" for row in rows] == expected


def test_an_outcome_without_words_has_no_label() -> None:
    outcomes = (Outcome(1, "a", 1, OutcomeKind.DECISION, Bilingual("اعتماد", "")),)
    paper = made("minutes", session("meeting", outcomes=outcomes), BOTH)
    assert text(paper, "outcomes.table", "fr").split("\n")[1] == "1"
