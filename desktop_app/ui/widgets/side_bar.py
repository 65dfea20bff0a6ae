"""The side bar: where one is, where one can go, and the way to find anything."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop_app.direction import ltr
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import (
    CONTROL_HEIGHT,
    ICON,
    RADIUS_CONTROL,
    SIDE_BAR_NARROW,
    SIDE_BAR_WIDTH,
    font,
    scaled,
)
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.widgets.painting import (
    draw_focus_ring,
    draw_key_cap,
    draw_line,
    fill,
    key_cap_width,
)
from desktop_app.ui.widgets.rows import start_of, without_start

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROW: Final = 36
_MANY: Final = 100
"""From so many on, a narrow bar says that there are more."""
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class PlaceInWindow:
    """A place of the side bar; `message` is an English catalogue message."""

    code: str
    message: str
    icon: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What waits in a place: a number, and the same in words of the window's language."""

    count: int
    words: str


class _Places(QAbstractListModel):
    def __init__(self, desk: Desk, places: tuple[PlaceInWindow, ...]) -> None:
        super().__init__()
        self._desk = desk
        self.places = places
        self.notices: Mapping[str, Notice] = {}

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row for each place."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a place, for the eye, the tool tip and screen readers."""
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in roles:
            return None
        place = self.places[index.row()]
        notice = self.notices.get(place.code)
        words = self._desk.say(place.message)
        return f"{words} · {notice.words}" if notice else words

    def refresh(self) -> None:
        """Tell the view that words and colours changed."""
        self.dataChanged.emit(self.index(0), self.index(len(self.places) - 1))


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place.

    It asks the list which one is lit: `option.state` would load all the names of `QStyle`.
    """

    def __init__(self, desk: Desk, shown_by: "_PlaceList") -> None:
        super().__init__()
        self._desk = desk
        self._list = shown_by

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height, whatever they hold (hence no argument is looked at)."""
        return QSize(SIDE_BAR_NARROW, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Surface, bar and filled icon show where one is."""
        tokens = self._desk.tokens
        place = self._list.places[index.row()]
        current = self._list.selectionModel().isSelected(index)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or index.row() == self._list.hovered:
            painter.setPen(QPen(QColor(tokens.line), 1) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface if current else tokens.hover))
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
            )
        if current:
            at = box.right() - 3 if rtl else box.left()
            bar = QRectF(at, box.top() + 8, 3, box.height() - 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if self._list.hasFocus() and index == self._list.currentIndex():
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)
        icon = f"{place.icon}-fill" if current else place.icon
        ink = tokens.accent if current else tokens.text2
        narrow = box.width() < 2 * SIDE_BAR_NARROW
        at = box.center().x() - ICON / 2 if narrow else _icon_left(box, rtl=rtl)
        self._desk.icons.paint(painter, icon, ink, QRectF(at, box.top(), ICON, box.height()))
        notice = self._list.shown.notices.get(place.code)
        if not narrow:
            painter.setPen(QColor(tokens.text1 if current else tokens.text2))
            painter.setFont(font(13, QFont.Weight.DemiBold if current else QFont.Weight.Medium))
            words = box.adjusted(10, 0, -36, 0) if rtl else box.adjusted(36, 0, -10, 0)
            draw_line(painter, words, self._desk.say(place.message), option.direction)
        if notice is not None:
            painter.setPen(tokens.ink("red"))
            painter.setFont(font(11 if narrow else 12, QFont.Weight.Medium))
            if narrow:
                corner = QRectF(box.left(), box.top() + 1, box.width() - 4, scaled(15))
                told = str(notice.count) if notice.count < _MANY else f"{_MANY - 1}+"
                draw_line(painter, corner, told, Qt.LayoutDirection.LeftToRight, end=True)
            else:
                draw_line(painter, words, notice.words, option.direction, end=True)
        painter.restore()


def _icon_left(box: QRectF, *, rtl: bool) -> float:
    return box.right() - 10 - ICON if rtl else box.left() + 10


class _PlaceList(QListView):
    """Some of the places, as high as they are."""

    def __init__(self, desk: Desk, places: tuple[PlaceInWindow, ...]) -> None:
        super().__init__()
        self.places = places
        self.shown = _Places(desk, places)
        self.hovered = -1
        self._drawn = _PlaceDelegate(desk, self)
        self.setModel(self.shown)
        self.setItemDelegate(self._drawn)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a place, even where none is lit."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            stay = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.shown.index(0, 0), stay)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the place under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No place is under the pointer now."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, at: int) -> None:
        if at != self.hovered:
            self.hovered = at
            self.setDirtyRegion(QRegion(self.rect()))

    def height_of_all(self) -> int:
        """Height of all its rows."""
        return scaled(_ROW) * len(self.places) + 2

    def choose(self, code: str) -> None:
        """Light a place, or none when it is not here."""
        row = next((n for n, place in enumerate(self.places) if place.code == code), None)
        self.setCurrentIndex(QModelIndex() if row is None else self.shown.index(row, 0))


class SideBar(QFrame):
    """The name of the program, the centre, the search, the places and at the foot the settings.

    Args:
        places: under the search.
        foot: at the foot.
        find: the act that finds anything.

    Attributes:
        went: emitted with the code of the place the user chose.
    """

    went = Signal(str)

    def __init__(
        self,
        desk: Desk,
        places: tuple[PlaceInWindow, ...],
        foot: tuple[PlaceInWindow, ...],
        find: Act | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "side-bar")
        self._name = LineLabel("card-title")
        self._centre = label("context", wrap=True)
        self._centre.setObjectName("recorded")
        self.centre_name = ""
        self.search = SearchButton(desk, find) if find is not None else None
        self._list = _PlaceList(desk, places)
        self._foot = _PlaceList(desk, foot)
        for part in (self._list, self._foot):
            part.clicked.connect(lambda index, part=part: self._go(part, index))
            part.activated.connect(lambda index, part=part: self._go(part, index))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 10)
        column.setSpacing(2)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(8, 0, 8, 10)
        self._head.setSpacing(0)
        self._head.addWidget(self._name)
        self._head.addWidget(self._centre)
        column.addLayout(self._head)
        if self.search is not None:
            column.addWidget(self.search)
            column.addSpacing(6)
        column.addWidget(self._list, 1)
        column.addWidget(self._foot)
        self._foot.setVisible(bool(foot))
        self._narrow = False
        desk.dressed.connect(self.dress)
        self.dress()

    def show_place(self, code: str) -> None:
        """Show where the window is."""
        for part in (self._list, self._foot):
            part.choose(code)

    def set_centre(self, name: str) -> None:
        """Show whose record is open."""
        self.centre_name = name
        self._centre.setText(name)

    def set_notice(self, code: str, notice: Notice | None) -> None:
        """Say what waits in a place, in red at its end; None when nothing does."""
        others = {one: told for one, told in self._list.shown.notices.items() if one != code}
        self._list.shown.notices = others if notice is None else {**others, code: notice}
        self._list.shown.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words too."""
        self._narrow = narrow
        self.setFixedWidth(SIDE_BAR_NARROW if narrow else scaled(SIDE_BAR_WIDTH))
        for part in (self._name, self._centre):
            part.setVisible(not narrow)

    def dress(self) -> None:
        """Take the words anew."""
        self._name.setText(self._desk.say("Mahdar"))
        self._list.setAccessibleName(self._desk.say("Places"))
        self._foot.setAccessibleName(self._desk.say("Settings"))
        for part in (self._list, self._foot):
            part.shown.refresh()
        self._foot.setFixedHeight(self._foot.height_of_all())
        self.set_narrow(self._narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add a hairline at the inner edge."""
        super().paintEvent(event)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = QRectF(0 if rtl else self.width() - 1, 0, 1, self.height())
        fill(QPainter(self), edge, QColor(self._desk.tokens.line))

    def _go(self, part: _PlaceList, index: QModelIndex) -> None:
        self.went.emit(part.places[index.row()].code)


class SearchButton(QAbstractButton):
    """Looks like a field, and opens what finds anything."""

    def __init__(self, desk: Desk, act: Act) -> None:
        super().__init__()
        self._desk = desk
        self._act = act
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(act.trigger)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._act.message))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()}\n{ltr(key_cap(self._act.key))}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field; as wide as the bar."""
        return QSize(SIDE_BAR_NARROW - 16, scaled(CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Frame, magnifier, words and key."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(QColor(tokens.line2), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)
        if box.width() < 2 * SIDE_BAR_NARROW:
            self._desk.icons.paint(painter, self._act.icon_name, tokens.text2, box)
            return
        direction = self.layoutDirection()
        inner = box.adjusted(10, 0, -8, 0)
        self._desk.icons.paint(
            painter, self._act.icon_name, tokens.text2, start_of(inner, ICON, direction)
        )
        key = key_cap(self._act.key)
        width, height = key_cap_width(key), scaled(18)
        rtl = direction is Qt.LayoutDirection.RightToLeft
        at = inner.left() if rtl else inner.right() - width
        cap = QRectF(at, (box.height() - height) / 2, width, height)
        draw_key_cap(painter, cap, key, QColor(tokens.text2), QColor(tokens.line))
        words = without_start(inner, ICON + 8, direction)
        words = words.adjusted(width + 6, 0, 0, 0) if rtl else words.adjusted(0, 0, -width - 6, 0)
        painter.setFont(font())
        painter.setPen(QColor(tokens.text3))
        draw_line(painter, words, self.text(), direction)
