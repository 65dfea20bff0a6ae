"""The sheet on the screen, as one takes it."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.codes import AttendanceState, SessionState
from desktop_app.documents.attendance_sheet import sheet as printed
from desktop_app.documents.options import PaperOptions
from desktop_app.i18n import Language
from desktop_app.services import attendance
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.institution import get_institution
from desktop_app.services.people import list_people
from desktop_app.services.session_edits import edit_session
from desktop_app.ui.session.attendance.rows import AttendanceRow, StatesCell
from desktop_app.ui.session.attendance.states import MARKS
from desktop_app.ui.session.attendance.tab import AttendanceTab
from desktop_app.ui.widgets.columns import CELL_PADDING
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open, session_of
from tests.ui.session.attendance.taking import TODAY, Hand, opened, prepare, recorded, states
from tests.ui.tour import settle

if TYPE_CHECKING:
    from desktop_app.wording.bilingual import PaperLanguage

PRESENT, REMOTE = AttendanceState.PRESENT, AttendanceState.REMOTE
REPRESENTED, EXCUSED = AttendanceState.REPRESENTED, AttendanceState.EXCUSED
ABSENT, NOTHING = AttendanceState.ABSENT, AttendanceState.NOT_RECORDED


@pytest.fixture(params=["ar"])
def language(request: pytest.FixtureRequest) -> Language:
    """Arabic, unless a test asks for another."""
    return request.param  # type: ignore[no-any-return]  # one of the languages


@pytest.fixture
def window(open_window: Open, record: Path, language: Language) -> MainWindow:
    return open_window(record, language)


@pytest.fixture
def session_id(window: MainWindow) -> int:
    assert window.desk.store
    return prepare(window.desk.store)


@pytest.fixture
def tab(window: MainWindow, session_id: int) -> AttendanceTab:
    return opened(window, session_id)


@pytest.fixture
def hand(window: MainWindow, tab: AttendanceTab) -> Hand:
    assert tab.table.hasFocus()
    return Hand(window)


def current(tab: AttendanceTab) -> AttendanceRow:
    row = tab.table.current
    assert row is not None
    return row


def shown(tab: AttendanceTab) -> list[AttendanceState]:
    return [row.line.state for row in tab.table.rows_shown]


def other_person(window: MainWindow, tab: AttendanceTab) -> int:
    """Give somebody on file who is not on the sheet."""
    store = window.desk.store
    assert store
    there = {row.line.person.id for row in tab.table.rows_shown}
    with store.read() as reading:
        return next(one.id for one in list_people(reading, TODAY) if one.id not in there)


@pytest.mark.parametrize("language", ["ar", "fr", "en"], indirect=True)
def test_rows_stand_under_the_numbers_of_the_printed_sheet(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand, language: Language
) -> None:
    hand.press("Space", "3")
    settle(window)
    hand.type("Zzz")
    hand.press("Enter")
    session = recorded(window, session_id)
    store = window.desk.store
    assert store
    with store.read() as reading:
        institution = get_institution(reading, TODAY)
    paper: PaperLanguage = "fr" if language == "fr" else "ar"
    table = printed(session, institution, (paper,), PaperOptions())
    assert table
    on_paper = [(row[0].text.get(paper), row[1].text.get(paper)) for row in table.rows]
    on_screen = [(str(row.number), row.line.person) for row in tab.table.rows_shown]
    assert len(on_paper) == len(on_screen) == 21
    for (number, named), (row_number, person) in zip(on_paper, on_screen, strict=True):
        assert number == row_number
        assert named.endswith(person.name.best(paper))


def test_a_state_is_shown_at_once_kept_and_the_next_unrecorded_line_follows(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("1", "2", "4", "5", "Space", "Enter")
    assert shown(tab)[:7] == [PRESENT, REMOTE, EXCUSED, ABSENT, PRESENT, PRESENT, NOTHING]
    assert current(tab).number == 7
    session = recorded(window, session_id)
    by_id = {line.id: line.state for line in session.attendance}
    assert [by_id[row.id] for row in tab.table.rows_shown] == shown(tab)
    hand.press("Home", "0")
    assert shown(tab)[0] is NOTHING
    assert current(tab).number == 7


def test_what_is_recorded_is_passed_over_and_a_correction_goes_on(
    tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("Down", "Space")
    assert current(tab).number == 3
    hand.press("Home", "Space")
    assert current(tab).number == 3
    hand.press("End", "Space")
    assert current(tab).number == 3
    hand.press("F4", "Home", "5")
    assert current(tab).number == 2


def test_late_and_early_stand_beside_the_name_until_taken_back(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("F7", "F8")
    line = current(tab).line
    assert (line.state, line.late, line.left_early) == (PRESENT, True, True)
    words = tab.table.rows.columns[1].words(current(tab))
    assert window.desk.say("Late") in words
    assert window.desk.say("Left early") in words
    hand.press("F7")
    assert [one.late for one in recorded(window, session_id).attendance if one.id == line.id] == [
        False
    ]
    hand.press("5")
    found = next(one for one in recorded(window, session_id).attendance if one.id == line.id)
    assert (found.state, found.left_early) == (ABSENT, False)


def test_the_rest_is_present_in_one_key_and_taken_back_in_one(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("4", "F4")
    assert shown(tab).count(PRESENT) == 19
    session = recorded(window, session_id)
    assert session.state is SessionState.HELD
    assert not tab.rest.isEnabled()
    assert window.obey("Ctrl+Z")
    assert list(states(recorded(window, session_id)).values()).count(NOTHING) == 20 - 1
    assert shown(tab).count(NOTHING) == 19


def test_the_first_one_recorded_makes_the_session_held(
    window: MainWindow, session_id: int, hand: Hand
) -> None:
    before = recorded(window, session_id).state
    hand.press("Space")
    assert recorded(window, session_id).state is SessionState.HELD
    assert window.toast.isVisible()
    assert window.obey("Ctrl+Z")  # the mark and what it led to
    settle(window)
    session = recorded(window, session_id)
    assert session.state is before
    assert set(states(session).values()) == {NOTHING}
    hand.press("Space")
    assert recorded(window, session_id).state is SessionState.HELD


def test_a_session_to_come_is_not_held_yet(window: MainWindow, session_id: int) -> None:
    store = window.desk.store
    assert store
    with store.write("later") as work:
        edit_session(
            work,
            session_id,
            SessionBasics(
                type="workshop",
                theme=Label("غدا"),
                days=(TODAY + timedelta(days=1),),
            ),
        )
    opened(window, session_id)
    Hand(window).press("Space")
    assert recorded(window, session_id).state is SessionState.PLANNED


def test_letters_jump_to_a_name_however_it_is_written(tab: AttendanceTab, hand: Hand) -> None:
    wanted = tab.table.rows_shown[11].line.person
    hand.type(wanted.name.ar.replace("أ", "ا").replace("إ", "ا")[:7])
    assert current(tab).line.person.id == wanted.id
    tab.table.keyboardSearch("zzz")
    assert current(tab).line.person.id == wanted.id


@pytest.mark.parametrize("language", ["ar", "fr"], indirect=True)
def test_arrows_follow_the_eye(tab: AttendanceTab, hand: Hand, language: Language) -> None:
    ahead, back = ("Left", "Right") if language == "ar" else ("Right", "Left")
    hand.press(back)
    assert shown(tab)[0] is NOTHING
    hand.press(ahead, ahead)
    assert (shown(tab)[0], current(tab).number) == (REMOTE, 1)
    hand.press(ahead)
    assert tab.below is not None
    hand.press("Esc")
    assert tab.below is None
    hand.press(back, back)
    assert shown(tab)[0] is PRESENT
    hand.press("5", "Home", ahead)
    assert shown(tab)[0] is ABSENT


@pytest.mark.parametrize("language", ["ar", "fr"], indirect=True)
def test_segments_run_as_one_reads_and_a_click_chooses(
    window: MainWindow, session_id: int, tab: AttendanceTab, language: Language
) -> None:
    table = tab.table
    index = table.rows.index(2, len(table.rows.columns) - 1)
    cell = table.rows.columns[-1].written(tab.table.rows_shown[2])
    assert isinstance(cell, StatesCell)
    box = QRectF(table.visualRect(index)).adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
    places = cell.segments(cell.frame(box, table.layoutDirection()), table.layoutDirection())
    lefts = [place.left() for place in places]
    assert lefts == sorted(lefts, reverse=language == "ar")
    for at, (state, place) in enumerate(zip(MARKS, places, strict=True)):
        where = QPoint(round(place.center().x()), round(place.center().y()))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        if state is not REPRESENTED:
            assert shown(tab)[2] is state, at
        else:
            assert tab.below is not None
            tab.below.field.given_up.emit()
    assert recorded(window, session_id).attendance
    assert states(recorded(window, session_id))[table.rows_shown[2].line.person.name.fr] is ABSENT


def test_a_substitute_is_named_under_the_line_and_has_his_own(
    window: MainWindow, tab: AttendanceTab, hand: Hand
) -> None:
    person = current(tab).line.person
    hand.press("3")
    settle(window)
    assert tab.below is not None
    offered = [line.value for line in tab.below.field.suggestions.lines]
    assert person.id not in {one.id for one in offered}
    assert offered[0].body_id == (person.body.id if person.body else None)
    hand.press("Esc")
    assert tab.table.hasFocus()
    assert shown(tab)[0] is NOTHING

    guest = other_person(window, tab)
    hand.press("3")
    settle(window)
    name = window.desk.roster.now.get("person", guest)
    assert name
    hand.type(name.name.ar)
    hand.press("Enter")
    settle(window)
    first, last = tab.table.rows_shown[0], tab.table.rows_shown[-1]
    assert (first.line.state, first.line.represented_by_id) == (REPRESENTED, guest)
    assert (last.number, last.line.person.id, last.line.invited) == (21, guest, False)
    assert name.name.ar in tab.table.rows.columns[1].words(first)
    assert person.name.ar in tab.table.rows.columns[1].words(last)
    assert current(tab).number == 2


def test_an_unknown_substitute_is_offered_as_new(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("3")
    settle(window)
    hand.type("زهير المكناسي، مهندس")
    hand.press("Enter")
    session = recorded(window, session_id)
    assert session.attendance[-1].person.name.ar == "زهير المكناسي"
    assert tab.table.rows_shown[0].substitute == session.attendance[-1].person


def test_a_substitute_cannot_be_away_nor_stand_in_twice_over(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("3")
    settle(window)
    hand.press("Enter")
    settle(window)
    stands_in = next(row for row in tab.table.rows_shown if row.replaced)
    for key in ("5", "3"):
        tab.table.choose(stands_in.id)
        hand.press(key)
        assert window.message_bar.isVisible()
        assert tab.below is None
    represented = tab.table.rows_shown[0].line.person
    hand.press("Esc")
    tab.table.choose(tab.table.rows_shown[-2].id)
    hand.press("3")
    settle(window)
    assert tab.below is not None
    tab.below.field.chosen.emit(represented.id)
    assert tab.below is not None
    settle(window)
    assert states(recorded(window, session_id))[stands_in.line.person.name.fr] is PRESENT


def test_who_is_not_represented_after_all_loses_the_line_of_the_other(
    window: MainWindow, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("3")
    settle(window)
    assert tab.below
    hand.type("زهير المكناسي")
    hand.press("Enter")
    settle(window)
    assert len(tab.table.rows_shown) == 21
    hand.press("Home", "Space")
    settle(window)
    assert len(tab.table.rows_shown) == 20
    assert window.obey("Ctrl+Z")
    settle(window)
    assert len(tab.table.rows_shown) == 21
    assert shown(tab)[0] is REPRESENTED


def test_figures_count_and_leave_others_out(
    window: MainWindow, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press("Space", "2", "5")
    settle(window)
    words = [chip.text() for chip in tab.figures.chips.values()]
    assert [one.rpartition(" ")[2] for one in words] == ["1", "1", "0", "0", "1", "17"]
    assert window.obey("Ctrl+F")
    assert len(tab.table.rows_shown) == 17
    assert tab.table.hasFocus()
    first = current(tab).number
    hand.press("Space")
    assert len(tab.table.rows_shown) == 16
    assert current(tab).number == first + 1
    hand.press("Esc")
    assert len(tab.table.rows_shown) == 20
    body = tab.table.rows_shown[0].line.person.body
    assert body
    tab.figures.bodies.choose(body.id)
    tab.figures.narrowed.emit()
    assert {row.line.person.body for row in tab.table.rows_shown} == {body}
    assert str(len(tab.table.rows_shown)) in tab.figures.bodies.currentText()


def test_when_nobody_is_invited_the_way_to_invite_is_shown(
    window: MainWindow,
) -> None:
    store = window.desk.store
    assert store
    tab = opened(window, prepare(store, 0))
    assert not tab.table.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    settle(window)
    assert session_of(window).tabs.code == "prepare"


def test_the_sheet_to_print_is_one_key_away(window: MainWindow, hand: Hand) -> None:
    hand.press("F10")
    settle(window)
    assert session_of(window).tabs.code == "papers"
    part = session_of(window).part
    assert part
    assert part.papers.offer.kind.value == "attendance-sheet"  # type: ignore[attr-defined]  # the papers


def test_what_others_write_is_shown_and_one_stays_where_one_was(
    window: MainWindow, tab: AttendanceTab, hand: Hand
) -> None:
    hand.press(*["Down"] * 6)
    here = current(tab).id
    line = tab.table.rows_shown[1].line
    store = window.desk.store
    assert store
    with store.write("elsewhere") as work:
        attendance.mark(work, line.id, EXCUSED)
    settle(window)
    assert shown(tab)[1] is EXCUSED
    assert current(tab).id == here


def test_what_cannot_be_written_is_put_back_and_told(
    window: MainWindow, session_id: int, tab: AttendanceTab, hand: Hand
) -> None:
    line = current(tab).line
    store = window.desk.store
    assert store
    with store.write("elsewhere") as work:
        guest = attendance.walk_in(work, session_id, other_person(window, tab))
        attendance.represent(work, line.id, tab.table.rows_shown[1].line.person.id)
        attendance.remove_line(work, guest)
    tab.table.choose(tab.table.rows_shown[1].id)
    hand.press("5")  # not known here yet: this one stands in for the first
    settle(window)
    assert window.message_bar.isVisible()
    assert shown(tab)[:2] == [REPRESENTED, PRESENT]


def test_in_a_small_window_columns_leave_before_names_are_cut(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "fr", size=(1000, 540))
    assert window.desk.store
    tab = opened(window, prepare(window.desk.store))
    hidden = {c.code for at, c in enumerate(tab.table.rows.columns) if tab.table.isColumnHidden(at)}
    assert hidden <= {"function", "body"}
    assert not tab.table.cut
    window.desk.set_text_size(130)
    settle(window)
    window.resize(800, 540)
    settle(window)
    assert tab.table.shape.short
    assert not tab.table.cut
    hidden = {c.code for at, c in enumerate(tab.table.rows.columns) if tab.table.isColumnHidden(at)}
    assert "name" not in hidden
    Hand(window).press("Space", "4")
    assert shown(tab)[:2] == [PRESENT, EXCUSED]
