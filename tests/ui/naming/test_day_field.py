"""The field for a day, and its calendar."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.i18n import Language
from desktop_app.services.calendar_settings import CalendarDraft, HolidayDraft, set_calendar
from desktop_app.services.drafts import Label
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit
from tests.ui.naming.conftest import Show, press, type_in
from tests.ui.widgets.seen import columns_of, picture

DAY = date(2026, 6, 15)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(desk: Desk, show: Show) -> DayField:
    """A field for a day, which has the focus, above another field."""
    made = DayField(desk)
    show(Field(desk, "Date", made), LineEdit(desk))
    made.setFocus()
    return made


@pytest.fixture
def days(field: DayField) -> list[date | None]:
    """What the field told."""
    told: list[date | None] = []
    field.chosen.connect(told.append)
    return told


def leave(field: DayField) -> None:
    field.window().findChildren(LineEdit)[-1].setFocus()


def error(field: DayField) -> str:
    outer = field.parentWidget()
    assert isinstance(outer, Field)
    return outer.error


@pytest.mark.parametrize("typed", ["15/06/2026", "15-6-2026", " 15 / 06 / 2026 ", "١٥/٠٦/٢٠٢٦"])
def test_a_day_is_typed_in_figures_and_shown_in_full(
    field: DayField, days: list[date | None], typed: str
) -> None:
    type_in(field, typed)
    leave(field)
    assert days == [DAY]
    assert (field.value, field.text()) == (DAY, "الاثنين 15 يونيو 2026")
    field.setFocus()
    assert field.text() == "15/06/2026"
    assert field.selectedText() == "15/06/2026"


@pytest.mark.parametrize(
    "typed", ["غدا", "demain", "tomorrow", "الخميس المقبل", "jeudi prochain", "Thursday", "jeudi"]
)
def test_a_day_is_typed_in_words(field: DayField, days: list[date | None], typed: str) -> None:
    type_in(field, typed)
    press(field, "Enter")
    (day,) = days
    assert day is not None
    today = date.today()  # noqa: DTZ011 - the user's own day
    assert today < day < today + timedelta(days=15)
    if typed in {"غدا", "demain", "tomorrow"}:
        assert day == today + timedelta(days=1)
    else:
        assert day.weekday() == 3


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "32/01/2026", "لا أدري", "15", "\u202e", "01/01/1800"]
)
def test_what_is_no_day_is_told_at_the_field_and_stays(
    field: DayField, days: list[date | None], typed: str
) -> None:
    field.show_day(DAY)
    field.selectAll()
    type_in(field, typed)
    assert field.keeps_key("Enter")
    leave(field)
    assert error(field) != ""
    assert (field.text(), field.value, days) == (typed, DAY, [])
    if typed == "31/02/2026":
        assert error(field) == "تاريخ غير صحيح. مثال: \u206615/06/2026\u2069"
    field.show_day(date(2026, 1, 1))
    assert field.text() == typed
    field.setFocus()
    press(field, "Esc")
    assert (field.text(), error(field)) == ("15/06/2026", "")


def test_enter_goes_on_when_the_day_is_right(field: DayField, days: list[date | None]) -> None:
    type_in(field, "15/06/2026")
    assert not field.keeps_key("Enter")
    assert days == [DAY]
    assert not field.keeps_key("Enter")
    assert days == [DAY]


def test_emptied_it_holds_no_day(field: DayField, days: list[date | None]) -> None:
    field.show_day(DAY)
    field.selectAll()
    press(field, "Back")
    field.commit()
    assert (days, field.value, error(field)) == ([None], None, "")


@pytest.mark.parametrize(
    ("language", "shown"),
    [("ar", "الاثنين 15 يونيو 2026"), ("fr", "Lundi 15 juin 2026"), ("en", "Monday 15 June 2026")],
)
def test_it_speaks_the_language_of_the_window(
    desk: Desk, field: DayField, language: Language, shown: str
) -> None:
    leave(field)
    field.show_day(DAY)
    desk.set_language(language)
    assert field.text() == shown


@pytest.mark.parametrize(
    ("language", "keys", "day"),
    [
        ("ar", ("Right",), date(2026, 6, 14)),
        ("ar", ("Left",), date(2026, 6, 16)),
        ("fr", ("Right",), date(2026, 6, 16)),
        ("fr", ("Left", "Left"), date(2026, 6, 13)),
        ("ar", ("Down", "Down", "Up"), date(2026, 6, 22)),
        ("ar", ("PgDn",), date(2026, 7, 15)),
        ("ar", ("PgUp", "PgUp"), date(2026, 4, 15)),
    ],
)
def test_arrows_go_through_the_calendar_as_the_eye_does(
    desk: Desk,
    field: DayField,
    days: list[date | None],
    language: Language,
    keys: tuple[str, ...],
    day: date,
) -> None:
    desk.set_language(language)
    field.show_day(DAY)
    press(field, "Down", modifiers=ALT)
    assert field.calendar.isVisible()
    assert field.calendar.day == DAY
    press(field, *keys)
    assert field.calendar.day == day
    assert field.keeps_key("Enter")
    press(field, "Enter")
    assert (days, field.value) == ([day], day)
    assert not field.calendar.isVisible()
    assert field.hasFocus()


def test_the_last_of_a_month_stays_the_last(field: DayField) -> None:
    field.show_day(date(2026, 1, 31))
    field.open_calendar()
    press(field, "PgDn")
    assert field.calendar.day == date(2026, 2, 28)
    press(field, "Home")
    assert field.calendar.day == date.today()  # noqa: DTZ011 - the user's own day


def test_escape_and_typing_close_the_calendar(field: DayField, days: list[date | None]) -> None:
    field.open_calendar()
    press(field, "Esc")
    assert not field.calendar.isVisible()
    field.open_calendar()
    type_in(field, "1")
    assert not field.calendar.isVisible()
    assert days == []


def test_the_calendar_ends_where_papers_could_not_write_a_day(field: DayField) -> None:
    field.show_day(date(2076, 12, 30))
    field.open_calendar()
    press(field, "Down", "PgDn")
    assert field.calendar.day == date(2076, 12, 31)
    assert not field.calendar.grab().isNull()
    field.calendar.open_at(field, date(1925, 1, 2))
    press(field, "Up", "PgUp")
    assert field.calendar.day == date(1925, 1, 1)
    assert not field.calendar.grab().isNull()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_mouse_takes_a_day_and_turns_the_month(
    desk: Desk, field: DayField, days: list[date | None], language: Language
) -> None:
    desk.set_language(language)
    field.show_day(DAY)
    QTest.mouseClick(field._button, Qt.MouseButton.LeftButton)
    calendar = field.calendar
    assert calendar.isVisible()
    start = calendar.width() - 20 if language == "ar" else 20
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(start, 30))
    assert calendar.day == date(2026, 5, 15)
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(calendar.width() - start, 30))
    assert calendar.day == DAY
    first_monday = dict(calendar._cells())[date(2026, 6, 1)].center().toPoint()
    assert (first_monday.x() > calendar.width() / 2) is (language == "ar")
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=first_monday)
    assert days == [date(2026, 6, 1)]
    assert field.hasFocus()


def test_holidays_of_the_record_are_tinted(desk: Desk, field: DayField, qtbot: QtBot) -> None:
    assert desk.store is not None
    with desk.store.write("calendar.set") as work:
        name = Label("عطلة استثنائية", "Congé exceptionnel")
        holiday = HolidayDraft(name=name, first=date(2026, 6, 18), last=date(2026, 6, 18))
        set_calendar(work, CalendarDraft(holidays=(holiday,)))
    field.show_day(DAY)
    field.open_calendar()
    calendar = field.calendar
    qtbot.waitUntil(lambda: calendar.calendar.exceptional != ())
    box = dict(calendar._cells())[date(2026, 6, 18)].toRect()
    seen = calendar.grab().toImage().copy(box)
    assert seen.pixelColor(6, box.height() // 2).name().upper() == LIGHT.amber_tint
    QTest.mouseMove(calendar, box.center())
    assert calendar.toolTip() == "عطلة استثنائية"


def test_both_calendars_are_named(field: DayField) -> None:
    field.show_day(DAY)
    field.open_calendar()
    assert field.calendar._hijri() == "ذو الحجة 1447 – محرم 1448"
    press(field, "PgUp")
    assert field.calendar._hijri() == "ذو القعدة – ذو الحجة 1447"


def test_the_button_stands_at_the_end_clear_of_the_words(desk: Desk, field: DayField) -> None:
    field.show_day(DAY)
    languages: tuple[Language, ...] = ("ar", "fr")
    for language in languages:
        desk.set_language(language)
        at_left = field._button.x() < 10
        assert at_left is (language == "ar")
        inked = set(columns_of(picture(field), LIGHT.text1))
        assert inked
        assert not inked & set(range(field._button.x(), field._button.geometry().right()))
