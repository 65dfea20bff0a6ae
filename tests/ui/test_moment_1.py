"""Moment 1 of the working day: a session from the last one, in four keys and the date."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.engine import open_store
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import invitees
from desktop_app.services.sessions import get_session
from desktop_app.ui.sessions.same_again import SameAgainDialog
from tests.ui.conftest import WAIT_MS, Counted, Open, sessions_of
from tests.ui.tour import settle

LAST = 7
"""The session on top of the list of the sample centre."""
DAY = date(date.today().year + 1, 1, 11)  # noqa: DTZ011 - the user's own day
HOLIDAY = {
    "ar": "ذكرى تقديم وثيقة الاستقلال",
    "fr": "Manifeste de l’indépendance",
    "en": "Proclamation of Independence",
}
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_prepared_from_the_last_one(
    language: Language, open_window: Open, record: Path, qtbot: QtBot, counted: Counted
) -> None:
    with open_store(record) as store, store.write("x") as work:
        invitees.invite(work, LAST, range(1, 25))
        invitees.uninvite(work, LAST, range(21, 25))
    window = open_window(record, language)
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(window.windowHandle(), key, modifier)

    press(Qt.Key.Key_2, CONTROL)
    settle(window)
    current = sessions_of(window).current
    assert current
    assert (current.id, current.invited) == (LAST, 20)
    press(Qt.Key.Key_D, CONTROL)
    dialog = window.dialog
    assert isinstance(dialog, SameAgainDialog)
    for letter in f"{DAY:%d/%m/%Y}":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(window.focusWidget(), event)
    press(Qt.Key.Key_Return)
    settle(window)
    assert window.dialog is dialog
    assert HOLIDAY[language] in "\n".join(dialog.notes.words)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    settle(window)
    counted(1, pressed, 5, "and the date")

    address = window.address
    assert address
    assert address.key
    assert (address.place, address.part) == ("session", "prepare")
    assert window.desk.store
    with window.desk.store.read() as reading:
        before, now = get_session(reading, LAST), get_session(reading, address.key)
    assert now.days == (DAY,)
    assert (now.type, now.theme) == (before.type, before.theme)
    invited = [line.person.id for line in before.attendance if line.invited]
    assert [line.person.id for line in now.attendance] == invited
    assert len(invited) == 20
    assert {line.state for line in now.attendance} == {"not_recorded"}
    assert [item.title for item in now.agenda] == [item.title for item in before.agenda]
