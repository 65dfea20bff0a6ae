"""Series: made, named, chosen, left; the next session, and several."""

from datetime import date

import pytest

from db.errors import UserError
from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.services import preparing, recording, series
from desktop_app.services.drafts import Label
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

DAY, LATER = date(2026, 12, 2), date(2026, 12, 9)
NAME = Label("الاجتماع الشهري", "Réunion mensuelle")


def test_a_session_is_of_a_series_when_the_user_says_so(store: Store) -> None:
    with store.write("x") as work:
        first = recording.record_session(work, draft())
        second = preparing.begin_again(work, first, DAY)
        assert series.series_of(work, second) is None
        key = series.create(work, first, NAME)
        series.choose(work, second, key)
        series.rename(work, key, Label("الشهري"))
        (one,) = series.list_series(work)
        assert (one.name.ar, one.sessions) == ("الشهري", 2)
        assert series.series_of(work, second) == one


def test_a_series_of_no_session_goes(store: Store) -> None:
    with store.write("x") as work:
        first = recording.record_session(work, draft())
        second = preparing.begin_again(work, first, DAY)
        series.choose(work, second, series.create(work, first, NAME))
        series.choose(work, first, None)
        assert len(series.list_series(work)) == 1
        series.choose(work, second, None)
        assert series.list_series(work) == ()


@pytest.mark.parametrize("name", [Label(), Label("  "), Label("ا" * 301)])
def test_a_series_has_a_name_of_one_line(store: Store, name: Label) -> None:
    with pytest.raises(UserError), store.write("x") as work:
        series.create(work, recording.record_session(work, draft()), name)


def test_the_next_session_begins_a_series_under_its_subject(store: Store) -> None:
    with store.write("x") as work:
        first = recording.record_session(work, draft())
    with store.write("series.begin_next") as work:
        second = series.begin_next(work, first, DAY)
    with store.read() as reading:
        assert get_session(reading, second).days == (DAY,)
        (one,) = series.list_series(reading)
        assert one.name == get_session(reading, first).theme
        assert one.sessions == 2
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    with store.read() as reading:
        assert series.list_series(reading) == ()


def test_days_become_sessions_of_one_series(store: Store) -> None:
    with store.write("x") as work:
        first = recording.record_session(work, draft())
        made = series.repeat(work, first, [DAY, LATER])
        assert [get_session(work, key).days for key in made] == [(DAY,), (LATER,)]
        assert [one.sessions for one in series.list_series(work)] == [3]
