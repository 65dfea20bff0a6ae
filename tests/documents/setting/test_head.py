"""The head of papers: header in three modes, place and date, number, title."""

from io import BytesIO

import pytest
from PIL import Image

from db.errors import UserError
from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import MM
from tests.documents.readers import pdfium_text, structure
from tests.documents.setting.boxes import boxes, find, put
from tests.documents.setting.examples import LINES_AR, LINES_FR, THEME, B
from tests.documents.setting.test_paper import flat

DATE = B("بني ملال في 8 أبريل 2026", "Béni Mellal, le 8 avril 2026")
NUMBER = blocks.Reference(name="reference", number="117/26")
WIDTH = 210 * MM


def header(ar: bool = True, fr: bool = False, **more: bytes) -> blocks.Header:
    return blocks.Header(
        name="header",
        lines_ar=LINES_AR if ar else (),
        lines_fr=LINES_FR if fr else (),
        place_date=DATE,
        picture=more.get("picture", b""),
        emblem=more.get("emblem", b""),
    )


def picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), (90, 90, 90)).save(file, "PNG")
    return file.getvalue()


def test_an_arabic_header_stands_at_the_right_with_the_date_level_at_the_left() -> None:
    pdf = put(header(), NUMBER).pdf
    state, day = find(pdf, "المملكة"), find(pdf, "أبريل")
    centre = (find(pdf, "المغربية").left + state.right) / 2
    assert centre == pytest.approx(WIDTH - 25 * MM - 37 * MM, abs=1)
    assert abs(day.bottom - state.bottom) < 3
    assert min(box.left for box in boxes(pdf) if abs(box.top - day.top) < 1) == pytest.approx(
        20 * MM, abs=1
    )


def test_a_french_header_is_the_mirror() -> None:
    pdf = put(header(ar=False, fr=True), NUMBER, languages="fr").pdf
    assert find(pdf, "Royaume").right < WIDTH / 2
    assert find(pdf, "avril").left > WIDTH / 2
    assert find(pdf, "N°").left == pytest.approx(25 * MM, abs=1)


def test_two_headers_are_level_and_the_date_stands_on_the_line_of_the_number() -> None:
    pdf = put(header(fr=True), NUMBER).pdf
    assert find(pdf, "Royaume").right < find(pdf, "المملكة").left
    assert abs(find(pdf, "أبريل").bottom - find(pdf, "117/26").bottom) < 3
    assert find(pdf, "أبريل").right < WIDTH / 2


BY_HAND = B("بني ملال في: ....................", "Béni Mellal, le ....................")


@pytest.mark.parametrize(
    ("languages", "landscape", "picture_header", "word", "edge"),
    [
        ("ar", False, False, "في:", 20 + 39.5),
        ("fr", False, False, "le", 190 - 39.5),
        ("ar", False, True, "في:", 20 + 39.5),
        ("ar", True, False, "في:", 15 + 39.5),
    ],
)
def test_a_date_left_to_the_hand_is_a_leader_of_38_mm(
    languages: str, landscape: bool, picture_header: bool, word: str, edge: float
) -> None:
    block = blocks.Header(
        name="header",
        lines_ar=() if languages == "fr" else LINES_AR,
        lines_fr=() if languages == "ar" else LINES_FR,
        picture=picture(1000, 200) if picture_header else b"",
        place_date=BY_HAND,
    )
    pdf = put(block, languages=languages, landscape=landscape).pdf
    assert ".." not in pdfium_text(pdf)
    found = next(box for box in boxes(pdf) if box.text == word)
    reached = found.left if languages == "ar" else found.right
    assert reached == pytest.approx(edge * MM, abs=2)


def test_both_languages_of_a_landscape_paper_have_their_leader() -> None:
    block = blocks.Header(name="header", lines_ar=LINES_AR, lines_fr=LINES_FR, place_date=BY_HAND)
    pdf = put(block, languages="both", landscape=True).pdf
    assert ".." not in pdfium_text(pdf)
    arabic = next(box for box in boxes(pdf) if box.text == "ملال")
    french = next(box for box in boxes(pdf) if box.text == "Mellal,")
    assert arabic.left > WIDTH / 2 > french.right


def test_a_date_by_hand_stands_under_a_number_by_hand_that_leaves_it_no_room() -> None:
    block = blocks.Header(name="header", lines_ar=LINES_AR, lines_fr=LINES_FR, place_date=BY_HAND)
    number = blocks.Reference(name="reference", number="/26", blank=True)
    pdf = put(block, number, languages="both").pdf
    assert find(pdf, "Mellal,").top > find(pdf, "N°").top + 10
    one = put(header_of(BY_HAND), number).pdf
    assert find(one, "في:").bottom < find(one, "رقم").top


def test_dots_beside_which_there_is_no_room_stay_what_they_are() -> None:
    long = B(f"{'بني ملال ' * 9}في: ....................")
    assert "...." in pdfium_text(put(header_of(long)).pdf)


def header_of(place_date: B) -> blocks.Header:
    return blocks.Header(name="header", lines_ar=LINES_AR, place_date=place_date)


def test_without_a_number_the_date_has_a_line_of_its_own() -> None:
    pdf = put(header(fr=True)).pdf
    assert find(pdf, "أبريل").top > find(pdf, "d’information").top


def test_both_languages_have_their_number_and_their_date() -> None:
    pdf = put(header(fr=True), NUMBER, languages="both").pdf
    line = [box for box in boxes(pdf) if abs(box.bottom - find(pdf, "117/26").bottom) < 6]
    assert [box.text for box in line].count("117/26") == 2
    assert {"أبريل", "avril"} <= {box.text for box in line}


def test_an_emblem_stands_between_the_headers_and_is_described() -> None:
    made = put(header(fr=True, emblem=picture(300, 400)), NUMBER)
    figures = [node for node in flat(structure(made.pdf)) if node.kind == "Figure"]
    assert [figure.alternative for figure in figures] == ["شعار الإدارة"]


@pytest.mark.parametrize(("size", "tall"), [((1650, 280), 28), ((1000, 700), 35)])
def test_a_picture_takes_the_width_and_is_not_too_tall(size: tuple[int, int], tall: int) -> None:
    made = put(header(picture=picture(*size)), NUMBER)
    place = next(place for place in made.places if place.name == "header")
    assert place.bottom - place.top == pytest.approx(tall * MM, abs=0.5)
    assert "المملكة" not in pdfium_text(made.pdf)
    assert "أبريل" in pdfium_text(made.pdf)
    assert [node.kind for node in flat(structure(made.pdf))].count("Figure") == 1


def test_a_picture_that_is_none_is_told() -> None:
    with pytest.raises(UserError):
        put(header(picture=b"no picture"))


def test_a_landscape_header_has_two_lines_and_joins_what_is_one_name() -> None:
    pdf = put(header(), landscape=True).pdf
    tops = {round(box.top) for box in boxes(pdf) if box.right > 500 and box.bottom < 100}
    assert len(tops) == 2
    assert "والتكوين لجهة" in pdfium_text(pdf).replace("\u00a0", " ")
    assert find(pdf, "أبريل").right < 200
    both = pdfium_text(put(header(fr=True), landscape=True, languages="both").pdf)
    assert "nationale, du Préscolaire" in both
    assert "avril" in both
    assert "أبريل" in both


@pytest.mark.parametrize("landscape", [False, True])
def test_a_header_of_endless_lines_is_spread_over_pages(landscape: bool) -> None:
    lines = tuple(f"q{number} " + "وزارة " * 80 for number in range(20))
    made = put(blocks.Header(name="header", lines_ar=lines, place_date=DATE), landscape=landscape)
    assert made.pages > 1
    assert pdfium_text(made.pdf).count("وزارة") == 20 * 80
    assert "أبريل" in pdfium_text(made.pdf)


@pytest.mark.parametrize("languages", ["ar", "fr"])
def test_a_number_left_blank_has_its_year_beside_the_leader(languages: str) -> None:
    blank = blocks.Reference(name="reference", number="/26", blank=True)
    pdf = put(blank, languages=languages).pdf
    year, label = find(pdf, "/26"), find(pdf, "رقم" if languages == "ar" else "N°")
    if languages == "ar":
        assert year.right < label.left < year.right + 6
    else:
        assert year.left == pytest.approx(label.right + 18 * MM, abs=4)


def test_a_title_of_two_lines_is_balanced() -> None:
    title = blocks.Title(name="title", title=B("محضر"), subject=B(f"{THEME.ar} {THEME.ar}"))
    words = [box for box in boxes(put(title).pdf) if box.bottom < 150]
    lines = sorted({round(box.top) for box in words})
    spans = [
        max(box.right for box in words if round(box.top) == top)
        - min(box.left for box in words if round(box.top) == top)
        for top in lines
    ]
    assert len(lines) == 3
    assert abs(spans[1] - spans[2]) < 60


def test_an_endless_title_is_set_without_its_frame() -> None:
    made = put(blocks.Title(name="title", title=B("محضر"), subject=B("اجتماع " * 700)))
    assert made.pages > 1
    assert pdfium_text(made.pdf).count("اجتماع") == 700


def test_an_empty_title_takes_no_room() -> None:
    assert not put(blocks.Title(name="title", title=B())).places


def test_an_empty_header_takes_no_room() -> None:
    assert not put(blocks.Header(name="header")).places
