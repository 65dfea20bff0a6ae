"""Who still holds a post."""

from datetime import date

import pytest

from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import bodies, people
from desktop_app.services.drafts import BodyDraft, FunctionDraft, Label, PersonDraft
from desktop_app.services.posts import Post, posts_on
from desktop_app.services.validation import checked

BEFORE, SINCE, ON = date(2026, 1, 5), date(2026, 3, 1), date(2026, 5, 20)
HEAD = FunctionDraft(title=Label("رئيس المركز", "le chef du centre"), unique=True)
WOMAN_HEAD = FunctionDraft(title=Label("رئيسة المركز", "la cheffe du centre"), unique=True)
ENGINEER = FunctionDraft(title=Label("مهندس", "ingénieur"))


def body(work: UnitOfWork, name: str = "المركز الإقليمي") -> int:
    return bodies.find_or_create(work, checked({"kind": "centre", "name": {"ar": name}}, BodyDraft))


def person(work: UnitOfWork, name: str, function: FunctionDraft, body_id: int | None) -> int:
    draft = PersonDraft(name=Label(name), function=function)
    return people.find_or_create(work, draft, body_id)


def post_of(store: Store, person_id: int, on: date = ON, since: date | None = BEFORE) -> Post:
    with store.read() as reading:
        (post,) = posts_on(reading, [person_id], on, since)
    return post


def test_a_post_that_is_kept_is_neither_left_nor_changed(store: Store) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        person(work, "سعاد", ENGINEER, body(work))
    post = post_of(store, head)
    assert (post.changed, post.left, post.successor) == (False, False, None)
    assert post.person.name.ar == "يوسف"


def test_a_new_function_is_shown_from_its_day_on(store: Store) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        people.appoint(work, head, ENGINEER, body(work, "المركز الجهوي"), SINCE)
    post = post_of(store, head)
    assert (post.changed, post.left) == (True, False)
    assert post.person.function.title.ar == "مهندس"
    assert not post_of(store, head, on=BEFORE).changed
    assert not post_of(store, head, since=None).changed


def test_who_has_no_function_any_more_left(store: Store) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        nobody = person(work, "كريم", FunctionDraft(), None)
        people.appoint(work, head, FunctionDraft(), None, SINCE)
    assert post_of(store, head).left
    assert not post_of(store, head).changed
    assert not post_of(store, nobody).left  # of whom no function was ever known


def test_a_post_is_left_when_another_took_it_over(store: Store) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        heir = person(work, "لطيفة", ENGINEER, body(work))
        people.appoint(work, heir, WOMAN_HEAD, body(work), SINCE)
    post = post_of(store, head)
    assert post.left
    assert post.successor
    assert post.successor.name.ar == "لطيفة"
    assert not post_of(store, heir).left
    assert not post_of(store, head, on=BEFORE).left


@pytest.mark.parametrize(
    ("function", "place", "since"),
    [
        (FunctionDraft(title=Label("رئيس المصلحة"), unique=True), "المركز الإقليمي", SINCE),
        (HEAD, "مركز آخر", SINCE),
        (FunctionDraft(title=HEAD.title), "المركز الإقليمي", SINCE),
        (
            FunctionDraft(title=Label(fr="le chef du service"), unique=True),
            "المركز الإقليمي",
            SINCE,
        ),
        (HEAD, "المركز الإقليمي", date(2026, 6, 1)),
    ],
    ids=["another function", "another body", "not a single one", "another in French", "later"],
)
def test_it_is_not_left_for_another_reason(
    store: Store, function: FunctionDraft, place: str, since: date
) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        other = person(work, "لطيفة", ENGINEER, body(work))
        people.appoint(work, other, function, body(work, place), since)
    assert not post_of(store, head).left


@pytest.mark.parametrize("title", ["le chef du centre", "la cheffe du centre"])
def test_titles_in_french_are_held_against_each_other(store: Store, title: str) -> None:
    with store.write("x") as work:
        french = FunctionDraft(title=Label(fr="le chef du centre"), unique=True)
        head = person(work, "يوسف", french, body(work))
        heir = person(work, "لطيفة", ENGINEER, body(work))
        people.appoint(
            work, heir, FunctionDraft(title=Label(fr=title), unique=True), body(work), SINCE
        )
    assert post_of(store, head).left


def test_who_took_over_and_went_on_is_no_successor(store: Store) -> None:
    with store.write("x") as work:
        head = person(work, "يوسف", HEAD, body(work))
        heir = person(work, "لطيفة", ENGINEER, body(work))
        people.appoint(work, heir, WOMAN_HEAD, body(work), SINCE)
        people.appoint(work, heir, ENGINEER, body(work), date(2026, 4, 1))
    assert not post_of(store, head).left


def test_posts_come_in_the_order_asked_for(store: Store) -> None:
    with store.write("x") as work:
        ids = [person(work, name, ENGINEER, None) for name in "ابج"]
    with store.read() as reading:
        posts = posts_on(reading, ids[::-1], ON)
    assert [post.person.id for post in posts] == ids[::-1]
