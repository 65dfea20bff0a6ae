"""A list of the parts of a page, at its start side."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_ROW: Final = 36
_NARROW: Final = 44
_PADDING: Final = 10
_Index = QModelIndex | QPersistentModelIndex


class Part(Protocol):
    """A part; `message` is an English catalogue message.

    Attributes:
        icon: has a filled brother, for the part in front.
    """

    @property
    def code(self) -> str:
        """By which it is known."""
        ...

    @property
    def message(self) -> str:
        """Its name."""
        ...

    @property
    def icon(self) -> str:
        """Its icon."""
        ...


class PartsList(QListWidget):
    """Icon and name of each part; icons alone in a narrow window.

    Args:
        message: what the parts are of, an English catalogue message.

    Attributes:
        chosen: emitted with the code of a part.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, message: str, parts: Sequence[Part]) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._parts = parts
        self._narrow = False
        self._delegate = _PartDelegate(desk, parts)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _ in parts:
            self.addItem(QListWidgetItem())
        self.currentRowChanged.connect(lambda row: self.chosen.emit(parts[row].code))
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take words and width anew."""
        self.setAccessibleName(self._desk.say(self._message))
        for row, part in enumerate(self._parts):
            self.item(row).setText(self._desk.say(part.message))
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words too."""
        self._narrow = narrow
        for row, part in enumerate(self._parts):
            self.item(row).setToolTip(self._desk.say(part.message) if narrow else "")
        self.setFixedWidth(_NARROW if narrow else self._width_of_words())
        self.doItemsLayout()

    def choose(self, code: str) -> None:
        """Light a part, without telling anyone."""
        row = next(row for row, part in enumerate(self._parts) if part.code == code)
        with QSignalBlocker(self):
            self.setCurrentRow(row)
        self.viewport().update()

    def _width_of_words(self) -> int:
        face = font(13, QFont.Weight.DemiBold)
        widest = max(text_width(self.item(row).text(), face) for row in range(self.count()))
        return max(scaled(194), round(widest) + ICON + 4 * _PADDING)


class _PartDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk, parts: Sequence[Part]) -> None:
        super().__init__()
        self._desk = desk
        self._parts = parts

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height, whatever they hold."""
        return QSize(_NARROW, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Tint, weight and filled icon show which page is in front."""
        tokens, layout = self._desk.tokens, option.direction
        part = self._parts[index.row()]
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint("accent") if current else QColor(tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)
        icon = f"{part.icon}-fill" if current else part.icon
        ink = tokens.accent if current else tokens.text2
        if box.width() <= _NARROW:
            self._desk.icons.paint(painter, icon, ink, box)
        else:
            inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
            self._desk.icons.paint(painter, icon, ink, start_of(inner, ICON, layout))
            painter.setPen(QColor(ink))
            painter.setFont(font(13, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
            words = without_start(inner, ICON + _PADDING, layout)
            draw_line(painter, words, self._desk.say(part.message), layout)
        painter.restore()
