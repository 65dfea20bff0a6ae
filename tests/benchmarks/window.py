"""The open window on 2,000 sessions and 1,000 people: screens, the palette, theme and language.

Each row is what the user waits for: from the key to the screen painted, with nothing left to read.
Beside it stands the least that the same thing can cost: the bare SQL for the rows of a screen, a
look through the bare texts for the palette, a window of as many stock widgets that is dressed anew.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.app import make_window
from desktop_app.services.session_list import list_sessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.kept import Kept
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.style import dress
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.window import MainWindow
from tests.ui.tour import wait_until

Measure = Callable[..., list[float]]
Row = Callable[[str, float, float, str], None]
BOUND = "100 ms"
QUERY = "الحمداوي"


def measure_window(record: Path, in_turn: Measure, row: Row) -> None:
    """Print the rows of the open window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(application, str(record), Kept(Path(folder) / "window.ini"), "ar")
        window.resize(1366, 768)
        window.show()
        wait_until(lambda: window.page is not None)
        _settle(window)
        print("the open window, 2,000 sessions and 1,000 people")
        _measure_screens(window, record, in_turn, row)
        _measure_palette(window, record, in_turn, row)
        _measure_dress(application, window, in_turn, row)
        window.close()


def _settle(window: MainWindow) -> None:
    wait_until(lambda: window.desk.runner.idle)
    QApplication.processEvents()
    wait_until(lambda: window.desk.runner.idle)
    QApplication.processEvents()


def _measure_screens(window: MainWindow, record: Path, in_turn: Measure, row: Row) -> None:
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        session, *others = (one.id for one in list_sessions(reading)[:20])
    bare = sqlite3.connect(record)

    def sql(query: str) -> Callable[[int], object]:
        return lambda _: bare.execute(query).fetchall()

    people = "SELECT * FROM people LEFT JOIN appointments ON person_id = people.id"
    attended = "SELECT * FROM attendance JOIN sessions ON sessions.id = session_id"
    outcomes = "SELECT * FROM outcomes WHERE session_id ="
    journal = "SELECT * FROM journal WHERE root_uid = (SELECT uid FROM sessions WHERE id = 1)"
    screens = {
        "the list of sessions": (Address("sessions"), sql("SELECT * FROM sessions")),
        "everybody": (Address("people"), sql(people)),
        "a person": (Address("person", 30), sql(f"{attended} WHERE person_id = 30")),
        "a session's outcomes": (
            Address("session", session, "outcomes"),
            sql(f"{outcomes} {session}"),
        ),
        "a session's history": (Address("session", session, "history"), sql(journal)),
        "the settings": (Address("settings"), sql("SELECT * FROM settings")),
    }
    for name, (address, theirs) in screens.items():
        away = Address("people") if address.place != "people" else Address("sessions")

        def go_there(_: int, address: Address = address) -> None:
            window.go(address)
            _settle(window)

        def go_away(_: int, away: Address = away) -> None:
            window.go(away)
            _settle(window)

        ours, _, sqls = in_turn(7, go_there, go_away, theirs)
        row(f"  opened: {name}, against its bare SQL", ours, sqls, BOUND)

    def open_papers(number: int) -> None:
        window.go(Address("session", others[number], "papers"))
        _settle(window)

    ours, sqls = in_turn(7, open_papers, sql(f"{attended} WHERE session_id = {session}"))
    row("  opened: another session's papers, its minutes made and drawn", ours, sqls, BOUND)
    bare.close()


def _measure_palette(window: MainWindow, record: Path, in_turn: Measure, row: Row) -> None:
    bare = sqlite3.connect(record)
    query = "SELECT * FROM people WHERE name_ar LIKE ?"

    def open_palette(_: int) -> None:
        window.obey("Ctrl+K")
        QApplication.processEvents()

    def type_letter(number: int) -> None:
        palette = window.dialog
        assert isinstance(palette, Palette)
        palette.field.setText(QUERY[: 1 + number % len(QUERY)])
        QApplication.processEvents()

    def close_palette(_: int) -> None:
        window.obey("Esc")
        QApplication.processEvents()

    opened, typed, _, theirs = in_turn(
        8,
        open_palette,
        type_letter,
        close_palette,
        lambda _: bare.execute(query, (f"%{QUERY}%",)).fetchall(),
    )
    row("  the palette opened", opened, theirs, BOUND)
    row("  its answer to a letter, against SQL's LIKE among people", typed, theirs, BOUND)
    bare.close()


def _measure_dress(
    application: QApplication, window: MainWindow, in_turn: Measure, row: Row
) -> None:
    window.go(Address("sessions"))
    _settle(window)
    count = len(window.findChildren(QWidget))
    stock = QWidget()
    stock.resize(1366, 768)
    column = QVBoxLayout(stock)
    for number in range(count):
        column.addWidget(QLabel("x") if number % 2 else QPushButton("x"))

    def turn_theme(number: int) -> None:
        window.desk.set_appearance("dark" if number % 2 else "light")
        window.repaint()

    def turn_language(number: int) -> None:
        window.desk.set_language("fr" if number % 2 else "ar")
        window.repaint()

    ours, language = in_turn(6, turn_theme, turn_language)
    window.hide()
    stock.show()

    def turn_stock(number: int) -> None:
        dress(application, DARK if number % 2 else LIGHT)
        stock.repaint()

    def flip_stock(number: int) -> None:
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        application.setLayoutDirection(ltr if number % 2 else rtl)
        dress(application, LIGHT)
        stock.repaint()

    theirs, flipped = in_turn(6, turn_stock, flip_stock)
    stock.hide()
    row(f"  theme changed, against {count} stock widgets", ours, theirs, "")
    row(f"  language changed, against {count} stock widgets", language, flipped, "")
