"""The first start: five steps from nothing to a centre whose papers bear the right head."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.academy import AcademyStep
from desktop_app.ui.start.centre import CentreStep
from desktop_app.ui.start.language import LanguageStep
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.start.printing import PrintingStep
from desktop_app.ui.start.steps import Steps
from desktop_app.ui.start.summary import SummaryStep
from desktop_app.ui.theme import LOW_HEIGHT, NARROW_WIDTH, font, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.painting import fill, text_width

_NAMES: Final = (
    N_("Language"),
    N_("Region and academy"),
    N_("Centre and signatories"),
    N_("Mail and printing"),
    N_("Begin"),
)
_NEXT: Final = (
    N_("Next: region and academy"),
    N_("Next: centre and signatories"),
    N_("Next: mail and printing"),
    N_("Next: begin"),
    N_("Begin with this centre"),
)
_SHORT: Final = (N_("Next"),) * 4 + (N_("Begin"),)
_WIDEST: Final = 820
_FOOT: Final = 60
_AROUND: Final = 24
"""Room around what has the focus: its label and its note."""


class Wizard(QWidget):
    """Asks, and writes nothing itself.

    Attributes:
        begun: emitted with the `SetUp` at the end.
        plan: what was said so far; it stays while the window is open.
        acts: what can be done now.
    """

    begun = Signal(object)

    def __init__(self, desk: Desk, sample: Act, other: Act) -> None:
        super().__init__()
        self._desk = desk
        self._at = 0
        self.plan = Plan()
        self.next = Act(desk, _NEXT[0], self._go_on, key="Enter")
        self.back = Act(desk, N_("Previous"), self._go_back, key="Esc")
        self._others = (sample, other)
        self.language = LanguageStep(desk)
        self.academy = AcademyStep(desk, self.plan)
        self.centre = CentreStep(desk, self.plan)
        self.printing = PrintingStep(desk, self.plan)
        self.summary = SummaryStep(desk, self.plan)
        self._pages = (self.language, self.academy, self.centre, self.printing, self.summary)
        self.steps = Steps(desk, _NAMES)
        self._title = label("start-title", wrap=True)
        self._sentence = label("quiet", wrap=True)
        self._inside = QWidget()
        self._scroll = QScrollArea()
        self._foot = QFrame()
        self._next_button = Button(desk, self.next, kind="filled")
        self._aside = tuple(Button(desk, act, kind="bare", show_key=False) for act in self._others)
        self._lay_out()
        desk.dressed.connect(self._dress)
        self.academy.table.moved.connect(self._follow_row)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def acts(self) -> tuple[Act, ...]:
        """What keys do at this step."""
        own = self.academy.acts if self._at == 1 and not self.plan.is_provincial else ()
        return (self.next, self.back, *own, *self._others)

    def show_step(self, at: int) -> None:
        """Go to a step."""
        self._at = at
        self.steps.show_step(at)
        self.back.set_offered(at > 0, N_("This is the first step."))
        for number, page in enumerate(self._pages):
            page.setVisible(number == at)
        self._dress()
        self._scroll.verticalScrollBar().setValue(0)
        self._next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pages[at].begin()

    def resume(self) -> None:
        """Go on where it was left."""
        self.show_step(self._at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what is asked."""
        fill(QPainter(self), QRectF(self.rect()), QColor(self._desk.tokens.surface))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out at the foot, and room at the side, in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, however it came there."""
        if now is self.academy.table:
            self._follow_row()
        elif now is not None and self._inside.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, scaled(_AROUND))

    def _follow_row(self) -> None:
        """Scroll to the directorate that the arrow keys came to."""
        table = self.academy.table
        if table.hasFocus():
            row = table.visualRect(table.currentIndex()).center()
            at = table.viewport().mapTo(self._inside, row)
            self._scroll.ensureVisible(at.x(), at.y(), 0, scaled(_FOOT))

    def _go_on(self) -> None:
        if not self._pages[self._at].may_go_on():
            return
        if self._at + 1 < len(self._pages):
            self.show_step(self._at + 1)
        else:
            self.begun.emit(self.plan.set_up())

    def _go_back(self) -> None:
        self.show_step(self._at - 1)

    def _dress(self) -> None:
        page, say = self._pages[self._at], self._desk.say
        self._title.setText(say(page.title))
        self._sentence.setText(say(page.sentence))
        self._fit()

    def _fit(self) -> None:
        small = self.width() < scaled(NARROW_WIDTH)
        low = self.height() < scaled(LOW_HEIGHT)
        self.steps.set_narrow(small)
        side = 24 if small else 56
        self._inside.setMaximumWidth(scaled(_WIDEST) + 2 * side)
        self._body.setContentsMargins(side, 16 if low else 38, side, 12)
        self._foot_row.setContentsMargins(side, 0, side, 0)
        self._foot.setFixedHeight(scaled(_FOOT))
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Leave words out where there is no room, alike at every step."""
        room = self.width() - self.steps.width()
        for messages, icons in ((_NEXT, False), (_SHORT, False), (_SHORT, True)):
            for button in self._aside:
                button.set_icon_only(icons)
            self.next.set_message(messages[self._at])
            widths = [text_width(self._desk.say(message), font()) for message in messages]
            if self._foot_row.sizeHint().width() + max(widths) - widths[self._at] <= room:
                return

    def _lay_out(self) -> None:
        self._body = QVBoxLayout(self._inside)
        self._body.setSpacing(4)
        self._body.addWidget(self._title)
        self._body.addWidget(self._sentence)
        self._body.addSpacing(16)
        for page in self._pages:
            self._body.addWidget(page, 1)
        self._scroll.setWidget(self._inside)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot.setProperty("kind", "start-foot")
        self._foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.setSpacing(8)
        self._foot_row.addWidget(self._next_button)
        self._foot_row.addWidget(Button(self._desk, self.back, show_key=False))
        self._foot_row.addStretch(1)
        for button in self._aside:
            self._foot_row.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(column, 1)
