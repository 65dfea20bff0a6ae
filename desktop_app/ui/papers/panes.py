"""The panes of the papers: three side by side, two in a narrow window, gone through by a key."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import NARROW_WIDTH, scaled


class Panes(QObject):
    """Shows the end pane in place of the start pane in a narrow window, when asked to.

    Args:
        page: what they stand in.
        start: the pane of the list.
        stops: where the focus goes in each pane: the thing itself, or the first in it.

    Attributes:
        acts: of their keys.
        closed: emitted when the end pane was given up again.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, page: QWidget, start: QWidget, stops: tuple[QWidget, QWidget, QWidget]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._start = start
        self._stops = stops
        self._end_open = False
        self._open = Act(desk, N_("Open details"), self._open_end, key="Enter")
        self._close = Act(desk, N_("Close details"), self._close_end, key="Esc")
        self.acts = (Act(desk, N_("Other pane"), self._go_on, key="F6"), self._open, self._close)

    def fit(self) -> None:
        """Show as many panes as there is room for."""
        narrow, end_open = self._narrow, self._end_open
        self._stops[2].setVisible(not narrow or end_open)
        self._start.setVisible(not (narrow and end_open))
        self._open.set_offered(narrow and not end_open)
        self._close.set_offered(narrow and end_open)

    @property
    def _narrow(self) -> bool:
        return self._page.window().width() < scaled(NARROW_WIDTH)

    def _go_on(self) -> None:
        if self._narrow:
            (self._close_end if self._end_open else self._open_end)()
            return
        focus = self._page.window().focusWidget()
        at = next((n for n, pane in enumerate(self._stops) if _holds(pane, focus)), -1)
        _focus_first(self._stops[(at + 1) % len(self._stops)])

    def _open_end(self) -> None:
        self._end_open = True
        self.fit()
        _focus_first(self._stops[2])

    def _close_end(self) -> None:
        self._end_open = False
        self.closed.emit()
        self.fit()
        _focus_first(self._stops[0])


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _focus_first(pane: QWidget) -> None:
    """Give the focus to a pane, or to the first thing in it that takes it."""
    widget: QWidget | None = pane
    while widget is not None and (widget is pane or pane.isAncestorOf(widget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isEnabled() and (widget is pane or widget.isVisibleTo(pane)):
            widget.setFocus()
            return
        widget = widget.nextInFocusChain()
