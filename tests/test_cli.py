"""The command line: what it does, and how it refuses."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.codes import DocumentKind, DocumentLanguage
from db.engine import create_store, open_store
from desktop_app import cli
from desktop_app.documents.finalising import finalise
from desktop_app.services import papers, sample
from tests.services.drafts import session

ROOT = Path(__file__).parents[1]
WORKSHOP = ROOT / "resources" / "sample" / "workshop.json"
LANGUAGES = ("ar", "fr", "en")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample centre with one issued paper, closed; tests work on copies."""
    file = tmp_path_factory.mktemp("cli") / "centre.mahdar"
    with create_store(file) as store:
        with store.write("sample.fill") as work:
            sample.fill(work)
        with store.write("papers.issue") as work:
            papers.issue(
                work,
                b"%PDF",
                session_id=2,
                kind=DocumentKind.MINUTES,
                language=DocumentLanguage.BOTH,
                file_name="m.pdf",
                dated=date(2025, 10, 15),
                reference="1/25",
            )
    return file


@pytest.fixture
def database(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "centre.mahdar"))


@pytest.fixture
def session_file(tmp_path: Path) -> Path:
    file = tmp_path / "session.json"
    file.write_text(json.dumps(session()), encoding="utf-8")
    return file


def run(*words: object) -> int:
    return cli.main([str(word) for word in words])


def said(capsys: Captured) -> str:
    out, err = capsys.readouterr()
    assert err == ""
    return out


# --- what it does ------------------------------------------------------------------------------


def test_the_sample_centre_is_made_once(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "new.mahdar"
    assert run("--language", "en", "sample", file) == 0
    assert said(capsys) == f"The sample centre is in {file}.\n"
    whole = file.read_bytes()
    assert run("sample", file, "--language", "en") == 2
    assert "new.mahdar" in capsys.readouterr().err
    assert file.read_bytes() == whole
    assert run("check", "--database", file, "--language", "en") == 0
    assert said(capsys) == f"{file} is whole.\n"


def test_a_session_is_recorded_and_its_number_printed(
    database: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("record", WORKSHOP, "--database", database) == 0
    assert said(capsys) == "8\n"
    fresh = tmp_path / "fresh.mahdar"
    assert run("--database", fresh, "record", WORKSHOP) == 0
    assert said(capsys) == "1\n"
    assert run("list", "people", "--json", "--database", fresh) == 0
    assert len(json.loads(said(capsys))) == 20


def listed(capsys: Captured, kind: str, database: Path) -> list[dict[str, Any]]:
    assert run("list", kind, "--json", "--database", database) == 0
    rows = json.loads(said(capsys))
    assert isinstance(rows, list)
    assert all(isinstance(row["id"], int) for row in rows)
    return rows


def test_lists_are_arrays_of_objects_with_their_ids(database: Path, capsys: Captured) -> None:
    sessions = listed(capsys, "sessions", database)
    assert len(sessions) == 7
    assert sessions[-1]["theme"]["ar"] == "العمليات التواصلية للتعريف بمستجدات النظم المعلوماتية"
    assert (sessions[-1]["first_day"], sessions[-1]["state"]) == ("2019-04-17", "signed")
    people = listed(capsys, "people", database)
    assert len(people) == 24
    assert people[0]["body"]["name"]["fr"]
    outcomes = listed(capsys, "follow-ups", database)
    assert len(outcomes) == 26
    assert {type(outcome["late"]) for outcome in outcomes} == {bool}
    (paper,) = listed(capsys, "documents", database)
    assert (paper["kind"], paper["reference"], paper["version"]) == ("minutes", "1/25", 1)


@pytest.mark.parametrize(
    ("kind", "language", "line"),
    [
        ("sessions", "en", "1\t2019-04-17\t1/19\tورشة عمل\tالعمليات التواصلية"),
        ("sessions", "fr", "7\t2026-11-26\t–\tvisioconférence\tPréparation de la saisie"),
        ("people", "fr", "2\tMme\tNaïma El Ouariachi\tla cheffe du centre régional"),
        ("follow-ups", "ar", "9\t2\t2025-10-31\tمنجز\t100\tإنهاء تحيين البنيات"),
        ("documents", "ar", "1\t2\t2025-10-15\tminutes\t1/25\t1\tboth"),
    ],
)
def test_lists_are_read_by_eye_too(
    database: Path, capsys: Captured, kind: str, language: str, line: str
) -> None:
    assert run("list", kind, "--database", database, "--language", language) == 0
    assert any(shown.startswith(line) for shown in said(capsys).splitlines())


def test_a_person_without_function_or_body_is_a_line_with_dashes(
    session_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    database = tmp_path / "fresh.mahdar"
    assert run("record", session_file, "--database", database) == 0
    assert run("list", "people", "--database", database, "--language", "fr") == 0
    assert said(capsys).splitlines()[1] == "2\tNon précisé\tKamal Benziane\t–\t–"


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (("minutes",), None),
        (("minutes", "--session", "1", "--language", "both"), None),
        (("invitation", "--session", "4", "--person", "9", "--language", "fr"), 1),
        (("attendance-sheet", "--session", "4", "--variant", "clean"), None),
        (("attestation", "--session", "3", "--person", "9"), 1),
        (("follow-ups", "--language", "fr"), None),
        (("follow-ups", "--session", "4", "--late"), 1),
        (("actions", "--person", "9"), 1),
        (("extract", "--body", "3", "--language", "both"), None),
        (("extract", "--outcome", "9"), 1),
        (("cover-sheet",), 1),
        (("attestation-register",), 1),
        (("synthesis",), None),
        (("director-page",), 1),
    ],
)
def test_a_paper_is_made(
    database: Path, tmp_path: Path, capsys: Captured, words: tuple[str, ...], pages: int | None
) -> None:
    out = tmp_path / "ورقة.pdf"
    command = ("--language", "en", "render", *words, "--database", database, "--output", out)
    assert run(*command) == 0
    told = said(capsys)
    assert told.endswith(f" in {out}.\n")
    assert pages is None or told.startswith(f"{pages} page ")
    first = out.read_bytes()
    assert first.startswith(b"%PDF-")
    assert run(*command) == 0
    assert out.read_bytes() == first


def test_a_paper_is_made_from_a_folder_that_may_only_be_read(
    database: Path, tmp_path: Path
) -> None:
    out = tmp_path / "m.pdf"
    with open_store(database):
        assert run("render", "minutes", "--database", database, "--output", out) == 0


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def window(*words: object) -> int:
        asked.append(words)
        return 7

    app = type(sys)("desktop_app.app")
    app.run = window  # type: ignore[attr-defined]  # stands in for the window
    monkeypatch.setitem(sys.modules, "desktop_app.app", app)
    monkeypatch.setattr("desktop_app.app", app, raising=False)
    assert run() == 7
    assert run("--database", "f.mahdar", "--language", "fr") == 7
    assert asked == [(None, None), ("f.mahdar", "fr")]


def test_without_a_database_the_users_own_is_meant(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: Captured
) -> None:
    monkeypatch.setattr("desktop_app.home.default_database", lambda: database)
    assert run("list", "sessions", "--json") == 0
    assert len(json.loads(said(capsys))) == 7


def test_the_users_own_is_made_where_it_belongs(
    monkeypatch: pytest.MonkeyPatch, session_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    own = tmp_path / "of the user" / "mahdar.db"
    monkeypatch.setattr("desktop_app.home.default_database", lambda: own)
    assert run("record", session_file) == 0
    assert said(capsys) == "1\n"
    assert own.exists()


def test_the_words_of_the_process_serve_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "check", "--database", str(database)])
    monkeypatch.setenv("LANGUAGE", "fr")
    assert cli.main() == 0
    assert "centre.mahdar" in said(capsys)


# --- how it refuses ----------------------------------------------------------------------------

Refused = Callable[[Path, Path], tuple[object, ...]]
"""Given the database and a folder, the words of a command that cannot be done."""


def record(change: dict[str, object]) -> Refused:
    def words(database: Path, folder: Path) -> tuple[object, ...]:
        file = folder / "session.json"
        file.write_text(json.dumps(session(**change)), encoding="utf-8")
        return ("record", file, "--database", database)

    return words


def holding(data: bytes) -> Refused:
    def words(database: Path, folder: Path) -> tuple[object, ...]:
        file = folder / "session.json"
        file.write_bytes(data)
        return ("record", file, "--database", database)

    return words


def rendered(*more: object) -> Refused:
    def words(database: Path, folder: Path) -> tuple[object, ...]:
        output = () if "--output" in more else ("--output", folder / "m.pdf")
        return ("render", *more, "--database", database, *output)

    return words


def on_file(name: str, data: bytes | None, *words: object) -> Refused:
    def command(_database: Path, folder: Path) -> tuple[object, ...]:
        file = folder / name
        if data is not None:
            file.write_bytes(data)
        return (*words, "--database", file)

    return command


def newer(database: Path, _folder: Path) -> tuple[object, ...]:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    return ("list", "sessions", "--database", database)


def changed(statement: str, *words: object) -> Refused:
    def command(database: Path, _folder: Path) -> tuple[object, ...]:
        connection = sqlite3.connect(database)
        with connection:
            connection.execute(statement)
        connection.close()
        return (*words, "--database", database)

    return command


REFUSED: dict[str, Refused] = {
    "deep nesting": holding(b'{"type": ' + b"[" * 900 + b"]" * 900 + b"}"),
    "a file of 9 MB": holding(b" " * 9 * 1024 * 1024),
    "a database without a table": changed("DROP TABLE outcomes", "list", "follow-ups"),
    "a database without a column": changed(
        "ALTER TABLE people RENAME COLUMN name_ar TO title", "list", "people"
    ),
    "the history of another program": changed("DROP TABLE journal", "list", "people"),
    "a name that no disk takes": on_file("n" * 300, None, "record", WORKSHOP),
    "a paper's name that no disk takes": rendered("minutes", "--output", "n" * 300),
    "an address with a wrong port": lambda _database, _folder: (
        *("list", "people", "--database", "postgresql://here:port/x"),
    ),
    "nobody invited": rendered("invitation", "--person", 999),
    "minutes for one person": rendered("minutes", "--person", 9),
    "minutes of what is late": rendered("minutes", "--late"),
    "a cover sheet of one body": rendered("cover-sheet", "--body", 3),
    "minutes of one outcome": rendered("minutes", "--outcome", 1),
    "an extract of nothing": rendered("extract"),
    "an extract of an unknown outcome": rendered("extract", "--outcome", 9999),
    "no picture at all": rendered("minutes", "--header", "/none/header.png"),
    "a value too much": lambda _database, _folder: ("list", "people", "--json=yes"),
    "a value missing": lambda _database, _folder: ("list", "people", "--database"),
    "an unknown option": lambda _database, _folder: ("list", "people", "--colour"),
    "an option cut short": lambda _database, _folder: ("list", "people", "--data", "x"),
    "broken JSON": holding(b'{"type": "meeting",'),
    "no JSON": holding(b"\x89PNG\r\n"),
    "another encoding": holding('{"type": "محضر"}'.encode("cp1256")),
    "unknown field": record({"colour": "red"}),
    "missing field": record({"theme": None}),
    "a name of 500 letters": record({"people": [{"name": {"ar": "ا" * 500}}]}),
    "half a character": record({"theme": {"ar": "x\ud800"}}),
    "nothing but control characters": record({"theme": {"ar": "\x00\x07\u202e"}}),
    "unknown person": record({"chair": "nobody"}),
    "unknown type": record({"type": "feast"}),
    "markup in a place of its own": record({"people": [{"name": "<b"}]}),
    "no file": lambda database, folder: ("record", folder / "none.json", "--database", database),
    "no database": on_file("none.mahdar", None, "list", "sessions"),
    "an empty database": on_file("empty.mahdar", b"", "list", "sessions"),
    "no database at all": on_file("text.mahdar", b"some text" * 99, "list", "sessions"),
    "a damaged database": on_file("bad.mahdar", b"SQLite format 3\x00" * 99, "list", "people"),
    "recording in no database": on_file("text.mahdar", b"some text", "record", WORKSHOP),
    "a database of a newer version": newer,
    "no folder for the database": lambda _, folder: ("sample", folder / "none" / "new.mahdar"),
    "sample over a file": lambda database, _: ("sample", database),
    "unknown session": rendered("minutes", "--session", 99),
    "no number": rendered("minutes", "--session", "first"),
    "a number too large": rendered("minutes", "--session", "9" * 19),
    "unknown person to attest": rendered("attestation", "--session", 3, "--person", 99),
    "unknown paper": rendered("poem"),
    "unknown language of a paper": rendered("minutes", "--language", "en"),
    "unknown variant": rendered("attendance-sheet", "--variant", "golden"),
    "no folder for the paper": rendered("minutes", "--output", "/none/there/m.pdf"),
    "a folder for a paper": rendered("minutes", "--output", "/"),
    "a folder that takes no paper": rendered("minutes", "--output", "/proc/m.pdf"),
    "a folder that takes no database": lambda _database, _folder: ("sample", "/proc/new.mahdar"),
    "a full disk": rendered("minutes", "--output", "/dev/full"),
    "unknown list": lambda database, _: ("list", "poems", "--database", database),
    "unknown command": lambda _database, _folder: ("dance",),
    "missing words": lambda _database, _folder: ("render", "minutes"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_bad_input_is_answered_by_one_sentence_and_changes_nothing(
    database: Path, tmp_path: Path, capsys: Captured, refused: Refused, language: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    words = refused(database, folder)
    files = {file: file.read_bytes() for file in (database, *folder.iterdir())}
    assert run("--language", language, *words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith((".\n", "؟\n"))
    assert "Traceback" not in err
    assert any("\u0600" <= letter <= "\u06ff" for letter in err.replace("محضر", "")) == (
        language == "ar"
    )
    left = {file for file in (database, *folder.iterdir()) if file.suffix != ".lock"}
    assert {file: file.read_bytes() for file in left} == files


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_language_is_refused(capsys: Captured, language: str) -> None:
    assert run("--language", language, "--language", "klingon", "list", "people") == 2
    assert "klingon" in capsys.readouterr().err


def test_while_a_window_writes_nobody_else_does(
    database: Path, session_file: Path, capsys: Captured
) -> None:
    with open_store(database):
        assert run("record", session_file, "--database", database, "--language", "en") == 2
    assert "another window is writing" in capsys.readouterr().err


def test_a_record_that_fails_leaves_no_new_database(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps(session(chair="nobody")), encoding="utf-8")
    assert run("record", file, "--database", tmp_path / "new.mahdar", "--language", "en") == 2
    assert "Line 1: “chair”" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [file]


def test_where_nothing_is_recorded_there_is_no_paper(tmp_path: Path, capsys: Captured) -> None:
    database = tmp_path / "empty.mahdar"
    create_store(database).close()
    words = ("minutes", "--database", database, "--output", tmp_path / "m.pdf")
    assert run("--language", "en", "render", *words) == 2
    assert "No session is recorded yet" in capsys.readouterr().err


def test_markup_and_controls_in_a_text_are_text(tmp_path: Path, capsys: Captured) -> None:
    theme = "\u2067رقم\u2069 <b a & b <c@d.ma> \u202e\x07<img src='/etc/passwd'>"
    file, database = tmp_path / "session.json", tmp_path / "new.mahdar"
    file.write_text(json.dumps(session(theme={"ar": theme})), encoding="utf-8")
    assert run("record", file, "--database", database) == 0
    for language in ("ar", "fr", "both"):
        out = tmp_path / f"{language}.pdf"
        words = ("minutes", "--database", database, "--language", language, "--output", out)
        assert run("render", *words) == 0
    capsys.readouterr()
    assert run("list", "sessions", "--database", database, "--json") == 0
    (row,) = json.loads(said(capsys))
    assert row["theme"]["ar"] == "\u2067رقم\u2069 <b a & b <c@d.ma> <img src='/etc/passwd'>"


def test_a_paper_is_told_from_the_original(
    database: Path, tmp_path: Path, capsys: Captured
) -> None:
    paper, other = tmp_path / "m.pdf", tmp_path / "other.pdf"
    paper.write_bytes(b"%PDF-1.7 %%EOF")
    other.write_bytes(b"%PDF-1.7 forged %%EOF")
    with open_store(database) as store, store.write("papers.issue") as work:
        papers.issue(
            work,
            paper.read_bytes(),
            session_id=2,
            kind=DocumentKind.REPORT,
            language=DocumentLanguage.FRENCH,
            file_name="m.pdf",
            dated=date(2025, 10, 15),
        )
    assert run("check", "--database", database, "--language", "en", paper) == 0
    assert "It is the original" in said(capsys)
    assert run("check", "--database", database, "--language", "en", other) == 2
    assert "no file that was issued" in said(capsys)


def test_a_damaged_record_is_told_by_check(database: Path, capsys: Captured) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("UPDATE sessions SET theme_fr = 'changed by another hand'")
    connection.close()
    assert run("check", "--database", database, "--language", "en") == 2
    assert "centre.mahdar" in capsys.readouterr().err


def test_final_minutes_that_another_hand_changed_are_told_by_check(
    database: Path, tmp_path: Path, capsys: Captured
) -> None:
    paper = tmp_path / "pv.pdf"
    with open_store(database) as store, store.write("minutes.finalise") as work:
        paper.write_bytes(finalise(work, 2, ("fr",)).rendered.pdf)
    assert run("check", "--database", database, "--language", "en") == 0
    assert run("check", "--database", database, "--language", "en", paper) == 0
    connection = sqlite3.connect(database)
    for change in (
        "UPDATE outcomes SET text_fr = 'Autre chose' WHERE session_id = 2",
        "DELETE FROM final_versions",
    ):
        with connection:
            connection.execute(change)
        for asked in ((), (paper,)):
            capsys.readouterr()
            assert run("check", "--database", database, "--language", "en", *asked) == 2
            told = capsys.readouterr().err
            assert "The final minutes 1/25 are no longer what was made final" in told
    connection.close()


def test_words_of_another_hand_are_told_by_check_and_made_anew(
    database: Path, capsys: Captured
) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("UPDATE search_texts SET title = 'forged'")
    connection.close()
    assert run("check", "--database", database, "--language", "en") == 2
    assert "“rebuild”" in capsys.readouterr().err
    assert run("rebuild", "--database", database, "--language", "en") == 0
    assert "can be searched again" in said(capsys)
    assert run("check", "--database", database, "--language", "en") == 0


def test_a_fault_of_its_own_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: Captured
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop_app.services.session_list.list_sessions", broken)
    assert run("--language", "en", "list", "sessions", "--database", database) == 1
    assert "Mahdar failed, by a fault of its own" in capsys.readouterr().err


def test_a_program_without_a_console_is_quiet(
    monkeypatch: pytest.MonkeyPatch, database: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run("list", "sessions", "--database", database) == 0
    assert run("list", "poems", "--database", database) == 2


# --- as a process ------------------------------------------------------------------------------


def process(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_it_speaks_utf_8_whatever_the_console_says(database: Path) -> None:
    done = process("list", "people", "--json", "--database", database, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "نعيمة الورياشي" in done.stdout.decode("utf-8")
    refused = process("--language", "ar", "list", "poems", PYTHONIOENCODING="ascii")
    assert refused.returncode == 2
    assert refused.stderr.decode("utf-8").endswith(".\n")


@pytest.mark.parametrize("kind", ["sessions", "people", "follow-ups", "documents"])
def test_lists_load_neither_the_typesetter_nor_the_window(database: Path, kind: str) -> None:
    script = (
        "import sys; from desktop_app.cli import main; main(sys.argv[1:]);"
        "late = ('reportlab', 'uharfbuzz', 'PIL', 'PySide6', 'alembic');"
        "print([m for m in late if m in sys.modules], 'db.models' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "list", kind, "--database", str(database)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == f"[] {kind != 'sessions'}"


def test_papers_are_made_without_the_window(database: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from desktop_app.cli import main; code = main(sys.argv[1:]);"
        "print(code, 'PySide6' in sys.modules)"
    )
    words = ["render", "minutes", "--database", str(database), "--output", str(tmp_path / "m.pdf")]
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 False"


def test_help_is_in_the_users_language() -> None:
    helped = process("--language", "ar", "--help")
    assert helped.returncode == 0
    assert any("\u0600" <= letter <= "\u06ff" for letter in helped.stdout.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
def test_a_reader_that_goes_away_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: Captured
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert run("list", "people", "--database", database) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no such device there")
def test_an_output_that_takes_no_more_is_told(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: Captured
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run("--language", "en", "list", "people", "--database", database) == 2
    assert "the output takes no more" in capsys.readouterr().err
