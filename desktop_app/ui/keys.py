"""Keys by what is written on them, or by their place where the layout writes no Latin letter.

Arabic layouts send Arabic letters and AZERTY sends ``& é "`` on the digit row. A Latin letter is
believed; only without one does the place on the board decide. The letters that AZERTY moved are
found at both their places, so the two whose places they take, Q and W, mean nothing with Ctrl.
"""

import sys
from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier

_FIRST_PLACE: Final = 8
"""What X and Wayland add to the number of a key, which Windows gives as it is."""
_LETTERS: Final = {
    first + n: letter
    for first, row in ((24, "AZERTYUIOP"), (38, "ASDFGHJKLM"), (52, "ZXCVBNM"))
    for n, letter in enumerate(row)
}
_DIGITS: Final = {10 + n: digit for n, digit in enumerate("1234567890")}
_SIGNS: Final = {20: "-", 21: "+"}
_LATIN: Final = 0xFF
"""Where the letters of Western Europe end."""
_WITH_ALTGR: Final = frozenset(map(ord, "~#{[|`\\^@]}"))
"""What AZERTY writes on the digit row with AltGr, which X does not tell."""
_NAMED: Final = {
    _Key.Key_Return: "Enter",
    _Key.Key_Enter: "Enter",
    _Key.Key_Escape: "Esc",
    _Key.Key_PageUp: "PgUp",
    _Key.Key_PageDown: "PgDn",
    _Key.Key_Insert: "Insert",
    _Key.Key_Delete: "Del",
    _Key.Key_Space: "Space",
    **{_Key(_Key.Key_F1 + n): f"F{n + 1}" for n in range(12)},
}
_ARROWS: Final = {
    _Key.Key_Up: "Up",
    _Key.Key_Down: "Down",
    _Key.Key_Left: "Left",
    _Key.Key_Right: "Right",
}
_MEANINGLESS: Final = "QW"
_EDITING: Final = {
    "Ctrl+A": QKeySequence.StandardKey.SelectAll,
    "Ctrl+C": QKeySequence.StandardKey.Copy,
    "Ctrl+V": QKeySequence.StandardKey.Paste,
    "Ctrl+X": QKeySequence.StandardKey.Cut,
    "Ctrl+Z": QKeySequence.StandardKey.Undo,
    "Ctrl+Y": QKeySequence.StandardKey.Redo,
    "Ctrl+Shift+Z": QKeySequence.StandardKey.Redo,
}


def chord(event: QKeyEvent) -> str:
    """Name what was pressed: ``Ctrl+Shift+P``, ``F3``, ``Ctrl+Up``, ``1``, ``Space``.

    Returns:
        Nothing for what only a text or a list can use: letters, and arrows without Ctrl.
    """
    modifiers = event.modifiers()
    control = bool(modifiers & _Modifier.ControlModifier)
    alt = bool(modifiers & (_Modifier.AltModifier | _Modifier.GroupSwitchModifier))
    shift = bool(modifiers & _Modifier.ShiftModifier)
    name = _named(event, control=control)
    if not name and not alt:
        name = _typed(event, control=control, shift=shift)
        shift = shift and name.isalpha()
    if not name or modifiers & _Modifier.MetaModifier:
        return ""
    parts = ("Ctrl" if control else "", "Alt" if alt else "", "Shift" if shift else "", name)
    return "+".join(filter(None, parts))


def _named(event: QKeyEvent, *, control: bool) -> str:
    key = event.key()
    return _NAMED.get(key, "") or (_ARROWS.get(key, "") if control else "")  # type: ignore[call-overload]  # Qt gives any number; a Qt.Key equals its own


def _typed(event: QKeyEvent, *, control: bool, shift: bool) -> str:
    key, place = event.key(), event.nativeScanCode()
    if sys.platform == "win32":
        place += _FIRST_PLACE
    if event.modifiers() & _Modifier.KeypadModifier:
        place = 0
    if _Key.Key_0 <= key <= _Key.Key_9:
        return chr(key)
    if not shift and place in _DIGITS and key not in _WITH_ALTGR:
        return _DIGITS[place]
    if not control:
        return "/" if key == _Key.Key_Slash else ""
    if _Key.Key_A <= key <= _Key.Key_Z or key in {_Key.Key_Plus, _Key.Key_Minus}:
        return chr(key).strip(_MEANINGLESS)
    return _SIGNS.get(place, "") or (_LETTERS.get(place, "") if key > _LATIN else "")


_ONCE: Final = frozenset({"Enter", "Ctrl+Enter"})
"""Keys that, held down, do not answer the question that their first press brought up."""


@runtime_checkable
class KeepsKeys(Protocol):
    """A widget that has a use for keys which mean something else around it."""

    def keeps_key(self, key: str) -> bool:
        """Tell whether a key, named as by `chord`, is for this widget while it has the focus."""
        ...


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
            if event.isAutoRepeat() and name in _ONCE:
                return False
            return bool(name) and (self._obey(name) or _edited(event, name))
        return False


def _edited(event: QKeyEvent, name: str) -> bool:
    """Copy, paste, undo and the like, where the layout hides them from Qt.

    An Arabic layout writes no Latin letter, and redoing is another key on each system: what has
    the focus is then sent the key that Qt knows there.
    """
    focus = QApplication.focusWidget()
    if name not in _EDITING or focus is None or event.matches(_EDITING[name]):
        return False
    known = QKeySequence(_EDITING[name])[0]  # type: ignore[index]  # forgotten in Qt's stubs
    press = QKeyEvent(QEvent.Type.KeyPress, known.key(), known.keyboardModifiers())
    QCoreApplication.sendEvent(focus, press)
    return True
