"""The types of session that the centre adds."""

import pytest
from msgspec.structs import replace

from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import preparing, session_types
from desktop_app.services.drafts import Label
from desktop_app.services.session_types import TypeDraft
from desktop_app.services.validation import FieldError
from desktop_app.wording.session_types import SESSION_TYPES

FORUM = TypeDraft(
    indefinite="ملتقى جهوي",
    definite="الملتقى الجهوي",
    plural="ملتقيات جهوية",
    french="forum régional",
    french_plural="forums régionaux",
    verbs="B",
    training=True,
)


def test_a_type_is_added_used_edited_and_listed_after_those_that_ship(store: Store) -> None:
    with store.write("x") as work:
        code = session_types.add(work, FORUM)
        preparing.begin(work, code, Label("موضوع"), None)
        session_types.edit(work, code, replace(FORUM, french="forum", gender="f"))
    with store.read() as reading:
        listed = session_types.list_types(reading)
    assert [one.kind.code for one in listed] == [*SESSION_TYPES, code]
    assert [one.own for one in listed] == [*(False for _ in SESSION_TYPES), True]
    assert (listed[-1].sessions, listed[0].sessions) == (1, 0)
    kind = listed[-1].kind
    assert (kind.french, kind.gender, kind.verbs, kind.training) == ("forum", "f", "B", True)
    assert session_types.draft_of(kind).kind(code) == kind


def test_a_type_keeps_its_name_when_it_is_edited(store: Store) -> None:
    with store.write("x") as work:
        code = session_types.add(work, FORUM)
        session_types.edit(work, code, FORUM)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("indefinite", ""),
        ("definite", "  "),
        ("plural", ""),
        ("french", ""),
        ("french_plural", ""),
        ("french", "x" * 500),
        ("indefinite", "ورشة عمل"),
    ],
)
def test_what_is_missing_too_long_or_taken_is_named(store: Store, field: str, typed: str) -> None:
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        session_types.add(work, replace(FORUM, **{field: typed}))
    assert refused.value.path == (field,)


def test_what_ships_is_never_changed(store: Store) -> None:
    refused = pytest.raises(UserError, match="ships with the program")
    with refused, store.write("x") as work:
        session_types.edit(work, "workshop", FORUM)
    with refused, store.write("x") as work:
        session_types.remove(work, "workshop")


def test_only_a_type_that_no_session_is_of_goes(store: Store) -> None:
    with store.write("x") as work:
        used, unused = (
            session_types.add(work, FORUM),
            session_types.add(work, replace(FORUM, indefinite="معرض")),
        )
        preparing.begin(work, used, Label("موضوع"), None)
    with store.write("x") as work:
        session_types.remove(work, unused)
    with pytest.raises(UserError, match="sessions are of it"), store.write("x") as work:
        session_types.remove(work, used)
    with store.read() as reading:
        assert [one.kind.code for one in session_types.list_types(reading) if one.own] == [used]


@pytest.mark.parametrize(
    ("code", "ar", "fr"),
    [
        (
            "workshop",
            "انعقدت ورشة العمل يوم الأربعاء، ثم رفعت الجلسة.",
            "L’atelier de travail s’est tenu mercredi, puis la séance est levée.",
        ),
        (
            "training_session",
            "نظمت الدورة التكوينية يوم الأربعاء، ثم اختتمت أشغال الدورة التكوينية.",
            (
                "La session de formation a été organisée mercredi, puis les travaux de la session"
                " de formation prennent fin."
            ),
        ),
        (
            "follow_up_visit",
            "أجريت زيارة التتبع يوم الأربعاء، ثم انتهت زيارة التتبع.",
            "La visite de suivi a été effectuée mercredi, puis la visite prend fin.",
        ),
    ],
)
def test_an_example_shows_how_sentences_agree(code: str, ar: str, fr: str) -> None:
    kind = SESSION_TYPES[code]
    assert session_types.example(kind, "ar") == ar
    assert session_types.example(kind, "fr") == fr
