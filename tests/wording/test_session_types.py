"""Section 1.1: every cell of the table of session types."""

import pytest

from desktop_app.wording import session_types as types
from desktop_app.wording.session_types import SESSION_TYPES, SessionType

TABLE = """
workshop | ورشة عمل | ورشة العمل | f | ورشات عمل | un atelier de travail | l’atelier de travail | de l’atelier de travail | A
meeting | اجتماع | الاجتماع | m | اجتماعات | une réunion | la réunion | de la réunion | A
coordination_meeting | اجتماع تنسيقي | الاجتماع التنسيقي | m | اجتماعات تنسيقية | une réunion de coordination | la réunion de coordination | de la réunion de coordination | A
communication_meeting | لقاء تواصلي | اللقاء التواصلي | m | لقاءات تواصلية | une rencontre de communication | la rencontre de communication | de la rencontre de communication | A
open_meeting | لقاء مفتوح | اللقاء المفتوح | m | لقاءات مفتوحة | une rencontre ouverte | la rencontre ouverte | de la rencontre ouverte | A
working_session | جلسة عمل | جلسة العمل | f | جلسات عمل | une séance de travail | la séance de travail | de la séance de travail | A
remote_meeting | لقاء عن بعد | اللقاء عن بعد | m | لقاءات عن بعد | une visioconférence | la visioconférence | de la visioconférence | A
study_day | يوم دراسي | اليوم الدراسي | m | أيام دراسية | une journée d’étude | la journée d’étude | de la journée d’étude | B
training_day | يوم تكويني | اليوم التكويني | m | أيام تكوينية | une journée de formation | la journée de formation | de la journée de formation | B
training_session | دورة تكوينية | الدورة التكوينية | f | دورات تكوينية | une session de formation | la session de formation | de la session de formation | B
conference | ندوة | الندوة | f | ندوات | une conférence | la conférence | de la conférence | B
support_visit | زيارة مواكبة | زيارة المواكبة | f | زيارات مواكبة | une visite d’accompagnement | la visite d’accompagnement | de la visite d’accompagnement | C
follow_up_visit | زيارة تتبع | زيارة التتبع | f | زيارات تتبع | une visite de suivi | la visite de suivi | de la visite de suivi | C
"""  # noqa: E501  # one row of the specification a line
ROWS = [line.split(" | ") for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_forms_of_each_type(row: list[str]) -> None:
    kind = SESSION_TYPES[row[0]]
    assert [
        kind.code,
        kind.indefinite,
        kind.definite,
        kind.gender,
        kind.plural,
        types.un(kind),
        types.le(kind),
        types.du(kind),
        kind.verbs,
    ] == row


def test_the_table_holds_every_type() -> None:
    assert [row[0] for row in ROWS] == list(SESSION_TYPES)


def test_only_training_is_followed_and_only_one_type_is_remote() -> None:
    assert [k.code for k in SESSION_TYPES.values() if k.training] == [
        "training_day",
        "training_session",
    ]
    assert [k.code for k in SESSION_TYPES.values() if k.remote] == ["remote_meeting"]


@pytest.mark.parametrize(
    ("code", "held", "participle", "future", "end"),
    [
        ("meeting", "انعقد", "المنعقد", "الذي سينعقد", "رفعت الجلسة"),
        ("workshop", "انعقدت", "المنعقدة", "التي ستنعقد", "رفعت الجلسة"),
        ("study_day", "نظم", "المنظم", "الذي سينظم", "اختتمت أشغال اليوم الدراسي"),
        ("training_session", "نظمت", "المنظمة", "التي ستنظم", "اختتمت أشغال الدورة التكوينية"),
        ("follow_up_visit", "أجريت", "التي أجريت", "التي ستجرى", "انتهت زيارة التتبع"),
    ],
)
def test_verbs_in_arabic(code: str, held: str, participle: str, future: str, end: str) -> None:
    kind = SESSION_TYPES[code]
    assert types.held(kind, "ar") == held
    assert types.participle(kind, "ar") == participle
    assert types.future(kind, "ar") == future
    assert types.end(kind, "ar") == end


@pytest.mark.parametrize(
    ("code", "held", "participle", "future", "end"),
    [
        ("workshop", "s’est tenu", "tenu", "qui se tiendra", "la séance est levée"),
        ("meeting", "s’est tenue", "tenue", "qui se tiendra", "la séance est levée"),
        (
            *("study_day", "a été organisée", "organisée", "qui sera organisée"),
            "les travaux de la journée d’étude prennent fin",
        ),
        (
            *("support_visit", "a été effectuée", "effectuée", "qui sera effectuée"),
            "la visite prend fin",
        ),
    ],
)
def test_verbs_in_french(code: str, held: str, participle: str, future: str, end: str) -> None:
    kind = SESSION_TYPES[code]
    assert types.held(kind, "fr") == held
    assert types.participle(kind, "fr") == participle
    assert types.future(kind, "fr") == future
    assert types.end(kind, "fr") == end


def own_type(verbs: str, gender: str, french: str, french_gender: str) -> SessionType:
    """Make a type as a user adds one."""
    assert verbs in {"A", "B", "C"}
    return SessionType(
        *("own", "تفتيش", "التفتيش", "m" if gender == "m" else "f", "تفتيشات"),
        *(french, "m" if french_gender == "m" else "f", french + "s"),
        verbs="B" if verbs == "B" else "C" if verbs == "C" else "A",
    )


def test_masculine_types_that_only_a_user_adds() -> None:
    visit = own_type("C", "m", "contrôle", "m")
    assert types.held(visit, "ar") == "أجري"
    assert types.participle(visit, "ar") == "الذي أجري"
    assert types.future(visit, "ar") == "الذي سيجرى"
    assert types.end(visit, "ar") == "انتهى التفتيش"
    organised = own_type("B", "m", "colloque", "m")
    assert types.held(organised, "fr") == "a été organisé"
    assert types.future(organised, "fr") == "qui sera organisé"


@pytest.mark.parametrize(
    ("code", "arabic"),
    [
        ("meeting", "خصص هدف تميز نظمه هذا أشغاله"),
        ("workshop", "خصصت هدفت تميزت نظمها هذه أشغالها"),
    ],
)
def test_words_that_agree_in_arabic(code: str, arabic: str) -> None:
    kind = SESSION_TYPES[code]
    assert arabic.split() == [
        types.dedicated(kind, "ar"),
        types.aimed(kind),
        types.marked(kind),
        types.organised_by(kind),
        types.this(kind, "ar"),
        types.its_work(kind),
    ]


@pytest.mark.parametrize(
    ("kind", "french"),
    [
        (SESSION_TYPES["workshop"], "consacré organisé animé cet m"),
        (SESSION_TYPES["meeting"], "consacrée organisée animée cette f"),
        (own_type("B", "m", "colloque", "m"), "consacré organisé animé ce m"),
    ],
)
def test_words_that_agree_in_french(kind: SessionType, french: str) -> None:
    assert french.split() == [
        types.dedicated(kind, "fr"),
        types.organised(kind),
        types.animated(kind),
        types.this(kind, "fr"),
        types.of(kind, "fr"),
    ]


def test_gender_of_a_type_differs_by_language() -> None:
    assert types.of(SESSION_TYPES["workshop"], "ar") == "f"
    assert types.of(SESSION_TYPES["workshop"], "fr") == "m"


def test_who_organised_it() -> None:
    workshop, day = SESSION_TYPES["workshop"], SESSION_TYPES["study_day"]
    assert types.organised_by(workshop, "f") == "نظمتها"
    assert types.organised_by(day, "f") == "نظمته"
    assert types.organised_by(workshop, "m") == "نظمها"
    assert types.organised_by(day, "m") == "نظمه"


@pytest.mark.parametrize(
    ("code", "role", "arabic", "french"),
    [
        (
            *("communication_meeting", "attendee", "حضر أشغال اللقاء التواصلي"),
            "a pris part aux travaux de la rencontre de communication",
        ),
        (
            *("training_session", "attendee", "استفاد من الدورة التكوينية"),
            "a suivi la session de formation",
        ),
        ("training_day", "attendee", "استفاد من اليوم التكويني", "a suivi la journée de formation"),
        (
            *("study_day", "attendee", "حضر أشغال اليوم الدراسي"),
            "a pris part aux travaux de la journée d’étude",
        ),
        (
            *("support_visit", "attendee", "شارك في زيارة المواكبة"),
            "a participé à la visite d’accompagnement",
        ),
        ("workshop", "facilitator", "أطر أشغال ورشة العمل", "a animé l’atelier de travail"),
        (
            *("training_session", "facilitator", "أطر الدورة التكوينية"),
            "a animé la session de formation",
        ),
        ("follow_up_visit", "facilitator", "أطر زيارة التتبع", "a animé la visite de suivi"),
        ("workshop", "chair", "ترأس أشغال ورشة العمل", "a présidé l’atelier de travail"),
    ],
)
def test_what_somebody_did_there(code: str, role: types.Role, arabic: str, french: str) -> None:
    assert types.did(SESSION_TYPES[code], role, "m", "ar") == arabic
    assert types.did(SESSION_TYPES[code], role, "m", "fr") == french


def test_what_a_woman_did_there() -> None:
    assert types.did(SESSION_TYPES["open_meeting"], "attendee", "f", "ar") == (
        "حضرت أشغال اللقاء المفتوح"
    )
    assert types.did(SESSION_TYPES["training_day"], "attendee", "f", "ar") == (
        "استفادت من اليوم التكويني"
    )
    assert types.did(SESSION_TYPES["training_day"], "facilitator", "f", "ar") == (
        "أطرت اليوم التكويني"
    )
