"""How far each paper is, in the list and beside the paper, and what comes next."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.codes import DeliveryMeans, DocumentKind
from desktop_app.i18n import Language
from desktop_app.services.papers import deliver, mark_signed
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.widgets.buttons import Button
from tests.ui.conftest import WAIT_MS, Open, open_papers
from tests.ui.papers.doing import choose, issued, row_of, settle, shown_text, store_of

MINUTES, INVITATION = DocumentKind.MINUTES, DocumentKind.INVITATION
SHEET, ATTESTATION = DocumentKind.ATTENDANCE_SHEET, DocumentKind.ATTESTATION

FILLED = ("Finalise the minutes", "Keep as issued", "Signed copy", "E-mail")


def states(tab: PapersTab) -> list[str]:
    chips = [tab.papers.chip(row) for row in range(tab.papers.count())]
    return [chip.label for chip in chips if chip]


def filled(tab: PapersTab) -> list[str]:
    """Name the acts that the pane offers as what comes next."""
    visible = {one.act.message for one in tab.details.findChildren(Button) if one.isVisible()}
    return [one for one in FILLED if one in visible]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Draft", "To prepare", "Draft", *["To prepare"] * 6]),
        ("ar", ["مسودة", "للإعداد", "مسودة", *["للإعداد"] * 6]),
    ],
)
def test_the_list_tells_what_was_begun(
    language: Language, told: list[str], open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, language)
    tab = open_papers(window, qtbot)
    settle(window, tab, qtbot)
    assert states(tab) == told
    spoken = tab.papers.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told[0] in spoken
    assert "17" in spoken


def test_a_paper_goes_from_draft_to_sent(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, INVITATION, qtbot)
    assert filled(tab) == ["Keep as issued"]
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    assert states(tab)[row_of(INVITATION)] == "À la signature"
    assert filled(tab) == ["Signed copy"]
    (paper,) = issued(window)
    with store_of(window).write("papers.mark_signed") as work:
        mark_signed(work, paper.id, date(2026, 4, 23))
    settle(window, tab, qtbot)
    assert states(tab)[row_of(INVITATION)] == "Signée"
    assert filled(tab) == ["E-mail"]
    with store_of(window).write("papers.deliver") as work:
        deliver(work, paper.id, "La direction", DeliveryMeans.HAND)
    settle(window, tab, qtbot)
    assert states(tab)[row_of(INVITATION)] == "Transmise"
    assert filled(tab) == []


def test_a_paper_that_changed_since_is_to_be_issued_again(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, INVITATION, qtbot)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    tab.details.number.setText("77/26")
    tab.details.number.textEdited.emit("77/26")
    tab.details.number.commit()
    settle(window, tab, qtbot)
    assert filled(tab) == ["Keep as issued"]
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    assert [(paper.version, paper.reference) for paper in issued(window)] == [
        (2, "77/26"),
        (1, "117/26"),
    ]


def test_states_agree_with_the_name_of_the_paper(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "ar")
    tab = open_papers(window, qtbot)
    for kind in (MINUTES, INVITATION):
        choose(window, tab, kind, qtbot)
        assert window.obey("Ctrl+Enter")
        settle(window, tab, qtbot)
        with store_of(window).write("papers.mark_signed") as work:
            mark_signed(work, issued(window)[0].id, date(2026, 4, 23))
    settle(window, tab, qtbot)
    assert states(tab)[row_of(MINUTES)] == "موقَّع"
    assert states(tab)[row_of(INVITATION)] == "موقَّعة"


def test_the_number_is_given_once_and_taken_back(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, INVITATION, qtbot)
    number = tab.details.number
    given = number.text()
    number.setText("")
    number.textEdited.emit("")
    number.commit()
    qtbot.waitUntil(lambda: window.obey("F4"), timeout=WAIT_MS)  # once the tab has the news
    settle(window, tab, qtbot)
    qtbot.waitUntil(lambda: number.text() not in {"", given}, timeout=WAIT_MS)
    assert not window.obey("F4")
    assert window.obey("Ctrl+Z")
    qtbot.waitUntil(lambda: number.text() == "", timeout=WAIT_MS)


def test_a_number_without_end_is_cut_where_it_is_typed(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    tab.details.number.selectAll()
    tab.details.number.insert("1" * 100_000)
    assert tab.details.number.text() == "1" * 300


def test_what_bears_no_number_offers_none(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    for kind in (SHEET, ATTESTATION):
        choose(window, tab, kind, qtbot)
        assert not tab.details.number.isVisible()
        assert not window.obey("F4")


def test_the_pane_tells_who_signs_who_gets_it_and_what_became_of_it(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QLabel

    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    told = [one.text() for one in tab.details.findChildren(QLabel) if one.isVisible()]
    assert "La rapporteure – Hanane Doukkali" in told
    assert "Présents (17)" in told
    assert "Feuille de présence" in told
    assert any(one.startswith("Version 1") for one in told)


def test_the_attestation_of_one_person_is_numbered_when_it_is_kept(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    choose(window, tab, ATTESTATION, qtbot)
    tab.details.person.setCurrentIndex(2)
    tab.details.person.activated.emit(2)
    settle(window, tab, qtbot)
    assert window.obey("Ctrl+Enter")
    settle(window, tab, qtbot)
    (paper,) = issued(window)
    assert paper.reference
    assert paper.reference in shown_text(tab)
    assert filled(tab) == ["Signed copy"]
