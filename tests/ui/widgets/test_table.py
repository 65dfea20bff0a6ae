"""The one table: as it is read, clicked, sorted, folded and squeezed."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.i18n import Language
from desktop_app.ui.theme import TEXT, font
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.columns import CELL_PADDING, Column, Group, Words, fitted
from desktop_app.ui.widgets.painting import text_width
from desktop_app.ui.widgets.table import Table
from tests.ui.gallery import GalleryDesk
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import children, columns_of, heard, inked, picture


@dataclass(frozen=True, slots=True)
class City:
    """A row."""

    id: int
    name: str
    people: int | None
    code: str = "05-23"


AZILAL = City(1, "أزيلال", 30)
KHENIFRA = City(2, "خنيفرة", None)
BENI_MELLAL = City(3, "بني ملال", 200)
CITIES = (AZILAL, KHENIFRA, BENI_MELLAL)
COLUMNS: tuple[Column[City], ...] = (
    Column("code", "Number", lambda city: city.code, "ltr", leaves=2),
    Column(
        "name",
        "Place",
        lambda city: city.name,
        "strong",
        may_be_cut=True,
        at_least=120,
        stretches=True,
        sort_by=lambda city: city.name,
    ),
    Column(
        "people",
        "People",
        lambda city: str(city.people or "–"),
        "number",
        leaves=1,
        sort_by=lambda city: city.people,
    ),
    Column("state", "State", lambda _: Chip("منعقد", "check", "accent")),
)


def _table(desk: GalleryDesk, *, many: bool = False, foldable: bool = False) -> Table[City]:
    return Table(desk, "Places", COLUMNS, many=many, foldable=foldable)


def _names(table: Table[City]) -> list[str]:
    return [str(table.rows.index(at, 1).data()) for at in range(table.rows.rowCount())]


def _click_head(table: Table[City], section: int) -> None:
    heads = table.horizontalHeader()
    at = heads.sectionViewportPosition(section) + heads.sectionSize(section) // 2
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))


def test_a_head_orders_turns_round_and_lets_go(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    show(table)
    table.show_rows(CITIES)
    table.choose(AZILAL.id)
    orders = []
    for _ in range(3):
        _click_head(table, 2)
        orders.append(_names(table))
    assert orders == [
        ["أزيلال", "بني ملال", "خنيفرة"],
        ["بني ملال", "أزيلال", "خنيفرة"],
        ["أزيلال", "خنيفرة", "بني ملال"],
    ]
    assert table.current == AZILAL
    _click_head(table, 0)
    assert _names(table) == orders[-1]


def test_the_keyboard_reaches_the_heads_and_says_how_they_order(
    desk: GalleryDesk, show: Show
) -> None:
    table = _table(desk)
    show(table)
    table.show_rows(CITIES)
    heads = table.horizontalHeader()
    heads.setFocus(Qt.FocusReason.TabFocusReason)
    assert "المكان" in heard(heads)[0]
    QTest.keyClick(heads, Qt.Key.Key_Left)
    assert "الأشخاص" in heard(heads)[0]
    QTest.keyClick(heads, Qt.Key.Key_Space)
    assert "من الأصغر" in heard(heads)[0]
    QTest.keyClick(heads, Qt.Key.Key_Space)
    assert "من الأكبر" in heard(heads)[0]
    QTest.keyClick(heads, Qt.Key.Key_Right)
    QTest.keyClick(heads, Qt.Key.Key_Right)
    assert "المكان" in heard(heads)[0]
    assert _names(table)[0] == "بني ملال"


def test_arrows_go_over_heads_that_do_not_fold(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    show(table)
    table.show_groups([Group("a", "الأولى", CITIES[:1]), Group("b", "الثانية", CITIES[1:])])
    table.setFocus()
    seen = [table.current]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(table, key)
        seen.append(table.current)
    assert seen == [AZILAL, KHENIFRA, BENI_MELLAL, KHENIFRA, AZILAL, AZILAL]
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert table.current == AZILAL


@pytest.mark.parametrize(
    ("language", "closes"), [("ar", Qt.Key.Key_Right), ("fr", Qt.Key.Key_Left)]
)
def test_a_group_folds_by_click_and_by_keys(
    language: Language, closes: Qt.Key, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    table = _table(desk, foldable=True)
    show(table)
    table.show_groups([Group("a", "A", CITIES[:2]), Group("b", "B", CITIES[2:])])
    head = table.visualRect(table.rows.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert table.rows.rowCount() == 3
    assert table.rows.shown == 3
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.rows.rowCount() == 5
    QTest.keyClick(table, closes)
    assert table.rows.rowCount() == 3
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.rows.line(table.currentIndex().row()) == Group("b", "B", CITIES[2:])


def test_what_is_chosen_stays_chosen_when_rows_are_read_again(
    desk: GalleryDesk, show: Show, qtbot: QtBot
) -> None:
    table = _table(desk, many=True)
    show(table)
    table.show_rows(CITIES)
    table.selectAll()
    assert table.chosen == list(CITIES)
    news = replace(BENI_MELLAL, people=201)
    with qtbot.waitSignal(table.moved):
        table.show_rows([news, KHENIFRA])
    assert table.chosen == [news, KHENIFRA]
    table.show_rows([])
    assert table.current is None


def test_a_screen_reader_hears_heads_groups_and_cells(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    show(table)
    table.show_groups([Group("a", "الأولى", CITIES, "حسب الأقدم")])
    assert heard(table)[0] == desk.say("Places")
    said = children(table)
    for words in ("الأولى 3 حسب الأقدم", "بني ملال", "منعقد", desk.say("People")):
        assert words in said


def test_numbers_stand_at_the_end_side_and_words_at_the_start(
    desk: GalleryDesk, show: Show
) -> None:
    table = _table(desk)
    show(table)
    table.show_rows([City(1, "مدينة", 7)])
    QApplication.processEvents()
    for column, at_left in ((1, False), (2, True)):
        cell = table.visualRect(table.rows.index(0, column))
        image = table.viewport().grab(cell.adjusted(4, 3, -4, -3)).toImage()
        ink = inked(image)
        assert ink
        assert (max(ink) < image.width() / 2) is at_left
        desk.set_language("fr")
        QApplication.processEvents()
        cell = table.visualRect(table.rows.index(0, column))
        image = table.viewport().grab(cell.adjusted(4, 3, -4, -3)).toImage()
        ink = inked(image)
        assert (min(ink) > image.width() / 2) is at_left
        desk.set_language("ar")


def test_a_column_grows_for_a_long_word_far_down(
    desk: GalleryDesk, show: Show, qtbot: QtBot
) -> None:
    table = _table(desk)
    show(table)
    rows = [City(n, "مدينة", 5) for n in range(500)]
    rows.append(City(500, "مدينة", 5, code="0523-48-20-00-1234"))
    table.show_rows(rows)
    before = table.columnWidth(0)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.columnWidth(0) > before)
    table.grab()
    assert table.cut == set()


def test_a_chosen_row_bears_its_bar_at_the_start_edge(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    window = show(table)
    table.show_rows(CITIES[:1])
    window.setFocus()
    row = table.visualRect(table.rows.index(0, 0))
    languages: tuple[Language, ...] = ("ar", "fr")
    for language in languages:
        desk.set_language(language)
        QApplication.processEvents()
        row = table.visualRect(table.rows.index(0, 0))
        row = row.united(table.visualRect(table.rows.index(0, 3)))
        bar = columns_of(table.viewport().grab(row).toImage(), desk.tokens.accent)
        edge = row.width() - 1 if language == "ar" else 0
        assert edge in bar


def test_the_bar_stays_when_the_first_column_leaves(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    show(table, size=(260, 300))
    table.show_rows(CITIES)
    assert table.isColumnHidden(0)
    row = table.visualRect(table.rows.index(0, 1))
    bar = columns_of(table.viewport().grab(row).toImage(), desk.tokens.accent)
    assert row.width() - 2 in bar


def test_the_focus_is_seen_on_the_row(desk: GalleryDesk, show: Show) -> None:
    table = _table(desk)
    window = show(table)
    table.show_rows(CITIES)
    window.setFocus()
    without = picture(table)
    table.setFocus()
    assert picture(table) != without


def test_words_with_an_icon_and_an_aside_are_heard_whole(desk: GalleryDesk, show: Show) -> None:
    column: Column[City] = Column(
        "name", "Place", lambda city: Words(city.name, "users", aside="جهة"), stretches=True
    )
    table = Table(desk, "Places", (column,))
    show(table, size=(200, 200))
    table.show_rows(CITIES)
    table.grab()
    assert table.rows.index(0, 0).data() == "أزيلال جهة"
    assert table.cut == set()
    table.setColumnWidth(0, 60)
    table.grab()
    assert table.cut == {"name"}


@pytest.mark.parametrize("words", ["قياس أثر الوسائط", "Mesurer l’effet 😀 des supports"])
def test_a_tall_row_has_two_lines_before_words_are_cut(
    words: str, desk: GalleryDesk, show: Show
) -> None:
    column: Column[City] = Column(
        "name", "Place", lambda city: city.name, "strong", may_be_cut=True, stretches=True
    )
    table = Table(desk, "Places", (column,), tall=True)
    room = text_width(words, font(weight=QFont.Weight.Medium))
    show(table, size=(round(room * 0.8) + 60, 200))
    heights = []
    for times in (1, 2, 30):
        table.show_rows([City(1, " ".join([words] * times), None)])
        table.setColumnWidth(0, round(room * 1.2) + 2 * CELL_PADDING)
        row = table.visualRect(table.rows.index(0, 0)).adjusted(6, 4, -6, -4)
        image = table.viewport().grab(row).toImage()
        heights.append(len(inked(image.transformed(QTransform().rotate(90)))))
    one, two, many = heights
    assert one < two <= many
    assert many <= 2 * TEXT * 1.5


def test_an_inset_list_is_lit_with_the_focus_and_ends_with_its_last_row(
    desk: GalleryDesk, show: Show
) -> None:
    table = Table(desk, "Places", COLUMNS, inset=True)
    window = show(table)
    table.show_rows(CITIES)
    name = table.visualRect(table.rows.index(0, 1))
    window.setFocus()
    assert not columns_of(table.viewport().grab(name).toImage(), desk.tokens.accent_tint)
    table.setFocus()
    assert columns_of(table.viewport().grab(name).toImage(), desk.tokens.accent_tint)
    first, last = (table.visualRect(table.rows.index(at, 1)) for at in (1, 2))
    lines = [
        columns_of(table.viewport().grab(row).toImage(), desk.tokens.line) for row in (first, last)
    ]
    assert lines[0]
    assert not lines[1]


def test_a_chip_is_never_cut_where_words_may_be(desk: GalleryDesk, show: Show) -> None:
    chip = Chip("بلا جهة مسؤولة", "warning", "amber")
    columns: tuple[Column[City], ...] = (
        Column("name", "Place", lambda city: city.name * 20, may_be_cut=True, stretches=True),
        Column("by", "People", lambda _: chip, may_be_cut=True, at_least=20),
    )
    table = Table(desk, "Places", columns)
    show(table, size=(300, 200))
    table.show_rows(CITIES)
    assert table.columnWidth(1) >= chip.width() + 2 * CELL_PADDING


def test_a_double_click_opens_a_row(desk: GalleryDesk, show: Show, qtbot: QtBot) -> None:
    table = _table(desk)
    show(table)
    table.show_rows(CITIES)
    at = table.visualRect(table.rows.index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [KHENIFRA]


@given(wanted=st.lists(st.integers(30, 300), min_size=4, max_size=4), room=st.integers(100, 1500))
def test_columns_leave_before_words_are_cut(wanted: list[int], room: int) -> None:
    widths = fitted(
        COLUMNS, dict(zip(("code", "name", "people", "state"), wanted, strict=True)), room
    )
    assert {"name", "state"} <= set(widths)
    if "people" in widths:
        assert "code" in widths
    for code in widths.keys() - {"name"}:
        assert widths[code] == wanted[("code", "name", "people", "state").index(code)]
    if sum(widths.values()) > room:
        assert widths.keys() == {"name", "state"}
        assert widths["name"] == 0
    else:
        assert sum(widths.values()) == room
    if {"code", "people"} <= widths.keys():
        assert widths["name"] >= 120 or widths["name"] >= wanted[1]


def test_the_last_of_those_that_stretch_takes_the_room_that_is_left() -> None:
    columns = tuple(replace(one, stretches=one.code in {"name", "people"}) for one in COLUMNS)
    wanted = {one.code: 100 for one in columns}
    assert fitted(columns, wanted, 900)["people"] > fitted(columns, wanted, 700)["people"] > 100
    narrow = fitted(columns, wanted, 260)
    assert "people" not in narrow
    assert sum(narrow.values()) == 260
