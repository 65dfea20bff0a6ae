"""A person in one typed line: name, function, body, parted by commas."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from db.codes import Civility
from db.errors import UserError
from db.folding import spaced
from db.unit_of_work import UnitOfWork
from desktop_app.direction import bare, has_arabic
from desktop_app.services import people
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.roster import Entry, Roster, read_roster
from desktop_app.services.text import cleaned
from desktop_app.services.validation import require, whole
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.functions import FUNCTIONS

_COMMA: Final = re.compile("[،,]")
_CIVILITIES: Final = (
    (
        re.compile("السيدة(?= |$)|(?:mme|mlle|mrs|madame)(?:\\.|(?= |$))", re.IGNORECASE),
        Civility.MRS,
    ),
    (re.compile("السيد(?= |$)|(?:m\\.|mr\\.?(?= |$)|monsieur(?= |$))", re.IGNORECASE), Civility.MR),
)
_ARTICLE: Final = re.compile("(?:l[ea] |l’|l')", re.IGNORECASE)
_VOWEL: Final = re.compile("[aeéèêiïoôuyh]", re.IGNORECASE)
_DEFINITE: Final = re.compile(r" (?:ال|لل)|\b(?:du|de la|des|de l)\b")
_NAMED_WHOLE: Final = frozenset({"provincial_director", "chair", "rapporteur", "parents_president"})
"""Functions held by one person whose own words say of what."""


NO_FUNCTION: Final = FunctionDraft()
_KNOWN_BY: Final[tuple[Callable[[Entry], Bilingual], ...]] = (
    lambda body: body.name,
    lambda body: body.short,
    lambda body: body.town,
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Who a typed line names.

    Attributes:
        name: in the language it was typed in.
        body: on file, under the name that was typed; what no body is known by stands in the
            title of the function.
    """

    name: Bilingual
    civility: Civility = Civility.UNKNOWN
    function: FunctionDraft = NO_FUNCTION
    body: Entry | None = None


def parse(text: str, roster: Roster) -> NamedPerson:
    """Read a line such as ``السيدة سلمى أمزيل، مهندسة، المركز الجهوي``.

    Args:
        text: as it was typed; function and body may be missing.
        roster: where the body is looked up, by name, short name or town.

    Raises:
        FieldError: nothing in it can be a name.
    """
    whole(text, ())
    parts = [part.strip() for part in _COMMA.split(bare(cleaned(text, one_line=True)))]
    civility, name = _civil(parts[0])
    require(re.search(r"[^\W\d_]", name), ("name",), UserError("a person needs a name."))
    rest = [part for part in parts[1:] if part]
    body = _body(rest[-1], roster) if rest else None
    if body is not None:
        rest.pop()
    return NamedPerson(_bilingual(name), civility, _function(rest), body)


def record(work: UnitOfWork, text: str, on: date) -> int:
    """Record the person whom a typed line names, and give the id.

    Args:
        work: the unit of work.
        text: as for `parse`.
        on: the day of the names that bodies are looked up by.

    Returns:
        The id; of the person on file, when one of this very name works there.

    Raises:
        FieldError: there is no name, or it is too long.
    """
    named = parse(text, read_roster(work, on))
    name = Label(named.name.ar, named.name.fr)
    draft = PersonDraft(name=name, civility=named.civility, function=named.function)
    return people.find_or_create(work, draft, named.body.id if named.body else None, on)


def function_of(title: str) -> FunctionDraft:
    """Give a function as it is kept, by its typed title."""
    return _function([title]) if title else NO_FUNCTION


def _civil(text: str) -> tuple[Civility, str]:
    for pattern, civility in _CIVILITIES:
        if typed := pattern.match(text):
            return civility, text[typed.end() :].strip()
    return Civility.UNKNOWN, text


def _bilingual(text: str) -> Bilingual:
    return Bilingual(ar=text) if has_arabic(text) else Bilingual(fr=text)


def _body(typed: str, roster: Roster) -> Entry | None:
    """Give the body that is known by these words, and by no others of them."""
    wanted = _known_by(typed)
    bodies = roster.of("body")
    for known_by in _KNOWN_BY:
        found = [
            body
            for body in bodies
            if wanted in {_known_by(known_by(body).ar), _known_by(known_by(body).fr)}
        ]
        if len(found) == 1:
            return found[0]
    return None


def _known_by(text: str) -> str:
    return spaced(_ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)


def _function(parts: Sequence[str]) -> FunctionDraft:
    """Give a function as it is kept: under its code, definite where one person alone holds it."""
    if not parts:
        return NO_FUNCTION
    typed, *others = parts
    arabic = has_arabic(typed)
    code, form, article = "", "", ""
    for one, forms in FUNCTIONS.items():
        spellings = (
            {forms.ar_m: "", forms.ar_f: ""} if arabic else {forms.fr_f: "la ", forms.fr_m: "le "}
        )
        for spelling, its_article in spellings.items():
            if _plain(typed).startswith(_plain(spelling)) and len(spelling) > len(form):
                code, form, article = one, spelling, its_article
    definite = code in _NAMED_WHOLE or bool(_DEFINITE.search(spaced(typed)))
    unique = bool(code) and FUNCTIONS[code].unique and definite
    title = typed
    if unique and arabic:
        title = " ".join((form, *typed.split()[len(form.split()) :]))
    elif unique and not _ARTICLE.match(typed):
        title = f"l’{typed}" if _VOWEL.match(typed) else f"{article}{typed}"
    title = ("، " if arabic else ", ").join((title, *others))
    return FunctionDraft(title=_label(title), unique=unique, code=code)


def _plain(title: str) -> str:
    """Give the words of a title, each without its article, with a space after each."""
    words = _known_by(title).split()
    return "".join(f"{word.removeprefix('ال')} " for word in words)


def _label(text: str) -> Label:
    named = _bilingual(text)
    return Label(named.ar, named.fr)
