"""A question inside the window: a card with a title, what is asked, and what can be done."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.overlay import EDGE, Overlay

_MANY: Final = 3
"""So many acts leave no room for all their keys."""


class Dialog(Overlay):
    """Dims the window and asks one thing.

    Args:
        title: English catalogue message, or empty for a card without head.
        acts: shown at its foot, the first as the filled button; closing it is added.
        width: of the card in logical pixels, at most.

    Attributes:
        body: takes what the dialog shows; scrolls when the window is too low for it.
        foot: takes what stands beside the acts.
    """

    def __init__(
        self, desk: Desk, title: str, acts: Sequence[Act] = (), *, width: int = 560
    ) -> None:
        super().__init__(desk, N_("Cancel"), acts)
        self._title_message = title
        self._width = width
        self._title = label("dialog-title", wrap=True)
        if not title:
            self._title.hide()
        self._inside = inside = QWidget()
        inside.installEventFilter(self)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, PAGE_MARGIN)
        self.body.setSpacing(GAP)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot = QHBoxLayout()
        self._column = QVBoxLayout(self.card)
        self._lay_out(acts)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        words = self._desk.say(self._title_message) if self._title_message else ""
        self._title.setText(words)
        self.setAccessibleName(words)
        super().dress()

    def place(self) -> None:
        """Stand in the middle, as high as what is asked."""
        width = min(self._width, self.width() - 2 * EDGE)
        wrapping = self.body.hasHeightForWidth()
        height = self.body.heightForWidth(width - 2) if wrapping else self.body.sizeHint().height()
        height += self._scroll.height() - self._scroll.viewport().height()  # borders
        height += self.card.height() - self.card.contentsRect().height()
        scroll = self._scroll.sizeHint().expandedTo(self._scroll.minimumSizeHint())
        height += self._column.heightForWidth(width) - scroll.height()
        whole = min(height, self.height() - 2 * EDGE)
        self.card.setGeometry(
            (self.width() - width) // 2, (self.height() - whole) // 2, width, whole
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as what is asked, also when it becomes more or less."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    def _lay_out(self, acts: Sequence[Act]) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 8)
        head.addWidget(self._title)
        foot = QFrame()
        foot.setProperty("kind", "dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        row.setSpacing(8)
        for act in self.acts:
            filled = bool(acts) and act is acts[0]
            kind: Kind = "filled" if filled else "outlined"
            button = Button(self._desk, act, kind=kind, show_key=filled or len(acts) < _MANY)
            row.addWidget(button)
        row.addStretch(1)
        row.addLayout(self.foot)
        column = self._column
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
