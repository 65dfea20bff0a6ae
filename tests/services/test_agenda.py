"""An agenda is changed point by point; each point stays itself."""

import pytest

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import agenda, session_edits, sessions
from desktop_app.services.drafts import AgendaDraft, Label
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import AgendaItem
from desktop_app.services.validation import FieldError
from tests.services.drafts import draft

POINT = AgendaDraft(title=Label("ا"))


@pytest.fixture
def items(store: Store) -> tuple[AgendaItem, ...]:
    """Three points; something was said under the second and came of it."""
    with store.write("x") as work:
        record_session(
            work,
            draft(
                agenda=[{"title": {"ar": name}} for name in ("الأولى", "الثانية", "الثالثة")],
                interventions=[{"kind": "note", "summary": {"ar": "أ"}, "agenda_item": 2}],
                outcomes=[{"kind": "action", "text": {"ar": "ب"}, "agenda_item": 2}],
            ),
        )
    return read(store)


def read(store: Store) -> tuple[AgendaItem, ...]:
    with store.read() as reading:
        return sessions.get_session(reading, 1).agenda


def titles(store: Store) -> list[str]:
    found = read(store)
    assert [item.position for item in found] == list(range(1, len(found) + 1))
    return [item.title.ar for item in found]


def test_a_point_is_added_at_the_end(store: Store, items: tuple[AgendaItem, ...]) -> None:
    with store.write("x") as work:
        key = agenda.add_item(work, 1, AgendaDraft(title=Label(" عرض \n"), planned_minutes=20))
    added = read(store)[-1]
    assert (added.id, added.title.ar, added.planned_minutes) == (key, "عرض", 20)
    assert [item.uid for item in read(store)[:-1]] == [item.uid for item in items]


def test_a_point_is_changed_in_what_is_named_alone(
    store: Store, items: tuple[AgendaItem, ...]
) -> None:
    with store.write("x") as work:
        agenda.edit_item(work, items[1].id, {("presenter",): 1})
    with store.write("x") as work:
        agenda.edit_item(work, items[1].id, {("title", "fr"): "Point", ("planned_minutes",): 40})
    point = read(store)[1]
    assert point.uid == items[1].uid
    assert (point.title.ar, point.title.fr, point.planned_minutes) == ("الثانية", "Point", 40)
    assert point.presenter is not None
    assert point.presenter.id == 1
    with store.write("x") as work:
        agenda.edit_item(work, items[1].id, {("presenter",): None, ("planned_minutes",): None})
    point = read(store)[1]
    assert (point.presenter, point.planned_minutes) == (None, None)


@pytest.mark.parametrize(
    ("from_", "to", "order"),
    [
        (0, 2, [1, 0, 2]),
        (0, 3, [1, 2, 0]),
        (2, 1, [2, 0, 1]),
        (1, 99, [0, 2, 1]),
        (1, 0, [1, 0, 2]),
    ],
)
def test_a_point_is_moved(
    store: Store, items: tuple[AgendaItem, ...], from_: int, to: int, order: list[int]
) -> None:
    with store.write("x") as work:
        agenda.move_item(work, items[from_].id, to)
    assert titles(store) == [items[n].title.ar for n in order]


def test_what_was_said_under_a_point_stays_when_it_is_taken_out(
    store: Store, items: tuple[AgendaItem, ...]
) -> None:
    with store.write("x") as work:
        agenda.remove_item(work, items[1].id)
    assert titles(store) == ["الأولى", "الثالثة"]
    with store.read() as reading:
        session = sessions.get_session(reading, 1)
    assert [said.agenda_item_id for said in session.interventions] == [None]
    assert [outcome.agenda_item_id for outcome in session.outcomes] == [None]


def test_what_lies_under_another_point_is_left_there(
    store: Store, items: tuple[AgendaItem, ...]
) -> None:
    with store.write("x") as work:
        agenda.remove_item(work, items[0].id)
    with store.read() as reading:
        session = sessions.get_session(reading, 1)
    assert [said.agenda_item_id for said in session.interventions] == [items[1].id]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({("title", "ar"): " \u202e\x00 "}, ("title",)),
        ({("title", "fr"): "x" * 301}, ("title", "fr")),
        ({("planned_minutes",): 0}, ("planned_minutes",)),
        ({("planned_minutes",): 100_000}, ("planned_minutes",)),
        ({("planned_minutes",): "twenty"}, ("planned_minutes",)),
        ({("presenter",): "nobody"}, ("presenter",)),
    ],
)
def test_a_point_is_refused_at_its_field(
    store: Store,
    items: tuple[AgendaItem, ...],
    changes: dict[tuple[str, ...], object],
    path: tuple[str, ...],
) -> None:
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        agenda.edit_item(work, items[0].id, changes)
    assert refused.value.path == path
    assert read(store) == items


def test_an_agenda_has_an_end(store: Store, items: tuple[AgendaItem, ...]) -> None:
    with store.write("x") as work:
        many = [AgendaDraft(title=Label(f"{n}")) for n in range(agenda.MOST_ITEMS)]
        session_edits.set_agenda(work, 1, many)
    with pytest.raises(FieldError), store.write("x") as work:
        agenda.add_item(work, 1, AgendaDraft(title=Label("أخرى")))
    assert len(read(store)) == agenda.MOST_ITEMS != len(items)


@pytest.mark.parametrize(
    "act",
    [
        lambda work: agenda.add_item(work, 8, POINT),
        lambda work: agenda.edit_item(work, 8, {}),
        lambda work: agenda.edit_item(work, agenda.add_item(work, 1, POINT), {("presenter",): 99}),
        lambda work: agenda.move_item(work, 8, 1),
        lambda work: agenda.remove_item(work, 8),
    ],
)
def test_what_is_not_there_is_not_changed(store: Store, act: "object") -> None:
    assert callable(act)
    with pytest.raises(UserError), store.write("x") as work:
        act(work)
