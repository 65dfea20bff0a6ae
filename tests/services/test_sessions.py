"""Sessions as they are read."""

from datetime import date, time

import pytest
from sqlalchemy import event

from db import models
from db.unit_of_work import Store
from desktop_app.services import sessions
from desktop_app.services.recording import record_session
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SessionType
from tests.services.drafts import draft


def test_the_list_has_the_latest_on_top_and_undated_ones_first(centre: Store) -> None:
    with centre.read() as reading:
        rows = sessions.list_sessions(reading)
    assert [row.first_day for row in rows] == sorted(
        (row.first_day or date.max for row in rows), reverse=True
    )
    last = rows[-1]
    assert (last.type_label, last.start) == (
        Bilingual("ورشة عمل", "atelier de travail"),
        time(9, 30),
    )
    assert (last.invited, last.present, last.outcomes) == (18, 19, 8)


def test_a_session_without_a_day_stands_on_top(store: Store) -> None:
    with store.write("x") as work:
        record_session(work, draft())
        undated = record_session(work, draft(days=[], place={"mode": "remote", "platform": "Zoom"}))
    with store.read() as reading:
        first, second = sessions.list_sessions(reading)
    assert (first.id, first.first_day, first.place) == (undated, None, Bilingual("Zoom", "Zoom"))
    assert second.first_day == date(2026, 3, 4)


def test_a_session_without_a_letter_has_an_empty_one(store: Store) -> None:
    with store.write("x") as work:
        work.db.add(models.Session(type_code="meeting", theme_ar="لقاء"))
    with store.read() as reading:
        assert sessions.get_session(reading, 1).invitation == sessions.InvitationLetter()


def test_the_list_asks_a_fixed_number_of_questions(centre: Store) -> None:
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(centre.engine, "before_cursor_execute", note)
    try:
        with centre.read() as reading:
            sessions.list_sessions(reading)
    finally:
        event.remove(centre.engine, "before_cursor_execute", note)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2


@pytest.mark.parametrize("verbs", ["A", "B", "C"])
def test_a_type_that_the_user_added_serves_like_the_others(store: Store, verbs: str) -> None:
    forms = {
        "code": "fair",
        "indefinite": "معرض",
        "definite": "المعرض",
        "gender": "m",
        "plural": "معارض",
        "french": "foire",
        "french_gender": "f",
        "french_plural": "foires",
        "verbs": verbs,
        "training": True,
    }
    with store.write("x") as work:
        work.db.add(models.SessionType(**forms))
    with store.write("x") as work:
        session_id = record_session(work, draft(type="fair"))
    with store.read() as reading:
        session = sessions.get_session(reading, session_id)
    assert session.type == SessionType(**forms)  # type: ignore[arg-type]  # its own fields
