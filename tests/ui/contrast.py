"""Which colour stands on which, as it is really painted, and how well one sees it.

Whatever the window paints by hand is painted once more with a `Witness`, a painter that remembers:
words, icons, edges and shapes, each with the ground under it. Labels are looked at in the picture
of the window, fields in the style sheet. So a pair of colours counts because it is in use.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): 1.4.3 asks 4.5 of
text, 1.4.11 asks 3 of what has meaning without being text.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.ui.icons import Icons
from desktop_app.ui.theme import Tokens
from tests.ui.walking import shown

Given = Any
"""What a call of Qt takes that has many forms."""
What = Literal["text", "meaning"]
ENOUGH: dict[What, float] = {"text": 4.5, "meaning": 3}
DECORATIVE = ("bg", "surface", "sunken", "line", "hover", "chart_rest")
"""Grounds, hairlines, and the rest of a bar, whose number stands beside it: they tell nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Something on its ground, as names of `Tokens`, or as a colour that has none."""

    what: What
    ink: str
    ground: str


def luminance(colour: str) -> float:
    """Relative luminance, by WCAG 2.2."""
    made = QColor(colour)
    linear: list[float] = [
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in (made.redF(), made.greenF(), made.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, by WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Observer:
    """Collects pairs of colours in use, in one appearance."""

    def __init__(self, tokens: Tokens) -> None:
        self._names: dict[str, str] = {}
        for name in Tokens.__slots__:
            self._names.setdefault(QColor(getattr(tokens, name)).name(), name)
        self.tokens = tokens
        self.pairs: Counter[Pair] = Counter()
        self.icons: dict[int, QColor] = {}

    def note(self, what: What, ink: QColor, ground: QColor) -> None:
        """Take a pair, unless it tells nothing."""
        if ink.alpha() < 255 or ink.name() == ground.name():
            return
        pair = Pair(what, self._name(ink), self._name(ground))
        if what == "text" or pair.ink not in DECORATIVE:
            self.pairs[pair] += 1

    def saw(self, what: What, ink: str, ground: str) -> bool:
        """Tell whether a pair of tokens was met."""
        colours = [QColor(getattr(self.tokens, name)) for name in (ink, ground)]
        return self.pairs[Pair(what, *map(self._name, colours))] > 0

    def faint(self) -> list[str]:
        """Name the pairs that are not seen well enough."""
        found = []
        for pair in self.pairs:
            seen = contrast(self._colour(pair.ink), self._colour(pair.ground))
            if seen < ENOUGH[pair.what]:
                found.append(f"{pair.what} {pair.ink} on {pair.ground}: {seen:.2f}")
        return sorted(found)

    def _name(self, colour: QColor) -> str:
        return self._names.get(colour.name(), colour.name())

    def _colour(self, name: str) -> str:
        return str(getattr(self.tokens, name, name))


class Witness(QPainter):
    """Paints, and tells an observer what stands on what."""

    observer: Observer
    seen: QImage
    top: QWidget

    def __init__(self, device: QWidget | QPixmap, at: QPoint | None = None) -> None:
        super().__init__(device)
        widget = device if isinstance(device, QWidget) else None
        self._fills: list[tuple[QRectF, QColor]] = []
        self._at = at
        if widget is not None and self.top.isAncestorOf(widget) and _is_whole(widget):
            self._at = widget.mapTo(self.top, QPoint(0, 0))
            self._size = widget.size()

    def drawText(self, *given: Given) -> None:  # type: ignore[override]  # all forms of it
        """Words in the colour of the pen."""
        box = given[0]
        if isinstance(box, QRectF | QRect):
            self._note("text", self.pen().color(), QRectF(box).center())
        super().drawText(*given)

    def drawPixmap(self, *given: Given) -> None:
        """An icon in the colour that it was asked for in."""
        pixmap = next(one for one in given if isinstance(one, QPixmap))
        if (colour := self.observer.icons.get(pixmap.cacheKey())) is not None:
            first = given[0]
            x, y = (first.x(), first.y()) if isinstance(first, QRect | QPoint) else given[:2]
            middle = pixmap.width() / pixmap.devicePixelRatio() / 2
            self._note("meaning", colour, QPointF(x + middle, y + middle))
        super().drawPixmap(*given)

    def drawRoundedRect(self, *given: Given) -> None:
        """An edge and a ground."""
        self._shape(given)
        super().drawRoundedRect(*given)

    def drawEllipse(self, *given: Given) -> None:
        """As a rectangle."""
        self._shape(given)
        super().drawEllipse(*given)

    def drawRect(self, *given: Given) -> None:
        """An edge and a ground."""
        self._shape(given)
        super().drawRect(*given)

    def fillPath(self, path: QPainterPath, brush: Given) -> None:
        """A ground."""
        self._fills.append((path.boundingRect(), QColor(brush)))
        super().fillPath(path, brush)

    def fillRect(self, *given: Given) -> None:
        """A ground."""
        self._fills.append((QRectF(given[0]), QColor(given[-1])))
        super().fillRect(*given)

    def _shape(self, given: tuple[Given, ...]) -> None:
        if not isinstance(given[0], QRectF | QRect):
            return
        box = QRectF(given[0])
        pen, brush = self.pen(), self.brush()
        filled = brush.style() is not Qt.BrushStyle.NoBrush
        if pen.style() is not Qt.PenStyle.NoPen:
            self._note_edge(pen.color(), box, brush.color() if filled else None)
        if filled:
            self._note_ground(brush.color(), box)
            self._fills.append((box, brush.color()))

    def _note_edge(self, edge: QColor, box: QRectF, inside: QColor | None) -> None:
        """An edge is seen when it stands out on one of its sides."""
        sides = [side for side in (inside, self._ground(box.center())) if side is not None]
        if sides:
            best = max(sides, key=lambda side: contrast(edge.name(), side.name()))
            self.observer.note("meaning", edge, best)

    def _note_ground(self, colour: QColor, box: QRectF) -> None:
        """A tint under words tells nothing by itself; an unmixed colour does."""
        tints = {
            QColor(getattr(self.observer.tokens, n)).name() for n in Tokens.__slots__ if "tint" in n
        }
        if colour.name() not in tints:
            self._note("meaning", colour, box.center())

    def _note(self, what: What, ink: QColor, at: QPointF) -> None:
        if (ground := self._ground(at)) is not None:
            self.observer.note(what, ink, ground)

    def _ground(self, at: QPointF) -> QColor | None:
        for box, colour in reversed(self._fills):
            if box.contains(at) and colour.alpha() == 255:
                return colour
        if self._at is None:
            return None
        return commonest(self.seen, QRect(self._at, self._size))


def commonest(picture: QImage, box: QRect) -> QColor | None:
    """Give the colour that most of a part of a picture has: its ground."""
    inside = box.intersected(picture.rect())
    colours = Counter(
        picture.pixel(x, y)
        for x in range(inside.left(), inside.right() + 1, 2)
        for y in range(inside.top(), inside.bottom() + 1, 2)
    )
    return QColor(colours.most_common(1)[0][0]) if colours else None


@contextmanager
def witnessed(window: QWidget, observer: Observer) -> Iterator[None]:
    """Let everything in a window be painted by a witness."""
    picture = window.grab().toImage()

    class Here(Witness):
        pass

    Here.observer, Here.top, Here.seen = observer, window, picture
    drawn = Icons.pixmap

    def pixmap(self: Icons, name: str, colour: str | QColor, size: int = 16) -> QPixmap:
        made = drawn(self, name, colour, size)
        observer.icons[made.cacheKey()] = QColor(colour)
        return made

    painting = [module for module in _modules() if getattr(module, "QPainter", None) is QPainter]
    with patch.object(Icons, "pixmap", pixmap):
        for module in painting:
            module.QPainter = Here  # type: ignore[attr-defined]  # each imported it by this name
        try:
            yield
        finally:
            for module in painting:
                module.QPainter = QPainter  # type: ignore[attr-defined]  # as above


def observe(window: QWidget, observer: Observer) -> None:
    """Look at all that a window shows now."""
    picture = window.grab().toImage()
    with witnessed(window, observer):
        for widget in _in_sight(window):
            if type(widget).__module__.startswith("desktop_app."):
                widget.grab()
            if isinstance(widget, QAbstractItemView):
                _observe_rows(widget, observer)
    for widget in _in_sight(window):
        if isinstance(widget, QLabel) and widget.text() and widget.isEnabled():
            box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if (ground := commonest(picture, box)) is not None:
                ink = widget.palette().color(widget.foregroundRole())
                observer.note("text", ink, ground)


def _in_sight(window: QWidget) -> Iterator[QWidget]:
    """Give what is not scrolled away, not even in part."""
    for widget in shown(window):
        if _is_whole(widget):
            yield widget


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _observe_rows(view: QAbstractItemView, observer: Observer) -> None:
    """Paint each cell of the first rows as it is, under the pointer, and chosen."""
    model, states, delegate = view.model(), QStyle.StateFlag, view.itemDelegate()
    if not type(delegate).__module__.startswith("desktop_app."):
        return
    for row in range(min(model.rowCount(), 12)):
        columns = model.columnCount() if isinstance(view, QTableView) else 1
        for column in range(columns):
            for state in (states.State_None, states.State_MouseOver, states.State_Selected):
                option = QStyleOptionViewItem()
                option.rect = QRect(0, 0, 300, 36)
                option.state = states.State_Enabled | state
                option.direction = view.layoutDirection()
                canvas = QPixmap(300, 36)
                ground = QColor(observer.tokens.surface)
                canvas.fill(ground)
                module = sys.modules["desktop_app.ui.widgets.painting"]
                painter = module.QPainter(canvas)
                painter._fills.append((QRectF(option.rect), ground))
                delegate.paint(painter, option, model.index(row, column))
                painter.end()


def in_sheet(sheet: str) -> Iterator[tuple[What, str, str]]:
    """Give the pairs that a style sheet sets by itself: words and edges on a ground it names."""
    grounds: dict[str, str] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        rules = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        for selector in selectors.split(","):
            base = re.split(r"[:\[]", selector.strip())[0]
            ground = _colour(rules.get("background", "")) or grounds.get(base, "")
            if ":" not in selector and "[" not in selector:
                grounds[base] = ground
            if not ground or "disabled" in selector:
                continue
            if ink := _colour(rules.get("color", "")):
                yield "text", ink, ground
            if edge := _colour(rules.get("border", "")):
                yield "meaning", edge, ground


def _colour(value: str) -> str:
    found = re.search("#[0-9A-Fa-f]{6}", value)
    return found[0] if found else ""


def _modules() -> list[ModuleType]:
    named = [name for name in sys.modules if name.startswith("desktop_app.ui")]
    return [sys.modules[name] for name in named]
