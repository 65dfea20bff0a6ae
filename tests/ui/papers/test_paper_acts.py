"""A paper asked for from any page: seen, then printed, saved or sent."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from desktop_app.documents.scope import Scope
from desktop_app.services.followed import Which
from desktop_app.services.recipients import GroupCode
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.paper_acts import PaperActs, Request
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.session.outcomes import OutcomesTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.papers.doing import issued, text_of

LATE = Request(DocumentKind.FOLLOW_UPS, Scope(subject="late", about=Which(late=True)))


def seen(window: MainWindow, acts: PaperActs, way: str, qtbot: QtBot) -> PaperDialog:
    """Ask for the paper and wait until it is in view."""
    dialog = acts.show(way)
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(lambda: dialog.preview.view.drawn, timeout=WAIT_MS)
    assert window.dialog is dialog
    return dialog


def test_a_paper_of_no_session_is_seen_saved_sent_and_printed(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    wanted: list[Request] = []
    acts = PaperActs(window.desk, lambda: wanted[0] if wanted else None)
    assert acts.show("print") is None
    wanted.append(LATE)

    dialog = seen(window, acts, "save", qtbot)
    rendered = dialog.preview.rendered
    assert rendered is not None
    assert "المتأخر عن الأجل" in text_of(rendered.pdf)
    dialog.preview.languages.choose("fr")
    dialog.preview.language_chosen.emit()
    qtbot.waitUntil(lambda: "en retard" in _shown(dialog), timeout=WAIT_MS)
    assert window.obey("Enter")
    asked = window.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "late.pdf"))
    asked.close()
    qtbot.waitUntil(lambda: bool(issued(window)), timeout=WAIT_MS)
    (paper,) = issued(window)
    assert (paper.session_id, paper.subject, paper.kind) == (None, "late", "follow-ups")
    assert [one.target for one in paper.outputs] == ["late.pdf"]
    assert window.dialog is None

    seen(window, acts, "mail", qtbot)
    assert window.obey("Ctrl+M")
    sending = window.dialog
    assert isinstance(sending, SendDialog)
    assert "جدول تتبع" in sending.words.mail.subject
    assert sending.recipients.ticked == {GroupCode.DIRECTORATES}
    sending.leave()

    seen(window, acts, "print", qtbot)
    assert window.obey("Ctrl+P")
    printing = window.findChild(QPrintDialog)
    assert printing is not None
    printing.close()

    acts.set_offered(offered=False, reason="This paper is being prepared")
    assert not any(act.isEnabled() for act in acts.acts)
    wanted[0] = Request(DocumentKind.EXTRACT, Scope(about=999, session_id=4))
    acts.show("print")
    qtbot.waitUntil(lambda: window.dialog is None, timeout=WAIT_MS)
    assert window.message_bar.isVisible()


def _shown(dialog: PaperDialog) -> str:
    rendered = dialog.preview.rendered
    return text_of(rendered.pdf) if rendered else ""


def test_the_outcomes_of_a_session_go_to_paper_and_to_each_owner(
    open_window: Open, record: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(record)
    window.go(Address("session", 4, "outcomes"))
    page = window.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: page.session is not None, timeout=WAIT_MS)
    tab = page.part
    assert isinstance(tab, OutcomesTab)
    assert window.obey("F9")
    qtbot.waitUntil(lambda: isinstance(window.dialog, SendDialog), timeout=WAIT_MS)
    sending = window.dialog
    assert isinstance(sending, SendDialog)
    assert sending.recipients.ticked == {GroupCode.OWNERS}
    assert not sending.recipients.chosen
    sending.leave()

    assert window.obey("F6")
    one = window.dialog
    assert isinstance(one, PaperDialog)
    qtbot.waitUntil(lambda: "مستخرج من محضر" in _shown(one), timeout=WAIT_MS)
    one.leave()
    folder = tmp_path / "extracts"
    folder.mkdir()
    assert page.session is not None
    extracts, ids = tab.extracts, [one.id for one in page.session.outcomes]
    extracts.show_chosen(ids)
    assert extracts.act.text() == "مستخرج لكل جهة"
    extracts.act.trigger()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(folder))
    asked.close()
    qtbot.waitUntil(window.toast.isVisible, timeout=WAIT_MS)
    subjects = {paper.subject for paper in issued(window)}
    assert len(list(folder.glob("مستخرج*.pdf"))) == len(subjects) > 2
    extracts.save_to(folder, [999])
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    assert len(issued(window)) == len(subjects)
    extracts.show_chosen(())
    assert not extracts.act.isEnabled()

    tab.print_table.trigger()
    qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None, timeout=WAIT_MS)
    printing = window.findChild(QPrintDialog)
    assert printing is not None
    printing.close()
    assert page.tabs.code == "papers"
