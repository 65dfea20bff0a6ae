"""The next session of a series, from the list to its agenda, in the real window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.codes import OVER, AgendaOrigin, DocumentKind, FollowUpState
from db.engine import open_store
from desktop_app.direction import bare
from desktop_app.services import outcomes
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.session.carry_over import CarryOverDialog
from desktop_app.ui.session.minutes.closing import ClosingDialog
from desktop_app.ui.session.minutes.followed import FollowedDialog
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.sessions.recurrence import RecurrenceDialog
from desktop_app.ui.sessions.same_again import SameAgainDialog
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.window import MainWindow
from desktop_app.wording.bilingual import Bilingual
from tests.ui.conftest import Open, session_of, sessions_of
from tests.ui.tour import settle

WORKSHOP, HELD = 4, 6
"""Of the sample centre: the first has five outcomes, 2/26 is its number; the second was held."""


def recorded(window: MainWindow) -> Session:
    key = session_of(window).session_id
    assert key
    assert window.desk.store
    with window.desk.store.read() as reading:
        return get_session(reading, key)


def obey(window: MainWindow, *keys: str) -> None:
    for key in keys:
        assert window.obey(key), key
        settle(window)


def _gone_through(window: MainWindow, key: int) -> None:
    """Note in the session itself how far what it follows up is."""
    window.go(Address("session", session_of(window).session_id, "minutes"))
    settle(window)
    obey(window, "Ctrl+J")
    dialog = window.dialog
    assert isinstance(dialog, FollowedDialog)
    assert dialog.table.current
    assert dialog.table.current.outcome.id == key
    obey(window, "F4")
    assert dialog.table.current.outcome.state is FollowUpState.DONE
    obey(window, "Esc", "Ctrl+Z")
    assert recorded(window).carried[0].outcome.state is not FollowUpState.DONE
    window.go(Address("session", session_of(window).session_id, "prepare"))
    settle(window)


def _previous_minutes(window: MainWindow, tab: PrepareTab) -> None:
    """Open the minutes that are approved, by the key and with the pointer."""
    (button,) = (
        one for one in tab.agenda.rows.findChildren(Button) if one.act is tab.agenda.rows.approving
    )
    for pointer in (False, True):
        if pointer:
            button.click()
            settle(window)
        else:
            obey(window, "Ctrl+G")
        assert window.address == Address("session", WORKSHOP, "papers/minutes")
        papers = session_of(window).part
        assert isinstance(papers, PapersTab)
        assert papers.rendered is not None
        assert (papers.rendered.kind, papers.rendered.material.scope.session_id) == (
            DocumentKind.MINUTES,
            WORKSHOP,
        )
        window.desk.back()
        settle(window)
        assert window.dialog is None  # what goes over was chosen before


def _taken_back(window: MainWindow, tab: PrepareTab) -> None:
    """Undo it, then go through the choice again with the pointer, and leave it."""
    obey(window, "Ctrl+Z")
    assert not recorded(window).carried
    obey(window, "Ctrl+J")
    again = window.dialog
    assert isinstance(again, CarryOverDialog)
    again.table.choose(("approval", WORKSHOP))
    box = again.table.visualRect(again.table.model().index(again.table.currentIndex().row(), 0))
    again.table.clicked.emit(again.table.indexAt(box.center()))
    settle(window)
    assert ("approval", WORKSHOP) not in again.chosen
    obey(window, "Esc")
    assert not recorded(window).carried
    assert not tab.banner.isHidden()


def _of_another_series(window: MainWindow, tab: PrepareTab) -> None:
    """Leave the series, begin another, and name it."""
    series = tab.form.series
    series.choice.chosen.emit(0)
    settle(window)
    assert recorded(window).series_id is None
    assert tab.banner.isHidden()
    series.choice.chosen.emit(-1)
    settle(window)
    series.name.committed.emit(Bilingual("الورشة السنوية"))
    settle(window)
    assert "الورشة السنوية" in series.choice.currentText()
    series.name.committed.emit(Bilingual())
    settle(window)
    assert series.name_field.error


def test_the_next_session_prepares_itself_once_one_has_said_what_goes_over(
    open_window: Open, record: Path
) -> None:
    with open_store(record) as store, store.write("x") as work:
        keys = [one.id for one in get_session(work, WORKSHOP).outcomes if one.state not in OVER]
        outcomes.set_state(work, keys[0], FollowUpState.CANCELLED, "لا اعتماد")
    window = open_window(record, "en")
    assert sessions_of(window).table.choose(WORKSHOP)
    obey(window, "Ctrl+Shift+D")
    asked = window.dialog
    assert isinstance(asked, SameAgainDialog)
    asked.field.line.setText("02/12/2026")
    asked.field.line.textEdited.emit("02/12/2026")
    settle(window)
    assert "nothing goes by itself" in "\n".join(asked.notes.words)
    obey(window, "Enter", "Enter")
    assert not recorded(window).carried  # nothing goes over before it was said

    dialog = window.dialog
    assert isinstance(dialog, CarryOverDialog)
    cells = dialog.table.model()
    shown = [
        [bare(str(cells.index(row, column).data() or "")) for column in (2, 5)]
        for row in range(cells.rowCount())
    ]
    reasons = [why for _, why in shown]
    assert "Not approved yet" in reasons
    assert any(why.startswith("Cancelled on") and "لا اعتماد" in why for why in reasons)
    assert "Done" in reasons
    assert sum(why.startswith("Open for") for why in reasons) == len(keys) - 1 == 2
    goes = sorted(key for what, key in dialog.chosen if what == "outcome")
    dialog.table.choose(("outcome", goes[0]))
    obey(window, "Space")
    assert dialog.table.current
    assert dialog.table.current.key == ("outcome", goes[0])  # one more Space takes it back
    obey(window, "Enter")
    session = recorded(window)
    assert [one.outcome.id for one in session.carried] == goes[1:]
    origins = [item.origin for item in session.agenda]
    assert origins[:2] == [AgendaOrigin.APPROVAL, AgendaOrigin.FOLLOW_UP]
    assert session.agenda[0].of_session_id == WORKSHOP
    tab = session_of(window).part
    assert isinstance(tab, PrepareTab)
    banner = bare(tab.banner.words.text())
    assert "1 outcome goes over" in banner
    assert "1 open one stays" in banner
    _previous_minutes(window, tab)
    _gone_through(window, goes[1])
    _taken_back(window, tab)
    _of_another_series(window, tab)


def test_a_session_that_ends_leads_to_the_next_and_one_comes_again_on_days_that_are_worked(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "en")
    page = sessions_of(window)
    assert page.table.choose(HELD)
    obey(window, "Ctrl+R")
    dialog = window.dialog
    assert isinstance(dialog, RecurrenceDialog)
    dialog.rhythm.choose("month_date")
    dialog.rhythm.chosen.emit("month_date")
    settle(window)
    assert bare(dialog.notes.words[0]) == "3 sessions · 1 day left out"
    (left_out,) = dialog.left_out
    assert "left out, week-end" in bare(left_out.words[0])
    for box in dialog.boxes:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert bare(dialog.notes.words[0]) == "0 sessions · 4 days left out"
    assert not window.obey("Enter")
    for box in dialog.boxes[1:]:
        box.click()
    assert bare(dialog.notes.words[0]) == "2 sessions · 2 days left out"
    days = [box.day for box in dialog.boxes[1:]]
    before = len(page.table.rows.rows_in(range(99)))
    obey(window, "Enter")
    assert window.dialog is None
    made = page.table.rows.rows_in(range(99))
    assert len(made) == before + 2
    assert set(days) <= {row.first_day for row in made}
    assert dialog.boxes[0].day not in {row.first_day for row in made}

    window.go(Address("session", HELD, "minutes"))
    settle(window)
    obey(window, "F12")
    closing = window.dialog
    assert isinstance(closing, ClosingDialog)
    obey(window, "Ctrl+D")
    asked = window.dialog
    assert isinstance(asked, SameAgainDialog)
    assert asked.series.isChecked()
