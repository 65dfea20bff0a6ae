"""The dialog that sends a paper: what it makes, what the system is given, what is recorded."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from db.codes import DeliveryMeans, SessionState
from desktop_app.documents.rendering import issue
from desktop_app.documents.sending import record_sending
from desktop_app.mail.draft import body_text
from desktop_app.services.outputs import keep_signed_copy
from desktop_app.services.people import set_email
from desktop_app.services.recipients import GroupCode, reached
from desktop_app.services.sessions import get_session
from desktop_app.ui.kept import Kept
from desktop_app.ui.papers.send import SendDialog, why_not
from desktop_app.ui.papers.send_ways import DRAFT, WEB
from desktop_app.ui.papers.sent import SentDialog
from desktop_app.ui.window import MainWindow
from desktop_app.wording.mails import Mail
from tests.ui import walking
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.papers.doing import as_given
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
from tests.ui.tour import settle

pytestmark = pytest.mark.usefixtures("cache")


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record)


def test_enter_opens_a_draft_with_everything_in_it(window: MainWindow, program: Taken) -> None:
    rendered = paper(window)
    dialog = ask(window, rendered)
    subject, text = dialog.words.subject.text(), dialog.words.text.toPlainText()
    press(window)
    (mail,) = program.mails
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == subject == "محضر الاجتماع التنسيقي ليوم 15 أكتوبر 2025"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == body_text(text) + "\n"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == rendered.file_name
    assert attached.get_content() == as_given(window, rendered)
    addresses = [one.addr_spec for one in mail["Bcc"].addresses]
    assert len(addresses) == len(set(addresses)) > 5
    assert isinstance(window.dialog, SentDialog)


def test_nothing_is_recorded_before_a_yes(window: MainWindow, program: Taken) -> None:
    before = state_of(window)
    ask(window)
    press(window)
    assert issued_of(window) == ()
    press(window, Qt.Key.Key_Escape)
    assert window.dialog is None
    assert issued_of(window) == ()
    assert state_of(window) is before
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
    assert issued_of(window) == ()


def test_a_yes_records_the_very_bytes_each_recipient_and_the_step(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    ask(window)
    press(window)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued_of(window)
    (mail,) = program.mails
    (attached,) = mail.iter_attachments()
    assert sent.sha256 == hashlib.sha256(attached.get_content()).hexdigest()
    assert [one.address for one in sent.deliveries] == [
        one.addr_spec for one in mail["Bcc"].addresses
    ]
    assert {one.means for one in sent.deliveries} == {DeliveryMeans.EMAIL}
    assert state_of(window) is SessionState.SENT
    assert not program.paths[0].parent.exists()


def test_what_is_typed_goes_and_a_line_break_in_the_subject_cannot(
    window: MainWindow, program: Taken
) -> None:
    dialog = ask(window)
    dialog.words.subject.setText("موضوع\nBcc: other@example.org")
    dialog.words.text.setFocus()
    dialog.words.text.selectAll()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    press(window)
    assert program.mails == []
    assert dialog.words.text.toPlainText() == "a\n"
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
        wait(qtbot, lambda number=number: len(program.mails) == number)  # type: ignore[misc]  # a default is no typed parameter
        asked = question(window)
        press(window)
        wait(qtbot, lambda asked=asked: window.dialog is not asked)  # type: ignore[misc]  # as above
    assert window.dialog is None
    assert all(mail["Subject"].startswith("ما يخصكم من قرارات") for mail in program.mails)
    assert len({mail["Bcc"] for mail in program.mails}) == owners.count
    (sent,) = issued_of(window)
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
    assert issued_of(window) == ()


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
    assert clipboard.text() == dialog.words.subject.text()
    dialog.acts[0].trigger()
    assert clipboard.text() == body_text(dialog.words.text.toPlainText())
    dialog.acts[0].trigger()
    (folder,) = program.paths
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [
        (rendered.file_name, as_given(window, rendered))
    ]
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued_of(window)
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
    assert issued_of(window) == ()
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
    assert len(issued_of(window)) == 1
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


def test_what_the_dialog_says_follows_the_language_of_the_window(window: MainWindow) -> None:
    dialog = ask(window)
    press(window)  # offscreen, nothing takes it
    for code in (GroupCode.PRESENT, GroupCode.ABSENT, GroupCode.DIRECTORATES):
        dialog.recipients.row(code).click()
    for problem in ("mail program", "nobody chosen"):
        said = dialog.problem.text()
        window.desk.set_language("en")
        assert problem in dialog.problem.text()
        window.desk.set_language("ar")
        assert dialog.problem.text() == said
        dialog.send.trigger()


@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("way", [DRAFT, WEB])
def test_in_the_smallest_window_nothing_is_cut(
    open_window: Open, record: Path, kept: Kept, percent: int, way: str
) -> None:
    kept.text_size = percent
    window = open_window(record, "fr", (1000, 540))
    dialog = ask(window)
    dialog.ways.choose(way)
    settle(window)
    assert walking.clipped(dialog) + walking.overlapping(dialog) == []


def test_each_step_of_the_browser_has_its_key(window: MainWindow, program: Taken) -> None:
    dialog = ask(window)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    assert not window.obey("F6")
    assert clipboard.text() == "before"
    dialog.ways.choose(WEB)
    dialog.words.text.setFocus()
    press(window, Qt.Key.Key_F6)
    assert clipboard.text() == dialog.words.subject.text()
    press(window, Qt.Key.Key_F5)
    assert "@" in clipboard.text()
    press(window, Qt.Key.Key_F7)
    assert clipboard.text() == body_text(dialog.words.text.toPlainText())
    press(window, Qt.Key.Key_F8)
    assert len(program.paths) == 1
    assert isinstance(window.dialog, SentDialog)


def test_by_the_browser_owners_are_not_offered_and_it_is_said_why(
    window: MainWindow, program: Taken, qtbot: QtBot
) -> None:
    dialog = ask(window)
    people, owners = dialog.recipients, dialog.recipients.row(GroupCode.OWNERS)
    owners.click()
    assert people.owners
    assert not people.why_not_owners.isVisible()
    dialog.ways.choose(WEB)
    assert not owners.isEnabled()
    assert owners.toolTip() == people.why_not_owners.text() != ""
    assert people.why_not_owners.isVisible()
    assert people.owners == ()
    others = reached(people.chosen)
    for key in ("F5", "F6", "F7", "F8"):
        window.obey(key)
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued_of(window)
    assert len(sent.deliveries) == len(others)
    dialog = ask(window)
    dialog.recipients.row(GroupCode.OWNERS).click()
    dialog.ways.choose(WEB)
    dialog.ways.choose(DRAFT)
    assert dialog.recipients.row(GroupCode.OWNERS).isChecked()
    assert dialog.recipients.owners
    assert len(program.paths) == 1


def test_what_is_sent_meanwhile_stands_among_what_was_sent_before(
    window: MainWindow, qtbot: QtBot
) -> None:
    rendered = paper(window)
    dialog = ask(window, rendered)
    assert not dialog.sendings.isVisible()
    with store_of(window).write("x") as work:
        record_sending(work, rendered, dialog.recipients.chosen[:2])
    wait(qtbot, dialog.sendings.isVisible)
    with store_of(window).write("x") as work:
        record_sending(work, rendered, dialog.recipients.chosen[:1])
    name = window.desk.say("Minutes")
    told = window.desk.say.plural(
        "{paper}: {n} recipient", "{paper}: {n} recipients", 3, paper=name
    )

    def lines() -> list[str]:
        labels = dialog.sendings.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and name in one.text()]

    wait(qtbot, lambda: lines() == [told])


def test_the_file_is_named_and_its_name_cut_in_the_middle_alone(window: MainWindow) -> None:
    rendered = paper(window)
    file = ask(window, rendered).enclosed.file
    assert file.accessibleName() == file.toolTip() == rendered.file_name
    assert file.sizeHint().width() > file.width() > file.minimumSizeHint().width()


@pytest.mark.parametrize(
    ("scan", "media_type", "ending"),
    [(b"%PDF signed", "application/pdf", "pdf"), (b"\xff\xd8\xff", "image/jpeg", "jpeg")],
)
def test_the_signed_copy_goes_where_there_is_one(
    window: MainWindow, program: Taken, qtbot: QtBot, scan: bytes, media_type: str, ending: str
) -> None:
    rendered = paper(window)
    with store_of(window).write("x") as work:
        keep_signed_copy(work, issue(work, rendered), scan, media_type, work.at.date())
    dialog = ask(window, rendered)
    assert dialog.enclosed.note.isVisible()
    shown = dialog.enclosed.file.accessibleName()
    press(window)
    (mail,) = program.mails
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == scan
    assert attached.get_content_type() == media_type
    assert attached.get_filename() == shown
    assert shown == f"{rendered.file_name.removesuffix('.pdf')}-موقع.{ending}"
    press(window)
    wait(qtbot, lambda: window.dialog is None)
    (sent,) = issued_of(window)
    assert {one.sha256 for one in sent.deliveries} == {hashlib.sha256(scan).hexdigest()}


def test_the_paper_itself_goes_instead_when_one_wants_it(
    window: MainWindow, program: Taken
) -> None:
    rendered = paper(window)
    assert not ask(window, rendered).enclosed.turn.isEnabled()
    with store_of(window).write("x") as work:
        document = issue(work, replace(rendered, paper=replace(rendered.paper, title="قبل")))
        keep_signed_copy(work, document, b"%PDF signed", "application/pdf", work.at.date())
    dialog = ask(window, rendered)
    changed = window.desk.say("The paper was changed since it was signed.")
    assert changed in dialog.enclosed.note.text()
    dialog.ways.choose(WEB)
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_F8)
    signed, own = ([one.read_bytes() for one in folder.iterdir()] for folder in program.paths)
    assert (signed, own) == ([b"%PDF signed"], [as_given(window, rendered)])
    press(window, Qt.Key.Key_F3)
    assert dialog.enclosed.signed


def test_the_steps_begin_again_when_one_writes(window: MainWindow) -> None:
    dialog = ask(window)
    dialog.ways.choose(WEB)
    for field in (dialog.words.subject, dialog.words.text):
        window.obey("F5")
        assert dialog.ways.next_step == 1
        field.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        assert dialog.ways.next_step == 0


def test_the_text_takes_the_room_that_the_rest_leaves(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "ar", (1366, 540))
    with store_of(window).write("x") as work:
        for line in get_session(work, SESSION).attendance[:3]:
            set_email(work, line.person.id, "")
    dialog = ask(window)
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()

    def heights(height: int) -> tuple[int, int]:
        window.resize(1366, height)
        settle(window)
        return dialog.words.text.height(), bar.maximum()

    least, hidden = heights(540)
    assert hidden
    most, hidden = heights(768)
    assert (most > least, hidden) == (True, 0)
    dialog.recipients.add.trigger()
    qtbot.waitUntil(lambda: least < dialog.words.text.height() < most, timeout=WAIT_MS)
    settle(window)
    assert bar.maximum() == 0


def test_words_that_one_wrote_stay_when_others_are_chosen(window: MainWindow) -> None:
    words = ask(window).words
    other = Mail("موضوع", "نص")
    words.generate(other)
    assert words.mail == other
    words.text.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    written = words.mail
    words.generate(other)
    assert words.mail == written != other
