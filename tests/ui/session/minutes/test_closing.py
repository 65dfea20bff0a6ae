"""F12: what is missing, what is typed, and what is refused."""

from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.codes import AttendanceState, FollowUpState, OutcomeKind, SessionState
from desktop_app.services import attendance, outcomes, session_edits
from desktop_app.services.drafts import OutcomeDraft, Words
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.session.minutes.closing import ClosingDialog
from desktop_app.ui.session.minutes.mending import Mend
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.wording.bilingual import Bilingual
from tests.ui.conftest import Open, session_of
from tests.ui.session.minutes.driving import CONTROL, K, Minutes

HELD = 6
Editor = TypeVar("Editor", bound=QWidget)


@pytest.fixture
def minutes(open_window: Open, record: Path, qtbot: QtBot) -> Minutes:
    return Minutes(open_window(record), qtbot, HELD)


def ask(minutes: Minutes) -> ClosingDialog:
    minutes.settle()
    minutes.press(K.Key_F12)
    minutes.wait(lambda: minutes.window.dialog is not None)
    dialog = minutes.window.dialog
    assert isinstance(dialog, ClosingDialog)
    return dialog


def mend_of(dialog: ClosingDialog, what: str) -> Mend:
    return next(mend for mend in dialog.mends if mend.lack.what == what)


def editor_of(dialog: ClosingDialog, name: str, kind: type[Editor]) -> Editor:
    editor = dialog._fields[name,].editor
    assert isinstance(editor, kind)
    return editor


def change(minutes: Minutes, changes: dict[tuple[str, ...], object]) -> None:
    with minutes.store.write("x") as work:
        session_edits.edit_fields(work, HELD, changes)
    minutes.settle()


def test_when_nothing_is_missing_one_key_closes(minutes: Minutes) -> None:
    dialog = ask(minutes)
    assert not dialog.mends
    assert dialog.end.hasFocus()
    dialog.end.setText("17:15")
    minutes.press(K.Key_Return)
    minutes.wait(lambda: session_of(minutes.window).tabs.code == "papers")
    assert minutes.session.end == time(17, 15)
    assert minutes.session.state is SessionState.DRAFTING


def test_undo_brings_the_session_back(minutes: Minutes) -> None:
    ask(minutes)
    minutes.press(K.Key_Return)
    minutes.wait(lambda: minutes.session.state is SessionState.DRAFTING)
    minutes.wait(lambda: session_of(minutes.window).tabs.code == "papers")
    minutes.press(K.Key_Z, CONTROL)
    minutes.wait(lambda: minutes.session.state is SessionState.HELD)


@pytest.mark.parametrize(("typed", "told"), [("25:00", "مثال"), ("09:00", "")])
def test_an_hour_that_cannot_be_the_end_is_told_at_its_field(
    minutes: Minutes, typed: str, told: str
) -> None:
    dialog = ask(minutes)
    dialog.end.setText(typed)
    minutes.press(K.Key_Return)
    field = dialog._fields["end",]
    minutes.wait(lambda: bool(field.error))
    assert told in field.error
    assert dialog.end.text() == typed
    assert minutes.session.state is SessionState.HELD


def test_the_end_of_the_minutes_is_typed_here(minutes: Minutes) -> None:
    dialog = ask(minutes)
    for name, text in (
        ("conclusions", "تعميم التجربة\nمواصلة المواكبة"),
        ("enclosures", "لائحة الحضور"),
        ("copies", "المفتشية العامة"),
        ("other_business", "نقطة عارضة"),
    ):
        pair = editor_of(dialog, name, PairField).editor("ar")
        assert isinstance(pair, TextArea)
        pair.setPlainText(text)
    number = editor_of(dialog, "registry_reference", LineEdit)
    number.setFocus()
    minutes.type("1204/26")
    for name, day in (("minutes_dated", "14/11/2026"), ("registry_date", "16/11/2026")):
        field = editor_of(dialog, name, DayField)
        field.setFocus()
        field.clear()
        minutes.type(day)
    minutes.press(K.Key_Return, CONTROL)
    minutes.wait(lambda: minutes.session.state is SessionState.DRAFTING)
    session = minutes.session
    assert [one.ar for one in session.conclusions] == ["تعميم التجربة", "مواصلة المواكبة"]
    assert session.enclosures[0].ar == "لائحة الحضور"
    assert session.copies[0].ar == "المفتشية العامة"
    assert session.other_business.ar == "نقطة عارضة"
    assert session.registry_reference == "1204/26"
    assert session.minutes_dated == date(2026, 11, 14)
    assert session.registry_date == date(2026, 11, 16)


def test_people_and_place_are_named_on_the_spot(minutes: Minutes) -> None:
    change(
        minutes,
        {
            ("rapporteur",): None,
            ("signatories",): [],
            ("place", "room"): {},
            ("place", "site"): {},
        },
    )
    name = minutes.session.attendance[0].person.name.ar
    dialog = ask(minutes)
    assert [mend.lack.what for mend in dialog.mends] == ["signatory", "rapporteur", "place"]
    assert [mend.is_required for mend in dialog.mends] == [True, False, False]
    for what in ("signatory", "rapporteur"):
        mend = mend_of(dialog, what)
        assert mend.editor is not None
        mend.editor.setFocus()
        minutes.type(name)
        minutes.enter()
        assert mend.is_done
    place = mend_of(dialog, "place").editor
    assert place is not None
    place.setFocus()
    minutes.type("قاعة الندوات")
    minutes.press(K.Key_Return, CONTROL)
    minutes.wait(lambda: minutes.session.state is SessionState.DRAFTING)
    session = minutes.session
    assert session.rapporteur is not None
    assert session.rapporteur.name.ar == name
    assert [one.name.ar for one in session.signatories] == [name]
    assert session.place.room == Bilingual("قاعة الندوات")


def test_an_outcome_is_ongoing_or_owned_by_one_press(minutes: Minutes) -> None:
    with minutes.store.write("x") as work:
        outcomes.add(work, HELD, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar="دليل")))
    name = minutes.session.attendance[0].person.name.ar
    dialog = ask(minutes)
    button = mend_of(dialog, "due").line.button
    assert button is not None
    button.setFocus()
    minutes.press(K.Key_Return)
    owner = mend_of(dialog, "owner").editor
    assert owner is not None
    owner.setFocus()
    minutes.type(name)
    minutes.enter()
    minutes.settle()
    outcome = minutes.session.outcomes[-1]
    assert (outcome.ongoing, outcome.due, outcome.state) == (True, None, FollowUpState.NOT_STARTED)
    assert outcome.owner_person is not None
    assert outcome.owner_person.name.ar == name


def test_a_wrong_date_stays_and_holds_the_end_back(minutes: Minutes) -> None:
    with minutes.store.write("x") as work:
        outcomes.add(work, HELD, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar="دليل")))
    dialog = ask(minutes)
    mend = mend_of(dialog, "due")
    minutes.type("31/02/2026")
    minutes.press(K.Key_Return)
    assert not mend.is_done
    assert "15/06/2026" in mend.line.check.detail
    assert minutes.window.dialog is dialog
    minutes.press(K.Key_Return, CONTROL)
    minutes.settle()
    assert minutes.session.state is SessionState.HELD


def test_what_is_required_can_wait_until_the_minutes_are_finalised(minutes: Minutes) -> None:
    change(minutes, {("signatories",): []})
    ask(minutes)
    minutes.press(K.Key_Return, CONTROL)
    minutes.wait(lambda: minutes.session.state is SessionState.DRAFTING)


def test_attendance_can_be_taken_first(minutes: Minutes) -> None:
    with minutes.store.write("x") as work:
        line = minutes.session.attendance[-1]
        attendance.mark(work, line.id, AttendanceState.NOT_RECORDED)
    dialog = ask(minutes)
    take = next(act for act in dialog.acts if act.message == "Take attendance")
    take.trigger()
    minutes.wait(lambda: session_of(minutes.window).tabs.code == "attendance")
    assert minutes.session.attendance[-1].state is AttendanceState.NOT_RECORDED
