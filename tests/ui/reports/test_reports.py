"""Reports in the window: a period is chosen, each figure opens its records, texts are completed."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.codes import DocumentKind
from desktop_app.services.papers import kept_wordings
from desktop_app.services.statistics_data import Period, Span
from desktop_app.ui.addresses import Address
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.papers.editor import WordingField
from desktop_app.ui.papers.paper_dialog import PaperDialog
from desktop_app.ui.reports.behind import BehindDialog
from desktop_app.ui.reports.page import ReportsPage
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, Open
from tests.ui.tour import settle


def is_whole(field: DayField) -> bool:
    """Tell whether the day can be read up to its year, before the button."""
    return field.fontMetrics().horizontalAdvance(field.text()) < field.width() - 32


def test_a_period_is_read_down_to_its_records(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    store = window.desk.store
    assert store
    window.go(Address("reports"))
    page = window.page
    assert isinstance(page, ReportsPage)
    assert page.period.span is Span.YEAR

    def wait() -> None:
        qtbot.waitUntil(
            lambda: page.statistics is not None and page.statistics.period == page.period,
            timeout=WAIT_MS,
        )

    page.spans.chosen.emit("any")
    page.first.show_day(date(2026, 11, 25))
    page.last.show_day(date(2025, 9, 1))
    page.last.chosen.emit(date(2025, 9, 1))
    assert page.period == Period(Span.ANY, date(2025, 9, 1), date(2026, 11, 25))
    wait()
    told = page.statistics
    assert told
    assert "5" in page.sessions.accessibleName()
    rows = [page.table.rows.row(at) for at in range(page.table.rows.rowCount())]
    assert {"sessions", "completion", "d5:sessions", "people:0"} <= {row.id for row in rows if row}

    page.table.choose("step:late")
    page.table.setFocus()
    assert window.obey("Enter")
    assert total_of(window, qtbot) == told.now.late
    dialog = window.dialog
    assert isinstance(dialog, BehindDialog)
    assert dialog.table.rows.rowCount() == told.now.late
    window.desk.dressed.emit()
    line = dialog.table.current
    assert line
    assert window.obey("Enter")
    assert window.address == Address("session", line.session_id, "outcomes")
    window.desk.back()
    settle(window)

    page.sessions.click()
    assert total_of(window, qtbot) == told.now.sessions
    assert window.obey("Esc")
    one_directorate(window, page, qtbot, record.parent)
    window.resize(1000, 540)
    settle(window)
    page.views.choose("paper")
    page.views.chosen.emit("paper")
    assert page.preview.isVisible()
    assert not page.table.isVisible()
    complete(page, qtbot)
    settle(window)
    register_of_attestations(window, page, qtbot)
    with store.read() as reading:
        kept = kept_wordings(
            reading, None, DocumentKind.SYNTHESIS, None, "any:2025-09-01/2026-11-25"
        )
    assert kept == {("objectives", "fr"): "Suivre les recommandations."}


def one_directorate(window: MainWindow, page: ReportsPage, qtbot: QtBot, folder: Path) -> None:
    """See the figures of one directorate, and the very records that they count."""
    assert all(is_whole(field) for field in (page.first, page.last))
    told = page.statistics
    assert told
    one = next(one for one in told.directorates if one.outcomes)
    page.directorate.choose(str(one.id))
    page.directorate.chosen.emit(str(one.id))
    assert page.table.rows.rowCount() == 1 + 3 + len(one.steps)
    assert str(one.sessions) in page.sessions.accessibleName()
    page.completion.click()
    assert total_of(window, qtbot) == one.outcomes
    assert window.obey("Esc")
    page.directorate.clear_filter()
    assert "5" in page.sessions.accessibleName()
    beside_the_period_before(page, qtbot)
    assert window.obey("Ctrl+E")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.reject()
    file = folder / "figures.csv"
    page.export.save_as(file)
    qtbot.waitUntil(file.exists, timeout=WAIT_MS)
    head, first, *_ = file.read_text(encoding="utf-8-sig").splitlines()
    assert head == ";Chiffre;Cette période;Avant"
    assert first == "Séances tenues;Total;5;1"


def beside_the_period_before(page: ReportsPage, qtbot: QtBot) -> None:
    """Put the period before beside what is shown, then last year again."""
    for chosen, day in (("period", page.period.beside(-1).first), ("", date(2024, 9, 1))):
        page.beside.choose(chosen)
        page.beside.chosen.emit(chosen)
        qtbot.waitUntil(partial(_begins, page, day), timeout=WAIT_MS)


def _begins(page: ReportsPage, day: date) -> bool:
    told = page.statistics
    return told is not None and told.before.period.first == day


def total_of(window: MainWindow, qtbot: QtBot) -> int | None:
    """Wait for the records behind a figure, and count them."""
    dialog = window.dialog
    assert isinstance(dialog, BehindDialog)
    qtbot.waitUntil(lambda: dialog.total is not None, timeout=WAIT_MS)
    return dialog.total


def complete(page: ReportsPage, qtbot: QtBot) -> None:
    """Type the objectives where they stand on the paper."""
    page.kinds.choose(DocumentKind.SYNTHESIS)
    page.kinds.chosen.emit(DocumentKind.SYNTHESIS)
    qtbot.waitUntil(
        lambda: (
            page.preview.rendered is not None
            and page.preview.rendered.kind is DocumentKind.SYNTHESIS
            and not page.preview.busy
        ),
        timeout=WAIT_MS,
    )
    page.editing.open("objectives")
    (field,) = page.editing.editor.findChildren(WordingField)
    field.setPlainText("Suivre les recommandations.")
    page.leave()


def register_of_attestations(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    """See the register of the school year; its figures stay, and it prints as the others do."""
    page.kinds.choose(DocumentKind.ATTESTATION_REGISTER)
    page.kinds.chosen.emit(DocumentKind.ATTESTATION_REGISTER)

    def seen() -> bool:
        rendered = page.preview.rendered
        return rendered is not None and rendered.kind is DocumentKind.ATTESTATION_REGISTER

    qtbot.waitUntil(seen, timeout=WAIT_MS)
    page.spans.chosen.emit("year")
    qtbot.waitUntil(
        lambda: page.statistics is not None and page.statistics.period == page.period,
        timeout=WAIT_MS,
    )
    assert window.obey("Ctrl+P")
    dialog = window.dialog
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(lambda: dialog.preview.rendered is not None, timeout=WAIT_MS)
    made = dialog.preview.rendered
    assert made
    assert made.paper.title == "Registre des attestations – Année scolaire 2026/2027"
    dialog.leave()
