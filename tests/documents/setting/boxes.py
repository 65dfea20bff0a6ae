"""Where poppler finds the words of a page."""

import html
import re
import subprocess
from dataclasses import dataclass
from datetime import date

from desktop_app.documents import blocks
from desktop_app.documents.setting import SetPaper, set_paper
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.programs import program

_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@dataclass(frozen=True)
class Box:
    """A word with its left, top, right and bottom in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(pdf: bytes, page: int = 1) -> list[Box]:
    """The words of a page; poppler gives Arabic ones from left to right, here they are turned."""
    found = subprocess.run(
        [program("pdftotext"), "-bbox", "-f", str(page), "-l", str(page), "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    return [
        Box(_turned(html.unescape(text)), *map(float, edges))
        for *edges, text in _WORD.findall(found)
    ]


def _turned(word: str) -> str:
    return word[::-1] if re.search("[\u0620-\u06ff]", word) else word


def find(pdf: bytes, word: str, page: int = 1) -> Box:
    """The first word of a page that holds `word`."""
    return next(box for box in boxes(pdf, page) if word in box.text)


def put(*parts: blocks.AnyBlock, landscape: bool = False, languages: str = "ar") -> SetPaper:
    """Set blocks as a paper."""
    chosen: tuple[PaperLanguage, ...] = ("ar", "fr") if languages == "both" else ("ar",)
    if languages == "fr":
        chosen = ("fr",)
    paper = blocks.Paper(
        kind="minutes",
        languages=chosen,
        title="محضر",
        running_head=Bilingual("محضر", "Procès-verbal"),
        footer=Bilingual("المرجع: محضر", "Réf. : procès-verbal"),
        blocks=parts,
        landscape=landscape,
    )
    return set_paper(paper, author="المركز", dated=date(2026, 4, 22))
