"""The tabs of a page: icon and words, ✓ when nothing is left to do there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEIGHT: Final = 40
_PADDING: Final = 14
_SPACE: Final = 8
_LINE: Final = 3


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab; `message` is an English catalogue message."""

    code: str
    message: str
    icon: str


class Tabs(QTabBar):
    """Tabs under a page's head.

    Attributes:
        went: emitted with the code of the tab that the user chose.
    """

    went = Signal(str)

    def __init__(self, desk: Desk, message: str, tabs: Sequence[Tab]) -> None:
        """Make the tabs.

        Args:
            desk: gives words and colours.
            message: English catalogue message that names what they are parts of.
            tabs: in the order of the work.
        """
        super().__init__()
        self._desk = desk
        self._message = message
        self._tabs = tuple(tabs)
        self._finished: set[str] = set()
        self._counts: Mapping[str, int] = {}
        self._showing = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        for _ in self._tabs:
            self.addTab("")
        self.currentChanged.connect(self._tell)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def code(self) -> str:
        """The tab that is open."""
        return self._tabs[self.currentIndex()].code

    def show_tab(self, code: str) -> None:
        """Show a tab as open, without telling anyone."""
        self._showing = True
        self.setCurrentIndex([tab.code for tab in self._tabs].index(code))
        self._showing = False

    def step(self, by: int) -> None:
        """Go to the next tab, or the one before, as Ctrl+PgDn and Ctrl+PgUp do."""
        self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def set_finished(self, codes: set[str]) -> None:
        """Say on which tabs nothing is left to do."""
        self._finished = codes
        self.dress()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many there are on some tabs."""
        self._counts = counts
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self._desk.say(self._message))
        for at, tab in enumerate(self._tabs):
            words = self._desk.say(tab.message)
            if tab.code in self._counts:
                words = f"{words} ({self._counts[tab.code]})"
            self.setTabText(at, words)
            done = tab.code in self._finished
            name = self._desk.say("{what}: finished", what=words) if done else words
            self.setAccessibleTabName(at, name)
        self.updateGeometry()

    def tabSizeHint(self, at: int) -> QSize:
        """Room for icon and words at their heaviest."""
        words = text_width(self.tabText(at), _face(current=True))
        return QSize(round(words + 0.5) + ICON + _SPACE + 2 * _PADDING, scaled(_HEIGHT))

    def minimumTabSizeHint(self, at: int) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.tabSizeHint(at)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Icon, words, a line under the tab that is open."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, tab in enumerate(self._tabs):
            box = QRectF(self.tabRect(at))
            current = at == self.currentIndex()
            finished = tab.code in self._finished
            inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
            icon = "check-circle-fill" if finished else tab.icon
            ink = tokens.text1 if current else tokens.text2
            place = start_of(inner, ICON, layout)
            self._desk.icons.paint(painter, icon, tokens.green if finished else ink, place)
            painter.setFont(_face(current=current))
            painter.setPen(QColor(ink))
            words = without_start(inner, ICON + _SPACE, layout)
            draw_line(painter, words, self.tabText(at), layout)
            if current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent))
                foot = QRectF(box.left() + 4, box.bottom() - _LINE, box.width() - 8, 2 * _LINE)
                painter.drawRoundedRect(foot, 1.5, 1.5)  # its lower half lies below the tab
                if self.hasFocus():
                    ring = box.adjusted(2, 4, -2, -_LINE - 2)
                    draw_focus_ring(painter, ring, tokens, RADIUS_CONTROL)

    def _tell(self, at: int) -> None:
        if not self._showing and at >= 0:
            self.went.emit(self._tabs[at].code)


def _face(*, current: bool) -> QFont:
    return font(weight=QFont.Weight.DemiBold if current else QFont.Weight.Medium)
