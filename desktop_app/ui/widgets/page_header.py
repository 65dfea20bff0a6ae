"""The head of a page: title, context, and its actions at the end side."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import LOW_HEIGHT, NARROW_WIDTH, PAGE_HEADER_HEIGHT, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel

_LOW_HEIGHT_HEADER: Final = 46
_GAP_ON_ONE_LINE: Final = 12


class PageHeader(QFrame):
    """Title and context on two lines; on one in a small window, its actions as icons.

    Args:
        back: whether a page lies behind this one.
        actions: in reading order.
    """

    def __init__(self, desk: Desk, *, back: bool = False, actions: tuple[Button, ...] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "page-header")
        self.back = Button(
            desk, N_("Back"), icon="arrow-left", kind="bare", mirror=True, icon_only=True
        )
        self.back.setVisible(back)
        self._actions = actions
        self.title = LineLabel("page-title")
        self.context = LineLabel("context")
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(0)
        self._words.addStretch(1)
        self._words.addWidget(self.title)
        self._words.addWidget(self.context)
        self._words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 1)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addLayout(self._words, 1)
        for action in actions:
            row.addWidget(action)
        self.setFixedHeight(PAGE_HEADER_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room in a small window."""
        super().resizeEvent(event)
        window = self.window()
        small = window.width() < NARROW_WIDTH or window.height() < LOW_HEIGHT
        self.setFixedHeight(_LOW_HEIGHT_HEADER if small else PAGE_HEADER_HEIGHT)
        direction = QBoxLayout.Direction
        self._words.setDirection(direction.LeftToRight if small else direction.TopToBottom)
        self._words.setSpacing(_GAP_ON_ONE_LINE if small else 0)
        self._words.setStretch(0, 0 if small else 1)
        across = QSizePolicy.Policy.Ignored if small else QSizePolicy.Policy.Preferred
        self.context.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._words.setStretchFactor(self.context, 1 if small else 0)
        self._words.setStretch(3, 0 if small else 1)
