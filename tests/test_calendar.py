"""Hijri dates against official double dates, school years and holidays."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calendar import (
    FIXED_HOLIDAYS,
    HIJRI_MONTHS,
    MONTHS,
    WEEKDAYS,
    DayOff,
    HijriCorrections,
    HijriMonth,
    WorkingCalendar,
    correction,
    first_of_school_year,
    hijri,
    is_weekend,
    parse_school_year,
    school_year,
)

OFFICIAL = [  # day, month and year as printed, the day itself, the gap of Umm al-Qura
    ((14, "rejeb", 1424), date(2003, 9, 11), 0),
    ((13, "joumada II", 1426), date(2005, 7, 20), -1),
    ((25, "chaabane", 1426), date(2005, 9, 30), -1),
    ((9, "moharrem", 1428), date(2007, 1, 29), -1),
    ((19, "kaada", 1428), date(2007, 11, 30), -1),
    ((22, "safar", 1430), date(2009, 2, 18), -1),
    ((7, "rabii I", 1430), date(2009, 3, 5), -1),
    ((25, "joumada I", 1430), date(2009, 5, 21), -1),
    ((15, "rabii I", 1438), date(2016, 12, 15), -1),
    ((29, "safar", 1440), date(2018, 11, 8), -1),
    ((13, "chaabane", 1445), date(2024, 2, 23), 0),
]


YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


def announced(months: dict[HijriMonth, int]) -> HijriCorrections:
    return HijriCorrections(months=months)


@pytest.mark.parametrize(("printed", "day", "gap"), OFFICIAL)
def test_official_double_dates(printed: tuple[int, str, int], day: date, gap: int) -> None:
    number, name, year = printed
    month = HIJRI_MONTHS["fr"].index(name) + 1
    assert hijri(day, announced({(year, month): gap})) == (year, month, number)
    if gap == -1:
        assert hijri(day) == (year, month, number)


def test_a_month_begins_on_the_day_announced() -> None:
    first = date(2026, 2, 19)
    for told in (first - timedelta(days=1), first, first + timedelta(days=1)):
        found = announced({(1447, 9): correction((1447, 9), told)})
        assert hijri(told, found) == (1447, 9, 1)
        before = hijri(told - timedelta(days=1), found)
        assert before is not None
        assert before[:2] == (1447, 8)


def test_a_year_begins_and_ends_with_its_months() -> None:
    new_year = next(
        day
        for day in (date(2026, 6, 10) + timedelta(days=n) for n in range(15))
        if hijri(day) == (1448, 1, 1)
    )
    late = announced({(1448, 1): -2})
    assert hijri(new_year, late) == (1447, 12, 30)
    assert hijri(new_year + timedelta(days=1), late) == (1448, 1, 1)
    early = announced({(1448, 1): 0})
    assert hijri(new_year - timedelta(days=1), early) == (1448, 1, 1)


def test_no_month_has_31_days_even_where_corrections_disagree() -> None:
    corrections = announced({(1447, 11): 0, (1447, 12): -2})
    days = [date(2026, 4, 18) + timedelta(days=n) for n in range(40)]
    assert max(found.day for day in days if (found := hijri(day, corrections))) == 30


def test_outside_the_tables() -> None:
    assert hijri(date(1900, 1, 1)) is None
    assert hijri(date(2100, 1, 1)) is None
    assert hijri(date.min) is None


@given(st.dates(date(1925, 1, 1), date(2077, 1, 1)))
def test_days_follow_each_other(day: date) -> None:
    one, two = hijri(day), hijri(day + timedelta(days=1))
    assert one is not None
    assert two is not None
    assert two == one._replace(day=one.day + 1) or (
        two.day == 1 and one.day in {29, 30} and two > one
    )


def test_names() -> None:
    assert " ".join(MONTHS["ar"]) == (
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"
    )
    assert MONTHS["fr"][7] == "août"
    assert MONTHS["en"][0] == "January"
    assert " ".join(WEEKDAYS["ar"]) == ("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد")
    assert WEEKDAYS["fr"][0] == "lundi"
    assert WEEKDAYS["en"][6] == "Sunday"
    assert HIJRI_MONTHS["ar"] == (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    )
    assert HIJRI_MONTHS["fr"] == (
        *("moharrem", "safar", "rabii I", "rabii II", "joumada I", "joumada II"),
        *("rejeb", "chaabane", "ramadan", "chaoual", "kaada", "hija"),
    )


def test_a_school_year_begins_on_the_first_of_september() -> None:
    assert school_year(date(2025, 9, 1)) == "2025/2026"
    assert school_year(date(2026, 8, 31)) == "2025/2026"
    assert school_year(date(2026, 1, 20)) == "2025/2026"
    assert first_of_school_year(date(2026, 8, 31)) == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2025/2026", "2025/2026"),
        (" 2025 - 2026 ", "2025/2026"),
        ("2025–26", "2025/2026"),
        ("2026/2025", "2025/2026"),
        ("1999/00", "1999/2000"),
        ("2025/2027", None),
        ("2025/24", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_typed_school_year(typed: str, expected: str | None) -> None:
    assert parse_school_year(typed) == expected


def test_fixed_holidays() -> None:
    assert [(h.day, h.month) for h in FIXED_HOLIDAYS] == [
        *((1, 1), (11, 1), (14, 1), (1, 5), (30, 7), (14, 8), (20, 8), (21, 8)),
        *((31, 10), (6, 11), (18, 11)),
    ]
    assert all(h.ar and h.fr and h.en for h in FIXED_HOLIDAYS)
    unity = WorkingCalendar().day_off(date(2026, 10, 31))
    assert unity is not None
    assert (unity.ar, unity.fr, unity.en) == ("عيد الوحدة", "Fête de l’unité", "Unity Day")
    assert WorkingCalendar().day_off(date(2024, 10, 31)) is None
    assert WorkingCalendar().day_off(date(2026, 5, 20)) is None


# As the `holidays` library estimates 2026 for Morocco (domain, law and calendar, 4.2).
MOON_2026 = [
    ("عيد الفطر", date(2026, 3, 20), date(2026, 3, 21)),
    ("عيد الأضحى", date(2026, 5, 27), date(2026, 5, 28)),
    ("فاتح محرم", date(2026, 6, 16), date(2026, 6, 16)),
    ("عيد المولد النبوي", date(2026, 8, 25), date(2026, 8, 26)),
]


def test_holidays_of_the_moon_are_estimated_a_day_after_umm_al_qura() -> None:
    umm_al_qura = WorkingCalendar(HijriCorrections(0)).days_off(*YEAR_2026)
    assert [(one.ar, one.first, one.last) for one in umm_al_qura if one.month] == MOON_2026
    here = [one for one in WorkingCalendar().days_off(*YEAR_2026) if one.month]
    assert all(one.estimated and one.fr and one.en for one in here)
    later = timedelta(days=1)
    assert [(one.ar, one.first - later, one.last - later) for one in here] == MOON_2026


def test_a_month_that_was_announced_is_no_estimate() -> None:
    told = announced({(1447, 10): 0})
    fitr = WorkingCalendar(told).day_off(date(2026, 3, 21))
    assert fitr is not None
    assert (fitr.first, fitr.estimated, fitr.month) == (date(2026, 3, 20), False, (1447, 10))


def test_an_exceptional_holiday_goes_before_the_others_and_makes_a_day_off() -> None:
    bridge = DayOff(date(2026, 1, 12), date(2026, 1, 14), "عطلة استثنائية", "Congé exceptionnel")
    year = WorkingCalendar(exceptional=(bridge,))
    assert year.day_off(date(2026, 1, 14)) == bridge
    assert not year.is_worked(date(2026, 1, 13))
    assert WorkingCalendar().is_worked(date(2026, 1, 13))
    assert [one.first.day for one in year.days_off(date(2026, 1, 9), date(2026, 1, 31))] == [
        *(11, 12, 14)
    ]


def test_a_week_ends_with_saturday_and_sunday() -> None:
    assert [is_weekend(date(2026, 5, 18) + timedelta(days=n)) for n in range(7)] == [
        *([False] * 5),
        *([True] * 2),
    ]
    assert not WorkingCalendar().is_worked(date(2026, 5, 23))


def test_without_hijri_tables_the_fixed_holidays_remain() -> None:
    assert [one.fr for one in WorkingCalendar().days_off(date(1890, 5, 1), date(1890, 5, 2))] == [
        "Fête du travail"
    ]


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.sampled_from((0, -1, -2)))
def test_every_holiday_of_a_year_is_found_on_each_of_its_days(first: date, usual: int) -> None:
    year = WorkingCalendar(HijriCorrections(usual))
    for one in year.days_off(first, first + timedelta(days=365)):
        for day in (one.first, one.last):
            assert one in year.days_off(day, day)
            assert not year.is_worked(day)


def test_the_hijri_tables_load_when_first_used() -> None:
    script = (
        "import sys, desktop_app.wording.dates as dates; from datetime import date; "
        "early = 'hijridate' in sys.modules; dates.double(date(2026, 4, 22), 'fr'); "
        "print(early, 'hijridate' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["False", "True"]
