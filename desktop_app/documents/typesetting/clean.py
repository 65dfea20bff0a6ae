"""User text made fit for paper: nothing invisible that disturbs, and the no-breaks of good type."""

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from desktop_app.direction import LRI, PDI, isolate_tokens
from desktop_app.documents.typesetting.faces import Language

RLI = "\u2067"
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_ISOLATE = re.compile("[\u2066-\u2069\n]")
_MOST_MARKS = 30  # on one letter: UAX #15, 13

_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0621-\u064a\u0660-\u066f،؛؟–—’“”…\n]*")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_DOUBLE_SPACE = re.compile("[ \u00a0\u202f\u2007]{2}")
_SPACES = re.compile("  +")
_AROUND_NO_BREAK = re.compile(" *([\u00a0\u202f\u2007]) *")
_DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u202a-\u202e\u2060-\u2065\u206a-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
    "|[" + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}"
                   for plane in range(1, 17)) + "]"
)  # fmt: skip
_JOINER = re.compile("(?<![\u0620-\u06ff])[\u200c\u200d]+(?![\u0620-\u06ff])")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_WORD_BULLETS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d", "•▪➢✓–")
_PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe76-\ufefc]")


def clean(text: str) -> str:
    r"""Drop what must not reach paper and compose what is left (NFC).

    Line ends of every kind become ``\n``, tabs and odd spaces a space. Dropped are control
    characters, unpaired surrogates, invisible signs, and every sign of direction that is not a
    plain mark or a closed isolate. Arabic presentation forms, as copied out of PDF files, become
    letters; private-use characters become the bullets that Word means, or U+FFFD.
    """
    if not _PLAIN.fullmatch(text):
        text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
        text = _DROPPED.sub("", text)
        text = _PRIVATE.sub("\ufffd", text.translate(_WORD_BULLETS))
        text = _PRESENTATION.sub(_letters, text)
        text = _balanced(_JOINER.sub("", text))
        text = _bearable(unicodedata.normalize("NFC", text))
    if _DOUBLE_SPACE.search(text):
        text = _SPACES.sub(" ", _AROUND_NO_BREAK.sub("\\1", text))
    return text


def _bearable(text: str) -> str:
    """Drop the marks that no language piles up on one letter, and no font could draw."""
    kept, marks = [], 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _letters(found: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", found[0])
    return found[0] if " " in letters else letters


def _balanced(text: str) -> str:
    """Drop isolates that are not closed on their own line, and closings of nothing."""
    opened: list[int] = []
    lost: set[int] = set()
    for found in _ISOLATE.finditer(text):
        if found[0] == "\n":
            lost.update(opened)
            opened = []
        elif found[0] != PDI:
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            lost.add(found.start())
    lost.update(opened)
    if not lost:
        return text
    return "".join(char for place, char in enumerate(text) if place not in lost)


_NBSP, _NARROW = "\u00a0", "\u202f"
_NEVER_LAST = frozenset("«([ـ")  # no line ends with one, nor with a prefix as in لـ 22 أبريل
_DASHES = frozenset("-–—")  # no line begins with one that stood between two words
_AROUND = "«»()[]،؛؟,;.!?:…"


class _Glue(NamedTuple):
    """Where a space must not become the end of a line.

    Attributes:
        before: the space to set before a word by its first character.
        after: words that stay with the one after them.
        units: words that stay with a number before them.
    """

    before: dict[str, str]
    after: frozenset[str]
    units: frozenset[str]


_CLOSING = dict.fromkeys(":;!?»)]%‰°€؛؟،٪", _NBSP)
_PERSONS = "سيد سيدة آنسة أستاذ أستاذة دكتور دكتورة مهندس مهندسة ساعة فقيه"
_STAYING_AR = "رقم بني بن ربيع جمادى ذي ذو"
_MONTHS_AR = (
    "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر "
    "محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذي ذو"
)
_UNITS_AR = "درهم درهما دراهم كلم كيلومتر كيلومترا متر مترا دقيقة دقائق ساعة ساعات هـ م"
_STAYING_FR = (
    "n° N° nº Nº n°s M. MM. Mme Mmes Mlle Mlles Dr Pr Me art. p. h 1er Béni Beni Fquih Ben"
)
_MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_UNITS_FR = (
    "h min s DH MAD dirham dirhams km cm mm m kg Ko Mo Go To an ans jour jours heure heures "
    "minute minutes"
)


def _prefixed(prefixes: str, words: str) -> list[str]:
    """Put each Arabic prefix, and none for ``-``, before each word."""
    return [prefix.strip("-") + word for prefix in prefixes.split() for word in words.split()]


_ARABIC = _Glue(
    before=_CLOSING,
    after=frozenset(
        _prefixed("ال لل بال كال وال ولل وبال فال", _PERSONS)
        + _prefixed("- و ب ل ول وب", _STAYING_AR)
    ),
    units=frozenset([*_MONTHS_AR.split(), *_UNITS_AR.split()]),
)
_FRENCH = _Glue(
    before=_CLOSING | dict.fromkeys(";!?", _NARROW),
    after=frozenset(_STAYING_FR.split()),
    units=frozenset([*_MONTHS_FR.split(), *_UNITS_FR.split()]),
)

_PHONE = re.compile("[+0][0-9]+(?: [0-9]{1,3}){4,5}(?![0-9])")
_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_SIGNS = re.compile(f"[;!?:]+(?=[ {_NBSP}{_NARROW}]|$)|«(?=[^ {_NBSP}{_NARROW}])|»")

_ARABIC_DATE = re.compile("[0-9]{1,4}(?:/[\u0621-\u064a]+)+/[0-9]{1,4}")
_ARABIC_THEN_NUMBERS = re.compile("([\u0620-\u064a]+)[ \u00a0]([0-9]+(?:[–-][0-9]+)+)")


def typeset(text: str, language: Language) -> str:
    """Put in what good type asks for: no-break spaces, and isolates round what keeps its order.

    Args:
        text: as `clean` gives it.
        language: whose habits are followed.

    Returns:
        The same text where spaces have become U+00A0 or U+202F and ``'`` has become ``’``, with
        U+00A0, U+202F and isolates added; nothing else is changed.
    """
    if "\n" in text:
        return "\n".join([typeset(line, language) for line in text.split("\n")])
    if language == "fr":
        text = _APOSTROPHE.sub("’", text)
        text = _SIGNS.sub(_spaced, _glued(text, _FRENCH))
        text = _PHONE.sub(lambda found: _unbroken(found[0]), text)
        text = _ARABIC_DATE.sub(f"{RLI}\\g<0>{PDI}", text)
        return _ARABIC_THEN_NUMBERS.sub(f"{RLI}\\1{_NBSP}{LRI}\\2{PDI}{PDI}", text)
    return isolate_tokens(_glued(text, _ARABIC), _unbroken)


def _glued(text: str, glue: _Glue) -> str:
    words = text.split(" ")
    found = words[:1]
    for left, right in pairwise(words):
        space = glue.before.get(right[:1]) or " "
        if space == " " and (
            left[-1:] in _NEVER_LAST
            or right in _DASHES
            or (left.lstrip(_AROUND) in glue.after and right[:1].isalnum())
            or (left[-1:].isdecimal() and _stays_with_number(left, right, glue.units))
        ):
            space = _NBSP
        found += (space, right)
    return "".join(found)


def _stays_with_number(left: str, right: str, units: frozenset[str]) -> bool:
    if right.rstrip(_AROUND) in units:
        return True
    thousands = len(left.lstrip(_AROUND)) <= 3 and right[:3].isdecimal() and len(right) >= 3
    return thousands and not right[3:4].isalnum()


def _spaced(found: re.Match[str]) -> str:
    """Give French signs their no-break space where none was typed."""
    sign = found[0]
    if sign == "«":
        return sign + _NBSP
    before = found.string[found.start() - 1 : found.start()]
    if sign == "»":
        return sign if before in (_NBSP, _NARROW, "", "«") else _NBSP + sign
    if before.isalnum() or before in ("»", ")"):
        return (_NBSP if sign[0] == ":" else _NARROW) + sign
    return sign


def _unbroken(token: str) -> str:
    return token.replace(" ", _NBSP)
