"""Keys by what is written on them, or by their place where the layout writes no Latin letter.

Arabic layouts send Arabic letters and AZERTY sends ``& é "`` on the digit row. A Latin letter is
believed; only without one does the place on the board decide (XKB key codes; Windows keeps Latin
virtual keys in every layout).
"""

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_LETTERS_BY_PLACE: Final = {45: "K", 33: "P", 29: "Y", 57: "N", 40: "D", 41: "F"}
_DIGITS_BY_PLACE: Final = {place: str((place - 9) % 10) for place in range(10, 20)}
_NAMED: Final = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDn",
} | {Qt.Key(Qt.Key.Key_F1 + n): f"F{n + 1}" for n in range(12)}


def chord(event: QKeyEvent) -> str:
    """Name what was pressed: ``Ctrl+Shift+P``, ``F3``, ``Ctrl+1``; empty when it is plain text."""
    modifiers = event.modifiers()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    name = _NAMED.get(Qt.Key(event.key())) if event.key() in set(_NAMED) else None
    if name is None and control:
        name = _letter(event) or _digit(event)
    if not name:
        return ""
    parts = [
        "Ctrl" if control else "",
        "Alt" if modifiers & Qt.KeyboardModifier.AltModifier else "",
        "Shift" if modifiers & Qt.KeyboardModifier.ShiftModifier else "",
        name,
    ]
    return "+".join(part for part in parts if part)


def _letter(event: QKeyEvent) -> str:
    if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return chr(event.key())
    if sys.platform == "win32":
        virtual = event.nativeVirtualKey()
        return chr(virtual) if ord("A") <= virtual <= ord("Z") else ""
    return _LETTERS_BY_PLACE.get(event.nativeScanCode(), "")


def _digit(event: QKeyEvent) -> str:
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    if sys.platform == "win32":
        virtual = event.nativeVirtualKey()
        return chr(virtual) if ord("0") <= virtual <= ord("9") else ""
    return _DIGITS_BY_PLACE.get(event.nativeScanCode(), "")


class Keys(QObject):
    """The one event filter for keys, set on the window that the system sends them to.

    Args:
        obey: does what a chord means at this moment, and tells whether it meant anything.
    """

    def __init__(self, obey: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._obey = obey

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a key press that means something; leave every other event alone."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = chord(event)
            return bool(name) and self._obey(name)
        return False
