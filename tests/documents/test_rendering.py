"""Every paper of every session of the sample centre, from the record to a file."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from db import models
from db.codes import AttendanceState, DocumentKind, DocumentLanguage
from db.engine import create_store
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.documents.attesting import attest
from desktop_app.documents.blocks import Reference
from desktop_app.documents.code import PaperCode, read_code
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.papers import KINDS
from desktop_app.documents.rendering import as_issued, gather, issue, make, render
from desktop_app.services import papers, sample
from desktop_app.services.recording import record_session
from desktop_app.services.session_list import list_sessions
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage
from tests.services.drafts import draft

LANGUAGES: dict[str, tuple[PaperLanguage, ...]] = {
    "ar": ("ar",),
    "fr": ("fr",),
    "both": ("ar", "fr"),
}
THERE = {AttendanceState.PRESENT, AttendanceState.REMOTE}
NUMBER_OF_SESSIONS = 7


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with create_store(tmp_path_factory.mktemp("papers") / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "centre.mahdar") as made:
        yield made


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("session_id", range(1, NUMBER_OF_SESSIONS + 1))
@pytest.mark.parametrize("languages", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_of_every_session_is_made(
    centre: Store, kind: str, languages: tuple[PaperLanguage, ...], session_id: int
) -> None:
    with centre.read() as reading:
        assert len(list_sessions(reading)) == NUMBER_OF_SESSIONS
        session = get_session(reading, session_id)
        there = [line for line in session.attendance if line.state in THERE]
        if kind == "attestation" and not there:
            with pytest.raises(UserError, match="No attestation was made"):
                render(reading, kind, session_id, languages)
            return
        rendered = render(reading, kind, session_id, languages)
    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        assert len(pdf.pages) == rendered.pages
        assert str(pdf.docinfo["/Author"]).startswith(("المركز", "le centre"))
    assert rendered.file_name.endswith(".pdf")
    assert {place.page for place in rendered.places} == set(range(1, rendered.pages + 1))
    if kind == "attestation":
        assert rendered.pages >= len(there) - 1  # who signs gets none


def test_the_wording_kept_for_a_paper_is_printed_and_put_back(store: Store) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft())
        papers.replace_wording(
            work, session_id, DocumentKind.MINUTES, "opening", "fr", "Libre propos d’ouverture."
        )
    with store.read() as reading:
        reworded = render(reading, "minutes", session_id, ("fr",))
        report = render(reading, "report", session_id, ("fr",))
    assert "Libre propos" in text_of(reworded.pdf)
    assert "Libre propos" not in text_of(report.pdf)
    with store.write("x") as work:
        papers.put_back(work, session_id, DocumentKind.MINUTES, "opening", "fr")
    with store.read() as reading:
        assert "Libre propos" not in text_of(render(reading, "minutes", session_id, ("fr",)).pdf)


def test_one_person_has_wordings_of_his_own(store: Store) -> None:
    line = {"person": "salma", "state": "present"}
    with store.write("x") as work:
        session_id = record_session(work, draft(attendance=[line]))
        person_id = get_session(work, session_id).attendance[0].person.id
        block = render(work, "attestation", session_id, ("fr",)).paper.blocks[-2].name
        papers.replace_wording(
            work,
            session_id,
            DocumentKind.ATTESTATION,
            block,
            "fr",
            "Propos personnel.",
            person_id=person_id,
        )
    one = PaperOptions(people=(person_id,))
    with store.read() as reading:
        assert "personnel" in text_of(render(reading, "attestation", session_id, ("fr",), one).pdf)
        assert "personnel" not in text_of(render(reading, "attestation", session_id, ("fr",)).pdf)


@pytest.mark.parametrize(
    ("fields", "dated", "created"),
    [
        ({}, None, "D:20260304"),
        ({"minutes_dated": "2026-03-09"}, None, "D:20260309"),
        ({"days": [], "invitation": {"dated": "2026-02-01"}}, None, "D:20260201"),
        ({}, date(2026, 4, 1), "D:20260401"),
        ({"days": []}, None, f"D:{date.today():%Y%m%d}"),  # noqa: DTZ011 - as the program
    ],
)
def test_the_file_bears_the_day_of_its_paper(
    store: Store, fields: dict[str, object], dated: date | None, created: str
) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft(**fields))
    with store.read() as reading:
        rendered = render(reading, "invitation", session_id, ("ar",), PaperOptions(dated=dated))
    with pikepdf.open(BytesIO(rendered.pdf)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(created)


def test_there_is_no_such_session(store: Store) -> None:
    with store.read() as reading, pytest.raises(UserError, match="no session 3"):
        render(reading, "minutes", 3, ("ar",))


def test_what_is_being_typed_is_printed_and_kept_by_nobody(store: Store) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft())
        papers.replace_wording(work, session_id, DocumentKind.MINUTES, "opening", "fr", "Gardé.")
    with store.read() as reading:
        material = gather(reading, "minutes", session_id)
    typed = make(material, ("fr",), {("opening", "fr"): "Propos en cours."})
    assert "Propos en cours." in text_of(typed.pdf)
    assert "Gardé." in text_of(make(material, ("fr",)).pdf)
    assert {block.name for block in typed.generated.blocks} == {
        block.name for block in typed.paper.blocks
    }


@pytest.mark.parametrize(
    ("kind", "reference", "signatories"),
    [
        ("minutes", "14/26", 1),
        ("report", "14/26", 1),
        ("invitation", "3/26", 0),
        ("attendance-sheet", "", 0),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_is_issued_as_it_was_seen(
    store: Store, kind: str, reference: str, signatories: int, language: str
) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft(signatories=["salma"]))
        papers.set_number(work, session_id, DocumentKind.MINUTES, "14/26")
        papers.set_number(work, session_id, DocumentKind.INVITATION, "3/26")
        seen = render(work, kind, session_id, LANGUAGES[language])
        given = as_issued(work, seen)
        document = issue(work, given)
        assert issue(work, seen) == document
    with store.read() as reading:
        (paper,) = papers.list_issued(reading, session_id)
        assert papers.issued_pdf(reading, document) == given.pdf == as_issued(reading, seen).pdf
        signing = reading.db.query(models.DocumentSignatory).count()
    assert paper.digest == seen.digest
    assert read_code(given.code) == PaperCode(paper.uid, 1, seen.digest[:8])
    assert text_of(given.pdf) == text_of(seen.pdf)
    assert signing == signatories
    assert (paper.kind, paper.language, paper.person_id) == (kind, language, None)
    assert (paper.reference, paper.file_name) == (reference, seen.file_name)
    assert paper.dated == date(2026, 3, 4)
    assert seen.language is DocumentLanguage(language)


def test_the_paper_of_one_person_is_issued_as_his(store: Store) -> None:
    with store.write("x") as work:
        session_id = record_session(
            work, draft(attendance=[{"person": "kamal", "state": "present"}])
        )
        person_id = get_session(work, session_id).attendance[0].person.id
        options = PaperOptions(people=(person_id,), references={person_id: "5/26"})
        issue(work, render(work, "attestation", session_id, ("fr",), options))
    with store.read() as reading:
        (paper,) = papers.list_issued(reading, session_id)
    assert (paper.person_id, paper.reference) == (person_id, "5/26")


def test_an_attestation_bears_the_number_it_was_given(store: Store) -> None:
    with store.write("x") as work:
        people = [{"person": key, "state": "present"} for key in ("kamal", "salma")]
        session_id = record_session(work, draft(attendance=people))
        person_id = get_session(work, session_id).attendance[0].person.id
        given = attest(work, session_id, person_id, ("fr",))
        both = render(work, "attestation", session_id, ("fr",))
    assert given.reference == "1/26"
    assert text_of(both.pdf).count("1/26") >= 1
    numbers = [part.blocks[1] for part in both.paper.sections]
    assert [number.number for number in numbers if isinstance(number, Reference)] == ["1/26", "/26"]
