"""Persons as papers name them: civility, name or function, agreement in groups."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.codes import Civility
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital
from desktop_app.wording.gender import Gender
from desktop_app.wording.prepositions import a, bi

__all__ = [
    "Civility",
    "Function",
    "call",
    "capital_noun",
    "civil",
    "composition",
    "gender",
    "group",
    "signed",
    "titled",
    "who",
]


@dataclass(frozen=True, slots=True)
class Function:
    """What a person does in a body.

    Attributes:
        title: already in the person's gender. For a function held by one person in its body,
            definite in Arabic and with its article in French (``رئيسة المركز الجهوي``,
            ``la cheffe du centre régional``); for one held by many, indefinite in Arabic and
            without article in French (``مهندسة``, ``ingénieure``).
        unique: whether one person alone holds it in that body, who is then named by function.
        code: the entry of the vocabulary it comes from (`desktop_app.wording.functions`), or empty.
    """

    title: Bilingual = Bilingual()
    unique: bool = False
    code: str = ""


_CIVIL = {
    (Civility.MR, "ar"): "السيد",
    (Civility.MRS, "ar"): "السيدة",
    (Civility.MR, "fr"): "M.",
    (Civility.MRS, "fr"): "Mme",
}
_GROUP = {
    ("m", "ar"): "السادة",
    ("f", "ar"): "السيدات",
    ("mixed", "ar"): "السيدات والسادة",
    ("m", "fr"): "MM.",
    ("f", "fr"): "Mmes",
    ("mixed", "fr"): "Mmes et MM.",
}


def gender(civility: Civility) -> Gender:
    """Give the gender that sentences agree with; the masculine serves when it is unknown."""
    return "f" if civility is Civility.MRS else "m"


def civil(civility: Civility, language: PaperLanguage) -> str:
    """السيد، السيدة; *M., Mme*; empty when unknown: never «السيد(ة)» on a signed paper."""
    return _CIVIL.get((civility, language), "")


def composition(civilities: Sequence[Civility]) -> str:
    """Tell of what a group is made: ``m``, ``f``, or ``mixed`` (also when any is unknown)."""
    kinds = set(civilities)
    if kinds == {Civility.MR}:
        return "m"
    return "f" if kinds == {Civility.MRS} else "mixed"


def group(civilities: Sequence[Civility], language: PaperLanguage) -> str:
    """السادة، السيدات، السيدات والسادة; *MM., Mmes, Mmes et MM.*."""
    return _GROUP[composition(civilities), language]


def who(
    civility: Civility,
    name: Bilingual,
    function: Function,
    body: Bilingual | None,
    language: PaperLanguage,
) -> str:
    """Name a person inside a sentence.

    Someone who alone holds a function is named by it (السيدة رئيسة المركز الجهوي, *Mme la cheffe
    du centre régional*); others by name, function and body (السيد يوسف أمزيل، مهندس بالمركز
    الجهوي). No civility when it is unknown.

    Args:
        civility: how the person is addressed.
        name: without civility.
        function: what the person does; its title may be empty.
        body: its name, French with its article; left out after a unique function, which says it.
        language: of the paper.
    """
    title = function.title.get(language)
    named = name.best(language)
    if (function.unique and title) or not named:
        return _spaced(civil(civility, language), title or function.title.best(language))
    person = _spaced(civil(civility, language), named)
    if not title:
        return person
    where = body.get(language) if body else ""
    if language == "ar":
        return f"{person}، {_spaced(title, bi(where))}"
    return f"{person}, {_spaced(title, a(where))}"


def titled(civility: Civility, function: Function, language: PaperLanguage) -> str:
    """Give the civility and the function, as an address line does: *M. le Directeur provincial*."""
    title = function.title.best(language)
    return _spaced(civil(civility, language), title if language == "ar" else capital_noun(title))


def capital_noun(title: str) -> str:
    """Begin the noun of a French function with a capital: *le Directeur*, *l’Inspectrice*."""
    article = re.match(r"(?:les? |la |l[’'])?", title)
    start = article.end() if article else 0
    return title[:start] + capital(title[start:])


def signed(title: str) -> str:
    """Write a French function as it stands above a signature: *Le Chef du centre*."""
    return capital(capital_noun(title))


def call(civilities: Sequence[Civility], function: Function | None = None) -> str:
    """Open a French letter: *Monsieur le Directeur,*, *Madame,*, *Mesdames, Messieurs,*.

    Args:
        civilities: of those written to; an unknown person is called *Madame, Monsieur,*.
        function: of the one person written to, whose title is called with its article.
    """
    made_of = composition(civilities)
    if len(civilities) != 1:
        return {"m": "Messieurs,", "f": "Mesdames,", "mixed": "Mesdames, Messieurs,"}[made_of]
    if made_of == "mixed":
        return "Madame, Monsieur,"
    title = capital_noun(function.title.fr) if function and function.unique else ""
    return _spaced("Monsieur" if made_of == "m" else "Madame", title) + ","


def _spaced(*words: str) -> str:
    return " ".join(filter(None, words))
