"""The Unicode bidirectional algorithm (UAX #9): a level for each character of a paragraph.

Rules are named as in the standard. L1 concerns only spaces at the end of a line, and a line
here holds none; L2 is `reorder`; L3 and L4 are HarfBuzz's work.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

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


# DerivedBidiClass.txt: classes of code points not assigned yet; all others are L.
_UNASSIGNED = (
    ("\u0590", "\u05ff", "R"),
    ("\u0600", "\u07bf", "A"),
    ("\u07c0", "\u085f", "R"),
    ("\u0860", "\u08ff", "A"),
    ("\u20a0", "\u20cf", "%"),
    ("\ufb1d", "\ufb4f", "R"),
    ("\ufb50", "\ufdff", "A"),
    ("\ufe70", "\ufeff", "A"),
    ("\U00010800", "\U00010fff", "R"),
    ("\U0001e800", "\U0001efff", "R"),
)


def _letter(char: str) -> str:
    known = unicodedata.bidirectional(char)
    if known:
        return _LETTER[known]
    return next((letter for first, last, letter in _UNASSIGNED if first <= char <= last), "L")


_COMMON = {code: _letter(chr(code)) for code in (*range(0x700), *range(0x2000, 0x2070))}


def classes_of(text: str) -> str:
    """Give each character's bidirectional class, as one letter of `_LETTER`."""
    classes = text.translate(_COMMON)
    if classes.isascii():
        return classes
    return "".join([one if one.isascii() else _letter(one) for one in classes])


def resolve(text: str, base: int | None = None) -> bytes:
    """Resolve the embedding level of each character of one paragraph (P2 to I2).

    Args:
        text: without line feeds, in logical order.
        base: 0 left to right, 1 right to left, None by the first strong letter.

    Returns:
        One level a character; those that rule X9 removes take the level before them.
    """
    if base == 0 and _NEVER_RIGHT.fullmatch(text):
        return bytes(len(text))
    if base == 1 and _ALL_ARABIC.fullmatch(text):
        return b"\1" * len(text)
    classes = classes_of(text)
    if base is None:
        base = _first_strong(classes) or 0
    levels, types = _explicit(classes, base)
    if not _REMOVED.search(classes):
        _implicit(text, classes, types, levels, base)
        return bytes(levels)
    kept = [place for place, one in enumerate(classes) if one not in "efghpb"]
    shorter = bytearray([levels[place] for place in kept])
    text, classes, types = (
        "".join([whole[place] for place in kept]) for whole in (text, classes, types)
    )
    _implicit(text, classes, types, shorter, base)
    return _with_removed(shorter, kept, len(levels), base)


def _with_removed(shorter: bytearray, kept: list[int], length: int, base: int) -> bytes:
    levels = bytearray()
    level = base
    following = iter([*kept, length])
    next_kept = next(following)
    resolved = iter(shorter)
    for place in range(length):
        if place == next_kept:
            level, next_kept = next(resolved), next(following)
        levels.append(level)
    return bytes(levels)


def _implicit(text: str, classes: str, types: str, levels: bytearray, base: int) -> None:
    """Apply X10 to I2 to what rule X9 left, in place."""
    has_brackets = _BRACKET.search(text) is not None
    for sequence in _sequences(classes, levels, base):
        spans = sequence.spans
        own = "".join([types[start:end] for start, end in spans])
        chars = "".join([text[start:end] for start, end in spans]) if has_brackets else ""
        found = _resolve_types(own, sequence, chars)
        done = 0
        for start, end in spans:
            levels[start:end] = found[done : done + end - start]
            done += end - start


def reorder(levels: Sequence[int]) -> list[int]:
    """Order the characters, or pieces, of one line from left to right (L2)."""
    order = list(range(len(levels)))
    present = set(levels)
    if present == {1}:
        return order[::-1]
    lowest = min((level for level in present if level % 2), default=None)
    if lowest is None:
        return order
    whole = bytes(levels)
    for level in range(max(present), lowest - 1, -1):
        for run in _at_least(level).finditer(whole):
            start, end = run.span()
            order[start:end] = order[start:end][::-1]
    return order


@cache
def _at_least(level: int) -> re.Pattern[bytes]:
    return re.compile(b"[%b-\xff]+" % re.escape(bytes([level])))


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


class _Status(NamedTuple):
    level: int
    override: str = ""
    isolate: bool = False


class _Stack:
    """The directional status stack, with the counts of X1."""

    def __init__(self, base: int) -> None:
        self._stack = [_Status(base)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    @property
    def top(self) -> _Status:
        return self._stack[-1]

    @property
    def overflows(self) -> bool:
        """Whether what is opened now is too deep to count."""
        return bool(self._lost_isolates or self._lost_embeddings)

    def open(self, one: str, *, right: bool) -> None:
        """Enter an embedding, override or isolate (X2 to X5c)."""
        isolate = one in "lri"
        level = (self.top.level + 1) | 1 if right else (self.top.level + 2) & ~1
        if level <= _MAX_DEPTH and not self.overflows:
            self._stack.append(_Status(level, {"g": "L", "h": "R"}.get(one, ""), isolate))
            self._isolates += isolate
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def close_isolate(self) -> None:
        """Leave an isolate and all embeddings opened in it (X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            self._isolates -= 1
            while not self._stack.pop().isolate:
                pass

    def close_embedding(self) -> None:
        """Leave an embedding or override (X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self.top.isolate and len(self._stack) > 1:
            self._stack.pop()


def _explicit(classes: str, base: int) -> tuple[bytearray, str]:
    """Apply X1 to X8: levels before the implicit rules, and classes with overrides."""
    levels = bytearray([base]) * len(classes)
    stack = _Stack(base)
    types: list[str] = []
    done = 0
    for found in _EXPLICIT.finditer(classes):
        place, one = found.start(), found[0]
        types.append(_fill(classes, done, place, stack.top, levels))
        done = place + 1
        if one == "q":
            stack.close_isolate()
        elif one == "p":
            stack.close_embedding()
        levels[place] = base if one == "B" else stack.top.level
        types.append(stack.top.override if one in "lriq" and stack.top.override else one)
        if one in "efghlri":
            right = one in "fhr"
            if one == "i" and not stack.overflows:
                right = _first_strong(classes[done:], isolated=True) == 1
            stack.open(one, right=right)
    types.append(_fill(classes, done, len(classes), stack.top, levels))
    return levels, "".join(types)


def _fill(classes: str, start: int, end: int, status: _Status, levels: bytearray) -> str:
    levels[start:end] = bytes([status.level]) * (end - start)
    part = classes[start:end]
    return re.sub("[^b]", status.override, part) if status.override else part


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13), with what stands at its two ends (X10)."""

    spans: list[tuple[int, int]]
    level: int
    before: str
    after: str = ""


def _sequences(classes: str, levels: bytearray, base: int) -> list[_Sequence]:
    opener: dict[int, int] = {}
    waiting: list[int] = []
    for found in _ISOLATE.finditer(classes):
        if found[0] != "q":
            waiting.append(found.start())
        elif waiting:
            opener[found.start()] = waiting.pop()
    ended: dict[int, _Sequence] = {}
    sequences: list[_Sequence] = []
    for run in _RUN.finditer(bytes(levels)):
        start, end = run.span()
        sequence = ended.get(opener.get(start, -1))
        if sequence is None:
            level = levels[start]
            previous = levels[start - 1] if start else base
            sequence = _Sequence([], level, before="LR"[max(level, previous) % 2])
            sequences.append(sequence)
        sequence.spans.append((start, end))
        ended[end - 1] = sequence
        following = levels[end] if end < len(levels) and end - 1 not in waiting else base
        sequence.after = "LR"[max(sequence.level, following) % 2]
    return sequences


def _same(found: re.Match[str]) -> str:
    return found[0][0] * len(found[0])


_MARKS_AFTER_ISOLATE = re.compile("(?<=[lriq])M+")
_MARKS = re.compile("[^M]M+")
_AFTER_ARABIC = re.compile("A[^LRAE]*E[^LRA]*")
_SEPARATOR = re.compile("(?<=E)[+,](?=E)")
_ARABIC_SEPARATOR = re.compile("(?<=N),(?=N)")
_TERMINATORS = re.compile("%+(?=E)|(?<=E)%+")
_AFTER_LEFT = re.compile("L[^LRE]*E[^LR]*")
_NOT_LEFT = re.compile("[RAN]")
_NOT_RIGHT = re.compile("[LEN]")
_NEUTRAL = str.maketrans("lriqBSW+%,b", "OOOOOOOOOOO")
_LEFT_GAP = re.compile("O(?<=LO)O*(?=L)")
_RIGHT_GAP = re.compile("O(?<=[REN]O)O*(?=[REN])")


def _resolve_types(types: str, sequence: _Sequence, chars: str) -> bytes:
    """Apply W1 to W7, N0 to N2, I1 and I2 to one isolating run sequence."""
    level = sequence.level
    other, own = (_NOT_RIGHT, "R") if level % 2 else (_NOT_LEFT, "L")
    if sequence.before == own and not other.search(types):
        return bytes([level]) * len(types)
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
    if chars:
        line = _brackets(line, types, chars, own)
    up = level + 1
    if level % 2:
        left, right, number = up, level, up
        line = _LEFT_GAP.sub(lambda found: "L" * len(found[0]), line)
    else:
        left, right, number = level, up, level + 2
        line = _RIGHT_GAP.sub(lambda found: "R" * len(found[0]), line)
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
