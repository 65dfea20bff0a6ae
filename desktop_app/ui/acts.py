"""What can be done: told once, then shown by buttons, done by keys, found by the palette."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from desktop_app.ui.desk import Desk


class Act(QAction):
    """One thing that can be done here and now.

    Args:
        message: English catalogue message, marked with `N_` where it is written.
        do: what it does.
        icon: file name in ``icons/``, or empty.
        key: the chord that does it, as `keys.chord` names it (``Ctrl+P``, ``F9``); never given to
            Qt, whose shortcuts do not know Arabic layouts.
        mirror: whether the icon is turned over in a right-to-left window.

    Attributes:
        message, icon_name, key, mirror: as given.
        reason: English message that says why it cannot be done now, or empty.
    """

    def __init__(
        self,
        desk: "Desk",
        message: str,
        do: Callable[[], object],
        *,
        icon: str = "",
        key: str = "",
        mirror: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.message = message
        self.icon_name = icon
        self.key = key
        self.mirror = mirror
        self.reason = ""
        self.triggered.connect(lambda _=False: do())
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self.message))
        self.setToolTip(self._desk.say(self.reason) if self.reason else "")

    def set_message(self, message: str, icon: str = "") -> None:
        """Give it other words, and another icon if one is named."""
        self.message = message
        self.icon_name = icon or self.icon_name
        self.dress()
        self.changed.emit()

    def set_offered(self, offered: bool, reason: str = "") -> None:
        """Offer it, or not and say why (an English catalogue message)."""
        self.reason = "" if offered else reason
        self.setEnabled(offered)
        self.dress()
        self.changed.emit()


def of_key(acts: Iterable[Act], key: str) -> Act | None:
    """Give the first of some acts that a key does now."""
    return next((act for act in acts if act.key == key and act.isEnabled()), None)
