"""Where the Tab key stops: in the order of layouts, not in that in which widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_WHOLE = (QComboBox, QLineEdit, QTextEdit)
"""Widgets that are one stop, whatever they are made of."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def stops(part: QWidget) -> Iterator[QWidget]:
    """Give what takes the focus in a part of the window, as one reads."""
    for child in _in_order(part):
        if not child.isVisible() or child.isWindow():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled():
            yield child
        if isinstance(child, QAbstractItemView):
            yield from stops(child.viewport())  # what is typed in between rows
        elif not isinstance(child, _WHOLE):
            yield from stops(child)


def move_focus(part: QWidget, *, forwards: bool) -> bool:
    """Let Tab go on inside a part of the window, round and round; tell whether it could."""
    order = list(stops(part))
    if not order:
        return False
    here = part.window().focusWidget()
    at = next((n for n, stop in enumerate(order) if stop is here), -1 if forwards else 0)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    following = order[(at + (1 if forwards else -1)) % len(order)]
    following.setFocus(reason)
    bring_into_view(following)
    return True


def bring_into_view(widget: QWidget) -> None:
    """Let every area that scrolls show a widget."""
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget)
        outer = outer.parentWidget()


def _in_order(part: QWidget) -> list[QWidget]:
    """Give the children: those in layouts as they are laid out, then those placed by hand."""
    if isinstance(part, QScrollArea):
        inside = part.widget()
        return [] if inside is None else [inside]
    children = part.findChildren(QWidget, options=_DIRECT)
    layout = part.layout()
    laid = [] if layout is None else list(_laid_out(layout, children))
    known = set(map(id, laid))
    return laid + [child for child in children if id(child) not in known]


def _laid_out(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Give those of some widgets that a layout places.

    Its items are not asked for: the binding would keep each of them beyond its end, and take the
    next widget that is made at its address for it.
    """
    parts: list[QWidget | QLayout] = [child for child in children if layout.indexOf(child) >= 0]
    parts += layout.findChildren(QLayout, options=_DIRECT)
    for part in sorted(parts, key=layout.indexOf):
        if isinstance(part, QLayout):
            yield from _laid_out(part, children)
        else:
            yield part
