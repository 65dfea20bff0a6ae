"""Home, as one uses it."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import models
from db.codes import OVER, DocumentState, SessionState
from db.engine import create_store
from desktop_app.calendar import first_of_school_year
from desktop_app.services.standing_data import Wait
from desktop_app.ui.addresses import Address
from desktop_app.ui.home.page import HomePage
from desktop_app.ui.sessions.new_session import NewSessionDialog
from desktop_app.ui.sessions.page import SessionsPage
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import settle

TODAY = date.today()  # noqa: DTZ011 - the user's own day
NONE = Qt.KeyboardModifier.NoModifier


def home(window: MainWindow) -> HomePage:
    window.go(Address("home"))
    settle(window)
    assert isinstance(window.page, HomePage)
    return window.page


def waits(page: HomePage) -> list[Wait]:
    rows = [page.waiting.table.rows.row(at) for at in range(page.waiting.table.rows.rowCount())]
    return [row.wait for row in rows if row]


def test_each_part_leads_to_what_it_tells(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    store = window.desk.store
    assert store
    with store.write("x") as work:
        for key in range(1, 4):
            session = work.db.get_one(models.Session, key)
            session.state, session.minutes_state = SessionState.DRAFTING, DocumentState.TO_SIGN
        session = work.db.get_one(models.Session, 7)
        session.days = [models.SessionDay(day=TODAY)]
    page = home(window)
    assert page.late.hasFocus()
    assert window.page
    assert str(TODAY.year) in window.page.header.title.text()
    assert "1448" in page.header.context.text() or TODAY.year != 2026

    page.to_sign.click()
    settle(window)
    sessions = window.page
    assert isinstance(sessions, SessionsPage)
    assert sessions.filters.filters.state == Wait.SIGNED_COPY
    assert sorted(row.id for row in map(sessions.table.rows.row, range(9)) if row) == [1, 2, 3]

    page = home(window)
    assert waits(page) == [Wait.FINISH, Wait.FINISH, Wait.SIGNED_COPY]
    page.waiting.table.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, NONE)
    settle(window)
    assert window.address is not None
    assert (window.address.place, window.address.part) == ("session", "minutes")

    page = home(window)
    assert page.today.title.text() == "Aujourd’hui"
    buttons = [button for button in page.today.buttons if button.isVisible()]
    assert [button.act.message for button in buttons] == [
        *("Take attendance", "Take minutes", "Papers"),
    ]
    buttons[0].click()
    settle(window)
    assert window.address == Address("session", 7, "attendance")

    page = home(window)
    page.late_first.table.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, NONE)
    settle(window)
    assert window.address is not None
    assert window.address.part == "outcomes"

    page = home(window)
    page.directorates.table.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, NONE)
    assert window.address is not None
    assert (window.address.place, window.address.part) == ("follow-ups", "due:open body:5")

    page = home(window)
    page.done.click()
    first = first_of_school_year(TODAY)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    assert window.address == Address("follow-ups", None, f"due:done held:{first}/{last}")


def test_the_year_leads_to_the_sessions_of_a_month(open_window: Open, record: Path) -> None:
    window = open_window(record, "ar")
    page = home(window)
    assert page.standing
    (_, bar), *_ = page.year.ribbon.hits()
    assert bar.key == page.standing.months[0].session_id
    page.year.ribbon.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space, NONE)
    settle(window)
    assert window.address == Address("sessions", bar.key)
    assert isinstance(window.page, SessionsPage)
    assert window.page.current
    assert window.page.current.id == bar.key


def test_it_counts_again_what_was_written_elsewhere(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = home(window)
    before = page.late.accessibleName()
    window.go(Address("sessions"))
    assert window.desk.store
    with window.desk.store.write("x") as work:
        outcomes = work.db.query(models.Outcome)
        waiting = outcomes.filter(models.Outcome.due > TODAY, models.Outcome.state.not_in(OVER))
        waiting[0].due = TODAY - timedelta(days=1)
    settle(window)
    assert home(window).late.accessibleName() != before


def test_an_empty_record_says_what_will_stand_here(open_window: Open, tmp_path: Path) -> None:
    create_store(tmp_path / "empty.mahdar").close()
    window = open_window(tmp_path / "empty.mahdar", "en")
    page = home(window)
    assert not page.late.isVisible()
    assert window.obey("Ctrl+N")
    settle(window)
    assert isinstance(window.dialog, NewSessionDialog)
