"""A card of Home: its title, what stands beside it, and what it holds."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.widgets.stacked_bar import Legend

SLIM_PADDING = 8


class Panel(QFrame):
    """A card with a title.

    Args:
        message: the title, an English catalogue message.
        legend: explains colours, as far as there is room beside the title.

    Attributes:
        title: its label; aside: quieter words at the end of its line.
        column: what stands under the title goes there.
    """

    def __init__(self, desk: Desk, message: str, legend: Legend | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self.legend = legend
        self.message = message
        self.title = label("card-title")
        self.aside = LineLabel("context")
        self.aside.setObjectName("recorded")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(CARD_PADDING, SLIM_PADDING, CARD_PADDING, SLIM_PADDING)
        self._head.setSpacing(SLIM_PADDING)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.aside)
        if legend is not None:
            self._head.addWidget(legend)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addLayout(self._head)
        desk.dressed.connect(self.dress)

    @property
    def head_height(self) -> int:
        """How high the title's line is."""
        return self._head.sizeHint().height()

    def put_beside(self, widget: QWidget) -> None:
        """Put something at the end of the title's line."""
        self._head.addWidget(widget)

    def dress(self) -> None:
        """Take the words anew."""
        self.title.setText(self._desk.say(self.message))
        self._fit_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the legend rather than cut the title."""
        super().resizeEvent(event)
        self._fit_legend()

    def _fit_legend(self) -> None:
        if self.legend is not None:
            asked = self.title.sizeHint().width() + self.legend.sizeHint().width()
            self.legend.setVisible(asked + 2 * CARD_PADDING + 2 * SLIM_PADDING <= self.width())
