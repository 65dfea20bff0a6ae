"""A session file: read, refused with its line, described."""

import json
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.engine import create_store
from db.errors import UserError
from desktop_app.exchange import session_file
from desktop_app.services import drafts, people, sessions
from desktop_app.services.recording import record_session
from desktop_app.services.sample import workshop
from desktop_app.services.validation import FieldError
from resources import resource

ROOT = Path(__file__).parents[2]
GOOD = """{
 "type": "meeting",
 "theme": {"ar": "جودة المعطيات"},
 "days": ["2026-03-04"],
 "people": [
  {"key": "salma", "name": {"ar": "سلمى"}},
  {"key": "kamal",
   "name": {"fr": "Kamal"},
   "function": {"title": {"fr": "ingénieur"}}}
 ],
 "attendance": [{"person": "salma"}, {"person": "kamal", "state": "present"}]
}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


def refusal(file: Path, text: str | bytes) -> str:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UserError) as refused:
        session_file.read(file)
    return str(refused.value)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_read_with_or_without_a_mark(file: Path, mark: bytes) -> None:
    file.write_bytes(mark + GOOD.encode())
    draft = session_file.read(file)
    assert draft.theme.ar == "جودة المعطيات"
    assert draft.days == (date(2026, 3, 4),)
    assert draft.people[1].function.title.fr == "ingénieur"


@pytest.mark.parametrize(
    ("good", "bad", "line", "sentence"),
    [
        ('"meeting",', '"meeting"', 3, "stops being JSON at column 2"),
        ("}\n]", "}", 10, "stops being JSON"),
        ('"kamal",\n', '"kamal",\n "x": 1,\n', 8, "“people › 2 › x”: no field has this name"),
        ('"ingénieur"', "7", 9, "“people › 2 › function › title › fr”: a text"),
        ('["2026-03-04"]', '["2026-03-04", "2026-03-04"]', 4, "“days › 2”: the days must"),
        ('"state": "present"', '"late": true', 11, "“attendance › 2 › state”: only who"),
        ('"meeting"', '"meeting\u0007"', 2, "stops being JSON"),
        ('"سلمى"', r'"\ud800"', 6, "“people › 1 › name › ar”: it holds half a character"),
        ('"theme": {"ar": "جودة المعطيات"},', "", 1, "“theme”: this field is missing"),
        ('"theme": {"ar": "جودة المعطيات"},', '"theme": {},', 3, "needs a theme"),
        ('"key": "kamal",', '"key": "salma",', 7, "already given"),
        ('"meeting",', '"meeting", "type": "meeting",', 1, "JSON does not allow"),
        ('"meeting"', "NaN", 1, "JSON does not allow"),
        ('"meeting"', "[" * 100_000, 1, "JSON does not allow"),
        ('"meeting"', "[" * 900 + "]" * 900, 1, "JSON does not allow"),
        ('"meeting"', "1" * 5000, 1, "JSON does not allow"),
        ('"سلمى"', f'"{"س" * 301}"', 6, "longer than 300 letters"),
    ],
)
def test_what_is_refused_is_shown_by_its_line(
    file: Path, good: str, bad: str, line: int, sentence: str
) -> None:
    text = re.sub(re.escape(good).replace("\\\n", r"\s*"), lambda _: bad, GOOD, count=1)
    assert text != GOOD
    told = refusal(file, text)
    assert told.startswith(f"The file “session.json” was not recorded. Line {line}: ")
    assert sentence in told
    assert told.endswith("nothing was changed.")


@pytest.mark.parametrize("text", ["", "[]", "3", '"x"', "null", "{", "\ufeff\ufeff{}"])
def test_what_is_no_session_at_all_is_refused(file: Path, text: str) -> None:
    assert "Line 1: " in refusal(file, text)


def test_a_text_of_another_encoding_is_refused_by_its_line(file: Path) -> None:
    assert "Line 3: the text is not UTF-8" in refusal(file, GOOD.encode("cp1256"))
    assert "Line 1: the text is not UTF-8" in refusal(file, GOOD.encode("utf-16"))


def test_a_file_that_is_not_there_or_too_large_is_refused(file: Path, tmp_path: Path) -> None:
    for missing in (file, tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            session_file.read(missing)
    assert "larger than 8 MB" in refusal(file, b" " * (session_file.MOST_BYTES + 1))


def test_a_field_refused_while_recording_is_shown_by_its_line(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    error = FieldError(("people", 1, "body"), UserError("unknown."))
    assert "Line 7: “people › 2 › body”: unknown." in str(session_file.refused(file, error))
    odd = FieldError(("people", "name", 0), UserError("unknown."))
    assert "Line 5: " in str(session_file.refused(file, odd))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=40)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["type", "theme", "people", "days", "ar", "name", "outcomes", "é"]),
                inner,
            )
        ),
    ).map(json.dumps)
)
def test_whatever_a_file_holds_it_is_read_or_refused(file: Path, text: str) -> None:
    file.write_bytes(text.encode(errors="surrogatepass"))
    try:
        session_file.read(file)
        told = "nothing was changed."
    except UserError as error:
        told = str(error)
    assert told.endswith("nothing was changed.")


def test_the_schema_that_ships_is_the_one_in_force() -> None:
    shipped = json.loads(resource("session.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(msgspec.json.encode(session_file.schema()))


def test_every_field_is_documented() -> None:
    page = (ROOT / "docs" / "session-format.md").read_text(encoding="utf-8")
    shapes = [
        getattr(drafts, name)
        for name in (
            *("BodyDraft", "FunctionDraft", "PersonDraft", "PlaceDraft", "LetterDraft"),
            *("AgendaDraft", "AttendanceDraft", "InterventionDraft", "OutcomeDraft"),
            "SessionDraft",
        )
    ]
    fields = {field for shape in shapes for field in shape.__struct_fields__}
    assert [field for field in sorted(fields) if f"`{field}`" not in page] == []


def test_the_documented_example_is_recorded_whole(file: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "session-format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    file.write_text(example, encoding="utf-8")
    used = set(re.findall(r'"(\w+)":', example))
    left_out = {"uid", "code", "parent", "valid_from", "phone", "organiser", "on_behalf_of"}
    left_out |= {"hijri", "opened_with_quran", "opened_with_anthem", "agenda_exhausted"}
    left_out |= {"conclusions", "other_business", "reference", "registry_reference"}
    left_out |= {
        "since",
        "registry_date",
        "minutes_dated",
        "addressees",
        "under",
        "invited",
        "remarks",
    }
    assert set(drafts.SessionDraft.__struct_fields__) - used <= left_out
    with (
        create_store(tmp_path / "centre.mahdar") as store,
        store.write("sessions.record") as work,
    ):
        session_id = record_session(work, session_file.read(file))
        session = sessions.get_session(work, session_id)
        assert len(people.list_people(work, date(2026, 1, 14))) == 5
    assert (len(session.attendance), len(session.outcomes)) == (5, 3)
    assert [line.summary.ar for line in session.interventions if line.at] == [
        "عرضت الجدولة.\nلا ملاحظات."
    ]


def test_the_workshop_that_ships_is_a_session_file() -> None:
    assert session_file.read(ROOT / "resources" / "sample" / "workshop.json") == workshop()
