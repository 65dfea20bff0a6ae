"""The outcomes of a session, typed and edited in the real window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from db.codes import FollowUpState, OutcomeKind, Priority
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.outcome_rows import NO_DUE
from desktop_app.ui.session.outcomes import OutcomesTab
from desktop_app.ui.window import MainWindow
from desktop_app.wording.bilingual import Bilingual
from tests.ui.conftest import Open, session_of
from tests.ui.session.test_page import recorded
from tests.ui.tour import settle

Key = Qt.Key
DUE = date(2027, 6, 15)
THREE = [
    {"kind": "decision", "text": {"ar": "اعتماد اللائحة"}, "due": "2027-03-01"},
    {"kind": "action", "text": {"ar": "إعداد الدليل"}},
    {"kind": "commitment", "text": {"ar": "توفير القاعة"}, "ongoing": True},
]


def type_in(widget: QWidget, text: str) -> None:
    """Send the letters of any script, which `QTest` cannot type."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class Tab:
    """The tab of a session, and the keys that a user presses there."""

    def __init__(self, window: MainWindow, key: int) -> None:
        self.window, self.key = window, key
        window.go(Address("session", key, "outcomes"))
        settle(window)
        part = session_of(window).part
        assert isinstance(part, OutcomesTab)
        self.tab = part

    @property
    def session(self) -> Session:
        assert self.window.desk.store is not None
        with self.window.desk.store.read() as reading:
            return get_session(reading, self.key)

    @property
    def kept(self) -> tuple[Outcome, ...]:
        return self.session.outcomes

    @property
    def shown(self) -> list[str]:
        rows = self.tab.table.rows
        lines = (rows.row(at) for at in range(rows.rowCount()))
        return [row.outcome.text.ar or row.outcome.text.fr for row in lines if row is not None]

    def press(self, *keys: str) -> None:
        """Press keys as the window names them."""
        for key in keys:
            assert self.window.obey(key), key
        settle(self.window)

    def add(self, text: str, kind: str = "") -> None:
        """Type a new outcome, whole."""
        self.tab.line.edit.setFocus()
        if kind:
            self.press(kind)
        type_in(self.tab.line.edit, text)
        QTest.keyClick(self.tab.line.edit, Key.Key_Enter)
        settle(self.window)


@pytest.fixture
def held(open_window: Open, record: Path) -> Tab:
    """A session with three outcomes."""
    key = recorded(record, outcomes=THREE, reference="14/2026", days=["2026-11-12"])
    return Tab(open_window(record), key)


class TestTheLineForANewOne:
    def test_one_line_gives_text_owner_date_and_kind_and_stays_for_the_next(
        self, held: Tab
    ) -> None:
        assert held.window.desk.store is not None
        held.window.desk.roster.need()
        settle(held.window)
        someone = held.window.desk.roster.now.of("person")[0]
        held.add(f"تحيين لائحة المؤسسات @{someone.name.ar} قبل 15/06/2027", "F3")
        made = held.kept[-1]
        assert (made.kind, made.text, made.due) == (
            OutcomeKind.RECOMMENDATION,
            Bilingual("تحيين لائحة المؤسسات"),
            DUE,
        )
        assert made.owner_person is not None
        assert made.owner_person.id == someone.id
        assert held.tab.line.edit.hasFocus()
        assert held.tab.line.edit.text() == ""
        held.add("ثانية")
        assert held.kept[-1].kind is OutcomeKind.RECOMMENDATION
        assert held.shown == [one.text.ar for one in held.kept]

    def test_what_is_understood_stands_under_the_line(self, held: Tab) -> None:
        type_in(held.tab.line.edit, "تتبع العملية قبل 15/06/2027")
        chips = [chip.accessibleName() for chip in held.tab.line.chips]
        assert len(chips) == 1
        assert "15 يونيو 2027" in chips[0]

    def test_letters_after_at_offer_names_and_enter_takes_one(self, held: Tab) -> None:
        edit = held.tab.line.edit
        edit.setFocus()
        settle(held.window)
        someone = held.window.desk.roster.now.of("person")[0]
        type_in(edit, f"إعداد دليل @{someone.name.ar[:4]}")
        assert edit.names.lines
        chosen = edit.names.lines[0].title
        QTest.keyClick(edit, Key.Key_Enter)
        assert f"@{chosen}" in edit.text()
        QTest.keyClick(edit, Key.Key_Enter)
        settle(held.window)
        assert held.kept[-1].text.ar == "إعداد دليل"
        assert held.kept[-1].owner_person or held.kept[-1].owner_bodies

    def test_a_line_without_text_is_refused_under_it_and_nothing_is_lost(self, held: Tab) -> None:
        edit = held.tab.line.edit
        type_in(edit, "قبل 15/06/2027")
        QTest.keyClick(edit, Key.Key_Enter)
        assert edit.text() == "قبل 15/06/2027"
        assert edit.accessibleDescription()
        assert len(held.kept) == 3

    def test_a_text_without_end_is_refused_and_stays(self, held: Tab) -> None:
        held.tab.line.edit.setMaxLength(100_000)
        held.tab.line.edit.setText("ا" * 20_001)
        held.tab.line.take()
        settle(held.window)
        assert len(held.tab.line.edit.text()) == 20_001
        assert "20000" in held.tab.line.edit.accessibleDescription()

    def test_esc_empties_the_line_then_leaves_it(self, held: Tab) -> None:
        edit = held.tab.line.edit
        edit.setFocus()
        type_in(edit, "كلام")
        QTest.keyClick(edit, Key.Key_Escape)
        assert (edit.text(), edit.hasFocus()) == ("", True)
        QTest.keyClick(edit, Key.Key_Escape)
        assert held.tab.table.hasFocus()

    def test_the_first_one_of_a_session_is_typed_at_once(
        self, open_window: Open, record: Path
    ) -> None:
        key = recorded(record)
        empty = Tab(open_window(record), key)
        assert empty.tab.line.edit.hasFocus()
        empty.add("أول مخرج", "F2")
        assert (empty.shown, empty.kept[0].kind) == (["أول مخرج"], OutcomeKind.DECISION)


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "kind"),
        [
            ("F2", OutcomeKind.DECISION),
            ("F3", OutcomeKind.RECOMMENDATION),
            ("F4", OutcomeKind.COMMITMENT),
            ("F5", OutcomeKind.ACTION),
        ],
    )
    def test_a_key_gives_the_kind_of_the_row_in_hand(
        self, held: Tab, key: str, kind: OutcomeKind
    ) -> None:
        held.tab.table.choose(held.kept[0].id)
        held.press(key)
        assert held.kept[0].kind is kind

    def test_del_removes_and_undo_brings_back(self, held: Tab) -> None:
        before = held.session
        held.tab.table.choose(held.kept[1].id)
        held.press("Del")
        assert held.shown == ["اعتماد اللائحة", "توفير القاعة"]
        assert [one.text.ar for one in held.kept] == held.shown
        assert held.window.toast.isVisible()
        held.press("Ctrl+Z")
        assert held.session == before
        assert len(held.shown) == 3

    def test_ctrl_and_arrows_move_and_the_row_stays_in_hand(self, held: Tab) -> None:
        held.tab.table.choose(held.kept[2].id)
        held.press("Ctrl+Up", "Ctrl+Up", "Ctrl+Up")
        assert held.shown == ["توفير القاعة", "اعتماد اللائحة", "إعداد الدليل"]
        assert [one.text.ar for one in held.kept] == held.shown
        current = held.tab.table.current
        assert current is not None
        assert current.number == 1
        held.press("Ctrl+Down")
        assert held.shown[1] == "توفير القاعة"

    def test_details_come_by_enter_in_a_small_window(self, open_window: Open, record: Path) -> None:
        key = recorded(record, outcomes=THREE)
        small = Tab(open_window(record, size=(1000, 540)), key)
        assert not small.tab.details.isVisible()
        small.press("Enter")
        details = small.tab.whole
        assert details is not None
        editor = details.text.editor("ar")
        editor.setFocus()
        type_in(editor, "ثم ")
        small.press("Esc")
        assert small.kept[0].text.ar.startswith("ثم")


class TestDetails:
    def type(self, held: Tab, editor: QWidget, text: str) -> None:
        """Replace what stands in an editor, and go on."""
        editor.setFocus()
        assert isinstance(editor, QLineEdit | QTextEdit)
        editor.selectAll()
        type_in(editor, text)
        held.tab.table.setFocus()
        settle(held.window)

    @pytest.mark.parametrize(
        ("name", "language"),
        [("text", "ar"), ("text", "fr"), ("partners", "ar"), ("remarks", "ar")],
    )
    def test_a_text_is_kept_as_it_is_typed(self, held: Tab, name: str, language: str) -> None:
        pair = getattr(held.tab.details, name)
        editor = pair.editor(language)
        editor.parentWidget().show()
        self.type(held, editor, "كلام جديد")
        assert getattr(held.kept[0], name).get(language) == "كلام جديد"

    def test_a_due_date_is_typed_or_given_up_on_purpose(self, held: Tab) -> None:
        held.tab.table.choose(held.kept[1].id)
        settle(held.window)
        details = held.tab.details
        assert "مستمر" in details.fields["due"].error
        self.type(held, details.due, "15/06/2027")
        assert (held.kept[1].due, details.fields["due"].error) == (DUE, "")
        QTest.mouseClick(details.ongoing, Qt.MouseButton.LeftButton)
        settle(held.window)
        assert (held.kept[1].due, held.kept[1].ongoing) == (None, True)
        assert (details.due.text(), details.fields["due"].error) == ("", "")
        self.type(held, details.due, "15/06/2027")
        assert (held.kept[1].due, held.kept[1].ongoing) == (DUE, False)

    def test_what_is_no_day_is_told_and_stays(self, held: Tab) -> None:
        details = held.tab.details
        self.type(held, details.due, "31/02/2027")
        assert details.fields["due"].error
        assert details.due.text() == "31/02/2027"
        assert held.kept[0].due == date(2027, 3, 1)

    def test_a_due_date_before_the_session_is_told_and_stays(self, held: Tab) -> None:
        details = held.tab.details
        self.type(held, details.due, "01/01/2010")
        assert "قبل الجلسة" in details.fields["due"].error
        assert details.fields["due"].error.rstrip("\u2069").endswith(".")
        assert "2010" in details.due.text()
        assert held.kept[0].due == date(2027, 3, 1)

    def test_a_text_is_not_emptied(self, held: Tab) -> None:
        editor = held.tab.details.text.editor("ar")
        editor.setFocus()
        editor.selectAll()
        QTest.keyClick(editor, Key.Key_Delete)
        held.tab.table.setFocus()
        settle(held.window)
        assert held.tab.details.fields["text"].error
        assert held.kept[0].text.ar == "اعتماد اللائحة"

    def test_a_state_is_pressed(self, held: Tab) -> None:
        choice = held.tab.details.state
        QTest.mouseClick(choice.chip(FollowUpState.IN_PROGRESS), Qt.MouseButton.LeftButton)
        settle(held.window)
        assert held.kept[0].state is FollowUpState.IN_PROGRESS
        self.type(held, held.tab.details.percent, "40")
        assert held.kept[0].percent == 40
        for typed in ("مائة", "140"):
            self.type(held, held.tab.details.percent, typed)
            assert "100" in held.tab.details.fields["percent"].error
            assert held.tab.details.percent.text() == typed
            assert held.kept[0].percent == 40

    def test_a_state_that_wants_a_reason_waits_for_it(self, held: Tab) -> None:
        details = held.tab.details
        details.state.show_all()
        QTest.mouseClick(details.state.chip(FollowUpState.POSTPONED), Qt.MouseButton.LeftButton)
        settle(held.window)
        assert held.kept[0].state is FollowUpState.NOT_STARTED
        assert details.reason.hasFocus()
        type_in(details.reason, "عطلة")
        held.tab.table.setFocus()
        settle(held.window)
        assert (held.kept[0].state, held.kept[0].reason) == (FollowUpState.POSTPONED, "عطلة")

    def test_who_is_in_charge_is_named_and_taken_away(self, held: Tab) -> None:
        owners = held.tab.details.owners
        owners.edit.setFocus()
        settle(held.window)
        someone = held.window.desk.roster.now.of("person")[0]
        place = held.window.desk.roster.now.of("body")[0]
        for name in (someone.name.ar, place.name.ar):
            type_in(owners.edit, name)
            QTest.keyClick(owners.edit, Key.Key_Enter)
            settle(held.window)
        one = held.kept[0]
        assert one.owner_person is not None
        assert (one.owner_person.id, [body.id for body in one.owner_bodies]) == (
            someone.id,
            [place.id],
        )
        type_in(owners.edit, "لجنة غير مسجلة")
        QTest.keyClick(owners.edit, Key.Key_Enter)
        settle(held.window)
        assert held.kept[0].owner_text.ar == "لجنة غير مسجلة"
        for _ in range(3):
            QTest.keyClick(owners.edit, Key.Key_Backspace)
            settle(held.window)
        one = held.kept[0]
        assert (one.owner_person, one.owner_bodies, one.owner_text) == (None, (), Bilingual())

    def test_priority_and_review_are_kept(self, held: Tab) -> None:
        details = held.tab.details
        details.priority.setFocus()
        QTest.keyClick(details.priority, Key.Key_Home)
        self.type(held, details.review_on, "15/06/2027")
        assert (held.kept[0].priority, held.kept[0].review_on) == (Priority.URGENT, DUE)

    def test_its_history_is_told_in_words(self, held: Tab) -> None:
        choice = held.tab.details.state
        QTest.mouseClick(choice.chip(FollowUpState.DONE), Qt.MouseButton.LeftButton)
        settle(held.window)
        lines = held.tab.details.told.splitlines()
        assert len(lines) == 2
        assert "منجز" in lines[0]


class TestGaps:
    def test_a_click_leaves_those_that_lack_it_and_mending_one_shows_all_again(
        self, held: Tab
    ) -> None:
        chip = held.tab.gaps[NO_DUE]
        assert chip.text() == "مخرج واحد بلا أجل"
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert held.shown == ["إعداد الدليل"]
        QTest.mouseClick(held.tab.details.ongoing, Qt.MouseButton.LeftButton)
        settle(held.window)
        assert not chip.isVisible()
        assert len(held.shown) == 3
