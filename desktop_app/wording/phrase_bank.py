"""The phrase bank that ships, and phrases made to agree with who speaks."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from desktop_app.wording.french import capital
from desktop_app.wording.gender import Gender, past, suffixed
from resources import resource

BLANK: Final = "…"
LOYALTY: Final = "loyalty"
"""The category that a record holds only when its user asks for it."""
CATEGORIES: Final = (
    *("opening", "presentations", "debate", "questions", "answers", "proposals"),
    *("disagreement", "agreement", "closing", "thanks", LOYALTY),
)
"""In the order of a session."""
_WHO: Final = "{who}"
_AGREEING: Final = re.compile("‹([^‹›]*)›")
_MARKS: Final = re.compile("[\u064b-\u0652]")
_VERBS_IN_HEH: Final = frozenset({"نوه", "نبه", "وجه", "توجه", "انتبه", "تنبه", "شبه", "اتجه"})
"""Verbs that end like a noun with its pronoun."""
_POSSESSIVE: Final = {"son": "leur", "sa": "leur", "ses": "leurs"}
_PLURAL: Final = {
    "a": "ont",
    "conclut": "concluent",
    "dit": "disent",
    "est": "sont",
    "fait": "font",
    "finit": "finissent",
    "intervient": "interviennent",
    "met": "mettent",
    "répond": "répondent",
    "tient": "tiennent",
    "vient": "viennent",
    "émet": "émettent",
}
_DOUBLED: Final = re.compile(r"[،,]\s*(?=[.،,:؛;])")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A phrase as it ships."""

    category: str
    abbreviation: Bilingual
    text: Bilingual


@cache
def bank() -> tuple[Shipped, ...]:
    """Read the phrases that ship, in their order."""
    data = resource("phrases/bank.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[Shipped, ...])


def filled(
    text: str, language: PaperLanguage, who: str, gender: Gender, *, several: bool = False
) -> str:
    """Make a phrase agree with who speaks; what is not known stays a blank.

    Args:
        text: of the phrase, in one language.
        language: of the text.
        who: as sentences name whoever speaks, or empty.
        gender: of the first who speaks.
        several: whether more than one does.
    """

    def agreeing(found: re.Match[str]) -> str:
        if language == "ar":
            return _arabic(found[1], gender, several=several)
        return _french(found[1]) if several else found[1]

    made = _AGREEING.sub(agreeing, text).replace(_WHO, who or BLANK)
    if language == "fr" and text.startswith(_WHO):
        made = capital(made)
    return _DOUBLED.sub("", made)


def _arabic(word: str, gender: Gender, *, several: bool) -> str:
    """Make a verb agree, or the pronoun at the end of a noun or preposition."""
    if word.endswith("ه") and _MARKS.sub("", word) not in _VERBS_IN_HEH:
        return suffixed(word[:-1], gender, several=several)
    return past(word, gender)


def _french(word: str) -> str:
    """Put a verb in the third person plural, or a possessive into that of several."""
    regular = f"{word}nt" if word.endswith("e") else f"{word}ent"
    return _POSSESSIVE.get(word) or _PLURAL.get(word) or regular
