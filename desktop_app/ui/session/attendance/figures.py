"""Running figures: a chip for each state, which leaves those alone; and by body."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from db.codes import AttendanceState
from desktop_app.i18n import N_
from desktop_app.services.attendance import BodyFigures, Figures
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.attendance.states import LOOKS, MARKS
from desktop_app.ui.text import name_for
from desktop_app.ui.theme import RADIUS_CHIP, scaled
from desktop_app.ui.widgets.chips import CHIP_HEIGHT, Chip
from desktop_app.ui.widgets.choice import FilterChoice
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.painting import draw_focus_ring

SHOWN: Final = (*MARKS, AttendanceState.NOT_RECORDED)
_RING: Final = 3
_NOBODY: Final = Figures(dict.fromkeys(AttendanceState, 0), ())


class StateChip(QAbstractButton):
    """How many are in a state; pressed, only they are shown."""

    def __init__(self, desk: Desk, state: AttendanceState) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self.dress()

    def dress(self) -> None:
        """Take words and colours anew."""
        icon, tone, message = LOOKS[self._state]
        missing = self._state is AttendanceState.NOT_RECORDED
        words = f"{self._desk.say(message)} {self._count}"
        self._chip = Chip(words, icon, tone, "dashed" if missing else "tinted")
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(self._desk.say("Show these only"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the chip and the ring around it."""
        width, around = round(self._chip.width() + 0.5), 2 * _RING
        return QSize(width + around, scaled(CHIP_HEIGHT) + around)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """The chip; framed when it is pressed."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        canvas = Canvas(painter, tokens, self._desk.icons, layout, selected=False)
        self._chip.paint(canvas, box.adjusted(_RING, _RING, -_RING, -_RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.text1), 1.5))
            frame = box.adjusted(_RING, _RING, -_RING, -_RING)
            painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CHIP + _RING)


class FiguresBar(QWidget):
    """The chips and the drop-down of bodies.

    Attributes:
        narrowed: emitted when others are to be shown.
        bodies: how many of those of each body came; one of them leaves its people alone.
    """

    narrowed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._figures = _NOBODY
        self.chips = {state: StateChip(desk, state) for state in SHOWN}
        self.bodies = FilterChoice(desk, N_("Body"), self._choices)
        line = Flow()
        self.setLayout(line)
        for state, chip in self.chips.items():
            line.addWidget(chip)
            chip.clicked.connect(lambda _=False, state=state: self.show_only(state))
        line.addWidget(self.bodies)
        self.bodies.chosen.connect(lambda _: self.narrowed.emit())

    @property
    def state(self) -> AttendanceState | None:
        """The state that is shown alone."""
        return next((state for state, chip in self.chips.items() if chip.isChecked()), None)

    @property
    def body(self) -> int | None:
        """Id of the body whose people are shown alone; 0 for those who belong to none."""
        value = self.bodies.value
        return value if isinstance(value, int) else None

    @property
    def active(self) -> bool:
        """Whether some are left out."""
        return self.state is not None or self.body is not None

    def show_figures(self, figures: Figures) -> None:
        """Show other numbers."""
        for state, chip in self.chips.items():
            chip.show_count(figures.by_state[state])
        if figures.by_body != self._figures.by_body:
            self._figures = figures
            self.bodies.dress()

    def show_only(self, state: AttendanceState | None) -> None:
        """Leave those of a state alone; all again when they were."""
        for one, chip in self.chips.items():
            chip.setChecked(one is state and chip.isChecked())
        self.narrowed.emit()

    def clear(self) -> None:
        """Leave nobody out."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.bodies.choose("")
        self.narrowed.emit()

    def _choices(self) -> list[tuple[Hashable, str]]:
        bodies = [(_id(one), self._words(one)) for one in self._figures.by_body]
        return [("", self._desk.say("All bodies")), *bodies]

    def _words(self, figures: BodyFigures) -> str:
        say, body = self._desk.say, figures.body
        name = say("No body")
        if body is not None:
            name = name_for(body.short_name or body.name, self._desk.language)
        words = say(
            "{name}: {came} of {invited}", name=name, came=figures.came, invited=figures.invited
        )
        return f"{words} (+{figures.more})" if figures.more else words


def _id(figures: BodyFigures) -> int:
    return figures.body.id if figures.body else 0
