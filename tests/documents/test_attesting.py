"""Attestations handed out: numbered, made and kept at once."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from db.codes import DocumentKind, DocumentLanguage
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents.attesting import Attestation, attest
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import Languages
from desktop_app.services import papers, sample
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from tests.services.drafts import draft

WORKSHOP = 4


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as store:
        with store.write("sample.fill") as work:
            sample.fill(work)
        yield store


def people_of(store: Store, *, there: bool) -> list[int]:
    with store.read() as reading:
        lines = get_session(reading, WORKSHOP).attendance
    return [line.person.id for line in lines if (line.state in {"present", "remote"}) is there]


def give(
    store: Store, person_id: int, languages: Languages = ("ar",), **options: object
) -> Attestation:
    with store.write("attestations.give") as work:
        chosen = PaperOptions(**options)  # type: ignore[arg-type]  # fields by name
        return attest(work, WORKSHOP, person_id, languages, chosen)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_it_is_kept_byte_for_byte_under_the_number_it_bears(centre: Store) -> None:
    someone, another = people_of(centre, there=True)[:2]
    first, second = give(centre, someone), give(centre, another)
    assert (first.reference, second.reference) == ("1/26", "2/26")
    assert "1/26" in text_of(first.rendered.pdf)
    with centre.read() as reading:
        issued = {paper.id: paper for paper in papers.list_issued(reading, WORKSHOP)}
        kept = papers.issued_pdf(reading, first.document_id)
    paper = issued[first.document_id]
    assert (paper.kind, paper.person_id) == (DocumentKind.ATTESTATION, someone)
    assert (paper.reference, paper.version, paper.dated) == ("1/26", 1, date(2026, 4, 22))
    assert kept == first.rendered.pdf
    assert paper.sha256 == hashlib.sha256(kept).hexdigest()


def test_made_again_it_is_the_same_paper(centre: Store) -> None:
    (someone, *_) = people_of(centre, there=True)
    first, again = give(centre, someone), give(centre, someone)
    assert (again.document_id, again.reference) == (first.document_id, "1/26")
    french = give(centre, someone, ("fr",))
    assert (french.document_id != first.document_id, french.reference) == (True, "1/26")
    other_day = give(centre, someone, dated=date(2027, 1, 5))
    assert other_day.reference == "1/26"
    with centre.read() as reading:
        told = [(p.language, p.version) for p in papers.list_issued(reading, WORKSHOP)]
    assert sorted(told) == [
        (DocumentLanguage.ARABIC, 1),
        (DocumentLanguage.ARABIC, 2),
        (DocumentLanguage.FRENCH, 1),
    ]


def test_who_was_not_there_gets_none_and_no_number_is_used_up(centre: Store) -> None:
    (absent, *_) = people_of(centre, there=False)
    with pytest.raises(UserError, match="No attestation was made"):
        give(centre, absent)
    with pytest.raises(UserError, match="no session 99"), centre.write("x") as work:
        attest(work, 99, absent, ("ar",))
    assert give(centre, people_of(centre, there=True)[0]).reference == "1/26"


def test_a_session_without_a_day_is_numbered_in_this_year(centre: Store) -> None:
    line = {"person": "salma", "state": "present"}
    with centre.write("x") as work:
        session_id = record_session(work, draft(days=[], attendance=[line]))
        (salma,) = (one.person.id for one in get_session(work, session_id).attendance)
        given = attest(work, session_id, salma, ("ar", "fr"))
    assert given.reference == f"1/{date.today():%y}"  # noqa: DTZ011 - the user's own day
