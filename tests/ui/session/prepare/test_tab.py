"""The tab of preparation as a whole: what goes out from it, and how it fits the window."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from desktop_app.i18n import Language
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.send import SendDialog
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open, session_of, wait_for_paper
from tests.ui.session.prepare.preparing import (
    editor_of,
    fill,
    line_of,
    on_file,
    prepared,
    press,
    tab_of,
)
from tests.ui.tour import session_id, settle


def papers_of(window: MainWindow) -> PapersTab:
    part = session_of(window).part
    assert isinstance(part, PapersTab)
    return part


def sample(window: MainWindow) -> None:
    window.go(Address("session", session_id(window), "prepare"))
    settle(window)


def test_the_invitations_and_the_sheet_are_two_keys_away(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    sample(window)
    for key, kind in (("F9", DocumentKind.INVITATION), ("F10", DocumentKind.ATTENDANCE_SHEET)):
        assert window.obey(key)
        papers = papers_of(window)
        wait_for_paper(papers, qtbot)
        assert papers.papers.offer.kind is kind
        assert window.obey("Ctrl+P")
        qtbot.waitUntil(lambda: bool(papers_of(window).findChildren(QPrintDialog)), timeout=WAIT_MS)
        for dialog in papers.findChildren(QPrintDialog):
            dialog.reject()
            dialog.setParent(None)


@pytest.mark.parametrize("key", ["Ctrl+M", "button"])
def test_the_invitations_are_sent(open_window: Open, record: Path, qtbot: QtBot, key: str) -> None:
    window = open_window(record)
    sample(window)
    if key == "button":
        buttons = tab_of(window).findChildren(Button)
        next(one for one in buttons if one.act.key == "Ctrl+M").click()
    else:
        assert window.obey(key)
    qtbot.waitUntil(lambda: isinstance(window.dialog, SendDialog), timeout=WAIT_MS)
    assert papers_of(window).papers.offer.kind is DocumentKind.INVITATION


def test_what_was_typed_is_on_the_invitation_that_is_printed_next(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة"}, days=["2026-12-09"])
    line = line_of(tab, "theme")
    line.setFocus()
    line.setText("جودة المعطيات")
    assert window.obey("F9")
    qtbot.waitUntil(lambda: on_file(window).theme.ar == "جودة المعطيات")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_foot_tells_how_many_are_invited_and_under_whom(
    open_window: Open, record: Path, language: Language
) -> None:
    window = open_window(record, language)
    tab = prepared(
        window,
        invitation={"under": {"ar": "السادة المديرين", "fr": "MM. les directeurs"}},
        people=[{"key": "one", "name": {"ar": "سلمى أيت وعلي"}}],
        attendance=[{"person": "one"}],
    )
    words = [button.text() for button in tab.findChildren(Button)]
    assert any("(1)" in text.replace("\u2066", "").replace("\u2069", "") for text in words)
    assert ("المديرين" if language == "ar" else "directeurs") in tab.under.text()


def test_the_parts_are_gone_through_by_a_key(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=[{"title": {"ar": "نقطة"}}])
    tab.form.setFocus()
    parts = []
    for _ in range(3):
        press(window, "F6")
        parts += [
            part
            for part in (tab.form, tab.agenda, tab.invitees)
            if part.isAncestorOf(window.focusWidget())
        ]
    assert parts == [tab.agenda, tab.invitees, tab.form]


def test_invitees_stand_below_in_a_narrow_window(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr", (1000, 540))
    tab = prepared(window)
    assert tab.invitees.mapTo(tab, tab.invitees.rect().topLeft()).x() < 100
    tab.agenda.setFocus()
    press(window, "F6")
    assert tab.invitees.visibleRegion().boundingRect() == tab.invitees.rect()
    window.resize(1366, 768)
    settle(window)
    assert tab.invitees.x() > tab.agenda.width()


def test_the_tab_is_finished_when_all_that_matters_is_there(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "en")
    whole: dict[str, object] = {
        "days": ["2026-12-09"],
        "start": "09:30",
        "place": {"room": {"ar": "قاعة"}},
        "chair": "one",
        "agenda": [{"title": {"ar": "نقطة"}}],
        "people": [{"key": "one", "name": {"ar": "سلمى أيت وعلي"}}],
        "attendance": [{"person": "one"}],
    }
    prepared(window, **whole)
    assert session_of(window).tabs.accessibleTabName(0) == "Prepare: finished"
    for lacking in ("days", "start", "place", "chair", "agenda", "attendance"):
        prepared(window, **{name: value for name, value in whole.items() if name != lacking})
        assert session_of(window).tabs.accessibleTabName(0) == "Prepare"


def test_the_head_of_the_page_says_whether_all_is_kept(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, theme={"ar": "جودة"})
    sign = session_of(window).sign
    fill(window, editor_of(tab, "theme"), "")
    assert sign.accessibleName() == "لم يُحفظ"
    fill(window, editor_of(tab, "theme"), "جودة المعطيات")
    assert sign.accessibleName() == "حُفظ الآن"
