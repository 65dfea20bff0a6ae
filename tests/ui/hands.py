"""A user at the real window: finds fields by the words beside them, types and presses keys."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget

from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.table import Table
from desktop_app.ui.window import MainWindow
from tests.ui.tours.going import wait_until

NONE: Final = Qt.KeyboardModifier.NoModifier
SOON_MS: Final = 200
Texts = Mapping[str, str]
W = TypeVar("W", bound=QWidget)


class Hands:
    """Keys, letters and clicks of one user, counted for each screen.

    Attributes:
        window: at which one sits.
        counts: keys and clicks by the name of the screen; letters are not counted.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.counts: dict[str, int] = {}
        self._screen = ""

    def at(self, screen: str) -> None:
        """Count for another screen from now on."""
        self._screen = screen
        self.counts.setdefault(screen, 0)

    def press(self, *chords: str) -> None:
        """Press keys such as ``Ctrl+N``, each when the last has done its work."""
        for chord in chords:
            self._strike(chord)
            self.rest()

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            if letter == "\n":
                self._strike("Return")
                continue
            press = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(self.window.focusWidget(), press)

    def go_to(self, name: str, nth: int = 0) -> QWidget:
        """Click on the field of this name; the first of them from the top, unless told."""
        named = [one for one in self._seen(QWidget) if one.accessibleName() == name]
        fields = [one for one in named if one.focusPolicy() & Qt.FocusPolicy.ClickFocus]
        assert fields, f"no field is named {name!r}"
        self._click(fields[nth])
        return fields[nth]

    def fill(self, name: str, text: str, nth: int = 0) -> None:
        """Type a text into a field, in the place of what stands there."""
        self.go_to(name, nth)
        self._strike("Ctrl+A")
        self.write(text)
        self._strike("Tab")

    def fill_pair(self, name: str, text: Texts, nth: int = 0) -> None:
        """Type a text in Arabic and in French, where there is one."""
        first = f"{name} – in Arabic"
        pairs = [p for p in self._seen(PairField) if p.editor("ar").accessibleName() == first]
        assert pairs, f"no field is named {name!r}"
        pair = pairs[nth]
        for language, button in (("ar", "In Arabic"), ("fr", "In French")):
            if not text.get(language):
                continue
            editor = pair.editor("ar" if language == "ar" else "fr")
            if editor.isVisible():
                self._click(editor)
            else:
                self._click_in(pair, button)
            assert editor.hasFocus()
            self._strike("Ctrl+A")
            self.write(text[language])
        self._strike("Tab")

    def name(self, field: str, names: Iterable[str]) -> None:
        """Name people or bodies in a field, each by the whole name and Enter."""
        self.go_to(field)
        for one in names:
            self.write(one)
            self._strike("Return")
        self.rest()

    def choose(self, name: str, words: str) -> None:
        """Open a list and choose a line of it."""
        field = self.go_to_choice(name)
        lines = [field.itemText(at) for at in range(field.count())]
        at = next(n for n, line in enumerate(lines) if line.startswith(words))
        for key in ("Home", *["Down"] * at, "Return"):
            self._strike(key)
        assert field.currentIndex() == at

    def go_to_choice(self, name: str) -> QComboBox:
        """Open the list of a choice."""
        field = next(one for one in self._seen(Choice) if one.accessibleName() == name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.press("Space")
        return field

    def row(self, words: str) -> None:
        """Go down a list to the line that says this."""
        table = next(one for one in self._seen(Table) if one.hasFocus())
        index = table.model().index
        rows = range(table.model().rowCount())
        lines = [" ".join(str(index(r, c).data()) for c in range(3)) for r in rows]
        wanted = next(r for r, line in enumerate(lines) if words in line)
        by = wanted - table.currentIndex().row()
        for _ in range(abs(by)):
            self._strike("Down" if by > 0 else "Up")

    def click(self, words: str) -> None:
        """Click on the button that says this."""
        self._click_in(self._front, words)

    def tick(self, words: str, *, ticked: bool = True) -> None:
        """Tick a box, or take the tick away, where it is not so yet."""
        self.rest()
        if self._button(self._front, words).isChecked() is not ticked:
            self.click(words)
            self.rest()

    def rest(self) -> None:
        """Wait until the window has done all that was asked for."""
        for _ in range(3):
            QApplication.processEvents()
            wait_until(self._at_rest)

    # --- inside ---

    @property
    def _front(self) -> QWidget:
        return self.window.dialog or self.window

    def _seen(self, kind: type[W]) -> list[W]:
        return [one for one in self._front.findChildren(kind) if one.isVisible()]

    def _click_in(self, part: QWidget, words: str) -> None:
        self._click(self._button(part, words))

    def _button(self, part: QWidget, words: str) -> QAbstractButton:
        seen = [one for one in part.findChildren(QAbstractButton) if one.isVisible()]
        named = [one for one in seen if words in (one.text(), one.accessibleName())]
        assert named, f"no button says {words!r}"
        return named[0]

    def _click(self, widget: QWidget) -> None:
        """Scroll to a widget, as the wheel does, and click on it."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget)
        QApplication.processEvents()
        self._count()
        middle = QPoint(widget.width() // 2, min(widget.height() // 2, 16))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, middle)
        QApplication.processEvents()

    def _strike(self, chord: str) -> None:
        """Press a key for whatever has the keyboard."""
        pressed = QKeySequence(chord)[0]  # type: ignore[index]  # forgotten in Qt's stubs
        self._count()
        popup = QApplication.activePopupWidget()
        target = popup.focusWidget() if popup else self.window.windowHandle()
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def _count(self) -> None:
        self.counts[self._screen] = self.counts.get(self._screen, 0) + 1

    def _at_rest(self) -> bool:
        timers = self.window.findChildren(QTimer)
        soon = any(t.isActive() and t.isSingleShot() and t.interval() <= SOON_MS for t in timers)
        return self.window.desk.runner.idle and not soon
