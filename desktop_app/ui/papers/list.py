"""The list of a session's papers, at the start side."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import FIRST_SHOWN, OFFERS, Offer
from desktop_app.ui.theme import CARD_PADDING, ICON, font
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import paint_row_ground, start_of, without_start

_ROW: Final = 40
_SPACE: Final = 10
_Index = QModelIndex | QPersistentModelIndex


class _OfferDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as icon and words (Qt passes an option that plays no part)."""
        words = text_width(str(index.data()), font(13, QFont.Weight.DemiBold))
        return QSize(round(words) + ICON + _SPACE + 2 * CARD_PADDING + 2, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Icon and words on the shared ground."""
        tokens = self._desk.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect)
        painter.save()
        paint_row_ground(
            painter, rect, tokens, option.direction, selected=selected, hovered=hovered
        )
        inner = rect.adjusted(CARD_PADDING, 0, -CARD_PADDING, 0)
        place = start_of(inner, ICON, option.direction)
        self._desk.icons.paint(painter, "file-text", tokens.text2, place)
        painter.setFont(font(13, QFont.Weight.DemiBold if selected else QFont.Weight.Medium))
        painter.setPen(QColor(tokens.text1))
        words = without_start(inner, ICON + _SPACE, option.direction)
        draw_line(painter, words, str(index.data()), option.direction)
        painter.restore()


class PaperList(QListWidget):
    """One paper is always chosen.

    Attributes:
        chosen: emitted when another paper is.
    """

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setItemDelegate(_OfferDelegate(desk))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.addItems([offer.message for offer in OFFERS])
        self.setCurrentRow(FIRST_SHOWN)
        self.currentRowChanged.connect(lambda _: self.chosen.emit())
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def offer(self) -> Offer:
        """The paper that is chosen."""
        return OFFERS[self.currentRow()]

    def dress(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self._desk.say("Papers of the session"))
        for row, offer in enumerate(OFFERS):
            self.item(row).setText(self._desk.say(offer.message))
        self.setMinimumWidth(min(self.sizeHintForColumn(0) + 2, 280))
