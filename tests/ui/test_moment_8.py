"""Moment 8 of the working day: where do we stand on what was decided?"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import models
from db.codes import OVER, FollowUpState, Priority
from db.unit_of_work import Store
from desktop_app.i18n import Language
from desktop_app.services.follow_up_data import Standing
from desktop_app.ui.follow_ups.page import FollowUpsPage
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.widgets.figure_card import FigureCard
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Counted, Open, home_of
from tests.ui.papers.doing import issued, text_of
from tests.ui.tour import settle

TODAY = date.today()  # noqa: DTZ011 - the user's own day
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
WEEK = TODAY + timedelta(days=6 - TODAY.weekday())


def shift_due_dates(store: Store) -> tuple[int, int, int]:
    """Make one outcome due this week, and count those late, those due, and those of a directorate.

    Returns:
        how many are late, how many are due this week, and how many late ones somebody of the
        directorate of Khénifra is in charge of.
    """
    with store.write("x") as work:
        outcomes = work.db.query(models.Outcome).order_by(models.Outcome.id).all()
        waiting = [one for one in outcomes if one.state not in OVER and not one.ongoing]
        waiting[-1].due, waiting[-1].priority = WEEK, Priority.URGENT
        late = [one for one in waiting if one.due and one.due < TODAY]
        due = [one for one in waiting if one.due and TODAY <= one.due <= WEEK]
        khenifra = [
            one
            for one in late
            if any(owner.body.town_fr == "Khénifra" for owner in one.owner_bodies)
        ]
        return len(late), len(due), len(khenifra)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_where_we_stand_is_told_at_once_and_printed_in_one_key(
    open_window: Open,
    record: Path,
    qtbot: QtBot,
    tmp_path: Path,
    language: Language,
    counted: Counted,
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    late, due, of_khenifra = shift_due_dates(store)
    assert late > of_khenifra > 0
    settle(window)
    pressed: list[str] = []

    def press(key: Qt.Key, what: str, held: Qt.KeyboardModifier = NONE) -> None:
        pressed.append(what)
        QTest.keyClick(window.windowHandle(), key, held)

    page = home_of(window)
    assert figure(page.late) == str(late)
    assert figure(page.this_week) == str(due)
    rows = [page.directorates.table.rows.row(at) for at in range(5)]
    assert [row.late for row in rows if row and row.name.fr == "Khénifra"] == [of_khenifra]

    press(Qt.Key.Key_P, "Ctrl+P", CONTROL)
    qtbot.waitUntil(lambda: isinstance(window.dialog, PaperDialog), timeout=WAIT_MS)
    dialog = window.dialog
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(lambda: dialog.preview.view.drawn, timeout=WAIT_MS)
    counted(8, len(pressed), 1, "seen; Enter prints it")
    rendered = dialog.preview.rendered
    assert rendered
    title = "Tableau de suivi" if language == "fr" else "جدول تتبع تنفيذ القرارات"
    assert title in text_of(rendered.pdf)
    press(Qt.Key.Key_Return, "Enter")
    qtbot.waitUntil(lambda: bool(window.findChildren(QPrintDialog)), timeout=WAIT_MS)
    (system,) = window.findChildren(QPrintDialog)
    printer = system.printer()
    assert isinstance(printer, QPrinter)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "table.pdf"))
    system.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(issued(window)), timeout=WAIT_MS)
    assert [paper.kind for paper in issued(window)] == ["follow-ups"]
    settle(window)

    page.late.click()
    assert behind(window) == (Standing.LATE, late)
    window.obey("Esc")
    page.this_week.click()
    assert behind(window) == (Standing.WEEK, due)
    window.obey("Esc")
    at = next(n for n, row in enumerate(rows) if row and row.name.fr == "Khénifra")
    codes = [column.code for column in page.directorates.table.rows.columns]
    page.directorates.table.clicked.emit(
        page.directorates.table.rows.index(at, codes.index("late"))
    )
    assert behind(window) == (Standing.LATE, of_khenifra)


def figure(card: FigureCard) -> str:
    """Give the number of a card, which is said after its name."""
    return next(word for word in card.accessibleName().split() if word.isdecimal())


def behind(window: MainWindow) -> tuple[Standing, int]:
    """Give what the register is narrowed to, and how many lines it has then."""
    settle(window)
    page = window.page
    assert isinstance(page, FollowUpsPage)
    assert page.register
    with window.desk.store.read() as reading:  # type: ignore[union-attr]  # a record is open
        ids = [key for section in page.register.sections for key in section.ids]
        states = [reading.db.get_one(models.Outcome, key).state for key in ids]
    assert not set(states) & {FollowUpState.DONE, FollowUpState.CANCELLED}
    return page.filters.filters.standing, page.register.count
