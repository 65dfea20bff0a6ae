"""The shell: acts, keys, the way there and back, dialogs, undo, what is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.errors import UserError
from desktop_app.app import make_window
from desktop_app.i18n import N_
from desktop_app.ui.acts import Act
from desktop_app.ui.addresses import Address
from desktop_app.ui.curtain import Curtain
from desktop_app.ui.kept import TEXT_SIZES, Kept
from desktop_app.ui.theme import CONTROL_HEIGHT, DARK
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.dialog import Dialog
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open, home_of
from tests.ui.tour import session_id, settle


@pytest.fixture
def window(open_window: Open, record: Path) -> MainWindow:
    return open_window(record, "fr")


class TestActs:
    """A button, a key and a list show one and the same act."""

    def test_a_button_follows_its_act(self, window: MainWindow) -> None:
        done: list[str] = []
        act = Act(window.desk, N_("Print"), lambda: done.append("once"), icon="printer", key="F9")
        button = Button(window.desk, act)
        button.click()
        assert done == ["once"]
        assert (button.text(), act.text(), button.accessibleName()) == ("Imprimer",) * 3
        act.set_offered(offered=False, reason=N_("No sessions yet"))
        assert not button.isEnabled()
        assert button.toolTip() == "Aucune séance"
        act.set_offered(True)
        assert button.isEnabled()
        assert button.toolTip() == ""
        act.set_message(N_("Close"), "x")
        assert button.text() == "Fermer"
        window.desk.set_language("ar")
        assert button.text() == act.text() == "إغلاق"

    def test_a_button_without_room_for_its_key_tells_it_in_its_tip(
        self, window: MainWindow
    ) -> None:
        act = Act(window.desk, N_("Print"), int, icon="printer", key="Ctrl+P")
        assert "Ctrl P" not in Button(window.desk, act).toolTip()
        assert "Ctrl P" in Button(window.desk, act, show_key=False).toolTip()
        small = Button(window.desk, act, icon_only=True)
        assert small.toolTip().startswith("Imprimer")
        assert "Ctrl P" in small.toolTip()

    def test_a_key_does_what_the_page_in_front_offers(self, window: MainWindow) -> None:
        here = window.address
        assert window.obey("F2") is False
        assert window.obey("Ctrl+4") is True
        assert window.address != here
        assert window.obey("Ctrl+1") is True
        assert window.address == here

    def test_enter_presses_the_button_that_has_the_focus(self, window: MainWindow) -> None:
        done: list[str] = []
        button = Button(window.desk, Act(window.desk, N_("Print"), lambda: done.append("pressed")))
        button.setParent(window)
        button.show()
        button.setFocus()
        assert window.obey("Enter")
        assert done == ["pressed"]
        assert window.address == Address("home")

    def test_a_field_keeps_the_keys_of_typing(self, window: MainWindow) -> None:
        window.desk.undoable("fait", lambda: None)
        field = QLineEdit(window)
        field.show()
        field.setFocus()
        field.insert("x")
        assert window.obey("Ctrl+Z") is False
        field.clearFocus()
        assert window.obey("Ctrl+Z") is True


class TestTheWay:
    """There and back."""

    def test_back_leads_where_one_came_from(self, window: MainWindow) -> None:
        key = session_id(window)
        window.desk.go(Address("session", key, "papers"))
        window.desk.go(Address("session", key, "history"))  # another part of the same page
        assert window.address == Address("session", key, "history")
        assert window.obey("Esc")
        assert window.address == Address("home")
        home_of(window)
        assert window.obey("Esc")
        assert window.address == Address("home")

    def test_the_side_bar_shows_where_one_is(self, window: MainWindow) -> None:
        lit = window.side_bar._list
        assert lit.currentIndex().row() == 0
        window.desk.go(Address("session", session_id(window), "papers"))
        assert lit.currentIndex().row() == 1
        window.obey("Ctrl+4")
        assert lit.currentIndex().row() == 3
        QTest.mouseClick(
            lit.viewport(),
            Qt.MouseButton.LeftButton,
            pos=lit.visualRect(lit.shown.index(1, 0)).center(),
        )
        assert window.address == Address("sessions")

    def test_without_a_record_no_key_leads_anywhere(
        self, open_window: Open, tmp_path: Path
    ) -> None:
        window = open_window(tmp_path / "none.db", "fr")
        assert window.obey("Ctrl+1") is False
        assert window.obey("Ctrl+K") is False
        assert window.address is None


class TestDialogs:
    """A question keeps keys and focus to itself."""

    def test_keys_and_focus_stay_inside_until_it_goes(self, window: MainWindow) -> None:
        done: list[str] = []
        act = Act(window.desk, N_("Save"), lambda: done.append("saved"), key="Enter")
        dialog = Dialog(window.desk, N_("Save as"), (act,))
        field = QLineEdit()
        dialog.body.addWidget(field)
        before = window.focusWidget()
        window.desk.ask(dialog)
        settle(window)
        assert dialog.isVisible()
        assert field.hasFocus()
        seen = []
        for _ in range(4):
            focused = window.focusWidget()
            assert focused is not None
            seen.append(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert all(dialog.isAncestorOf(widget) for widget in seen)
        assert seen[0] is seen[3]
        assert window.obey("Ctrl+1") is False
        field.setFocus()
        assert window.obey("Ctrl+Enter")
        assert done == ["saved"]
        assert window.obey("Esc")
        assert window.dialog is None
        assert window.focusWidget() is before

    def test_it_stands_in_the_middle_whatever_the_window(self, window: MainWindow) -> None:
        dialog = Dialog(window.desk, N_("Save as"), (), width=900)
        for _ in range(40):
            dialog.body.addWidget(QLineEdit())
        window.desk.ask(dialog)
        for size in ((1366, 768), (1000, 540)):
            window.resize(*size)
            settle(window)
            assert QRect(0, 0, *size).contains(dialog.card.geometry())
            assert abs(dialog.card.geometry().center().x() - size[0] // 2) <= 1

    def test_another_one_takes_its_place(self, window: MainWindow) -> None:
        first, second = (Dialog(window.desk, N_("Save as")) for _ in range(2))
        gone: list[str] = []
        first.closed.connect(lambda: gone.append("first"))
        window.desk.ask(first)
        window.desk.ask(second)
        assert gone == ["first"]
        assert window.dialog is second


class TestUndo:
    """What was done can be taken back, the last first."""

    def test_by_the_toast_and_by_the_key(self, window: MainWindow) -> None:
        undone: list[str] = []
        assert window.obey("Ctrl+Z") is False
        window.desk.undoable("un", lambda: undone.append("un"))
        window.desk.undoable("deux", lambda: undone.append("deux"))
        assert window.toast.isVisible()
        assert window.obey("Ctrl+Z")
        assert window.obey("Ctrl+Z")
        assert undone == ["deux", "un"]
        assert window.obey("Ctrl+Z") is False


class TestKept:
    """What the user of this computer chose stays."""

    def test_from_one_start_to_the_next(self, tmp_path: Path) -> None:
        kept = Kept(tmp_path / "window.ini")
        assert (kept.appearance, kept.text_size, kept.choice("mail")) == ("system", 100, "")
        kept.language, kept.appearance, kept.text_size = "fr", "dark", 120
        kept.remember("mail", "web")
        again = Kept(tmp_path / "window.ini")
        assert (again.language, again.appearance, again.text_size) == ("fr", "dark", 120)
        assert again.choice("mail") == "web"

    def test_nonsense_counts_for_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "window.ini"
        file.write_text("[General]\nlanguage=xx\nappearance=blue\ntext_size=9000\ngeometry=5\n")
        kept = Kept(file)
        assert (kept.appearance, kept.text_size) == ("system", 100)
        assert kept.geometry.isEmpty()

    def test_size_and_place_of_the_window(
        self, qapp: QApplication, qtbot: QtBot, kept: Kept, record: Path
    ) -> None:
        first = Curtain(kept, right_to_left=False)
        window = make_window(qapp, str(record), kept, "fr")
        first.hold(window)
        first.show()
        qtbot.waitUntil(lambda: window.page is not None)
        first.resize(800, 610)  # the screen of the tests is small
        first.close()
        second = Curtain(kept, right_to_left=False)
        qtbot.addWidget(second)
        assert (second.width(), second.height()) == (800, 610)

    @pytest.mark.parametrize("percent", TEXT_SIZES)
    def test_larger_text_makes_larger_buttons(self, window: MainWindow, percent: int) -> None:
        button = Button(window.desk, Act(window.desk, N_("Print"), int))
        window.desk.set_text_size(percent)
        assert abs(button.sizeHint().height() - CONTROL_HEIGHT * percent / 100) <= 2
        window.desk.set_text_size(100)
        assert button.sizeHint().height() == CONTROL_HEIGHT

    def test_the_appearance_of_the_system_is_followed(
        self, open_window: Open, record: Path, kept: Kept
    ) -> None:
        window = open_window(record, "fr")
        assert kept.is_dark(Qt.ColorScheme.Dark)
        assert not kept.is_dark(Qt.ColorScheme.Light)
        window.desk.set_appearance("dark")
        assert window.desk.tokens is DARK
        assert kept.is_dark(Qt.ColorScheme.Light)


def test_an_error_offers_its_ways_out_and_goes_when_one_is_taken(window: MainWindow) -> None:
    done: list[str] = []
    act = Act(window.desk, N_("Try again"), lambda: done.append("again"))
    window.desk.show_error(UserError("a session needs a theme."), act)
    settle(window)
    button = next(b for b in window.message_bar.findChildren(Button) if b.act is act)
    button.click()
    assert done == ["again"]
    assert window.message_bar.text == ""
