"""Bad input in every field: it is kept as it is cleaned, or one sentence says why it is not.

The fields are found in the real window, so that one that is added later is tried too.
"""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from db.check import check
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.text import cleaned
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.widgets.suggestions import Suggestions
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import STOPS, settle

Editor = QLineEdit | QTextEdit
PLACES: Final = {
    "ar": (
        *("session-again", "prepare", "prepare-item", "invitees-naming"),
        *("attendance-instead", "minutes", "minutes-speaker", "minutes-line", "minutes-point"),
        *("closing", "outcomes", "postponing", "cancelling", "phrase", "person-new", "person"),
        *("post", "body", "group"),
    ),
    "fr": ("session-new", "minutes-speaker", "outcomes"),
    "en": ("session-type", "attendance-walk-in", "prepare-item"),
}
MIXED: Final = "<xq>&zj;</para>\x00\x07\x1b \u202eqz \u2066wv\nyyq " + "ؤ" * 500
ENDLESS: Final = "wkqy" * 6_250
BAD: Final = {"500 letters": MIXED, "nothing but signs": "\u0301\u064b\u0301", "nothing": "     "}
SHORT: Final = 12
"""A day, an hour or a number is no longer."""
FIGURES: Final = {"no day": "31/02/2026", "no hour": "99:99", "below nothing": "-5"}


@dataclass(slots=True)
class Place:
    """A stop of the tour, which is gone to anew when what was typed led away from it."""

    name: str
    front: MainWindow
    record: Path
    count: int = 0

    def show(self) -> None:
        """Go there."""
        while self.front.dialog is not None:
            self.front.dialog.leave()
        next(stop for stop in STOPS if stop.name == self.name).show(self.front)
        settle(self.front)
        if len(self.editors()) < self.count:  # what opens by a key closed by it
            next(stop for stop in STOPS if stop.name == self.name).show(self.front)
            settle(self.front)
        self.count = len(self.editors())

    def editors(self) -> list[Editor]:
        """Give what one can type into, from above."""
        root = self.front.dialog or self.front.page
        assert isinstance(root, QWidget)
        found: list[Editor] = [*root.findChildren(QLineEdit), *root.findChildren(QTextEdit)]
        return sorted(filter(_may_be_typed_into, found), key=_place_of)

    def said(self) -> list[str]:
        """Give the sentences that stand there."""
        labels = [
            one.text()
            for one in self.front.findChildren(QLabel)
            if one.isVisible() and one.property("kind") == "note-red"
        ]
        fields = [one.error for one in self.front.findChildren(Field) if one.isVisible()]
        labels += [
            line.title
            for shown in QApplication.allWidgets()
            if isinstance(shown, Suggestions) and shown.isVisible()
            for line in shown.lines
            if line.icon == "warning-circle"
        ]
        bar = self.front.message_bar
        return list(filter(None, (*labels, *fields, bar.text if bar.isVisible() else "")))

    def type(self, at: int, text: str) -> tuple[Editor, str]:
        """Paste a text over what stands in a field, and go on by Enter or Tab."""
        if len(self.editors()) != self.count:
            self.show()
        editor = self.editors()[at]
        editor.setFocus()
        editor.selectAll()
        QGuiApplication.clipboard().setText(text)
        editor.paste()
        typed = _text(editor)
        line = isinstance(editor, QLineEdit)
        handle = self.front.windowHandle()
        assert handle is not None
        if self.front.dialog is not None and not line:
            QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(handle, Qt.Key.Key_Return if line else Qt.Key.Key_Tab)
        settle(self.front)
        return editor, typed

    def kept(self, typed: str) -> bool:
        """Tell whether a text is on file as it is cleaned."""
        lines = [cleaned(line, one_line=True) for line in cleaned(typed).split("\n")]
        with closing(sqlite3.connect(self.record)) as other:
            tables = other.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            told = "\n".join(
                str(value)
                for (table,) in tables
                if not table.startswith(("journal", "search"))
                for row in other.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - its own names
                for value in row
            )
        return all(line in told for line in lines)


def _may_be_typed_into(one: Editor) -> bool:
    if isinstance(one, FilterField) or isinstance(one.parentWidget(), QComboBox):
        return False
    return one.isVisible() and one.isEnabled() and not one.isReadOnly()


def _place_of(one: Editor) -> tuple[int, int]:
    at = one.mapTo(one.window(), QPoint())
    return at.y(), at.x()


def _text(one: Editor) -> str:
    return one.text() if isinstance(one, QLineEdit) else one.toPlainText()


def _texts(one: Editor, tried: set[str]) -> dict[str, str]:
    """Give what is tried in an editor: nothing when its like was tried, what is endless once."""
    kind = f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
    like = f"{kind}: {one.accessibleName()}"
    if like in tried:
        return {}
    texts = {**BAD, "25,000 letters": ENDLESS} if kind not in tried else BAD
    tried |= {kind, like}
    return texts | FIGURES if isinstance(one, QLineEdit) and len(_text(one)) < SHORT else texts


def _try(place: Place, at: int, what: str, text: str) -> None:
    editor, typed = place.type(at, text)
    said = place.said()
    case = f"{place.name}, field {at}, {what}: {said}"
    if not text.strip() or place.kept(typed):
        return
    assert isValid(editor), case
    assert editor.isVisible(), case
    assert _text(editor) == typed, case
    assert said, case
    assert all(one.rstrip("\u2069")[-1] in ".؟0123456789" for one in said), case


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_kept_clean_or_told_and_still_there(
    language: Language, open_window: Open, record: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = open_window(record, language)
    tried: set[str] = set()
    for name in PLACES[language]:
        place = Place(name, window, record)
        place.show()
        assert place.count, name
        for at in range(place.count):
            if len(place.editors()) != place.count:
                place.show()
            if at >= place.count:
                break  # what was typed above brought fewer fields
            for what, text in _texts(place.editors()[at], tried).items():
                _try(place, at, what, text)
                broken = [one for one in caplog.records if one.levelno >= logging.WARNING]
                assert not broken, f"{name}, field {at}, {what}: {broken[0].getMessage()}"
    assert window.close()
    assert check(record) == ()
