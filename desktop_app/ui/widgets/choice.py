"""Drop-downs: one of many, the others out of sight."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_PADDING: Final = 11
_SPACE: Final = 8
_MANY: Final = 50
"""From so many on, rows are taken to be of one height rather than each be asked for it."""
Choices = Callable[[], Sequence[tuple[Hashable, str]]]


class Choice(QComboBox):
    """One value of several; letters find one, arrows go on, Alt+↓ opens the list.

    Args:
        choices: gives each value with its words, in the window's language of the moment.

    Attributes:
        chosen: emitted with the value that the user chose.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, choices: Choices) -> None:
        super().__init__()
        self._desk = desk
        self._choices = choices
        self._values: list[Hashable] = []
        self._widest: tuple[int, float] | None = None
        self._alarm = ""
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda at: self.chosen.emit(self._values[at]))
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def value(self) -> Hashable:
        """What is chosen; None when there is nothing to choose."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def choose(self, value: Hashable) -> None:
        """Show a value as chosen, without telling anyone."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.update()

    def dress(self) -> None:
        """Take the choices anew; what is chosen stays chosen."""
        value = self.value
        choices = self._choices()
        self.clear()
        self._values = [each for each, _ in choices]
        self.addItems([words for _, words in choices])
        self._widest = None
        view = self.view() if len(choices) > _MANY else None
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)
        if value in self._values:
            self.choose(value)
        self.updateGeometry()

    def set_alarm(self, alarm: str) -> None:
        """Take the colour of an error or a warning (``red``, ``amber``), or give it up."""
        self._alarm = alarm
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the widest of the choices."""
        face = font()
        if self._widest is None or self._widest[0] != face.pixelSize():
            words = (self.itemText(at) for at in range(self.count()))
            widest = max((text_width(each, face) for each in words), default=0)
            self._widest = (face.pixelSize(), widest)
        return QSize(round(self._widest[1] + 0.5) + self._around(), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list, wide enough for its words."""
        view = self.view()
        words = view.sizeHintForColumn(0) + 2 * 8 + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(self.width(), words))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must not change a value on its way."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Ground, words, caret."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = self._edge(), 1
        if self.hasFocus():
            edge, width = QColor(tokens.accent), 2
        elif self._alarm:
            edge, width = tokens.ink(self._alarm), 2
        elif not self.isEnabled():
            edge = QColor(tokens.line)
        self._paint_frame(painter, edge, width)
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        end = without_start(inner, inner.width() - ICON, self.layoutDirection())
        self._desk.icons.paint(painter, self._end_icon(), tokens.text2, end)
        words = start_of(inner, inner.width() - ICON - _SPACE, self.layoutDirection())
        self._paint_words(painter, words)

    def _around(self) -> int:
        return 2 * _PADDING + _SPACE + ICON + 2

    def _end_icon(self) -> str:
        return "caret-down"

    def _edge(self) -> QColor:
        return QColor(self._desk.tokens.line2)

    def _ground(self) -> QColor:
        return QColor(self._desk.tokens.surface)

    def _paint_frame(self, painter: QPainter, edge: QColor, width: int) -> None:
        painter.setPen(QPen(edge, width))
        painter.setBrush(self._ground())
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._desk.tokens
        painter.setFont(font())
        painter.setPen(QColor(tokens.text1 if self.isEnabled() else tokens.text3))
        draw_line(painter, box, self.currentText(), self.layoutDirection())


class FilterChoice(Choice):
    """A filter: label and value, tinted with ✕ while it leaves something out.

    Args:
        message: English catalogue message that names what is filtered by.
        choices: as for `Choice`; the first leaves nothing out.
    """

    def __init__(self, desk: Desk, message: str, choices: Choices) -> None:
        self._message = message
        super().__init__(desk, choices)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(lambda _: self.updateGeometry())

    @property
    def active(self) -> bool:
        """Whether it leaves something out."""
        return self.currentIndex() > 0

    def clear_filter(self) -> None:
        """Leave nothing out."""
        if self.active:
            self.setCurrentIndex(0)
            self.chosen.emit(self.value)

    def dress(self) -> None:
        """Take the words anew."""
        super().dress()
        words = self._desk.say(self._message)
        self.setAccessibleName(words)
        self.setAccessibleDescription(words)  # where the value is taken for its name

    def sizeHint(self) -> QSize:
        """Room for label and value."""
        words = text_width(self._label(), font()) + text_width(self.currentText(), _bold())
        return QSize(round(words + 0.5) + _SPACE + self._around(), scaled(CONTROL_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """✕ clears; all the rest opens the list."""
        at_end = event.position().x() > self.width() - ICON - 2 * _PADDING
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            at_end = event.position().x() < ICON + 2 * _PADDING
        if self.active and at_end:
            self.clear_filter()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace clear."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_filter()
        else:
            super().keyPressEvent(event)

    def _label(self) -> str:
        return self._desk.say("{label}:", label=self._desk.say(self._message))

    def _end_icon(self) -> str:
        return "x" if self.active else "caret-down"

    def _edge(self) -> QColor:
        return self._desk.tokens.ink("accent") if self.active else super()._edge()

    def _ground(self) -> QColor:
        return self._desk.tokens.tint("accent") if self.active else super()._ground()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        tokens, layout = self._desk.tokens, self.layoutDirection()
        label = self._label()
        painter.setFont(font())
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, box, label, layout)
        rest = without_start(box, text_width(label, font()) + _SPACE, layout)
        painter.setFont(_bold())
        painter.setPen(QColor(tokens.accent if self.active else tokens.text1))
        draw_line(painter, rest, self.currentText(), layout)


def _bold() -> QFont:
    return font(weight=QFont.Weight.Medium)
