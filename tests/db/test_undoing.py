"""What a unit of work did is taken back whole, and done again, or nothing of it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import models
from db.codes import AttendanceState, FollowUpState, InterventionKind
from db.engine import create_store
from db.errors import UserError
from db.models import Base, Words
from db.undoing import CHANGED_SINCE, KEPT_FOR_EVER, undo
from db.unit_of_work import Store, UnitOfWork
from tests.db.samples import (
    body,
    content,
    document,
    outcome,
    papers_of,
    person,
    session,
    whole_centre,
)
from tests.db.samples import tables as all_tables

Tables = dict[str, dict[str, dict[str, Any]]]
Change = Callable[[UnitOfWork], object]


def tables(store: Store) -> Tables:
    """Give all that is taken back: files and the history of outcomes stay."""
    held = all_tables(store.engine)
    return {name: held[name] for name in held if name not in {"contents", "outcome_changes"}}


def unit(store: Store, change: Change) -> str:
    with store.write("x") as work:
        change(work)
    return work.uid


def take_back(store: Store, done: str) -> str:
    return unit(store, lambda work: undo(work, done))


@pytest.fixture
def centre(store: Store) -> Store:
    """One record at least of every table."""

    def record(work: UnitOfWork) -> None:
        made = whole_centre()
        work.db.add_all(made)
        work.db.flush()
        (held,) = [one for one in made if isinstance(one, models.Session)]
        work.db.add_all(papers_of(held))

    unit(store, record)
    return store


# --- any history -------------------------------------------------------------------------------

NAMES = st.sampled_from(["سلمى", "عمر", "Khadija", "", "ا" * 50])
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))
DRAWN = st.data()


def some(work: UnitOfWork, kind: type[Base], data: st.DataObject) -> Any:  # noqa: ANN401 - a record of that kind
    """Give one of the records of a kind, or None while there is none."""
    held = work.db.scalars(select(kind).order_by(kind.id)).all()
    return data.draw(st.sampled_from(held)) if held else None


def add_person(work: UnitOfWork, data: st.DataObject) -> None:
    made = person(data.draw(NAMES) or "بلا اسم")
    made.appointments = [
        models.Appointment(body=some(work, models.Body, data), valid_from=data.draw(DAYS))
    ]
    work.db.add(made)


def add_body(work: UnitOfWork, data: st.DataObject) -> None:
    made = body()
    made.parent = some(work, models.Body, data)
    work.db.add(made)


def add_session(work: UnitOfWork, data: st.DataObject) -> None:
    work.db.add(
        session(
            start_time=data.draw(st.none() | st.just(time(9, 30))),
            conclusions=(Words("خلاصة", data.draw(NAMES)),),
            days=[
                models.SessionDay(day=date(2026, 3, day))
                for day in data.draw(st.sets(st.integers(1, 4)))
            ],
            agenda=[models.AgendaItem(title_ar="نقطة", presenter=some(work, models.Person, data))],
            letter=models.InvitationLetter(reply_by=data.draw(DAYS)),
        )
    )


def invite(work: UnitOfWork, data: st.DataObject) -> None:
    held, who = some(work, models.Session, data), some(work, models.Person, data)
    if held and who and who not in [line.person for line in held.attendance]:
        held.attendance.append(models.Attendance(person=who, position=len(held.attendance)))


def represent(work: UnitOfWork, data: st.DataObject) -> None:
    held = some(work, models.Session, data)
    if held and len(held.attendance) > 1:
        line, other = data.draw(st.permutations(held.attendance))[:2]
        if line not in [one.represented_by for one in held.attendance]:
            line.state, line.late, line.left_early = AttendanceState.REPRESENTED, False, False
            line.represented_by = other


def add_outcome(work: UnitOfWork, data: st.DataObject) -> None:
    held = some(work, models.Session, data)
    if held:
        made = outcome(
            due=data.draw(DAYS), agenda_item=data.draw(st.sampled_from([None, *held.agenda]))
        )
        made.position = len(held.outcomes) + 1
        held.outcomes.append(made)
        if data.draw(st.booleans()):
            held.interventions.append(
                models.Intervention(kind=InterventionKind.NOTE, outcome=made, at=time(10, 21))
            )


def follow_up(work: UnitOfWork, data: st.DataObject) -> None:
    one = some(work, models.Outcome, data)
    if one:
        one.reason = "سبب"
        one.state = data.draw(st.sampled_from(FollowUpState))
        one.due, one.ongoing = data.draw(DAYS), False
        who = some(work, models.Body, data)
        if who and not one.owner_bodies:
            one.owner_bodies = [models.OutcomeBody(body=who)]


def rename(work: UnitOfWork, data: st.DataObject) -> None:
    one = some(work, models.Person, data)
    if one:
        one.name_ar, one.email = data.draw(NAMES) or "آخر", data.draw(NAMES)


def remove_outcome(work: UnitOfWork, data: st.DataObject) -> None:
    one = some(work, models.Outcome, data)
    if one:
        held = one.session
        for line in held.interventions:
            if line.outcome is one:
                line.outcome, line.summary_ar = None, one.text_ar
        held.outcomes.remove(one)
        for position, other in enumerate(held.outcomes, 1):
            other.position = position


def remove_session(work: UnitOfWork, data: st.DataObject) -> None:
    one = some(work, models.Session, data)
    if one:
        for line in one.attendance:
            line.state, line.represented_by = AttendanceState.ABSENT, None
        work.db.flush()
        work.db.delete(one)


def set_setting(work: UnitOfWork, data: st.DataObject) -> None:
    one = some(work, models.Setting, data)
    value = data.draw(st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists))
    if one:
        one.value = value
    else:
        work.db.add(models.Setting(key="k", value=value))


STEPS: tuple[Callable[[UnitOfWork, st.DataObject], None], ...] = (
    add_person,
    add_body,
    add_session,
    invite,
    invite,
    represent,
    add_outcome,
    add_outcome,
    follow_up,
    rename,
    remove_outcome,
    remove_session,
    set_setting,
)


@contextmanager
def made() -> Iterator[Store]:
    with TemporaryDirectory() as folder, create_store(Path(folder, "a.mahdar")) as store:
        yield store


@settings(max_examples=25, deadline=None)
@given(data=DRAWN)
def test_undoing_any_history_gives_what_was_before_and_redoing_what_was_after(
    data: st.DataObject,
) -> None:
    with made() as store:
        states, units = [tables(store)], []
        for steps in data.draw(
            st.lists(st.lists(st.sampled_from(STEPS), min_size=1, max_size=3), max_size=9)
        ):
            with store.write("x") as work:
                for step in steps:
                    step(work, data)
                    work.db.flush()
            units.append(work.uid)
            states.append(tables(store))
        undone = []
        for n in range(data.draw(st.integers(0, len(units)))):
            undone.append(take_back(store, units[-1 - n]))
            assert tables(store) == states[-2 - n]
        redone = [take_back(store, again) for again in reversed(undone)]
        assert tables(store) == states[-1]
        for again in reversed(redone):
            take_back(store, again)
        assert tables(store) == states[len(units) - len(undone)]


# --- each table --------------------------------------------------------------------------------


def test_a_whole_centre_is_taken_back_and_done_again(store: Store) -> None:
    empty = tables(store)
    done = unit(store, lambda work: work.db.add_all(whole_centre()))
    whole = all_tables(store.engine)
    undone = take_back(store, done)
    assert tables(store) == empty
    take_back(store, undone)
    assert all_tables(store.engine) == whole


def test_the_history_of_an_outcome_goes_on_when_it_is_put_back(centre: Store) -> None:
    def follow(work: UnitOfWork) -> None:
        one = work.db.get_one(models.Outcome, 1)
        one.state, one.percent = FollowUpState.IN_PROGRESS, 40

    before = tables(centre)
    take_back(centre, unit(centre, follow))
    assert tables(centre) == before
    with centre.read() as reading:
        told = reading.db.get_one(models.Outcome, 1).changes
        assert [(one.state, one.percent) for one in told][1:] == [
            (FollowUpState.IN_PROGRESS, 40),
            (FollowUpState.NOT_STARTED, 0),
        ]


def test_a_removed_outcome_comes_back_with_its_history(centre: Store) -> None:
    unit(centre, lambda work: work.db.delete(work.db.get_one(models.CarriedOutcome, 1)))
    before = all_tables(centre.engine)
    done = unit(centre, lambda work: work.db.delete(work.db.get_one(models.Outcome, 1)))
    assert not all_tables(centre.engine)["outcome_changes"]
    take_back(centre, done)
    assert all_tables(centre.engine) == before


def test_files_stay_when_what_named_them_is_taken_back(centre: Store) -> None:
    def attach(work: UnitOfWork) -> None:
        work.db.add(
            models.Attachment(
                session_id=1,
                file_name="لوحة.pdf",
                added_at=work.at,
                content=content(b"board"),
            )
        )

    before = all_tables(centre.engine)
    undone = take_back(centre, unit(centre, attach))
    after = all_tables(centre.engine)
    assert after["attachments"] == before["attachments"]
    assert len(after["contents"]) == len(before["contents"]) + 1
    take_back(centre, undone)
    assert len(all_tables(centre.engine)["attachments"]) == len(before["attachments"]) + 1


# --- what cannot be taken back -----------------------------------------------------------------


def rename_first(name: str) -> Change:
    def change(work: UnitOfWork) -> None:
        work.db.get_one(models.Person, 1).name_ar = name

    return change


def add_one(work: UnitOfWork) -> None:
    work.db.add(person("جديدة"))


def newest(work: UnitOfWork) -> models.Person:
    return work.db.scalars(select(models.Person).order_by(models.Person.id.desc())).all()[0]


def rename_newest(work: UnitOfWork) -> None:
    newest(work).name_ar = "أخرى"


def remove_newest(work: UnitOfWork) -> None:
    work.db.delete(newest(work))


def seat_newest(work: UnitOfWork) -> None:
    work.db.get_one(models.Session, 1).chair = newest(work)


def remove_line(work: UnitOfWork) -> None:
    work.db.delete(work.db.get_one(models.SessionDay, 1))


def same_day_again(work: UnitOfWork) -> None:
    work.db.add(models.SessionDay(session_id=1, day=date(2026, 3, 4)))


@pytest.mark.parametrize(
    ("first", "since"),
    [
        (rename_first("أولى"), rename_first("ثانية")),
        (add_one, rename_newest),
        (add_one, remove_newest),
        (add_one, seat_newest),
        (remove_line, same_day_again),
    ],
    ids=["changed", "added, changed", "added, removed", "added, used", "removed, in its place"],
)
def test_what_was_touched_since_is_not_taken_back(
    centre: Store, first: Change, since: Change
) -> None:
    done = unit(centre, first)
    unit(centre, since)
    before = all_tables(centre.engine)
    with pytest.raises(UserError) as refused:
        take_back(centre, done)
    assert refused.value is CHANGED_SINCE
    assert all_tables(centre.engine) == before


def test_what_was_removed_since_cannot_be_put_back_as_it_was(centre: Store) -> None:
    unit(centre, add_one)
    done = unit(centre, rename_newest)
    unit(centre, remove_newest)
    with pytest.raises(UserError) as refused:
        take_back(centre, done)
    assert refused.value is CHANGED_SINCE


def test_an_issued_paper_is_never_taken_back(centre: Store) -> None:
    def issue(work: UnitOfWork) -> None:
        held = work.db.get_one(models.Session, 1)
        work.db.add(document(held, version=2, content=content(b"corrected")))

    done = unit(centre, issue)
    before = all_tables(centre.engine)
    with pytest.raises(UserError) as refused:
        take_back(centre, done)
    assert refused.value is KEPT_FOR_EVER
    assert all_tables(centre.engine) == before
