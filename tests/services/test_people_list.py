"""Everybody as lines of a list."""

from datetime import date

import pytest
from sqlalchemy import event

from db.unit_of_work import Store
from desktop_app.services import bodies, people
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.people_data import BodyName
from desktop_app.services.people_list import PersonRow, list_rows
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)
THERE = {"present", "remote"}


@pytest.mark.parametrize("on", [BEFORE, date(2026, 5, 1), date(2030, 1, 1)])
def test_the_lines_say_what_the_people_themselves_say(centre: Store, on: date) -> None:
    with centre.read() as reading:
        rows = {row.id: row for row in list_rows(reading, on)}
        everybody = people.list_people(reading, on)
    assert len(everybody) == len(rows) > 20
    for person in everybody:
        body = person.body
        assert rows[person.id] == PersonRow(
            id=person.id,
            uid=person.uid,
            civility=person.civility,
            name=person.name,
            function=person.function.title,
            body=Bilingual(body.short_name.ar or body.name.ar, body.short_name.fr or body.name.fr)
            if body
            else Bilingual(),
            town=body.town if body else Bilingual(),
            email=person.email,
            attended=rows[person.id].attended,
        )


def test_only_sessions_attended_in_person_are_counted(centre: Store) -> None:
    with centre.read() as reading:
        rows = list_rows(reading, DAY)
        sessions = [get_session(reading, number) for number in range(1, 8)]
    lines = [line for session in sessions for line in session.attendance]
    for row in rows:
        there = [x for x in lines if x.person.id == row.id and x.state.value in THERE]
        assert row.attended == len(there)
    assert {row.attended for row in rows} > {0, 4}


def test_functions_and_names_have_their_day(store: Store) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft())
        line = get_session(work, session_id).days
        assert line
        bodies.rename(work, 1, BodyName(DAY, Bilingual("المركز الجديد"), Bilingual("م.ج")))
        people.appoint(work, 1, FunctionDraft(title=Label("نائبة")), 1, DAY)
        people.appoint(work, 1, FunctionDraft(title=Label("متقاعدة")), None, AFTER)
        people.appoint(work, 2, FunctionDraft(title=Label("تقني")), None, AFTER)
        people.appoint(work, 2, FunctionDraft(title=Label("مهندس")), None, DAY)
        people.find_or_create(work, PersonDraft(name=Label("بلا صفة")))
    shown = {}
    for on in (BEFORE, DAY, AFTER):
        with store.read() as reading:
            for row in list_rows(reading, on):
                shown[row.id, on] = (row.function.ar, row.body.ar)
    assert [shown[1, on] for on in (BEFORE, DAY, AFTER)] == [
        ("رئيسة المركز", "المركز"),
        ("نائبة", "م.ج"),
        ("متقاعدة", ""),
    ]
    assert [shown[2, on][0] for on in (BEFORE, DAY, AFTER)] == ["مهندس", "مهندس", "تقني"]
    assert shown[3, DAY] == ("", "")


def test_names_stand_in_order_those_only_in_french_last(store: Store) -> None:
    names = [Label("ب"), Label("", "Zineb"), Label("ا"), Label("", "Ali")]
    with store.write("x") as work:
        for name in names:
            people.find_or_create(work, PersonDraft(name=name))
    with store.read() as reading:
        assert [row.name.ar or row.name.fr for row in list_rows(reading, DAY)] == [
            "ا",
            "ب",
            "Ali",
            "Zineb",
        ]


def test_the_list_asks_four_questions_however_many_people_there_are(centre: Store) -> None:
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(centre.engine, "before_cursor_execute", note)
    try:
        with centre.read() as reading:
            list_rows(reading, DAY)
    finally:
        event.remove(centre.engine, "before_cursor_execute", note)
    assert len([statement for statement in asked if statement.strip().startswith("SELECT")]) == 4
