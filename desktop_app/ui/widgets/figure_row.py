"""Figures side by side, each with what it means."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import GAP
from desktop_app.ui.widgets.figure_card import FigureCard


@dataclass(frozen=True, slots=True)
class Figure:
    """What one card says."""

    value: str
    meaning: str = ""


class FigureRow(QWidget):
    """Cards side by side; without room they give up meanings, the widest first, then go."""

    def __init__(self, cards: Sequence[FigureCard]) -> None:
        super().__init__()
        self._cards = cards
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for one in cards:
            row.addWidget(one, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[Figure], room: int) -> None:
        """Say them, as far as there is room (a width)."""
        for one, figure in zip(self._cards, figures, strict=True):
            one.show_figure(figure.value, figure.meaning)
        widest_first = sorted(
            zip(self._cards, figures, strict=True), key=lambda pair: -pair[0].sizeHint().width()
        )
        for one, figure in widest_first:
            if self._width() <= room:
                break
            one.show_figure(figure.value, "")
        self.setVisible(self._width() <= room)

    def _width(self) -> int:
        return sum(one.sizeHint().width() for one in self._cards) + GAP * (len(self._cards) - 1)

    def sizeHint(self) -> QSize:
        """As high as a card."""
        return QSize(0, self._cards[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return self.sizeHint()
