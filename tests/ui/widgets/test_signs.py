"""Chips, signs, notices: what is told, and how it is answered."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import catalogue
from desktop_app.ui.acts import Act
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_list import Check, CheckList
from desktop_app.ui.widgets.chips import Chip, ChipLabel, Look, RemovableChip
from desktop_app.ui.widgets.key_cap import KeyHint
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.progress_strip import seconds_left, time_left
from desktop_app.ui.widgets.saved_sign import SavedSign
from desktop_app.ui.widgets.toast import Toast
from tests.ui.gallery import GalleryDesk
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import columns_of, heard, picture


class Entry:
    """What was written."""

    subject = "sessions"
    use_case = "sessions.edit"


def _act(desk: GalleryDesk, message: str, done: list[str], key: str = "") -> Act:
    return Act(desk, message, lambda: done.append(message), key=key)


class TestChips:
    """States, and words that can be given up."""

    def test_a_state_is_heard_and_never_cut(self, desk: GalleryDesk, show: Show) -> None:
        chip = ChipLabel(desk, Chip("منعقد", "check", "accent"))
        show(chip)
        narrow = chip.width()
        chip.show_chip(Chip("محال على جهة أخرى", "arrow-bend-up-left", "neutral"))
        QApplication.processEvents()
        assert chip.width() > narrow
        assert heard(chip)[0] == "محال على جهة أخرى"

    def test_what_was_not_recorded_has_no_tint(self, desk: GalleryDesk, show: Show) -> None:
        chips = {
            look: ChipLabel(desk, Chip("لم يُسجل", "", "neutral", look)) for look in get_args(Look)
        }
        show(*chips.values())
        tinted = {
            look: bool(columns_of(picture(chip), desk.tokens.neutral_tint))
            for look, chip in chips.items()
        }
        assert tinted == {"tinted": True, "outlined": False, "dashed": False}
        assert picture(chips["outlined"]) != picture(chips["dashed"])

    @pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
    def test_a_key_gives_it_up(
        self, key: Qt.Key, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        chip = RemovableChip(desk, "لجنة المخطط")
        show(chip)
        chip.setFocus()
        with qtbot.waitSignal(chip.removed):
            QTest.keyClick(chip, key)
        assert "لجنة المخطط" in heard(chip)[0]


class TestSavedSign:
    """Nothing is lost."""

    def test_it_follows_what_is_written(self, desk: GalleryDesk, show: Show, qtbot: QtBot) -> None:
        sign = SavedSign(desk)
        show(sign)
        assert heard(sign)[0] == desk.say("All saved")
        width = sign.width()
        sign.show_saving()
        assert heard(sign)[0] == desk.say("Saving…")
        desk.notifier.heard([Entry()])
        qtbot.waitUntil(lambda: heard(sign)[0] == "حُفظ الآن")
        assert sign.width() == width
        desk.set_language("fr")
        assert heard(sign)[0] == "Enregistré"


class TestMessageBar:
    """One bar, in two degrees."""

    def test_a_warning_is_amber_and_an_error_red(self, desk: GalleryDesk, show: Show) -> None:
        bar = MessageBar(desk)
        show(bar)
        bar.show_message(lambda: "18 نونبر", kind="warning")
        assert columns_of(picture(bar), desk.tokens.amber_tint)
        bar.show_message(lambda: "لم يُحفظ الملف: هو مفتوح.")
        assert columns_of(picture(bar), desk.tokens.red_tint)
        assert not columns_of(picture(bar), desk.tokens.amber_tint)
        assert heard(bar)[0] == "لم يُحفظ الملف: هو مفتوح."

    def test_a_way_out_is_taken_and_closes_it(self, desk: GalleryDesk, show: Show) -> None:
        bar, done = MessageBar(desk), list[str]()
        show(bar)
        bar.show_message(lambda: "x", _act(desk, "Try again", done))
        bar.findChildren(Button)[-1].click()
        assert done == ["Try again"]
        assert bar.isHidden()

    def test_a_name_without_end_does_not_widen_the_window(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        bar = MessageBar(desk)
        show(bar)
        name = "n" * 250
        bar.show_message(lambda: f"{name}.pdf was not saved.")
        assert bar.minimumSizeHint().width() < 640
        assert heard(bar)[0] == f"{name}.pdf was not saved."


class TestToast:
    """What was done, and its way back."""

    def test_its_offer_is_pressed_by_mouse_and_key(self, desk: GalleryDesk, show: Show) -> None:
        window = show(QWidget())
        toast, done = Toast(desk, window), list[str]()
        for key in (None, Qt.Key.Key_Space):
            toast.show_notice("حُذفت النقطة", _act(desk, "Undo", done, "Ctrl+Z"))
            offer = toast.findChild(QAbstractButton)
            assert offer is not None
            assert offer.text() == "تراجع"
            if key is None:
                QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
            else:
                QTest.keyClick(offer, key)
            assert toast.isHidden()
        assert done == ["Undo", "Undo"]

    def test_a_name_without_end_stays_in_the_window(self, desk: GalleryDesk, show: Show) -> None:
        window = show(QWidget())
        toast = Toast(desk, window)
        words = f"Saved: {'n' * 250}.pdf"
        toast.show_notice(words)
        assert window.rect().contains(toast.geometry())
        assert toast.accessibleName() == words

    def test_it_stands_in_the_middle_of_the_foot(self, desk: GalleryDesk, show: Show) -> None:
        window = show(QWidget())
        toast = Toast(desk, window)
        toast.show_notice("حُذفت النقطة")
        assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
        assert toast.geometry().top() > window.height() / 2
        assert heard(toast)[0] == "حُذفت النقطة"
        offer = toast.findChild(QAbstractButton)
        assert offer is not None
        assert not offer.isVisible()

    def test_it_leaves_but_not_from_under_the_focus(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        window = show(QWidget())
        toast, done = Toast(desk, window), list[str]()
        toast._leave.setInterval(10)
        toast.show_notice("حُذفت النقطة", _act(desk, "Undo", done))
        offer = toast.findChild(QAbstractButton)
        assert offer is not None
        offer.setFocus()
        QTest.qWait(250)
        assert toast.isVisible()
        offer.clearFocus()
        qtbot.waitUntil(toast.isHidden)
        toast.show_notice("حُذفت النقطة")
        assert toast.isVisible()


class TestCheckList:
    """What stands in the way, and what mends it."""

    def test_the_focus_goes_to_the_first_obstacle(self, desk: GalleryDesk, show: Show) -> None:
        checks, done = CheckList(desk), list[str]()
        date, name, all_ = (
            _act(desk, message, done) for message in ("Set due date", "Choose rapporteur", "Print")
        )
        show(checks)
        checks.show_checks(
            [
                Check("الحضور", "done", "17", all_),
                Check("مقرر", "advised", "", name),
                Check("توصية", "required", "بلا أجل", date),
            ]
        )
        QApplication.processEvents()
        assert checks.required == 1
        checks.focus_first()
        button = QApplication.focusWidget()
        assert isinstance(button, Button)
        said = heard(button)
        assert said[0] == desk.say("Set due date")
        assert "توصية" in said[1]
        assert desk.say("Required") in said[1]
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert done == ["Set due date"]
        checks.show_checks([Check("مقرر", "advised", "", name), Check("توصية", "done")])
        QApplication.processEvents()
        assert checks.required == 0
        focused = QApplication.focusWidget()
        assert isinstance(focused, Button)
        assert focused.text() == desk.say("Choose rapporteur")
        assert (
            len(checks.findChildren(Button, options=Qt.FindChildOption.FindChildrenRecursively))
            >= 1
        )

    def test_with_nothing_to_press_nothing_has_the_focus(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        checks = CheckList(desk)
        window = show(checks)
        checks.show_checks([Check("الحضور", "done")])
        window.setFocus()
        checks.focus_first()
        assert not checks.findChildren(Button)
        assert QApplication.focusWidget() is not checks


class TestTimeLeft:
    """How long it still takes."""

    def test_it_is_reckoned_from_what_was_done(self) -> None:
        assert seconds_left(12, 20, 12.0) == 8
        assert seconds_left(0, 20, 12.0) is None
        assert seconds_left(3, 20, 0.1) is None
        assert seconds_left(20, 20, 9.0) == 0

    @pytest.mark.parametrize(
        ("seconds", "arabic", "french", "english"),
        [
            (0.2, "بقي نحو ثانية", "environ 1 s restante", "about 1 second left"),
            (2, "بقي نحو ثانيتين", "environ 2 s restantes", "about 2 seconds left"),
            (8, "بقي نحو 8 ثوان", "environ 8 s restantes", "about 8 seconds left"),
            (40, "بقي نحو 40 ثانية", "environ 40 s restantes", "about 40 seconds left"),
            (100, "بقي نحو دقيقتين", "environ 2 min restantes", "about 2 minutes left"),
            (600, "بقي نحو 10 دقائق", "environ 10 min restantes", "about 10 minutes left"),
        ],
    )
    def test_it_is_told_in_each_language(
        self, seconds: float, arabic: str, french: str, english: str
    ) -> None:
        said = [time_left(seconds, catalogue(language)) for language in ("ar", "fr", "en")]
        assert said == [arabic, french, english]


def test_a_key_is_heard_with_what_it_does(desk: GalleryDesk, show: Show) -> None:
    hint = KeyHint(desk, "Ctrl+Z", "clears the choice")
    show(hint)
    assert heard(hint)[0] == f"Ctrl Z {desk.say('clears the choice')}"
    role = QAccessible.queryAccessibleInterface(hint).role()
    assert role is not QAccessible.Role.NoRole
