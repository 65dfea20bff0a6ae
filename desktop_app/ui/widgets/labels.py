"""Labels whose words follow the language, and one that ends in an ellipsis."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.direction import bare, isolated
from desktop_app.ui.widgets.painting import draw_line, draw_lines

_BETWEEN: Final = " · "


def label(kind: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text; `kind` names its type in the style sheet."""
    made = _Words()
    made.setProperty("kind", kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setIndent(0)
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """Make an empty card, with the column that lays it out."""
    made = QFrame()
    made.setProperty("kind", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    return made, column


class _Words(QLabel):
    """Text on as many lines as it needs, each at the start edge and in its own direction.

    The stock label puts what is not Arabic at the other edge, turns numbers over and keeps the
    space after which it broke an Arabic line at its beginning.
    """

    def setText(self, text: str) -> None:
        """Show some words."""
        super().setText(_shown(text, self) if self._can_be_chosen else text)

    @property
    def _can_be_chosen(self) -> bool:
        """Whether it is a document, which Qt draws."""
        flags = self.textInteractionFlags()
        return bool(flags & Qt.TextInteractionFlag.TextSelectableByMouse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is chosen without what only directs it."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is chosen."""
        event.setAccepted(self.hasSelectedText())
        if self.hasSelectedText():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(QCoreApplication.translate("QWidgetTextControl", "&Copy"), self._copy)
            menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(bare(self.selectedText()).replace("\u2029", "\n"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        if self._can_be_chosen:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        box, layout = QRectF(self.contentsRect()), self.layoutDirection()
        draw_lines(painter, box, self.text(), layout, self.alignment())


class LineLabel(QLabel):
    """One line of text that may be cut; the whole of it is then its tool tip.

    Attributes:
        in_parts: whether parts between middle dots that do not fit leave whole, from the last on.
        cut: whether the last painting had to cut it.
    """

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.in_parts = False
        self.cut = False

    def sizeHint(self) -> QSize:
        """As wide as the text; without one, no line."""
        if not self.text():
            return QSize(0, 0)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # one line, painted whole
        """Draw the line at the start side."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        line = self._fitting() if self.in_parts else self.text()
        cut = draw_line(painter, QRectF(self.rect()), line, self.layoutDirection())
        self.cut = cut or line != self.text()
        self.setToolTip(_shown(self.text(), self) if self.cut else "")

    def _fitting(self) -> str:
        parts = self.text().split(_BETWEEN)
        lines = [_BETWEEN.join(parts[:count]) for count in range(len(parts), 0, -1)]
        metrics, room = self.fontMetrics(), self.width()
        return next((line for line in lines if metrics.horizontalAdvance(line) <= room), "")


def _shown(text: str, where: QWidget) -> str:
    rtl = where.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return isolated(text, right_to_left=rtl)
