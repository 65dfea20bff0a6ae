"""A session like an earlier one, in the real window."""

from datetime import date
from pathlib import Path

import pytest

from db.engine import open_store
from desktop_app.direction import bare
from desktop_app.services import people
from desktop_app.services.drafts import FunctionDraft, Label
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.sessions.same_again import SameAgainDialog
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open, sessions_of
from tests.ui.tour import settle

WORKSHOP = 4
"""Of the sample centre: 17 were invited."""


@pytest.fixture
def record(record: Path) -> Path:
    """The sample record, in which people changed posts since."""
    head = Label("رئيس المركز الإقليمي لمنظومة الإعلام بأزيلال", "le chef du centre")
    with open_store(record) as store, store.write("x") as work:
        people.appoint(work, 7, FunctionDraft(), None, date(2026, 9, 1))
        people.appoint(
            work, 5, FunctionDraft(title=Label("رئيسة", "la cheffe")), 4, date(2026, 9, 1)
        )
        people.appoint(work, 20, FunctionDraft(title=head, unique=True), 6, date(2026, 9, 1))
        people.set_email(work, 9, "")
    return record


def asked(window: MainWindow, key: int = WORKSHOP) -> SameAgainDialog:
    assert sessions_of(window).table.choose(key)
    assert window.obey("Ctrl+D")
    settle(window)
    assert isinstance(window.dialog, SameAgainDialog)
    return window.dialog


def type_day(dialog: SameAgainDialog, text: str) -> None:
    dialog.field.line.setText(text)
    dialog.field.line.textEdited.emit(text)


def test_it_tells_what_comes_over_and_what_does_not(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    dialog = asked(window)
    assert dialog.field.line.hasFocus()
    type_day(dialog, "11/01/2027")
    settle(window)
    said = bare("\n".join(dialog.notes.words))
    assert "Monday 11 January 2027" in said
    assert "You can go on." in said
    assert "Invited again: 17" in said
    assert "3 agenda items, 150 min" in said
    assert "Left their post:" in said
    assert "(now أمينة التادلي)" in said
    assert "Changed function:" in said
    assert "(رئيسة" in said
    assert "No e-mail address: " in said
    assert "stay behind" in said


def test_an_ordinary_day_is_not_warned_about(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    dialog = asked(window)
    type_day(dialog, "13/01/2027")
    settle(window)
    assert "You can go on." not in "\n".join(dialog.notes.words)


def test_the_first_enter_takes_the_day_and_the_second_makes_the_session(
    open_window: Open, record: Path
) -> None:
    window = open_window(record)
    dialog = asked(window)
    type_day(dialog, "13/01/2027")
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is dialog
    type_day(dialog, "14/01/2027")  # thought better of: it is taken anew
    assert window.obey("Enter")
    assert window.dialog is dialog
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is None
    address = window.address
    assert address
    assert (address.place, address.part) == ("session", "prepare")
    assert window.desk.store
    assert address.key
    with window.desk.store.read() as reading:
        session = get_session(reading, address.key)
    assert session.days == (date(2027, 1, 14),)
    assert len(session.attendance) == 17


def test_undoing_takes_it_away_and_leads_back_to_the_list(open_window: Open, record: Path) -> None:
    window = open_window(record)
    asked(window)
    for key in ("Enter", "Enter"):
        assert window.obey(key)
    settle(window)
    assert len(sessions_of(window).table.rows.rows_in(range(99))) == 8
    assert window.obey("Ctrl+Z")
    settle(window)
    assert window.address == Address("sessions")
    assert len(sessions_of(window).table.rows.rows_in(range(99))) == 7


@pytest.mark.parametrize("text", ["31/02/2027", "hello", "1/1/2222"])
def test_what_is_no_day_is_said_at_the_field_and_stays(
    open_window: Open, record: Path, text: str
) -> None:
    window = open_window(record, "en")
    dialog = asked(window)
    type_day(dialog, text)
    settle(window)
    for _ in range(2):
        assert not window.obey("Enter")  # it is the field's, until what stands there is a day
        assert window.dialog is dialog
    assert dialog.field.error
    assert dialog.field.line.text() == text
    type_day(dialog, "13/01/2027")
    assert not dialog.field.error
