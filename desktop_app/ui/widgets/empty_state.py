"""What stands where there is nothing yet: why, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label


class EmptyState(QFrame):
    """Icon, bold line, sentence, and the ways to begin.

    Args:
        title, sentence: English catalogue messages.
        actions: the filled one first.
        framed: whether it stands on a card of its own.
    """

    def __init__(
        self,
        desk: Desk,
        icon: str,
        title: str,
        sentence: str,
        actions: tuple[Button, ...] = (),
        *,
        framed: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card" if framed else "")
        self._desk = desk
        self._messages = (icon, title, sentence)
        self._values: dict[str, str] = {}
        self._icon = QLabel()
        self._title = label("card-title", wrap=True)
        self._sentence = label("context", wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        for part in (self._icon, self._title, self._sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        for action in actions:
            row.addWidget(action)
        row.addStretch()
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(3)
        desk.dressed.connect(self.dress)
        self.dress()

    def set_messages(self, icon: str, title: str, sentence: str, **values: str) -> None:
        """Say something else; the values fill the places of the title."""
        self._messages = (icon, title, sentence)
        self._values = values
        self.dress()

    def dress(self) -> None:
        """Take words and colours anew."""
        icon, title, sentence = self._messages
        self._icon.setPixmap(self._desk.icons.pixmap(icon, self._desk.tokens.text3, 28))
        self._title.setText(self._desk.say(title, **self._values))
        self._sentence.setText(self._desk.say(sentence) if sentence else "")
        self._sentence.setVisible(bool(sentence))
