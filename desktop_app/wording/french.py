"""French spelling between words: elision, articles, capitals, no-break spaces."""

import re
import unicodedata

from desktop_app.wording.gender import Gender

SILENT_H = frozenset(
    (
        *("habilitation", "harmonisation", "harmoniser", "hébergement", "héberger", "heure"),
        *("histoire", "honneur", "horaire", "hôtel", "hygiène"),
    )
)
"""Common words whose h is silent; no other h is elided before, least of all that of a name."""

NEVER_ELIDED = frozenset(("onze", "onzième", "oui"))
_ARTICLE = re.compile(r"^(?:les? |la |l[’'])")
FIRST_WORD = re.compile(r"[^\W\d_]+")


def elides(text: str) -> bool:
    """Tell whether the word before a text loses its vowel (``d’Azilal``, ``de onze heures``)."""
    found = FIRST_WORD.match(text)
    if found is None:
        return False
    word = found[0]
    if word.lower() in NEVER_ELIDED or word[:2].lower() == "uu":
        return False
    first = unicodedata.normalize("NFD", word[0].lower())[0]
    if first == "y":
        return len(word) > 1 and not _is_vowel(word[1])
    if first == "h":
        return word in SILENT_H or word.removesuffix("s") in SILENT_H
    return _is_vowel(first)


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter.lower())[0] in "aeiouyœæ"


def elided(word: str, text: str) -> str:
    """Join one of que, de, le, la, se, ne to the text after it: ``qu’un avis``, ``que huit``."""
    return f"{word[:-1]}’{text}" if elides(text) else f"{word} {text}"


def que(text: str) -> str:
    """Join *que* to the text after it."""
    return elided("que", text)


def with_article(noun: str, gender: Gender) -> str:
    """Put the definite article before a noun: ``l’atelier``, ``la réunion``, ``le siège``."""
    return elided("le" if gender == "m" else "la", noun)


def bare(name: str) -> str:
    """Take the article off a name: ``centre régional``, ``académie``."""
    return _ARTICLE.sub("", name)


def capital(text: str) -> str:
    """Begin a text with a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def no_break(text: str) -> str:
    """Make the spaces no-break that French sets around signs, figures and titles.

    U+202F before ``; ! ?``, ``%`` and inside figures; U+00A0 before ``:`` and inside « »,
    between a number and ``h`` or a month's day, after ``n°``, ``M.`` and ``Mme``.
    """
    text = re.sub(r" (?=[;!?%])", "\u202f", text)
    text = re.sub(r" (?=[:»])|(?<=«) ", "\u00a0", text)
    text = re.sub(r"(?<=\d) (?=h\b)|(?<=\d h) (?=\d)", "\u00a0", text)
    return re.sub(r"(?<=\b[nN]°) |(?<=\bM\.) |(?<=\bM[mM]e) |(?<=\bMM\.) ", "\u00a0", text)
