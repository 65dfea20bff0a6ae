"""How far something has come: six segments in little room, or all steps with their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, fill, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_SEGMENT: Final = QSize(22, 6)
_GAP: Final = 3
_SPACE: Final = 8
_PADDING: Final = 8
_LINE: Final = 28
_SHORTEST: Final = 16

State = Literal["done", "current", "ahead"]
_ICONS: Final = {"done": "check-circle-fill", "current": "radio-button", "ahead": "circle"}
_SAID: Final = {"done": N_("(done)"), "current": N_("(now)"), "ahead": N_("(to come)")}
_INKS: Final = {"done": "green", "current": "accent", "ahead": "text2"}


@dataclass(frozen=True, slots=True)
class Step:
    """A step; `label` and `day` are in the window's language, `day` empty when not known."""

    label: str
    state: State
    day: str = ""


class StepSegments(QAbstractButton):
    """Six segments, where one is, what comes next; pressed, it is to show all steps.

    Args:
        message: English catalogue message that names the way.
    """

    def __init__(self, desk: Desk, message: str) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._steps: Sequence[Step] = ()
        self._short = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show how far it has come."""
        self._steps = steps
        self.dress()

    def set_short(self, short: bool) -> None:
        """Leave out what comes next, in a narrow window, where the tabs need the room."""
        self._short = short
        self.updateGeometry()
        self.update()

    def dress(self) -> None:
        """Take the words anew."""
        here, following = self._words()
        parts = [self._desk.say(self._message), here, following]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(following if self._short else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for segments, words and caret."""
        here, following = self._words()
        words = text_width(here, _bold())
        if following and not self._short:
            words += text_width(following, font(12)) + _SPACE / 2
        width = self._bar() + 2 * _SPACE + words + ICON + 2 * _PADDING
        return QSize(round(width + 0.5), scaled(32))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Segments from the start side, words, caret."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        colours = {"done": tokens.chart_done, "current": tokens.accent, "ahead": tokens.chart_rest}
        painter.setPen(Qt.PenStyle.NoPen)
        rest = inner
        for step in self._steps:
            place = start_of(rest, self._segment(), layout)
            top = inner.center().y() - _SEGMENT.height() / 2
            segment = QRectF(place.left(), top, self._segment(), _SEGMENT.height())
            painter.setBrush(QColor(colours[step.state]))
            painter.drawRoundedRect(segment, 3, 3)
            rest = without_start(rest, self._segment() + _GAP, layout)
        rest = without_start(inner, self._bar() + _SPACE, layout)
        here, following = self._words()
        painter.setFont(_bold())
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, rest, here, layout)
        if following and not self._short:
            rest = without_start(rest, text_width(here, painter.font()) + _SPACE / 2, layout)
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.text2))
            draw_line(painter, rest, following, layout)
        end = without_start(inner, inner.width() - ICON, layout)
        self._desk.icons.paint(painter, "caret-down", tokens.text2, end)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), tokens, RADIUS_CONTROL)

    def _bar(self) -> int:
        return len(self._steps) * (self._segment() + _GAP) - _GAP

    def _segment(self) -> int:
        return _SEGMENT.width() // 2 if self._short else _SEGMENT.width()

    def _words(self) -> tuple[str, str]:
        here = next((step.label for step in self._steps if step.state == "current"), "")
        after = next((step.label for step in self._steps if step.state == "ahead"), "")
        if not here:
            done = [step.label for step in self._steps if step.state == "done"]
            here = done[-1] if done else ""
        return here, self._desk.say("next: {step}", step=after) if after else ""


class Stepper(QWidget):
    """All steps, from the start side; one under the other when `upright`.

    Args:
        message: English catalogue message that names the way.
        upright: each on its own line, its day at the end side.
    """

    def __init__(self, desk: Desk, message: str, *, upright: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._upright = upright
        self._steps: Sequence[Step] = ()
        across = QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show how far it has come."""
        self._steps = steps
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        say = self._desk.say
        steps = [
            " ".join(part for part in (step.label, step.day, say(_SAID[step.state])) if part)
            for step in self._steps
        ]
        self.setAccessibleName(", ".join([say(self._message), *steps]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        if self._upright:
            days = [text_width(step.day, font(12)) for step in self._steps]
            words = [text_width(step.label, _bold()) for step in self._steps]
            wide = max(words, default=0) + ICON + 3 * _SPACE + max(days, default=0)
            return QSize(round(wide + 0.5), scaled(_LINE) * len(self._steps))
        lines = _SHORTEST * max(len(self._steps) - 1, 0)
        width = sum(self._step_width(step) for step in self._steps) + lines
        return QSize(round(width + 0.5), scaled(24))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Circles, words and the lines between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        (self._paint_upright if self._upright else self._paint_across)(painter)

    def _step_width(self, step: Step) -> float:
        day = text_width(step.day, font(12)) + _SPACE if step.day else 0
        return ICON + _SPACE + text_width(step.label, _face(step)) + day + 2 * _SPACE

    def _paint_across(self, painter: QPainter) -> None:
        layout = self.layoutDirection()
        rest = QRectF(self.rect())
        words = sum(self._step_width(step) for step in self._steps)
        line = (rest.width() - words) / max(len(self._steps) - 1, 1)
        for at, step in enumerate(self._steps):
            if at:
                place = start_of(rest, line, layout)
                middle = QRectF(place.left(), place.center().y(), line, 1)
                fill(painter, middle, QColor(self._desk.tokens.line2))
                rest = without_start(rest, line, layout)
            width = self._step_width(step)
            inner = start_of(rest, width, layout).adjusted(_SPACE, 0, -_SPACE, 0)
            self._paint_step(painter, inner, step)
            rest = without_start(rest, width, layout)

    def _paint_upright(self, painter: QPainter) -> None:
        layout, height = self.layoutDirection(), scaled(_LINE)
        for at, step in enumerate(self._steps):
            box = QRectF(0, at * height, self.width(), height)
            if at:
                dot = start_of(box, ICON, layout).center()
                painter.setPen(QPen(QColor(self._desk.tokens.line2), 1))
                above = QPointF(dot.x(), box.top() - height / 2 + ICON / 2)
                painter.drawLine(above, QPointF(dot.x(), dot.y() - ICON / 2))
            self._paint_step(painter, box, step, day_at_end=True)

    def _paint_step(
        self, painter: QPainter, box: QRectF, step: Step, *, day_at_end: bool = False
    ) -> None:
        tokens, layout = self._desk.tokens, self.layoutDirection()
        ink = tokens.ink(_INKS[step.state])
        place = start_of(box, ICON, layout)
        self._desk.icons.paint(painter, _ICONS[step.state], ink, place)
        rest = without_start(box, ICON + _SPACE, layout)
        painter.setFont(_face(step))
        painter.setPen(ink)
        draw_line(painter, rest, step.label, layout)
        taken = text_width(step.label, painter.font()) + _SPACE
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, without_start(rest, taken, layout), step.day, layout, end=day_at_end)


def _bold() -> QFont:
    return font(weight=QFont.Weight.DemiBold)


def _face(step: Step) -> QFont:
    weights = {"done": QFont.Weight.Medium, "current": QFont.Weight.DemiBold}
    return font(12, weights.get(step.state, QFont.Weight.Normal))
