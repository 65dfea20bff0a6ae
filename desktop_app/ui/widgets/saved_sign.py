"""The sign that says that nothing is lost."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, font, scaled
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_FRESH_MS: Final = 10_000
_SPACE: Final = 6
_SIGNS: Final = {
    "all": (N_("All saved"), "check-circle"),
    "fresh": (N_("Saved"), "check-circle"),
    "saving": (N_("Saving…"), "circle-dashed"),
    "failed": (N_("Not saved"), "warning-circle"),
}
_INKS: Final = {"saving": "text2", "failed": "red"}


class SavedSign(QWidget):
    """Follows what is written: *saved* after each write, *all saved* when it has been quiet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state = "all"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._quiet = QTimer(self, singleShot=True, interval=_FRESH_MS)
        self._quiet.timeout.connect(lambda: self._show("all"))
        desk.notifier.written.connect(self._say_saved)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_saving(self) -> None:
        """Say that something is being kept; the write itself says when it is."""
        self._quiet.stop()
        self._show("saving")

    def show_saved(self) -> None:
        """Say that all is kept, also where nothing was to be changed."""
        self._say_saved()

    def show_rest(self) -> None:
        """Say that nothing waits to be kept, of what is shown from now on."""
        self._quiet.stop()
        self._show("all")

    def show_failed(self) -> None:
        """Say that what was typed is not kept; the message bar says why."""
        self._quiet.stop()
        self._show("failed")

    def dress(self) -> None:
        """Take words anew."""
        self.setAccessibleName(self._words(self._state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest of its words, so that nothing beside it moves."""
        widest = max(text_width(self._words(state), font(12)) for state in _SIGNS)
        return QSize(round(widest + 0.5) + _SPACE + ICON, scaled(22))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Icon and words at the end side, beside the buttons."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        words, box = self._words(self._state), QRectF(self.rect())
        taken = text_width(words, font(12)) + _SPACE + ICON
        box = without_start(box, box.width() - taken, layout)
        icon = _SIGNS[self._state][1]
        ink = getattr(tokens, _INKS.get(self._state, "green"))
        self._desk.icons.paint(painter, icon, ink, start_of(box, ICON, layout))
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, without_start(box, ICON + _SPACE, layout), words, layout)

    def _words(self, state: str) -> str:
        return self._desk.say(_SIGNS[state][0])

    def _say_saved(self) -> None:
        self._show("fresh")
        self._quiet.start()

    def _show(self, state: str) -> None:
        self._state = state
        self.dress()
