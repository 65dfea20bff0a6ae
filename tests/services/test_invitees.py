"""Who is invited, in which order, and what each answered."""

from datetime import date

import pytest
from sqlalchemy import select

from db.codes import Answer, AttendanceState
from db.errors import UserError
from db.models import Attendance
from db.unit_of_work import Reading, Store, UnitOfWork
from desktop_app.services import groups, invitees, people, recording
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

TODAY = date(2026, 11, 25)


def persons(work: UnitOfWork, names: str = "ابجده") -> list[int]:
    return [people.find_or_create(work, PersonDraft(name=Label(name))) for name in names]


def session(work: UnitOfWork, day: str | None = "2026-05-20", **fields: object) -> int:
    days = [day] if day else []
    return recording.record_session(work, draft(days=days, **fields))


def invited(reading: Reading, session_id: int) -> list[int]:
    lines = get_session(reading, session_id).attendance
    return [line.person.id for line in lines if line.invited]


def test_people_are_invited_after_those_invited_already(store: Store) -> None:
    with store.write("x") as work:
        a, b, c, *_ = persons(work)
        key = session(work)
        assert invitees.invite(work, key, [b]) == (b,)
        assert invitees.invite(work, key, [c, b, a, c]) == (c, a)
    with store.read() as reading:
        assert invited(reading, key) == [b, c, a]


def test_who_came_uninvited_can_be_invited(store: Store) -> None:
    with store.write("x") as work:
        key = session(work, attendance=[{"person": "kamal", "invited": False, "state": "present"}])
        (line,) = get_session(work, key).attendance
        assert invitees.invite(work, key, [line.person.id]) == (line.person.id,)
        (now,) = get_session(work, key).attendance
        assert (now.invited, now.state) == (True, "present")


def test_nobody_is_invited_who_is_not_on_file(store: Store) -> None:
    with store.write("x") as work:
        key = session(work)
    with pytest.raises(UserError, match="no record 99"), store.write("x") as work:
        invitees.invite(work, key, [99])


def test_a_group_is_invited_in_its_order(store: Store) -> None:
    with store.write("x") as work:
        a, b, c, *_ = persons(work)
        key = session(work)
        group = groups.create_group(work, Label("مجموعة"), [c, a, b])
        invitees.invite(work, key, [a])
        assert invitees.invite_group(work, key, group) == (c, b)
        assert invited(work, key) == [a, c, b]


class TestSameAsLast:
    """«نفس الحضور»."""

    def test_those_of_the_last_session_of_the_type_come_over_in_their_order(
        self, store: Store
    ) -> None:
        with store.write("x") as work:
            a, b, c, d, _ = persons(work)
            older, last = session(work, "2026-03-01"), session(work, "2026-04-01")
            other, later = session(work, "2026-05-01", type="workshop"), session(work, "2026-06-01")
            for key, who in ((older, [a]), (last, [c, b]), (other, [d]), (later, [d])):
                invitees.invite(work, key, who)
            key = session(work)
            invitees.invite(work, key, [b])
            same = invitees.same_as_last(work, key, TODAY)
            assert same.session_id == last
            assert [post.person.id for post in same.came_over] == [c]
        with store.read() as reading:
            assert invited(reading, key) == [b, c]

    def test_without_one_of_the_type_the_theme_decides_then_the_people(self, store: Store) -> None:
        with store.write("x") as work:
            a, b, *_ = persons(work)
            theme, people_in = (
                session(work, "2026-02-01", type="workshop"),
                session(work, "2026-03-01", type="conference", theme={"fr": "Autre"}),
            )
            invitees.invite(work, theme, [a])
            invitees.invite(work, people_in, [b])
            same_theme = session(work, type="open_meeting")
            assert invitees.last_like(work, same_theme) == theme
            same_people = session(work, type="study_day", theme={"fr": "Un troisième"})
            assert invitees.last_like(work, same_people) is None
            invitees.invite(work, same_people, [b])
            assert invitees.last_like(work, same_people) == people_in
            french = session(work, type="training_day", theme={"fr": "Autre"})
            assert invitees.last_like(work, french) == people_in

    def test_nobody_comes_over_from_nowhere(self, store: Store) -> None:
        with store.write("x") as work:
            key = session(work)
            session(work, "2026-03-01")  # nobody was invited to it
            same = invitees.same_as_last(work, key, TODAY)
            assert (same.session_id, same.came_over) == (None, ())

    def test_a_session_without_a_day_follows_all_that_have_one(self, store: Store) -> None:
        with store.write("x") as work:
            a, *_ = persons(work)
            last, undated = session(work, "2031-03-01"), session(work, None)
            invitees.invite(work, last, [a])
            invitees.invite(work, undated, [a])
            assert invitees.last_like(work, session(work, None)) == last

    def test_walk_ins_of_then_stay_away_and_those_of_now_stay(self, store: Store) -> None:
        lines = [
            {"person": "salma"},
            {"person": "kamal", "invited": False, "state": "present"},
        ]
        with store.write("x") as work:
            session(work, "2026-03-01", attendance=lines)
            walk_in = [{"person": "salma", "invited": False, "state": "present"}]
            key = session(work, attendance=walk_in)
            assert not invitees.same_as_last(work, key, TODAY).came_over
            assert not invited(work, key)

    def test_it_tells_who_left_and_who_has_no_address(self, store: Store) -> None:
        with store.write("x") as work:
            a, b, c, *_ = persons(work)
            for key, title in ((a, "رئيس"), (b, "مهندس"), (c, "تقني")):
                people.appoint(work, key, FunctionDraft(title=Label(title)), None, date(2026, 1, 1))
            people.appoint(work, a, FunctionDraft(), None, date(2026, 4, 1))
            people.set_email(work, b, "b@example.org")
            invitees.invite(work, session(work, "2026-03-01"), [a, b, c])
            same = invitees.same_as_last(work, session(work, None), TODAY)
            assert [post.person.id for post in same.left] == [a]
            assert [post.person.id for post in same.without_address] == [a, c]


class TestUninvite:
    """Taking people off the list."""

    def test_who_did_not_come_is_gone(self, store: Store) -> None:
        with store.write("x") as work:
            a, b, c, *_ = persons(work)
            key = session(work)
            invitees.invite(work, key, [a, b, c])
            invitees.uninvite(work, key, [b, c, 99])
            assert [line.person.id for line in get_session(work, key).attendance] == [a]

    def test_who_came_stays_without_invitation(self, store: Store) -> None:
        lines = [{"person": "salma", "answer": "yes", "state": "present"}, {"person": "kamal"}]
        with store.write("x") as work:
            key = session(work, attendance=lines)
            ids = invited(work, key)
            invitees.uninvite(work, key, ids)
            invitees.uninvite(work, key, ids)
            (line,) = get_session(work, key).attendance
            assert (line.invited, line.answer, line.state) == (False, "none", "present")

    def test_who_stands_in_for_another_stays(self, store: Store) -> None:
        lines = [
            {"person": "salma", "state": "represented", "represented_by": "kamal"},
            {"person": "kamal", "state": "present"},
        ]
        with store.write("x") as work:
            key = session(work, attendance=lines)
            ids = invited(work, key)
            substitute = work.db.scalars(select(Attendance).where(Attendance.person_id == ids[1]))
            substitute.one().state = AttendanceState.NOT_RECORDED
            invitees.uninvite(work, key, [ids[1]])
            assert invited(work, key) == [ids[0]]
            invitees.uninvite(work, key, [ids[0]])
            (line,) = get_session(work, key).attendance
            assert line.person.id == ids[1]


def test_an_answer_is_noted(store: Store) -> None:
    with store.write("x") as work:
        a, b, *_ = persons(work)
        key = session(work)
        invitees.invite(work, key, [a, b])
        invitees.set_answer(work, key, b, Answer.NO)
        answers = [line.answer for line in get_session(work, key).attendance]
        assert answers == [Answer.NONE, Answer.NO]
