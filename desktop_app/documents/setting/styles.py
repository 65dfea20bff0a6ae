"""The measures of papers: sizes and leadings by role and language, widths, white.

They are those agreed for the papers' look; sizes are points, lengths points unless said.
"""

from dataclasses import dataclass

from desktop_app.documents.typesetting.model import LineAlign, TextStyle
from desktop_app.documents.typesetting.page import MM
from desktop_app.documents.typesetting.pen import Tag
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

Sizes = dict[PaperLanguage, tuple[float, float]]

RULE = 0.4
AFTER_PARAGRAPH = 5.0
AFTER_ITEM = 2.0
BEFORE_HEADING = 10.0
BEFORE_HEADING_TIGHT = 8.0
AFTER_HEADING = 4.0
BEFORE_TABLE = 3.0
AFTER_TABLE = 8.0
BEFORE_TITLE = 10.0
AFTER_TITLE = 12.0
AFTER_TITLE_LANDSCAPE = 4.0
_TIGHT = 0.6
RAGGED_BELOW = 90 * MM
_SIDE_SHARE: dict[PaperLanguage, float] = {"ar": 82 / 165, "fr": 77 / 165}

# (size, leading) of one language on its own, and of both side by side or one under the other.
_ALONE: dict[str, Sizes] = {
    "title": {"ar": (18, 27), "fr": (15, 20)},
    "title.large": {"ar": (26, 38), "fr": (21, 28)},
    "title.landscape": {"ar": (16, 24), "fr": (14, 19)},
    "subject": {"ar": (13.5, 20), "fr": (11.5, 15.5)},
    "address": {"ar": (13.5, 20), "fr": (11.5, 15.5)},
    "heading": {"ar": (14, 21), "fr": (12, 16)},
    "body": {"ar": (13, 20), "fr": (11, 15.5)},
    "body.vocalised": {"ar": (13, 23), "fr": (11, 15.5)},
    "attestation": {"ar": (15, 27), "fr": (12.5, 21)},
    "letterhead": {"ar": (11.5, 16.5), "fr": (9.5, 13)},
    "letterhead.first": {"ar": (12.2, 16.5), "fr": (10.1, 13)},
    "reference": {"ar": (12.5, 19), "fr": (10.5, 15)},
    "note": {"ar": (11, 16), "fr": (9.5, 13)},
    "cell": {"ar": (11, 15), "fr": (9.5, 12.5)},
    "cell.dense": {"ar": (10, 13.5), "fr": (8.5, 11)},
    "cell.large": {"ar": (13, 19), "fr": (11, 15.5)},
    "notice": {"ar": (9.5, 13.5), "fr": (8, 10.5)},
    "caption": {"ar": (12, 17), "fr": (10.5, 14.5)},
    "chart.value": {"ar": (10.5, 14), "fr": (9, 12)},
    "figure": {"ar": (22, 32), "fr": (19, 27)},
    "furniture": {"ar": (9.5, 12), "fr": (8, 11)},
}
_BOTH: dict[str, Sizes] = {
    "title": {"ar": (18, 27), "fr": (13.5, 18)},
    "subject": {"ar": (13.5, 20), "fr": (10.5, 14.5)},
    "address": {"ar": (12.5, 18.5), "fr": (10.5, 14.5)},
    "body": {"ar": (12, 18), "fr": (10, 14)},
    "body.vocalised": {"ar": (12, 21), "fr": (10, 14)},
    "attestation": {"ar": (13.5, 22), "fr": (11, 16.5)},
    "cell": {"ar": (11, 15), "fr": (8.5, 11)},
    "cell.dense": {"ar": (10, 13.5), "fr": (8, 10)},
    "cell.large": {"ar": (12, 18), "fr": (10, 14)},
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block must know of the paper it stands on.

    Attributes:
        languages: one, or Arabic then French.
        width: of the text.
        room: the height of the text on the pages after the first.
        section: the structure element that holds the paper's own.
        tight: white is saved to spare a page.
    """

    languages: tuple[PaperLanguage, ...]
    width: float
    room: float
    section: Tag
    landscape: bool = False
    tight: bool = False

    @property
    def lead(self) -> PaperLanguage:
        """The language whose reading order the paper follows."""
        return self.languages[0]

    @property
    def both(self) -> bool:
        """Whether two languages stand side by side."""
        return len(self.languages) > 1

    def style(
        self,
        role: str,
        language: PaperLanguage,
        align: LineAlign = "start",
        *,
        bold: bool = False,
    ) -> TextStyle:
        """Give the type of a role, in the size for one language or for two."""
        sizes = (_BOTH.get(role) if self.both else None) or _ALONE[role]
        size, leading = sizes[language]
        return TextStyle(language, size, leading, align, bold)

    def tag(self, kind: str, language: PaperLanguage | None = None, **attributes: str) -> Tag:
        """Make a structure element to stand in the paper's own."""
        return Tag(kind, self.section, language, attributes)

    def white(self, points: float) -> float:
        """Give the white between parts, less of it when the paper is tight."""
        return points * _TIGHT if self.tight else points

    def at_start(self, width: float, language: PaperLanguage | None = None) -> float:
        """Give the x of a box of this width at the edge where a line of `language` begins."""
        return self.width - width if (language or self.lead) == "ar" else 0

    def at_end(self, width: float) -> float:
        """Give the x of a box of this width at the edge where the paper's lines end."""
        return 0 if self.lead == "ar" else self.width - width

    def places(
        self, text: Bilingual, *, beside: bool = False
    ) -> tuple[tuple[PaperLanguage, float, float], ...]:
        """Give each language of a text with the x and width of its column.

        Two languages stand side by side; a text in one of them spans the width, unless it is
        part of one that stands `beside` the other.
        """
        given = tuple(language for language in self.languages if text.get(language))
        if len(given) < 2 and not (beside and self.both):
            return tuple((language, 0, self.width) for language in given)
        return tuple((language, *self.side(language)) for language in given)

    def side(self, language: PaperLanguage) -> tuple[float, float]:
        """Give the x and width of a language's column beside the other's."""
        width = self.width * _SIDE_SHARE[language]
        return self.at_start(width, language), width
