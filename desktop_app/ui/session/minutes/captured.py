"""The pane of what came of the session up to now."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.codes import OutcomeKind
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS
from desktop_app.ui.session.minutes.agenda import HEAD
from desktop_app.ui.session.minutes.lines import Line
from desktop_app.ui.session.outcome_rows import NO_DUE
from desktop_app.ui.text import name_for, short_day
from desktop_app.ui.theme import CARD_PADDING, ICON, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import (
    draw_focus_ring,
    draw_line,
    draw_two_lines,
    text_width,
)
from desktop_app.ui.widgets.rows import paint_row_ground, start_of, without_start
from desktop_app.wording.vocabulary import label as label_of

WIDTH: Final = 262
NARROW: Final = 232
_LINE: Final = 21
_HEAD_LINE: Final = 26
_SPACE: Final = 6
_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


def due_chip(desk: Desk, line: Line) -> Chip | None:
    """Say until when; amber where nobody said, nothing for a proposal."""
    if line.due is not None:
        return Chip(short_day(line.due, desk.language), "calendar-blank", "neutral")
    if line.ongoing:
        return Chip(desk.say("Ongoing"), "arrow-clockwise", "neutral")
    if line.kind is OutcomeKind.PROPOSAL:
        return None
    return Chip(desk.say(NO_DUE), "warning", "amber")


class CapturedPane(QFrame):
    """What was decided, recommended and promised, in the order in which it was written.

    Args:
        close: ends the session.
        followed: shows the outcomes of earlier sessions that are followed up.

    Attributes:
        chosen: emitted with the line of one.
        list: the outcomes.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, close: Act, followed: Act) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._lines: tuple[Line, ...] = ()
        self._title = label("card-title")
        self._count = label("context")
        self._nothing = label("context", wrap=True)
        self.list = _List(desk)
        self._button = Button(desk, close, kind="filled")
        self._followed = Button(desk, followed, show_key=False, small=True)
        self._followed.hide()
        self._lay_out()
        self.list.taken.connect(self.chosen)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the outcomes."""
        self._lines = tuple(lines)
        self.list.show_lines(self._lines)
        self._count.setText(str(len(lines)))
        self._nothing.setHidden(bool(lines))

    def show_followed(self, count: int) -> None:
        """Lead to what is followed up, where there is any."""
        self._followed.set_count(count)
        self._followed.setVisible(bool(count))

    def dress(self) -> None:
        """Take words and sizes anew."""
        self._head.setFixedHeight(scaled(HEAD))
        self._title.setText(self._desk.say("Outcomes"))
        self._nothing.setText(
            self._desk.say(
                "F2 to F5 make the line in hand a decision, recommendation, commitment or action."
            )
        )
        self.list.show_lines(self._lines)

    def _lay_out(self) -> None:
        self._head = QFrame()
        self._head.setProperty("kind", "card-header")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot = QFrame()
        foot.setProperty("kind", "pane-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        row.addWidget(self._button)
        row.addStretch(1)
        self._nothing.setContentsMargins(CARD_PADDING, 12, CARD_PADDING, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        above = QHBoxLayout()
        above.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 0)
        above.addWidget(self._followed)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(foot)


class _List(QListWidget):
    """The rows.

    Attributes:
        taken: emitted with a line.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setItemDelegate(_Rows(desk, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda item: self.taken.emit(item.data(_ROW)))

    def show_lines(self, lines: Sequence[Line]) -> None:
        more = len(lines) > self.count()
        self.setAccessibleName(self._desk.say("Outcomes"))
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for at, line in enumerate(lines):
            item = self.item(at)
            item.setData(_ROW, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _told(self._desk, line))
        takes = Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(takes)
        if more:
            self.scrollToBottom()
        if self.currentRow() < 0 and lines:
            self.setCurrentRow(0)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.taken.emit(self.currentItem().data(_ROW))
            return
        super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    """Kind and date, words on one or two lines, who is in charge."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words."""
        line, view = index.data(_ROW), self.parent()
        room = view.viewport().width() if isinstance(view, QListWidget) else WIDTH
        words = room - 2 * CARD_PADDING
        lines = 2 if text_width(line.text, font(13, QFont.Weight.Medium)) > words else 1
        height = scaled(_LINE) * lines + scaled(_HEAD_LINE) + self._foot(line, words)
        return QSize(60, height + 20)

    def _has_room(self, line: Line, width: float) -> bool:
        """Tell whether the date stands beside the kind; else it stands beside who is in charge."""
        chip = due_chip(self._desk, line)
        if chip is None or line.kind is None:
            return True
        kind = text_width(label_of(line.kind, self._desk.language), _kind_font())
        return ICON + kind + 2 * _SPACE + chip.width() <= width

    def _foot(self, line: Line, width: float) -> int:
        if not self._has_room(line, width):
            return scaled(_HEAD_LINE)
        return scaled(_LINE) if line.owner else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        desk, layout, line = self._desk, option.direction, index.data(_ROW)
        tokens, rect = desk.tokens, QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, rect, tokens, layout, selected=False, hovered=hovered)
        inner = rect.adjusted(CARD_PADDING, 10, -CARD_PADDING, -10)
        top = QRectF(inner.left(), inner.top(), inner.width(), scaled(_HEAD_LINE))
        below = self._foot(line, inner.width())
        foot = QRectF(inner.left(), inner.bottom() - below, inner.width(), below)
        if (chip := due_chip(desk, line)) is not None:
            beside = self._has_room(line, inner.width())
            row, wide = top if beside else foot, chip.width()
            at_end = without_start(row, row.width() - wide, layout)
            chip.paint(Canvas(painter, tokens, desk.icons, layout, selected=False), at_end)
            if not beside:
                foot = start_of(foot, foot.width() - wide - _SPACE, layout)
        accent = QColor(tokens.accent)
        desk.icons.paint(painter, KIND_ICONS[line.kind], accent, start_of(top, ICON, layout))
        painter.setFont(_kind_font())
        painter.setPen(accent)
        kind = label_of(line.kind, desk.language)
        draw_line(painter, without_start(top, ICON + _SPACE, layout), kind, layout)
        painter.setFont(font(13, QFont.Weight.Medium))
        painter.setPen(QColor(tokens.text1))
        draw_two_lines(painter, inner.adjusted(0, scaled(_HEAD_LINE), 0, -below), line.text, layout)
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        if line.owner:
            draw_line(painter, foot, name_for(line.owner, desk.language), layout)
        if focused:
            draw_focus_ring(painter, rect.adjusted(0, 0, 0, -1), tokens, 0)
        painter.restore()


def _kind_font() -> QFont:
    return font(13, QFont.Weight.DemiBold)


def _told(desk: Desk, line: Line) -> str:
    chip = due_chip(desk, line)
    kind = label_of(line.kind, desk.language) if line.kind else ""
    owner = name_for(line.owner, desk.language) if line.owner else ""
    return ", ".join(filter(None, (kind, line.text, owner, chip.label if chip else "")))
