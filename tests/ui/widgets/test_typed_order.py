"""Numbers keep their order while one types Arabic around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.direction import LRM
from desktop_app.services.drafts import LONGEST_PROSE
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.widgets.typed_order import changes, with_marks, without_marks
from tests.ui.gallery import GalleryDesk
from tests.ui.naming.conftest import press, type_in
from tests.ui.widgets.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "موسم 2025-2026 ثم 0523-48-20-00 في"
MARKED = f"موسم {LRM}2025-2026 ثم {LRM}0523-48-20-00 في"
alphabet = st.text(st.sampled_from("اب 12-/.%ab\n😀" + LRM), max_size=30)


@given(alphabet)
def test_what_was_typed_comes_back(text: str) -> None:
    assert without_marks(with_marks(text)) == without_marks(text)
    assert with_marks(with_marks(text)) == with_marks(text)


@given(alphabet)
def test_the_changes_make_of_a_text_what_it_should_be(text: str) -> None:
    mended = text.encode("utf-16-le")
    for place, missing in changes(text):
        at = 2 * place
        new = LRM.encode("utf-16-le") if missing else b""
        mended = mended[:at] + new + mended[at + (0 if missing else 2) :]
    assert mended.decode("utf-16-le") == with_marks(text)


EDITORS: tuple[type[LineEdit] | type[TextArea], ...] = (LineEdit, TextArea)


@pytest.fixture(params=EDITORS)
def editor(request: pytest.FixtureRequest, desk: GalleryDesk, show: Show) -> LineEdit | TextArea:
    """One line, then several."""
    make: type[LineEdit | TextArea] = request.param
    made = make(desk)
    show(made)
    made.setFocus()
    return made


def raw(editor: LineEdit | TextArea) -> str:
    """Give the text with its signs."""
    return editor.displayText() if isinstance(editor, LineEdit) else editor.document().toPlainText()


def plain(editor: LineEdit | TextArea) -> str:
    return editor.text() if isinstance(editor, LineEdit) else editor.toPlainText()


def caret(editor: LineEdit | TextArea) -> int:
    if isinstance(editor, LineEdit):
        return editor.cursorPosition()
    return editor.textCursor().position()


def test_signs_come_while_one_types_and_nobody_reads_them(editor: LineEdit | TextArea) -> None:
    told: list[str] = []
    editor.committed.connect(told.append)
    type_in(editor, TEXT)
    assert raw(editor) == MARKED
    assert plain(editor) == TEXT
    editor.commit()
    assert told == [TEXT]


def test_signs_go_with_what_they_stood_before(editor: LineEdit | TextArea) -> None:
    type_in(editor, "سنة 2025-2")
    press(editor, "Back")
    assert raw(editor) == "سنة 2025-"
    type_in(editor, "6")
    assert raw(editor) == f"سنة {LRM}2025-6"


def test_the_caret_never_rests_before_a_sign(editor: LineEdit | TextArea) -> None:
    type_in(editor, TEXT)
    places = []
    for _ in TEXT:
        press(editor, "Right")  # towards the start of Arabic
        places.append(caret(editor))
    assert len(set(places)) == len(TEXT)
    assert not [at for at in places if raw(editor)[at : at + 1] == LRM]
    assert places[-1] == 0
    for _ in TEXT:
        press(editor, "Left")
    assert caret(editor) == len(MARKED)


def test_backspace_after_a_sign_deletes_what_stands_before_it(
    editor: LineEdit | TextArea,
) -> None:
    type_in(editor, "سنة 2025-2026")
    press(editor, *["Right"] * 9)
    assert raw(editor)[: caret(editor)] == f"سنة {LRM}"
    press(editor, "Back")
    assert plain(editor) == "سنة2025-2026"
    type_in(editor, "ا ")
    assert plain(editor) == "سنةا 2025-2026"


def test_undo_takes_back_letters_never_a_sign_alone(editor: LineEdit | TextArea) -> None:
    type_in(editor, "سنة 2025-2")
    editor.selectAll()
    type_in(editor, "ب")
    editor.undo() if isinstance(editor, TextArea) else editor._step(editor.undo)
    assert plain(editor) == "سنة 2025-2"
    assert raw(editor) == f"سنة {LRM}2025-2"


def test_what_is_copied_bears_no_sign(editor: LineEdit | TextArea) -> None:
    type_in(editor, TEXT)
    editor.selectAll()
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CTRL, ""))
    assert QApplication.clipboard().text() == TEXT


def test_what_is_shown_has_its_signs_too(editor: LineEdit | TextArea) -> None:
    editor.show_text(TEXT)
    assert raw(editor) == MARKED
    assert plain(editor) == TEXT


def test_a_latin_field_has_none(desk: GalleryDesk, show: Show) -> None:
    made = LineEdit(desk, latin=True)
    show(made)
    type_in(made, "م 2025-2026")
    assert raw(made) == "م 2025-2026"


def test_a_very_long_text_is_left_as_it_is(desk: GalleryDesk, show: Show) -> None:
    area = TextArea(desk)
    show(area)
    text = "م 1-2\n" * 8_000
    area.show_text(text)
    type_in(area, "ا")
    assert area.toPlainText() == f"ا{text}"
    assert LRM not in raw(area)


def test_of_a_megabyte_that_is_pasted_as_much_comes_in_as_is_refused_later(
    desk: GalleryDesk, show: Show
) -> None:
    area = TextArea(desk)
    show(area)
    area.setFocus()
    type_in(area, "قبل ")
    QApplication.clipboard().setText("كلام طويل\n" * 100_000)
    area.paste()
    assert area.toPlainText().startswith("قبل كلام طويل")
    assert LONGEST_PROSE < len(area.toPlainText()) < 3 * LONGEST_PROSE
