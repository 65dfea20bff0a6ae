"""Fields and their editors: typed in, refused, locked, turned over."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.errors import UserError
from desktop_app.i18n import Language
from desktop_app.ui.kept import TEXT_SIZES
from desktop_app.ui.widgets.choice import Choice, FilterChoice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.toggle import CheckBox, Toggle
from tests.ui.gallery import GalleryDesk
from tests.ui.walking import clipped
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import columns_of, heard, inked, picture

KINDS = (("all", "Everything"), ("workshop", "Workshop"), ("training", "Training session"))


def _type(widget: QWidget, words: str) -> None:
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def _kinds(desk: GalleryDesk) -> list[tuple[str, str]]:
    return [(value, desk.say(message)) for value, message in KINDS]


class TestField:
    """Label, editor, and what is said of it."""

    def test_its_words_are_those_of_its_editor(self, desk: GalleryDesk, show: Show) -> None:
        editor = LineEdit(desk)
        field = Field(desk, "Place", editor, "Printed on the invitation")
        show(field)
        assert heard(editor) == (desk.say("Place"), desk.say("Printed on the invitation"))
        field.set_error(UserError("“{field}”: {problem}", field="x", problem="y"))
        assert heard(editor)[1] == field.error != ""
        desk.set_language("fr")
        assert heard(editor)[0] == "Lieu"
        assert field.error == heard(editor)[1]
        field.set_error(None)
        assert heard(editor)[1] == "Imprimé sur l’invitation"

    def test_a_dense_one_takes_no_room_for_what_is_not_said(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        roomy, dense = (Field(desk, "Place", LineEdit(desk), dense=one) for one in (False, True))
        show(dense)
        low = dense.sizeHint().height()
        assert low < roomy.sizeHint().height()
        dense.set_error("Place missing.")
        QApplication.processEvents()
        assert dense.sizeHint().height() == roomy.sizeHint().height()
        dense.set_error(None)
        QApplication.processEvents()
        assert dense.sizeHint().height() == low

    @pytest.mark.parametrize("percent", TEXT_SIZES)
    def test_nothing_moves_when_it_is_wrong_or_has_the_focus(
        self, percent: int, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_text_size(percent)
        editors = (LineEdit(desk), TextArea(desk), Choice(desk, lambda: _kinds(desk)), Toggle(desk))
        fields = [Field(desk, "Place", editor) for editor in editors]
        form = QWidget()
        column = QVBoxLayout(form)
        for field in fields:
            column.addWidget(field)
        column.addStretch(1)
        show(form)
        QApplication.processEvents()
        before = [(field.geometry(), field.editor.geometry()) for field in fields]
        for field in fields:
            field.set_error("Place missing.")
            field.set_warning("Place missing.")
            field.editor.setFocus()
            QApplication.processEvents()
            assert [(each.geometry(), each.editor.geometry()) for each in fields] == before
            field.set_error(None)
            QApplication.processEvents()
            assert [(each.geometry(), each.editor.geometry()) for each in fields] == before

    def test_an_error_goes_before_a_warning(self, desk: GalleryDesk, show: Show) -> None:
        editor = LineEdit(desk)
        field = Field(desk, "E-mail", editor)
        show(field).setFocus()
        field.set_warning("This address is used twice.")
        assert heard(editor)[1] == desk.say("This address is used twice.")
        assert columns_of(picture(editor), desk.tokens.amber)
        field.set_error("Place missing.")
        assert heard(editor)[1] == desk.say("Place missing.")
        assert columns_of(picture(editor), desk.tokens.red)
        field.set_error(None)
        assert columns_of(picture(editor), desk.tokens.amber)

    def test_read_only_it_can_be_read_and_copied_but_not_typed_in(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        editor = LineEdit(desk, latin=True)
        field = Field(desk, "Number", editor)
        show(field)
        field.set_read_only("14/2026")
        field.setFocus()
        locked = QApplication.focusWidget()
        assert isinstance(locked, QLineEdit)
        assert heard(locked)[0] == desk.say("Number")
        _type(locked, "9")
        assert locked.text() == "14/2026"
        inside = picture(locked).copy(4, 4, locked.width() - 8, locked.height() - 8)
        assert min(inked(inside)) > locked.width() / 2
        field.set_read_only(None)
        field.setFocus()
        assert QApplication.focusWidget() is editor

    def test_beside_its_words_the_editor_stands_at_the_end_side(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        toggle = Toggle(desk)
        field = Field(desk, "Print telephone numbers", toggle, beside=True)
        show(field)
        assert toggle.x() < field.width() / 2
        desk.set_language("fr")
        QApplication.processEvents()
        assert toggle.x() > field.width() / 2

    def test_an_editor_without_room_beside_its_words_stands_below_them(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language("fr")
        choice = Segmented(desk, "Appearance", {"light": "Light", "dark": "Dark"})
        field = Field(desk, "Appearance", choice, beside=True)
        window = show(field, size=(choice.sizeHint().width() + 60, 300))
        below = field.height()
        assert choice.x() == 0
        assert clipped(window) == []
        window.resize(600, 300)
        QApplication.processEvents()
        assert choice.geometry().right() == field.rect().right()
        assert field.sizeHint().height() < below


class TestText:
    """What is typed is said once, and soon."""

    @pytest.mark.parametrize("make", [LineEdit, TextArea])
    def test_it_is_said_when_the_focus_leaves(
        self, make: type[LineEdit | TextArea], desk: GalleryDesk, show: Show
    ) -> None:
        editor, other = make(desk), Toggle(desk)
        show(editor, other)
        said: list[str] = []
        editor.committed.connect(said.append)
        editor.show_text("قاعة")
        editor.setFocus()
        other.setFocus()
        assert said == []
        editor.setFocus()
        _type(editor, "1")
        other.setFocus()
        assert len(said) == 1
        assert set(said[0]) == set("قاعة1")

    def test_it_is_said_at_enter(self, desk: GalleryDesk, show: Show) -> None:
        editor = LineEdit(desk)
        show(editor)
        said: list[str] = []
        editor.committed.connect(said.append)
        editor.setFocus()
        _type(editor, "مسار")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert said == ["مسار"]

    @pytest.mark.parametrize("make", [LineEdit, TextArea])
    def test_it_is_said_after_a_pause(
        self, make: type[LineEdit | TextArea], desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        editor = make(desk)
        show(editor)
        editor.setFocus()
        with qtbot.waitSignal(editor.committed) as said:
            _type(editor, "مسار")
        assert said.args == ["مسار"]

    def test_it_is_said_while_one_goes_on_typing(self, desk: GalleryDesk, show: Show) -> None:
        editor = LineEdit(desk)
        show(editor)
        editor.setFocus()
        said: list[str] = []
        editor.committed.connect(said.append)
        for _ in range(100):
            _type(editor, "ا")
            QTest.qWait(30)
            if said:
                break
        assert said

    def test_what_comes_from_the_record_does_not_disturb_who_types(
        self, desk: GalleryDesk, show: Show
    ) -> None:
        for editor in (LineEdit(desk), TextArea(desk)):
            show(editor)
            editor.setFocus()
            _type(editor, "a")
            editor.show_text("something else")
            said: list[str] = []
            editor.committed.connect(said.append)
            editor.commit()
            assert said == ["a"]

    @pytest.mark.parametrize(("language", "at_right"), [("ar", True), ("fr", False)])
    def test_an_address_stands_under_its_label(
        self, language: Language, at_right: bool, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        editor = LineEdit(desk, latin=True)
        show(editor)
        editor.show_text("a@b.ma")
        ink = inked(picture(editor).copy(4, 4, editor.width() - 8, editor.height() - 8))
        assert (min(ink) > editor.width() / 2) is at_right
        desk.set_language("fr" if language == "ar" else "ar")
        QApplication.processEvents()
        ink = inked(picture(editor).copy(4, 4, editor.width() - 8, editor.height() - 8))
        assert (min(ink) > editor.width() / 2) is not at_right

    def test_tab_leaves_a_text_of_several_lines(self, desk: GalleryDesk, show: Show) -> None:
        area, other = TextArea(desk), Toggle(desk)
        show(area, other)
        area.setFocus()
        QTest.keyClick(area, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is other


class TestChoice:
    """Drop-downs."""

    def test_keys_choose_and_only_the_user_is_told_of(self, desk: GalleryDesk, show: Show) -> None:
        choice = Choice(desk, lambda: _kinds(desk))
        show(choice)
        said: list[object] = []
        choice.chosen.connect(said.append)
        choice.choose("workshop")
        assert said == []
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert said == [choice.value] == ["training"]

    def test_it_keeps_its_value_in_another_language(self, desk: GalleryDesk, show: Show) -> None:
        choice = Choice(desk, lambda: _kinds(desk))
        show(choice)
        choice.choose("training")
        interface = QAccessible.queryAccessibleInterface(choice)
        assert interface.text(QAccessible.Text.Value) == "دورة تكوينية"
        desk.set_language("fr")
        assert choice.value == "training"
        assert interface.text(QAccessible.Text.Value) == "Session de formation"

    def test_a_wheel_does_not_change_it(self, desk: GalleryDesk, show: Show) -> None:
        choice = Choice(desk, lambda: _kinds(desk))
        show(choice)
        choice.setFocus()
        at = QPointF(choice.rect().center())
        event = QWheelEvent(
            at,
            QPointF(choice.mapToGlobal(at.toPoint())),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes no name here
        )
        QApplication.sendEvent(choice, event)
        assert choice.value == "all"

    def test_its_list_has_room_for_the_words(
        self, desk: GalleryDesk, show: Show, qtbot: QtBot
    ) -> None:
        choice = FilterChoice(desk, "Type", lambda: _kinds(desk))
        show(choice)
        choice.showPopup()
        view = choice.view()
        qtbot.waitUntil(view.isVisible)
        assert view.viewport().width() >= view.sizeHintForColumn(0)
        choice.hidePopup()

    def test_nothing_to_choose_is_no_value(self, desk: GalleryDesk, show: Show) -> None:
        choice = Choice(desk, list)
        show(choice)
        assert choice.value is None
        choice.choose("workshop")
        assert choice.value is None


class TestFilter:
    """A drop-down that says when it leaves something out."""

    @pytest.mark.parametrize("language", ["ar", "fr"])
    def test_its_cross_at_the_end_side_clears_it(
        self, language: Language, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        choice = FilterChoice(desk, "Type", lambda: _kinds(desk))
        show(choice)
        choice.choose("workshop")
        assert choice.active
        said: list[object] = []
        choice.chosen.connect(said.append)
        end = QPoint(14 if language == "ar" else choice.width() - 14, choice.height() // 2)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=end)
        assert said == ["all"]
        assert not choice.active

    @pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
    def test_delete_clears_it(self, key: Qt.Key, desk: GalleryDesk, show: Show) -> None:
        choice = FilterChoice(desk, "Type", lambda: _kinds(desk))
        show(choice)
        choice.choose("workshop")
        choice.setFocus()
        QTest.keyClick(choice, key)
        assert choice.value == "all"

    def test_it_has_room_for_every_value(self, desk: GalleryDesk, show: Show) -> None:
        choice = FilterChoice(desk, "Type", lambda: _kinds(desk))
        show(choice)
        widths = []
        for value, _ in KINDS:
            choice.choose(value)
            QApplication.processEvents()
            assert choice.width() >= choice.sizeHint().width()
            widths.append(choice.width())
        assert widths[0] < widths[2]
        assert choice.accessibleName() == heard(choice)[1] == desk.say("Type")


class TestYesAndNo:
    """Switch and box."""

    def test_space_and_click_turn_them(self, desk: GalleryDesk, show: Show) -> None:
        for button in (Toggle(desk), CheckBox(desk, "Tell me on the day before")):
            show(button)
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Space)
            assert button.isChecked()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert not button.isChecked()

    @pytest.mark.parametrize(("language", "at_left"), [("ar", True), ("fr", False)])
    def test_on_the_knob_stands_at_the_end_side(
        self, language: Language, at_left: bool, desk: GalleryDesk, show: Show
    ) -> None:
        desk.set_language(language)
        toggle = Toggle(desk)
        show(toggle)
        toggle.setChecked(True)
        knob = columns_of(picture(toggle).copy(4, 8, 32, 16), desk.tokens.on_accent)
        assert (sum(knob) / len(knob) < 16) is at_left

    def test_a_box_says_its_words(self, desk: GalleryDesk, show: Show) -> None:
        box = CheckBox(desk, "Tell me on the day before")
        show(box)
        assert heard(box)[0] == desk.say("Tell me on the day before")
        desk.set_language("fr")
        assert heard(box)[0] == "Rappeler la veille"


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_words_begin_at_one_line_whatever_they_are_typed_in(
    language: Language, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    words = "HIH"  # straight strokes at both ends
    line, latin, area = LineEdit(desk), LineEdit(desk, latin=True), TextArea(desk)
    choice = Choice(desk, lambda: [("", words)])
    show(choice, line, latin, area)
    for editor in (line, latin, area):
        editor.show_text(words)
    area.document().setDefaultTextOption(QTextOption(line.alignment()))
    choice.setFocus()
    starts = []
    for one in (choice, line, latin, area):
        ink = inked(picture(one).copy(4, 4, one.width() - 8, one.height() - 8))
        letters = [x for x in ink if x < 60] if language == "fr" else [x for x in ink if x > 60]
        starts.append(max(letters) if language == "ar" else min(letters))
    assert max(starts) - min(starts) <= 1
