"""Verbs of speech: what minutes say that somebody said; past in Arabic, present in French."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.french import capital, elided
from desktop_app.wording.gender import Gender, past
from desktop_app.wording.prepositions import a, bi, de, li


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech.

    Attributes:
        ar: masculine singular past; ar_object: words between the subject and what follows.
        ar_link: what stands before what was said: أن, a preposition, or nothing.
        fr, fr_plural: present; fr_object: words of the verb after it (``la parole``).
        fr_link: *que*, *de*, *à*, another preposition, or nothing.
    """

    ar: str
    ar_link: str
    fr: str
    fr_plural: str
    fr_link: str = ""
    ar_object: str = ""
    fr_object: str = ""


VERBS: Mapping[str, Verb] = {
    "stress": Verb("أكد", "أن", "souligne", "soulignent", "que"),
    "specify": Verb("أوضح", "أن", "précise", "précisent", "que"),
    "signal": Verb("أشار", "إلى", "signale", "signalent"),
    "add": Verb("أضاف", "أن", "ajoute", "ajoutent", "que"),
    "recall": Verb("ذكّر", "ب", "rappelle", "rappellent"),
    "highlight": Verb("أبرز", "", "met", "mettent", fr_object="en évidence"),
    "review": Verb("استعرض", "", "passe", "passent", fr_object="en revue"),
    "present": Verb("قدم", "", "présente", "présentent"),
    "treat": Verb("تناول", "", "traite", "traitent", "de"),
    "propose": Verb("اقترح", "", "propose", "proposent"),
    "appeal": Verb("دعا", "إلى", "appelle", "appellent", "à"),
    "urge": Verb("حث", "على", "engage", "engagent", "à"),
    "ask": Verb("طلب", "", "demande", "demandent"),
    "wonder": Verb("تساءل", "عن", "s’interroge", "s’interrogent", "sur"),
    "raise": Verb("أثار", "", "soulève", "soulèvent"),
    "answer": Verb("أجاب", "بأن", "répond", "répondent", "que"),
    "welcome": Verb("رحب", "ب", "souhaite", "souhaitent", "à", fr_object="la bienvenue"),
    "thank": Verb("شكر", "", "remercie", "remercient"),
    "salute": Verb("نوه", "ب", "salue", "saluent"),
    "express": Verb("عبر", "عن", "exprime", "expriment"),
    "reserve": Verb("تحفظ", "على", "émet", "émettent", "sur", fr_object="des réserves"),
    "approve": Verb("صادق", "على", "approuve", "approuvent"),
    "commit": Verb("التزم", "ب", "s’engage", "s’engagent", "à"),
    "intervene": Verb("تدخل", "", "intervient", "interviennent"),
    "address": Verb(
        *("ألقى", "", "prononce", "prononcent"), ar_object="كلمة", fr_object="une allocution"
    ),
    "give_floor": Verb(
        *("أعطى", "ل", "donne", "donnent", "à"), ar_object="الكلمة", fr_object="la parole"
    ),
    "finish": Verb("أنهى", "", "termine", "terminent"),
}
"""The verbs shipped, by code."""

_ARABIC_JOINS = {"ب": bi, "ل": li}
_FRENCH_JOINS = {"de": de, "à": a}


def said(
    code: str,
    speakers: Sequence[str],
    gender: Gender,
    language: PaperLanguage,
    what: str = "",
) -> str:
    """Say that somebody said something: «أكدت {who} أن», *{who} souligne que*.

    In Arabic the verb stands before its subject, so it stays singular and takes the gender of the
    nearest. What was said is the typist's and may be left out.

    Args:
        code: of the verb.
        speakers: as `persons.who` names them.
        gender: of the first.
        language: of the paper.
        what: was said; what joins it to the verb is written.

    Raises:
        KeyError: the verb is unknown.
    """
    verb = VERBS[code]
    who = (" و" if language == "ar" else " et ").join(speakers)
    if language == "ar":
        words = (past(verb.ar, gender), who, verb.ar_object)
        return " ".join(filter(None, (*words, _linked_ar(verb.ar_link, what))))
    present = verb.fr if len(speakers) == 1 else verb.fr_plural
    words = (capital(who), present, verb.fr_object)
    return " ".join(filter(None, (*words, _linked_fr(verb.fr_link, what))))


def _linked_ar(link: str, what: str) -> str:
    if what and link in _ARABIC_JOINS:
        return _ARABIC_JOINS[link](what)
    return " ".join(filter(None, (link, what)))


def _linked_fr(link: str, what: str) -> str:
    if what and link in _FRENCH_JOINS:
        return _FRENCH_JOINS[link](what)
    if what and link == "que":
        return elided("que", what)
    return " ".join(filter(None, (link, what)))
