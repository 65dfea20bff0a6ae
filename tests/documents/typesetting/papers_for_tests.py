"""Small files drawn as the product draws them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from desktop_app.documents.typesetting.faces import Face
from desktop_app.documents.typesetting.lines import set_lines
from desktop_app.documents.typesetting.model import (
    Cluster,
    Line,
    Piece,
    Placed,
    Run,
    TextStyle,
)
from desktop_app.documents.typesetting.pdf import PdfDocument

A4 = (595.28, 841.89)
Text = tuple[Literal["ar", "fr"], str]


def document(**changes: object) -> PdfDocument:
    """A file without pages."""
    given: dict[str, object] = {
        "title": "محضر اجتماع",
        "language": "ar",
        "author": "المركز الإقليمي",
        "created": date(2026, 3, 14),
    }
    return PdfDocument(**(given | changes))  # type: ignore[arg-type]  # tests change any of them


def drawn(draw: Callable[[PdfDocument], None]) -> bytes:
    """A file of one A4 page."""
    pdf = document()
    pdf.add_page(*A4)
    draw(pdf)
    return pdf.finish()


def lines_of(
    language: Literal["ar", "fr"], text: str, *, size: float = 13, width: float = 467
) -> tuple[Line, ...]:
    """The text in justified lines."""
    return set_lines((Run(text),), TextStyle(language, size, 20, "justify"), width)


def set_page(texts: Sequence[Text], *, size: float = 13, width: float = 467) -> bytes:
    """Paragraphs in justified lines, one under the other."""

    def draw(pdf: PdfDocument) -> None:
        y = 60.0
        for language, text in texts:
            with pdf.content(pdf.element("P", language=language)):
                for line in lines_of(language, text, size=size, width=width):
                    pdf.draw_line(line, 64, y)
                    y += 21
            y += 8

    return drawn(draw)


def line_of(face: Face, size: float, *words: tuple[Cluster, ...], level: int = 1) -> Line:
    """Words without spaces, one after the other from left to right."""
    x, placed = 0.0, []
    for clusters in words:
        width = sum(c.advance for c in clusters) * size / face.units_per_em
        piece = Piece("".join(c.text for c in clusters), level, face, size, clusters, width)
        placed.append(Placed(piece, x, width))
        x += width
    return Line(tuple(placed), x, "")
