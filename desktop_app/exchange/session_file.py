"""A whole session as one JSON file: read into a draft, described by a schema.

The fields are documented in docs/session-format.md.
"""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from db.errors import UserError
from desktop_app.exchange.reading import read_at_most
from desktop_app.i18n import N_
from desktop_app.services import validation
from desktop_app.services.drafts import SessionDraft

MOST_BYTES = 8 * 1024 * 1024
_SPACE = " \t\r\n"
_NO_JSON = UserError("it holds a number, a name or a nesting that JSON does not allow.")


class SessionFileError(UserError):
    """A file that was not recorded, with the line it fails at."""

    def __init__(self, file: Path, line: int, problem: UserError) -> None:
        super().__init__(
            N_(
                "The file “{file}” was not recorded. Line {line}: {problem} "
                "Correct it and record the file again; nothing was changed."
            ),
            file=file.name,
            line=line,
            problem=problem,
        )


def read(file: Path) -> SessionDraft:
    """Read a session from a file.

    Args:
        file: JSON in UTF-8, with or without a byte-order mark, of at most `MOST_BYTES`.

    Raises:
        UserError: the file cannot be read, is no JSON, or holds what cannot be recorded.
    """
    text = _text(file)
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
    except json.JSONDecodeError as error:
        problem = UserError(
            "the file stops being JSON at column {column}; look for a comma, a quotation mark or "
            "a bracket that is missing or in excess.",
            column=error.colno,
        )
        raise SessionFileError(file, error.lineno, problem) from error
    except (ValueError, RecursionError) as error:
        raise SessionFileError(file, 1, _NO_JSON) from error
    try:
        return validation.checked(value, SessionDraft)
    except validation.FieldError as error:
        raise SessionFileError(file, _line(text, error.path), error) from error
    except RecursionError as error:
        raise SessionFileError(file, 1, _NO_JSON) from error


def refused(file: Path, error: validation.FieldError) -> SessionFileError:
    """Name the file and the line of a field that was refused while the draft was recorded."""
    return SessionFileError(file, _line(_text(file), error.path), error)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a session file (draft 2020-12)."""
    made = msgspec.json.schema(SessionDraft)
    for kind in made["$defs"].values():
        # A docstring, which Python indents until 3.12.
        kind["description"] = cleandoc(kind["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Mahdar session",
        **made,
    }


def _text(file: Path) -> str:
    data = read_at_most(file, MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise UserError(
            "The file “{file}” is larger than {limit} MB and was not read; record its sessions "
            "one by one.",
            file=file.name,
            limit=MOST_BYTES // 1024 // 1024,
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = UserError("the text is not UTF-8; save the file as UTF-8.")
        raise SessionFileError(file, data.count(b"\n", 0, error.start) + 1, problem) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field stands twice")
    return fields


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _line(text: str, path: validation.Path) -> int:
    """Find the line on which the value at a path stands, or what is nearest above it."""
    decoder = json.JSONDecoder()
    at = _after_space(text, 0)
    for step in path:
        inside = _child(decoder, text, at, step)
        if inside is None:
            break
        at = inside
    return text.count("\n", 0, at) + 1


def _child(decoder: json.JSONDecoder, text: str, at: int, step: str | int) -> int | None:
    """Find where the value of a key or an index begins in the object or list at a place."""
    if text[at] != ("{" if isinstance(step, str) else "["):
        return None
    index = 0
    at = _after_space(text, at + 1)
    while text[at] not in "}]":
        here: str | int = index
        if isinstance(step, str):
            here, at = decoder.raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        if here == step:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)
        index += 1
    return None


def _after_space(text: str, at: int) -> int:
    while text[at] in _SPACE:
        at += 1
    return at
