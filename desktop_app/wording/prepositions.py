"""Prepositions joined to what they govern: ب and ل in Arabic, de and à in French."""

import re

from desktop_app.wording.french import elided

LRM = "\u200e"
INVISIBLE = "\u200e\u200f\u2066\u2067\u2068\u2069 \u00a0\u202f\t\r\n"
NO_BREAK = "\u00a0"
TATWEEL = "ـ"

ROOT_AL = re.compile(
    r"(?:التزام|التحاق|التماس|التقاء|التقاط|التئام|التباس|التفات|التفاف)"
    r"(?:ات)?(?:ه|ها|هم|هن|هما|نا|كم|ك|ي)?(?!\w)"
)
"""Words whose ال belongs to the root and is no article."""

ARABIC_LETTER = re.compile(r"[ء-غف-يٮ-ۓۺ-ۿݐ-ݿࢠ-ࣇﭐ-ﷻﹰ-ﻼ]")


def bi(text: str) -> str:
    """Join ب to a text: ببني ملال، بالأكاديمية، بـMASSAR؛ empty for an empty text."""
    return _join("ب", text)


def li(text: str) -> str:
    """Join ل to a text: لبني ملال، للأكاديمية، لـMASSAR؛ empty for an empty text."""
    return _join("ل", text)


def _join(preposition: str, text: str) -> str:
    clean = text.strip(INVISIBLE)
    if not clean:
        return ""
    if clean[0].isdecimal():
        # the mark that keeps a number in order, if any, goes on doing so
        mark = LRM if LRM in text[: text.index(clean)] else ""
        return preposition + TATWEEL + NO_BREAK + mark + clean
    if not ARABIC_LETTER.match(clean):
        return preposition + TATWEEL + clean
    if preposition == "ل" and clean.startswith("ال") and not ROOT_AL.match(clean):
        return "لل" + clean[2:].removeprefix("ل")
    return preposition + clean


def de(text: str) -> str:
    """Join *de* to a French text: du centre, des directions, d’Azilal, de l’académie."""
    return _contracted("de", {"le ": "du ", "les ": "des "}, text)


def a(text: str) -> str:
    """Join *à* to a French text: au centre, aux directions, à Azilal, à l’académie."""
    return _contracted("à", {"le ": "au ", "les ": "aux "}, text)


def _contracted(preposition: str, articles: dict[str, str], text: str) -> str:
    clean = text.strip(INVISIBLE)
    if not clean:
        return ""
    for article, contraction in articles.items():
        if clean.startswith(article):
            return contraction + clean.removeprefix(article)
    return elided(preposition, clean) if preposition == "de" else f"{preposition} {clean}"
