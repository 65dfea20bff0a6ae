"""A paper set: blocks to strips, strips to pages, pages drawn with running heads and footers."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, zip_longest
from typing import Any

from desktop_app.documents import blocks
from desktop_app.documents.code import squares
from desktop_app.documents.setting import (
    charts,
    fields,
    head,
    signatures,
    styles,
    tables,
    text,
    words,
)
from desktop_app.documents.setting.keeping import Group, keep_together
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.typesetting.lines import natural_width
from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import (
    A4,
    MM,
    Flow,
    Frame,
    Slice,
    paginate,
)
from desktop_app.documents.typesetting.paragraph import baseline, column
from desktop_app.documents.typesetting.pdf import PdfDocument
from desktop_app.documents.typesetting.pen import Pen, Tag
from desktop_app.documents.typesetting.table import Table
from desktop_app.wording.bilingual import Bilingual

_BINDING = 25 * MM
_OUTER = 20 * MM
_SIDE_LANDSCAPE = 15 * MM
_FOOT_RULE = 4.5 * MM
_FOOT_LINE = 3.0
_FOOT_RULE_LANDSCAPE = 2.8 * MM  # else the line would stand within 8 mm of the paper's edge
_FOOT_LINE_LANDSCAPE = 0.5
_CODE = 11 * MM
_CODE_LANDSCAPE = 10 * MM
_EDGE = 5 * MM  # the least that every printer reaches
_EDGE_LANDSCAPE = 4.5 * MM
_WHITE = 1.5 * MM  # around a code
_HEAD_RULE = 4 * MM
_HEAD_LINE = 6.0
_PAGE_NUMBER_GAP = 5 * MM
_SPARE = 0.1
_FRENCH_LABEL = re.compile(r"^Réf\.\s*:\s*")
_BEFORE_LETTER_PART = 12.0
_BEFORE_LETTER_PART_TIGHT = 8.0
_LEAST_LAST_PAGE = 40 * MM
_LEAST_BLANK_ROWS = 3
_BEFORE_DATE = 17.0
_LARGE_TITLE_AT = 71.6 * MM
_SIGNATURE_AT = 198 * MM

Pages = tuple[tuple[Slice, ...], ...]


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Where a block stands on a page.

    Attributes:
        page: counted from 1 through the whole file.
        top, bottom: in points from the page's top.
    """

    name: str
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper as a file, with the places of its blocks in reading order."""

    pdf: bytes
    pages: int
    places: tuple[BlockPlace, ...]


def set_paper(paper: blocks.Paper, *, author: str, dated: date, code: str = "") -> SetPaper:
    """Set a paper as tagged PDF/A; the same paper gives the same bytes.

    Args:
        paper: with its blocks, or with sections that each start on a page of their own.
        author: for the file's properties, as is the paper's title.
        dated: the day of its record; the file bears no other date.
        code: at the outer foot of every page, on what is issued.

    Raises:
        UserError: when a picture of the header cannot be read.
    """
    document = PdfDocument(
        title=paper.title, language=paper.languages[0], author=author, created=dated
    )
    pen = Pen(document)
    places: list[BlockPlace] = []
    pages = 0
    for section in paper.sections or (paper,):
        tag = Tag("Sect", language=section.languages[0])
        first, others = frames(section)
        laid = _lay(section, tag, first, others)
        for number, page in enumerate(laid, 1):
            document.add_page(*(A4[::-1] if section.landscape else A4))
            frame = first if number == 1 else others
            setting = _setting(section, tag, others)
            if number > 1:
                _draw_running_head(pen, section.running_head, frame, setting)
            for slice_ in page:
                slice_.flow.strip.draw(pen, frame.left, slice_.y, slice_.first, slice_.last)
            if code:
                frame = _draw_code(pen, code, section, frame)
            _draw_footer(pen, section.footer, (number, len(laid)), frame, setting)
            places.extend(_places(page, pages + number))
        pages += len(laid)
    return SetPaper(document.finish(), pages, tuple(places))


def frames(paper: blocks.Paper) -> tuple[Frame, Frame]:
    """Give the frames of the first page and of the others; the binding side is the wider."""
    if paper.landscape:
        height, width = A4
        left, wide = _SIDE_LANDSCAPE, width - 2 * _SIDE_LANDSCAPE
        bottom = height - 16 * MM
        return Frame(left, 12 * MM, wide, bottom), Frame(left, 18 * MM, wide, bottom)
    width, height = A4
    left = _BINDING if paper.languages[0] == "fr" else _OUTER
    wide = width - _BINDING - _OUTER
    bottom = height - 20 * MM
    return Frame(left, 13 * MM, wide, bottom), Frame(left, 22 * MM, wide, bottom)


def _setting(paper: blocks.Paper, tag: Tag, others: Frame, *, tight: bool = False) -> Setting:
    return Setting(paper.languages, others.width, others.height, tag, paper.landscape, tight)


def _lay(paper: blocks.Paper, tag: Tag, first: Frame, others: Frame) -> Pages:
    """Divide a paper into pages, tightened when that spares a last page.

    It is tried when the last page holds little more than what the page before left empty.
    """
    laid = _divide(paper, _setting(paper, tag, others), first, others)
    if len(laid) == 1:
        return laid
    held = laid[-1][-1].bottom - others.top
    left = others.bottom - laid[-2][-1].bottom
    if held - left >= _LEAST_LAST_PAGE:
        return laid
    tight = _divide(paper, _setting(paper, tag, others, tight=True), first, others)
    return tight if len(tight) < len(laid) else laid


def _divide(paper: blocks.Paper, setting: Setting, first: Frame, others: Frame) -> Pages:
    flows = flowed(paper, setting)
    for number, flow in enumerate(flows):
        if isinstance(flow.strip, Table) and flow.strip.fill:
            return _filled(flows, number, flow.strip, (first, others))
    return paginate(flows, first, others)


def _filled(flows: Sequence[Flow], number: int, table: Table, frames: tuple[Frame, Frame]) -> Pages:
    """Fill the last page with as many of a table's empty rows as it holds, three at least."""

    def divided(fill: int) -> Pages:
        flow = replace(flows[number], strip=table.filled(fill))
        return paginate([*flows[:number], flow, *flows[number + 1 :]], *frames)

    low, high = min(_LEAST_BLANK_ROWS, table.fill), table.fill
    best = divided(low)
    while low < high:
        middle = (low + high + 1) // 2
        pages = divided(middle)
        if len(pages) == len(best):
            low, best = middle, pages
        else:
            high = middle - 1
    return best


def flowed(paper: blocks.Paper, setting: Setting) -> list[Flow]:
    """Turn the blocks into flows that know what they must stay with."""
    attests = any(isinstance(block, blocks.Title) and block.large for block in paper.blocks)
    every = [_attesting(block) for block in paper.blocks] if attests else paper.blocks
    groups = [(block, flows) for block, flows in _set_blocks(every, setting) if flows]
    _space_letter(groups, _BEFORE_LETTER_PART_TIGHT if setting.tight else _BEFORE_LETTER_PART)
    keep_together(groups)
    if attests:
        _pin(groups)
    return [flow for _, flows in groups for flow in flows]


def _attesting(block: blocks.AnyBlock) -> blocks.AnyBlock:
    """Set all text under a large title in the attestation's type."""
    if isinstance(block, blocks.Paragraph) and block.role == "body":
        return replace(block, role="attestation")
    return block


def _pin(groups: Sequence[Group]) -> None:
    """Give an attestation air: its title and its signature have their places on the page."""
    for number, (block, flows) in enumerate(groups):
        if isinstance(block, blocks.Title):
            flows[0] = replace(flows[0], pin=_LARGE_TITLE_AT)
        elif isinstance(block, blocks.Signatures):
            flows[0] = replace(flows[0], pin=_SIGNATURE_AT)
            for _, dated in groups[max(number - 1, 0) : number]:
                dated[0] = replace(dated[0], before=_BEFORE_DATE)


def _set_blocks(every: Sequence[blocks.AnyBlock], setting: Setting) -> Iterator[Group]:
    """Set each block; a date with no line of its own stands beside the number that follows."""
    waiting = Bilingual()
    for block, following in zip_longest(every, every[1:]):
        match block:
            case blocks.Header():
                beside = isinstance(following, blocks.Reference) and not head.level_date(
                    block, setting
                )
                waiting = block.place_date if beside else Bilingual()
                yield block, head.header(block, setting, dated=not beside)
            case blocks.Reference():
                yield block, head.reference(block, setting, waiting)
            case _:
                yield block, _SETTERS[type(block)](block, setting)


_SETTERS: dict[type[blocks.Block], Callable[[Any, Setting], list[Flow]]] = {
    blocks.Title: head.title,
    blocks.Heading: text.heading,
    blocks.Paragraph: text.paragraph,
    blocks.Items: text.items,
    blocks.Fields: fields.fields,
    blocks.Table: tables.table,
    blocks.Signatures: signatures.signatures,
    blocks.Notes: signatures.notes,
    blocks.Notice: signatures.notice,
    blocks.Chart: charts.chart,
    blocks.Figures: charts.figures,
}


def _space_letter(groups: list[Group], white: float) -> None:
    """Set the parts of a letter's head apart: from whom to whom, what about, the formula."""
    kinds = [_letter_kind(block) for block, _ in groups]
    for (kind, following), (_, flows) in zip(pairwise(kinds), groups[1:], strict=True):
        if kind != following and (following or kind == "label"):
            flows[0] = replace(flows[0], before=white)


def _letter_kind(block: blocks.AnyBlock) -> str:
    if not isinstance(block, blocks.Paragraph):
        return ""
    if block.hanging:
        return "label"
    return "address" if block.role == "subject" or block.align == "center" else ""


def _places(page: Sequence[Slice], number: int) -> Iterator[BlockPlace]:
    """Give each block's extent on a page."""
    extents: dict[str, tuple[float, float]] = {}
    for slice_ in page:
        top, _ = extents.get(slice_.flow.name, (slice_.y, 0))
        extents[slice_.flow.name] = (top, slice_.bottom)
    for name, (top, bottom) in extents.items():
        yield BlockPlace(name, number, top, bottom)


def _draw_running_head(pen: Pen, text: Bilingual, frame: Frame, setting: Setting) -> None:
    line = frame.top - _HEAD_RULE
    style = setting.style("furniture", setting.lead)
    head = column(_one_line(text, style, frame.width, setting), style, frame.width, None)
    head.draw(pen, frame.left, line - _HEAD_LINE - baseline(style))
    pen.pdf.rule(frame.left, line, frame.right, line, styles.RULE)


def _draw_footer(
    pen: Pen, reference: Bilingual, count: tuple[int, int], frame: Frame, setting: Setting
) -> None:
    below = (_FOOT_RULE, _FOOT_LINE)
    if setting.landscape:
        below = (_FOOT_RULE_LANDSCAPE, _FOOT_LINE_LANDSCAPE)
    line = frame.bottom + below[0]
    pen.pdf.rule(frame.left, line, frame.right, line, styles.RULE)
    style = setting.style("furniture", setting.lead)
    top = line + below[1]
    number = (Run(words.page_count(*count, setting.lead)),)
    narrow = natural_width(number, style) + _SPARE
    wide = frame.width - narrow - _PAGE_NUMBER_GAP
    runs = _one_line(reference, style, wide, setting)
    column(runs, style, wide, None, setting.at_start(wide)).draw(pen, frame.left, top)
    style = style._replace(align="end")
    column(number, style, narrow, None, setting.at_end(narrow)).draw(pen, frame.left, top)


def _draw_code(pen: Pen, text: str, paper: blocks.Paper, frame: Frame) -> Frame:
    """Draw a code in the outer corner of the foot, which is never bound; give the foot's room."""
    width, height = A4[::-1] if paper.landscape else A4
    side, edge = (_CODE_LANDSCAPE, _EDGE_LANDSCAPE) if paper.landscape else (_CODE, _EDGE)
    at_right = paper.languages[0] == "fr"
    left = width - edge - side if at_right else edge
    pen.pdf.squares(squares(text), left, height - _EDGE - side, side)
    start, end = frame.left, frame.right
    if at_right:
        end = min(end, left - _WHITE)
    else:
        start = max(start, left + side + _WHITE)
    return frame._replace(left=start, width=end - start)


def _one_line(text: Bilingual, style: TextStyle, width: float, setting: Setting) -> tuple[Run, ...]:
    """Join the languages of a running line; too long, the first alone, or as much as fits."""
    parts = [text.get(language).replace("\n", " ").strip() for language in setting.languages]
    if setting.both and parts[0]:
        parts[1] = _FRENCH_LABEL.sub("", parts[1])
    joined = " – ".join(part for part in parts if part)
    runs = (Run(joined),)
    if parts[0] and natural_width(runs, style) > width:  # one whole rather than both cut
        joined = parts[0]
        runs = (Run(joined),)
    while joined and natural_width(runs, style) > width:
        joined = joined[: len(joined) * 7 // 8 - 1]
        runs = (Run(f"{joined.rstrip()}…"),)
    return runs
