"""Which sessions the list shows, in which groups and order."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import SessionState
from desktop_app.services.session_row import SessionRow
from desktop_app.ui.sessions.rows import AHEAD, Filters, Searchable, number_of, sections
from desktop_app.wording.bilingual import Bilingual

ROW = SessionRow(
    id=1,
    uid="u",
    type_code="workshop",
    type_label=Bilingual("ورشة عمل", "atelier de travail"),
    gender="f",
    french_gender="m",
    theme=Bilingual("مستجدات منظومة مسار", "Nouveautés de MASSAR"),
    first_day=date(2026, 5, 20),
    last_day=date(2026, 5, 20),
    start=time(9, 30),
    state=SessionState.SENT,
    place=Bilingual("مقر الأكاديمية", "le siège de l’académie"),
    reference="2/26",
    invited=3,
    present=2,
    outcomes=1,
)
OTHER = replace(
    ROW,
    id=2,
    type_code="meeting",
    type_label=Bilingual("اجتماع", "réunion"),
    theme=Bilingual("الإحصاء المدرسي", "Recensement"),
    first_day=date(2025, 10, 1),
    last_day=date(2025, 10, 2),
    state=SessionState.PLANNED,
    place=Bilingual(),
    reference="",
)
ROWS = (ROW, OTHER)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), [1, 2]),
        (Filters(words="مسار"), [1]),
        (Filters(words="الاحصاء المدرسى"), [2]),
        (Filters(words="NOUVEAUTES massar"), [1]),
        (Filters(words="académie 2/26"), [1]),
        (Filters(words="مسار اجتماع"), []),
        (Filters(year="2025/2026"), [1, 2]),
        (Filters(year="2024/2025"), []),
        (Filters(type_code="meeting"), [2]),
        (Filters(state="sent"), [1]),
        (Filters(words="مسار", state="planned"), []),
    ],
)
def test_what_filters_leave(filters: Filters, ids: list[int]) -> None:
    assert [row.id for row in Searchable(ROWS).matching(filters)] == ids


def test_a_session_without_a_day_is_in_no_school_year() -> None:
    undated = replace(ROW, first_day=None, last_day=None)
    assert Searchable([undated]).years() == []
    assert Searchable([undated]).matching(Filters(year="2025/2026")) == []


def test_blank_words_are_no_filter() -> None:
    assert not Filters(words="  ")
    assert Filters(words="م")
    assert Filters(state="sent")


def test_years_and_types_are_those_on_file() -> None:
    later = replace(ROW, id=3, first_day=date(2026, 9, 1))
    sessions = Searchable((later, *ROWS))
    assert sessions.years() == ["2026/2027", "2025/2026"]
    assert set(sessions.types()) == {"workshop", "meeting"}


def test_the_coming_sessions_stand_first_then_month_by_month() -> None:
    rows = [
        replace(ROW, id=1, first_day=date(2026, 5, 3)),
        replace(ROW, id=2, first_day=date(2026, 5, 20)),
        replace(ROW, id=3, first_day=date(2025, 5, 3)),
        replace(ROW, id=4, first_day=date(2026, 6, 9), state=SessionState.INVITED),
        replace(ROW, id=5, first_day=date(2026, 6, 2), state=SessionState.PLANNED),
        replace(ROW, id=6, first_day=None, state=SessionState.POSTPONED),
        replace(ROW, id=7, first_day=None, state=SessionState.CANCELLED),
    ]
    found = [(one.code, [row.id for row in one.rows]) for one in sections(rows)]
    assert found == [
        ("ahead", [5, 4, 6]),
        ("2026-05", [2, 1]),
        ("2025-05", [3]),
        ("undated", [7]),
    ]


days = st.dates(date(2020, 1, 1), date(2027, 12, 31)) | st.none()


@given(st.lists(st.tuples(days, st.sampled_from(SessionState)), max_size=30))
def test_every_session_stands_once_under_the_right_head(
    drawn: list[tuple[date | None, SessionState]],
) -> None:
    rows = [replace(ROW, id=n, first_day=day, state=state) for n, (day, state) in enumerate(drawn)]
    found = sections(rows)
    assert sorted(row.id for one in found for row in one.rows) == list(range(len(rows)))
    assert len({one.code for one in found}) == len(found)
    for one in found:
        assert all((row.state in AHEAD) is (one.code == "ahead") for row in one.rows)
        if one.month is not None:
            here = {row.first_day.replace(day=1) for row in one.rows if row.first_day}
            assert here == {one.month}
    months = [one.month for one in found if one.month]
    assert months == sorted(months, reverse=True)


def test_sessions_are_ordered_by_year_then_number() -> None:
    references = ["10/25", "9/26", "2/26", "10/26"]
    rows = [replace(ROW, reference=reference) for reference in references]
    assert [row.reference for row in sorted(rows, key=lambda row: number_of(row) or ((), ""))] == [
        *("10/25", "2/26", "9/26", "10/26")
    ]
    assert number_of(replace(ROW, reference="")) is None
