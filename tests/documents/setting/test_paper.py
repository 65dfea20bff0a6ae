"""Whole papers as other programs read them back: words, pages, frames, structure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents import blocks
from desktop_app.documents.setting import SetPaper, set_paper
from desktop_app.documents.typesetting.page import MM
from desktop_app.wording.bilingual import Bilingual, PaperLanguage
from tests.documents.readers import (
    Node,
    pdfa_findings,
    pdfium_text,
    picture,
    poppler_text,
    structure,
)
from tests.documents.setting import examples
from tests.documents.setting.examples import AR, BOTH, FR, B, same

DAY = date(2026, 4, 22)
LETTERS = "abcdefghij"
SOME = settings(max_examples=25, deadline=None)


def put(paper: blocks.Paper) -> SetPaper:
    return set_paper(paper, author="المركز الجهوي", dated=DAY)


def paper_of(*parts: blocks.AnyBlock, languages: tuple[PaperLanguage, ...] = AR) -> blocks.Paper:
    return blocks.Paper(
        kind="minutes",
        languages=languages,
        title="محضر",
        running_head=B("محضر", "Procès-verbal"),
        footer=B("المرجع", "Réf."),
        blocks=parts,
    )


def pages_of(made: SetPaper) -> list[str]:
    """The text of each page, single spaces between its words."""
    return [
        "\n".join(" ".join(line.split()) for line in page.splitlines())
        for page in poppler_text(made.pdf).split("\f")[: made.pages]
    ]


def token(number: int) -> str:
    """A word of letters that stands for a number."""
    return "q" + "".join(LETTERS[int(digit)] for digit in f"{number:05}")


def tokens(text: str) -> list[str]:
    return re.findall(r"q[a-j]{5}", text)


def paragraphs(count: int, words: int) -> list[blocks.Paragraph]:
    return [
        blocks.Paragraph(
            name=f"p{number}",
            text=same(" ".join(token(number * 1000 + word) for word in range(words))),
        )
        for number in range(count)
    ]


def table_of(counts: list[int]) -> blocks.Table:
    """A table whose rows hold so many words, the first and the last of a row known by number."""
    return blocks.Table(
        name="table",
        columns=(
            blocks.Column(B("الرقم", "Numéro"), 20, "center", one_line=True),
            blocks.Column(B("القرار", "Décision"), 100),
            blocks.Column(B("ملاحظات", "Observations"), 40),
        ),
        rows=tuple(
            (
                blocks.Cell(same(str(number))),
                blocks.Cell(same(" ".join(token(number * 100 + word) for word in range(count)))),
                blocks.Cell(),
            )
            for number, count in enumerate(counts, 1)
        ),
    )


PAPERS = {
    "minutes-ar": examples.minutes(),
    "minutes-fr": examples.minutes(FR),
    "minutes-both": examples.minutes(BOTH),
    "sheet-ar": examples.sheet(24),
    "sheet-both": examples.sheet(24, BOTH),
    "blank-ar": examples.blank_sheet(),
    "blank-both": examples.blank_sheet(BOTH),
    "invitation-ar": examples.invitation(),
    "invitation-fr": examples.invitation(FR),
    "invitation-both": examples.invitation(BOTH),
    "attestation-ar": examples.attestation(),
    "attestation-fr": examples.attestation(FR),
    "attestation-both": examples.attestation(BOTH),
}


def words_of(part: object, languages: tuple[PaperLanguage, ...]) -> Iterator[str]:
    """All words of a block, by language."""
    if isinstance(part, Bilingual):
        for language in languages:
            yield from part.get(language).split()
    elif isinstance(part, tuple):
        for each in part:
            yield from words_of(each, languages)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from words_of(getattr(part, name), languages)


def folded(text: str) -> str:
    """Text without spaces, marks of direction and the joins that only typesetting adds."""
    return re.sub(r"[\s\u00a0\u202f\u200e\u200f\u2066-\u2069]", "", text).replace("'", "’")


@pytest.mark.parametrize("name", PAPERS)
def test_every_word_is_found_again(name: str) -> None:
    paper = PAPERS[name]
    text = folded(pdfium_text(put(paper).pdf))
    for word in words_of(paper.blocks, paper.languages):
        for part in re.findall(r"[\u0621-\u064a]+|[A-Za-zÀ-ÿœ]+", word):
            assert part in text, (word, part)


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_drawn_outside_the_frame(name: str) -> None:
    paper = PAPERS[name]
    made = put(paper)
    left, right = (15, 15) if paper.landscape else (20, 25)
    if paper.languages == FR:
        left, right = right, left
    for page in range(made.pages):
        width, height, pixels = picture(made.pdf, scale=2, page=page)
        rows = [pixels[y * width : (y + 1) * width] for y in range(height)]
        edge = round((left - 0.6) * MM * 2)
        other = width - round((right - 0.6) * MM * 2)
        assert all(min(row[:edge]) > 250 and min(row[other:]) > 250 for row in rows)
        shallow = round(8 * MM * 2)
        assert all(min(row) > 250 for row in rows[:shallow] + rows[height - shallow :])


@pytest.mark.parametrize("name", PAPERS)
def test_each_file_is_an_archive_file(name: str, tmp_path: Path) -> None:
    assert not pdfa_findings(put(PAPERS[name]).pdf, tmp_path)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert put(PAPERS["minutes-both"]).pdf == put(PAPERS["minutes-both"]).pdf


def test_every_page_tells_its_number_and_the_reference() -> None:
    made = put(PAPERS["minutes-ar"])
    for number, page in enumerate(pages_of(made), 1):
        assert f"الصفحة {number} من {made.pages}" in page
        assert "محضر رقم 14/26" in page
        assert ("محضر ورشة عمل – 22 أبريل 2026" in page) == (number > 1)
    french = put(PAPERS["minutes-fr"])
    assert f"Page 2 sur {french.pages}" in pages_of(french)[1]


def test_sections_begin_on_a_page_of_their_own_with_their_own_count() -> None:
    one = examples.attestation()
    batch = put(replace(one, blocks=(), sections=(one, examples.minutes(), one)))
    pages = pages_of(batch)
    assert batch.pages == len(pages) == 2 + put(examples.minutes()).pages
    assert "الصفحة 1 من 1" in pages[0]
    assert "الصفحة 1 من 4" in pages[1]
    assert "الصفحة 1 من 1" in pages[-1]
    assert [place.page for place in batch.places if place.name == "use"] == [1, batch.pages]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.sampled_from([AR, FR, BOTH]))
@SOME
def test_no_word_of_a_table_is_lost_and_no_row_is_split(
    counts: list[int], languages: tuple[PaperLanguage, ...]
) -> None:
    made = put(paper_of(table_of(counts), languages=languages))
    pages = pages_of(made)
    expected = [token(n * 100 + word) for n, count in enumerate(counts, 1) for word in range(count)]
    assert sorted(tokens("\n".join(pages))) == sorted(expected)
    for number, count in enumerate(counts, 1):
        row = {token(number * 100 + word) for word in range(count)}
        assert sum(bool(row & set(tokens(page))) for page in pages) == (1 if count else 0)
    head = "القرار" if "ar" in languages else "Décision"
    assert all(head in page for page in pages)


@given(st.integers(1, 12), st.integers(1, 200), st.sampled_from([AR, FR, BOTH]))
@SOME
def test_no_word_of_a_text_is_lost(
    count: int, words: int, languages: tuple[PaperLanguage, ...]
) -> None:
    made = put(paper_of(*paragraphs(count, words), languages=languages))
    expected = [token(n * 1000 + word) for n in range(count) for word in range(words)]
    assert sorted(tokens(poppler_text(made.pdf))) == sorted(expected * len(languages))


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    made = put(paper_of(table_of([3, 900, 3])))
    assert made.pages > 1
    found = tokens(poppler_text(made.pdf))
    assert sorted(found) == sorted(
        [token(100 + word) for word in range(3)]
        + [token(200 + word) for word in range(900)]
        + [token(300 + word) for word in range(3)]
    )


@given(st.integers(0, 60), st.sampled_from([AR, BOTH]), st.booleans())
@SOME
def test_no_head_stands_at_the_foot_of_a_page(
    lines: int, languages: tuple[PaperLanguage, ...], in_table: bool
) -> None:
    following = table_of([2] * 5) if in_table else paragraphs(1, 80)[0]
    made = put(
        paper_of(
            *(blocks.Paragraph(name=f"l{n}", text=same("سطر")) for n in range(lines)),
            blocks.Heading(name="head", text=B("أولا – الحضور", "I. Présents")),
            following,
            languages=languages,
        )
    )
    places = {place.name: place for place in reversed(made.places)}
    head, text = places["head"], places[following.name]
    assert head.page == text.page
    assert text.bottom - text.top > 28


@given(st.integers(1, 60), st.booleans())
@SOME
def test_signatures_never_stand_alone(rows: int, notes: bool) -> None:
    base = examples.minutes()
    ending = base.blocks[-4:] if notes else base.blocks[-4:-1]
    made = put(paper_of(table_of([8] * rows), *ending))
    last = {place.name: place for place in made.places if place.page == made.pages}
    assert {"closing", "dated", "signatures"} <= last.keys()
    assert last["signatures"].bottom - last["signatures"].top >= 45 * MM - 0.01
    signed = pages_of(made)[-1]
    assert len({word[:4] for word in tokens(signed)}) >= min(rows, 2)


@pytest.mark.parametrize("people", [0, 1, 17, 24, 40, 200])
@pytest.mark.parametrize("languages", [AR, FR, BOTH])
def test_a_sheet_is_filled_with_numbered_rows_and_closed_with_rows(
    people: int, languages: tuple[PaperLanguage, ...]
) -> None:
    made = put(examples.sheet(people, languages))
    last = pages_of(made)[-1]
    numbers = [int(line) for line in last.splitlines() if line.isdigit()]
    assert people + 3 <= max(numbers) <= people + 8
    assert ("حصرت" if "ar" in languages else "arrêtée") in last
    names = {place.name for place in made.places if place.page == made.pages}
    assert {"attendance.table", "closing", "notice"} <= names


def test_a_blank_sheet_is_one_page_of_rows() -> None:
    made = put(examples.blank_sheet())
    assert made.pages == 1
    (table,) = (place for place in made.places if place.name == "table")
    (notice,) = (place for place in made.places if place.name == "notice")
    assert table.bottom - table.top > 16 * 9.5 * MM
    assert 277 * MM - notice.bottom < 20 * MM


def test_an_attestation_has_its_title_and_its_signature_in_their_places() -> None:
    places = {place.name: place for place in put(examples.attestation()).places}
    assert places["title"].top == pytest.approx(71.6 * MM)
    assert places["signatures"].top == pytest.approx(198 * MM)


@given(st.text(max_size=500), st.sampled_from([AR, FR, BOTH]))
@SOME
def test_any_text_anywhere_is_set(text: str, languages: tuple[PaperLanguage, ...]) -> None:
    words = same(text)
    made = put(
        replace(
            paper_of(
                blocks.Header(
                    name="header", lines_ar=(text,) * 3, lines_fr=(text,) * 3, place_date=words
                ),
                blocks.Reference(name="reference", number=text[:40]),
                blocks.Title(name="title", title=words, subject=words),
                blocks.Heading(name="heading", text=words),
                blocks.Paragraph(name="paragraph", text=words, label=words, bold_words=(text[:3],)),
                blocks.Paragraph(name="hanging", text=words, label=words, hanging=True),
                blocks.Items(name="items", items=(words, words)),
                blocks.Fields(
                    name="fields",
                    rows=(
                        (blocks.Leader(words, words), blocks.Leader(words)),
                        (blocks.Leader(words, words, 16), blocks.Leader(words, width=50)),
                    ),
                ),
                replace(
                    table_of([1]),
                    columns=tuple(blocks.Column(words, width) for width in (10, 48, 30)),
                    rows=((blocks.Cell(words, words),) * 3,) * 3,
                ),
                blocks.Signatures(
                    name="signatures",
                    signatures=(blocks.Signature(words, words, words, words),) * 2,
                ),
                blocks.Notes(name="notes", rows=((words, words),)),
                blocks.Notice(name="notice", lead=words, text=words),
                languages=languages,
            ),
            running_head=words,
            footer=words,
            title=text,
        )
    )
    bottoms = [place.bottom for place in made.places]
    assert all(bottom <= 277 * MM + 0.1 for bottom in bottoms)


def flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from flat(node.kids)


def test_the_structure_says_what_each_part_is() -> None:
    nodes = list(flat(structure(put(examples.minutes()).pdf, 0)))
    kinds = [node.kind for node in nodes]
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 1
    assert kinds.count("TH") == 4
    rows = [node for node in nodes if node.kind == "TR"]
    assert [len(row.kids) for row in rows] == [4] * len(rows)
    assert {kid.kind for kid in rows[0].kids} == {"TH"}
    later = list(flat(structure(put(examples.minutes()).pdf, 1)))
    assert [node.kind for node in later].count("LI") == 3


def test_two_languages_are_told_apart_and_read_arabic_first() -> None:
    nodes = list(flat(structure(put(examples.minutes(BOTH)).pdf, 0)))
    headings = [node.language for node in nodes if node.kind == "H2"]
    assert headings == ["ar-MA", "fr-MA"]
    names = [node for node in nodes if node.kind == "TD" and len(node.kids) == 2]
    assert names
    assert all([kid.language for kid in cell.kids] == ["ar-MA", "fr-MA"] for cell in names)
