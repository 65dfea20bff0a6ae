"""Lines of labels with their text, or with a dotted leader to be filled by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents import blocks
from desktop_app.documents.setting.styles import RULE, Setting
from desktop_app.documents.setting.text import labelled
from desktop_app.documents.typesetting.lines import natural_width
from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import MM, Flow, Strip
from desktop_app.documents.typesetting.paragraph import (
    Paragraph,
    Whole,
    baseline,
    column,
)
from desktop_app.documents.typesetting.pen import Pen
from desktop_app.wording.bilingual import PaperLanguage

_GAP = 6 * MM
_SPACE = 1.5 * MM
_SHORTEST_LEADER = 16 * MM
_BY_HAND = 20.0
_BETWEEN = 2.0
_AFTER = 6.0
_FRAME_SIDE = 4 * MM
_FRAME_PADDING = 5.0
_FRAME_GAP = 3.0
_FOOT = 272 * MM


@dataclass(frozen=True, slots=True)
class _Words:
    """Words on one line, with their natural width."""

    runs: tuple[Run, ...]
    style: TextStyle
    width: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words, a leader, words; the leader takes what is left of the line when it is elastic."""

    language: PaperLanguage
    before: _Words | None
    leader: float = 0
    elastic: bool = False
    after: _Words | None = None

    @property
    def width(self) -> float:
        words = [each.width for each in (self.before, self.after) if each]
        parts = [*words, self.leader] if self.leader else words
        return sum(parts) + _SPACE * (len(parts) - 1)


def fields(block: blocks.Fields, setting: Setting) -> list[Flow]:
    """Set rows of labels; what does not fit on one line goes on to the next."""
    if block.framed:
        return [_framed(block, setting)]
    flows: list[Flow] = []
    for row in block.rows:
        for language, entries in _entries(row, setting):
            for line in _lines(entries, setting.width):
                wide = line[0].width > setting.width
                strips = (
                    _wrapped(line[0], language, setting)
                    if wide
                    else [_spread(line, language, setting)]
                )
                flows.extend(Flow(block.name, strip, _BETWEEN, _BETWEEN) for strip in strips)
    if flows:
        flows[-1] = replace(flows[-1], after=_AFTER)
    return flows


def _framed(block: blocks.Fields, setting: Setting) -> Flow:
    """Set the rows in a frame, whole, at the foot of the page where there is room."""
    inside = replace(setting, width=setting.width - 2 * _FRAME_SIDE)
    strips = [flow.strip for flow in fields(replace(block, framed=False), inside)]
    heights = [strip.height(0, strip.count) for strip in strips]
    high = sum(heights) + _FRAME_GAP * (len(strips) - 1) + block.room * MM + 2 * _FRAME_PADDING

    def draw(pen: Pen, x: float, y: float) -> None:
        right, foot = x + setting.width, y + high
        for edge in (
            (x, y, right, y),
            (x, foot, right, foot),
            (x, y, x, foot),
            (right, y, right, foot),
        ):
            pen.pdf.rule(*edge, RULE)
        top = y + _FRAME_PADDING
        for strip, height in zip(strips, heights, strict=True):
            strip.draw(pen, x + _FRAME_SIDE, top, 0, strip.count)
            top += height + _FRAME_GAP

    return Flow(block.name, Whole(high, draw), _BETWEEN, _AFTER, pin=_FOOT - high)


def _entries(
    row: Sequence[blocks.Leader], setting: Setting
) -> Iterator[tuple[PaperLanguage, list[_Entry]]]:
    """Give the entries of a row for each language, or once when it is filled by hand."""
    if setting.both and any(leader.width or not leader.text for leader in row):
        yield setting.lead, [entry for leader in row for entry in _shared(leader, setting)]
        return
    for language in setting.languages:
        given = [
            leader
            for leader in row
            if leader.text.get(language)
            or (leader.label.get(language) and (leader.width or not leader.text))
        ]
        if given:
            yield language, [_entry(leader, language, setting) for leader in given]


def _entry(leader: blocks.Leader, language: PaperLanguage, setting: Setting) -> _Entry:
    style = setting.style("note", language)
    label, text = leader.label.get(language), leader.text.get(language)
    if text and not leader.width:
        return _Entry(language, _words(labelled(label, (Run(text),)), style))
    before = _words((Run(label, bold=not leader.width),), style) if label else None
    after = _words((Run(text),), style) if text else None
    length = leader.width * MM or _SHORTEST_LEADER
    return _Entry(language, before, length, not leader.width, after)


def _shared(leader: blocks.Leader, setting: Setting) -> Iterator[_Entry]:
    """Give one leader between the labels of two languages; with a text, one for each language."""
    if leader.text:
        for language in setting.languages:
            if leader.text.get(language):
                yield _entry(leader, language, setting)
        return
    before, after = (
        _words((Run(text, bold=not leader.width),), setting.style("note", language))
        if (text := leader.label.get(language))
        else None
        for language in setting.languages
    )
    length = leader.width * MM or _SHORTEST_LEADER
    yield _Entry(setting.lead, before, length, not leader.width, after)


def _words(runs: tuple[Run, ...], style: TextStyle) -> _Words:
    return _Words(runs, style, natural_width(runs, style) + RULE)


def _lines(entries: Sequence[_Entry], width: float) -> Iterator[list[_Entry]]:
    """Part entries into lines that hold them."""
    line: list[_Entry] = []
    taken = 0.0
    for entry in entries:
        if line and taken + _GAP + entry.width > width:
            yield line
            line, taken = [], 0.0
        taken += entry.width + (_GAP if line else 0)
        line.append(entry)
    yield line


def _spread(line: Sequence[_Entry], language: PaperLanguage, setting: Setting) -> Strip:
    """Spread a line's entries from edge to edge."""
    by_hand = any(entry.leader for entry in line)
    style = setting.style("note", language)
    room = setting.width - sum(entry.width for entry in line)
    elastic = sum(entry.elastic for entry in line)
    gap = _GAP if elastic else room / max(len(line) - 1, 1)
    longer = (room - _GAP * (len(line) - 1)) / elastic if elastic else 0
    height = _BY_HAND if by_hand else style.leading
    mirrored = language == "ar"
    tagged = [(setting.tag("P", language), entry) for entry in line]

    def draw(pen: Pen, x: float, y: float) -> None:
        dotted = y + height - style.leading + baseline(style)
        at = 0.0
        for tag, entry in tagged:
            leader = entry.leader + (longer if entry.elastic else 0)
            start = at
            parts = (entry.before, leader, entry.after)
            for part in parts if entry.language == language else reversed(parts):
                if not part:
                    continue
                width = part.width if isinstance(part, _Words) else part
                left = x + (setting.width - at - width if mirrored else at)
                if isinstance(part, _Words):
                    top = dotted - baseline(part.style)
                    column(part.runs, part.style, width, tag).draw(pen, left, top)
                else:
                    pen.pdf.dots(left, left + width, dotted)
                at += width + _SPACE
            at = start + entry.width + leader - entry.leader + gap

    return Whole(height, draw)


def _wrapped(entry: _Entry, language: PaperLanguage, setting: Setting) -> Iterator[Strip]:
    """Set an entry that is wider than the text as paragraphs, its leader on a line of its own."""
    leader = replace(entry, before=None, after=None, elastic=True) if entry.leader else None
    for part in (entry.before, leader, entry.after):
        if isinstance(part, _Entry):
            yield _spread([part], language, setting)
        elif part:
            tag = setting.tag("P", part.style.language)
            yield Paragraph((column(part.runs, part.style, setting.width, tag),))
