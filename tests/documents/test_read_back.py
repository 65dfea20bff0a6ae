"""Every paper of the sample centre as other programs read it: words, order, tags, frame.

Of a batch of attestations the first three are read; they differ in their names only.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from db.engine import create_store
from db.unit_of_work import Reading, Store
from desktop_app.documents import blocks, papers
from desktop_app.documents.attestation_register import of_school_year
from desktop_app.documents.attesting import attest
from desktop_app.documents.extract import of_outcome
from desktop_app.documents.finalising import finalise
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.papers import KINDS, SCOPED
from desktop_app.documents.rendering import Rendered, render
from desktop_app.documents.scope import Scope
from desktop_app.documents.setting import words as page_words
from desktop_app.documents.setting.paper import frames
from desktop_app.documents.synthesis import scope_of
from desktop_app.documents.typesetting.page import MM
from desktop_app.services import final_minutes, sample, session_edits
from desktop_app.services.sessions import get_session
from desktop_app.services.statistics_data import Span, period_of
from desktop_app.wording.bilingual import PaperLanguage
from tests.documents import readers, reading

SESSIONS = range(1, 8)
REOPENED = 2
"""The session whose minutes were final, and then changed."""
YEAR = date(2026, 3, 1)
DAY = date(2026, 11, 25)
MODES: tuple[tuple[PaperLanguage, ...], ...] = (("ar",), ("fr",), ("ar", "fr"))
CHOSEN = [
    (kind, session, languages)
    for session in SESSIONS
    for kind in KINDS
    for languages in MODES
    if (kind, session) != ("attestation", 7)  # nobody is recorded as present
]
CHOSEN += [
    *(
        (kind, 4, languages)
        for kind in ("follow-ups", "actions", "cover-sheet")
        for languages in MODES
    ),
    *(
        (kind, REOPENED if kind == "changes" else 4, languages)
        for kind in ("extract", "changes", "attestation-register", "director-page", "synthesis")
        for languages in (MODES[0], MODES[2])
    ),
]
every_paper = pytest.mark.parametrize(
    ("kind", "session", "languages"),
    CHOSEN,
    ids=lambda one: "+".join(one) if isinstance(one, tuple) else one,
)
MIXED = {"synthesis", "attestation-register"}
"""Papers in two languages that set both on one line, whose order pdfium turns at will."""
in_order = pytest.mark.parametrize(
    ("kind", "session", "languages"),
    [one for one in CHOSEN if one[0] not in MIXED or len(one[2]) == 1],
    ids=lambda one: "+".join(one) if isinstance(one, tuple) else one,
)

_WORD = re.compile("[^\\W\\d_]+|\\d+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]")

# What readers do to the text of any PDF file, whoever made it -----------------------------------

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VOWELS = re.compile("[\u064b-\u0652\u0670]")
_HYPHEN_AT_LINE_END = re.compile("(?<=\\w)[-\ufffe\u0002]\\s*(?=\\w)")


def words(text: str) -> list[str]:
    """The words and the numbers of a text, without what readers are known to change.

    - poppler marks turns with U+202A to U+202C; no sign of direction is compared
    - pdfium moves vowel signs over the letters beside theirs; they are folded away
    - both take a hyphen at the end of a line for one that divides a word; a compound counts as one
      word wherever it is broken
    - pdfium mirrors brackets and « » inside Arabic, and moves a stop after a number; signs are no
      words
    - pdfium writes the prefix of و2018 after the number; it is parted from it
    """
    text = _VOWELS.sub("", _DIRECTIONS.sub("", text))
    return _WORD.findall(joined(text))


def joined(text: str) -> str:
    """Join what a hyphen parts, at the end of a line or not."""
    return _HYPHEN_AT_LINE_END.sub("", text)


def in_source_order(line: Sequence[str], source: Sequence[str]) -> Sequence[str]:
    """Undo what pdfium does inside one line of Arabic with Latin words, numbers or French beside.

    It turns the order of Latin words (``ma aref contact``), of a number and its prefix, or of the
    whole line. A line that is no part of the source as it stands is taken for the part that is
    made of the same words, if there is one.
    """
    wanted = Counter(line)
    made_of_the_same = []
    for start in range(len(source) - len(line) + 1 if line else 0):
        if source[start] in wanted and source[start + len(line) - 1] in wanted:
            part = source[start : start + len(line)]
            if Counter(part) == wanted:
                made_of_the_same.append(part)
    for turned in (line, line[::-1]):
        if turned in made_of_the_same:
            return turned
    return made_of_the_same[0] if made_of_the_same else line


# ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    """A paper with what three ways of reading it give."""

    made: Rendered
    poppler: str
    pdfium: str
    tagged: list[readers.Tagged]


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with create_store(tmp_path_factory.mktemp("read") / "centre.mahdar") as made:
        with made.write("sample.fill") as work:
            sample.fill(work)
            for line in get_session(work, 3).attendance[:3]:
                attest(work, 3, line.person.id, ("ar",))
            finalise(work, REOPENED, ("ar",))
        with made.write("minutes.reopen") as work:
            final_minutes.reopen(work, REOPENED, "خطأ في الموضوع")
        with made.write("sessions.edit") as work:
            session_edits.edit_fields(work, REOPENED, {("theme", "fr"): "Des données fiables"})
        yield made


@cache
def read(store: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]) -> Read:
    with store.read() as reading_:
        there = get_session(reading_, session).attendance[:3]
        people = tuple(line.person.id for line in there) if kind == "attestation" else ()
        options = PaperOptions(people=people, dated=DAY if kind in SCOPED else None)
        made = render(reading_, kind, about(reading_, kind, session), languages, options)
    return Read(
        made,
        readers.poppler_text(made.pdf),
        readers.pdfium_text(made.pdf),
        readers.tagged(made.pdf),
    )


def about(reading_: Reading, kind: str, session: int) -> Scope:
    """What a paper is about: a session, one of its outcomes, or its school year."""
    match kind:
        case "extract":
            return of_outcome(session, get_session(reading_, session).outcomes[0].id)
        case "attestation-register":
            return of_school_year(YEAR)
        case "director-page" | "synthesis":
            return scope_of(period_of(Span.YEAR, YEAR))
        case _:
            return Scope(session_id=session)


def source(paper: blocks.Paper, language: PaperLanguage, *, running: bool = False) -> list[str]:
    """The words of a paper, or of its running text; place and date stand beside the number."""
    found: list[str] = []
    date = ""
    for block in reading.blocks(paper):
        text = papers.wording(block, language)
        if isinstance(block, blocks.Header):
            date = block.place_date.get(language)
            text = text.removesuffix(date)
        elif date:
            text = f"{text}\n{date}" if isinstance(block, blocks.Reference) else f"{date}\n{text}"
            date = ""
        if is_running(block) or not running:
            found += words(text)
    return found


def is_running(block: blocks.Block) -> bool:
    """Whether poppler reads a block as one column: no table, no two things side by side."""
    kinds = (blocks.Title, blocks.Heading, blocks.Items, blocks.Notes, blocks.Notice)
    if isinstance(block, blocks.Paragraph):
        return not block.hanging
    return isinstance(block, kinds)


def lost_in_order(wanted: Sequence[str], found: Sequence[str]) -> str:
    """The first word of `wanted` that does not follow in `found`, with those before it."""
    place = 0
    for number, word in enumerate(wanted):
        try:
            place = found.index(word, place) + 1
        except ValueError:
            return " ".join(wanted[max(number - 5, 0) : number + 1])
    return ""


@every_paper
def test_every_word_is_found_again_by_both_readers(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    wanted: Counter[str] = Counter()
    for language in languages:
        wanted |= Counter(source(paper.made.paper, language))
    assert sum(wanted.values()) > 20
    assert wanted - Counter(words(paper.poppler)) == Counter()
    assert wanted - Counter(words(paper.pdfium)) == Counter()


@in_order
def test_words_stand_in_reading_order_in_the_structure_tree(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    for language in languages:
        wanted = source(paper.made.paper, language)
        found: list[str] = []
        for part in paper.tagged:
            for line in joined("\n".join(part.lines)).split("\n"):
                found += in_source_order(words(line), wanted) if "ar" in languages else words(line)
        assert lost_in_order(wanted, found) == ""


@pytest.mark.parametrize("languages", MODES[:2], ids="+".join)
@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "attestation"])
def test_poppler_reads_running_text_in_order(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    """Poppler parts a page into columns as it sees them: tables and two languages are left out."""
    paper = read(centre, kind, session, languages)
    wanted = source(paper.made.paper, languages[0], running=True)
    assert lost_in_order(wanted, words(paper.poppler)) == ""


@every_paper
def test_no_reader_is_given_a_private_code_point(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    assert not _PRIVATE.search(paper.poppler + paper.pdfium)
    for font in readers.fonts(paper.made.pdf):
        assert not _PRIVATE.search("".join(font.characters.values()))


@every_paper
def test_every_paper_is_pdfa(
    centre: Store,
    kind: str,
    session: int,
    languages: tuple[PaperLanguage, ...],
    tmp_path: Path,
) -> None:
    assert readers.pdfa_findings(read(centre, kind, session, languages).made.pdf, tmp_path) == []


@every_paper
def test_titles_heads_tables_and_languages_are_in_the_structure_tree(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    every = list(reading.blocks(paper.made.paper))
    titles = [block.title for block in every if isinstance(block, blocks.Title)]
    heads = [block.text for block in every if isinstance(block, blocks.Heading)]
    kinds = Counter(part.kind for part in paper.tagged if part.kind in {"H1", "H2"})
    assert kinds["H1"] == len(titles) * len(languages)
    assert kinds["H2"] == len(heads) * len(languages)
    for language in languages:
        said = [
            sorted(words(" ".join(part.lines)))
            for part in paper.tagged
            if part.kind in {"H1", "H2"} and part.language == f"{language}-MA"
        ]
        wanted = [sorted(words(text.get(language))) for text in (*titles, *heads)]
        assert said == wanted
    assert {part.language for part in paper.tagged} >= {f"{language}-MA" for language in languages}
    tables = [block for block in every if isinstance(block, blocks.Table)]
    cells = {part.kind for part in paper.tagged} & {"TH", "TD"}
    assert bool(tables) == bool(cells)


@every_paper
def test_every_page_tells_its_number_and_how_many_there_are(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    pages = paper.poppler.split("\f")[: paper.made.pages]
    counts: list[tuple[int, int]] = []
    for one in paper.made.paper.sections or (paper.made.paper,):
        names = {block.name for block in one.blocks}
        own = {part.page for part in paper.made.places if part.name in names}
        assert sorted(own) == list(range(len(counts) + 1, len(counts) + len(own) + 1))
        counts += [(number, len(own)) for number in range(1, len(own) + 1)]
    for (number, total), page in zip(counts, pages, strict=True):
        wanted = words(page_words.page_count(number, total, languages[0]))
        lines = [words(line) for line in page.splitlines() if wanted[0] in line]
        assert any(Counter(wanted) <= Counter(line) for line in lines)


@every_paper
def test_no_word_stands_outside_the_frame_of_its_page(
    centre: Store, kind: str, session: int, languages: tuple[PaperLanguage, ...]
) -> None:
    paper = read(centre, kind, session, languages)
    one = (paper.made.paper.sections or (paper.made.paper,))[0]
    frame, _ = frames(one)
    for _, height, boxes in readers.word_boxes(paper.made.pdf):
        assert boxes
        for left, top, right, bottom in boxes:
            assert frame.left - 1 <= left < right <= frame.right + 1
            assert top >= 8 * MM
            assert bottom <= height - 8 * MM + 1  # the box of a word is taller than its ink
