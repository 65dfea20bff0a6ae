"""Every screen and state, in every language, at every size that must do."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from desktop_app.i18n import Language
from desktop_app.ui.acts import Act
from desktop_app.ui.kept import Appearance, Kept
from desktop_app.ui.start.language import OWN_NAMES
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import LineLabel, label
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, sessions_of
from tests.ui.tour import TOURS, Stop, settle
from tests.ui.tours.window import LONG_ERROR

SMALL, MIDDLE, LARGE = (1000, 540), (1024, 600), (1366, 768)
SAME_IN_ALL = {*OWN_NAMES.values(), "PDF", "Bcc", "CNDP", "Ctrl", "Esc"}
Look = Callable[[MainWindow], list[str]]
pytestmark = pytest.mark.usefixtures("program")


def _walk(
    open_window: Open,
    record: Path,
    language: Language,
    size: tuple[int, int],
    looks: Sequence[Look],
    stops: Sequence[Stop],
) -> list[str]:
    """Go a tour and look at each stop; a window of its own for the first start."""
    found: list[str] = []

    def see(window: MainWindow, stop: Stop) -> None:
        stop.show(window)
        settle(window)
        for look in looks:
            found.extend(f"{stop.name}: {fault}" for fault in look(window))
        if window.dialog is not None:
            window.dialog.leave()
        window.message_bar.clear()

    for first_start, file in ((False, record), (True, record.with_name("none.db"))):
        some = [stop for stop in stops if stop.first_start is first_start]
        if some:
            window = open_window(file, language, size)
            assert (window.width(), window.height()) == size
        for stop in some:
            see(window, stop)
    return found


def _front(window: MainWindow) -> QWidget:
    """What one can reach: the dialog in front, else the whole window."""
    return window.dialog or window


def _cut(window: MainWindow) -> list[str]:
    return walking.clipped(window) + walking.overlapping(window)


def _disordered(window: MainWindow) -> list[str]:
    return walking.disordered(_front(window))


def _keyless(window: MainWindow) -> list[str]:
    return walking.keyless(_front(window))


def _flashed(window: MainWindow) -> list[str]:
    return [] if window.isActiveWindow() else ["another window was shown"]


def _unmarked(appearance: Appearance) -> Look:
    def look(window: MainWindow) -> list[str]:
        window.desk.set_appearance(appearance)
        settle(window)
        return walking.unmarked(_front(window))

    return look


def _untranslated(window: MainWindow) -> list[str]:
    """Name the words that stay when the language of the window changes."""
    language = window.desk.language
    said = set(walking.words(window)) - SAME_IN_ALL
    assert said
    window.desk.set_language("fr" if language == "ar" else "ar")
    settle(window)
    other = set(walking.words(window))
    window.desk.set_language(language)
    settle(window)
    return sorted(text for text in said & other if any(map(str.isalpha, text)))


@pytest.mark.parametrize("tour", TOURS)
@pytest.mark.parametrize(
    ("language", "size", "percent", "looks"),
    [
        ("ar", SMALL, 100, [_cut, _unmarked("light")]),
        ("ar", MIDDLE, 100, [_cut, _untranslated]),
        ("ar", LARGE, 100, [_cut, _disordered]),
        ("fr", SMALL, 100, [_cut, _disordered]),
        ("fr", LARGE, 100, [_flashed, _cut, walking.unnamed, _keyless]),
        ("en", SMALL, 100, [_cut, _untranslated]),
        ("ar", SMALL, 130, [_cut, _unmarked("dark")]),
        ("fr", SMALL, 130, [_cut]),
        ("fr", LARGE, 90, [_cut]),
    ],
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else None,
)
def test_every_stop_is_as_it_must_be(
    language: Language,
    size: tuple[int, int],
    percent: int,
    looks: Sequence[Look],
    tour: str,
    open_window: Open,
    record: Path,
    kept: Kept,
) -> None:
    """Each way is gone once; what changes the stop comes last, and once on a way.

    Words are compared with those of another language: from Arabic and to it is the same.
    """
    kept.text_size = percent
    assert _walk(open_window, record, language, size, looks, TOURS[tour]) == []


class TestTheWalkItself:
    """It finds what is planted."""

    def test_a_cut_label_line_and_button_are_found(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        inside = QWidget(window)
        inside.setGeometry(0, 0, 300, 140)
        words, line = label(), LineLabel("strong")
        for n, one in enumerate((words, line)):
            one.setParent(inside)
            one.setText("une phrase qui n’a pas la place")
            one.setGeometry(0, 30 * n, 40, 20)
        button = Button(window.desk, Act(window.desk, "Print", int), parent=inside)
        button.setGeometry(0, 80, 20, 32)
        inside.show()
        settle(window)
        found = walking.clipped(window)
        assert any(one.startswith("label") for one in found)
        assert any(one.startswith("line") for one in found)
        assert any(one.startswith("button") for one in found)
        assert any("Button" in one for one in walking.keyless(window))

    def test_what_a_scrolled_page_cannot_scroll_to_is_found(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        area, inside = QScrollArea(window), QWidget()
        area.setGeometry(0, 0, 200, 200)
        area.setWidget(inside)
        inside.resize(150, 900)
        area.show()
        settle(window)
        assert walking.clipped(window) == []
        inside.resize(300, 900)
        assert any("sticks out" in one for one in walking.clipped(window))

    def test_a_focusable_widget_without_a_name_is_found(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        nameless = QWidget(window)
        nameless.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        nameless.resize(20, 20)
        nameless.show()
        assert walking.unnamed(window) == ["QWidget"]
        assert walking.unmarked(window) == ["QWidget"]

    def test_a_column_too_narrow_for_its_words_is_found(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        table = sessions_of(window).table
        table.setColumnWidth(1, 40)
        settle(window)
        assert any("column" in one for one in walking.clipped(window))

    def test_a_wrong_order_and_an_overlap_are_found(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        inside = QWidget(window)
        row = QHBoxLayout(inside)
        buttons = []
        for message in ("Print", "Close"):
            act = Act(window.desk, message, int, key="F9")
            buttons.append(Button(window.desk, act))
        for button in reversed(buttons):
            row.addWidget(button)
        inside.resize(400, 60)
        inside.show()
        settle(window)
        assert walking.disordered(inside) == []
        row.setDirection(QHBoxLayout.Direction.RightToLeft)
        settle(window)
        assert walking.disordered(inside) != []
        assert walking.overlapping(inside) == []
        buttons[0].move(buttons[1].pos())
        assert walking.overlapping(inside) != []

    def test_a_long_error_stands_in_the_window_whole(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr", SMALL)
        window.show_error(LONG_ERROR)
        settle(window)
        assert walking.clipped(window) == []
