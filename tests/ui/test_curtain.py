"""The window before and after it holds anything."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import make_window
from desktop_app.i18n import Language
from desktop_app.ui.curtain import Curtain
from desktop_app.ui.kept import Kept
from desktop_app.ui.theme import DARK

BARE_PLACES = [(640, 8), *((x, y) for x in (4, 215, 640, 1150, 1362) for y in (75, 764))]
"""In the page header, right below it, and at the window's foot."""


def grounds(image: QImage) -> list[str]:
    """Give the colours of places where nothing but the ground is ever seen."""
    return [image.pixelColor(*place).name() for place in BARE_PLACES]


def colours(image: QImage) -> int:
    """Count the colours of the side bar's head, where the name of the program stands."""
    left = 1366 - 200
    return len({image.pixel(x, y) for x in range(left, 1366) for y in range(40)})


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_grounds_stay_when_the_words_come(
    qapp: QApplication,
    qtbot: QtBot,
    record: Path,
    kept: Kept,
    language: Language,
    *,
    dark: bool,
) -> None:
    kept.appearance = "dark" if dark else "light"
    curtain = Curtain(kept, right_to_left=language == "ar")
    qtbot.addWidget(curtain)
    with qtbot.waitSignal(curtain.painted):
        curtain.show()
    seen = [curtain.grab().toImage()]
    window = make_window(qapp, str(record), kept, language)
    window.painted.connect(lambda: seen.append(curtain.grab().toImage()))
    with qtbot.waitSignal(window.shown):
        curtain.hold(window)
    seen.append(curtain.grab().toImage())
    curtain.close()
    assert len(seen) == 3
    assert grounds(seen[0]) == grounds(seen[1]) == grounds(seen[2])
    if language == "ar":
        assert colours(seen[0]) == 1
        assert colours(seen[1]) > 10


def test_the_title_is_that_of_the_window_inside(
    qapp: QApplication, qtbot: QtBot, record: Path, kept: Kept
) -> None:
    curtain = Curtain(kept, right_to_left=False)
    qtbot.addWidget(curtain)
    window = make_window(qapp, str(record), kept, "en")
    curtain.hold(window)
    with qtbot.waitSignal(window.shown):
        curtain.show()
    assert curtain.windowTitle() == window.windowTitle()
    assert curtain.windowTitle().endswith("Mahdar")
    curtain.close()


def test_it_begins_as_the_window_looked_when_it_was_closed(
    qapp: QApplication, qtbot: QtBot, record: Path, kept: Kept
) -> None:
    kept.appearance = "dark"
    curtain = Curtain(kept, right_to_left=False)
    qtbot.addWidget(curtain)
    window = make_window(qapp, str(record), kept, "en")
    curtain.hold(window)
    with qtbot.waitSignal(window.shown):
        curtain.show()
    curtain.close()
    kept.appearance = "system"  # which takes a while to ask
    following = Curtain(kept, right_to_left=False)
    qtbot.addWidget(following)
    with qtbot.waitSignal(following.painted):
        following.show()
    assert following.grab().toImage().pixelColor(640, 400).name().upper() == DARK.bg
