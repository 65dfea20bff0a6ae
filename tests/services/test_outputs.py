"""Issued papers printed, saved, come back signed."""

from datetime import date

import pytest

from db.codes import (
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    DocumentState,
    OutputMeans,
    SessionState,
)
from db.errors import UserError
from db.journal import entries
from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.services import outputs, papers
from desktop_app.services.paper_data import IssuedPaper
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

DAY = date(2026, 3, 9)


@pytest.fixture
def issued(store: Store) -> int:
    with store.write("x") as work:
        return papers.issue(
            work,
            b"%PDF",
            session_id=record_session(work, draft()),
            kind=DocumentKind.MINUTES,
            language=DocumentLanguage.ARABIC,
            file_name="محضر.pdf",
            dated=DAY,
            signatories=[1],
        )


def paper(store: Store) -> IssuedPaper:
    with store.read() as reading:
        return papers.list_issued(reading)[0]


def test_the_journal_tells_what_was_printed_where_and_by_whom(store: Store, issued: int) -> None:
    with store.write("papers.print", "salma") as work:
        outputs.record_print(work, issued, "Kyocera\nM3540", 3)
    with store.write("papers.save", "kamal") as work:
        outputs.record_saved(work, issued, "محضر.pdf")
    told = paper(store)
    assert [(one.means, one.target, one.copies) for one in told.outputs] == [
        (OutputMeans.PRINTER, "Kyocera M3540", 3),
        (OutputMeans.FILE, "محضر.pdf", 1),
    ]
    assert told.outputs[1].made_at == work.at
    assert told.state is DocumentState.TO_SIGN
    with store.read() as reading:
        journal = entries(reading, subject="outputs")
    assert [(entry.who, entry.use_case) for entry in journal] == [
        ("salma", "papers.print"),
        ("kamal", "papers.save"),
    ]


def test_a_printer_with_a_damaged_name_is_refused(store: Store, issued: int) -> None:
    with pytest.raises(UserError, match="half a character"), store.write("x") as work:
        outputs.record_print(work, issued, "\ud800")


def test_the_signed_copy_makes_a_paper_signed_and_can_be_removed(store: Store, issued: int) -> None:
    with store.write("x") as work:
        first = outputs.keep_signed_copy(work, issued, b"%PDF scan", "application/pdf", DAY)
        second = outputs.keep_signed_copy(work, issued, b"jpeg", "image/jpeg", DAY)
    told = paper(store)
    assert told.state is DocumentState.SIGNED
    assert [copy.file_name for copy in told.signed_copies] == ["محضر-موقع.pdf", "محضر-موقع.jpeg"]
    with store.read() as reading:
        assert outputs.signed_copy(reading, first) == b"%PDF scan"
        assert outputs.signed_copy(reading, second) == b"jpeg"
    with store.write("x") as work:
        outputs.remove_signed_copy(work, first)
    assert paper(store).state is DocumentState.SIGNED
    with store.write("x") as work:
        outputs.remove_signed_copy(work, second)
    assert paper(store).state is DocumentState.TO_SIGN
    assert paper(store).signed_copies == ()
    with store.read() as reading:
        signed = entries(reading, subject="document_signatories")
    assert signed[-1].after == {"signed_on": None}


@pytest.mark.parametrize(
    ("kind", "state", "after"),
    [
        (DocumentKind.MINUTES, SessionState.HELD, SessionState.SIGNED),
        (DocumentKind.REPORT, SessionState.DRAFTING, SessionState.SIGNED),
        (DocumentKind.MINUTES, SessionState.SENT, SessionState.SENT),
        (DocumentKind.ATTENDANCE_SHEET, SessionState.HELD, SessionState.HELD),
    ],
)
def test_signed_minutes_bring_their_session_a_step_further(
    store: Store, kind: DocumentKind, state: SessionState, after: SessionState
) -> None:
    with store.write("x") as work:
        held = record_session(work, draft(state=state))
        document = papers.issue(
            work,
            b"%PDF",
            session_id=held,
            kind=kind,
            language=DocumentLanguage.FRENCH,
            file_name="m.pdf",
            dated=DAY,
        )
    with store.write("x") as work:
        outputs.keep_signed_copy(work, document, b"%PDF scan", "application/pdf", DAY)
        assert get_session(work, held).state is after
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    with store.read() as reading:
        assert get_session(reading, held).state is state


def test_what_was_sent_stays_so(store: Store, issued: int) -> None:
    with store.write("x") as work:
        papers.deliver(work, issued, "المديرية", DeliveryMeans.EMAIL)
        copy = outputs.keep_signed_copy(work, issued, b"png", "image/png", DAY)
    assert paper(store).state is DocumentState.SENT
    with store.write("x") as work:
        outputs.remove_signed_copy(work, copy)
    assert paper(store).state is DocumentState.SENT
