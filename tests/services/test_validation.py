"""What is refused, where, and in which words."""

from typing import Any

import pytest

from db.errors import UserError
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    OutcomeDraft,
    ProgressDraft,
    SessionBasics,
    SessionDraft,
    Words,
)
from desktop_app.services.validation import FieldError, _explained, checked, checked_list
from tests.services.drafts import session

Case = tuple[dict[str, Any], tuple[str | int, ...], str]

SHAPE: dict[str, Case] = {
    "missing": ({"theme": {}, "type": None}, ("type",), "text in quotation marks"),
    "unknown field": ({"colour": 1}, ("colour",), "no field has this name"),
    "unknown deep": ({"place": {"x": 1}}, ("place", "x"), "no field has this name"),
    "state": ({"state": "done"}, ("state",), "'done' is none of the values"),
    "long": ({"theme": {"ar": "ا" * 301}}, ("theme", "ar"), "longer than 300 letters"),
    "empty": ({"chair": ""}, ("chair",), "it is empty"),
    "many": ({"days": ["2026-01-01"] * 61}, ("days",), "more than 60 entries"),
    "number": (
        {"agenda": [{"title": {"ar": "ا"}, "planned_minutes": 0}]},
        ("agenda", 0, "planned_minutes"),
        "must be >= 1",
    ),
    "no number": (
        {"agenda": [{"title": {"ar": "ا"}, "planned_minutes": "9"}]},
        ("agenda", 0, "planned_minutes"),
        "whole number",
    ),
    "huge": (
        {"agenda": [{"title": {"ar": "ا"}, "planned_minutes": 10**40}]},
        ("agenda", 0, "planned_minutes"),
        "must be <= 1440",
    ),
    "day": ({"days": ["2026-02-30"]}, ("days", 0), "a day such as"),
    "hour": ({"start": "9.30"}, ("start",), "an hour such as"),
    "true": ({"opened_with_quran": "yes"}, ("opened_with_quran",), "true or false"),
    "list": ({"people": {}}, ("people",), "a list in square brackets"),
    "object": ({"theme": []}, ("theme",), "an object in braces"),
    "surrogate": ({"people": [{"name": {"ar": "a\ud800"}}]}, ("people", 0, "name", "ar"), "half"),
    "surrogate key": ({"\udc00": 1}, (), "half a character"),
}
WHO = {"person": "salma"}
SAID = {"kind": "comment", "summary": {"ar": "ا"}}
DONE = {"kind": "decision", "text": {"ar": "ا"}}
MEANING: dict[str, Case] = {
    "theme": ({"theme": {"ar": " \x00"}}, ("theme",), "needs a theme"),
    "order": ({"days": ["2026-03-05", "2026-03-04"]}, ("days", 1), "follow one another"),
    "twice": ({"days": ["2026-03-05", "2026-03-05"]}, ("days", 1), "each once"),
    "year": ({"days": ["1900-01-01"]}, ("days", 0), "from 1925 to 2076"),
    "letter": ({"invitation": {"dated": "2099-01-01"}}, ("invitation", "dated"), "year"),
    "no day": ({"state": "held", "days": []}, ("days",), "needs its day"),
    "since": ({"since": "1900-01-01"}, ("since",), "from 1925 to 2076"),
    "cancelled": ({"state": "cancelled", "reason": " "}, ("reason",), "needs its reason"),
    "hours": ({"start": "10:00", "end": "09:00"}, ("end",), "end after its start"),
    "body": ({"bodies": [{"kind": "centre", "name": {}}]}, ("bodies", 0, "name"), "a name"),
    "keys": (
        {"bodies": [], "people": [{"key": "a", "name": {"ar": "ا"}}] * 2},
        ("people", 1, "key"),
        "already given",
    ),
    "name": ({"people": [{"name": {"ar": ""}}]}, ("people", 0, "name"), "needs a name"),
    "mail": ({"people": [{"name": {"ar": "ا"}, "email": "a b"}]}, ("people", 0, "email"), "e-mail"),
    "mail of a body": (
        {"bodies": [{"kind": "centre", "name": {"ar": "ا"}, "email": "x"}]},
        ("bodies", 0, "email"),
        "e-mail",
    ),
    "agenda": ({"agenda": [{"title": {}}]}, ("agenda", 0, "title"), "needs a title"),
    "twice there": ({"attendance": [WHO, WHO]}, ("attendance", 1, "person"), "already has a line"),
    "nobody instead": (
        {"attendance": [{**WHO, "state": "represented"}]},
        ("attendance", 0, "represented_by"),
        "came instead is given",
    ),
    "instead of whom": (
        {"attendance": [{**WHO, "represented_by": "kamal"}]},
        ("attendance", 0, "represented_by"),
        "came instead is given",
    ),
    "himself": (
        {"attendance": [{**WHO, "state": "represented", "represented_by": "salma"}]},
        ("attendance", 0, "represented_by"),
        "nobody represents himself",
    ),
    "absent substitute": (
        {
            "attendance": [
                {**WHO, "state": "represented", "represented_by": "kamal"},
                {"person": "kamal", "state": "absent"},
            ]
        },
        ("attendance", 0, "represented_by"),
        "must be present",
    ),
    "late": ({"attendance": [{**WHO, "late": True}]}, ("attendance", 0, "state"), "come late"),
    "speaker": (
        {"interventions": [{"kind": "address"}]},
        ("interventions", 0, "speakers"),
        "a speaker",
    ),
    "talk": (
        {"interventions": [{"kind": "presentation", "speakers": ["salma"]}]},
        ("interventions", 0, "title"),
        "a title",
    ),
    "said": (
        {"interventions": [{"kind": "comment"}]},
        ("interventions", 0, "summary"),
        "what was said",
    ),
    "said about": (
        {"interventions": [{**SAID, "agenda_item": 1}]},
        ("interventions", 0, "agenda_item"),
        "no such point",
    ),
    "outcome": ({"outcomes": [{**DONE, "text": {}}]}, ("outcomes", 0, "text"), "needs its text"),
    "decided on": (
        {"outcomes": [{**DONE, "agenda_item": 2}]},
        ("outcomes", 0, "agenda_item"),
        "no such point",
    ),
    "due": (
        {"outcomes": [{**DONE, "due": "2026-01-01", "ongoing": True}]},
        ("outcomes", 0, "due"),
        "without end",
    ),
    "due when": ({"outcomes": [{**DONE, "due": "9999-01-01"}]}, ("outcomes", 0, "due"), "year"),
    "reason": (
        {"outcomes": [{**DONE, "state": "passed_on"}]},
        ("outcomes", 0, "reason"),
        "its reason",
    ),
    "not yet": ({"outcomes": [{**DONE, "percent": 100}]}, ("outcomes", 0, "percent"), "at 100"),
    "already": (
        {"outcomes": [{**DONE, "state": "done", "percent": 90}]},
        ("outcomes", 0, "percent"),
        "at 100",
    ),
}


@pytest.mark.parametrize("case", [*SHAPE.values(), *MEANING.values()], ids=[*SHAPE, *MEANING])
def test_a_field_is_refused_by_its_place_and_in_one_sentence(case: Case) -> None:
    fields, path, sentence = case
    with pytest.raises(FieldError) as refused:
        checked(session(**fields), SessionDraft)
    assert refused.value.path == path
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(FieldError, match="“theme”: this field is missing"):
        checked({"type": "meeting"}, SessionBasics)


def test_places_count_from_one() -> None:
    with pytest.raises(FieldError, match="“people › 1 › name”"):
        checked(session(people=[{"name": {}}]), SessionDraft)


def test_what_nobody_foresaw_is_still_a_sentence() -> None:
    with pytest.raises(FieldError, match="cannot be recorded"):
        raise _explained("Something new - at `$.people[3].name`")


def test_lines_and_long_texts_are_cleaned_by_their_kind() -> None:
    draft = checked(
        session(theme={"ar": "جودة\nالمعطيات"}, conclusions=[{"ar": "أ\r\nب\x07"}]), SessionDraft
    )
    assert draft.theme.ar == "جودة المعطيات"
    assert draft.conclusions[0].ar == "أ\nب"


def test_a_draft_made_by_a_form_is_checked_like_a_file() -> None:
    with pytest.raises(FieldError):
        checked(OutcomeDraft(kind="decision", text=Words()), OutcomeDraft)  # type: ignore[arg-type]  # a code
    with pytest.raises(FieldError):
        checked(ProgressDraft(state="postponed"), ProgressDraft)  # type: ignore[arg-type]  # a code


def test_a_line_of_a_list_is_refused_by_its_place() -> None:
    with pytest.raises(FieldError) as refused:
        checked_list([AgendaDraft(title={"ar": "ا"}), AgendaDraft(title={})], AgendaDraft, "agenda")  # type: ignore[arg-type]  # as typed
    assert refused.value.path == ("agenda", 1, "title")
    twice = [AttendanceDraft(person="salma")] * 2
    with pytest.raises(FieldError) as refused:
        checked_list(twice, AttendanceDraft, "attendance")
    assert refused.value.path == ("attendance", 1, "person")


def test_it_is_an_error_of_the_user() -> None:
    assert issubclass(FieldError, UserError)
