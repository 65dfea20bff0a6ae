"""Moment 7 of the working day: the minutes go to everybody, in three keys."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind, DocumentState, SessionState
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.papers import list_issued
from desktop_app.services.session_states import move
from desktop_app.services.sessions import get_session
from desktop_app.ui.acts import of_key
from desktop_app.ui.addresses import Address
from tests.ui.conftest import WAIT_MS, Counted, Open
from tests.ui.programs import Taken

SESSION = 2
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_are_sent_to_everybody_in_three_keys(
    language: Language,
    open_window: Open,
    record: Path,
    program: Taken,
    qtbot: QtBot,
    counted: Counted,
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    with store.write("x") as work:
        move(work, SESSION, SessionState.SIGNED, get_session(work, SESSION).days[0])
    window.desk.go(Address("session", SESSION, "papers"))
    page = window.page
    assert page
    qtbot.waitUntil(lambda: of_key(page.acts, "Ctrl+M") is not None, timeout=WAIT_MS)
    pressed = 0

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        nonlocal pressed
        pressed += 1
        QTest.keyClick(window.windowHandle(), key, modifier)

    press(Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: window.dialog is not None, timeout=WAIT_MS)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(program.mails) == 1, timeout=WAIT_MS)
    with store.read() as reading:
        assert not any(paper.deliveries for paper in list_issued(reading, SESSION))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)

    counted(7, pressed, 3)
    (mail,) = program.mails
    (attached,) = mail.iter_attachments()
    with store.read() as reading:
        session = get_session(reading, SESSION)
        (paper,) = (one for one in list_issued(reading, SESSION) if one.deliveries)
    assert paper.kind is DocumentKind.MINUTES
    assert paper.sha256 == hashlib.sha256(attached.get_content()).hexdigest()
    assert [one.address for one in paper.deliveries] == [
        one.addr_spec for one in mail["Bcc"].addresses
    ]
    came = {line.person.email for line in session.attendance}
    assert came - {""} <= {one.address for one in paper.deliveries}
    assert paper.state is DocumentState.SENT
    assert session.state is SessionState.SENT
