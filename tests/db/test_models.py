"""Each table refuses what may not be recorded."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Dialect, make_url, select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.schema import CreateIndex, CreateTable

from db import models
from db.codes import (
    Answer,
    AttendanceState,
    BodyKind,
    DeliveryMeans,
    DocumentKind,
    DocumentState,
    FollowUpState,
    Mode,
    Priority,
    SessionRole,
    SessionState,
)
from db.models import Base, Words
from db.unit_of_work import Store
from tests.db.samples import (
    NOON,
    body,
    content,
    document,
    fingerprint,
    outcome,
    papers_of,
    person,
    session,
    tables,
    whole_centre,
)


def added(store: Store, *new: Base) -> None:
    with store.write("test") as work:
        work.db.add_all(new)


def kept_session(store: Store) -> models.Session:
    held = session(attendance=[models.Attendance(person=person())])
    with store.write("test") as work:
        work.db.add(held)
        work.db.flush()
        work.db.refresh(held, ["attendance"])
        work.db.expunge_all()
    return held


def test_every_table_holds_a_record_and_gives_it_back(store: Store) -> None:
    with store.write("test") as work:
        work.db.add_all(whole_centre())
        work.db.flush()
        work.db.add_all(papers_of(work.db.scalars(select(models.Session)).one()))
    assert [name for name, held in tables(store.engine).items() if not held] == []
    with store.read() as reading:
        held = reading.db.scalars(select(models.Session)).one()
        assert held.objectives == (Words("تقاسم المستجدات", "partager"), Words("", "préparer"))
        assert held.conclusions == ()
        assert (held.start_time, held.days[0].day) == (time(9, 30), date(2026, 3, 4))
        absent, substitute = held.attendance
        assert absent.represented_by is substitute
        assert substitute.represented_by is None
        assert held.outcomes[0].agenda_item is held.agenda[0]
        assert held.letter is not None
        assert held.letter.references == (Words("مذكرة 17"),)


def test_nothing_is_assumed_before_it_is_recorded(store: Store) -> None:
    held = session(attendance=[models.Attendance(person=person())], outcomes=[outcome()])
    added(store, held)
    with store.read() as reading:
        line = reading.db.scalars(select(models.Attendance)).one()
        assert (line.invited, line.answer, line.state) == (
            True,
            Answer.NONE,
            AttendanceState.NOT_RECORDED,
        )
        assert (line.late, line.left_early, line.represented_by_id) == (False, False, None)
        decided = reading.db.scalars(select(models.Outcome)).one()
        assert (decided.state, decided.percent) == (FollowUpState.NOT_STARTED, 0)
        assert decided.priority is Priority.NORMAL
        kept = reading.db.scalars(select(models.Session)).one()
        assert (kept.state, kept.mode) == (SessionState.PLANNED, Mode.IN_PERSON)
        assert (kept.theme_fr, kept.agenda_exhausted, kept.letter) == ("", True, None)


def _attendance(**values: object) -> models.Session:
    return session(attendance=[models.Attendance(person=person(), **values)])


def _of_a_type(**values: object) -> models.SessionType:
    words = dict.fromkeys(("indefinite", "definite", "plural", "french", "french_plural"), "x")
    return models.SessionType(
        **{"code": "x", "gender": "m", "french_gender": "f", **words, **values}
    )


def _twice_in_one() -> models.Session:
    same = person()
    return session(attendance=[models.Attendance(person=same), models.Attendance(person=same)])


def _own_substitute() -> models.Session:
    line = models.Attendance(id=1, person=person(), state=AttendanceState.REPRESENTED)
    line.represented_by_id = 1
    return session(attendance=[line])


def _substitute_elsewhere() -> models.Session:
    elsewhere = models.Attendance(person=person(), state=AttendanceState.PRESENT)
    elsewhere.session = session()
    return session(
        attendance=[
            models.Attendance(
                person=person(), state=AttendanceState.REPRESENTED, represented_by=elsewhere
            )
        ]
    )


REFUSED: dict[str, Callable[[], Base]] = {
    "ends_after_start": lambda: session(start_time=time(10), end_time=time(9)),
    "sessions_typed": lambda: session(type_code=""),
    "percent_in_range": lambda: session(outcomes=[outcome(percent=101)]),
    "percent_in_range ": lambda: session(outcomes=[outcome(percent=-1)]),
    "ongoing_has_no_due_date": lambda: session(
        outcomes=[outcome(ongoing=True, due=date(2026, 1, 1))]
    ),
    "outcomes_worded": lambda: session(outcomes=[outcome(text_ar="")]),
    "represented_by_somebody": lambda: _attendance(state=AttendanceState.REPRESENTED),
    "represented_by_another": _own_substitute,
    "FOREIGN KEY": _substitute_elsewhere,
    "late_only_if_there": lambda: _attendance(late=True),
    "late_only_if_there ": lambda: _attendance(state=AttendanceState.ABSENT, left_early=True),
    "attendance.session_id, attendance.person_id": _twice_in_one,
    "body_names_named": lambda: models.Body(kind=BodyKind.CENTRE, names=[models.BodyName()]),
    "people_named": models.Person,
    "groups_named": models.Group,
    "minutes_not_negative": lambda: session(agenda=[models.AgendaItem(planned_minutes=-1)]),
    "phrases_worded": models.Phrase,
    "series_named": models.Series,
    "version_not_negative": lambda: session(minutes_version=-1),
    "final_has_a_version": lambda: session(minutes_final=True),
    "saved_views_named": lambda: models.SavedView(place="follow-ups", name="", filters={}),
    "settings_keyed": lambda: models.Setting(key="", value=1),
    "last_not_negative": lambda: models.NumberingCounter(kind="common", year=2026, last=-1),
    "of_a_kind": lambda: models.NumberingCounter(kind="", year=2026),
    "session_types_coded": lambda: _of_a_type(code=""),
    "types_gender": lambda: _of_a_type(gender="n"),
    "french_gender": lambda: _of_a_type(french_gender="n"),
    "types_verbs": lambda: _of_a_type(verbs="D"),
    "bodies.uid": lambda: models.Body(
        kind=BodyKind.CENTRE, uid="same", parent=models.Body(kind=BodyKind.ACADEMY, uid="same")
    ),
}


@pytest.mark.parametrize("rule", REFUSED)
def test_refused_by_its_table(store: Store, rule: str) -> None:
    before = tables(store.engine)
    with pytest.raises(IntegrityError, match=rule.strip()):
        added(store, REFUSED[rule]())
    assert tables(store.engine) == before


@pytest.mark.parametrize("state", ["suspended", "postponed", "cancelled", "passed_on"])
def test_reason_asked_for(store: Store, state: str) -> None:
    with pytest.raises(IntegrityError, match="reason_given"):
        added(store, session(outcomes=[outcome(state=FollowUpState(state))]))
    added(store, session(outcomes=[outcome(state=FollowUpState(state), reason="نقص الاعتمادات")]))


def test_a_session_that_is_cancelled_needs_its_reason(store: Store) -> None:
    with pytest.raises(IntegrityError, match="reason_given"):
        added(store, session(state=SessionState.CANCELLED))
    added(store, session(state=SessionState.CANCELLED, reason="إضراب"))
    added(store, session(state=SessionState.POSTPONED))


def test_end_may_be_open(store: Store) -> None:
    added(store, session(start_time=time(9)), session(end_time=time(9)), session())


@pytest.mark.parametrize(
    ("table", "column", "code"),
    [
        ("sessions", "state", "held_twice"),
        ("attendance", "state", "asleep"),
        ("attendance", "answer", "maybe"),
        ("outcomes", "kind", "wish"),
        ("people", "civility", "dr"),
    ],
)
def test_closed_list_is_kept_by_the_table_itself(
    store: Store, table: str, column: str, code: str
) -> None:
    added(store, session(outcomes=[outcome()], attendance=[models.Attendance(person=person())]))
    writer = store.engine.execution_options(mahdar_writes=True)
    update = f"UPDATE {table} SET {column} = '{code}'"  # noqa: S608 - all three stand above
    with pytest.raises(IntegrityError), writer.begin() as connection:
        connection.exec_driver_sql(update)


def test_unknown_code_is_refused_before_it_is_written(store: Store) -> None:
    with pytest.raises(StatementError, match="asleep"):
        added(store, _attendance(state="asleep"))


def test_body_is_not_its_own_parent(store: Store) -> None:
    with pytest.raises(IntegrityError, match="not_its_own_parent"):
        added(store, models.Body(id=7, kind=BodyKind.CENTRE, parent_id=7))


def test_who_is_named_is_not_deleted(store: Store) -> None:
    added(store, session(chair=person()))
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), store.write("test") as work:
        work.db.delete(work.db.scalars(select(models.Person)).one())


def test_once_for_everybody_and_once_for_each_person(store: Store) -> None:
    held = kept_session(store)
    who = held.attendance[0].person_id

    def wording(person_id: int | None) -> models.ReplacedWording:
        return models.ReplacedWording(
            session_id=held.id,
            kind=DocumentKind.INVITATION,
            person_id=person_id,
            block="opening",
            language="fr",
            text="…",
        )

    added(store, wording(None), wording(who))
    for person_id in (None, who):
        with pytest.raises(IntegrityError, match="UNIQUE"):
            added(store, wording(person_id))


def test_versions_of_a_paper_differ(store: Store) -> None:
    held = kept_session(store)
    added(store, document(held))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        added(store, document(held, content=content(b"another")))
    added(store, document(held, content=content(b"another"), version=2))
    with pytest.raises(IntegrityError, match="version_from_one"):
        added(store, document(held, content=content(b"third"), version=0))


def test_versions_of_minutes_are_counted_and_reasoned(store: Store) -> None:
    held = kept_session(store)

    def final(number: int, reason: str = "") -> models.FinalVersion:
        return models.FinalVersion(
            session_id=held.id,
            number=number,
            reason=reason,
            finalised_at=NOON,
            content=content(f"{number}{reason}".encode()),
        )

    for wrong, rule in ((final(0), "number_from_one"), (final(2), "reason_given")):
        with pytest.raises(IntegrityError, match=rule):
            added(store, wrong)
    added(store, final(1), final(2, "خطأ في اسم"))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        added(store, final(2, "again"))


def test_papers_of_no_session_are_unique_too(store: Store) -> None:
    def synthesis(version: int, data: bytes) -> models.IssuedDocument:
        return models.IssuedDocument(
            kind=DocumentKind.SYNTHESIS,
            language="fr",
            subject="2025-09-01/2026-08-31",
            version=version,
            state=DocumentState.TO_SIGN,
            issued_at=NOON,
            content=content(data),
        )

    added(store, synthesis(1, b"first"), synthesis(2, b"second"))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        added(store, synthesis(1, b"third"))


def test_delivery_is_confirmed_after_it_was_sent(store: Store) -> None:
    def sent(**values: object) -> models.Delivery:
        return models.Delivery(
            **{"recipient": "x", "means": DeliveryMeans.EMAIL, "sent_at": NOON, **values}
        )

    held = kept_session(store)
    for wrong, rule in (
        (sent(confirmed_at=NOON - timedelta(minutes=1)), "confirmed_after_sent"),
        (sent(recipient=""), "to_somebody"),
    ):
        with pytest.raises(IntegrityError, match=rule):
            added(store, document(held, deliveries=[wrong]))
    added(store, document(held, deliveries=[sent(confirmed_at=NOON)]))


def test_same_role_is_given_once(store: Store) -> None:
    same = person()
    roles = [models.SessionPerson(person=same, role=SessionRole.SIGNATORY) for _ in range(2)]
    with pytest.raises(IntegrityError, match="UNIQUE"):
        added(store, session(roles=roles))


def test_content_is_known_by_its_fingerprint(store: Store) -> None:
    added(store, content(b"\x00\xff paper"))
    with store.read() as reading:
        kept = reading.db.scalars(select(models.Content)).one()
        assert (kept.sha256, kept.size) == (fingerprint(b"\x00\xff paper"), 8)
        assert kept.data == b"\x00\xff paper"
    with pytest.raises(IntegrityError, match="sha256"):
        added(store, content(b"\x00\xff paper"))


@pytest.mark.parametrize("change", ["data", "kind", "reference", "version", "dated", "uid", "id"])
def test_issued_paper_never_changes(store: Store, change: str) -> None:
    added(store, document(kept_session(store)))
    before = tables(store.engine)
    changed: dict[str, Any] = {
        "kind": DocumentKind.REPORT,
        "reference": "15/26",
        "version": 3,
        "dated": date(2026, 1, 1),
        "uid": "other",
        "id": 77,
        "data": b"forged",
    }

    def forge() -> None:
        with store.write("test") as work:
            paper = work.db.scalars(select(models.IssuedDocument)).one()
            setattr(paper.content if change == "data" else paper, change, changed[change])

    with pytest.raises(RuntimeError, match="never change"):
        forge()
    assert tables(store.engine) == before
    with store.read() as reading:
        assert reading.db.scalars(select(models.Content)).one().data == content().data


@pytest.mark.parametrize("kind", [models.IssuedDocument, models.Content])
def test_issued_paper_is_never_deleted(store: Store, kind: type[Base]) -> None:
    added(store, content(b"alone"), document(kept_session(store)))
    before = tables(store.engine)
    with pytest.raises(RuntimeError, match="never deleted"), store.write("test") as work:
        work.db.delete(work.db.scalars(select(kind)).first())
    assert tables(store.engine) == before


def test_state_of_an_issued_paper_moves_on(store: Store) -> None:
    added(store, document(kept_session(store)))
    with store.write("test") as work:
        paper = work.db.scalars(select(models.IssuedDocument)).one()
        paper.state = DocumentState.SIGNED
        paper.registry_reference = "1204"
    with store.read() as reading:
        assert reading.db.scalars(select(models.IssuedDocument)).one().registry_reference == "1204"


def test_name_of_a_body_on_a_day() -> None:
    academy = body("قديم")
    academy.names.append(models.BodyName(name_ar="جديد", valid_from=date(2021, 10, 1)))
    on = {day: academy.name_on(day) for day in (date(2021, 9, 30), date(2021, 10, 1))}
    assert [name.name_ar for name in on.values() if name] == ["قديم", "جديد"]


def test_name_of_a_body_before_its_first() -> None:
    young = models.Body(
        names=[models.BodyName(name_ar=y, valid_from=date(int(y), 1, 1)) for y in ("2024", "2020")]
    )
    named = young.name_on(date(2009, 1, 1))
    assert named is not None
    assert named.name_ar == "2020"
    assert models.Body().name_on(date(2020, 1, 1)) is None


def test_function_of_a_person_on_a_day() -> None:
    salma = person()
    salma.appointments = [
        models.Appointment(title_ar="رئيسة المركز", valid_from=date(2024, 9, 1)),
        models.Appointment(title_ar="مهندسة", valid_from=date(2015, 9, 1)),
    ]
    days = (date(2010, 1, 1), date(2024, 8, 31), date(2024, 9, 1))
    held = [salma.held_on(day) for day in days]
    assert [h.title_ar for h in held if h] == ["مهندسة", "مهندسة", "رئيسة المركز"]
    assert person().held_on(date(2020, 1, 1)) is None


def followed_up(store: Store, **values: object) -> None:
    with store.write("follow_ups.change", who="salma") as work:
        decided = work.db.scalars(select(models.Outcome)).one()
        for name, value in values.items():
            setattr(decided, name, value)


def history(store: Store) -> list[tuple[Any, ...]]:
    with store.read() as reading:
        decided = reading.db.scalars(select(models.Outcome)).one()
        return [(c.state, c.due, c.ongoing, c.percent, c.who, c.why) for c in decided.changes]


def test_each_change_leaves_one_entry(store: Store) -> None:
    added(store, session(outcomes=[outcome()]))
    assert history(store) == []
    followed_up(store, percent=40, state=FollowUpState.IN_PROGRESS, why="بداية الأشغال")
    followed_up(store, due=date(2026, 9, 1))
    followed_up(store, state=FollowUpState.SUSPENDED, reason="نقص الاعتمادات")
    followed_up(store, state=FollowUpState.IN_PROGRESS)
    day = date(2026, 9, 1)
    assert history(store) == [
        (FollowUpState.IN_PROGRESS, None, False, 40, "salma", "بداية الأشغال"),
        (FollowUpState.IN_PROGRESS, day, False, 40, "salma", ""),
        (FollowUpState.SUSPENDED, day, False, 40, "salma", "نقص الاعتمادات"),
        (FollowUpState.IN_PROGRESS, day, False, 40, "salma", ""),
    ]


def test_other_changes_leave_none(store: Store) -> None:
    added(store, session(outcomes=[outcome()]))
    followed_up(store, priority=Priority.HIGH, remarks_ar="…", percent=0)
    assert history(store) == []


def test_history_never_changes(store: Store) -> None:
    added(store, session(outcomes=[outcome()]))
    followed_up(store, percent=40)
    with pytest.raises(RuntimeError, match="never change"), store.write("test") as work:
        work.db.scalars(select(models.OutcomeChange)).one().percent = 80


def test_moment_is_kept_in_utc_and_needs_its_zone(store: Store) -> None:
    held = kept_session(store)
    casablanca = timezone(timedelta(hours=1))
    added(store, document(held, issued_at=datetime(2026, 3, 4, 10, 0, tzinfo=casablanca)))
    with store.read() as reading:
        at = reading.db.scalars(select(models.IssuedDocument.issued_at)).one()
        assert (at, at.tzinfo) == (datetime(2026, 3, 4, 9, 0, tzinfo=UTC), UTC)
    with pytest.raises(StatementError, match="time zone"):
        added(
            store,
            document(held, version=2, content=content(b"x"), issued_at=NOON.replace(tzinfo=None)),
        )


def _postgresql() -> Dialect:
    return make_url("postgresql://").get_dialect()()


def test_moment_from_a_server_that_keeps_zones() -> None:
    kept = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    given = models.UtcDateTime().process_result_value(kept, _postgresql())
    assert given == kept
    assert given.tzinfo is UTC


def test_tables_can_be_made_on_postgresql() -> None:
    dialect = _postgresql()
    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect)).strip()
