"""What happens to text that comes in, from a form, a file or the clipboard.

One rule: what prints nothing is taken out, what is half a character is refused.
Line ends of every system become line feeds; tabs become spaces; control characters,
noncharacters and byte-order marks go; embeddings, overrides and isolates of the bidirectional
algorithm stay only in pairs that open and close within one line; letters are composed (NFC).
"""

import re
from unicodedata import normalize

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PRINTS_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_HALF = re.compile("[\ud800-\udfff]")
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def is_damaged(text: str) -> bool:
    """Tell whether a text holds half a character (an unpaired surrogate)."""
    return _HALF.search(text) is not None


def cleaned(text: str, *, one_line: bool = False, tabs: bool = False) -> str:
    """Give a text as it is kept.

    Args:
        text: not damaged.
        one_line: line feeds become spaces, as in a name or a title.
        tabs: they stay, because they part the cells of a paper's wording.
    """
    text = _LINE_ENDS.sub("\n", text)
    if not tabs:
        text = text.replace("\t", " ")
    text = normalize("NFC", _PRINTS_NOTHING.sub("", text))
    text = "\n".join(map(_paired, text.split("\n")))
    if one_line:
        text = text.replace("\n", " ")
    return text.strip("\n") if tabs else text.strip()


def _paired(line: str) -> str:
    """Take out the direction controls that open or close nothing."""
    if not _DIRECTION.search(line):
        return line
    open_at: list[int] = []
    kept = set(range(len(line)))
    for index, character in enumerate(line):
        if character in _CLOSED_BY:
            open_at.append(index)
        elif _DIRECTION.match(character):
            if open_at and _CLOSED_BY[line[open_at[-1]]] == character:
                open_at.pop()
            else:
                kept.discard(index)
    kept.difference_update(open_at)
    return "".join(line[index] for index in sorted(kept))
