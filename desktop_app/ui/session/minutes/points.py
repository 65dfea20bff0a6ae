"""The points of the agenda, one under the other, or as a strip of numbers in a small window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING, ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import (
    draw_focus_ring,
    draw_line,
    draw_two_lines,
    text_width,
)
from desktop_app.ui.widgets.rows import paint_row_ground, start_of, without_start

State = Literal["done", "current", "open"]
_ICONS: Final = {
    "done": ("check-circle-fill", "green"),
    "current": ("play-circle", "accent"),
    "open": ("circle", "text2"),
}
_SPACE: Final = 10
_LINE: Final = 20
_CHIP: Final = 28
_BETWEEN: Final = 6
_POINT = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Point:
    """A point as it is shown.

    Attributes:
        item_id: None for what belongs to no point.
        number: empty for that.
        title: in the window's language, with its number.
        time: used and planned minutes, or empty.
        over: whether more was used than planned.
    """

    item_id: int | None
    number: str
    title: str
    time: str
    state: State
    over: bool = False

    @property
    def told(self) -> str:
        """In words, for a screen reader."""
        return ", ".join(filter(None, (self.title, self.time)))


class PointList(QListWidget):
    """One point is in hand; arrows go from one to the next, Enter takes one in hand.

    Attributes:
        chosen: emitted with the id of a point, or None for what belongs to none.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._points: tuple[Point, ...] = ()
        self._strip = False
        self._rows = _Rows(desk, self)
        self._chips = _Chips(desk, self)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        desk.dressed.connect(self.dress)
        self.set_strip(strip=False)
        self.dress()

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def show_points(self, points: Sequence[Point]) -> None:
        """Show the points; the one in hand comes into view when it is another."""
        before = [point.item_id for point in self._points if point.state == "current"]
        self._points = tuple(points)
        while self.count() > len(points):
            self.takeItem(self.count() - 1)
        while self.count() < len(points):
            self.addItem(QListWidgetItem())
        for at, point in enumerate(points):
            item = self.item(at)
            item.setData(_POINT, point)
            item.setToolTip(point.told if self._strip else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, point.told)
        now = next((at for at, one in enumerate(points) if one.state == "current"), -1)
        if now >= 0 and before != [points[now].item_id]:
            self.setCurrentRow(now)
        self._bring_into_view()
        self.updateGeometry()
        self.viewport().update()

    def set_strip(self, *, strip: bool) -> None:
        """Show numbers side by side, or titles one under the other."""
        self._strip = strip
        self.setItemDelegate(self._chips if strip else self._rows)
        flow = QListView.Flow
        self.setFlow(flow.LeftToRight if strip else flow.TopToBottom)
        self.setWrapping(False)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if strip else policy.ScrollBarAsNeeded
        )
        vertical = QSizePolicy.Policy.Fixed if strip else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.show_points(self._points)

    def dress(self) -> None:
        """Take words and sizes anew."""
        self.setAccessibleName(self._desk.say("Agenda"))
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """A strip is as high as a number."""
        return QSize(120, scaled(_CHIP) + 4) if self._strip else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Any height will do; it scrolls."""
        return QSize(60, scaled(_CHIP) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the one in hand in view."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._bring_into_view()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a point in hand; in a strip the arrows that lie along it go on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentItem() is not None:
                self._take(self.currentItem())
            return
        super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_POINT).item_id)

    def _bring_into_view(self) -> None:
        current = next((at for at, one in enumerate(self._points) if one.state == "current"), -1)
        if current >= 0:
            self.scrollToItem(self.item(current))


class _Rows(QStyledItemDelegate):
    """Icon, title on one or two lines, and time."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words."""
        point = index.data(_POINT)
        view = self.parent()
        room = view.viewport().width() if isinstance(view, PointList) else 200
        words = room - 2 * CARD_PADDING - ICON - _SPACE
        lines = 2 if text_width(point.title, _face(point)) > words else 1
        height = scaled(_LINE) * lines + (scaled(_LINE) if point.time else 0) + 10
        return QSize(60, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The one in hand is tinted."""
        tokens, layout, point = self._desk.tokens, option.direction, index.data(_POINT)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = point.state == "current"
        paint_row_ground(
            painter, rect, tokens, layout, selected=current, hovered=hovered, line=False
        )
        inner = rect.adjusted(CARD_PADDING, 5, -CARD_PADDING, -5)
        name, tone = _ICONS[point.state]
        top = QRectF(inner.left(), inner.top(), inner.width(), scaled(_LINE))
        self._desk.icons.paint(painter, name, getattr(tokens, tone), start_of(top, ICON, layout))
        words = without_start(inner, ICON + _SPACE, layout)
        below = scaled(_LINE) if point.time else 0
        painter.setFont(_face(point))
        painter.setPen(QColor(tokens.text1))
        draw_two_lines(painter, words.adjusted(0, 0, 0, -below), point.title, layout)
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.amber if point.over else tokens.text2))
        line = QRectF(words.left(), words.bottom() - below, words.width(), below)
        draw_line(painter, line, point.time, layout)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, rect, tokens, 0)
        painter.restore()


class _Chips(QStyledItemDelegate):
    """A number; the one in hand has its title and time beside it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as its words, and never wider than the strip."""
        point, view = index.data(_POINT), self.parent()
        room = view.viewport().width() if isinstance(view, PointList) else 400
        width = text_width(_words(point), _face(point)) + 2 * 9 + 2
        if point.state != "open":
            width += ICON + 6
        return QSize(min(round(width + 1), max(room - 160, 160)) + _BETWEEN, scaled(_CHIP) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Tinted when done or in hand, framed while it is to come."""
        tokens, layout, point = self._desk.tokens, option.direction, index.data(_POINT)
        whole = QRectF(option.rect).adjusted(0, 2, 0, -2)
        rect = start_of(whole, whole.width() - _BETWEEN, layout)
        name, tone = _ICONS[point.state]
        tone = "amber" if point.over and point.state == "current" else tone
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = point.state == "open"
        painter.setPen(QPen(QColor(tokens.line2), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface) if framed else tokens.tint(tone))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        inner = rect.adjusted(9, 0, -9, 0)
        ink = QColor(tokens.text1) if framed else tokens.ink(tone)
        if not framed:
            self._desk.icons.paint(painter, name, ink, start_of(inner, ICON, layout))
            inner = without_start(inner, ICON + 6, layout)
        painter.setFont(_face(point))
        painter.setPen(ink)
        draw_line(painter, inner, _words(point), layout)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, rect, tokens, RADIUS_CONTROL)
        painter.restore()


def _face(point: Point) -> QFont:
    current = point.state == "current"
    return font(13, QFont.Weight.DemiBold if current else QFont.Weight.Normal)


def _words(point: Point) -> str:
    """What a strip says of a point."""
    if point.state == "current":
        return " · ".join(filter(None, (point.title, point.time)))
    return point.number or point.title
