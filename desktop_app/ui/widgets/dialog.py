"""A question inside the window: a card over a veil, which keeps keys and focus to itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act, of_key
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import GAP, PAGE_MARGIN
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label

_VEIL: Final = 110  # of 255: the window stays readable behind it
_EDGE: Final = 20


class Dialog(QWidget):
    """Dims the window and asks one thing.

    Args:
        title: English catalogue message, or empty for a card without head.
        acts: shown at its foot, the first as the filled button; closing it is added.
        width: of the card in logical pixels, at most.

    Attributes:
        body: takes what the dialog shows; scrolls when the window is too low for it.
        foot: takes what stands beside the acts.
        close_act: leaves without doing anything.
        closed: emitted when it has gone, whichever way.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, title: str, acts: Sequence[Act] = (), *, width: int = 560
    ) -> None:
        super().__init__()
        self._desk = desk
        self._title_message = title
        self._width = width
        self._before: QWidget | None = None
        self._over: QWidget | None = None
        self.close_act = Act(desk, N_("Cancel"), self.leave, key="Esc")
        self._acts = (*acts, self.close_act)
        self.card = QFrame(self)
        self.card.setProperty("kind", "dialog")
        self._title = label("dialog-title", wrap=True)
        self._title.setVisible(bool(title))
        inside = QWidget()
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
        self._lay_out(acts)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def acts(self) -> Sequence[Act]:
        """What can be done here; the first is also done by Ctrl+Enter."""
        return self._acts

    def act_of(self, key: str) -> Act | None:
        """Give the act of a key: nothing behind the dialog hears it."""
        first = self._acts[0]
        if key == "Ctrl+Enter" and first is not self.close_act and first.isEnabled():
            return first
        return of_key(self._acts, key)

    def show_over(self, window: QWidget) -> None:
        """Cover a window; `desk.ask` does this."""
        self._before = window.window().focusWidget()
        self._over = window
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._place()
        if (first := next(iter(self._stops()), None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go, and give the focus back."""
        if self._over is None:
            return
        self._over.removeEventFilter(self)
        self._over = None
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def dress(self) -> None:
        """Take the words anew."""
        words = self._desk.say(self._title_message) if self._title_message else ""
        self._title.setText(words)
        self.setAccessibleName(words)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; stand where its middle is."""
        if event.type() is QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
            self._place()
        elif event.type() is QEvent.Type.LayoutRequest and watched is self.card:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # the veil alone
        """Dim what lies behind."""
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks on the veil from what lies behind."""
        event.accept()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go round inside."""
        stops = self._stops()
        if not stops:
            return True
        here = self.window().focusWidget()
        at = stops.index(here) if here in stops else -1
        following = at + 1 if forwards else at - 1
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        stops[following % len(stops)].setFocus(reason)
        self._scroll.ensureWidgetVisible(stops[following % len(stops)])
        return True

    def _stops(self) -> list[QWidget]:
        """Give what Tab stops at, in the order in which it was made."""
        stops: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled() and self.isAncestorOf(widget):
                stops.append(widget)
            widget = widget.nextInFocusChain()
        return stops

    def _lay_out(self, acts: Sequence[Act]) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 8)
        head.addWidget(self._title)
        foot = QFrame()
        foot.setProperty("kind", "dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        row.setSpacing(8)
        for act in self._acts:
            filled = bool(acts) and act is acts[0]
            row.addWidget(Button(self._desk, act, kind="filled" if filled else "outlined"))
        row.addStretch(1)
        row.addLayout(self.foot)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.card.installEventFilter(self)

    def _place(self) -> None:
        width = min(self._width, self.width() - 2 * _EDGE)
        wrapping = self.body.hasHeightForWidth()
        height = self.body.heightForWidth(width - 2) if wrapping else self.body.sizeHint().height()
        column = self.card.layout()
        others = column.sizeHint().height() - self._scroll.sizeHint().height() if column else 0
        whole = min(height + others, self.height() - 2 * _EDGE)
        self.card.setGeometry(
            (self.width() - width) // 2, (self.height() - whole) // 2, width, whole
        )
