"""One outcome at a time: added, edited field by field, moved, removed."""

from collections.abc import Callable
from datetime import date

import pytest

from db import models
from db.codes import FollowUpState, OutcomeKind
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import outcomes
from desktop_app.services.drafts import OutcomeDraft, Words
from desktop_app.services.note_reading import Reading
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.sessions import get_session
from desktop_app.services.validation import FieldError
from desktop_app.wording.bilingual import Bilingual
from tests.services.drafts import draft

DUE = date(2026, 6, 15)
TEXTS = ("أول", "ثان", "ثالث")


@pytest.fixture
def held(store: Store) -> Store:
    """A session with two points and three outcomes."""
    with store.write("prepare") as work:
        record_session(
            work,
            draft(
                agenda=[{"title": {"ar": "نقطة"}}, {"title": {"ar": "أخرى"}}],
                outcomes=[{"kind": "action", "text": {"ar": text}} for text in TEXTS],
            ),
        )
    return store


def do(store: Store, change: Callable[[UnitOfWork], object]) -> Session:
    with store.write("x") as work:
        change(work)
    return session(store)


def session(store: Store) -> Session:
    with store.read() as reading:
        return get_session(reading, 1)


def texts(store: Store) -> list[str]:
    return [one.text.ar or one.text.fr for one in session(store).outcomes]


def positions(store: Store) -> list[int]:
    return [one.position for one in session(store).outcomes]


def first(store: Store) -> Outcome:
    return session(store).outcomes[0]


def test_a_new_outcome_comes_last_under_the_uid_it_was_given(held: Store) -> None:
    new = OutcomeDraft(kind=OutcomeKind.DECISION, text=Words(ar="رابع"), uid="mine")
    *_, last = do(held, lambda work: outcomes.add(work, 1, new)).outcomes
    assert (last.uid, last.text.ar, last.position) == ("mine", "رابع", 4)


def test_a_line_is_recorded_with_who_and_until_when(held: Store) -> None:
    line = Reading("إعداد دليل", person_id=1, body_ids=(1,), due=DUE)
    made = do(
        held, lambda work: outcomes.add_line(work, 1, OutcomeKind.DECISION, line, agenda_item=2)
    )
    last = made.outcomes[-1]
    assert (last.kind, last.text, last.due) == (OutcomeKind.DECISION, Bilingual("إعداد دليل"), DUE)
    assert last.owner_person is not None
    assert (last.owner_person.id, [body.id for body in last.owner_bodies]) == (1, [1])
    assert last.agenda_item_id == made.agenda[1].id


def test_a_french_line_is_the_french_text(held: Store) -> None:
    line = Reading("Préparer la salle", ongoing=True)
    last = do(held, lambda work: outcomes.add_line(work, 1, OutcomeKind.ACTION, line)).outcomes[-1]
    assert (last.text, last.ongoing, last.owner_person) == (
        Bilingual("", "Préparer la salle"),
        True,
        None,
    )


def test_a_line_that_says_nothing_is_refused_at_its_text(held: Store) -> None:
    with pytest.raises(FieldError) as refused, held.write("x") as work:
        outcomes.add_line(work, 1, OutcomeKind.ACTION, Reading("", due=DUE))
    assert refused.value.path == ("text",)
    assert texts(held) == list(TEXTS)


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({("text", "fr"): "Un"}, "text", Bilingual("أول", "Un")),
        ({("kind",): "decision"}, "kind", OutcomeKind.DECISION),
        ({("due",): DUE}, "due", DUE),
        ({("ongoing",): True}, "ongoing", True),
        ({("owner_text", "ar"): "المديريات"}, "owner_text", Bilingual("المديريات")),
        ({("partners", "ar"): "الأكاديمية"}, "partners", Bilingual("الأكاديمية")),
        ({("remarks", "fr"): "Vu"}, "remarks", Bilingual("", "Vu")),
        ({("review_on",): DUE}, "review_on", DUE),
    ],
)
def test_a_field_is_changed_and_no_other(
    held: Store, changes: dict[tuple[str, ...], object], field: str, value: object
) -> None:
    before = first(held)
    do(held, lambda work: outcomes.edit(work, before.id, changes))
    after = first(held)
    assert getattr(after, field) == value
    assert [
        name for name in Outcome.__slots__ if getattr(after, name) != getattr(before, name)
    ] == [field]


def test_who_is_in_charge_and_which_point_are_changed_and_taken_away(held: Store) -> None:
    with held.read() as reading:
        person = reading.db.get_one(models.Person, 1).uid
        body = reading.db.get_one(models.Body, 1).uid
    given: dict[tuple[str, ...], object] = {
        ("owner_person",): person,
        ("owner_bodies",): (body,),
        ("agenda_item",): 2,
    }
    do(held, lambda work: outcomes.edit(work, 1, given))
    do(held, lambda work: outcomes.edit(work, 1, {("text", "ar"): "أول بعد"}))
    one = first(held)
    assert one.owner_person is not None
    assert (one.owner_person.uid, [each.uid for each in one.owner_bodies]) == (person, [body])
    assert one.agenda_item_id == session(held).agenda[1].id
    taken: dict[tuple[str, ...], object] = {
        ("owner_person",): None,
        ("owner_bodies",): (),
        ("agenda_item",): None,
    }
    do(held, lambda work: outcomes.edit(work, 1, taken))
    one = first(held)
    assert (one.owner_person, one.owner_bodies, one.agenda_item_id) == (None, (), None)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({("text", "ar"): ""}, ("text",)),
        ({("kind",): "law"}, ("kind",)),
        ({("due",): DUE, ("ongoing",): True}, ("due",)),
        ({("due",): date(1800, 1, 1)}, ("due",)),
        ({("agenda_item",): 3}, ("agenda_item",)),
        ({("partners", "ar"): "ا" * 301}, ("partners", "ar")),
        ({("owner_person",): "nobody"}, ("owner_person",)),
    ],
)
def test_what_is_refused_names_its_field_and_changes_nothing(
    held: Store, changes: dict[tuple[str, ...], object], path: tuple[str, ...]
) -> None:
    before = session(held)
    with pytest.raises(FieldError) as refused, held.write("x") as work:
        outcomes.edit(work, 1, changes)
    assert refused.value.path == path
    assert session(held) == before


def test_a_state_keeps_the_dates_and_asks_for_its_reason(held: Store) -> None:
    do(held, lambda work: outcomes.edit(work, 1, {("due",): DUE, ("review_on",): DUE}))
    with pytest.raises(UserError, match="its reason"), held.write("x") as work:
        outcomes.set_state(work, 1, FollowUpState.POSTPONED)
    do(held, lambda work: outcomes.set_state(work, 1, FollowUpState.POSTPONED, "عطلة"))
    one = first(held)
    assert (one.state, one.reason, one.due, one.review_on) == (
        FollowUpState.POSTPONED,
        "عطلة",
        DUE,
        DUE,
    )
    do(held, lambda work: outcomes.set_state(work, 1, FollowUpState.IN_PROGRESS, percent=30))
    assert first(held).percent == 30


@pytest.mark.parametrize(
    ("outcome_id", "steps", "order"),
    [
        (2, -1, ["ثان", "أول", "ثالث"]),
        (2, 1, ["أول", "ثالث", "ثان"]),
        (1, -1, ["أول", "ثان", "ثالث"]),
        (3, 1, ["أول", "ثان", "ثالث"]),
        (3, -2, ["ثالث", "أول", "ثان"]),
    ],
)
def test_an_outcome_moves_and_stops_at_the_ends(
    held: Store, outcome_id: int, steps: int, order: list[str]
) -> None:
    do(held, lambda work: outcomes.move(work, outcome_id, steps))
    assert texts(held) == order
    assert positions(held) == [1, 2, 3]


def test_what_is_removed_leaves_no_gap(held: Store) -> None:
    do(held, lambda work: outcomes.remove(work, 2))
    assert texts(held) == ["أول", "ثالث"]
    assert positions(held) == [1, 2]


@pytest.mark.parametrize(("typed", "after"), [("", "أول"), ("كما كتب", "كما كتب")])
def test_the_line_of_a_removed_outcome_has_words_again(held: Store, typed: str, after: str) -> None:
    def lift(work: UnitOfWork) -> None:
        record = work.db.get_one(models.Session, 1)
        for outcome_id in (1, 2):
            record.interventions.append(
                models.Intervention(kind="note", outcome_id=outcome_id, summary_ar=typed)
            )

    do(held, lift)
    said = do(held, lambda work: outcomes.remove(work, 1)).interventions
    assert [(line.summary.ar, line.outcome_id) for line in said] == [(after, None), (typed, 2)]


def test_how_it_stood_is_told_from_the_beginning(held: Store) -> None:
    do(held, lambda work: outcomes.edit(work, 1, {("due",): DUE}))
    do(held, lambda work: outcomes.set_state(work, 1, FollowUpState.SUSPENDED, "عطلة"))
    with held.read() as reading:
        told = outcomes.steps_of(reading, 1)
    assert [(one.state, one.due, one.why) for one in told] == [
        (FollowUpState.NOT_STARTED, None, ""),
        (FollowUpState.NOT_STARTED, DUE, ""),
        (FollowUpState.SUSPENDED, DUE, "عطلة"),
    ]
    assert [one.at for one in told] == sorted(one.at for one in told)


def test_a_due_date_it_was_recorded_with_is_told(held: Store) -> None:
    new = OutcomeDraft(kind=OutcomeKind.DECISION, text=Words(ar="رابع"), due=DUE)
    last = do(held, lambda work: outcomes.add(work, 1, new)).outcomes[-1]
    with held.read() as reading:
        (only,) = outcomes.steps_of(reading, last.id)
    assert (only.due, only.ongoing, only.percent) == (DUE, False, 0)
