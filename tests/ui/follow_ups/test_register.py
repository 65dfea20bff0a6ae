"""The register in the real window: narrowed, grouped, changed, undone, kept, printed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView
from sqlalchemy import select

from db import models
from db.codes import FollowUpState, Priority
from db.engine import create_store
from desktop_app.services.follow_up_data import Filters, Line, Standing
from desktop_app.services.follow_up_list import read_lines
from desktop_app.services.outcomes import REMINDED
from desktop_app.ui.addresses import Address
from desktop_app.ui.follow_ups.changing import ChangeDialog, DueDialog
from desktop_app.ui.follow_ups.details import DetailsDialog
from desktop_app.ui.follow_ups.page import FollowUpsPage
from desktop_app.ui.follow_ups.reminding import RemindDialog
from desktop_app.ui.follow_ups.views import KeepDialog
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.programs import Taken
from tests.ui.tour import settle, wait_until

Key = Qt.Key
TODAY = date.today()  # noqa: DTZ011 - the user's own day
NO, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Register:
    """The page, and the keys that a user presses there."""

    def __init__(self, window: MainWindow, part: str = "") -> None:
        self.window = window
        window.go(Address("follow-ups", None, part))
        settle(window)
        assert isinstance(window.page, FollowUpsPage)
        self.page = window.page

    @property
    def sections(self) -> dict[str, list[int]]:
        assert self.page.register is not None
        return {one.code: list(one.ids) for one in self.page.register.sections}

    @property
    def shown(self) -> list[int]:
        rows = self.page.table.rows
        keys = (rows.key_at(at) for at in range(rows.rowCount()))
        return [key for key in keys if isinstance(key, int)]

    def line(self, key: int) -> Line:
        assert self.window.desk.store is not None
        with self.window.desk.store.read() as reading:
            return read_lines(reading, [key], TODAY)[0]

    def history(self, key: int) -> list[tuple[FollowUpState, str]]:
        assert self.window.desk.store is not None
        with self.window.desk.store.read() as reading:
            changes = reading.db.get_one(models.Outcome, key).changes
            return [(one.state, one.why) for one in changes]

    def history_of_reminders(self) -> list[int]:
        assert self.window.desk.store is not None
        with self.window.desk.store.read() as reading:
            return [
                one.outcome_id
                for one in reading.db.scalars(select(models.OutcomeChange))
                if one.why.startswith(REMINDED)
            ]

    def press(self, *keys: str) -> None:
        for key in keys:
            assert self.window.obey(key), key
            settle(self.window)

    def strike(self, key: Key, modifier: Qt.KeyboardModifier = NO) -> None:
        """Press a key that the table itself hears."""
        QTest.keyClick(self.page.table, key, modifier)
        settle(self.window)

    def narrow(self, filters: Filters) -> None:
        self.page.filters.show_filters(filters)
        settle(self.window)


@pytest.fixture
def register(open_window: Open, record: Path) -> Register:
    return Register(open_window(record))


def test_it_is_narrowed_grouped_and_opened_at_an_outcome(register: Register) -> None:
    page, window = register.page, register.window
    assert list(register.sections) == ["late", "after", "never"]
    assert page.filters.standing.value == Standing.OPEN
    late = register.sections["late"]
    assert all(register.line(key).late for key in late)
    places = window.side_bar.findChildren(QListView)[0].model()
    wait_until(lambda: f"{len(late)} متأخرة" in str(places.index(2, 0).data()))
    page.filters.field.setText("ملصق")
    page.filters.field.textEdited.emit("ملصق")
    settle(window)
    assert register.shown
    assert all("ملصق" in register.line(key).text.ar for key in register.shown)
    for typed in ('"***"', '"' * 40, "ا" * 10_000):
        page.filters.field.setText(typed)
        page.filters.field.textEdited.emit(typed)
        settle(window)
        assert register.shown == []
        (said,) = (one for one in page.findChildren(EmptyState) if one.isVisible())
        assert any("لا شيء" in words.text() for words in said.findChildren(QLabel))
    register.press("Esc")
    assert len(register.shown) == page.register.standings[Standing.OPEN]  # type: ignore[union-attr]  # it was read
    for grouping in ("owner", "directorate", "session", "due"):
        page.filters.grouping.choose(grouping)
        page.filters.grouped.emit()
        settle(window)
        assert len(register.shown) == page.register.count  # type: ignore[union-attr]  # as above
    done = Register(window, "due:done").sections["over"][0]
    window.go(Address("follow-ups", None, "due:late body:3"))
    settle(window)
    assert set(register.shown) <= set(late)
    window.go(Address("follow-ups", done))
    settle(window)
    assert page.table.current is not None
    assert page.table.current.id == done


def test_many_are_changed_at_once_and_undone(register: Register) -> None:
    page, window = register.page, register.window
    first, second = register.sections["late"][:2]
    before = [register.line(key) for key in (first, second)]
    page.table.choose(first)
    register.strike(Key.Key_Space)
    register.strike(Key.Key_Down)
    register.strike(Key.Key_Down)
    assert page.chosen == [first]
    register.strike(Key.Key_Up)
    register.strike(Key.Key_Space)
    assert page.chosen == [first, second]
    register.press("F4")
    assert [register.line(key).state for key in (first, second)] == [FollowUpState.DONE] * 2
    register.press("Ctrl+Z")
    assert [register.line(key) for key in (first, second)] == before
    page.table.unmark()
    page.table.choose(first)
    register.strike(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.chosen == [first, second]

    register.press("F8", "Enter")
    dialog = window.dialog
    assert isinstance(dialog, DueDialog)
    assert dialog.fields["due"].error
    dialog.day.setText("01/01/2010")
    register.press("Enter")
    assert "قبل الجلسة" in dialog.fields["due"].error
    assert [register.line(key) for key in (first, second)] == before
    later = TODAY + timedelta(days=60)
    dialog.day.setText(f"{later:%d/%m/%Y}")
    dialog.reason.setText("بطلب من المديرية")
    register.press("Enter")
    assert window.dialog is None
    assert [register.line(key).due for key in (first, second)] == [later, later]
    assert register.history(first)[-1][1] == "بطلب من المديرية"


def test_what_is_left_empty_stays_and_a_reason_is_asked_for(register: Register) -> None:
    page, window = register.page, register.window
    third = register.sections["late"][2]
    page.table.choose(third)
    register.press("F2", "Enter")
    dialog = window.dialog
    assert isinstance(dialog, ChangeDialog)
    assert dialog.fields["state"].error
    dialog.percent.setText("140")
    register.press("Enter")
    assert dialog.fields["percent"].error
    assert dialog.percent.text() == "140"
    dialog.percent.setText("")
    dialog.state.choose("suspended")
    register.press("Ctrl+Enter")
    assert dialog.fields["reason"].error
    dialog.reason.setPlainText("في انتظار الميزانية")
    dialog.priority.choose("high")
    register.press("Ctrl+Enter")
    assert window.dialog is None
    assert register.history(third)[-1] == (FollowUpState.SUSPENDED, "في انتظار الميزانية")
    assert register.line(third).priority is Priority.HIGH
    register.strike(Key.Key_A, CONTROL)
    assert len(page.chosen) == len(register.shown)
    register.press("Esc")
    assert len(page.chosen) == 1


def test_details_the_session_and_the_month(register: Register) -> None:
    page, window = register.page, register.window
    first = register.sections["late"][0]
    page.table.choose(first)
    register.press("Enter")
    dialog = window.dialog
    assert isinstance(dialog, DetailsDialog)
    dialog.details.state.chip(FollowUpState.DONE).click()
    settle(window)
    assert register.line(first).state is FollowUpState.DONE
    assert dialog.details.told
    register.press("Ctrl+G")
    assert window.address == Address(
        "session", register.line(first).session_id, f"outcomes/{first}"
    )
    window.go(Address("follow-ups"))
    settle(window)
    register.press("Ctrl+PgDn")
    days = page.month.days
    assert window.focusWidget() is days
    other = next(register.line(key).due for key in register.sections["late"])
    assert other is not None
    while days.day.replace(day=1) > other.replace(day=1):
        days.step(-1)
    QTest.keyClick(days, Key.Key_Down)
    QTest.keyClick(days, Key.Key_Left)
    settle(window)
    while days.day != other:
        QTest.keyClick(days, Key.Key_Left if days.day < other else Key.Key_Right)
    settle(window)
    assert "1" in days.told(other)
    QTest.keyClick(days, Key.Key_Return)
    settle(window)
    assert {register.line(key).due for key in register.shown} == {other}
    assert page.filters.period.active


def test_views_are_kept_and_owners_reminded(register: Register, program: Taken) -> None:
    page, window = register.page, register.window
    register.narrow(Filters(standing=Standing.LATE, priority=Priority.HIGH))
    high = register.shown
    register.press("Ctrl+S", "Enter")
    dialog = window.dialog
    assert isinstance(dialog, KeepDialog)
    assert dialog.field.error
    dialog.line.setText("المتأخر المهم")
    register.press("Enter")
    assert window.dialog is None
    register.narrow(Filters())
    page.views.choice.choose(1)
    page.views.choice.chosen.emit(1)
    settle(window)
    assert (register.shown, page.filters.filters.priority) == (high, Priority.HIGH)
    page.views.acts[1].trigger()
    settle(window)
    assert page.views.choice.count() == 1

    register.narrow(Filters(standing=Standing.LATE))
    register.strike(Key.Key_A, CONTROL)
    register.press("Ctrl+M")
    dialog = window.dialog
    assert isinstance(dialog, RemindDialog)
    names = set()
    reminded = register.history_of_reminders()
    assert not reminded
    register.press("Enter" if dialog.opening.isEnabled() else "F5")
    assert dialog.asking.isVisible()
    assert register.history_of_reminders() == reminded  # nothing before a yes
    while window.dialog is dialog:
        names.add(dialog.subject.text())
        register.press("Enter" if dialog.opening.isEnabled() else "F6")
    assert program.mails
    noted = register.history_of_reminders()
    assert noted
    register.press("Ctrl+Z")
    assert len(register.history_of_reminders()) < len(noted)
    page.table.choose(noted[0])
    register.press("Enter")
    details = window.dialog
    assert isinstance(details, DetailsDialog)
    assert "أُرسل تذكير إلى" in details.details.told
    register.press("Esc")
    assert all("تذكير" in name for name in names)

    register.press("Ctrl+P")
    assert isinstance(window.dialog, PaperDialog)


def test_a_centre_without_sessions_says_what_will_stand_here(
    open_window: Open, tmp_path: Path
) -> None:
    create_store(tmp_path / "empty.db").close()
    window = open_window(tmp_path / "empty.db")
    register = Register(window)
    assert register.shown == []
    assert not register.page.foot.isVisible()
    assert not window.obey("F4")
