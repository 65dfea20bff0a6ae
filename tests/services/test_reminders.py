"""Each who is in charge of what is late gets one reminder."""

from datetime import date

from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.services.followed import Which, read_register
from desktop_app.services.outcomes import steps_of
from desktop_app.services.recording import record_session
from desktop_app.services.reminders import read_reminders, record
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)


def test_a_person_is_reminded_or_else_the_bodies(store: Store) -> None:
    late = {"kind": "action", "text": {"ar": "عمل"}, "due": "2026-10-01"}
    with store.write("x") as work:
        record_session(
            work,
            draft(
                outcomes=[
                    {**late, "owner_bodies": ["centre"]},
                    {**late, "owner_person": "salma", "owner_bodies": ["centre"]},
                    {**late, "owner_person": "salma", "due": "2026-09-01"},
                    {**late, "owner_person": "kamal", "due": "2026-12-01"},
                    late,
                ]
            ),
        )
    with store.read() as reading:
        person, body = read_reminders(reading, range(1, 6), TODAY)
    assert person.owner.person is not None
    assert person.owner.person.name.ar == "سلمى أيت وعلي"
    assert [line.id for line in person.lines] == [3, 2]
    assert body.owner.body is not None
    assert [line.id for line in body.lines] == [1]


def test_a_reminder_is_noted_in_the_history_and_taken_back(store: Store) -> None:
    late = {"kind": "action", "text": {"ar": "عمل"}, "due": "2026-10-01", "owner_person": "salma"}
    with store.write("x") as work:
        record_session(work, draft(outcomes=[late, late]))
        (sent,) = read_reminders(work, [1, 2], TODAY)
    with store.write("reminders.record") as work:
        record(work, sent, "fr")
    with store.read() as reading:
        for key in (1, 2):
            first, noted = steps_of(reading, key)
            assert (noted.reminded, noted.at, noted.who) == ("Salma Aït Ouali", work.at, work.who)
            assert (noted.state, noted.due) == (first.state, first.due)
        assert {line.updated for line in read_register(reading, Which(), TODAY).lines} == {None}
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    with store.read() as reading:
        assert [len(steps_of(reading, key)) for key in (1, 2)] == [1, 1]
    with store.write("redo") as again:
        undo(again, undoing.uid)
    with store.read() as reading:
        assert steps_of(reading, 2)[-1].reminded == "Salma Aït Ouali"
