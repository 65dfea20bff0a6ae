"""The list of people, as one uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.engine import create_store
from desktop_app.i18n import Language
from desktop_app.services import people
from desktop_app.services.drafts import Label, PersonDraft
from desktop_app.ui.addresses import Address
from desktop_app.ui.people.page import PeoplePage
from desktop_app.ui.people.rows import in_order, matching, searchable
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import person_id, settle
from tests.ui.walking import clipped

NONE = Qt.KeyboardModifier.NoModifier
LONG = "عبد المجيد " + "بن عبد الرحمان " * 6


def opened(window: MainWindow) -> PeoplePage:
    window.go(Address("people"))
    settle(window)
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


def names(page: PeoplePage, language: Language) -> list[str]:
    rows = page.table.rows
    shown = [rows.row(at) for at in range(rows.rowCount())]
    return [row.name.best("fr" if language == "fr" else "ar") for row in shown if row]


def seen(page: PeoplePage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def type_in(window: MainWindow, text: str) -> None:
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(window.focusWidget(), event)
    settle(window)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)
    settle(window)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_everybody_stands_by_name_and_enter_opens_one(
    language: Language, open_window: Open, record: Path
) -> None:
    window = open_window(record, language)
    press(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = opened(window)
    told = names(page, language)
    assert len(told) == 24
    assert told[0] == ("Abdelilah Benzakour" if language == "fr" else "إبراهيم واعزيز")
    assert page.table.hasFocus()
    press(window, Qt.Key.Key_Down)
    assert page.table.current
    wanted = page.table.current.id
    press(window, Qt.Key.Key_Return)
    assert window.address == Address("person", wanted)
    press(window, Qt.Key.Key_Escape)
    assert window.page is page
    assert page.table.current.id == wanted


def test_the_filter_folds_letters_and_moves_in_the_list(open_window: Open, record: Path) -> None:
    window = open_window(record, "ar")
    page = opened(window)
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    type_in(window, "بوعزه الاقليميه")
    (found,) = names(page, "ar")
    assert found == "إيطو بوعزة"
    press(window, Qt.Key.Key_Escape)
    assert len(names(page, "ar")) == 24
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(window, "khouribga")
    assert len(names(page, "ar")) > 2
    first = page.table.current
    press(window, Qt.Key.Key_Down)
    assert page.table.current is not first
    assert page.table.current
    assert page.filter.hasFocus()
    wanted = page.table.current.id
    press(window, Qt.Key.Key_Return)
    assert window.address == Address("person", wanted)


def test_nobody_found_and_nobody_yet_are_told_apart(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty.mahdar"
    create_store(path).close()
    window = open_window(path, "fr")
    page = opened(window)
    assert "Aucune personne" in seen(page)
    assert window.desk.store
    with window.desk.store.write("x") as work:
        people.find_or_create(work, PersonDraft(name=Label("", "Amina Tadili")))
    settle(window)
    assert names(page, "fr") == ["Amina Tadili"]
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(window, "zzz")
    assert any("zzz" in words for words in seen(page))
    press(window, Qt.Key.Key_Escape)
    assert names(page, "fr") == ["Amina Tadili"]


@pytest.mark.parametrize("size", [(1000, 540), (1366, 768)])
def test_long_names_and_missing_words_have_their_room(
    size: tuple[int, int], open_window: Open, record: Path
) -> None:
    window = open_window(record, "ar", size)
    assert window.desk.store
    with window.desk.store.write("x") as work:
        people.find_or_create(work, PersonDraft(name=Label(LONG.strip())))
        people.find_or_create(work, PersonDraft(name=Label("", "Bare Name")))
    page = opened(window)
    assert clipped(window) == []
    assert {"Bare Name", LONG.strip()} <= set(names(page, "ar"))


def test_a_name_changed_elsewhere_changes_here(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    page = opened(window)
    salma = person_id(window, "Amina Tadili")
    assert window.desk.store
    with window.desk.store.write("x") as work:
        people.set_email(work, salma, "nouvelle@example.ma")
    settle(window)
    assert page.table.choose(salma)
    assert page.table.current
    assert page.table.current.email == "nouvelle@example.ma"


class TestRows:
    """Order and search, without a window."""

    def test_order_and_search_fold(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        page = opened(window)
        rows = [page.table.rows.row(at) for at in range(page.table.rows.rowCount())]
        people_ = [row for row in rows if row]
        assert in_order(reversed(people_), "fr") == people_
        held = [(searchable(row), row) for row in people_]
        assert matching(held, "") == people_
        assert [row.name.fr for row in matching(held, "NAIMA")] == ["Naïma El Ouariachi"]
        assert matching(held, "naima nobody") == []
