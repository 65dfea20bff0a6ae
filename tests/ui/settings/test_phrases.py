"""The phrase bank in the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.services.phrases import Phrase, list_phrases
from desktop_app.ui.addresses import Address
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.phrase_dialog import PhraseDialog, category_name
from desktop_app.ui.settings.phrases import Phrases
from desktop_app.ui.window import MainWindow
from desktop_app.wording.phrase_bank import CATEGORIES, bank
from tests.ui.conftest import WAIT_MS, Open


class Bank:
    """The part of the settings, and what is recorded."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        window.go(Address("settings", part="phrases"))
        page = window.page
        assert isinstance(page, SettingsPage)
        (self.part,) = page.form.findChildren(Phrases)
        self.wait_for(len(bank()) - 1)
        self.part.table.setFocus()

    @property
    def kept(self) -> dict[str, Phrase]:
        store = self.window.desk.store
        assert store
        with store.read() as reading:
            return {one.abbreviation.fr: one for one in list_phrases(reading)}

    @property
    def dialog(self) -> PhraseDialog:
        dialog = self.window.dialog
        assert isinstance(dialog, PhraseDialog)
        return dialog

    def shown(self) -> int:
        groups = self.part.table.model()
        return groups.rowCount()

    def wait_for(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.kept) == count, timeout=WAIT_MS)
        self.qtbot.waitUntil(lambda: self.window.desk.runner.idle, timeout=WAIT_MS)

    def save(self) -> None:
        QTest.keyClick(
            self.window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        self.qtbot.waitUntil(lambda: self.window.desk.runner.idle, timeout=WAIT_MS)


@pytest.fixture
def phrases(open_window: Open, record: Path, qtbot: QtBot) -> Bank:
    return Bank(open_window(record), qtbot)


def test_a_phrase_is_changed_and_the_change_is_undone(phrases: Bank) -> None:
    before = phrases.kept["o6"]
    phrases.part.table.choose(before.id)
    assert phrases.window.obey("Enter")
    dialog = phrases.dialog
    assert dialog.text_ar.toPlainText() == before.text.ar
    dialog.text_ar.setPlainText("صودق على جدول الأعمال بالإجماع.")
    phrases.save()
    phrases.qtbot.waitUntil(lambda: phrases.window.dialog is None, timeout=WAIT_MS)
    assert phrases.kept["o6"].text.ar == "صودق على جدول الأعمال بالإجماع."
    assert phrases.kept["o6"].text.fr == before.text.fr
    assert phrases.window.obey("Ctrl+Z")
    phrases.qtbot.waitUntil(lambda: phrases.kept["o6"].text == before.text, timeout=WAIT_MS)


def test_a_phrase_is_added_and_what_is_wrong_is_told_at_its_field(phrases: Bank) -> None:
    phrases.part.table.choose(phrases.kept["d1"].id)
    assert phrases.window.obey("Ctrl+N")
    dialog = phrases.dialog
    assert dialog.category.value == "debate", "as the phrase that was chosen"
    phrases.save()
    assert dialog._fields["text", "ar"].error
    dialog.text_fr.setPlainText("Le débat est clos.")
    dialog.short_fr.setText("d1")
    phrases.save()
    phrases.qtbot.waitUntil(
        lambda: bool(dialog._fields["abbreviation", "ar"].error),
        timeout=WAIT_MS,
    )
    assert dialog.text_fr.toPlainText() == "Le débat est clos."
    dialog.short_fr.setText("dc")
    phrases.save()
    phrases.wait_for(len(bank()))
    assert phrases.kept["dc"].text.fr == "Le débat est clos."


def test_what_was_deleted_is_put_back(phrases: Bank) -> None:
    phrases.part.table.choose(phrases.kept["o2"].id)
    assert phrases.window.obey("Del")
    phrases.wait_for(len(bank()) - 2)
    assert "o2" not in phrases.kept
    restore = next(act for act in phrases.part.acts if "shipped" in act.message)
    restore.trigger()
    phrases.wait_for(len(bank()) - 1)
    assert phrases.kept["o2"].category == "opening"


def test_loyalty_is_off_until_it_is_asked_for(phrases: Bank) -> None:
    assert not phrases.part.loyalty.isChecked()
    phrases.part.loyalty.click()
    phrases.wait_for(len(bank()))
    assert phrases.kept["l1"].category == "loyalty"
    phrases.part.loyalty.click()
    phrases.wait_for(len(bank()) - 1)


def test_a_few_letters_leave_what_they_find(phrases: Bank) -> None:
    whole = phrases.shown()
    phrases.part.filter.setText("المصادقة")
    phrases.part.filter.textEdited.emit("المصادقة")
    assert 0 < phrases.shown() < whole
    phrases.part.filter.setText("xyzzy")
    phrases.part.filter.textEdited.emit("xyzzy")
    assert phrases.shown() == 0
    assert not phrases.part._edit.isEnabled()


def test_each_category_has_a_name(phrases: Bank) -> None:
    desk = phrases.window.desk
    assert len({category_name(desk, code) for code in CATEGORIES}) == len(CATEGORIES)
    assert category_name(desk, "لجان") == "لجان"
    assert category_name(desk, "")
