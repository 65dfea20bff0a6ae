"""Section 5: the attendance sentence, every case of the table letter for letter."""

import pytest

from db.codes import AttendanceState
from desktop_app.wording.attendance import (
    Absences,
    AttendanceCounts,
    lines,
    sentence,
    short_label,
)
from desktop_app.wording.session_types import SESSION_TYPES, SessionType

CASES = [
    (
        *("workshop", AttendanceCounts(20, 20), Absences(), Absences()),
        "حضر أشغال ورشة العمل جميع المدعوين، وعددهم 20.",
        "Tous les invités (20) prennent part aux travaux de l’atelier de travail.",
    ),
    (
        *("meeting", AttendanceCounts(5, 0), Absences(), Absences()),
        "لم يحضر أشغال الاجتماع أي من المدعوين.",
        "Aucun des 5 invités ne prend part aux travaux de la réunion.",
    ),
    (
        *("coordination_meeting", AttendanceCounts(12, 11)),
        Absences(excused=("السيدة رئيسة المركز الإقليمي بخنيفرة",)),
        Absences(excused=("Mme la cheffe du centre provincial de Khénifra",)),
        (
            "حضر أشغال الاجتماع التنسيقي 11 مشاركا من أصل 12. "
            "الغياب بعذر: السيدة رئيسة المركز الإقليمي بخنيفرة."
        ),
        (
            "11 participants sur 12 prennent part aux travaux de la réunion de coordination. "
            "Absences excusées : Mme la cheffe du centre provincial de Khénifra."
        ),
    ),
    (
        *("study_day", AttendanceCounts(20, 18)),
        Absences(
            absent=("السيد عمر حدوش، تقني بالمركز الجهوي", "السيد رئيس قسم التخطيط"),
            represented=(("السيدة أمينة التادلي، متصرفة", "السيد المدير الإقليمي بأزيلال"),),
        ),
        Absences(
            absent=(
                "M. Omar Haddouch, technicien au centre régional",
                "M. le chef de la division de la planification",
            ),
            represented=(
                ("Mme Amina Tadili, administratrice", "M. le directeur provincial d’Azilal"),
            ),
        ),
        (
            "حضر أشغال اليوم الدراسي 18 مشاركا من أصل 20. الغياب: السيد عمر حدوش، تقني بالمركز "
            "الجهوي؛ السيد رئيس قسم التخطيط. الانتداب: السيدة أمينة التادلي، متصرفة، نيابة عن "
            "السيد المدير الإقليمي بأزيلال."
        ),
        (
            "18 participants sur 20 prennent part aux travaux de la journée d’étude. Absences : "
            "M. Omar Haddouch, technicien au centre régional ; M. le chef de la division de la "
            "planification. Représentation : Mme Amina Tadili, administratrice, pour M. le "
            "directeur provincial d’Azilal."
        ),
    ),
    (
        *("remote_meeting", AttendanceCounts(6, 6, remote=6), Absences(), Absences()),
        "حضر أشغال اللقاء عن بعد جميع المدعوين، وعددهم 6.",
        "Tous les invités (6) prennent part aux travaux de la visioconférence.",
    ),
    (
        *("working_session", AttendanceCounts(10, 10, remote=1), Absences(), Absences()),
        "حضر أشغال جلسة العمل جميع المدعوين، وعددهم 10، منهم مشارك واحد عن بعد.",
        (
            "Tous les invités (10) prennent part aux travaux de la séance de travail, "
            "dont 1 à distance."
        ),
    ),
    (
        "conference",
        AttendanceCounts(3, 2, walk_ins=2, invited_women=3, present_women=2, walk_in_women=2),
        *(Absences(), Absences()),
        "حضرت أشغال الندوة مشاركتان من أصل 3، إضافة إلى مشاركتين من غير المدعوات.",
        (
            "2 participantes sur 3 prennent part aux travaux de la conférence, "
            "ainsi que 2 personnes non invitées."
        ),
    ),
    (
        *("open_meeting", AttendanceCounts(120, 103), Absences(), Absences()),
        "حضر أشغال اللقاء المفتوح 103 مشاركين من أصل 120.",
        "103 participants sur 120 prennent part aux travaux de la rencontre ouverte.",
    ),
]


@pytest.mark.parametrize(("code", "counts", "ar", "fr", "arabic", "french"), CASES)
def test_the_cases_of_the_table(  # the six columns of the specification
    code: str, counts: AttendanceCounts, ar: Absences, fr: Absences, arabic: str, french: str
) -> None:
    kind = SESSION_TYPES[code]
    assert " ".join((sentence(kind, counts, "ar"), *lines(ar, "ar"))) == arabic
    assert " ".join((sentence(kind, counts, "fr"), *lines(fr, "fr"))) == french


@pytest.mark.parametrize(
    ("code", "counts", "arabic", "french"),
    [
        (
            *("support_visit", AttendanceCounts(4, 1)),
            "حضر زيارة المواكبة مشارك واحد من أصل 4.",
            "1 participant sur 4 prend part à la visite d’accompagnement.",
        ),
        (
            *("meeting", AttendanceCounts(5, 4, remote=4)),
            "حضر أشغال الاجتماع 4 مشاركين من أصل 5، وذلك عن بعد.",
            "4 participants sur 5 prennent part aux travaux de la réunion, à distance.",
        ),
        (
            *("meeting", AttendanceCounts(5, 1, remote=1)),
            "حضر أشغال الاجتماع مشارك واحد من أصل 5.",
            "1 participant sur 5 prend part aux travaux de la réunion.",
        ),
        (
            *("meeting", AttendanceCounts(5, 4, walk_ins=1)),
            "حضر أشغال الاجتماع 4 مشاركين من أصل 5، إضافة إلى مشارك واحد من غير المدعوين.",
            (
                "4 participants sur 5 prennent part aux travaux de la réunion, "
                "ainsi que 1 personne non invitée."
            ),
        ),
        (
            "meeting",
            AttendanceCounts(4, 4, 2, invited_women=4, present_women=4, remote_women=2),
            "حضرت أشغال الاجتماع جميع المدعوات، وعددهن 4، منهن مشاركتان عن بعد.",
            "Toutes les invitées (4) prennent part aux travaux de la réunion, dont 2 à distance.",
        ),
        (
            *("meeting", AttendanceCounts(3, 0, walk_ins=2, invited_women=3)),
            "لم يحضر أشغال الاجتماع أي من المدعوات، وحضرها مشاركان من غير المدعوين.",
            (
                "Aucune des 3 invitées ne prend part aux travaux de la réunion ; "
                "2 personnes non invitées y prennent part."
            ),
        ),
        (
            *("support_visit", AttendanceCounts(3, 0, walk_ins=1)),
            "لم يحضر زيارة المواكبة أي من المدعوين، وحضرها مشارك واحد من غير المدعوين.",
            (
                "Aucun des 3 invités ne prend part à la visite d’accompagnement ; "
                "1 personne non invitée y prend part."
            ),
        ),
        ("meeting", AttendanceCounts(2, 2), "", ""),
        ("meeting", AttendanceCounts(12, 11, unrecorded=1), "", ""),
    ],
)
def test_other_cases(code: str, counts: AttendanceCounts, arabic: str, french: str) -> None:
    kind = SESSION_TYPES[code]
    assert sentence(kind, counts, "ar") == arabic
    assert sentence(kind, counts, "fr") == french


def test_nobody_at_a_masculine_visit() -> None:
    visit = SessionType(
        *("own", "تفتيش", "التفتيش", "m", "تفتيشات", "contrôle", "m", "contrôles", "C")
    )
    assert sentence(visit, AttendanceCounts(3, 0, walk_ins=2), "ar") == (
        "لم يحضر التفتيش أي من المدعوين، وحضره مشاركان من غير المدعوين."
    )
    assert sentence(visit, AttendanceCounts(3, 2), "fr") == (
        "2 participants sur 3 prennent part au contrôle."
    )


def test_one_day_of_several() -> None:
    kind = SESSION_TYPES["training_session"]
    assert sentence(kind, AttendanceCounts(20, 18), "ar", day=1) == (
        "خلال اليوم الأول، حضر أشغال الدورة التكوينية 18 مشاركا من أصل 20."
    )
    assert sentence(kind, AttendanceCounts(20, 20), "fr", day=2) == (
        "Le 2e jour, tous les invités (20) prennent part aux travaux de la session de formation."
    )


def test_labels_in_order_and_only_where_there_is_someone() -> None:
    absences = Absences(late=("M. A",), left_early=("M. B", "M. C"), excused=("Mme D",))
    assert lines(absences, "fr") == (
        "Absences excusées : Mme D.",
        "Arrivées après l’ouverture : M. A.",
        "Départs avant la fin : M. B et M. C.",
    )
    assert lines(Absences(late=("السيد ا",), left_early=("السيد ب",)), "ar") == (
        "الالتحاق بعد انطلاق الأشغال: السيد ا.",
        "المغادرة قبل نهاية الأشغال: السيد ب.",
    )
    assert lines(Absences(), "ar") == ()


@pytest.mark.parametrize(
    ("state", "ar", "fr", "en"),
    [
        ("present", "حاضرة", "Présente", "Present"),
        ("remote", "عن بعد", "À distance", "Remote"),
        ("excused", "بعذر", "Excusée", "Excused"),
        ("absent", "متغيبة", "Absente", "Absent"),
    ],
)
def test_a_state_beside_the_others_is_one_word(state: str, ar: str, fr: str, en: str) -> None:
    code = AttendanceState(state)
    assert short_label(code, "ar", "f") == ar
    assert short_label(code, "fr", "f") == fr
    assert short_label(code, "en") == en
