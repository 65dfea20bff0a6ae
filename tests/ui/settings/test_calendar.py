"""Holidays and Hijri months: estimates, what was announced, what was closed on the eve."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.calendar import first_of_school_year
from desktop_app.ui.settings.holiday_dialog import HolidayDialog
from desktop_app.ui.settings.holidays import Holidays
from desktop_app.ui.settings.months import Months
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import ChipLabel
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.settings.driving import WAIT_MS, kept, show

TODAY = date.today()  # noqa: DTZ011 - what the window looks at


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)


def chips(page: SettingsPage) -> list[str]:
    found = page.form.findChildren(Holidays)[0].findChildren(ChipLabel)
    return [chip.accessibleName() for chip in found if chip.isVisible()]


def buttons(page: SettingsPage, words: str) -> list[Button]:
    found = page.form.findChildren(Button)
    return [one for one in found if one.isVisible() and one.accessibleName() == words]


def names(page: SettingsPage) -> list[str]:
    holidays = page.form.findChildren(Holidays)[0]
    return [one.text() for one in holidays.findChildren(QLabel) if one.isVisible()]


def test_an_exceptional_holiday_is_added_in_two_clicks_and_taken_away(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    page = show(window, qtbot, "calendar")
    QTest.mouseClick(buttons(page, "Exceptional holiday")[0], Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, HolidayDialog)
    add = next(one for one in window.dialog.findChildren(Button) if one.accessibleName() == "Add")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(kept(window).calendar.holidays), timeout=WAIT_MS)
    settle(window, qtbot)
    (added,) = kept(window).calendar.holidays
    assert added.first == added.last > TODAY
    assert window.dialog is None
    qtbot.waitUntil(lambda: "Exceptional" in chips(page), timeout=WAIT_MS)
    assert "Congé exceptionnel" in names(page)
    buttons(page, "Delete")[0].click()
    qtbot.waitUntil(lambda: not kept(window).calendar.holidays, timeout=WAIT_MS)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: "Exceptional" not in chips(page), timeout=WAIT_MS)
    window.desk.writer.undo.trigger()
    qtbot.waitUntil(lambda: kept(window).calendar.holidays == (added,), timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("first", "last", "field", "why"),
    [
        ("31/02", "", "First day", "Not a date. Example: 15/06/2026"),
        ("someday", "", "First day", "Not a date"),
        ("15/06/2026", "14/06/2026", "Last day", "must follow the first"),
        ("15/06/2026", "15/08/2026", "Last day", "by at most 31 days"),
    ],
)
def test_days_that_cannot_be_are_refused_under_their_field(
    open_window: Open, record: Path, qtbot: QtBot, first: str, last: str, field: str, why: str
) -> None:
    window = open_window(record, "en")
    show(window, qtbot, "calendar")
    assert window.obey("Ctrl+N")
    dialog = window.dialog
    assert isinstance(dialog, HolidayDialog)
    dialog.first.setText(first)
    dialog.last.setText(last)
    assert window.obey("Enter")
    assert window.dialog is dialog
    errors = {one.editor.accessibleName(): one.error for one in dialog.findChildren(Field)}
    assert why in errors[field]
    assert [name for name, error in errors.items() if error] == [field]
    dialog.first.setText("غدا")
    dialog.last.setText("")
    assert window.obey("Enter")
    qtbot.waitUntil(lambda: bool(kept(window).calendar.holidays), timeout=WAIT_MS)
    assert kept(window).calendar.holidays[0].first == TODAY + timedelta(days=1)


def test_an_estimate_is_confirmed_or_moved_to_the_day_announced(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    page = show(window, qtbot, "calendar")
    estimates = chips(page).count("Estimated")
    assert estimates >= 4
    buttons(page, "Confirm")[0].click()
    qtbot.waitUntil(lambda: bool(kept(window).calendar.months), timeout=WAIT_MS)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: chips(page).count("Estimated") == estimates - 1, timeout=WAIT_MS)
    (month,) = kept(window).calendar.months
    assert month.correction == -1
    choices = page.form.findChildren(Months)[0].findChildren(Choice)
    told = next(one for one in choices if not str(one.currentText()).startswith("Estimated"))
    told.setCurrentIndex(1)
    told.activated.emit(1)
    qtbot.waitUntil(lambda: kept(window).calendar.months[0].correction == 0, timeout=WAIT_MS)
    settle(window, qtbot)
    told.setCurrentIndex(0)
    told.activated.emit(0)
    qtbot.waitUntil(lambda: not kept(window).calendar.months, timeout=WAIT_MS)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: chips(page).count("Estimated") == estimates, timeout=WAIT_MS)


def test_the_months_are_those_of_the_school_year(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    page = show(window, qtbot, "calendar")
    choices = page.form.findChildren(Months)[0].findChildren(Choice)
    assert len(choices) == 13
    assert len({one.width() for one in choices}) == 1
    names = [words.text() for words in page.form.findChildren(Months)[0].findChildren(QLabel)]
    assert any(name.startswith("Joumada II ") for name in names)
    year = first_of_school_year(TODAY).year
    assert str(year) in choices[0].currentText()
    assert str(year + 1) in choices[-1].currentText()
