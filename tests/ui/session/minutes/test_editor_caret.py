"""Where caret, selection and marks stand in text that runs both ways."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from db.codes import OutcomeKind
from desktop_app.direction import LRM, order_marks
from tests.ui.session.minutes.typed import Written

KEEP = QTextCursor.MoveMode.KeepAnchor


def x_at(page: Written, place: int, line: int = 0) -> int:
    """Where the caret stands before a letter, from the left."""
    block = page.editor.document().findBlockByNumber(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + place)
    return page.editor.cursorRect(cursor).left()


def places(page: Written, piece: str) -> list[int]:
    """Where the letters of a piece stand."""
    start = page.texts[0].index(piece)
    return [x_at(page, start + n) for n in range(1, len(piece))]


def rises(found: list[int]) -> bool:
    return found == sorted(found) and len(set(found)) > 1


def falls(found: list[int]) -> bool:
    return rises(found[::-1])


@pytest.mark.parametrize("kind", [None, OutcomeKind.DECISION])
def test_arabic_runs_from_the_right_and_what_is_latin_in_it_from_the_left(
    page: Written, kind: OutcomeKind | None
) -> None:
    page.type("قدم السيد عرضا حول MASSAR (الإصدار 2) يوم 12/06/2026 هنا")
    page.editor.set_kind(kind)
    assert falls(places(page, "قدم السيد عرضا حول"))
    assert rises(places(page, "MASSAR"))
    assert falls(places(page, "الإصدار"))
    assert rises(places(page, "12/06/2026"))
    text = page.texts[0]
    before, after = text.index("("), text.index(")")
    assert x_at(page, before) > x_at(page, after), "a bracket opens at the right"
    assert x_at(page, text.index("MASSAR") + 3) > x_at(page, before)
    assert x_at(page, 0) > x_at(page, len(text))


@pytest.mark.parametrize(
    "token", ["2025-2026", "0523-48-20-00", "10:30-12:00", "+212 523 48 20 00", "64%", "محضر-1.pdf"]
)
def test_a_token_after_arabic_is_not_turned_around(page: Written, token: str) -> None:
    page.type(f"السنة {token}")
    latin = token.removeprefix("محضر-")
    page.type(" بعدها")
    assert rises(places(page, latin))
    assert page.line().text == f"السنة {token} بعدها"
    (line,) = page.kept()
    assert line.text == f"السنة {token} بعدها"


def test_the_sign_before_a_token_is_no_stop_of_the_caret(page: Written) -> None:
    page.type("السنة 2025-2026")
    bare = len("السنة 2025-2026")
    assert page.texts[0].count(LRM) == 1
    stops = []
    for _ in range(bare + 1):
        stops.append(page.editor.textCursor().position())
        page.press("Right")  # back, in a line from the right
    assert len(set(stops)) == bare + 1
    assert stops[-1] == 0
    mark = page.texts[0].index(LRM)
    assert mark + 1 not in stops
    for _ in range(bare):
        page.press("Left")
        assert page.editor.textCursor().position() != mark + 1
    assert page.editor.textCursor().atBlockEnd()


def test_backspace_and_delete_take_the_sign_with_a_letter(page: Written) -> None:
    page.type("السنة 2025-2026")
    mark = page.texts[0].index(LRM)
    page.go(0, mark + 1)
    page.press("Back")
    assert page.line().text == "السنة2025-2026"
    page.undo()
    assert page.line().text == "السنة 2025-2026"
    page.go(0, mark)
    page.press("Del")
    assert page.line().text == "السنة 025-2026"
    page.undo()
    assert page.texts[0].count(LRM) == 1
    for _ in range(4):
        page.go(0)
        page.press("Back")
    assert page.line().text == "السنة 2025-"
    assert LRM not in page.texts[0]


def test_selecting_by_shift_skips_the_sign_too(page: Written) -> None:
    page.type("السنة 2025-2026")
    page.go(0, page.texts[0].index(LRM))
    page.press("Left", shift=True)
    assert page.editor.textCursor().selectedText() == f"{LRM}2"
    page.press("Right", shift=True)
    assert page.editor.textCursor().selectedText() == ""


def test_french_runs_from_the_left_and_arabic_in_it_from_the_right(page: Written) -> None:
    page.show(2, "fr")
    page.type("Présenter MASSAR (منظومة مسار) en 2025-2026 svp")
    assert rises(places(page, "Présenter MASSAR"))
    assert falls(places(page, "منظومة مسار"))
    assert rises(places(page, "2025-2026"))
    assert x_at(page, 0) < x_at(page, len(page.texts[0]))


def test_a_line_with_a_kind_runs_as_its_page_does(page: Written) -> None:
    page.type("(MASSAR) منظومة")
    assert x_at(page, 0) < x_at(page, len(page.texts[0])), "its first letter is Latin"
    page.editor.set_kind(OutcomeKind.DECISION)
    assert x_at(page, 0) > x_at(page, len(page.texts[0]))
    page.editor.set_kind(OutcomeKind.DECISION)
    assert x_at(page, 0) < x_at(page, len(page.texts[0]))


def test_an_empty_line_begins_at_the_side_of_its_page(page: Written) -> None:
    assert page.editor.cursorRect().left() > page.editor.viewport().width() / 2
    page.show(2, "fr")
    assert page.editor.cursorRect().left() < page.editor.viewport().width() / 2


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_times_bar_and_chips_stand_at_the_side_where_lines_begin(
    page: Written, language: str
) -> None:
    page.show(2, "fr" if language == "fr" else "ar")
    words = "Préparer le guide avant le 15/06" if language == "fr" else "إعداد دليل قبل 15/06"
    page.type(words)
    page.editor.set_kind(OutcomeKind.ACTION)
    page.editor.grab()
    port, gutter = page.editor.viewport().geometry(), page.editor._gutter.geometry()
    boxes = [box for box, *_ in page.editor._placed]
    indent = x_at(page, 0)
    if language == "fr":
        assert gutter.right() < port.left() + 1
        assert boxes[0].left() < indent
        assert boxes[0].left() < port.width() / 4
    else:
        assert gutter.left() > port.right() - 1
        assert boxes[0].right() > indent
        assert boxes[0].right() > port.width() * 3 / 4
    assert boxes[0].top() > page.editor.cursorRect().bottom() - 4


def test_what_is_understood_is_selected_and_coloured_whole(page: Written) -> None:
    page.type("السنة 2025-2026 قبل 15/06")
    block = page.editor.document().firstBlock()
    (piece,) = block.layout().formats()
    text = block.text()
    assert text[piece.start : piece.start + piece.length] == "قبل 15/06"


PIECES = st.lists(
    st.sampled_from(
        ["السنة ", "2025-2026 ", "MASSAR ", "(", ") ", "64% ", "نص\n", "15/06 ", "-5 "]
    ),
    max_size=9,
).map("".join)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PIECES)
def test_signs_stand_where_they_are_needed_and_nowhere_else(page: Written, text: str) -> None:
    page.editor.selectAll()
    page.press("Del")
    page.type(text)
    for line in page.texts:
        words = line.replace(LRM, "")
        wanted = words
        for place in reversed(order_marks(words)):
            wanted = f"{wanted[:place]}{LRM}{wanted[place:]}"
        assert line == wanted
