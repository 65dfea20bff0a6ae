"""Section 3: dates in live notes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.wording.note_dates import Milestone, parse, parse_day

TODAY = date(2026, 5, 20)
TABLE = """
| قبل 15/06 → 06-15 | قبل 15/6/2026 → 06-15 | قبل 10/05 → 2027-05-10 | في 20 ماي → 05-20 |
| قبل فاتح يونيو → 06-01 | قبل 3 شتنبر → 09-03 | قبل 3 سبتمبر → 09-03 | قبل الخميس → 05-21 |
| قبل الأربعاء → 05-27 | يوم الاثنين المقبل → 05-25 | خلال هذا الأسبوع → 05-22 | خلال الأسبوع المقبل → 05-29 |
| قبل متم ماي → 05-31 | متم الشهر المقبل → 06-30 | قبل منتصف يونيو → 06-15 | قبل غد → 05-21 |
| داخل أجل 10 أيام → 05-30 | خلال أسبوعين → 06-03 | في غضون شهر → 06-20 | قبل ٢٢/٠٥/٢٠٢٦ → 05-22 |
| قبل 31/02 → none | قبل 15:30 → none | avant le 15 juin → 06-15 | avant le 15/06 → 06-15 |
| avant le 1er juillet → 07-01 | d’ici jeudi → 05-21 | pour vendredi → 05-22 | au plus tard lundi prochain → 05-25 |
| fin mai → 05-31 | d’ici la fin du mois → 05-31 | la semaine prochaine → 05-29 | sous huit jours → 05-28 |
| d’ici deux semaines → 06-03 | mi-septembre → 09-15 | début juin → none | avant 15 h → none |
| before Friday → 05-22 | by 15 June 2026 → 06-15 | by the end of next month → 06-30 | by 03/04 → 2027-04-03 |
"""  # noqa: E501  # the specification's own table
CASES = [
    cell.strip().split(" → ")
    for row in TABLE.strip().splitlines()
    for cell in row.strip("|").split(" | ")
]


def on(text: str, today: date = TODAY) -> str:
    """Give what a note is read as, as the table writes it."""
    found = parse(text, today)
    if found is None:
        return "none"
    if found.on is None:
        return "ongoing"
    return found.on.isoformat().removeprefix("2026-")


def test_the_table_is_whole() -> None:
    assert len(CASES) == 40


@pytest.mark.parametrize(("note", "expected"), CASES)
def test_the_cases_of_the_table(note: str, expected: str) -> None:
    assert on(note) == expected
    assert on(f"إعداد اللائحة {note}") == expected
    assert on(f"Préparer la liste {note}.") == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("في أجل أقصاه 15 يونيو", "06-15"),
        ("إلى غاية 15.06", "06-15"),
        ("بتاريخ 15-06-2026 بالمقر", "06-15"),
        ("قبل 2026-06-15 بالمقر", "06-15"),
        ("قَبْلَ ١٥ يُونيو", "06-15"),
        ("وقبل نهاية الشهر يرسل", "05-31"),
        ("قبل متم شهر أكتوبر 2026", "10-31"),
        ("قبل نهاية الأسبوع", "05-22"),
        ("نهاية الأسبوع المقبل", "05-29"),
        ("قبل 15 من شهر يونيو", "06-15"),
        ("قبل بعد غد", "05-22"),
        ("اليوم", "05-20"),
        ("في غضون ثلاثة أيام", "05-23"),
        ("داخل أجل يوم واحد", "05-21"),
        ("في غضون ستة أشهر", "11-20"),
        ("قبل الاثنين من الأسبوع المقبل", "05-25"),
        ("قبل يوم الاثنين 25 ماي", "05-25"),
        ("jusqu’au 15 juin inclus", "06-15"),
        ("avant fin déc. 2026", "12-31"),
        ("avant le 3 sept. pour avis", "09-03"),
        ("avant le jeu. 21/05", "05-21"),
        ("d’ici au 5 juin", "06-05"),
        ("demain", "05-21"),
        ("après-demain", "05-22"),
        ("cette semaine", "05-22"),
        ("d’ici vendredi de la semaine prochaine", "05-29"),
        ("dans un délai de 15 jours", "06-04"),
        ("sous quinzaine", "06-04"),
        ("dans un mois", "06-20"),
        ("on 1st June", "06-01"),
        ("until the 15th of June", "06-15"),
        ("within the next 3 days", "05-23"),
        ("in two weeks", "06-03"),
        ("by the end of this week", "05-22"),
        ("mid-June", "06-15"),
        ("next week", "05-29"),
        ("15/06/26", "06-15"),
        ("قبل 29/02", "2028-02-29"),
        ("par e-mail, 15/06", "06-15"),
    ],
)
def test_other_ways_to_say_it(note: str, expected: str) -> None:
    assert on(note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "15/06 est passé",
        "خلال اليوم الدراسي تم التأكيد",
        "في اليوم الأول",
        "خلال شهر رمضان",
        "خلال شهر ماي",
        "خلال يوم دراسي",
        "خلال أسبوع التعبئة",
        "بعد صلاة الجمعة",
        "كل الخميس",
        "chaque lundi",
        "المحضر رقم 14/11",
        "n° 14/11",
        "pour mon dossier",
        "préparer le jeu",
        "dans 2.5 heures",
        "dans 3-5 jours",
        "sous 10 jours ouvrables",
        "formation de 3 jours",
        "قبل 10 أيام",
        "قبل 15 مشاركا",
        "dans 0 jours",
        "قبل 00/06",
        "قبل 5/0",
        "قبل 0 يونيو",
        "قبل 31 يونيو",
        "avant le 30/02/2026",
        "avant le 2026-02-30",
        "قبل 1/2/3/4",
        "avant 2026-06-15-7",
        "قبل 2026-06-15/3",
        "قبل 123/06",
        "قبل الخميس 31 فبراير",
        "avant le 15 juin 1850",
        "avant 3.5 %",
        "قبل 12/05:30",
        "الجلسة المقبلة",
        "en juin",
        "",
    ],
)
def test_what_is_no_date(note: str) -> None:
    assert on(note) == "none"


@pytest.mark.parametrize("note", ["تتبع التنفيذ: مستمر", "en continu.", "Ongoing", "مستمرة"])
def test_no_date_on_purpose(note: str) -> None:
    found = parse(note, TODAY)
    assert found is not None
    assert found.ongoing
    assert not found.past


def test_ongoing_in_the_middle_is_no_answer() -> None:
    assert parse("تكوين مستمر للأطر", TODAY) is None


def test_a_full_date_in_the_past_is_kept_and_marked() -> None:
    found = parse("avant le 01/04/2026", TODAY)
    assert found is not None
    assert found.on == date(2026, 4, 1)
    assert found.past


def test_the_place_of_the_words_in_the_text() -> None:
    text = "إعداد   اللائحةـ قَبْل  15 يونيُو 2026، ثم إرسالها"
    found = parse(text, TODAY)
    assert found is not None
    assert text[found.start : found.end] == "قَبْل  15 يونيُو 2026"


def test_a_deadline_wins_over_a_date_that_only_tells() -> None:
    text = "إعداد اللائحة قبل 15 يونيو بناء على اجتماع يوم 5 ماي 2026"
    assert on(text) == "06-15"
    assert on("réunion le 3 juin, rapport le 5 juin") == "06-05"
    assert on("avant le 3 juin\nréunion le 9 juin") == "06-03"
    assert on("avant le 3 juin, puis avant le 9 juin") == "06-09"


def test_each_line_has_its_own_end() -> None:
    assert on("rapport 15/06\nsuite") == "06-15"
    assert on("rapport 15/06\r\nsuite") == "06-15"


def test_this_week_on_a_weekend_is_not_gone() -> None:
    saturday = date(2026, 5, 23)
    assert on("cette semaine", saturday) == "05-23"
    assert on("la semaine prochaine", saturday) == "05-29"


def test_the_next_session_of_the_series() -> None:
    for note in ("تعرض خلال الجلسة المقبلة", "avant la prochaine réunion", "next meeting"):
        found = parse(note, TODAY, next_session=date(2026, 6, 2))
        assert found is not None
        assert found.on == date(2026, 6, 2)


MILESTONES = [
    Milestone(("الدخول المدرسي", "rentrée scolaire"), date(2025, 9, 1), date(2025, 9, 8)),
    Milestone(("الدخول المدرسي", "rentrée scolaire"), date(2026, 9, 1), date(2026, 9, 8)),
    Milestone(("الامتحانات", " ", "examens"), date(2026, 1, 19), date(2026, 1, 20)),
]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("قبل الدخول المدرسي يتم ذلك", date(2026, 9, 1)),
        ("متم الدخول المدرسي", date(2026, 9, 8)),
        ("خلال الدخول المدرسي", date(2026, 9, 8)),
        ("d’ici la rentrée scolaire", date(2026, 9, 1)),
        ("avant la fin de la rentrée scolaire", date(2026, 9, 8)),
        ("avant les examens", date(2026, 1, 19)),
    ],
)
def test_milestones(note: str, expected: date) -> None:
    found = parse(note, TODAY, MILESTONES)
    assert found is not None
    assert found.on == expected


def test_a_milestone_in_passing_is_no_date() -> None:
    assert parse("الدخول المدرسي المقبل مهم جدا", TODAY, MILESTONES) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("22/04/2026", " 22-4-2026 ", "2026-04-22", "22.04.26", "22 avril 2026", "22/04"),
        *("٢٢/٠٤/٢٠٢٦", "۲۲/۰۴/۲۰۲۶", "٢٢ / ٠٤ / ٢٠٢٦", "22\u00a0/ 04 /2026", "22 أبريل 2026"),
        *("\u206622/04/2026\u2069", "\u200f٢٢\u200f/٠٤\u200f/٢٠٢٦"),
    ],
)
def test_a_day_alone_is_read_however_it_is_written(typed: str) -> None:
    assert parse_day(typed, date(2026, 4, 20)) == date(2026, 4, 22)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "31/02/2026",
        "22/04/9999",
        "0/0/2026",
        "22/04/2026 à Azilal",
        "مستمر",
        "22042026",
    ],
)
def test_what_is_no_day_alone_is_none(typed: str) -> None:
    assert parse_day(typed, date(2026, 4, 20)) is None


SOME_WORDS = """
قبل في يوم خلال متم نهاية منتصف فاتح الخميس الأسبوع الشهر المقبل أسبوعين شهر 10 31 02 2026
99 avant le fin mi- d’ici sous dans la semaine prochaine huit jours mois juin février lundi
by end of next month within in 1st June 31/02 30/06 29/02/2027 2026-06-31 15:30 15 h . ، / -
"""
WORDS = st.sampled_from([*SOME_WORDS.split(), "\n"])


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)),
    st.dates(),
    st.none() | st.dates(),
)
def test_any_text_gives_a_date_or_none(text: str, today: date, session: date | None) -> None:
    found = parse(text, today, MILESTONES, session)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.past is (found.on is not None and found.on < today)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2099))
def test_a_full_date_is_read_as_it_stands_or_not_at_all(day: int, month: int, year: int) -> None:
    found = parse(f"قبل {day}/{month}/{year}", TODAY)
    try:
        expected = date(year, month, day)
    except ValueError:
        assert found is None
    else:
        assert found is not None
        assert found.on == expected


@given(st.integers(0, 99), st.integers(13, 99))
def test_no_thirteenth_month(day: int, month: int) -> None:
    assert parse(f"قبل {day}/{month}", TODAY) is None
