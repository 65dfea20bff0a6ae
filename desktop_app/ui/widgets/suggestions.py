"""Suggestions for what is being typed: a list in the window that never takes the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QCursor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.popup import Popup
from desktop_app.ui.widgets.rows import start_of, without_start

_LINE: Final = 34
_TWO_LINES: Final = 48
_PADDING: Final = 10
_AROUND: Final = 4
_SPACE: Final = 8
_NARROWEST: Final = 280
_WIDEST: Final = 460
_MOST: Final = 6
"""Lines seen at once."""
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_RTL: Final = Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the list.

    Attributes:
        title, about: in the window's language, or as recorded.
        value: what it stands for.
        act: whether choosing it does something, as adding what was typed does.
    """

    title: str
    about: str = ""
    icon: str = ""
    value: Any = None
    act: bool = False


class Suggestions(Popup):
    """The list; it opens under its place, or over it where there is no room.

    Attributes:
        chosen: emitted with the suggestion that was taken, by Enter or the mouse.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, message: str, owner: QWidget) -> None:
        super().__init__(desk, owner)
        self._message = message
        self._pointer = QCursor.pos()
        self._model = _Lines(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._delegate = _LineDelegate(desk, self)
        self._view.setItemDelegate(self._delegate)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._view.viewport().installEventFilter(self)
        self._view.clicked.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.addWidget(self._view)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def lines(self) -> Sequence[Suggestion]:
        """What is offered, while the list is open."""
        return self._model.lines if self.isVisible() else ()

    @property
    def current(self) -> Suggestion | None:
        """What Enter would take; None while the list is closed."""
        at = self._view.currentIndex()
        return self._model.lines[at.row()] if self.isVisible() and at.isValid() else None

    def offer(self, host: QWidget, lines: Sequence[Suggestion], place: QRect | None = None) -> None:
        """Open with these lines, the first one current; close when there are none.

        Args:
            host: has the focus, and keeps it; the list closes when it loses it.
            lines: what is offered.
            place: what the list opens at, in the host's coordinates, as a caret's rectangle; the
                host itself when None.
        """
        if not lines or not host.isVisible():
            self.close_list()
            return
        self._model.set_lines(lines)
        heights = [self._delegate.height(line) for line in lines]
        around = 2 * (_AROUND + self.frameWidth()) + 2
        widest = max(self._delegate.width(line) for line in lines) + around
        width = min(max(widest, scaled(_NARROWEST)), scaled(_WIDEST))
        width = max((host.rect() if place is None else place).width(), width)
        wanted = QSize(width, sum(heights[:_MOST]) + around)
        self._pointer = QCursor.pos()
        self._open_at(host, place, wanted, max(heights) + around)
        self._go_to(0)

    def close_list(self) -> None:
        """Close; nothing was chosen."""
        self.close_popup()

    def press(self, event: QKeyEvent) -> bool:
        """Obey a key that whoever has the focus was sent; tell whether it meant anything here."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        at, count = self._view.currentIndex().row(), len(self._model.lines)
        match event.key():
            case Qt.Key.Key_Down:
                self._go_to((at + 1) % count)
            case Qt.Key.Key_Up:
                self._go_to((at - 1) % count)
            case Qt.Key.Key_PageDown:
                self._go_to(min(at + _MOST, count - 1))
            case Qt.Key.Key_PageUp:
                self._go_to(max(at - _MOST, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self.close_list()
            case _:
                return False
        return True

    def dress(self) -> None:
        """Take the words anew; sizes changed, so the list closes."""
        self._view.setAccessibleName(self._desk.say(self._message))
        self.setAccessibleName(self._desk.say(self._message))
        self.close_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer when it moves, not when lines pass under it."""
        if watched is not self._view.viewport():
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            place = event.globalPosition().toPoint()
            under = self._view.indexAt(event.position().toPoint())
            if place != self._pointer and under.isValid():
                self._view.setCurrentIndex(under)
            self._pointer = place
        return False

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        said = QAccessibleAnnouncementEvent(self._view, self._model.words(row))
        QAccessible.updateAccessibility(said)

    def _take(self) -> None:
        taken = self.current
        self.close_list()
        if taken is not None:
            self.chosen.emit(taken)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Suggestion] = ()

    def set_lines(self, lines: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def words(self, row: int) -> str:
        line = self.lines[row]
        return ", ".join(filter(None, (line.title, line.about)))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(index.row())
        return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def height(self, line: Suggestion) -> int:
        return scaled(_TWO_LINES if line.about else _LINE)

    def width(self, line: Suggestion) -> int:
        words = max(text_width(line.title, _face(line)), text_width(line.about, font(12)))
        return round(words + 0.5) + 2 * _PADDING + (ICON + _SPACE if line.icon else 0) + _SPACE

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.height(index.data(Qt.ItemDataRole.UserRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        tokens, layout = self._desk.tokens, option.direction
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint("accent"))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.icon:
            ink = tokens.ink("accent") if line.act else QColor(tokens.text2)
            self._desk.icons.paint(painter, line.icon, ink, start_of(inner, ICON, layout))
            inner = without_start(inner, ICON + _SPACE, layout)
        painter.setFont(_face(line))
        painter.setPen(tokens.ink("accent") if line.act else QColor(tokens.text1))
        if line.about:
            half = scaled(20)
            top = box.center().y() - half
            draw_line(painter, QRectF(inner.left(), top, inner.width(), half), line.title, layout)
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.text2))
            below = QRectF(inner.left(), top + half, inner.width(), half)
            draw_line(painter, below, line.about, layout)
        else:
            draw_line(painter, inner, line.title, layout)
        painter.restore()


def _face(line: Suggestion) -> QFont:
    return font(13, QFont.Weight.DemiBold if line.act else QFont.Weight.Medium)
