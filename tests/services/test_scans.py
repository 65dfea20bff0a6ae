"""Scans find the papers that they are of; any paper is told from the original."""

from datetime import date

import pytest

from db.codes import DocumentKind, DocumentLanguage, DocumentState
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.i18n import LANGUAGES, Language, catalogue
from desktop_app.services import scans
from desktop_app.services.paper_codes import PaperCode
from desktop_app.services.papers import issue, list_issued
from desktop_app.services.recording import record_session
from desktop_app.services.scan_words import scan_words, verdict_words
from desktop_app.services.scans import Match
from desktop_app.services.signed_sheets import keep_sheet
from tests.services.drafts import PNG, draft

DAY = date(2026, 3, 4)
DIGEST = "ab" * 32


@pytest.fixture
def issued(store: Store) -> tuple[int, int, int]:
    """Two versions of minutes, and a paper of no session."""
    with store.write("x") as work:
        held = record_session(work, draft())
        first, second, alone = (
            issue(
                work,
                pdf,
                session_id=session_id,
                kind=kind,
                language=DocumentLanguage.ARABIC,
                file_name="محضر.pdf",
                dated=DAY,
                digest=digest,
            )
            for pdf, session_id, kind, digest in (
                (b"%PDF 1", held, DocumentKind.MINUTES, "cd" * 32),
                (b"%PDF 2", held, DocumentKind.MINUTES, DIGEST),
                (b"%PDF 3", None, DocumentKind.FOLLOW_UPS, DIGEST),
            )
        )
    return first, second, alone


def code_of(store: Store, document_id: int, **other: object) -> PaperCode:
    with store.read() as reading:
        (paper,) = (one for one in list_issued(reading) if one.id == document_id)
    said = {"uid": paper.uid, "version": paper.version, "start": paper.digest[:8]} | other
    return PaperCode(**said)  # type: ignore[arg-type]  # as the test gives them


def match(store: Store, data: bytes, *codes: PaperCode) -> list[tuple[Match, int | None]]:
    with store.read() as reading:
        known = scans.recognise(reading, data, codes)
    return [(one.match, one.paper.id if one.paper else None) for one in known]


def test_a_file_is_known_by_its_bytes_and_else_by_its_code(
    store: Store, issued: tuple[int, int, int]
) -> None:
    first, second, alone = issued
    now, before = code_of(store, second), code_of(store, first)
    assert match(store, b"%PDF 2") == [(Match.ORIGINAL, second)]
    assert match(store, b"scan") == [(Match.NO_CODE, None)]
    assert match(store, b"scan", now, before) == [(Match.CODE, second), (Match.OLDER, first)]
    forged = code_of(store, second, start="00000000")
    assert match(store, b"scan", forged) == [(Match.OTHER_WORDS, second)]
    elsewhere = code_of(store, second, uid="00000000-0000-0000-0000-000000000000")
    assert match(store, b"scan", elsewhere) == [(Match.UNKNOWN, None)]
    with store.read() as reading:
        (of_no_session,) = scans.recognise(reading, b"scan", [code_of(store, alone)])
        (kept_nowhere,) = scans.recognise(reading, b"%PDF 3", ())
    assert of_no_session.is_as_issued
    assert not of_no_session.can_be_kept
    assert not kept_nowhere.can_be_kept


def test_a_scan_is_kept_once_and_its_paper_is_signed(
    store: Store, issued: tuple[int, int, int]
) -> None:
    _, second, alone = issued
    with store.read() as reading:
        assert second in [paper.id for paper in scans.waiting(reading)]
        assert alone not in [paper.id for paper in scans.waiting(reading)]
    with store.write("scans.keep") as work:
        one = scans.keep(work, second, PNG, "image/png", DAY)
        assert scans.keep(work, second, PNG, "image/png", DAY) == one
        scans.keep(work, second, b"%PDF other side", "application/pdf", DAY)
    assert match(store, PNG) == [(Match.SIGNED_COPY, second)]
    with store.read() as reading:
        (paper,) = (one for one in list_issued(reading) if one.id == second)
        assert second not in [paper.id for paper in scans.waiting(reading)]
    assert paper.state is DocumentState.SIGNED
    assert len(paper.signed_copies) == 2


def test_a_paper_of_no_session_keeps_no_scan(store: Store, issued: tuple[int, int, int]) -> None:
    with (
        store.write("x") as work,
        pytest.raises(UserError, match="its paper belongs to no session"),
    ):
        scans.keep(work, issued[2], PNG, "image/png", DAY)


def test_bytes_that_are_neither_paper_nor_scan_are_looked_at_for_codes(
    store: Store,
) -> None:
    with store.write("x") as work:
        session_id = record_session(work, draft())
        keep_sheet(work, session_id, b"%PDF sheet", "application/pdf", DAY)
    assert match(store, b"%PDF sheet") == [(Match.NO_CODE, None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_match_is_told_in_words_of_its_own(
    store: Store, issued: tuple[int, int, int], language: Language
) -> None:
    with store.read() as reading:
        (known,) = scans.recognise(reading, b"scan", [code_of(store, issued[0])])
        (alone,) = scans.recognise(reading, b"scan", [code_of(store, issued[2])])
    say = catalogue(language)
    assert scan_words(say, alone) == say.error(scans.NO_SESSION)
    assert scan_words(say, alone) != verdict_words(say, alone)
    for words in (scan_words, verdict_words):
        told = {words(say, scans.Recognised(match, known.paper)) for match in Match}
        assert len(told) == len(Match)
        assert not any("{" in one for one in told)
