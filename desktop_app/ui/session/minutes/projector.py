"""The point in hand in large type: for those who look at the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.outcomes import KIND_ICONS
from desktop_app.ui.session.minutes.lines import Line
from desktop_app.ui.text import short_day
from desktop_app.ui.theme import FAMILY
from desktop_app.ui.widgets.overlay import Overlay
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_lines, fill
from desktop_app.ui.widgets.rows import without_start
from desktop_app.wording.vocabulary import label as label_of

_TITLE, _OUTCOME, _LINE = 40, 30, 28
_EDGE: Final = 48
_ICON: Final = 28
_GAP: Final = 14
_MOST: Final = 20
"""Lines looked at, from the last one back."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen.

    Attributes:
        title: of the point, with its number.
        outcomes: of the point.
        lines: of the point, plain ones, in their order.
    """

    title: str = ""
    outcomes: Sequence[Line] = ()
    lines: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    face: QFont
    ink: str
    icon: str = ""


class ProjectorView(QWidget):
    """Title, outcomes, and as many of the last lines as there is room for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = Shown()
        desk.dressed.connect(self.update)

    @property
    def words(self) -> tuple[str, ...]:
        """What there is to be seen, from the top."""
        return tuple(block.text for block in self._fitting(self.height()))

    def show_words(self, shown: Shown) -> None:
        """Show what is written now."""
        self._shown = shown
        self.setObjectName("recorded")  # whatever it says
        self.setAccessibleName(shown.title)
        self.setAccessibleDescription(", ".join(block.text for block in self._blocks()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # all of it is one picture
        """Paint from the top."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(self.rect()), QColor(tokens.surface))
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        top = box.top()
        for block in self._fitting(self.height()):
            height = self._height(block)
            line = QRectF(box.left(), top, box.width(), height)
            painter.setFont(block.face)
            painter.setPen(QColor(getattr(tokens, block.ink)))
            if block.icon:
                icon = self._desk.icons.pixmap(block.icon, QColor(tokens.accent), _ICON)
                rtl = layout is Qt.LayoutDirection.RightToLeft
                at = line.right() - _ICON if rtl else line.left()
                first = QFontMetricsF(block.face).height()
                painter.drawPixmap(round(at), round(top + (first - _ICON) / 2), icon)
            draw_lines(painter, without_start(line, self._inset(block), layout), block.text, layout)
            top += height + _GAP
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), tokens, 0)

    def _blocks(self) -> list[_Block]:
        return [*self._head(), *self._last_lines()]

    def _head(self) -> list[_Block]:
        shown, language = self._shown, self._desk.language
        blocks = [_Block(shown.title, _face(_TITLE, QFont.Weight.DemiBold), "text1")]
        for one in shown.outcomes:
            if one.kind is not None:
                due = short_day(one.due, language) if one.due else ""
                words = self._desk.say(
                    "{kind}: {text}", kind=label_of(one.kind, language), text=one.text
                )
                told = " · ".join(filter(None, (words, due)))
                face = _face(_OUTCOME, QFont.Weight.Medium)
                blocks.append(_Block(told, face, "text1", KIND_ICONS[one.kind]))
        return blocks

    def _last_lines(self) -> list[_Block]:
        lines = [one.text for one in self._shown.lines if one.kind is None and one.text]
        return [_Block(text, _face(_LINE), "text2") for text in lines[-_MOST:]]

    def _fitting(self, height: int) -> list[_Block]:
        """Keep the title, then the last of the lines and outcomes that there is room for."""
        title, *rest = self._blocks()
        left = height - 2 * _EDGE - self._height(title)
        kept: list[_Block] = []
        for block in reversed(rest):
            left -= self._height(block) + _GAP
            if left < 0:
                break
            kept.insert(0, block)
        return [title, *kept]

    def _height(self, block: _Block) -> float:
        width = max(self.width() - 2 * _EDGE - self._inset(block), 1)
        room = QRectF(0, 0, width, 100_000)
        found = QFontMetricsF(block.face).boundingRect(room, Qt.TextFlag.TextWordWrap, block.text)
        return found.height()

    def _inset(self, block: _Block) -> int:
        return _ICON + _GAP if block.icon else 0


class Projector(QObject):
    """Shows the view on the other screen, or over the window where there is only one.

    Attributes:
        view: while it is shown.
        closed: emitted when it is not shown any more.
    """

    closed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._shown = Shown()
        self._window: QWidget | None = None
        self.view: ProjectorView | None = None

    def show_words(self, shown: Shown) -> None:
        """Show what is written now, here or later."""
        self._shown = shown
        if self.view is not None:
            self.view.show_words(shown)

    def turn(self) -> None:
        """Show it, or no more."""
        if self._window is not None:
            self._window.close()
        elif self.view is None:
            self.view = ProjectorView(self._desk)
            self.view.show_words(self._shown)
            other = self._other_screen()
            if other is None:
                self._show_over(self.view)
            else:
                self._show_on(other, self.view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On its own screen, Esc closes it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._window is not None:
                self._window.close()
                return True
        elif event.type() is QEvent.Type.Close and watched is self._window:
            self._forget()
        return False

    def _other_screen(self) -> QScreen | None:
        own = self._page.window().screen()
        return next((one for one in QGuiApplication.screens() if one is not own), None)

    def _show_over(self, view: ProjectorView) -> None:
        overlay = _Whole(self._desk, view)
        overlay.closed.connect(self._forget)
        self._desk.ask(overlay)

    def _show_on(self, screen: QScreen, view: ProjectorView) -> None:
        window = self._window = view
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        window.setWindowTitle(self._desk.say("Large type"))
        window.installEventFilter(self)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def _forget(self) -> None:
        self._window, self.view = None, None
        self.closed.emit()


class _Whole(Overlay):
    """Covers the window."""

    def __init__(self, desk: Desk, view: ProjectorView) -> None:
        super().__init__(desk, N_("Close"))
        self.card.setProperty("kind", "")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def place(self) -> None:
        """Leave nothing free."""
        self.card.setGeometry(self.rect())


def _face(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
