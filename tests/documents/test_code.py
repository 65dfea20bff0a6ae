"""The code on issued papers: what it says, and whether a bad scan of it still says so."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from db.codes import DocumentKind
from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.documents.attesting import attest
from desktop_app.documents.blocks import Header
from desktop_app.documents.code import PaperCode, code_text, digest_of, read_code
from desktop_app.documents.extract import of_outcome
from desktop_app.documents.finalising import finalise
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.papers import KINDS, SCOPED
from desktop_app.documents.rendering import Rendered, as_issued, issue, render
from desktop_app.documents.scope import Scope
from desktop_app.exchange.scans import read_codes
from desktop_app.exchange.signed_copy import Scan
from desktop_app.services import final_minutes, sample, session_edits
from desktop_app.services.sessions import get_session
from desktop_app.wording.bilingual import PaperLanguage

DOTS = 300
SESSION = 4
REOPENED = 2
AR: tuple[PaperLanguage, ...] = ("ar",)
FR: tuple[PaperLanguage, ...] = ("fr",)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample centre; of one session the attestations were given, of one the minutes changed."""
    with create_store(tmp_path_factory.mktemp("codes") / "centre.mahdar") as made:
        with made.write("x") as work:
            sample.fill(work)
            attest(work, SESSION, get_session(work, SESSION).attendance[0].person.id, AR)
            finalise(work, REOPENED, AR)
        with made.write("minutes.reopen") as work:
            final_minutes.reopen(work, REOPENED, "خطأ في الموضوع")
        with made.write("x") as work:
            session_edits.edit_fields(work, REOPENED, {("theme", "fr"): "Des données fiables"})
        yield made


def scanned(pdf: bytes) -> Scan:
    """Print the last page at 300 dots an inch and scan it askew, grey and with dirt on it."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[len(document) - 1]
    picture = page.render(scale=DOTS / 72, grayscale=True).to_pil().copy()
    page.close()
    document.close()
    turned = picture.rotate(3, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    grey = turned.point(lambda value: 60 + value * 150 // 255)
    chance = random.Random(7)  # noqa: S311 - dirt, no secret
    specks = chance.randbytes(grey.width * grey.height)
    for dirty, value in ((b"\x00\x01", 20), (b"\x02\x03", 235)):
        dirt = specks.translate(bytes(255 * (byte in dirty) for byte in range(256)))
        grey.paste(value, mask=Image.frombytes("L", grey.size, dirt))
    out = BytesIO()
    grey.save(out, "JPEG", quality=60)
    return Scan(out.getvalue(), "image/jpeg")


@pytest.mark.parametrize(
    ("kind", "languages"),
    [*((kind, AR) for kind in KINDS), *((kind, FR) for kind in SCOPED)],
)
def test_the_code_of_every_paper_is_read_from_a_bad_scan(
    centre: Store, kind: str, languages: tuple[PaperLanguage, ...]
) -> None:
    with centre.read() as reading:
        about: int | Scope = SESSION
        if kind in SCOPED:
            decided = get_session(reading, SESSION).outcomes[0].id
            whole = Scope(session_id=REOPENED if kind == "changes" else SESSION)
            about = of_outcome(SESSION, decided) if kind == "extract" else whole
        draft = render(reading, kind, about, languages)
        given_out = as_issued(reading, draft)
    assert draft.code == ""
    assert read_codes(scanned(given_out.pdf)) == (given_out.code,)


def test_a_paper_is_given_out_as_the_same_bytes_until_its_words_change(centre: Store) -> None:
    def made(options: PaperOptions | None = None) -> Rendered:
        with centre.read() as reading:
            return as_issued(reading, render(reading, "report", SESSION, FR, options))

    first = made()
    assert made().pdf == first.pdf
    with centre.write("papers.issue") as work:
        document = issue(work, first)
    assert made().pdf == first.pdf
    with centre.write("x") as work:
        session_edits.edit_fields(work, SESSION, {("theme", "fr"): "Un autre atelier"})
    changed = made()
    before, after = read_code(first.code), read_code(changed.code)
    assert before
    assert after
    assert (before.version, after.version) == (1, 2)
    assert before.uid != after.uid
    assert before.start != after.start
    with centre.write("papers.issue") as work:
        assert issue(work, changed) != document


def test_final_minutes_carry_the_code_of_their_version(centre: Store) -> None:
    session = 1
    with centre.write("x") as work:
        draft = render(work, DocumentKind.MINUTES, session, AR)
        assert read_codes(Scan(draft.pdf, "application/pdf")) == ()
        issue(work, draft)
        final = finalise(work, session, AR)
    code = read_code(final.rendered.code)
    assert code
    assert code.version == 2
    with centre.read() as reading:
        again = render(reading, DocumentKind.MINUTES, session, AR)
        assert as_issued(reading, again).pdf == again.pdf == final.rendered.pdf
    assert set(read_codes(Scan(again.pdf, "application/pdf"))) == {final.rendered.code}


def test_the_digest_is_of_the_words(centre: Store) -> None:
    with centre.read() as reading:
        one, other = (render(reading, "minutes", SESSION, languages) for languages in (AR, FR))
        assert digest_of(render(reading, "minutes", SESSION, AR).paper) == one.digest
    assert one.digest != other.digest


def test_the_digest_is_of_the_emblem_too(centre: Store) -> None:
    with centre.read() as reading:
        paper = render(reading, "minutes", SESSION, AR).paper
    head = next(block for block in paper.blocks if isinstance(block, Header))
    marked = replace(
        paper,
        blocks=tuple(
            replace(head, emblem=b"another") if block is head else block for block in paper.blocks
        ),
    )
    assert digest_of(marked) != digest_of(paper)


@given(st.uuids(), st.integers(1, 999_999_999), st.binary(min_size=32, max_size=32))
def test_a_code_says_what_was_written(uid: uuid.UUID, version: int, digest: bytes) -> None:
    text = code_text(str(uid), version, digest.hex())
    assert read_code(text) == PaperCode(str(uid), version, digest.hex()[:8])


@pytest.mark.parametrize(
    "text", ["", "https://example.org", "MAHDAR/A/1/00000000", f"MAHDAR/{'A' * 26}/0/00000000"]
)
def test_any_other_text_is_no_code(text: str) -> None:
    assert read_code(text) is None
