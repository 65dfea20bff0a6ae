"""The clock of an agenda."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import agenda_clock, recording
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft


def test_time_adds_up_on_a_point(store: Store) -> None:
    with store.write("x") as work:
        key = recording.record_session(work, draft(agenda=[{"title": {"ar": "نقطة"}}]))
        (item,) = get_session(work, key).agenda
    assert item.spent_seconds is None
    for seconds in (60, 25):
        with store.write("agenda_clock.spend") as work:
            agenda_clock.spend(work, item.id, seconds)
    with store.read() as reading:
        (item,) = get_session(reading, key).agenda
    assert item.spent_seconds == 85


def test_a_point_that_is_gone_takes_no_time(store: Store) -> None:
    with pytest.raises(UserError, match="no record 7"), store.write("x") as work:
        agenda_clock.spend(work, 7, 60)
