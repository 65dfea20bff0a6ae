"""Every table, column and code that the journal of a session can speak of has its words."""

import re
from datetime import UTC, date, datetime, time
from enum import Enum

import pytest

from db import codes
from db.codes import AttendanceState, DocumentKind, OutcomeKind, SessionState
from db.journal import Operation
from db.models.base import Base
from desktop_app.i18n import LANGUAGES, Language, catalogue
from desktop_app.services.session_history import Change, Entry, Value
from desktop_app.ui.session.history_words import CODES, FIELDS, SUBJECTS, Telling
from desktop_app.wording.bilingual import Bilingual

SILENT = {
    "id",
    "uid",
    "position",
    "session_id",
    "session_or_none",
    "person_or_nobody",
    "spent_seconds",
}
NEVER_TOLD = {"outcome_changes"}


def telling(language: Language = "ar") -> Telling:
    return Telling(catalogue(language, isolate=True), "f", "m")


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def parts_of_a_session() -> set[str]:
    """The tables whose records belong to a session."""
    owners = {mapper.class_.__tablename__: mapper.class_.owner for mapper in Base.registry.mappers}
    found = {"sessions"}
    while True:
        more = {
            name
            for name, owner in owners.items()
            if owner and _target(name, owner) in found and name not in found
        }
        if not more:
            return found - NEVER_TOLD
        found |= more


def _target(table: str, column: str) -> str:
    keys = Base.metadata.tables[table].columns[column].foreign_keys
    return next(key.column.table.name for key in keys if key.column.name == "id")


def test_every_part_of_a_session_has_its_words() -> None:
    assert parts_of_a_session() == set(SUBJECTS)


def test_every_column_has_its_words() -> None:
    for name in parts_of_a_session():
        for column in Base.metadata.tables[name].columns:
            bare_name = re.sub("_(ar|fr)$", "", column.name)
            assert bare_name in FIELDS or column.name in SILENT, (name, column.name)


def _codes_told() -> set[type[Enum]]:
    columns = [c for name in parts_of_a_session() for c in Base.metadata.tables[name].columns]
    kinds = {getattr(column.type, "enum_class", None) for column in columns}
    return {kind for kind in kinds if kind is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_label(language: Language) -> None:
    papers_of_later = set(codes.DocumentKind) - set(CODES)
    for kind in _codes_told():
        for code in kind:
            if code not in papers_of_later:
                assert telling(language).value(code) != code.value, code  # type: ignore[arg-type]  # all are StrEnum


def test_a_code_without_a_label_is_told_as_it_is() -> None:
    assert telling().value(DocumentKind.CAMPAIGN) == "campaign"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "نعم"),
        (False, "لا"),
        (SessionState.PLANNED, "مبرمجة"),
        (AttendanceState.PRESENT, "حاضرة"),
        (Bilingual("قاعة", "la salle"), "قاعة"),
        (Bilingual("", "la salle"), "La salle"),
        ((Bilingual("هدف"), Bilingual("آخر")), "هدف; آخر"),
        (date(2026, 5, 20), "20 ماي 2026"),
        (time(9, 30), "09:30"),
        (60, "60"),
        ("", ""),
        ("محضر.pdf", "محضر.pdf"),
    ],
)
def test_values_in_words(value: Value, written: str) -> None:
    assert bare(telling().value(value)) == written


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    at = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
    local = at.astimezone()
    assert bare(telling("en").value(at)) == f"{local.day} May 2026 {local:%H:%M}"


def test_french_states_agree_with_the_french_type() -> None:
    assert telling("fr").value(SessionState.PLANNED) == "Programmé"


@pytest.mark.parametrize(
    ("entry", "head"),
    [
        (Entry("sessions", Operation.CHANGED, (), ()), "Changed: The session"),
        (
            Entry("outcomes", Operation.ADDED, (OutcomeKind.DECISION, Bilingual("x", "Payer")), ()),
            "Added: Decision – X",
        ),
        (
            Entry("deliveries", Operation.ADDED, (DocumentKind.MINUTES, "ARE"), ()),
            "Added: Sending – Minutes · ARE",
        ),
        (Entry("outcomes", Operation.REMOVED, (OutcomeKind.ACTION,), ()), "Removed: Action"),
    ],
)
def test_heads(entry: Entry, head: str) -> None:
    assert bare(telling("en").head(entry)) == head


def test_many_are_counted() -> None:
    counted = telling("en").count("attendance", Operation.ADDED, 20)
    assert bare(counted) == "Added: Attendance (20)"


def test_a_text_in_two_languages_says_which() -> None:
    words = [
        bare(telling("en").field(Change("theme", language, "", "")))
        for language in ("", "ar", "fr")
    ]
    assert words == ["Subject", "Subject (Arabic)", "Subject (French)"]
