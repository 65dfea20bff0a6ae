"""The settings as one works with them: typing, what is refused, the paper beside, small windows."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import LANGUAGES, Language
from desktop_app.ui.addresses import Address
from desktop_app.ui.settings.declared import Setting
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.parts import CENTRE, NUMBERS, PAPERS, PARTS
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open, open_papers
from tests.ui.settings.driving import WAIT_MS, editor_of, kept, row_of, show, write
from tests.ui.walking import clipped, disordered, overlapping, unnamed

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


def setting(path: str) -> Setting:
    """Give a declared setting by the end of its path."""
    every = [*CENTRE.entries, *PAPERS.entries, *NUMBERS.entries]
    return next(one for one in every if isinstance(one, Setting) and one.path[-1] == path)


def line_of(page: SettingsPage, path: str) -> LineEdit:
    return cast("LineEdit", editor_of(page, setting(path)))


def error_of(page: SettingsPage, path: str) -> str:
    field = row_of(page, setting(path)).findChild(Field)
    assert field is not None
    return field.error


def press(widget: QWidget, text: str) -> None:
    for letter in text:
        QTest.keyClick(widget, cast("Qt.Key", letter))  # a letter, which PySide takes too


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)


def test_what_is_typed_in_one_go_is_undone_in_one_go(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = show(window, qtbot, "centre")
    phone = line_of(page, "phone")
    phone.setFocus()
    press(phone, "05")
    phone.commit()
    qtbot.waitUntil(lambda: kept(window).institution.phone == "05", timeout=WAIT_MS)
    press(phone, "23")
    phone.commit()
    qtbot.waitUntil(lambda: kept(window).institution.phone == "0523", timeout=WAIT_MS)
    settle(window, qtbot)
    window.desk.writer.undo.trigger()
    qtbot.waitUntil(lambda: kept(window).institution.phone == "", timeout=WAIT_MS)
    settle(window, qtbot)
    assert phone.text() == ""


def test_a_space_or_an_empty_line_in_the_making_is_left_to_who_types(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = show(window, qtbot, "centre")
    phone = line_of(page, "phone")
    phone.setFocus()
    press(phone, "05 ")
    phone.commit()
    qtbot.waitUntil(lambda: kept(window).institution.phone == "05", timeout=WAIT_MS)
    settle(window, qtbot)
    assert (phone.text(), phone.cursorPosition()) == ("05 ", 3)


def test_what_is_refused_says_why_under_its_field_and_stays_to_be_mended(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    page = show(window, qtbot, "centre")
    mail = line_of(page, "email")
    write(mail, "centre at example")
    qtbot.waitUntil(lambda: error_of(page, "email") != "", timeout=WAIT_MS)
    assert "name@example.ma" in error_of(page, "email")
    assert mail.text() == "centre at example"
    assert kept(window).institution.email == "centre@example.org"
    assert not window.message_bar.isVisible()
    write(mail, "other@example.org")
    qtbot.waitUntil(lambda: kept(window).institution.email == "other@example.org", timeout=WAIT_MS)
    settle(window, qtbot)
    assert error_of(page, "email") == ""


def test_a_value_put_back_by_hand_takes_its_error_away(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "en")
    page = show(window, qtbot, "centre")
    mail = line_of(page, "email")
    write(mail, "centre at example")
    qtbot.waitUntil(lambda: error_of(page, "email") != "", timeout=WAIT_MS)
    write(mail, "centre@example.org")
    settle(window, qtbot)
    assert error_of(page, "email") == ""


def test_what_was_typed_is_kept_when_the_page_or_the_window_is_left(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = show(window, qtbot, "centre")
    phone = line_of(page, "phone")
    phone.setFocus()
    press(phone, "0523")
    window.go(Address("sessions"))
    assert kept(window).institution.phone == "0523"
    page = show(window, qtbot, "centre")
    press(line_of(page, "phone"), "9")
    window.close()
    assert kept(open_window(record)).institution.phone.endswith("9")


def test_the_paper_beside_follows_each_key_whether_it_can_be_kept_or_not(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = show(window, qtbot, "centre")
    assert page.preview.isVisible()
    mail = line_of(page, "email")
    mail.setFocus()
    mail.selectAll()
    press(mail, "bureau")
    qtbot.waitUntil(lambda: "bureau" in page.preview.page.accessibleDescription(), timeout=WAIT_MS)
    assert kept(window).institution.email == "centre@example.org"


def test_the_paper_is_the_one_on_which_the_setting_in_hand_is_seen(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    page = show(window, qtbot, "centre")
    line_of(page, "cndp_number").setFocus()
    qtbot.waitUntil(
        lambda: "Feuille de présence" in page.preview.page.accessibleDescription(), timeout=WAIT_MS
    )
    line_of(page, "email").setFocus()
    qtbot.waitUntil(
        lambda: "Feuille de présence" not in page.preview.page.accessibleDescription(),
        timeout=WAIT_MS,
    )


def test_a_setting_that_would_do_nothing_is_not_there(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record)
    page = show(window, qtbot, "papers")
    assert row_of(page, setting("header_ar")).isVisible()
    assert not row_of(page, setting("header")).isVisible()
    page.binding.keep(setting("header_mode"), "picture")
    settle(window, qtbot)
    assert not row_of(page, setting("header_ar")).isVisible()
    assert row_of(page, setting("header")).isVisible()


def _says(widget: QWidget, words: str) -> bool:
    return widget.isVisible() and widget.accessibleName() == words


def test_every_part_is_reached_by_keys(open_window: Open, record: Path, qtbot: QtBot) -> None:
    window = open_window(record)
    page = show(window, qtbot, PARTS[0].code)
    for part in (*PARTS[1:], PARTS[0]):
        assert window.obey("Ctrl+PgDn")
        assert window.address == Address("settings", part=part.code)
        assert page.form.isVisible()
    assert window.obey("Ctrl+PgUp")
    assert window.address == Address("settings", part=PARTS[-1].code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "text", "room"),
    [
        ((1366, 768), 100, True),
        ((1024, 600), 100, False),
        ((1000, 540), 90, False),
        ((1366, 768), 130, False),
    ],
)
def test_nothing_is_cut_unnamed_or_out_of_order(
    open_window: Open,
    record: Path,
    qtbot: QtBot,
    language: Language,
    size: tuple[int, int],
    text: int,
    *,
    room: bool,
) -> None:
    window = open_window(record, language, size)
    window.desk.set_text_size(text)
    for part in PARTS:
        page = show(window, qtbot, part.code)
        QApplication.processEvents()
        assert clipped(window) == []
        assert overlapping(window) == []
        assert unnamed(window) == []
        assert disordered(window) == []
        assert page.preview.isVisible() == (part.preview and room)


def test_papers_are_made_in_the_language_of_the_centre_whatever_the_window_speaks(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    window = open_window(record, "fr")
    tab = open_papers(window, qtbot)
    assert "".join(tab.preview.languages_chosen) == "fr"
    page = show(window, qtbot, "papers")
    page.binding.keep(setting("paper_language"), "both")
    settle(window, qtbot)
    qtbot.waitUntil(lambda: tab.preview.languages_chosen == ("ar", "fr"), timeout=WAIT_MS)
