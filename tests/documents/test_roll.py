from collections.abc import Sequence
from dataclasses import replace

import pytest

from db.codes import AttendanceState
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Attendance
from tests.documents.reading import made, names, text
from tests.documents.samples import (
    AZILAL_DIRECTOR,
    BOTH,
    HADDOUCH,
    INSTITUTION,
    KHENIFRA_HEAD,
    PLANNING,
    TADILI,
    crowd,
    line,
    session,
)

PRESENT, REMOTE = AttendanceState.PRESENT, AttendanceState.REMOTE
EXCUSED, ABSENT = AttendanceState.EXCUSED, AttendanceState.ABSENT
REPRESENTED = AttendanceState.REPRESENTED


def record(
    present: int = 0,
    remote: int = 0,
    walk_ins: int = 0,
    *,
    women: bool = False,
    absent: Sequence[tuple[Person, AttendanceState]] = (),
    also_absent: int = 0,
) -> tuple[Attendance, ...]:
    number = present + remote + walk_ins + also_absent
    people = crowd(number, women=number if women else 0)
    states = [PRESENT] * present + [REMOTE] * remote + [PRESENT] * walk_ins + [ABSENT] * also_absent
    lines = [line(n, who, state) for n, (who, state) in enumerate(zip(people, states, strict=True))]
    for n in range(present + remote, present + remote + walk_ins):
        lines[n] = replace(lines[n], invited=False)
    return (*lines, *(line(900 + n, who, state) for n, (who, state) in enumerate(absent)))


CASES = [
    (
        "workshop",
        record(20),
        "حضر أشغال ورشة العمل جميع المدعوين، وعددهم 20.",
        "Tous les invités (20) prennent part aux travaux de l’atelier de travail.",
    ),
    (
        "meeting",
        record(also_absent=5),
        "لم يحضر أشغال الاجتماع أي من المدعوين.",
        "Aucun des 5 invités ne prend part aux travaux de la réunion.",
    ),
    (
        "coordination_meeting",
        record(11, absent=[(KHENIFRA_HEAD, EXCUSED)]),
        (
            "حضر أشغال الاجتماع التنسيقي 11 مشاركا من أصل 12. الغياب بعذر: السيدة رئيسة المركز "
            "الإقليمي بخنيفرة."
        ),
        (
            "11 participants sur 12 prennent part aux travaux de la réunion de coordination. "
            "Absences "
            "excusées : Mme la cheffe du centre provincial de Khénifra."
        ),
    ),
    (
        "study_day",
        (
            *record(17, absent=[(HADDOUCH, ABSENT), (PLANNING, ABSENT)]),
            line(990, AZILAL_DIRECTOR, REPRESENTED, represented_by_id=TADILI.id),
            line(991, TADILI, PRESENT, invited=False),
        ),
        (
            "حضر أشغال اليوم الدراسي 18 مشاركا من أصل 20. الغياب: السيد عمر حدوش، تقني بالمركز "
            "الجهوي؛ "
            "السيد رئيس قسم التخطيط. الانتداب: السيدة أمينة التادلي، متصرفة، نيابة عن السيد المدير "
            "الإقليمي بأزيلال."
        ),
        (
            "18 participants sur 20 prennent part aux travaux de la journée d’étude. Absences : "
            "M. Omar Haddouch, technicien au centre régional ; M. le chef de la division de la "
            "planification. Représentation : Mme Amina Tadili, administratrice, pour M. le "
            "directeur "
            "provincial d’Azilal."
        ),
    ),
    (
        "remote_meeting",
        record(remote=6),
        "حضر أشغال اللقاء عن بعد جميع المدعوين، وعددهم 6.",
        "Tous les invités (6) prennent part aux travaux de la visioconférence.",
    ),
    (
        "working_session",
        record(9, remote=1),
        "حضر أشغال جلسة العمل جميع المدعوين، وعددهم 10، منهم مشارك واحد عن بعد.",
        (
            "Tous les invités (10) prennent part aux travaux de la séance de travail, dont 1 à "
            "distance."
        ),
    ),
    (
        "conference",
        record(2, walk_ins=2, women=True, absent=[(KHENIFRA_HEAD, EXCUSED)]),
        "حضرت أشغال الندوة مشاركتان من أصل 3، إضافة إلى مشاركتين من غير المدعوات.",
        (
            "2 participantes sur 3 prennent part aux travaux de la conférence, ainsi que 2 "
            "personnes "
            "non invitées."
        ),
    ),
    (
        "open_meeting",
        record(103, also_absent=17),
        "حضر أشغال اللقاء المفتوح 103 مشاركين من أصل 120.",
        "103 participants sur 120 prennent part aux travaux de la rencontre ouverte.",
    ),
]


@pytest.mark.parametrize(
    ("kind", "attendance", "ar", "fr"), CASES, ids=[kind for kind, *_ in CASES]
)
def test_every_case_of_the_wording_bank(
    kind: str, attendance: tuple[Attendance, ...], ar: str, fr: str
) -> None:
    paper = made("minutes", session(kind, attendance=attendance), BOTH)
    for language, expected in (("ar", ar), ("fr", fr)):
        told = [
            text(paper, name, language).replace("\t", " ")  # type: ignore[arg-type]  # of a paper
            for name in ("sentence", "excused", "absent", "represented")
            if f"attendance.{name}" in names(paper)
            for name in (f"attendance.{name}",)
        ]
        assert " ".join(told).startswith(expected)


def test_fewer_than_three_invited_get_labels_only() -> None:
    paper = made("minutes", session("meeting", attendance=record(1, absent=[(PLANNING, EXCUSED)])))
    assert "attendance.sentence" not in names(paper)
    assert text(paper, "attendance.excused") == "الغياب بعذر:\tالسيد رئيس قسم التخطيط."


def test_nobody_absent_gives_no_label() -> None:
    paper = made("minutes", session("meeting", attendance=record(3)))
    assert [name for name in names(paper) if name.startswith("attendance.")] == [
        *("attendance.heading", "attendance.sentence", "attendance.table"),
    ]


def test_a_substitute_stands_in_the_table_and_counts_once() -> None:
    attendance = (
        *record(3),
        line(990, AZILAL_DIRECTOR, REPRESENTED, represented_by_id=TADILI.id),
        line(991, TADILI, REMOTE, invited=False),
    )
    paper = made("minutes", session("meeting", attendance=attendance))
    assert text(paper, "attendance.sentence") == (
        "حضر أشغال الاجتماع جميع المدعوين، وعددهم 4، منهم مشاركة واحدة عن بعد."
    )
    assert "السيدة أمينة التادلي" in text(paper, "attendance.table")
    assert "الزموري" not in text(paper, "attendance.table")


def test_represented_by_nobody_on_the_list_is_absent() -> None:
    attendance = (*record(3), line(990, AZILAL_DIRECTOR, REPRESENTED, represented_by_id=777))
    paper = made("minutes", session("meeting", attendance=attendance))
    assert text(paper, "attendance.sentence") == "حضر أشغال الاجتماع 3 مشاركين من أصل 4."
    assert text(paper, "attendance.absent") == "الغياب:\tالسيد المدير الإقليمي بأزيلال."
    assert "attendance.represented" not in names(paper)


def test_lateness_is_printed_only_when_the_centre_wants_it() -> None:
    attendance = (
        *record(2),
        line(3, PLANNING, PRESENT, late=True),
        line(4, KHENIFRA_HEAD, REMOTE, left_early=True),
    )
    held = session("meeting", attendance=attendance)
    assert "attendance.late" not in names(made("minutes", held))
    shown = replace(INSTITUTION, lateness_shown=True)
    paper = made("minutes", held, BOTH, shown)
    assert text(paper, "attendance.late", "ar") == (
        "الالتحاق بعد انطلاق الأشغال:\tالسيد رئيس قسم التخطيط."
    )
    assert text(paper, "attendance.left", "ar") == (
        "المغادرة قبل نهاية الأشغال:\tالسيدة رئيسة المركز الإقليمي بخنيفرة."
    )
    assert text(paper, "attendance.late", "fr") == (
        "Arrivées après l’ouverture :\tM. le chef de la division de la planification."
    )
    assert text(paper, "attendance.left", "fr") == (
        "Départs avant la fin :\tMme la cheffe du centre provincial de Khénifra."
    )
