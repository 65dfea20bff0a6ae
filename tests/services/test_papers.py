"""Kept wordings, and papers that were issued."""

import hashlib
from datetime import date

import pytest

from db.codes import DeliveryMeans, DocumentKind, DocumentLanguage, DocumentState
from db.errors import UserError
from db.unit_of_work import Store, UnitOfWork
from desktop_app.services import outputs, papers
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

MINUTES, ATTESTATION = DocumentKind.MINUTES, DocumentKind.ATTESTATION
DAY = date(2026, 3, 4)


@pytest.fixture
def held(store: Store) -> int:
    with store.write("x") as work:
        return record_session(work, draft())


def issue(work: UnitOfWork, held: int, pdf: bytes = b"%PDF", person_id: int | None = None) -> int:
    return papers.issue(
        work,
        pdf,
        session_id=held,
        kind=ATTESTATION if person_id else MINUTES,
        language=DocumentLanguage.ARABIC,
        file_name="محضر.pdf",
        dated=DAY,
        reference="1/26",
        signatories=() if person_id else (1, 2, 1),
        person_id=person_id,
    )


def test_a_wording_is_kept_changed_and_put_back(store: Store, held: int) -> None:
    with store.write("x") as work:
        papers.replace_wording(work, held, MINUTES, "opening", "ar", "كلام\r\nأول\tثان\x00")
        papers.replace_wording(work, held, MINUTES, "opening", "fr", "mots")
        papers.replace_wording(work, held, DocumentKind.REPORT, "opening", "ar", "آخر")
    with store.read() as reading:
        kept = papers.kept_wordings(reading, held, MINUTES)
    assert kept == {("opening", "ar"): "كلام\nأول\tثان", ("opening", "fr"): "mots"}
    with store.write("x") as work:
        papers.replace_wording(work, held, MINUTES, "opening", "ar", "")
        papers.put_back(work, held, MINUTES, "opening", "fr")
        papers.put_back(work, held, MINUTES, "opening", "fr")
    with store.read() as reading:
        assert papers.kept_wordings(reading, held, MINUTES) == {("opening", "ar"): ""}


def test_a_person_has_wordings_of_his_own(store: Store, held: int) -> None:
    with store.write("x") as work:
        papers.replace_wording(work, held, ATTESTATION, "text", "ar", "له", person_id=1)
        papers.replace_wording(work, held, ATTESTATION, "text", "ar", "للجميع")
        papers.replace_wording(work, held, ATTESTATION, "closing", "ar", "ختام")
    with store.read() as reading:
        all_, one, other = (
            papers.kept_wordings(reading, held, ATTESTATION, person) for person in (None, 1, 2)
        )
    assert all_ == other == {("text", "ar"): "للجميع", ("closing", "ar"): "ختام"}
    assert one == {("text", "ar"): "له", ("closing", "ar"): "ختام"}
    with store.write("x") as work:
        papers.put_back(work, held, ATTESTATION, "text", "ar", person_id=1)
    with store.read() as reading:
        assert papers.kept_wordings(reading, held, ATTESTATION, 1) == all_


def test_a_damaged_wording_is_refused(store: Store, held: int) -> None:
    with pytest.raises(UserError, match="half a character"), store.write("x") as work:
        papers.replace_wording(work, held, MINUTES, "opening", "ar", "\ud800")
    with pytest.raises(UserError, match="no record 9"), store.write("x") as work:
        papers.replace_wording(work, 9, MINUTES, "opening", "ar", "x")


def test_an_issued_paper_is_kept_as_it_was_and_a_correction_is_a_version(
    store: Store, held: int
) -> None:
    with store.write("x") as work:
        first = issue(work, held)
        second = issue(work, held, b"%PDF corrected")
        issue(work, held, person_id=1)
        issue(work, held, person_id=2)
        assert issue(work, held, b"%PDF corrected") == second
    with store.read() as reading:
        listed = papers.list_issued(reading, held)
        assert [(p.kind, p.person_id, p.version) for p in reversed(listed)] == [
            (MINUTES, None, 1),
            (MINUTES, None, 2),
            (ATTESTATION, 1, 1),
            (ATTESTATION, 2, 1),
        ]
        assert papers.issued_pdf(reading, first) == b"%PDF"
        assert papers.issued_pdf(reading, second) == b"%PDF corrected"
        assert papers.list_issued(reading) == listed
        assert papers.list_issued(reading, 99) == ()
    paper = listed[-1]
    assert paper.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert (paper.state, paper.reference, paper.dated) == (DocumentState.TO_SIGN, "1/26", DAY)
    assert paper.issued_at == work.at


def test_it_is_signed_sent_and_received(store: Store, held: int) -> None:
    with store.write("x") as work:
        document = issue(work, held)
        papers.mark_signed(work, document, DAY)
    with store.read() as reading:
        assert papers.list_issued(reading)[0].state is DocumentState.SIGNED
    with store.write("x") as sent:
        delivery = papers.deliver(
            sent, document, " المديرية\n", DeliveryMeans.EMAIL, address="dp@example.org"
        )
    with store.write("x") as arrived:
        papers.confirm_delivery(arrived, delivery)
    with store.read() as reading:
        (paper,) = papers.list_issued(reading)
    (went,) = paper.deliveries
    assert paper.state is DocumentState.SENT
    assert (went.recipient, went.address, went.means) == (
        "المديرية",
        "dp@example.org",
        DeliveryMeans.EMAIL,
    )
    assert (went.sent_at, went.confirmed_at) == (sent.at, arrived.at)
    assert went.sha256 == paper.sha256


def test_a_signed_copy_went_in_place_of_the_paper(store: Store, held: int) -> None:
    with store.write("x") as work:
        document = issue(work, held)
        copy = outputs.keep_signed_copy(work, document, b"%PDF signed", "application/pdf", DAY)
        for means in (DeliveryMeans.EMAIL, DeliveryMeans.HAND):
            papers.deliver(work, document, "المديرية", means, signed_copy_id=copy)
    with store.read() as reading:
        (paper,) = papers.list_issued(reading)
    mailed, handed = paper.deliveries
    assert mailed.sha256 == hashlib.sha256(b"%PDF signed").hexdigest()
    assert handed.sha256 == ""
    assert paper.signed_copies[0].media_type == "application/pdf"


def test_it_is_sent_to_somebody(store: Store, held: int) -> None:
    with store.write("x") as work:
        document = issue(work, held)
    with pytest.raises(UserError, match="recipient is missing"), store.write("x") as work:
        papers.deliver(work, document, "\x00", DeliveryMeans.HAND)


def test_what_was_sent_stays_so_when_its_signature_is_noted(store: Store, held: int) -> None:
    with store.write("x") as work:
        document = issue(work, held)
        papers.deliver(work, document, "المديرية", DeliveryMeans.HAND)
        papers.mark_signed(work, document, DAY)
    with store.read() as reading:
        assert papers.list_issued(reading)[0].state is DocumentState.SENT


def test_a_number_is_typed_by_hand_and_taken_away(store: Store, held: int) -> None:
    with store.write("x") as work:
        papers.set_number(work, held, DocumentKind.REPORT, " 7/26\n")
        papers.set_number(work, held, DocumentKind.INVITATION, "8/26")
    with store.read() as reading:
        session = get_session(reading, held)
    assert (session.reference, session.invitation.reference) == ("7/26", "8/26")
    with store.write("x") as work:
        papers.set_number(work, held, MINUTES, "")
        assert papers.give_number(work, held, DocumentKind.INVITATION, DAY) == "8/26"
    with store.read() as reading:
        assert get_session(reading, held).reference == ""
    with pytest.raises(UserError, match="bear no number"), store.write("x") as work:
        papers.set_number(work, held, ATTESTATION, "9/26")
    with pytest.raises(UserError, match="half a character"), store.write("x") as work:
        papers.set_number(work, held, MINUTES, "\ud800")
    with pytest.raises(UserError, match="longer than 300"), store.write("x") as work:
        papers.set_number(work, held, MINUTES, "1" * 301)
