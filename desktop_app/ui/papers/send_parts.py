"""What the dialog that sends a paper is made of: rows with a tick, cards to choose from."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_SPACE: Final = 10
_EDGE: Final = 4
_CARD_EDGE: Final = 12


class CheckRow(QAbstractButton):
    """A line that can be ticked, with a number at its end.

    Args:
        message: English catalogue message.
        count: how many it stands for.
    """

    def __init__(self, desk: Desk, message: str, count: int) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._count = count
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def count(self) -> int:
        """How many it stands for."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._message))
        self.setAccessibleName(f"{self.text()}: {self._count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for box, words and number."""
        words = text_width(self.text(), font()) + text_width(str(self._count), font())
        return QSize(round(ICON + words + 3 * _SPACE + 2 * _EDGE + 0.5), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint box, words and number from the start side."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.hasFocus():
            draw_focus_ring(painter, whole, tokens, RADIUS_CONTROL)
        inner = whole.adjusted(_EDGE, 0, -_EDGE, 0)
        place = start_of(inner, ICON, layout)
        box = QRectF(place.left(), place.center().y() - ICON / 2, ICON, ICON)
        on = self.isChecked()
        ink = tokens.accent if self.isEnabled() else tokens.line2
        painter.setPen(QPen(QColor(ink if on else tokens.line2), 1))
        painter.setBrush(QColor(ink) if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            mark = self._desk.icons.pixmap("check", tokens.on_accent, 12)
            painter.drawPixmap(round(box.left()) + 2, round(box.top()) + 2, mark)
        painter.setFont(font())
        painter.setPen(QColor(tokens.text1 if self.isEnabled() else tokens.text3))
        words = without_start(inner, ICON + _SPACE, layout)
        draw_line(painter, words, self.text(), layout)
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, words, str(self._count), layout, end=True)


class ChoiceCard(QAbstractButton):
    """A card that can be chosen among others: a title, and what it means.

    Args:
        title: English catalogue message.
        hint: likewise.
    """

    def __init__(self, desk: Desk, title: str, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._hint = hint
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._title))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._desk.say(self._hint))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the title and a line of what it means."""
        return QSize(scaled(260), self.heightForWidth(scaled(260)))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Its words may take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that its words need."""
        title, hint = self._boxes(width)
        return title.height() + hint.height() + 2 * _CARD_EDGE + 2

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint frame, dot and words."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, on = QRectF(self.rect()), self.isChecked()
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line2), 1))
        painter.setBrush(QColor(tokens.accent_tint if on else tokens.surface))
        painter.drawRoundedRect(
            whole.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_CONTROL, RADIUS_CONTROL
        )
        if self.hasFocus():
            draw_focus_ring(painter, whole, tokens, RADIUS_CONTROL)
        self._paint_dot(painter, tokens.accent if on else tokens.line2)
        title, hint = self._boxes(self.width())
        rtl = layout is Qt.LayoutDirection.RightToLeft
        left = _CARD_EDGE if rtl else _CARD_EDGE + ICON + _SPACE
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute) | Qt.TextFlag.TextWordWrap
        painter.setLayoutDirection(layout)
        painter.setFont(_title_face())
        painter.setPen(QColor(tokens.text1))
        painter.drawText(title.translated(left, _CARD_EDGE), flags, self.text())
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        below = hint.translated(left, _CARD_EDGE + title.height() + 2)
        painter.drawText(below, flags, self._desk.say(self._hint))

    def _paint_dot(self, painter: QPainter, ink: str) -> None:
        inner = QRectF(self.rect()).adjusted(_CARD_EDGE, _CARD_EDGE, -_CARD_EDGE, 0)
        place = start_of(inner, ICON, self.layoutDirection())
        dot = QRectF(place.left(), place.top() + 2, ICON, ICON).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(dot.adjusted(3.5, 3.5, -3.5, -3.5))

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Measure title and hint, each as high as its lines need at a width of the card."""
        room = QRect(0, 0, width - 2 * _CARD_EDGE - ICON - _SPACE, 10_000)
        faces = ((_title_face(), self.text()), (font(12), self._desk.say(self._hint)))
        wrap = Qt.TextFlag.TextWordWrap
        heights = [
            QFontMetrics(face).boundingRect(room, wrap, words).height() for face, words in faces
        ]
        title, hint = (QRect(0, 0, room.width(), height) for height in heights)
        return title, hint


def _title_face() -> QFont:
    return font(13, QFont.Weight.DemiBold)
