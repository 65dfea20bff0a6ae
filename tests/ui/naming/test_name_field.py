"""The field that names one person or one body."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import people
from desktop_app.services.roster import Entry
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.name_field import BodyField, NameField, PersonField
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from tests.ui.naming.conftest import Show, press, type_in

DAY = date(2026, 11, 25)


@pytest.fixture
def field(desk: Desk, show: Show) -> PersonField:
    """A field for a person, which has the focus, above another field."""
    made = PersonField(desk, placeholder="Name")
    show(Field(desk, "Chair", made), LineEdit(desk))
    made.setFocus()
    return made


def told(field: NameField) -> str:
    """Give the sentence under a field."""
    outer = field.parentWidget()
    assert isinstance(outer, Field)
    return outer.error


def offered(field: NameField) -> list[str]:
    return [line.title for line in field.suggestions.lines]


def chosen_by(field: NameField) -> list[int | None]:
    ids: list[int | None] = []
    field.chosen.connect(ids.append)
    return ids


def named(desk: Desk, typed: str) -> Entry:
    return desk.roster.now.find(typed)[0]


def test_letters_find_a_person_and_enter_chooses(desk: Desk, field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "حدو")
    assert offered(field) == ["عمر حدوش", "إضافة «حدو»"]
    assert field.suggestions.lines[0].about == "تقني، المركز الجهوي"
    assert field.keeps_key("Enter")
    press(field, "Enter")
    omar = named(desk, "عمر")
    assert chosen == [omar.id] == [field.value]
    assert field.text() == "عمر حدوش"
    assert not field.suggestions.isVisible()
    assert not field.keeps_key("Enter")


def test_arrows_go_on_and_the_mouse_chooses(field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "رئيس")
    titles = offered(field)
    press(field, "Down", "Down", "Up")
    assert field.suggestions.current == field.suggestions.lines[1]
    press(field, "Up", "Up")
    assert field.suggestions.current == field.suggestions.lines[-1]
    view = field.suggestions._view
    view.scrollToTop()
    at = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseMove(view.viewport(), at)
    QTest.mouseMove(view.viewport(), at + QPoint(1, 0))
    assert field.suggestions.current == field.suggestions.lines[2]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert field.hasFocus()
    assert field.text() == titles[2]
    assert len(chosen) == 1


def test_down_offers_the_first_ones_and_escape_puts_back(desk: Desk, field: PersonField) -> None:
    press(field, "Down")
    assert len(offered(field)) == 8
    press(field, "Esc")
    assert offered(field) == []
    omar = named(desk, "عمر")
    field.show_name(omar)
    chosen = chosen_by(field)
    field.setText("")
    type_in(field, "عمار")
    press(field, "Esc", "Esc")
    assert (field.text(), field.value, chosen) == ("عمر حدوش", omar.id, [])


def test_a_click_in_an_empty_field_offers_names(field: PersonField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert len(offered(field)) == 8


def test_an_unknown_name_is_added_and_chosen(desk: Desk, field: PersonField, qtbot: QtBot) -> None:
    type_in(field, "السيدة سلمى أوبها، مهندسة، المركز الجهوي")
    assert offered(field) == ["إضافة «السيدة سلمى أوبها، مهندسة، المركز الجهوي»"]
    with qtbot.waitSignal(desk.roster.changed), qtbot.waitSignal(field.chosen) as got:
        press(field, "Enter")
    assert field.text() == "سلمى أوبها"
    assert desk.store is not None
    with desk.store.read() as reading:
        (salma,) = [one for one in people.list_people(reading, DAY) if one.id == got.args[0]]
    assert salma.function.code == "engineer"
    assert salma.body is not None
    assert field.value == salma.id
    assert told(field) == ""
    entry = desk.roster.now.get("person", salma.id)
    assert entry is not None
    assert entry.about.ar == "مهندسة، المركز الجهوي"


def test_somebody_of_a_like_name_is_shown_before_anybody_is_added(field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "عمر الحدوشي، تقني")
    assert offered(field) == ["إضافة «عمر الحدوشي، تقني»", "عمر حدوش"]
    press(field, "Down", "Enter")
    assert field.text() == "عمر حدوش"
    assert len(chosen) == 1


def test_what_cannot_be_a_name_is_refused_in_one_sentence(field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "123")
    press(field, "Enter")
    assert told(field) != ""
    assert (field.text(), chosen) == ("123", [])
    field.setText("")
    type_in(field, "س" * 30)
    field.setText("س" * 500)
    type_in(field, "ص")
    assert len(offered(field)[0]) < 90


def test_a_name_that_is_too_long_is_refused(field: PersonField, qtbot: QtBot) -> None:
    field.setText("س" * 500)
    type_in(field, "ص")
    with qtbot.waitSignal(field.problem):
        press(field, "Enter")
    assert told(field) != ""
    assert field.text() == "س" * 500 + "ص"
    assert field.value is None


def test_left_with_words_that_name_nobody_it_says_so_and_keeps_them(field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "سلمى ظ")
    other = field.window().findChildren(LineEdit)[-1]
    other.setFocus()
    assert not field.suggestions.isVisible()
    assert told(field) == (
        "لا أحد بهذا الاسم في السجلات: المرجو اختيار اسم من اللائحة أو إضافة هذا الاسم."
    )
    assert (field.text(), field.value, chosen) == ("سلمى ظ", None, [])
    field.setFocus()
    press(field, "Esc")
    assert (field.text(), told(field)) == ("", "")


def test_a_sentence_of_its_owner_stays_while_others_write(desk: Desk, field: PersonField) -> None:
    outer = field.parentWidget()
    assert isinstance(outer, Field)
    outer.set_error("Place missing.")
    field.show_name(named(desk, "عمر"))
    assert told(field) != ""


def test_left_with_a_whole_name_it_names_that_person(desk: Desk, field: PersonField) -> None:
    chosen = chosen_by(field)
    type_in(field, "عمر حدوش")
    field.window().findChildren(LineEdit)[-1].setFocus()
    assert chosen == [named(desk, "عمر").id]
    assert told(field) == ""


def test_emptied_it_names_nobody(desk: Desk, field: PersonField) -> None:
    field.show_name(named(desk, "عمر"))
    chosen = chosen_by(field)
    field.selectAll()
    press(field, "Back")
    field.suggestions.close_list()
    press(field, "Enter")
    assert (chosen, field.value) == ([None], None)


def test_it_shows_no_other_name_while_one_types(desk: Desk, field: PersonField) -> None:
    type_in(field, "حدو")
    field.show_name(named(desk, "سعاد"))
    assert field.text() == "حدو"


def test_it_speaks_the_language_of_the_window(desk: Desk, field: PersonField) -> None:
    field.show_name(named(desk, "عمر"))
    desk.set_language("fr")
    assert field.text() == "Omar Haddouch"
    field.selectAll()
    type_in(field, "amzil y")
    assert offered(field) == ["Youssef Amzil", "Ajouter «\u202famzil y\u202f»"]


def test_people_of_a_body_come_first_and_those_left_out_do_not(
    desk: Desk, field: PersonField
) -> None:
    omar = named(desk, "عمر")
    field.body_id = omar.body_id
    field.leave_out = [omar.id]
    press(field, "Down")
    first = field.suggestions.lines[0].value
    assert first.body_id == omar.body_id
    assert omar.id not in [line.value.id for line in field.suggestions.lines]


def test_a_body_is_named_in_the_same_way_but_not_added(desk: Desk, show: Show) -> None:
    body = BodyField(desk)
    show(Field(desk, "Body", body))
    body.setFocus()
    type_in(body, "خنيفرة")
    assert offered(body) == ["المديرية الإقليمية بخنيفرة"]
    press(body, "Enter")
    assert body.text() == "المديرية الإقليمية بخنيفرة"
    desk.set_language("fr")
    assert body.text() == "Direction provinciale de Khénifra"
    body.selectAll()
    type_in(body, "nowhere")
    assert offered(body) == []
    press(body, "Enter")
    assert told(body) != ""


def test_the_list_stands_at_the_start_side_inside_the_window(desk: Desk, show: Show) -> None:
    field = PersonField(desk)
    window = show(QWidget(), field)
    field.setFocus()
    press(field, "Down")
    found = field.suggestions.geometry()
    at = field.geometry()
    assert found.right() == at.right()
    assert found.top() > at.bottom()
    desk.set_language("fr")
    press(field, "Down")
    assert field.suggestions.geometry().left() == field.geometry().left()
    window.resize(600, 160)
    press(field, "Esc")
    field.move(field.x(), 120)
    press(field, "Down")
    found = field.suggestions.geometry()
    assert window.rect().contains(found)
    assert found.bottom() < 120


def test_signs_that_are_no_word_name_nobody_and_stay(field: PersonField) -> None:
    chosen = chosen_by(field)
    for typed in ("\u0301\u064b", "👍", "\u200d\u200f"):
        field.clear()
        type_in(field, typed)
        press(field, "Esc")
        field.settle()
        assert field.text() == typed
        assert told(field)
    assert chosen == []


def test_enter_in_a_field_that_was_emptied_chooses_nobody(desk: Desk, field: PersonField) -> None:
    field.show_name(named(desk, "عمر"))
    chosen = chosen_by(field)
    field.selectAll()
    press(field, "Del", "Enter")
    assert chosen == [None]
