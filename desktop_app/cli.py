"""The command line: the window's use cases without a window.

Nothing heavy is imported before the command that needs it.
"""

import argparse
import atexit
import gc
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from db.errors import UserError
from desktop_app.arguments import (
    FOR_ONE_BODY,
    FOR_ONE_PERSON,
    HEADERS,
    LISTS,
    OF_ALL_SESSIONS,
    PAPER_LANGUAGES,
    PAPERS,
    SCOPED,
    VARIANTS,
    language_of_messages,
    one_of,
    parser,
)
from desktop_app.i18n import LANGUAGES, Catalogue, catalogue

if TYPE_CHECKING:
    from db.unit_of_work import Reading, Store
    from desktop_app.documents.scope import Scope
    from desktop_app.services.institution_data import HeaderMode

_log = logging.getLogger(__name__)

_BROKEN_OFF = 128 + 2  # what a shell gives for a program that SIGINT ended


def main(argv: Sequence[str] | None = None) -> int:
    """Do one command, or open the window when there is none.

    Args:
        argv: without the program's name; those of the process when None.

    Returns:
        0 when done, 2 for bad input (one sentence on standard error, nothing changed), 1 for a
        failure of the program's own, 130 when the user broke it off.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    say = catalogue(language_of_messages(typed))
    # No command lives long enough for cyclic garbage to matter, and looking for it takes a third
    # of its time: a tenth on the way, the rest at the end, among all that was loaded.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        command = parser(say, _RUNS).parse_args(typed)
        if command.language is not None:
            one_of(command.language, LANGUAGES)
        return cast("int", command.run(command, say))
    except UserError as error:
        return _refuse(2, say.error(error))
    except BrokenPipeError:
        _leave(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return _BROKEN_OFF
    except Exception as error:  # noqa: BLE001 - the last hold: a sentence, the rest goes to the log
        if _broken_off(error):
            return _BROKEN_OFF
        _log.exception("failed")
        return _refuse(1, say("Mahdar failed, by a fault of its own; what is recorded is safe."))
    finally:
        gc.enable()


def _refuse(status: int, sentence: str) -> int:
    """Say why, if anybody listens, and give the exit status."""
    with suppress(UserError, BrokenPipeError):
        _write(sys.stderr, sentence)
    return status


def _broken_off(error: BaseException | None) -> bool:
    """Tell whether a library made another failure of the user's breaking off."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _window(command: argparse.Namespace, say: Catalogue) -> int:
    from desktop_app import app  # no Qt for the other commands

    return app.run(command.database, say.language if command.language else None)


def _sample(command: argparse.Namespace, say: Catalogue) -> int:
    from desktop_app.documents import sample  # only when needed

    with _made(command.file) as store, store.write("sample.fill") as work:
        sample.fill(work)
    _write(sys.stdout, say("The sample centre is in {file}.", file=command.file))
    return 0


def _record(command: argparse.Namespace, _say: Catalogue) -> int:
    from desktop_app.exchange import session_file  # only when needed
    from desktop_app.services.recording import record_session
    from desktop_app.services.validation import FieldError

    draft = session_file.read(command.file)
    with _opened_or_made(command) as store:
        try:
            with store.write("sessions.record") as work:
                session_id = record_session(work, draft)
        except FieldError as error:
            raise session_file.refused(command.file, error) from error
    _write(sys.stdout, str(session_id))
    return 0


def _list(command: argparse.Namespace, say: Catalogue) -> int:
    kind = one_of(command.kind, LISTS)
    from db.engine import open_store  # only when needed

    with open_store(_database(command), writing=False) as store, store.read() as reading:
        rows = _rows(kind, reading)
    if command.json:
        import msgspec  # only when needed

        plain = msgspec.to_builtins(rows)
        _write(sys.stdout, json.dumps(plain, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        shown = (_shown(getattr(row, column), say) for column in _COLUMNS[kind])
        _write(sys.stdout, "\t".join(shown))
    return 0


_COLUMNS = {
    "sessions": ("id", "first_day", "reference", "type_label", "theme", "state"),
    "people": ("id", "civility", "name", "function", "body"),
    "follow-ups": ("id", "session_id", "due", "state", "percent", "text"),
    "documents": ("id", "session_id", "dated", "kind", "reference", "version", "language"),
}


def _rows(kind: str, reading: "Reading") -> Sequence[object]:
    """Read a list, loading only what this one needs."""
    today = date.today()  # noqa: DTZ011 - the user's own day
    match kind:
        case "sessions":
            from desktop_app.services import session_list

            return session_list.list_sessions(reading)
        case "people":
            from desktop_app.services import people

            return people.list_people(reading, today)
        case "follow-ups":
            from desktop_app.services import follow_ups

            return follow_ups.list_follow_ups(reading, today)
        case _:
            from desktop_app.services import papers

            return papers.list_issued(reading)


def _shown(value: object, say: Catalogue) -> str:
    """Give a field as a list shows it; what is not there is a dash."""
    from db.codes import Civility, FollowUpState, SessionState
    from desktop_app.services.people_data import Body  # only when needed
    from desktop_app.wording.bilingual import Bilingual
    from desktop_app.wording.persons import Function
    from desktop_app.wording.vocabulary import label

    match value:
        case Body():
            return _shown(value.name, say)
        case Function():
            return _shown(value.title, say)
        case Bilingual():
            text = value.best("fr" if say.language == "fr" else "ar")
            return " ".join(text.split()) or "–"
        case Civility() | SessionState() | FollowUpState():
            return label(value, say.language)
        case None | "":
            return "–"
        case _:
            return str(value)


def _render(command: argparse.Namespace, say: Catalogue) -> int:
    kind = one_of(command.kind, PAPERS)
    languages = PAPER_LANGUAGES[one_of(command.paper_language, PAPER_LANGUAGES)]
    variant = one_of(command.variant or "prefilled", VARIANTS)
    person_id, session_id = _id(command.person), _id(command.session)
    if person_id is not None:
        one_of(kind, FOR_ONE_PERSON)
    from db.engine import open_store  # only when needed
    from desktop_app.documents.options import PaperOptions, SheetVariant
    from desktop_app.documents.rendering import render
    from desktop_app.exchange.writing import write_whole

    options = PaperOptions(
        people=() if person_id is None or kind in SCOPED else (person_id,),
        each=person_id is not None,
        variant=SheetVariant(variant),
        header=_header(command.header),
    )
    with open_store(_database(command), writing=False) as store, store.read() as reading:
        if session_id is None and kind not in OF_ALL_SESSIONS:
            session_id = _last_session(reading)
        about = _scope(reading, command, kind, session_id)
        rendered = render(reading, kind, about, languages, options)
    write_whole(command.output, rendered.pdf)
    _write(
        sys.stdout,
        say.plural(
            "{n} page in {file}.", "{n} pages in {file}.", rendered.pages, file=str(command.output)
        ),
    )
    return 0


def _scope(
    reading: "Reading", command: argparse.Namespace, kind: str, session_id: int | None
) -> "Scope":
    """Tell what a paper is about.

    Raises:
        UserError: a value is no number, or nothing tells of what the extract is.
    """
    from desktop_app.documents import extract  # only when needed
    from desktop_app.documents.scope import Scope
    from desktop_app.services.followed import Which, session_of

    person_id, body_id, outcome_id = map(_id, (command.person, command.body, command.outcome))
    if body_id is not None or command.late:
        one_of(kind, FOR_ONE_BODY)
    if outcome_id is not None:
        one_of(kind, ("extract",))
        return extract.of_outcome(session_of(reading, outcome_id), outcome_id)
    if kind not in FOR_ONE_BODY:
        return Scope(session_id=session_id)
    which = Which(session_id=session_id, person_id=person_id, body_id=body_id, late=command.late)
    if kind == "extract" and person_id is None and body_id is None:
        raise UserError(
            "The extract was not made: nothing tells of what. Write --outcome, --person or --body"
            " with a number."
        )
    return Scope(about=which, session_id=session_id)


def _header(value: str | None) -> "HeaderMode | bytes | None":
    if value is None:
        return None
    from desktop_app.documents.typesetting import pictures  # only when needed
    from desktop_app.exchange.reading import read_at_most
    from desktop_app.services.institution_data import HeaderMode

    if value in HEADERS:
        return HeaderMode(value)
    picture = read_at_most(Path(value), pictures.MOST_BYTES)
    pictures.size(picture)
    return picture


def _check(command: argparse.Namespace, say: Catalogue) -> int:
    from db.check import check  # only when needed
    from db.engine import open_store  # likewise
    from desktop_app.services import final_minutes  # likewise

    database = _database(command)
    if command.paper is not None:
        return _check_paper(database, command.paper, say)
    findings = check(database)
    with open_store(database, writing=False) as store, store.read() as reading:
        findings += final_minutes.altered(reading)
    for finding in findings:
        _write(sys.stderr, say.error(finding))
    if not findings:
        _write(sys.stdout, say("{file} is whole.", file=database))
    return 2 if findings else 0


def _rebuild(command: argparse.Namespace, say: Catalogue) -> int:
    from db.engine import make_searchable, open_store  # only when needed

    database = _database(command)
    with open_store(database) as store:
        make_searchable(store)
    _write(sys.stdout, say("{file} can be searched again.", file=database))
    return 0


def _check_paper(database: str, paper: Path, say: Catalogue) -> int:
    from db.engine import open_store  # only when needed
    from desktop_app.exchange.scan_looking import look_at  # likewise
    from desktop_app.services.final_minutes import altered  # likewise
    from desktop_app.services.scan_words import verdict_words

    with open_store(database, writing=False) as store:
        _, known = look_at(store, paper)
        told = {one.paper.session_id for one in known if one.paper and one.paper.session_id}
        with store.read() as reading:
            findings = altered(reading, told)
    for one in known:
        _write(sys.stdout, verdict_words(say, one))
    for finding in findings:
        _write(sys.stderr, say.error(finding))
    return 0 if all(one.is_as_issued for one in known) and not findings else 2


def _last_session(reading: "Reading") -> int:
    from desktop_app.services.session_list import list_sessions  # only when needed

    ids = [row.id for row in list_sessions(reading)]
    if not ids:
        raise UserError("No session is recorded yet; record one, then make its papers.")
    return max(ids)


def _database(command: argparse.Namespace) -> str:
    if command.database is not None:
        return cast("str", command.database)
    from desktop_app.home import default_database  # only when needed

    return str(default_database())


@contextmanager
def _made(database: str) -> Iterator["Store"]:
    """Make a database and take it away again if what follows fails."""
    from db.engine import create_store, delete_store  # only when needed

    store = create_store(database)
    try:
        yield store
    except BaseException:
        store.close()
        delete_store(database)
        raise
    store.close()


def _opened_or_made(command: argparse.Namespace) -> AbstractContextManager["Store"]:
    from db.engine import is_there, open_store  # only when needed

    database = _database(command)
    if is_there(database):
        return open_store(database)
    if command.database is None:
        from desktop_app.home import make_folder  # likewise

        make_folder(database)
    return _made(database)


def _id(value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise UserError(
            "“{value}” is no number of a record; look it up with the command list.", value=value
        )
    return int(value)


def _write(stream: TextIO | None, text: str) -> None:
    """Write a line; a program without a console has no streams."""
    if stream is None:
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _leave(stream)
        raise UserError(
            "What was done cannot be told, because the output takes no more ({reason}); send it"
            " elsewhere; what is recorded is safe.",
            reason=error.strerror,
        ) from error


def _leave(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that ending the program is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


_RUNS = {
    "window": _window,
    "sample": _sample,
    "record": _record,
    "list": _list,
    "render": _render,
    "check": _check,
    "rebuild": _rebuild,
}
