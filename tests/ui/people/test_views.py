"""People, bodies, groups and look-alikes, as one makes, changes, merges and deletes them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.check import check
from db.codes import BodyKind, Civility
from db.unit_of_work import Store
from desktop_app.services import bodies, careers, groups, people
from desktop_app.services.drafts import BodyDraft, Label, PersonDraft
from desktop_app.services.people_list import list_rows
from desktop_app.ui.addresses import Address
from desktop_app.ui.bodies.page import BodyPage
from desktop_app.ui.groups.page import GroupPage
from desktop_app.ui.people.adding import AddDialog
from desktop_app.ui.people.merge import MergeDialog
from desktop_app.ui.people.page import PeoplePage
from desktop_app.ui.person.page import PersonPage
from desktop_app.ui.person.post import PostDialog
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.db.samples import tables
from tests.ui.conftest import Open
from tests.ui.tour import person_id, settle

TODAY = date.today()  # noqa: DTZ011 - as the window takes it


def store_of(window: MainWindow) -> Store:
    assert window.desk.store
    return window.desk.store


def opened(window: MainWindow, view: str = "people") -> PeoplePage:
    window.go(Address("people", None, view))
    settle(window)
    assert isinstance(window.page, PeoplePage)
    return window.page


def press(window: MainWindow, key: str) -> None:
    assert window.obey(key), key
    settle(window)


def typed(window: MainWindow, text: str) -> None:
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)
    settle(window)


def doubles(window: MainWindow) -> tuple[int, int]:
    with store_of(window).write("x") as work:
        one = people.add(work, PersonDraft(name=Label("نادية الإدريسي", "Nadia El Idrissi")))
        two = people.add(work, PersonDraft(name=Label("نادية الادريسى"), email="n@example.ma"))
        groups.create_group(work, Label("لجنة"), [two])
    settle(window)
    return one, two


@pytest.mark.parametrize(
    ("view", "name", "page"),
    [("people", "Zineb Raji", PersonPage), ("bodies", "le centre", BodyPage)],
)
def test_a_new_one_takes_its_name_and_opens(
    view: str, name: str, page: type, open_window: Open, record: Path
) -> None:
    window = open_window(record, "fr")
    count = opened(window, view).listing.count
    press(window, "Ctrl+N")
    dialog = window.dialog
    assert isinstance(dialog, AddDialog)
    press(window, "Enter")
    assert "nom" in dialog.name_field.error
    dialog.name_fr.setFocus()
    typed(window, name)
    press(window, "Enter")
    assert window.dialog is None
    assert isinstance(window.page, page)
    assert opened(window, view).listing.count == (count or 0) + 1
    press(window, "Ctrl+Z")
    assert opened(window, view).listing.count == count


def test_a_new_group_takes_members_by_name(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    opened(window, "groups")
    press(window, "Ctrl+N")
    dialog = window.dialog
    assert isinstance(dialog, AddDialog)
    dialog.name_fr.setFocus()
    typed(window, "Comite")
    press(window, "Enter")
    page = window.page
    assert isinstance(page, GroupPage)
    assert page.adding.hasFocus()
    for letters in ("souad ham", "amina tad"):
        typed(window, letters)
        QTest.keyClick(page.adding, Qt.Key.Key_Return)
        settle(window)
    assert page.shown
    assert [row.name.fr for row in page.shown.members] == ["Souad Hamdaoui", "Amina Tadili"]
    page.members.setFocus()
    page.members.choose(page.shown.members[1].id)
    press(window, "Ctrl+Up")
    assert [row.name.fr for row in page.shown.members] == ["Amina Tadili", "Souad Hamdaoui"]
    press(window, "Ctrl+Up")  # it is the first already
    press(window, "Del")
    assert [row.name.fr for row in page.shown.members] == ["Souad Hamdaoui"]
    press(window, "Ctrl+Z")
    assert [row.name.fr for row in page.shown.members] == ["Amina Tadili", "Souad Hamdaoui"]
    press(window, "Shift+Del")
    assert isinstance(window.page, PeoplePage)


def test_views_follow_one_another(open_window: Open, record: Path) -> None:
    window = open_window(record, "ar")
    page = opened(window)
    seen = []
    for _ in range(4):
        press(window, "Ctrl+PgDn")
        seen.append(page.tabs.code)
    press(window, "Ctrl+PgUp")
    assert [*seen, page.tabs.code] == ["bodies", "groups", "alike", "people", "alike"]


def test_who_is_on_file_already_is_told_before_one_is_added(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "ar")
    opened(window)
    press(window, "Ctrl+N")
    dialog = window.dialog
    assert isinstance(dialog, AddDialog)
    dialog.name_ar.setText("سعاد الحمداوى")
    dialog.name_ar.textEdited.emit("سعاد الحمداوى")
    assert "سعاد الحمداوي" in dialog.name_ar.accessibleDescription()


def test_who_is_named_is_not_deleted_and_the_sentence_says_by_what(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "en")
    page = opened(window)
    page.table.choose(person_id(window, "Souad Hamdaoui"))
    press(window, "Del")
    assert window.message_bar.isVisible()
    assert page.listing.count is not None
    before = page.listing.count
    with store_of(window).write("x") as work:
        key = people.add(work, PersonDraft(name=Label("زائد")))
    settle(window)
    page.table.choose(key)
    press(window, "Del")
    assert page.listing.count == before
    press(window, "Ctrl+Z")
    assert page.listing.count == before + 1


class TestMerging:
    """Look-alikes, side by side, made one; and back."""

    def test_enter_merges_and_undo_brings_back_the_same_record(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "ar")
        one, two = doubles(window)
        before = tables(store_of(window).engine)
        page = opened(window, "alike")
        assert "(1)" in page.tabs.tabText(3)
        assert page.table.choose(one)
        press(window, "Enter")
        dialog = window.dialog
        assert isinstance(dialog, MergeDialog)
        assert dialog.choices == {"name_ar": False, "name_fr": False, "email": True}
        press(window, "Enter")
        assert isinstance(window.page, PersonPage)
        assert window.page.shown
        assert window.page.shown.person.id == one
        assert window.page.shown.person.email == "n@example.ma"
        assert [name.ar for _, name in window.page.shown.groups] == ["لجنة"]
        press(window, "Ctrl+Z")
        assert tables(store_of(window).engine) == before
        window.go(Address("person", two))
        settle(window)
        assert isinstance(window.page, PersonPage)
        press(window, "Ctrl+Y")
        assert isinstance(window.page, PeoplePage)  # whose page it was is there no more
        window.close()
        assert check(record) == ()

    def test_arrows_choose_the_side_that_the_eye_sees(
        self, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "ar")
        one, _ = doubles(window)
        page = opened(window, "alike")
        page.table.choose(one)
        press(window, "Enter")
        dialog = window.dialog
        assert isinstance(dialog, MergeDialog)
        kept, other = dialog.sides["name_ar"]
        kept.setFocus()
        QTest.keyClick(kept, Qt.Key.Key_Right)  # nothing stands there
        assert kept.isChecked()
        QTest.keyClick(kept, Qt.Key.Key_Left)
        assert other.isChecked()
        assert other.hasFocus()
        QTest.keyClick(other, Qt.Key.Key_Down)
        assert dialog.sides["name_fr"][0].hasFocus()
        window.desk.set_language("fr")
        assert dialog.choices["name_ar"]
        press(window, "Enter")
        with store_of(window).read() as reading:
            names = {row.id: row.name for row in list_rows(reading, TODAY)}
        assert (names[one].ar, names[one].fr) == ("نادية الادريسى", "Nadia El Idrissi")

    def test_two_chosen_bodies_are_merged(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        with store_of(window).write("x") as work:
            draft = BodyDraft(kind=BodyKind.SCHOOL, name=Label("", "aaa"))
            keys = [bodies.add(work, draft) for _ in range(2)]
        page = opened(window, "bodies")
        assert not window.obey("F8")
        page.table.choose(keys[0])
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(window, "F8")
        assert isinstance(window.dialog, MergeDialog)
        press(window, "Enter")
        assert isinstance(window.page, BodyPage)
        with store_of(window).read() as reading:
            names = [one.name.fr for one in bodies.list_bodies(reading, TODAY)]
        assert names.count("aaa") == 1

    def test_the_other_is_named_from_the_page(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        one, _ = doubles(window)
        window.go(Address("person", one))
        settle(window)
        press(window, "F8")
        press(window, "Enter")
        typed(window, "souad ham")
        press_in_field(window, Qt.Key.Key_Return)
        assert isinstance(window.dialog, MergeDialog)


def press_in_field(window: MainWindow, key: Qt.Key) -> None:
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, key)
    settle(window)


class TestPerson:
    """What is typed on a person's page."""

    def test_everything_is_kept_as_it_is_typed(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        key = person_id(window, "Souad Hamdaoui")
        window.go(Address("person", key, "edit"))
        settle(window)
        page = window.page
        assert isinstance(page, PersonPage)
        QTest.keyClicks(page.card.name.editor("fr"), "X")
        page.card.name.commit()
        editor = page.card.function.editor("fr")
        editor.selectAll()
        QTest.keyClicks(editor, "formatrice")
        page.card.function.commit()
        page.card.civility.choose(Civility.MR)
        page.card.civility.chosen.emit(Civility.MR)
        settle(window)
        assert page.shown
        person = page.shown.person
        assert "X" in person.name.fr
        assert (person.function.title.fr, person.function.code) == ("formateur", "trainer")
        assert person.civility is Civility.MR

    @pytest.mark.parametrize("name", ["م" * 500, "", " \u202e\x07 "])
    def test_what_is_no_name_is_told_at_the_field_and_stays(
        self, name: str, open_window: Open, record: Path
    ) -> None:
        window = open_window(record, "ar")
        with store_of(window).write("x") as work:
            key = people.add(work, PersonDraft(name=Label("سلمى")))
        window.go(Address("person", key, "edit"))
        settle(window)
        page = window.page
        assert isinstance(page, PersonPage)
        editor = page.card.name.editor("ar")
        assert isinstance(editor, LineEdit)
        editor.setFocus()
        editor.selectAll()
        editor.insert(name) if name else editor.clear()
        page.card.name.commit()
        settle(window)
        assert page.card.fields["name"].error
        with store_of(window).write("x") as work:
            people.set_phone(work, key, "0523")
        settle(window)
        assert page.card.name.value.ar == name.strip(" \u202e\x07")
        assert page.card.phone.text() == "0523"

    def test_a_post_changes_from_a_day_on(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        key = person_id(window, "Souad Hamdaoui")
        window.go(Address("person", key))
        settle(window)
        page = window.page
        assert isinstance(page, PersonPage)
        press(window, "F4")
        dialog = window.dialog
        assert isinstance(dialog, PostDialog)
        dialog.since.setText("never")
        press(window, "Enter")
        assert window.dialog is dialog
        dialog.since.setText("01/09/2026")
        press(window, "Enter")
        assert window.dialog is dialog  # neither function nor body
        dialog.function.editor("fr").setFocus()
        typed(window, "formatrice")
        press(window, "Enter")
        assert window.dialog is None
        with store_of(window).read() as reading:
            held = careers.list_held(reading, key)
        assert [one.since for one in held] == [date(2026, 9, 1), None]
        press(window, "F7")
        press(window, "Enter")
        assert isinstance(window.dialog, PostDialog)
        press(window, "Shift+Del")
        press(window, "F4")
        press(window, "F8")
        assert page.shown
        assert page.shown.held[0].is_none


class TestBody:
    """What is typed on a body's page."""

    def test_names_and_what_it_belongs_to(self, open_window: Open, record: Path) -> None:
        window = open_window(record, "fr")
        with store_of(window).write("x") as work:
            key = bodies.add(work, BodyDraft(kind=BodyKind.SCHOOL, name=Label("", "le lycée")))
        window.go(Address("body", key, "edit"))
        settle(window)
        page = window.page
        assert isinstance(page, BodyPage)
        QTest.keyClicks(page.name.editor("fr"), " neuf")
        page.name.commit()
        QTest.keyClicks(page.email, "nowhere")
        page.email.commit()
        page.parent_body.setFocus()
        typed(window, "khouribga")
        press_in_field(window, Qt.Key.Key_Return)
        assert page.shown
        assert "neuf" in page.shown.body.name.fr
        assert "Khouribga" in page.shown.parent.fr
        assert page.fields["email"].error
        assert page.email.text() == "nowhere"
        page.people.setFocus()
        press(window, "F4")
        press(window, "Enter")
        assert page.shown.since == TODAY
        press(window, "F7")
        press(window, "Del")
        assert page.shown.since is None
