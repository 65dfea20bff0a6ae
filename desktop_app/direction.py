"""Which way text runs: what reads from left to right keeps its order inside Arabic.

Nothing here changes what is recorded: signs of direction are put in where text is shown or
printed.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

LRM: Final = "\u200e"
LRI: Final = "\u2066"
FSI: Final = "\u2068"
PDI: Final = "\u2069"

_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ISOLATE: Final = re.compile("[\u2066-\u2069]")
_SIGN: Final = re.compile("[\u200e\u200f\u2066-\u2069]")
_LINE: Final = re.compile("[^\n]+")
_MAY_TURN: Final = re.compile(
    "[%‰°€$@+#*×−–-]|[0-9][ \u00a0][0-9]|[0-9][./:_][A-Za-zÀ-ɏ]|//|www\\."
)


def has_arabic(text: str) -> bool:
    """Tell whether some of it is written from the right."""
    return _ARABIC.search(text) is not None


def ltr(text: str) -> str:
    """Keep a Latin or numeric token (a reference, a path, a year span) in its own order."""
    return f"{LRI}{text}{PDI}"


def own_order(text: str) -> str:
    """Keep a text in the direction of its first letter."""
    return f"{FSI}{text}{PDI}"


def bare(text: str) -> str:
    """Give a text without the signs that only direct it, as it is copied."""
    return _SIGN.sub("", text)


def isolated(text: str, *, right_to_left: bool) -> str:
    """Make a text fit to be shown: what reads from left to right keeps its order.

    Args:
        text: whatever is recorded or said; what was isolated before is left as it is.
        right_to_left: whether it is shown where lines run from the right.

    Returns:
        The text with isolates added, as many closed as opened, and nothing else.
    """
    if has_arabic(text):
        return isolate_tokens(text) if _MAY_TURN.search(text) else text
    if not right_to_left:
        return text
    if _LETTER.search(text) and not _ISOLATE.search(text):
        return _LINE.sub(lambda line: ltr(line[0]), text)
    return isolate_tokens(text) if _MAY_TURN.search(text) else text


def isolate_tokens(text: str, written: Callable[[str], str] = str) -> str:
    """Isolate each token of a text that runs from the right and would turn over there.

    Args:
        text: what is isolated in it from left to right is left as it is.
        written: gives how a token is to be written.
    """
    piece, turning, latin_before = _patterns()
    done: list[str] = []
    within: list[str] = []
    at = 0
    for found in piece.finditer(text):
        if found[0] == PDI:
            del within[-1:]
        elif _ISOLATE.match(found[0]):
            within.append(found[0])
        elif within[-1:] != [LRI]:
            begin = found.start()
            for token in turning.finditer(text, found.start(), found.end() + 1):
                word = written(token[0])
                if word[0].isalpha() or not latin_before.search(text, begin, token.start()):
                    word = ltr(word)  # else an isolate would tear it from the Latin word before it
                    begin = token.end()
                done += (text[at : token.start()], word)
                at = token.end()
    return "".join([*done, text[at:]])


def order_marks(text: str) -> tuple[int, ...]:
    """Give where a text that is being typed needs `LRM`: before what would turn over there.

    Args:
        text: a line without such marks, in any direction.

    Returns:
        Places in the text, in order: each is the start of a token that follows Arabic.
    """
    if not (_MAY_TURN.search(text) and has_arabic(text)):
        return ()
    piece, turning, latin_before = _patterns()
    places = []
    for found in piece.finditer(text):
        begin = found.start()
        if not _after_arabic(text, begin):
            continue
        for token in turning.finditer(text, begin, found.end() + 1):
            if token[0][0].isalpha() or not latin_before.search(text, begin, token.start()):
                places.append(token.start())
                begin = token.end()
    return tuple(places)


def _after_arabic(text: str, place: int) -> bool:
    before = next((one for one in reversed(text[:place]) if one.isalpha()), "")
    return has_arabic(before)


@lru_cache(1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile, when they are first needed, what finds the tokens.

    Returns:
        An isolate or what may hold tokens; a token; the Latin word that a token belongs to.
    """
    piece = "[\u2066-\u2069]|[A-Za-zÀ-ɏ0-9+−-][ -~\u00a0À-ɏ–×−‰°€]*"
    turning = (
        "(?<![A-Za-zÀ-ɏ0-9\u2069])(?<![A-Za-zÀ-ɏ0-9\u2069][.,:/@_-])(?:"
        "[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9_.-]*[A-Za-z0-9]"  # e-mail
        "|(?:https?://|www\\.)[!-~]*[A-Za-z0-9/]"  # address
        "|[0-9]+(?:[._/:+–-]+[0-9]+)*[._/:+–-]+[A-Za-zÀ-ɏ](?:[._/:+–-]*[A-Za-zÀ-ɏ0-9])*"  # 1-2.pdf
        "|(?:(?<![^\\s(«:])[+−-])?[0-9]+(?:[.,][0-9]+)*[ \u00a0]?[%‰°€$]"  # 87,5%
        "|\\+[0-9]{1,3}(?:[ \u00a0.-]?[0-9]+)*"  # +212 …
        "|0[0-9](?:[ \u00a0.-][0-9][0-9]){4}"  # 05 23 48 20 00
        "|[0-9]{1,3}(?:[ \u00a0][0-9]{3})+"  # 1 250 000
        "|[0-9]+(?:[ \u00a0][0-9]{2,}){2,}"  # an account, in groups
        "|[0-9]{4}[ \u00a0][–-][ \u00a0][0-9]{4}"  # 2018 – 2019
        "|[0-9]{1,2}[:.][0-9]{2}[ \u00a0]?[–-][ \u00a0]?[0-9]{1,2}[:.][0-9]{2}"  # 9:30 – 12:00
        "|[0-9]+(?:[.,:/×+*–-][0-9]+)*[×+*–-][0-9]+(?:[.,:/×+*–-][0-9]+)*"  # 19-045, 2018-2019
        "|(?<![^\\s(«:])[−-][0-9]+(?:[.,][0-9]+)*"  # -5
        "|[A-Za-z][A-Za-z0-9]*[+#]+"  # C++
        ")(?![A-Za-zÀ-ɏ0-9\u2066])"
    )
    latin_before = "[A-Za-zÀ-ɏ][\\w.’'-]*[ \u00a0]?$"
    return re.compile(piece), re.compile(turning), re.compile(latin_before)
