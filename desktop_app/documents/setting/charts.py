"""Charts and framed figures set: bars of four fills that a photocopy keeps, values written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.documents import blocks
from desktop_app.documents.setting.styles import Setting
from desktop_app.documents.typesetting.lines import natural_width
from desktop_app.documents.typesetting.model import LineAlign, Run
from desktop_app.documents.typesetting.page import A4, MM, Flow
from desktop_app.documents.typesetting.paragraph import Column, Whole, column
from desktop_app.documents.typesetting.pdf import PdfDocument
from desktop_app.documents.typesetting.pen import Pen, Tag
from desktop_app.wording.bilingual import Bilingual

_OUTLINE: Final = 0.7
_GREY: Final = 0xB3 / 0xFF
_HATCH_EVERY: Final = 5.0
_HATCH: Final = 1.5
_BAR: Final = 12.0
_EVERY: Final = 18.0
_LABEL_SHARE: Final = 0.38
_LABEL_GAP: Final = 2 * MM
_VALUE_GAP: Final = 3.0
_PATCH: Final = 3.0
_KEY_BOX: Final = 10.0
_KEY_GAP: Final = 14.0
_KEY_TEXT: Final = 4.0
_UPRIGHT: Final = 84.0
_UPRIGHT_BAR: Final = 15.0
_SPARE: Final = 0.1
_BEFORE, _AFTER = 8.0, 8.0
_FRAME: Final = 0.8
_FRAME_GAP: Final = 6 * MM
_FRAME_PADDING: Final = 5.0

_Draw = Callable[[Pen, float, float, Tag], None]
_BLACK, _SHADE, _LINES, _WHITE = range(4)


@dataclass(frozen=True, slots=True)
class _Text:
    """One line or more, whole, in the paper's leading language."""

    setting: Setting
    role: str
    words: Bilingual
    align: LineAlign = "center"
    bold: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        if self.role == "figure":  # written alike
            return (Run(self.words.get(self.setting.lead)),)
        parts = (self.words.get(one) for one in self.setting.languages)
        return (Run(" – ".join(dict.fromkeys(part for part in parts if part))),)

    @property
    def width(self) -> float:
        style = self.setting.style(self.role, self.setting.lead, bold=self.bold)
        return natural_width(self.runs, style) + _SPARE

    def set(self, width: float, tag: Tag, x: float = 0) -> Column:
        style = self.setting.style(self.role, self.setting.lead, self.align, bold=self.bold)
        return column(self.runs, style, width, tag, x)


def chart(block: blocks.Chart, setting: Setting) -> list[Flow]:
    """Set a chart with its caption and key, all of it on one page."""
    if not block.bars:
        return []
    parts: list[tuple[float, _Draw]] = [_caption(block, setting)]
    if block.key:
        parts.append(_key(block, setting))
    parts.append(_columns(block, setting) if block.upright else _bars(block, setting))
    height = sum(tall for tall, _ in parts)
    told = _told(block, setting)

    def draw(pen: Pen, x: float, y: float) -> None:
        page = A4[0] if setting.landscape else A4[1]
        bounds = f"[{x:.2f} {page - y - height:.2f} {x + setting.width:.2f} {page - y:.2f}]"
        figure = setting.tag(
            "Figure", setting.lead, alternative=told, placement="Block", bounds=bounds
        )
        with pen.content(figure):
            for tall, part in parts:
                part(pen, x, y, figure)
                y += tall

    before, after = setting.white(_BEFORE), setting.white(_AFTER)
    return [Flow(block.name, Whole(height, draw), before, after)]


def _told(block: blocks.Chart, setting: Setting) -> str:
    """Say a chart aloud: its caption, then each bar with its figures."""
    lead = setting.lead
    comma = "، " if lead == "ar" else ", "

    def bar(one: blocks.Bar) -> str:
        label = one.label.best(lead)
        if not block.key:
            return f"{label} {one.parts[0]}"
        named = zip(block.key, one.parts, strict=False)
        return f"{label} ({comma.join(f'{key.best(lead)} {size}' for key, size in named)})"

    return f"{block.caption.best(lead)}: {comma.join(map(bar, block.bars))}"


def _caption(block: blocks.Chart, setting: Setting) -> tuple[float, _Draw]:
    text = _Text(setting, "caption", block.caption, "start", bold=True)
    height = text.set(setting.width, setting.section).height

    def draw(pen: Pen, x: float, y: float, tag: Tag) -> None:
        text.set(setting.width, tag).draw(pen, x, y)

    return height + 3, draw


def _key(block: blocks.Chart, setting: Setting) -> tuple[float, _Draw]:
    """Set what each fill means from the reading start, in as many rows as it needs."""
    texts = [_Text(setting, "cell", words, "start") for words in block.key]
    height = texts[0].set(setting.width, setting.section).height
    places: list[tuple[float, float]] = []
    at, row = 0.0, 0
    for text in texts:
        wide = _KEY_BOX + _KEY_TEXT + text.width
        if at and at + wide > setting.width:
            at, row = 0.0, row + 1
        places.append((at, row * height))
        at += wide + _KEY_GAP

    def draw(pen: Pen, x: float, y: float, tag: Tag) -> None:
        for fill, text, (at, down) in zip(_fills(block), texts, places, strict=True):
            box = _from_start(setting, at, _KEY_BOX)
            level = y + down + (height - _KEY_BOX) / 2
            _fill(pen.pdf, fill, x + box, level, _KEY_BOX, _KEY_BOX)
            left = _from_start(setting, at + _KEY_BOX + _KEY_TEXT, text.width)
            text.set(text.width, tag, left).draw(pen, x, y + down)

    return height * (row + 1) + 4, draw


def _from_start(setting: Setting, at: float, width: float) -> float:
    """Give the left edge of a box that begins `at` from the reading start."""
    return setting.width - at - width if setting.lead == "ar" else at


def _fills(block: blocks.Chart) -> Sequence[int]:
    if not block.key:
        return (_SHADE,)
    return (_SHADE, _WHITE) if len(block.key) == 2 else (_BLACK, _SHADE, _LINES, _WHITE)


def _bars(block: blocks.Chart, setting: Setting) -> tuple[float, _Draw]:
    """Set bars under one another, growing from an axis at the reading start."""
    labels = [_Text(setting, "cell", bar.label, "start") for bar in block.bars]
    wide = min(max(label.width for label in labels), setting.width * _LABEL_SHARE)
    heights = [max(label.set(wide, setting.section).height, _EVERY) for label in labels]
    totals = [_figure(setting, sum(bar.parts), bold=len(bar.parts) > 1) for bar in block.bars]
    room = setting.width - wide - _LABEL_GAP - _VALUE_GAP - max(text.width for text in totals)
    widths = _widths(block, setting, room)
    fills = _fills(block)

    def draw(pen: Pen, x: float, y: float, tag: Tag) -> None:
        top, axis = y, wide + _LABEL_GAP
        for bar, label, tall, total, parts in zip(
            block.bars, labels, heights, totals, widths, strict=True
        ):
            told = label.set(wide, tag, _from_start(setting, 0, wide))
            told.draw(pen, x, y + (tall - told.height) / 2)
            at, level = axis, y + (tall - _BAR) / 2
            for size, width, fill in zip(bar.parts, parts, fills, strict=True):
                if size:
                    left = x + _from_start(setting, at, width)
                    _fill(pen.pdf, fill, left, level, width, _BAR)
                    if len(bar.parts) > 1:
                        _value(pen, setting, (size, fill), (left, level, width), tag)
                at += width
            end = total.set(total.width, tag, _from_start(setting, at + _VALUE_GAP, total.width))
            end.draw(pen, x, y + (tall - end.height) / 2)
            y += tall
        line = x + _from_start(setting, axis, 0)
        pen.pdf.rule(line, top, line, y, 1)

    return sum(heights) + 2, draw


def _figure(setting: Setting, number: int, *, bold: bool = False) -> _Text:
    words = Bilingual(str(number), str(number))
    return _Text(setting, "chart.value", words, "center", bold=bold)


def _widths(block: blocks.Chart, setting: Setting, room: float) -> list[list[float]]:
    """Measure the parts: to one scale from 0, none narrower than its own figure."""
    single = not block.key
    largest = max(sum(bar.parts) for bar in block.bars)
    scale = room / largest if largest else 0

    def measured() -> list[list[float]]:
        return [
            [
                size * scale
                if single or not size
                else max(size * scale, _figure(setting, size).width + 2 * _PATCH)
                for size in bar.parts
            ]
            for bar in block.bars
        ]

    widths = measured()
    while (longest := max(sum(parts) for parts in widths)) > room + _SPARE and scale > _SPARE:
        scale *= min(room / longest, 0.95)
        widths = measured()
    return widths


def _value(
    pen: Pen,
    setting: Setting,
    what: tuple[int, int],
    place: tuple[float, float, float],
    tag: Tag,
) -> None:
    """Write a part's figure on it: white on black, in a white patch on hatching."""
    (size, fill), (left, top, width) = what, place
    text = _figure(setting, size)
    if fill == _LINES:
        patch = text.width + _PATCH
        pen.pdf.fill(left + (width - patch) / 2, top + 1, patch, _BAR - 2, 1)
    if fill == _BLACK:
        pen.pdf.ink(1)
    told = text.set(width, tag)
    told.draw(pen, left, top + (_BAR - told.height) / 2)
    if fill == _BLACK:
        pen.pdf.ink(0)


def _columns(block: blocks.Chart, setting: Setting) -> tuple[float, _Draw]:
    """Set columns side by side over their labels, in reading order."""
    slot = setting.width / len(block.bars)
    labels = [_Text(setting, "chart.value", bar.label) for bar in block.bars]
    foot = max(label.set(slot, setting.section).height for label in labels)
    value = _figure(setting, 0).set(slot, setting.section).height
    largest = max((max(bar.parts) for bar in block.bars), default=0)
    scale = _UPRIGHT / largest if largest else 0
    fills = _fills(block)

    def draw(pen: Pen, x: float, y: float, tag: Tag) -> None:
        ground = y + value + _UPRIGHT
        for number, (bar, label) in enumerate(zip(block.bars, labels, strict=True)):
            count = len(bar.parts)
            thick = min(_UPRIGHT_BAR, slot * 0.8 / count)
            begin = number * slot + (slot - thick * count) / 2
            for place, (size, fill) in enumerate(zip(bar.parts, fills, strict=True)):
                left = x + _from_start(setting, begin + place * thick, thick)
                tall = size * scale
                if size:
                    _fill(pen.pdf, fill, left, ground - tall, thick, tall)
                    text = _figure(setting, size).set(slot, tag, (thick - slot) / 2)
                    text.draw(pen, left, ground - tall - value)
            told = label.set(slot, tag, _from_start(setting, number * slot, slot))
            told.draw(pen, x, ground + 2)
        pen.pdf.rule(x, ground, x + setting.width, ground, 1)

    return value + _UPRIGHT + foot + 4, draw


def _fill(pdf: PdfDocument, fill: int, x: float, y: float, width: float, height: float) -> None:
    if fill == _BLACK:
        pdf.fill(x, y, width, height, 0)
    elif fill == _SHADE:
        pdf.fill(x, y, width, height, _GREY)
    elif fill == _LINES:
        for x1, y1, x2, y2 in _hatching(x, y, width, height):
            pdf.rule(x1, y1, x2, y2, _HATCH)
    pdf.frame(x, y, width, height, _OUTLINE)


def _hatching(
    x: float, y: float, width: float, height: float
) -> Iterable[tuple[float, float, float, float]]:
    """Give lines at 45 degrees, cut where they leave the box."""
    at = _HATCH_EVERY * 2**0.5 / 2
    while at < width + height:
        left, right = max(at - height, 0), min(at, width)
        yield x + left, y + (at - left), x + right, y + (at - right)
        at += _HATCH_EVERY * 2**0.5


def figures(block: blocks.Figures, setting: Setting) -> list[Flow]:
    """Set figures in frames side by side, in reading order."""
    if not block.figures:
        return []
    count = len(block.figures)
    wide = (setting.width - _FRAME_GAP * (count - 1)) / count
    inner = wide - 2 * _FRAME_PADDING
    boxes: list[tuple[float, list[Column]]] = []
    for number, (figure, label, beside) in enumerate(block.figures):
        left = _from_start(setting, number * (wide + _FRAME_GAP), wide)
        texts = (
            _Text(setting, "figure", figure, bold=True),
            _Text(setting, "cell", label),
            _Text(setting, "cell.dense", beside),
        )
        tag = setting.tag("P", setting.lead)
        told = [one.set(inner, tag, left + _FRAME_PADDING) for one in texts if one.words]
        boxes.append((left, told))
    height = max(sum(one.height for one in told) for _, told in boxes) + 2 * _FRAME_PADDING

    def draw(pen: Pen, x: float, y: float) -> None:
        for left, told in boxes:
            pen.pdf.frame(x + left, y, wide, height, _FRAME)
            level = y + _FRAME_PADDING
            for one in told:
                one.draw(pen, x, level)
                level += one.height

    return [Flow(block.name, Whole(height, draw), setting.white(_BEFORE), setting.white(_AFTER))]
