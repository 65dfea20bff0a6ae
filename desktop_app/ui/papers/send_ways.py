"""How a paper is sent: a ready draft, or mail in the browser step by step; and what went before."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.codes import DeliveryMeans
from desktop_app.i18n import N_
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.send_parts import ChoiceCard
from desktop_app.ui.session.history_words import CODES
from desktop_app.ui.text import short_day
from desktop_app.ui.theme import ICON
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label

DRAFT: Final = "draft"
WEB: Final = "web"
_REMEMBERED: Final = "mail"
_SHOWN: Final = 4
STEPS: Final = (
    (N_("Copy addresses"), "copy", "F5"),
    (N_("Copy subject"), "copy", "F6"),
    (N_("Copy text"), "copy", "F7"),
    (N_("Open folder"), "folder-open", "F8"),
)


class Ways(QWidget):
    """The two ways to send, the chosen one remembered on this computer.

    Args:
        steps: what the four steps of mail in the browser do, in order; each tells whether it did.

    Attributes:
        changed: emitted when the other way is chosen, or a step is done.
        through: emitted when all four steps are done.
    """

    changed = Signal()
    through = Signal()

    def __init__(self, desk: Desk, steps: Sequence[Callable[[], bool]]) -> None:
        super().__init__()
        self._desk = desk
        self._steps = steps
        self._done = [False] * len(steps)
        self._cards = {
            DRAFT: ChoiceCard(
                desk,
                N_("A ready message in the mail program"),
                N_("You look it over and send it from your own account; the file is attached."),
            ),
            WEB: ChoiceCard(
                desk,
                N_("Mail in the browser: copy, and open the folder"),
                N_("Four guided steps: addresses, subject, text, file."),
            ),
        }
        self._group = QButtonGroup(self)
        self.step_acts = [
            Act(desk, message, self._doing(number), icon=icon, key=key)
            for number, (message, icon, key) in enumerate(STEPS)
        ]
        self._panel = QWidget()
        self._lay_out()
        self.choose(WEB if desk.kept.choice(_REMEMBERED) == WEB else DRAFT)
        self._group.buttonClicked.connect(lambda _: desk.kept.remember(_REMEMBERED, self.value))

    @property
    def value(self) -> str:
        """The way that is chosen."""
        return WEB if self._cards[WEB].isChecked() else DRAFT

    @property
    def next_step(self) -> int:
        """The first step that is not done."""
        return self._done.index(False) if False in self._done else len(self._done) - 1

    def card(self, way: str) -> ChoiceCard:
        """Give the card of a way."""
        return self._cards[way]

    def choose(self, way: str) -> None:
        """Choose a way."""
        self._cards[way].setChecked(True)

    def begin_again(self) -> None:
        """Have every step done anew, because what it gives has changed."""
        self._done = [False] * len(self._steps)
        self._show()

    def do_next(self) -> None:
        """Do the first step that is not done."""
        self.step_acts[self.next_step].trigger()

    def _doing(self, number: int) -> Callable[[], object]:
        return lambda: self._do(number)

    def _do(self, number: int) -> None:
        if not self._steps[number]():
            return
        self._done[number] = True
        self._show()
        if all(self._done):
            self.through.emit()

    def _show(self) -> None:
        web = self.value == WEB
        self._panel.setVisible(web)
        for act, done, (message, icon, _) in zip(self.step_acts, self._done, STEPS, strict=True):
            act.set_message(message, "check" if done else icon)
            act.set_offered(web)
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in self._cards.values():
            self._group.addButton(card)
            card.toggled.connect(lambda _: self._show())
            column.addWidget(card)
        steps = Flow()
        for act in self.step_acts:
            steps.addWidget(Button(self._desk, act))
        self._panel.setLayout(steps)
        column.addWidget(self._panel)


class Sendings(QWidget):
    """What was sent of a session before, the latest first: each paper once a day.

    Args:
        issued: its papers.
    """

    def __init__(self, desk: Desk, issued: Sequence[IssuedPaper]) -> None:
        super().__init__()
        self._desk = desk
        self._issued = issued
        self._title = label("strong")
        self._lines = [_Line() for _ in range(_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        for line in self._lines:
            column.addWidget(line)
        desk.dressed.connect(self.dress)
        self.dress()

    def set_issued(self, issued: Sequence[IssuedPaper]) -> None:
        """Show what is sent by now."""
        self._issued = issued
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        desk, say = self._desk, self._desk.say
        self._title.setText(say("Sent before"))
        sent = Counter(
            (delivery.sent_at.astimezone().date(), paper.kind)
            for paper in self._issued
            for delivery in paper.deliveries
            if delivery.means is DeliveryMeans.EMAIL and paper.kind in CODES
        )
        self.setVisible(bool(sent))
        latest = sorted(sent, reverse=True)[:_SHOWN]
        for line in self._lines:
            line.hide()
        for line, (day, kind) in zip(self._lines, latest, strict=False):
            name = say(CODES[kind])
            told = say.plural(
                "{paper}: {n} recipient", "{paper}: {n} recipients", sent[day, kind], paper=name
            )
            sign = desk.icons.pixmap("check-circle", desk.tokens.text2)
            line.show_sending(sign, told, short_day(day, desk.language))


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._sign = QLabel()
        self._sign.setFixedWidth(ICON)
        self._what, self._when = label("context"), label("context")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._what, 1)
        row.addWidget(self._when)

    def show_sending(self, sign: QPixmap, what: str, when: str) -> None:
        self._sign.setPixmap(sign)
        self._what.setText(what)
        self._when.setText(when)
        self.show()
