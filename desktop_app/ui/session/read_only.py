"""A tab of a session whose minutes are final: it is read, and nothing in it is changed."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QScrollBar, QTextEdit, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.session.parts import Part
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop_app.ui.acts import Act

_GOING: Final = frozenset(
    {
        *(N_("Other pane"), N_("More"), N_("Filter"), N_("Show all"), N_("Large type")),
        *(N_("Next item"), N_("Previous item"), N_("Other language"), N_("Outcomes")),
        *(N_("Back to the page"), N_("Back to the list"), N_("Larger"), N_("Smaller")),
        *(
            N_("Open the minutes"),
            N_("Invitations"),
            N_("Attendance sheet"),
            N_("Send the invitations"),
        ),
    }
)
"""Acts that change nothing: they go elsewhere, or show more."""
_WHY: Final = N_("The minutes are final: re-open them first")
_PRESSED: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.InputMethod,
    }
)
_CHANGING: Final = _PRESSED - {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_CHOSEN_IN: Final = (QLineEdit, QTextEdit, QScrollBar, QAbstractItemView, Segmented, Button)
"""Where a press only chooses, or does an act that knows itself whether it is offered."""
_MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Escape,
    }
)
_READING: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


class ReadOnly(QObject):
    """Lets one move, scroll, select and copy in a tab, and nothing else, while it is on."""

    def __init__(self, part: Part) -> None:
        self._widget = cast("QWidget", part)
        super().__init__(self._widget)
        self._part = part
        self._kept: list[Act] = []
        self._watched: list[QWidget] = []

    def set_on(self, on: bool) -> None:
        """Begin or end it; begun again, it holds for what was made since."""
        for act in self._kept:
            act.set_offered(offered=True)
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._kept, self._watched = [], []
        if not on:
            return
        parts = self._widget.findChildren(QWidget)
        shown = [one.act for one in parts if isinstance(one, Button)]
        for act in dict.fromkeys((*self._part.acts, *shown)):
            if act.isEnabled() and act.message not in _GOING:
                self._kept.append(act)
                act.set_offered(offered=False, reason=_WHY)
        self._watched = [self._widget, *parts]
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what would change something from whatever it was meant for."""
        if event.type() in _PRESSED:
            return event.type() in _CHANGING or not any(
                isinstance(one, _CHOSEN_IN) for one in (watched, watched.parent())
            )
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            moves = event.key() in _MOVES or any(event.matches(one) for one in _READING)
            if not moves:
                event.ignore()
            return not moves
        return False
