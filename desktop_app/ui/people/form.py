"""The card at the start side of a page, in which one record is typed."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme import CARD_PADDING, NARROW_WIDTH, scaled

_WIDTH, _NARROW = 286, 248


class FormCard(QScrollArea):
    """Fields one below the other; it scrolls where there is no room, and to the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]  # there is one

    def lay_out(self, parts: Iterable[QWidget | QLayout]) -> None:
        """Take widgets and layouts, from the top."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*(CARD_PADDING,) * 4)
        column.setSpacing(8)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the width that the window leaves it."""
        narrow = self.window().width() < NARROW_WIDTH
        self.setFixedWidth(scaled(_NARROW if narrow else _WIDTH))

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, CARD_PADDING)

    def sizeHint(self) -> QSize:
        """As wide as a form, as high as there is room."""
        return QSize(scaled(_WIDTH), scaled(300))
