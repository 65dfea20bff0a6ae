"""Files as other programs find them: words, conformance, ink."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from desktop_app.documents.typesetting.faces import AMIRI, GENTIUM
from desktop_app.documents.typesetting.model import Cluster, Glyph, Line, Placed
from desktop_app.documents.typesetting.pdf import HEAD_GREY, PdfDocument
from desktop_app.documents.typesetting.shape import shape
from tests.documents.readers import (
    fonts,
    pdfa_findings,
    pdfium_text,
    picture,
    poppler_picture,
    poppler_text,
    qpdf_complaints,
)
from tests.documents.typesetting.papers_for_tests import (
    A4,
    Text,
    document,
    drawn,
    line_of,
    lines_of,
    set_page,
)

PLAIN = (
    "انعقد بمقر المركز الجهوي لمنظومة الإعلام، يوم الخميس 12 مارس 2026 على الساعة العاشرة صباحا، "
    "اجتماع خصص لتتبع مستجدات المنظومات وتقييم تغطيتها بالمديريات الإقليمية التابعة للأكاديمية، "
    "والحمد لله، والله الموفق إلى الأعمال: لا إله إلا الله، الأولى، الآن، لأن، بالإضافة، للآباء."
)
KERNED = "وزارة المركز زرزور ودور دروس وزير ورؤوس أوراق الأوراق وروده إدارة دار زار وأرادوا رأوا"
STRETCHED = "كـــتاب التـــربية والتكويـــن ومحـــضر الاجتماع"
VOCALISED = (
    "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ وَالصَّلَاةُ وَالسَّلَامُ عَلَى رَسُولِ اللَّهِ اِنْعَقَدَ الاِجْتِمَاعُ بِمَقَرِّ "
    "الأَكَادِيمِيَّةِ الجِهَوِيَّةِ لِلتَّرْبِيَةِ وَالتَّكْوِينِ وَقَدْ حَضَرَهُ رُؤَسَاءُ المَصَالِحِ"
)
MIXED = (
    "قدمت منظومة MASSAR وتطبيق ESISE خلال الموسم 2018-2019 بنسبة 85,5% ورقم الهاتف 0523-48-20-00 "
    "بتاريخ 12/03/2019 والنسخة 2.0.1 وعنوان البريد centre@aref.ma للمركز"
)
FRENCH = (
    "L’Académie régionale a tenu, le jeudi 12 mars 2026 à 10\u00a0h\u00a030, une réunion : AVATAR, "
    "Toute VA, office, affiche, fief, À Témara, «\u00a0Yto Tazi\u00a0» (n°\u00a014/26)\u202f; "
    "œuvre, Ayoub, WAFA, Total, P.A., taux de 87,5\u00a0%\u202f!"
)
SAMPLES: dict[str, Text] = {
    "plain": ("ar", PLAIN),
    "kerned": ("ar", KERNED),
    "stretched": ("ar", STRETCHED),
    "vocalised": ("ar", VOCALISED),
    "mixed": ("ar", MIXED),
    "french": ("fr", FRENCH),
}


def _words(text: str, *, marks: bool = True) -> list[str]:
    """Words in order, without the punctuation round them, which readers move about."""
    text = unicodedata.normalize("NFC", text)
    if not marks:
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    words = [word.strip(".,:;!?«»()%،؛؟") for word in text.split()]
    return [word for word in words if word]


@pytest.mark.parametrize("sample", SAMPLES)
def test_poppler_finds_every_word_in_reading_order(sample: str) -> None:
    assert _words(poppler_text(set_page([SAMPLES[sample]]))) == _words(SAMPLES[sample][1])


@pytest.mark.parametrize("sample", sorted(SAMPLES.keys() - {"mixed"}))
def test_pdfium_finds_every_word_in_reading_order(sample: str) -> None:
    # pdfium puts a mark before punctuation after it, so its marks are compared apart.
    found = _words(pdfium_text(set_page([SAMPLES[sample]])), marks=False)
    assert found == _words(SAMPLES[sample][1], marks=False)


def test_pdfium_finds_every_word_of_a_mixed_line_but_turns_an_address() -> None:
    found = _words(pdfium_text(set_page([SAMPLES["mixed"]])))
    expected = [w.replace("centre@aref.ma", "ma.aref@centre") for w in _words(MIXED)]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("sample", ["plain", "kerned", "french"])
def test_words_are_found_when_set_ragged_and_small_too(sample: str) -> None:
    page = set_page([SAMPLES[sample]], size=8.5, width=160)
    assert _words(poppler_text(page)) == _words(SAMPLES[sample][1])
    assert _words(pdfium_text(page)) == _words(SAMPLES[sample][1])


def test_vowels_are_found_by_pdfium_as_well() -> None:
    found = _words(pdfium_text(set_page([SAMPLES["vocalised"]])))
    expected = _words(VOCALISED)
    assert found == expected


@pytest.mark.parametrize("read", [poppler_text, pdfium_text])
def test_no_private_character_is_found(read: Callable[[bytes], str]) -> None:
    page = set_page(list(SAMPLES.values()))
    assert not [c for c in read(page) if unicodedata.category(c) == "Co"]
    for font in fonts(page):
        assert not [c for c in font.characters.values() if unicodedata.category(c) == "Co"]


def test_the_readers_have_nothing_against_the_file(tmp_path: Path) -> None:
    page = set_page(list(SAMPLES.values()))
    assert qpdf_complaints(page, tmp_path) == ""
    assert pdfa_findings(page, tmp_path) == []


def _set_wide(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].W[1][3] = 999


def _lose_map(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0]["/CIDToGIDMap"]


def _lose_program(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor["/FontFile2"]


def _lose_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _name_helvetica(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font["/F9"] = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )


FAULTS = [_set_wide, _lose_map, _lose_program, _lose_intent, _name_helvetica]


@pytest.mark.parametrize("fault", FAULTS)
def test_the_validator_finds_a_planted_fault(
    fault: Callable[[pikepdf.Pdf], None], tmp_path: Path
) -> None:
    whole = set_page([SAMPLES["plain"]])
    verdicts = []
    for change in (lambda _: None, fault):
        with pikepdf.open(BytesIO(whole)) as pdf:
            change(pdf)
            saved = BytesIO()
            pdf.save(saved)
        verdicts.append(pdfa_findings(saved.getvalue(), tmp_path))
    assert verdicts[0] == []
    assert verdicts[1]


def test_every_stream_ends_with_an_end_of_line_of_its_own() -> None:
    page = set_page([SAMPLES["plain"]])
    streams = re.findall(rb"/Length (\d+) >>\nstream\n", page)
    assert len(streams) == page.count(b"endstream") >= 6
    for found in re.finditer(rb"/Length (\d+) >>\nstream\n", page):
        end = found.end() + int(found[1])
        assert page[end : end + 10] == b"\nendstream"


_PROGRAM = """
import sys
from tests.documents.typesetting.test_pdf import SAMPLES, set_page
sys.stdout.buffer.write(set_page(list(SAMPLES.values())))
"""


def test_the_same_text_gives_the_same_bytes() -> None:
    files = set()
    for seed, epoch in (("0", ""), ("77", "1700000000")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch}
        run = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            cwd=Path(__file__).parents[3],
            env=environment,
            capture_output=True,
            check=True,
        )
        files.add(run.stdout)
    assert len(files) == 1
    assert files.pop().startswith(b"%PDF-1.7")


_IN_ORDER = """
import hashlib, sys
from tests.documents.typesetting.test_pdf import SAMPLES, set_page
for name in sys.argv[1:]:
    for width in (467, 300):
        print(name, width, hashlib.sha256(set_page([SAMPLES[name]], width=width)).hexdigest())
"""


def test_what_was_set_before_in_the_same_process_changes_no_byte() -> None:
    def files(names: list[str]) -> list[str]:
        run = subprocess.run(
            [sys.executable, "-c", _IN_ORDER, *names],
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
            text=True,
        )
        return run.stdout.splitlines()

    names = list(SAMPLES)
    cold_to_warm, warm_to_cold = files(names), files([*names[::-1], *names])
    assert len(set(cold_to_warm)) == 2 * len(names)
    assert set(cold_to_warm) == set(warm_to_cold)


def test_two_papers_have_two_identifiers() -> None:
    def identifier(page: bytes) -> bytes:
        with pikepdf.open(BytesIO(page)) as pdf:
            first, second = pdf.trailer.ID
            assert bytes(first) == bytes(second)
            return bytes(first)

    one, other = set_page([("ar", "محضر")]), set_page([("ar", "تقرير")])
    assert identifier(one) != identifier(other)


def _glyph_by_glyph(pdf: PdfDocument, line: Line, y: float) -> None:
    """Draw a line as HarfBuzz would: each glyph alone, at its own place."""
    for placed in line.pieces:
        piece, x = placed.piece, placed.x
        for cluster in piece.clusters:
            for glyph in cluster.glyphs:
                advance = piece.face.hb_font.get_glyph_h_advance(glyph.id)
                alone = line_of(
                    piece.face, piece.size, (Cluster("x", (Glyph(glyph.id, 0, 0),), advance),)
                )
                em = piece.size / piece.face.units_per_em
                pdf.draw_line(alone, 64 + x + glyph.x * em, y - glyph.y * em)
            x += cluster.advance * piece.size / piece.face.units_per_em


@pytest.mark.parametrize("sample", SAMPLES)
def test_composed_clusters_look_as_harfbuzz_set_them(sample: str) -> None:
    language, text = SAMPLES[sample]
    lines = lines_of(language, text)

    def composed(pdf: PdfDocument) -> None:
        with pdf.artifact():
            for index, line in enumerate(lines):
                pdf.draw_line(line, 64, 100 + 24 * index)

    def alone(pdf: PdfDocument) -> None:
        with pdf.artifact():
            for index, line in enumerate(lines):
                _glyph_by_glyph(pdf, line, 100 + 24 * index)

    ours, theirs = poppler_picture(drawn(composed)), poppler_picture(drawn(alone))
    dark = sum(pixel < 128 for pixel in theirs)
    strong = sum(abs(a - b) > 128 for a, b in zip(ours, theirs, strict=True))
    assert dark > 1000
    assert strong < 0.02 * dark


def _ink(draw: Callable[[PdfDocument], None]) -> set[tuple[int, int]]:
    """The points of an A4 page that are not white."""
    width, _, pixels = picture(drawn(draw), scale=1)
    return {(i % width, i // width) for i, pixel in enumerate(pixels) if pixel < 200}


def _box(ink: set[tuple[int, int]]) -> tuple[int, int, int, int]:
    columns, rows = {x for x, _ in ink}, {y for _, y in ink}
    return min(columns), min(rows), max(columns) + 1, max(rows) + 1


def test_a_word_stands_where_the_line_says_whatever_space_is_before_it() -> None:
    word = shape(AMIRI, "rtl", "محضر")
    near = line_of(AMIRI, 20, word, word)
    far = Line((near.pieces[0], Placed(near.pieces[1].piece, 300, near.pieces[1].width)), 0, "")
    left, *_, right, _ = _box(_ink(lambda pdf: _draw(pdf, far)))
    assert abs(left - 64) <= 2
    assert abs(right - (64 + 300 + near.pieces[1].width)) <= 2


def _draw(pdf: PdfDocument, line: Line) -> None:
    with pdf.artifact():
        pdf.draw_line(line, 64, 100)


def test_faces_and_sizes_meet_in_one_line_on_one_baseline() -> None:
    small = line_of(AMIRI, 10, shape(AMIRI, "rtl", "دار")).pieces[0]
    large = line_of(GENTIUM, 30, shape(GENTIUM, "ltr", "H"), level=0).pieces[0]
    line = Line((small, Placed(large.piece, small.width, large.width)), 0, "")
    assert _box(_ink(lambda pdf: _draw(pdf, line)))[3] in {100, 101, 102, 103}
    page = drawn(lambda pdf: _draw(pdf, line))
    assert [font.name.split("+")[1] for font in fonts(page)] == [
        "Amiri-Regular",
        "GentiumBookPlus-Regular",
    ]
    assert page.count(b"/Type0") == 2


def test_a_line_without_pieces_draws_nothing() -> None:
    assert _ink(lambda pdf: _draw(pdf, Line((), 0, ""))) == set()


def test_text_that_nobody_could_read_aloud_is_refused() -> None:
    pdf = document()
    pdf.add_page(*A4)
    with pytest.raises(ValueError, match="outside"):
        pdf.draw_line(line_of(AMIRI, 12, shape(AMIRI, "rtl", "محضر")), 60, 60)


def test_a_rule_a_frame_and_a_fill_stand_where_they_are_asked_for() -> None:
    rule = _box(_ink(lambda pdf: pdf.rule(50, 100, 250, 100, 2)))
    assert rule == pytest.approx((50, 99, 250, 101), abs=1)
    frame = _ink(lambda pdf: pdf.frame(100, 200, 50, 30, 2))
    assert _box(frame) == pytest.approx((99, 199, 151, 231), abs=1)
    assert (125, 215) not in frame
    fill = _ink(lambda pdf: pdf.fill(300, 400, 60, 20, 0.5))
    assert _box(fill) == pytest.approx((300, 400, 360, 420), abs=1)
    assert (330, 410) in fill


def test_a_fill_is_as_grey_as_asked_and_what_follows_is_black() -> None:
    def draw(pdf: PdfDocument) -> None:
        pdf.fill(0, 0, 100, 100, HEAD_GREY)
        _draw(pdf, line_of(AMIRI, 60, shape(AMIRI, "rtl", "محضر")))

    width, _, pixels = picture(drawn(draw), scale=1)
    assert pixels[20 * width + 20] == 0xE6
    assert min(pixels) < 20


@pytest.mark.parametrize("length", [60, 180, 200, 241.3])
def test_a_leader_fills_its_room_with_dots_that_stand_on_the_baseline(length: float) -> None:
    width, _, pixels = picture(drawn(lambda pdf: pdf.dots(100, 100 + length, 500)), scale=4)
    ink = {(i % width, i // width) for i, pixel in enumerate(pixels) if pixel < 200}
    left, top, right, bottom = _box(ink)
    assert abs(left - 400) <= 2
    assert abs(right - 4 * (100 + length)) <= 2
    assert bottom in {1999, 2000, 2001}
    assert 3 <= bottom - top <= 6
    columns = sorted({x for x, _ in ink})
    gaps = sum(b - a > 1 for a, b in pairwise(columns))
    assert gaps == pytest.approx(length / 2.2, rel=0.05)


def test_a_leader_shorter_than_two_dots_is_drawn_all_the_same(tmp_path: Path) -> None:
    for end in (100, 100.5, 103):
        assert _ink(lambda pdf, end=end: pdf.dots(100, end, 500))  # type: ignore[misc]  # bound here
        page = drawn(lambda pdf, end=end: pdf.dots(100, end, 500))  # type: ignore[misc]  # as above
        assert pdfa_findings(page, tmp_path) == []


def test_pages_keep_their_sizes() -> None:
    pdf = document()
    pdf.add_page(595.28, 841.89)
    pdf.add_page(841.89, 595.28)
    with pikepdf.open(BytesIO(pdf.finish())) as file:
        boxes = [[round(float(edge)) for edge in page.MediaBox] for page in file.pages]
    assert boxes == [[0, 0, 595, 842], [0, 0, 842, 595]]
