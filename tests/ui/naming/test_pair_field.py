"""The field for a text in two languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import UserError
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.widgets.field import Field
from desktop_app.wording.bilingual import Bilingual
from tests.ui.naming.conftest import Show, press, type_in


def seen(pair: PairField) -> list[str]:
    """Give the languages in sight, from the top."""
    QApplication.processEvents()
    shown = [one for one in ("ar", "fr") if pair.editor(one).isVisible()]
    return sorted(shown, key=lambda one: pair.editor(one).mapTo(pair, pair.rect().topLeft()).y())  # type: ignore[arg-type]  # both


def switch(pair: PairField) -> None:
    """Press the button that brings the other language."""
    (button,) = [one for one in pair._switches.values() if one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("language", "first"), [("ar", "ar"), ("fr", "fr"), ("en", "ar")])
def test_the_language_of_the_window_is_in_sight_and_the_other_comes_when_asked(
    desk: Desk, show: Show, language: Language, first: str
) -> None:
    desk.set_language(language)
    pair = PairField(desk, "Place")
    show(Field(desk, "Place", pair))
    other = "fr" if first == "ar" else "ar"
    assert seen(pair) == [first]
    switch(pair)
    assert seen(pair) == [first, other]
    assert pair.editor(other).hasFocus()  # type: ignore[arg-type]  # one of both


@pytest.mark.parametrize("prose", [False, True])
def test_a_key_goes_from_one_language_to_the_other(desk: Desk, show: Show, *, prose: bool) -> None:
    pair = PairField(desk, "Place", prose=prose)
    show(pair)
    pair.editor("ar").setFocus()
    for language in ("fr", "ar", "fr"):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert pair.editor(language).hasFocus()
        assert pair.value == Bilingual()


def test_both_are_in_sight_when_both_are_on_file(desk: Desk, show: Show) -> None:
    pair = PairField(desk, "Place")
    show(pair)
    pair.show_pair(Bilingual("خنيفرة", "Khénifra"))
    assert seen(pair) == ["ar", "fr"]
    desk.set_language("fr")
    assert seen(pair) == ["fr", "ar"]
    pair.show_pair(Bilingual("", "Khénifra"))
    assert seen(pair) == ["fr"]
    both = PairField(desk, "Place", both=True)
    show(both)
    assert seen(both) == ["fr", "ar"]


def test_where_there_is_room_for_one_the_switch_goes_from_one_to_the_other(
    desk: Desk, show: Show
) -> None:
    pair = PairField(desk, "Place", one=True)
    show(pair)
    pair.show_pair(Bilingual("خنيفرة", "Khénifra"))
    assert seen(pair) == ["ar"]
    switch(pair)
    assert seen(pair) == ["fr"]
    switch(pair)
    assert seen(pair) == ["ar"]
    only = PairField(desk, "Place", one=True)
    show(only)
    only.show_pair(Bilingual("", "Khénifra"))
    assert seen(only) == ["fr"]


@pytest.mark.parametrize("prose", [False, True])
def test_what_is_typed_is_told_once_cleaned(
    desk: Desk, show: Show, qtbot: QtBot, *, prose: bool
) -> None:
    pair = PairField(desk, "Place", prose=prose, both=True)
    show(pair)
    told: list[Bilingual] = []
    pair.committed.connect(told.append)
    pair.show_pair(Bilingual("مركز"))
    with qtbot.waitSignal(pair.typed):
        pair.editor("fr").setFocus()
        type_in(pair.editor("fr"), " Centre\x07")
    pair.show_pair(Bilingual("آخر"))
    assert pair.value == Bilingual("آخر", "Centre")
    pair.editor("ar").setFocus()
    assert told == [Bilingual("آخر", "Centre")]
    pair.commit()
    assert len(told) == 1


def test_an_error_colours_both_and_each_has_its_name(desk: Desk, show: Show) -> None:
    pair = PairField(desk, "Place", both=True)
    field = Field(desk, "Place", pair)
    show(field)
    field.set_error(UserError("a person needs a name."))
    for one, name in (("ar", "المكان – بالعربية"), ("fr", "المكان – بالفرنسية")):
        editor = pair.editor(one)  # type: ignore[arg-type]  # one of both
        assert editor.property("alarm") == "red"
        assert editor.accessibleName() == name
        assert editor.accessibleDescription() == field.error
    field.set_error(None)
    assert pair.editor("ar").property("alarm") == ""


def test_enter_tells_at_once(desk: Desk, show: Show) -> None:
    pair = PairField(desk, "Place")
    show(pair)
    told: list[Bilingual] = []
    pair.committed.connect(told.append)
    pair.setFocus()
    type_in(pair.editor("ar"), "قاعة")
    press(pair.editor("ar"), "Enter")
    assert told == [Bilingual("قاعة")]
