"""What the journal says of a session, as one reads it."""

from collections.abc import Callable
from datetime import date

import pytest

from db import models
from db.codes import (
    AttendanceState,
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    OutcomeKind,
    SessionState,
)
from db.errors import UserError
from db.journal import Operation
from db.undoing import undo
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import outcomes, outputs, papers, session_edits, session_states
from desktop_app.services.drafts import AttendanceDraft, OutcomeDraft, Words
from desktop_app.services.note_reading import Reading as Line
from desktop_app.services.recording import record_session
from desktop_app.services.session_history import Change, Entry, Event, session_history
from desktop_app.wording.bilingual import Bilingual
from tests.db.samples import whole_centre
from tests.services.drafts import draft
from tests.services.test_use_cases import LINES, USE_CASES, kept

DAY = date(2026, 3, 4)
SALMA = Bilingual("سلمى أيت وعلي", "Salma Aït Ouali")
KAMAL = Bilingual("", "Kamal Benziane")


def history(store: Store, session_id: int = 1) -> tuple[Event, ...]:
    with store.read() as reading:
        return session_history(reading, session_id)


@pytest.fixture
def recorded(store: Store) -> Store:
    with store.write("sessions.record", "salma") as work:
        record_session(work, draft(**LINES))
    return store


def latest(store: Store, do: Callable[[UnitOfWork], object]) -> Event:
    with store.write("test.do", "kamal") as work:
        do(work)
    return history(store)[0]


def told_of(event: Event, subject: str) -> Entry:
    return next(entry for entry in event.entries if entry.subject == subject)


def issue(work: UnitOfWork, pdf: bytes = b"%PDF") -> int:
    return papers.issue(
        work,
        pdf,
        session_id=1,
        kind=DocumentKind.MINUTES,
        language=DocumentLanguage.ARABIC,
        file_name="m.pdf",
        dated=DAY,
        signatories=[1],
    )


def test_a_session_begins_with_all_that_was_recorded_with_it(recorded: Store) -> None:
    (event,) = history(recorded)
    assert (event.who, event.use_case) == ("salma", "sessions.record")
    assert {entry.subject for entry in event.entries} == {
        *("sessions", "session_days", "session_people", "agenda_items", "attendance"),
        *("interventions", "outcomes"),
    }
    assert all(entry.operation is Operation.ADDED for entry in event.entries)
    names = {entry.subject: entry.name for entry in event.entries}
    assert names["session_days"] == (DAY,)
    assert names["outcomes"] == (OutcomeKind.ACTION, Bilingual("عمل"))
    assert names["attendance"] in {(SALMA,), (KAMAL,)}


def test_the_latest_stands_first_and_says_who_changed_what(recorded: Store) -> None:
    event = latest(recorded, lambda w: session_states.move(w, 1, SessionState.INVITED, DAY))
    assert event.who == "kamal"
    assert event.entries == (
        Entry(
            *("sessions", Operation.CHANGED, ()),
            (
                Change("state", "", SessionState.PLANNED, SessionState.INVITED),
                Change("since", "", "", DAY),
            ),
        ),
    )
    assert len(history(recorded)) == 2


def test_a_text_says_in_which_language_it_was_changed(recorded: Store) -> None:
    def change(work: UnitOfWork) -> None:
        session = work.db.get_one(models.Session, 1)
        session.theme_fr = "Autre chose"
        session.chair_id = 1
        session.objectives = (models.Words("هدف", ""),)

    (entry,) = latest(recorded, change).entries
    assert set(entry.changes) == {
        Change("theme", "fr", "Qualité des données", "Autre chose"),
        Change("chair_id", "", "", SALMA),
        Change("objectives", "", (), (Bilingual("هدف"),)),
    }


def test_what_was_removed_is_still_called_by_its_name(recorded: Store) -> None:
    event = latest(recorded, lambda w: session_edits.set_outcomes(w, 1, []))
    assert event.entries == (
        Entry("outcomes", Operation.REMOVED, (OutcomeKind.ACTION, Bilingual("عمل")), ()),
    )


def test_an_owner_added_later_is_told_apart(recorded: Store) -> None:
    uid = ""
    with recorded.read() as reading:
        outcome = reading.db.get_one(models.Outcome, 1)
        uid = outcome.uid
    owned = OutcomeDraft(uid=uid, kind=OutcomeKind.ACTION, text=Words("عمل"))
    event = latest(recorded, lambda w: session_edits.set_outcomes(w, 1, [owned]))
    assert [(entry.subject, entry.operation, entry.name) for entry in event.entries] == [
        ("outcome_bodies", Operation.REMOVED, (OutcomeKind.ACTION, Bilingual("المركز")))
    ]


def test_what_repeats_another_record_is_not_told(recorded: Store) -> None:
    def late(work: UnitOfWork) -> None:
        work.db.get_one(models.Outcome, 1).due = DAY

    (entry,) = latest(recorded, late).entries
    assert (entry.subject, entry.changes) == ("outcomes", (Change("due", "", "", DAY),))


def test_a_line_that_only_moved_is_not_told(recorded: Store) -> None:
    def swap(work: UnitOfWork) -> None:
        for line in work.db.get_one(models.Session, 1).attendance:
            line.position += 5

    with recorded.write("x") as work:
        swap(work)
    assert len(history(recorded)) == 1


def test_attendance_is_told_by_the_persons_name(recorded: Store) -> None:
    def attended(work: UnitOfWork) -> None:
        uid = work.db.get_one(models.Person, 2).uid
        present = AttendanceDraft(person=uid, state=AttendanceState.ABSENT)
        session_edits.set_attendance(work, 1, [present])

    told = {entry.name: entry for entry in latest(recorded, attended).entries}
    assert told[(KAMAL,)].changes == (
        Change("invited", "", before=False, after=True),
        Change("state", "", AttendanceState.PRESENT, AttendanceState.ABSENT),
    )
    assert told[(SALMA,)].operation is Operation.REMOVED


def test_a_paper_that_left_says_which_bytes_to_whom(recorded: Store) -> None:
    issued = told_of(latest(recorded, issue), "issued_documents")
    told = {change.field: change.after for change in issued.changes}
    fingerprint = "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027"
    assert issued.name == (DocumentKind.MINUTES, DocumentLanguage.ARABIC)
    assert told == {"version": 1, "file_name": "m.pdf", "dated": DAY, "content_id": fingerprint}

    sent = latest(recorded, lambda w: papers.deliver(w, 1, "الأكاديمية", DeliveryMeans.HAND))
    delivery = told_of(sent, "deliveries")
    assert delivery.name == (DocumentKind.MINUTES, "الأكاديمية")
    assert delivery.changes == (
        Change("means", "", "", DeliveryMeans.HAND),
        Change("content_id", "", "", fingerprint),
    )
    (confirmed,) = latest(recorded, lambda w: papers.confirm_delivery(w, 1)).entries
    assert [change.field for change in confirmed.changes] == ["confirmed_at"]

    (printed,) = latest(recorded, lambda w: outputs.record_print(w, 1, "Kyocera", 2)).entries
    assert printed.name[-1] == "Kyocera"
    assert Change("copies", "", "", 2) in printed.changes
    assert Change("content_id", "", "", fingerprint) in printed.changes


def test_a_wording_of_ones_own_is_told_with_its_words(recorded: Store) -> None:
    put = latest(
        recorded,
        lambda w: papers.replace_wording(w, 1, DocumentKind.MINUTES, "opening", "fr", "mots"),
    )
    (entry,) = put.entries
    assert entry.name == (DocumentKind.MINUTES, DocumentLanguage.FRENCH)
    assert entry.changes == (Change("text", "", "", "mots"),)


def test_a_type_is_called_by_its_name(recorded: Store) -> None:
    def change(work: UnitOfWork) -> None:
        work.db.get_one(models.Session, 1).type_code = "workshop"

    (entry,) = latest(recorded, change).entries
    assert entry.changes == (
        Change(
            *("type_code", ""),
            Bilingual("اجتماع", "réunion"),
            Bilingual("ورشة عمل", "atelier de travail"),
        ),
    )


def test_other_sessions_are_not_told(recorded: Store) -> None:
    with recorded.write("x") as work:
        record_session(work, draft())
    assert len(history(recorded, 1)) == len(history(recorded, 2)) == 1


@pytest.mark.parametrize("act", USE_CASES.values(), ids=[f.__qualname__ for f in USE_CASES])
def test_every_use_case_can_be_told(store: Store, act: Callable[[UnitOfWork], object]) -> None:
    with store.write("prepare") as work:
        kept(work)
    with store.write("act") as work:
        act(work)
    assert history(store)[-1].use_case == "prepare"


def test_a_record_of_every_table_can_be_told(store: Store) -> None:
    with store.write("x") as work:
        work.db.add_all(whole_centre())
    with store.read() as reading:
        told = [session_history(reading, one.id) for one in reading.db.query(models.Session)]
    assert all(told)


def test_a_session_that_is_not_there_has_no_history(store: Store) -> None:
    with pytest.raises(UserError, match="no record 1"):
        history(store)


def test_units_that_follow_closely_are_one_with_what_they_came_to(recorded: Store) -> None:
    for text in ("أول", "أول ثم", "أول ثم آخر"):
        with recorded.write("outcomes.edit", "salma") as work:
            outcomes.edit(work, 1, {("text", "ar"): text})
    first, *others = history(recorded)
    assert first.use_case == "outcomes.edit"
    assert [one.use_case for one in others].count("outcomes.edit") == 0
    (change,) = told_of(first, "outcomes").changes
    assert (change.before, change.after) == ("عمل", "أول ثم آخر")
    assert first.at < first.until


def test_what_came_to_nothing_is_not_told(recorded: Store) -> None:
    before = history(recorded)
    for text in ("أول", "عمل"):
        with recorded.write("outcomes.edit") as work:
            outcomes.edit(work, 1, {("text", "ar"): text})
    assert history(recorded) == before


def test_what_was_added_and_edited_at_once_was_added_as_it_is_now(recorded: Store) -> None:
    line = Line("كلام")
    with recorded.write("outcomes.write") as work:
        key = outcomes.add_line(work, 1, OutcomeKind.ACTION, line)
    with recorded.write("outcomes.write") as work:
        outcomes.edit(work, key, {("text", "ar"): "كلام آخر"})
    told = told_of(history(recorded)[0], "outcomes")
    assert (told.operation, told.name[1]) == (Operation.ADDED, Bilingual("كلام آخر"))
    with recorded.write("outcomes.write") as work:
        outcomes.remove(work, key)
    assert all(one.use_case != "outcomes.write" for one in history(recorded))


def test_what_was_edited_then_removed_is_called_by_its_last_name(recorded: Store) -> None:
    with recorded.write("outcomes.write") as work:
        outcomes.edit(work, 1, {("text", "ar"): "كلام آخر"})
    with recorded.write("outcomes.write") as work:
        outcomes.remove(work, 1)
    told = told_of(history(recorded)[0], "outcomes")
    assert told.operation is Operation.REMOVED


def test_what_came_back_changed_was_changed(recorded: Store) -> None:
    with recorded.write("outcomes.remove") as work:
        outcomes.remove(work, 1)
    with recorded.write("undo") as back:
        undo(back, work.uid)
    with recorded.write("undo") as again:
        outcomes.edit(again, 1, {("text", "ar"): "آخر"})
    use_cases = [one.use_case for one in history(recorded)]
    assert use_cases[:2] == ["undo", "outcomes.remove"]


def test_steps_and_papers_stand_by_themselves(recorded: Store) -> None:
    many = len(history(recorded))
    latest(recorded, lambda work: session_states.move(work, 1, SessionState.HELD, DAY))
    latest(recorded, lambda work: session_states.move(work, 1, SessionState.DRAFTING, DAY))
    latest(recorded, lambda work: issue(work, b"1"))
    latest(recorded, lambda work: issue(work, b"2"))
    assert len(history(recorded)) == many + 4
