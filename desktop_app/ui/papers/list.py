"""The list of a session's papers, at the start side: what each is and how far."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.kinds import FIRST_SHOWN, OFFERS, Offer
from desktop_app.ui.papers.states import chip_of, count_of, state_of
from desktop_app.ui.theme import CARD_PADDING, ICON, font, scaled
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import paint_row_ground, start_of, without_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.codes import DocumentKind
    from desktop_app.services.paper_data import IssuedPaper
    from desktop_app.services.session_data import Session

_ROW: Final = 44
_WIDTH: Final = 260
_SPACE: Final = 10
_CHIP = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class _OfferDelegate(QStyledItemDelegate):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as icon, words, count and chip (Qt passes an option that plays no part)."""
        width = text_width(str(index.data()), font(13, QFont.Weight.DemiBold))
        if count := index.data(_COUNT):
            width += text_width(f" {count}", font())
        chip = index.data(_CHIP)
        width += _SPACE + chip.width() if chip else 0
        return QSize(round(width) + ICON + _SPACE + 2 * CARD_PADDING + 2, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Icon, words and count at the start, the state at the end."""
        tokens, layout = self._desk.tokens, option.direction
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, rect, tokens, layout, selected=selected, hovered=hovered)
        inner = rect.adjusted(CARD_PADDING, 0, -CARD_PADDING, 0)
        place = start_of(inner, ICON, layout)
        self._desk.icons.paint(
            painter, "file-text", tokens.text1 if selected else tokens.text2, place
        )
        rest = without_start(inner, ICON + _SPACE, layout)
        chip = index.data(_CHIP)
        if isinstance(chip, Chip):
            wide = chip.width()
            box = without_start(rest, rest.width() - wide, layout)
            chip.paint(Canvas(painter, tokens, self._desk.icons, layout, selected), box)
            rest = start_of(rest, rest.width() - wide - _SPACE, layout)
        painter.setFont(font(13, QFont.Weight.DemiBold if selected else QFont.Weight.Medium))
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, rest, str(index.data()), layout)
        if count := index.data(_COUNT):
            width = text_width(f"{index.data()} ", painter.font())
            painter.setFont(font())
            painter.setPen(QColor(tokens.text2))
            draw_line(painter, without_start(rest, width, layout), str(count), layout)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, rect.adjusted(0, 0, 0, -1), tokens, 0)
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
        self._session: Session | None = None
        self._issued: Sequence[IssuedPaper] = ()
        self.setItemDelegate(_OfferDelegate(desk))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.addItems([offer.message for offer in OFFERS])
        self.setCurrentRow(FIRST_SHOWN)
        self.currentRowChanged.connect(lambda _: self.chosen.emit())
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def offer(self) -> Offer:
        """The paper that is chosen."""
        return OFFERS[self.currentRow()]

    def choose(self, kind: "DocumentKind") -> None:
        """Choose the paper of a kind."""
        self.setCurrentRow(next(at for at, one in enumerate(OFFERS) if one.kind is kind))

    def show_states(self, session: "Session", issued: "Sequence[IssuedPaper]") -> None:
        """Show how far each paper of a session is."""
        self._session, self._issued = session, issued
        self.dress()

    def chip(self, row: int) -> Chip | None:
        """The state that a row shows."""
        chip = self.item(row).data(_CHIP)
        return chip if isinstance(chip, Chip) else None

    def dress(self) -> None:
        """Take the words anew."""
        say, language = self._desk.say, self._desk.language
        self.setAccessibleName(say("Papers of the session"))
        for row, offer in enumerate(OFFERS):
            item, session = self.item(row), self._session
            name = say(offer.message)
            item.setText(name)
            if session is None:
                continue
            chip = chip_of(state_of(offer.kind, session, self._issued), offer.kind, language)
            count = count_of(offer.kind, session)
            item.setData(_CHIP, chip)
            item.setData(_COUNT, f"({count})" if count else "")
            told = f"{name}, {count}" if count else name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{told}, {chip.label}")
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as all its rows."""
        return QSize(max(self.minimumWidth(), scaled(_WIDTH)), len(OFFERS) * scaled(_ROW) + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as one row: in a low window it scrolls."""
        return QSize(self.minimumWidth(), scaled(_ROW) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is chosen in sight."""
        super().resizeEvent(event)
        self._fit()
        self.scrollToItem(self.currentItem())

    def _fit(self) -> None:
        low = self.height() < self.sizeHint().height()
        bar = self.verticalScrollBar().sizeHint().width() if low else 0
        self.setMinimumWidth(min(self.sizeHintForColumn(0) + 2, scaled(320)) + bar)
