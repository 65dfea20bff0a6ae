"""Each who is in charge of what is late gets one reminder."""

from datetime import date

from db.unit_of_work import Store
from desktop_app.services.recording import record_session
from desktop_app.services.reminders import read_reminders
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
