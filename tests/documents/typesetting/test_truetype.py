import struct
from collections.abc import Callable

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.typesetting import truetype
from desktop_app.documents.typesetting.faces import AMIRI, FACES, GENTIUM, Face
from desktop_app.documents.typesetting.model import Glyph
from desktop_app.documents.typesetting.truetype import Composed, Program
from tests.documents.readers import sfnt_tables

Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


class _Recorder:
    """Notes an outline, moved by an offset."""

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.steps: Outline = []

    def _note(self, step: str, *points: tuple[float, float]) -> None:
        self.steps.append((step, tuple((x + self.x, y + self.y) for x, y in points)))

    def __getattr__(self, step: str) -> Callable[..., None]:
        return lambda *points: self._note(step, *points)


def _outline(font: hb.Font, glyph: int, x: float = 0, y: float = 0) -> Outline:
    recorder = _Recorder(x, y)
    font.draw_glyph_with_pen(glyph, recorder)
    return recorder.steps


def _coordinates(outline: Outline) -> list[float]:
    return [value for _, points in outline for point in points for value in point]


def _composed(count: int) -> st.SearchStrategy[Composed]:
    offset = st.integers(-2000, 2000)
    glyph = st.builds(Glyph, st.integers(0, count - 1), offset, offset)
    return st.builds(Composed, st.lists(glyph, max_size=4).map(tuple), st.integers(0, 4000))


def _opened(program: Program) -> hb.Font:
    return hb.Font(hb.Face(program.data))


@pytest.mark.parametrize("face", FACES, ids=repr)
@given(data=st.data())
def test_a_composed_glyph_is_its_parts_at_their_places(face: Face, data: st.DataObject) -> None:
    wanted = data.draw(st.lists(_composed(face.hb_face.glyph_count), min_size=1, max_size=6))
    program = truetype.build(face.hb_face, set(), wanted)
    font = _opened(program)
    for index, glyph in enumerate(wanted):
        number = program.first_composed + index
        expected: Outline = []
        for part in glyph.parts:
            expected += _outline(face.hb_font, part.id, part.x, part.y)
        found = _outline(font, number)
        assert [step for step, _ in found] == [step for step, _ in expected]
        assert _coordinates(found) == pytest.approx(_coordinates(expected), abs=0.01)
        assert font.get_glyph_h_advance(number) == glyph.advance


@given(wanted=st.sets(st.integers(1, 6000), max_size=20))
def test_a_plain_glyph_keeps_its_outline_and_advance(wanted: set[int]) -> None:
    program = truetype.build(AMIRI.hb_face, wanted, [])
    font = _opened(program)
    for glyph in wanted:
        new = program.ids[glyph]
        assert _outline(font, new) == _outline(AMIRI.hb_font, glyph)
        assert font.get_glyph_h_advance(new) == AMIRI.hb_font.get_glyph_h_advance(glyph)


def test_the_program_holds_only_what_a_pdf_reader_needs() -> None:
    program = truetype.build(GENTIUM.hb_face, {40, 41}, [Composed((), 12)])
    tables = sfnt_tables(program.data)
    assert sorted(tables) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert sum(struct.unpack(f">{len(program.data) // 4}I", program.data)) % 2**32 == 0xB1B0AFBA


def test_what_the_tables_say_of_all_glyphs_is_true() -> None:
    arabic = [AMIRI.hb_font.get_nominal_glyph(ord(c)) or 0 for c in "بسمّ"]
    accented = AMIRI.hb_font.get_nominal_glyph(ord("é")) or 0
    far = Composed(tuple(Glyph(glyph, 900 * i, 3000) for i, glyph in enumerate(arabic)), 4000)
    deep = Composed((Glyph(accented, -800, -900),), 5)
    program = truetype.build(AMIRI.hb_face, set(), [far, deep])
    font = _opened(program)
    tables = sfnt_tables(program.data)
    points = {
        glyph: [point for _, step in _outline(font, glyph) for point in step]
        for glyph in range(program.first_composed + 2)
    }
    every = [point for found in points.values() for point in found]
    left, low, right, high = program.bounds
    assert (left, low, right, high) == struct.unpack_from(">4h", tables["head"], 36)
    assert left <= min(x for x, _ in every) < -700
    assert low <= min(y for _, y in every) < -800
    assert right >= max(x for x, _ in every) > 3000
    assert high >= max(y for _, y in every) > 3000
    widest, bearing, far_side, extent = struct.unpack_from(">H3h", tables["hhea"], 10)
    assert widest == 4000
    assert bearing == left
    assert extent == right
    assert far_side == min(
        font.get_glyph_h_advance(glyph) - max(x for x, _ in found)
        for glyph, found in points.items()
        if found
    )
    count, *maxima = struct.unpack_from(">14H", tables["maxp"], 4)
    assert count == program.first_composed + 2
    contours = sum(step == "moveTo" for step, _ in _outline(font, program.first_composed))
    assert maxima[3] == contours
    assert maxima[2] > maxima[0] > 0
    assert maxima[1] > 0
    assert maxima[11] == len(arabic)
    assert maxima[12] == 3  # é is made of e and an accent made of another, in the face itself


def test_a_whole_face_is_kept_whole() -> None:
    count = GENTIUM.hb_face.glyph_count
    program = truetype.build(GENTIUM.hb_face, set(range(count)), [Composed((Glyph(60, 5, 5),), 9)])
    font = _opened(program)
    assert program.first_composed == count
    assert _outline(font, count) == _outline(GENTIUM.hb_font, 60, 5, 5)
