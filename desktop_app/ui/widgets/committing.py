"""When what is typed counts as said: at Enter, when the focus leaves, soon after the last key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE_MS: Final = 500
_CEILING_MS: Final = 2000
"""A timer begun anew at each key never ends while one types; so there is a second one."""


class Typing(QObject):
    """Follows one editor.

    Args:
        read: gives what stands in the editor.

    Attributes:
        committed: emitted with the text, once for each text.
    """

    committed = Signal(str)

    def __init__(self, read: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._ceiling = QTimer(self, singleShot=True, interval=_CEILING_MS)
        self._pause.timeout.connect(self.flush)
        self._ceiling.timeout.connect(self.flush)

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not said yet."""
        return self._pause.isActive()

    def typed(self) -> None:
        """A key changed the text."""
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    def flush(self) -> None:
        """Say what stands there now, if that is new."""
        self._pause.stop()
        self._ceiling.stop()
        if (text := self._read()) != self._said:
            self._said = text
            self.committed.emit(text)

    def take(self, text: str) -> None:
        """What stands there came from the record, not from keys."""
        self._pause.stop()
        self._ceiling.stop()
        self._said = text
