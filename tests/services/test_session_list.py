"""The list of sessions and the name above it."""

from datetime import date, time

import pytest
from sqlalchemy import event

from db import models
from db.codes import SessionState
from db.unit_of_work import Store
from desktop_app.services.drafts import InstitutionDraft, Label
from desktop_app.services.institution import get_institution, set_institution
from desktop_app.services.recording import record_session
from desktop_app.services.session_list import centre_name, list_sessions
from desktop_app.services.session_row import SessionRow
from desktop_app.services.sessions import get_session
from desktop_app.services.standing_data import Wait
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft


def test_the_list_has_the_latest_on_top_and_undated_ones_first(centre: Store) -> None:
    with centre.read() as reading:
        rows = list_sessions(reading)
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
        first, second = list_sessions(reading)
    assert (first.id, first.first_day, first.place) == (undated, None, Bilingual("Zoom", "Zoom"))
    assert second.first_day == date(2026, 3, 4)


def test_the_list_asks_a_fixed_number_of_questions(centre: Store) -> None:
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(centre.engine, "before_cursor_execute", note)
    try:
        with centre.read() as reading:
            list_sessions(reading)
    finally:
        event.remove(centre.engine, "before_cursor_execute", note)
    assert len([statement for statement in asked if statement.strip().startswith("SELECT")]) == 2


@pytest.mark.parametrize("state", SessionState)
def test_a_session_is_listed_as_it_is(store: Store, state: SessionState) -> None:
    with store.write("x") as work:
        number = record_session(work, draft(days=["2026-03-04", "2026-03-06"]))
        record = work.db.get_one(models.Session, number)
        record.state, record.reason = state, "سبب"
    with store.read() as reading:
        (row,) = list_sessions(reading)
        whole = get_session(reading, number)
    assert row == SessionRow(
        id=whole.id,
        uid=whole.uid,
        type_code=whole.type.code,
        type_label=Bilingual(whole.type.indefinite, whole.type.french),
        gender=whole.type.gender,
        french_gender=whole.type.french_gender,
        theme=whole.theme,
        first_day=whole.days[0],
        last_day=whole.days[-1],
        start=whole.start,
        state=state,
        place=whole.place.room or whole.place.site,
        reference=whole.reference,
        invited=sum(line.invited for line in whole.attendance),
        present=sum(line.state in {"present", "remote"} for line in whole.attendance),
        outcomes=len(whole.outcomes),
        waits={"held": Wait.FINISH, "drafting": Wait.FINISH, "signed": Wait.SEND}.get(state),
    )


def test_a_type_that_the_user_added_is_named(store: Store) -> None:
    forms = {"gender": "m", "definite": "المعرض", "plural": "معارض", "verbs": "A"}
    french = {"french": "foire", "french_gender": "f", "french_plural": "foires"}
    with store.write("x") as work:
        work.db.add(models.SessionType(code="fair", indefinite="معرض", **forms, **french))
    with store.write("x") as work:
        record_session(work, draft(type="fair"))
    with store.read() as reading:
        row = list_sessions(reading)[0]
    assert row.type_label == Bilingual("معرض", "foire")
    assert (row.gender, row.french_gender) == ("m", "f")


def test_the_centre_has_its_name_before_and_after_it_was_given(store: Store) -> None:
    for name in (None, Label("المركز الإقليمي", "le centre provincial")):
        if name is not None:
            with store.write("x") as work:
                set_institution(work, InstitutionDraft(name=name))
        with store.read() as reading:
            shown = centre_name(reading)
            assert shown == get_institution(reading, date.max).name
    assert shown == Bilingual("المركز الإقليمي", "le centre provincial")
