"""The journal tells all that each unit of work changed."""

import random
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Date, Enum, Time, select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from db import models, recorder
from db.codes import AttendanceState, FollowUpState
from db.engine import create_store
from db.journal import Operation, entries, replayed
from db.models import Base, UtcDateTime, Words
from db.models.base import WordsList
from db.unit_of_work import Store
from tests.db.samples import (
    body,
    content,
    outcome,
    papers_of,
    person,
    session,
    tables,
    whole_centre,
)


def test_entry_of_each_kind(store: Store) -> None:
    with store.write("people.add") as work:
        salma = person()
        work.db.add(salma)
    uid = salma.uid
    with store.write("people.change") as work:
        found = work.db.scalars(select(models.Person)).one()
        found.email, found.phone = "x@example.ma", found.phone
    with store.write("people.remove") as work:
        work.db.delete(work.db.scalars(select(models.Person)).one())
    whole = {
        "id": 1,
        "uid": uid,
        "civility": "mrs",
        "name_ar": "سلمى العلوي",
        "name_fr": "",
        "email": "salma@example.ma",
        "phone": "",
    }
    with store.read() as reading:
        told = entries(reading, record_uid=uid)
    assert [(e.operation, e.before, e.after) for e in told] == [
        (Operation.ADDED, None, whole),
        (Operation.CHANGED, {"email": "salma@example.ma"}, {"email": "x@example.ma"}),
        (Operation.REMOVED, {**whole, "email": "x@example.ma"}, None),
    ]
    assert {(e.subject, e.record_uid, e.root_uid) for e in told} == {("people", uid, uid)}


def test_several_flushes_give_one_entry(store: Store) -> None:
    with store.write("test") as work:
        salma = person()
        work.db.add(salma)
        for email in ("a", "b", "c"):
            salma.email = email
            work.db.flush()
        passing = person("عابر")
        work.db.add(passing)
        work.db.flush()
        work.db.delete(passing)
    with store.write("test") as work:
        found = work.db.scalars(select(models.Person)).one()
        for email in ("d", "c"):
            found.email = email
            work.db.flush()
    with store.read() as reading:
        (entry,) = entries(reading)
    assert entry.after is not None
    assert entry.after["email"] == "c"


def test_record_changed_without_being_read_keeps_its_past(store: Store) -> None:
    with store.write("test") as work:
        salma = person()
        work.db.add(salma)
        work.db.flush()
        work.db.expunge(salma)
    with store.write("test") as work:
        work.db.add(salma)
        work.db.expire(salma)
        salma.email = "new"
    with store.read() as reading:
        entry = entries(reading)[-1]
    assert (entry.before, entry.after) == ({"email": "salma@example.ma"}, {"email": "new"})


def test_parts_are_told_with_what_they_are_part_of(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
        work.db.flush()
        held = work.db.scalars(select(models.Session)).one()
        work.db.add_all(papers_of(held))
    with store.write("test") as work:
        work.db.scalars(select(models.OutcomeBody)).one().position = 4
    parts = {
        "sessions", "session_days", "session_people", "invitation_letters", "agenda_items",
        "attendance", "interventions", "intervention_speakers", "outcomes", "outcome_bodies",
        "outcome_changes", "issued_documents", "document_signatories", "deliveries", "outputs",
        "attachments", "replaced_wordings", "carried_outcomes", "final_versions",
    }  # fmt: skip
    with store.read() as reading:
        told = entries(reading, root_uid=held.uid)
        assert {entry.subject for entry in told} == parts
        assert (told[-1].subject, told[-1].after) == ("outcome_bodies", {"position": 4})
        other = {entry.subject for entry in entries(reading)} - parts
    assert other == {
        "appointments", "bodies", "body_names", "contents", "group_members", "groups",
        "numbering_counters", "people", "phrases", "saved_views", "series",
            "session_types", "settings",
    }  # fmt: skip


def test_parts_removed_with_it_are_told_too(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
    with store.write("test") as work:
        held = work.db.scalars(select(models.Session)).one()
        held.days.clear()
        held.outcomes[0].owner_bodies = []
    with store.write("test") as work:
        work.db.delete(work.db.scalars(select(models.Session)).one())
        work.db.add(session())
    with store.read() as reading:
        told = entries(reading, root_uid=held.uid)
    added = [entry.record_uid for entry in told if entry.operation is Operation.ADDED]
    removed = [entry.record_uid for entry in told if entry.operation is Operation.REMOVED]
    assert sorted(added) == sorted(removed)


def test_entries_are_found_by_subject_time_and_unit(store: Store) -> None:
    with store.write("first") as first:
        first.db.add_all([person(), body()])
    with store.write("second") as second:
        second.db.add(person("عمر"))
    with store.read() as reading:
        assert {e.subject for e in entries(reading, subject="people")} == {"people"}
        assert len(entries(reading, subject="people")) == 2
        assert [e.use_case for e in entries(reading, since=second.at)] == ["second"]
        assert entries(reading, since=second.at + timedelta(seconds=1)) == ()
        assert {e.use_case for e in entries(reading, unit=first.uid)} == {"first"}
        assert entries(reading, record_uid="nobody") == ()


def test_bytes_are_left_to_their_fingerprint(store: Store) -> None:
    with store.write("test") as work:
        work.db.add(content(b"%PDF"))
    with store.read() as reading:
        (entry,) = entries(reading)
    assert entry.after is not None
    assert "data" not in entry.after
    assert entry.after["size"] == 4


@pytest.mark.parametrize("count", [5, 6, 7])
def test_many_records_are_told_each(
    store: Store, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(recorder, "_AT_ONCE", 3)
    with store.write("test") as work:
        work.db.add_all([person(str(n)) for n in range(count)])
    with store.read() as reading:
        told = entries(reading)
    assert [e.after["name_ar"] for e in told if e.after] == [str(n) for n in range(count)]


def test_arabic_is_kept_as_it_is_read(store: Store) -> None:
    with store.write("test") as work:
        work.db.add(person("سلمى"))
    with store.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT after FROM journal").scalar_one()
    assert "سلمى" in kept


def _told(column: Column[Any], told: Any) -> object:  # noqa: ANN401 - any JSON
    """Read back what the journal says of a column."""
    kind = column.type
    if told is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class:
        return kind.enum_class(told)
    if isinstance(kind, WordsList):
        return tuple(Words(**each) for each in told)
    readers = {
        UtcDateTime: datetime.fromisoformat,
        Date: date.fromisoformat,
        Time: time.fromisoformat,
    }
    return readers[type(kind)](told) if type(kind) in readers else told


def test_every_type_is_told_without_loss(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
        work.db.flush()
        work.db.add_all(papers_of(work.db.scalars(select(models.Session)).one()))
    kinds = set()
    with store.read() as reading, store.engine.connect() as connection:
        for entry in entries(reading):
            table = Base.metadata.tables[entry.subject]
            assert entry.after is not None
            columns = [c for c in table.columns if c.name in entry.after]
            row = connection.execute(select(*columns).where(table.c.uid == entry.record_uid)).one()
            assert [_told(c, entry.after[c.name]) for c in columns] == list(row)
            kinds |= {type(value) for value in row}
    assert kinds >= {int, str, bool, date, datetime, time, tuple, dict, FollowUpState}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=4), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(values=st.lists(json_values, min_size=1, max_size=5))
def test_settings_of_every_kind_come_back(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any]
) -> None:
    with create_store(tmp_path_factory.mktemp("json") / "a.mahdar") as store:
        with store.write("test") as work:
            work.db.add_all(models.Setting(key=f"k{n}", value=v) for n, v in enumerate(values))
        with store.read() as reading:
            kept = reading.db.scalars(select(models.Setting).order_by(models.Setting.id)).all()
            assert [setting.value for setting in kept] == values
            told = [entry.after["value"] for entry in entries(reading) if entry.after]
        assert repr(told) == repr(values)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": float("-inf")}])
def test_what_json_cannot_say_is_refused(store: Store, value: object) -> None:
    with pytest.raises(StatementError, match="not JSON compliant"), store.write("test") as work:
        work.db.add(models.Setting(key="k", value=value))


def _random_edit(db: Session, chance: random.Random) -> None:
    held = db.scalars(select(models.Session)).all()
    people = db.scalars(select(models.Person)).all()
    one = chance.choice(held) if held else None
    match chance.randrange(9):
        case 0:
            db.add(session(attendance=[models.Attendance(person=person())]))
        case 1 if one:
            one.outcomes.append(outcome(percent=chance.randrange(101)))
        case 2 if one and one.outcomes:
            decided = chance.choice(one.outcomes)
            decided.percent, decided.due = chance.randrange(101), date(2026, 1, 1)
        case 3 if one and one.outcomes:
            one.outcomes.remove(chance.choice(one.outcomes))
        case 4 if one and one.attendance:
            line = chance.choice(one.attendance)
            line.state, line.late = AttendanceState.PRESENT, chance.random() < 0.5
        case 5 if one:
            db.delete(one)
        case 6 if one:
            one.objectives = tuple(Words(str(chance.random())) for _ in range(chance.randrange(3)))
            db.flush()
        case 7 if people:
            chance.choice(people).email = chance.choice(["", "a@example.ma"])
        case _:
            db.add(person(str(chance.random())))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), units=st.integers(1, 8))
def test_replaying_the_journal_gives_the_tables(
    tmp_path_factory: pytest.TempPathFactory, seed: int, units: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    with create_store(tmp_path_factory.mktemp("replay") / "a.mahdar") as store:
        for _ in range(units):
            _unit(store, chance)
        with store.read() as reading:
            told = replayed(entries(reading))
            back = _wound_back(entries(reading))
        held = tables(store.engine)
    assert {name: kept for name, kept in told.items() if kept} == {
        name: kept for name, kept in held.items() if kept
    }
    assert not any(back.values())


def _unit(store: Store, chance: random.Random) -> None:
    fails = chance.random() < 0.2
    try:
        with store.write("random") as work:
            for _ in range(chance.randrange(1, 8)):
                _random_edit(work.db, chance)
            if fails:
                work.db.add(session(type_code=""))
    except IntegrityError:
        assert fails


def _wound_back(told: tuple[Any, ...]) -> dict[str, dict[str, Any]]:
    """Undo all entries, newest first, each only if it finds what it left."""
    held = replayed(told)
    for entry in reversed(told):
        kept = held.setdefault(entry.subject, {})
        now = kept.get(entry.record_uid)
        if entry.operation is Operation.CHANGED:
            assert now is not None
            assert {field: now[field] for field in entry.after} == entry.after
            now.update(entry.before)
        else:
            assert now == entry.after
            if entry.before is None:
                del kept[entry.record_uid]
            else:
                kept[entry.record_uid] = dict(entry.before)
    return held


def _type(store: Store, name: str, *, who: str = "salma", use_case: str = "test.type") -> None:
    with store.write(use_case, who, typing=True) as work:
        work.db.scalars(select(models.Person)).one().name_ar = name


def test_what_one_types_on_is_one_entry(store: Store) -> None:
    with store.write("test.type", "salma", typing=True) as work:
        work.db.add(person("س"))
    for name in ("سل", "سلم", "سلمى"):
        _type(store, name)
    with store.read() as reading:
        (told,) = entries(reading)
        assert told.operation is Operation.ADDED
        assert told.after is not None
        assert told.after["name_ar"] == "سلمى"
        assert replayed([told]) == {"people": tables(store.engine)["people"]}


def test_typing_that_changes_a_record_tells_of_it_before_and_after_all(store: Store) -> None:
    with store.write("test.add") as work:
        work.db.add(person("س"))
    _type(store, "سل")
    with store.write("test.type", "salma", typing=True) as work:
        work.db.scalars(select(models.Person)).one().email = "s@example.ma"
    _type(store, "سلمى")
    with store.read() as reading:
        _, told = entries(reading)
    assert (told.before, told.after) == (
        {"name_ar": "س", "email": "salma@example.ma"},
        {"name_ar": "سلمى", "email": "s@example.ma"},
    )


def test_typing_is_told_apart_from_what_others_did_or_long_after(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.write("test.add") as work:
        work.db.add(person("س"))
    _type(store, "ا")
    _type(store, "ب", who="kamal")
    _type(store, "ج", who="kamal", use_case="test.other")
    _type(store, "د", who="kamal")
    with store.write("test.type", "kamal") as work:  # not typing
        work.db.scalars(select(models.Person)).one().name_ar = "ه"
    monkeypatch.setattr("db.recorder._TYPED_ON", timedelta(0))
    _type(store, "و", who="kamal")
    with store.read() as reading:
        assert len(entries(reading)) == 7
    with store.write("test.type", "kamal", typing=True) as work:
        work.db.delete(work.db.scalars(select(models.Person)).one())
    with store.read() as reading:
        assert entries(reading)[-1].operation is Operation.REMOVED


def test_screens_hear_of_what_was_joined(store: Store) -> None:
    with store.write("test.type", "salma", typing=True) as work:
        work.db.add(person("س"))
    heard: list[tuple[str, ...]] = []
    store.subscribe(lambda told: heard.append(tuple(one.subject for one in told)))
    _type(store, "سلمى")
    assert heard == [("people",)]
