"""What is unusual about a day and its hours is told; nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.calendar import HijriCorrections, WorkingCalendar
from desktop_app.services import calendar_settings, sessions
from desktop_app.services.calendar_settings import CalendarDraft, HijriMonthDraft, HolidayDraft
from desktop_app.services.day_warnings import DayProblem, DayWarning, warnings_of
from desktop_app.services.drafts import Label
from desktop_app.services.recording import record_session
from tests.services.drafts import draft

P = DayProblem
TODAY = date(2026, 1, 5)
WEDNESDAY = "2026-05-20"
FRIDAY = "2026-05-22"
PLACE = {"room": {"ar": "قاعة الاجتماعات"}, "site": {"ar": "مقر الأكاديمية"}}


def told(store: Store, today: date = TODAY, /, **fields: object) -> list[DayWarning]:
    """Record a session and give what is told about it."""
    with store.write("x") as work:
        key = record_session(work, draft(**fields))
    with store.read() as reading:
        return list(warnings_of(reading, sessions.get_session(reading, key), today))


def problems(store: Store, **fields: object) -> list[DayProblem]:
    return [one.problem for one in told(store, **fields)]


def test_an_ordinary_day_is_not_spoken_of(store: Store) -> None:
    assert problems(store, days=[WEDNESDAY], start="09:30", end="12:30") == []


def test_without_a_day_there_is_nothing_to_say(store: Store) -> None:
    assert problems(store, days=[], start="13:00") == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-05-23"], [P.WEEKEND]),
        (["2026-05-22", "2026-05-23", "2026-05-24"], [P.WEEKEND]),
        (["2026-11-18"], [P.HOLIDAY]),
        (["2026-07-30"], [P.HOLIDAY]),
        (["2026-08-14", "2026-08-20"], [P.HOLIDAY, P.HOLIDAY]),
        (["2026-11-07"], [P.WEEKEND]),
        (["2027-05-01"], [P.HOLIDAY, P.WEEKEND]),
    ],
)
def test_days_that_are_not_worked(
    store: Store, days: list[str], expected: list[DayProblem]
) -> None:
    assert problems(store, days=days) == expected


def test_a_holiday_of_the_moon_is_named_and_may_be_announced_otherwise(store: Store) -> None:
    (feast,) = told(store, days=["2026-08-26"])
    assert feast.holiday is not None
    assert (feast.holiday.ar, feast.holiday.estimated) == ("عيد المولد النبوي", True)
    with store.write("x") as work:
        month = HijriMonthDraft(year=1448, month=3, correction=-2)
        calendar_settings.set_calendar(work, CalendarDraft(months=(month,)))
    assert problems(store, days=["2026-08-26"]) == []
    (feast,) = told(store, days=["2026-08-28"])
    assert feast.holiday is not None
    assert not feast.holiday.estimated


def test_an_exceptional_holiday_of_several_days_is_told_once(store: Store) -> None:
    with store.write("x") as work:
        closed = HolidayDraft(name=Label("عطلة"), first=date(2026, 5, 19), last=date(2026, 5, 20))
        calendar_settings.set_calendar(work, CalendarDraft(holidays=(closed,)))
    (one,) = told(store, days=["2026-05-19", "2026-05-20"])
    assert (one.problem, one.day) == (P.HOLIDAY, date(2026, 5, 19))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("09:30", "12:00", []),
        ("09:30", "12:01", [P.PRAYER]),
        ("09:30", "16:00", [P.PRAYER]),
        ("12:00", None, [P.PRAYER]),
        ("14:29", "16:00", [P.PRAYER]),
        ("14:30", "16:00", []),
        ("11:59", None, []),
        (None, "13:00", []),
    ],
)
def test_the_friday_prayer(
    store: Store, start: str | None, end: str | None, expected: list[DayProblem]
) -> None:
    assert problems(store, days=[FRIDAY], start=start, end=end) == expected
    assert problems(store, days=["2026-05-21"], start=start, end=end) == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("09:00", "15:00", []),
        ("08:30", "11:00", [P.RAMADAN]),
        ("10:00", "15:01", [P.RAMADAN]),
        ("14:30", None, [P.RAMADAN]),
        ("14:29", None, []),
    ],
)
def test_the_hours_of_ramadan(
    store: Store, start: str, end: str | None, expected: list[DayProblem]
) -> None:
    assert problems(store, days=["2026-03-04"], start=start, end=end) == expected
    assert problems(store, days=["2026-04-08"], start=start, end=end) == []


def test_a_day_before_today_is_told_while_the_session_lies_ahead(store: Store) -> None:
    tomorrow = date(2026, 5, 21)
    fields = {"days": [WEDNESDAY], "start": "09:30"}
    assert [one.problem for one in told(store, tomorrow, **fields)] == [P.PAST]
    assert told(store, date(2026, 5, 20), **fields) == []
    assert told(store, tomorrow, **fields, state="held") == []


def test_two_sessions_at_once_with_one_chair_or_in_one_room(store: Store) -> None:
    at = {"days": [WEDNESDAY], "start": "09:30", "end": "12:30"}
    assert problems(store, **at, chair="salma", place=PLACE) == []
    with store.read() as reading:
        salma = sessions.get_session(reading, 1).chair
    assert salma is not None
    later = {"days": ["2026-05-19", WEDNESDAY], "start": "12:00", "end": "13:00"}
    chair, place = told(store, **later, chair=salma.uid, place=PLACE)
    assert (chair.problem, place.problem) == (P.CHAIR, P.PLACE)
    assert (place.day, place.theme.fr) == (date(2026, 5, 20), "Qualité des données")


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ({"start": "12:30"}, PLACE),
        ({"end": "09:30", "start": "08:00"}, PLACE),
        ({"days": ["2026-05-21"]}, PLACE),
        ({"days": []}, PLACE),
        ({"start": None}, PLACE),
        ({}, {"room": {"ar": "قاعة أخرى"}}),
        ({}, {"room": PLACE["room"], "site": {"ar": "المديرية"}}),
        ({}, {"site": PLACE["site"]}),
    ],
)
def test_sessions_that_do_not_meet(
    store: Store, other: dict[str, object], place: dict[str, object]
) -> None:
    at = {"days": [WEDNESDAY], "start": "09:30", "end": "12:30"}
    told(store, **at, place=PLACE)
    assert problems(store, **{**at, "end": "13:00", **other}, place=place) == []


def test_a_session_whose_hours_are_not_fixed_meets_no_other(store: Store) -> None:
    told(store, days=[WEDNESDAY], place=PLACE)
    assert problems(store, days=[WEDNESDAY], start="09:30", place=PLACE) == []


@pytest.mark.parametrize("site", [PLACE["site"], {}])
def test_a_room_without_a_site_may_be_the_same(store: Store, site: dict[str, str]) -> None:
    at = {"days": [WEDNESDAY], "start": "09:30"}
    told(store, **at, place={"room": PLACE["room"]})
    place = {"room": PLACE["room"], "site": site}
    assert problems(store, **at, place=place) == [P.PLACE]


def test_a_session_given_up_takes_no_room(store: Store) -> None:
    at = {"days": [WEDNESDAY], "start": "09:30", "place": PLACE}
    told(store, **at, state="cancelled", reason="سبب")
    assert problems(store, **at) == []


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record of one session, which the test only reads."""
    with create_store(tmp_path_factory.mktemp("days") / "centre.mahdar") as made:
        with made.write("x") as work:
            record_session(work, draft())
        yield made


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)))
def test_a_day_is_unusual_exactly_when_it_is_not_worked(ordinary: Store, day: date) -> None:
    with ordinary.read() as reading:
        session = sessions.get_session(reading, 1)
    moved = replace(session, days=(day, day + timedelta(days=1)))
    with ordinary.read() as reading:
        found = warnings_of(reading, moved, TODAY)
    calendar = WorkingCalendar(HijriCorrections())
    assert bool(found) is not all(map(calendar.is_worked, moved.days))
