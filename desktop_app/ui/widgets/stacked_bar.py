"""Bars made of parts, and bars that fill up; by hand, by hatching and in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import Tokens, font, scaled
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_line, fill, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEIGHT: Final = 10
_METER: Final = 50
_METER_HEIGHT: Final = 6
_SPACE: Final = 8
_RADIUS: Final = 3
_GAP: Final = 1.5
"""Between parts: they need not be told from each other by their colours."""
_STROKE: Final = 3
_STROKES: Final = 6
HATCHED: Final = "chart_late"
"""What is late is hatched, so that it is not told by its colour alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar.

    Attributes:
        count: how many.
        tone: name of its colour in `Tokens` (``chart_late``, ``chart_soon``, ``chart_progress``,
            ``chart_done``, ``chart_rest``).
        label: in the window's language, for the legend and for screen readers.
    """

    count: int
    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class StackedBar:
    """A cell of a table: parts from the start side, in the order of urgency.

    Attributes:
        parts: in that order.
        of: what the whole width stands for, the same in all bars to be compared.
    """

    parts: tuple[Part, ...]
    of: int

    @property
    def label(self) -> str:
        """Its parts in words."""
        return ", ".join(f"{part.label}: {part.count}" for part in self.parts if part.count)

    def width(self) -> float:
        """Any width does; this one reads well."""
        return 160

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Paint it across a box."""
        whole = box.width() * sum(part.count for part in self.parts) / max(self.of, 1)
        bar = _middle(start_of(box, whole, canvas.layout), _HEIGHT)
        clip = QPainterPath()
        clip.addRoundedRect(bar, _RADIUS, _RADIUS)
        canvas.painter.save()
        canvas.painter.setClipPath(clip)
        fill(canvas.painter, bar, QColor(canvas.tokens.surface))
        rest = bar
        for part in self.parts:
            width = box.width() * part.count / max(self.of, 1)
            seen = max(width - _GAP, 0)
            paint_part(canvas.painter, start_of(rest, seen, canvas.layout), part, canvas.tokens)
            rest = without_start(rest, width, canvas.layout)
        canvas.painter.restore()
        return False


@dataclass(frozen=True, slots=True)
class Meter:
    """A cell of a table: how much of something is done.

    Attributes:
        percent: 0 to 100.
        label: the same in words of the window's language (``64 %``).
    """

    percent: int
    label: str

    def width(self) -> float:
        """Room for bar and number."""
        return _METER + _SPACE + text_width(self.label, font())

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Bar from the start side, number after it."""
        painter, tokens, layout = canvas.painter, canvas.tokens, canvas.layout
        bar = _middle(start_of(box, _METER, layout), _METER_HEIGHT)
        done = _METER * self.percent / 100
        parts = [(without_start(bar, done + _GAP if done else 0, layout), tokens.chart_rest)]
        if done:
            parts.append((start_of(bar, done, layout), tokens.chart_done))
        clip = QPainterPath()
        clip.addRoundedRect(bar, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(clip)
        fill(painter, bar, QColor(tokens.surface))
        for part, colour in parts:
            fill(painter, part, QColor(colour))
        painter.restore()
        painter.setFont(font())
        painter.setPen(QColor(tokens.text1))
        return draw_line(painter, without_start(box, _METER + _SPACE, layout), self.label, layout)


class Bar(QWidget):
    """A stacked bar that stands by itself."""

    def __init__(self, desk: Desk, bar: StackedBar) -> None:
        super().__init__()
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bar(bar)

    def show_bar(self, bar: StackedBar) -> None:
        """Show other numbers."""
        self._bar = bar
        self.setAccessibleName(bar.label)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(round(self._bar.width()), _HEIGHT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk, layout = self._desk, self.layoutDirection()
        canvas = Canvas(painter, desk.tokens, desk.icons, layout, selected=False)
        self._bar.paint(canvas, QRectF(self.rect()))


class Legend(QWidget):
    """What the colours of bars stand for."""

    def __init__(self, desk: Desk, parts: Sequence[Part] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._parts: Sequence[Part] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.updateGeometry)
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Explain these."""
        self._parts = parts
        self.setAccessibleName(", ".join(part.label for part in parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        width = sum(self._width(part) for part in self._parts)
        return QSize(round(width + 0.5), scaled(20))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Colour and word, from the start side."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest = QRectF(self.rect())
        for part in self._parts:
            paint_part(painter, _middle(start_of(rest, 12, layout), 8), part, tokens)
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.text2))
            draw_line(painter, without_start(rest, 12 + _SPACE, layout), part.label, layout)
            rest = without_start(rest, self._width(part), layout)

    def _width(self, part: Part) -> float:
        return 12 + _SPACE + text_width(part.label, font(12)) + 2 * _SPACE


def paint_part(painter: QPainter, box: QRectF, part: Part, tokens: Tokens) -> None:
    """Paint a part of a bar; what is late is hatched."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface if part.tone == HATCHED else tokens.ink(part.tone)))
    painter.drawRect(box)
    if part.tone == HATCHED:
        _hatch(painter, box, tokens.ink(part.tone))


def _hatch(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Draw slanted lines; Qt's own pattern is too fine to be seen in a low bar."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, _STROKE))
    at = box.left() - box.height()
    while at < box.right() + _STROKE:
        painter.drawLine(QLineF(at, box.bottom() + 1, at + box.height() + 2, box.top() - 1))
        at += _STROKES
    painter.restore()


def _middle(box: QRectF, height: float) -> QRectF:
    return QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
