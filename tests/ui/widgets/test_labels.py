"""Labels: where their lines begin."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.direction import ltr
from desktop_app.i18n import Language
from desktop_app.ui.widgets.labels import LineLabel, label
from tests.ui.gallery import GalleryDesk
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.seen import inked


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "كل شيء محفوظ كل شيء محفوظ"), ("fr", "Enregistré hier Enregistré hier")],
)
def test_each_line_of_a_paragraph_begins_at_the_edge(
    language: Language, words: str, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    made = label(wrap=True)
    window = show(made)
    made.setText(words)
    half = made.fontMetrics().horizontalAdvance(words[: len(words) // 2])
    made.setFixedSize(half + 12, 80)
    image = _seen(window, made)
    top, bottom = (inked(image.copy(0, at, image.width(), 40)) for at in (0, 40))
    edge = -1 if language == "ar" else 0
    assert top[edge] == bottom[edge]


@pytest.mark.usefixtures("desk")
def test_a_paragraph_stands_in_the_middle_when_asked(show: Show) -> None:
    made = label(wrap=True)
    window = show(made)
    made.setText("لا جلسات بعد")
    made.setFixedSize(300, 40)
    edges = []
    for side in (Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignTop):
        made.setAlignment(side)
        edges.append(inked(_seen(window, made)))
    assert abs(edges[0][0] - (299 - edges[0][-1])) <= 2
    assert edges[1][-1] >= 296


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_parts_that_do_not_fit_leave_whole(
    language: Language, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    line = LineLabel("context")
    line.in_parts = True
    window = show(line)
    edges, tips = [], []
    for parts, room in ((2, 3), (1, 3), (1, 1.4), (1, 0.9)):
        line.setText(" · ".join(["2026"] * parts))
        own = line.fontMetrics().horizontalAdvance("2026")
        line.setText("2026 · 2026" if room < 2 else line.text())
        line.setFixedSize(int(own * room), 20)
        edges.append(len(inked(_seen(window, line))))
        tips.append(bool(line.toolTip()))
    two, one, dropped, none = edges
    assert two > one == dropped > none == 0
    assert tips == [False, False, True, True]


@pytest.mark.usefixtures("desk")
def test_what_is_copied_is_what_is_recorded(show: Show) -> None:
    made = label(wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words = "السنة 2025-2026\nالهاتف 0523-48-20-00"
    made.setText(words)
    show(made)
    made.setFocus()
    made.setSelection(0, len(made.text()))
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == words


def _seen(window: QWidget, made: QLabel) -> QImage:
    """Take the picture of a label on its ground."""
    window.grab()
    return window.grab(made.geometry()).toImage()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("make", [label, partial(label, wrap=True), partial(LineLabel, "strong")])
def test_a_number_inside_arabic_is_not_turned_over(make: Callable[[], QLabel], show: Show) -> None:
    made = make()
    window = show(made)
    made.setFixedSize(300, 40)
    seen = []
    for words in ("السنة 2025-2026", f"السنة {ltr('2025-2026')}", f"السنة {ltr('2026-2025')}"):
        made.setText(words)
        seen.append(_seen(window, made))
    assert seen[0] == seen[1] != seen[2]


@pytest.mark.parametrize(("language", "edge"), [("ar", -1), ("fr", 0)])
def test_words_of_another_language_stand_at_the_edge_of_the_window(
    language: Language, edge: int, desk: GalleryDesk, show: Show
) -> None:
    desk.set_language(language)
    made = label()
    window = show(made)
    made.setFixedSize(300, 40)
    edges = []
    for words in ("Réunion (2).", "محضر"):
        made.setText(words)
        edges.append(inked(_seen(window, made))[edge])
    assert abs(edges[0] - edges[1]) <= 3
