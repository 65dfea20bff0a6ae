"""The open window on 2,000 sessions and 1,000 people: screens, palette, preview, theme, language.

Each row is what the user waits for: from the key until it is painted. Beside it stands the least
that the same thing can cost: the bare SQL for the rows of a screen, a look through the bare texts
for the palette, the paper made and drawn without a window, as many stock widgets dressed anew.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import desktop_app.ui  # noqa: F401 - before Qt, to keep imports quick

# isort: split
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.app import STYLE, make_window
from desktop_app.documents.rendering import make
from desktop_app.documents.rewording import wording
from desktop_app.services.session_list import list_sessions
from desktop_app.ui.addresses import Address
from desktop_app.ui.kept import Kept
from desktop_app.ui.keys_page.all_keys import AllKeys
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.papers.pdf import PdfPages
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.session.page import SessionPage
from desktop_app.ui.style import dress
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.window import MainWindow
from tests.benchmarks.content import LONG
from tests.benchmarks.desk import measure_desk

Measure = Callable[..., list[float]]
Row = Callable[[str, float, float, str], None]
AT_ONCE = "at most 100 ms"
FOLLOWS = "at most 300 ms"
QUERY = "الحمداوي"
IDLE_SECONDS = 2
_ATTENDED = "SELECT * FROM attendance JOIN sessions ON sessions.id = session_id WHERE "
QUERIES = {
    "everybody": "SELECT * FROM people LEFT JOIN appointments ON person_id = people.id",
    "a person": _ATTENDED + "person_id = 30",
    "a session's outcomes": "SELECT * FROM outcomes WHERE session_id = 1",
    "a session's history": "SELECT * FROM journal"
    " WHERE root_uid = (SELECT uid FROM sessions WHERE id = 1)",
    "a session's papers": _ATTENDED + "session_id = 1",
    "the settings": "SELECT * FROM settings",
    "the list of sessions": "SELECT * FROM sessions",
    "home": "SELECT state, count(*) FROM outcomes GROUP BY state",
}
"""The bare SQL for what each screen shows."""
_WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def measure_window(record: Path, in_turn: Measure, row: Row) -> None:
    """Print the rows of the open window."""
    print("the open window, 2,000 sessions and 1,000 people, its user having waited for a moment")
    with opened(record) as (application, window), closing(sqlite3.connect(record)) as bare:
        bare.execute("ATTACH ? AS scratch", (str(record.with_suffix(".scratch")),))
        _measure_screens(window, bare, in_turn, row)
        _measure_keys(window, in_turn, row)
        _measure_palette(window, bare, in_turn, row)
        _measure_preview(window, in_turn, row)
        print("the desk: a session of 300 attendees and 500 lines in the same window")
        measure_desk(window, bare, in_turn, row)
        _measure_dress(application, window, in_turn, row)


def walk(record: Path) -> None:
    """Open every screen of a window, ten papers, the palette and the keys; then close it."""
    with opened(record) as (_, window):
        latest, *others = _sessions(window)[:11]
        addresses = [*_screens(latest).values(), *(Address("session", one) for one in others)]
        for address in addresses:
            window.go(address)
            settle(window)
        for key in ("Ctrl+K", "Esc", "F1", "Esc"):
            window.obey(key)
            settle(window)
        for appearance in ("dark", "light"):
            window.desk.set_appearance(appearance)
            settle(window)


@contextmanager
def opened(record: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    """Open a window, and wait until it has loaded what it loads while nobody waits."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(application, str(record), Kept(Path(folder) / "window.ini"), "ar")
        window.resize(1366, 768)
        window.show()
        wait_until(lambda: window.page is not None)
        idle = time.monotonic() + IDLE_SECONDS
        while time.monotonic() < idle:
            application.processEvents()
            time.sleep(0.001)
        settle(window)
        yield application, window
        window.close()


def wait_until(fulfilled: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not fulfilled():
        QApplication.processEvents(_WAITING)


def settle(window: MainWindow) -> None:
    """Wait until all is read and painted, and what was closed is gone."""
    QApplication.processEvents()
    while not window.desk.runner.idle:
        wait_until(lambda: window.desk.runner.idle)
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _sessions(window: MainWindow) -> list[int]:
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        return [one.id for one in list_sessions(reading)]


def _screens(session: int) -> dict[str, Address]:
    return {
        "everybody": Address("people"),
        "a person": Address("person", 30),
        "a session's outcomes": Address("session", session, "outcomes"),
        "a session's history": Address("session", session, "history"),
        "a session's papers": Address("session", session, "papers"),
        "the settings": Address("settings"),
        "the list of sessions": Address("sessions"),
        "home": Address("home"),
    }


def _measure_screens(
    window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row
) -> None:
    session, *others = _sessions(window)[:20]
    screens = _screens(session)
    firsts: dict[str, float] = {}
    for name, address in screens.items():
        begun = time.perf_counter()
        window.go(address)
        QApplication.processEvents()
        firsts[name] = (time.perf_counter() - begun) * 1000
        settle(window)
    slowest = max(firsts, key=lambda name: firsts[name])
    row(f"  the slowest first opening, {slowest}", firsts[slowest], firsts[slowest], AT_ONCE)

    def show(number: int, name: str) -> None:
        address = screens[name]
        if address.place == "session":  # another one each time
            address = Address("session", others[number], address.part)
        window.go(address)
        QApplication.processEvents()

    for name, address in screens.items():
        away = Address("people") if address.place != "people" else Address("sessions")

        def go_away(_: int, away: Address = away) -> None:
            window.go(away)
            settle(window)

        shown, filled, _, sql = in_turn(
            7,
            partial(show, name=name),
            lambda _: settle(window),
            go_away,
            lambda _, name=name: bare.execute(QUERIES[name]).fetchall(),
        )
        row(f"  {name}: in front", shown, sql, AT_ONCE)
        row(f"  {name}: in front with all it shows", shown + filled, sql, "")


def _measure_keys(window: MainWindow, in_turn: Measure, row: Row) -> None:
    def open_keys(_: int) -> None:
        window.obey("F1")
        QApplication.processEvents()
        assert isinstance(window.dialog, AllKeys)

    opened, _ = in_turn(5, open_keys, partial(_close, window))
    row("  all keys", opened, opened, AT_ONCE)


def _close(window: MainWindow, _: int) -> None:
    window.obey("Esc")
    settle(window)


def _measure_palette(
    window: MainWindow, bare: sqlite3.Connection, in_turn: Measure, row: Row
) -> None:
    query = "SELECT * FROM people WHERE name_ar LIKE ?"

    def open_palette(_: int) -> None:
        window.obey("Ctrl+K")
        QApplication.processEvents()

    def type_letter(number: int) -> None:
        palette = window.dialog
        assert isinstance(palette, Palette)
        palette.field.setText(QUERY[: 1 + number % len(QUERY)])
        wait_until(lambda: not palette.finder.busy)
        QApplication.processEvents()

    opened, typed, _, theirs = in_turn(
        8,
        open_palette,
        type_letter,
        partial(_close, window),
        lambda _: bare.execute(query, (f"%{QUERY}%",)).fetchall(),
    )
    row("  the palette with its first answer, against SQL's LIKE", opened, theirs, AT_ONCE)
    row("  its answer to a letter, against the same", typed, theirs, AT_ONCE)


def _measure_preview(window: MainWindow, in_turn: Measure, row: Row) -> None:
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        session = next(one.id for one in list_sessions(reading) if one.reference == LONG)
    window.go(Address("session", session, "papers"))
    settle(window)
    page = window.page
    assert isinstance(page, SessionPage)
    tab = page.part
    assert isinstance(tab, PapersTab)
    wait_until(lambda: tab.rendered is not None and tab.view.drawn)
    rendered = tab.rendered
    assert rendered is not None
    name = next(name for name in tab.preview.blocks if name.startswith("presentation."))
    words = wording(tab.preview.blocks[name], "ar")
    tab.editing.open(name)
    settle(window)

    def press_key(number: int) -> None:
        typed = f"{words} {number}"
        tab.editing.editor.set_text("ar", typed)
        wait_until(lambda: wording(tab.preview.blocks[name], "ar") == typed and tab.view.drawn)
        QApplication.processEvents()

    def make_alone(number: int) -> None:
        made = make(rendered.material, ("ar",), {(name, "ar"): f"{words} {number}"})
        with PdfPages(made.pdf) as pages:
            pages.draw(0, tab.view.width() / pages.sizes[0].width())

    ours, theirs = in_turn(9, press_key, make_alone)
    tab.editing.close()
    settle(window)
    pages = f"{rendered.pages} pages"
    row(f"  preview of {pages} after a key, against making them alone", ours, theirs, FOLLOWS)


def _measure_dress(
    application: QApplication, window: MainWindow, in_turn: Measure, row: Row
) -> None:
    window.go(Address("sessions"))
    settle(window)
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
