"""The dialog that sends a paper: what it makes, what the system is given, what is recorded."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.codes import DeliveryMeans, SessionState
from db.unit_of_work import Store
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Rendered, render
from desktop_app.mail.draft import body_text
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.papers import list_issued
from desktop_app.services.people import set_email
from desktop_app.services.recipients import GroupCode
from desktop_app.services.sessions import get_session
from desktop_app.ui.papers.send import SendDialog, why_not
from desktop_app.ui.papers.send_ways import DRAFT, WEB
from desktop_app.ui.papers.sent import SentDialog
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.programs import Taken

SESSION = 2
pytestmark = pytest.mark.usefixtures("cache")


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record)


def store_of(window: MainWindow) -> Store:
    assert window.desk.store
    return window.desk.store


def paper(window: MainWindow, kind: str = "minutes", *people: int) -> Rendered:
    with store_of(window).read() as reading:
        return render(reading, kind, SESSION, ("ar",), PaperOptions(people=people))


def ask(window: MainWindow, rendered: Rendered | None = None) -> SendDialog:
    dialog = SendDialog(window.desk, rendered or paper(window))
    window.desk.ask(dialog)
    return dialog


def press(window: MainWindow, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(window.windowHandle(), key)


def question(window: MainWindow) -> SentDialog:
    dialog = window.dialog
    assert isinstance(dialog, SentDialog)
    return dialog


def issued(window: MainWindow) -> tuple[IssuedPaper, ...]:
    with store_of(window).read() as reading:
        return list_issued(reading, SESSION)


def state(window: MainWindow) -> SessionState:
    with store_of(window).read() as reading:
        return get_session(reading, SESSION).state


def wait(qtbot: QtBot, until: Callable[[], bool]) -> None:
    qtbot.waitUntil(until, timeout=WAIT_MS)


def test_enter_opens_a_draft_with_everything_in_it(window: MainWindow, program: Taken) -> None:
    rendered = paper(window)
    dialog = ask(window, rendered)
    subject, text = dialog.subject.text(), dialog.text.toPlainText()
    press(window)
    (mail,) = program.mails
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == subject == "محضر الاجتماع التنسيقي ليوم 15 أكتوبر 2025"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == body_text(text) + "\n"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == rendered.file_name
    assert attached.get_content() == rendered.pdf
    addresses = [one.addr_spec for one in mail["Bcc"].addresses]
    assert len(addresses) == len(set(addresses)) > 5
    assert isinstance(window.dialog, SentDialog)


def test_nothing_is_recorded_before_a_yes(window: MainWindow, program: Taken) -> None:
    before = state(window)
    ask(window)
    press(window)
    assert issued(window) == ()
    press(window, Qt.Key.Key_Escape)
    assert window.dialog is None
    assert issued(window) == ()
    assert state(window) is before
    assert program.paths[0].exists()


@pytest.mark.usefixtures("program")
def test_a_key_held_down_answers_nothing(window: MainWindow, qtbot: QtBot) -> None:
    ask(window)
    press(window)
    asked = question(window)
    none, key = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return
    held = QKeyEvent(QEvent.Type.KeyPress, key, none, "\r", autorep=True)
    QGuiApplication.sendEvent(window.windowHandle(), held)
    wait(qtbot, lambda: window.desk.runner.idle)
    assert window.dialog is asked
    assert issued(window) == ()


def test_a_yes_records_the_very_bytes_each_recipient_and_the_step(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    ask(window)
    press(window)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued(window)
    (mail,) = program.mails
    (attached,) = mail.iter_attachments()
    assert sent.sha256 == hashlib.sha256(attached.get_content()).hexdigest()
    assert [one.address for one in sent.deliveries] == [
        one.addr_spec for one in mail["Bcc"].addresses
    ]
    assert {one.means for one in sent.deliveries} == {DeliveryMeans.EMAIL}
    assert state(window) is SessionState.SENT
    assert not program.paths[0].parent.exists()


def test_what_is_typed_goes_and_a_line_break_in_the_subject_cannot(
    window: MainWindow, program: Taken
) -> None:
    dialog = ask(window)
    dialog.subject.setText("موضوع\nBcc: other@example.org")
    dialog.text.setFocus()
    dialog.text.selectAll()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    press(window)
    assert program.mails == []
    assert dialog.text.toPlainText() == "a\n"
    dialog.send.trigger()
    (mail,) = program.mails
    assert "\n" not in mail["Subject"]
    assert "other@example.org" not in {one.addr_spec for one in mail["Bcc"].addresses}


def test_groups_are_chosen(window: MainWindow, program: Taken) -> None:
    dialog = ask(window)
    row = dialog.recipients.row(GroupCode.DIRECTORATES)
    assert row.count == 5
    for code in (GroupCode.PRESENT, GroupCode.ABSENT):
        dialog.recipients.row(code).click()
    dialog.send.trigger()
    (mail,) = program.mails
    assert len(mail["Bcc"].addresses) == 5


def test_without_anybody_the_dialog_says_so(window: MainWindow, program: Taken) -> None:
    dialog = ask(window)
    for code in (GroupCode.PRESENT, GroupCode.ABSENT, GroupCode.DIRECTORATES):
        dialog.recipients.row(code).click()
    dialog.send.trigger()
    assert dialog.problem.isVisible()
    assert program.paths == []
    assert window.dialog is dialog


def test_each_owner_gets_a_message_of_his_own_one_after_the_other(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    dialog = ask(window)
    for code in (GroupCode.PRESENT, GroupCode.ABSENT, GroupCode.DIRECTORATES):
        dialog.recipients.row(code).click()
    owners = dialog.recipients.row(GroupCode.OWNERS)
    owners.click()
    dialog.send.trigger()
    for number in range(1, owners.count + 1):
        wait(qtbot, lambda number=number: len(program.mails) == number)  # type: ignore[misc]
        asked = question(window)
        press(window)
        wait(qtbot, lambda asked=asked: window.dialog is not asked)  # type: ignore[misc]
    assert window.dialog is None
    assert all(mail["Subject"].startswith("ما يخصكم من قرارات") for mail in program.mails)
    assert len({mail["Bcc"] for mail in program.mails}) == owners.count
    (sent,) = issued(window)
    assert len(sent.deliveries) == owners.count


def test_a_missing_address_is_named_and_filled_there(
    open_window: Open, record: Path, program: Taken, qtbot: QtBot
) -> None:
    window = open_window(record)
    rendered = paper(window)
    person = rendered.material.session.attendance[0].person
    with store_of(window).write("x") as work:
        set_email(work, person.id, "")
    dialog = ask(window, paper(window))
    labels = [one.text() for one in dialog.recipients.findChildren(QLineEdit)]
    assert labels == [""]
    (field,) = dialog.recipients.findChildren(QLineEdit)
    assert not field.isVisible()
    dialog.recipients.add.trigger()
    assert field.isVisible()
    assert field.hasFocus()
    assert person.name.ar in field.accessibleName()
    field.setText("not an address")
    field.editingFinished.emit()
    assert dialog.recipients.problem.isVisible()
    field.setText("new@example.org")
    field.editingFinished.emit()
    wait(qtbot, lambda: not dialog.recipients.findChildren(QLineEdit))
    dialog.send.trigger()
    (mail,) = program.mails
    assert "new@example.org" in {one.addr_spec for one in mail["Bcc"].addresses}
    with store_of(window).read() as reading:
        line = get_session(reading, SESSION).attendance[0]
    assert line.person.email == "new@example.org"


def test_without_a_mail_program_the_browser_is_offered_in_one_sentence(window: MainWindow) -> None:
    dialog = ask(window)
    press(window)  # offscreen, nothing takes it
    assert window.dialog is dialog
    assert dialog.ways.value == WEB
    assert dialog.problem.isVisible()
    assert dialog.problem.text() == window.desk.say(
        "The message was not opened: no mail program took it. Send it from the browser in"
        " four steps; nothing is lost."
    )
    assert issued(window) == ()


def test_the_browser_in_four_enters(window: MainWindow, program: Taken, qtbot: QtBot) -> None:
    rendered = paper(window)
    dialog = ask(window, rendered)
    dialog.ways.card(WEB).click()
    dialog.acts[0].trigger()
    clipboard = QGuiApplication.clipboard()
    addresses = clipboard.text().split("; ")
    assert len(addresses) > 5
    assert all("@" in one for one in addresses)
    dialog.acts[0].trigger()
    assert clipboard.text() == dialog.subject.text()
    dialog.acts[0].trigger()
    assert clipboard.text() == body_text(dialog.text.toPlainText())
    dialog.acts[0].trigger()
    (folder,) = program.paths
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [
        (rendered.file_name, rendered.pdf)
    ]
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued(window)
    assert [one.address for one in sent.deliveries] == addresses
    assert not folder.exists()


def test_the_way_is_remembered(window: MainWindow) -> None:
    assert ask(window).ways.value == DRAFT
    dialog = ask(window)
    dialog.ways.card(WEB).click()
    assert ask(window).ways.value == WEB
    assert window.desk.kept.choice("mail") == WEB


def test_a_message_that_did_not_open_goes_by_the_browser(
    window: MainWindow, program: Taken
) -> None:
    ask(window)
    press(window)
    question(window).acts[1].trigger()
    dialog = window.dialog
    assert isinstance(dialog, SendDialog)
    assert dialog.ways.value == WEB
    assert issued(window) == ()
    assert len(program.mails) == 1


def test_what_cannot_be_recorded_keeps_the_question(
    window: MainWindow, program: Taken, qtbot: QtBot, record: Path
) -> None:
    ask(window)
    press(window)
    asked = question(window)
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        press(window)
        wait(qtbot, window.message_bar.isVisible)
    assert window.dialog is asked
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    assert len(issued(window)) == 1
    assert len(program.mails) == 1


def test_a_folder_that_cannot_be_made_is_told(
    window: MainWindow, program: Taken, cache: Path
) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    cache.write_bytes(b"in the way")
    dialog = ask(window)
    press(window)
    assert dialog.problem.isVisible()
    assert program.paths == []
    assert window.dialog is dialog


def test_an_attestation_goes_to_one_person(window: MainWindow, program: Taken) -> None:
    everybody = paper(window, "attestation")
    assert why_not(everybody)
    person = everybody.material.session.attendance[0].person
    one = paper(window, "attestation", person.id)
    assert not why_not(one)
    ask(window, one)
    press(window)
    (mail,) = program.mails
    assert [address.addr_spec for address in mail["Bcc"].addresses] == [person.email]
    assert mail["Subject"].startswith("شهادة حضور")


@pytest.mark.parametrize("kind", ["minutes", "report", "invitation", "attendance-sheet"])
def test_each_paper_of_a_session_can_be_sent(window: MainWindow, program: Taken, kind: str) -> None:
    rendered = paper(window, kind)
    assert not why_not(rendered)
    ask(window, rendered)
    press(window)
    assert len(program.mails) == 1
