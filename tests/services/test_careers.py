"""Posts: corrected, changed from a day on, left, and told in their order."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.codes import Civility
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import bodies, careers, people
from desktop_app.services.drafts import BodyDraft, Label, PersonDraft
from desktop_app.services.validation import FieldError, checked
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE, DAY, AFTER = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)
ENGINEER = Label("مهندسة", "ingénieure")
LONG = Label("ا" * 500)


@pytest.fixture
def salma(store: Store) -> int:
    with store.write("x") as work:
        bodies.add(work, checked({"kind": "centre", "name": {"ar": "المركز"}}, BodyDraft))
        return people.add(work, PersonDraft(name=Label("سلمى"), civility=Civility.MRS))


def function_on(store: Store, person_id: int, day: date) -> tuple[Function, int | None]:
    with store.read() as reading:
        person = next(one for one in people.list_people(reading, day) if one.id == person_id)
    return person.function, person.body.id if person.body else None


def test_a_first_title_and_body_make_the_function_of_always(store: Store, salma: int) -> None:
    with store.write("x") as work:
        careers.set_body(work, salma, 1, DAY)
        careers.set_title(work, salma, ENGINEER, DAY)
    assert function_on(store, salma, BEFORE) == (
        Function(Bilingual("مهندسة", "ingénieure"), code="engineer"),
        1,
    )
    with store.write("x") as work:
        careers.set_body(work, salma, None, DAY)
    assert function_on(store, salma, DAY)[1] is None


def test_a_function_held_by_one_is_known_by_its_title(store: Store, salma: int) -> None:
    title = Label("رئيسة المركز الجهوي", "cheffe du centre régional")
    with store.write("x") as work:
        careers.set_title(work, salma, title, DAY)
    held = Function(
        Bilingual("رئيسة المركز الجهوي", "la cheffe du centre régional"), unique=True, code="head"
    )
    assert function_on(store, salma, DAY)[0] == held
    with store.write("x") as work:  # the same again, then words of one's own for it
        careers.set_title(work, salma, Label(held.title.ar, held.title.fr), DAY)
        careers.set_title(work, salma, Label("القائمة على المركز"), DAY)
    own = Function(Bilingual("القائمة على المركز"), unique=True)
    assert function_on(store, salma, DAY)[0] == own


def test_the_language_that_was_typed_says_which_function_it_is(store: Store, salma: int) -> None:
    with store.write("x") as work:
        careers.set_title(work, salma, ENGINEER, DAY)
    with store.write("x") as work:
        careers.set_title(work, salma, Label("مهندسة", "formatrice"), DAY)
    assert function_on(store, salma, DAY)[0].code == "trainer"


def test_earlier_days_keep_the_earlier_post(store: Store, salma: int) -> None:
    with store.write("x") as work:
        careers.set_title(work, salma, ENGINEER, DAY)
        careers.change_post(work, salma, Label("متصرفة"), 1, DAY)
        careers.leave_service(work, salma, AFTER)
    assert function_on(store, salma, BEFORE)[0].title.ar == "مهندسة"
    assert function_on(store, salma, DAY) == (
        Function(Bilingual("متصرفة"), code="administrator"),
        1,
    )
    assert function_on(store, salma, AFTER) == (Function(), None)
    with store.read() as reading:
        held = careers.list_held(reading, salma)
    assert [(one.since, one.is_none, one.body is not None) for one in held] == [
        (AFTER, True, False),
        (DAY, False, True),
        (None, False, False),
    ]


def test_a_past_post_is_corrected_or_forgotten(store: Store, salma: int) -> None:
    with store.write("x") as work:
        careers.set_title(work, salma, ENGINEER, DAY)
        careers.change_post(work, salma, Label("متصرفة"), 1, DAY)
    with store.write("x") as work:
        careers.correct(work, 1, Label("تقنية"), 1, BEFORE)
    assert function_on(store, salma, BEFORE) == (Function(Bilingual("تقنية"), code="technician"), 1)
    with pytest.raises(FieldError, match="begins that day"), store.write("x") as work:
        careers.correct(work, 1, Label("تقنية"), None, DAY)
    with store.write("x") as work:
        careers.correct(work, 1, Label("تقنية"), None, BEFORE)
        careers.forget(work, 2)
    assert function_on(store, salma, AFTER) == (
        Function(Bilingual("تقنية"), code="technician"),
        None,
    )


@pytest.mark.parametrize(
    ("title", "body", "since", "field"),
    [
        (LONG, 1, DAY, "ar"),
        (Label(), None, DAY, "title"),
        (Label("\x00\u202e"), None, DAY, "title"),
        (ENGINEER, 1, date(1800, 1, 1), "since"),
    ],
)
def test_what_cannot_be_a_post_is_told_at_its_field(
    title: Label, body: int | None, since: date, field: str, store: Store, salma: int
) -> None:
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        careers.change_post(work, salma, title, body, since)
    assert field in refused.value.path


def test_a_body_that_is_not_on_file_is_refused(store: Store, salma: int) -> None:
    with store.write("x") as work:
        careers.set_title(work, salma, ENGINEER, DAY)
    changes: tuple[Callable[[UnitOfWork], object], ...] = (
        lambda work: careers.set_body(work, salma, 9, DAY),
        lambda work: careers.change_post(work, salma, ENGINEER, 9, DAY),
        lambda work: careers.correct(work, 1, ENGINEER, 9, DAY),
    )
    for change in changes:
        with pytest.raises(UserError, match="no record 9"), store.write("x") as work:
            change(work)


class TestNames:
    """Names and civility of a person."""

    def test_a_name_is_cleaned_and_never_empty(self, store: Store, salma: int) -> None:
        with store.write("x") as work:
            people.set_name(work, salma, Label(" <b>سلمى</b>\u202e ", "Salma\x07"))
        with store.read() as reading:
            (one,) = people.list_people(reading, DAY)
        assert one.name == Bilingual("<b>سلمى</b>", "Salma")
        for wrong in (Label(" "), LONG):
            with pytest.raises(FieldError), store.write("x") as work:
                people.set_name(work, salma, wrong)

    @pytest.mark.parametrize(
        ("before", "civility", "after"),
        [
            (ENGINEER, Civility.MR, Bilingual("مهندس", "ingénieur")),
            (ENGINEER, Civility.UNKNOWN, Bilingual("مهندسة", "ingénieure")),
            (
                Label("رئيسة المركز الجهوي", "la cheffe du centre régional"),
                Civility.MR,
                Bilingual("رئيس المركز الجهوي", "le chef du centre régional"),
            ),
            (Label("القائمة بالأعمال"), Civility.MR, Bilingual("القائمة بالأعمال")),
        ],
    )
    def test_the_function_follows_the_civility(
        self, before: Label, civility: Civility, after: Bilingual, store: Store, salma: int
    ) -> None:
        with store.write("x") as work:
            careers.set_title(work, salma, before, DAY)
        with store.write("x") as work:
            people.set_civility(work, salma, civility)
        assert function_on(store, salma, DAY)[0].title == after

    def test_without_a_function_the_civility_alone_changes(self, store: Store, salma: int) -> None:
        with store.write("x") as work:
            people.set_civility(work, salma, Civility.MR)
        with store.read() as reading:
            assert people.list_people(reading, DAY)[0].civility is Civility.MR
