"""Names that may be the same person's, written otherwise.

Two names look alike when they differ in signs that people use freely (أ/ا/إ, ة/ه, ى/ي, accents,
doubled letters, *ou*/*w*), in spaces and articles (عبد الله and عبدالله, *El Idrissi* and
*Elidrissi*), in the order of their words, or in one letter of one word. A first name in common is
not enough.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, Protocol

from db.codes import Civility
from db.folding import fold
from desktop_app.wording.bilingual import Bilingual

SHORTEST: Final = 4
"""Letters of the shorter of two words that may differ in one."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_APOSTROPHE: Final = re.compile("['`]")
_SOUNDS: Final = ((re.compile("ou|w"), "u"), (re.compile("y"), "i"), (re.compile("ph"), "f"))
_ARTICLES: Final = frozenset({"ال", "el", "al"})
_JOINED: Final = {
    **{name: name for name in ("عبد", "بن", "بو", "ايت", "abd", "ben", "bu", "ait")},
    **dict.fromkeys(("abdel", "abdul"), "abd"),
    **dict.fromkeys(("ibn", "bin"), "ben"),
    "ابن": "بن",
    "ابو": "بو",
    "abu": "bu",
}
"""Words that people write apart from the next or joined to it."""
_DROPPED: Final = (
    re.compile("^(?:(?:[ae]l)+(?=.{4})|ال(?=..))"),
    re.compile("(?<=^عبد)ال(?=..)|(?<=^abd)[aeu]?l*"),
    re.compile("^ا(?=بو...)|^a(?=bu...)"),
)
"""What a word may have or not: article, the article after عبد, the first letter of أبو."""
_ALIKE: Final = ("aeiou", "ckq", "csz", "gj", "تط", "دض", "سصث", "ذزظ", "قك")
"""Letters that stand one for the other."""


class Named(Protocol):
    """Whoever has a name: a row of a list, an entry of the roster."""

    @property
    def id(self) -> int:
        """By which it is known."""
        ...

    @property
    def name(self) -> Bilingual:
        """In Arabic and in French, without civility."""
        ...

    @property
    def civility(self) -> Civility:
        """Two that contradict each other may not be one."""
        ...


class LookAlikes:
    """All who have a name, so kept that those of one like it are found at once."""

    def __init__(self, rows: Iterable[Named]) -> None:
        self._rows = tuple(rows)
        self._by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_joined: dict[str, list[int]] = defaultdict(list)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._forms = [_forms(row.name) for row in self._rows]
        words: set[str] = set()
        for at, forms in enumerate(self._forms):
            for one in forms:
                self._by_words[tuple(sorted(one))].append(at)
                words.update(one)
                for joined in _rounds(one):
                    self._by_joined[joined].append(at)
        for word in words:
            for variant in _variants(word):
                self._near[variant].add(word)

    def of(self, name: Bilingual, civility: Civility = Civility.UNKNOWN) -> tuple[int, ...]:
        """Give the ids of those whose name looks like one, those of the same letters first."""
        places = self._places(_forms(name), civility)
        return tuple(dict.fromkeys(self._rows[at].id for at in places))

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Give the ids of those who look alike, each group in the order of the rows."""
        leader = list(range(len(self._rows)))

        def first(at: int) -> int:
            while leader[at] != at:
                leader[at] = at = leader[leader[at]]
            return at

        for at, row in enumerate(self._rows):
            for other in self._places(self._forms[at], row.civility):
                one, two = sorted((first(at), first(other)))
                leader[two] = one
        members = defaultdict(list)
        for at, row in enumerate(self._rows):
            members[first(at)].append(row.id)
        return tuple(tuple(group) for group in members.values() if len(group) > 1)

    def _places(self, forms: Iterable[Sequence[str]], civility: Civility) -> Iterator[int]:
        forms = tuple(forms)
        for words in forms:
            yield from self._by_words.get(tuple(sorted(words)), ())
            yield from self._by_joined.get("".join(words), ())
        for words in forms:
            for other in self._one_letter_off(words):
                for at in self._by_words.get(other, ()):
                    if {civility, self._rows[at].civility} != {Civility.MR, Civility.MRS}:
                        yield at

    def _one_letter_off(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Give the words of those names in which one word differs in a letter."""
        for place, word in enumerate(words):
            met = {near for variant in _variants(word) for near in self._near.get(variant, ())}
            for near in met:
                if near != word and _differ_in_one(word, near):
                    yield tuple(sorted((*words[:place], near, *words[place + 1 :])))


def look_alikes(rows: Iterable[Named]) -> tuple[tuple[int, ...], ...]:
    """Give groups of ids whose names look alike, in the order of the rows."""
    return LookAlikes(rows).groups()


def alike(one: Bilingual, other: Bilingual) -> bool:
    """Tell whether two names may be the same person's."""
    return bool(LookAlikes([_Somebody(one)]).of(other))


class _Somebody:
    id = 0
    civility = Civility.UNKNOWN

    def __init__(self, name: Bilingual) -> None:
        self.name = name


def _forms(name: Bilingual) -> tuple[tuple[str, ...], ...]:
    """Give the words of a name in each language: without articles, and with them."""
    forms = [form for text in (name.ar, name.fr) for form in _spellings(text)]
    return tuple(dict.fromkeys(filter(None, forms)))


def _spellings(text: str) -> Iterator[tuple[str, ...]]:
    spelled = _APOSTROPHE.sub("", fold(text))
    for sound, letter in _SOUNDS:
        spelled = sound.sub(letter, spelled)
    whole = tuple(map(_undoubled, _WORD.findall(spelled)))
    words: list[str] = []
    before = ""
    for word in whole:
        if word in _JOINED:
            before += _JOINED[word]
        elif word not in _ARTICLES:
            words.append(_without_signs(before + _without_signs(word)))
            before = ""
    if before:
        words.append(before)
    yield tuple(words)
    yield whole


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def _without_signs(word: str) -> str:
    for dropped in _DROPPED:
        word = dropped.sub("", word, count=1)
    return word


def _rounds(words: Sequence[str]) -> Iterator[str]:
    """Write a name without spaces, from each of its words on."""
    for first in range(len(words)):
        yield "".join((*words[first:], *words[:first]))


def _variants(word: str) -> Iterator[str]:
    """Give a word whole, and without each of its letters."""
    yield word
    if len(word) >= SHORTEST:
        for at in range(len(word)):
            yield word[:at] + word[at + 1 :]


def _differ_in_one(one: str, other: str) -> bool:
    """Tell whether a letter of two different words is missing, swapped or alike."""
    if min(len(one), len(other)) < SHORTEST:
        return False
    if len(one) != len(other):
        return True  # they met without that letter
    places = [at for at, letter in enumerate(one) if letter != other[at]]
    first, last = places[0], places[-1]
    if first == last:
        return any(one[first] in letters and other[first] in letters for letters in _ALIKE)
    return last == first + 1 and one[first] == other[last] and one[last] == other[first]
