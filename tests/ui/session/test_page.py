"""The frame of a session in the real window."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db import models
from db.codes import SessionState
from db.engine import open_store
from db.errors import UserError
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Session
from desktop_app.services.session_list import list_sessions
from desktop_app.services.sessions import get_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.session.history import HistoryTab
from desktop_app.ui.session.outcomes import OutcomesTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.session.parts import TABS
from desktop_app.ui.session.steps import CancelDialog, PostponeDialog, StepsDialog
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, session_of
from tests.ui.tour import session_id, settle
from tests.ui.widgets.seen import inked

LONG = "تتبع تنزيل مقتضيات المخطط التواصلي الجهوي لمواكبة الدخول المدرسي " * 4


def recorded(record: Path, **fields: object) -> int:
    """Record one more session in a file that is closed."""
    draft = checked({"type": "workshop", "theme": {"ar": "جلسة"}, **fields}, SessionDraft)
    with open_store(record) as store, store.write("test") as work:
        return record_session(work, draft)


def opened(window: MainWindow, part: str = "", key: int | None = None) -> SessionPage:
    window.go(Address("session", key or session_id(window), part))
    settle(window)
    return session_of(window)


def outcomes_of(page: SessionPage) -> OutcomesTab:
    assert isinstance(page.part, OutcomesTab)
    return page.part


def on_file(window: MainWindow, page: SessionPage) -> Session:
    assert window.desk.store is not None
    assert page.session_id is not None
    with window.desk.store.read() as reading:
        return get_session(reading, page.session_id)


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def steps_dialog(window: MainWindow) -> StepsDialog:
    assert window.obey("Ctrl+T")
    assert isinstance(window.dialog, StepsDialog)
    return window.dialog


@pytest.mark.parametrize(
    ("language", "title", "context"),
    [
        ("ar", "ورشة عمل: الوسائط", "الأربعاء 22 أبريل 2026"),
        ("fr", "Atelier de travail\u00a0: Supports", "Mercredi 22 avril 2026"),
        ("en", "ورشة عمل: الوسائط", "Wednesday 22 April 2026"),
    ],
)
def test_the_head_says_which_session_when_and_where(
    open_window: Open, record: Path, language: Language, title: str, context: str
) -> None:
    page = opened(open_window(record, language))
    assert bare(page.header.title.text()).startswith(title)
    assert bare(page.header.context.text()).startswith(context)
    assert "2/26" in page.header.context.text()


def test_messages_stand_under_the_tabs_and_the_window_keeps_its_size(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "fr", (1000, 540))
    page = opened(window)
    window.show_error(UserError("The reason is missing."))
    settle(window)
    bar, part = window.message_bar, page.part
    assert isinstance(part, QWidget)
    tops = [one.mapTo(window, QPoint(0, 0)).y() for one in (page.header, page.tabs, bar, part)]
    assert tops == sorted(set(tops))
    assert (window.width(), window.height()) == (1000, 540)
    window.go(Address("sessions"))
    settle(window)
    assert bar.isVisible()
    assert bar.mapTo(window, QPoint(0, 0)).y() == window.headers.height()


def test_the_head_says_in_a_narrow_window_only_what_is_whole(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "ar", (1000, 540))
    page = opened(window)
    settle(window)
    context = page.header.context
    assert context.cut
    assert context.toolTip()
    place = QRect(context.mapTo(window, QPoint(0, 0)), context.size())
    assert not inked(window.grab(place).toImage())


def test_every_day_of_a_session_stands_in_the_head(open_window: Open, record: Path) -> None:
    key = recorded(record, days=["2026-05-20", "2026-05-21", "2026-05-27"])
    page = opened(open_window(record, "fr"), key=key)
    assert bare(page.header.context.text()) == "20–21, 27 mai 2026"


def test_a_session_without_day_place_and_number_is_shown(open_window: Open, record: Path) -> None:
    key = recorded(record)
    page = opened(open_window(record), key=key)
    assert bare(page.header.title.text()) == "ورشة عمل: جلسة"
    assert page.header.context.text() == ""
    title, head = page.header.title, page.header
    assert abs(title.geometry().center().y() - head.rect().center().y()) <= 1


def test_an_address_without_a_tab_shows_the_papers(open_window: Open, record: Path) -> None:
    window = open_window(record)
    assert isinstance(opened(window).part, PapersTab)
    assert isinstance(opened(window, "no-such-tab").part, PapersTab)


def test_keys_go_from_tab_to_tab_and_round(open_window: Open, record: Path) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    codes = [one.tab.code for one in TABS]
    at = codes.index("outcomes")
    seen = []
    for _ in codes:
        assert window.obey("Ctrl+PgDn")
        settle(window)
        seen.append(page.tabs.code)
    assert seen == [*codes[at + 1 :], *codes[: at + 1]]
    assert window.obey("Ctrl+PgUp")
    assert page.tabs.code == codes[at - 1]


def test_the_focus_is_where_work_begins(open_window: Open, record: Path) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    assert outcomes_of(page).table.hasFocus()
    opened(window, "history")
    assert isinstance(page.part, HistoryTab)
    assert page.part.text.hasFocus()
    opened(window, "papers")
    assert isinstance(page.part, PapersTab)
    assert page.part.papers.hasFocus()


def test_finished_tabs_say_so(open_window: Open, record: Path) -> None:
    lacking = recorded(record, outcomes=[{"kind": "action", "text": {"ar": "عمل"}}])
    window = open_window(record, "en")
    page = opened(window, "outcomes")
    at = [one.tab.code for one in TABS].index("outcomes")
    assert page.tabs.accessibleTabName(at) == "Outcomes: finished"
    opened(window, "outcomes", lacking)
    assert page.tabs.accessibleTabName(at) == "Outcomes"


def test_going_back_leads_to_the_list(open_window: Open, record: Path) -> None:
    window = open_window(record)
    window.go(Address("sessions"))
    opened(window, "outcomes")
    opened(window, "history")
    window.desk.back()
    assert window.address == Address("sessions")


def test_an_outcome_is_landed_on(open_window: Open, record: Path) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    tab = outcomes_of(page)
    last = tab.table.rows.rows_in(range(99))[-1]
    window.go(Address("sessions"))
    opened(window, f"outcomes/{last.id}")
    assert tab.table.current == last
    other = opened(window, "outcomes/99999")
    assert outcomes_of(other).table.current is not None


def test_an_outcome_is_landed_on_over_a_filter(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = outcomes_of(opened(window, "outcomes"))
    everything = tab.table.rows.rows_in(range(99))
    kinds = {row.outcome.kind for row in everything}
    assert len(kinds) > 1
    tab.kind.choose(everything[0].outcome.kind.value)
    tab.kind.chosen.emit(tab.kind.value)
    hidden = next(row for row in everything if row.outcome.kind != everything[0].outcome.kind)
    assert hidden not in tab.table.rows.rows_in(range(99))
    opened(window, f"outcomes/{hidden.id}")
    assert tab.table.current == hidden


def test_a_session_that_is_gone_says_so(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    window.go(Address("session", 999))
    settle(window)
    assert window.message_bar.text.startswith("There is no session 999")
    assert window.address == Address("sessions")


def test_printing_from_another_tab_goes_to_the_papers(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    done = []
    papers = page._part_of("papers")
    assert isinstance(papers, PapersTab)
    papers.mail_act.triggered.disconnect()
    papers.mail_act.triggered.connect(lambda _=False: done.append(page.tabs.code))
    assert window.obey("Ctrl+M")
    qtbot.waitUntil(lambda: done == ["papers"], timeout=30_000)


def test_printing_while_the_paper_is_being_made_waits_for_it_and_is_done_once(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    done = []
    papers = page._part_of("papers")
    assert isinstance(papers, PapersTab)
    papers.mail_act.triggered.disconnect()
    papers.mail_act.triggered.connect(lambda _=False: done.append(papers.rendered is not None))
    window.go(Address("session", page.session_id, "papers"))
    assert papers.rendered is None
    assert window.obey("Ctrl+M")
    assert window.obey("Ctrl+M")
    qtbot.waitUntil(lambda: papers.rendered is not None, timeout=30_000)
    settle(window)
    assert done == [True]


def test_what_was_to_be_printed_is_not_when_one_left_meanwhile(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    page = opened(window, "outcomes")
    done = []
    papers = page._part_of("papers")
    assert isinstance(papers, PapersTab)
    papers.mail_act.triggered.disconnect()
    papers.mail_act.triggered.connect(lambda _=False: done.append(1))
    assert window.obey("Ctrl+M")
    assert papers.rendered is None
    window.go(Address("sessions"))
    settle(window)
    opened(window, "papers")
    assert papers.rendered is not None
    assert done == []


class TestSteps:
    """The full stepper."""

    def test_a_click_shows_all_steps_with_their_days(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        page = opened(window, "outcomes")
        page.stepper.click()
        assert isinstance(window.dialog, StepsDialog)
        said = window.dialog.stepper.accessibleName()
        assert "Tenu 22 avril 2026" in said
        window.dialog.leave()

    def test_the_next_step_is_taken_by_enter_and_undone(
        self, open_window: Open, record: Path
    ) -> None:
        key = recorded(record, days=["2026-05-20"], state="held", since="2026-05-20")
        window = open_window(record)
        page = opened(window, "outcomes", key)
        dialog = steps_dialog(window)
        assert dialog.state.value is SessionState.DRAFTING
        dialog.day.setText("22/05/2026")
        assert window.obey("Enter")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.since) == (SessionState.DRAFTING, date(2026, 5, 22))
        assert "محضر قيد الإعداد" in page.stepper.accessibleName()
        assert window.obey("Ctrl+Z")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.since) == (SessionState.HELD, date(2026, 5, 20))

    def test_being_held_is_proposed_for_its_last_day(self, open_window: Open, record: Path) -> None:
        key = recorded(record, days=["2026-05-20", "2026-05-21"], state="invited")
        window = open_window(record)
        opened(window, "outcomes", key)
        assert steps_dialog(window).day.text() == "21/05/2026"

    def test_what_is_no_day_is_said_under_the_field(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "en")
        page = opened(window, "outcomes")
        dialog = steps_dialog(window)
        before = on_file(window, page)
        dialog.day.setText("31/02/2026")
        assert window.obey("Enter")
        assert window.dialog is dialog
        assert "Not a date" in dialog.field.error
        settle(window)
        assert on_file(window, page) == before

    def test_a_step_to_come_is_refused_and_nothing_is_changed(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "en")
        page = opened(window, "outcomes")
        before = on_file(window, page)
        dialog = steps_dialog(window)
        dialog.day.setText("01/01/2040")
        assert window.obey("Enter")
        assert window.dialog is dialog
        assert dialog.field.error == "This day has not come yet."
        settle(window)
        assert on_file(window, page) == before

    def test_a_session_is_put_off_to_a_day(self, open_window: Open, record: Path) -> None:
        key = recorded(record, days=["2026-05-20"], state="invited")
        window = open_window(record)
        page = opened(window, "outcomes", key)
        steps_dialog(window)
        assert window.obey("F8")
        dialog = window.dialog
        assert isinstance(dialog, PostponeDialog)
        dialog.day.setText("3/6/2027")
        dialog.reason.setPlainText("إضراب")
        assert window.obey("Ctrl+Enter")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.reason) == (SessionState.POSTPONED, "إضراب")
        assert session.days == (date(2027, 6, 3),)
        assert "مؤجلة" in page.stepper.accessibleName()
        assert window.obey("Ctrl+Z")
        settle(window)
        assert on_file(window, page).days == (date(2026, 5, 20),)

    @pytest.mark.parametrize("day", ["01/01/1900", "31/12/2099"])
    def test_a_day_that_papers_cannot_write_is_refused_under_its_field(
        self, open_window: Open, record: Path, day: str
    ) -> None:
        window = open_window(record, "en")
        page = opened(window, "outcomes")
        before = on_file(window, page)
        steps_dialog(window)
        assert window.obey("F8")
        dialog = window.dialog
        assert isinstance(dialog, PostponeDialog)
        dialog.day.setText(day)
        assert window.obey("Ctrl+Enter")
        assert window.dialog is dialog
        assert dialog.field.error == "The year must be from 1925 to 2076."
        settle(window)
        assert on_file(window, page) == before

    def test_a_reason_without_end_is_refused_under_its_field(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "en")
        page = opened(window, "outcomes")
        before = on_file(window, page)
        for key in ("F8", "F9"):
            steps_dialog(window)
            assert window.obey(key)
            dialog = window.dialog
            assert isinstance(dialog, PostponeDialog | CancelDialog)
            dialog.reason.setPlainText("x" * 20_001)
            assert window.obey("Ctrl+Enter")
            assert window.dialog is dialog
            field = dialog.why if isinstance(dialog, PostponeDialog) else dialog.field
            assert "longer than 20000 letters" in field.error
            dialog.leave()
        settle(window)
        assert on_file(window, page) == before

    def test_what_is_refused_is_told_in_plain_words(self, open_window: Open, record: Path) -> None:
        key = recorded(record, days=[], state="planned")
        window = open_window(record, "en")
        opened(window, "outcomes", key)
        dialog = steps_dialog(window)
        dialog.state.choose(SessionState.HELD)
        assert window.obey("Enter")
        settle(window)
        assert window.message_bar.text == (
            "What you asked for was not recorded: a session that was held needs its day. Correct it"
            " and try again; what was recorded before is safe."
        )

    def test_a_reason_is_not_lost_when_the_record_takes_nothing(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "en")
        page = opened(window, "outcomes")
        steps_dialog(window)
        assert window.obey("F9")
        dialog = window.dialog
        assert isinstance(dialog, CancelDialog)
        dialog.reason.setPlainText("إضراب")
        away = record.rename(record.with_name("away"))
        assert window.obey("Ctrl+Enter")
        settle(window)
        assert "Nothing was saved" in window.message_bar.text
        away.rename(record)
        buttons = window.message_bar.findChildren(Button)
        next(button for button in buttons if button.act.message == "Try again").click()
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.reason) == (SessionState.CANCELLED, "إضراب")

    def test_a_session_is_put_off_without_a_day(self, open_window: Open, record: Path) -> None:
        key = recorded(record, days=["2026-05-20"])
        window = open_window(record)
        page = opened(window, "outcomes", key)
        steps_dialog(window)
        window.obey("F8")
        assert window.obey("Ctrl+Enter")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.reason) == (SessionState.POSTPONED, "")
        assert session.days == (date(2026, 5, 20),)

    def test_nothing_is_given_up_without_a_reason(self, open_window: Open, record: Path) -> None:
        window = open_window(record)
        page = opened(window, "outcomes")
        steps_dialog(window)
        window.obey("F9")
        dialog = window.dialog
        assert isinstance(dialog, CancelDialog)
        assert window.obey("Ctrl+Enter")
        assert window.dialog is dialog
        assert dialog.reason.hasFocus()
        dialog.reason.setPlainText("تغيير في البرنامج")
        assert window.obey("Ctrl+Enter")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.reason) == (SessionState.CANCELLED, "تغيير في البرنامج")
        assert "ملغاة" in page.stepper.accessibleName()

    def test_what_is_given_up_leads_nowhere_and_can_be_taken_up_again(
        self, open_window: Open, record: Path
    ) -> None:
        key = recorded(record, state="cancelled", reason="Grève", days=["2026-05-20"])
        window = open_window(record, "fr")
        page = opened(window, "outcomes", key)
        assert "suivant" not in page.stepper.accessibleName().casefold()
        dialog = steps_dialog(window)
        assert dialog.state.value is SessionState.PLANNED
        assert any(label.text() == "Grève" for label in dialog.findChildren(QLabel))
        assert window.obey("Enter")
        settle(window)
        session = on_file(window, page)
        assert (session.state, session.reason) == (SessionState.PLANNED, "")


class TestHistory:
    """The journal, in the window."""

    def test_what_was_just_done_stands_on_top(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "en")
        page = opened(window, "history")
        steps_dialog(window)
        window.obey("F9")
        assert isinstance(window.dialog, CancelDialog)
        window.dialog.reason.setPlainText("Strike")
        window.obey("Ctrl+Enter")
        settle(window)
        assert isinstance(page.part, HistoryTab)
        lines = bare(page.part.text.toPlainText()).splitlines()
        assert lines[2] == "Changed: The session"
        assert "State:  Sent out → Cancelled" in lines[3]
        assert any("Reason:  Strike" in line for line in lines[:7])

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_is_told_in_the_language_of_the_window(
        self, open_window: Open, record: Path, language: Language
    ) -> None:
        page = opened(open_window(record, language), "history")
        assert isinstance(page.part, HistoryTab)
        words = {"ar": "إضافة: الحضور", "fr": "Ajout", "en": "Added: Attendance (19)"}
        assert words[language] in bare(page.part.text.toPlainText())
        page.part.text.selectAll()
        page.part.text.copy()
        assert QApplication.clipboard().text() == bare(page.part.text.toPlainText())

    def test_older_events_are_shown_when_asked_for(self, open_window: Open, record: Path) -> None:
        with open_store(record) as store:
            with store.read() as reading:
                key = list_sessions(reading)[0].id
            for n in range(120):
                with store.write(f"test.{n}") as work:
                    work.db.get_one(models.Session, key).theme_fr = f"Thème {n}"
        window = open_window(record, "fr")
        page = opened(window, "history", key)
        assert isinstance(page.part, HistoryTab)
        assert "Thème 119" in page.part.text.toPlainText()
        assert "Thème 3 " not in page.part.text.toPlainText()
        assert window.obey("Ctrl+Down")
        assert "Thème 3" in page.part.text.toPlainText()
        assert not window.obey("Ctrl+Down")


def test_three_hundred_outcomes_and_long_names_fit(open_window: Open, record: Path) -> None:
    outcomes = [
        {
            "kind": ["decision", "action", "proposal"][n % 3],
            "text": {"ar": f"{n} {LONG}"},
            "owner_text": {"ar": LONG},
            "due": "2026-01-01",
        }
        for n in range(300)
    ]
    key = recorded(record, theme={"ar": LONG}, outcomes=outcomes)
    window = open_window(record, "ar", (1000, 540))
    page = opened(window, "outcomes", key)
    tab = outcomes_of(page)
    assert tab.table.rows.shown == 300
    assert walking.clipped(window) == []
    assert window.obey("Enter")
    assert window.dialog is not None
    assert tab.whole is not None
    assert LONG.strip() in tab.whole.text.value.ar


def test_a_session_without_outcomes_says_what_will_stand_here(
    open_window: Open, record: Path
) -> None:
    key = recorded(record)
    page = opened(open_window(record, "en"), "outcomes", key)
    assert any("due date" in text for text in walking.words(outcomes_of(page)))


def test_what_is_missing_is_counted(open_window: Open, record: Path) -> None:
    outcomes = [{"kind": "action", "text": {"ar": "عمل"}}] * 2
    key = recorded(record, outcomes=outcomes)
    page = opened(open_window(record, "ar"), "outcomes", key)
    said = [bare(text) for text in walking.words(outcomes_of(page))]
    assert {"مخرجان بلا أجل", "مخرجان بلا جهة مسؤولة"} <= set(said)


def test_a_change_elsewhere_is_read_when_one_comes_back(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window, "outcomes")
    key = page.session_id
    window.go(Address("sessions"))
    assert window.desk.store is not None
    with window.desk.store.write("test") as work:
        work.db.get_one(models.Session, key).theme_fr = "Autre titre"
    settle(window)
    assert "Autre titre" not in page.header.title.text()
    opened(window, "outcomes", key)
    assert "Autre titre" in page.header.title.text()
