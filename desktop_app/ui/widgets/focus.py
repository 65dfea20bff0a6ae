"""The way of the Tab key, where widgets were made later than those that follow them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_order(owner: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab come to new widgets where their owner stands, and not at the end of the window.

    Args:
        owner: stood in its place before they were made.
        widgets: its own, in reading order.
    """
    before = owner.previousInFocusChain()
    while before is not None and before is not owner and not _is_stop(before, owner):
        before = before.previousInFocusChain()
    first = [] if before is None or before is owner else [before]
    for one, following in pairwise([*first, *widgets]):
        QWidget.setTabOrder(one, following)


def _is_stop(widget: QWidget, owner: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and not owner.isAncestorOf(widget)
