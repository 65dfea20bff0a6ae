"""The faces that papers are set in, and which of them draws a character."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import uharfbuzz as hb

from resources import resource

Language = Literal["ar", "fr"]

BOX = "□"
"""Drawn for a character that no face has."""

ARABIC_IN_FRENCH = 1.15
"""Amiri looks smaller than Gentium; beside it, it is set larger by so much."""


@dataclass(frozen=True, eq=False)
class Face:
    """A font that ships with the program, opened at first use; each exists once.

    Attributes:
        name: PostScript-like and unique, as in ``Amiri-Bold``.
        family: which the regular and the bold share.
        baseline: how far below the middle of the line its baseline stands, in sizes.
    """

    name: str
    family: str
    baseline: float

    @property
    def path(self) -> str:
        """Where it is found below `resources/`."""
        return f"fonts/{self.name}.ttf"

    @cached_property
    def data(self) -> bytes:
        """The whole TrueType file."""
        return resource(self.path).read_bytes()

    @cached_property
    def hb_face(self) -> hb.Face:
        """HarfBuzz's face, for subsetting."""
        return hb.Face(self.data)

    @cached_property
    def hb_font(self) -> hb.Font:
        """HarfBuzz's font, scaled to units of the em."""
        return hb.Font(self.hb_face)

    @cached_property
    def characters(self) -> frozenset[str]:
        """All it can draw."""
        return frozenset(map(chr, self.hb_face.unicodes))

    @cached_property
    def units_per_em(self) -> int:
        """In how many units its em is divided."""
        return int(self.hb_face.upem)

    def baseline_from_top(self, size: float, leading: float) -> float:
        """Tell where the baseline stands below the top of a line, in points."""
        return leading / 2 + self.baseline * size

    def __repr__(self) -> str:
        return f"Face({self.name!r})"


AMIRI = Face("Amiri-Regular", "Amiri", 0.245)
AMIRI_BOLD = Face("Amiri-Bold", "Amiri", 0.245)
GENTIUM = Face("GentiumBookPlus-Regular", "Gentium Book Plus", 0.366)
GENTIUM_BOLD = Face("GentiumBookPlus-Bold", "Gentium Book Plus", 0.366)
TIFINAGH = Face("NotoSansTifinagh-Regular", "Noto Sans Tifinagh", 0.366)
SYMBOLS2 = Face("NotoSansSymbols2-Regular", "Noto Sans Symbols2", 0.366)
SYMBOLS = Face("NotoSansSymbols-Regular", "Noto Sans Symbols", 0.366)

FACES = (AMIRI, AMIRI_BOLD, GENTIUM, GENTIUM_BOLD, TIFINAGH, SYMBOLS2, SYMBOLS)


def text_face(language: Language, *, bold: bool = False) -> Face:
    """Give the face that a text in this language is set in."""
    if language == "ar":
        return AMIRI_BOLD if bold else AMIRI
    return GENTIUM_BOLD if bold else GENTIUM


@lru_cache(maxsize=4096)
def face_for(cluster: str, language: Language, *, bold: bool) -> Face | None:
    """Choose the face for a character and the marks that follow it.

    Returns:
        The first face that has them all: the language's own, the other text face
        (Amiri for Arabic inside French), Tifinagh, the symbols; None when none has.
    """
    own = text_face(language, bold=bold)
    other = text_face("fr" if language == "ar" else "ar", bold=bold)
    drawn = cluster.replace("\u200c", "").replace("\u200d", "")  # no face need have joiners
    for face in (own, other, TIFINAGH, SYMBOLS2, SYMBOLS):
        if face.characters.issuperset(drawn):
            return face
    return None


def size_factor(face: Face, language: Language) -> float:
    """Tell how much larger than the text a face is set."""
    return ARABIC_IN_FRENCH if language == "fr" and face.family == "Amiri" else 1


def is_mark(char: str) -> bool:
    """Tell whether a character is drawn on the one before it."""
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d"
