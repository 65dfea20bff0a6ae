"""The side of the first start: what is done, where one is, what is to come."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, scaled
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import fill
from desktop_app.ui.widgets.restyle import restyle

_WIDE: Final = 264
_NARROW: Final = 224
_SENTENCE: Final = N_("Five steps, two minutes. Everything can be changed later.")
_PROMISE: Final = N_("What you record stays on this computer. No network is needed.")
_DONE: Final = N_("{step}, done")
_HERE: Final = N_("{step}, current step")


class Steps(QWidget):
    """Numbers the steps; nothing on it can be pressed.

    Args:
        messages: English catalogue messages of the steps.
    """

    def __init__(self, desk: Desk, messages: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._messages = messages
        self._at = 0
        self._narrow = False
        self._name = label("start-name")
        self._sentence = label("quiet", wrap=True)
        self._promise = label("hint", wrap=True)
        self._lock = QLabel()
        self._marks = [QLabel() for _ in messages]
        self._words = [label() for _ in messages]
        self._column = QVBoxLayout(self)
        self._lay_out()
        desk.dressed.connect(self.dress)
        self.dress()

    def show_step(self, at: int) -> None:
        """Mark a step as the current one."""
        self._at = at
        self.dress()

    def set_narrow(self, narrow: bool) -> None:
        """Leave more room to what is asked."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.dress()

    def dress(self) -> None:
        """Take words, colours and widths anew."""
        say, tokens = self._desk.say, self._desk.tokens
        side = 16 if self._narrow else 24
        self._column.setContentsMargins(side, side if self._narrow else 32, side, side)
        self.setFixedWidth(scaled(_NARROW if self._narrow else _WIDE))
        self._name.setText(say("Mahdar"))
        self._sentence.setText(say(_SENTENCE))
        self._promise.setText(say(_PROMISE))
        self._lock.setPixmap(self._desk.icons.pixmap("lock-simple", tokens.text3))
        for at, message in enumerate(self._messages):
            done, here = at < self._at, at == self._at
            icon = "check-circle-fill" if done else "radio-button" if here else "circle"
            colour = tokens.green if done else tokens.accent if here else tokens.text3
            self._marks[at].setPixmap(self._desk.icons.pixmap(icon, colour, ICON + 2))
            words = f"{at + 1}. {say(message)}"
            self._words[at].setText(words)
            restyle(self._words[at], "strong" if here else "quiet")
            state = say(_DONE, step=words) if done else say(_HERE, step=words) if here else words
            self._words[at].setAccessibleName(state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a hairline at the inner edge."""
        painter, tokens = QPainter(self), self._desk.tokens
        fill(painter, QRectF(self.rect()), QColor(tokens.sunken))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = 0 if rtl else self.width() - 1
        fill(painter, QRectF(edge, 0, 1, self.height()), QColor(tokens.line))

    def _lay_out(self) -> None:
        steps = QGridLayout()
        steps.setHorizontalSpacing(12)
        steps.setVerticalSpacing(22)
        steps.setColumnStretch(1, 1)
        for at, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            steps.addWidget(mark, at, 0)
            steps.addWidget(words, at, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._promise, 1)
        self._column.setSpacing(4)
        self._column.addWidget(self._name)
        self._column.addWidget(self._sentence)
        self._column.addSpacing(28)
        self._column.addLayout(steps)
        self._column.addStretch(1)
        self._column.addLayout(foot)
