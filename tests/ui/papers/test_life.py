"""Minutes in the window: finalised from their check-list, frozen, re-opened, compared."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.codes import DeliveryMeans, DocumentKind, DocumentState, OutcomeKind
from desktop_app.services import final_minutes, outcomes, session_edits
from desktop_app.services.drafts import OutcomeDraft, Words
from desktop_app.services.papers import deliver, issued_pdf
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.finalise import FinaliseDialog, ReopenDialog
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.papers.versions import VersionsDialog
from desktop_app.ui.session.minutes.tab import MinutesTab
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open, session_of, wait_for_paper
from tests.ui.papers.doing import issued, row_of, settle, store_of

SESSION = 5
"""Its minutes are drafted."""
MINUTES = row_of(DocumentKind.MINUTES)


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)


def go(window: MainWindow, part: str, qtbot: QtBot) -> None:
    window.desk.go(Address("session", SESSION, part))
    page = session_of(window)
    qtbot.waitUntil(lambda: page.session is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)


def chip(tab: PapersTab) -> str:
    shown = tab.papers.chip(MINUTES)
    assert shown is not None
    return shown.label


def test_minutes_are_finalised_frozen_reopened_and_compared(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    store = store_of(window)
    with store.write("x") as work:
        outcomes.add(work, SESSION, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar="دليل")))
    go(window, "papers/minutes", qtbot)
    page = session_of(window)
    tab = page.part
    assert isinstance(tab, PapersTab)
    wait_for_paper(tab, qtbot)

    assert window.obey("F7")
    settle(window, tab, qtbot)
    qtbot.waitUntil(lambda: chip(tab) == "To review", timeout=WAIT_MS)

    document_id = finalise(window, tab, qtbot)
    read_only(window, qtbot)
    finalise_again(window, tab, qtbot, document_id)
    compare(window, qtbot)


def finalise(window: MainWindow, tab: PapersTab, qtbot: QtBot) -> int:
    """Mend what is missing, finalise, and type the registry's number afterwards."""
    store = store_of(window)
    assert window.obey("F12")
    dialog = window.dialog
    assert isinstance(dialog, FinaliseDialog)
    assert [mend.lack.what for mend in dialog.mends if mend.is_required] == ["due"]
    filled = next(one for one in dialog.findChildren(Button) if one.act is dialog.acts[0])
    assert not filled.isEnabled()
    press(window, Qt.Key.Key_Return)
    assert window.dialog is dialog
    QTest.keyClicks(window.focusWidget(), "15/12/2026")
    press(window, Qt.Key.Key_Return)
    assert filled.isEnabled()
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    settle(window, tab, qtbot)
    (paper,) = issued(window)
    assert (paper.minutes_version, paper.reference) == (1, "3/26")
    assert tab.rendered is not None
    qtbot.waitUntil(lambda: chip(tab) == "To sign", timeout=WAIT_MS)
    assert not tab.details.number.isVisible()
    assert not tab.life.finalise_act.isEnabled()
    tab.details.registry.number.setText("512/26")
    tab.details.registry.number.commit()
    settle(window, tab, qtbot)
    assert tab.rendered.pdf == store_paper(window, paper.id)
    with store.read() as reading:
        assert get_session(reading, SESSION).registry_reference == "512/26"
    return paper.id


def read_only(window: MainWindow, qtbot: QtBot) -> None:
    """Type into the other tabs in vain."""
    page = session_of(window)
    go(window, "prepare", qtbot)
    prepare = page.part
    assert isinstance(prepare, PrepareTab)
    assert page.banner.isVisible()
    theme = next(one for one in prepare.findChildren(LineEdit) if one.isVisible() and one.text())
    before = theme.text()
    theme.setFocus()
    QTest.keyClicks(theme, "x")
    assert theme.text() == before
    go(window, "minutes", qtbot)
    assert isinstance(page.part, MinutesTab)
    text = page.part.editor.toPlainText()
    QTest.keyClicks(page.part.editor, "abc")
    assert page.part.editor.toPlainText() == text
    assert not window.obey("F12")


def finalise_again(window: MainWindow, tab: PapersTab, qtbot: QtBot, document_id: int) -> None:
    """Open again for a reason, change a word, and make it version 2."""
    page, store = session_of(window), store_of(window)
    assert window.obey("Shift+F12")
    reopening = window.dialog
    assert isinstance(reopening, ReopenDialog)
    assert window.obey("Ctrl+Enter")
    assert reopening.field.error
    reopening.reason.setPlainText("Wrong room")
    assert window.obey("Ctrl+Enter")
    qtbot.waitUntil(lambda: not page.banner.isVisible(), timeout=WAIT_MS)
    with store.write("x") as work:
        deliver(work, document_id, "Academy", DeliveryMeans.HAND)
        session_edits.edit_fields(work, SESSION, {("place", "room", "ar"): "القاعة الكبرى"})

    go(window, "papers/minutes", qtbot)
    settle(window, tab, qtbot)
    qtbot.waitUntil(lambda: chip(tab) == "Draft", timeout=WAIT_MS)
    assert window.obey("F12")
    assert isinstance(window.dialog, FinaliseDialog)
    assert window.obey("Ctrl+Enter")
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    settle(window, tab, qtbot)
    with store.read() as reading:
        state = final_minutes.state_of(reading, SESSION)
    assert (state.state, state.version) == (DocumentState.TO_SIGN, 2)


def compare(window: MainWindow, qtbot: QtBot) -> None:
    """See what changed, and the paper that tells it."""
    assert window.obey("F5")
    versions = window.dialog
    assert isinstance(versions, VersionsDialog)
    qtbot.waitUntil(lambda: versions.choice.value == (1, 2), timeout=WAIT_MS)
    said = versions.said
    assert "Re-opened because: Wrong room" in said
    assert "sent to Academy" in said
    assert "القاعة الكبرى" in said
    assert window.obey("Ctrl+P")
    assert isinstance(window.dialog, PaperDialog)


def store_paper(window: MainWindow, document_id: int) -> bytes:
    with store_of(window).read() as reading:
        return issued_pdf(reading, document_id)
