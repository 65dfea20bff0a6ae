"""Where a line may end, and what is divided when it is wider than the column."""

import pytest

from desktop_app.documents.typesetting import lines
from desktop_app.documents.typesetting.lines import natural_width, set_lines
from desktop_app.documents.typesetting.model import Run, TextStyle

AR = TextStyle("ar", 13, 20)
FR = TextStyle("fr", 11, 15.5)


def unbroken(text: str, style: TextStyle) -> list[str]:
    """Give the parts of a text that no line divides."""
    (words,) = lines._paragraphs((Run(text),), style)
    return ["".join(piece.text for piece in word.pieces) for word in words]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("un deux", ["un", "deux"]),
        ("centre/délégués", ["centre/", "délégués"]),
        ("Mellal-Khénifra", ["Mellal-", "Khénifra"]),
        ("19-045 12/03/2019 2018-2019", ["19-045", "12/03/2019", "2018-2019"]),
        ("A4-b c4/d", ["A4-b", "c4/d"]),
        ("aa-bb@cc-dd.ma", ["aa-bb@cc-dd.ma"]),
        ("https://aa-bb.ma/cc/dd", ["https://aa-bb.ma/cc/dd"]),
        ("www.aa-bb.ma/cc", ["www.aa-bb.ma/cc"]),
        ("réunion : quoi ?", ["réunion\u00a0:", "quoi\u202f?"]),
        ("« a » ( b )", ["«\u00a0a\u00a0»", "(\u00a0b\u00a0)"]),
        ("– dit-il –", ["–", "dit-", "il\u00a0–"]),
    ],
)
def test_lines_of_french_end_only_where_they_may(text: str, parts: list[str]) -> None:
    assert unbroken(text, FR) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("و/أو", ["و/", "أو"]),
        ("يوم 12 مارس 2019", ["يوم", "12\u00a0مارس", "2019"]),
        ("رقم 19-045 بتاريخ", ["رقم\u00a019-045", "بتاريخ"]),
        ("هاتف 05 23 48 20 00", ["هاتف", "05\u00a023\u00a048\u00a020\u00a000"]),
        ("بني ملال خنيفرة", ["بني\u00a0ملال", "خنيفرة"]),
        ("نص ؛ نص", ["نص\u00a0؛", "نص"]),
        ("\u2067\u2069 نص", ["نص"]),
    ],
)
def test_lines_of_arabic_end_only_where_they_may(text: str, parts: list[str]) -> None:
    assert unbroken(text, AR) == parts


@pytest.mark.parametrize(
    ("fitting", "text", "texts"),
    [
        ("prenom.nom@", "prenom.nom@exemple.ma", ["prenom.nom@", "exemple.ma"]),
        ("https://aa", "https://aa.ma?b=c&d", ["https://", "aa.ma?", "b=c&d"]),
        ("xxxx", "xxxxyyyyzz", ["xxxx", "yyyy", "zz"]),
        ("05 23 48", "05 23 48 20 00", ["05\u00a023\u00a048", "20\u00a000"]),
        ("Bennani-Ali :", "Mme Bennani-Ali :", ["Mme", "Bennani-Ali\u00a0:"]),
        ("aaaa", "aaaa :", ["aaa", "a\u00a0:"]),
        ("aaaa :", "aaaa : bbbb", ["aaaa\u00a0:", "bbbb"]),
        ("« aaaa", "« aaaabbb »", ["«\u00a0aaaa", "bbb\u00a0»"]),
    ],
)
def test_what_is_wider_than_the_column_is_divided_with_least_harm(
    fitting: str, text: str, texts: list[str]
) -> None:
    width = natural_width([Run(fitting)], FR)
    assert [line.text for line in set_lines([Run(text)], FR, width)] == texts


def test_a_divided_arabic_word_keeps_the_shapes_of_its_letters() -> None:
    word = "ب" * 40
    (whole,) = set_lines([Run(word)], AR, 1000)
    divided = set_lines([Run(word)], AR, 60)
    assert len(divided) > 2
    glyphs = [c.glyphs for line in divided for p in line.pieces for c in p.piece.clusters[::-1]]
    assert glyphs == [c.glyphs for p in whole.pieces for c in p.piece.clusters[::-1]]


def test_a_sign_wider_than_the_column_is_set_smaller() -> None:
    (line,) = set_lines([Run("﷽")], AR, 30)
    assert line.width == pytest.approx(30)
    assert line.pieces[0].piece.size < 13
    assert natural_width([Run("﷽")], AR) > 30
