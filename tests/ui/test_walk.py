"""Every page, in every language, at every size that must do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.errors import UserError
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, open_papers, sessions_of

SIZES = [(1000, 540), (1024, 600), (1366, 768)]
SAME_IN_ALL = {"PDF"}
LONG_ERROR = UserError(
    "{file} cannot be opened or saved, because you have no right to it or to its folder; ask for"
    " that right or work on a copy elsewhere; what is recorded is safe.",
    file="محضر-ورشة-عمل-2026.pdf",
)


def _settle(window: MainWindow) -> None:
    for _ in range(3):
        QApplication.processEvents()
    window.grab()


def _check(window: MainWindow, language: Language) -> None:
    _settle(window)
    assert walking.clipped(window) == []
    assert walking.unnamed(window) == []
    said = set(walking.words(window)) - SAME_IN_ALL
    window.desk.set_language("fr" if language == "ar" else "ar")
    other = set(walking.words(window))
    window.desk.set_language(language)
    assert said
    assert said & other <= {text for text in said if not any(map(str.isalpha, text))}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
class TestEveryPage:
    """Nothing is cut, nothing is without a name, nothing is left in another language."""

    def test_start(
        self, language: Language, size: tuple[int, int], open_window: Open, tmp_path: Path
    ) -> None:
        _check(open_window(tmp_path / "none.db", language, size), language)

    def test_sessions(
        self, language: Language, size: tuple[int, int], open_window: Open, record: Path
    ) -> None:
        window = open_window(record, language, size)
        assert (window.width(), window.height()) == size
        _check(window, language)
        window.show_error(LONG_ERROR)
        _check(window, language)

    def test_papers(
        self,
        language: Language,
        size: tuple[int, int],
        open_window: Open,
        record: Path,
        qtbot: QtBot,
    ) -> None:
        window = open_window(record, language, size)
        page = open_papers(window, qtbot)
        _check(window, language)
        assert page.view.viewport().width() > 400


def test_the_tab_key_goes_through_the_page_in_reading_order(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "ar")
    page = open_papers(window, qtbot)
    page.header.back.setFocus()
    seen = []
    for _ in range(6):
        widget = window.focusWidget()
        assert widget is not None
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    in_header = [w for w in seen if w.parentWidget() is page.header]
    xs = [w.mapTo(window, w.rect().center()).x() for w in in_header]
    assert len(xs) == 3
    assert xs == sorted(xs, reverse=True)


class TestTheWalkItself:
    """It finds what is planted."""

    def test_a_cut_label_and_button_are_found(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        inside = QWidget(window)
        inside.setGeometry(0, 0, 300, 100)
        words = label()
        words.setParent(inside)
        words.setText("une phrase qui n’a pas la place")
        words.setGeometry(0, 0, 40, 20)
        button = Button(window.desk, "Print", parent=inside)
        button.setGeometry(0, 40, 20, 32)
        inside.show()
        found = walking.clipped(window)
        assert any(one.startswith("label") for one in found)
        assert any(one.startswith("button") for one in found)

    def test_a_focusable_widget_without_a_name_is_found(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        nameless = QWidget(window)
        nameless.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        nameless.resize(20, 20)
        nameless.show()
        assert walking.unnamed(window) == ["QWidget"]

    def test_a_column_too_narrow_for_its_words_is_found(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "fr")
        table = sessions_of(window).table
        table.setColumnWidth(1, 40)
        _settle(window)
        assert "column day" in walking.clipped(window)
