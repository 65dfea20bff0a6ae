"""The register: narrowed, counted, in sections; lines by windows; a month; who is in charge."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.codes import FollowUpState, OutcomeKind, Priority
from db.unit_of_work import Store
from desktop_app.services import follow_up_list, follow_up_sections
from desktop_app.services.follow_up_data import (
    DayCount,
    Due,
    Filters,
    Grouping,
    Register,
    Standing,
)
from desktop_app.services.follow_ups import list_follow_ups
from desktop_app.services.recording import record_session
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)
ALL = Filters(standing=Standing.ALL)


def outcome(text: str, **fields: object) -> dict[str, object]:
    return {"kind": "action", "text": {"ar": text}, **fields}


OUTCOMES = (
    outcome("متأخر قديم", due="2026-10-01", owner_person="salma", priority="urgent"),
    outcome("متأخر", due="2026-11-24", owner_bodies=["centre"], kind="decision"),
    outcome("هذا الأسبوع", due="2026-11-29", state="in_progress"),
    outcome("بعد", due="2026-12-15", review_on="2026-11-25"),
    outcome("مستمر", ongoing=True),
    outcome("منجز", due="2026-11-01", state="done"),
    outcome("ملغى", due="2026-11-02", state="cancelled", reason="سبب"),
)


@pytest.fixture
def held(store: Store) -> Store:
    """One session of seven outcomes, and one of a series with an item and one outcome."""
    with store.write("x") as work:
        record_session(work, draft(reference="3/2026", outcomes=OUTCOMES))
        lines = [outcome("في سلسلة", due="2026-12-01", agenda_item=1)]
        later = draft(
            reference="4/2026",
            days=["2026-09-10"],
            agenda=[{"title": {"ar": "نقطة"}}],
            outcomes=lines,
        )
        key = record_session(work, later)
        series = models.Series(name_ar="لجنة")
        work.db.add(series)
        work.db.flush()
        work.db.get_one(models.Session, key).series_id = series.id
    return store


def read(store: Store, filters: Filters, grouping: Grouping = Grouping.DUE) -> Register:
    with store.read() as reading:
        return follow_up_list.read_register(reading, filters, TODAY, grouping)


def texts(store: Store, register: Register) -> list[list[str]]:
    with store.read() as reading:
        return [
            [line.text.ar for line in follow_up_list.read_lines(reading, one.ids, TODAY)]
            for one in register.sections
        ]


def test_what_lies_ahead_and_when_sessions_were_held(held: Store) -> None:
    assert texts(held, read(held, Filters(ahead=True))) == [["في سلسلة", "بعد"], ["مستمر"]]
    march, september = date(2026, 3, 4), date(2026, 9, 10)
    for first, last, count in (
        (march, march, 7),
        (september, None, 1),
        (None, march, 7),
        (date(2026, 3, 5), date(2026, 9, 9), 0),
        (march, september, 8),
    ):
        assert read(held, replace(ALL, held_from=first, held_to=last)).count == count


def test_a_session_is_held_when_it_begins(store: Store) -> None:
    with store.write("x") as work:
        days = ["2026-08-31", "2026-09-01"]
        record_session(work, draft(days=days, outcomes=[outcome("دليل")]))
    august, september = date(2026, 8, 31), date(2026, 9, 1)
    assert read(store, replace(ALL, held_from=august, held_to=august)).count == 1
    assert read(store, replace(ALL, held_from=september, held_to=september)).count == 0


def test_sections_by_due_date_with_the_oldest_first(held: Store) -> None:
    register = read(held, ALL)
    assert [section.code for section in register.sections] == list(Due)
    assert texts(held, register) == [
        ["متأخر قديم", "متأخر"],
        ["هذا الأسبوع"],
        ["في سلسلة", "بعد"],
        ["مستمر"],
        ["منجز", "ملغى"],
    ]
    assert register.standings == {
        Standing.OPEN: 6,
        Standing.LATE: 2,
        Standing.WEEK: 1,
        Standing.DONE: 1,
        Standing.ALL: 8,
    }
    assert (register.count, register.sessions, register.whole) == (8, 2, True)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"متأخر قديم", "متأخر", "هذا الأسبوع", "بعد", "مستمر", "في سلسلة"}),
        (Filters(standing=Standing.LATE), {"متأخر قديم", "متأخر"}),
        (Filters(standing=Standing.WEEK), {"هذا الأسبوع"}),
        (Filters(standing=Standing.DONE), {"منجز"}),
        (Filters(kind=OutcomeKind.DECISION), {"متأخر"}),
        (replace(ALL, state=FollowUpState.CANCELLED), {"ملغى"}),
        (Filters(priority=Priority.URGENT), {"متأخر قديم"}),
        (Filters(person_id=1), {"متأخر قديم"}),
        (Filters(body_id=1), {"متأخر قديم", "متأخر"}),
        (Filters(session_id=2), {"في سلسلة"}),
        (Filters(series_id=1), {"في سلسلة"}),
        (Filters(due_from=date(2026, 12, 1), due_to=date(2026, 12, 10)), {"في سلسلة"}),
        (Filters(review=True), {"بعد"}),
        (Filters(words="مُتأخر"), {"متأخر قديم", "متأخر"}),
        (Filters(words="متاخر قديم"), {"متأخر قديم"}),
        (Filters(words="4/2026"), {"في سلسلة"}),
        (Filters(words='"*"'), set()),
    ],
)
def test_what_filters_leave(held: Store, filters: Filters, found: set[str]) -> None:
    register = read(held, filters)
    assert {text for section in texts(held, register) for text in section} == found
    assert register.count == len(found)


def test_lines_tell_where_they_come_from_and_who_has_them(held: Store) -> None:
    with held.read() as reading:
        lines = follow_up_list.read_lines(reading, [8, 1, 2, 999], TODAY)
    of_item, of_person, of_body = lines
    assert (of_item.number, of_item.day) == ("4/2026 – 1", date(2026, 9, 10))
    assert (of_item.item_position, of_item.item.ar) == (1, "نقطة")
    assert (of_person.person.ar, of_person.late) == ("سلمى أيت وعلي", 55)
    assert (len(of_body.bodies), of_body.late, of_item.late) == (1, 1, 0)


def test_sections_by_owner_directorate_and_session(centre: Store) -> None:
    expected: dict[Grouping, str] = {
        Grouping.OWNER: "الأكاديمية الجهوية",
        Grouping.DIRECTORATE: "المديرية الإقليمية ببني ملال",
        Grouping.SESSION: "2/26",
    }
    counts = set()
    for grouping, named in expected.items():
        register = read(centre, ALL, grouping)
        assert any(named in section.title.ar for section in register.sections), grouping
        ids = [key for section in register.sections for key in section.ids]
        assert len(ids) == len(set(ids))
        counts.add(len(ids))
    assert len(counts) == 1
    academy = {one.code for one in read(centre, replace(ALL, body_id=3), Grouping.OWNER).sections}
    assert len(academy) > 3
    codes = [section.code for section in read(centre, ALL, Grouping.DIRECTORATE).sections]
    assert codes[-2:] == ["several", ""]


def test_an_outcome_without_anybody_stands_last(held: Store) -> None:
    sections = read(held, Filters(), Grouping.OWNER).sections
    assert [section.code for section in sections][-1] == ""
    assert {section.code[:1] for section in sections[:-1]} == {"p", "b"}
    assert [one.code for one in read(held, Filters(), Grouping.DIRECTORATE).sections] == [""]


def test_a_long_register_is_named_by_its_first_lines_and_then_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_up_list, "FIRST", 2)
    monkeypatch.setattr(follow_up_list, "_COUNTED", 3)
    with store.write("x") as work:
        record_session(work, draft(outcomes=OUTCOMES))
    first = read(store, ALL)
    with store.read() as reading:
        whole = follow_up_list.read_register(reading, ALL, TODAY, whole=True)
    assert [(one.code, one.count) for one in first.sections] == [
        (one.code, one.count) for one in whole.sections
    ]
    named = [section.ids for section in first.sections]
    assert named == [whole.sections[0].ids, (), (), (), ()]
    assert (first.whole, first.sessions, whole.whole) == (False, None, True)
    done = read(store, Filters(standing=Standing.DONE))
    assert (done.whole, done.count) == (True, 1)


def test_of_very_many_the_first_are_the_same(
    centre: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, a body's outcomes are those of it and of whoever works there."""
    with centre.read() as reading:
        bodies = reading.connection.scalars(select(models.Body.id)).all()
    before = [read(centre, replace(ALL, body_id=body)) for body in bodies]
    monkeypatch.setattr(follow_up_list, "_MANY", 0)
    assert [read(centre, replace(ALL, body_id=body)) for body in bodies] == before
    assert len({register.count for register in before}) > 1


def test_very_many_sections_end_in_one(held: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_up_sections, "_MOST_SECTIONS", 1)
    sections = read(held, ALL, Grouping.SESSION).sections
    assert [(one.code, one.count) for one in sections] == [("s2", 1), ("rest", 7)]


def test_a_month_counts_by_day(held: Store) -> None:
    with held.read() as reading:
        counts = follow_up_list.read_month(
            reading, Filters(), date(2026, 11, 1), date(2026, 11, 30), TODAY
        )
    assert counts == {
        date(2026, 11, 1): DayCount(over=1),
        date(2026, 11, 2): DayCount(over=1),
        date(2026, 11, 24): DayCount(late=1),
        date(2026, 11, 29): DayCount(open=1),
    }


def test_owners_series_and_how_much_is_late(held: Store, centre: Store) -> None:
    with held.read() as reading:
        owners = follow_up_list.read_owners(reading, TODAY)
        assert [(one.kind, one.id) for one in owners] == [("body", 1), ("person", 1)]
        assert [one.name.ar for one in follow_up_list.read_series(reading)] == ["لجنة"]
        assert follow_up_list.count_late(reading, TODAY) == 2
    with centre.read() as reading:
        kinds = dict.fromkeys(one.kind for one in follow_up_list.read_owners(reading, TODAY))
    assert list(kinds) == ["body", "person"]


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(days=st.integers(-400, 400))
def test_whatever_the_day_the_sections_hold_each_outcome_once(centre: Store, days: int) -> None:
    day = TODAY + timedelta(days=days)
    with centre.read() as reading:
        register = follow_up_list.read_register(reading, ALL, day)
        listed = list_follow_ups(reading, day)
    ids = [key for section in register.sections for key in section.ids]
    assert sorted(ids) == sorted(item.id for item in listed)
    assert register.standings[Standing.LATE] == sum(item.late for item in listed)
