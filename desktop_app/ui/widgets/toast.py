"""A short notice that leaves by itself."""

from typing import Final

from PySide6.QtCore import QPropertyAnimation, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CHIP, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.widgets.painting import draw_key_cap, draw_line, key_cap_width, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_SHOWN_MS: Final = 6000
_FADE_MS: Final = 120
_BESIDE: Final = 24
_FOOT: Final = 76
"""What stays free under it: the strip at the foot of a page can be read."""
_CAP: Final = 18
_SPACE: Final = 8
_PADDING: Final = 6


class _Offer(QAbstractButton):
    """Underlined words and their key, on the toast's ground."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_act(self, act: Act) -> None:
        """Offer an act."""
        self.setText(act.text())
        self._key = key_cap(act.key)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for words and key."""
        key = key_cap_width(self._key) + _SPACE if self._key else 0
        width = text_width(self.text(), _face()) + key + 2 * _PADDING
        return QSize(round(width + 0.5), scaled(26))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Words, a line under them, the key."""
        layout, ink = self.layoutDirection(), QColor(self._desk.tokens.surface)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        width = text_width(self.text(), _face())
        painter.setFont(_face())
        painter.setPen(ink)
        draw_line(painter, inner, self.text(), layout)
        line = start_of(inner, width, layout)
        under = round(line.center().y() + scaled(9)) + 0.5
        painter.setPen(QPen(ink, 1))
        painter.drawLine(round(line.left()), round(under), round(line.right()), round(under))
        if self._key:
            height = scaled(_CAP)
            rest = without_start(inner, width + _SPACE, layout)
            cap = start_of(rest, key_cap_width(self._key), layout)
            cap = QRectF(cap.left(), cap.center().y() - height / 2, cap.width(), height)
            draw_key_cap(painter, cap, self._key, ink, ink)
        if self.hasFocus():
            painter.setPen(QPen(ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS_CHIP, RADIUS_CHIP)


class Toast(QWidget):
    """Stands at the bottom centre of the window, over everything; waits under the pointer."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("kind", "toast")
        self._offer = _Offer(desk)
        self._offer.clicked.connect(lambda _: self._do())
        self._act: Act | None = None
        self._words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._offer)
        self._leave = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._leave.timeout.connect(self._leave_slowly)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self.hide)
        desk.dressed.connect(self.hide)
        self.hide()

    def show_notice(self, words: str, act: Act | None = None, icon: str = "check-circle") -> None:
        """Show what was done.

        Args:
            words: in the window's language.
            act: offered beside them.
            icon: file name in ``icons/``.
        """
        colour = self._desk.tokens.surface
        self._icon.setPixmap(self._desk.icons.pixmap(icon, colour, ICON))
        self._words = words
        self.setAccessibleName(words)
        self._act = act
        self._offer.setVisible(act is not None)
        if act is not None:
            self._offer.show_act(act)
        self._fade.stop()
        self._effect.setEnabled(False)
        self.place()
        self.show()
        self.raise_()
        self._leave.start()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # when there is something to say

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self) -> None:
        """Stand in the middle of the window's foot."""
        self._text.setText(self._words)
        self.adjustSize()
        if (missing := self.width() + 2 * _BESIDE - self._window.width()) > 0:
            room = self._text.sizeHint().width() - missing
            middle = Qt.TextElideMode.ElideMiddle  # both ends of the name of a file tell something
            self._text.setText(self._text.fontMetrics().elidedText(self._words, middle, room))
            self.adjustSize()
        left = (self._window.width() - self.width()) // 2
        self.move(left, self._window.height() - self.height() - scaled(_FOOT))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait for the hand that comes to press."""
        super().enterEvent(event)
        self._leave.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint the dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.tokens.text1))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)

    def _leave_slowly(self) -> None:
        if self._offer.hasFocus():
            self._leave.start()
            return
        self._effect.setOpacity(1)
        self._effect.setEnabled(True)
        self._fade.start()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act.trigger()


def _face() -> QFont:
    return font(weight=QFont.Weight.DemiBold)
