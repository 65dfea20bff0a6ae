"""Runs in, lines out: what a reader sees on each line."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.documents.typesetting.clean import DIRECTION_MARKS, clean
from desktop_app.documents.typesetting.faces import (
    AMIRI,
    AMIRI_BOLD,
    GENTIUM,
    GENTIUM_BOLD,
    Language,
)
from desktop_app.documents.typesetting.filling import SHORT_LAST_LINE
from desktop_app.documents.typesetting.lines import natural_width, set_lines, widest_word
from desktop_app.documents.typesetting.model import Line, LineAlign, Run, TextStyle

AR = TextStyle("ar", 13, 20)
FR = TextStyle("fr", 11, 15.5)
ARABIC = (
    "عقدت الأكاديمية الجهوية للتربية والتكوين، يوم 12 مارس 2019 بمقرها، لقاء تواصليا حول منظومة "
    "MASSAR 2.0 برسم الموسم الدراسي 2018-2019، حضره السيد رئيس المركز و45 مشاركا من مديريات "
    "الجهة، أي ما نسبته 87,5% من المدعوين، وقد خصص لعرض المستجدات وتدارس سبل التعبئة حولها."
)
FRENCH = (
    "L'Académie régionale a tenu, le 12 mars 2019 à 9 h 30, une réunion de concertation sur « "
    "MASSAR 2.0 » ; 45 participants, soit 87,5 % des invités, y ont pris part : ils ont examiné "
    "les nouveautés de la campagne et les moyens de mobiliser les établissements de la région."
)


def seen(line: Line) -> str:
    """Give a line's clusters from left to right, as an eye meets them."""
    return "".join(cluster.text for placed in line.pieces for cluster in placed.piece.clusters)


def one_line(text: str, style: TextStyle) -> Line:
    (line,) = set_lines([Run(text)], style, 10_000)
    return line


def solid(text: str) -> str:
    """Leave what has ink: no space, joiner or sign of direction, apostrophes as typed."""
    return re.sub(r"[\s\u00a0\u202f\u2007\u200c\u200d]", "", DIRECTION_MARKS.sub("", text)).replace(
        "’", "'"
    )


@pytest.mark.parametrize(
    ("text", "from_the_left"),
    [
        ("الموسم 2018-2019", "2018-2019 مسوملا"),
        ("سنة 2018 – 2019", "2018\u00a0–\u00a02019 ةنس"),
        ("سجل 19-045 هنا", "انه 19-045 لجس"),
        ("هاتف 05 23 48 20 00", "05\u00a023\u00a048\u00a020\u00a000 فتاه"),
        ("هاتف 0523-48-20-00.", ".0523-48-20-00 فتاه"),
        ("هاتف +212 523 48 20 00،", "،+212\u00a0523\u00a048\u00a020\u00a000 فتاه"),
        ("نسبة 87,5% منهم", "مهنم 87,5% ةبسن"),
        ("87,5%", "87,5%"),
        ("يوم 12/03/2019", "12/03/2019 موي"),
        ("بداية 9:30-12:00", "9:30-12:00 ةيادب"),
        ("يوم 12/م/2019", "2019/م/12 موي"),
        ("منظومة MASSAR 2.0 جديدة", "ةديدج MASSAR 2.0 ةموظنم"),
        ("من MASSAR 2018-2019", "MASSAR 2018-2019 نم"),
        ("عبر contact@exemple.ma أو", "وأ contact@exemple.ma ربع"),
        ("موقع https://exemple.ma/a/ هنا", "انه https://exemple.ma/a/ عقوم"),
        ("لغة C++ هنا", "انه C++ ةغل"),
        ("نص (MASSAR) آخر", "رخآ )MASSAR( صن"),
        ("نص (مسار)", ")راسم( صن"),
        ("نص «مسار»", "»راسم« صن"),
        ("قال \u202eنعم 12", "12 معن لاق"),
        ("و45 فردا", "ادرف 45و"),
    ],
)
def test_inside_arabic_everything_stands_where_a_reader_looks_for_it(
    text: str, from_the_left: str
) -> None:
    # A bracket of an odd level is given as typed and drawn mirrored.
    assert seen(one_line(text, AR)) == from_the_left


@pytest.mark.parametrize(
    ("text", "from_the_left"),
    [
        ("le lycée ابن سينا à Azilal", "le lycée انيس نبا à Azilal"),
        ("le 12/م/2019, à", "le 2019/م/12, à"),
        ("note رقم 14-26 du", "note 14-26\u00a0مقر du"),
        ("(2018-2019) 87,5 %", "(2018-2019) 87,5\u00a0%"),
        ("a \u202eb c", "a b c"),
    ],
)
def test_inside_french_too(text: str, from_the_left: str) -> None:
    assert seen(one_line(text, FR)) == from_the_left


def test_a_line_gives_its_text_in_reading_order() -> None:
    line = one_line("الموسم 2018-2019 من MASSAR", AR)
    assert line.text == "الموسم 2018-2019 من MASSAR"


def test_a_bold_run_is_bold_and_no_more() -> None:
    runs = [Run("Objet :", bold=True), Run(" l'ordre du jour: « a »")]
    (line,) = set_lines(runs, FR, 1000)
    bold = [placed.piece.text for placed in line.pieces if placed.piece.face is GENTIUM_BOLD]
    assert bold == ["Objet", "\u00a0", ":"]
    assert {placed.piece.face for placed in line.pieces} == {GENTIUM, GENTIUM_BOLD}
    assert line.text == "Objet\u00a0: l’ordre du jour\u00a0: «\u00a0a\u00a0»"


def test_weights_stay_with_their_letters_where_signs_are_added() -> None:
    runs = [Run("ثم 2018-2019"), Run(" و19-045", bold=True), Run(" نص")]
    (line,) = set_lines(runs, AR, 1000)
    bold = {placed.piece.text for placed in line.pieces if placed.piece.face is AMIRI_BOLD}
    assert bold == {" ", "و", "19-045"}


def test_a_space_put_in_and_a_no_break_space_typed_take_the_weight_around_them() -> None:
    runs = [Run("Objet:", bold=True), Run(" un\u00a0mot "), Run("et n°\u00a014", bold=True)]
    (line,) = set_lines(runs, FR, 1000)
    in_bold = "".join(p.piece.text for p in line.pieces if p.piece.face is GENTIUM_BOLD)
    assert in_bold == "Objet\u00a0:et n°\u00a014"


def test_a_bold_paragraph_is_bold_throughout() -> None:
    style = TextStyle("ar", 13, 20, bold=True)
    (line,) = set_lines([Run("نص"), Run(" MASSAR", bold=True)], style, 1000)
    assert {placed.piece.face for placed in line.pieces} == {AMIRI_BOLD}
    assert {placed.piece.face for placed in one_line("نص", AR).pieces} == {AMIRI}


@pytest.mark.parametrize("runs", [[], [Run("")], [Run(" \n\u200b\t")]])
def test_nothing_to_be_seen_gives_no_line(runs: list[Run]) -> None:
    assert set_lines(runs, AR, 100) == ()
    assert natural_width(runs, AR) == 0
    assert widest_word(runs, AR) == 0


def test_line_feeds_begin_a_line_and_an_empty_line_stays() -> None:
    lines = set_lines([Run("un\n\ndeux\r\ntrois")], FR, 500)
    assert [line.text for line in lines] == ["un", "", "deux", "trois"]
    assert lines[1].pieces == ()


def test_each_line_of_typed_text_has_its_own_order() -> None:
    first, second = set_lines([Run("abc\nب 12")], AR, 500)
    assert (seen(first), seen(second)) == ("abc", "12 ب")


@pytest.mark.parametrize(("text", "style"), [(ARABIC, AR), (FRENCH, FR)])
@pytest.mark.parametrize("align", ["start", "center", "end", "justify"])
def test_lines_stand_where_their_alignment_puts_them(
    text: str, style: TextStyle, align: LineAlign
) -> None:
    style = TextStyle(style.language, style.size, style.leading, align)
    lines = set_lines([Run(text)], style, 400)
    assert len(lines) > 2
    for number, line in enumerate(lines):
        left = line.pieces[0].x
        right = 400 - line.pieces[-1].x - line.pieces[-1].width
        assert line.width == pytest.approx(400 - left - right)
        if align == "center":
            assert left == pytest.approx(right)
        elif align == "justify" and number < len(lines) - 1:
            assert max(abs(left), abs(right)) < 1e-6
        else:
            at_right = (style.direction == "rtl") != (align == "end")
            assert (right if at_right else left) == pytest.approx(0, abs=1e-6)
            assert (left if at_right else right) > 0.01


@pytest.mark.parametrize(("text", "language", "size"), [(ARABIC, "ar", 13), (FRENCH, "fr", 11)])
def test_justified_spaces_are_widened_alike_and_never_beyond_the_limit(
    text: str, language: Language, size: float
) -> None:
    style = TextStyle(language, size, 20, "justify")
    for width in range(150, 480, 7):
        *lines, last = set_lines([Run(text)], style, width)
        for line in lines:
            spaces = [p for p in line.pieces if p.piece.is_space and p.piece.text != "\u202f"]
            natural = sum(p.piece.width for p in line.pieces)
            room = sum(1.2 * space.piece.width for space in spaces)
            added = {round(space.width - space.piece.width, 6) for space in spaces}
            if width - natural > room + 1e-6:
                assert line.width == pytest.approx(natural)
                assert added <= {0.0}
            else:
                assert line.width == pytest.approx(width)
                assert len(added) == 1
        assert all(p.width == p.piece.width for p in last.pieces)


def test_narrow_spaces_keep_their_width_in_justified_text() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    lines = set_lines([Run(FRENCH)], style, 300)
    narrow = [p for line in lines for p in line.pieces if p.piece.text == "\u202f"]
    assert narrow
    assert all(p.width == p.piece.width for p in narrow)


def test_the_last_line_is_justified_when_the_text_goes_on() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    words = "les nouveautés de la campagne et les moyens de"
    width = natural_width([Run(words)], style) + 5
    (natural,) = set_lines([Run(words)], style, width)
    (filled,) = set_lines([Run(words)], style, width, last_justified=True)
    assert natural.width == pytest.approx(width - 5)
    assert filled.width == pytest.approx(width)


def test_a_line_that_would_get_holes_stays_ragged() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    first, _ = set_lines([Run("court mot anticonstitutionnellement")], style, 140)
    assert first.text == "court mot"
    assert first.width == pytest.approx(natural_width([Run("court mot")], style))


def test_natural_width_is_that_of_the_widest_line_unbroken() -> None:
    one = one_line("la plus longue", FR).width
    assert natural_width([Run("court\nla plus longue")], FR) == pytest.approx(one)
    assert len(set_lines([Run("la plus longue")], FR, one)) == 1
    assert len(set_lines([Run("la plus longue")], FR, one - 0.1)) == 2


def test_widest_word_is_the_narrowest_column_without_a_broken_word() -> None:
    width = widest_word([Run("le plus long : établissements")], FR)
    assert width == pytest.approx(natural_width([Run("établissements")], FR))
    texts = [line.text for line in set_lines([Run("le établissements")], FR, width)]
    assert texts == ["le", "établissements"]


def test_a_last_line_under_twelve_millimetres_gets_one_more_word() -> None:
    words = "les moyens de mobiliser les établissements de la"
    width = natural_width([Run(words)], FR) + 1
    lines = set_lines([Run(f"{words} vie")], FR, width)
    assert [line.text for line in lines] == [words.removesuffix(" la"), "la vie"]
    long_enough = set_lines([Run(f"{words} citoyenneté")], FR, width)
    assert long_enough[-1].text == "citoyenneté"
    assert long_enough[-1].width > SHORT_LAST_LINE


def test_a_justified_last_line_gets_one_more_word_too() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    words = "les moyens de mobiliser les établissements de la"
    width = natural_width([Run(words)], FR) + 1
    lines = set_lines([Run(f"{words} vie")], style, width)
    assert [line.text for line in lines] == [words.removesuffix(" la"), "la vie"]


def test_no_word_is_pulled_down_that_does_not_fit_there() -> None:
    words = "le anticonstitutionnellement"
    width = natural_width([Run(words)], FR) + 1
    lines = set_lines([Run(f"{words} ici")], FR, width)
    assert [line.text for line in lines] == [words, "ici"]


def test_no_word_is_pulled_down_where_that_makes_holes_above() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    words = "le mot anticonstitutionnellement"
    width = natural_width([Run(words)], style) + 1
    lines = set_lines([Run(f"{words} ici")], style, width)
    assert [line.text for line in lines] == [words, "ici"]


def _with_holes(lines: tuple[Line, ...], width: float) -> int:
    """Count the lines, but for the last, that would need wider spaces than the limit."""
    found = 0
    for line in lines[:-1]:
        room = sum(1.2 * p.piece.width for p in line.pieces if p.piece.widens)
        found += width - sum(p.piece.width for p in line.pieces) > room
    return found


def test_justified_text_is_broken_elsewhere_to_avoid_holes() -> None:
    style = TextStyle("fr", 11, 15.5, "justify")
    widths = range(300, 480, 5)
    filled = sum(_with_holes(set_lines([Run(FRENCH)], FR, width), width) for width in widths)
    chosen = sum(_with_holes(set_lines([Run(FRENCH)], style, width), width) for width in widths)
    assert 0 < chosen < filled * 0.6


def test_balanced_lines_are_as_few_and_nearly_alike() -> None:
    title = "محضر اجتماع اللجنة الجهوية المكلفة بتتبع تنزيل المنظومات المعلوماتية"
    style = TextStyle("ar", 18, 27, "center", bold=True)
    greedy = set_lines([Run(title)], style, 330)
    balanced = set_lines([Run(title)], style, 330, balanced=True)
    assert len(greedy) == len(balanced) == 2
    assert " ".join(line.text for line in balanced) == title
    gap = abs(balanced[0].width - balanced[1].width)
    assert gap < abs(greedy[0].width - greedy[1].width)
    assert gap < 60


SIGNS = "\0\x1b\ud800\u202e\u202b\u2067\u2066\u2069\u200f\u200b\u200d"
MARKS = "\u0301\u064b\u0651😀漢\ue000\ufeff\n\t"
LETTERS = "abé ابلله لا 12 05-٣ .,:;!?«»()[]%/-@'’\u00a0\u202f–ⵣ☐﷽ﷺ"
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=SIGNS + MARKS + LETTERS, max_size=80),
    st.lists(st.sampled_from([*ARABIC.split(), *FRENCH.split(), "x" * 60, "a/b" * 30])).map(
        " ".join
    ),
)
STYLES = st.builds(
    TextStyle,
    language=st.sampled_from(["ar", "fr"]),
    size=st.sampled_from([8.0, 11.0, 13.0, 26.0]),
    leading=st.just(20.0),
    align=st.sampled_from(["start", "center", "end", "justify"]),
    bold=st.booleans(),
)


WAYS = st.fixed_dictionaries({"last_justified": st.booleans(), "balanced": st.booleans()})


@given(st.lists(st.builds(Run, TEXTS, st.booleans()), max_size=3), STYLES, st.floats(3, 600), WAYS)
@example([Run("ب" * 500)], AR, 100.0, {})
@example([Run("﷽")], TextStyle("ar", 26, 40), 5.0, {})
@example([Run("\u00a0\u00a0ab")], TextStyle("fr", 26, 40), 3.0, {})
@example([Run("\u200cؠ 🌀\u200c٠ \u200dرقم 14-26")], FR, 3.0, {})
@example([Run("abc\u00a0\u00a0\u200e\u00a0")], FR, 20.0, {})
@example([Run("x" * 500, bold=True)], FR, 3.0, {"balanced": True})
def test_whatever_is_typed_no_line_is_too_wide_and_nothing_is_lost(
    runs: list[Run], style: TextStyle, width: float, ways: dict[str, bool]
) -> None:
    lines = set_lines(runs, style, width, **ways)
    for line in lines:
        x = 0.0 if not line.pieces else line.pieces[0].x
        assert x >= -0.01
        for placed in line.pieces:
            assert placed.x == pytest.approx(x)
            x += placed.width
        assert x <= width + 0.01
        assert line.width <= width + 0.01
        in_order = sorted(line.pieces, key=lambda placed: line.text.find(placed.piece.text))
        assert sum(len(placed.piece.text) for placed in in_order) == len(line.text)
    kept = solid("".join(clean(run.text) for run in runs))
    printed = solid("".join(line.text for line in lines))
    assert unicodedata.normalize("NFC", printed) == unicodedata.normalize("NFC", kept)
    drawn = "".join(
        cluster.text for line in lines for p in line.pieces for cluster in p.piece.clusters
    )
    assert sorted(solid(drawn)) == sorted(printed)
