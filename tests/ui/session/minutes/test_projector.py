"""The point in hand in large type."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Open
from tests.ui.session.minutes.driving import SHIFT, K, Minutes

HELD = 6


def test_it_shows_the_point_its_outcomes_and_the_last_lines(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    minutes = Minutes(open_window(record), qtbot, HELD)
    tab = minutes.tab
    minutes.press(K.Key_End)
    minutes.enter()
    minutes.type("اعتماد الدليل")
    minutes.press(K.Key_F2)
    minutes.enter()
    for n in range(30):
        minutes.type(f"كلام رقم {n}")
        minutes.enter()
    minutes.settle()
    minutes.press(K.Key_F11, SHIFT)
    view = tab.projector.view
    assert view is not None
    minutes.wait(lambda: "كلام رقم 29" in view.words)
    assert view.words[0] == tab.page.title.text()
    assert "كلام رقم 0" not in view.words, "there is no room for all"
    assert view.words.index("كلام رقم 28") < view.words.index("كلام رقم 29")
    minutes.press(K.Key_Escape)
    assert tab.projector.view is None
    assert tab.editor.hasFocus()


def test_it_is_live_and_outcomes_name_their_kind(
    open_window: Open, record: Path, qtbot: QtBot
) -> None:
    minutes = Minutes(open_window(record), qtbot, HELD)
    tab = minutes.tab
    minutes.press(K.Key_F11, SHIFT)
    view = tab.projector.view
    assert view is not None
    tab.editor.moveCursor(tab.editor.textCursor().MoveOperation.End)
    tab.editor.insertPlainText("\nآخر كلام")
    minutes.wait(lambda: "آخر كلام" in view.words)
    tab.editor.set_kind(tab.captured.lines[0].kind)
    minutes.wait(lambda: any(": آخر كلام" in words for words in view.words))
    minutes.press(K.Key_Escape)
