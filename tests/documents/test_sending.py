"""What is written down of a paper that was sent."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.codes import DeliveryMeans, DocumentKind, DocumentState, SessionState
from db.engine import create_store
from db.undoing import undo
from db.unit_of_work import Store
from desktop_app.documents.rendering import Rendered, as_issued, issue, render
from desktop_app.documents.sending import record_sending, signed_paper
from desktop_app.services import outputs, sample, session_states
from desktop_app.services.papers import issued_pdf, list_issued
from desktop_app.services.recipients import GroupCode, Recipient, list_groups
from desktop_app.services.sessions import get_session


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
        yield made


def made(store: Store, kind: str = "minutes") -> tuple[Rendered, tuple[Recipient, ...]]:
    with store.read() as reading:
        rendered = render(reading, kind, 2, ("ar",))
        groups = list_groups(reading, rendered.material.session, rendered.kind)
    present = groups[0].recipients
    bodies = [g.recipients for g in groups if g.code is GroupCode.DIRECTORATES]
    return rendered, (present[0], *(bodies[0][:1] if bodies else ()))


def put(store: Store, state: SessionState) -> None:
    with store.write("x") as work:
        day = get_session(work, 2).days[0]
        session_states.move(work, 2, state, day)


def state(store: Store) -> SessionState:
    with store.read() as reading:
        return get_session(reading, 2).state


def test_bytes_people_addresses_and_means_are_kept(store: Store) -> None:
    rendered, who = made(store)
    with store.write("papers.send") as work:
        record_sending(work, rendered, who)
    with store.read() as reading:
        (paper,) = list_issued(reading, 2)
        kept = issued_pdf(reading, paper.id)
        assert kept == as_issued(reading, rendered).pdf
    assert paper.sha256 == hashlib.sha256(kept).hexdigest()
    assert paper.kind is DocumentKind.MINUTES
    assert paper.state is DocumentState.SENT
    assert [(one.recipient, one.address, one.means) for one in paper.deliveries] == [
        (one.name.ar, one.address, DeliveryMeans.EMAIL) for one in who
    ]
    assert {one.sent_at for one in paper.deliveries} == {work.at}


def test_the_same_paper_sent_again_is_the_same_document(store: Store) -> None:
    rendered, who = made(store)
    for _ in range(2):
        with store.write("papers.send") as work:
            record_sending(work, rendered, who)
    with store.read() as reading:
        (paper,) = list_issued(reading, 2)
    assert len(paper.deliveries) == 2 * len(who)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("minutes", SessionState.SIGNED, SessionState.SENT),
        ("minutes", SessionState.DRAFTING, SessionState.SENT),
        ("report", SessionState.HELD, SessionState.SENT),
        ("minutes", SessionState.INVITED, SessionState.INVITED),
        ("invitation", SessionState.PLANNED, SessionState.INVITED),
        ("invitation", SessionState.HELD, SessionState.HELD),
        ("attendance-sheet", SessionState.HELD, SessionState.HELD),
    ],
)
def test_the_session_takes_the_step_of_the_paper(
    store: Store, kind: str, before: SessionState, after: SessionState
) -> None:
    put(store, before)
    rendered, who = made(store, kind)
    with store.write("papers.issue") as work:
        issue(work, rendered)
    with store.write("papers.send") as work:
        record_sending(work, rendered, who)
    assert state(store) is after
    with store.write("undo") as undoing:
        undo(undoing, work.uid)
    assert state(store) is before
    with store.read() as reading:
        (paper,) = list_issued(reading, 2)
    assert paper.deliveries == ()
    assert paper.state is DocumentState.TO_SIGN


def test_the_signed_copy_goes_in_place_of_the_paper(store: Store) -> None:
    rendered, who = made(store)
    with store.read() as reading:
        other = render(reading, "minutes", 2, ("fr",))
        assert signed_paper(rendered, list_issued(reading, 2)) is None
    with store.write("x") as work:
        document = issue(work, rendered)
    with store.read() as reading:
        assert signed_paper(rendered, list_issued(reading, 2)) is None
    with store.write("x") as work:
        outputs.keep_signed_copy(work, document, b"%PDF signed", "application/pdf", work.at.date())
    with store.read() as reading:
        listed = list_issued(reading, 2)
    signed = signed_paper(rendered, listed)
    assert signed
    assert (signed.document_id, signed.copy, signed.changed) == (
        document,
        listed[0].signed_copies[0],
        False,
    )
    changed = signed_paper(replace(rendered, paper=replace(rendered.paper, title="آخر")), listed)
    assert changed
    assert changed.changed
    assert signed_paper(other, listed) is None
    with store.write("papers.send") as work:
        record_sending(work, rendered, who, signed)
    with store.read() as reading:
        (paper,) = list_issued(reading, 2)
    assert {one.sha256 for one in paper.deliveries} == {hashlib.sha256(b"%PDF signed").hexdigest()}
