"""Lines of several parts, as an eye meets them."""

import re

import pytest
from PySide6.QtCore import Qt

from desktop_app.documents.typesetting.levels import reorder, resolve
from desktop_app.ui.text import listed
from desktop_app.ui.widgets.painting import direction_of

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def seen(text: str, layout: Qt.LayoutDirection) -> str:
    """Give a line from left to right, without the signs of direction."""
    level = int(direction_of(text, layout) is RTL)
    shown = "".join(text[place] for place in reorder([*resolve(text, level)]))
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", shown)


@pytest.mark.parametrize(
    "parts",
    [
        ("ورشة عمل", "Wednesday 22 April 2026", "09:30", "قاعة", "Teams", "Salle B"),
        ("Teams", "قاعة", "2/26"),
        ("قاعة", "مقر"),
        ("Salle B", "", "Teams"),
    ],
)
@pytest.mark.parametrize("layout", [LTR, RTL])
def test_parts_stand_in_the_order_of_the_window(
    parts: tuple[str, ...], layout: Qt.LayoutDirection
) -> None:
    line = listed(parts, right_to_left=layout is RTL)
    found = seen(line, layout).split(" · ")
    words = [part for part in parts if part]
    if layout is RTL and any(letter >= "\u0600" for letter in line if letter.isalpha()):
        words.reverse()
    assert [sorted(one) for one in found] == [sorted(word) for word in words]
