"""Text brought to one spelling, with the way back to the places of the original."""

import unicodedata
from collections.abc import Iterator

_SAME = {
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "–": "-",
    "‐": "-",
    "‑": "-",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_DROPPED = frozenset(("Mn", "Cf"))
_TATWEEL = "ـ"


class Folded:
    """A text without case, accents, vowels, hamza carriers, tatweel or doubled spaces.

    Attributes:
        text: the folded text; line feeds stay.
    """

    __slots__ = ("_places", "text")

    def __init__(self, original: str) -> None:
        letters: list[str] = []
        self._places: list[int] = []
        for place, character in enumerate(original):
            for letter in _letters(character):
                if letter == " " and letters and letters[-1] == " ":
                    continue
                letters.append(letter)
                self._places.append(place)
        self.text = "".join(letters)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original of a piece that is not empty."""
        return self._places[start], self._places[end - 1] + 1


def fold(text: str) -> str:
    """Give the folded text alone."""
    return Folded(text).text


def _letters(character: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFD", character).lower():
        if unicodedata.category(part) in _DROPPED or part == _TATWEEL:
            continue
        letter = _SAME.get(part, part)
        if letter.isdecimal():
            yield str(unicodedata.decimal(letter))
        else:
            yield " " if letter.isspace() and letter != "\n" else letter
