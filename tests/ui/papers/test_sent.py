"""Was it sent? Yes is recorded and can be taken back; not yet is asked again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.codes import DocumentState, SessionState
from db.journal import entries
from desktop_app.services.recipients import GroupCode
from desktop_app.services.session_states import move
from desktop_app.services.sessions import get_session
from desktop_app.ui.papers.outbox import Outbox
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.papers.send_ways import WEB
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open, open_papers
from tests.ui.papers.mailing import (
    SESSION,
    ask,
    issued_of,
    paper,
    press,
    question,
    state_of,
    store_of,
    wait,
)
from tests.ui.programs import Taken


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    window = open_window(record)
    with store_of(window).write("x") as work:
        move(work, SESSION, SessionState.SIGNED, get_session(work, SESSION).days[0])
    return window


def sending(window: MainWindow) -> SendDialog:
    dialog = window.dialog
    assert isinstance(dialog, SendDialog)
    return dialog


def test_a_mistaken_yes_is_undone(window: MainWindow, program: Taken, qtbot: QtBot) -> None:
    outbox = Outbox()
    ask(window, outbox=outbox)
    press(window)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    assert state_of(window) is SessionState.SENT
    assert window.obey("Ctrl+Z")
    wait(qtbot, lambda: not issued_of(window)[0].deliveries)
    (kept,) = issued_of(window)
    assert kept.state is DocumentState.TO_SIGN
    assert state_of(window) is SessionState.SIGNED
    with store_of(window).read() as reading:
        assert entries(reading)[-1].use_case == "undo"
    wait(qtbot, lambda: outbox.waiting(paper(window)) is not None)
    assert len(program.mails) == 1


def test_not_yet_is_asked_again_and_confirmed_without_another_message(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    outbox = Outbox()
    dialog = ask(window, outbox=outbox)
    assert not dialog.confirm.isEnabled()
    assert not dialog.not_confirmed.isVisible()
    press(window)
    press(window, Qt.Key.Key_Escape)
    assert not ask(window, paper(window, "invitation"), outbox).confirm.isEnabled()
    dialog = ask(window, outbox=outbox)
    assert dialog.not_confirmed.isVisible()
    press(window, Qt.Key.Key_F9)
    question(window)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued_of(window)
    assert [one.address for one in sent.deliveries] == [
        one.addr_spec for one in program.mails[0]["Bcc"].addresses
    ]
    assert len(program.mails) == 1
    assert not ask(window, outbox=outbox).confirm.isEnabled()


def test_the_papers_ask_again_after_not_yet(
    open_window: Open, record: Path, program: Taken, qtbot: QtBot
) -> None:
    window = open_window(record)
    open_papers(window, qtbot)
    for _ in range(2):
        window.obey("Ctrl+M")
        wait(qtbot, lambda: window.dialog is not None)
        confirming = sending(window).confirm.isEnabled()
        press(window)
        press(window, Qt.Key.Key_Escape)
    assert confirming
    assert len(program.mails) == 2


def test_what_was_chosen_and_written_stays_when_no_message_opened(
    window: MainWindow, program: Taken
) -> None:
    dialog = ask(window)
    dialog.recipients.row(GroupCode.ABSENT).click()
    dialog.recipients.row(GroupCode.OWNERS).click()
    ticked = dialog.recipients.ticked
    dialog.words.subject.setText("موضوع آخر")
    dialog.words.text.setPlainText("نص آخر")
    dialog.send.trigger()
    press(window, Qt.Key.Key_F5)
    again = sending(window)
    assert again is not dialog
    assert again.ways.value == WEB
    assert again.recipients.ticked == ticked
    assert (again.words.subject.text(), again.words.text.toPlainText()) == ("موضوع آخر", "نص آخر")
    assert len(program.mails) == 1


def test_of_several_messages_it_is_told_which_one_and_to_whom(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    outbox = Outbox()
    dialog = ask(window, outbox=outbox)
    for code in (GroupCode.PRESENT, GroupCode.ABSENT, GroupCode.DIRECTORATES):
        dialog.recipients.row(code).click()
    owners = dialog.recipients.row(GroupCode.OWNERS)
    owners.click()
    names = [one.name.ar for one in dialog.recipients.owners]
    dialog.send.trigger()
    for number in (1, 2):
        asked = question(window)
        told = window.desk.say("Message {n} of {total}", n=number, total=owners.count)
        assert asked.summary.text().startswith(told)
        assert names[number - 1] in asked.summary.text()
        if number == 1:
            press(window)
            wait(qtbot, lambda: len(program.mails) == 2)
    press(window, Qt.Key.Key_Escape)
    again = ask(window, outbox=outbox)
    press(window, Qt.Key.Key_F9)
    assert window.dialog is not again
    press(window)
    wait(qtbot, lambda: len(program.mails) == 3)
    assert len(issued_of(window)[0].deliveries) == 2


def test_what_was_undone_does_not_take_the_place_of_what_waits(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    outbox = Outbox()
    ask(window, outbox=outbox)
    press(window)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    ask(window, outbox=outbox)
    press(window)
    press(window, Qt.Key.Key_Escape)
    waiting = outbox.waiting(paper(window))
    window.obey("Ctrl+Z")
    wait(qtbot, lambda: not issued_of(window)[0].deliveries)
    wait(qtbot, lambda: window.desk.runner.idle)
    assert outbox.waiting(paper(window)) is waiting
    assert len(program.mails) == 2
