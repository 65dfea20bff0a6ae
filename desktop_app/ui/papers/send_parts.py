"""What the dialog that sends a paper is made of: rows with a tick, cards to choose, files."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.chips import CHIP_HEIGHT, Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start
from desktop_app.ui.widgets.toggle import paint_box

_SPACE: Final = 10
_EDGE: Final = 4
_CARD_EDGE: Final = 12
_CARD_WIDTH: Final = 260
_PICTURES: Final = (".png", ".jpeg")


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
        self._reason = ""
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

    def set_offered(self, offered: bool, reason: str) -> None:
        """Let it be ticked, or not and say why (an English catalogue message)."""
        self._reason = "" if offered else reason
        self.setEnabled(offered)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._message))
        self.setAccessibleName(f"{self.text()}: {self._count}")
        self.setToolTip(self._desk.say(self._reason) if self._reason else "")
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
        paint_box(painter, place, self._desk, ticked=self.isChecked(), enabled=self.isEnabled())
        painter.setFont(font())
        painter.setPen(QColor(tokens.text1 if self.isEnabled() else tokens.text3))
        words = without_start(inner, ICON + _SPACE, layout)
        draw_line(painter, words, self.text(), layout)
        painter.setPen(QColor(tokens.text2 if self.isEnabled() else tokens.text3))
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
        """As high as the words need at the width it has."""
        least = scaled(_CARD_WIDTH)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Its words may take several lines."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        self.updateGeometry()

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
            whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
        )
        if self.hasFocus():
            draw_focus_ring(painter, whole, tokens, RADIUS_CONTROL)
        mark, ink = ("radio-button-fill", tokens.accent) if on else ("circle", tokens.text3)
        line = whole.adjusted(_CARD_EDGE, _CARD_EDGE, -_CARD_EDGE, 0)
        line.setHeight(QFontMetrics(_title_face()).height())
        self._desk.icons.paint(painter, mark, ink, start_of(line, ICON, layout))
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


class FileChip(QWidget):
    """A file that goes with a mail: its name, cut in the middle where it is too long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self.setObjectName("recorded")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.updateGeometry)

    def show_file(self, name: str) -> None:
        """Show another file."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The whole of the name."""
        return QSize(round(self._chip(self._name).width() + 0.5), scaled(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint icon and name."""
        desk, room = self._desk, self.width() - self._chip("").width() - _SPACE
        metrics = QFontMetricsF(font(12, QFont.Weight.Medium))
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layoutDirection()
        canvas = Canvas(painter, desk.tokens, desk.icons, layout, selected=False)
        self._chip(shown).paint(canvas, QRectF(self.rect()))

    def _chip(self, words: str) -> Chip:
        return Chip(words, "image" if self._name.endswith(_PICTURES) else "file-pdf", "neutral")


def _title_face() -> QFont:
    return font(13, QFont.Weight.DemiBold)
