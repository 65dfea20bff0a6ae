"""The field for two hours."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint

from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.hours_field import Hours, HoursField
from desktop_app.ui.widgets.field import Field
from tests.ui.naming.conftest import Show, press, type_in


@pytest.fixture
def hours(desk: Desk, show: Show) -> HoursField:
    """A field in its frame, with the focus at its start."""
    made = HoursField(desk)
    show(Field(desk, "From – to", made))
    made.setFocus()
    return made


def error(hours: HoursField) -> str:
    outer = hours.parentWidget()
    assert isinstance(outer, Field)
    return outer.error


def test_hours_are_typed_as_one_likes_and_shown_as_all_are(hours: HoursField) -> None:
    told: list[Hours] = []
    hours.committed.connect(told.append)
    type_in(hours.start, "9h30")
    press(hours.start, "Enter")
    assert hours.start.text() == "09:30"
    type_in(hours.end, "١٢٣٠")
    hours.end.setFocus()
    hours.start.setFocus()
    assert hours.end.text() == "12:30"
    assert told == [(time(9, 30), None), (time(9, 30), time(12, 30))]
    hours.start.selectAll()
    press(hours.start, "Back", "Enter")
    assert told[-1] == (None, time(12, 30))
    assert error(hours) == ""


def test_an_end_before_the_start_is_told_and_stays(hours: HoursField) -> None:
    told: list[Hours] = []
    hours.committed.connect(told.append)
    hours.show_hours(time(9), time(12))
    hours.end.selectAll()
    type_in(hours.end, "8")
    press(hours.end, "Enter")
    assert error(hours) == "ينبغي أن تنتهي الجلسة بعد بدايتها."
    assert hours.end.property("alarm") == "red"
    hours.show_hours(time(10), time(11))
    assert (hours.end.text(), told) == ("08:00", [])
    hours.end.selectAll()
    type_in(hours.end, "13")
    hours.commit()
    assert error(hours) == ""
    assert told == [(time(9), time(13))]


@pytest.mark.parametrize("typed", ["25", "9:75", "متى", "930h", "-3"])
def test_what_is_no_hour_is_told_and_stays(hours: HoursField, typed: str) -> None:
    told: list[Hours] = []
    hours.committed.connect(told.append)
    type_in(hours.start, typed)
    hours.end.setFocus()
    assert "09:30" in error(hours)
    assert (hours.start.text(), told) == (typed, [])
    hours.show_hours(None, None)
    assert hours.start.text() == typed


def test_the_start_stands_where_one_begins_to_read(desk: Desk, hours: HoursField) -> None:
    desk.set_language("ar")
    assert hours.start.mapTo(hours, QPoint()).x() > hours.end.mapTo(hours, QPoint()).x()
    desk.set_language("fr")
    hours.layout().activate()  # type: ignore[union-attr]  # it has one
    assert hours.start.mapTo(hours, QPoint()).x() < hours.end.mapTo(hours, QPoint()).x()
    assert (hours.start.accessibleName(), hours.end.accessibleName()) == ("De", "À")
