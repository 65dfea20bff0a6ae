"""The Unicode bidirectional algorithm (UAX #9): a level for each character of a paragraph.

Rules are named as in the standard. L1 concerns only spaces at the end of a line, and a line
here holds none; L2 is `reorder`; L3 and L4 are HarfBuzz's work.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

_MAX_DEPTH = 125
_MAX_BRACKETS = 63

# One letter a class, so that the weak and neutral rules are replacements in a string.
_LETTER = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "+", "ET": "%", "CS": ",",
    "NSM": "M", "BN": "b", "B": "B", "S": "S", "WS": "W", "ON": "O",
    "LRE": "e", "RLE": "f", "LRO": "g", "RLO": "h", "PDF": "p",
    "LRI": "l", "RLI": "r", "FSI": "i", "PDI": "q",
}  # fmt: skip
_EXPLICIT = re.compile("[efghplriqB]")
_REMOVED = re.compile("[efghpb]")
_STRONG_OR_ISOLATE = re.compile("[LRAlriq]")
_ISOLATE = re.compile("[lriq]")
_RUN = re.compile(rb"(.)\1*", re.DOTALL)

_NEVER_RIGHT = re.compile(
    "[^\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]*"
)
_ALL_ARABIC = re.compile(
    "[\u0621-\u065f\u0670-\u06d3 \u00a0\u202f\u060c\u061b\u061f.,:;!?()«»/'’\"–…-]*"
)

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_EQUIVALENT = str.maketrans("\u2329\u232a", "\u3008\u3009")
_CLOSING = dict(
    zip(_PAIRS[::2].translate(_EQUIVALENT), _PAIRS[1::2].translate(_EQUIVALENT), strict=True)
)
_BRACKET = re.compile(f"[{re.escape(_PAIRS)}]")


@cache
def char_class(char: str) -> str:
    """Give a character's bidirectional class as one letter of `_LETTER`."""
    known = unicodedata.bidirectional(char)
    return _LETTER[known] if known else "L"


def resolve(text: str, base: int | None = None) -> bytes:
    """Resolve the embedding level of each character of one paragraph (P2 to I2).

    Args:
        base: 0 left to right, 1 right to left, None by the first strong letter.

    Returns:
        One level a character; those that rule X9 removes take the level before them.
    """
    if base == 0 and _NEVER_RIGHT.fullmatch(text):
        return bytes(len(text))
    if base == 1 and _ALL_ARABIC.fullmatch(text):
        return b"\1" * len(text)
    classes = "".join(map(char_class, text))
    if base is None:
        base = _first_strong(classes) or 0
    levels, types = _explicit(classes, base)
    kept = [place for place, one in enumerate(classes) if one not in "efghpb"]
    has_brackets = _BRACKET.search(text) is not None
    for sequence in _sequences(classes, levels, kept, base):
        places = sequence.places
        chars = "".join([text[place] for place in places]) if has_brackets else ""
        found = _resolve_types("".join([types[place] for place in places]), sequence, chars)
        for place, level in zip(places, found, strict=True):
            levels[place] = level
    for removed in _REMOVED.finditer(classes):
        place = removed.start()
        levels[place] = levels[place - 1] if place else base
    return bytes(levels)


def reorder(levels: Sequence[int]) -> list[int]:
    """Order the characters, or pieces, of one line from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _first_strong(classes: str, *, isolated: bool = False) -> int | None:
    """Find the level of the first strong letter (P2, P3), up to the PDI if `isolated`."""
    depth = 0
    for found in _STRONG_OR_ISOLATE.finditer(classes):
        if found[0] in "lri":
            depth += 1
        elif found[0] != "q":
            if not depth:
                return int(found[0] != "L")
        elif depth:
            depth -= 1
        elif isolated:
            return None
    return None


@dataclass(slots=True)
class _Status:
    level: int
    override: str
    isolate: bool


def _explicit(classes: str, base: int) -> tuple[bytearray, str]:
    """Apply X1 to X8: levels before the implicit rules, and classes with overrides."""
    levels = bytearray([base]) * len(classes)
    stack = [_Status(base, "", isolate=False)]
    types: list[str] = []
    lost_isolates = lost_embeddings = isolates = done = 0
    for found in _EXPLICIT.finditer(classes):
        place, one = found.start(), found[0]
        _fill(classes, done, place, stack[-1], levels, types)
        done = place + 1
        if one == "q":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings, isolates = 0, isolates - 1
                while not stack.pop().isolate:
                    pass
        elif one == "p":
            if lost_embeddings and not lost_isolates:
                lost_embeddings -= 1
            elif not lost_isolates and not stack[-1].isolate and len(stack) > 1:
                stack.pop()
        levels[place] = base if one == "B" else stack[-1].level
        types.append(stack[-1].override if one in "lriq" and stack[-1].override else one)
        if one in "efghlri":
            right = one in "fhr" or (
                one == "i" and _first_strong(classes[place + 1 :], isolated=True) == 1
            )
            level = (stack[-1].level + 1) | 1 if right else (stack[-1].level + 2) & ~1
            if level <= _MAX_DEPTH and not lost_isolates and not lost_embeddings:
                override = {"g": "L", "h": "R"}.get(one, "")
                stack.append(_Status(level, override, isolate=one in "lri"))
                isolates += one in "lri"
            elif one in "lri":
                lost_isolates += 1
            elif not lost_isolates:
                lost_embeddings += 1
    _fill(classes, done, len(classes), stack[-1], levels, types)
    return levels, "".join(types)


def _fill(
    classes: str, start: int, end: int, status: _Status, levels: bytearray, types: list[str]
) -> None:
    part = classes[start:end]
    levels[start:end] = bytes([status.level]) * len(part)
    types.append(re.sub("[^b]", status.override, part) if status.override else part)


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13), with what stands at its two ends (X10)."""

    places: list[int]
    level: int
    before: str = ""
    after: str = ""


def _sequences(classes: str, levels: bytearray, kept: list[int], base: int) -> list[_Sequence]:
    opener: dict[int, int] = {}
    waiting: list[int] = []
    for found in _ISOLATE.finditer(classes):
        if found[0] != "q":
            waiting.append(found.start())
        elif waiting:
            opener[found.start()] = waiting.pop()
    unclosed = set(waiting)
    ended: dict[int, _Sequence] = {}
    sequences: list[_Sequence] = []
    for run in _RUN.finditer(bytes([levels[place] for place in kept])):
        start, end = run.span()
        first, last = kept[start], kept[end - 1]
        sequence = ended.get(opener.get(first, -1))
        if sequence is None:
            level = run[0][0]
            previous = levels[kept[start - 1]] if start else base
            sequence = _Sequence([], level, before="LR"[max(level, previous) % 2])
            sequences.append(sequence)
        sequence.places += kept[start:end]
        ended[last] = sequence
        following = levels[kept[end]] if end < len(kept) and last not in unclosed else base
        sequence.after = "LR"[max(sequence.level, following) % 2]
    return sequences


def _same(found: re.Match[str]) -> str:
    return found[0][0] * len(found[0])


_MARKS_AFTER_ISOLATE = re.compile("(?<=[lriq])M+")
_MARKS = re.compile("[^M]M+")
_AFTER_ARABIC = re.compile("A[^LRA]*")
_SEPARATOR = re.compile("(?<=E)[+,](?=E)")
_ARABIC_SEPARATOR = re.compile("(?<=N),(?=N)")
_TERMINATORS = re.compile("%+(?=E)|(?<=E)%+")
_AFTER_LEFT = re.compile("L[^LR]*")
_NEUTRAL = str.maketrans("lriqBSW+%,b", "OOOOOOOOOOO")
_LEFT_GAP = re.compile("(?<=L)O+(?=L)")
_RIGHT_GAP = re.compile("(?<=[REN])O+(?=[REN])")


def _resolve_types(types: str, sequence: _Sequence, chars: str) -> bytes:
    """Apply W1 to W7, N0 to N2, I1 and I2 to one isolating run sequence."""
    line = sequence.before + types + sequence.after
    if "M" in line:
        line = _MARKS_AFTER_ISOLATE.sub(lambda found: "O" * len(found[0]), line)
        line = _MARKS.sub(_same, line)
    if "E" in line:
        line = _AFTER_ARABIC.sub(lambda found: found[0].replace("E", "N"), line)
        line = _SEPARATOR.sub("E", line)
        line = _TERMINATORS.sub(lambda found: "E" * len(found[0]), line)
    line = _ARABIC_SEPARATOR.sub("N", line)
    line = line.replace("A", "R")
    if "E" in line:
        line = _AFTER_LEFT.sub(lambda found: found[0].replace("E", "L"), line)
    line = line.translate(_NEUTRAL)
    own = "LR"[sequence.level % 2]
    if chars:
        line = _brackets(line, types, chars, own)
    line = _LEFT_GAP.sub(lambda found: "L" * len(found[0]), line)
    line = _RIGHT_GAP.sub(lambda found: "R" * len(found[0]), line)
    level = sequence.level
    up = level + 1
    left, right, number = (up, level, up) if level % 2 else (level, up, level + 2)
    table = {76: left, 82: right, 69: number, 78: number, 79: level}
    return line[1:-1].translate(table).encode("latin-1")


def _pairs(line: str, chars: str) -> list[tuple[int, int]]:
    """Find bracket pairs (BD16), by place in `chars`."""
    pairs: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(chars):
        place = found.start()
        char = found[0].translate(_EQUIVALENT)
        if line[place + 1] != "O":
            continue
        if char in _CLOSING:
            if len(open_) == _MAX_BRACKETS:
                break
            open_.append((_CLOSING[char], place))
            continue
        for depth in range(len(open_) - 1, -1, -1):
            if open_[depth][0] == char:
                pairs.append((open_[depth][1], place))
                del open_[depth:]
                break
    return sorted(pairs)


def _brackets(line: str, types: str, chars: str, own: str) -> str:
    """Apply N0; the first and last letter of `line` stand for the sequence's ends."""
    letters = list(line.replace("E", "R").replace("N", "R"))
    numbers = list(line)
    for opening, closing in _pairs(line, chars):
        inside = letters[opening + 2 : closing + 1]
        if own in inside:
            chosen = own
        elif ("L" if own == "R" else "R") in inside:
            before = next(one for one in letters[opening::-1] if one != "O")
            chosen = before
        else:
            continue
        for place in (opening, closing):
            end = place + 1
            while end < len(types) and types[end] == "M":
                end += 1
            for index in range(place + 1, end + 1):
                letters[index] = numbers[index] = chosen
    return "".join(numbers)
