"""Bad input in every field: it is kept as it is cleaned, or one sentence says why it is not.

The fields are found in the real window, so that one that is added later is tried too.
"""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from db.check import check
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.text import cleaned
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.filter_field import FilterField
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import STOPS, settle

Editor = QLineEdit | QTextEdit
PLACES: Final = ("session-new", "session-type", "attendance-walk-in")
BAD: Final = {
    "500 letters": "ؤ" * 500,
    "25,000 letters": "wkqy " * 5_000,
    "a megabyte": "ذ" * 2**20,
    "markup": "<xq>&zj;</para>",
    "control characters": "xq\x00zj\x07\x1bw\x7f",
    "turned around": "\u202exqzj \u2066wvu",
    "nothing but signs": "\u0301\u064b\u0301",
    "joiners": "\u200d\u200f",
    "lines": "xqzj\nwvu\r\nyyq",
    "no day": "31/02/2026",
    "no hour": "99:99",
    "backwards": "23:00-01:00",
    "below nothing": "-5",
    "too much": "1e9",
    "zero": "0",
}
EMPTY: Final = "     "


@dataclass(slots=True)
class Place:
    """A stop of the tour, which is gone to anew when what was typed led away from it."""

    name: str
    language: Language
    open_window: Open
    copy: Callable[[], Path]
    record: Path = Path()
    window: MainWindow | None = None
    count: int = 0

    def go(self) -> None:
        """Open a record of its own there."""
        if self.window is not None:
            self.window.close()
            assert check(self.record) == ()
        self.record = self.copy()
        self.window = self.open_window(self.record, self.language)
        self.show()
        self.count = len(self.editors())

    def show(self) -> None:
        """Go there in the window that is open."""
        if self.front.dialog is not None:
            self.front.dialog.leave()
        next(stop for stop in STOPS if stop.name == self.name).show(self.front)
        settle(self.front)

    @property
    def front(self) -> MainWindow:
        """The window that is open."""
        assert self.window is not None
        return self.window

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
        bar = self.front.message_bar
        return list(filter(None, (*labels, *fields, bar.text if bar.isVisible() else "")))

    def type(self, at: int, text: str) -> tuple[Editor, str]:
        """Paste a text over what stands in a field, and go on by Enter or Tab."""
        if len(self.editors()) != self.count:
            self.show()
        if len(self.editors()) != self.count:
            self.go()
        editor = self.editors()[at]
        editor.setFocus()
        editor.selectAll()
        QGuiApplication.clipboard().setText(text)
        editor.paste()
        typed = _text(editor)
        line = isinstance(editor, QLineEdit)
        handle = self.front.windowHandle()
        assert handle is not None
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


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, LANGUAGES[at % len(LANGUAGES)]) for at, name in enumerate(PLACES)],
)
def test_it_is_kept_clean_or_told_and_still_there(
    name: str,
    language: Language,
    open_window: Open,
    sample_file: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    copies = iter(range(10_000))

    def copy() -> Path:
        return Path(shutil.copy(sample_file, tmp_path / f"{next(copies)}.mahdar"))

    place = Place(name, language, open_window, copy)
    place.go()
    for at in range(place.count):
        for what, text in {**BAD, "nothing": EMPTY}.items():
            editor, typed = place.type(at, text)
            case = f"{name}, field {at} ({type(editor).__name__}), {what}"
            said = place.said()
            broken = [one for one in caplog.records if one.levelno >= logging.WARNING]
            assert not broken, f"{case}: {broken[0].getMessage()} {broken[0].exc_info}"
            if text == EMPTY or place.kept(typed):
                continue
            assert isValid(editor), case
            assert editor.isVisible(), case
            assert _text(editor) == typed, case
            assert said, case
            assert all(one.endswith(".") or "15/06" in one or "09:30" in one for one in said), case
    place.go()
