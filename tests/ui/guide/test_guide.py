"""The guide: whole in both languages, with its pictures, at the screen in use."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.i18n import Language
from desktop_app.ui.addresses import Address
from desktop_app.ui.guide.page import GuidePage
from desktop_app.ui.guide.sections import SECTIONS, folder, read, section_for
from tests.ui.conftest import Open
from tests.ui.tour import settle

PICTURE = re.compile(r"!\[([^]]+)\]\(([^)]+)\)")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_section_is_written_and_its_pictures_are_there(language: str) -> None:
    guide = read(language)
    assert list(guide) == [one.code for one in SECTIONS]
    for code, text in guide.items():
        assert text.startswith("## "), code
        for words, place in PICTURE.findall(text):
            assert words
            assert (folder() / place).is_file(), place


def test_both_guides_name_the_same_keys() -> None:
    arabic, french = read("ar"), read("fr")
    for code, text in arabic.items():
        keys = re.findall("`([^`]+)`", text)
        assert sorted(set(keys)) == sorted(set(re.findall("`([^`]+)`", french[code]))), code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (None, "begin"),
        (Address("sessions"), "sessions"),
        (Address("session", 1, "minutes"), "minutes"),
        (Address("session", 1, "outcomes/4"), "outcomes"),
        (Address("session", 1, "history"), "safety"),
        (Address("person", 2), "people"),
        (Address("settings", part="mail"), "settings"),
        (Address("guide"), "begin"),
    ],
)
def test_a_screen_has_its_section(address: Address | None, code: str) -> None:
    assert section_for(address) == code


@pytest.mark.parametrize(("language", "title"), [("ar", "الحضور"), ("fr", "Présence"), ("en", "")])
def test_it_opens_at_the_screen_in_use_and_leads_back(
    language: Language, title: str, open_window: Open, record: Path
) -> None:
    window = open_window(record, language)
    here = Address("session", 1, "attendance")
    window.go(here)
    settle(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    page = window.page
    assert isinstance(page, GuidePage)
    assert page.text.toPlainText().startswith(title or "Présence")
    assert window.address == Address("guide", part="attendance")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.address == Address("guide", part="minutes")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    settle(window)
    assert window.address == here
