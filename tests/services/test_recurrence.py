"""Days that come again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.unit_of_work import Store
from desktop_app.calendar import WorkingCalendar
from desktop_app.services.recurrence import (
    MOST,
    Rhythm,
    Rule,
    occurrences,
    read_occurrences,
)

CALENDAR = WorkingCalendar()
RULES = st.builds(
    Rule,
    first=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    rhythm=st.sampled_from(Rhythm),
    every=st.integers(1, 12),
    count=st.integers(1, 12),
)


def days(rule: Rule) -> list[date]:
    return [one.day for one in occurrences(rule, CALENDAR)]


@given(RULES)
def test_days_follow_one_another_and_keep_their_weekday_or_date(rule: Rule) -> None:
    made = days(rule)
    assert len(made) == rule.count
    assert [rule.first, *made] == sorted({rule.first, *made})
    for at, day in enumerate(made, 1):
        months = (day.year - rule.first.year) * 12 + day.month - rule.first.month
        match rule.rhythm:
            case Rhythm.WEEKS:
                assert day - rule.first == timedelta(weeks=rule.every * at)
            case Rhythm.MONTH_WEEKDAY:
                assert months == rule.every * at
                assert day.weekday() == rule.first.weekday()
            case Rhythm.MONTH_DATE:
                assert months == rule.every * at
                assert day.day == rule.first.day or (day + timedelta(1)).day == 1


@given(RULES)
def test_a_day_is_left_out_exactly_when_it_is_not_worked(rule: Rule) -> None:
    for one in occurrences(rule, CALENDAR):
        assert one.kept is CALENDAR.is_worked(one.day)


def test_the_second_tuesday_and_the_last_friday() -> None:
    second = Rule(date(2026, 11, 10), Rhythm.MONTH_WEEKDAY, count=2)
    assert days(second) == [date(2026, 12, 8), date(2027, 1, 12)]
    fifth = Rule(date(2026, 10, 30), Rhythm.MONTH_WEEKDAY, count=2)
    assert days(fifth) == [date(2026, 11, 27), date(2026, 12, 25)]


def test_the_thirty_first_is_the_last_of_a_shorter_month() -> None:
    rule = Rule(date(2027, 1, 31), Rhythm.MONTH_DATE, count=2)
    assert days(rule) == [date(2027, 2, 28), date(2027, 3, 31)]


def test_a_holiday_is_left_out_by_its_name(store: Store) -> None:
    with store.read() as reading:
        rule = Rule(date(2026, 11, 11), count=2)
        holiday, worked = read_occurrences(reading, rule)
    assert holiday.holiday is not None
    assert holiday.holiday.fr == "Fête de l’indépendance"
    assert not holiday.kept
    assert worked.kept


def test_what_cannot_be_is_kept_within_bounds() -> None:
    assert len(days(Rule(date(2026, 1, 1), every=0, count=10_000))) == MOST
    assert days(Rule(date(2026, 1, 1), count=-3)) == []
    assert len(days(Rule(date(2076, 12, 20), count=9))) == 1
    assert days(Rule(date(2076, 12, 20), Rhythm.MONTH_DATE, count=9)) == []
