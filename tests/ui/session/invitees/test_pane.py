"""The pane of those invited, in the real window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.codes import Answer
from db.engine import open_store
from desktop_app.direction import bare
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import groups, invitees, people, preparing
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.groups import list_groups
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.invitees.group_dialog import GroupDialog
from desktop_app.ui.session.invitees.pane import InviteesPane
from desktop_app.ui.session.invitees.rows import Invitee
from desktop_app.ui.window import MainWindow
from tests.ui import walking
from tests.ui.conftest import Open, session_of
from tests.ui.tour import settle

WORKSHOP = 4
"""Of the sample centre: 17 were invited."""


def opened(window: MainWindow, key: int) -> InviteesPane:
    window.go(Address("session", key, "prepare"))
    settle(window)
    (pane,) = session_of(window).findChildren(InviteesPane)
    return pane


def prepared(record: Path, *, again: bool = True) -> int:
    """Prepare a workshop in a file that is closed."""
    with open_store(record) as store, store.write("x") as work:
        if again:
            return preparing.begin_again(work, WORKSHOP, date(2026, 12, 2))
        return preparing.begin(work, "workshop", Label("موضوع", "thème"), date(2026, 12, 2))


def on_file(window: MainWindow, key: int) -> list[tuple[int, Answer]]:
    assert window.desk.store
    with window.desk.store.read() as reading:
        lines = get_session(reading, key).attendance
    return [(line.person.id, line.answer) for line in lines if line.invited]


def ids(window: MainWindow, key: int) -> list[int]:
    return [person_id for person_id, _ in on_file(window, key)]


def shown(pane: InviteesPane) -> list[int]:
    return [row.id for row in pane.table.rows.rows_in(range(999))]


def current(pane: InviteesPane) -> Invitee:
    assert pane.table.current is not None
    return pane.table.current


def type_name(window: MainWindow, pane: InviteesPane, text: str) -> None:
    """Type letters as the user does, and take the first suggestion by Enter."""
    pane.field.setFocus()
    settle(window)
    pane.field.setText(text)
    pane.field.textEdited.emit(text)
    settle(window)
    press(pane.field, Qt.Key.Key_Return)
    settle(window)


def press(widget: QWidget, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


class TestNaming:
    """The field."""

    def test_names_are_added_one_after_the_other(self, open_window: Open, record: Path) -> None:
        key = prepared(record, again=False)
        window = open_window(record, "fr")
        pane = opened(window, key)
        type_name(window, pane, "hamdaoui")
        assert pane.field.hasFocus()
        assert pane.field.text() == ""
        type_name(window, pane, "aznag")
        assert ids(window, key) == [5, 24]
        assert shown(pane) == [5, 24]
        pane.table.setFocus()
        assert window.obey("Ctrl+Z")
        settle(window)
        assert ids(window, key) == [5]

    def test_a_group_brings_its_members_and_a_body_its_people(
        self, open_window: Open, record: Path
    ) -> None:
        key = prepared(record, again=False)
        window = open_window(record, "fr")
        assert window.desk.store
        with window.desk.store.read() as reading:
            heads = list_groups(reading)[0]
        pane = opened(window, key)
        type_name(window, pane, heads.name.fr)
        assert ids(window, key) == list(heads.members)
        with window.desk.store.write("x") as work:
            invitees.uninvite(work, key, heads.members)
        settle(window)
        type_name(window, pane, "direction provinciale d’azilal")
        assert set(ids(window, key)) == {10, 15}

    def test_who_is_invited_already_is_not_offered(self, open_window: Open, record: Path) -> None:
        key = prepared(record)
        window = open_window(record, "fr")
        pane = opened(window, key)
        pane.field.setFocus()
        settle(window)
        pane.field.setText("Hamdaoui")
        pane.field.textEdited.emit("Hamdaoui")
        assert all(line.act for line in pane.field.suggestions.lines)

    def test_somebody_new_is_recorded_from_one_line(self, open_window: Open, record: Path) -> None:
        key = prepared(record, again=False)
        window = open_window(record, "fr")
        pane = opened(window, key)
        type_name(window, pane, "Mme Zineb Alaoui, ingénieure")
        (person_id,) = ids(window, key)
        assert window.desk.store
        with window.desk.store.read() as reading:
            (line,) = get_session(reading, key).attendance
        assert line.person.name.fr == "Zineb Alaoui"
        assert line.person.function.title.fr == "ingénieure"
        assert shown(pane) == [person_id]

    def test_what_can_be_no_name_stays_where_it_was_typed(
        self, open_window: Open, record: Path
    ) -> None:
        key = prepared(record, again=False)
        window = open_window(record, "en")
        pane = opened(window, key)
        type_name(window, pane, "x" * 500)
        assert pane.field.text() == "x" * 500
        assert pane.problem.text() == "It is longer than 300 letters: shorten it."
        assert pane.problem.isVisible()
        assert not window.message_bar.isVisible()
        assert ids(window, key) == []


class TestSameAgain:
    """F4."""

    def test_those_of_last_time_come_over_and_one_line_tells_of_them(
        self, open_window: Open, record: Path
    ) -> None:
        key = prepared(record, again=False)
        with open_store(record) as store, store.write("x") as work:
            people.appoint(work, 7, FunctionDraft(), None, date(2026, 9, 1))
            people.set_email(work, 9, "")
        window = open_window(record, "en")
        pane = opened(window, key)
        assert window.obey("F4")
        settle(window)
        assert len(ids(window, key)) == 17
        (said,) = pane.notes.words
        assert "Came over: 17" in bare(said)
        assert "Left their post: " in said
        assert "No e-mail address: " in said
        troubles = {row.id: row.troubles for row in pane.table.rows.rows_in(range(99))}
        assert (troubles[7], troubles[9]) == (("Former post",), ("No e-mail address",))
        assert window.obey("F4")
        settle(window)
        assert "Came over: 0" in bare(pane.notes.words[0])
        pane.table.setFocus()
        assert window.obey("Ctrl+Z")
        settle(window)
        assert ids(window, key) == []

    def test_without_an_earlier_one_it_says_so(self, open_window: Open, record: Path) -> None:
        with open_store(record) as store, store.write("x") as work:
            key = preparing.begin(work, "conference", Label("موضوع"), date(2001, 1, 2))
        window = open_window(record, "en")
        pane = opened(window, key)
        assert window.obey("F4")
        settle(window)
        assert any("No earlier session" in words for words in walking.words(window))
        assert pane.notes.words == []


class TestGroup:
    """A named group."""

    def test_a_group_is_chosen_and_those_invited_become_one(
        self, open_window: Open, record: Path
    ) -> None:
        key = prepared(record, again=False)
        window = open_window(record, "fr")
        pane = opened(window, key)
        assert window.obey("Shift+F4")
        settle(window)
        assert isinstance(window.dialog, GroupDialog)
        assert window.obey("Enter")
        settle(window)
        before = ids(window, key)
        assert len(before) == 5
        assert window.obey("Shift+F4")
        settle(window)
        dialog = window.dialog
        assert isinstance(dialog, GroupDialog)
        assert window.obey("Ctrl+N")
        settle(window)
        assert dialog.name.error
        dialog.name.editor.setText("Noyau")  # type: ignore[attr-defined]  # a line
        assert window.obey("Ctrl+N")
        settle(window)
        assert window.dialog is None
        assert window.desk.store
        with window.desk.store.read() as reading:
            made = list_groups(reading)[-1]
        assert (made.name.fr, list(made.members)) == ("Noyau", before)
        assert shown(pane) == before


class TestRows:
    """Answers, removal."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_keys_answer_and_remove(
        self, open_window: Open, record: Path, language: Language
    ) -> None:
        key = prepared(record)
        window = open_window(record, language)
        pane = opened(window, key)
        first, second, *rest = shown(pane)
        pane.table.setFocus()
        pane.table.choose(first)
        for pressed, answer in (
            ("Space", Answer.YES),
            ("Space", Answer.NO),
            ("Space", Answer.NONE),
            ("2", Answer.NO),
            ("1", Answer.YES),
            ("0", Answer.NONE),
            ("1", Answer.YES),
        ):
            assert window.obey(pressed)
            assert current(pane).answer is answer
        settle(window)
        assert (first, Answer.YES) in on_file(window, key)
        assert window.obey("Del")
        assert current(pane).id == second
        settle(window)
        assert shown(pane) == [second, *rest]
        assert first not in ids(window, key)
        assert window.obey("Ctrl+Z")
        settle(window)
        assert shown(pane) == [first, second, *rest]

    def test_a_click_on_an_answer_turns_it(self, open_window: Open, record: Path) -> None:
        key = prepared(record)
        window = open_window(record)
        pane = opened(window, key)
        column = [one.code for one in pane.table.rows.columns].index("answer")
        box = pane.table.visualRect(pane.table.rows.index(1, column))
        at: QPoint = box.center()
        QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle(window)
        assert (shown(pane)[1], Answer.YES) in on_file(window, key)
        box = pane.table.visualRect(pane.table.rows.index(1, 1))
        QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        settle(window)
        assert (shown(pane)[1], Answer.YES) in on_file(window, key)

    def test_the_foot_counts_the_answers(self, open_window: Open, record: Path) -> None:
        key = prepared(record)
        with open_store(record) as store, store.write("x") as work:
            for person_id, answer in ((2, Answer.YES), (3, Answer.YES), (5, Answer.NO)):
                invitees.set_answer(work, key, person_id, answer)
        window = open_window(record, "ar")
        said = [bare(words) for words in walking.words(opened(window, key))]
        assert "أكد الحضور: 2 · اعتذر: 1 · لم يجب: 14" in said

    def test_keys_of_the_rows_are_those_of_the_list_alone(
        self, open_window: Open, record: Path
    ) -> None:
        key = prepared(record)
        window = open_window(record)
        pane = opened(window, key)
        pane.field.setFocus()
        before = on_file(window, key)
        for pressed in ("Space", "1", "Del"):
            window.obey(pressed)
        settle(window)
        assert on_file(window, key) == before


def test_numbers_are_those_of_the_sheet(open_window: Open, record: Path) -> None:
    key = prepared(record)
    window = open_window(record)
    pane = opened(window, key)
    rows = pane.table.rows.rows_in(range(99))
    assert sorted(int(row.number) for row in rows) == list(range(1, 18))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1000, 540), (1366, 768)], ids=["small", "large"])
def test_long_names_and_nobody_fit(
    open_window: Open, record: Path, language: Language, size: tuple[int, int]
) -> None:
    empty = prepared(record, again=False)
    with open_store(record) as store, store.write("x") as work:
        long = PersonDraft(name=Label("محمد " * 40, "Mohammed " * 30))
        person_id = people.find_or_create(work, long)
        full = preparing.begin_again(work, WORKSHOP, None)
        invitees.invite(work, full, [person_id])
        groups.create_group(work, Label("مجموعة " * 30, "Groupe " * 30), [person_id])
    window = open_window(record, language, size)
    faults = []
    for key in (empty, full):
        pane = opened(window, key)
        faults += walking.clipped(pane) + walking.overlapping(pane)
    assert faults == []
