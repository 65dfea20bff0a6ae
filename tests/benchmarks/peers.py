"""The same paper for other programs: HTML for WeasyPrint, markup for Typst, Latin for ReportLab."""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as LatinParagraph
from reportlab.platypus import SimpleDocTemplate

from desktop_app.documents import blocks
from desktop_app.documents.rewording import wording

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
CSS = f"""
@font-face {{ font-family: A; src: url("{(FONTS / "Amiri-Regular.ttf").as_uri()}"); }}
@font-face {{ font-family: A; font-weight: bold;
             src: url("{(FONTS / "Amiri-Bold.ttf").as_uri()}"); }}
@page {{ size: A4; margin: 22mm 25mm 20mm 20mm;
        @bottom-left {{ content: counter(page) " / " counter(pages); }} }}
body {{ font: 13pt/20pt A; text-align: justify; direction: rtl; }}
h1, h2 {{ font-size: 14pt; text-align: start; }}
table {{ border-collapse: collapse; width: 100%; font-size: 11pt; line-height: 15pt; }}
td, th {{ border: .4pt solid black; padding: 1mm 1.7mm; text-align: start; }}
"""


def _texts(paper: blocks.Paper) -> Iterator[tuple[str, str]]:
    for block in paper.blocks:
        kind = "h2" if isinstance(block, blocks.Title | blocks.Heading) else "p"
        for line in wording(block, paper.languages[0]).splitlines():
            yield kind, line


def as_html(paper: blocks.Paper) -> str:
    """Write the paper as HTML with its tables, paragraphs and heads."""
    parts = [f'<html lang="ar" dir="rtl"><style>{CSS}</style><title>{escape(paper.title)}</title>']
    language = paper.languages[0]
    for block in paper.blocks:
        if isinstance(block, blocks.Table):
            heads = "".join(f"<th>{escape(c.head.get(language))}</th>" for c in block.columns)
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(c.text.get(language))}</td>" for c in row) + "</tr>"
                for row in block.rows
            )
            parts.append(f"<table><thead><tr>{heads}</tr></thead>{rows}</table>")
        else:
            one = blocks.Paper(
                paper.kind, paper.languages, "", paper.running_head, paper.footer, (block,)
            )
            parts += [f"<{kind}>{escape(text)}</{kind}>" for kind, text in _texts(one)]
    return "".join(parts)


def _quoted(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_typst(paper: blocks.Paper) -> str:
    """Write the paper as Typst markup with its tables, paragraphs and heads."""
    parts = [
        '#set page(paper: "a4", margin: (top: 22mm, bottom: 20mm, rest: 22mm), numbering: "1 / 1")',
        '#set text(font: "Amiri", size: 13pt, lang: "ar", region: "MA", dir: rtl)',
        "#set par(justify: true, leading: 7pt)",
        "#show table: set text(size: 11pt)",
    ]
    language = paper.languages[0]
    for block in paper.blocks:
        if isinstance(block, blocks.Table):
            cells = [
                f"table.header({','.join(_cell(c.head.get(language)) for c in block.columns)})"
            ]
            cells += [_cell(cell.text.get(language)) for row in block.rows for cell in row]
            widths = ",".join(f"{column.width}fr" for column in block.columns)
            parts.append(f"#table(columns: ({widths}), stroke: .4pt, {','.join(cells)})")
        else:
            one = blocks.Paper(
                paper.kind, paper.languages, "", paper.running_head, paper.footer, (block,)
            )
            parts += [
                ("= " if kind == "h2" else "") + _quoted(text) + "\n" for kind, text in _texts(one)
            ]
    return "\n".join(parts)


def _cell(text: str) -> str:
    return f"[{_quoted(text)}]" if text else "[]"


def latin_pages(pages: int) -> bytes:
    """Set plain Latin paragraphs with ReportLab's own means, as many pages as asked for."""
    style = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15.5, alignment=4)
    words = "The centre presents the updates of the information systems to all who use them. " * 6
    out = BytesIO()
    SimpleDocTemplate(out, invariant=1).build(
        [LatinParagraph(f"{i}. {words}", style) for i in range(7 * pages)]
    )
    return out.getvalue()
