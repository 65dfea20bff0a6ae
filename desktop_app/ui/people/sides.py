"""A value that can be chosen of two that stand side by side."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import draw_focus_ring
from desktop_app.ui.widgets.rows import start_of

_PADDING: Final = 10
_SPACE: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Side(QAbstractButton):
    """One of the two; words go on to further lines, and none is cut.

    Args:
        name: of the field, in the window's language.
        words: the value.

    Attributes:
        wanted: emitted with a step of an arrow key, as the eye goes: across, down.
    """

    wanted = Signal(int, int)

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__()
        self._desk = desk
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        one_line = words.replace("\n", " · ")
        self.setAccessibleName(desk.say("{field}: {value}", field=name, value=one_line))
        self.setObjectName("recorded")
        self._words = label(wrap=True)
        self._words.setObjectName("recorded")
        self._words.setText(words)
        self._words.setMinimumWidth(1)  # it goes on to as many lines as it needs
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, 6, _PADDING, 6)
        row.setSpacing(0)
        row.addSpacing(ICON + _SPACE)
        row.addWidget(self._words, 1)
        self.toggled.connect(lambda _: self.update())

    def sizeHint(self) -> QSize:
        """As high as the lines of its words; its column gives the width."""
        return QSize(1, self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the other side, and to the field above or below."""
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.wanted.emit(*step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Frame, tint and mark of what is chosen."""
        tokens, on = self._desk.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line), 1))
        painter.setBrush(tokens.tint("accent") if on else QColor(tokens.surface))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = box.adjusted(_PADDING - 1, 0, -_PADDING + 1, 0)
        mark, ink = ("radio-button-fill", tokens.accent) if on else ("circle", tokens.text3)
        self._desk.icons.paint(painter, mark, ink, start_of(inner, ICON, self.layoutDirection()))
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), tokens, RADIUS_CONTROL)
