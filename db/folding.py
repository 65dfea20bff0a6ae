"""Text brought to one spelling, with the way back to the places of the original."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SAME: Final = {
    "ٱ": "ا",
    **dict.fromkeys("ىی", "ي"),
    **dict.fromkeys("ةھہە", "ه"),
    **dict.fromkeys("کڭگݣ", "ك"),
    "پ": "ب",
    "ڤ": "ف",
    "œ": "oe",
    "æ": "ae",
    **dict.fromkeys("’ʼ‘", "'"),
    **dict.fromkeys("–‐‑", "-"),
    **dict.fromkeys("\r\u2028\u2029", "\n"),
}
_DROPPED: Final = frozenset(("Mn", "Cf"))
_TATWEEL: Final = "ـ"
_DOUBLED: Final = re.compile("  +")
_WORD: Final = re.compile(r"[^\W_]+")


class _Spellings(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = spelling = "".join(_letters(chr(code)))
        return spelling


_SPELLINGS: Final = _Spellings()


class Folded:
    """A text without case, accents, vowels, hamza carriers, tatweel or doubled spaces.

    Attributes:
        text: the folded text; line feeds stay.
    """

    __slots__ = ("_original", "_places", "text")

    def __init__(self, original: str) -> None:
        letters: list[str] = []
        self._original = original
        self._places: list[int] = []
        for place, character in enumerate(original):
            for letter in _SPELLINGS[ord(character)]:
                if letter == " " and letters and letters[-1] == " ":
                    continue
                letters.append(letter)
                self._places.append(place)
        self.text = "".join(letters)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original of a piece that is not empty, with its last signs."""
        last = self._places[end - 1] + 1
        while last < len(self._original) and not _SPELLINGS[ord(self._original[last])]:
            last += 1
        return self._places[start], last


def fold(text: str) -> str:
    """Give the folded text alone; much quicker than `Folded`."""
    return _DOUBLED.sub(" ", text.translate(_SPELLINGS))


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, in their order."""
    return _WORD.findall(fold(text))


def spaced(text: str) -> str:
    """Give the words of a text, folded, each between two spaces."""
    return f" {' '.join(words_of(text))} "


def _letters(character: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKD", character).casefold():
        if unicodedata.category(part) in _DROPPED or part == _TATWEEL:
            continue
        letter = _SAME.get(part, part)
        if letter.isdecimal():
            yield str(unicodedata.decimal(letter))
        else:
            yield " " if letter.isspace() and letter != "\n" else letter
