"""A school year across, September at the start side: milestones, operations, holidays, today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.calendar import MONTHS
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import short_day
from desktop_app.ui.theme import RADIUS_CHIP, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, fill, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEADS: Final = 24
_BAR: Final = 22
_BAND: Final = 8
_GAP: Final = 4
_ICON: Final = 14
_FIRST_MONTH, _MONTHS = 9, 11


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to another, both within."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Operation:
    """A bar of the ribbon.

    Attributes:
        key: what it is known by.
        span: when.
        label: in the window's language; inside the bar if it has the room, else beside it.
        tone: a name that `Tokens` has a tint for.
        icon: file name in ``icons/``, or empty.
    """

    key: int
    span: Span
    label: str
    tone: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Bars under each other, and the band of the milestone that they belong to."""

    operations: tuple[Operation, ...]
    band: Span | None = None


class YearRibbon(QWidget):
    """←→ go from bar to bar, as the eye does; Enter, Space and a click open one.

    Args:
        message: English catalogue message that names it.
        single_line: all bars of a lane on one line, as on Home.

    Attributes:
        opened: emitted with the key of the bar.
    """

    opened = Signal(int)

    def __init__(self, desk: Desk, message: str, *, single_line: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._single = single_line
        self._year = 2000
        self._lanes: Sequence[Lane] = ()
        self._holidays: Sequence[Span] = ()
        self._today: date | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)

    def show_year(
        self,
        year: int,
        lanes: Sequence[Lane],
        *,
        holidays: Sequence[Span] = (),
        today: date | None = None,
    ) -> None:
        """Show the school year that begins in September of a year."""
        self._year, self._lanes = year, lanes
        self._holidays, self._today = holidays, today
        self._at = 0
        self.dress()

    def dress(self) -> None:
        """Take the words anew; what has the focus is said to a screen reader."""
        words, language = self._desk.say(self._message), self._desk.language
        if operations := self._operations():
            here = operations[self._at]
            days = [short_day(day, language) for day in (here.span.first, here.span.last)]
            words = f"{words}: {here.label}, {'–'.join(dict.fromkeys(days))}"
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(600, round(scaled(_HEADS) + sum(map(self._lane_height, self._lanes))) + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as its lanes, at half the width."""
        return QSize(300, self.sizeHint().height())

    def hits(self) -> list[tuple[QRectF, Operation]]:
        """Where each bar stands."""
        found, top = [], float(scaled(_HEADS))
        for lane in self._lanes:
            at = top + (_BAND + _GAP if lane.band else 0) + _GAP
            for operation in lane.operations:
                box = self._across(operation.span)
                found.append((QRectF(box.left(), at, box.width(), scaled(_BAR)), operation))
                at += 0 if self._single else scaled(_BAR) + _GAP
            top += self._lane_height(lane)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, and open one."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
        }
        operations = self._operations()
        if (step := steps.get(Qt.Key(event.key()))) is not None and operations:
            self._at = min(max(self._at + step, 0), len(operations) - 1)
            self.dress()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Space} and operations:
            self.opened.emit(operations[self._at].key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the pointer."""
        for at, (box, operation) in enumerate(self.hits()):
            if box.contains(event.position()):
                self._at = at
                self.dress()
                self.opened.emit(operation.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Holidays, months, bands, bars, today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, height, heads = self._desk.tokens, self.height(), scaled(_HEADS)
        for holiday in self._holidays:
            box = self._across(holiday)
            fill(painter, QRectF(box.left(), heads, box.width(), height), QColor(tokens.hover))
        self._paint_months(painter)
        top = float(heads)
        for lane in self._lanes:
            if lane.band is not None:
                band = self._across(lane.band)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.chart_rest))
                painter.drawRoundedRect(QRectF(band.left(), top + _GAP, band.width(), _BAND), 2, 2)
            top += self._lane_height(lane)
            if not self._single:
                fill(painter, QRectF(0, top - 1, self.width(), 1), QColor(tokens.line))
        if self._today is not None:
            fill(painter, QRectF(self._x(self._today) - 1, 0, 2, height), QColor(tokens.red))
        for number, (box, operation) in enumerate(self.hits()):
            self._paint_bar(painter, box, operation)
            if self.hasFocus() and number == self._at:
                draw_focus_ring(painter, box.adjusted(-3, -3, 3, 3), tokens, RADIUS_CHIP + 3)

    def _paint_months(self, painter: QPainter) -> None:
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter.setFont(font(12))
        for n in range(_MONTHS):
            month = (_FIRST_MONTH + n - 1) % 12
            year = self._year + (_FIRST_MONTH + n > 12)
            at = self._x(date(year, month + 1, 1))
            fill(painter, QRectF(at, 0, 1, self.height()), QColor(tokens.line))
            width = self.width() / _MONTHS - 10
            rtl = layout is Qt.LayoutDirection.RightToLeft
            box = QRectF(at - width - 6 if rtl else at + 6, 0, width, scaled(_HEADS) - 4)
            painter.setPen(QColor(tokens.text2))
            name = MONTHS[self._desk.language][month]
            if text_width(name, painter.font()) > width:
                name = f"{name[:3]}."
            draw_line(painter, box, name, layout)

    def _paint_bar(self, painter: QPainter, box: QRectF, operation: Operation) -> None:
        tokens, layout = self._desk.tokens, self.layoutDirection()
        ink = tokens.ink(operation.tone)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(tokens.tint(operation.tone))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        inner = box.adjusted(6, 0, -6, 0)
        if operation.icon and inner.width() >= _ICON:
            place = start_of(inner, _ICON, layout).center().toPoint()
            pixmap = self._desk.icons.pixmap(operation.icon, ink, _ICON)
            painter.drawPixmap(place.x() - _ICON // 2, place.y() - _ICON // 2 + 1, pixmap)
            inner = without_start(inner, _ICON + 4, layout)
        painter.setFont(font(12))
        words = text_width(operation.label, painter.font())
        if self._single or words <= inner.width():
            painter.setPen(ink)
            draw_line(painter, inner, operation.label, layout)
            return
        rtl = layout is Qt.LayoutDirection.RightToLeft
        after = box.left() - 6 - words if rtl else box.right() + 6
        before = box.right() + 6 if rtl else box.left() - 6 - words
        fits = after >= 0 and after + words <= self.width()
        beside = QRectF(after if fits else before, box.top(), words + 1, box.height())
        fill(painter, beside.adjusted(-3, 0, 3, 0), QColor(tokens.surface))
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, beside, operation.label, layout)

    def _operations(self) -> list[Operation]:
        return [operation for lane in self._lanes for operation in lane.operations]

    def _lane_height(self, lane: Lane) -> float:
        band = _BAND + _GAP if lane.band else 0
        bars = min(len(lane.operations), 1) if self._single else len(lane.operations)
        return 2 * _GAP + band + bars * (scaled(_BAR) + _GAP)

    def _x(self, day: date) -> float:
        first = date(self._year, _FIRST_MONTH, 1)
        days = (date(self._year + 1, (_FIRST_MONTH + _MONTHS - 1) % 12 + 1, 1) - first).days
        part = min(max((day - first).days / days, 0), 1)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return (1 - part if rtl else part) * self.width()

    def _across(self, span: Span) -> QRectF:
        from_, to = self._x(span.first), self._x(date.fromordinal(span.last.toordinal() + 1))
        return QRectF(min(from_, to), 0, max(abs(to - from_), 6), 0)
