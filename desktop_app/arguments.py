"""What can be written on the command line, and what is answered to what cannot."""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from db.errors import UserError
from desktop_app.i18n import LANGUAGES, N_, Catalogue, Language, default_language

if TYPE_CHECKING:
    from desktop_app.wording.bilingual import PaperLanguage

_OF_A_SESSION = ("minutes", "report", "attendance-sheet", "invitation", "attestation")
SCOPED = (
    *("follow-ups", "extract", "actions", "cover-sheet", "attestation-register"),
    *("synthesis", "director-page"),
)
PAPERS = _OF_A_SESSION + SCOPED
VARIANTS = ("blank", "prefilled", "clean")
LISTS = ("sessions", "people", "follow-ups", "documents")
FOR_ONE_PERSON = ("invitation", "attestation", "follow-ups", "extract", "actions")
FOR_ONE_BODY = ("follow-ups", "extract", "actions")
OF_ALL_SESSIONS = (*FOR_ONE_BODY, "attestation-register", "synthesis", "director-page")
HEADERS = ("text", "bilingual")
PAPER_LANGUAGES: dict[str, tuple["PaperLanguage", ...]] = {
    "ar": ("ar",),
    "fr": ("fr",),
    "both": ("ar", "fr"),
}
_HELP = "main.py --help"
_MISUSES = (
    (
        r"arguments are required: (.*)",
        N_("The command lacks {what}; write {help} to see what can be written."),
    ),
    (
        r"unrecognized arguments: (.*)",
        N_("“{what}” means nothing here; write {help} to see what can be written."),
    ),
    (
        r"argument (\S+): expected one argument",
        N_("{what} needs a value after it; write {help} to see what can be written."),
    ),
    (
        r"invalid choice: '(.*?)'",
        N_("“{what}” is no command; write {help} to see what can be written."),
    ),
)
"""What argparse says, and what the user is told for it."""


def language_of_messages(typed: Sequence[str]) -> Language:
    """Find the language before anything else can go wrong."""
    for word, following in zip_longest(typed, typed[1:], fillvalue=""):
        name, _, value = word.partition("=")
        if name == "--language" and (value or following) in LANGUAGES:
            return cast("Language", value or following)
    return default_language()


class _Parser(argparse.ArgumentParser):
    """Refuses as every command does: with a sentence."""

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _MISUSES:
            if found := re.search(pattern, message):
                raise UserError(sentence, what=found[1], help=_HELP)
        raise UserError(
            "The command was not understood ({detail}); write {help} to see what can be written.",
            detail=message,
            help=_HELP,
        )


def parser(say: Catalogue, runs: Mapping[str, Callable[..., int]]) -> argparse.ArgumentParser:
    """Make the parser of the command line.

    Args:
        say: the language of its help.
        runs: what each command does, by its name; under "window", what none does.
    """
    whole = _Parser(
        prog="main.py",
        description=say("The desk of an information-system centre."),
        allow_abbrev=False,
    )
    whole.set_defaults(run=runs["window"], database=None, language=None)
    _common(whole, say)
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    def command(name: str, does: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=does, description=does, allow_abbrev=False)
        added.set_defaults(run=runs[name])
        if name != "render":
            _common(added, say)
        return added

    sample = command("sample", say("make a new database with the sample centre"))
    sample.add_argument("file", metavar="FILE", help=say("the database to make"))
    record = command("record", say("record a session from a file"))
    record.add_argument("file", metavar="SESSION.json", type=Path)
    listing = command("list", say("list what is recorded"))
    listing.add_argument("kind", metavar="KIND", help=", ".join(LISTS))
    listing.add_argument("--json", action="store_true", help=say("one array of objects"))
    render = command("render", say("make a paper"))
    render.add_argument("kind", metavar="KIND", help=", ".join(PAPERS))
    render.add_argument(
        "--session",
        metavar="ID",
        help=say("the last one recorded, if not given; for the register, all"),
    )
    render.add_argument("--person", metavar="ID", help=say("for one person alone"))
    render.add_argument("--body", metavar="ID", help=say("what one body has in hand"))
    render.add_argument("--outcome", metavar="ID", help=say("extract of this outcome alone"))
    render.add_argument("--late", action="store_true", help=say("only what is late"))
    render.add_argument("--variant", metavar="VARIANT", help=", ".join(VARIANTS))
    render.add_argument(
        "--header",
        metavar="|".join((*HEADERS, "PICTURE")),
        help=say("in place of the centre's own: its kind, or a PNG or JPEG file"),
    )
    render.add_argument("--output", metavar="OUT.pdf", type=Path, required=True)
    _database_option(render, say)
    render.add_argument(
        "--language",
        dest="paper_language",
        metavar="|".join(PAPER_LANGUAGES),
        default="ar",
        help=say("of the paper"),
    )
    checking = command("check", say("verify a database"))
    checking.add_argument(
        "paper",
        metavar="PAPER",
        nargs="?",
        type=Path,
        help=say("say whether this paper is the one that was issued"),
    )
    command("rebuild", say("make anew the words by which a database is searched"))
    return whole


def _common(parser: argparse.ArgumentParser, say: Catalogue) -> None:
    _database_option(parser, say)
    parser.add_argument(
        "--language",
        metavar="|".join(LANGUAGES),
        default=argparse.SUPPRESS,
        help=say("of the window and of messages"),
    )


def _database_option(parser: argparse.ArgumentParser, say: Catalogue) -> None:
    parser.add_argument(
        "--database",
        metavar="FILE_OR_URL",
        default=argparse.SUPPRESS,
        help=say("your own, if not given"),
    )


def one_of(value: str, allowed: Iterable[str]) -> str:
    """Give a word back if it is one of those allowed.

    Raises:
        UserError: it is not.
    """
    if value not in allowed:
        raise UserError(
            "“{value}” is not known here; write one of these: {allowed}.",
            value=value,
            allowed=", ".join(allowed),
        )
    return value
