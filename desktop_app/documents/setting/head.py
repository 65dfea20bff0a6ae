"""The head of a paper set: header in three modes, place and date, number, title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.documents import blocks
from desktop_app.documents.setting import styles, words
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.setting.text import bold_runs
from desktop_app.documents.typesetting import pictures
from desktop_app.documents.typesetting.lines import natural_width, set_lines
from desktop_app.documents.typesetting.model import Run, TextStyle
from desktop_app.documents.typesetting.page import MM, Flow
from desktop_app.documents.typesetting.paragraph import (
    Column,
    Paragraph,
    Whole,
    baseline,
    column,
)
from desktop_app.documents.typesetting.pen import Pen, Tag
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_BLOCK = {"ar": 74 * MM, "fr": 72 * MM}
_BLOCK_RULE = 22 * MM
_BLOCK_RULE_GAP = 3.0
_BLOCK_RULE_THICKNESS = 0.5
_PICTURE_TALLEST = 35 * MM
_EMBLEM = 22 * MM
_EMBLEM_GAP = 1 * MM
_LEADER = 18 * MM
_FRAME_PADDING = 5.0
_FRAME_PADDING_LARGE = 9.0
_FRAME_SIDE = 9 * MM
_FRAME_NARROWEST = 88 * MM
_FRAME_WIDEST = 145 * MM
_TALLEST = 0.4
_AFTER_LARGE_TITLE = 54.0
_BETWEEN_TITLES = 3.0
_NUMBER_GAP = 3.0
_AROUND_NUMBER = 8.0
_LANDSCAPE_START = 0.7
_LANDSCAPE_BOTH = 0.5
_DATE_LEADER = 38 * MM
_LEADER_GAP = 1.5 * MM
_DOTS = re.compile(r"\s*(?:\.{8,}|…{3,})$")
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
_GOES_ON = re.compile(r"^(?:لجهة |du |de |des |d’|d')")


def header(block: blocks.Header, setting: Setting, *, dated: bool = True) -> list[Flow]:
    """Set the header of the first page.

    Args:
        block: its picture, else its lines, in one language or both.
        setting: of the paper.
        dated: whether place and date stand here; they stand level with a single header's first
            line, else on a line of their own.
    """
    flows: list[Flow] = []
    if block.picture:
        flows.append(Flow(block.name, _picture(block.picture, setting), 0, 8))
    elif setting.landscape:
        return _or_spread(block, _two_lines(block, setting), setting, 4)
    elif block.lines_ar or block.lines_fr:
        flows.extend(_or_spread(block, _lines(block, setting), setting, 8))
    if dated and block.place_date and not level_date(block, setting):
        dates = tuple(_date(block.place_date, setting, setting.width))
        height = max(date.height for date in dates)

        def draw(pen: Pen, x: float, y: float) -> None:
            for date in dates:
                date.draw(pen, x, y)

        flows.append(Flow(block.name, Whole(height, draw), 0, 8))
    return flows


def _or_spread(block: blocks.Header, strip: Whole, setting: Setting, after: float) -> list[Flow]:
    """Give a header as one strip, or line by line across the page when it is far too tall."""
    if strip.tall < setting.room * _TALLEST:
        return [Flow(block.name, strip, 0, after)]
    lines: list[tuple[PaperLanguage, str]] = [("ar", line) for line in block.lines_ar]
    lines += [("fr", line) for line in block.lines_fr]
    lines += [
        (language, block.place_date.get(language))
        for language in setting.languages
        if level_date(block, setting)
    ]
    columns = [
        column(
            (Run(line),),
            setting.style("letterhead", language, "center"),
            setting.width,
            setting.tag("P", language),
        )
        for language, line in lines
    ]
    return [Flow(block.name, Paragraph((each,))) for each in columns if each.lines]


def level_date(block: blocks.Header, setting: Setting) -> bool:
    """Tell whether place and date stand level with the header's first line."""
    if block.picture:
        return False
    return setting.landscape or bool(block.lines_ar) != bool(block.lines_fr)


@dataclass(frozen=True, slots=True)
class _Date:
    """Place and date on a line; dots that end it are a leader of their own, for the hand."""

    column: Column
    leader: float | None = None

    @property
    def height(self) -> float:
        return self.column.height

    @property
    def style(self) -> TextStyle:
        return self.column.style

    @property
    def width(self) -> float:
        leader = 0 if self.leader is None else _LEADER_GAP + _DATE_LEADER
        return leader + max((line.width for line in self.column.lines), default=0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        self.column.draw(pen, x, y)
        if self.leader is not None:
            left, line = x + self.leader, y + baseline(self.style)
            pen.pdf.dots(left, left + _DATE_LEADER, line)


def _date(place_date: Bilingual, setting: Setting, room: float) -> Iterator[_Date]:
    """Give place and date at the end of the line, or of each language's half of it."""
    both = bool(place_date.ar and place_date.fr)
    for language, x, width in setting.places(place_date):
        style = setting.style("body", language, "end")
        wide = width if both and setting.both else room
        left = x if both and setting.both else setting.at_end(room)
        yield _dated(place_date.get(language), style, wide, setting.tag("P", language), left)


def _dated(text: str, style: TextStyle, width: float, tag: Tag, x: float) -> _Date:
    """Set place and date in a column, a leader of its own length in place of dots at their end."""
    words = _DOTS.sub("", text)
    own = natural_width((Run(words),), style) + 0.1
    whole = own + _LEADER_GAP + _DATE_LEADER
    if words == text or whole > width:
        return _Date(column((Run(text),), style, width, tag, x))
    spare = width - whole if style.align == "end" else 0
    if style.language == "ar":
        left = x + width - spare - own
        leader = left - _LEADER_GAP - _DATE_LEADER
    else:
        left = x + spare
        leader = left + own + _LEADER_GAP
    return _Date(column((Run(words),), style, own, tag, left), leader)


def _picture(data: bytes, setting: Setting) -> Whole:
    width, height = pictures.size(data)
    scale = min(setting.width / width, _PICTURE_TALLEST / height)
    wide, tall = width * scale, height * scale

    def draw(pen: Pen, x: float, y: float) -> None:
        left = x + (setting.width - wide) / 2
        with pen.content(setting.section):
            pen.pdf.image(data, left, y, wide, tall, words.HEADER.best(setting.lead))

    return Whole(tall, draw)


def _lines(block: blocks.Header, setting: Setting) -> Whole:
    rules: list[tuple[float, float]] = []
    sides: tuple[tuple[PaperLanguage, tuple[str, ...]], ...] = (
        ("ar", block.lines_ar),
        ("fr", block.lines_fr),
    )
    tops: list[tuple[float, Column | _Date]] = []
    for language, lines in sides:
        if not lines:
            continue
        width = _BLOCK[language]
        x = setting.at_start(width, language)
        y = 0.0
        for number, line in enumerate(lines):
            role = "letterhead" if number else "letterhead.first"
            style = setting.style(role, language, "center", bold=number == 0)
            each = column((Run(line),), style, width, setting.tag("P", language), x)
            tops.append((y, each))
            y += each.height
        rules.append((x + (width - _BLOCK_RULE) / 2, y + _BLOCK_RULE_GAP))
    if level_date(block, setting):
        first = tops[0][1]
        room = setting.width - _BLOCK[first.style.language] - 4 * MM
        tops.extend(
            (baseline(first.style) - baseline(date.style), date)
            for date in _date(block.place_date, setting, room)
        )
    emblem = block.emblem if len(rules) > 1 else b""
    height = max(y for _, y in rules)

    def draw(pen: Pen, x: float, y: float) -> None:
        for top, each in tops:
            each.draw(pen, x, y + top)
        for left, top in rules:
            line = y + top
            pen.pdf.rule(x + left, line, x + left + _BLOCK_RULE, line, _BLOCK_RULE_THICKNESS)
        if emblem:
            _draw_emblem(emblem, pen, x, y, setting)

    return Whole(height, draw)


def _draw_emblem(data: bytes, pen: Pen, x: float, y: float, setting: Setting) -> None:
    """Draw a small picture in the gap between the two languages of the header."""
    gap = setting.width - _BLOCK["ar"] - _BLOCK["fr"]
    width, height = pictures.size(data)
    scale = min((gap - 2 * _EMBLEM_GAP) / width, _EMBLEM / height)
    left = x + _BLOCK["fr"] + (gap - width * scale) / 2
    with pen.content(setting.section):
        pen.pdf.image(data, left, y, width * scale, height * scale, words.EMBLEM.best(setting.lead))


def _two_lines(block: blocks.Header, setting: Setting) -> Whole:
    """Set the header of a landscape paper: two lines at the start, place and date at the end."""
    share = _LANDSCAPE_BOTH if setting.both else _LANDSCAPE_START
    parts: list[tuple[float, Column | _Date]] = []
    for language in setting.languages:
        names = _names(block.lines_ar if language == "ar" else block.lines_fr)
        style = setting.style("letterhead", language)
        width = setting.width * share
        tag = setting.tag("P", language)
        y = 0.0
        x = setting.at_start(width, language)
        for runs in (bold_runs(" – ".join(names[:2]), names[:1]), (Run(" – ".join(names[2:])),)):
            each = column(runs, style, width, tag, x)
            parts.append((y, each))
            y += each.height
        if setting.both:
            date = _dated(block.place_date.get(language), style, width, tag, x)
            parts.append((y, date))
            y += date.height
    if not setting.both:
        room = setting.width * (1 - share)
        parts.extend((0, date) for date in _date(block.place_date, setting, room))
    height = max(y + each.height for y, each in parts)

    def draw(pen: Pen, x: float, y: float) -> None:
        for top, each in parts:
            each.draw(pen, x, y + top)

    return Whole(height, draw)


def _names(lines: Sequence[str]) -> list[str]:
    """Join the lines of a header that are parts of one name."""
    names: list[str] = []
    for line in lines:
        if names and (names[-1].endswith(",") or _GOES_ON.match(line)):
            names[-1] += f" {line}"
        else:
            names.append(line)
    return names


def reference(block: blocks.Reference, setting: Setting, place_date: Bilingual) -> list[Flow]:
    """Set the number at the reading start, with place and date at the end of its line."""
    parts: list[tuple[Column | _Date, float]] = []
    leaders: list[tuple[float, float, float]] = []
    taken = 0.0
    for language in setting.languages:
        style = setting.style("reference", language)
        label = (Run(words.NUMBER.get(language), bold=True),)
        tag = setting.tag("P", language)
        wide = natural_width(label, style) + 0.1
        parts.append((column(label, style, wide, tag, setting.at_start(wide, language)), 0))
        number = (Run(f"{_LEFT_TO_RIGHT}{block.number}{_END}"),)
        long = min(natural_width(number, style) + 0.1, setting.width / 2)
        wide += _NUMBER_GAP
        leader = _LEADER if block.blank else 0
        # The number reads from left to right in both languages: its leader stands on the left.
        if language == "ar":
            left = setting.width - wide - long
            leaders.append((left - leader, left, baseline(style)))
        else:
            left = wide + leader
            leaders.append((wide, left, baseline(style)))
        if block.number:
            parts.append((column(number, style, long, tag, left), 0))
        taken = max(taken, wide + leader + long)
    first = parts[0][0]
    dates = tuple(_date(place_date, setting, setting.width / 2))
    room = (
        min(setting.side(one)[1] for one in setting.languages) if len(dates) > 1 else setting.width
    )
    below = any(taken + _LEADER_GAP + date.width > room for date in dates)
    parts.extend(
        (date, first.height if below else baseline(first.style) - baseline(date.style))
        for date in dates
    )
    height = max(each.height + top for each, top in parts)

    def draw(pen: Pen, x: float, y: float) -> None:
        for each, top in parts:
            each.draw(pen, x, y + top)
        for left, right, line in leaders:
            if block.blank:
                pen.pdf.dots(x + left, x + right, y + line)

    white = setting.white(_AROUND_NUMBER)
    return [Flow(block.name, Whole(height, draw), white, white)]


def title(block: blocks.Title, setting: Setting) -> list[Flow]:
    """Set the title and its subject, in a frame that hugs them or without one."""
    framed = block.framed and not setting.landscape
    parts = [part for part in _titles(block, setting, framed=framed) if part[0].lines]
    if not parts:
        return []
    after, padding = styles.AFTER_TITLE, _FRAME_PADDING
    if block.large:
        after, padding = _AFTER_LARGE_TITLE, _FRAME_PADDING_LARGE
    elif setting.landscape:
        after = styles.AFTER_TITLE_LANDSCAPE
    text = sum(part.height + above for part, above in parts)
    if not framed or text > setting.room * _TALLEST:
        return [
            Flow(block.name, Paragraph((part,)), above, after if part is parts[-1][0] else 0)
            for part, above in parts
        ]
    wide = setting.width
    if not setting.both:
        widest = max(line.width for part, _ in parts for line in part.lines)
        wide = min(max(widest + 2 * _FRAME_SIDE, _FRAME_NARROWEST), _FRAME_WIDEST)
    height = text + 2 * padding

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.pdf.frame(x + (setting.width - wide) / 2, y, wide, height, 0.8)
        top = y + padding
        for part, above in parts:
            part.draw(pen, x, top + above)
            top += part.height + above

    return [Flow(block.name, Whole(height, draw), styles.BEFORE_TITLE, after)]


def _titles(
    block: blocks.Title, setting: Setting, *, framed: bool
) -> Iterator[tuple[Column, float]]:
    """Give the lines of the title and of its subject with the white above them."""
    role = "title"
    if block.large:
        role = "title.large"
    elif setting.landscape:
        role = "title.landscape"
    widest = (setting.width if setting.both else _FRAME_WIDEST) - 2 * _FRAME_SIDE
    if not framed:
        widest = setting.width
    above = 0.0
    for language in setting.languages:
        for text, kind, tag in (
            (block.title.get(language), role, "H1"),
            (block.subject.get(language), "subject", "P"),
        ):
            if text:
                style = setting.style(kind, language, "center", bold=True)
                lines = set_lines((Run(text),), style, widest, balanced=True)
                x = (setting.width - widest) / 2
                yield Column(lines, style, setting.tag(tag, language), x), above
                above = _BETWEEN_TITLES
