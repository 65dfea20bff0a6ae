"""Where the Tab key stops."""

import gc

from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.tab_order import stops


def _items() -> int:
    return sum(isinstance(one, QLayoutItem) for one in gc.get_objects())


def test_layouts_are_gone_through_as_one_reads_and_their_items_are_left_alone(
    qtbot: QtBot,
) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    by_hand, last, second, first = (QLineEdit(part) for _ in range(4))
    column, row = QVBoxLayout(part), QHBoxLayout()
    column.addLayout(row)
    column.addWidget(last)
    row.addWidget(first)
    row.addWidget(second)
    first.setObjectName("first")
    by_hand.setObjectName("by hand")
    part.show()
    before = _items()
    assert list(stops(part)) == [first, second, last, by_hand]
    assert _items() == before
