"""What is told under the register of the line in hand, and what can be done with those chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.direction import ltr
from desktop_app.services.follow_up_data import Line
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.text import listed, short_day, text_for
from desktop_app.ui.theme import CARD_PADDING, NARROW_WIDTH
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel


class Foot(QFrame):
    """Where the line came from: its session and item; several are counted instead.

    Args:
        acts: what can be done with those chosen.

    Attributes:
        subject, about: the two lines of words.
    """

    def __init__(self, desk: Desk, acts: Sequence[Act]) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "card")
        self.subject = LineLabel("strong")
        self.about = LineLabel("context")
        for line in (self.subject, self.about):
            line.setObjectName("recorded")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.subject)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 9, CARD_PADDING, 9)
        row.setSpacing(8)
        row.addLayout(words, 1)
        self._buttons = [Button(desk, act) for act in acts]
        for button in self._buttons:
            row.addWidget(button)

    def show_chosen(self, line: Line | None, count: int) -> None:
        """Tell where the line in hand comes from, or how many are chosen."""
        say, language = self._desk.say, self._desk.language
        if count > 1 or line is None:
            self.subject.setText(say("Selected: {n}", n=count) if count else "")
            self.about.setText(say("Esc clears the selection") if count > 1 else "")
        else:
            number = ltr(line.number)
            self.subject.setText(f"{number}  {text_for(line.text, language)}")
            item = text_for(line.item, language)
            parts = [
                text_for(line.theme, language),
                short_day(line.day, language) if line.day else "",
                say("Item {n}: {title}", n=line.item_position, title=item) if item else "",
            ]
            self.about.setText(listed(parts, right_to_left=say.right_to_left))
        narrow = self.window().width() < NARROW_WIDTH
        for button in self._buttons:
            button.set_icon_only(narrow)
