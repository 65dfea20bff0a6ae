"""The papers of a session: chosen, seen, kept up to date."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.codes import AttendanceState, DocumentKind
from db.errors import UserError
from desktop_app.services.papers import replace_wording
from desktop_app.ui.addresses import Address
from desktop_app.ui.kept import Kept
from desktop_app.ui.papers.kinds import OFFERS
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.widgets.buttons import Button
from tests.ui.conftest import WAIT_MS, Open, open_papers, session_of, sessions_of, wait_for_paper
from tests.ui.papers.doing import choose, settle, shown_text, store_of

ATTESTATION, SHEET = DocumentKind.ATTESTATION, DocumentKind.ATTENDANCE_SHEET


def choose_language(tab: PapersTab, language: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.shown, timeout=WAIT_MS):
        tab.preview.languages.choose(language)
        tab.preview.languages.chosen.emit(language)
    wait_for_paper(tab, qtbot)


def ink(tab: PapersTab) -> int:
    """Count dark pixels among those sampled in the middle of the view."""
    picture = tab.view.viewport().grab().toImage()
    xs = range(60, picture.width() - 60, 3)
    ys = range(40, picture.height() - 20, 3)
    return sum(picture.pixelColor(x, y).lightness() < 110 for x in xs for y in ys)


def test_a_paper_is_seen_in_each_language(open_window: Open, record: Path, qtbot: QtBot) -> None:
    tab = open_papers(open_window(record), qtbot)
    assert tab.preview.languages.value == "ar"
    assert "المملكة المغربية" in shown_text(tab)
    assert ink(tab) > 200
    choose_language(tab, "fr", qtbot)
    french = shown_text(tab)
    assert "rocès-verbal" in french
    assert "محضر" not in french
    assert ink(tab) > 200
    choose_language(tab, "both", qtbot)
    both = shown_text(tab)
    assert "rocès-verbal" in both
    assert "محضر" in both


def test_a_screen_reader_is_given_the_words_of_the_page(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    tab = open_papers(open_window(record), qtbot)
    qtbot.waitUntil(lambda: "المملكة المغربية" in tab.view.accessibleDescription(), timeout=WAIT_MS)
    tab.view.go_to(1)
    qtbot.waitUntil(lambda: "الصفحة 2" in tab.view.accessibleDescription(), timeout=WAIT_MS)


def test_the_paper_keeps_its_language_when_the_window_changes(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "ar")
    tab = open_papers(window, qtbot)
    before = tab.rendered
    window.desk.set_language("fr")
    settle(window, tab, qtbot)
    assert before is not None
    assert tab.rendered is not None
    assert tab.rendered.pdf == before.pdf
    assert tab.preview.languages.value == "ar"
    assert tab.details.title.text() == "Procès-verbal"


@pytest.mark.parametrize("kind", [offer.kind for offer in OFFERS])
def test_every_paper_of_the_list_can_be_seen_in_every_variant(
    kind: DocumentKind, open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, kind, qtbot)
    seen = set()
    for variant in tab.papers.offer.variants or ("",):
        tab.details.variants.choose(variant)
        tab.details.variants.chosen.emit(variant)
        settle(window, tab, qtbot)
        assert tab.rendered is not None
        assert tab.rendered.kind is kind
        seen.add(tab.rendered.pdf)
    assert len(seen) == max(len(tab.papers.offer.variants), 1)
    assert window.message_bar.text == ""


def test_the_paper_of_one_person_alone(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    assert tab.view.count > 5
    person = tab.details.person
    assert person.count() == tab.view.count + 1
    name = person.itemText(2)
    person.setCurrentIndex(2)
    person.activated.emit(2)
    settle(window, tab, qtbot)
    assert tab.view.count == 1
    assert name in shown_text(tab)
    assert person.currentText() == name
    assert person.count() > 5


def test_what_cannot_be_made_is_said(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "en")
    page = sessions_of(window)
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    assert window.obey("Enter")
    assert window.address is not None
    window.go(Address("session", window.address.key, "papers"))
    tab = session_of(window).part
    assert isinstance(tab, PapersTab)
    wait_for_paper(tab, qtbot)
    session = session_of(window).session
    assert session is not None
    assert not any(line.state is AttendanceState.PRESENT for line in session.attendance)
    choose(window, tab, ATTESTATION, qtbot)
    assert window.message_bar.text.startswith("No attestation was made")
    assert tab.rendered is None
    assert not any(act.isEnabled() for act in (tab.print_act, tab.save_act, tab.mail_act))


def test_f3_turns_the_language_of_the_paper(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    for language in ("fr", "both", "ar"):
        with qtbot.waitSignal(tab.shown, timeout=WAIT_MS):
            assert window.obey("F3")
        assert tab.preview.languages.value == language


def test_new_words_in_the_record_come_to_the_page(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    session = session_of(window).session
    assert session is not None
    with store_of(window).write("papers.replace_wording") as work:
        replace_wording(
            work, session.id, DocumentKind.MINUTES, "opening", "ar", "عبارة كُتبت باليد في الاختبار"
        )
    qtbot.waitUntil(lambda: "كُتبت باليد" in shown_text(tab), timeout=WAIT_MS)


def test_pages_are_turned_and_resized(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "en")
    view = open_papers(window, qtbot).view
    assert view.count > 1
    assert view.page == 0
    assert window.obey("PgDn")
    assert view.page == 1
    assert window.obey("PgUp")
    assert view.page == 0
    assert view.fits_width
    wide = view.verticalScrollBar().maximum()
    assert window.obey("Ctrl+-")
    assert view.verticalScrollBar().maximum() < wide
    assert not view.fits_width
    view.zoom(1)
    assert window.obey("Ctrl++")
    assert view.verticalScrollBar().maximum() > wide
    assert view.horizontalScrollBar().maximum() > 0
    assert window.obey("Ctrl+0")
    assert view.verticalScrollBar().maximum() == wide
    qtbot.waitUntil(lambda: view.drawn, timeout=WAIT_MS)


def test_pages_are_there_again_when_one_comes_back_from_far(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    assert tab.view.count > 4
    for page in (tab.view.count - 1, 0):
        tab.view.go_to(page)
        settle(window, tab, qtbot)
        assert tab.view.drawn
        assert ink(tab) > 200


def test_the_page_shown_stays_until_the_next_is_there(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    tab = open_papers(open_window(record), qtbot)
    blank = []
    tab.shown.connect(lambda: blank.append(ink(tab) == 0))
    with qtbot.waitSignal(tab.shown, timeout=WAIT_MS):
        tab.papers.setCurrentRow(0)
    assert blank == [False]


def test_nothing_can_be_done_before_there_is_a_paper(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = PapersTab(window.desk)
    offered = (tab.print_act, tab.save_act, tab.mail_act, tab.signed_act, tab.editing.edit_act)
    assert not any(act.isEnabled() for act in offered)
    assert all(act.reason for act in (tab.print_act, tab.mail_act, tab.signed_act))
    assert not [button for button in tab.details.findChildren(Button) if button.isEnabled()]
    tab.deleteLater()


def test_the_zoom_means_nothing_before_there_is_a_paper(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = PapersTab(window.desk)
    for steps in (1, -1):
        tab.view.zoom(steps)
        assert tab.view.fits_width
    tab.deleteLater()


def test_a_narrow_window_shows_the_details_in_place_of_the_list(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr", (1000, 540))
    tab = open_papers(window, qtbot)
    assert not tab.details.isVisible()
    assert window.obey("Enter")
    assert tab.details.isVisible()
    assert not tab.papers.isVisible()
    assert tab.details.number.hasFocus()
    assert window.obey("Esc")
    assert tab.papers.isVisible()
    assert not tab.details.isVisible()
    assert window.obey("F6")
    window.resize(1366, 768)
    qtbot.waitUntil(tab.papers.isVisible)
    assert tab.details.isVisible()


def test_in_a_low_window_the_list_scrolls_to_the_paper_that_is_chosen(
    open_window: Open, record: Path, qtbot: QtBot, kept: Kept
) -> None:
    kept.text_size = 130
    window = open_window(record, "fr", (1000, 540))
    tab = open_papers(window, qtbot)
    window.show_error(UserError("This paper cannot be shown"))
    papers = tab.papers
    for row in (0, len(OFFERS) - 1):
        papers.setCurrentRow(row)
        qtbot.waitUntil(
            lambda: papers.viewport().rect().contains(papers.visualItemRect(papers.currentItem())),
            timeout=WAIT_MS,
        )
    assert window.height() == 540
    assert tab.rect().contains(papers.geometry())


def test_f6_goes_from_pane_to_pane(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = open_papers(window, qtbot)
    tab.papers.setFocus()
    for pane in (tab.view, tab.details.number, tab.papers):
        assert window.obey("F6")
        assert pane.hasFocus()
