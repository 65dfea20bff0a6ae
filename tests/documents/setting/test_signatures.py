"""Signature blocks, enclosures, the notice."""

import pytest

from desktop_app.documents import blocks
from desktop_app.documents.typesetting.page import MM
from tests.documents.readers import pdfium_text, structure
from tests.documents.setting.boxes import find, put
from tests.documents.setting.examples import B
from tests.documents.setting.test_paper import flat

HEAD = blocks.Signature(
    B("الرئيسة", "La présidente"), B("الورياشي", "Ouariachi"), above=B("بتفويض", "Par délégation")
)
CLERK = blocks.Signature(B("المقررة", "La rapporteuse"), B("الحمداوي", "Hamdaoui"))


def signed(*signatures: blocks.Signature) -> blocks.Signatures:
    return blocks.Signatures(name="signatures", signatures=signatures)


def middle(pdf: bytes, word: str) -> float:
    box = find(pdf, word)
    return (box.left + box.right) / 2


def test_one_signs_at_the_left_in_arabic_and_at_the_right_in_french() -> None:
    assert middle(put(signed(HEAD)).pdf, "الورياشي") == pytest.approx((20 + 34) * MM, abs=1)
    french = put(signed(HEAD), languages="fr").pdf
    assert middle(french, "Ouariachi") == pytest.approx((190 - 34) * MM, abs=1)
    above, name = find(french, "délégation"), find(french, "Ouariachi")
    assert above.bottom < name.bottom


def test_two_sign_level_from_edge_to_edge() -> None:
    pdf = put(signed(CLERK, HEAD)).pdf
    assert middle(pdf, "الحمداوي") == pytest.approx((185 - 34) * MM, abs=1)
    assert middle(pdf, "الورياشي") == pytest.approx((20 + 34) * MM, abs=1)


def test_a_block_leaves_25_mm_to_sign() -> None:
    tall = blocks.Signature(B("الرئيسة " * 40), B("الورياشي"))
    made = put(signed(tall))
    (place,) = made.places
    assert place.bottom - find(made.pdf, "الورياشي").bottom >= 24 * MM
    wide = put(signed(CLERK), landscape=True).places[0]
    assert wide.bottom - wide.top == pytest.approx(40 + 25 * MM)


@pytest.mark.parametrize("languages", ["ar", "fr", "both"])
def test_three_sign_in_a_table_with_room(languages: str) -> None:
    made = put(signed(CLERK, HEAD, CLERK), languages=languages)
    rows = [node for node in flat(structure(made.pdf)) if node.kind == "TR"]
    assert len(rows) == 4
    (place,) = made.places
    assert place.bottom - place.top >= 3 * 14 * MM


def test_names_without_end_are_set_in_a_table_over_pages() -> None:
    words = B("اجتماع " * 400)
    made = put(signed(blocks.Signature(words, words, words, words)))
    assert pdfium_text(made.pdf).count("اجتماع") == 1600
    assert made.pages > 1


def test_nobody_signs_and_nothing_is_enclosed() -> None:
    empty = put(
        signed(),
        blocks.Notes(name="notes", rows=()),
        blocks.Notice(name="notice", lead=B(), text=B()),
    )
    assert not empty.places


def test_the_notice_stands_whole_on_one_page() -> None:
    lines = (blocks.Paragraph(name=f"p{n}", text=B("سطر")) for n in range(30))
    notice = blocks.Notice(name="notice", lead=B("بيان."), text=B("تستعمل المعطيات " * 40))
    made = put(*lines, notice)
    assert [place.page for place in made.places if place.name == "notice"] == [2]


def test_a_table_of_signatures_stays_whole() -> None:
    many = blocks.Signatures(name="signed", signatures=(blocks.Signature(B("عضو")),) * 4)
    for number in range(24, 32):
        lines = (blocks.Paragraph(name=f"p{n}", text=B("سطر")) for n in range(number))
        made = put(*lines, many)
        assert len({place.page for place in made.places if place.name == "signed"}) == 1


def test_a_table_of_a_page_of_signatures_may_be_divided() -> None:
    many = blocks.Signatures(name="signed", signatures=(blocks.Signature(B("عضو")),) * 12)
    lines = (blocks.Paragraph(name=f"p{n}", text=B("سطر")) for n in range(20))
    made = put(*lines, many)
    assert {place.page for place in made.places if place.name == "signed"} == {1, 2}
