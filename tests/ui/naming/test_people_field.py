"""The field for several people."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.people_field import PeopleField
from desktop_app.ui.widgets.chips import RemovableChip
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from tests.ui.naming.conftest import Show, press, type_in


@pytest.fixture
def people(desk: Desk, show: Show) -> PeopleField:
    """A field in its frame, with the focus."""
    made = PeopleField(desk)
    show(Field(desk, "Facilitators", made), LineEdit(desk))
    made.setFocus()
    return made


def chips(people: QWidget) -> list[str]:
    return [one.text() for one in people.findChildren(RemovableChip) if one.isVisible()]


def told_by(people: PeopleField) -> list[tuple[int, ...]]:
    told: list[tuple[int, ...]] = []
    people.changed.connect(told.append)
    return told


def test_each_name_becomes_a_chip_in_its_order(desk: Desk, people: PeopleField) -> None:
    told = told_by(people)
    for letters in ("حدو", "امزيل"):
        type_in(people.field, letters)
        press(people.field, "Enter")
    omar, youssef = (desk.roster.now.find(name)[0].id for name in ("عمر", "امزيل"))
    assert told == [(omar,), (omar, youssef)]
    assert chips(people) == ["عمر حدوش", "يوسف أمزيل"]
    assert people.field.text() == ""
    type_in(people.field, "حدو")
    assert [line.act for line in people.field.suggestions.lines] == [True]
    press(people.field, "Esc", "Esc")
    desk.set_language("fr")
    assert chips(people) == ["Omar Haddouch", "Youssef Amzil"]


def test_backspace_takes_the_last_and_a_click_any(desk: Desk, people: PeopleField) -> None:
    told = told_by(people)
    three = desk.roster.now.find("", limit=3)
    people.show_people(three)
    ids = tuple(one.id for one in three)
    press(people.field, "Back")
    assert told == [ids[:2]]
    people.findChildren(RemovableChip)[0].click()
    assert told[-1] == ids[1:2]
    assert people.field.hasFocus()
    press(people.field, "Back", "Back")
    assert told[-1] == ()
    assert chips(people) == []
    assert len(told) == 3


def test_somebody_new_is_added_and_the_words_of_nobody_stay(
    people: PeopleField, qtbot: QtBot
) -> None:
    told = told_by(people)
    type_in(people.field, "سلمى أوبها")
    with qtbot.waitSignal(people.changed):
        press(people.field, "Enter")
    assert chips(people) == ["سلمى أوبها"]
    type_in(people.field, "لا أحد ظ")
    people.commit()
    outer = people.parentWidget()
    assert isinstance(outer, Field)
    assert outer.error != ""
    assert people.field.property("alarm") == "red"
    assert people.field.text() == "لا أحد ظ"
    assert people.field.accessibleName() == outer.editor.accessibleName() != ""
    assert len(told) == 1
