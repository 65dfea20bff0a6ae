"""The agenda is typed, ordered and cut in the real window."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.session_data import AgendaItem
from desktop_app.services.sessions import get_session
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.session.prepare.preparing import fill, on_file, prepared, press, write
from tests.ui.tour import settle

THREE = [{"title": {"ar": name}, "planned_minutes": 20} for name in ("أ", "ب", "ج")]


def titles(window: MainWindow) -> str:
    """The titles on file, in one word."""
    return "".join(item.title.ar or item.title.fr for item in on_file(window).agenda)


def shown(tab: PrepareTab) -> str:
    return "".join(item.title.ar or item.title.fr for item in tab.agenda.rows.items)


def time_told(tab: PrepareTab) -> str:
    return tab.agenda.time_label.text()


def rows_of(tab: PrepareTab) -> list[QWidget]:
    layout = tab.agenda.rows.layout()
    assert layout is not None
    laid = (one for one in tab.agenda.rows.findChildren(QWidget) if layout.indexOf(one) >= 0)
    return sorted(laid, key=layout.indexOf)


def test_points_are_typed_one_after_the_other(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"], start="09:00", end="10:00")
    press(window, "F3")
    for line in ("كلمة افتتاحية /10", "Présentation @naïma", "عرض /45"):
        write(window, line)
        if "@" in line:
            press(window, "Enter")  # takes her of the list
        press(window, "Enter")
    opening, shown_by, last = on_file(window).agenda
    assert (opening.title.ar, opening.planned_minutes) == ("كلمة افتتاحية", 10)
    assert shown_by.title.fr == "Présentation"
    assert shown_by.presenter is not None
    assert shown_by.presenter.name.fr == "Naïma El Ouariachi"
    assert (last.title.ar, last.planned_minutes) == ("عرض", 45)
    assert not tab.agenda.line.edit.text()
    assert "3" in time_told(tab)
    assert "55" in time_told(tab)
    assert tab.agenda.time_label.property("kind") == "context"


def test_more_than_the_time_booked_is_told(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, days=["2026-12-09"], start="09:00", end="09:50", agenda=THREE)
    assert tab.agenda.time_label.property("kind") == "note-amber"
    assert "زيادة 10 د" in time_told(tab)
    tab.agenda.rows.setFocus()
    press(window, "Del")
    assert tab.agenda.time_label.property("kind") == "context"


def test_points_are_put_in_order_by_keys(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    before = {item.title.ar: item.uid for item in on_file(window).agenda}
    tab.agenda.rows.setFocus()
    for key in ("Ctrl+Down", "Ctrl+Down", "Ctrl+Down"):
        window.obey(key)
    assert shown(tab) == "بجأ"
    settle(window)
    assert titles(window) == "بجأ"
    press(window, "Ctrl+Up", "Ctrl+Up")
    assert titles(window) == "أبج"
    assert {item.title.ar: item.uid for item in on_file(window).agenda} == before
    press(window, "Ctrl+Z")
    assert titles(window) == "بأج"


def test_a_point_is_dragged_at_its_handle(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    first, _, last = rows_of(tab)
    left, start = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    handle = QPoint(first.width() - 20, first.height() // 2)  # at the right in Arabic
    below = first.mapFrom(tab.agenda.rows, QPoint(40, last.geometry().bottom()))
    QTest.mousePress(first, left, start, handle)
    QTest.mouseMove(first, handle + QPoint(0, 10))
    QTest.mouseMove(first, below)
    QTest.mouseRelease(first, left, start, below)
    assert shown(tab) == "بجأ"
    settle(window)
    assert titles(window) == "بجأ"
    title = QPoint(first.width() // 2, first.height() // 2)
    QTest.mousePress(first, left, start, title)
    QTest.mouseMove(first, below)
    QTest.mouseRelease(first, left, start, below)
    settle(window)
    assert titles(window) == "بجأ"


def test_a_point_is_deleted_and_put_back(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    uid = on_file(window).agenda[1].uid
    tab.agenda.rows.setFocus()
    press(window, "Down", "Del")
    assert titles(window) == "أج"
    assert tab.agenda.rows.at == 1
    press(window, "Ctrl+Z")
    assert titles(window) == "أبج"
    assert on_file(window).agenda[1].uid == uid


def edited(window: MainWindow) -> AgendaItem:
    return on_file(window).agenda[1]


def test_a_point_is_edited_in_its_place(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    before = edited(window)
    tab.agenda.rows.setFocus()
    press(window, "Down", "F2")
    editor = tab.agenda.editor
    assert editor.arabic.hasFocus()
    fill(window, editor.arabic, "تتبع القرارات")
    fill(window, editor.french, "Suivi")
    fill(window, editor.minutes, "40")
    editor.presenter.setFocus()
    settle(window)
    write(window, "نعيمة")
    press(window, "Enter")
    qtbot.waitUntil(lambda: edited(window).presenter is not None)
    after = edited(window)
    assert after.uid == before.uid
    assert (after.title.ar, after.title.fr, after.planned_minutes) == ("تتبع القرارات", "Suivi", 40)
    editor.minutes.setFocus()
    press(window, "Enter")
    assert editor.isHidden()
    assert tab.agenda.rows.hasFocus()
    assert tab.agenda.rows.at == 1


def test_what_cannot_be_is_refused_at_its_field(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    tab.agenda.rows.setFocus()
    press(window, "Enter")
    editor = tab.agenda.editor
    for text in ("0", "100000", "عشرون"):
        fill(window, editor.minutes, text)
        assert "من 1 إلى" in editor.field("planned_minutes").error
        assert editor.minutes.text() == text
    fill(window, editor.minutes, "")
    assert not editor.field("planned_minutes").error
    fill(window, editor.arabic, "")
    assert editor.field("title", "ar").error
    press(window, "Esc")
    assert editor.isHidden()
    first = on_file(window).agenda[0]
    assert (first.title.ar, first.planned_minutes) == ("أ", None)


def test_a_point_that_is_refused_after_enter_is_shown_again_with_what_was_typed(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    tab.agenda.rows.setFocus()
    press(window, "Enter")
    editor = tab.agenda.editor
    for _ in range(2):  # as it was typed, and again without having mended it
        editor.minutes.setFocus()
        editor.minutes.selectAll()
        editor.minutes.insert("-5")
        press(window, "Enter")
        assert editor.minutes.isVisible()
        assert editor.minutes.hasFocus()
        assert editor.minutes.text() == "-5"
        assert editor.field("planned_minutes").error
    editor.minutes.selectAll()
    editor.minutes.insert("15")
    press(window, "Enter")
    assert editor.isHidden()
    assert on_file(window).agenda[0].planned_minutes == 15


def test_a_line_that_is_refused_stays_to_be_mended(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    line = tab.agenda.line.edit
    line.setFocus()
    for text in ("عرض /0", "/20", "ا" * 301):
        line.setText(text)
        press(window, "Enter")
        assert line.text() == text
        assert line.accessibleDescription()
        assert shown(tab) == titles(window) == "أبج"
    line.setText("عرض <b>(MASSAR)</b> & 2025-2026")
    press(window, "Enter")
    assert not line.accessibleDescription()
    assert on_file(window).agenda[-1].title.ar == "عرض <b>(MASSAR)</b> & 2025-2026"
    press(window, "Enter")
    assert len(on_file(window).agenda) == 4


def test_the_hundredth_point_is_the_last(open_window: Open, record: Path) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE * 33 + THREE[:1])
    press(window, "F3")
    assert tab.agenda.line.edit.hasFocus()
    write(window, "أخرى")
    press(window, "Enter")
    assert tab.agenda.line.edit.text() == "أخرى"
    assert len(on_file(window).agenda) == len(tab.agenda.rows.items) == 100


def test_what_is_typed_for_one_session_does_not_go_to_another(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    tab = prepared(window, agenda=THREE)
    tab.agenda.rows.setFocus()
    press(window, "F2")
    write(window, "مغير")
    tab.agenda.line.edit.setText("نصف نقطة")
    first = on_file(window).id
    prepared(window, agenda=THREE[:1])
    assert tab.agenda.editor.isHidden()
    assert not tab.agenda.line.edit.text()
    assert titles(window) == "أ"
    assert window.desk.store is not None
    with window.desk.store.read() as reading:
        assert get_session(reading, first).agenda[0].title.ar == "مغير"
