"""Moment 5 of the working day: the session rises, and its minutes are there."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.codes import AttendanceState, OutcomeKind, SessionState
from db.unit_of_work import Store
from desktop_app.documents.blocks import Signatures
from desktop_app.i18n import Language
from desktop_app.services import attendance, outcomes, session_edits
from desktop_app.services.drafts import OutcomeDraft, Words
from desktop_app.services.people import list_people
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.naming.day_field import DayField
from desktop_app.ui.papers.tab import PapersTab
from desktop_app.ui.session.minutes.closing import ClosingDialog
from desktop_app.ui.session.minutes.tab import MinutesTab
from desktop_app.ui.session.page import SessionPage
from tests.ui.conftest import WAIT_MS, Counted, Open, session_of, wait_for_paper

SESSION = 6
"""Held, its minutes not begun."""
NONE = Qt.KeyboardModifier.NoModifier


def leave_gaps(store: Store) -> None:
    """Somebody is not recorded, two outcomes have no date, nobody signs."""
    with store.write("x") as work:
        session = get_session(work, SESSION)
        attendance.mark(work, session.attendance[-1].id, AttendanceState.NOT_RECORDED)
        for text in ("دليل مختصر", "حصة دعم تقني"):
            outcomes.add(work, SESSION, OutcomeDraft(kind=OutcomeKind.ACTION, text=Words(ar=text)))
        people = list_people(work, date(2026, 11, 12))
        session_edits.edit_fields(
            work,
            SESSION,
            {
                ("signatories",): [],
                ("chair",): people[0].id,
                ("rapporteur",): people[1].id,
            },
        )


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_session_is_closed_in_two_keys_and_what_mends_it(
    open_window: Open, record: Path, qtbot: QtBot, language: Language, counted: Counted
) -> None:
    window = open_window(record, language)
    store = window.desk.store
    assert store
    leave_gaps(store)
    window.desk.go(Address("session", SESSION, "minutes"))
    page = session_of(window)
    qtbot.waitUntil(lambda: page.session is not None, timeout=WAIT_MS)
    assert isinstance(page.part, MinutesTab)
    pressed: list[str] = []

    def press(key: Qt.Key, what: str) -> None:
        pressed.append(what)
        QTest.keyClick(window.windowHandle(), key, NONE)

    def type_day(text: str) -> None:
        field = window.focusWidget()
        assert isinstance(field, DayField)
        QTest.keyClicks(field, text)

    press(Qt.Key.Key_F12, "F12")
    qtbot.waitUntil(lambda: window.dialog is not None, timeout=WAIT_MS)
    dialog = window.dialog
    assert isinstance(dialog, ClosingDialog)
    assert [mend.lack.what for mend in dialog.mends if mend.is_required] == [
        "attendance",
        "due",
        "due",
        "signatory",
    ]
    press(Qt.Key.Key_Return, "the rest present")
    type_day("15/12/2026")
    press(Qt.Key.Key_Return, "first date")
    type_day("20/12/2026")
    press(Qt.Key.Key_Return, "second date")
    press(Qt.Key.Key_Return, "chair and rapporteur sign")
    assert not any(mend.is_required for mend in dialog.mends)
    press(Qt.Key.Key_Return, "Enter")
    qtbot.waitUntil(lambda: page.tabs.code == "papers", timeout=WAIT_MS)

    counted(5, len(pressed), 6, "2 and 4 that mend, and two dates")
    assert pressed == [
        "F12",
        *("the rest present", "first date", "second date", "chair and rapporteur sign"),
        "Enter",
    ]
    with store.read() as reading:
        session = get_session(reading, SESSION)
    assert session.state is SessionState.DRAFTING
    assert session.attendance[-1].state is AttendanceState.PRESENT
    assert [one.due for one in session.outcomes[-2:]] == [date(2026, 12, 15), date(2026, 12, 20)]
    assert session.chair is not None
    assert session.rapporteur is not None
    assert [one.id for one in session.signatories] == [session.chair.id, session.rapporteur.id]
    check_paper(page, qtbot, "fr" if language == "fr" else "ar")


def check_paper(page: SessionPage, qtbot: QtBot, language: str) -> None:
    """The minutes in view hold the outcomes and two signatures."""
    papers = page.part
    assert isinstance(papers, PapersTab)
    wait_for_paper(papers, qtbot)
    qtbot.waitUntil(
        lambda: (
            papers.rendered is not None
            and any(isinstance(block, Signatures) for block in papers.rendered.paper.blocks)
        ),
        timeout=WAIT_MS,
    )
    rendered = papers.rendered
    assert rendered is not None
    blocks = rendered.paper.blocks
    (signed,) = (one for one in blocks if isinstance(one, Signatures))
    assert len(signed.signatures) == 2
    assert any("دليل مختصر" in repr(one) for one in blocks if one.name.startswith("outcomes"))
    assert rendered.language == language
    with PdfDocument(rendered.pdf) as pdf:
        words = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "دليل مختصر" in words
