"""A person's page, as one uses it."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.codes import DeliveryMeans, DocumentKind
from db.journal import entries
from db.unit_of_work import Store
from desktop_app.documents.attesting import attest
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import papers, people
from desktop_app.services.drafts import FunctionDraft, InstitutionDraft, Label, PersonDraft
from desktop_app.services.institution import set_institution
from desktop_app.services.institution_data import NumberingMode
from desktop_app.services.recording import record_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.papers.preview import Preview
from desktop_app.ui.person.page import PersonPage
from desktop_app.ui.person.received import ReceivedDialog
from desktop_app.ui.text import percent
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.window import MainWindow
from tests.services.drafts import draft
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.tour import person_id, settle
from tests.ui.walking import clipped

NONE = Qt.KeyboardModifier.NoModifier
LONG = "عبد المجيد " + "بن عبد الرحمان " * 6


def opened(window: MainWindow, name: str | int = "Souad Hamdaoui") -> PersonPage:
    key = name if isinstance(name, int) else person_id(window, name)
    window.go(Address("person", key))
    settle(window)
    page = window.page
    assert isinstance(page, PersonPage)
    return page


def store_of(window: MainWindow) -> Store:
    assert window.desk.store
    return window.desk.store


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)
    settle(window)


def seen(page: PersonPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def cells(page: PersonPage, at: int) -> list[str]:
    row = page.sessions.rows.row(at)
    assert row is not None
    return [column.words(row) for column in page.sessions.rows.columns]


def test_the_card_says_who_it_is_in_both_languages(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Itto Bouazza")
    told = seen(page)
    assert {"Itto Bouazza", "إيطو بوعزة", "Mme"} <= set(told)
    assert page.card.body.text() == "Direction provinciale de Khénifra"
    assert page.card.email.text() == "itto.bouazza@example.org"
    assert window.page
    assert window.page.header.title.text() == "Itto Bouazza"
    assert "Khénifra" in window.page.header.context.text()


def test_since_when_a_function_is_held_is_told(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    key = person_id(window, "Amina Tadili")
    with store_of(window).write("x") as work:
        people.appoint(
            work, key, FunctionDraft(title=Label("مديرة", "directrice")), None, date(2022, 9, 1)
        )
    page = opened(window, key)
    assert "depuis le 1er septembre 2022" in seen(page)
    assert page.card.function.value.fr == "directrice"


def test_what_was_wrong_with_one_is_not_said_of_another(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Itto Bouazza")
    page.card.email.setText("itto at example")
    page.card.email.textEdited.emit("itto at example")
    page.card.email.commit()
    settle(window)
    assert "name@example.ma" in page.card.email_field.error
    page = opened(window, "Souad Hamdaoui")
    assert page.card.email_field.error == ""


def test_sessions_are_told_with_words_that_agree(open_window: Open, record: Path) -> None:
    window = open_window(record, "ar")
    page = opened(window, "Itto Bouazza")
    attendance = [cells(page, at)[4] for at in range(6)]
    assert attendance[0] == "لم يُسجل"
    assert "حاضرة" in attendance
    assert "متغيبة بعذر" in attendance
    assert cells(page, 2)[0].strip("\u2066\u2069") == "2/26"


def test_enter_opens_the_session_and_back_returns(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    assert page.sessions.hasFocus()
    press(window, Qt.Key.Key_Down)
    assert page.sessions.current
    wanted = page.sessions.current.id
    press(window, Qt.Key.Key_Return)
    assert window.address
    assert (window.address.place, window.address.key) == ("session", wanted)
    press(window, Qt.Key.Key_Escape)
    assert window.page is page


def test_an_open_outcome_leads_to_its_session(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    page.follow_ups.setFocus()
    assert page.follow_ups.current
    press(window, Qt.Key.Key_Return)
    wanted = page.follow_ups.current.session_id
    assert window.address
    assert (window.address.key, window.address.part) == (wanted, "outcomes")


def test_what_is_in_hand_is_printed_for_one_and_for_a_directorate(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Saïd Belfquih")
    assert not page.follow_ups.rows.rowCount()
    assert not window.obey("Ctrl+P")
    opened(window)
    for key, owner in (("person", "Souad Hamdaoui"), ("body", "DP de Béni Mellal")):
        assert window.obey("Ctrl+P")
        dialog = window.dialog
        assert isinstance(dialog, PaperDialog)
        preview = dialog.preview
        qtbot.waitUntil(partial(_is_made, preview), timeout=WAIT_MS)
        assert preview.rendered
        assert preview.rendered.kind is DocumentKind.EXTRACT
        assert owner in preview.rendered.paper.title
        dialog.leave()
        settle(window)
        if key == "person":
            window.go(Address("body", 5))
            settle(window)


def _is_made(preview: Preview) -> bool:
    return preview.rendered is not None


def test_lateness_is_told_in_days_and_in_the_figure(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    (outcome,) = [page.follow_ups.rows.row(0)]
    assert outcome
    assert outcome.due
    days = (date.today() - outcome.due).days  # noqa: DTZ011 - the user's own day
    words = [column.words(outcome) for column in page.follow_ups.rows.columns]
    assert f"{days} jours de retard" in words
    figures = [card.accessibleName() for card in page.findChildren(FigureCard)]
    assert "Suivis ouverts 1 en retard\u00a0: 1 · 0 réalisés sur 1" in figures


def test_an_attestation_is_told_by_its_number_or_by_a_mark(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Itto Bouazza")
    assert page.shown
    first, second, *_ = [session.id for session in page.shown.attended]
    with store_of(window).write("x") as work:
        attest(work, first, page.shown.person.id, ("ar",))
        set_institution(work, InstitutionDraft(numbering=NumberingMode.BLANK))
        attest(work, second, page.shown.person.id, ("ar",))
    settle(window)
    told = [cells(page, at)[-1].strip("\u2066\u2069") for at in range(6)]
    assert told == ["–", "1/26", "✓", "–", "–", "–"]
    figures = [card.accessibleName() for card in page.findChildren(FigureCard)]
    assert any(name.startswith("Attestations 2 la dernière le") for name in figures)


def test_a_figure_leads_to_its_list(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Itto Bouazza")
    attended, represented, open_, attested, _ = page.findChildren(FigureCard)
    for card in (attended, represented):
        card.setFocus()
        card.click()
        assert page.sessions.hasFocus()
        assert page.sessions.rows.sorted_by == "attendance"
    attested.click()
    assert page.sessions.rows.sorted_by == "attestation"
    opened(window)
    open_.click()
    assert page.follow_ups.hasFocus()


def test_a_school_year_can_be_looked_at_and_the_papers_of_it_opened(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "fr")
    page = opened(window, "Itto Bouazza")
    assert page.shown
    person, (session_id, *_) = page.shown.person.id, [one.id for one in page.shown.attended]
    with store_of(window).write("x") as work:
        given = attest(work, session_id, person, ("ar",))
        papers.deliver(work, given.document_id, "Itto", DeliveryMeans.EMAIL, person_id=person)
    settle(window)
    everything = page.sessions.rows.rowCount()
    page.period.choose("2025/2026")
    page.period.chosen.emit("2025/2026")
    days = [
        row.day for row in map(page.sessions.rows.row, range(page.sessions.rows.rowCount())) if row
    ]
    assert 0 < len(days) < everything
    assert all(day and date(2025, 9, 1) <= day <= date(2026, 8, 31) for day in days)
    attended, *_, attested, received = page.findChildren(FigureCard)
    assert attested.accessibleName() == "Attestations 0"
    assert str(len(days)) in attended.accessibleName()
    received.click()
    assert isinstance(window.dialog, ReceivedDialog)
    assert window.dialog.table.current is None
    window.dialog.leave()
    page.period.clear_filter()
    assert page.sessions.rows.rowCount() == everything
    received.click()
    dialog = window.dialog
    assert isinstance(dialog, ReceivedDialog)
    assert dialog.table.current
    assert "Attestation" in [
        column.words(dialog.table.current) for column in dialog.table.rows.columns
    ]
    press(window, Qt.Key.Key_Return)
    assert window.address == Address("session", session_id, "papers")


class TestContact:
    """E-mail and phone, typed in place."""

    def test_they_are_kept_as_typed_and_journaled(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        page = opened(window)
        press(window, Qt.Key.Key_F2)
        assert page.card.name.isAncestorOf(window.focusWidget())
        page.card.email.setFocus()
        page.card.email.selectAll()
        QTest.keyClicks(page.card.email, "s.hamdaoui@example.ma")
        press(window, Qt.Key.Key_Return)
        press(window, Qt.Key.Key_Tab)
        QTest.keyClicks(page.card.phone, "05 23 00 00 00")
        press(window, Qt.Key.Key_Escape)
        key = person_id(window, "Souad Hamdaoui")
        with store_of(window).read() as reading:
            kept = next(p for p in people.list_people(reading, date.max) if p.id == key)
            units = [entry.use_case for entry in entries(reading)]
        assert (kept.email, kept.phone) == ("s.hamdaoui@example.ma", "05 23 00 00 00")
        assert units[-2:] == ["people.set_email", "people.set_phone"]

    def test_no_address_is_told_beside_the_field_and_nothing_is_lost(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        page = opened(window)
        page.card.email.setFocus()
        page.card.email.selectAll()
        QTest.keyClicks(page.card.email, "souad")
        press(window, Qt.Key.Key_Return)
        assert "adresse e-mail" in page.card.email_field.error
        assert page.card.email.text() == "souad"
        QTest.keyClicks(page.card.email, "@example.ma")
        press(window, Qt.Key.Key_Return)
        assert page.card.email_field.error == ""

    def test_a_refusal_that_comes_after_leaving_is_told_in_the_bar(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        page = opened(window)
        page.card.email.setFocus()
        page.card.email.selectAll()
        QTest.keyClicks(page.card.email, "souad")
        opened(window, "Amina Tadili")
        assert window.message_bar.isVisible()
        assert page.card.email.text() == "amina.tadili@example.org"
        assert page.card.email_field.error == ""


class TestWhateverIsOnFile:
    """Long, missing and many."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("size", [(1000, 540), (1366, 768)])
    def test_long_and_single_names_have_their_room(
        self, language: Language, size: tuple[int, int], open_window: Open, record: Path
    ) -> None:
        window = open_window(record, language, size)
        with store_of(window).write("x") as work:
            keys = [
                people.find_or_create(work, PersonDraft(name=name, function=function))
                for name, function in (
                    (Label(LONG.strip()), FunctionDraft(title=Label(LONG.strip()))),
                    (Label("", "Bare Name"), FunctionDraft()),
                )
            ]
        for key in keys:
            page = opened(window, key)
            head = page.header.title.text()  # its end may be an ellipsis: the card says it whole
            assert [fault for fault in clipped(window) if head not in fault] == []
            assert head in seen(page)
            assert not page.attest_act.isEnabled()
            assert page.attest_act.toolTip()
            assert not window.obey("F9")

    def test_forty_sessions_can_be_gone_through(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr", (1024, 600))
        first = date(2023, 1, 2)
        with store_of(window).write("x") as work:
            for week in range(40):
                record_session(
                    work,
                    draft(
                        days=[str(first + timedelta(weeks=week))],
                        attendance=[{"person": "salma", "state": "present"}],
                    ),
                )
        page = opened(window, "Salma Aït Ouali")
        assert page.sessions.rows.rowCount() == 40
        press(window, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert page.sessions.current
        assert page.sessions.current.day == first
        assert clipped(window) == []

    def test_the_next_person_shows_nothing_of_the_last(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        page = opened(window)
        page = opened(window, "Saïd Belfquih")
        assert page.follow_ups.rows.rowCount() == 0
        assert page.shown
        assert {session.id for session in page.shown.sessions} == {
            row.id
            for at in range(page.sessions.rows.rowCount())
            if (row := page.sessions.rows.row(at))
        }
        assert not page.follow_ups.isVisible()


def test_a_share_of_a_hundred_is_written_as_each_language_does() -> None:
    bare = [percent(64, language).strip("\u2066\u2069") for language in ("ar", "fr", "en")]
    assert bare == ["64%", "64\u202f%", "64%"]
