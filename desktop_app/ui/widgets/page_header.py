"""The head of a page: title, context, and its acts at the end side."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import (
    LOW_HEIGHT,
    NARROW_WIDTH,
    PAGE_HEADER_HEIGHT,
    PAGE_MARGIN,
    scaled,
)
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.labels import LineLabel

_LOW_HEIGHT_HEADER: Final = 46
_GAP_ON_ONE_LINE: Final = 12


class PageHeader(QFrame):
    """Title and context on two lines; on one in a small window, most acts as icons.

    Args:
        back: whether a page lies behind this one.
        acts: shown in reading order; the first one filled when `filled` says so.
        sign: stands before the acts (the sign that says that all is saved).
        filled: whether the first act is what one comes here for.
        keys: whether every act bears its key, not the filled one alone.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        back: bool = False,
        acts: Sequence[Act] = (),
        sign: QWidget | None = None,
        filled: bool = False,
        keys: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "page-header")
        going_back = Act(desk, N_("Back"), desk.back, icon="arrow-left", key="Esc", mirror=True)
        self.back = Button(desk, going_back, kind="bare", icon_only=True)
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
        self.back.setVisible(back)  # once it has a parent, or it would open a window
        row.addLayout(self._words, 1)
        if sign is not None:
            row.addWidget(sign)
        self._filled = int(filled)  # how many acts are
        kinds: list[Kind] = ["filled" if n < filled else "outlined" for n in range(len(acts))]
        self._buttons = [
            Button(desk, act, kind=kind, show_key=keys or kind == "filled")
            for act, kind in zip(acts, kinds, strict=True)
        ]
        for button in self._buttons:
            row.addWidget(button)
        desk.dressed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        narrow = window.width() < NARROW_WIDTH
        small = narrow or window.height() < LOW_HEIGHT
        self.setFixedHeight(scaled(_LOW_HEIGHT_HEADER if small else PAGE_HEADER_HEIGHT))
        direction = QBoxLayout.Direction
        self._words.setDirection(direction.LeftToRight if small else direction.TopToBottom)
        self._words.setSpacing(_GAP_ON_ONE_LINE if small else 0)
        self._words.setStretch(0, 0 if small else 1)
        across = QSizePolicy.Policy.Ignored if small else QSizePolicy.Policy.Preferred
        self.context.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.context.in_parts = small
        self._words.setStretchFactor(self.context, 1 if small else 0)
        self._words.setStretch(3, 0 if small else 1)
        for button in self._buttons[self._filled :]:
            button.set_icon_only(narrow and bool(button.act.icon_name))
