"""Scans of the signed attendance sheet stay with their session."""

from datetime import date

import pytest

from db.codes import DocumentState
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents import rendering
from desktop_app.services import outputs
from desktop_app.services.papers import list_issued
from desktop_app.services.recording import record_session
from desktop_app.services.signed_sheets import keep_sheet, remove_sheet, signed_sheets
from tests.services.drafts import PNG, draft

DAY = date(2026, 3, 4)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write("fill") as work:
        record_session(work, draft(attendance=[{"person": "salma"}]))
        record_session(work, draft())
    return store


def kept(store: Store, session_id: int = 1) -> list[tuple[str, int]]:
    with store.read() as reading:
        return [(one.file_name, one.size) for one in signed_sheets(reading, session_id)]


def test_a_scan_is_kept_with_its_session_byte_for_byte(filled: Store) -> None:
    with filled.write("x") as work:
        scan = keep_sheet(work, 1, PNG, "image/png", DAY)
    assert kept(filled) == [("لائحة الحضور الموقعة.png", len(PNG))]
    assert kept(filled, 2) == []
    with filled.read() as reading:
        assert outputs.signed_copy(reading, scan) == PNG
    with filled.write("x") as work:
        remove_sheet(work, scan)
    assert kept(filled) == []


def test_the_sheet_that_was_issued_becomes_signed_and_waits_again(filled: Store) -> None:
    def state() -> DocumentState:
        with filled.read() as reading:
            (sheet,) = list_issued(reading, 1)
        return sheet.state

    with filled.write("x") as work:
        sheet = rendering.render(work, "attendance-sheet", 1, ("ar",))
        rendering.issue(work, sheet)
    with filled.write("x") as work:
        first = keep_sheet(work, 1, PNG, "image/png", DAY)
        keep_sheet(work, 1, b"%PDF", "application/pdf", DAY)
    assert state() is DocumentState.SIGNED
    assert len(kept(filled)) == 2
    with filled.write("x") as work:
        remove_sheet(work, first)
    assert state() is DocumentState.SIGNED
    with filled.write("x") as work:
        remove_sheet(work, first + 1)
    assert (state(), kept(filled)) == (DocumentState.TO_SIGN, [])


def test_other_signed_papers_are_none(filled: Store) -> None:
    with filled.write("x") as work:
        minutes = rendering.issue(work, rendering.render(work, "minutes", 1, ("ar",)))
        outputs.keep_signed_copy(work, minutes, PNG, "image/png", DAY)
    assert kept(filled) == []


def test_there_is_no_such_session(filled: Store) -> None:
    with pytest.raises(UserError, match="no record 8"), filled.write("x") as work:
        keep_sheet(work, 8, PNG, "image/png", DAY)
