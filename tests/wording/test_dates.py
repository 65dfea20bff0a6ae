"""Section 3: dates, hours and durations, every cell of the table."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calendar import MONTHS, HijriCorrections
from desktop_app.wording import dates

WEDNESDAY = date(2026, 4, 22)
FIRST = date(2026, 9, 1)


def may(*days: int) -> list[date]:
    return [date(2026, 5, day) for day in days]


def test_a_date() -> None:
    assert dates.day(WEDNESDAY, "ar") == "الأربعاء 22 أبريل 2026"
    assert dates.day(WEDNESDAY, "fr") == "mercredi 22 avril 2026"
    assert dates.day(FIRST, "ar") == "فاتح شتنبر 2026"
    assert dates.day(FIRST, "fr") == "1er septembre 2026"


def test_a_date_with_or_without_its_weekday() -> None:
    assert dates.day(WEDNESDAY, "fr", weekday=False) == "22 avril 2026"
    assert dates.day(FIRST, "ar", weekday=True) == "الثلاثاء فاتح شتنبر 2026"
    assert dates.day(FIRST, "fr", weekday=True) == "mardi 1er septembre 2026"


def test_a_double_date() -> None:
    assert dates.double(WEDNESDAY, "ar") == (
        "الأربعاء 4 ذي القعدة 1447 هـ الموافق لـ\u00a022 أبريل 2026 م"
    )
    assert dates.double(WEDNESDAY, "fr") == "mercredi 4 kaada 1447, correspondant au 22 avril 2026"
    assert dates.double(FIRST, "ar").endswith("هـ الموافق لفاتح شتنبر 2026 م")
    assert dates.double(FIRST, "fr").endswith(", correspondant au 1er septembre 2026")


@pytest.mark.parametrize(
    "typed", ["5 ذي القعدة 1447", "5 ذي القعدة 1447 هـ", " 5 ذي القعدة 1447هـ"]
)
def test_a_hijri_date_corrected_by_hand(typed: str) -> None:
    assert dates.double(WEDNESDAY, "ar", typed) == (
        "الأربعاء 5 ذي القعدة 1447 هـ الموافق لـ\u00a022 أبريل 2026 م"
    )


def test_a_hijri_month_corrected_by_the_centre() -> None:
    assert (
        dates.hijri_text(WEDNESDAY, "fr", HijriCorrections(months={(1447, 11): 0}))
        == "5 kaada 1447"
    )
    late = HijriCorrections(months={(1447, 11): -2})
    assert dates.double(WEDNESDAY, "fr", None, late).startswith("mercredi 3 kaada 1447,")


def test_the_first_of_a_hijri_month() -> None:
    first = WEDNESDAY - timedelta(days=3)
    assert dates.hijri_text(first, "ar") == "فاتح ذي القعدة 1447"
    assert dates.hijri_text(first, "fr") == "1er kaada 1447"


def test_no_hijri_date_outside_the_tables() -> None:
    assert dates.hijri_text(date(1900, 1, 1), "ar") == ""
    assert dates.double(date(1900, 1, 1), "fr") == "lundi 1er janvier 1900"


@pytest.mark.parametrize(
    ("days", "arabic", "french"),
    [
        (may(*range(4, 16)), "من 4 إلى 15 ماي 2026", "du 4 au 15 mai 2026"),
        (
            [date(2026, 4, 28) + timedelta(days=n) for n in range(5)],
            "من 28 أبريل إلى 2 ماي 2026",
            "du 28 avril au 2 mai 2026",
        ),
        (
            [date(2026, 12, 30) + timedelta(days=n) for n in range(4)],
            "من 30 دجنبر 2026 إلى 2 يناير 2027",
            "du 30 décembre 2026 au 2 janvier 2027",
        ),
        (
            may(4, 5),
            "يومي الاثنين 4 والثلاثاء 5 ماي 2026",
            "les lundi 4 et mardi 5 mai 2026",
        ),
        (
            [date(2026, 4, 21), date(2026, 4, 22)],
            "يومي الثلاثاء 21 والأربعاء 22 أبريل 2026",
            "les mardi 21 et mercredi 22 avril 2026",
        ),
        (
            [date(2026, 4, 30), date(2026, 5, 4)],
            "يومي الخميس 30 أبريل والاثنين 4 ماي 2026",
            "les jeudi 30 avril et lundi 4 mai 2026",
        ),
        (may(4, 6, 8), "أيام 4 و6 و8 ماي 2026", "les 4, 6 et 8 mai 2026"),
        (may(8, 4, 6, 4), "أيام 4 و6 و8 ماي 2026", "les 4, 6 et 8 mai 2026"),
        (
            [date(2025, 12, 31), date(2026, 4, 1), date(2026, 5, 4)],
            "أيام 31 دجنبر 2025 وفاتح أبريل و4 ماي 2026",
            "les 31 décembre 2025, 1er avril et 4 mai 2026",
        ),
        ([WEDNESDAY], "يوم الأربعاء 22 أبريل 2026", "le mercredi 22 avril 2026"),
        ([FIRST], "يوم فاتح شتنبر 2026", "le 1er septembre 2026"),
        ([], "", ""),
    ],
)
def test_several_days(days: list[date], arabic: str, french: str) -> None:
    assert dates.span(days, "ar") == arabic
    assert dates.span(days, "fr") == french


def test_a_period_of_a_report() -> None:
    first, last = date(2025, 9, 1), date(2026, 6, 30)
    assert dates.period(first, last, "ar") == "من فاتح شتنبر 2025 إلى متم يونيو 2026"
    assert dates.period(first, last, "fr") == "du 1er septembre 2025 au 30 juin 2026"
    assert dates.period(first, date(2026, 6, 29), "ar") == "من فاتح شتنبر 2025 إلى 29 يونيو 2026"


def test_in_a_cell() -> None:
    assert dates.cell(WEDNESDAY) == "22/04/2026"
    assert dates.cell(date(2026, 5, 4)) == "04/05/2026"


def test_school_years_and_terms() -> None:
    assert dates.school_year(WEDNESDAY, "ar") == "السنة الدراسية 2025/2026"
    assert dates.school_year(WEDNESDAY, "fr") == "année scolaire 2025/2026"
    assert dates.for_school_year(WEDNESDAY, "ar") == "برسم السنة الدراسية 2025/2026"
    assert dates.for_school_year(WEDNESDAY, "fr") == "au titre de l’année scolaire 2025/2026"
    assert dates.term(1, "ar") == "الأسدس الأول"
    assert dates.term(2, "ar") == "الأسدس الثاني"
    assert dates.term(1, "fr") == "premier semestre"
    assert dates.term(2, "fr") == "second semestre"
    assert dates.for_term(1, "ar") == "برسم الأسدس الأول"
    assert dates.for_term(1, "fr") == "au titre du premier semestre"


def test_months_and_until() -> None:
    assert dates.for_month(date(2026, 5, 1), "ar") == "برسم شهر ماي 2026"
    assert dates.for_month(date(2026, 5, 1), "fr") == "au titre du mois de mai 2026"
    assert dates.for_month(WEDNESDAY, "fr") == "au titre du mois d’avril 2026"
    assert dates.until(date(2026, 6, 30), "ar", year=False) == "إلى غاية 30 يونيو"
    assert dates.until(date(2026, 6, 30), "fr", year=False) == "au 30 juin"
    assert dates.until(date(2026, 5, 25), "ar") == "إلى غاية 25 ماي 2026"
    assert dates.until_end_of(date(2026, 6, 4), "ar") == "إلى متم يونيو 2026"
    assert dates.until_end_of(date(2026, 6, 4), "fr") == "à fin juin 2026"


@pytest.mark.parametrize(
    ("days", "arabic", "french"),
    [
        (1, "متأخر يوما واحدا", "en retard d’un jour"),
        (2, "متأخر يومين", "en retard de 2 jours"),
        (6, "متأخر 6 أيام", "en retard de 6 jours"),
        (18, "متأخر 18 يوما", "en retard de 18 jours"),
        (100, "متأخر 100 يوم", "en retard de 100 jours"),
    ],
)
def test_delays(days: int, arabic: str, french: str) -> None:
    assert dates.delay(days, "ar") == arabic
    assert dates.delay(days, "fr") == french


def test_a_delay_agrees() -> None:
    assert dates.delay(2, "ar", "f") == "متأخرة يومين"


@pytest.mark.parametrize(
    ("days", "arabic", "french"),
    [
        (0, "يحل أجله اليوم", "échéance aujourd’hui"),
        (1, "يحل أجله غدا", "échéance demain"),
        (2, "يحل أجله بعد يومين", "échéance dans 2 jours"),
        (3, "يحل أجله بعد 3 أيام", "échéance dans 3 jours"),
    ],
)
def test_due(days: int, arabic: str, french: str) -> None:
    assert dates.due(days, "ar") == arabic
    assert dates.due(days, "fr") == french


def test_times() -> None:
    assert dates.hour(time(9, 30), "ar") == "9:30"
    assert dates.hour(time(16), "ar") == "16:00"
    assert dates.hour(time(9, 30), "fr") == "9 h 30"
    assert dates.hour(time(16), "fr") == "16 h"
    assert dates.hour(time(9, 5), "fr") == "9 h 05"
    assert dates.hours(time(9, 30), time(16), "ar") == "من الساعة 9:30 إلى الساعة 16:00"
    assert dates.hours(time(9, 30), time(16), "fr") == "de 9 h 30 à 16 h"
    assert dates.hours(time(9, 30), None, "ar") == "ابتداء من الساعة 9:30"
    assert dates.hours(time(9, 30), None, "fr") == "à partir de 9 h 30"
    assert dates.hours(None, time(16), "fr") == ""


def test_times_in_words_where_they_can_be() -> None:
    half_past, odd = time(9, 30), time(9, 35)
    assert dates.hour(half_past, "ar", in_words=True) == "التاسعة والنصف صباحا"
    assert dates.hour(odd, "ar", in_words=True) == "9:35"
    assert dates.hour(odd, "fr", in_words=True) == "9 h 35"
    assert dates.hours(half_past, time(12), "ar", in_words=True) == (
        "من الساعة التاسعة والنصف صباحا إلى الساعة الثانية عشرة زوالا"
    )
    assert dates.hours(time(11), None, "fr", in_words=True) == "à partir de onze heures"


@pytest.mark.parametrize(
    ("minutes", "arabic", "french"),
    [
        (120, "ساعتان", "2 heures"),
        (90, "ساعة ونصف", "1 h 30"),
        (150, "ساعتان ونصف", "2 h 30"),
        (45, "45 دقيقة", "45 minutes"),
        (180, "3 ساعات", "3 heures"),
        (900, "15 ساعة", "15 heures"),
        (60, "ساعة واحدة", "1 heure"),
        (65, "ساعة و5 دقائق", "1 h 05"),
        (210, "3 ساعات ونصف", "3 h 30"),
        (0, "0 دقيقة", "0 minute"),
    ],
)
def test_durations(minutes: int, arabic: str, french: str) -> None:
    assert dates.duration(minutes, "ar") == arabic
    assert dates.duration(minutes, "fr") == french


def test_a_duration_after_a_preposition() -> None:
    assert dates.duration(150, "ar", "gen") == "ساعتين ونصف"
    assert dates.duration(720, "ar", "gen") == "12 ساعة"


@given(st.lists(st.dates(), min_size=1, max_size=6))
def test_a_span_names_its_last_day_whole(days: list[date]) -> None:
    last = max(days)
    for language, first in (("ar", "فاتح"), ("fr", "1er")):
        number = first if last.day == 1 else str(last.day)
        months = MONTHS["ar" if language == "ar" else "fr"]
        written = dates.span(days, "ar" if language == "ar" else "fr")
        assert written.endswith(f"{number} {months[last.month - 1]} {last.year}")


@given(st.dates())
def test_a_double_date_is_written_for_any_day(on: date) -> None:
    for language in ("ar", "fr"):
        written = dates.double(on, "ar" if language == "ar" else "fr")
        assert str(on.year) in written
